/* SPDX-License-Identifier: MIT */
/* Which project matters, and how much more capacity it takes: see minrisk/plan.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/plan.h"

#include "elementary.h"
#include "forecast_model.h"
#include "forecast_reach.h"
#include "sweep.h"

/* --- slopes at a crossing -------------------------------------------------------------------- */

static minrisk_status check_slopes(const double *start, const double *ramp, const double *capacity,
                                   size_t projects, double need_slope, double first)
{
    size_t i;

    if (projects == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_finite(need_slope) || !minrisk_is_quantity(first) || !(first > 0.0)) {
        return MINRISK_E_PARAM;
    }
    for (i = 0; i < projects; i++) {
        if (!minrisk_is_finite(start[i]) || !minrisk_is_quantity(ramp[i]) ||
            !minrisk_is_quantity(capacity[i])) {
            return MINRISK_E_DATA;
        }
    }
    return MINRISK_OK;
}

/* The project that steps at a time, or `projects`. */
static size_t stepping(const double *start, const double *ramp, const double *capacity,
                       size_t projects, double time)
{
    size_t i = 0;

    while (i < projects && !(minrisk_is_zero(ramp[i]) && capacity[i] > 0.0 && !(start[i] < time) &&
                             !(start[i] > time))) {
        i++;
    }
    return i;
}

/* The part of a ramp that is done, from 0 to 1. */
static double part_done(double start, double ramp, double time)
{
    double since = minrisk_subtract(time, start);

    if (!(since > 0.0)) {
        return 0.0;
    }
    return since < ramp ? since / ramp : 1.0;
}

/* The slope of a project just before a time. */
static double slope_before(double start, double ramp, double capacity, double time)
{
    double since = minrisk_subtract(time, start);

    return since > 0.0 && since <= ramp ? capacity / ramp : 0.0;
}

minrisk_status minrisk_plan_slopes(const double *start, const double *ramp, const double *capacity,
                                   size_t projects, double need_slope, double first,
                                   double *by_capacity, double *by_lead, size_t *pivotal)
{
    minrisk_pair gain = minrisk_pair_of(-need_slope);
    minrisk_status status;
    size_t step, i;

    if (!start || !ramp || !capacity || !by_capacity || !by_lead || !pivotal) {
        return MINRISK_E_NULL;
    }
    status = check_slopes(start, ramp, capacity, projects, need_slope, first);
    if (status != MINRISK_OK) {
        return status;
    }
    step = stepping(start, ramp, capacity, projects, first);
    for (i = 0; i < projects; i++) {
        gain = minrisk_pair_add(
            gain, minrisk_pair_of(slope_before(start[i], ramp[i], capacity[i], first)));
    }
    if (step == projects && !(gain.high > 0.0)) {
        return MINRISK_E_PARAM;
    }

    for (i = 0; i < projects; i++) {
        if (step < projects) {
            by_capacity[i] = 0.0;
            by_lead[i] = i == step ? 1.0 : 0.0;
        } else {
            by_capacity[i] = 0.0 - part_done(start[i], ramp[i], first) / gain.high;
            by_lead[i] = slope_before(start[i], ramp[i], capacity[i], first) / gain.high;
        }
    }
    *pivotal = step;
    return MINRISK_OK;
}

/* --- sums of capacities ---------------------------------------------------------------------- */

static int are_chances(const double *chance, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_fraction(chance[i])) {
            return 0;
        }
    }
    return 1;
}

/* The law of the sum of all but one; of all, for an index that is none of them. */
static void sum_without(const double *chance, const uint32_t *capacity, size_t n, size_t without,
                        uint32_t need, double *mass)
{
    size_t i;

    minrisk_reach_begin(mass, need);
    for (i = 0; i < n; i++) {
        if (i != without && capacity[i] > 0) {
            minrisk_reach_add(mass, need, capacity[i], chance[i]);
        }
    }
}

/* Short by at most a project's capacity: where it makes the difference. */
static double mass_short_by(const double *mass, uint32_t need, uint32_t most)
{
    double sum = 0.0;
    uint32_t by;

    for (by = 1; by <= most && by <= need; by++) {
        sum += mass[need - by];
    }
    return sum;
}

minrisk_status minrisk_plan_importance(const double *chance, const uint32_t *capacity, size_t n,
                                       uint32_t need, double *importance, double *work,
                                       size_t work_len)
{
    size_t i;

    if (!chance || !capacity || !importance || !work) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || work_len <= need) {
        return MINRISK_E_SIZE;
    }
    if (need == 0 || need > MINRISK_MOST_UNITS) {
        return MINRISK_E_PARAM;
    }
    if (!are_chances(chance, n)) {
        return MINRISK_E_DATA;
    }

    for (i = 0; i < n; i++) {
        sum_without(chance, capacity, n, i, need, work);
        importance[i] = mass_short_by(work, need, capacity[i]);
    }
    return MINRISK_OK;
}

/* The least by which the sum is short with a chance of at most 1 - q. */
static uint32_t shortfall_quantile(const double *mass, uint32_t need, double q)
{
    double sum = mass[need];
    uint32_t by;

    for (by = 0; by < need; by++) {
        if (sum >= q) {
            return by;
        }
        sum += mass[need - by - 1];
    }
    return need;
}

/* The most by which the sum may be short: whatever is not certain is not there. */
static uint32_t largest_shortfall(const double *mass, uint32_t need)
{
    uint32_t by = need;

    while (by > 0 && !(mass[need - by] > 0.0)) {
        by--;
    }
    return by;
}

minrisk_status minrisk_plan_capacity(const double *chance, const uint32_t *capacity, size_t n,
                                     uint32_t need, double q, uint32_t *extra, double *work,
                                     size_t work_len)
{
    if ((n > 0 && (!chance || !capacity)) || !extra || !work) {
        return MINRISK_E_NULL;
    }
    if (work_len <= need) {
        return MINRISK_E_SIZE;
    }
    if (need > MINRISK_MOST_UNITS || !(q > 0.0 && q <= 1.0)) {
        return MINRISK_E_PARAM;
    }
    if (!are_chances(chance, n)) {
        return MINRISK_E_DATA;
    }

    sum_without(chance, capacity, n, n, need, work);
    *extra = q < 1.0 ? shortfall_quantile(work, need, q) : largest_shortfall(work, need);
    return MINRISK_OK;
}

/* --- projects without a name ----------------------------------------------------------------- */

static const double MOST_MEAN = 1e6;

/* So much of exp(-sum of means) is taken out at a time, where terms grow past 2^500: so that the
 * products of the next term, at most 1e6 2^30 a term each, stay within the range of double. */
static const double PORTION = 300.0;

static int are_means(const double *mean, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(mean[i]) || mean[i] > MOST_MEAN) {
            return 0;
        }
    }
    return 1;
}

/* x g(x) / x, from the terms before it. */
static double panjer_term(const double *mean, const uint32_t *capacity, size_t n, uint32_t x,
                          const double *g)
{
    double sum = 0.0;
    size_t i;

    for (i = 0; i < n; i++) {
        if (capacity[i] > 0 && capacity[i] <= x) {
            sum += minrisk_multiply(minrisk_multiply(mean[i], (double)capacity[i] / (double)x),
                                    g[x - capacity[i]]);
        }
    }
    return sum;
}

static double mean_of_all(const double *mean, const uint32_t *capacity, size_t n)
{
    double sum = 0.0;
    size_t i;

    for (i = 0; i < n; i++) {
        sum += capacity[i] > 0 ? mean[i] : 0.0;
    }
    return sum;
}

/* The chance of less than the need. */
static double panjer_below(const double *mean, const uint32_t *capacity, size_t n, uint32_t need,
                           double *g)
{
    const double portion = minrisk_exp(-PORTION);
    double left = mean_of_all(mean, capacity, n);
    double sum = 0.0;
    uint32_t x, i;

    for (x = 0; x < need; x++) {
        g[x] = x > 0 ? panjer_term(mean, capacity, n, x, g) : 1.0;
        sum += g[x];
        if (g[x] > 3.273390607896142e150) { /* 2^500 */
            for (i = 0; i <= x; i++) {
                g[i] = minrisk_multiply(g[i], portion);
            }
            sum = minrisk_multiply(sum, portion);
            left = minrisk_subtract(left, PORTION);
        }
    }
    return minrisk_multiply(sum, minrisk_exp(-left));
}

minrisk_status minrisk_plan_unnamed(const double *mean, const uint32_t *capacity, size_t n,
                                    uint32_t need, double *chance, double *work, size_t work_len)
{
    double below;

    if ((n > 0 && (!mean || !capacity)) || !chance || !work) {
        return MINRISK_E_NULL;
    }
    if (work_len <= need) {
        return MINRISK_E_SIZE;
    }
    if (need > MINRISK_MOST_UNITS) {
        return MINRISK_E_PARAM;
    }
    if (!are_means(mean, n)) {
        return MINRISK_E_DATA;
    }

    below = panjer_below(mean, capacity, n, need, work);
    *chance = below < 1.0 ? minrisk_subtract(1.0, below) : 0.0;
    return MINRISK_OK;
}

/* --- by a year ------------------------------------------------------------------------------- */

/* What is divided by a part of it that is there; 0, and a bit less, if nothing of it is. */
static double whole_of(double deficit, double part, uint32_t bit, uint32_t *known)
{
    if (!(deficit > 0.0)) {
        *known |= bit;
        return 0.0;
    }
    if (!(part > 0.0)) {
        return 0.0;
    }
    *known |= bit;
    return deficit / part;
}

minrisk_status minrisk_plan_needed(const minrisk_projects *projects,
                                   const minrisk_condition *condition, double year, double part,
                                   double *work, size_t work_len, minrisk_needed *needed)
{
    minrisk_status status;
    minrisk_sweep s;
    double stock;

    if (!needed) {
        return MINRISK_E_NULL;
    }
    /* In its place among the checks, a part that is none is as wrong as a year that is none. */
    status = minrisk_deficit(projects, condition, 0.0, minrisk_is_fraction(part) ? year : -1.0,
                             work, work_len, &stock);
    if (status != MINRISK_OK) {
        return status;
    }

    minrisk_sweep_begin(&s, projects, condition, year, work);
    minrisk_sweep_advance(&s, year);
    memset(needed, 0, sizeof *needed);
    needed->deficit = minrisk_positive_part(minrisk_subtract(minrisk_sweep_threshold(&s, year),
                                                             minrisk_sweep_supply(&s, 0, year))) /
                      s.scale;
    needed->nameplate = whole_of(needed->deficit, part, MINRISK_NEEDED_NAMEPLATE, &needed->known);
    needed->slope = whole_of(needed->deficit, year, MINRISK_NEEDED_SLOPE, &needed->known);
    needed->stock = stock;
    return MINRISK_OK;
}

/* --- without a part of it -------------------------------------------------------------------- */

static minrisk_left_out left_out_of(int32_t what, uint32_t which)
{
    minrisk_left_out left_out;

    left_out.which = which;
    switch (what) {
    case MINRISK_WITHOUT_PROJECT:
        left_out.what = MINRISK_LEAVE_PROJECT;
        break;
    case MINRISK_WITHOUT_COUNTRY:
        left_out.what = MINRISK_LEAVE_COUNTRY;
        break;
    case MINRISK_WITHOUT_STAGE:
        left_out.what = MINRISK_LEAVE_STAGE;
        break;
    default:
        left_out.what = MINRISK_LEAVE_UNKNOWN;
        break;
    }
    return left_out;
}

minrisk_status minrisk_plan_without(const minrisk_model *model, int32_t what, uint32_t which,
                                    uint64_t seed, uint64_t first_trial, uint32_t trials,
                                    int32_t *work, size_t work_len, minrisk_tally *tally)
{
    return minrisk_forecast_run_without(model, left_out_of(what, which), seed, first_trial, trials,
                                        work, work_len, tally);
}

minrisk_status minrisk_plan_law(const minrisk_model *model, int32_t what, uint32_t which,
                                uint32_t steps_per_year, const double *year, size_t n,
                                double *probability, int32_t *kind, double *work, size_t work_len)
{
    return minrisk_law_run_without(model, left_out_of(what, which), steps_per_year, year, n,
                                   probability, kind, work, work_len);
}

#endif
