/* SPDX-License-Identifier: MIT */
/* Garcia-Alba dominance: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "terms.h"

minrisk_status minrisk_garcia_alba(const double *quantity, size_t n, double *out)
{
    minrisk_unit_market market;
    minrisk_sum squares, fourth_powers;
    minrisk_pair q;
    minrisk_status status;
    size_t i;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&squares, 0, sizeof squares);
    memset(&fourth_powers, 0, sizeof fourth_powers);
    for (i = 0; i < n; i++) {
        double y = minrisk_in_units(quantity[i], market.unit);
        minrisk_pair square = minrisk_two_product(y, y);
        minrisk_sum_add_term(&squares, square);
        minrisk_sum_add_term(&fourth_powers, minrisk_pair_multiply(square, square));
    }
    q = minrisk_sum_pair(&squares);
    *out = minrisk_pair_round(
        minrisk_pair_divide(minrisk_sum_pair(&fourth_powers), minrisk_pair_multiply(q, q)));
    return MINRISK_OK;
}

#endif
