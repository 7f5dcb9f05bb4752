/* SPDX-License-Identifier: MIT */
/* The sweep against fractions of GMP, which round nothing: random projects and conditions, with
 * ties, touches, closures, and events of one instant.
 *
 * Between two events every condition is straight, so that its value at the first and half way says
 * all of the span. The reference is asked twice, the second time with everything moved in favour of
 * the conditions by 1e-11 of the scale: where that changes nothing in kind, the answer is not a
 * matter of rounding, and the library must give the same status and windows, and times within 1e-9
 * of those of either. What is just met, such as a touch, must be met.
 *
 * MINRISK_NUMERIC_CASES=5000000 is the whole of it: 10,000 pipelines. */
#include <gmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

enum {
    CASES_PER_PIPELINE = 500,
    MOST = 8,
    KNOTS = 4,
    CONDITIONS = 3,
    COUNTRIES = 3,
    LINES = CONDITIONS * COUNTRIES,
    EVENTS = 3 * MOST + CONDITIONS * KNOTS + 2,
    WORK = 1000
};

static random_source source = {41};

static struct {
    size_t count, conditions;
    double start[MOST], ramp[MOST], capacity[MOST], life[MOST];
    uint32_t stage[MOST], country[MOST];
    minrisk_condition condition[CONDITIONS];
    double year[CONDITIONS][KNOTS], need[CONDITIONS][KNOTS], weight[CONDITIONS][COUNTRIES];
    double dwell, horizon;
    int on_ticks; /* times are whole 64ths, so that events meet */
} c;

/* --- drawing ----------------------------------------------------------------------------------- */

static double years(double most)
{
    const double x = most * random_unit(&source);
    return c.on_ticks ? (double)(int)(x * 64) / 64 : x;
}

static double amount(int most)
{
    return random_below(&source, 4) > 0 ? (double)random_below(&source, (uint64_t)most)
                                        : most * random_unit(&source);
}

static void draw_projects(void)
{
    c.count = random_size(&source, 0, MOST);
    for (size_t i = 0; i < c.count; i++) {
        const size_t twin = random_below(&source, i + 1);
        c.start[i] = years(12) - 2;
        c.ramp[i] = random_below(&source, 3) > 0 ? years(5) : 0;
        c.life[i] = random_below(&source, 3) > 0 ? years(8) : infinity();
        if (random_below(&source, 4) == 0) { /* at the very same times as another */
            c.start[i] = c.start[twin];
            c.ramp[i] = c.ramp[twin];
            c.life[i] = c.life[twin];
        }
        c.capacity[i] = amount(20);
        c.stage[i] = (uint32_t)random_below(&source, 2);
        c.country[i] = (uint32_t)random_below(&source, COUNTRIES);
    }
}

static void draw_condition(size_t i)
{
    static const int32_t kinds[] = {MINRISK_COVERAGE, MINRISK_COVERAGE,      MINRISK_RELIANCE,
                                    MINRISK_SHARE,    MINRISK_LARGEST_SHARE, MINRISK_WITHOUT_ONE};
    minrisk_condition condition = {.kind = kinds[random_below(&source, COUNT(kinds))],
                                   .need_year = c.year[i],
                                   .need = c.need[i],
                                   .weight = c.weight[i]};
    condition.stage = (uint32_t)random_below(&source, 2);
    condition.fraction = (double)random_below(&source, 5) / 4;
    condition.knots = random_size(&source, 1, KNOTS);
    for (size_t k = 0; k < condition.knots; k++) {
        c.year[i][k] = k == 0 ? years(4) - 1
                              : c.year[i][k - 1] + (random_below(&source, 4) > 0 ? years(5) : 0);
        c.need[i][k] = amount(40);
    }
    for (size_t k = 0; k < COUNTRIES; k++)
        c.weight[i][k] = random_below(&source, 3) > 0;
    c.condition[i] = condition;
}

static void draw(void)
{
    c.on_ticks = random_below(&source, 3) > 0;
    draw_projects();
    c.conditions = random_size(&source, 1, CONDITIONS);
    for (size_t i = 0; i < c.conditions; i++)
        draw_condition(i);
    c.dwell = random_below(&source, 2) ? 0 : years(4);
    c.horizon = random_below(&source, 16) > 0 ? years(20) : 0;
}

/* --- in fractions ------------------------------------------------------------------------------ */

static mpq_t event[EVENTS], t, x, y, slack;
static size_t events;

/* sum of sign times weighted supply, of one country or of all but one, and part times the need. */
typedef struct line {
    size_t condition, country; /* COUNTRIES: all of them */
    int sign, but_one;
    double part;
} line;

static line lines[LINES];
static size_t line_count;

static void add_line(size_t condition, size_t country, int sign, int but_one, double part)
{
    const line l = {condition, country, sign, but_one, part};
    lines[line_count++] = l;
}

static void take_lines(void)
{
    line_count = 0;
    for (size_t i = 0; i < c.conditions; i++) {
        const double f = c.condition[i].fraction;
        switch (c.condition[i].kind) {
        case MINRISK_COVERAGE:
            add_line(i, COUNTRIES, 1, 0, -f);
            break;
        case MINRISK_RELIANCE:
            add_line(i, COUNTRIES, 1, 0, f - 1);
            break;
        case MINRISK_SHARE:
            add_line(i, COUNTRIES, -1, 0, f);
            break;
        default:
            for (size_t k = 0; k < COUNTRIES; k++)
                if (c.condition[i].kind == MINRISK_LARGEST_SHARE)
                    add_line(i, k, -1, 0, f);
                else
                    add_line(i, k, 1, 1, -f);
        }
    }
}

/* x: what project i gives at t. */
static void supply_at(size_t i)
{
    mpq_set_d(y, c.start[i]);
    mpq_sub(x, t, y);
    if (mpq_sgn(x) < 0) {
        mpq_set_ui(x, 0, 1);
        return;
    }
    mpq_set_d(y, c.ramp[i]);
    if (mpq_cmp(x, y) < 0) {
        mpq_div(x, x, y);
    } else {
        mpq_sub(x, x, y);
        if (c.life[i] < infinity()) {
            mpq_set_d(y, c.life[i]);
            mpq_set_ui(x, mpq_cmp(x, y) < 0, 1);
        } else {
            mpq_set_ui(x, 1, 1);
        }
    }
    mpq_set_d(y, c.capacity[i]);
    mpq_mul(x, x, y);
}

/* x: the need of condition i at t. */
static void need_at(size_t i)
{
    const minrisk_condition *k = &c.condition[i];
    size_t next = 0;
    while (next < k->knots && (mpq_set_d(y, c.year[i][next]), mpq_cmp(y, t) <= 0))
        next++;
    if (next == 0 || next == k->knots) {
        mpq_set_d(x, c.need[i][next == 0 ? 0 : next - 1]);
        return;
    }
    mpq_t from, width;
    mpq_inits(from, width, (mpq_ptr)NULL);
    mpq_set_d(from, c.year[i][next - 1]);
    mpq_set_d(width, c.year[i][next]);
    mpq_sub(width, width, from);
    mpq_sub(x, t, from);
    mpq_div(x, x, width);
    mpq_set_d(from, c.need[i][next - 1]);
    mpq_set_d(y, c.need[i][next]);
    mpq_sub(y, y, from);
    mpq_mul(x, x, y);
    mpq_add(x, x, from);
    mpq_clears(from, width, (mpq_ptr)NULL);
}

/* out: how far a line is met at t, with the slack. */
static void value_at(const line *l, mpq_t out)
{
    const minrisk_condition *k = &c.condition[l->condition];
    need_at(l->condition);
    mpq_set_d(y, l->part);
    mpq_mul(out, x, y);
    mpq_add(out, out, slack);
    for (size_t i = 0; i < c.count; i++) {
        const int is_country = c.country[i] == l->country;
        if (c.stage[i] != k->stage || !(k->weight[c.country[i]] > 0) ||
            (l->country < COUNTRIES && is_country == l->but_one))
            continue;
        supply_at(i);
        if (l->sign > 0)
            mpq_add(out, out, x);
        else
            mpq_sub(out, out, x);
    }
}

static void note(double a, double b, double d)
{
    mpq_t sum;
    if (!(a < infinity() && b < infinity() && d < infinity()))
        return;
    mpq_init(sum);
    mpq_set_d(sum, a);
    mpq_set_d(y, b);
    mpq_add(sum, sum, y);
    mpq_set_d(y, d);
    mpq_add(sum, sum, y);
    mpq_set_d(y, c.horizon);
    if (mpq_sgn(sum) >= 0 && mpq_cmp(sum, y) <= 0)
        mpq_set(event[events++], sum);
    mpq_clear(sum);
}

static int ascending(const void *a, const void *b)
{
    mpq_srcptr left = a, right = b;
    return mpq_cmp(left, right);
}

static void take_events(void)
{
    events = 0;
    note(0, 0, 0);
    note(c.horizon, 0, 0);
    for (size_t i = 0; i < c.count; i++) {
        note(c.start[i], 0, 0);
        note(c.start[i], c.ramp[i], 0);
        note(c.start[i], c.ramp[i], c.life[i]);
    }
    for (size_t i = 0; i < c.conditions; i++)
        for (size_t k = 0; k < c.condition[i].knots; k++)
            note(c.year[i][k], 0, 0);
    qsort(event, events, sizeof *event, ascending);
}

/* --- the answer -------------------------------------------------------------------------------- */

typedef struct answer {
    size_t windows;
    double begin[EVENTS], end[EVENTS];
    int to_horizon;  /* the last window does not end */
    double shortest; /* of windows and what is between them, but for touches */
} answer;

static void add_span(answer *a, double from, double to, int joins)
{
    if (a->windows > 0 && joins) {
        a->end[a->windows - 1] = to;
        return;
    }
    a->begin[a->windows] = from;
    a->end[a->windows++] = to;
}

/* Between event k and the next: where all lines are met, from lo to hi in parts of the span; the
 * next event itself belongs to the next span. Returns whether there is such a part. */
static int met_in_span(size_t k, mpq_t lo, mpq_t hi)
{
    static mpq_t now, half, rise;
    static int open;
    if (!open)
        mpq_inits(now, half, rise, (mpq_ptr)NULL);
    open = 1;
    mpq_set_ui(lo, 0, 1);
    mpq_set_ui(hi, 1, 1);
    for (size_t i = 0; i < line_count; i++) {
        mpq_set(t, event[k]);
        value_at(&lines[i], now);
        if (k + 1 == events) {
            if (mpq_sgn(now) < 0)
                return 0;
            continue;
        }
        mpq_add(t, event[k], event[k + 1]);
        mpq_div_2exp(t, t, 1);
        value_at(&lines[i], half);
        mpq_sub(rise, half, now);
        mpq_mul_2exp(rise, rise, 1);
        if (mpq_sgn(rise) == 0) {
            if (mpq_sgn(now) < 0)
                return 0;
            continue;
        }
        mpq_div(half, now, rise); /* the line is 0 at minus this */
        mpq_neg(half, half);
        if (mpq_sgn(rise) > 0 && mpq_cmp(half, lo) > 0)
            mpq_set(lo, half);
        if (mpq_sgn(rise) < 0 && mpq_cmp(half, hi) < 0)
            mpq_set(hi, half);
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

static answer answer_with(double slack_of)
{
    answer a = {0, {0}, {0}, 0, 1e9};
    int open = 0; /* met up to the event that comes next */
    mpq_t lo, hi;
    mpq_inits(lo, hi, (mpq_ptr)NULL);
    mpq_set_d(slack, slack_of);
    for (size_t k = 0; k < events; k++) {
        if (k + 1 < events && mpq_equal(event[k], event[k + 1]))
            continue; /* all events of an instant at once */
        if (!met_in_span(k, lo, hi)) {
            open = 0;
            continue;
        }
        add_span(&a, place(k, lo), place(k, hi), open && mpq_sgn(lo) == 0);
        mpq_set_ui(x, 1, 1);
        open = mpq_equal(hi, x);
        a.to_horizon = k + 1 == events;
    }
    for (size_t i = 0; i < a.windows; i++) {
        const double length = a.end[i] - a.begin[i];
        const double gap = i > 0 ? a.begin[i] - a.end[i - 1] : 1e9;
        a.shortest = length > 0 && length < a.shortest ? length : a.shortest;
        a.shortest = gap < a.shortest ? gap : a.shortest;
    }
    mpq_clears(lo, hi, (mpq_ptr)NULL);
    return a;
}

/* --- comparison -------------------------------------------------------------------------------- */

static double scale(void)
{
    double sum = 0;
    for (size_t i = 0; i < c.count; i++)
        sum += c.capacity[i];
    for (size_t i = 0; i < c.conditions; i++)
        for (size_t k = 0; k < c.condition[i].knots; k++)
            sum = c.need[i][k] > sum ? c.need[i][k] : sum;
    return sum;
}

static void assert_between(double got, double a, double b)
{
    const double low = a < b ? a : b, high = a < b ? b : a;
    if (!(got >= low - 1e-9 && got <= high + 1e-9))
        fail_msg("%.17g is not between %.17g and %.17g", got, low, high);
}

static double total(const answer *a)
{
    double sum = 0;
    for (size_t i = 0; i < a->windows; i++)
        sum += a->end[i] - a->begin[i];
    return sum;
}

/* The first window that lasts, or that runs to the horizon; windows if none. */
static size_t lasting(const answer *a)
{
    size_t i = 0;
    while (i < a->windows && a->end[i] - a->begin[i] < c.dwell &&
           !(a->to_horizon && i + 1 == a->windows))
        i++;
    return i;
}

static void compare(const answer *a, const answer *more, const minrisk_when *w)
{
    const size_t last = a->windows - 1, kept = lasting(a);
    assert_int_equal(w->windows, a->windows);
    assert_between(w->satisfied, total(a), total(more));
    if (a->windows == 0) {
        assert_int_equal(w->status, MINRISK_NOT_WITHIN_HORIZON);
        return;
    }
    assert_int_equal(w->status, a->begin[0] > 0 ? MINRISK_REACHED : MINRISK_ALREADY);
    assert_between(w->first, a->begin[0], more->begin[0]);
    assert_int_equal(!(w->known & MINRISK_KNOWS_LOST), a->to_horizon && last == 0);
    if (w->known & MINRISK_KNOWS_LOST)
        assert_between(w->lost, a->end[0], more->end[0]);
    assert_int_equal(!(w->known & MINRISK_KNOWS_PERMANENT), !a->to_horizon);
    if (a->to_horizon)
        assert_between(w->permanent, a->begin[last], more->begin[last]);
    if (kept == lasting(more)) {
        assert_int_equal(!(w->known & MINRISK_KNOWS_SUSTAINED), kept == a->windows);
        if (kept < a->windows)
            assert_between(w->sustained, a->begin[kept], more->begin[kept]);
    }
}

/* Nothing in kind depends on the slack. */
static int is_clear(const answer *a, const answer *more)
{
    return a->windows == more->windows && a->to_horizon == more->to_horizon && a->shortest > 1e-9 &&
           more->shortest > 1e-9 && (a->windows == 0 || (a->begin[0] > 0) == (more->begin[0] > 0));
}

static minrisk_when met(void)
{
    static double work[WORK];
    minrisk_projects p = {.count = c.count,
                          .start = c.start,
                          .ramp = c.ramp,
                          .capacity = c.capacity,
                          .life = c.life,
                          .stage = c.stage,
                          .country = c.country,
                          .countries = COUNTRIES};
    minrisk_when when;
    assert_int_equal(
        minrisk_when_met(&p, c.condition, c.conditions, c.dwell, c.horizon, work, WORK, &when),
        MINRISK_OK);
    return when;
}

static void pipelines(void **state)
{
    const size_t cases = numeric_cases() / CASES_PER_PIPELINE;
    size_t clear = 0, touches = 0, several = 0;
    (void)state;
    for (size_t i = 0; i < EVENTS; i++)
        mpq_init(event[i]);
    mpq_inits(t, x, y, slack, (mpq_ptr)NULL);
    for (size_t i = 0; i < cases; i++) {
        answer exact, more, less;
        minrisk_when when;
        draw();
        take_events();
        take_lines();
        exact = answer_with(0);
        more = answer_with(1e-11 * scale());
        less = answer_with(-1e-11 * scale());
        when = met();
        if (!is_clear(&exact, &more))
            continue;
        compare(&exact, &more, &when);
        clear++;
        touches += exact.windows != less.windows;
        several += exact.windows > 1;
    }
    mpq_clears(t, x, y, slack, (mpq_ptr)NULL);
    for (size_t i = 0; i < EVENTS; i++)
        mpq_clear(event[i]);
    print_message("%zu pipelines, %zu clear, %zu of them just met, %zu of several windows\n", cases,
                  clear, touches, several);
    assert_true(clear > cases / 2 && touches > cases / 50 && several > cases / 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pipelines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
