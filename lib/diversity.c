/* SPDX-License-Identifier: MIT */
/* Entropy and diversity of a market: see diversity.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "diversity.h"

#include "elementary.h"
#include "fast_entropy.h"
#include "terms.h"

static const double MINUTE_UNITS = 6.5117328446092327e237; /* 2^-110 in units: 2^790 */
static const double HALF_UNITS = 4.226356249085322e270;    /* 1/2 in units: 2^899 */

/* --- pairs ----------------------------------------------------------------------------------- */

static minrisk_pair absolute(minrisk_pair a)
{
    return minrisk_bits_of(&a.high) & MINRISK_SIGN_BIT ? minrisk_pair_negate(a) : a;
}

/* A sum times 2^scale. */
static minrisk_pair pair_of_sum(const minrisk_sum *sum, int scale)
{
    minrisk_leading lead;

    if (minrisk_natural_of_sum(sum).length == 0) {
        return minrisk_pair_of(0.0);
    }
    lead = minrisk_sum_leading(sum);
    return minrisk_scale(minrisk_pair_of_leading(lead), lead.exponent + scale);
}

double minrisk_double_of_units(minrisk_pair a)
{
    return minrisk_scale(a, -MINRISK_UNIT).high;
}

/* ln(1 + a), which is a within 2^-111 where a is minute. */
static minrisk_pair log1p_units(minrisk_pair a)
{
    if (absolute(a).high < MINUTE_UNITS) {
        return a;
    }
    return minrisk_scale(minrisk_log1p_pair(minrisk_scale(a, -MINRISK_UNIT)), MINRISK_UNIT);
}

/* --- the market ------------------------------------------------------------------------------ */

static minrisk_pair quantity_units(const minrisk_market *m, double x)
{
    return minrisk_scale(minrisk_pair_of(x), m->scale);
}

/* x / T. */
static minrisk_pair share_units(const minrisk_market *m, double x)
{
    return minrisk_pair_multiply(quantity_units(m, x), m->inverse);
}

/* ln(x / T), of a share of at most a half. */
static minrisk_pair log_share(const minrisk_market *m, double x)
{
    return minrisk_log_ratio(quantity_units(m, x), m->total_units);
}

/* Near a monopoly the largest share is 1 - rest, and the rest is exact. */
static void set_largest(minrisk_market *m, minrisk_sum *total)
{
    minrisk_sum_subtract(total, m->largest);
    m->rest_units = minrisk_pair_multiply(pair_of_sum(total, m->scale), m->inverse);
    m->log_units = m->rest_units.high < HALF_UNITS
                       ? log1p_units(minrisk_pair_negate(m->rest_units))
                       : minrisk_scale(log_share(m, m->largest), MINRISK_UNIT);
    m->log_units = absolute(m->log_units);
}

minrisk_status minrisk_market_read(const double *quantity, size_t n, minrisk_market *m)
{
    minrisk_sum total;
    minrisk_leading lead;
    minrisk_pair factor;
    minrisk_status status;
    size_t i;

    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }
    m->quantity = quantity;
    m->n = n;
    m->suppliers = 0;
    m->largest = 0.0;
    m->least = minrisk_double_of(MINRISK_INFINITY_BITS);
    for (i = 0; i < n; i++) {
        if (quantity[i] > 0.0) {
            m->suppliers++;
            m->largest = quantity[i] > m->largest ? quantity[i] : m->largest;
            m->least = quantity[i] < m->least ? quantity[i] : m->least;
        }
    }
    lead = minrisk_sum_leading(&total);
    factor = minrisk_scale(minrisk_pair_of_leading(lead), -52);
    m->scale = MINRISK_UNIT - (lead.exponent + 52);
    m->total_units = minrisk_scale(factor, MINRISK_UNIT);
    m->inverse = minrisk_pair_divide(minrisk_pair_of(1.0), factor);
    set_largest(m, &total);
    return MINRISK_OK;
}

/* --- entropy --------------------------------------------------------------------------------- */

/* - s ln s. */
static minrisk_pair entropy_term_units(const minrisk_market *m, double x)
{
    minrisk_pair share = share_units(m, x);

    if (x == m->largest) {
        return minrisk_pair_multiply(minrisk_scale(share, -MINRISK_UNIT), m->log_units);
    }
    return minrisk_pair_multiply(share, minrisk_pair_negate(log_share(m, x)));
}

static minrisk_pair entropy_units(const minrisk_market *m)
{
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < m->n; i++) {
        if (m->quantity[i] > 0.0) {
            minrisk_sum_add_term(&sum, entropy_term_units(m, m->quantity[i]));
        }
    }
    return pair_of_sum(&sum, 0);
}

minrisk_status minrisk_entropy_units(const double *quantity, size_t n, minrisk_pair *nats_units,
                                     size_t *suppliers)
{
    minrisk_market m;
    minrisk_status status;

    if (minrisk_fast_entropy(quantity, n, nats_units, suppliers)) {
        *nats_units = minrisk_scale(*nats_units, MINRISK_UNIT);
        return MINRISK_OK;
    }
    status = minrisk_market_read(quantity, n, &m);
    if (status == MINRISK_OK) {
        *nats_units = entropy_units(&m);
        *suppliers = m.suppliers;
    }
    return status;
}

/* --- orders ---------------------------------------------------------------------------------- */

/* s |e^(e ln s) - 1|, where all |e ln s| <= 1. */
static minrisk_pair near_term_units(const minrisk_market *m, minrisk_pair e, double x)
{
    minrisk_pair share = share_units(m, x);
    minrisk_pair log;

    if (x == m->largest) {
        if (m->rest_units.high < MINUTE_UNITS) { /* s = 1 and ln s = -rest, within 2^-110 */
            return minrisk_pair_multiply(absolute(e), m->rest_units);
        }
        log = minrisk_scale(minrisk_pair_negate(m->log_units), -MINRISK_UNIT);
    } else {
        log = log_share(m, x);
    }
    return minrisk_pair_multiply(share,
                                 absolute(minrisk_expm1_pair(minrisk_pair_multiply(e, log))));
}

/* ln D_q = -ln(1 + sum s (e^(e ln s) - 1)) / e, e = q - 1: terms of one sign, near 0 with e. */
static minrisk_pair near_one_units(const minrisk_market *m, minrisk_pair e)
{
    minrisk_sum sum;
    minrisk_pair moved;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < m->n; i++) {
        if (m->quantity[i] > 0.0) {
            minrisk_sum_add_term(&sum, near_term_units(m, e, m->quantity[i]));
        }
    }
    moved = pair_of_sum(&sum, 0);
    if (e.high > 0.0) {
        moved = minrisk_pair_negate(moved);
    }
    return absolute(minrisk_pair_divide(log1p_units(moved), e));
}

/* Below 2^-2000 a power counts as 0. */
static int is_nothing(double order, minrisk_pair log)
{
    return minrisk_multiply(order, log.high) < -1386.0;
}

/* (x / largest)^q. */
static minrisk_pair power_units(const minrisk_market *m, double x, double order)
{
    minrisk_pair log = minrisk_log_ratio(minrisk_pair_of(x), minrisk_pair_of(m->largest));
    int k;

    if (is_nothing(order, log)) {
        return minrisk_pair_of(0.0);
    }
    log = minrisk_exp_parts(minrisk_pair_multiply(minrisk_pair_of(order), log), &k);
    return minrisk_scale(log, k + MINRISK_UNIT);
}

/* The same at orders of up to 8 that are 1/8 and more from 1. The logarithms err by 2^-66.4 each
 * and 2^-69 for their difference, and the power by 2^-64.8 besides: with q they come to d = 2^-64.8
 * + q 2^-65.3, relatively. ln D_q errs by d / |e| then, and by d (|e| + 1) / |e| relatively: for a
 * q of 9/8, where that is most, by 2^-60.8, which is less than .005 ulp. */
static minrisk_pair quick_power_units(minrisk_pair log_largest, double x, double order)
{
    minrisk_pair log = minrisk_quick_log(x);
    int k;

    log.high -= log_largest.high;
    log.low = minrisk_subtract(log.low, log_largest.low);
    if (is_nothing(order, log)) {
        return minrisk_pair_of(0.0);
    }
    log = minrisk_quick_power(log, order, &k);
    return minrisk_scale(log, k + MINRISK_UNIT);
}

/* With L = ln(1 + sum of (x / largest)^q over all but the largest), s the largest share,
 *
 *     ln D_q = (-q ln s - L) / (q - 1)
 *
 * The largest |e ln s_i| is above 1 here, so that |e| > 1/1500; the difference is at least
 * |e| / (|e| + 1) of its terms, since D_q >= 1/s. */
static minrisk_pair far_from_one_units(const minrisk_market *m, double order, minrisk_pair e)
{
    minrisk_pair log = minrisk_quick_log(m->largest);
    int is_quick = order <= 8.0 && (e.high >= 0.125 || e.high <= -0.125);
    minrisk_sum sum;
    size_t i, largest = 0;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < m->n; i++) {
        double x = m->quantity[i];
        if (x < m->largest && x > 0.0) {
            minrisk_sum_add_term(&sum, is_quick ? quick_power_units(log, x, order)
                                                : power_units(m, x, order));
        } else if (m->quantity[i] > 0.0 && ++largest > 1) {
            minrisk_sum_add(&sum, HALF_UNITS + HALF_UNITS);
        }
    }
    log = minrisk_pair_divide(log1p_units(pair_of_sum(&sum, 0)), e);
    return absolute(minrisk_pair_add(
        minrisk_pair_multiply(m->log_units, minrisk_pair_divide(minrisk_pair_of(order), e)),
        minrisk_pair_negate(log)));
}

minrisk_pair minrisk_log_hill_units(const minrisk_market *m, double order)
{
    minrisk_pair e = minrisk_two_sum(order, -1.0);
    double farthest;

    if (order == 0.0) {
        return minrisk_scale(minrisk_log_pair(minrisk_pair_of_integer(m->suppliers)), MINRISK_UNIT);
    }
    if (!minrisk_is_finite(order)) {
        return m->log_units;
    }
    farthest = minrisk_multiply(e.high, log_share(m, m->least).high);
    return farthest >= -1.0 && farthest <= 1.0 ? near_one_units(m, e)
                                               : far_from_one_units(m, order, e);
}

/* (1 - e^(-e ln D)) / e, e = q - 1. */
double minrisk_tsallis_of(double order, minrisk_pair log_units)
{
    minrisk_pair e = minrisk_two_sum(order, -1.0);
    minrisk_pair log = minrisk_scale(log_units, -MINRISK_UNIT);
    minrisk_pair moved;
    double power;

    if (log_units.high == 0.0 || order == 1.0) {
        return log.high;
    }
    if (!minrisk_is_finite(order)) {
        return 0.0;
    }
    power = minrisk_multiply(e.high, log.high);
    if (power > 100.0) { /* the power is below 2^-144 */
        return minrisk_pair_divide(minrisk_pair_of(1.0), e).high;
    }
    moved = minrisk_pair_multiply(minrisk_pair_negate(e), log);
    if (absolute(moved).high < 7.7e-34) { /* 2^-110, and then it is ln D within that */
        return log.high;
    }
    return minrisk_pair_divide(minrisk_pair_negate(minrisk_expm1_pair(moved)), e).high;
}

/* --- Theil ----------------------------------------------------------------------------------- */

/* What x lacks to the largest, over T: an exact difference, so that a market near uniform keeps
 * its digits. */
static minrisk_pair gap(const minrisk_market *m, double x)
{
    minrisk_pair g =
        minrisk_two_sum(quantity_units(m, m->largest).high, -quantity_units(m, x).high);
    return minrisk_scale(minrisk_pair_multiply(g, m->inverse), -MINRISK_UNIT);
}

/* Sum of the gaps of `size` suppliers, those without supply included. */
static minrisk_pair sum_of_gaps(const minrisk_market *m, size_t size)
{
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < m->n; i++) {
        if (m->quantity[i] > 0.0) {
            minrisk_sum_add_term(&sum, gap(m, m->quantity[i]));
        }
    }
    return minrisk_pair_add(
        pair_of_sum(&sum, 0),
        minrisk_pair_multiply(minrisk_pair_of_integer(size - m->suppliers), gap(m, 0.0)));
}

/* (1 + d) ln(1 + d) - d = d^2/2 - d^3/6 + d^4/12 - ... */
static minrisk_pair theil_term(minrisk_pair one_plus_d, minrisk_pair d)
{
    const minrisk_pair minus_sixth = {-0.16666666666666666, -9.2518585385429707e-18};
    minrisk_pair series, log;

    if (absolute(d).high < 9.3e-10) { /* 2^-30: the next term is below 2^-93 of the sum */
        series = minrisk_pair_add(minus_sixth, minrisk_pair_of(d.high / 12.0));
        series = minrisk_pair_add(minrisk_pair_of(0.5), minrisk_pair_multiply(d, series));
        return minrisk_pair_multiply(minrisk_pair_multiply(d, d), series);
    }
    if (d.high > -0.5) { /* the difference keeps 66 bits at least */
        one_plus_d = minrisk_pair_add(minrisk_pair_of(1.0), d);
        log = minrisk_log1p_pair(d);
    } else if (one_plus_d.high > 1e-300) {
        log = minrisk_log_pair(one_plus_d);
    } else { /* nothing beside -d */
        log = minrisk_pair_of(0.0);
    }
    return minrisk_pair_add(minrisk_pair_multiply(one_plus_d, log), minrisk_pair_negate(d));
}

/* The mean over `size` suppliers of the terms at 1 + d = size x / T, d = gaps - size gap(x). */
double minrisk_theil_of(const minrisk_market *m, size_t size)
{
    minrisk_pair all = minrisk_pair_of_integer(size), gaps = sum_of_gaps(m, size);
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < m->n; i++) {
        double x = m->quantity[i];
        if (x > 0.0) {
            minrisk_pair d =
                minrisk_pair_add(gaps, minrisk_pair_negate(minrisk_pair_multiply(all, gap(m, x))));
            minrisk_pair one_plus_d =
                minrisk_pair_multiply(all, minrisk_scale(share_units(m, x), -MINRISK_UNIT));
            minrisk_sum_add_term(&sum, absolute(theil_term(one_plus_d, d)));
        }
    }
    return minrisk_pair_divide(
               minrisk_pair_add(pair_of_sum(&sum, 0), minrisk_pair_of_integer(size - m->suppliers)),
               all)
        .high;
}

/* --- weights --------------------------------------------------------------------------------- */

/* x^2 w = mantissa 2^(exponent - 3 * 1074); the mantissa is below 2^159. */
static minrisk_pair weighted_square(double x, double w, int *exponent)
{
    minrisk_parts a = minrisk_parts_of(minrisk_bits_of(&x));
    minrisk_parts b = minrisk_parts_of(minrisk_bits_of(&w));

    *exponent = (int)(2 * a.shift + b.shift);
    return minrisk_pair_multiply(minrisk_two_product((double)a.mantissa, (double)a.mantissa),
                                 minrisk_pair_of((double)b.mantissa));
}

/* The highest exponent among the terms that are not 0; -1 if all are. */
static int highest_exponent(const double *quantity, const double *weight, size_t n)
{
    int highest = -1;
    size_t i;

    for (i = 0; i < n; i++) {
        int exponent;
        minrisk_pair term = weighted_square(quantity[i], weight[i], &exponent);
        if (term.high > 0.0 && exponent > highest) {
            highest = exponent;
        }
    }
    return highest;
}

/* Terms below 2^-1700 of the largest are left out: together less than 2^-1470 of the sum. */
static minrisk_pair weighted_squares(const double *quantity, const double *weight, size_t n,
                                     int highest)
{
    minrisk_sum sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < n; i++) {
        int exponent;
        minrisk_pair term = weighted_square(quantity[i], weight[i], &exponent);
        if (exponent > highest - 1700) {
            minrisk_sum_add_term(&sum, minrisk_scale(term, exponent - highest + 700));
        }
    }
    return pair_of_sum(&sum, 0);
}

double minrisk_weighted_hhi_of(const double *quantity, const double *weight, size_t n,
                               const minrisk_sum *total)
{
    minrisk_leading lead = minrisk_sum_leading(total);
    minrisk_pair t = minrisk_pair_of_leading(lead), q;
    int highest = highest_exponent(quantity, weight, n);
    int exponent = highest - 700 - 3 * 1074 - 2 * lead.exponent;

    if (highest < 0 || exponent < -2044) { /* then the quotient is below 2^-1200 */
        return 0.0;
    }
    q = weighted_squares(quantity, weight, n, highest);
    return minrisk_scale(minrisk_pair_divide(q, minrisk_pair_multiply(t, t)), exponent).high;
}

#endif
