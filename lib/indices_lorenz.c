/* SPDX-License-Identifier: MIT */
/* Lorenz curve: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"
#include "order.h"

/* The suppliers with supply stand first, the largest of them in front: turned round, they stand
 * last, with the largest at the end, and zeros before them. */
static void turn_round(double *x, size_t n, size_t positives)
{
    size_t i;

    for (i = positives; i < n; i++) {
        x[i] = 0.0;
    }
    for (i = 0; i < n / 2; i++) {
        double kept = x[i];
        x[i] = x[n - 1 - i];
        x[n - 1 - i] = kept;
    }
}

minrisk_status minrisk_lorenz(const double *quantity, size_t n, double *lorenz)
{
    minrisk_ordered market;
    minrisk_sum total, running;
    minrisk_status status;
    size_t i;

    if (!quantity || !lorenz) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order_into(quantity, n, lorenz, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    turn_round(lorenz, n, market.n);
    memset(&total, 0, sizeof total);
    memset(&running, 0, sizeof running);
    for (i = 0; i < n; i++) {
        minrisk_sum_add(&total, lorenz[i]);
    }
    for (i = 0; i < n; i++) {
        minrisk_sum_add(&running, lorenz[i]);
        lorenz[i] = minrisk_sum_ratio(&running, &total);
    }
    return MINRISK_OK;
}

#endif
