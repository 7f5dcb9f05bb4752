/* SPDX-License-Identifier: MIT */
/* The oracle: MPFR with so many bits that sums of doubles and of their squares are exact, so that
 * the quotient, rounded once, is the one right answer. */
#ifndef TESTS_NUMERIC_ORACLE_H
#define TESTS_NUMERIC_ORACLE_H

#include <mpfr.h>

#include "support/check.h"

enum {
    SUM_BITS = 2300,     /* 2^-1074 .. 2^1024, and room for the terms and a count */
    PRODUCT_BITS = 4700, /* 2^-2148 .. 2^2048, likewise */
    AIM_BITS = 900,      /* for the search of near-midpoint cases */
    RESULT_BITS = 53,
    FLOAT_BITS = 24
};

/* The double that num / den rounds to, subnormals and the ends of the range included. */
static inline double oracle_quotient(const mpfr_t num, const mpfr_t den, mpfr_rnd_t rounding)
{
    const mpfr_exp_t least = mpfr_get_emin(), most = mpfr_get_emax();
    mpfr_t q;
    double result;
    int inexact;

    mpfr_init2(q, RESULT_BITS);
    inexact = mpfr_div(q, num, den, rounding);
    mpfr_set_emin(-1073);
    mpfr_set_emax(1024);
    inexact = mpfr_check_range(q, inexact, rounding);
    mpfr_subnormalize(q, inexact, rounding);
    result = mpfr_get_d(q, rounding);
    mpfr_set_emin(least);
    mpfr_set_emax(most);
    mpfr_clear(q);
    return result;
}

/* The same for float; an HHI is far from the ends of its range. */
static inline float oracle_quotient_f32(const mpfr_t num, const mpfr_t den)
{
    mpfr_t q;
    float result;

    mpfr_init2(q, FLOAT_BITS);
    mpfr_div(q, num, den, MPFR_RNDN);
    result = mpfr_get_flt(q, MPFR_RNDN);
    mpfr_clear(q);
    return result;
}

/* How far a double is from the truth, in units of the last place of a double of its size. */
static inline double oracle_ulps(double got, const mpfr_t truth)
{
    mpfr_exp_t last = mpfr_zero_p(truth) ? -1074 : mpfr_get_exp(truth) - RESULT_BITS;
    mpfr_t error;
    double ulps;

    if (got == infinity())
        return mpfr_get_d(truth, MPFR_RNDN) == got ? 0 : got;
    mpfr_init2(error, mpfr_get_prec(truth));
    mpfr_sub_d(error, truth, got, MPFR_RNDN);
    mpfr_abs(error, error, MPFR_RNDN);
    mpfr_mul_2si(error, error, -(last < -1074 ? -1074 : last), MPFR_RNDN);
    ulps = mpfr_get_d(error, MPFR_RNDU);
    mpfr_clear(error);
    return ulps;
}

static inline void assert_exact(int inexact)
{
    assert_int_equal(inexact, 0);
}

/* Where a quotient lies: how near to the middle between two doubles. */
enum nearness { ORDINARY, BELOW_MIDPOINT, TIE, ABOVE_MIDPOINT, NEARNESSES };

/* Within 2^-70 of a midpoint between numbers of so many bits, relatively? Compared exactly: num against midpoint * den. */
static inline enum nearness oracle_nearness(const mpfr_t num, const mpfr_t den, mpfr_prec_t bits)
{
    mpfr_t midpoint, product, error;
    enum nearness result = ORDINARY;

    mpfr_init2(midpoint, bits + 1);
    mpfr_init2(product, PRODUCT_BITS + 200);
    mpfr_init2(error, PRODUCT_BITS + 200);
    mpfr_div(midpoint, num, den, MPFR_RNDN);
    if (mpfr_min_prec(midpoint) == bits + 1) {
        assert_exact(mpfr_mul(product, midpoint, den, MPFR_RNDN));
        mpfr_sub(error, num, product, MPFR_RNDN);
        if (mpfr_zero_p(error))
            result = TIE;
        else if (mpfr_get_exp(error) < mpfr_get_exp(num) - 70)
            result = mpfr_sgn(error) < 0 ? BELOW_MIDPOINT : ABOVE_MIDPOINT;
    }
    mpfr_clears(midpoint, product, error, (mpfr_ptr)NULL);
    return result;
}

#endif
