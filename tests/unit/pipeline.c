/* SPDX-License-Identifier: MIT */
/* The crossing of supply and need at values worked out by hand. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/when.h"

enum { MOST = 8 };

static void lengths_of_the_workspace(void **state)
{
    (void)state;
    assert_int_equal(minrisk_when_covered_workspace(0, 1), 39);
    assert_int_equal(minrisk_when_covered_workspace(1, 0), 44);
    assert_int_equal(minrisk_when_covered_workspace(3, 5), 68);
}

/* clang-format off */
/* One chain: {start, ramp, capacity, life} a project, {year, need} a knot. A life of -1 for "no
 * closure" keeps the tables short. */
static const struct {
    const char *name;
    size_t projects;
    double project[3][4];
    size_t knots;
    double knot[4][2];
    double dwell, horizon;
    int32_t status;
    uint32_t windows;
    double first, sustained, permanent, lost, satisfied; /* -1: not known */
} cases[] = {
    {"a step", 1, {{5, 0, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 5, 5, 5, -1, 15},
    {"half way up a ramp", 1, {{5, 4, 120, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 7, 7, 7, -1, 13},
    {"running already", 1, {{-3, 1, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_ALREADY, 1, 0, 0, 0, -1, 20},
    {"ramping already", 1, {{-2, 4, 80, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 1, 1, 1, -1, 19},
    {"just short", 1, {{0, 0, 59, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    {"starts at the horizon", 1, {{20, 0, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 20, 20, 20, -1, 0},
    {"starts after the horizon", 1, {{21, 0, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    {"closed at the end of its life", 1, {{2, 2, 60, 5}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 4, 4, -1, 9, 5},
    {"life counts from the end of the ramp", 1, {{-9, 4, 60, 6}}, 1, {{0, 30}}, 0, 20,
     MINRISK_ALREADY, 1, 0, 0, -1, 1, 1},
    {"closed before now", 1, {{-9, 1, 60, 6}}, 1, {{0, 30}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    {"closed now", 1, {{-9, 1, 60, 8}}, 1, {{0, 30}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    {"a life of nothing", 1, {{2, 0, 60, 0}}, 1, {{0, 30}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    {"two spells", 2, {{2, 0, 60, 6}, {12, 0, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 2, 2, 2, 12, 8, 14},
    {"two spells, the first too short", 2, {{2, 0, 60, 6}, {12, 0, 60, -1}}, 1, {{0, 60}}, 7, 20,
     MINRISK_REACHED, 2, 2, 12, 12, 8, 14},
    {"two spells, the first as long as the dwell", 2, {{2, 0, 60, 6}, {12, 0, 60, -1}}, 1,
     {{0, 60}}, 6, 20, MINRISK_REACHED, 2, 2, 2, 12, 8, 14},
    {"a spell to the horizon is sustained", 1, {{18, 0, 60, -1}}, 1, {{0, 60}}, 7, 20,
     MINRISK_REACHED, 1, 18, 18, 18, -1, 2},
    {"handed over at one instant", 2, {{2, 0, 60, 6}, {8, 0, 60, -1}}, 1, {{0, 60}}, 0, 20,
     MINRISK_REACHED, 1, 2, 2, 2, -1, 18},
    {"the need outgrows supply", 1, {{0, 0, 60, -1}}, 2, {{0, 40}, {20, 80}}, 0, 20,
     MINRISK_ALREADY, 1, 0, 0, -1, 10, 10},
    {"the need holds its first value before its knots", 1, {{3, 0, 40, -1}}, 2,
     {{5, 40}, {15, 80}}, 0, 20, MINRISK_REACHED, 1, 3, 3, -1, 5, 2},
    {"the need holds its last value after its knots", 1, {{3, 0, 40, -1}}, 2,
     {{5, 80}, {10, 40}}, 0, 20, MINRISK_REACHED, 1, 10, 10, 10, -1, 10},
    {"the need steps down", 1, {{3, 0, 40, -1}}, 2, {{6, 80}, {6, 40}}, 0, 20,
     MINRISK_REACHED, 1, 6, 6, 6, -1, 14},
    {"the need steps up", 1, {{3, 0, 40, -1}}, 2, {{6, 40}, {6, 80}}, 0, 20,
     MINRISK_REACHED, 1, 3, 3, -1, 6, 3},
    {"need and supply step at one instant", 1, {{6, 0, 40, -1}}, 2, {{6, 0}, {6, 40}}, 0, 20,
     MINRISK_ALREADY, 1, 0, 0, 0, -1, 20},
    {"a touch", 1, {{0, 0, 40, -1}}, 3, {{0, 80}, {5, 40}, {10, 80}}, 0, 20,
     MINRISK_REACHED, 1, 5, 5, -1, 5, 0},
    {"a touch is not sustained", 1, {{0, 0, 40, -1}}, 3, {{0, 80}, {5, 40}, {10, 80}}, 1, 20,
     MINRISK_REACHED, 1, 5, -1, -1, 5, 0},
    {"no need", 1, {{30, 0, 40, -1}}, 1, {{0, 0}}, 0, 20, MINRISK_ALREADY, 1, 0, 0, 0, -1, 20},
    {"now alone", 1, {{0, 0, 40, -1}}, 1, {{0, 40}}, 0, 0, MINRISK_ALREADY, 1, 0, 0, 0, -1, 0},
    {"now alone, not yet", 1, {{1, 0, 40, -1}}, 1, {{0, 40}}, 0, 0,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    /* as stored, .7 and .1 are less than .8, but on paper they are enough */
    {"seven tenths and one", 2, {{1, 0, .7, -1}, {1, 0, .1, -1}}, 1, {{0, .8}}, 0, 20,
     MINRISK_REACHED, 1, 1, 1, 1, -1, 19},
    {"short by 1e-13 of the need", 1, {{1, 0, 1e6 - 1e-7, -1}}, 1, {{0, 1e6}}, 0, 20,
     MINRISK_REACHED, 1, 1, 1, 1, -1, 19},
    {"short by 1e-11 of the need", 1, {{1, 0, 1e6 - 1e-5, -1}}, 1, {{0, 1e6}}, 0, 20,
     MINRISK_NOT_WITHIN_HORIZON, 0, -1, -1, -1, -1, 0},
    /* supply is short for 4e-14 years, less than the doubles near 900 can tell */
    {"a break too short for a double", 2, {{-1, 0, 100, -1}, {900.000000004, 0, 10, -1}}, 2,
     {{900, 50}, {900.000000004, 100.0005}}, 0, 1000, MINRISK_ALREADY, 1, 0, 0, 0, -1, 1000},
};
/* clang-format on */

typedef struct arrays {
    double start[MOST], ramp[MOST], capacity[MOST], life[MOST], year[MOST], need[MOST];
} arrays;

static int unpack(size_t c, arrays *a)
{
    int closes = 0;
    for (size_t i = 0; i < cases[c].projects; i++) {
        const double *project = cases[c].project[i];
        a->start[i] = project[0];
        a->ramp[i] = project[1];
        a->capacity[i] = project[2];
        a->life[i] = project[3] < 0 ? infinity() : project[3];
        closes |= project[3] >= 0;
    }
    for (size_t i = 0; i < cases[c].knots; i++) {
        a->year[i] = cases[c].knot[i][0];
        a->need[i] = cases[c].knot[i][1];
    }
    return closes;
}

static void assert_member(const minrisk_when *when, uint32_t bit, double actual, double expected,
                          const char *name)
{
    assert_case(when_knows(when, bit), expected >= 0, name);
    if (expected >= 0)
        assert_near(actual, expected, 1e-12);
}

static void assert_as_in(size_t c, const minrisk_when *when)
{
    const char *name = cases[c].name;
    assert_when_coherent(when, cases[c].horizon);
    assert_case(when->status, cases[c].status, name);
    assert_case(when->windows, cases[c].windows, name);
    assert_member(when, MINRISK_KNOWS_FIRST, when->first, cases[c].first, name);
    assert_member(when, MINRISK_KNOWS_SUSTAINED, when->sustained, cases[c].sustained, name);
    assert_member(when, MINRISK_KNOWS_PERMANENT, when->permanent, cases[c].permanent, name);
    assert_member(when, MINRISK_KNOWS_LOST, when->lost, cases[c].lost, name);
    assert_member(when, MINRISK_KNOWS_SATISFIED, when->satisfied, cases[c].satisfied, name);
}

static void known_chains(void **state)
{
    (void)state;
    for (size_t c = 0; c < COUNT(cases); c++) {
        arrays a;
        minrisk_when when;
        double work[7 * MOST + 2 * MOST + 37];
        int closes = unpack(c, &a);
        memset(&when, 0x5a, sizeof when);
        assert_int_equal(minrisk_when_covered(a.start, a.ramp, a.capacity, closes ? a.life : NULL,
                                              cases[c].projects, a.year, a.need, cases[c].knots,
                                              cases[c].dwell, cases[c].horizon, work, COUNT(work),
                                              &when),
                         MINRISK_OK);
        assert_as_in(c, &when);
        assert_case(when.assumptions & MINRISK_ASSUMES_ALL_SUCCEED, 1, cases[c].name);
    }
}

static uint32_t assumptions_of(double ramp, const double *life, size_t projects, size_t knots)
{
    static const double start = 1, capacity = 2, year[] = {0, 5}, need[] = {1, 1.5};
    double work[48];
    minrisk_when when;
    assert_int_equal(minrisk_when_covered(&start, &ramp, &capacity, life, projects, year, need,
                                          knots, 0, 10, work, COUNT(work), &when),
                     MINRISK_OK);
    return when.assumptions;
}

static void assumptions(void **state)
{
    static const double five = 5;
    const uint32_t always = MINRISK_ASSUMES_ALL_SUCCEED;
    const uint32_t constant = MINRISK_ASSUMES_CONSTANT_NEED;
    const uint32_t open = MINRISK_ASSUMES_NO_CLOSURES;
    (void)state;
    assert_int_equal(assumptions_of(0, NULL, 1, 1), always | constant | open);
    assert_int_equal(assumptions_of(0, NULL, 1, 2), always | open);
    assert_int_equal(assumptions_of(0, &five, 1, 1), always | constant);
    assert_int_equal(assumptions_of(0, &five, 1, 2), always);
    assert_int_equal(assumptions_of(3, &five, 1, 2), always | MINRISK_ASSUMES_SHAPE);
    assert_true(assumptions_of(0, NULL, 0, 1) & MINRISK_STAGE_MISSING);
    assert_false(assumptions_of(0, NULL, 0, 1) & MINRISK_ASSUMES_SHAPE);
}

static void no_projects_at_all(void **state)
{
    static const double year = 0, need = 1, none = 0;
    double work[43];
    minrisk_when when;
    (void)state;
    assert_int_equal(
        minrisk_when_covered(NULL, NULL, NULL, NULL, 0, &year, &need, 1, 0, 10, work, 39, &when),
        MINRISK_OK);
    assert_int_equal(when.status, MINRISK_NOT_WITHIN_HORIZON);
    assert_when_coherent(&when, 10);
    assert_int_equal(
        minrisk_when_covered(NULL, NULL, NULL, NULL, 0, &year, &none, 1, 0, 10, work, 39, &when),
        MINRISK_OK);
    assert_int_equal(when.status, MINRISK_ALREADY);
    assert_when_coherent(&when, 10);
}

/* Two stages of a chain. Stage 0 gives from 2 to 8 and from 14 on, stage 1 from `second` on. */
static minrisk_when met_with(double second, const double *share, size_t n)
{
    static const double ramp[] = {0, 0, 0}, capacity[] = {60, 60, 60};
    static const uint32_t stage[] = {0, 0, 1};
    static const double year = 0, need = 50;
    const double start[] = {2, 14, second};
    const double life[] = {6, infinity(), infinity()};
    const minrisk_projects projects = {.count = 3,
                                       .start = start,
                                       .ramp = ramp,
                                       .capacity = capacity,
                                       .life = life,
                                       .share = share,
                                       .stage = stage};
    const minrisk_condition conditions[] = {{.kind = MINRISK_COVERAGE,
                                             .stage = 0,
                                             .fraction = 1,
                                             .knots = 1,
                                             .need_year = &year,
                                             .need = &need},
                                            {.kind = MINRISK_COVERAGE,
                                             .stage = 1,
                                             .fraction = .5,
                                             .knots = 1,
                                             .need_year = &year,
                                             .need = &need},
                                            {.kind = MINRISK_COVERAGE,
                                             .stage = 7,
                                             .fraction = 1,
                                             .knots = 1,
                                             .need_year = &year,
                                             .need = &need}};
    double work[240];
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_true(minrisk_when_met_workspace(&projects, conditions, n) <= COUNT(work));
    assert_int_equal(minrisk_when_met(&projects, conditions, n, 0, 20, work, COUNT(work), &when),
                     MINRISK_OK);
    assert_when_coherent(&when, 20);
    return when;
}

static void stages_are_intersected(void **state)
{
    minrisk_when when = met_with(5, NULL, 2);
    (void)state;
    assert_int_equal(when.status, MINRISK_REACHED);
    assert_near(when.first, 5.0, 1e-12);
    assert_near(when.lost, 8.0, 1e-12);
    assert_near(when.permanent, 14.0, 1e-12);
    assert_near(when.satisfied, 9.0, 1e-12);
    assert_int_equal(when.windows, 2);
    assert_int_equal(when.binding, 1);

    when = met_with(10, NULL, 2); /* the later first time, 10, is no time at which both hold */
    assert_near(when.first, 14.0, 1e-12);
    assert_int_equal(when.binding, 0);
    assert_int_equal(when.windows, 1);
}

/* Stage 0 closes at 8, exactly when stage 1 starts: they are never open together there. */
static void stages_that_meet_at_an_instant(void **state)
{
    minrisk_when when = met_with(8, NULL, 2);
    (void)state;
    assert_near(when.first, 14.0, 1e-12);
    assert_int_equal(when.windows, 1);
}

static void a_share_of_the_capacity(void **state)
{
    static const double half[] = {1, 1, .5}, less[] = {1, 1, .25};
    minrisk_when when = met_with(5, half, 2);
    (void)state;
    assert_near(when.first, 5.0, 1e-12); /* 30 of the 25 asked for */
    when = met_with(5, less, 2);         /* 15 */
    assert_int_equal(when.status, MINRISK_NOT_WITHIN_HORIZON);
    assert_int_equal(when.binding, 1);
}

static void a_stage_without_projects(void **state)
{
    minrisk_when when = met_with(5, NULL, 3);
    (void)state;
    assert_int_equal(when.status, MINRISK_NOT_WITHIN_HORIZON);
    assert_true(when.assumptions & MINRISK_STAGE_MISSING);
    assert_int_equal(when.binding, 2);
    when = met_with(5, NULL, 2);
    assert_false(when.assumptions & MINRISK_STAGE_MISSING);
}

/* Without a stage array every project belongs to stage 0; equal conditions bind at the lowest. */
static void one_stage_and_a_tie(void **state)
{
    static const double start = 4, ramp = 2, capacity = 60, year = 0, need = 30;
    const minrisk_projects projects = {
        .count = 1, .start = &start, .ramp = &ramp, .capacity = &capacity};
    const minrisk_condition conditions[] = {{.kind = MINRISK_COVERAGE,
                                             .stage = 0,
                                             .fraction = 1,
                                             .knots = 1,
                                             .need_year = &year,
                                             .need = &need},
                                            {.kind = MINRISK_COVERAGE,
                                             .stage = 0,
                                             .fraction = 1,
                                             .knots = 1,
                                             .need_year = &year,
                                             .need = &need}};
    double work[104];
    minrisk_when when;
    (void)state;
    assert_true(minrisk_when_met_workspace(&projects, conditions, 2) <= COUNT(work));
    assert_int_equal(minrisk_when_met(&projects, conditions, 2, 0, 20, work, COUNT(work), &when),
                     MINRISK_OK);
    assert_near(when.first, 5.0, 1e-12);
    assert_int_equal(when.binding, 0);
    assert_int_equal(when.windows, 1);
}

/* {2.8, ramp 2.8} covers .8 at 5.04, to the last bit the same with a project of nothing in between,
 * which has a ramp and an end of its own, or with one that belongs to nobody. */
static void zeros_change_nothing(void **state)
{
    static const double start[] = {2.8, 3.1}, ramp[] = {2.8, 1}, life[] = {(double)INFINITY, 1};
    static const double nothing[] = {1, 0}, everything[] = {1, 1}, share[] = {1, 0};
    static const double year = 0, need = .8;
    const minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                         .stage = 0,
                                         .fraction = 1,
                                         .knots = 1,
                                         .need_year = &year,
                                         .need = &need};
    minrisk_projects projects = {
        .count = 1, .start = start, .ramp = ramp, .capacity = nothing, .life = life};
    double work[104];
    minrisk_when alone, beside;
    (void)state;
    assert_int_equal(minrisk_when_met(&projects, &condition, 1, 0, 20, work, 64, &alone), 0);
    assert_near(alone.first, 5.04, 1e-14);
    assert_int_equal(alone.assumptions, MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_SHAPE |
                                            MINRISK_ASSUMES_CONSTANT_NEED |
                                            MINRISK_ASSUMES_NO_CLOSURES);
    projects.count = 2;
    assert_int_equal(minrisk_when_met(&projects, &condition, 1, 0, 20, work, 64, &beside), 0);
    assert_memory_equal(&alone, &beside, sizeof alone);
    projects.capacity = everything;
    projects.share = share;
    assert_int_equal(minrisk_when_met(&projects, &condition, 1, 0, 20, work, 64, &beside), 0);
    assert_memory_equal(&alone, &beside, sizeof alone);
}

/* What a stage that no condition asks for does is not taken for granted. */
static void other_stages_assume_nothing(void **state)
{
    static const double start[] = {1, 1}, ramp[] = {0, 1}, capacity[] = {60, 60};
    static const double life[] = {(double)INFINITY, 3}, year = 0, need = 30;
    static const uint32_t stage[] = {0, 1};
    const minrisk_projects projects = {.count = 2,
                                       .start = start,
                                       .ramp = ramp,
                                       .capacity = capacity,
                                       .life = life,
                                       .stage = stage};
    minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                   .stage = 0,
                                   .fraction = 1,
                                   .knots = 1,
                                   .need_year = &year,
                                   .need = &need};
    double work[104];
    minrisk_when when;
    (void)state;
    assert_int_equal(minrisk_when_met(&projects, &condition, 1, 0, 20, work, 64, &when), 0);
    assert_int_equal(when.assumptions, MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_CONSTANT_NEED |
                                           MINRISK_ASSUMES_NO_CLOSURES);
    condition.stage = 1;
    assert_int_equal(minrisk_when_met(&projects, &condition, 1, 0, 20, work, 64, &when), 0);
    assert_int_equal(when.assumptions, MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_SHAPE |
                                           MINRISK_ASSUMES_CONSTANT_NEED);
}

/* At the instant at which a ramp begins there is nothing yet. */
static void nothing_of_a_ramp_is_there_at_once(void **state)
{
    static const double start[] = {0}, later[] = {3}, ramp[] = {4}, capacity[] = {10};
    static const double year[] = {0}, need[] = {5};
    static const int32_t kinds[] = {MINRISK_SUPPLIERS, MINRISK_HHI_AT_MOST, MINRISK_LARGEST_SHARE};
    minrisk_projects p = {.count = 1, .start = start, .ramp = ramp, .capacity = capacity};
    minrisk_condition c[] = {{.fraction = 1, .suppliers = 1},
                             {.kind = MINRISK_SHARE, .knots = 1, .need_year = year, .need = need}};
    double work[200];
    minrisk_when when;
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        c[0].kind = kinds[i];
        p.start = start;
        assert_int_equal(minrisk_when_met(&p, c, 1, 0, 0, work, 200, &when), MINRISK_OK);
        assert_int_equal(when.windows, 0);
        assert_int_equal(minrisk_when_met(&p, c, 1, 0, 10, work, 200, &when), MINRISK_OK);
        assert_int_equal(when.status, MINRISK_REACHED);
        assert_near(when.first, 0, 0);
        p.start = later; /* some supply, and none at all: never together */
        assert_int_equal(minrisk_when_met(&p, c, 2, 0, 10, work, 200, &when), MINRISK_OK);
        assert_int_equal(when.windows, 0);
    }
    for (size_t first = 0; first < 2; first++) { /* a half of the ramp covers the need */
        minrisk_condition both[2];
        both[first] = c[0];
        both[1 - first] = c[1];
        both[1 - first].kind = MINRISK_COVERAGE;
        both[1 - first].fraction = 1;
        p.start = start;
        assert_int_equal(minrisk_when_met(&p, both, 2, 0, 10, work, 200, &when), MINRISK_OK);
        assert_int_equal(when.status, MINRISK_REACHED);
        assert_near(when.first, 2, 1e-12);
        assert_int_equal(when.binding, 1 - first);
    }
}

/* .9 of the need is left, .8 of that is asked for, and .72 comes back: on paper that is all. */
static void decimal_fractions_of_scrap_add_up(void **state)
{
    static const double year[] = {0}, need[] = {1};
    minrisk_projects p = {.count = 0};
    minrisk_condition c = {.kind = MINRISK_COVERAGE,
                           .fraction = .8,
                           .knots = 1,
                           .need_year = year,
                           .need = need,
                           .substituted = .1,
                           .recovered = .72};
    double work[100];
    minrisk_when when;
    (void)state;
    assert_int_equal(minrisk_when_met(&p, &c, 1, 0, 10, work, 100, &when), MINRISK_OK);
    assert_int_equal(when.status, MINRISK_ALREADY);
    c.kind = MINRISK_RELIANCE;
    c.fraction = .2;
    assert_int_equal(minrisk_when_met(&p, &c, 1, 0, 10, work, 100, &when), MINRISK_OK);
    assert_int_equal(when.status, MINRISK_ALREADY);
    c.recovered = .7199999;
    assert_int_equal(minrisk_when_met(&p, &c, 1, 0, 10, work, 100, &when), MINRISK_OK);
    assert_int_equal(when.status, MINRISK_NOT_WITHIN_HORIZON);
}

/* Of three knots, from 0 to 1, none can descend; of four, two can. */
static void shape_that_descends(void **state)
{
    static const double start[] = {1}, ramp[] = {2}, capacity[] = {10}, year[] = {0}, need[] = {5};
    static const double rising[] = {0, .5, .75, 1}, part[] = {0, .5, .5, 1};
    static const double descending[] = {0, .75, .5, 1};
    static const uint32_t first[] = {0};
    double work[100];
    minrisk_shape shape = {.knots = 4, .time = rising, .part = part};
    minrisk_projects p = {.count = 1,
                          .start = start,
                          .ramp = ramp,
                          .capacity = capacity,
                          .shape = first,
                          .shapes = &shape,
                          .shape_count = 1};
    minrisk_condition c = {
        .kind = MINRISK_COVERAGE, .fraction = 1, .knots = 1, .need_year = year, .need = need};
    minrisk_when when;
    (void)state;
    assert_int_equal(minrisk_when_met(&p, &c, 1, 0, 10, work, 100, &when), MINRISK_OK);
    assert_near(when.first, 2, 1e-12);
    shape.time = descending;
    assert_int_equal(minrisk_when_met(&p, &c, 1, 0, 10, work, 100, &when), MINRISK_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_of_the_workspace),
        cmocka_unit_test(known_chains),
        cmocka_unit_test(assumptions),
        cmocka_unit_test(no_projects_at_all),
        cmocka_unit_test(stages_are_intersected),
        cmocka_unit_test(stages_that_meet_at_an_instant),
        cmocka_unit_test(a_share_of_the_capacity),
        cmocka_unit_test(a_stage_without_projects),
        cmocka_unit_test(one_stage_and_a_tie),
        cmocka_unit_test(zeros_change_nothing),
        cmocka_unit_test(nothing_of_a_ramp_is_there_at_once),
        cmocka_unit_test(decimal_fractions_of_scrap_add_up),
        cmocka_unit_test(shape_that_descends),
        cmocka_unit_test(other_stages_assume_nothing),
    };
    return cmocka_run_group_tests_name("unit_pipeline", tests, NULL, NULL);
}
