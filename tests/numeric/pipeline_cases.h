/* SPDX-License-Identifier: MIT */
/* Random pipelines with all that they may have: ties, touches, closures, events of one instant. */
#ifndef TESTS_NUMERIC_PIPELINE_CASES_H
#define TESTS_NUMERIC_PIPELINE_CASES_H

#include "minrisk.h"
#include "support/random.h"

enum {
    PIPELINE_PROJECTS = 8,
    PIPELINE_COUNTRIES = 3,
    PIPELINE_STAGES = 3,
    PIPELINE_SHAPES = 2,
    PIPELINE_KNOTS = 4, /* of a need, and of a shape */
    PIPELINE_CONDITIONS = 5
};

typedef struct pipeline_case {
    double start[PIPELINE_PROJECTS], ramp[PIPELINE_PROJECTS], capacity[PIPELINE_PROJECTS],
        life[PIPELINE_PROJECTS], share[PIPELINE_PROJECTS];
    uint32_t stage[PIPELINE_PROJECTS], country[PIPELINE_PROJECTS], shape[PIPELINE_PROJECTS];
    size_t after[PIPELINE_PROJECTS];
    double time[PIPELINE_SHAPES][PIPELINE_KNOTS], part[PIPELINE_SHAPES][PIPELINE_KNOTS];
    double yield[PIPELINE_STAGES];
    minrisk_shape shapes[PIPELINE_SHAPES];
    minrisk_projects projects;
    double year[PIPELINE_CONDITIONS][PIPELINE_KNOTS], need[PIPELINE_CONDITIONS][PIPELINE_KNOTS];
    double weight[PIPELINE_CONDITIONS][PIPELINE_COUNTRIES];
    minrisk_condition condition[PIPELINE_CONDITIONS];
    size_t conditions;
    double dwell, horizon;
    int on_ticks; /* times are whole 64ths, so that events meet */
} pipeline_case;

/* The views of the case point into it. */
void pipeline_draw(pipeline_case *c, random_source *source);

/* A time up to `most`, whole in ticks if those of the case are. */
double pipeline_years(const pipeline_case *c, random_source *source, double most);

/* The largest of what there may be of supply, need or stock a year. */
double pipeline_scale(const pipeline_case *c);

#endif
