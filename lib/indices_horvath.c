/* SPDX-License-Identifier: MIT */
/* Horvath comprehensive concentration index: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "terms.h"

/* y^2 (2 T - y) */
static minrisk_pair term_of(double y, minrisk_pair total)
{
    total.high *= 2.0;
    total.low *= 2.0;
    return minrisk_pair_multiply(minrisk_two_product(y, y),
                                 minrisk_pair_add(total, minrisk_pair_of(-y)));
}

minrisk_status minrisk_horvath(const double *quantity, size_t n, double *out)
{
    minrisk_unit_market market;
    minrisk_sum others;
    minrisk_pair square, numerator;
    minrisk_status status;
    double leader;
    size_t i;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&others, 0, sizeof others);
    for (i = 0; i < n; i++) {
        if (i != market.leader) {
            double y = minrisk_in_units(quantity[i], market.unit);
            minrisk_sum_add_term(&others, term_of(y, market.total));
        }
    }

    /* (y_(1) T^2 + sum over the others) / T^3 */
    leader = minrisk_in_units(quantity[market.leader], market.unit);
    square = minrisk_pair_multiply(market.total, market.total);
    numerator = minrisk_pair_add(minrisk_pair_multiply(square, minrisk_pair_of(leader)),
                                 minrisk_sum_pair(&others));
    *out = minrisk_pair_round(
        minrisk_pair_divide(numerator, minrisk_pair_multiply(square, market.total)));
    return MINRISK_OK;
}

#endif
