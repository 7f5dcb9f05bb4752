/* SPDX-License-Identifier: MIT */
/* Knots of lead-time tables against MPFR: half a tick below a knot the distribution function is at
 * most the knot's probability, half a tick above it at least that. */
#include <math.h>
#include <mpfr.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

enum { LENGTH = 33, BITS = 160 };

static random_source source = {7};
static int32_t table[LENGTH];

typedef void (*law)(mpfr_t p, const double *shape, double x);

/* erfc((mu - ln x) / (sigma sqrt 2)) / 2, sigma and mu from the mean and the standard deviation */
static void lognormal_law(mpfr_t p, const double *shape, double x)
{
    mpfr_t sigma, t;
    mpfr_inits2(BITS, sigma, t, (mpfr_ptr)0);
    mpfr_set_d(sigma, shape[1], MPFR_RNDN);
    mpfr_div_d(sigma, sigma, shape[0], MPFR_RNDN);
    mpfr_sqr(sigma, sigma, MPFR_RNDN);
    mpfr_log1p(sigma, sigma, MPFR_RNDN); /* the variance */
    mpfr_set_d(p, shape[0], MPFR_RNDN);
    mpfr_div_d(p, p, x, MPFR_RNDN);
    mpfr_log(p, p, MPFR_RNDN);
    mpfr_div_2ui(t, sigma, 1, MPFR_RNDN);
    mpfr_sub(p, p, t, MPFR_RNDN);
    mpfr_mul_2ui(sigma, sigma, 1, MPFR_RNDN);
    mpfr_sqrt(sigma, sigma, MPFR_RNDN);
    mpfr_div(p, p, sigma, MPFR_RNDN);
    mpfr_erfc(p, p, MPFR_RNDN);
    mpfr_div_2ui(p, p, 1, MPFR_RNDN);
    mpfr_clears(sigma, t, (mpfr_ptr)0);
}

/* 1 - exp(-(x / scale)^shape) */
static void weibull_law(mpfr_t p, const double *shape, double x)
{
    mpfr_t k;
    mpfr_init2(k, BITS);
    mpfr_set_d(k, shape[0], MPFR_RNDN);
    mpfr_set_d(p, x, MPFR_RNDN);
    mpfr_div_d(p, p, shape[1], MPFR_RNDN);
    mpfr_pow(p, p, k, MPFR_RNDN);
    mpfr_neg(p, p, MPFR_RNDN);
    mpfr_expm1(p, p, MPFR_RNDN);
    mpfr_neg(p, p, MPFR_RNDN);
    mpfr_clear(k);
}

/* The sum over n of (1-b)(2-b)...(n-b)/n! x^n/(a+n), times x^a: another series than the library's,
 * and the mirrored one for x above 1/2. */
static void beta_integral(mpfr_t sum, double a, double b, const mpfr_t x)
{
    mpfr_t factor, term;
    mpfr_inits2(BITS, factor, term, (mpfr_ptr)0);
    mpfr_set_ui(factor, 1, MPFR_RNDN);
    mpfr_set_ui(sum, 0, MPFR_RNDN);
    for (int n = 0; n < 200; n++) {
        mpfr_div_d(term, factor, a + n, MPFR_RNDN);
        mpfr_add(sum, sum, term, MPFR_RNDN);
        mpfr_mul_d(factor, factor, n + 1 - b, MPFR_RNDN);
        mpfr_div_ui(factor, factor, (unsigned long)n + 1, MPFR_RNDN);
        mpfr_mul(factor, factor, x, MPFR_RNDN);
    }
    mpfr_set_d(term, a, MPFR_RNDN);
    mpfr_pow(term, x, term, MPFR_RNDN);
    mpfr_mul(sum, sum, term, MPFR_RNDN);
    mpfr_clears(factor, term, (mpfr_ptr)0);
}

static void pert_law(mpfr_t p, const double *shape, double x)
{
    double range = shape[2] - shape[0];
    double a = 1 + 4 * (shape[1] - shape[0]) / range, b = 1 + 4 * (shape[2] - shape[1]) / range;
    mpfr_t y, half, whole, part;
    mpfr_inits2(BITS, y, half, whole, part, (mpfr_ptr)0);
    mpfr_set_d(half, 0.5, MPFR_RNDN);
    beta_integral(whole, a, b, half);
    beta_integral(part, b, a, half);
    mpfr_add(whole, whole, part, MPFR_RNDN);
    mpfr_set_d(y, x, MPFR_RNDN);
    mpfr_sub_d(y, y, shape[0], MPFR_RNDN);
    mpfr_div_d(y, y, range, MPFR_RNDN);
    if (mpfr_cmp(y, half) <= 0) {
        beta_integral(p, a, b, y);
    } else {
        mpfr_ui_sub(y, 1, y, MPFR_RNDN);
        beta_integral(part, b, a, y);
        mpfr_sub(p, whole, part, MPFR_RNDN);
    }
    mpfr_div(p, p, whole, MPFR_RNDN);
    mpfr_clears(y, half, whole, part, (mpfr_ptr)0);
}

static void assert_knots(law f, const double *shape)
{
    mpfr_t p;
    mpfr_init2(p, BITS);
    for (int i = 1; i + 1 < LENGTH; i++) {
        double u = i / (LENGTH - 1.0), x = table[i] / 65536.0;
        double doubt = 0x1.001p-17 + 1e-10 * x;
        if (x > doubt) {
            f(p, shape, x - doubt);
            assert_true(mpfr_cmp_d(p, u) <= 0);
        }
        if (x + doubt < 32767) {
            f(p, shape, x + doubt);
            assert_true(mpfr_cmp_d(p, u) >= 0);
        }
    }
    mpfr_clear(p);
}

static double between(double low, double high)
{
    return low + (high - low) * random_unit(&source);
}

static void lognormal(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 1000; i++) {
        const double shape[] = {between(0.01, 60), between(0.001, 40)};
        assert_int_equal(minrisk_lead_lognormal(shape[0], shape[1], table, LENGTH), MINRISK_OK);
        assert_knots(lognormal_law, shape);
    }
}

static void weibull(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 1000; i++) {
        const double shape[] = {exp(between(-2, 6)), between(0.001, 60)};
        assert_int_equal(minrisk_lead_weibull(shape[0], shape[1], table, LENGTH), MINRISK_OK);
        assert_knots(weibull_law, shape);
    }
}

static void pert(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 2000; i++) {
        double least = between(0, 20), most = least + exp(between(-5, 4));
        const double shape[] = {least, i % 10 == 0 ? least : between(least, most), most};
        assert_int_equal(minrisk_lead_pert(shape[0], shape[1], shape[2], table, LENGTH),
                         MINRISK_OK);
        /* At an end the law has no room on one side. */
        assert_int_equal(table[0], (int32_t)(least * 65536 + 0.5));
        assert_int_equal(table[LENGTH - 1], (int32_t)(most * 65536 + 0.5));
        if (most - least > 0.05)
            assert_knots(pert_law, shape);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lognormal), cmocka_unit_test(weibull),
                                       cmocka_unit_test(pert)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
