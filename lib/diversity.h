/* SPDX-License-Identifier: MIT */
/* Sums over the suppliers of a market in twice the precision: entropy, Hill numbers, Theil's index
 * and the weighted HHI.
 *
 * Each term is a function of one quantity and of exact sums alone, and the terms are added exactly:
 * so the order of the suppliers never shows. What may be as small as the smallest double, or
 * smaller on the way, is carried in units of 2^-900; names of such values end in _units. u is
 * 2^-53.
 *
 * With s_i = x_i / T the logarithm of the Hill number is the primitive,
 *
 *     ln D_q = ln(sum s_i^q) / (1 - q)
 *
 * Renyi's entropy is it, the Hill number and Hannah and Kay's index are its exponentials, and
 * Tsallis' entropy is -expm1((1 - q) ln D_q) / (q - 1). All results here are within 2^-70 of the
 * truth, relatively, so that one rounding is left; but the entropy within 2^-54 where it is above
 * 1, and within 2^-60.8 what quick powers are in: most markets' ln D_q at usual orders.
 */
#ifndef MINRISK_DIVERSITY_H
#define MINRISK_DIVERSITY_H

#include "arithmetic.h"
#include "exact.h"

enum { MINRISK_UNIT = 900 };

typedef struct minrisk_market {
    const double *quantity;
    size_t n;
    size_t suppliers; /* with a positive quantity */
    double largest, least;
    int scale;                /* x 2^scale is in units of T, but for a factor in [1, 2) */
    minrisk_pair total_units; /* T in the same scale: that factor, within 2^-105 */
    minrisk_pair inverse;     /* one over that factor */
    minrisk_pair rest_units;  /* 1 - the largest share */
    minrisk_pair log_units;   /* minus the logarithm of the largest share */
} minrisk_market;

/* Returns MINRISK_OK, MINRISK_E_DATA or MINRISK_E_NO_SUPPLY. */
minrisk_status minrisk_market_read(const double *quantity, size_t n, minrisk_market *m);

/* The entropy, by minrisk_fast_entropy where that can tell, and the number of suppliers; returns as
 * minrisk_market_read. */
minrisk_status minrisk_entropy_units(const double *quantity, size_t n, minrisk_pair *nats_units,
                                     size_t *suppliers);

/* ln D_q of any order in [0, infinity] but 1. */
minrisk_pair minrisk_log_hill_units(const minrisk_market *m, double order);

/* (1 - e^(-e ln D)) / e, e = q - 1, rounded. */
double minrisk_tsallis_of(double order, minrisk_pair log_units);

/* Theil's index among `size` suppliers, at least those of the market, rounded. */
double minrisk_theil_of(const minrisk_market *m, size_t size);

/* sum s_i^2 w_i of quantities and weights, of which the sum of the quantities is not 0; rounded. */
double minrisk_weighted_hhi_of(const double *quantity, const double *weight, size_t n,
                               const minrisk_sum *total);

/* Rounded. */
double minrisk_double_of_units(minrisk_pair a);

#endif
