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
#include "numeric/sweep_frame.h"
#include "support/bits.h"
#include "top.h"

enum { SHARES_CHECKED = 16 };

static double share[SWEEP_MOST], sorted[SWEEP_MOST], scratch[SWEEP_MOST];
static float single[SWEEP_MOST];
static uint64_t count64[SWEEP_MOST];
static uint32_t count32[SWEEP_MOST];

static sums s, one; /* of the case, and of one market of a batch */
static mpz_t num, den, part, rest;

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

/* (T^2 - Q) / T^2 */
static void check_gini_simpson(const sweep_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_gini_simpson(c->quantity, c->n, &got);
    mpz_sub(num, s.square_of_total, s.squares);
    compare_double("gini_simpson", status, got, nearest(num, s.square_of_total));
}

/* sum w_i x_i / T with the next quantity, or less it, as the weight. */
static void check_weighted_mean(const sweep_case *c)
{
    double got = -1;
    minrisk_status status;

    mpz_set_ui(num, 0);
    for (size_t i = 0; i < c->n; i++) {
        double next = c->quantity[(i + 1) % c->n];
        int negative = c->draw >> i % 32 & 1;
        scratch[i] = negative ? -next : next;
        whole(&s, part, c->quantity[i]);
        whole(&s, rest, next);
        if (negative)
            mpz_submul(num, part, rest);
        else
            mpz_addmul(num, part, rest);
    }
    status = minrisk_weighted_mean(c->quantity, scratch, c->n, &got);
    compare_double("weighted_mean", status, got, nearest_scaled(num, s.total, s.unit));
}

/* T / (T + R) */
static void check_coverage(const sweep_case *c)
{
    double got = -1;
    minrisk_status status = minrisk_coverage(c->quantity, c->n, c->residual, &got);
    whole(&s, den, c->residual);
    mpz_add(den, den, s.total);
    compare_double("coverage", status, got, nearest(s.total, den));
}

/* --- running markets and batches ---------------------------------------------------------------- */

/* The market in some order, with a spike that comes and goes and a supplier that changes. */
static void check_stream(const sweep_case *c)
{
    minrisk_stream stream;
    double got = -1;
    minrisk_status status = minrisk_stream_init(&stream, sizeof stream);

    for (size_t i = 0; i < c->n; i++) {
        double x = c->quantity[i];
        if (i == c->a)
            status |= minrisk_stream_add(&stream, 1e300);
        status |= minrisk_stream_add(&stream, i == c->b ? 1.5 : x);
    }
    status |= minrisk_stream_remove(&stream, 1e300);
    status |= minrisk_stream_replace(&stream, 1.5, c->quantity[c->b]);
    status |= minrisk_stream_hhi(&stream, &got);
    compare_double("stream_hhi", status, got, nearest(s.squares, s.square_of_total));
    status = minrisk_stream_effective(&stream, &got);
    compare_double("stream_effective", status, got, nearest(s.square_of_total, s.squares));
    status = minrisk_stream_total(&stream, &got);
    mpz_set_ui(den, 1);
    compare_double("stream_total", status, got, nearest_scaled(s.total, den, s.unit));
}

static void compare_market(const char *what, minrisk_status status, double got, const double *x,
                           size_t n)
{
    sums_of(&one, x, n, NULL, 0);
    if (mpz_sgn(one.total) == 0)
        compare(what, MINRISK_OK, (uint64_t)(int64_t)status, (uint64_t)MINRISK_E_NO_SUPPLY);
    else
        compare_double(what, status, got, nearest(one.squares, one.square_of_total));
}

enum { MOST_COLUMNS = 11 };

/* The same quantities as markets one behind the other, of which some are empty, and as columns. */
static void check_batches(const sweep_case *c)
{
    size_t columns = 1 + c->draw % (c->n < MOST_COLUMNS ? c->n : MOST_COLUMNS);
    size_t rows = c->n / columns;
    size_t offset[MOST_COLUMNS + 1];
    double got[MOST_COLUMNS] = {0};
    minrisk_status each[MOST_COLUMNS], status;

    for (size_t g = 0; g <= columns; g++)
        offset[g] = g * rows;
    offset[columns / 2] = offset[(columns + 1) / 2]; /* empty where columns are odd */
    status = minrisk_hhi_groups(c->quantity, c->n, offset, columns, got, each);
    for (size_t g = 0; g < columns; g++)
        if (offset[g] == offset[g + 1])
            compare("hhi_groups", status, (uint64_t)each[g], (uint64_t)MINRISK_E_SIZE);
        else
            compare_market("hhi_groups", status | each[g], got[g], c->quantity + offset[g],
                           offset[g + 1] - offset[g]);
    status = minrisk_hhi_columns(c->quantity, c->n, rows, columns, columns, got, each);
    for (size_t g = 0; g < columns; g++) {
        for (size_t i = 0; i < rows; i++)
            scratch[i] = c->quantity[i * columns + g];
        compare_market("hhi_columns", status | each[g], got[g], scratch, rows);
    }
}

/* --- in order ----------------------------------------------------------------------------------- */

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

    if (!residual_fits(&s, c))
        return;
    status = minrisk_hhi_bounds(c->quantity, c->n, c->residual, c->suppliers, c->cap, &got);
    fullest_squares(c);
    whole(&s, rest, c->residual);
    mpz_add(den, s.total, rest);
    mpz_mul(den, den, den);
    compare_double("bounds, high", status, got.high, not_below(num, den));
    mpz_set(num, s.squares);
    if (c->suppliers > 0) {
        mpz_mul_ui(num, num, c->suppliers);
        mpz_addmul(num, rest, rest);
        mpz_mul_ui(den, den, c->suppliers);
    }
    compare_double("bounds, low", status, got.low, not_above(num, den));
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

enum { FAST_FIGURES = 6 };

static const char *const fast_figure[FAST_FIGURES] = {"HHI",    "inverse",   "normalised",
                                                      "merger", "top share", "shares"};
static unsigned long long undecided[SWEEP_KINDS][FAST_FIGURES], drawn[SWEEP_KINDS];

static void count_undecided(const sweep_case *c)
{
    const double *x = c->quantity;
    size_t m = c->market_size ? c->market_size : s.positives;
    size_t k = c->k < c->n ? c->k : c->n;
    unsigned long long *count = undecided[c->kind];
    double result = 0;

    if (!c->ordinary)
        return;
    drawn[c->kind]++;
    count[0] += !minrisk_fast_hhi(x, c->n, &result);
    count[1] += !minrisk_fast_effective(x, c->n, &result);
    count[2] += m > 1 && !minrisk_fast_normalised(x, c->n, m, &result);
    count[3] += c->a != c->b && !minrisk_fast_delta(x, c->n, x[c->a], x[c->b], &result);
    count[4] += k <= MINRISK_TOP_SLOTS && !minrisk_fast_top_share(x, c->n, k, &result);
    count[5] += !minrisk_fast_shares(x, c->n, NULL, share);
    (void)x; /* which, without a fast path, nothing reads */
    (void)k;
    (void)result;
}

static void check(sweep_case *c)
{
    const double also[2] = {c->residual, c->cap};

    sums_of(&s, c->quantity, c->n, also, 2);
    count_undecided(c);
    sort_market(c->quantity, c->n, sorted);
    check_hhi(c);
    check_normalised(c);
    check_merger(c);
    check_top(c);
    if (c->draw >> 35 & 1) {
        check_gini_simpson(c);
        check_weighted_mean(c);
        check_coverage(c);
    } else {
        check_stream(c);
        check_batches(c);
    }
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

/* How often the exact path is needed, as rows of the table in lib/fast.h. */
static void print_rates(void)
{
    printf("left to the exact path, %%\n%-15s %9s", "", "markets");
    for (size_t k = 0; k < FAST_FIGURES; k++)
        printf(" %10s", fast_figure[k]);
    printf("\n");
    for (size_t i = 0; i < SWEEP_KINDS; i++) {
        if (!drawn[i])
            continue;
        printf("%-15s %9llu", sweep_kind_name[i], drawn[i]);
        for (size_t k = 0; k < FAST_FIGURES; k++)
            printf(" %10.4f", 100.0 * (double)undecided[i][k] / (double)drawn[i]);
        printf("\n");
    }
}

int main(int argc, char **argv)
{
    int failed;

    sums_open(&s);
    sums_open(&one);
    mpz_inits(num, den, part, rest, (mpz_ptr)NULL);
    failed = run_sweep(argc, argv, numeric_cases() / 10, check, print_rates);
    mpz_clears(num, den, part, rest, (mpz_ptr)NULL);
    sums_close(&s);
    sums_close(&one);
    return failed;
}
