/* SPDX-License-Identifier: MIT */
/* The true errors of the fast path, by MPFR, against its bounds: never above them, with no set of
 * instructions that this processor has, and for data made to lose as much as they can, not so far
 * below that a bound would be idle. */
#include <math.h>
#include <stdio.h>

#include "fast.c"
#include "numeric/cases.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { LONGEST = 3000 };

static random_source source = {20261126};
static double x[LONGEST];
static mpfr_t total, square, squares, part, error;

typedef int sum_of(const double *quantity, size_t n, market_totals *t);
typedef int total_of(const double *quantity, size_t n, minrisk_top *top, minrisk_one_near *total);

/* What one set of instructions has. */
typedef struct instruction_set {
    const char *name;
    size_t chains;
    sum_of *small, *large;
    total_of *total;
} instruction_set;

/* The largest error so far, in units of its bound. */
typedef struct worst {
    double total, square, squares, alone;
} worst;

static double ratio(const minrisk_one_near *near, const mpfr_t truth)
{
    mpfr_sub_d(error, truth, near->high, MPFR_RNDN);
    mpfr_sub_d(error, error, near->low, MPFR_RNDN);
    mpfr_div_d(error, error, near->error, MPFR_RNDA);
    return fabs(mpfr_get_d(error, MPFR_RNDA));
}

static void raise(double *largest, double found)
{
    assert_true(found <= 1);
    *largest = found > *largest ? found : *largest;
}

static void sum_exactly(size_t n)
{
    mpfr_set_zero(total, 1);
    mpfr_set_zero(squares, 1);
    for (size_t i = 0; i < n; i++) {
        assert_exact(mpfr_add_d(total, total, x[i], MPFR_RNDN));
        mpfr_set_d(part, x[i], MPFR_RNDN);
        assert_exact(mpfr_sqr(part, part, MPFR_RNDN));
        assert_exact(mpfr_add(squares, squares, part, MPFR_RNDN));
    }
    assert_exact(mpfr_sqr(square, total, MPFR_RNDN));
}

static void compare(const instruction_set *set, size_t n, worst *w)
{
    market_totals t;
    minrisk_one_near alone;
    sum_exactly(n);
    assert_true((n <= SMALL_MARKET ? set->small : set->large)(x, n, &t));
    raise(&w->total, ratio(&t.total, total));
    raise(&w->square, ratio(&t.square, square));
    raise(&w->squares, ratio(&t.squares, squares));
    assert_true(set->total(x, n, NULL, &alone));
    raise(&w->alone, ratio(&alone, total));
}

/* --- data of many kinds ------------------------------------------------------------------------- */

static void draw(size_t n)
{
    unsigned kind = (unsigned)random_below(&source, 4);
    for (size_t i = 0; i < n; i++)
        switch (kind) {
        case 0:
            x[i] = random_unit(&source);
            break;
        case 1:
            x[i] = (double)random_below(&source, 4194304) + 0.4375 + random_unit(&source) / 16;
            break;
        case 2:
            x[i] = random_scaled(&source, -30, 0);
            break;
        default:
            x[i] = pow(random_unit(&source) + 1e-12, -1 / 1.2);
        }
}

static void never_above(const instruction_set *set)
{
    size_t cases = numeric_cases() / 100;
    worst w = {0, 0, 0, 0};
    for (size_t i = 0; i < cases; i++) {
        size_t n = i % 20 == 0 ? random_size(&source, SMALL_MARKET + 1, LONGEST)
                               : random_size(&source, 1, i % 2 ? 40 : SMALL_MARKET);
        draw(n);
        compare(set, n, &w);
    }
}

/* --- data that lose the most -------------------------------------------------------------------- */

/* What each chain of the sum of l has come to, or of the sum of l (x + h), for a unit of 1. */
static double chain[2 * MOST_LANES];

/* What rounding adds when the term of x joins a chain. */
static double gain(double c, double y, int squared)
{
    double h = (y + MINRISK_SHIFT_UNITS) - MINRISK_SHIFT_UNITS, l = y - h;
    minrisk_pair term = {l, 0}, s;
    if (squared) {
        term = minrisk_two_product(l, h + y);
        term.low = -term.low;
    }
    s = minrisk_two_sum(c, term.high);
    return -(s.low + (squared ? -term.low : 0));
}

/* Of many quantities with nearly half a unit beside `whole` units, the one that is rounded up the
 * most. */
static double heaviest(double c, double whole, int squared)
{
    double best = 0, most = -1;
    for (int k = 0; k < 60; k++) {
        double y = whole + 0.5 - random_unit(&source) / 64;
        double g = gain(c, y, squared);
        if (g > most) {
            most = g;
            best = y;
        }
    }
    return best;
}

/* In blocks that begin with `first`, which sets the unit, each step of a chain rounds up. */
static void draw_heavy(size_t chains, size_t n, size_t block, double first, double most_whole)
{
    int squared = most_whole > 0;
    for (size_t i = 0; i < n; i++) {
        double whole = 0, *c = &chain[i % block % chains];
        if (i % block == 0) {
            memset(chain, 0, sizeof chain);
            x[i] = first;
            continue;
        }
        if (squared)
            whole = floor(most_whole * (0.5 + random_unit(&source) / 2));
        x[i] = heaviest(*c, whole, squared);
        *c += squared ? 0.5 * (2 * whole + 0.5) : x[i];
    }
}

static void heavy(const instruction_set *set, size_t n, size_t block, double most_whole, worst *w)
{
    for (int k = 0; k < 5; k++) {
        minrisk_one_near alone;
        draw_heavy(set->chains, n, block, 1.5 * 33554432, 0); /* 2^25: a unit of 1 */
        compare(set, n, w);
        draw_heavy(set->chains, n, block, most_whole, most_whole);
        compare(set, n, w);
        draw_heavy(set->chains, n, block, 1.5 * 8796093022208, 0); /* 2^43: the same for T alone */
        sum_exactly(n);
        assert_true(set->total(x, n, NULL, &alone));
        raise(&w->alone, ratio(&alone, total));
    }
}

static void near_enough(const instruction_set *set)
{
    worst small = {0, 0, 0, 0}, large = {0, 0, 0, 0};
    heavy(set, SMALL_MARKET, SMALL_MARKET, 262144, &small); /* 2^26 units in all */
    print_message("%-8s small: up to %.2f of the bound of T, %.2f of T^2, %.2f of Q\n", set->name,
                  small.total, small.square, small.squares);
    heavy(set, (size_t)4 * BLOCK, BLOCK, 2097152, &large); /* 2^51 squared units in a block */
    print_message("%-8s large: up to %.2f of the bound of T, %.2f of T^2, %.2f of Q, %.2f of T "
                  "alone\n",
                  set->name, large.total, large.square, large.squares, large.alone);
    assert_true(small.total > 0.3 && small.square > 0.3 && small.squares > 0.15);
    assert_true(large.total > 0.3 && large.square > 0.3 && large.squares > 0.15);
    assert_true(large.alone > 0.3);
}

static void every_set_of_instructions(void **state)
{
    static const instruction_set sets[] = {
        {"base", minrisk_base_CHAINS, minrisk_base_small_market, minrisk_base_large_market,
         minrisk_base_total},
#ifdef MINRISK_HAS_AVX2
        {"AVX2", minrisk_avx2_CHAINS, minrisk_avx2_small_market, minrisk_avx2_large_market,
         minrisk_avx2_total},
#endif
#ifdef MINRISK_HAS_AVX512
        {"AVX-512", minrisk_avx512_CHAINS, minrisk_avx512_small_market, minrisk_avx512_large_market,
         minrisk_avx512_total},
#endif
    };
    int is_here[COUNT(sets)] = {1};
    (void)state;
#ifdef MINRISK_HAS_AVX2
    is_here[1] = MINRISK_HAS_AVX2 != 0;
#endif
#ifdef MINRISK_HAS_AVX512
    is_here[COUNT(sets) - 1] = MINRISK_HAS_AVX512 != 0;
#endif
    for (size_t i = 0; i < COUNT(sets); i++)
        if (is_here[i]) {
            never_above(&sets[i]);
            near_enough(&sets[i]);
        }
}

/* --- what bounds are made of --------------------------------------------------------------------- */

/* Chains of m terms have room for all n, and t is at least what they have room for: the proof's
 * premises, from which no sum is so far that its error would show a chain that counts as shorter. */
static void chains_hold_all(void **state)
{
    static const int chains[] = {1, 2, 4, 8, 16};
    (void)state;
    for (size_t n = 1; n <= LONGEST_COLUMN; n++)
        for (size_t k = 0; k < COUNT(chains); k++) {
            double held = chains[k] * length_of(n, chains[k]);
            assert_true(held >= (double)n);
            assert_true(terms_of(n, chains[k]) >= held);
        }
}

/* Of a total that lies as far from its pair as it may, and of one that is its pair, for which there
 * are roundings alone. */
static void squares_of_pairs(void **state)
{
    size_t cases = numeric_cases() / 10;
    double far = 0, alone = 0;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        minrisk_one_near t, s;
        t.high = random_scaled(&source, -3, 3);
        t.low = (random_unit(&source) * 2 - 1) * MINRISK_U * t.high;
        t.error = i % 2 ? random_unit(&source) * MINRISK_U * t.high : 0;
        s = minrisk_near_square(&t);
        mpfr_set_d(total, t.high, MPFR_RNDN);
        assert_exact(mpfr_add_d(total, total, t.low, MPFR_RNDN));
        assert_exact(mpfr_add_d(total, total, i % 4 == 1 ? t.error : -t.error, MPFR_RNDN));
        assert_exact(mpfr_sqr(square, total, MPFR_RNDN));
        raise(t.error > 0 ? &far : &alone, ratio(&s, square));
    }
    print_message("squares: up to %.2f of the bound, %.2f where the total is exact\n", far, alone);
    assert_true(far > 0.9 && alone > 0.3);
}

/* --- floats ------------------------------------------------------------------------------------- */

/* With a first float of 1 in each chain, whatever is a little more than half a unit of its last place
 * counts as a whole unit, so that T is too large by nearly that for each. With the set that the
 * processor has. */
static void plain_sums_of_floats(void **state)
{
    static float y[2 * FLOAT_BLOCK + 5];
    double largest = 0;
    (void)state;
    for (size_t n = FLOAT_BLOCK; n <= COUNT(y); n += FLOAT_BLOCK / 2) {
        size_t chains = (size_t)MINRISK_BY_SET(sum_singles, (y, 1)).chains;
        double quotient = 0, bound = 0;
        mpfr_set_zero(total, 1);
        mpfr_set_zero(squares, 1);
        for (size_t i = 0; i < n; i++) {
            y[i] = i % FLOAT_BLOCK < chains ? 1 : (float)(1.0001 * MINRISK_U);
            assert_exact(mpfr_add_d(total, total, (double)y[i], MPFR_RNDN));
            assert_exact(mpfr_add_d(squares, squares, (double)y[i] * (double)y[i], MPFR_RNDN));
        }
        assert_true(plain_quotient(y, n, &quotient, &bound));
        assert_exact(mpfr_sqr(square, total, MPFR_RNDN));
        mpfr_div(part, squares, square, MPFR_RNDN);
        mpfr_d_sub(error, quotient, part, MPFR_RNDN);
        mpfr_div(error, error, part, MPFR_RNDN);
        raise(&largest, fabs(mpfr_get_d(error, MPFR_RNDA)) / bound);
    }
    print_message("floats: up to %.2f of the bound\n", largest);
    assert_true(largest > 0.3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_of_instructions), cmocka_unit_test(chains_hold_all),
        cmocka_unit_test(squares_of_pairs), cmocka_unit_test(plain_sums_of_floats)};
    int failed;
    mpfr_inits2(PRODUCT_BITS, total, square, squares, part, error, (mpfr_ptr)NULL);
    failed = cmocka_run_group_tests_name("numeric_bounds", tests, NULL, NULL);
    mpfr_clears(total, square, squares, part, error, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return failed;
}
