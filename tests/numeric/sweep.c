/* SPDX-License-Identifier: MIT */
/* The great sweep: every correctly rounded function against whole numbers, over random and
 * constructed markets of 1 to 100,000 suppliers.
 *
 *     numeric_sweep [CASES [FIRST]]     or MINRISK_SWEEP_CASES in the environment; 10,000,000 is the
 *                                       whole sweep, a hundredth of it runs with the slow tests
 *
 * Prints how often the fast path leaves an ordinary market to the exact one, how many results are
 * wrong, and one hash of all, which is the same for every compiler, level and instruction set. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fast.h"
#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/sweep_cases.h"
#include "numeric/sweep_oracle.h"
#include "support/bits.h"

enum { SHOWN = 20, SHARES_CHECKED = 16 };

static double quantity[SWEEP_MOST], share[SWEEP_MOST], sorted[SWEEP_MOST], scratch[SWEEP_MOST];
static float single[SWEEP_MOST];
static uint64_t count64[SWEEP_MOST];
static uint32_t count32[SWEEP_MOST];

static sums s;
static mpz_t num, den, part, rest;

static uint64_t hash = 0xCBF29CE484222325u; /* Fowler, Noll and Vo, FNV-1a, over whole words */
static unsigned long long results, wrong, values;
static uint64_t current;

static void compare(const char *what, minrisk_status status, uint64_t got, uint64_t right)
{
    results++;
    hash = (hash ^ got) * 0x100000001B3u;
    if (status == MINRISK_OK && got == right)
        return;
    if (wrong++ < SHOWN)
        printf("case %llu, %s: status %d, %016llx in the place of %016llx\n",
               (unsigned long long)current, what, (int)status, (unsigned long long)got,
               (unsigned long long)right);
}

static void compare_double(const char *what, minrisk_status status, double got, double right)
{
    compare(what, status, bits_of(got), bits_of(right));
}

static double nearest(const mpz_t n, const mpz_t d)
{
    return rounded_quotient(n, d, 0, BINARY64, TO_NEAREST);
}

/* --- concentration ------------------------------------------------------------------------------ */

static void check_hhi(const sweep_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_hhi(c->quantity, c->n, &got);
    compare_double("hhi", status, got, nearest(s.squares, s.square_of_total));
    status = minrisk_effective_suppliers(c->quantity, c->n, &got);
    compare_double("effective_suppliers", status, got, nearest(s.square_of_total, s.squares));
}

/* (m Q - T^2) / ((m - 1) T^2) */
static void check_normalised(const sweep_case *c)
{
    size_t m = c->market_size ? c->market_size : s.positives;
    double got = -1, right = 1;
    minrisk_status status = minrisk_hhi_normalised(c->quantity, c->n, c->market_size, &got);

    if (m > 1) {
        mpz_mul_ui(num, s.squares, m);
        mpz_sub(num, num, s.square_of_total);
        mpz_mul_ui(den, s.square_of_total, m - 1);
        right = nearest(num, den);
    }
    compare_double("hhi_normalised", status, got, right);
}

/* 2 x_a x_b / T^2 */
static void check_merger(const sweep_case *c)
{
    double got = -1;
    minrisk_status status;

    if (c->a == c->b)
        return;
    status = minrisk_merger_delta(c->quantity, c->n, c->a, c->b, &got);
    whole(&s, num, c->quantity[c->a]);
    whole(&s, part, c->quantity[c->b]);
    mpz_mul(num, num, part);
    mpz_mul_2exp(num, num, 1);
    compare_double("merger_delta", status, got, nearest(num, s.square_of_total));
}

static void check_shares(const sweep_case *c)
{
    minrisk_status status = minrisk_shares(c->quantity, c->n, share);
    size_t step = c->n / SHARES_CHECKED + 1;

    for (size_t i = c->draw % step; i < c->n; i += step) {
        whole(&s, num, c->quantity[i]);
        compare_double("shares", status, share[i], nearest(num, s.total));
    }
}

/* --- in order ----------------------------------------------------------------------------------- */

static int descending(const void *a, const void *b)
{
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x < y) - (x > y);
}

static void check_top(const sweep_case *c)
{
    double got = -1, leader = -1;
    size_t index = c->n, first = 0;
    minrisk_status status = minrisk_top_share(c->quantity, c->n, c->k, &got);

    plain_sum_of(&s, num, sorted, c->k < c->n ? c->k : c->n);
    compare_double("top_share", status, got, nearest(num, s.total));
    status = minrisk_leader(c->quantity, c->n, &index, &leader);
    while (c->quantity[first] < sorted[0])
        first++;
    compare("leader", status, index, first);
    whole(&s, num, sorted[0]);
    compare_double("leader's share", status, leader, nearest(num, s.total));
}

/* With D the sum of i x_(i), the largest first: ((N + 1) T - 2 D) / (N T), and T / (2 D - T). */
static void check_ranked(const sweep_case *c)
{
    size_t n = c->market_size ? c->market_size : s.positives;
    double got = -1, right, again = -1;
    minrisk_status status = minrisk_gini(c->quantity, c->n, c->market_size, scratch, c->n, &got);

    weighted_sum_of(&s, part, sorted, c->n);
    mpz_mul_2exp(part, part, 1);
    mpz_mul_ui(num, s.total, n + 1);
    mpz_sub(num, num, part);
    mpz_mul_ui(den, s.total, n);
    right = nearest(num, den);
    compare_double("gini", status, got, right);
    status = minrisk_gini_sorted(sorted, c->n, c->market_size, &again);
    compare_double("gini_sorted", status, again, right);

    status = minrisk_hall_tideman(c->quantity, c->n, scratch, c->n, &got);
    mpz_sub(den, part, s.total);
    right = nearest(s.total, den);
    compare_double("hall_tideman", status, got, right);
    status = minrisk_hall_tideman_sorted(sorted, c->n, &again);
    compare_double("hall_tideman_sorted", status, again, right);
}

/* --- bounds ------------------------------------------------------------------------------------- */

static int residual_fits(const sweep_case *c)
{
    if (c->suppliers == 0 || c->cap <= 0)
        return 1;
    whole(&s, num, c->cap);
    mpz_mul_ui(num, num, c->suppliers);
    whole(&s, part, c->residual);
    return mpz_cmp(num, part) >= 0;
}

/* The squares with p suppliers of the cap and one of the rest, R = p cap + rest. */
static void fullest_squares(const sweep_case *c)
{
    whole(&s, rest, c->residual);
    mpz_set(num, s.squares);
    if (c->cap > 0) {
        whole(&s, part, c->cap);
        mpz_mul(den, part, part);
        mpz_tdiv_qr(part, rest, rest, part);
        mpz_addmul(num, part, den);
    }
    mpz_addmul(num, rest, rest);
}

static void check_bounds(const sweep_case *c)
{
    minrisk_interval got = {-1, -1};
    minrisk_status status;

    if (!residual_fits(c))
        return;
    status = minrisk_hhi_bounds(c->quantity, c->n, c->residual, c->suppliers, c->cap, &got);
    fullest_squares(c);
    whole(&s, rest, c->residual);
    mpz_add(den, s.total, rest);
    mpz_mul(den, den, den);
    compare_double("bounds, high", status, got.high,
                   rounded_quotient(num, den, 0, BINARY64, AWAY_FROM_ZERO));
    mpz_set(num, s.squares);
    if (c->suppliers > 0) {
        mpz_mul_ui(num, num, c->suppliers);
        mpz_addmul(num, rest, rest);
        mpz_mul_ui(den, den, c->suppliers);
    }
    compare_double("bounds, low", status, got.low,
                   rounded_quotient(num, den, 0, BINARY64, TOWARD_ZERO));
}

/* --- floats and counts -------------------------------------------------------------------------- */

/* The same mantissas, cut, at exponents that floats have. */
static void check_f32(const sweep_case *c)
{
    uint32_t base = c->draw % 8 ? 90 : 0;
    float got = -1;
    minrisk_status status;
    uint64_t any = 0;

    for (size_t i = 0; i < c->n; i++) {
        uint64_t bits = bits_of(c->quantity[i]) << 1 >> 1;
        uint32_t kept = (uint32_t)(bits >> 29 & 0x7FFFFF) | (uint32_t)(bits >> 52) % 64 << 23;
        kept = bits == 0 ? 0 : kept + (base << 23);
        memcpy(&single[i], &kept, sizeof kept);
        scratch[i] = (double)single[i];
        any |= kept;
    }
    if (any == 0)
        return;
    status = minrisk_hhi_f32(single, c->n, &got);
    sums_of(&s, scratch, c->n, NULL, 0);
    compare_double("hhi_f32", status, (double)got,
                   rounded_quotient(s.squares, s.square_of_total, 0, BINARY32, TO_NEAREST));
}

/* num / den to the nearest whole number, ties to even. */
static uint64_t nearest_whole(void)
{
    int order;
    mpz_tdiv_qr(part, rest, num, den);
    mpz_mul_2exp(rest, rest, 1);
    order = mpz_cmp(rest, den);
    return mpz_get_ui(part) + (order > 0 || (order == 0 && mpz_odd_p(part)));
}

static void points_of(mpz_t squares, mpz_t total)
{
    mpz_mul_ui(num, squares, 10000);
    mpz_mul(den, total, total);
}

static int descending_count(const void *a, const void *b)
{
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x < y) - (x > y);
}

static void sum_counts(const uint64_t *count, size_t n)
{
    mpz_set_ui(s.total, 0);
    mpz_set_ui(s.squares, 0);
    for (size_t i = 0; i < n; i++) {
        mpz_set_ui(part, count[i]);
        mpz_add_ui(s.total, s.total, count[i]);
        mpz_addmul(s.squares, part, part);
    }
}

static void check_counts(const sweep_case *c)
{
    unsigned shift = (unsigned)(c->draw % 53);
    uint32_t points = 99999;
    minrisk_status status;

    for (size_t i = 0; i < c->n; i++)
        count64[i] = bits_of(c->quantity[i]) << 12 >> 1 >> shift;
    sum_counts(count64, c->n);
    if (mpz_sgn(s.total) != 0) {
        status = minrisk_hhi_points_u64(count64, c->n, &points);
        points_of(s.squares, s.total);
        compare("hhi_points_u64", status, points, nearest_whole());
    }
    for (size_t i = 0; i < c->n; i++)
        count64[i] = count32[i] = (uint32_t)count64[i];
    sum_counts(count64, c->n);
    if (mpz_sgn(s.total) == 0)
        return;
    status = minrisk_hhi_points_u32(count32, c->n, &points);
    points_of(s.squares, s.total);
    compare("hhi_points_u32", status, points, nearest_whole());
    status = minrisk_top_points_u32(count32, c->n, c->k, &points);
    qsort(count32, c->n, sizeof *count32, descending_count);
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < c->k && i < c->n; i++)
        mpz_add_ui(num, num, count32[i]);
    mpz_mul_ui(num, num, 10000);
    mpz_set(den, s.total);
    compare("top_points_u32", status, points, nearest_whole());
}

/* --- all ---------------------------------------------------------------------------------------- */

static unsigned long long undecided[SWEEP_KINDS][2], drawn[SWEEP_KINDS];

static void count_undecided(const sweep_case *c)
{
    double result;
    if (!c->ordinary)
        return;
    drawn[c->kind]++;
    undecided[c->kind][0] += !minrisk_fast_hhi(c->quantity, c->n, &result);
    undecided[c->kind][1] += !minrisk_fast_effective(c->quantity, c->n, &result);
    (void)result;
}

static void check(sweep_case *c)
{
    const double also[2] = {c->residual, c->cap};

    values += c->n;
    count_undecided(c);
    sums_of(&s, c->quantity, c->n, also, 2);
    for (size_t i = 0; i < c->n; i++)
        sorted[i] = double_of(bits_of(c->quantity[i]) << 1 >> 1);
    qsort(sorted, c->n, sizeof *sorted, descending);
    check_hhi(c);
    check_normalised(c);
    check_merger(c);
    check_top(c);
    if (c->n <= 40 || c->draw >> 32 & 1)
        check_shares(c);
    if (c->draw >> 33 & 1)
        check_ranked(c);
    else
        check_bounds(c);
    if (c->draw >> 34 & 1)
        check_f32(c);
    else
        check_counts(c);
}

static unsigned long long argument(const char *text, unsigned long long otherwise)
{
    return text ? strtoull(text, NULL, 10) : otherwise;
}

static void print_rates(void)
{
    printf("%-16s %10s  left to the exact path, %%: HHI, its inverse\n", "kind", "ordinary");
    for (size_t i = 0; i < SWEEP_KINDS; i++)
        if (drawn[i])
            printf("%-16s %10llu  %8.4f %8.4f\n", sweep_kind[i], drawn[i],
                   100.0 * (double)undecided[i][0] / (double)drawn[i],
                   100.0 * (double)undecided[i][1] / (double)drawn[i]);
}

int main(int argc, char **argv)
{
    unsigned long long cases =
        argument(argc > 1 ? argv[1] : getenv("MINRISK_SWEEP_CASES"), numeric_cases() / 10);
    unsigned long long first = argument(argc > 2 ? argv[2] : NULL, 0);
    sweep_case c = {.quantity = quantity};

    sums_open(&s);
    mpz_inits(num, den, part, rest, (mpz_ptr)NULL);
    for (current = first; current < first + cases; current++) {
        sweep_draw(&c, current);
        check(&c);
    }
    mpz_clears(num, den, part, rest, (mpz_ptr)NULL);
    sums_close(&s);

    print_rates();
    printf("%llu cases, %llu values, %llu results, %llu wrong, hash %016llx\n", cases, values,
           results, wrong, (unsigned long long)hash);
    return wrong != 0;
}
