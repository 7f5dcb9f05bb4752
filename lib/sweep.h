/* SPDX-License-Identifier: MIT */
/* Supply of a stage and need of a condition through time, event by event.
 *
 * Supply is kept in groups: one for all, one for each country, or what is named and all. Each group
 * has the exact sum of what its projects give at the last knot of their ramps that is past; what
 * ramps at the moment is added when the supply is asked for, so that the order of the projects does
 * not show. */
#ifndef MINRISK_SWEEP_H
#define MINRISK_SWEEP_H

#include "minrisk/projects.h"

#include "arithmetic.h"
#include "sizes.h"

typedef struct minrisk_sweep {
    const minrisk_projects *projects;
    const minrisk_condition *condition;
    double horizon;
    double scale;   /* 1, or small enough that no total overflows */
    size_t groups;  /* of supply */
    size_t stride;  /* of the numbers of events: knots of the longest shape, and the closure */
    double *sums;   /* of the groups: an exact sum each, as bytes */
    double *start;  /* [count] from now; NULL: as given */
    double *before; /* [groups] supply at the beginning of a stretch between events */
    double *after;  /* [groups] supply at its end */
    double *events; /* two doubles each, sorted */
    size_t event_count, event_next;
    double *ramping; /* the projects that ramp: the number of the event that began it */
    size_t ramping_count;
    size_t knots_passed;   /* knots of the need at or before now */
    size_t knots_returned; /* the same, a lifetime ago */
} minrisk_sweep;

/* How many projects a stage has. */
size_t minrisk_stage_projects(const minrisk_projects *p, uint32_t stage);

/* Whether kind tells countries apart. */
int minrisk_kind_is_by_country(int32_t kind);

/* How many countries there are. */
size_t minrisk_countries_of(const minrisk_projects *p);

/* Doubles that a sweep needs; SIZE_MAX where that does not fit. */
size_t minrisk_sweep_doubles(const minrisk_projects *p, const minrisk_condition *c);

/* The same of a plain condition of coverage for projects with straight ramps. */
size_t minrisk_plain_sweep_doubles(size_t projects, size_t knots);

/* The most events of a condition; SIZE_MAX where that does not fit. */
size_t minrisk_sweep_events(const minrisk_projects *p, const minrisk_condition *c);

/* What a project of the condition's stage gives to a group at its capacity, scaled. */
double minrisk_sweep_capacity(const minrisk_sweep *s, size_t i, size_t group);

/* Whether a project gives anything that the condition looks at. */
int minrisk_sweep_counts(const minrisk_sweep *s, size_t i);

/* Begins a sweep; no event is applied. All has been checked. */
void minrisk_sweep_begin(minrisk_sweep *s, const minrisk_projects *projects,
                         const minrisk_condition *condition, double horizon, double *work);

/* Applies all events up to t. */
void minrisk_sweep_advance(minrisk_sweep *s, double t);

/* The time of the next event, or the horizon. */
double minrisk_sweep_next(const minrisk_sweep *s);

/* Supply of a group at t, between the events before and after. */
double minrisk_sweep_supply(const minrisk_sweep *s, size_t group, double t);

/* Need at t, less what is substituted, scaled. */
double minrisk_sweep_need(const minrisk_sweep *s, double t);

/* What supply must come to at t for the condition: f N - R, or (1 - f) N - R for a reliance. */
double minrisk_sweep_threshold(const minrisk_sweep *s, double t);

/* Adds the area between threshold and supply of group 0 where supply is short, from t0 to the
 * horizon, to *total; t0's events are applied. Returns when the total comes to *limit, with *total
 * as it was at the event before, or the horizon. NULL: no limit. Areas are scaled. */
double minrisk_sweep_deficit(minrisk_sweep *s, double t0, const minrisk_pair *limit,
                             minrisk_pair *total);

#endif
