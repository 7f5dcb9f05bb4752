/* SPDX-License-Identifier: MIT */
/* Time to independence from dated projects: the exact crossing of supply and need.
 *
 * Each condition is swept by itself, event by event, and gives its spells in order. Spells of the
 * conditions so far, kept in the workspace, are intersected with those of the next one as they
 * come; those of the last condition go straight into the answer. */
#include "minrisk/pipeline.h"

#include "arithmetic.h"
#include "exact.h"

/* Times closer than this, of the horizon, are one instant; a supply short of the need by less than
 * this, of the need, is enough. */
static const double TOLERANCE = 1e-12;

/* --- checks ---------------------------------------------------------------------------------- */

enum {
    DOUBLES_PER_PROJECT = 7,
    DOUBLES_PER_KNOT = 2,
    DOUBLES_PER_SPELL = 3,
    EVENTS_PER_PROJECT = 3
};

/* a * b + c for b > 0, or SIZE_MAX where it does not fit or one of them is SIZE_MAX. */
static size_t size_multiply_add(size_t a, size_t b, size_t c)
{
    if (a == SIZE_MAX || c == SIZE_MAX || a > (SIZE_MAX - 1 - c) / b) {
        return SIZE_MAX;
    }
    return a * b + c;
}

static int stage_is(const minrisk_projects *p, size_t i, uint32_t stage)
{
    return (p->stage ? p->stage[i] : 0) == stage;
}

static size_t projects_of(const minrisk_projects *p, uint32_t stage)
{
    size_t count = 0;
    size_t i;

    if (!p->stage) {
        return stage == 0 ? p->count : 0;
    }
    for (i = 0; i < p->count; i++) {
        if (stage_is(p, i, stage)) {
            count++;
        }
    }
    return count;
}

/* What the sweep of one condition needs: its events, and a list of the projects that ramp. */
static size_t sweep_doubles(size_t projects, size_t knots)
{
    return size_multiply_add(projects, DOUBLES_PER_PROJECT,
                             size_multiply_add(knots, DOUBLES_PER_KNOT, 0));
}

/* A spell begins at an event or between two, and so at most once for each event and once for now.
 * */
static size_t most_spells(size_t projects, size_t knots)
{
    return size_multiply_add(projects, EVENTS_PER_PROJECT, size_multiply_add(knots, 1, 2));
}

/* SIZE_MAX where not even the bytes can be counted. */
static size_t countable(size_t doubles)
{
    return doubles > SIZE_MAX / sizeof(double) ? SIZE_MAX : doubles;
}

size_t minrisk_when_covered_workspace(size_t projects, size_t knots)
{
    return countable(sweep_doubles(projects, knots));
}

/* What the conditions need together: the longest sweep, and in each of the two lists the spells of
 * all conditions but the last. */
typedef struct room {
    size_t sweep;  /* doubles */
    size_t spells; /* in a list */
} room;

static room room_for(const minrisk_projects *projects, const minrisk_condition *conditions,
                     size_t n)
{
    room r = {0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        size_t count = projects_of(projects, conditions[i].stage);
        size_t doubles = sweep_doubles(count, conditions[i].knots);
        r.sweep = doubles > r.sweep ? doubles : r.sweep;
        if (i + 1 < n) {
            r.spells = size_multiply_add(1, most_spells(count, conditions[i].knots), r.spells);
        }
    }
    return r;
}

size_t minrisk_when_met_workspace(const minrisk_projects *projects,
                                  const minrisk_condition *conditions, size_t n)
{
    room r;

    if (!projects || !conditions ||
        minrisk_when_covered_workspace(projects->count, 0) == SIZE_MAX) {
        return SIZE_MAX;
    }
    r = room_for(projects, conditions, n);
    return countable(size_multiply_add(r.spells, (size_t)2 * DOUBLES_PER_SPELL, r.sweep));
}

static int pointers_are_there(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    size_t i;

    if (p->count > 0 && (!p->start || !p->ramp || !p->capacity)) {
        return 0;
    }
    for (i = 0; i < n; i++) {
        if (!c[i].need_year || !c[i].need) {
            return 0;
        }
    }
    return 1;
}

static int sizes_are_usable(const minrisk_condition *c, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (c[i].knots == 0) {
            return 0;
        }
    }
    return n > 0;
}

static int parameters_are_valid(const minrisk_condition *c, size_t n, double dwell, double horizon)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (c[i].kind != MINRISK_COVERAGE || !minrisk_is_fraction(c[i].fraction)) {
            return 0;
        }
    }
    return minrisk_is_quantity(dwell) && minrisk_is_quantity(horizon);
}

static int project_is_valid(const minrisk_projects *p, size_t i)
{
    return minrisk_is_finite(p->start[i]) && minrisk_is_quantity(p->ramp[i]) &&
           minrisk_is_quantity(p->capacity[i]) && (!p->life || minrisk_is_span(p->life[i])) &&
           (!p->share || minrisk_is_fraction(p->share[i]));
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

    for (i = 0; i < p->count; i++) {
        if (!project_is_valid(p, i)) {
            return 0;
        }
    }
    for (i = 0; i < n; i++) {
        if (!need_is_valid(&c[i])) {
            return 0;
        }
    }
    return 1;
}

static minrisk_status check(const minrisk_projects *p, const minrisk_condition *c, size_t n,
                            double dwell, double horizon, const double *work, size_t work_len,
                            const minrisk_when *when)
{
    size_t required;

    if (!p || !c || !work || !when || !pointers_are_there(p, c, n)) {
        return MINRISK_E_NULL;
    }
    if (!sizes_are_usable(c, n)) {
        return MINRISK_E_SIZE;
    }
    required = minrisk_when_met_workspace(p, c, n);
    if (required == SIZE_MAX || work_len < required) {
        return MINRISK_E_SIZE;
    }
    if (!parameters_are_valid(c, n, dwell, horizon)) {
        return MINRISK_E_PARAM;
    }
    return data_are_valid(p, c, n) ? MINRISK_OK : MINRISK_E_DATA;
}

/* --- spells: intersected, then counted ------------------------------------------------------- */

/* A time during which conditions hold. It includes its beginning, and its end unless it is open:
 * supply that drops is gone at that instant. */
typedef struct spell {
    double begin;
    double end;
    uint32_t binding; /* the condition whose own spell began last */
    int open;
} spell;

/* Three doubles of the workspace. */
static void put_spell(double *list, size_t i, const spell *s)
{
    list[DOUBLES_PER_SPELL * i] = s->begin;
    list[DOUBLES_PER_SPELL * i + 1] = s->end;
    list[DOUBLES_PER_SPELL * i + 2] = 2.0 * (double)s->binding + (double)s->open;
}

static spell get_spell(const double *list, size_t i)
{
    uint64_t code = (uint64_t)list[DOUBLES_PER_SPELL * i + 2];
    spell s;

    s.begin = list[DOUBLES_PER_SPELL * i];
    s.end = list[DOUBLES_PER_SPELL * i + 1];
    s.binding = (uint32_t)(code >> 1);
    s.open = (int)(code & 1);
    return s;
}

/* What a and b have in common; 0 if nothing, or if it drops at the instant that it begins. On a tie
 * of the beginnings a's condition stays. */
static int intersect(const spell *a, const spell *b, double instant, spell *both)
{
    *both = b->begin > a->begin ? *b : *a;
    if (a->end < b->end || (a->end == b->end && a->open)) {
        both->end = a->end;
        both->open = a->open;
    } else {
        both->end = b->end;
        both->open = b->open;
    }
    return both->open ? both->begin + instant < both->end : both->begin <= both->end;
}

/* The answer in the making: spells come in order, and touching ones are one. */
typedef struct verdict {
    minrisk_when when;
    double dwell, horizon;
    spell last; /* not yet counted */
    int any;
} verdict;

static void count_last(verdict *c)
{
    minrisk_when *w = &c->when;
    double length = c->last.end - c->last.begin;
    int to_horizon = c->last.end >= c->horizon && !c->last.open;

    w->windows++;
    w->satisfied += length;
    if (w->windows == 1) {
        w->first = c->last.begin;
        w->binding = c->last.binding;
        w->known |= MINRISK_KNOWS_FIRST;
        if (!to_horizon) {
            w->lost = c->last.end;
            w->known |= MINRISK_KNOWS_LOST;
        }
    }
    if (!(w->known & MINRISK_KNOWS_SUSTAINED) &&
        (to_horizon || length >= minrisk_multiply(c->dwell, 1.0 - TOLERANCE))) {
        w->sustained = c->last.begin;
        w->known |= MINRISK_KNOWS_SUSTAINED;
    }
    if (to_horizon) {
        w->permanent = c->last.begin;
        w->known |= MINRISK_KNOWS_PERMANENT;
    }
}

static void count_spell(verdict *c, const spell *s)
{
    if (c->any && s->begin <= c->last.end) {
        c->last.end = s->end;
        c->last.open = s->open;
        return;
    }
    if (c->any) {
        count_last(c);
    }
    c->last = *s;
    c->any = 1;
}

/* Where a condition's spells go: through those that all conditions before have in common, into the
 * next list or, from the last condition, into the answer. */
typedef struct sink {
    const double *before; /* spells in common so far; NULL: no condition came before */
    size_t before_count, before_next;
    double *after; /* NULL: this is the last condition */
    size_t after_count;
    verdict *answer;
    double instant;   /* times that are no farther apart are one */
    double own_first; /* when this condition's own first spell begins */
    int own_any;
} sink;

static void pass_on(sink *to, const spell *s)
{
    if (to->after) {
        put_spell(to->after, to->after_count++, s);
    } else {
        count_spell(to->answer, s);
    }
}

static void emit(sink *to, const spell *s)
{
    size_t i;

    if (!to->own_any) {
        to->own_any = 1;
        to->own_first = s->begin;
    }
    if (!to->before) {
        pass_on(to, s);
        return;
    }
    while (to->before_next < to->before_count &&
           to->before[DOUBLES_PER_SPELL * to->before_next + 1] < s->begin) {
        to->before_next++;
    }
    for (i = to->before_next; i < to->before_count; i++) {
        spell earlier = get_spell(to->before, i);
        spell both;
        if (earlier.begin > s->end) {
            break;
        }
        if (intersect(&earlier, s, to->instant, &both)) {
            pass_on(to, &both);
        }
    }
}

/* --- events ---------------------------------------------------------------------------------- */

/* What happens to a project; three to a project, numbered 3 * index + kind. A knot of the need
 * changes no project and needs no number. */
enum event_kind { RAMP_BEGINS = 0, RAMP_ENDS = 1, CLOSES = 2 };

static const double KNOT = -1.0;

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

/* --- the sweep of one condition -------------------------------------------------------------- */

typedef struct sweep {
    const minrisk_projects *projects;
    const minrisk_condition *condition;
    double horizon;
    double scale;   /* 1, or small enough that no total overflows */
    double *events; /* two doubles each, sorted */
    size_t event_count, event_next;
    double *ramping; /* the projects that ramp, by index */
    size_t ramping_count;
    size_t knots_passed; /* knots of the need at or before now */
    minrisk_sum full;    /* capacity of the projects past their ramps */
} sweep;

static void note_event(sweep *s, double time, double number)
{
    if (time <= s->horizon) {
        s->events[2 * s->event_count] = time;
        s->events[2 * s->event_count + 1] = number;
        s->event_count++;
    }
}

static double event_number(size_t project, int kind)
{
    return (double)EVENTS_PER_PROJECT * (double)project + (double)kind;
}

static int has_capacity(const minrisk_projects *p, size_t i)
{
    return !minrisk_is_zero(p->capacity[i]) && !(p->share && minrisk_is_zero(p->share[i]));
}

static void note_project(sweep *s, size_t i)
{
    double full = s->projects->start[i] + s->projects->ramp[i];

    if (!minrisk_is_zero(s->projects->ramp[i])) {
        note_event(s, s->projects->start[i], event_number(i, RAMP_BEGINS));
    }
    note_event(s, full, event_number(i, RAMP_ENDS));
    if (s->projects->life) {
        note_event(s, full + s->projects->life[i], event_number(i, CLOSES));
    }
}

static double capacity_of(const sweep *s, size_t i)
{
    double capacity = s->projects->capacity[i];

    if (s->projects->share) {
        capacity = minrisk_multiply(capacity, s->projects->share[i]);
    }
    return minrisk_multiply(capacity, s->scale);
}

static void find_scale(sweep *s)
{
    double largest = 0.0;
    size_t i;

    for (i = 0; i < s->projects->count; i++) {
        largest = s->projects->capacity[i] > largest ? s->projects->capacity[i] : largest;
    }
    for (i = 0; i < s->condition->knots; i++) {
        double need = minrisk_multiply(s->condition->need[i], s->condition->fraction);
        largest = need > largest ? need : largest;
    }
    /* 2^-70 leaves room for 2^64 projects. */
    s->scale = largest > 1e270 ? 8.470329472543003e-22 : 1.0;
}

/* Takes in a project's event. What ramps is a short list, kept without order. */
static void apply(sweep *s, double number)
{
    size_t i, at;

    if (number < 0.0) {
        s->knots_passed++;
        return;
    }
    i = (size_t)number / EVENTS_PER_PROJECT;
    switch ((size_t)number % EVENTS_PER_PROJECT) {
    case RAMP_BEGINS:
        s->ramping[s->ramping_count++] = (double)i;
        break;
    case RAMP_ENDS:
        for (at = 0; at < s->ramping_count; at++) {
            if (s->ramping[at] == (double)i) {
                s->ramping[at] = s->ramping[--s->ramping_count];
                break;
            }
        }
        minrisk_sum_add(&s->full, capacity_of(s, i));
        break;
    default:
        minrisk_sum_subtract(&s->full, capacity_of(s, i));
        break;
    }
}

static double within_unit(double x)
{
    return x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
}

static double ramping_supply(const sweep *s, size_t at, double t)
{
    size_t i = (size_t)s->ramping[at];
    double part = within_unit((t - s->projects->start[i]) / s->projects->ramp[i]);
    return minrisk_multiply(capacity_of(s, i), part);
}

/* Supply at t, between the events before and after: the ramping parts are put into the exact sum
 * and taken out again, so that the order of the projects does not show. */
static double supply_at(sweep *s, double t)
{
    double supply;
    size_t at;

    for (at = 0; at < s->ramping_count; at++) {
        minrisk_sum_add(&s->full, ramping_supply(s, at, t));
    }
    supply = minrisk_sum_round(&s->full);
    for (at = 0; at < s->ramping_count; at++) {
        minrisk_sum_subtract(&s->full, ramping_supply(s, at, t));
    }
    return supply;
}

/* Need at t, from the knots passed and the next. Years are halved, lest a difference overflow. */
static double need_at(const sweep *s, double t)
{
    const minrisk_condition *c = s->condition;
    size_t next = s->knots_passed;
    double need, y0, y1, part;

    if (next == 0 || next == c->knots) {
        need = c->need[next == 0 ? 0 : next - 1];
    } else {
        y0 = 0.5 * c->need_year[next - 1];
        y1 = 0.5 * c->need_year[next];
        part = within_unit((0.5 * t - y0) / (y1 - y0));
        need = part < 1.0
                   ? c->need[next - 1] + minrisk_multiply(c->need[next] - c->need[next - 1], part)
                   : c->need[next];
    }
    return minrisk_multiply(minrisk_multiply(need, s->scale), c->fraction);
}

/* Supply less need, and whether that is enough. */
typedef struct gap {
    double excess;
    int met;
} gap;

static gap gap_at(sweep *s, double t)
{
    double need = need_at(s, t);
    gap g;

    g.excess = supply_at(s, t) - need;
    g.met = g.excess >= -minrisk_multiply(TOLERANCE, need);
    return g;
}

/* Where a straight line from `from` at t0 to `to` at t1, of different signs, is 0. */
static double crossing(double t0, gap from, double t1, gap to)
{
    double part = within_unit(from.excess / (from.excess - to.excess));
    double t = t0 + minrisk_multiply(t1 - t0, part);
    return t < t1 ? t : t1;
}

static void set_up(sweep *s, const minrisk_projects *projects, const minrisk_condition *condition,
                   double horizon, double *work)
{
    size_t i;

    memset(s, 0, sizeof *s);
    s->projects = projects;
    s->condition = condition;
    s->horizon = horizon;
    s->events = work;
    find_scale(s);
    for (i = 0; i < projects->count; i++) {
        if (stage_is(projects, i, condition->stage) && has_capacity(projects, i)) {
            note_project(s, i);
        }
    }
    for (i = 0; i < condition->knots; i++) {
        note_event(s, condition->need_year[i], KNOT);
    }
    sort_events(s->events, s->event_count);
    s->ramping = work + 2 * s->event_count;
}

/* Applies all events up to t. */
static void advance(sweep *s, double t)
{
    while (s->event_next < s->event_count && s->events[2 * s->event_next] <= t) {
        apply(s, s->events[2 * s->event_next + 1]);
        s->event_next++;
    }
}

static double next_time(const sweep *s)
{
    return s->event_next < s->event_count ? s->events[2 * s->event_next] : s->horizon;
}

static void end_spell(sink *to, spell *current, int *inside, double end, int open)
{
    current->end = end;
    current->open = open;
    emit(to, current);
    *inside = 0;
}

/* One condition's spells, in order. On a stretch between two events, [t0, t1), excess is a straight
 * line; at t1 its events decide. A line that only comes to touch at t1 is left to that test. */
static void run(sweep *s, uint32_t index, sink *to)
{
    double t0 = 0.0;
    spell current = {0.0, 0.0, 0, 0};
    int inside;
    gap from;

    advance(s, to->instant);
    from = gap_at(s, t0);
    current.binding = index;
    inside = from.met;
    while (t0 < s->horizon) {
        double t1 = next_time(s);
        gap to_gap = gap_at(s, t1);
        if (from.met && !to_gap.met) {
            end_spell(to, &current, &inside, crossing(t0, from, t1, to_gap), 0);
        } else if (!from.met && to_gap.met && to_gap.excess > 0.0) {
            current.begin = crossing(t0, from, t1, to_gap);
            inside = 1;
        }
        advance(s, t1 + to->instant);
        t0 = t1;
        from = gap_at(s, t0);
        if (inside && !from.met) {
            end_spell(to, &current, &inside, t0, 1);
        } else if (!inside && from.met) {
            current.begin = t0;
            inside = 1;
        }
    }
    if (inside) {
        end_spell(to, &current, &inside, s->horizon, 0);
    }
}

/* --- all conditions -------------------------------------------------------------------------- */

static int need_is_constant(const minrisk_condition *c)
{
    size_t i;

    for (i = 1; i < c->knots; i++) {
        if (c->need[i] != c->need[0]) {
            return 0;
        }
    }
    return 1;
}

/* What one condition takes for granted, and what it rules out. */
static void note_assumptions(const minrisk_projects *p, const minrisk_condition *c,
                             uint32_t *assumed, uint32_t *ruled_out)
{
    size_t i;

    for (i = 0; i < p->count; i++) {
        if (!stage_is(p, i, c->stage) || !has_capacity(p, i)) {
            continue;
        }
        if (!minrisk_is_zero(p->ramp[i])) {
            *assumed |= MINRISK_ASSUMES_SHAPE;
        }
        if (p->life && minrisk_is_finite(p->life[i])) {
            *ruled_out |= MINRISK_ASSUMES_NO_CLOSURES;
        }
    }
    if (!need_is_constant(c)) {
        *ruled_out |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    if (projects_of(p, c->stage) == 0) {
        *assumed |= MINRISK_STAGE_MISSING;
    }
}

static uint32_t assumptions_of(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    uint32_t assumed =
        MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_CONSTANT_NEED | MINRISK_ASSUMES_NO_CLOSURES;
    uint32_t ruled_out = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        note_assumptions(p, &c[i], &assumed, &ruled_out);
    }
    return assumed & ~ruled_out;
}

/* The condition whose own first spell begins last; one that has none is the last of all. */
typedef struct latest {
    uint32_t condition;
    double first;
    int never;
} latest;

static void compare_latest(latest *l, const sink *to, uint32_t index)
{
    if (!l->never && (!to->own_any || (index > 0 && to->own_first > l->first))) {
        l->condition = index;
        l->never = !to->own_any;
    }
    if (l->condition == index) {
        l->first = to->own_first;
    }
}

static void conclude(verdict *c, const latest *l, uint32_t assumptions)
{
    minrisk_when *w = &c->when;

    if (c->any) {
        count_last(c);
    } else {
        w->binding = l->condition;
    }
    w->known |= MINRISK_KNOWS_SATISFIED | MINRISK_KNOWS_BINDING;
    w->status = !c->any          ? MINRISK_NOT_WITHIN_HORIZON
                : w->first > 0.0 ? MINRISK_REACHED
                                 : MINRISK_ALREADY;
    w->assumptions = assumptions;
}

minrisk_status minrisk_when_met(const minrisk_projects *projects,
                                const minrisk_condition *conditions, size_t n, double dwell,
                                double horizon, double *work, size_t work_len, minrisk_when *when)
{
    minrisk_status status = check(projects, conditions, n, dwell, horizon, work, work_len, when);
    verdict c;
    latest l = {0, 0.0, 0};
    double *read, *write; /* lists of spells, behind the longest sweep, that change places */
    size_t common = 0;
    room r;
    size_t i;

    if (status != MINRISK_OK) {
        return status;
    }
    memset(&c, 0, sizeof c);
    c.dwell = dwell;
    c.horizon = horizon;
    r = room_for(projects, conditions, n);
    read = work + r.sweep;
    write = read + DOUBLES_PER_SPELL * r.spells;
    for (i = 0; i < n; i++) {
        sweep s;
        sink to;
        double *written = write;

        memset(&to, 0, sizeof to);
        to.before = i > 0 ? read : NULL;
        to.before_count = common;
        to.after = i + 1 < n ? write : NULL;
        to.answer = &c;
        to.instant = minrisk_multiply(TOLERANCE, horizon);
        set_up(&s, projects, &conditions[i], horizon, work);
        run(&s, (uint32_t)i, &to);
        compare_latest(&l, &to, (uint32_t)i);
        common = to.after_count;
        write = read;
        read = written;
    }
    conclude(&c, &l, assumptions_of(projects, conditions, n));
    *when = c.when;
    return MINRISK_OK;
}

minrisk_status minrisk_when_covered(const double *start, const double *ramp, const double *capacity,
                                    const double *life, size_t projects, const double *need_year,
                                    const double *need, size_t knots, double dwell, double horizon,
                                    double *work, size_t work_len, minrisk_when *when)
{
    minrisk_projects p;
    minrisk_condition c;

    memset(&p, 0, sizeof p);
    p.count = projects;
    p.start = start;
    p.ramp = ramp;
    p.capacity = capacity;
    p.life = life;
    c.kind = MINRISK_COVERAGE;
    c.stage = 0;
    c.fraction = 1.0;
    c.knots = knots;
    c.need_year = need_year;
    c.need = need;
    return minrisk_when_met(&p, &c, 1, dwell, horizon, work, work_len, when);
}
