/* SPDX-License-Identifier: MIT */
/* What stocks along a chain keep of a disruption. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/chain.h"

#include "exact.h"

/* What is left of a length after stocks are drawn on. */
static double left_of(minrisk_sum *length, double cover)
{
    minrisk_sum stock;

    memset(&stock, 0, sizeof stock);
    minrisk_sum_add(&stock, cover);
    if (minrisk_sum_compare(length, &stock) <= 0) {
        memset(length, 0, sizeof *length);
    } else {
        minrisk_sum_subtract(length, cover);
    }
    return minrisk_sum_round(length);
}

minrisk_status minrisk_chain_disruption(double length, size_t origin, const double *cover,
                                        size_t stages, double *missing, size_t *held_at)
{
    minrisk_sum left;
    size_t i;

    if (!cover || !missing) {
        return MINRISK_E_NULL;
    }
    if (stages == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(length) || origin >= stages) {
        return MINRISK_E_PARAM;
    }
    if (minrisk_first_invalid(cover, stages) < stages) {
        return MINRISK_E_DATA;
    }

    memset(&left, 0, sizeof left);
    minrisk_sum_add(&left, length);
    if (held_at) {
        *held_at = stages;
    }
    for (i = 0; i < stages; i++) {
        missing[i] = i < origin ? 0.0 : left_of(&left, cover[i]);
        if (held_at && i >= origin && *held_at == stages && minrisk_is_zero(missing[i])) {
            *held_at = i;
        }
    }
    return MINRISK_OK;
}

#endif
