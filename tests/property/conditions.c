/* SPDX-License-Identifier: MIT */
/* Every kind of condition against its definition, asked at single times: supply of each country
 * from the projects one by one, in plain doubles. Where no rounding can explain a difference, the
 * answer's spells must contain the time, or not; and their total must be that of the samples. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/random.h"
#include "support/when.h"

enum {
    MOST = 9,
    COUNTRIES = 4,
    STAGES = 2,
    SHAPES = 3,
    KNOTS = 4,
    SAMPLES = 1500,
    ROUNDS = 800,
    WORK = 4000
};

static random_source source;

static struct {
    double start[MOST], ramp[MOST], capacity[MOST], life[MOST], share[MOST];
    uint32_t stage[MOST], country[MOST], shape[MOST];
    size_t after[MOST];
    double time[SHAPES][KNOTS], part[SHAPES][KNOTS], yield[STAGES];
    minrisk_shape shapes[SHAPES];
    minrisk_projects projects;
    double year[KNOTS], need[KNOTS], weight[COUNTRIES];
    minrisk_condition condition;
    double horizon;
} s;

/* --- drawing ---------------------------------------------------------------------------------- */

static double between(double low, double high)
{
    return low + (high - low) * random_unit(&source);
}

static int one_in(uint64_t n)
{
    return random_below(&source, n) == 0;
}

static void draw_shape(size_t k)
{
    size_t knots = random_size(&source, 2, KNOTS);
    for (size_t i = 0; i < knots; i++) {
        s.time[k][i] = (double)i / (double)(knots - 1);
        s.part[k][i] = (double)random_below(&source, 9) / 8;
    }
    if (knots > 2 && one_in(3))
        s.time[k][1] = s.time[k][2]; /* a step */
    s.shapes[k].knots = knots;
    s.shapes[k].time = s.time[k];
    s.shapes[k].part = s.part[k];
}

static void draw_projects(void)
{
    size_t n = random_size(&source, 0, MOST);
    memset(&s.projects, 0, sizeof s.projects);
    for (size_t i = 0; i < n; i++) {
        s.start[i] = one_in(3) ? -1 : between(-3, 15);
        s.ramp[i] = one_in(3) ? 0 : between(0, 12);
        s.capacity[i] = one_in(8) ? 0 : (double)random_below(&source, 50);
        s.life[i] = one_in(2) ? infinity() : between(0, 15);
        s.share[i] = (double)random_below(&source, 5) / 4;
        s.stage[i] = (uint32_t)random_below(&source, STAGES);
        s.country[i] = (uint32_t)random_below(&source, COUNTRIES);
        s.shape[i] = (uint32_t)random_below(&source, SHAPES);
        s.after[i] = random_size(&source, 0, i);
    }
    for (size_t k = 0; k < SHAPES; k++)
        draw_shape(k);
    for (size_t k = 0; k < STAGES; k++)
        s.yield[k] = (double)random_below(&source, 5) / 4;
    s.projects.count = n;
    s.projects.start = s.start;
    s.projects.ramp = s.ramp;
    s.projects.capacity = s.capacity;
    s.projects.life = one_in(3) ? NULL : s.life;
    s.projects.share = one_in(2) ? NULL : s.share;
    s.projects.stage = one_in(2) ? NULL : s.stage;
    s.projects.country = one_in(4) ? NULL : s.country;
    s.projects.countries = COUNTRIES;
    s.projects.shape = one_in(2) ? NULL : s.shape;
    s.projects.shapes = s.shapes;
    s.projects.shape_count = SHAPES;
    s.projects.starts_after = one_in(2) ? NULL : s.after;
    s.projects.stage_yield = one_in(2) ? NULL : s.yield;
    s.projects.stages = STAGES;
}

static int has_need(int32_t kind)
{
    return kind != MINRISK_HHI_AT_MOST && kind != MINRISK_SUPPLIERS;
}

static int may_lack_need(int32_t kind)
{
    return kind == MINRISK_SHARE || kind == MINRISK_LARGEST_SHARE;
}

static void draw_condition(int32_t kind)
{
    minrisk_condition c;
    memset(&c, 0, sizeof c);
    c.kind = kind;
    c.stage = one_in(4) ? 1 : 0;
    c.fraction = one_in(6) ? 0 : random_unit(&source);
    for (size_t i = 0; i < KNOTS; i++) {
        s.year[i] = (i > 0 ? s.year[i - 1] : -2) + (one_in(4) ? 0 : between(0, 8));
        s.need[i] = (double)random_below(&source, 60);
    }
    for (size_t i = 0; i < COUNTRIES; i++)
        s.weight[i] = (double)random_below(&source, 3) / 2;
    if (has_need(kind) && !(may_lack_need(kind) && one_in(2))) {
        c.knots = random_size(&source, 1, KNOTS);
        c.need_year = s.year;
        c.need = s.need;
        c.substituted = one_in(2) ? 0 : random_unit(&source) / 2;
        if (!may_lack_need(kind) && one_in(2)) {
            c.recovered = random_unit(&source) / 2;
            c.lifetime = between(0, 10);
        }
    }
    c.weight = one_in(3) ? NULL : s.weight;
    c.stock = between(0, 200);
    c.suppliers = (uint32_t)random_size(&source, 1, 3);
    s.condition = c;
}

/* --- the definition --------------------------------------------------------------------------- */

static double start_of(size_t i)
{
    double start = s.start[i];
    while (s.projects.starts_after != NULL && s.after[i] != i) {
        i = s.after[i];
        start += s.start[i];
    }
    return start;
}

static double part_of_capacity(size_t i, double x)
{
    static const double straight[] = {0, 1};
    const minrisk_shape *shape = s.projects.shape == NULL ? NULL : &s.shapes[s.shape[i]];
    const double *time = shape ? shape->time : straight, *part = shape ? shape->part : straight;
    size_t knots = shape ? shape->knots : 2, k = 0;
    while (k < knots && time[k] <= x)
        k++;
    if (k == knots)
        return part[knots - 1];
    return part[k - 1] + (part[k] - part[k - 1]) * ((x - time[k - 1]) / (time[k] - time[k - 1]));
}

static double supply_of(size_t i, double t)
{
    double start = start_of(i), end = start + s.ramp[i];
    if (t < start || (s.projects.life != NULL && t >= end + s.life[i]))
        return 0;
    return s.capacity[i] * (s.projects.share == NULL ? 1 : s.share[i]) *
           (s.projects.stage_yield == NULL ? 1
                                           : s.yield[s.projects.stage == NULL ? 0 : s.stage[i]]) *
           part_of_capacity(i, t >= end ? 1 : (t - start) / s.ramp[i]);
}

static double line_at(double t)
{
    const minrisk_condition *c = &s.condition;
    size_t next = 0;
    while (next < c->knots && c->need_year[next] <= t)
        next++;
    if (next == 0 || next == c->knots)
        return c->need[next == 0 ? 0 : next - 1];
    return c->need[next - 1] +
           (c->need[next] - c->need[next - 1]) *
               ((t - c->need_year[next - 1]) / (c->need_year[next] - c->need_year[next - 1]));
}

/* Supply by country, weighted, and all of it without weights. */
static double supplies_at(double t, double *by_country, double *whole)
{
    double sum = 0;
    *whole = 0;
    memset(by_country, 0, COUNTRIES * sizeof *by_country);
    for (size_t i = 0; i < s.projects.count; i++) {
        uint32_t country = s.projects.country == NULL ? 0 : s.country[i];
        double supply = supply_of(i, t);
        if ((s.projects.stage == NULL ? 0 : s.stage[i]) != s.condition.stage)
            continue;
        *whole += supply;
        supply *= s.condition.weight == NULL ? 1 : s.weight[country];
        by_country[country] += supply;
        sum += supply;
    }
    return sum;
}

/* By how much of a scale the condition holds, or fails where negative. */
static double margin_at(double t)
{
    const minrisk_condition *c = &s.condition;
    double by_country[COUNTRIES], whole, sum = supplies_at(t, by_country, &whole);
    double need = c->knots ? line_at(t) * (1 - c->substituted) : 0;
    double scrap = c->knots ? line_at(t - c->lifetime) * c->recovered : 0;
    double base = c->fraction * (c->knots ? need : c->kind == MINRISK_SHARE ? whole : sum);
    double largest = 0, squares = 0, scale = 1 + sum + need;
    uint32_t suppliers = 0;
    for (size_t i = 0; i < COUNTRIES; i++) {
        largest = by_country[i] > largest ? by_country[i] : largest;
        squares += by_country[i] * by_country[i];
        suppliers += by_country[i] > 0;
    }
    switch (c->kind) {
    case MINRISK_COVERAGE:
        return (sum + scrap - c->fraction * need) / scale;
    case MINRISK_RELIANCE:
        return (c->fraction * need - (need - sum - scrap)) / scale;
    case MINRISK_SHARE:
        return c->knots == 0 && whole <= 0 ? -1 : (base - sum) / scale;
    case MINRISK_LARGEST_SHARE:
        return c->knots == 0 && sum <= 0 ? -1 : (base - largest) / scale;
    case MINRISK_WITHOUT_ONE:
        return (sum - largest + scrap - c->fraction * need) / scale;
    case MINRISK_HHI_AT_MOST:
        return sum <= 0 ? -1 : (c->fraction * sum * sum - squares) / (scale * scale);
    default:
        return suppliers >= c->suppliers ? 1 : -1;
    }
}

/* --- the comparison --------------------------------------------------------------------------- */

static int knows(const minrisk_when *w, uint32_t bit)
{
    return (w->known & bit) != 0;
}

static void assert_sample(const minrisk_when *w, double t, double margin)
{
    if (margin > 1e-9)
        assert_true(knows(w, MINRISK_KNOWS_FIRST) && w->first <= t);
    if (margin < -1e-9 && knows(w, MINRISK_KNOWS_PERMANENT))
        assert_true(t < w->permanent);
    if (margin < -1e-9 && knows(w, MINRISK_KNOWS_FIRST))
        assert_true(t < w->first || (knows(w, MINRISK_KNOWS_LOST) && t >= w->lost));
    if (margin > 1e-9 && w->windows == 1 && knows(w, MINRISK_KNOWS_LOST))
        assert_true(t <= w->lost);
}

static double work[WORK];

static minrisk_when ask(void)
{
    minrisk_when when;
    size_t length = minrisk_when_met_workspace(&s.projects, &s.condition, 1);
    assert_true(length <= WORK);
    assert_int_equal(
        minrisk_when_met(&s.projects, &s.condition, 1, 0, s.horizon, work, length, &when),
        MINRISK_OK);
    return when;
}

static void compare_kind(int32_t kind)
{
    for (int round = 0; round < ROUNDS; round++) {
        double satisfied = 0;
        minrisk_when when;
        draw_projects();
        draw_condition(kind);
        s.horizon = between(1, 25);
        when = ask();
        if (when.status != MINRISK_UNDEFINED)
            assert_when_coherent(&when, s.horizon);
        for (int i = 0; i < SAMPLES; i++) {
            double t = s.horizon * ((i + .5) / SAMPLES), margin = margin_at(t);
            assert_sample(&when, t, margin);
            satisfied += margin >= 0;
        }
        assert_true(fabs(satisfied / SAMPLES - when.satisfied / s.horizon) <=
                    (2.0 + 2 * when.windows) / SAMPLES);
    }
}

static void each_kind(void **state)
{
    (void)state;
    for (int32_t kind = MINRISK_COVERAGE; kind <= MINRISK_SUPPLIERS; kind++)
        compare_kind(kind);
}

/* --- what is lacking -------------------------------------------------------------------------- */

static double scrap_at(double t)
{
    return line_at(t - s.condition.lifetime) * s.condition.recovered;
}

static double need_at(double t)
{
    return line_at(t) * (1 - s.condition.substituted);
}

static double lack_at(double t)
{
    double by_country[COUNTRIES], whole, sum = supplies_at(t, by_country, &whole);
    double part =
        s.condition.kind == MINRISK_RELIANCE ? 1 - s.condition.fraction : s.condition.fraction;
    double lack = part * need_at(t) - scrap_at(t) - sum;
    return lack > 0 ? lack : 0;
}

static double area_between(double from, double to)
{
    double area = 0;
    for (int i = 0; i < SAMPLES; i++)
        area += lack_at(from + (to - from) * ((i + .5) / SAMPLES));
    return area * (to - from) / SAMPLES;
}

static double deficit(double from, double to)
{
    double area = -1;
    assert_int_equal(minrisk_deficit(&s.projects, &s.condition, from, to, work, COUNT(work), &area),
                     MINRISK_OK);
    return area;
}

static void deficits(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        double from = between(0, 10), to = from + between(0, 15), middle = between(from, to);
        draw_projects();
        draw_condition(one_in(2) ? MINRISK_COVERAGE : MINRISK_RELIANCE);
        /* A sample is wrong by a whole step of supply or need at most, once for each event. */
        assert_near(deficit(from, to), area_between(from, to), 60 * 20 * (to - from) / SAMPLES);
        assert_near(deficit(from, middle) + deficit(middle, to), deficit(from, to),
                    1e-11 * (1 + deficit(from, to)));
    }
}

/* From the first time on the stock bridges what is lacking, and not a moment before. */
static void bridges(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        double left;
        minrisk_when when;
        draw_projects();
        draw_condition(MINRISK_BRIDGED);
        s.condition.stock = one_in(2) ? 0 : s.condition.stock;
        s.horizon = between(1, 25);
        when = ask();
        assert_int_equal(when.windows, 1);
        assert_true(when.status == (when.first > 0 ? MINRISK_REACHED : MINRISK_ALREADY));
        assert_true(knows(&when, MINRISK_KNOWS_PERMANENT) && when.permanent == when.first);
        s.condition.kind = MINRISK_COVERAGE;
        left = deficit(when.first, s.horizon);
        if (when.first > 0 && s.condition.stock <= 0) { /* at the last lack, no sooner, no later */
            assert_true(lack_at(when.first - 1e-6) > 0);
            assert_true(when.first > s.horizon - 1e-9 || lack_at(when.first + 1e-9) <= 1e-12);
        }
        if (when.first > 0)
            assert_near(left, s.condition.stock, 1e-9 * (1 + deficit(0, s.horizon)));
        else
            assert_true(left <= s.condition.stock * (1 + 1e-9));
    }
}

/* Supply that falls to nothing at 2 has no shares from then on, not even at that instant, at which
 * the other stage begins. */
static void vanishing(void **state)
{
    static const double start[2] = {0, 2}, ramp[2] = {2, 0}, capacity[2] = {1, 1};
    static const double time[2] = {0, 1}, part[3] = {1, 0, 1}, now = 0, one = 1;
    static const uint32_t stage[2] = {0, 1}, shape[2] = {0, 1};
    const minrisk_shape shapes[2] = {{2, time, part}, {2, time, part + 1}};
    const minrisk_projects projects = {.count = 2,
                                       .start = start,
                                       .ramp = ramp,
                                       .capacity = capacity,
                                       .stage = stage,
                                       .shape = shape,
                                       .shapes = shapes,
                                       .shape_count = 2};
    minrisk_condition both[2] = {{.kind = MINRISK_SHARE, .fraction = 1}, {0}};
    minrisk_when when;
    (void)state;
    both[1].kind = MINRISK_COVERAGE;
    both[1].stage = 1;
    both[1].fraction = 1;
    both[1].knots = 1;
    both[1].need_year = &now;
    both[1].need = &one;
    for (int swapped = 0; swapped < 2; swapped++) {
        const minrisk_condition kept = both[0];
        assert_int_equal(minrisk_when_met(&projects, both, 2, 0, 5, work, COUNT(work), &when),
                         MINRISK_OK);
        assert_int_equal(when.status, MINRISK_NOT_WITHIN_HORIZON);
        assert_int_equal(
            minrisk_when_met(&projects, &both[swapped], 1, 0, 5, work, COUNT(work), &when),
            MINRISK_OK);
        assert_int_equal(when.windows, 1);
        assert_double(when.lost, 2);
        both[0] = both[1];
        both[1] = kept;
    }
}

/* Two suppliers that are alike for an instant only, at a knot of one: an HHI of a half is touched,
 * and left at once. */
static void touched(void **state)
{
    static const double start[2] = {3.0185786664224423, 3.0185786664224423};
    static const double ramp[2] = {4.2884227119054881, 4.2884227119054881};
    static const double capacity[2] = {13, 8};
    static const double time[4] = {0, .25, .5, 1}, falling[4] = {.375, .25, .125, .625};
    static const double ends[2] = {0, 1}, straight[2] = {.5, .125};
    static const uint32_t country[2] = {0, 1}, shape[2] = {0, 1};
    const minrisk_shape shapes[2] = {{4, time, falling}, {2, ends, straight}};
    const minrisk_projects projects = {.count = 2,
                                       .start = start,
                                       .ramp = ramp,
                                       .capacity = capacity,
                                       .country = country,
                                       .countries = 2,
                                       .shape = shape,
                                       .shapes = shapes,
                                       .shape_count = 2};
    const minrisk_condition half = {.kind = MINRISK_HHI_AT_MOST, .fraction = .5};
    (void)state;
    for (double horizon = 4.1; horizon < 5; horizon += .1) {
        minrisk_when when;
        assert_int_equal(
            minrisk_when_met(&projects, &half, 1, 0, horizon, work, COUNT(work), &when),
            MINRISK_OK);
        assert_int_equal(when.windows, 1);
        assert_near(when.first, start[0] + ramp[0] / 4, 1e-6);
        assert_near(when.satisfied, 0, 1e-6);
    }
}

static void outlooks(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        double year[6], supply[6], need[6], dependence[6], by_country[COUNTRIES], whole;
        draw_projects();
        draw_condition(one_in(2) ? MINRISK_COVERAGE : MINRISK_RELIANCE);
        for (size_t i = 0; i < COUNT(year); i++)
            year[i] = between(-4, 30);
        assert_int_equal(minrisk_outlook(&s.projects, &s.condition, year, COUNT(year), work,
                                         COUNT(work), supply, need, dependence),
                         MINRISK_OK);
        for (size_t i = 0; i < COUNT(year); i++) {
            double sum = supplies_at(year[i], by_country, &whole), all = need_at(year[i]);
            double lack = all - scrap_at(year[i]) - sum;
            assert_near(supply[i], sum, 1e-12 * 500);
            assert_near(need[i], all - scrap_at(year[i]), 1e-12 * 100);
            assert_near(dependence[i] * all, lack > 0 ? lack : 0, 1e-12 * 500);
        }
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 20261126;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind), cmocka_unit_test(deficits), cmocka_unit_test(bridges),
        cmocka_unit_test(vanishing), cmocka_unit_test(touched),  cmocka_unit_test(outlooks),
    };
    return cmocka_run_group_tests_name("property_conditions", tests, seed, NULL);
}
