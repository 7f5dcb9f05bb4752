/* SPDX-License-Identifier: MIT */
/* Atkinson index: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "elementary.h"
#include "power.h"

/* 1 - (mean r^p)^(1/p) with p = 1 - e, and its limit at p = 0, by the generalised entropy G of
 * order p: mean r^p = 1 + p (p - 1) G, so that nothing cancels among suppliers all but equal. */

static minrisk_pair subtract(minrisk_pair a, minrisk_pair b)
{
    return minrisk_pair_add(a, minrisk_pair_negate(b));
}

/* ln(1 + w) for w > -1. Near 0 it is w less the deviation of order 0. */
static minrisk_pair log_of_one_and(minrisk_pair w)
{
    const minrisk_order_of_power zero = {{0.0, 0.0}, {-1.0, 0.0}};
    minrisk_ratio r;

    if (w.high > 1.0 / 64.0 || w.high < -1.0 / 64.0) {
        return minrisk_log_pair(minrisk_pair_add(minrisk_pair_of(1.0), w));
    }
    memset(&r, 0, sizeof r);
    r.deviation = w;
    return subtract(w, minrisk_power_deviation(&r, &zero));
}

/* p times the logarithm of a supplier's ratio to the mean. */
static minrisk_pair exponent_of(double x, const minrisk_unit_market *market, uint64_t market_size,
                                minrisk_pair p)
{
    minrisk_ratio r = minrisk_ratio_to_mean(x, market, market_size);
    return minrisk_pair_multiply(p, r.log);
}

/* ln(mean r^p) for p < 0, with all powers beside the largest, that of the smallest supplier. */
static minrisk_pair log_of_mean(const double *quantity, size_t n, const minrisk_unit_market *market,
                                minrisk_pair p, double smallest)
{
    minrisk_pair most = exponent_of(smallest, market, market->n, p);
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < n; i++) {
        if (!minrisk_is_zero(quantity[i])) {
            minrisk_pair z = subtract(exponent_of(quantity[i], market, market->n, p), most);
            if (z.high > -700.0) {
                minrisk_sum_add_term(&sum, minrisk_exp_pair(z));
            }
        }
    }
    return minrisk_pair_add(
        most, minrisk_log_ratio(minrisk_sum_pair(&sum), minrisk_pair_of_integer(market->n)));
}

static double smallest_of(const double *quantity, size_t n)
{
    double smallest = 0.0;
    size_t i;

    for (i = 0; i < n; i++) {
        /* A zero, less one, is above all others. */
        if (minrisk_rank_key(quantity[i]) - 1 < minrisk_rank_key(smallest) - 1) {
            smallest = quantity[i];
        }
    }
    return smallest;
}

/* Where the largest power is above this, the entropy is not the way. */
static const double LARGE = 100.0;

static double atkinson(const double *quantity, size_t n, const minrisk_unit_market *market,
                       uint64_t market_size, double aversion)
{
    double smallest = smallest_of(quantity, n);
    minrisk_order_of_power order;
    minrisk_pair entropy, log;

    order.a = minrisk_two_sum(1.0, -aversion);
    order.less_one = minrisk_pair_of(-aversion);
    if (order.a.high < 0.0 && exponent_of(smallest, market, market_size, order.a).high > LARGE) {
        log = minrisk_pair_divide(log_of_mean(quantity, n, market, order.a, smallest), order.a);
    } else {
        entropy = minrisk_power_sum(quantity, n, market, market_size, &order);
        entropy = minrisk_pair_divide(entropy, minrisk_pair_of_integer(market_size));
        if (order.a.high == 0.0) {
            log = minrisk_pair_negate(entropy);
        } else {
            log = minrisk_pair_multiply(order.a, minrisk_pair_multiply(order.less_one, entropy));
            log = minrisk_pair_divide(log_of_one_and(log), order.a);
        }
    }
    if (log.high < -700.0) {
        return 1.0;
    }
    return -minrisk_pair_round(minrisk_expm1_pair(log)) + 0.0;
}

minrisk_status minrisk_atkinson(const double *quantity, size_t n, size_t market_size,
                                double aversion, double *out)
{
    minrisk_unit_market market;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(aversion) || aversion > MINRISK_MOST_AVERSION) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }
    if (market_size == 0) {
        market_size = market.n;
    }
    if (market_size < market.n) {
        return MINRISK_E_PARAM;
    }

    if (market_size > market.n && aversion >= 1.0) {
        *out = 1.0;
    } else {
        *out = atkinson(quantity, n, &market, market_size, aversion);
    }
    return MINRISK_OK;
}

#endif
