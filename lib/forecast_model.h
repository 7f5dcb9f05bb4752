/* SPDX-License-Identifier: MIT */
/* A model that was found to be sound, laid out for the trials. */
#ifndef MINRISK_FORECAST_MODEL_H
#define MINRISK_FORECAST_MODEL_H

#include "minrisk/forecast.h"

#define MINRISK_CERTAIN ((uint64_t)1 << 32)

/* The checks that every function of a model makes, in the order of the statuses; E_SIZE for the
 * workspace apart. */
int minrisk_model_has_pointers(const minrisk_model *model);
int minrisk_model_has_sizes(const minrisk_model *model);
minrisk_status minrisk_model_check_values(const minrisk_model *model);

/* enum minrisk_assumption */
uint32_t minrisk_model_assumptions(const minrisk_model *model);

int minrisk_need_is_constant(const minrisk_model *model);

/* How many knots the need of a stage has, and which is the first. */
static inline size_t minrisk_first_knot(const minrisk_model *m, size_t stage)
{
    return m->need_first ? m->need_first[stage] : stage;
}

static inline size_t minrisk_end_knot(const minrisk_model *m, size_t stage)
{
    return m->need_first ? m->need_first[stage + 1] : stage + 1;
}

/* An array of a model that may be left out. */
static inline uint32_t minrisk_pick(const uint32_t *array, size_t i, uint32_t otherwise)
{
    return array ? array[i] : otherwise;
}

static inline int32_t minrisk_pick_ticks(const int32_t *array, size_t i)
{
    return array ? array[i] : 0;
}

static inline uint64_t minrisk_pick_chance(const uint64_t *array, size_t i)
{
    return array ? array[i] : MINRISK_CERTAIN;
}

/* What gives no supply in a run, though all draws are as they were. */
enum minrisk_leave {
    MINRISK_LEAVE_NOTHING,
    MINRISK_LEAVE_PROJECT,
    MINRISK_LEAVE_COUNTRY,
    MINRISK_LEAVE_STAGE,  /* of which nothing is asked */
    MINRISK_LEAVE_UNKNOWN /* refused, in its place among the checks */
};

typedef struct minrisk_left_out {
    enum minrisk_leave what;
    uint32_t which;
} minrisk_left_out;

/* Whether a project gives supply all the same. */
static inline int minrisk_gives(const minrisk_model *m, const minrisk_left_out *left_out,
                                size_t project)
{
    switch (left_out->what) {
    case MINRISK_LEAVE_PROJECT:
        return project != left_out->which;
    case MINRISK_LEAVE_COUNTRY:
        return minrisk_pick(m->country, project, 0) != left_out->which;
    default:
        return 1;
    }
}

/* Whether a stage must be covered all the same. */
static inline int minrisk_asks(const minrisk_left_out *left_out, size_t stage)
{
    return left_out->what != MINRISK_LEAVE_STAGE || stage != left_out->which;
}

/* minrisk_law and minrisk_forecast_run without it. */
minrisk_status minrisk_law_run_without(const minrisk_model *model, minrisk_left_out left_out,
                                       uint32_t steps_per_year, const double *year, size_t n,
                                       double *probability, int32_t *kind, double *work,
                                       size_t work_len);

minrisk_status minrisk_forecast_run_without(const minrisk_model *model, minrisk_left_out left_out,
                                            uint64_t seed, uint64_t first_trial, uint32_t trials,
                                            int32_t *work, size_t work_len, minrisk_tally *tally);

#endif
