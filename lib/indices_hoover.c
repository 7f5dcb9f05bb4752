/* SPDX-License-Identifier: MIT */
/* Hoover index: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"

/* The largest double not above the mean T / N: a quantity is above the one where it is above the
 * other, since no double lies between them. */
static double floor_of_mean(const minrisk_sum *total, uint64_t market_size)
{
    uint32_t size[2];
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_sum(total);
    q.d1 = minrisk_natural_of_integer(market_size, size);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = -1074;
    return minrisk_quotient_round(&q, MINRISK_DOWN);
}

/* The sum of |s_i - 1/N| over those above the mean is that over those below it: with k above,
 *
 *     sum over those above of (N x - T) = sum of (N - k) x above - sum of k x below
 */
static double hoover(const double *quantity, size_t n, const minrisk_sum *total,
                     uint64_t market_size)
{
    double mean = floor_of_mean(total, market_size);
    uint64_t threshold = minrisk_rank_key(mean), above = 0;
    uint32_t size[2];
    minrisk_sum excess;
    minrisk_quotient q;
    size_t i;

    memset(&excess, 0, sizeof excess);
    for (i = 0; i < n; i++) {
        above += minrisk_rank_key(quantity[i]) > threshold;
    }
    for (i = 0; i < n; i++) {
        if (minrisk_rank_key(quantity[i]) > threshold) {
            minrisk_sum_add_times(&excess, quantity[i], market_size - above);
        }
    }
    for (i = 0; i < n; i++) {
        if (minrisk_rank_key(quantity[i]) <= threshold) {
            minrisk_sum_subtract_times(&excess, quantity[i], above);
        }
    }
    q.n1 = minrisk_natural_of_sum(&excess);
    q.d1 = minrisk_natural_of_sum(total);
    q.d2 = minrisk_natural_of_integer(market_size, size);
    q.n2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

minrisk_status minrisk_hoover(const double *quantity, size_t n, size_t market_size, double *out)
{
    minrisk_sum total;
    minrisk_status status;
    size_t positives;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }
    positives = minrisk_count_positive(quantity, n);
    if (market_size == 0) {
        market_size = positives;
    }
    if (market_size < positives) {
        return MINRISK_E_PARAM;
    }

    *out = hoover(quantity, n, &total, market_size);
    return MINRISK_OK;
}

#endif
