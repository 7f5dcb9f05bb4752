/* SPDX-License-Identifier: MIT */
/* Scores worked out by MPFR with far more bits than it takes, and their derivatives as differences:
 * with a step of 2^-200, (f(x + h) - f(x - h)) / 2h is off by 2^-400, and rounded by 2^-1000. */
#ifndef TESTS_NUMERIC_MEASURE_H
#define TESTS_NUMERIC_MEASURE_H

#include <stdio.h>

#include <mpfr.h>

#include "support/check.h"

enum { SCORE_BITS = 1300, MOST_INPUTS = 64 };

/* A score of inputs that stand in `input`, each exactly a double but for a step. */
typedef void score_function(mpfr_t score);

static mpfr_t input[MOST_INPUTS];
static mpfr_t measured, measured_again, measured_error, measured_limit;

static inline void open_measure(void)
{
    for (size_t i = 0; i < MOST_INPUTS; i++)
        mpfr_init2(input[i], SCORE_BITS);
    mpfr_inits2(SCORE_BITS, measured, measured_again, measured_error, measured_limit,
                (mpfr_ptr)NULL);
}

static inline void close_measure(void)
{
    for (size_t i = 0; i < MOST_INPUTS; i++)
        mpfr_clear(input[i]);
    mpfr_clears(measured, measured_again, measured_error, measured_limit, (mpfr_ptr)NULL);
    mpfr_free_cache();
}

/* One ulp of a double near x; that of a subnormal is 2^-1074. */
static inline void set_ulp(mpfr_t ulp, const mpfr_t x)
{
    mpfr_exp_t exponent = mpfr_zero_p(x) ? -1074 : mpfr_get_exp(x) - 53;
    mpfr_set_ui_2exp(ulp, 1, exponent < -1074 ? -1074 : exponent, MPFR_RNDN);
}

/* Within so many ulps of the truth, and a size besides (NULL: none). */
static inline void assert_measured(double got, const mpfr_t truth, double ulps, const double *more,
                                   const char *what)
{
    set_ulp(measured_limit, truth);
    mpfr_mul_d(measured_limit, measured_limit, ulps, MPFR_RNDN);
    if (more != NULL)
        mpfr_add_d(measured_limit, measured_limit, *more, MPFR_RNDN);
    mpfr_sub_d(measured_error, truth, got, MPFR_RNDN);
    if (mpfr_cmpabs(measured_error, measured_limit) <= 0)
        return;
    mpfr_fprintf(stderr, "%s is %.17g, but %.20Rg: off by %.3Rg, and %.3Rg allowed\n", what, got,
                 truth, measured_error, measured_limit);
    fail();
}

/* d score / d input[k], by the size of a step that suits the input. */
static inline void assert_derivative(score_function *score, size_t k, double step, double got,
                                     double more, const char *what)
{
    mpfr_t kept, h;
    mpfr_inits2(SCORE_BITS, kept, h, (mpfr_ptr)NULL);
    mpfr_set(kept, input[k], MPFR_RNDN);
    mpfr_set_d(h, step, MPFR_RNDN);
    mpfr_mul_2si(h, h, -200, MPFR_RNDN);
    mpfr_add(input[k], kept, h, MPFR_RNDN);
    score(measured);
    mpfr_sub(input[k], kept, h, MPFR_RNDN);
    score(measured_again);
    mpfr_sub(measured, measured, measured_again, MPFR_RNDN);
    mpfr_div(measured, measured, h, MPFR_RNDN);
    mpfr_div_2ui(measured, measured, 1, MPFR_RNDN);
    mpfr_set(input[k], kept, MPFR_RNDN);
    assert_measured(got, measured, 1, &more, what);
    mpfr_clears(kept, h, (mpfr_ptr)NULL);
}

/* Contributions add up to the score, within 2^-51 of it, and 2^-1074 for each that underflows. */
static inline void assert_sum(const double *contribution, size_t n, const mpfr_t score,
                              const char *what)
{
    mpfr_set_zero(measured_error, 1);
    for (size_t i = 0; i < n; i++)
        mpfr_add_d(measured_error, measured_error, contribution[i], MPFR_RNDN);
    mpfr_sub(measured_error, measured_error, score, MPFR_RNDN);
    mpfr_mul_2si(measured_limit, score, -51, MPFR_RNDN);
    mpfr_add_d(measured_limit, measured_limit, (double)n * 0x1p-1074, MPFR_RNDN);
    if (mpfr_cmpabs(measured_error, measured_limit) <= 0)
        return;
    mpfr_fprintf(stderr, "%s: contributions are off by %.3Rg\n", what, measured_error);
    fail();
}

#endif
