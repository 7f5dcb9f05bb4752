/* SPDX-License-Identifier: MIT */
/* Kwoka dominance: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"
#include "order.h"

minrisk_status minrisk_kwoka(const double *quantity, size_t n, double *scratch, size_t scratch_len,
                             double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_products steps;
    minrisk_sum total;
    minrisk_status status;
    size_t i;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    /* (a - b)^2 = a^2 + b^2 - 2 a b, added before it is taken away. */
    memset(&total, 0, sizeof total);
    memset(&steps, 0, sizeof steps);
    for (i = 0; i < market.n; i++) {
        double a = market.quantity[i];
        double b = i + 1 < market.n ? market.quantity[i + 1] : a;
        minrisk_sum_add(&total, a);
        minrisk_products_add(&steps, a, a);
        minrisk_products_add(&steps, b, b);
        minrisk_products_subtract(&steps, a, b);
        minrisk_products_subtract(&steps, a, b);
    }
    *out = minrisk_squares_ratio(&steps, &total, MINRISK_NEAREST);
    return MINRISK_OK;
}

#endif
