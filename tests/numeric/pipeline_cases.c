/* SPDX-License-Identifier: MIT */
/* See pipeline_cases.h. */
#include "numeric/pipeline_cases.h"

#include <string.h>

#include "support/bits.h"
#include "support/check.h"

static int one_in(random_source *source, uint64_t n)
{
    return random_below(source, n) == 0;
}

double pipeline_years(const pipeline_case *c, random_source *source, double most)
{
    const double x = most * random_unit(source);
    return c->on_ticks ? (double)(int)(x * 64) / 64 : x;
}

static double amount(random_source *source, int most)
{
    return one_in(source, 4) ? most * random_unit(source)
                             : (double)random_below(source, (uint64_t)most);
}

static double quarters(random_source *source)
{
    return (double)random_below(source, 5) / 4;
}

/* --- projects ---------------------------------------------------------------------------------- */

static void draw_shape(pipeline_case *c, random_source *source, size_t k)
{
    const size_t knots = random_size(source, 2, PIPELINE_KNOTS);
    const minrisk_shape shape = {knots, c->time[k], c->part[k]};
    for (size_t i = 0; i < knots; i++) {
        c->time[k][i] = i == 0 ? 0 : i + 1 == knots ? 1 : (double)i / 4;
        c->part[k][i] = (double)random_below(source, 9) / 8;
    }
    if (knots == 4 && one_in(source, 3))
        c->time[k][1] = c->time[k][2]; /* a step */
    if (knots > 2 && one_in(source, 6))
        c->time[k][1] = 0; /* another at the start */
    c->shapes[k] = shape;
}

static void draw_project(pipeline_case *c, random_source *source, size_t i)
{
    const size_t twin = random_below(source, i + 1);
    c->start[i] = pipeline_years(c, source, 12) - 2;
    c->ramp[i] = one_in(source, 3) ? 0 : pipeline_years(c, source, 5);
    c->life[i] = one_in(source, 3) ? infinity() : pipeline_years(c, source, 8);
    if (one_in(source, 4)) { /* at the very same times as another */
        c->start[i] = c->start[twin];
        c->ramp[i] = c->ramp[twin];
        c->life[i] = c->life[twin];
    }
    c->capacity[i] = amount(source, 20);
    c->share[i] = quarters(source);
    c->stage[i] = one_in(source, 6) ? 2 : (uint32_t)random_below(source, 2);
    c->country[i] = (uint32_t)random_below(source, PIPELINE_COUNTRIES);
    c->shape[i] = (uint32_t)random_below(source, PIPELINE_SHAPES);
    c->after[i] = one_in(source, 3) ? random_size(source, 0, i) : i;
}

static void draw_projects(pipeline_case *c, random_source *source)
{
    minrisk_projects *p = &c->projects;
    memset(p, 0, sizeof *p);
    p->count = random_size(source, one_in(source, 8) ? 0 : 3, PIPELINE_PROJECTS);
    for (size_t i = 0; i < p->count; i++)
        draw_project(c, source, i);
    for (size_t k = 0; k < PIPELINE_SHAPES; k++)
        draw_shape(c, source, k);
    for (size_t k = 0; k < PIPELINE_STAGES; k++)
        c->yield[k] = (double)(1 + random_below(source, 4)) / 4;
    p->start = c->start;
    p->ramp = c->ramp;
    p->capacity = c->capacity;
    p->life = one_in(source, 8) ? NULL : c->life;
    p->share = one_in(source, 4) ? c->share : NULL;
    p->stage = one_in(source, 4) ? NULL : c->stage;
    p->country = one_in(source, 8) ? NULL : c->country;
    p->countries = PIPELINE_COUNTRIES;
    p->starts_after = one_in(source, 4) ? c->after : NULL;
    p->shape = one_in(source, 4) ? c->shape : NULL;
    p->shapes = c->shapes;
    p->shape_count = PIPELINE_SHAPES;
    p->stage_yield = one_in(source, 4) ? c->yield : NULL;
    p->stages = PIPELINE_STAGES;
}

/* --- conditions -------------------------------------------------------------------------------- */

static int is_of_base(int32_t kind)
{
    return kind == MINRISK_SHARE || kind == MINRISK_LARGEST_SHARE;
}

static void draw_need(pipeline_case *c, random_source *source, size_t i)
{
    minrisk_condition *k = &c->condition[i];
    k->knots = random_size(source, 1, PIPELINE_KNOTS);
    for (size_t at = 0; at < k->knots; at++) {
        double gap = one_in(source, 4) ? 0 : pipeline_years(c, source, 5);
        c->year[i][at] = at == 0 ? pipeline_years(c, source, 4) - 1 : c->year[i][at - 1] + gap;
        c->need[i][at] = amount(source, 40);
    }
    k->need_year = c->year[i];
    k->need = c->need[i];
    k->substituted = one_in(source, 4) ? quarters(source) / 2 : 0;
    if (!is_of_base(k->kind) && one_in(source, 4)) {
        k->recovered = quarters(source);
        k->lifetime = pipeline_years(c, source, 6);
    }
}

static void draw_condition(pipeline_case *c, random_source *source, size_t i, int32_t kind)
{
    minrisk_condition *k = &c->condition[i];
    memset(k, 0, sizeof *k);
    k->kind = kind;
    k->stage = c->projects.stage == NULL ? 0 : (uint32_t)random_below(source, 2);
    k->fraction = one_in(source, 4) ? random_unit(source) : quarters(source);
    if (kind == MINRISK_HHI_AT_MOST && one_in(source, 2))
        k->fraction = 0.5; /* which two alike just meet */
    if (kind != MINRISK_HHI_AT_MOST && kind != MINRISK_SUPPLIERS &&
        !(is_of_base(kind) && one_in(source, 2)))
        draw_need(c, source, i);
    for (size_t at = 0; at < PIPELINE_COUNTRIES; at++)
        c->weight[i][at] = one_in(source, 3) ? quarters(source) : 1;
    k->weight = one_in(source, 4) ? NULL : c->weight[i];
    k->stock = amount(source, 60);
    k->suppliers = (uint32_t)random_size(source, 1, PIPELINE_COUNTRIES);
}

static void draw_any(pipeline_case *c, random_source *source)
{
    c->conditions = random_size(source, 1, 3);
    for (size_t i = 0; i < c->conditions; i++)
        draw_condition(c, source, i,
                       MINRISK_COVERAGE + (int32_t)random_below(source, MINRISK_BRIDGED));
}

/* The EU act on raw materials: a tenth dug and two fifths processed at home, a quarter recycled, no
 * third country above 65 % of what is used, at either stage. */
static void draw_act(pipeline_case *c, random_source *source)
{
    static const double part[PIPELINE_CONDITIONS] = {.10, .40, .25, .65, .65};
    c->conditions = PIPELINE_CONDITIONS;
    for (size_t i = 0; i < PIPELINE_CONDITIONS; i++) {
        minrisk_condition *k = &c->condition[i];
        const int is_home = i < 3;
        draw_condition(c, source, i, MINRISK_COVERAGE);
        k->kind = is_home ? MINRISK_COVERAGE : MINRISK_LARGEST_SHARE;
        k->stage = (uint32_t)i % 3;
        k->fraction = part[i];
        k->recovered = is_home ? k->recovered : 0;
        for (size_t at = 0; at < PIPELINE_COUNTRIES; at++)
            c->weight[i][at] = (at == 0) == is_home;
        k->weight = c->weight[i];
        k->knots = c->condition[0].knots;
        k->need_year = c->year[0];
        k->need = c->need[0];
    }
}

/* Nothing from a covered country at any stage. */
static void draw_uncovered(pipeline_case *c, random_source *source)
{
    c->conditions = PIPELINE_STAGES;
    for (size_t i = 0; i < PIPELINE_STAGES; i++) {
        draw_condition(c, source, i, MINRISK_SHARE);
        c->condition[i].stage = (uint32_t)i;
        c->condition[i].fraction = 0;
        for (size_t at = 0; at < PIPELINE_COUNTRIES; at++)
            c->weight[i][at] = at == 2;
        c->condition[i].weight = c->weight[i];
    }
}

void pipeline_draw(pipeline_case *c, random_source *source)
{
    c->on_ticks = !one_in(source, 3);
    draw_projects(c, source);
    if (one_in(source, 10))
        draw_act(c, source);
    else if (one_in(source, 20))
        draw_uncovered(c, source);
    else
        draw_any(c, source);
    c->dwell = one_in(source, 2) ? 0 : pipeline_years(c, source, 4);
    if (c->projects.count > 0 && c->life[0] < infinity() && one_in(source, 2))
        c->dwell = c->life[0]; /* just long enough */
    c->horizon = one_in(source, 16) ? 0 : pipeline_years(c, source, 20);
}

double pipeline_scale(const pipeline_case *c)
{
    double sum = 0, need = 0;
    for (size_t i = 0; i < c->projects.count; i++)
        sum += c->capacity[i];
    for (size_t i = 0; i < c->conditions; i++)
        for (size_t k = 0; k < c->condition[i].knots; k++)
            need = c->condition[i].need[k] > need ? c->condition[i].need[k] : need;
    return sum > need ? sum : need;
}
