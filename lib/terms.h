/* SPDX-License-Identifier: MIT */
/* A market in a scale that is safe to multiply in, and sums of terms that no order changes. u is
 * 2^-53. */
#ifndef MINRISK_TERMS_H
#define MINRISK_TERMS_H

#include "arithmetic.h"
#include "exact.h"

/* Quantities are counted in units of the last place of the largest supplier, which so has less
 * than 2^53 of them; those below 2^-700 units count as 0 beside it. */
typedef struct minrisk_unit_market {
    size_t n;           /* suppliers with supply */
    size_t leader;      /* the first of the largest */
    unsigned unit;      /* 2^(unit - 1074) */
    minrisk_pair total; /* within 2 u^2 */
    double rest;        /* total + rest is within 2 u^3 */
} minrisk_unit_market;

/* Returns MINRISK_OK, MINRISK_E_SIZE, MINRISK_E_DATA or MINRISK_E_NO_SUPPLY. */
minrisk_status minrisk_unit_market_of(const double *quantity, size_t n,
                                      minrisk_unit_market *market);

/* A quantity in units, exactly. */
double minrisk_in_units(double x, unsigned unit);

/* Adds a term, high >= |low|. The sum of terms is exact, so that their order does not show. */
void minrisk_sum_add_term(minrisk_sum *sum, minrisk_pair term);

/* A sum within 2 u^2; infinite past the range of double. The sum is used up. */
minrisk_pair minrisk_sum_pair(minrisk_sum *sum);

/* The double nearest to a pair. */
static inline double minrisk_pair_round(minrisk_pair a)
{
    return a.high + a.low;
}

/* The leading 106 bits of a sum, in units of 2^exponent, exactly. */
static inline minrisk_pair minrisk_pair_of_leading(minrisk_leading lead)
{
    return minrisk_quick_two_sum((double)lead.high,
                                 (double)lead.low * 1.1102230246251565e-16); /* 2^-53 */
}

/* The pair of an integer, exactly. */
static inline minrisk_pair minrisk_pair_of_integer(uint64_t a)
{
    return minrisk_quick_two_sum((double)(int64_t)(a >> 32) * 4294967296.0, (double)(uint32_t)a);
}

#endif
