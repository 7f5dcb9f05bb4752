/* SPDX-License-Identifier: MIT */
/* How much of what a buyer uses comes from abroad, from which bloc, and what is left without one of
 * the suppliers; and governance, turned into risk. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/reliance.h"

#include "exact.h"

static minrisk_reliance unknown_reliance(int32_t state)
{
    minrisk_reliance r;
    r.state = state;
    r.known = 0;
    r.low = 0.0;
    r.high = 0.0;
    return r;
}

static minrisk_reliance known_reliance(int32_t state, double low, double high)
{
    minrisk_reliance r;
    r.state = state;
    r.known = 1;
    r.low = low;
    r.high = high;
    return r;
}

/* What comes in, what goes out, and what there is at home. Sums stay at or above zero: the smaller
 * is taken from the larger, so that cancellation is exact. */
typedef struct flows {
    double in[2];
    double out[2];
    double home[2];
} flows;

static void add_pair(minrisk_sum *sum, const double pair[2])
{
    minrisk_sum_add(sum, pair[0]);
    minrisk_sum_add(sum, pair[1]);
}

static void subtract_pair(minrisk_sum *sum, const double pair[2])
{
    minrisk_sum_subtract(sum, pair[0]);
    minrisk_sum_subtract(sum, pair[1]);
}

static double ratio_of(const minrisk_sum *a, const minrisk_sum *b, enum minrisk_rounding rounding)
{
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_sum(a);
    q.d1 = minrisk_natural_of_sum(b);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, rounding);
}

/* (in - out) / (in - out + home), for in >= out; both sums are used up. */
static minrisk_reliance importer(const flows *f, minrisk_sum *in, minrisk_sum *consumption,
                                 enum minrisk_rounding rounding)
{
    double ratio;

    subtract_pair(in, f->out);
    *consumption = *in;
    add_pair(consumption, f->home);
    if (minrisk_natural_of_sum(consumption).length == 0) {
        return unknown_reliance(MINRISK_RELIANCE_NO_CONSUMPTION);
    }
    ratio = ratio_of(in, consumption, rounding);
    return known_reliance(MINRISK_RELIANCE_VALUE, ratio, ratio);
}

/* -(out - in) / (home + in - out), for out > in; both sums are used up. What is negative is rounded
 * down by rounding its size up. */
static minrisk_reliance exporter(const flows *f, minrisk_sum *out, minrisk_sum *consumption,
                                 enum minrisk_rounding rounding)
{
    double ratio;

    add_pair(consumption, f->home);
    if (minrisk_sum_compare(consumption, out) <= 0) {
        return unknown_reliance(MINRISK_RELIANCE_NO_CONSUMPTION);
    }
    subtract_pair(consumption, f->out);
    subtract_pair(out, f->in);
    rounding = rounding == MINRISK_UP     ? MINRISK_DOWN
               : rounding == MINRISK_DOWN ? MINRISK_UP
                                          : MINRISK_NEAREST;
    ratio = ratio_of(out, consumption, rounding);
    if (!minrisk_is_finite(ratio)) {
        return unknown_reliance(MINRISK_RELIANCE_NET_EXPORTER);
    }
    return known_reliance(MINRISK_RELIANCE_NET_EXPORTER, -ratio, -ratio);
}

static minrisk_reliance reliance_of(const flows *f, enum minrisk_rounding rounding)
{
    minrisk_sum in, out;

    memset(&in, 0, sizeof in);
    memset(&out, 0, sizeof out);
    add_pair(&in, f->in);
    add_pair(&out, f->out);
    return minrisk_sum_compare(&in, &out) >= 0 ? importer(f, &in, &out, rounding)
                                               : exporter(f, &out, &in, rounding);
}

static int is_balance(const minrisk_balance *b)
{
    return minrisk_is_quantity(b->production) && minrisk_is_quantity(b->old_scrap) &&
           minrisk_is_quantity(b->imports) && minrisk_is_quantity(b->exports) &&
           minrisk_is_finite(b->stock_release);
}

static void set_home(flows *f, const minrisk_balance *home)
{
    f->home[0] = home->production;
    f->home[1] = home->old_scrap;
}

/* The trade of one balance with what is at home of another; exports count against it. */
static flows flows_of(const minrisk_balance *trade, double exports, const minrisk_balance *home)
{
    flows f;

    set_home(&f, home);
    f.in[0] = trade->imports;
    f.out[0] = exports;
    f.in[1] = minrisk_positive_part(trade->stock_release);
    f.out[1] = minrisk_positive_part(-trade->stock_release);
    return f;
}

minrisk_status minrisk_net_import_reliance(const minrisk_balance *balance, minrisk_reliance *out)
{
    flows f;

    if (!balance || !out) {
        return MINRISK_E_NULL;
    }
    if (!is_balance(balance)) {
        return MINRISK_E_DATA;
    }

    f = flows_of(balance, balance->exports, balance);
    *out = reliance_of(&f, MINRISK_NEAREST);
    return MINRISK_OK;
}

/* With AC in and P going out, and P at home: (AC - P) / AC. */
minrisk_status minrisk_reliance_of_consumption(double consumption, double production,
                                               minrisk_reliance *out)
{
    flows f;

    if (!out) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(consumption) || !minrisk_is_quantity(production)) {
        return MINRISK_E_PARAM;
    }

    f.in[0] = consumption;
    f.out[0] = f.home[0] = production;
    f.in[1] = f.out[1] = f.home[1] = 0.0;
    *out = reliance_of(&f, MINRISK_NEAREST);
    return MINRISK_OK;
}

/* percent / 100 */
static double fraction_of(double percent)
{
    minrisk_sum hundred;

    memset(&hundred, 0, sizeof hundred);
    minrisk_sum_add(&hundred, 100.0);
    return minrisk_share_of(percent, &hundred);
}

minrisk_status minrisk_reliance_published(int32_t state, double percent, minrisk_reliance *out)
{
    int is_number = state == MINRISK_RELIANCE_VALUE || state == MINRISK_RELIANCE_ABOVE ||
                    state == MINRISK_RELIANCE_BELOW;
    double fraction;

    if (!out) {
        return MINRISK_E_NULL;
    }
    if (state < MINRISK_RELIANCE_VALUE || state > MINRISK_RELIANCE_WITHHELD ||
        !minrisk_is_quantity(percent) || percent > 100.0 ||
        (state == MINRISK_RELIANCE_ABOVE && percent == 100.0) ||
        (state == MINRISK_RELIANCE_BELOW && minrisk_is_zero(percent)) ||
        (!is_number && !minrisk_is_zero(percent))) {
        return MINRISK_E_PARAM;
    }

    fraction = fraction_of(percent);
    switch (state) {
    case MINRISK_RELIANCE_VALUE:
        *out = known_reliance(state, fraction, fraction);
        break;
    case MINRISK_RELIANCE_ABOVE:
        *out = known_reliance(state, fraction, 1.0);
        break;
    case MINRISK_RELIANCE_BELOW:
        *out = known_reliance(state, 0.0, fraction);
        break;
    default:
        *out = unknown_reliance(state);
        break;
    }
    return MINRISK_OK;
}

/* --- a balance known as intervals ------------------------------------------------------------ */

/* The bits in the order of the numbers, negative ones first. */
static uint64_t order_key(double x)
{
    uint64_t key = minrisk_rank_key(x);
    return minrisk_bits_of(&x) & MINRISK_SIGN_BIT ? MINRISK_SIGN_BIT - key : MINRISK_SIGN_BIT | key;
}

static int is_box(const minrisk_balance *low, const minrisk_balance *high)
{
    return minrisk_rank_key(low->production) <= minrisk_rank_key(high->production) &&
           minrisk_rank_key(low->old_scrap) <= minrisk_rank_key(high->old_scrap) &&
           minrisk_rank_key(low->imports) <= minrisk_rank_key(high->imports) &&
           minrisk_rank_key(low->exports) <= minrisk_rank_key(high->exports) &&
           order_key(low->stock_release) <= order_key(high->stock_release);
}

/* in - out < 0 */
static int is_exporter(const flows *f)
{
    minrisk_sum in, out;

    memset(&in, 0, sizeof in);
    memset(&out, 0, sizeof out);
    add_pair(&in, f->in);
    add_pair(&out, f->out);
    return minrisk_sum_compare(&in, &out) < 0;
}

/* Both ends take most of what there is at home, or least of it, as the sign of N asks for. Where
 * nothing is ever at home, all that is consumed is imported. */
static minrisk_reliance reliance_of_box(const minrisk_balance *low, const minrisk_balance *high)
{
    flows least = flows_of(low, high->exports, high);
    flows most = flows_of(high, low->exports, high);
    minrisk_reliance bottom, top;

    if (reliance_of(&most, MINRISK_UP).state == MINRISK_RELIANCE_NO_CONSUMPTION) {
        return unknown_reliance(MINRISK_RELIANCE_NO_CONSUMPTION);
    }
    if (minrisk_is_zero(high->production) && minrisk_is_zero(high->old_scrap)) {
        return known_reliance(MINRISK_RELIANCE_VALUE, 1.0, 1.0);
    }
    if (is_exporter(&least)) {
        set_home(&least, low);
    }
    bottom = reliance_of(&least, MINRISK_DOWN);
    if (!bottom.known) {
        return unknown_reliance(MINRISK_RELIANCE_UNBOUNDED);
    }
    if (is_exporter(&most)) {
        top = reliance_of(&most, MINRISK_UP);
        return known_reliance(MINRISK_RELIANCE_NET_EXPORTER, bottom.low, top.high);
    }
    set_home(&most, low);
    top = reliance_of(&most, MINRISK_UP); /* without consumption, N+ and H- are 0, and so is it */
    return known_reliance(bottom.state == MINRISK_RELIANCE_VALUE &&
                                  minrisk_rank_key(bottom.low) == minrisk_rank_key(top.high)
                              ? MINRISK_RELIANCE_VALUE
                              : MINRISK_RELIANCE_BETWEEN,
                          bottom.low, top.high);
}

minrisk_status minrisk_reliance_interval(const minrisk_balance *low, const minrisk_balance *high,
                                         minrisk_reliance *out)
{
    if (!low || !high || !out) {
        return MINRISK_E_NULL;
    }
    if (!is_balance(low) || !is_balance(high) || !is_box(low, high)) {
        return MINRISK_E_DATA;
    }

    *out = reliance_of_box(low, high);
    return MINRISK_OK;
}

/* --- governance ------------------------------------------------------------------------------ */

/* 2.5 - wgi held to [0, 5], exactly; whether that was in need of holding. NaN is in no range. */
static minrisk_status turn_round(double wgi, minrisk_sum *turned, int32_t *held)
{
    if (!(wgi >= -5.0 && wgi <= 5.0)) {
        return MINRISK_E_PARAM;
    }
    memset(turned, 0, sizeof *turned);
    *held = wgi > 2.5 || wgi < -2.5;
    if (wgi < 0.0) {
        minrisk_sum_add(turned, 2.5);
        minrisk_sum_add(turned, wgi < -2.5 ? 2.5 : -wgi);
    } else if (wgi < 2.5) {
        minrisk_sum_add(turned, 2.5);
        minrisk_sum_subtract(turned, wgi);
    }
    return MINRISK_OK;
}

static minrisk_status risk_of(double wgi, double scale, double *risk, int32_t *clamped)
{
    minrisk_sum turned, divisor;
    minrisk_status status;
    int32_t held;

    if (!risk) {
        return MINRISK_E_NULL;
    }
    status = turn_round(wgi, &turned, &held);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&divisor, 0, sizeof divisor);
    minrisk_sum_add(&divisor, scale);
    *risk = minrisk_sum_ratio(&turned, &divisor);
    if (clamped) {
        *clamped = held;
    }
    return MINRISK_OK;
}

minrisk_status minrisk_wgi_to_risk_10(double wgi, double *risk, int32_t *clamped)
{
    return risk_of(wgi, 0.5, risk, clamped);
}

minrisk_status minrisk_wgi_to_risk_1(double wgi, double *risk, int32_t *clamped)
{
    return risk_of(wgi, 5.0, risk, clamped);
}

/* --- blocs and outages ----------------------------------------------------------------------- */

static double total_of_bloc(const double *quantity, const uint32_t *bloc, size_t n, size_t b)
{
    minrisk_sum total;
    size_t i;

    memset(&total, 0, sizeof total);
    for (i = 0; i < n; i++) {
        if (bloc[i] == b) {
            minrisk_sum_add(&total, quantity[i]);
        }
    }
    return minrisk_sum_round(&total);
}

minrisk_status minrisk_bloc_totals(const double *quantity, const uint32_t *bloc, size_t n,
                                   double *total, size_t blocs)
{
    size_t i;

    if (!quantity || !bloc || !total) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || blocs == 0) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(quantity[i]) || bloc[i] >= blocs) {
            return MINRISK_E_DATA;
        }
    }
    for (i = 0; i < blocs; i++) {
        if (!minrisk_is_finite(total_of_bloc(quantity, bloc, n, i))) {
            return MINRISK_E_DATA;
        }
    }

    for (i = 0; i < blocs; i++) {
        total[i] = total_of_bloc(quantity, bloc, n, i);
    }
    return MINRISK_OK;
}

/* The sum of all but one, zeroed before, and of their squares; whether all are quantities. A list
 * that is not given is empty. */
static int add_others(const double *x, size_t n, size_t but, minrisk_sum *sum,
                      minrisk_products *squares)
{
    size_t i;

    for (i = 0; x && i < n; i++) {
        if (!minrisk_is_quantity(x[i])) {
            return 0;
        }
        if (i != but) {
            minrisk_sum_add(sum, x[i]);
            if (squares) {
                minrisk_products_add(squares, x[i], x[i]);
            }
        }
    }
    return 1;
}

/* What the need lacks of a supply, and the part that it covers; the need is used up. */
static void cover(const minrisk_sum *supply, minrisk_sum *need, minrisk_outage *out)
{
    if (minrisk_sum_compare(supply, need) >= 0) {
        out->covered = 1.0;
        out->shortfall = 0.0;
        return;
    }
    out->covered = minrisk_sum_ratio(supply, need);
    minrisk_limbs_difference(need->limb, supply->limb, MINRISK_SUM_LIMBS);
    out->shortfall = minrisk_sum_round(need);
}

minrisk_status minrisk_without(const double *quantity, const double *spare, size_t n, size_t c,
                               double need, minrisk_outage *out)
{
    minrisk_sum sum, needed;
    minrisk_products squares;
    minrisk_outage result;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (c >= n || !minrisk_is_quantity(need) || minrisk_is_zero(need)) {
        return MINRISK_E_PARAM;
    }
    memset(&sum, 0, sizeof sum);
    memset(&squares, 0, sizeof squares);
    if (!add_others(spare, n, c, &sum, NULL)) {
        return MINRISK_E_DATA;
    }
    result.spare = minrisk_sum_round(&sum);
    memset(&sum, 0, sizeof sum);
    if (!add_others(quantity, n, c, &sum, &squares)) {
        return MINRISK_E_DATA;
    }
    result.rest = minrisk_sum_round(&sum);
    if (!minrisk_is_finite(result.spare) || !minrisk_is_finite(result.rest)) {
        return MINRISK_E_DATA;
    }

    result.rest_hhi =
        minrisk_is_zero(result.rest) ? 0.0 : minrisk_squares_ratio(&squares, &sum, MINRISK_NEAREST);
    (void)add_others(spare, n, c, &sum, NULL);
    memset(&needed, 0, sizeof needed);
    minrisk_sum_add(&needed, need);
    cover(&sum, &needed, &result);
    *out = result;
    return MINRISK_OK;
}

#endif
