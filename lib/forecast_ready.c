/* SPDX-License-Identifier: MIT */
/* The law of a project's start.
 *
 * The law of the time at which it is ready is found on a grid. What moves it by a known time (base,
 * leads that are known, a shock's delay, the start of the project that it waits for) moves the
 * place at which the law is read, so that it is not rounded to the grid. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "forecast_law.h"

#include "arithmetic.h"
#include "forecast_reach.h"
#include "lead_table.h"

/* --- pieces ---------------------------------------------------------------------------------- */

/* The part of a table's law below x ticks. */
static double law_below(const minrisk_law_frame *q, uint32_t table, double x)
{
    return minrisk_lead_place(minrisk_law_table(q, table), q->model->table_len, x, 0) /
           (double)(q->model->table_len - 1);
}

/* A table's law on the grid: at each point, what is nearest to it. Beyond the last knot there is
 * nothing. */
static void spread(const minrisk_law_frame *q, uint32_t table, double *out)
{
    const int32_t *knot = minrisk_law_table(q, table);
    const size_t len = q->model->table_len;
    double before = 0.0;
    size_t below = 0;
    size_t i;

    for (i = 0; i <= q->steps; i++) {
        const double x = minrisk_multiply((double)i + 0.5, q->step);
        double now = 1.0;
        while (below < len && (double)knot[below] < x) {
            below++;
        }
        if (below < len) {
            now = minrisk_lead_place_after(knot, len, below, x) / (double)(len - 1);
        }
        out[i] = minrisk_subtract(now, before);
        before = now;
    }
}

static void point_mass(const minrisk_law_frame *q, double *out)
{
    minrisk_reach_begin(out, q->steps);
}

static void swap_laws(double **a, double **b)
{
    double *kept = *a;
    *a = *b;
    *b = kept;
}

/* The law in a, later by a known time, to the nearest point. */
static void delay_law(minrisk_law_frame *q, double ticks)
{
    const double places = ticks / q->step + 0.5;
    const size_t by = places < (double)q->steps ? (size_t)(uint32_t)places : q->steps + 1;
    size_t i;

    for (i = q->steps + 1; i-- > 0;) {
        q->a[i] = i >= by ? q->a[i - by] : 0.0;
    }
}

/* --- slips ----------------------------------------------------------------------------------- */

/* The part of a slip factor's law below x; where the factor is known, all of it or none. */
static double factor_below(const minrisk_law_frame *q, uint32_t slip, double x)
{
    if (q->factor[slip] >= 0.0) {
        return q->factor[slip] < x ? 1.0 : 0.0;
    }
    return law_below(q, q->model->slip_table[slip], x);
}

/* The law in a, times a slip factor, into b: each mass is spread over the grid by the factor. */
static void slip_law(const minrisk_law_frame *q, uint32_t slip)
{
    const double chance =
        q->factor[slip] >= 0.0 ? 1.0 : (double)q->model->slip_chance[slip] / 4294967296.0;
    size_t i, k;

    for (i = 0; i <= q->steps; i++) {
        q->b[i] = minrisk_multiply(minrisk_subtract(1.0, chance), q->a[i]);
    }
    for (i = 0; i <= q->steps; i++) {
        const double mass = minrisk_multiply(chance, q->a[i]);
        double before = 0.0;
        for (k = 0; mass > 0.0 && before < 1.0 && k <= q->steps; k++) {
            double now =
                i > 0 ? factor_below(q, slip,
                                     minrisk_multiply(((double)k + 0.5) / (double)i, 65536.0))
                      : 1.0;
            q->b[k] += minrisk_multiply(mass, minrisk_subtract(now, before));
            before = now;
        }
    }
}

/* The slip applies to the phases so far, unless there is none; to known times only where it is
 * known too. */
static void slip_so_far(minrisk_law_frame *q, size_t project, uint32_t slip)
{
    if (slip == MINRISK_NONE) {
        return;
    }
    slip_law(q, slip);
    swap_laws(&q->a, &q->b);
    if (q->factor[slip] >= 0.0) {
        q->moved[project] = minrisk_multiply(q->moved[project], q->factor[slip] / 65536.0);
    }
}

/* --- the law of a project -------------------------------------------------------------------- */

/* Whether a phase takes a time that is known, in the outcome at hand. */
static int phase_is_known(const minrisk_law_frame *q, size_t project, size_t i, int32_t *ticks)
{
    const minrisk_model *m = q->model;
    const uint32_t table = m->phase[m->phase_first[project] + i];
    uint32_t word = 0;

    if (!minrisk_law_is_known(q, table) && !minrisk_outcome_word(q, project, i, &word)) {
        return 0;
    }
    *ticks = minrisk_lead_draw(minrisk_law_table(q, table), minrisk_lead_bits(m->table_len), word);
    return 1;
}

static void add_phase(minrisk_law_frame *q, size_t project, size_t i, int slips_later)
{
    const minrisk_model *m = q->model;
    int32_t ticks;

    if (!phase_is_known(q, project, i, &ticks)) {
        spread(q, m->phase[m->phase_first[project] + i], q->c);
        minrisk_convolve(q->c, q->a, q->steps + 1, q->b);
        swap_laws(&q->a, &q->b);
    } else if (slips_later) {
        delay_law(q, (double)ticks);
    } else {
        q->moved[project] += (double)ticks;
    }
}

/* The law of a project's phases into a; leads that are known, and do not slip by a factor that is
 * not, into moved. */
static void phases_law(minrisk_law_frame *q, size_t project)
{
    const minrisk_model *m = q->model;
    const size_t count = m->phase_first[project + 1] - m->phase_first[project];
    const uint32_t slip = minrisk_pick(m->slip, project, MINRISK_NONE);
    const uint32_t slipped = minrisk_pick(m->slipped, project, UINT32_MAX);
    const int is_open = slip != MINRISK_NONE && q->factor[slip] < 0.0;
    size_t i;

    point_mass(q, q->a);
    q->moved[project] = 0.0;
    for (i = 0; i < count; i++) {
        if (i == slipped) {
            slip_so_far(q, project, slip);
        }
        add_phase(q, project, i, is_open && i < slipped);
    }
    if (slipped >= count) {
        slip_so_far(q, project, slip);
    }
}

static void cumulate(double *law, size_t points)
{
    size_t i;

    for (i = 1; i < points; i++) {
        law[i] += law[i - 1];
    }
}

/* The law in a and that in d, of times that are drawn together, added up into b: a bound. Being
 * associated, they come to t with at least P(X <= x) P(Y <= t - x), for the best x. */
static void add_tied(const minrisk_law_frame *q)
{
    size_t i, k;

    cumulate(q->a, q->steps + 1);
    cumulate(q->d, q->steps + 1);
    for (k = 0; k <= q->steps; k++) {
        q->b[k] = 0.0;
        for (i = 0; i <= k; i++) {
            double chance = minrisk_multiply(q->a[i], q->d[k - i]);
            q->b[k] = chance > q->b[k] ? chance : q->b[k];
        }
    }
    for (k = q->steps; k > 0; k--) {
        q->b[k] = minrisk_subtract(q->b[k], q->b[k - 1]);
    }
}

/* The law of all phases from that of the first project on, each of which waits for the one before,
 * into a: for bounds alone, since it says nothing of how their starts hang together. */
static void chain_law(minrisk_law_frame *q, size_t project)
{
    double moved = 0.0;
    int touched = 0;
    uint32_t p;

    point_mass(q, q->d);
    for (p = (uint32_t)project; p != MINRISK_NONE; p = minrisk_law_awaited(q, p)) {
        const double kept = q->moved[p];
        phases_law(q, p);
        moved = minrisk_add(minrisk_add(moved, q->moved[p]),
                            (double)minrisk_pick_ticks(q->model->base, p));
        q->moved[p] = kept;
        if (touched && minrisk_outcome_touches(q, p)) {
            add_tied(q);
        } else {
            minrisk_convolve(q->a, q->d, q->steps + 1, q->b);
        }
        touched |= minrisk_outcome_touches(q, p);
        swap_laws(&q->b, &q->d);
    }
    swap_laws(&q->a, &q->d);
    q->moved[project] = moved;
}

/* The law in a, cumulative, and read in the middle of each step; one that is a single time is read
 * as it stands. */
static void read_law(const minrisk_law_frame *q, double *ready)
{
    double sum = 0.0;
    size_t i;

    for (i = 0; i <= q->steps; i++) {
        ready[i] = sum + 0.5 * q->a[i];
        sum += q->a[i];
    }
    if (!(q->a[0] < 1.0)) {
        ready[0] = 1.0;
    }
}

int minrisk_ready_alike(const minrisk_model *m, size_t p, size_t r)
{
    const size_t count = m->phase_first[p + 1] - m->phase_first[p];
    size_t i;

    if (m->phase_first[r + 1] - m->phase_first[r] != count ||
        minrisk_pick(m->slipped, p, 0) != minrisk_pick(m->slipped, r, 0) ||
        minrisk_pick(m->slip, p, MINRISK_NONE) != minrisk_pick(m->slip, r, MINRISK_NONE) ||
        minrisk_pick(m->group, p, MINRISK_NONE) != minrisk_pick(m->group, r, MINRISK_NONE) ||
        minrisk_pick(m->after, p, MINRISK_NONE) != minrisk_pick(m->after, r, MINRISK_NONE)) {
        return 0;
    }
    for (i = 0; i < count; i++) {
        if (m->phase[m->phase_first[p] + i] != m->phase[m->phase_first[r] + i]) {
            return 0;
        }
    }
    return 1;
}

/* Projects that are alike share the work, not the memory. */
void minrisk_ready_find(minrisk_law_frame *q, size_t project)
{
    const minrisk_model *m = q->model;
    const size_t points = q->steps + 1;
    double *ready = q->ready + project * points;
    const double base = (double)minrisk_pick_ticks(m->base, project);
    size_t r;

    for (r = 0; r < project && !minrisk_ready_alike(m, project, r); r++) {
    }
    if (r < project) {
        memcpy(ready, q->ready + r * points, points * sizeof *ready);
        q->moved[project] = minrisk_add(
            q->moved[r], minrisk_subtract(base, (double)minrisk_pick_ticks(m->base, r)));
    } else if (q->nodes > 0 || minrisk_law_awaited(q, project) == MINRISK_NONE) {
        phases_law(q, project);
        q->moved[project] = minrisk_add(q->moved[project], base);
        read_law(q, ready);
    } else {
        chain_law(q, project);
        read_law(q, ready);
    }
}

/* --- readings -------------------------------------------------------------------------------- */

/* Starts and delays may each be without end: by then one is never there. */
static double later(double begin, double by)
{
    return begin < MINRISK_NEVER_BEGINS ? minrisk_add(begin, by) : begin;
}

double minrisk_ready_quantile(const minrisk_law_frame *q, size_t project, double u)
{
    const double *ready = q->ready + project * (q->steps + 1);
    const uint32_t other = minrisk_law_awaited(q, project);
    const double from = other == MINRISK_NONE ? 0.0 : q->begin[other];
    double place;
    size_t i = 0;

    while (i <= q->steps && ready[i] < u) {
        i++;
    }
    if (i > q->steps) {
        return MINRISK_NEVER_BEGINS;
    }
    place = (double)i;
    if (i > 0) {
        place = minrisk_subtract(place, minrisk_subtract(ready[i], u) /
                                            minrisk_subtract(ready[i], ready[i - 1]));
    }
    return later(from, minrisk_add(minrisk_add(minrisk_multiply(place, q->step), q->moved[project]),
                                   q->delay[project]));
}

/* The law of being ready, straight between its points; 0 before the first. */
static double read_at(const minrisk_law_frame *q, size_t project, double place)
{
    const double *ready = q->ready + project * (q->steps + 1);
    size_t i;
    double law;

    if (!(place >= 0.0)) {
        return 0.0;
    }
    i = place < (double)q->steps ? (size_t)(uint32_t)place : q->steps - 1;
    law = ready[i] +
          minrisk_multiply(place < (double)q->steps ? minrisk_subtract(place, (double)i) : 1.0,
                           minrisk_subtract(ready[i + 1], ready[i]));
    return law < 1.0 ? law : 1.0;
}

/* One for which others wait has started, or not. The start of what it waits for is known, or is
 * part of its law, with all that may delay it or fail. */
double minrisk_ready_by(const minrisk_law_frame *q, size_t project, double tick)
{
    const minrisk_model *m = q->model;
    const double whole = minrisk_subtract(tick, (double)minrisk_pick_ticks(m->ramp, project));
    const uint32_t other = minrisk_law_awaited(q, project);
    double since = minrisk_subtract(whole, q->moved[project]);
    double success = 1.0;
    uint32_t p;

    if (q->begin[project] > MINRISK_OPEN) {
        return q->begin[project] <= whole ? 1.0 : 0.0;
    }
    for (p = (uint32_t)project; p != MINRISK_NONE;
         p = q->nodes > 0 ? MINRISK_NONE : minrisk_law_awaited(q, p)) {
        since = minrisk_subtract(since, q->delay[p]);
        success =
            minrisk_multiply(success, (double)minrisk_pick_chance(m->success, p) / 4294967296.0);
    }
    if (q->nodes > 0 && other != MINRISK_NONE) {
        since = minrisk_subtract(since, q->begin[other]);
    }
    return minrisk_multiply(success, read_at(q, project, since / q->step));
}

#endif
