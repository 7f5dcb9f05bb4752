/* SPDX-License-Identifier: MIT */
/* Linda index: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "order.h"
#include "terms.h"

/* A market in order, in units, and the index of its k largest. With A_i the sum of the i largest
 * and B_i that of those behind them down to the k-th,
 *
 *     L_k = 1 / (k (k - 1)) sum over i < k of (k - i) / i A_i / B_i
 *
 * Both sums run from the k-th up, so that B_i loses nothing to cancellation; A_i, which is at
 * least i / k of the whole, loses at most a factor of k / i. Infinite where the k-th counts as 0 in
 * units, or L_k does not fit a double. */
static double linda(const minrisk_ordered *market, size_t k)
{
    unsigned unit = minrisk_parts_of(minrisk_bits_of(&market->quantity[0])).shift;
    minrisk_pair whole = minrisk_pair_of(0.0), behind = whole, sum = whole;
    uint64_t i;

    for (i = k; i > 0; i--) {
        double y = minrisk_in_units(market->quantity[i - 1], unit);
        whole = minrisk_pair_add(whole, minrisk_pair_of(y));
    }
    if (minrisk_is_zero(minrisk_in_units(market->quantity[k - 1], unit))) {
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    for (i = k - 1; i > 0; i--) {
        double y = minrisk_in_units(market->quantity[i], unit);
        minrisk_pair front, weight;
        behind = minrisk_pair_add(behind, minrisk_pair_of(y));
        front = minrisk_pair_add(whole, minrisk_pair_negate(behind));
        weight = minrisk_pair_divide(minrisk_pair_of_integer(k - i), minrisk_pair_of_integer(i));
        sum = minrisk_pair_add(sum,
                               minrisk_pair_multiply(weight, minrisk_pair_divide(front, behind)));
    }
    sum = minrisk_pair_divide(sum, minrisk_pair_of_integer(k));
    return minrisk_pair_round(minrisk_pair_divide(sum, minrisk_pair_of_integer(k - 1)));
}

minrisk_status minrisk_linda(const double *quantity, size_t n, size_t k, double *scratch,
                             size_t scratch_len, double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_status status;
    double index;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order_size(n, scratch, scratch_len);
    if (status != MINRISK_OK) {
        return status;
    }
    if (k == 1) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }
    k = k == 0 ? market.n : k;
    if (market.n < 2 || k > market.n) {
        return MINRISK_E_PARAM;
    }
    index = linda(&market, k);
    if (!minrisk_is_finite(index)) {
        return MINRISK_E_PARAM;
    }

    *out = index;
    return MINRISK_OK;
}

minrisk_status minrisk_linda_core(const double *quantity, size_t n, double *scratch,
                                  size_t scratch_len, size_t *suppliers, double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_status status;
    double least;
    size_t k, core = 2;

    if (!quantity || !suppliers || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }
    if (market.n < 2) {
        return MINRISK_E_PARAM;
    }
    least = linda(&market, 2);
    for (k = 3; k <= market.n; k++) {
        double index = linda(&market, k);
        if (index < least) {
            least = index;
            core = k;
        }
    }
    if (!minrisk_is_finite(least)) {
        return MINRISK_E_PARAM;
    }

    *suppliers = core;
    *out = least;
    return MINRISK_OK;
}

#endif
