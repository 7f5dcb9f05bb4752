/* SPDX-License-Identifier: MIT */
/* The sweep against an evaluation that shares nothing with it: all events on a grid of 1/16 year,
 * all slopes dyadic, so that supply and need are exact doubles at every point of the grid and
 * straight in between. Each step of the grid is looked at for itself. */
#include <string.h>

#include "minrisk.h"
#include "support/random.h"
#include "support/when.h"

enum { TICKS = 16, MOST = 10, KNOTS = 5, CONDITIONS = 3, SPELLS = 1000, ROUNDS = 10000 };

static random_source source;

static struct {
    size_t count;
    double start[MOST], ramp[MOST], capacity[MOST], life[MOST], share[MOST];
    uint32_t stage[MOST];
    minrisk_condition condition[CONDITIONS];
    double year[CONDITIONS][KNOTS], need[CONDITIONS][KNOTS];
    size_t conditions;
    double dwell, horizon;
} s;

/* --- drawing ---------------------------------------------------------------------------------- */

static double years(uint64_t most_ticks)
{
    return (double)random_below(&source, most_ticks + 1) / TICKS;
}

static double power_of_two_ticks(void)
{
    return power_of_two((int)random_below(&source, 7)) / TICKS;
}

static void draw_project(size_t i)
{
    s.start[i] = years(180) - 2;
    s.ramp[i] = random_below(&source, 3) ? power_of_two_ticks() : 0;
    s.capacity[i] = (double)random_below(&source, 40);
    s.life[i] = random_below(&source, 3) ? years(100) : infinity();
    s.share[i] = (double)random_below(&source, 5) / 4;
    s.stage[i] = (uint32_t)random_below(&source, 2);
}

/* The years between two knots are a power of two, or none: a step. */
static void draw_condition(uint32_t c)
{
    minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                   .stage = 0,
                                   .fraction = 0,
                                   .knots = 0,
                                   .need_year = s.year[c],
                                   .need = s.need[c]};
    condition.stage = (uint32_t)random_below(&source, 2);
    condition.fraction = (double)(1 + random_below(&source, 4)) / 4;
    condition.knots = random_size(&source, 1, KNOTS);
    s.year[c][0] = years(100) - 2;
    for (size_t i = 1; i < condition.knots; i++)
        s.year[c][i] = s.year[c][i - 1] + (random_below(&source, 3) ? power_of_two_ticks() : 0);
    for (size_t i = 0; i < condition.knots; i++)
        s.need[c][i] = (double)random_below(&source, 60);
    s.condition[c] = condition;
}

static void draw(size_t conditions)
{
    s.count = random_size(&source, 0, MOST);
    s.conditions = conditions;
    s.horizon = years(200);
    s.dwell = random_below(&source, 2) ? years(40) : 0;
    for (size_t i = 0; i < s.count; i++)
        draw_project(i);
    for (uint32_t c = 0; c < conditions; c++)
        draw_condition(c);
}

/* --- the other evaluation --------------------------------------------------------------------- */

/* Supply of a project at t and just before it: two limits, from above and from below. */
static double project_at(size_t i, double t, int before)
{
    double full = s.start[i] + s.ramp[i], end = full + s.life[i];
    double capacity = s.capacity[i] * s.share[i];
    if (before ? t <= s.start[i] : t < s.start[i])
        return 0;
    if (before ? t > end : t >= end)
        return 0;
    return t >= full ? capacity : capacity * ((t - s.start[i]) / s.ramp[i]);
}

/* Of several knots at t, the last counts from above and the first from below. */
static double need_at(const minrisk_condition *c, double t, int before)
{
    size_t next = 0;
    while (next < c->knots && (before ? c->need_year[next] < t : c->need_year[next] <= t))
        next++;
    if (next == 0)
        return c->need[0];
    if (next == c->knots)
        return c->need[c->knots - 1];
    return c->need[next - 1] +
           (c->need[next] - c->need[next - 1]) *
               ((t - c->need_year[next - 1]) / (c->need_year[next] - c->need_year[next - 1]));
}

static double margin(const minrisk_condition *c, double t, int before)
{
    double supply = 0;
    for (size_t i = 0; i < s.count; i++)
        if (s.stage[i] == c->stage)
            supply += project_at(i, t, before);
    return supply - c->fraction * need_at(c, t, before);
}

typedef struct spell {
    double begin, end;
    int open; /* the end itself is not part of it */
} spell;

typedef struct spells {
    size_t n;
    spell spell[SPELLS];
    int doubtful; /* two crossings so close that rounding decides */
} spells;

/* When margin, a at the beginning of a step and b at its end, is not negative. */
static int satisfied_in_step(double a, double b, double t, spell *out)
{
    const double step = 1.0 / TICKS;
    out->begin = t;
    out->end = t + step;
    out->open = 1;
    if (a < 0 && b <= 0)
        return 0;
    if (a < 0)
        out->begin = t + step * (a / (a - b));
    if (a >= 0 && b < 0) {
        out->end = t + step * (a / (a - b));
        out->open = 0;
    }
    return 1;
}

/* Several conditions in one step: the part that they have in common. */
static int common_in_step(const minrisk_condition *c, size_t n, double t, spell *out, int *doubtful)
{
    const double step = 1.0 / TICKS;
    int found = satisfied_in_step(margin(c, t, 0), margin(c, t + step, 1), t, out);
    for (size_t i = 1; i < n && found; i++) {
        spell one;
        found = satisfied_in_step(margin(&c[i], t, 0), margin(&c[i], t + step, 1), t, &one);
        if (!found)
            break;
        out->begin = one.begin > out->begin ? one.begin : out->begin;
        if (one.end < out->end) {
            out->end = one.end;
            out->open = one.open;
        }
        if (out->begin > t && out->begin - out->end < 1e-9 && out->end - out->begin < 1e-9)
            *doubtful = 1;
        found = out->begin < out->end || (!out->open && out->begin <= out->end);
    }
    return found;
}

static void append(spells *list, const spell *one)
{
    spell *last = list->n > 0 ? &list->spell[list->n - 1] : NULL;
    if (last != NULL && last->open && last->end >= one->begin) {
        last->end = one->end;
        last->open = one->open;
        return;
    }
    assert_true(list->n < SPELLS);
    list->spell[list->n++] = *one;
}

static int holds_at(const minrisk_condition *c, size_t n, double t)
{
    for (size_t i = 0; i < n; i++)
        if (margin(&c[i], t, 0) < 0)
            return 0;
    return 1;
}

static void find_spells(const minrisk_condition *c, size_t n, spells *list)
{
    const long steps = (long)(s.horizon * TICKS);
    const spell at_horizon = {s.horizon, s.horizon, 0};
    memset(list, 0, sizeof *list);
    for (long i = 0; i < steps; i++) {
        spell one;
        if (common_in_step(c, n, (double)i / TICKS, &one, &list->doubtful))
            append(list, &one);
    }
    if (holds_at(c, n, s.horizon))
        append(list, &at_horizon);
}

/* Supply that drops at the very horizon is lost there: such a spell does not last. */
static int lasts(const spell *one)
{
    return one->end >= s.horizon && !one->open;
}

static minrisk_when expected_when(const spells *list)
{
    minrisk_when w;
    memset(&w, 0, sizeof w);
    w.status = list->n == 0               ? MINRISK_NOT_WITHIN_HORIZON
               : list->spell[0].begin > 0 ? MINRISK_REACHED
                                          : MINRISK_ALREADY;
    w.windows = (uint32_t)list->n;
    w.known = MINRISK_KNOWS_SATISFIED;
    for (size_t i = list->n; i-- > 0;) {
        const spell *one = &list->spell[i];
        w.satisfied += one->end - one->begin;
        if (lasts(one)) {
            w.permanent = one->begin;
            w.known |= MINRISK_KNOWS_PERMANENT;
        }
        if (lasts(one) || one->end - one->begin >= s.dwell) {
            w.sustained = one->begin;
            w.known |= MINRISK_KNOWS_SUSTAINED;
        }
        w.first = one->begin;
        w.lost = one->end;
        w.known |= MINRISK_KNOWS_FIRST;
    }
    if (list->n > 0 && !lasts(&list->spell[0]))
        w.known |= MINRISK_KNOWS_LOST;
    return w;
}

/* --- the library ------------------------------------------------------------------------------ */

static double work[2000];

static minrisk_when met(size_t first, size_t n)
{
    const minrisk_projects projects = {.count = s.count,
                                       .start = s.start,
                                       .ramp = s.ramp,
                                       .capacity = s.capacity,
                                       .life = s.life,
                                       .share = s.share,
                                       .stage = s.stage};
    minrisk_when when;
    assert_int_equal(minrisk_when_met(&projects, s.condition + first, n, s.dwell, s.horizon, work,
                                      COUNT(work), &when),
                     MINRISK_OK);
    assert_when_coherent(&when, s.horizon);
    return when;
}

static minrisk_when covered(void)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_covered(s.start, s.ramp, s.capacity, s.life, s.count, s.year[0],
                                          s.need[0], s.condition[0].knots, s.dwell, s.horizon, work,
                                          COUNT(work), &when),
                     MINRISK_OK);
    assert_when_coherent(&when, s.horizon);
    return when;
}

static void assert_member(const minrisk_when *expected, uint32_t bit, double actual, double wanted)
{
    if (expected->known & bit)
        assert_near(actual, wanted, 1e-9);
}

static void assert_agrees(const minrisk_when *got, const minrisk_when *w)
{
    const uint32_t times = MINRISK_KNOWS_FIRST | MINRISK_KNOWS_SUSTAINED | MINRISK_KNOWS_PERMANENT |
                           MINRISK_KNOWS_LOST | MINRISK_KNOWS_SATISFIED;
    assert_int_equal(got->status, w->status);
    assert_int_equal(got->windows, w->windows);
    assert_int_equal(got->known & times, w->known);
    assert_member(w, MINRISK_KNOWS_FIRST, got->first, w->first);
    assert_member(w, MINRISK_KNOWS_SUSTAINED, got->sustained, w->sustained);
    assert_member(w, MINRISK_KNOWS_PERMANENT, got->permanent, w->permanent);
    assert_member(w, MINRISK_KNOWS_LOST, got->lost, w->lost);
    assert_member(w, MINRISK_KNOWS_SATISFIED, got->satisfied, w->satisfied);
}

/* --- the properties --------------------------------------------------------------------------- */

static void one_condition(void **state)
{
    static spells list;
    size_t reached = 0, several = 0;
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        minrisk_when got, w;
        draw(1);
        find_spells(s.condition, 1, &list);
        w = expected_when(&list);
        got = met(0, 1);
        assert_agrees(&got, &w);
        reached += w.status == MINRISK_REACHED;
        several += w.windows > 1;
    }
    assert_true(reached > ROUNDS / 10);
    assert_true(several > ROUNDS / 20);
}

/* Which condition was met last: each alone, by the spell that the first common one lies in. */
static uint32_t last_met(const spells *common)
{
    static spells own;
    uint32_t last = 0;
    double latest = -1;
    for (uint32_t c = 0; c < s.conditions; c++) {
        double begin = infinity();
        find_spells(&s.condition[c], 1, &own);
        for (size_t i = own.n; i-- > 0;)
            if (common->n == 0 || own.spell[i].begin <= common->spell[0].begin + 1e-9) {
                begin = own.spell[i].begin;
                if (common->n > 0)
                    break;
            }
        if (begin > latest + 1e-9) {
            latest = begin;
            last = c;
        }
    }
    return last;
}

static void several_conditions(void **state)
{
    static spells list;
    size_t reached = 0, several = 0, doubtful = 0;
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        minrisk_when got, w;
        draw(random_size(&source, 2, CONDITIONS));
        find_spells(s.condition, s.conditions, &list);
        if (list.doubtful) {
            doubtful++;
            continue;
        }
        w = expected_when(&list);
        got = met(0, s.conditions);
        assert_agrees(&got, &w);
        assert_int_equal(got.binding, last_met(&list));
        reached += w.status == MINRISK_REACHED;
        several += w.windows > 1;
    }
    assert_true(reached > ROUNDS / 20);
    assert_true(several > ROUNDS / 40);
    assert_true(doubtful < ROUNDS / 20);
}

static void all_to_one_stage(void)
{
    draw(1);
    for (size_t i = 0; i < s.count; i++) {
        s.stage[i] = 0;
        s.share[i] = 1;
    }
    s.condition[0].stage = 0;
    s.condition[0].fraction = 1;
}

/* Any figures, not only those of the grid. */
static void blur(void)
{
    for (size_t i = 0; i < s.count; i++) {
        s.start[i] += random_unit(&source);
        s.ramp[i] *= random_unit(&source);
        s.capacity[i] *= random_unit(&source);
    }
}

static void assert_same_when(const minrisk_when *a, const minrisk_when *b)
{
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->windows, b->windows);
    assert_int_equal(a->assumptions, b->assumptions);
    assert_double(a->first, b->first);
    assert_double(a->sustained, b->sustained);
    assert_double(a->permanent, b->permanent);
    assert_double(a->lost, b->lost);
    assert_double(a->satisfied, b->satisfied);
}

static void one_condition_is_coverage(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        minrisk_when a, b;
        all_to_one_stage();
        blur();
        a = covered();
        b = met(0, 1);
        assert_same_when(&a, &b);
    }
}

static void swap(double *x, size_t i, size_t j)
{
    double kept = x[i];
    x[i] = x[j];
    x[j] = kept;
}

static void order_of_projects_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        minrisk_when before, after;
        all_to_one_stage();
        blur();
        before = covered();
        for (size_t i = s.count; i > 1; i--) {
            size_t j = (size_t)random_below(&source, i);
            swap(s.start, i - 1, j);
            swap(s.ramp, i - 1, j);
            swap(s.capacity, i - 1, j);
            swap(s.life, i - 1, j);
        }
        after = covered();
        assert_same_when(&before, &after);
    }
}

/* More supply never delays the first time, nor does less need. */
static void more_is_never_later(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        minrisk_when before, after;
        all_to_one_stage();
        blur();
        before = covered();
        for (size_t i = 0; i < s.count; i++)
            s.capacity[i] *= 1.5;
        after = covered();
        if (before.known & MINRISK_KNOWS_FIRST) {
            assert_true(after.known & MINRISK_KNOWS_FIRST);
            assert_true(after.first <= before.first + 1e-9);
        }
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 20261123;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_condition),
        cmocka_unit_test(several_conditions),
        cmocka_unit_test(one_condition_is_coverage),
        cmocka_unit_test(order_of_projects_does_not_show),
        cmocka_unit_test(more_is_never_later),
    };
    return cmocka_run_group_tests_name("property_pipeline", tests, seed, NULL);
}
