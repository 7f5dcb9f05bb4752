/* SPDX-License-Identifier: MIT */
/* The oracle of the great sweep: whole numbers of GMP, and one long division a result. It shares
 * nothing with the library, and knows no rounding but the last one. */
#ifndef TESTS_NUMERIC_SWEEP_ORACLE_H
#define TESTS_NUMERIC_SWEEP_ORACLE_H

#include <gmp.h>
#include <stddef.h>
#include <stdint.h>

enum direction { TO_NEAREST, TOWARD_ZERO, AWAY_FROM_ZERO };

/* What a format keeps of a number: its bits, and the exponent of its smallest. */
typedef struct format {
    int bits;
    long least;
} format;

static const format BINARY64 = {53, -1074}, BINARY32 = {24, -149};

/* Sums in units of 2^unit, and of its square. */
typedef struct sums {
    long unit;
    size_t positives;
    mpz_t total, squares;
    mpz_t square_of_total;
} sums;

void sums_open(sums *s);
void sums_close(sums *s);

/* The sums of a market; `also` are further values that shall be whole in the same units. */
void sums_of(sums *s, const double *x, size_t n, const double *also, size_t also_count);

/* sum of i x_i, i from 1, and sum of x_i, of values that sums_of has seen. */
void weighted_sum_of(const sums *s, mpz_t out, const double *x, size_t n);
void plain_sum_of(const sums *s, mpz_t out, const double *x, size_t n);

/* x in the units of s. */
void whole(const sums *s, mpz_t out, double x);

/* (num / den) * 2^exponent, rounded once; num >= 0, den > 0. */
double rounded_quotient(const mpz_t num, const mpz_t den, long exponent, format f,
                        enum direction direction);

#endif
