/* SPDX-License-Identifier: MIT */
/* What a supplier adds to the inequality measures that are means of powers: generalised entropy
 * and, through it, Theil L and Atkinson. */
#ifndef MINRISK_POWER_H
#define MINRISK_POWER_H

#include "terms.h"

/* x / mu, mu = T / N the mean of the N suppliers of a market. */
typedef struct minrisk_ratio {
    minrisk_pair ratio;     /* 0 where x counts as 0 in units */
    minrisk_pair deviation; /* x / mu - 1, to the last bits of a small one too */
    minrisk_pair log;       /* ln(x / mu), of the smallest ratio too */
} minrisk_ratio;

minrisk_ratio minrisk_ratio_to_mean(double x, const minrisk_unit_market *market,
                                    uint64_t market_size);

/* An order a with a - 1, neither of which follows exactly from the other in a double. */
typedef struct minrisk_order_of_power {
    minrisk_pair a;
    minrisk_pair less_one;
} minrisk_order_of_power;

/* (r^a - 1 - a (r - 1)) / (a (a - 1)) for r = x / mu, and its limits d - ln r at a = 0 and r ln r -
 * d at a = 1, d = r - 1: never negative, so that a sum of them cancels nothing. Their mean is the
 * generalised entropy of order a, since the mean of d is 0. The relative error is below 2^-70.
 * Infinite where r^a is above e^690. */
minrisk_pair minrisk_power_deviation(const minrisk_ratio *r, const minrisk_order_of_power *order);

/* The same for r = 0: 1 / a, infinite unless a > 0. */
minrisk_pair minrisk_power_deviation_of_nothing(const minrisk_order_of_power *order);

/* The sum of them over a market; no order of the suppliers shows. */
minrisk_pair minrisk_power_sum(const double *quantity, size_t n, const minrisk_unit_market *market,
                               uint64_t market_size, const minrisk_order_of_power *order);

#endif
