/* SPDX-License-Identifier: MIT */
/* Time to independence from dated projects: the exact crossing of supply and need.
 *
 * Each condition is swept by itself, event by event, and gives its spells in order; see
 * sweep.h for the supply and spells.h for what becomes of the spells. Between two
 * events supply and need are straight lines, and a condition holds during one part of the stretch,
 * without a break: each is one or several lines that must not be below 0, or the HHI's. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/pipeline.h"

#include "elementary.h"
#include "pipeline_check.h"
#include "spells.h"
#include "sweep.h"

/* --- one stretch between two events ---------------------------------------------------------- */

/* One end of a stretch. */
typedef struct edge {
    const double *supply; /* [groups] */
    double total;         /* of the supply */
    double aim;           /* what supply must reach, or a share of it must not pass */
    double need;          /* of which a little is forgiven: the aim, before scrap comes off it */
    int defined;          /* 0: the condition is of a share, and there is no supply */
} edge;

/* When a condition holds on a stretch: between two parts of it, or not at all. */
typedef struct stretch {
    int from_met;  /* at its beginning, the events there applied */
    int to_met;    /* at its end, but for the events there */
    int reaches;   /* what does not hold at the beginning comes to hold before the end */
    int defined;   /* there is supply for the condition to speak of */
    int vanishes;  /* but none at the end */
    double enters; /* a part of the stretch in [0, 1] */
    double leaves;
} stretch;

static double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static double within_unit(double x)
{
    return x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
}

static int is_met(double margin, double need)
{
    return margin >= -minrisk_multiply(MINRISK_TOLERANCE, size_of(need));
}

/* A line that must not be below 0. One that only comes to touch at the end is left to the test of
 * the events there. */
static void take_line(stretch *m, double from, double from_need, double to, double to_need)
{
    double root = within_unit(from / minrisk_subtract(from, to));

    if (!is_met(from, from_need)) {
        m->from_met = 0;
        m->reaches = m->reaches && to > 0.0;
        m->enters = root > m->enters ? root : m->enters;
    }
    if (!is_met(to, to_need)) {
        m->to_met = 0;
        m->leaves = root < m->leaves ? root : m->leaves;
    }
}

/* How much supply there is beyond the aim, or aim beyond the share; of a country, if by country. */
static double margin_of(int32_t kind, const edge *e, size_t group)
{
    if (minrisk_kind_is_of_base(kind)) {
        return minrisk_subtract(e->aim, e->supply[group]);
    }
    if (kind == MINRISK_WITHOUT_ONE) {
        return minrisk_subtract(minrisk_subtract(e->total, e->supply[group]), e->aim);
    }
    return minrisk_subtract(e->supply[0], e->aim);
}

static void take_lines(const minrisk_sweep *s, const edge *from, const edge *to, stretch *m)
{
    int32_t kind = s->condition->kind;
    size_t lines = minrisk_kind_is_by_country(kind) ? s->groups : 1;
    size_t i;

    for (i = 0; i < lines; i++) {
        take_line(m, margin_of(kind, from, i), from->need, margin_of(kind, to, i), to->need);
    }
}

/* 2^-e for a total in [2^e, 2^(e + 1)): its products with supplies neither overflow nor vanish. */
static double inverse_power(double total)
{
    uint64_t exponent = minrisk_bits_of(&total) >> 52;
    return minrisk_double_of((2046 - exponent) << 52);
}

/* f T U - sum v_i w_i, in units of the larger total squared: not negative where the HHI of v is at
 * most f, if v is w. */
static double hhi_margin(const minrisk_sweep *s, const edge *v, const edge *w, double unit)
{
    minrisk_pair sum = minrisk_pair_multiply(minrisk_two_product(v->total * unit, w->total * unit),
                                             minrisk_pair_of(s->condition->fraction));
    size_t i;

    for (i = 0; i < s->groups; i++) {
        minrisk_pair product = minrisk_two_product(v->supply[i] * unit, w->supply[i] * unit);
        sum = minrisk_pair_add(sum, minrisk_pair_negate(product));
    }
    return sum.high;
}

/* The larger root r of a + 2 b r + c r^2 = 0, c < 0, where there is one that is not negative; d is
 * the root of b^2 - a c. */
static double larger_root(double a, double b, double c, double d)
{
    return b >= 0.0 ? (b + d) / -c : a / minrisk_subtract(d, b);
}

/* At a part x of the stretch f T^2 - Q is a (1 - x)^2 + 2 b x (1 - x) + c x^2. The root of Q is a
 * convex function of x and T a linear one, so that it holds on one part. With r = x / (1 - x), the
 * end of that part is the larger root of a + 2 b r + c r^2, and 1 / r of its beginning that of
 * c + 2 b r + a r^2; where neither end is met and there are no roots, b / -c and b / -a in their
 * place put the beginning behind the end. */
static void take_hhi(const minrisk_sweep *s, const edge *from, const edge *to, stretch *m)
{
    double unit = inverse_power(from->total > to->total ? from->total : to->total);
    double a = hhi_margin(s, from, from, unit), b = hhi_margin(s, from, to, unit);
    double c = hhi_margin(s, to, to, unit);
    double square = minrisk_subtract(minrisk_multiply(b, b), minrisk_multiply(a, c));
    double d = minrisk_sqrt(square > 0.0 ? square : 0.0);
    double t = from->total * unit, u = to->total * unit;

    m->from_met = is_met(a, minrisk_multiply(minrisk_multiply(t, t), s->condition->fraction));
    m->to_met = is_met(c, minrisk_multiply(minrisk_multiply(u, u), s->condition->fraction));
    if (!m->from_met) {
        double r = larger_root(c, b, a, d);
        m->reaches = c > 0.0 || b > 0.0;
        m->enters = within_unit(1.0 / (1.0 + r));
    }
    if (!m->to_met) {
        double r = larger_root(a, b, c, d);
        m->leaves = r > 0.0 ? within_unit(r / (1.0 + r)) : 0.0; /* a limit just met */
    }
}

/* A project that begins to ramp counts from then on, but not at that instant. */
static void take_suppliers(const minrisk_sweep *s, const edge *from, const edge *to, stretch *m)
{
    uint32_t at_once = 0, count = 0;
    size_t i;

    for (i = 0; i < s->groups; i++) {
        at_once += from->supply[i] > 0.0;
        count += from->supply[i] > 0.0 || to->supply[i] > 0.0;
    }
    m->from_met = at_once >= s->condition->suppliers;
    m->to_met = m->reaches = count >= s->condition->suppliers;
}

static double total_of(const minrisk_sweep *s, const double *supply)
{
    minrisk_pair sum = minrisk_pair_of(0.0);
    size_t i;

    if (s->condition->kind == MINRISK_SHARE) {
        return supply[1];
    }
    for (i = 0; i < s->groups; i++) {
        sum = minrisk_pair_add(sum, minrisk_pair_of(supply[i]));
    }
    return sum.high;
}

/* Supply at t into `supply`, and what is asked of it. */
static edge edge_at(const minrisk_sweep *s, double t, double *supply)
{
    const minrisk_condition *c = s->condition;
    edge e;
    size_t i;

    for (i = 0; i < s->groups; i++) {
        supply[i] = minrisk_sweep_supply(s, i, t);
    }
    e.supply = supply;
    e.total = total_of(s, supply);
    e.aim = c->knots > 0 ? minrisk_sweep_threshold(s, t) : minrisk_multiply(c->fraction, e.total);
    e.need = minrisk_is_zero(c->recovered) ? e.aim : minrisk_sweep_need(s, t);
    e.defined = c->knots > 0 || c->kind == MINRISK_SUPPLIERS || e.total > 0.0;
    return e;
}

static stretch look_at(const minrisk_sweep *s, double t0, double t1)
{
    stretch m = {1, 1, 1, 1, 0, 0.0, 1.0};
    edge from = edge_at(s, t0, s->before), to = edge_at(s, t1, s->after);

    m.defined = from.defined || to.defined;
    if (s->condition->kind == MINRISK_SUPPLIERS) {
        take_suppliers(s, &from, &to, &m);
    } else if (s->condition->kind == MINRISK_HHI_AT_MOST && m.defined) {
        take_hhi(s, &from, &to, &m);
    } else {
        take_lines(s, &from, &to, &m);
    }
    m.vanishes = !to.defined;
    m.to_met = m.to_met && to.defined;
    if (!from.defined) { /* a share of what only begins to be there is the same all along */
        m.from_met = 0;
        m.reaches &= m.to_met;
    }
    return m;
}

/* --- the spells of one condition ------------------------------------------------------------- */

static void end_spell(minrisk_sink *to, minrisk_spell *current, int *inside, double end, int open)
{
    current->end = end;
    current->open = open;
    minrisk_sink_emit(to, current);
    *inside = 0;
}

static double part_of_way(double t0, double t1, double part)
{
    double t = minrisk_add(t0, minrisk_multiply(minrisk_subtract(t1, t0), part));
    return t < t1 ? t : t1;
}

/* Runs from event to event. Returns whether the condition is defined at any time. */
static int run(minrisk_sweep *s, uint32_t index, minrisk_sink *to)
{
    minrisk_spell current = {0.0, 0.0, 0, 0, 0};
    double t0 = 0.0;
    int inside = 0, defined = 0;

    current.binding = index;

    minrisk_sweep_advance(s, to->instant);
    for (;;) {
        double t1 = t0 < s->horizon ? minrisk_sweep_next(s) : t0;
        stretch m = look_at(s, t0, t1);
        defined |= m.defined;
        if (inside && !m.from_met) {
            end_spell(to, &current, &inside, t0, 1);
        } else if (!inside && m.from_met) {
            current.begin = t0;
            current.late = 0;
            inside = 1;
        }
        if (t0 >= s->horizon) {
            break;
        }
        if (!inside && m.reaches && (m.to_met || m.enters <= m.leaves)) {
            current.begin = part_of_way(t0, t1, m.enters);
            current.late = current.begin <= t0;
            inside = 1;
        }
        if (inside && !m.to_met) {
            end_spell(to, &current, &inside, part_of_way(t0, t1, m.leaves), m.vanishes);
        }
        minrisk_sweep_advance(s, t1 + to->instant);
        t0 = t1;
    }
    if (inside) {
        end_spell(to, &current, &inside, s->horizon, 0);
    }
    return defined;
}

/* A stock that bridges what is lacking does so from one time on: when all that is still to come is
 * no more than the stock. Where that passes the range it is NaN, and the time is the horizon. */
static void run_bridged(minrisk_sweep *s, uint32_t index, minrisk_sink *to, double *work)
{
    minrisk_spell current = {0.0, 0.0, 0, 0, 0};
    minrisk_pair total = minrisk_pair_of(0.0), again = total, limit;

    current.binding = index;

    minrisk_sweep_advance(s, to->instant);
    (void)minrisk_sweep_deficit(s, 0.0, NULL, &total);
    limit = minrisk_pair_of(-minrisk_multiply(s->condition->stock, s->scale));
    limit = minrisk_pair_add(total, limit);
    if (!(limit.high <= minrisk_multiply(MINRISK_TOLERANCE, total.high))) {
        minrisk_sweep_begin(s, s->projects, s->condition, s->horizon, work);
        minrisk_sweep_advance(s, to->instant);
        current.begin = minrisk_sweep_deficit(s, 0.0, &limit, &again);
    }
    current.end = s->horizon;
    minrisk_sink_emit(to, &current);
}

/* Returns whether the condition is defined at any time. */
static int find_spells(minrisk_sweep *s, uint32_t index, minrisk_sink *to, double *work)
{
    if (s->condition->kind == MINRISK_BRIDGED) {
        run_bridged(s, index, to, work);
        return 1;
    }
    return run(s, index, to);
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

/* What the conditions take for granted, and what one of them rules out. */
typedef struct premises {
    uint32_t assumed;
    uint32_t ruled_out;
} premises;

static void note_premises(const minrisk_sweep *s, premises *note)
{
    const minrisk_projects *p = s->projects;
    size_t i;

    for (i = 0; i < p->count; i++) {
        if (!minrisk_sweep_counts(s, i)) {
            continue;
        }
        if (!minrisk_is_zero(p->ramp[i])) {
            note->assumed |= MINRISK_ASSUMES_SHAPE;
        }
        if (p->life && minrisk_is_finite(p->life[i])) {
            note->ruled_out |= MINRISK_ASSUMES_NO_CLOSURES;
        }
    }
    if (s->condition->knots > 0) {
        note->assumed |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    if (!need_is_constant(s->condition)) {
        note->ruled_out |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    if (minrisk_stage_projects(p, s->condition->stage) == 0) {
        note->assumed |= MINRISK_STAGE_MISSING;
    }
}

/* The condition whose own first spell begins last; one that has none is the last of all. */
typedef struct latest {
    uint32_t condition;
    double first;
    int never;
} latest;

static void compare_latest(latest *l, const minrisk_sink *to, uint32_t index)
{
    if (!l->never && (!to->own_any || (index > 0 && to->own_first > l->first))) {
        l->condition = index;
        l->never = !to->own_any;
    }
    if (l->condition == index) {
        l->first = to->own_first;
    }
}

static void conclude(minrisk_verdict *c, const latest *l, const premises *note, int defined)
{
    minrisk_when *w = &c->when;
    int any = minrisk_verdict_close(c);

    if (!any) {
        w->binding = l->condition;
    }
    w->known |= MINRISK_KNOWS_SATISFIED | MINRISK_KNOWS_BINDING;
    w->status = w->first > 0.0 || c->late ? MINRISK_REACHED : MINRISK_ALREADY;
    if (!any) {
        w->status = defined ? MINRISK_NOT_WITHIN_HORIZON : MINRISK_UNDEFINED;
    }
    w->assumptions = note->assumed & ~note->ruled_out;
}

static minrisk_status own_status(double dwell, double horizon, const minrisk_when *when)
{
    if (!when) {
        return MINRISK_E_NULL;
    }
    return minrisk_is_quantity(dwell) && minrisk_is_quantity(horizon) ? MINRISK_OK
                                                                      : MINRISK_E_PARAM;
}

minrisk_status minrisk_when_met(const minrisk_projects *projects,
                                const minrisk_condition *conditions, size_t n, double dwell,
                                double horizon, double *work, size_t work_len, minrisk_when *when)
{
    minrisk_status status = own_status(dwell, horizon, when);
    minrisk_verdict c;
    latest l = {0, 0.0, 0};
    premises note = {MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_NO_CLOSURES, 0};
    double *read, *write; /* lists of spells, behind the longest sweep, that change places */
    size_t common = 0;
    int defined = 1;
    minrisk_room r;
    size_t i;

    status = minrisk_pipeline_check(projects, conditions, n, work, work_len, status);
    if (status != MINRISK_OK) {
        return status;
    }
    memset(&c, 0, sizeof c);
    c.dwell = dwell;
    c.horizon = horizon;
    r = minrisk_room_for(projects, conditions, n);
    read = work + r.sweep;
    write = read + MINRISK_SPELL_DOUBLES * r.spells;
    for (i = 0; i < n; i++) {
        minrisk_sweep s;
        minrisk_sink to;
        double *written = write;

        memset(&to, 0, sizeof to);
        to.before = i > 0 ? read : NULL;
        to.before_count = common;
        to.after = i + 1 < n ? write : NULL;
        to.answer = &c;
        to.instant = minrisk_multiply(MINRISK_TOLERANCE, horizon);
        minrisk_sweep_begin(&s, projects, &conditions[i], horizon, work);
        note_premises(&s, &note);
        defined &= find_spells(&s, (uint32_t)i, &to, work);
        compare_latest(&l, &to, (uint32_t)i);
        common = to.after_count;
        write = read;
        read = written;
    }
    conclude(&c, &l, &note, defined);
    *when = c.when;
    return MINRISK_OK;
}

minrisk_status minrisk_when_covered(const double *start, const double *ramp, const double *capacity,
                                    const double *life, size_t projects, const double *need_year,
                                    const double *need, size_t knots, double dwell, double horizon,
                                    double *work, size_t work_len, minrisk_when *when)
{
    minrisk_condition c;
    minrisk_projects p;

    memset(&c, 0, sizeof c);
    c.kind = MINRISK_COVERAGE;
    c.fraction = 1.0;
    c.knots = knots;
    c.need_year = need_year;
    c.need = need;
    memset(&p, 0, sizeof p);
    p.count = projects;
    p.start = start;
    p.ramp = ramp;
    p.capacity = capacity;
    p.life = life;
    return minrisk_when_met(&p, &c, 1, dwell, horizon, work, work_len, when);
}

#endif
