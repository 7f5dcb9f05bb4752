/* SPDX-License-Identifier: MIT */
/* See pipeline_oracle.h. Between two events supply and need are straight lines, so that their values
 * at the first and half way say all of the span. */
#include "numeric/pipeline_oracle.h"

#include <gmp.h>
#include <stdlib.h>

enum { BISECTIONS = 90, VALUES = PIPELINE_COUNTRIES + 4 };

/* What a condition speaks of at one time. */
typedef struct state {
    mpq_t of[PIPELINE_COUNTRIES]; /* weighted supply by country */
    mpq_t sum, whole;             /* of it; of supply without weights */
    mpq_t need, scrap;
} state;

/* A condition from an event up to the next. */
typedef struct span {
    state from, to;
} span;

static const pipeline_case *c;
static mpq_t event[PIPELINE_EVENTS];
static size_t events;
static span spans[PIPELINE_EVENTS][PIPELINE_CONDITIONS];
static mpq_t t, x, y, z;
static mpq_t slack, part_more; /* of supply; of a limit that is a part */
static mpq_t lo, hi, own_lo, own_hi, a, b, d;
static mpq_t bridged[PIPELINE_CONDITIONS]; /* from when on */

static void state_init(state *s)
{
    for (size_t k = 0; k < PIPELINE_COUNTRIES; k++)
        mpq_init(s->of[k]);
    mpq_inits(s->sum, s->whole, s->need, s->scrap, (mpq_ptr)NULL);
}

static void state_clear(state *s)
{
    for (size_t k = 0; k < PIPELINE_COUNTRIES; k++)
        mpq_clear(s->of[k]);
    mpq_clears(s->sum, s->whole, s->need, s->scrap, (mpq_ptr)NULL);
}

void pipeline_oracle_open(void)
{
    mpq_inits(t, x, y, z, slack, part_more, (mpq_ptr)NULL);
    mpq_inits(lo, hi, own_lo, own_hi, a, b, d, (mpq_ptr)NULL);
    for (size_t i = 0; i < PIPELINE_CONDITIONS; i++)
        mpq_init(bridged[i]);
    for (size_t k = 0; k < PIPELINE_EVENTS; k++) {
        mpq_init(event[k]);
        for (size_t i = 0; i < PIPELINE_CONDITIONS; i++) {
            state_init(&spans[k][i].from);
            state_init(&spans[k][i].to);
        }
    }
}

void pipeline_oracle_close(void)
{
    mpq_clears(t, x, y, z, slack, part_more, (mpq_ptr)NULL);
    mpq_clears(lo, hi, own_lo, own_hi, a, b, d, (mpq_ptr)NULL);
    for (size_t i = 0; i < PIPELINE_CONDITIONS; i++)
        mpq_clear(bridged[i]);
    for (size_t k = 0; k < PIPELINE_EVENTS; k++) {
        mpq_clear(event[k]);
        for (size_t i = 0; i < PIPELINE_CONDITIONS; i++) {
            state_clear(&spans[k][i].from);
            state_clear(&spans[k][i].to);
        }
    }
}

/* --- supply and need at t ---------------------------------------------------------------------- */

static void multiply_by(mpq_t value, double factor)
{
    mpq_set_d(z, factor);
    mpq_mul(value, value, z);
}

static void add_double(mpq_t value, double term)
{
    mpq_set_d(z, term);
    mpq_add(value, value, z);
}

/* value: the line through knots at `at`, whose first and last values hold on. */
static void line_at(const double *place, const double *height, size_t knots, const mpq_t at,
                    mpq_t value)
{
    size_t next = 0;
    while (next < knots && (mpq_set_d(y, place[next]), mpq_cmp(y, at) <= 0))
        next++;
    if (next == 0 || next == knots) {
        mpq_set_d(value, height[next == 0 ? 0 : next - 1]);
        return;
    }
    mpq_set_d(z, place[next - 1]);
    mpq_sub(y, y, z); /* the width, the next being in y */
    mpq_sub(value, at, z);
    mpq_div(value, value, y);
    mpq_set_d(y, height[next]);
    mpq_set_d(z, height[next - 1]);
    mpq_sub(y, y, z);
    mpq_mul(value, value, y);
    mpq_add(value, value, z);
}

static void start_of(size_t i, mpq_t start)
{
    mpq_set_d(start, c->start[i]);
    while (c->projects.starts_after != NULL && c->after[i] != i) {
        i = c->after[i];
        add_double(start, c->start[i]);
    }
}

/* x: what part of the capacity of project i is there at t. */
static void part_at(size_t i)
{
    static const double straight[] = {0, 1};
    const minrisk_shape *s = c->projects.shape == NULL ? NULL : &c->shapes[c->shape[i]];
    start_of(i, x);
    mpq_sub(x, t, x); /* years since the start */
    if (mpq_sgn(x) < 0) {
        mpq_set_ui(x, 0, 1);
        return;
    }
    mpq_set_d(y, c->ramp[i]);
    if (mpq_cmp(x, y) < 0) {
        mpq_div(d, x, y);
    } else {
        mpq_sub(x, x, y);
        if (c->projects.life != NULL && c->life[i] < infinity() &&
            (mpq_set_d(y, c->life[i]), mpq_cmp(x, y) >= 0)) {
            mpq_set_ui(x, 0, 1);
            return;
        }
        mpq_set_ui(d, 1, 1);
    }
    if (s == NULL)
        line_at(straight, straight, 2, d, x);
    else
        line_at(s->time, s->part, s->knots, d, x);
}

static void state_at(size_t condition, state *s)
{
    const minrisk_condition *k = &c->condition[condition];
    const minrisk_projects *p = &c->projects;
    for (size_t i = 0; i < PIPELINE_COUNTRIES; i++)
        mpq_set_ui(s->of[i], 0, 1);
    mpq_set_ui(s->sum, 0, 1);
    mpq_set_ui(s->whole, 0, 1);
    for (size_t i = 0; i < p->count; i++) {
        const uint32_t stage = p->stage == NULL ? 0 : c->stage[i];
        const uint32_t country = p->country == NULL ? 0 : c->country[i];
        if (stage != k->stage)
            continue;
        part_at(i);
        multiply_by(x, c->capacity[i]);
        multiply_by(x, p->share == NULL ? 1 : c->share[i]);
        multiply_by(x, p->stage_yield == NULL ? 1 : c->yield[stage]);
        mpq_add(s->whole, s->whole, x);
        multiply_by(x, k->weight == NULL ? 1 : k->weight[country]);
        mpq_add(s->of[country], s->of[country], x);
        mpq_add(s->sum, s->sum, x);
    }
    mpq_set_ui(s->need, 0, 1);
    mpq_set_ui(s->scrap, 0, 1);
    if (k->knots == 0)
        return;
    line_at(k->need_year, k->need, k->knots, t, s->need);
    mpq_set_d(x, k->substituted);
    mpq_set_ui(y, 1, 1);
    mpq_sub(x, y, x);
    mpq_mul(s->need, s->need, x);
    mpq_set_d(x, k->lifetime);
    mpq_sub(d, t, x);
    line_at(k->need_year, k->need, k->knots, d, s->scrap);
    multiply_by(s->scrap, k->recovered);
}

/* --- events ------------------------------------------------------------------------------------ */

static void note(const mpq_t time, const mpq_t from, const mpq_t to)
{
    if (mpq_cmp(time, from) >= 0 && mpq_cmp(time, to) <= 0)
        mpq_set(event[events++], time);
}

static void note_project(size_t i, const mpq_t from, const mpq_t to)
{
    static const double straight[] = {0, 1};
    const minrisk_shape *s = c->projects.shape == NULL ? NULL : &c->shapes[c->shape[i]];
    const double *time = s == NULL ? straight : s->time;
    for (size_t k = 0; k < (s == NULL ? 2 : s->knots); k++) {
        start_of(i, x);
        mpq_set_d(y, c->ramp[i]);
        multiply_by(y, time[k]);
        mpq_add(x, x, y);
        note(x, from, to);
    }
    if (c->projects.life != NULL && c->life[i] < infinity()) {
        add_double(x, c->life[i]);
        note(x, from, to);
    }
}

static int ascending(const void *left, const void *right)
{
    mpq_srcptr l = left, r = right;
    return mpq_cmp(l, r);
}

static void take_events(const mpq_t from, const mpq_t to)
{
    size_t kept = 0;
    events = 0;
    note(from, from, to);
    note(to, from, to);
    for (size_t i = 0; i < c->projects.count; i++)
        note_project(i, from, to);
    for (size_t i = 0; i < c->conditions; i++)
        for (size_t k = 0; k < c->condition[i].knots; k++) {
            mpq_set_d(x, c->condition[i].need_year[k]);
            note(x, from, to);
            add_double(x, c->condition[i].lifetime);
            note(x, from, to);
        }
    qsort(event, events, sizeof *event, ascending);
    for (size_t k = 1; k < events; k++) /* all of an instant are one */
        if (!mpq_equal(event[k], event[kept]))
            mpq_set(event[++kept], event[k]);
    events = kept + 1;
}

/* What at half way is `to`, from there on to the end. */
static void extend(mpq_t to, const mpq_t from)
{
    mpq_mul_2exp(to, to, 1);
    mpq_sub(to, to, from);
}

static void take_span(size_t k, size_t condition)
{
    span *s = &spans[k][condition];
    mpq_set(t, event[k]);
    state_at(condition, &s->from);
    if (k + 1 < events) {
        mpq_add(t, event[k], event[k + 1]);
        mpq_div_2exp(t, t, 1);
    }
    state_at(condition, &s->to);
    for (size_t i = 0; i < PIPELINE_COUNTRIES; i++)
        extend(s->to.of[i], s->from.of[i]);
    extend(s->to.sum, s->from.sum);
    extend(s->to.whole, s->from.whole);
    extend(s->to.need, s->from.need);
    extend(s->to.scrap, s->from.scrap);
}

void pipeline_oracle_take(const pipeline_case *of, double from, double to)
{
    c = of;
    mpq_set_d(lo, from);
    mpq_set_d(hi, to);
    take_events(lo, hi);
    for (size_t k = 0; k < events; k++)
        for (size_t i = 0; i < c->conditions; i++)
            take_span(k, i);
}

/* --- one condition from an event to the next --------------------------------------------------- */

/* What a share, or an HHI, is of into `out`. */
static void base_of(const minrisk_condition *k, const state *s, mpq_t out)
{
    mpq_set(out, k->knots > 0 ? s->need : k->kind == MINRISK_SHARE ? s->whole : s->sum);
}

static int is_of_base(const minrisk_condition *k)
{
    return k->kind == MINRISK_SHARE || k->kind == MINRISK_LARGEST_SHARE;
}

/* out: times the fraction, which the slack moves unless it is `fixed`. */
static void take_limit(const minrisk_condition *k, int fixed, mpq_t out)
{
    mpq_set_d(z, k->fraction);
    if (!fixed)
        mpq_add(z, z, part_more);
    mpq_mul(out, out, z);
}

/* out: by how much a line of the condition is met, its country's where it has one for each. */
static void margin_of(const minrisk_condition *k, const state *s, size_t country, mpq_t out)
{
    if (is_of_base(k)) {
        base_of(k, s, out);
        take_limit(k, k->knots > 0, out);
        if (k->knots > 0)
            mpq_add(out, out, slack);
        mpq_sub(out, out, k->kind == MINRISK_SHARE ? s->sum : s->of[country]);
        return;
    }
    mpq_set_d(x, k->fraction);
    if (k->kind == MINRISK_RELIANCE) {
        mpq_set_ui(y, 1, 1);
        mpq_sub(x, y, x);
    }
    mpq_mul(x, x, s->need);
    mpq_sub(out, s->sum, x);
    mpq_add(out, out, s->scrap);
    mpq_add(out, out, slack);
    if (k->kind == MINRISK_WITHOUT_ONE)
        mpq_sub(out, out, s->of[country]);
}

/* A line from a to b narrows the part of the span from lo to hi in which all are met. */
static void narrow_by_line(void)
{
    mpq_sub(d, a, b);
    if (mpq_sgn(a) < 0 && mpq_sgn(b) <= 0) {
        mpq_set_si(own_hi, -1, 1);
        return;
    }
    if (mpq_sgn(d) == 0)
        return;
    mpq_div(x, a, d); /* where it is 0 */
    if (mpq_sgn(d) < 0 && mpq_cmp(x, own_lo) > 0)
        mpq_set(own_lo, x);
    if (mpq_sgn(d) > 0 && mpq_cmp(x, own_hi) < 0)
        mpq_set(own_hi, x);
}

static void take_lines(const minrisk_condition *k, const span *s)
{
    const size_t lines =
        k->kind == MINRISK_LARGEST_SHARE || k->kind == MINRISK_WITHOUT_ONE ? PIPELINE_COUNTRIES : 1;
    for (size_t i = 0; i < lines; i++) {
        margin_of(k, &s->from, i, a);
        margin_of(k, &s->to, i, b);
        narrow_by_line();
    }
}

/* out: (f + slack) T^2 - sum of squares, at part x of the span. */
static void hhi_margin(const minrisk_condition *k, const span *s, const mpq_t part, mpq_t out)
{
    mpq_sub(out, s->to.sum, s->from.sum);
    mpq_mul(out, out, part);
    mpq_add(out, out, s->from.sum);
    mpq_mul(out, out, out);
    take_limit(k, 0, out);
    for (size_t i = 0; i < PIPELINE_COUNTRIES; i++) {
        mpq_sub(z, s->to.of[i], s->from.of[i]);
        mpq_mul(z, z, part);
        mpq_add(z, z, s->from.of[i]);
        mpq_mul(z, z, z);
        mpq_sub(out, out, z);
    }
}

/* Moves `met` and `not`, between which the margin changes its sign once, together; `met` stays. */
static void bisect_hhi(const minrisk_condition *k, const span *s, mpq_t met, mpq_t not )
{
    for (int i = 0; i < BISECTIONS; i++) {
        mpq_add(x, met, not );
        mpq_div_2exp(x, x, 1);
        hhi_margin(k, s, x, y);
        mpq_set(mpq_sgn(y) >= 0 ? met : not, x);
    }
}

/* x: where the margin, a at the beginning, b at the end and d half way, is largest, if that is
 * inside. */
static int has_top_inside(void)
{
    mpq_add(x, a, b);
    mpq_sub(x, x, d);
    mpq_sub(x, x, d); /* a half of the second power's coefficient, (2 a + 2 b - 4 d) / 2 */
    if (mpq_sgn(x) >= 0)
        return 0;
    mpq_mul_2exp(d, d, 2);
    mpq_sub(d, d, b);
    mpq_sub(d, d, a);
    mpq_sub(d, d, a);
    mpq_sub(d, d, a); /* the first power's, 4 d - 3 a - b */
    mpq_mul_2exp(x, x, 2);
    mpq_div(x, d, x);
    mpq_neg(x, x);
    mpq_set_ui(d, 1, 1);
    return mpq_sgn(x) > 0 && mpq_cmp(x, d) < 0;
}

/* The margin of a limit f T^2 - Q is met on one part: the root of Q is convex, T a line. */
static int take_hhi(const minrisk_condition *k, const span *s)
{
    mpq_t other;
    int narrow = 0;
    mpq_set_d(x, 0.5);
    hhi_margin(k, s, own_lo, a);
    hhi_margin(k, s, own_hi, b);
    hhi_margin(k, s, x, d);
    mpq_init(other);
    if (mpq_sgn(a) < 0 && mpq_sgn(b) < 0) {
        narrow = has_top_inside() && (hhi_margin(k, s, x, y), mpq_sgn(y) >= 0);
        if (!narrow) {
            mpq_set_si(own_hi, -1, 1);
        } else {
            const int touches = mpq_sgn(y) == 0;
            mpq_set(own_lo, x);
            mpq_set(own_hi, x);
            mpq_set_ui(other, 0, 1);
            if (!touches)
                bisect_hhi(k, s, own_lo, other);
            mpq_set_ui(other, 1, 1);
            if (!touches)
                bisect_hhi(k, s, own_hi, other);
        }
    } else if (mpq_sgn(a) < 0) {
        mpq_set(own_lo, own_hi);
        mpq_set_ui(other, 0, 1);
        bisect_hhi(k, s, own_lo, other);
    } else if (mpq_sgn(b) < 0) {
        mpq_set(other, own_hi);
        mpq_set(own_hi, own_lo);
        bisect_hhi(k, s, own_hi, other);
    }
    mpq_clear(other);
    return narrow;
}

/* Whether at least so many countries have supply in the span, if only from its end on. */
static int has_suppliers(const minrisk_condition *k, const span *s)
{
    uint32_t count = 0;
    for (size_t i = 0; i < PIPELINE_COUNTRIES; i++)
        count += mpq_sgn(s->from.of[i]) > 0 || mpq_sgn(s->to.of[i]) > 0;
    return count >= k->suppliers;
}

/* Whether a share is of no supply: all along, or at the beginning, where it is then that of later. */
static int is_of_nothing(const minrisk_condition *k, const span *s)
{
    if (k->knots > 0 || !(is_of_base(k) || k->kind == MINRISK_HHI_AT_MOST))
        return 0;
    base_of(k, &s->from, x);
    if (mpq_sgn(x) > 0)
        return 0;
    base_of(k, &s->to, x);
    if (mpq_sgn(x) <= 0)
        return 1;
    mpq_set_ui(x, 1, 1);
    if (k->kind == MINRISK_HHI_AT_MOST) {
        hhi_margin(k, s, x, y);
        return mpq_sgn(y) < 0;
    }
    for (size_t i = 0; i < (k->kind == MINRISK_SHARE ? 1 : PIPELINE_COUNTRIES); i++) {
        margin_of(k, &s->to, i, y);
        if (mpq_sgn(y) < 0)
            return 1;
    }
    return 0;
}

/* own_lo, own_hi: where a condition is met in a span; returns whether that is narrow. */
static int take_condition(size_t at, size_t condition)
{
    const minrisk_condition *k = &c->condition[condition];
    const span *s = &spans[at][condition];
    mpq_set_ui(own_lo, 0, 1);
    mpq_set_ui(own_hi, 1, 1);
    if (is_of_nothing(k, s) || (k->kind == MINRISK_SUPPLIERS && !has_suppliers(k, s)))
        mpq_set_si(own_hi, -1, 1);
    else if (k->kind == MINRISK_HHI_AT_MOST)
        return take_hhi(k, s);
    else if (k->kind == MINRISK_BRIDGED && mpq_cmp(bridged[condition], event[at]) > 0) {
        if (at + 1 == events || mpq_cmp(bridged[condition], event[at + 1]) >= 0) {
            mpq_set_si(own_hi, -1, 1);
        } else {
            mpq_sub(x, bridged[condition], event[at]);
            mpq_sub(y, event[at + 1], event[at]);
            mpq_div(own_lo, x, y);
        }
    } else if (k->kind != MINRISK_SUPPLIERS && k->kind != MINRISK_BRIDGED)
        take_lines(k, s);
    return 0;
}

/* --- what is lacking --------------------------------------------------------------------------- */

/* out: what is lacking from event k up to part `part` of its span. */
static void lack_of(size_t at, size_t condition, const mpq_t part, mpq_t out)
{
    minrisk_condition k = c->condition[condition];
    k.kind = k.kind == MINRISK_BRIDGED ? MINRISK_COVERAGE : k.kind;
    margin_of(&k, &spans[at][condition].from, 0, a);
    margin_of(&k, &spans[at][condition].to, 0, b);
    mpq_neg(a, a);
    mpq_neg(b, b);
    mpq_sub(d, b, a);
    mpq_mul(y, d, part);
    mpq_add(y, y, a); /* at the end of the part */
    mpq_set_ui(out, 0, 1);
    if (mpq_sgn(a) <= 0 && mpq_sgn(y) <= 0)
        return;
    if (mpq_sgn(a) < 0) { /* a triangle from where something begins to lack */
        mpq_mul(out, y, y);
        mpq_div(out, out, d);
    } else if (mpq_sgn(y) < 0) { /* one up to where nothing lacks */
        mpq_mul(out, a, a);
        mpq_div(out, out, d);
        mpq_neg(out, out);
    } else {
        mpq_add(out, a, y);
        mpq_mul(out, out, part);
    }
    mpq_div_2exp(out, out, 1);
    mpq_sub(y, event[at + 1], event[at]);
    mpq_mul(out, out, y);
}

/* When all that is lacking from then on is no more than the stock. */
static void find_bridged(size_t condition)
{
    mpq_t left, area, low, high, middle;
    mpq_inits(left, area, low, high, middle, (mpq_ptr)NULL);
    mpq_set_ui(high, 1, 1);
    for (size_t k = 0; k + 1 < events; k++) {
        lack_of(k, condition, high, area);
        mpq_add(left, left, area);
    }
    mpq_set_d(x, c->condition[condition].stock);
    mpq_sub(left, left, x); /* must be lacking before */
    mpq_set(bridged[condition], event[0]);
    for (size_t k = 0; k + 1 < events && mpq_sgn(left) > 0; k++) {
        lack_of(k, condition, high, area);
        if (mpq_cmp(area, left) < 0) {
            mpq_sub(left, left, area);
            continue;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            mpq_add(middle, low, high);
            mpq_div_2exp(middle, middle, 1);
            lack_of(k, condition, middle, area);
            mpq_set(mpq_cmp(area, left) < 0 ? low : high, middle);
        }
        mpq_sub(x, event[k + 1], event[k]);
        mpq_mul(x, x, high);
        mpq_add(bridged[condition], event[k], x);
        break;
    }
    mpq_clears(left, area, low, high, middle, (mpq_ptr)NULL);
}

double pipeline_oracle_deficit(size_t condition)
{
    double sum;
    mpq_t total, area, one;
    mpq_inits(total, area, one, (mpq_ptr)NULL);
    mpq_set_ui(one, 1, 1);
    mpq_set_ui(slack, 0, 1);
    for (size_t k = 0; k + 1 < events; k++) {
        lack_of(k, condition, one, area);
        mpq_add(total, total, area);
    }
    sum = mpq_get_d(total);
    mpq_clears(total, area, one, (mpq_ptr)NULL);
    return sum;
}

void pipeline_oracle_at(const pipeline_case *of, size_t condition, double time, double *supply,
                        double *need, double *all)
{
    state *s = &spans[0][0].from;
    c = of;
    mpq_set_d(t, time);
    state_at(condition, s);
    *supply = mpq_get_d(s->sum);
    *all = mpq_get_d(s->need);
    mpq_sub(x, s->need, s->scrap);
    *need = mpq_get_d(x);
}

/* --- the answer -------------------------------------------------------------------------------- */

/* lo, hi: where the conditions from `first` to before `last` are met between event k and the next,
 * in parts of the span; the next event itself belongs to the next span. */
static int met_in_span(size_t k, size_t first, size_t last, int *narrow)
{
    mpq_set_ui(lo, 0, 1);
    mpq_set_ui(hi, 1, 1);
    for (size_t i = first; i < last; i++) {
        *narrow |= take_condition(k, i);
        if (mpq_cmp(own_lo, lo) > 0)
            mpq_set(lo, own_lo);
        if (mpq_cmp(own_hi, hi) < 0)
            mpq_set(hi, own_hi);
    }
    mpq_set_ui(x, 1, 1);
    return mpq_cmp(lo, hi) <= 0 && mpq_cmp(lo, x) < 0;
}

static double place(size_t k, const mpq_t part)
{
    if (k + 1 == events)
        return mpq_get_d(event[k]);
    mpq_sub(x, event[k + 1], event[k]);
    mpq_mul(x, x, part);
    mpq_add(x, x, event[k]);
    return mpq_get_d(x);
}

static void add_window(pipeline_answer *answer, double from, double to, int joins)
{
    if (answer->windows > 0 && joins) {
        answer->end[answer->windows - 1] = to;
        return;
    }
    answer->begin[answer->windows] = from;
    answer->end[answer->windows++] = to;
}

static void find_shortest(pipeline_answer *answer)
{
    answer->shortest = 1e9;
    for (size_t i = 0; i < answer->windows; i++) {
        const double length = answer->end[i] - answer->begin[i];
        const double gap = i > 0 ? answer->begin[i] - answer->end[i - 1] : 1e9;
        if (length > 0 && length < answer->shortest)
            answer->shortest = length;
        answer->shortest = gap < answer->shortest ? gap : answer->shortest;
    }
}

static void set_slack(double of_scale)
{
    mpq_set_d(slack, of_scale);
    mpq_set(part_more, slack);
    multiply_by(slack, pipeline_scale(c));
}

pipeline_answer pipeline_oracle_answer(size_t condition, double of_scale)
{
    pipeline_answer answer = {0, {0}, {0}, 0, 0, 0};
    const size_t first = condition == PIPELINE_ALL ? 0 : condition;
    const size_t last = condition == PIPELINE_ALL ? c->conditions : condition + 1;
    int open = 0; /* met up to the event that comes next */
    set_slack(of_scale);
    for (size_t i = first; i < last; i++)
        if (c->condition[i].kind == MINRISK_BRIDGED)
            find_bridged(i);
    for (size_t k = 0; k < events; k++) {
        if (!met_in_span(k, first, last, &answer.narrow)) {
            open = 0;
            continue;
        }
        add_window(&answer, place(k, lo), place(k, hi), open && mpq_sgn(lo) == 0);
        mpq_set_ui(x, 1, 1);
        open = mpq_equal(hi, x);
        answer.to_horizon = k + 1 == events;
    }
    find_shortest(&answer);
    return answer;
}

int pipeline_oracle_defined(size_t condition)
{
    const minrisk_condition *k = &c->condition[condition];
    if (k->knots > 0 || !(is_of_base(k) || k->kind == MINRISK_HHI_AT_MOST))
        return 1;
    for (size_t i = 0; i < events; i++) {
        base_of(k, &spans[i][condition].from, x);
        base_of(k, &spans[i][condition].to, y);
        if (mpq_sgn(x) > 0 || mpq_sgn(y) > 0)
            return 1;
    }
    return 0;
}

int pipeline_oracle_is_event(double time)
{
    for (size_t k = 0; k < events; k++)
        if (mpq_get_d(event[k]) == time)
            return 1;
    return 0;
}
