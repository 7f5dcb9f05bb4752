/* SPDX-License-Identifier: MIT */
/* Supply and need of the pipeline's conditions, event by event: see sweep.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "sweep.h"

#include "elementary.h"
#include "exact.h"

/* A function of its own where the compiler can be told, so that what it works with is not on the
 * stack while others are called. */
#if defined(__GNUC__)
#define NOT_INLINED __attribute__((noinline))
#else
#define NOT_INLINED
#endif

/* --- how much there is ----------------------------------------------------------------------- */

enum {
    DOUBLES_PER_EVENT = 2,
    DOUBLES_PER_SUM = sizeof(minrisk_sum) / sizeof(double),
    DOUBLES_PER_GROUP = DOUBLES_PER_SUM + 2 /* and its supply at both ends of a stretch */
};

static uint32_t stage_of(const minrisk_projects *p, size_t i)
{
    return p->stage ? p->stage[i] : 0;
}

static uint32_t country_of(const minrisk_projects *p, size_t i)
{
    return p->country ? p->country[i] : 0;
}

size_t minrisk_stage_projects(const minrisk_projects *p, uint32_t stage)
{
    size_t count = 0;
    size_t i;

    if (!p->stage) {
        return stage == 0 ? p->count : 0;
    }
    for (i = 0; i < p->count; i++) {
        count += p->stage[i] == stage;
    }
    return count;
}

int minrisk_kind_is_by_country(int32_t kind)
{
    return kind == MINRISK_LARGEST_SHARE || kind == MINRISK_WITHOUT_ONE ||
           kind == MINRISK_HHI_AT_MOST || kind == MINRISK_SUPPLIERS;
}

size_t minrisk_countries_of(const minrisk_projects *p)
{
    return p->country ? p->countries : 1;
}

static size_t groups_of(const minrisk_projects *p, const minrisk_condition *c)
{
    if (minrisk_kind_is_by_country(c->kind)) {
        return minrisk_countries_of(p);
    }
    return c->kind == MINRISK_SHARE ? 2 : 1;
}

/* Knots of the longest shape; a straight ramp has two. */
static size_t longest_shape(const minrisk_projects *p)
{
    size_t longest = 2;
    size_t i;

    for (i = 0; p->shape && i < p->shape_count; i++) {
        longest = p->shapes[i].knots > longest ? p->shapes[i].knots : longest;
    }
    return longest;
}

static int has_scrap(const minrisk_condition *c)
{
    return !minrisk_is_zero(c->recovered);
}

static size_t need_events(const minrisk_condition *c)
{
    return has_scrap(c) ? minrisk_size_multiply_add(c->knots, 2, 0) : c->knots;
}

size_t minrisk_sweep_events(const minrisk_projects *p, const minrisk_condition *c)
{
    size_t stride = minrisk_size_multiply_add(longest_shape(p), 1, 1);
    return minrisk_size_multiply_add(minrisk_stage_projects(p, c->stage), stride, need_events(c));
}

size_t minrisk_sweep_doubles(const minrisk_projects *p, const minrisk_condition *c)
{
    size_t rest = minrisk_size_multiply_add(groups_of(p, c), DOUBLES_PER_GROUP,
                                            minrisk_stage_projects(p, c->stage));
    if (p->starts_after) {
        rest = minrisk_size_multiply_add(p->count, 1, rest);
    }
    return minrisk_size_multiply_add(minrisk_sweep_events(p, c), DOUBLES_PER_EVENT, rest);
}

size_t minrisk_plain_sweep_doubles(size_t projects, size_t knots)
{
    enum { EVENTS = 3 };
    size_t rest = minrisk_size_multiply_add(knots, DOUBLES_PER_EVENT, DOUBLES_PER_GROUP);
    return minrisk_size_multiply_add(projects, (size_t)EVENTS * DOUBLES_PER_EVENT + 1, rest);
}

/* --- groups of supply ------------------------------------------------------------------------ */

static double *sum_of(const minrisk_sweep *s, size_t group)
{
    return s->sums + DOUBLES_PER_SUM * group;
}

/* All supply of the stage, whatever the weights. */
static int is_whole(const minrisk_sweep *s, size_t group)
{
    return s->condition->kind == MINRISK_SHARE && group == 1;
}

double minrisk_sweep_capacity(const minrisk_sweep *s, size_t i, size_t group)
{
    const minrisk_projects *p = s->projects;
    double capacity = p->capacity[i];

    if (p->share) {
        capacity = minrisk_multiply(capacity, p->share[i]);
    }
    if (p->stage_yield) {
        capacity = minrisk_multiply(capacity, p->stage_yield[stage_of(p, i)]);
    }
    if (s->condition->weight && !is_whole(s, group)) {
        capacity = minrisk_multiply(capacity, s->condition->weight[country_of(p, i)]);
    }
    return minrisk_multiply(capacity, s->scale);
}

int minrisk_sweep_counts(const minrisk_sweep *s, size_t i)
{
    return stage_of(s->projects, i) == s->condition->stage &&
           !minrisk_is_zero(minrisk_sweep_capacity(s, i, s->groups - 1));
}

static size_t first_group(const minrisk_sweep *s, size_t i)
{
    return minrisk_kind_is_by_country(s->condition->kind) ? country_of(s->projects, i) : 0;
}

static size_t last_group(const minrisk_sweep *s, size_t i)
{
    return minrisk_kind_is_by_country(s->condition->kind) ? country_of(s->projects, i)
                                                          : s->groups - 1;
}

/* What the project gives at a knot of its ramp takes the place of what it gave at the knot
 * before. */
static void change_supply(minrisk_sweep *s, size_t i, double part, double part_before)
{
    size_t group;

    for (group = first_group(s, i); group <= last_group(s, i); group++) {
        double capacity = minrisk_sweep_capacity(s, i, group);
        minrisk_sum_change(sum_of(s, group), minrisk_multiply(capacity, part));
        minrisk_sum_change(sum_of(s, group), -minrisk_multiply(capacity, part_before));
    }
}

/* --- ramps ----------------------------------------------------------------------------------- */

static const minrisk_shape *shape_of(const minrisk_projects *p, size_t i)
{
    return p->shape ? &p->shapes[p->shape[i]] : NULL;
}

static size_t last_knot(const minrisk_projects *p, size_t i)
{
    return p->shape ? shape_of(p, i)->knots - 1 : 1;
}

static double knot_time(const minrisk_projects *p, size_t i, size_t knot)
{
    return p->shape ? shape_of(p, i)->time[knot] : (double)knot;
}

static double knot_part(const minrisk_projects *p, size_t i, size_t knot)
{
    return p->shape ? shape_of(p, i)->part[knot] : (double)knot;
}

static int has_ramp(const minrisk_projects *p, size_t i)
{
    return !minrisk_is_zero(p->ramp[i]);
}

static double start_of(const minrisk_sweep *s, size_t i)
{
    return s->start ? s->start[i] : s->projects->start[i];
}

static double within_unit(double x)
{
    return x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
}

/* What a project gives to a group at t beyond what it gave at the last knot; or, falling, less. */
NOT_INLINED static double change_since_knot(const minrisk_sweep *s, size_t i, size_t knot,
                                            size_t group, double t)
{
    const minrisk_projects *p = s->projects;
    double from = knot_time(p, i, knot),
           rise = minrisk_subtract(knot_part(p, i, knot + 1), knot_part(p, i, knot));
    double place = minrisk_subtract(minrisk_subtract(t, start_of(s, i)) / p->ramp[i], from);
    double part = within_unit(place / minrisk_subtract(knot_time(p, i, knot + 1), from));

    return minrisk_multiply(minrisk_multiply(minrisk_sweep_capacity(s, i, group), rise), part);
}

double minrisk_sweep_supply(const minrisk_sweep *s, size_t group, double t)
{
    minrisk_sum sum;
    size_t at;

    memcpy(&sum, sum_of(s, group), sizeof sum);
    for (at = 0; at < s->ramping_count; at++) {
        size_t i = (size_t)s->ramping[at] / s->stride;
        if (first_group(s, i) <= group && group <= last_group(s, i)) {
            size_t knot = (size_t)s->ramping[at] % s->stride;
            minrisk_sum_change(&sum, change_since_knot(s, i, knot, group, t));
        }
    }
    return minrisk_sum_round(&sum);
}

/* --- need ------------------------------------------------------------------------------------ */

/* The line of needs at t, from the knots passed and the next. Years are halved, lest a difference
 * overflow. */
static double line_at(const minrisk_condition *c, size_t next, double t)
{
    double y0, y1, part;

    if (next == 0 || next == c->knots) {
        return c->need[next == 0 ? 0 : next - 1];
    }
    y0 = 0.5 * c->need_year[next - 1];
    y1 = 0.5 * c->need_year[next];
    part = within_unit(minrisk_subtract(0.5 * t, y0) / minrisk_subtract(y1, y0));
    return part < 1.0 ? minrisk_add(c->need[next - 1],
                                    minrisk_multiply(
                                        minrisk_subtract(c->need[next], c->need[next - 1]), part))
                      : c->need[next];
}

double minrisk_sweep_need(const minrisk_sweep *s, double t)
{
    double need = minrisk_multiply(line_at(s->condition, s->knots_passed, t), s->scale);
    return minrisk_multiply(need, minrisk_subtract(1.0, s->condition->substituted));
}

double minrisk_sweep_threshold(const minrisk_sweep *s, double t)
{
    const minrisk_condition *c = s->condition;
    double part = c->kind == MINRISK_RELIANCE ? minrisk_subtract(1.0, c->fraction) : c->fraction;
    double threshold = minrisk_multiply(minrisk_sweep_need(s, t), part);

    if (has_scrap(c)) {
        double scrap = minrisk_multiply(
            line_at(c, s->knots_returned, minrisk_subtract(t, c->lifetime)), s->scale);
        threshold = minrisk_subtract(threshold, minrisk_multiply(scrap, c->recovered));
    }
    return threshold;
}

/* --- events ---------------------------------------------------------------------------------- */

/* Events are numbered stride * project + knot, and the closure stands for the last knot of all. A
 * knot of the need changes no project. */
static const double KNOT = -1.0, KNOT_RETURNS = -2.0;

/* An event is two doubles: its time and its number. */
static int comes_before(const double *events, size_t i, size_t j)
{
    return events[2 * i] < events[2 * j] ||
           (events[2 * i] == events[2 * j] && events[2 * i + 1] < events[2 * j + 1]);
}

static void swap_events(double *events, size_t i, size_t j)
{
    double time = events[2 * i], number = events[2 * i + 1];
    events[2 * i] = events[2 * j];
    events[2 * i + 1] = events[2 * j + 1];
    events[2 * j] = time;
    events[2 * j + 1] = number;
}

static void sift_down(double *events, size_t root, size_t count)
{
    while (root < count / 2) {
        size_t child = 2 * root + 1;
        if (child + 1 < count && comes_before(events, child, child + 1)) {
            child++;
        }
        if (!comes_before(events, root, child)) {
            return;
        }
        swap_events(events, root, child);
        root = child;
    }
}

/* Heapsort (Williams 1964): in place, without recursion. */
static void sort_events(double *events, size_t count)
{
    size_t i;

    for (i = count / 2; i-- > 0;) {
        sift_down(events, i, count);
    }
    for (i = count; i-- > 1;) {
        swap_events(events, 0, i);
        sift_down(events, 0, i);
    }
}

static void note_event(minrisk_sweep *s, double time, double number)
{
    if (time <= s->horizon) {
        s->events[2 * s->event_count] = time;
        s->events[2 * s->event_count + 1] = number;
        s->event_count++;
    }
}

static double event_number(const minrisk_sweep *s, size_t project, size_t knot)
{
    return (double)s->stride * (double)project + (double)knot;
}

static void note_project(minrisk_sweep *s, size_t i)
{
    const minrisk_projects *p = s->projects;
    double start = start_of(s, i), full = minrisk_add(start, p->ramp[i]);
    size_t last = last_knot(p, i);
    size_t knot;

    for (knot = 0; knot < last && has_ramp(p, i); knot++) {
        note_event(s, minrisk_add(start, minrisk_multiply(p->ramp[i], knot_time(p, i, knot))),
                   event_number(s, i, knot));
    }
    note_event(s, full, event_number(s, i, last));
    if (p->life) {
        note_event(s, minrisk_add(full, p->life[i]), event_number(s, i, s->stride - 1));
    }
}

static void note_need(minrisk_sweep *s)
{
    const minrisk_condition *c = s->condition;
    size_t i;

    for (i = 0; i < c->knots; i++) {
        note_event(s, c->need_year[i], KNOT);
        if (has_scrap(c)) {
            note_event(s, minrisk_add(c->need_year[i], c->lifetime), KNOT_RETURNS);
        }
    }
}

/* What ramps is a short list, kept without order. */
static void end_rise(minrisk_sweep *s, double number)
{
    size_t at;

    for (at = 0; at < s->ramping_count; at++) {
        if (s->ramping[at] == number) {
            s->ramping[at] = s->ramping[--s->ramping_count];
            return;
        }
    }
}

static void pass_knot(minrisk_sweep *s, size_t i, size_t knot)
{
    const minrisk_projects *p = s->projects;
    double before = 0.0;

    if (knot > 0 && has_ramp(p, i)) {
        end_rise(s, event_number(s, i, knot - 1));
        before = knot_part(p, i, knot - 1);
    }
    change_supply(s, i, knot_part(p, i, knot), before);
    if (knot < last_knot(p, i)) {
        s->ramping[s->ramping_count++] = event_number(s, i, knot);
    }
}

static void apply(minrisk_sweep *s, double number)
{
    size_t i, knot;

    if (number == KNOT) {
        s->knots_passed++;
        return;
    }
    if (number == KNOT_RETURNS) {
        s->knots_returned++;
        return;
    }
    i = (size_t)number / s->stride;
    knot = (size_t)number % s->stride;
    if (knot == s->stride - 1) {
        change_supply(s, i, 0.0, knot_part(s->projects, i, last_knot(s->projects, i)));
    } else {
        pass_knot(s, i, knot);
    }
}

void minrisk_sweep_advance(minrisk_sweep *s, double t)
{
    while (s->event_next < s->event_count && s->events[2 * s->event_next] <= t) {
        apply(s, s->events[2 * s->event_next + 1]);
        s->event_next++;
    }
}

double minrisk_sweep_next(const minrisk_sweep *s)
{
    return s->event_next < s->event_count ? s->events[2 * s->event_next] : s->horizon;
}

/* --- the beginning --------------------------------------------------------------------------- */

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void find_scale(minrisk_sweep *s)
{
    double largest = 0.0;
    size_t i;

    for (i = 0; i < s->projects->count; i++) {
        largest = larger(largest, s->projects->capacity[i]);
    }
    for (i = 0; i < s->condition->knots; i++) {
        largest = larger(largest, s->condition->need[i]);
    }
    /* 2^-70 leaves room for 2^64 projects. */
    s->scale = largest > 1e270 ? 8.470329472543003e-22 : 1.0;
}

/* A project waits for one that stands before it, whose own start is known by then. */
static void find_starts(minrisk_sweep *s)
{
    const minrisk_projects *p = s->projects;
    size_t i;

    for (i = 0; i < p->count; i++) {
        size_t awaited = p->starts_after[i];
        s->start[i] = awaited < i ? minrisk_add(s->start[awaited], p->start[i]) : p->start[i];
    }
}

void minrisk_sweep_begin(minrisk_sweep *s, const minrisk_projects *projects,
                         const minrisk_condition *condition, double horizon, double *work)
{
    size_t i;

    memset(s, 0, sizeof *s);
    s->projects = projects;
    s->condition = condition;
    s->horizon = horizon;
    s->groups = groups_of(projects, condition);
    s->stride = longest_shape(projects) + 1;
    find_scale(s);
    memset(work, 0, DOUBLES_PER_GROUP * s->groups * sizeof *work);
    s->sums = work;
    s->before = s->sums + DOUBLES_PER_SUM * s->groups;
    s->after = s->before + s->groups;
    s->events = s->after + s->groups;
    if (projects->starts_after) {
        s->start = s->events;
        s->events += projects->count;
        find_starts(s);
    }
    for (i = 0; i < projects->count; i++) {
        if (minrisk_sweep_counts(s, i)) {
            note_project(s, i);
        }
    }
    note_need(s);
    sort_events(s->events, s->event_count);
    s->ramping = s->events + DOUBLES_PER_EVENT * s->event_count;
}

/* --- what is lacking ------------------------------------------------------------------------- */

/* How far a supply falls short at t. */
static double lack_of(const minrisk_sweep *s, double t, double supply)
{
    return minrisk_subtract(minrisk_sweep_threshold(s, t), supply);
}

/* A stretch of time in which supply is short by a at its beginning and by b at its end. */
typedef struct shortfall {
    double begin, length, a, b;
} shortfall;

/* Where a line from a to b, of different signs, is 0: a part of the way. */
static double root_of(double a, double b)
{
    return within_unit(a / minrisk_subtract(a, b));
}

static shortfall shortfall_of(double t0, double a, double t1, double b)
{
    shortfall f;
    double root =
        (a < 0.0) != (b < 0.0) ? minrisk_multiply(minrisk_subtract(t1, t0), root_of(a, b)) : 0.0;

    f.begin = a < 0.0 ? t0 + root : t0;
    f.length = b < 0.0 ? root : minrisk_subtract(t1, f.begin);
    f.a = a < 0.0 ? 0.0 : a;
    f.b = b < 0.0 ? 0.0 : b;
    return f;
}

static double area_of(const shortfall *f)
{
    return minrisk_multiply(0.5 * f->a + 0.5 * f->b, f->length);
}

/* When an area of f is full, with so much of it before and after: a x + (b - a) x^2 / (2 length) =
 * area, in the form that does not cancel, with a and b in units of the larger; from the end where
 * that is nearer, and less is lacking there: what is left at the end may be nothing at all. */
static double time_of_area(const shortfall *f, double before, double after)
{
    int backward = after < before && f->b < f->a;
    double unit = larger(f->a, f->b), area = backward ? after : before;
    double a = (backward ? f->b : f->a) / unit, b = (backward ? f->a : f->b) / unit;
    double twice = 2.0 * (area / unit);
    double square = minrisk_add(minrisk_multiply(a, a),
                                minrisk_multiply(minrisk_subtract(b, a), twice / f->length));
    double x = twice > 0.0 ? twice / (a + minrisk_sqrt(larger(square, 0.0))) : 0.0;

    x = x < f->length ? x : f->length;
    return minrisk_add(f->begin, backward ? minrisk_subtract(f->length, x) : x);
}

/* A stretch between events, and what is lacking at both its ends. */
typedef struct short_stretch {
    double t[2], lack[2];
} short_stretch;

/* Adds what is lacking in a stretch. Returns whether that fills the limit; then the stretch ends
 * there. */
NOT_INLINED static int take_shortfall(short_stretch *m, const minrisk_pair *limit,
                                      minrisk_pair *total)
{
    shortfall f = shortfall_of(m->t[0], m->lack[0], m->t[1], m->lack[1]);
    double area = area_of(&f);
    minrisk_pair next = minrisk_pair_add(*total, minrisk_pair_of(area)), after;

    if (limit) {
        after = minrisk_pair_add(next, minrisk_pair_negate(*limit));
        if (after.high >= 0.0) {
            double time = time_of_area(&f, limit->high - total->high, after.high);
            m->t[1] = time < m->t[1] ? time : m->t[1];
            return 1;
        }
    }
    *total = next;
    return 0;
}

double minrisk_sweep_deficit(minrisk_sweep *s, double t0, const minrisk_pair *limit,
                             minrisk_pair *total)
{
    short_stretch m;

    m.t[1] = t0;
    while (m.t[1] < s->horizon) {
        m.t[0] = m.t[1];
        m.t[1] = minrisk_sweep_next(s);
        m.lack[0] = lack_of(s, m.t[0], minrisk_sweep_supply(s, 0, m.t[0]));
        m.lack[1] = lack_of(s, m.t[1], minrisk_sweep_supply(s, 0, m.t[1]));
        if (take_shortfall(&m, limit, total)) {
            break;
        }
        minrisk_sweep_advance(s, m.t[1]);
    }
    return m.t[1];
}

#endif
