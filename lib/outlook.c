/* SPDX-License-Identifier: MIT */
/* Supply, need and what is lacking through time. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/outlook.h"

#include "arithmetic.h"
#include "pipeline_check.h"
#include "sweep.h"

static int condition_is_plain(const minrisk_condition *c)
{
    return c && (c->kind == MINRISK_COVERAGE || c->kind == MINRISK_RELIANCE);
}

static int years_are_valid(const double *year, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_finite(year[i])) {
            return 0;
        }
    }
    return 1;
}

static void put(double *out, size_t i, double x)
{
    if (out) {
        out[i] = x;
    }
}

/* What is lacking is a part of the need, which is then above 0. */
static double dependence_of(double lack, double need)
{
    return lack <= 0.0 ? 0.0 : lack / need;
}

/* Of what is not checked with the projects. */
static minrisk_status outlook_status(const minrisk_condition *condition, const double *year,
                                     size_t n)
{
    if (!year) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    return condition_is_plain(condition) ? MINRISK_OK : MINRISK_E_PARAM;
}

minrisk_status minrisk_outlook(const minrisk_projects *projects, const minrisk_condition *condition,
                               const double *year, size_t n, double *work, size_t work_len,
                               double *supply, double *need, double *dependence)
{
    minrisk_status status = outlook_status(condition, year, n);
    minrisk_condition whole;
    minrisk_sweep s;
    size_t i;

    status = minrisk_pipeline_check(projects, condition, 1, work, work_len, status);
    if (status != MINRISK_OK) {
        return status;
    }
    if (!years_are_valid(year, n)) {
        return MINRISK_E_DATA;
    }
    whole = *condition;
    whole.kind = MINRISK_COVERAGE;
    whole.fraction = 1.0;
    for (i = 0; i < n; i++) {
        double gives, lacks;
        if (i == 0 || year[i] < year[i - 1]) {
            minrisk_sweep_begin(&s, projects, &whole, DBL_MAX, work);
        }
        minrisk_sweep_advance(&s, year[i]);
        gives = minrisk_sweep_supply(&s, 0, year[i]);
        lacks = minrisk_sweep_threshold(&s, year[i]);
        put(supply, i, gives / s.scale);
        put(need, i, lacks / s.scale);
        put(dependence, i,
            dependence_of(minrisk_subtract(lacks, gives), minrisk_sweep_need(&s, year[i])));
    }
    return MINRISK_OK;
}

static minrisk_status deficit_status(const minrisk_condition *condition, double from, double to,
                                     const double *deficit)
{
    if (!deficit) {
        return MINRISK_E_NULL;
    }
    return minrisk_is_quantity(from) && minrisk_is_quantity(to) && condition_is_plain(condition)
               ? MINRISK_OK
               : MINRISK_E_PARAM;
}

minrisk_status minrisk_deficit(const minrisk_projects *projects, const minrisk_condition *condition,
                               double from, double to, double *work, size_t work_len,
                               double *deficit)
{
    minrisk_status status = deficit_status(condition, from, to, deficit);
    minrisk_sweep s;
    minrisk_pair total = minrisk_pair_of(0.0);

    status = minrisk_pipeline_check(projects, condition, 1, work, work_len, status);
    if (status != MINRISK_OK) {
        return status;
    }
    if (to < from) {
        return MINRISK_E_PARAM;
    }
    minrisk_sweep_begin(&s, projects, condition, to, work);
    minrisk_sweep_advance(&s, from);
    (void)minrisk_sweep_deficit(&s, from, NULL, &total);
    /* A pair that passes the range is NaN. */
    *deficit = minrisk_is_finite(total.high) ? total.high / s.scale
                                             : minrisk_double_of(MINRISK_INFINITY_BITS);
    return MINRISK_OK;
}

#endif
