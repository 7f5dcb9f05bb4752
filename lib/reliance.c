/* SPDX-License-Identifier: MIT */
/* How much of what a buyer uses comes from abroad. */
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

/* (in - out) / (in - out + home), for in >= out; both sums are used up. */
static minrisk_reliance importer(const flows *f, minrisk_sum *in, minrisk_sum *consumption)
{
    double ratio;

    subtract_pair(in, f->out);
    *consumption = *in;
    add_pair(consumption, f->home);
    if (minrisk_natural_of_sum(consumption).length == 0) {
        return unknown_reliance(MINRISK_RELIANCE_NO_CONSUMPTION);
    }
    ratio = minrisk_sum_ratio(in, consumption);
    return known_reliance(MINRISK_RELIANCE_VALUE, ratio, ratio);
}

/* -(out - in) / (home + in - out), for out > in; both sums are used up. */
static minrisk_reliance exporter(const flows *f, minrisk_sum *out, minrisk_sum *consumption)
{
    double ratio;

    add_pair(consumption, f->home);
    if (minrisk_sum_compare(consumption, out) <= 0) {
        return unknown_reliance(MINRISK_RELIANCE_NO_CONSUMPTION);
    }
    subtract_pair(consumption, f->out);
    subtract_pair(out, f->in);
    ratio = minrisk_sum_ratio(out, consumption);
    if (!minrisk_is_finite(ratio)) {
        return unknown_reliance(MINRISK_RELIANCE_NET_EXPORTER);
    }
    return known_reliance(MINRISK_RELIANCE_NET_EXPORTER, -ratio, -ratio);
}

static minrisk_reliance reliance_of(const flows *f)
{
    minrisk_sum in, out;

    memset(&in, 0, sizeof in);
    memset(&out, 0, sizeof out);
    add_pair(&in, f->in);
    add_pair(&out, f->out);
    return minrisk_sum_compare(&in, &out) >= 0 ? importer(f, &in, &out) : exporter(f, &out, &in);
}

minrisk_status minrisk_net_import_reliance(const minrisk_balance *balance, minrisk_reliance *out)
{
    flows f;

    if (!balance || !out) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(balance->production) || !minrisk_is_quantity(balance->old_scrap) ||
        !minrisk_is_quantity(balance->imports) || !minrisk_is_quantity(balance->exports) ||
        !minrisk_is_finite(balance->stock_release)) {
        return MINRISK_E_DATA;
    }

    f.home[0] = balance->production;
    f.home[1] = balance->old_scrap;
    f.in[0] = balance->imports;
    f.out[0] = balance->exports;
    f.in[1] = minrisk_positive_part(balance->stock_release);
    f.out[1] = minrisk_positive_part(-balance->stock_release);
    *out = reliance_of(&f);
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
    *out = reliance_of(&f);
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
