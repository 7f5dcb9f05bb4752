/* SPDX-License-Identifier: MIT */
/* The cases of forecast.json that are plans: slopes, importance, what is needed, projects without a
 * name, and input that is refused. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "vectors/reader.h"

enum { MOST = 64, WORK = 3000, LAW_WORK = 60000, KNOTS = 1025, CASES = 15 };

static char id[16];
static double work[WORK];

static int is(const char *name)
{
    return strcmp(id, name) == 0;
}

static const char *input(const char *c, const char *name)
{
    return json_member(json_member(c, "input"), name);
}

static const char *expected(const char *c, const char *name)
{
    return json_member(json_member(c, "expected"), name);
}

static double number(const char *c, const char *name)
{
    return json_number(input(c, name));
}

static double result(const char *c, const char *name)
{
    return json_number(expected(c, name));
}

/* Projects of a case, the supply that exists first. */
typedef struct supply {
    double start[MOST], ramp[MOST], capacity[MOST], year[MOST], need[MOST];
    size_t projects, knots;
} supply;

static void take_supply(const char *c, supply *s)
{
    const char *projects = input(c, "projects"), *needs = input(c, "requirement");
    s->start[0] = -1;
    s->ramp[0] = 0;
    s->capacity[0] = number(c, "existing");
    s->projects = 1 + json_length(projects);
    for (size_t i = 1; i < s->projects; i++) {
        const char *project = json_item(projects, i - 1);
        s->start[i] = json_number(json_member(project, "start"));
        s->ramp[i] = json_number(json_member(project, "ramp"));
        s->capacity[i] = json_number(json_member(project, "cap"));
    }
    s->knots = json_length(needs);
    for (size_t i = 0; i < s->knots; i++) {
        s->year[i] = json_number(json_item(json_item(needs, i), 0));
        s->need[i] = json_number(json_item(json_item(needs, i), 1));
    }
}

static double first_time(const supply *s, double horizon)
{
    minrisk_when when;
    assert_int_equal(minrisk_when_covered(s->start, s->ramp, s->capacity, NULL, s->projects,
                                          s->year, s->need, s->knots, 0, horizon, work, WORK,
                                          &when),
                     MINRISK_OK);
    assert_int_equal(when.status, MINRISK_REACHED);
    return when.first;
}

static void slopes(const char *c)
{
    supply s;
    double by_capacity[MOST], by_lead[MOST], horizon = number(c, "horizon"), first, slope = 0;
    size_t pivotal;
    take_supply(c, &s);
    first = first_time(&s, horizon);
    assert_near(first, result(c, "T"), 1e-9);
    if (s.knots > 1)
        slope = (s.need[1] - s.need[0]) / (s.year[1] - s.year[0]);
    assert_int_equal(minrisk_plan_slopes(s.start, s.ramp, s.capacity, s.projects, slope, first,
                                         by_capacity, by_lead, &pivotal),
                     MINRISK_OK);
    if (expected(c, "pivotal") != NULL)
        assert_int_equal(pivotal, 1 + result(c, "pivotal"));
    for (size_t i = 1; i < s.projects; i++) {
        const double kept = s.capacity[i];
        assert_near(by_lead[i], json_number(json_item(expected(c, "dT_dlead"), i - 1)), 1e-9);
        if (expected(c, "dT_dcap") != NULL)
            assert_near(by_capacity[i], json_number(json_item(expected(c, "dT_dcap"), i - 1)),
                        1e-9);
        s.capacity[i] = 0;
        assert_near(first_time(&s, horizon),
                    json_number(json_item(expected(c, "T_without"), i - 1)), 1e-9);
        s.capacity[i] = kept;
    }
}

static minrisk_needed needed_by(const supply *s, double year, double part)
{
    minrisk_projects p = {
        .count = s->projects, .start = s->start, .ramp = s->ramp, .capacity = s->capacity};
    minrisk_condition c = {.kind = MINRISK_COVERAGE,
                           .fraction = 1,
                           .knots = s->knots,
                           .need_year = s->year,
                           .need = s->need};
    minrisk_needed needed;
    assert_int_equal(minrisk_plan_needed(&p, &c, year, part, work, WORK, &needed), MINRISK_OK);
    return needed;
}

static void needed(const char *c)
{
    supply s;
    minrisk_needed n;
    take_supply(c, &s);
    n = needed_by(&s, number(c, "T"), number(c, "extra_ramp_fraction_at_T"));
    assert_near(n.deficit, result(c, "deficit"), 1e-9);
    if (json_is_text(expected(c, "extra_nameplate"), "infeasible"))
        assert_int_equal(n.known & MINRISK_NEEDED_NAMEPLATE, 0);
    else
        assert_near(n.nameplate, result(c, "extra_nameplate"), 1e-9);
}

/* A need that grows by e^b each year, of which the last point alone matters. */
static void slope_needed(const char *c)
{
    const double year = number(c, "T");
    supply s;
    double tenth = number(c, "b") * year, growth = 1, term = 1;
    for (int i = 1; i < 30; i++)
        growth += term *= tenth / i;
    s.projects = 1;
    s.start[0] = -1;
    s.ramp[0] = 0;
    s.capacity[0] = number(c, "S0");
    s.knots = 2;
    s.year[0] = 0;
    s.year[1] = year;
    s.need[0] = number(c, "R0");
    s.need[1] = s.need[0] * growth;
    assert_near(needed_by(&s, year, 1).slope, result(c, "slope"), 1e-9);
}

static size_t take_system(const char *c, double *chance, uint32_t *capacity)
{
    const char *p = input(c, "p"), *cap = input(c, "cap");
    for (size_t i = 0; i < json_length(p); i++) {
        chance[i] = json_number(json_item(p, i));
        capacity[i] = (uint32_t)json_number(json_item(cap, i));
    }
    return json_length(p);
}

static void sums(const char *c)
{
    double chance[MOST], importance[MOST];
    uint32_t capacity[MOST], need = (uint32_t)number(c, "required"), extra;
    size_t n = take_system(c, chance, capacity);
    if (is("SE-11")) {
        assert_int_equal(minrisk_plan_importance(chance, capacity, n, need, importance, work, WORK),
                         MINRISK_OK);
        for (size_t i = 0; i < n; i++)
            assert_near(importance[i], json_number(json_item(expected(c, "importance"), i)), 1e-9);
    } else {
        assert_int_equal(
            minrisk_plan_capacity(chance, capacity, n, need, number(c, "q"), &extra, work, WORK),
            MINRISK_OK);
        assert_int_equal(extra, result(c, "extra_firm_capacity"));
    }
}

/* The mean of the k-th of n, each exponential with a mean: the integral of what is not yet. */
static double mean_of(const char *c, double lead)
{
    enum { STEPS = 480 };
    static const uint32_t zero[MOST], one[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    static double law_work[LAW_WORK], year[STEPS + 1], p[STEPS + 1];
    static int32_t table[KNOTS];
    size_t first[MOST];
    uint32_t need = (uint32_t)number(c, "k");
    double sum = 0;
    int32_t kind;
    minrisk_model m = {0};
    minrisk_lead_weibull(1, lead, table, KNOTS);
    for (size_t i = 0; i < MOST; i++)
        first[i] = i;
    m.projects = (size_t)number(c, "n");
    m.capacity = one;
    m.phase = zero;
    m.phase_first = first;
    m.tables = m.stages = 1;
    m.table_len = KNOTS;
    m.table = table;
    m.need = &need;
    m.horizon = 40 * 65536;
    for (int i = 0; i <= STEPS; i++)
        year[i] = i / 12.0;
    assert_int_equal(minrisk_law(&m, 24, year, STEPS + 1, p, &kind, law_work, LAW_WORK),
                     MINRISK_OK);
    for (int i = 0; i < STEPS; i++)
        sum += (1 - 0.5 * (p[i] + p[i + 1])) / 12;
    return sum;
}

static void scaled(const char *c)
{
    const double lead = number(c, "lead_mean");
    assert_near(mean_of(c, lead), result(c, "mean_before"), 2e-3);
    assert_near(mean_of(c, number(c, "scale") * lead), result(c, "mean_after"), 2e-3);
}

static double at_least(const double *mean, const uint32_t *size, size_t n, double need)
{
    double p;
    assert_int_equal(minrisk_plan_unnamed(mean, size, n, (uint32_t)need, &p, work, WORK),
                     MINRISK_OK);
    return p;
}

/* Uniform leads of 4 to 12 years, projects begun at any time: by year 12 half of those of the last
 * eight years and all before, 6 in all. */
static void poisson(const char *c)
{
    const double mean[] = {result(c, "mean_online")};
    const uint32_t size[] = {(uint32_t)number(c, "cap")};
    const char *needs = input(c, "required");
    for (size_t i = 0; i < json_length(needs); i++)
        assert_near(at_least(mean, size, 1, json_number(json_item(needs, i))),
                    json_number(json_item(expected(c, "P_ge"), i)), 1e-9);
}

static void panjer(const char *c)
{
    static const char *const sizes[] = {"1", "2", "4"};
    double mean[3];
    uint32_t size[3];
    size_t n = 0;
    for (size_t i = 0; i < 3; i++) {
        const char *part = json_member(input(c, "severity"), sizes[i]);
        if (part != NULL) {
            mean[n] = number(c, "lam") * json_number(part);
            size[n++] = (uint32_t)strtoul(sizes[i], NULL, 10);
        }
    }
    for (size_t i = 0; i < json_length(input(c, "x")); i++) {
        const double x = json_number(json_item(input(c, "x"), i));
        const double above = at_least(mean, size, n, x + 1);
        assert_near(1 - above, json_number(json_item(expected(c, "cdf"), i)), 1e-9);
        if (expected(c, "pmf") != NULL)
            assert_near(at_least(mean, size, n, x) - above,
                        json_number(json_item(expected(c, "pmf"), i)), 1e-9);
    }
}

static void refused(const char *c)
{
    static const double years[] = {1, 2}, short_of_1[] = {0, 0.9999};
    int32_t table[3];
    uint64_t chance;
    assert_true(json_is_text(expected(c, "status"), "invalid_argument"));
    if (is("IN-10"))
        assert_int_equal(minrisk_chance(1.0000001, &chance), MINRISK_E_PARAM);
    else
        assert_int_equal(minrisk_lead_empirical(short_of_1, years, 2, table, 3), MINRISK_E_DATA);
}

static int run_case(const char *c)
{
    if (is("SE-02") || is("SE-03"))
        slopes(c);
    else if (is("SE-05") || is("SE-06") || is("SE-07"))
        needed(c);
    else if (is("SE-08") || is("SE-10") || is("SE-11"))
        sums(c);
    else if (is("SE-12"))
        scaled(c);
    else if (is("EV-N1-02"))
        slope_needed(c);
    else if (is("DX-27"))
        poisson(c);
    else if (is("DX-28") || is("DX-29"))
        panjer(c);
    else if (is("IN-10") || is("IN-11"))
        refused(c);
    else
        return 0;
    return 1;
}

static void cases(void **state)
{
    char *text = read_text("forecast.json");
    int count = 0;
    (void)state;
    for (const char *c = json_item(json_member(text, "cases"), 0); c != NULL; c = json_next(c)) {
        json_copy(json_member(c, "id"), id, sizeof id);
        count += run_case(c);
    }
    free(text);
    assert_int_equal(count, CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
