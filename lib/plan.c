/* SPDX-License-Identifier: MIT */
/* Which project matters, and how much more capacity it takes: see minrisk/plan.h. */
#include "minrisk/plan.h"

#include "arithmetic.h"
#include "forecast_model.h"
#include "forecast_reach.h"

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
    double since = time - start;

    if (!(since > 0.0)) {
        return 0.0;
    }
    return since < ramp ? since / ramp : 1.0;
}

/* The slope of a project just before a time. */
static double slope_before(double start, double ramp, double capacity, double time)
{
    double since = time - start;

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
    uint32_t by = 0;

    while (sum < q && by < need) {
        by++;
        sum += mass[need - by];
    }
    return by;
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

/* --- trials without -------------------------------------------------------------------------- */

minrisk_status minrisk_plan_without(const minrisk_model *model, int32_t what, uint32_t which,
                                    uint64_t seed, uint64_t first_trial, uint32_t trials,
                                    int32_t *work, size_t work_len, minrisk_tally *tally)
{
    minrisk_left_out left_out;

    if (what == MINRISK_WITHOUT_PROJECT) {
        left_out.what = MINRISK_LEAVE_PROJECT;
    } else if (what == MINRISK_WITHOUT_COUNTRY) {
        left_out.what = MINRISK_LEAVE_COUNTRY;
    } else {
        left_out.what = MINRISK_LEAVE_UNKNOWN;
    }
    left_out.which = which;
    return minrisk_forecast_run_without(model, left_out, seed, first_trial, trials, work, work_len,
                                        tally);
}
