/* SPDX-License-Identifier: MIT */
/* Time to independence where supply and need follow a trend: closed forms. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/trend.h"

#include "elementary.h"
#include "exact.h"
#include "trend_window.h"

const char *minrisk_when_text(int32_t status)
{
    switch (status) {
    case MINRISK_ALREADY:
        return "already";
    case MINRISK_REACHED:
        return "reached";
    case MINRISK_NEVER:
        return "never";
    case MINRISK_NOT_WITHIN_HORIZON:
        return "not within the horizon";
    case MINRISK_BEYOND_HORIZON:
        return "beyond the horizon";
    case MINRISK_UNDEFINED:
        return "undefined: there is no supply";
    default:
        return "unknown";
    }
}

const char *minrisk_assumption_text(uint32_t bit)
{
    switch (bit) {
    case MINRISK_ASSUMES_ALL_SUCCEED:
        return "every project is built";
    case MINRISK_ASSUMES_INDEPENDENT:
        return "delays and failures do not come together";
    case MINRISK_ASSUMES_CONSTANT_NEED:
        return "the need does not change";
    case MINRISK_ASSUMES_NO_CLOSURES:
        return "no supply ends";
    case MINRISK_ASSUMES_STARTS_NOW:
        return "work starts today";
    case MINRISK_ASSUMES_SHAPE:
        return "the shape of a ramp or of a distribution is assumed";
    case MINRISK_ASSUMES_TREND_HOLDS:
        return "growth goes on as it is";
    case MINRISK_STAGE_MISSING:
        return "a stage has no project";
    case MINRISK_PROXY_DATA:
        return "figures of a group stand for one of it";
    default:
        return "unknown";
    }
}

/* --- from a crossing to an answer ------------------------------------------------------------ */

/* What a trend does: whether the condition holds now, and whether that changes, at which time. The
 * time is infinite where it passes the range of double. */
typedef struct course {
    int holds_now;
    int changes;
    double at;
} course;

static minrisk_when answer(const course *c, double horizon)
{
    minrisk_window w;

    w.any = c->holds_now || c->changes;
    w.now = c->holds_now;
    w.begin = c->holds_now ? 0.0 : c->at;
    w.ends = c->holds_now && c->changes;
    w.end = c->at;
    return minrisk_window_answer(&w, horizon);
}

/* --- linear ---------------------------------------------------------------------------------- */

/* Adds x to one sum or -x to the other, so that both only ever grow. */
static void add_signed(minrisk_sum *up, minrisk_sum *down, double x)
{
    minrisk_sum_add(up, minrisk_positive_part(x));
    minrisk_sum_add(down, minrisk_positive_part(-x));
}

static void subtract_signed(minrisk_sum *from, double x, double y)
{
    minrisk_sum_subtract(from, minrisk_positive_part(x));
    minrisk_sum_subtract(from, minrisk_positive_part(y));
}

/* |supply - need| / |a - b|, correctly rounded, and what it means. */
static course linear_course(double supply, double a, double need, double b)
{
    minrisk_sum gap, up, down;
    course c;
    int slope;

    memset(&gap, 0, sizeof gap);
    memset(&up, 0, sizeof up);
    memset(&down, 0, sizeof down);
    add_signed(&up, &down, a);
    add_signed(&down, &up, b);
    slope = minrisk_sum_compare(&up, &down);
    c.holds_now = minrisk_rank_key(supply) >= minrisk_rank_key(need);
    c.changes = c.holds_now ? slope < 0 : slope > 0;
    c.at = 0.0;
    if (!c.changes) {
        return c;
    }
    minrisk_sum_add(&gap, c.holds_now ? supply : need);
    minrisk_sum_subtract(&gap, c.holds_now ? need : supply);
    if (slope > 0) {
        subtract_signed(&up, -a, b);
        c.at = minrisk_sum_ratio(&gap, &up);
    } else {
        subtract_signed(&down, a, -b);
        c.at = minrisk_sum_ratio(&gap, &down);
    }
    return c;
}

minrisk_status minrisk_when_linear(double supply, double supply_per_year, double need,
                                   double need_per_year, double horizon, minrisk_when *when)
{
    course c;

    if (!when) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(supply) || !minrisk_is_finite(supply_per_year) ||
        !minrisk_is_quantity(need) || !minrisk_is_finite(need_per_year) ||
        !minrisk_is_span(horizon)) {
        return MINRISK_E_PARAM;
    }

    c = linear_course(supply, supply_per_year, need, need_per_year);
    *when = answer(&c, horizon);
    if (minrisk_is_zero(need_per_year)) {
        when->assumptions |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    return MINRISK_OK;
}

/* --- exponential ----------------------------------------------------------------------------- */

static int is_growth(double g)
{
    return minrisk_is_finite(g) && g > -1.0;
}

/* ln((1 + g) / (1 + h)): 1 + g is exact in two doubles. */
static minrisk_pair growth_log(double g, double h)
{
    return minrisk_log_ratio(minrisk_two_sum(1.0, g), minrisk_two_sum(1.0, h));
}

/* gap / rate, both logarithms of one sign but for rounding at a gap of nothing; infinite past the
 * range of double. */
static double years(minrisk_pair gap, minrisk_pair rate)
{
    double t = gap.high / rate.high;

    if (minrisk_is_finite(t)) {
        t = minrisk_pair_divide(gap, rate).high;
    }
    return t > 0.0 ? t : 0.0;
}

static course exponential_course(double supply, double g, double need, double h)
{
    course c;

    c.holds_now = minrisk_rank_key(supply) >= minrisk_rank_key(need);
    c.changes = supply > 0.0 && need > 0.0 && (c.holds_now ? g < h : g > h);
    c.at = 0.0;
    if (c.changes) {
        minrisk_pair gap = minrisk_log_ratio(minrisk_pair_of(need), minrisk_pair_of(supply));
        c.at = years(gap, growth_log(g, h));
    }
    return c;
}

minrisk_status minrisk_when_exponential(double supply, double supply_growth, double need,
                                        double need_growth, double horizon, minrisk_when *when)
{
    course c;

    if (!when) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(supply) || !is_growth(supply_growth) || !minrisk_is_quantity(need) ||
        !is_growth(need_growth) || !minrisk_is_span(horizon)) {
        return MINRISK_E_PARAM;
    }

    c = exponential_course(supply, supply_growth, need, need_growth);
    *when = answer(&c, horizon);
    if (minrisk_is_zero(need_growth)) {
        when->assumptions |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    return MINRISK_OK;
}

/* --- the dominant supplier's share ----------------------------------------------------------- */

/* The dominant share now, correctly rounded, so that 65 of 100 meets a threshold of .65. */
static double dominant_share(double dominant, double others)
{
    minrisk_sum total;

    memset(&total, 0, sizeof total);
    minrisk_sum_add(&total, dominant);
    minrisk_sum_add(&total, others);
    return minrisk_share_of(dominant, &total);
}

/* dominant > 0 or others > 0 */
static course share_course(double dominant, double g, double others, double h, double share)
{
    course c;

    c.holds_now = dominant_share(dominant, others) <= share;
    c.changes = !minrisk_is_zero(dominant) && !minrisk_is_zero(others) && share > 0.0 &&
                share < 1.0 && (c.holds_now ? h < g : h > g);
    c.at = 0.0;
    if (c.changes) {
        minrisk_pair odds = minrisk_log_ratio(minrisk_two_sum(1.0, -share), minrisk_pair_of(share));
        minrisk_pair gap = minrisk_log_ratio(minrisk_pair_of(dominant), minrisk_pair_of(others));
        gap = minrisk_pair_add(gap, odds);
        c.at = years(gap, growth_log(h, g));
    }
    return c;
}

minrisk_status minrisk_when_share(double dominant, double dominant_growth, double others,
                                  double others_growth, double share, double horizon,
                                  minrisk_when *when)
{
    course c;

    if (!when) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(dominant) || !is_growth(dominant_growth) ||
        !minrisk_is_quantity(others) || !is_growth(others_growth) || !minrisk_is_fraction(share) ||
        !minrisk_is_span(horizon)) {
        return MINRISK_E_PARAM;
    }

    if (minrisk_is_zero(dominant) && minrisk_is_zero(others)) {
        memset(when, 0, sizeof *when);
        when->status = MINRISK_UNDEFINED;
        when->assumptions = MINRISK_ASSUMES_TREND_HOLDS;
        return MINRISK_OK;
    }
    c = share_course(dominant, dominant_growth, others, others_growth, share);
    *when = answer(&c, horizon);
    return MINRISK_OK;
}

#endif
