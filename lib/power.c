/* SPDX-License-Identifier: MIT */
/* Means of powers: see power.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "power.h"

#include "elementary.h"

static double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static minrisk_pair subtract(minrisk_pair a, minrisk_pair b)
{
    return minrisk_pair_add(a, minrisk_pair_negate(b));
}

/* --- ratios ---------------------------------------------------------------------------------- */

/* N y - T in 159 bits of T, for suppliers all but equal; what N y lacks is 2^-105 of it, and
 * nothing up to 2^26 suppliers. */
static minrisk_pair excess(minrisk_pair whole, const minrisk_unit_market *market)
{
    minrisk_pair high = minrisk_two_sum(whole.high, -market->total.high);
    minrisk_pair low = minrisk_two_sum(whole.low, -market->total.low);
    return minrisk_pair_add(minrisk_pair_add(high, low), minrisk_pair_of(-market->rest));
}

/* d^2/2 (1 + (a - 2)/3 d (1 + (a - 3)/4 d (1 + ...))), for |d| <= 1/64 and |a d| <= 1/16: each
 * factor is at most |a d| / 3 + |d| < 2^-4.7, so what follows the 22 of them is below 2^-103. */
static minrisk_pair series(minrisk_pair d, minrisk_pair a)
{
    minrisk_pair sum = minrisk_pair_of(1.0);
    int i;

    for (i = 24; i > 2; i--) {
        double k = (double)i;
        minrisk_pair factor = minrisk_pair_multiply(
            d, minrisk_pair_divide(subtract(a, minrisk_pair_of(k - 1.0)), minrisk_pair_of(k)));
        sum = minrisk_pair_add(minrisk_pair_of(1.0), minrisk_pair_multiply(factor, sum));
    }
    d = minrisk_pair_multiply(d, d);
    d.high *= 0.5;
    d.low *= 0.5;
    return minrisk_pair_multiply(d, sum);
}

/* ln(N y / T): near 1 from the deviation, since there the ratio itself is not known well enough. */
static minrisk_pair log_of(minrisk_pair whole, minrisk_pair deviation,
                           const minrisk_unit_market *market)
{
    if (size_of(deviation.high) <= 1.0 / 64.0) {
        return subtract(deviation, series(deviation, minrisk_pair_of(0.0)));
    }
    return minrisk_log_ratio(whole, market->total);
}

/* The logarithm where y is too small for a double: that of its mantissa, less so many ln 2. */
static minrisk_pair log_of_mantissa(double x, const minrisk_unit_market *market, minrisk_pair size)
{
    minrisk_parts parts = minrisk_parts_of(minrisk_bits_of(&x));
    minrisk_pair mantissa = minrisk_pair_of((double)(int64_t)parts.mantissa);
    minrisk_pair places = minrisk_pair_of((double)(int)(market->unit - parts.shift));
    minrisk_pair log_2 = minrisk_log_pair(minrisk_pair_of(2.0));

    return subtract(minrisk_log_ratio(minrisk_pair_multiply(size, mantissa), market->total),
                    minrisk_pair_multiply(log_2, places));
}

minrisk_ratio minrisk_ratio_to_mean(double x, const minrisk_unit_market *market,
                                    uint64_t market_size)
{
    minrisk_pair size = minrisk_pair_of_integer(market_size);
    double y = minrisk_in_units(x, market->unit);
    minrisk_pair whole = minrisk_pair_multiply(size, minrisk_pair_of(y));
    minrisk_ratio r;

    r.ratio = minrisk_pair_divide(whole, market->total);
    r.deviation = minrisk_pair_divide(excess(whole, market), market->total);
    r.log = y > 0.0 ? log_of(whole, r.deviation, market) : log_of_mantissa(x, market, size);
    return r;
}

/* --- deviations ------------------------------------------------------------------------------ */

static minrisk_pair infinite(void)
{
    return minrisk_pair_of(minrisk_double_of(MINRISK_INFINITY_BITS));
}

/* Orders so near to 0 or 1 that the limits differ from the value by less than 2^-58 of it. */
static const double NEXT_TO_NOTHING = 8.47e-22; /* 2^-70 */

static const double LARGEST_POWER = 690.0;

/* e^(order log) - 1, infinite or -1 past LARGEST_POWER, which a double tells: a pair of an order
 * that large may be no number. */
static minrisk_pair power_less_one(minrisk_pair order, minrisk_pair log)
{
    double power = minrisk_multiply(order.high, log.high);

    if (power > LARGEST_POWER) {
        return infinite();
    }
    return power < -LARGEST_POWER ? minrisk_pair_of(-1.0)
                                  : minrisk_expm1_pair(minrisk_pair_multiply(order, log));
}

/* From a = 1/2 on with r^a - 1 - a d = r (r^(a - 1) - 1) - (a - 1) d. */
static minrisk_pair upper_deviation(const minrisk_ratio *r, const minrisk_order_of_power *order)
{
    minrisk_pair power, numerator;

    if (size_of(order->less_one.high) < NEXT_TO_NOTHING) {
        return subtract(minrisk_pair_multiply(r->ratio, r->log), r->deviation);
    }
    if (r->log.high < -500.0) {
        return minrisk_power_deviation_of_nothing(order); /* r^a < e^-250, a >= 1/2 */
    }
    power = power_less_one(order->less_one, r->log);
    if (!minrisk_is_finite(power.high)) {
        return power;
    }
    numerator = subtract(minrisk_pair_multiply(r->ratio, power),
                         minrisk_pair_multiply(order->less_one, r->deviation));
    return minrisk_pair_divide(numerator, minrisk_pair_multiply(order->a, order->less_one));
}

/* Below a = 1/2. */
static minrisk_pair lower_deviation(const minrisk_ratio *r, const minrisk_order_of_power *order)
{
    minrisk_pair power, numerator;

    if (size_of(order->a.high) < NEXT_TO_NOTHING) {
        return subtract(r->deviation, r->log);
    }
    power = power_less_one(order->a, r->log);
    if (!minrisk_is_finite(power.high)) {
        return power;
    }
    numerator = subtract(power, minrisk_pair_multiply(order->a, r->deviation));
    return minrisk_pair_divide(numerator, minrisk_pair_multiply(order->a, order->less_one));
}

minrisk_pair minrisk_power_deviation(const minrisk_ratio *r, const minrisk_order_of_power *order)
{
    double d = size_of(r->deviation.high);

    if (d <= 1.0 / 64.0 && size_of(order->a.high) * d <= 1.0 / 16.0) {
        return series(r->deviation, order->a);
    }
    return order->a.high < 0.5 ? lower_deviation(r, order) : upper_deviation(r, order);
}

minrisk_pair minrisk_power_deviation_of_nothing(const minrisk_order_of_power *order)
{
    if (!(order->a.high > 1e-290)) {
        return infinite();
    }
    return minrisk_pair_divide(minrisk_pair_of(1.0), order->a);
}

minrisk_pair minrisk_power_sum(const double *quantity, size_t n, const minrisk_unit_market *market,
                               uint64_t market_size, const minrisk_order_of_power *order)
{
    minrisk_pair nothing = minrisk_pair_of(0.0);
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < n; i++) {
        if (!minrisk_is_zero(quantity[i])) {
            minrisk_ratio r = minrisk_ratio_to_mean(quantity[i], market, market_size);
            minrisk_pair term = minrisk_power_deviation(&r, order);
            if (!minrisk_is_finite(term.high)) {
                return term;
            }
            minrisk_sum_add_term(&sum, term);
        }
    }
    if (market_size > market->n) {
        nothing = minrisk_pair_multiply(minrisk_pair_of_integer(market_size - market->n),
                                        minrisk_power_deviation_of_nothing(order));
        if (!minrisk_is_finite(nothing.high)) {
            return infinite();
        }
    }
    return minrisk_pair_add(minrisk_sum_pair(&sum), nothing);
}

#endif
