/* SPDX-License-Identifier: MIT */
/* The workspace and the checks of the pipeline's functions: see pipeline_check.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "pipeline_check.h"

#include "bits.h"
#include "spells.h"
#include "sweep.h"

/* --- the workspace --------------------------------------------------------------------------- */

/* A spell begins at an event or between two: at most once for each event and once for now. */
static size_t most_spells(const minrisk_projects *p, const minrisk_condition *c)
{
    return minrisk_size_multiply_add(minrisk_sweep_events(p, c), 1, 2);
}

/* SIZE_MAX where not even the bytes can be counted. */
static size_t countable(size_t doubles)
{
    return doubles > SIZE_MAX / sizeof(double) ? SIZE_MAX : doubles;
}

size_t minrisk_when_covered_workspace(size_t projects, size_t knots)
{
    return countable(minrisk_plain_sweep_doubles(projects, knots));
}

minrisk_room minrisk_room_for(const minrisk_projects *projects, const minrisk_condition *conditions,
                              size_t n)
{
    minrisk_room r = {0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        size_t doubles = minrisk_sweep_doubles(projects, &conditions[i]);
        r.sweep = doubles > r.sweep ? doubles : r.sweep;
        if (i + 1 < n) {
            r.spells =
                minrisk_size_multiply_add(1, most_spells(projects, &conditions[i]), r.spells);
        }
    }
    return r;
}

static int shapes_are_there(const minrisk_projects *p)
{
    size_t i;

    if (!p->shape) {
        return 1;
    }
    for (i = 0; p->shapes && i < p->shape_count; i++) {
        if (!p->shapes[i].time || !p->shapes[i].part) {
            return 0;
        }
    }
    return p->shapes != NULL;
}

size_t minrisk_when_met_workspace(const minrisk_projects *projects,
                                  const minrisk_condition *conditions, size_t n)
{
    minrisk_room r;

    if (!projects || !conditions || (projects->shape && !projects->shapes) ||
        minrisk_when_covered_workspace(projects->count, 0) == SIZE_MAX) {
        return SIZE_MAX;
    }
    r = minrisk_room_for(projects, conditions, n);
    return countable(
        minrisk_size_multiply_add(r.spells, (size_t)2 * MINRISK_SPELL_DOUBLES, r.sweep));
}

/* --- checks ---------------------------------------------------------------------------------- */

int minrisk_kind_is_of_base(int32_t kind)
{
    return kind == MINRISK_SHARE || kind == MINRISK_LARGEST_SHARE;
}

static int speaks_of_need(const minrisk_condition *c)
{
    return c->kind != MINRISK_HHI_AT_MOST && c->kind != MINRISK_SUPPLIERS &&
           !(minrisk_kind_is_of_base(c->kind) && c->knots == 0);
}

static int pointers_are_there(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    size_t i;

    if (p->count > 0 && (!p->start || !p->ramp || !p->capacity || !shapes_are_there(p))) {
        return 0;
    }
    for (i = 0; i < n; i++) {
        if (speaks_of_need(&c[i]) && (!c[i].need_year || !c[i].need)) {
            return 0;
        }
    }
    return 1;
}

/* Kinds in which supply must cover a need. */
static int kind_covers(int32_t kind)
{
    return kind == MINRISK_COVERAGE || kind == MINRISK_RELIANCE || kind == MINRISK_WITHOUT_ONE ||
           kind == MINRISK_BRIDGED;
}

static int sizes_are_usable(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    size_t i;

    for (i = 0; p->shape && i < p->shape_count; i++) {
        if (p->shapes[i].knots < 2) {
            return 0;
        }
    }
    for (i = 0; i < n; i++) {
        if ((c[i].knots > 0) != speaks_of_need(&c[i])) {
            return 0;
        }
    }
    return n > 0;
}

static int condition_is_valid(const minrisk_condition *c)
{
    if (c->kind < MINRISK_COVERAGE || c->kind > MINRISK_BRIDGED ||
        !minrisk_is_fraction(c->fraction) || !minrisk_is_fraction(c->substituted) ||
        !minrisk_is_fraction(c->recovered) || !minrisk_is_quantity(c->lifetime) ||
        !minrisk_is_quantity(c->stock)) {
        return 0;
    }
    return (kind_covers(c->kind) || minrisk_is_zero(c->recovered)) &&
           (c->kind != MINRISK_SUPPLIERS || c->suppliers > 0);
}

static int conditions_are_valid(const minrisk_condition *c, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!condition_is_valid(&c[i])) {
            return 0;
        }
    }
    return 1;
}

static int project_is_valid(const minrisk_projects *p, size_t i)
{
    return minrisk_is_finite(p->start[i]) && minrisk_is_quantity(p->ramp[i]) &&
           minrisk_is_quantity(p->capacity[i]) && (!p->life || minrisk_is_span(p->life[i])) &&
           (!p->share || minrisk_is_fraction(p->share[i]));
}

static int references_are_valid(const minrisk_projects *p, size_t i)
{
    uint32_t stage = p->stage ? p->stage[i] : 0;

    return (!p->stage_yield || stage < p->stages) &&
           (!p->country || p->country[i] < p->countries) &&
           (!p->shape || p->shape[i] < p->shape_count) &&
           (!p->starts_after || p->starts_after[i] <= i);
}

static int fractions_are_valid(const double *fraction, size_t n)
{
    size_t i;

    for (i = 0; fraction && i < n; i++) {
        if (!minrisk_is_fraction(fraction[i])) {
            return 0;
        }
    }
    return 1;
}

static int shape_is_valid(const minrisk_shape *s)
{
    size_t i;

    if (!fractions_are_valid(s->time, s->knots) || !fractions_are_valid(s->part, s->knots) ||
        !minrisk_is_zero(s->time[0]) || s->time[s->knots - 1] != 1.0) {
        return 0;
    }
    for (i = 1; i < s->knots; i++) {
        if (s->time[i] < s->time[i - 1]) {
            return 0;
        }
    }
    return 1;
}

static int projects_are_valid(const minrisk_projects *p)
{
    size_t i;

    for (i = 0; i < p->count; i++) {
        if (!project_is_valid(p, i) || !references_are_valid(p, i)) {
            return 0;
        }
    }
    for (i = 0; p->count > 0 && p->shape && i < p->shape_count; i++) {
        if (!shape_is_valid(&p->shapes[i])) {
            return 0;
        }
    }
    return fractions_are_valid(p->stage_yield, p->stages);
}

static int need_is_valid(const minrisk_condition *c)
{
    size_t i;

    for (i = 0; i < c->knots; i++) {
        if (!minrisk_is_finite(c->need_year[i]) || !minrisk_is_quantity(c->need[i]) ||
            (i > 0 && c->need_year[i] < c->need_year[i - 1])) {
            return 0;
        }
    }
    return 1;
}

static int data_are_valid(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    size_t i;

    if (!projects_are_valid(p)) {
        return 0;
    }
    for (i = 0; i < n; i++) {
        if (!need_is_valid(&c[i]) || !fractions_are_valid(c[i].weight, minrisk_countries_of(p))) {
            return 0;
        }
    }
    return 1;
}

minrisk_status minrisk_pipeline_check(const minrisk_projects *p, const minrisk_condition *c,
                                      size_t n, const double *work, size_t work_len,
                                      minrisk_status own)
{
    size_t required;

    if (!p || !c || !work || own == MINRISK_E_NULL || !pointers_are_there(p, c, n)) {
        return MINRISK_E_NULL;
    }
    if (own == MINRISK_E_SIZE || !sizes_are_usable(p, c, n)) {
        return MINRISK_E_SIZE;
    }
    required = minrisk_when_met_workspace(p, c, n);
    if (required == SIZE_MAX || work_len < required) {
        return MINRISK_E_SIZE;
    }
    if (own != MINRISK_OK || !conditions_are_valid(c, n)) {
        return MINRISK_E_PARAM;
    }
    return data_are_valid(p, c, n) ? MINRISK_OK : MINRISK_E_DATA;
}

#endif
