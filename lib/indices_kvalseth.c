/* SPDX-License-Identifier: MIT */
/* Kvalseth index C_K: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "order.h"
#include "terms.h"

minrisk_status minrisk_kvalseth(const double *quantity, size_t n, double *scratch,
                                size_t scratch_len, double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_status status;
    minrisk_pair total, weighted;
    unsigned unit;
    uint64_t i;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    /* From the smallest up, whatever the order was. */
    unit = minrisk_parts_of(minrisk_bits_of(&market.quantity[0])).shift;
    total = weighted = minrisk_pair_of(0.0);
    for (i = market.n; i > 0; i--) {
        minrisk_pair y = minrisk_pair_of(minrisk_in_units(market.quantity[i - 1], unit));
        total = minrisk_pair_add(total, y);
        weighted = minrisk_pair_add(weighted, minrisk_pair_divide(y, minrisk_pair_of_integer(i)));
    }
    *out = minrisk_pair_round(minrisk_pair_divide(weighted, total));
    return MINRISK_OK;
}

#endif
