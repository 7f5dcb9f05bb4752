/* SPDX-License-Identifier: MIT */
/* Palma ratio: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"
#include "order.h"

/* Ten times what `tenths` tenths of a supplier hold, counted from the first or from the last. */
static void add_tenths(minrisk_sum *sum, const minrisk_ordered *market, size_t whole,
                       unsigned tenths, int from_last)
{
    size_t i;

    for (i = 0; i <= whole; i++) { /* at most 4/10 of the suppliers, so that there is one more */
        double x = market->quantity[from_last ? market->n - 1 - i : i];
        minrisk_sum_add_times(sum, x, i < whole ? 10 : tenths);
    }
}

minrisk_status minrisk_palma(const double *quantity, size_t n, double *scratch, size_t scratch_len,
                             double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_sum top, bottom;
    minrisk_status status;
    unsigned over;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    /* N = 10 k + r: a tenth is k suppliers and r/10 of one, four tenths 4 k and 4 r / 10. */
    over = (unsigned)(market.n % 10);
    memset(&top, 0, sizeof top);
    memset(&bottom, 0, sizeof bottom);
    add_tenths(&top, &market, market.n / 10, over, 0);
    add_tenths(&bottom, &market, market.n / 10 * 4 + 4 * over / 10, 4 * over % 10, 1);
    *out = minrisk_sum_ratio(&top, &bottom);
    return MINRISK_OK;
}

#endif
