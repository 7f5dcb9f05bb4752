/* SPDX-License-Identifier: MIT */
/* The least HHI of so many suppliers: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"

minrisk_status minrisk_hhi_minimum(const double *quantity, size_t n, double *out)
{
    minrisk_quotient q;
    uint32_t limb[2];
    size_t i, positives = 0;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(quantity[i])) {
            return MINRISK_E_DATA;
        }
        positives += !minrisk_is_zero(quantity[i]);
    }
    if (positives == 0) {
        return MINRISK_E_NO_SUPPLY;
    }

    q.n1 = q.n2 = q.d2 = minrisk_natural_one();
    q.d1 = minrisk_natural_of_integer(positives, limb);
    q.unit = 0;
    *out = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

#endif
