/* SPDX-License-Identifier: MIT */
/* Generalised entropy: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "power.h"

minrisk_status minrisk_generalised_entropy(const double *quantity, size_t n, size_t market_size,
                                           double order, double *out)
{
    minrisk_unit_market market;
    minrisk_order_of_power power;
    minrisk_pair sum;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_finite(order)) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }
    if (market_size == 0) {
        market_size = market.n;
    }
    if (market_size < market.n) {
        return MINRISK_E_PARAM;
    }
    power.a = minrisk_pair_of(order);
    power.less_one = minrisk_two_sum(order, -1.0);
    sum = minrisk_power_sum(quantity, n, &market, market_size, &power);
    if (!minrisk_is_finite(sum.high)) {
        return MINRISK_E_PARAM;
    }

    *out = minrisk_pair_round(minrisk_pair_divide(sum, minrisk_pair_of_integer(market_size)));
    return MINRISK_OK;
}

#endif
