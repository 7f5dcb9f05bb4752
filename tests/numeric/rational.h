/* SPDX-License-Identifier: MIT */
/* Exact integers and fractions of doubles, and their rounding, by GMP and MPFR. */
#ifndef TESTS_NUMERIC_RATIONAL_H
#define TESTS_NUMERIC_RATIONAL_H

#include <mpfr.h>

#include "support/check.h"

/* A quantity in units of 2^(unit - 1074), which must divide it. */
static inline void integer_of(mpz_t z, double x, unsigned unit)
{
    uint64_t bits = bits_of(x) << 1 >> 1, mantissa = bits << 12 >> 12;
    unsigned shift = (unsigned)(bits >> 52);
    if (shift > 0) {
        mantissa |= (uint64_t)1 << 52;
        shift--;
    }
    mpz_set_ui(z, (unsigned long)(mantissa >> 32));
    mpz_mul_2exp(z, z, 32);
    mpz_add_ui(z, z, (unsigned long)(mantissa & UINT32_MAX));
    mpz_mul_2exp(z, z, shift);
    assert_true(mpz_divisible_2exp_p(z, unit));
    mpz_fdiv_q_2exp(z, z, unit);
}

/* The largest unit that divides every quantity, for short integers. */
static inline unsigned unit_of(const double *x, size_t n, unsigned most)
{
    mpz_t z;
    mpz_init(z);
    for (size_t i = 0; i < n; i++) {
        integer_of(z, x[i], 0);
        if (mpz_sgn(z) != 0 && mpz_scan1(z, 0) < most)
            most = (unsigned)mpz_scan1(z, 0);
    }
    mpz_clear(z);
    return most;
}

/* The double that num / den rounds to, subnormals included. */
static inline double rounded_ratio(const mpz_t num, const mpz_t den, mpfr_rnd_t rounding)
{
    const mpfr_exp_t least = mpfr_get_emin(), most = mpfr_get_emax();
    double result;
    int inexact;
    mpfr_t f;
    mpq_t q;

    mpq_init(q);
    mpq_set_num(q, num);
    mpq_set_den(q, den);
    mpq_canonicalize(q);
    mpfr_init2(f, 53);
    inexact = mpfr_set_q(f, q, rounding);
    mpfr_set_emin(-1073);
    mpfr_set_emax(1024);
    inexact = mpfr_check_range(f, inexact, rounding);
    mpfr_subnormalize(f, inexact, rounding);
    result = mpfr_get_d(f, rounding);
    mpfr_set_emin(least);
    mpfr_set_emax(most);
    mpfr_clear(f);
    mpq_clear(q);
    return result;
}

#endif
