/* SPDX-License-Identifier: MIT */
/* Theil L, the mean logarithmic deviation: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "power.h"

minrisk_status minrisk_theil_l(const double *quantity, size_t n, double *out)
{
    const minrisk_order_of_power order = {{0.0, 0.0}, {-1.0, 0.0}};
    minrisk_unit_market market;
    minrisk_pair sum;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    sum = minrisk_power_sum(quantity, n, &market, market.n, &order);
    *out = minrisk_pair_round(minrisk_pair_divide(sum, minrisk_pair_of_integer(market.n)));
    return MINRISK_OK;
}

#endif
