/* SPDX-License-Identifier: MIT */
/* Projects and needs from bytes, and a plain model of them that judges an answer at single times.
 */
#ifndef TESTS_FUZZ_PIPELINE_H
#define TESTS_FUZZ_PIPELINE_H

#include "when.h"

enum { MOST_PROJECTS = 12, MOST_KNOTS = 6, MOST_CONDITIONS = 4, MOST_STAGES = 3 };

typedef struct chain {
    minrisk_projects projects;
    minrisk_condition condition[MOST_CONDITIONS];
    size_t conditions;
    double dwell, horizon;
    uint32_t present; /* bits: 1 arrays of the projects, 2 life, 4 share, 8 stage */
} chain;

/* Keeps a value, or replaces it so that most pipelines are valid. */
static inline void tend(double *x, size_t n, int valid, int (*holds)(double), double otherwise)
{
    for (size_t i = 0; i < n && valid; i++) {
        if (!holds(x[i]))
            x[i] = otherwise;
    }
}

static inline uint32_t *take_stages(input *in, size_t n)
{
    uint32_t *stage = block_of(n * sizeof *stage);
    for (size_t i = 0; i < n; i++)
        stage[i] = take_byte(in) % MOST_STAGES;
    return stage;
}

static inline void take_projects(input *in, chain *c, int valid, size_t n)
{
    double *start = take_doubles(in, n), *ramp = take_doubles(in, n);
    double *capacity = take_doubles(in, n), *life = NULL, *share = NULL;

    tend(start, n, valid, is_finite, 0.0);
    tend(ramp, n, valid, is_quantity, 2.0);
    tend(capacity, n, valid, is_quantity, 3.0);
    if (c->present & 2) {
        life = take_doubles(in, n);
        tend(life, n, valid, is_span, 4.0);
    }
    if (c->present & 4) {
        share = take_doubles(in, n);
        tend(share, n, valid, is_fraction, 0.5);
    }
    c->projects.count = n;
    c->projects.start = start;
    c->projects.ramp = ramp;
    c->projects.capacity = capacity;
    c->projects.life = life;
    c->projects.share = share;
    c->projects.stage = c->present & 8 ? take_stages(in, n) : NULL;
}

static inline void take_need(input *in, minrisk_condition *c, int valid)
{
    double *year, *need;

    c->knots = (valid ? 1 : 0) + take_byte(in) % MOST_KNOTS;
    year = take_doubles(in, c->knots);
    need = take_doubles(in, c->knots);
    tend(year, c->knots, valid, is_finite, 1.0);
    tend(need, c->knots, valid, is_quantity, 1.0);
    for (size_t i = 1; i < c->knots && valid; i++) {
        if (year[i] < year[i - 1])
            year[i] = year[i - 1];
    }
    c->need_year = year;
    c->need = need;
}

static inline chain take_chain(input *in, size_t most_conditions)
{
    unsigned selector = take_byte(in);
    int valid = selector < 200;
    chain c;

    memset(&c, 0, sizeof c);
    c.present = take_byte(in);
    take_projects(in, &c, valid, take_byte(in) % (MOST_PROJECTS + 1));
    c.conditions = (valid ? 1 : 0) + take_byte(in) % most_conditions;
    c.dwell = take_double(in);
    c.horizon = take_double(in);
    if (valid && !is_quantity(c.dwell))
        c.dwell = 1.0;
    if (valid && !is_quantity(c.horizon))
        c.horizon = 30.0;
    for (size_t i = 0; i < c.conditions; i++) {
        minrisk_condition *condition = &c.condition[i];
        condition->kind = MINRISK_COVERAGE; /* or none that there is */
        if (!valid && take_byte(in) % 8 == 0)
            condition->kind = (int32_t)take_byte(in) + 128;
        condition->stage = most_conditions > 1 ? take_byte(in) % MOST_STAGES : 0;
        condition->fraction = most_conditions > 1 ? take_double(in) : 1.0;
        if (valid && !is_fraction(condition->fraction))
            condition->fraction = 0.75;
        take_need(in, condition, valid);
    }
    return c;
}

/* The views of the library are const; the blocks behind them are the harness's own. */
static inline void release_view(const void *view, size_t bytes)
{
    void *block;
    memcpy(&block, &view, sizeof block);
    release(block, bytes);
}

static inline void release_chain(chain *c)
{
    size_t bytes = c->projects.count * sizeof(double);

    release_view(c->projects.start, bytes);
    release_view(c->projects.ramp, bytes);
    release_view(c->projects.capacity, bytes);
    release_view(c->projects.life, bytes);
    release_view(c->projects.share, bytes);
    release_view(c->projects.stage, c->projects.count * sizeof(uint32_t));
    for (size_t i = 0; i < c->conditions; i++) {
        release_view(c->condition[i].need_year, c->condition[i].knots * sizeof(double));
        release_view(c->condition[i].need, c->condition[i].knots * sizeof(double));
    }
}

/* --- the status that the header promises ------------------------------------------------------ */

static inline int projects_are_valid(const minrisk_projects *p)
{
    for (size_t i = 0; i < p->count; i++) {
        if (!is_finite(p->start[i]) || !is_quantity(p->ramp[i]) || !is_quantity(p->capacity[i]) ||
            (p->life != NULL && !is_span(p->life[i])) ||
            (p->share != NULL && !is_fraction(p->share[i])))
            return 0;
    }
    return 1;
}

static inline int need_is_valid(const minrisk_condition *c)
{
    if (!all_quantities(c->need, c->knots))
        return 0;
    for (size_t i = 0; i < c->knots; i++) {
        if (!is_finite(c->need_year[i]) || (i > 0 && c->need_year[i] < c->need_year[i - 1]))
            return 0;
    }
    return 1;
}

static inline minrisk_status status_of_chain(const chain *c)
{
    if (c->conditions == 0)
        return MINRISK_E_SIZE;
    for (size_t i = 0; i < c->conditions; i++) {
        if (c->condition[i].knots == 0)
            return MINRISK_E_SIZE;
    }
    for (size_t i = 0; i < c->conditions; i++) {
        if (c->condition[i].kind != MINRISK_COVERAGE || !is_fraction(c->condition[i].fraction))
            return MINRISK_E_PARAM;
    }
    if (!is_quantity(c->dwell) || !is_quantity(c->horizon))
        return MINRISK_E_PARAM;
    if (!projects_are_valid(&c->projects))
        return MINRISK_E_DATA;
    for (size_t i = 0; i < c->conditions; i++) {
        if (!need_is_valid(&c->condition[i]))
            return MINRISK_E_DATA;
    }
    return MINRISK_OK;
}

/* --- the plain model --------------------------------------------------------------------------- */

static inline uint32_t stage_of(const minrisk_projects *p, size_t i)
{
    return p->stage == NULL ? 0 : p->stage[i];
}

static inline double supply_of_project(const minrisk_projects *p, size_t i, double t)
{
    double full = p->start[i] + p->ramp[i];
    double capacity = p->capacity[i] * (p->share == NULL ? 1.0 : p->share[i]);

    if (t < p->start[i] || (p->life != NULL && t >= full + p->life[i]))
        return 0.0;
    return t >= full ? capacity : capacity * ((t - p->start[i]) / p->ramp[i]);
}

static inline double plain_need(const minrisk_condition *c, double t)
{
    size_t next = 0;
    double part;

    while (next < c->knots && c->need_year[next] <= t)
        next++;
    if (next == 0 || next == c->knots)
        return c->fraction * c->need[next == 0 ? 0 : next - 1];
    part = (t - c->need_year[next - 1]) / (c->need_year[next] - c->need_year[next - 1]);
    return c->fraction * (c->need[next - 1] + (c->need[next] - c->need[next - 1]) * part);
}

/* 1 or -1 if a condition holds or fails with a margin that no rounding explains; else 0. */
static inline int verdict_at(const minrisk_projects *p, const minrisk_condition *c, double t)
{
    double supply = 0.0, need = plain_need(c, t), margin;

    for (size_t i = 0; i < p->count; i++) {
        if (stage_of(p, i) == c->stage)
            supply += supply_of_project(p, i, t);
    }
    margin = 1e-9 * (supply > need ? supply : need);
    return supply - need > margin ? 1 : need - supply > margin ? -1 : 0;
}

static inline int chain_verdict_at(const chain *c, double t)
{
    int all = 1;
    for (size_t i = 0; i < c->conditions; i++) {
        int verdict = verdict_at(&c->projects, &c->condition[i], t);
        all = verdict < all ? verdict : all;
    }
    return all;
}

static inline int is_close(double event, double t, double horizon)
{
    return size_of(event - t) <= 1e-6 * horizon;
}

/* Events within 1e-12 of the horizon are one instant; the model has no instants and keeps away. */
static inline int is_near_an_event(const chain *c, double t)
{
    const minrisk_projects *p = &c->projects;

    for (size_t i = 0; i < p->count; i++) {
        double full = p->start[i] + p->ramp[i];
        if (is_close(p->start[i], t, c->horizon) || is_close(full, t, c->horizon) ||
            (p->life != NULL && is_close(full + p->life[i], t, c->horizon)))
            return 1;
    }
    for (size_t i = 0; i < c->conditions; i++) {
        for (size_t k = 0; k < c->condition[i].knots; k++) {
            if (is_close(c->condition[i].need_year[k], t, c->horizon))
                return 1;
        }
    }
    return 0;
}

/* Quantities far from the ends of double, times that do not drown in one another. */
static inline int is_plain(const chain *c)
{
    const minrisk_projects *p = &c->projects;
    double longest = 1e4 * c->horizon;

    if (!is_tame(c->horizon) || c->horizon == 0.0)
        return 0;
    for (size_t i = 0; i < p->count; i++) {
        if (size_of(p->start[i]) > longest || p->ramp[i] > longest || !is_tame(p->capacity[i]) ||
            (p->share != NULL && !is_tame(p->share[i])) ||
            (p->life != NULL && is_finite(p->life[i]) && p->life[i] > longest))
            return 0;
    }
    for (size_t i = 0; i < c->conditions; i++) {
        const minrisk_condition *condition = &c->condition[i];
        if (!is_tame(condition->fraction))
            return 0;
        for (size_t k = 0; k < condition->knots; k++) {
            if (size_of(condition->need_year[k]) > longest || !is_tame(condition->need[k]))
                return 0;
        }
    }
    return 1;
}

/* An answer against the model at single times between the events. */
static inline void check_samples(const chain *c, const minrisk_when *w)
{
    enum { SAMPLES = 61 };

    if (!is_plain(c))
        return;
    for (int i = 0; i <= SAMPLES; i++) {
        double t = c->horizon * ((double)i / SAMPLES);
        int verdict = is_near_an_event(c, t) ? 0 : chain_verdict_at(c, t);
        if (verdict > 0)
            require(knows(w, MINRISK_KNOWS_FIRST) && w->first <= t);
        if (verdict < 0 && knows(w, MINRISK_KNOWS_PERMANENT))
            require(t < w->permanent);
        if (verdict < 0 && knows(w, MINRISK_KNOWS_FIRST))
            require(t < w->first || (knows(w, MINRISK_KNOWS_LOST) && t >= w->lost));
    }
}

static inline void check_spells(const chain *c, const minrisk_when *w)
{
    check_when(w, c->horizon);
    require(w->status != MINRISK_ALREADY || !(w->first > 0.0));
    require(w->lost <= c->horizon);
    require(!knows(w, MINRISK_KNOWS_LOST) || w->windows > 1 || !knows(w, MINRISK_KNOWS_PERMANENT));
    require(w->status == MINRISK_ALREADY || w->status == MINRISK_REACHED ||
            w->status == MINRISK_NOT_WITHIN_HORIZON);
    require(knows(w, MINRISK_KNOWS_SATISFIED) && knows(w, MINRISK_KNOWS_BINDING));
    require(w->binding < c->conditions);
    require((w->assumptions & MINRISK_ASSUMES_ALL_SUCCEED) != 0);
    require((w->assumptions & (MINRISK_ASSUMES_TREND_HOLDS | MINRISK_ASSUMES_STARTS_NOW)) == 0);
    if (w->windows == 1 && knows(w, MINRISK_KNOWS_PERMANENT))
        require(is_near(w->satisfied, c->horizon - w->first, 1e-12));
    check_samples(c, w);
}

#endif
