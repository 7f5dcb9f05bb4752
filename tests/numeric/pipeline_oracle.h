/* SPDX-License-Identifier: MIT */
/* When conditions hold, in fractions of GMP, which round nothing. It shares nothing with the
 * library: supply and need of every event are worked out anew from the projects. */
#ifndef TESTS_NUMERIC_PIPELINE_ORACLE_H
#define TESTS_NUMERIC_PIPELINE_ORACLE_H

#include "numeric/pipeline_cases.h"

enum {
    PIPELINE_EVENTS =
        (PIPELINE_KNOTS + 1) * PIPELINE_PROJECTS + 2 * PIPELINE_KNOTS * PIPELINE_CONDITIONS + 2,
    PIPELINE_ALL = PIPELINE_CONDITIONS /* of the conditions: all at once */
};

typedef struct pipeline_answer {
    size_t windows;
    double begin[PIPELINE_EVENTS], end[PIPELINE_EVENTS];
    int to_horizon;  /* the last window does not end */
    double shortest; /* of windows and what is between them, but for touches */
    int narrow;      /* an HHI is met between two events and at neither */
} pipeline_answer;

void pipeline_oracle_open(void);
void pipeline_oracle_close(void);

/* Supply and need at all events from `from` to `to`, which the next four calls speak of. */
void pipeline_oracle_take(const pipeline_case *c, double from, double to);

/* When one condition holds, or all. Everything is moved in favour of the conditions by `slack` of
 * the scale, or against them; limits of shares and HHI, which are parts, by the slack itself. */
pipeline_answer pipeline_oracle_answer(size_t condition, double slack);

/* Whether there is ever any supply that a share, or an HHI, could be of. */
int pipeline_oracle_defined(size_t condition);

/* Whether something happens at t. */
int pipeline_oracle_is_event(double t);

/* All that is lacking from the first event to the last. */
double pipeline_oracle_deficit(size_t condition);

/* Supply that counts, need less scrap, and need, at one time of a case. */
void pipeline_oracle_at(const pipeline_case *c, size_t condition, double t, double *supply,
                        double *need, double *all);

#endif
