/* SPDX-License-Identifier: MIT */
/* The law of the time to independence while it is worked out.
 *
 * Rooms: forecast_ready.c has the law of each project's start, forecast_outcomes.c what strikes or
 * ties several projects at once, forecast_law.c the chance that capacities cover the needs. */
#ifndef MINRISK_FORECAST_LAW_H
#define MINRISK_FORECAST_LAW_H

#include "forecast_model.h"

#include <float.h>

enum { MINRISK_MOST_OUTCOMES = 4096 };

/* `begin` of a project that no other waits for, and of one that never starts. */
#define MINRISK_OPEN         (-DBL_MAX)
#define MINRISK_NEVER_BEGINS DBL_MAX

typedef struct minrisk_law_frame {
    const minrisk_model *model;
    minrisk_left_out left_out;
    double step;    /* ticks */
    size_t steps;   /* of the grid, which has a point more */
    size_t most;    /* the largest need, in units of its stage's divisor */
    int constant;   /* no need changes */
    int ramped;     /* a ramp is no step */
    int tied;       /* projects hang together by more than shocks */
    uint32_t nodes; /* how many values a draw in common takes in turn; 0: the outcomes are too many,
                       and what is tied is bounded */
    double *ready;  /* [projects][steps + 1]  the law of being ready, read at the points */
    double *moved;  /* [projects]  ticks that come on top: the base, and leads that are known */
    double *delay; /* [projects]  ticks, by the shocks of the outcome at hand; the next three too */
    double *begin; /* [projects]  ticks at which one starts that others wait for */
    double *factor;        /* [slips]  2^-16; negative: not in common */
    double *shared;        /* [groups]  which way of sharing, from 1; 0: none */
    double *a, *b, *c, *d; /* [steps + 1] */
    double *mass;          /* [most + 1], or of the states */
    double *started;       /* [12][steps + 1]  where a need changes */
    double *need;          /* [(steps + 1) stages] */
    double *passed;        /* [steps + 1] */
} minrisk_law_frame;

static inline const int32_t *minrisk_law_table(const minrisk_law_frame *q, uint32_t index)
{
    return q->model->table + (size_t)index * q->model->table_len;
}

/* A table of one time. */
static inline int minrisk_law_is_known(const minrisk_law_frame *q, uint32_t table)
{
    const int32_t *t = minrisk_law_table(q, table);
    return t[0] == t[q->model->table_len - 1];
}

/* The project that another one waits for, or MINRISK_NONE. */
static inline uint32_t minrisk_law_awaited(const minrisk_law_frame *q, size_t project)
{
    return minrisk_pick(q->model->after, project, MINRISK_NONE);
}

/* --- forecast_ready.c ------------------------------------------------------------------------ */

/* Finds the law of a project, those before it being found. */
void minrisk_ready_find(minrisk_law_frame *q, size_t project);

/* Two projects with the same phases, slips and ties. */
int minrisk_ready_alike(const minrisk_model *m, size_t p, size_t r);

/* The tick by which a project starts with chance u, if it does not fail. */
double minrisk_ready_quantile(const minrisk_law_frame *q, size_t project, double u);

/* The chance that a project is there, whole, by a tick. */
double minrisk_ready_by(const minrisk_law_frame *q, size_t project, double tick);

/* --- forecast_outcomes.c --------------------------------------------------------------------- */

/* Sets `tied` and `nodes`. */
void minrisk_outcomes_measure(minrisk_law_frame *q);

/* In how many ways shocks and ties can turn out; more than MINRISK_MOST_OUTCOMES if too many. */
uint32_t minrisk_outcomes_count(const minrisk_law_frame *q);

/* Goes over to an outcome, and returns its chance. */
double minrisk_outcome_take(minrisk_law_frame *q, uint32_t outcome);

/* The word that a phase has in common with others in the outcome at hand; 0 if it has none. */
int minrisk_outcome_word(const minrisk_law_frame *q, size_t project, size_t phase, uint32_t *word);

/* Whether a project's law differs from outcome to outcome: it draws together with others. */
int minrisk_outcome_touches(const minrisk_law_frame *q, size_t project);

/* A project whose start depends on another's, other than by shocks. */
int minrisk_outcome_ties(const minrisk_law_frame *q, size_t project);

#endif
