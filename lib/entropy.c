/* SPDX-License-Identifier: MIT */
/* Entropy and diversity of a market: what concentration.h says of suppliers beyond HHI. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/concentration.h"

#include "diversity.h"
#include "elementary.h"
#include "terms.h"

/* The entropy, in units, and how many suppliers there are. */
static minrisk_status open_entropy(const double *quantity, size_t n, const double *result,
                                   minrisk_pair *nats_units, size_t *suppliers)
{
    if (!quantity || !result) {
        return MINRISK_E_NULL;
    }
    return n == 0 ? MINRISK_E_SIZE : minrisk_entropy_units(quantity, n, nats_units, suppliers);
}

/* ln D_q of an order in [0, infinity], in units. */
static minrisk_status open_order(const double *quantity, size_t n, double order,
                                 const double *result, minrisk_pair *log_units)
{
    minrisk_market m;
    minrisk_status status;
    size_t suppliers;

    if (!quantity || !result) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_span(order)) {
        return MINRISK_E_PARAM;
    }
    if (order == 1.0) {
        return minrisk_entropy_units(quantity, n, log_units, &suppliers);
    }
    status = minrisk_market_read(quantity, n, &m);
    if (status == MINRISK_OK) {
        *log_units = minrisk_log_hill_units(&m, order);
    }
    return status;
}

minrisk_status minrisk_shannon_entropy(const double *quantity, size_t n, double *nats)
{
    minrisk_pair nats_units;
    size_t suppliers;
    minrisk_status status = open_entropy(quantity, n, nats, &nats_units, &suppliers);

    if (status != MINRISK_OK) {
        return status;
    }
    *nats = minrisk_double_of_units(nats_units);
    return MINRISK_OK;
}

minrisk_status minrisk_evenness(const double *quantity, size_t n, double *evenness)
{
    minrisk_pair nats_units, most;
    size_t suppliers;
    minrisk_status status = open_entropy(quantity, n, evenness, &nats_units, &suppliers);

    if (status != MINRISK_OK) {
        return status;
    }
    if (suppliers == 1) {
        *evenness = 1.0;
        return MINRISK_OK;
    }
    most = minrisk_log_pair(minrisk_pair_of_integer(suppliers));
    *evenness = minrisk_double_of_units(minrisk_pair_divide(nats_units, most));
    return MINRISK_OK;
}

minrisk_status minrisk_hill_number(const double *quantity, size_t n, double order,
                                   double *suppliers)
{
    minrisk_pair log_units;
    minrisk_status status;

    if (order == 2.0) {
        return minrisk_effective_suppliers(quantity, n, suppliers);
    }
    status = open_order(quantity, n, order, suppliers, &log_units);
    if (status != MINRISK_OK) {
        return status;
    }
    *suppliers = minrisk_exp_pair(minrisk_scale(log_units, -MINRISK_UNIT)).high;
    return MINRISK_OK;
}

minrisk_status minrisk_hannah_kay(const double *quantity, size_t n, double order, double *index)
{
    minrisk_pair log_units;
    minrisk_status status;

    if (order == 2.0) {
        return minrisk_hhi(quantity, n, index);
    }
    status = open_order(quantity, n, order, index, &log_units);
    if (status != MINRISK_OK) {
        return status;
    }
    *index = minrisk_exp_pair(minrisk_scale(minrisk_pair_negate(log_units), -MINRISK_UNIT)).high;
    return MINRISK_OK;
}

minrisk_status minrisk_renyi_entropy(const double *quantity, size_t n, double order, double *nats)
{
    minrisk_pair log_units;
    minrisk_status status = open_order(quantity, n, order, nats, &log_units);

    if (status != MINRISK_OK) {
        return status;
    }
    *nats = minrisk_double_of_units(log_units);
    return MINRISK_OK;
}

minrisk_status minrisk_tsallis_entropy(const double *quantity, size_t n, double order,
                                       double *entropy)
{
    minrisk_pair log_units;
    minrisk_status status;

    if (order == 2.0) {
        return minrisk_gini_simpson(quantity, n, entropy);
    }
    status = open_order(quantity, n, order, entropy, &log_units);
    if (status != MINRISK_OK) {
        return status;
    }
    *entropy = minrisk_tsallis_of(order, log_units);
    return MINRISK_OK;
}

minrisk_status minrisk_theil(const double *quantity, size_t n, size_t market_size, double *nats)
{
    minrisk_market m;
    minrisk_status status;

    if (!quantity || !nats) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = minrisk_market_read(quantity, n, &m);
    if (status != MINRISK_OK) {
        return status;
    }
    if (market_size == 0) {
        market_size = m.suppliers;
    }
    if (market_size < m.suppliers) {
        return MINRISK_E_PARAM;
    }

    *nats = minrisk_theil_of(&m, market_size);
    return MINRISK_OK;
}

minrisk_status minrisk_weighted_hhi(const double *quantity, const double *weight, size_t n,
                                    double *hhi)
{
    minrisk_sum total;
    minrisk_status status;
    size_t i;

    if (!quantity || !weight || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(weight[i])) {
            return MINRISK_E_DATA;
        }
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    *hhi = minrisk_weighted_hhi_of(quantity, weight, n, &total);
    return MINRISK_OK;
}

#endif
