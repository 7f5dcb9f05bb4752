/* SPDX-License-Identifier: MIT */
/* Projects as JSON text, and the forecast's model of them. */
#ifndef MINRISK_SQLITE_PROJECTS_H
#define MINRISK_SQLITE_PROJECTS_H

#include "extension.h"

enum { MOST_PROJECTS = 100, KNOTS = 257 };

/* capacity in the unit of the need; least, likely and most years until it starts, as planners give
 * them (PERT); the chance that it succeeds; years of ramp from there to the capacity. */
typedef struct project {
    double capacity, least, likely, most, success, ramp;
} project;

/* Everything that a model views. */
typedef struct forecast {
    minrisk_model model;
    int projects;
    double capacity[MOST_PROJECTS];
    uint32_t units[MOST_PROJECTS];
    uint64_t success[MOST_PROJECTS];
    int32_t ramp[MOST_PROJECTS];
    size_t phase_first[MOST_PROJECTS + 1];
    uint32_t phase[MOST_PROJECTS];
    uint32_t need;
    int32_t table[MOST_PROJECTS * KNOTS];
    int32_t work[11 * MOST_PROJECTS]; /* minrisk_forecast_workspace */
} forecast;

/* Reads the projects and makes the model. Returns a code of SQLite; on an error *message says what
 * is wrong, with the element that it is about, or is NULL. */
int read_projects(sqlite3 *db, sqlite3_value *json, double need, int horizon, forecast *f,
                  char **message);

#endif
