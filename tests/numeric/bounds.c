/* SPDX-License-Identifier: MIT */
/* The bounds of the fast path against its true errors, by MPFR: never above them, in no set of
 * instructions that this processor has, and not so far below that the bounds would be idle. */
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

/* The largest error so far, in units of its bound. */
typedef struct worst {
    double total, square, squares;
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

static void compare(sum_of *sum, size_t n, worst *w)
{
    market_totals t;
    mpfr_set_zero(total, 1);
    mpfr_set_zero(squares, 1);
    for (size_t i = 0; i < n; i++) {
        assert_exact(mpfr_add_d(total, total, x[i], MPFR_RNDN));
        mpfr_set_d(part, x[i], MPFR_RNDN);
        assert_exact(mpfr_sqr(part, part, MPFR_RNDN));
        assert_exact(mpfr_add(squares, squares, part, MPFR_RNDN));
    }
    assert_exact(mpfr_sqr(square, total, MPFR_RNDN));
    assert_true(sum(x, n, &t));
    raise(&w->total, ratio(&t.total, total));
    raise(&w->square, ratio(&t.square, square));
    raise(&w->squares, ratio(&t.squares, squares));
}

/* Rests of one sign that are all but half a unit, with long mantissas: they add up the most. */
static double heavy_rest(double size)
{
    double whole = (double)random_below(&source, (uint64_t)size);
    return whole + 0.4375 + random_unit(&source) / 16;
}

static void draw(size_t n)
{
    unsigned kind = (unsigned)random_below(&source, 4);
    for (size_t i = 0; i < n; i++)
        switch (kind) {
        case 0:
            x[i] = random_unit(&source);
            break;
        case 1:
            x[i] = heavy_rest(n <= SMALL_MARKET ? 67108864.0 / (double)n : 4194304.0);
            break;
        case 2:
            x[i] = random_scaled(&source, -30, 0);
            break;
        default:
            x[i] = pow(random_unit(&source) + 1e-12, -1 / 1.2);
        }
}

static void assert_within(const char *name, sum_of *small, sum_of *large)
{
    size_t cases = numeric_cases() / 100;
    worst w[2] = {{0, 0, 0}, {0, 0, 0}};
    for (size_t i = 0; i < cases; i++) {
        int is_large = i % 20 == 0;
        size_t n = is_large ? random_size(&source, SMALL_MARKET + 1, LONGEST)
                            : random_size(&source, 1, random_below(&source, 2) ? 40 : SMALL_MARKET);
        draw(n);
        compare(is_large ? large : small, n, &w[is_large]);
    }
    for (int k = 0; k < 2; k++) {
        print_message("%-8s %s: at most %.3f of the bound of T, %.3f of T^2, %.3f of Q\n", name,
                      k ? "large" : "small", w[k].total, w[k].square, w[k].squares);
        assert_true(w[k].total > 1. / 200 && w[k].square > 1. / 200 && w[k].squares > 1. / 200);
    }
}

static void every_set_of_instructions(void **state)
{
    (void)state;
    assert_within("base", minrisk_base_small_market, minrisk_base_large_market);
#ifdef MINRISK_HAS_AVX2
    if (MINRISK_HAS_AVX2)
        assert_within("AVX2", minrisk_avx2_small_market, minrisk_avx2_large_market);
#endif
#ifdef MINRISK_HAS_AVX512
    if (MINRISK_HAS_AVX512)
        assert_within("AVX-512", minrisk_avx512_small_market, minrisk_avx512_large_market);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_set_of_instructions)};
    int failed;
    mpfr_inits2(PRODUCT_BITS, total, square, squares, part, error, (mpfr_ptr)NULL);
    failed = cmocka_run_group_tests_name("numeric_bounds", tests, NULL, NULL);
    mpfr_clears(total, square, squares, part, error, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return failed;
}
