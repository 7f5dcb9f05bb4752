/* SPDX-License-Identifier: MIT */
/* plan.h: the published cases SE-02 to SE-11 (implicit functions in fractions, enumeration), the
 * contract, and runs without. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"

enum { PROJECTS = 3, SYSTEM = 8, WORK = 300, YEAR = 65536 };

static double work[WORK];

/* --- slopes ----------------------------------------------------------------------------------- */

/* SE-02: need 60 + t, supply 10 and three ramps; the crossing is at 180/29. */
static void ramps(void **state)
{
    static const double start[] = {3, 5, 20}, ramp[] = {4, 2, 2}, capacity[] = {40, 40, 100};
    double by_capacity[PROJECTS], by_lead[PROJECTS];
    size_t pivotal = 99;
    (void)state;
    assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, PROJECTS, 1, 180 / 29.0,
                                         by_capacity, by_lead, &pivotal),
                     MINRISK_OK);
    assert_int_equal(pivotal, PROJECTS);
    assert_near(by_capacity[0], -0.027645659928656363, 1e-16);
    assert_near(by_capacity[1], -0.020808561236623068, 1e-16);
    assert_double(by_capacity[2], 0);
    assert_near(by_lead[0], 0.3448275862068966, 1e-15);
    assert_near(by_lead[1], 0.6896551724137931, 1e-15);
    assert_double(by_lead[2], 0);
}

/* SE-03: the second step closes the gap. A step without capacity is none. */
static void steps(void **state)
{
    static const double start[] = {3, 6, 6}, ramp[] = {0, 0, 0};
    double capacity[] = {30, 30, 30};
    double by_capacity[PROJECTS], by_lead[PROJECTS];
    size_t pivotal = 99;
    (void)state;
    assert_int_equal(
        minrisk_plan_slopes(start, ramp, capacity, PROJECTS, 0, 6, by_capacity, by_lead, &pivotal),
        MINRISK_OK);
    assert_int_equal(pivotal, 1);
    assert_double(by_lead[0], 0);
    assert_double(by_lead[1], 1);
    assert_double(by_lead[2], 0);
    assert_double(by_capacity[1], 0);
    {
        static const double later[] = {9, 6, 6};
        minrisk_plan_slopes(later, ramp, capacity, PROJECTS, 0, 6, by_capacity, by_lead, &pivotal);
        assert_int_equal(pivotal, 1);
    }
    capacity[1] = 0;
    assert_int_equal(
        minrisk_plan_slopes(start, ramp, capacity, PROJECTS, 0, 6, by_capacity, by_lead, &pivotal),
        MINRISK_OK);
    assert_int_equal(pivotal, 2);
    /* At 7 nothing steps, and nothing gains. */
    assert_int_equal(
        minrisk_plan_slopes(start, ramp, capacity, PROJECTS, 0, 7, by_capacity, by_lead, &pivotal),
        MINRISK_E_PARAM);
    assert_int_equal(
        minrisk_plan_slopes(start, ramp, capacity, PROJECTS, -2, 7, by_capacity, by_lead, &pivotal),
        MINRISK_OK);
    assert_double(by_capacity[0], -0.5);
    assert_double(by_lead[0], 0);
}

static void slopes_refuse(void **state)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL};
    double start[] = {3}, ramp[] = {4}, capacity[] = {40}, a[1] = {-7}, b[1] = {-7};
    size_t pivotal = 99;
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        start[0] = bad[i];
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, 0, 4, a, b, &pivotal),
                         MINRISK_E_DATA);
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, bad[i], 4, a, b, &pivotal),
                         MINRISK_E_PARAM);
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, 0, bad[i], a, b, &pivotal),
                         MINRISK_E_PARAM);
        start[0] = 3;
        ramp[0] = bad[i];
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, 0, 4, a, b, &pivotal),
                         MINRISK_E_DATA);
        ramp[0] = 4;
        capacity[0] = bad[i];
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, 0, 4, a, b, &pivotal),
                         MINRISK_E_DATA);
        assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 0, 0, 0, a, b, &pivotal),
                         MINRISK_E_SIZE);
        capacity[0] = 40;
    }
    assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 1, 0, 0, a, b, &pivotal),
                     MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_slopes(NULL, ramp, capacity, 0, 0, 0, a, b, &pivotal),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_slopes(start, NULL, capacity, 0, 0, 0, a, b, &pivotal),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_slopes(start, ramp, NULL, 0, 0, 0, a, b, &pivotal),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 0, 0, 0, NULL, b, &pivotal),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 0, 0, 0, a, NULL, &pivotal),
                     MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_slopes(start, ramp, capacity, 0, 0, 0, a, b, NULL),
                     MINRISK_E_NULL);
    {
        static const double two[] = {3, (double)NAN}, whole[] = {3, 3};
        double c[] = {-7, -7}, d[] = {-7, -7};
        assert_int_equal(minrisk_plan_slopes(whole, two, whole, 2, 0, 4, c, d, &pivotal),
                         MINRISK_E_DATA);
        assert_true(c[0] == -7 && d[1] == -7);
    }
    assert_true(a[0] == -7 && b[0] == -7 && pivotal == 99);
}

/* --- importance and capacity ------------------------------------------------------------------ */

static const double chance[SYSTEM] = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2};
static const uint32_t units[SYSTEM] = {10, 20, 30, 5, 15, 25, 40, 60};

/* SE-11, by enumeration of 2^8 states. */
static void importance(void **state)
{
    static const double expected[SYSTEM] = {0.129608,  0.181524, 0.287816, 0.022632,
                                            0.1650576, 0.240968, 0.499224, 0.636616};
    static const double broken[] = {0.5, 1.0000000000000002};
    double out[SYSTEM];
    (void)state;
    assert_int_equal(minrisk_plan_importance(chance, units, SYSTEM, 100, out, work, 101),
                     MINRISK_OK);
    for (size_t i = 0; i < SYSTEM; i++)
        assert_near(out[i], expected[i], 1e-15);
    minrisk_plan_importance(chance, units, SYSTEM, 7, out, work,
                            8); /* any but that of five is enough */
    assert_near(out[0], 0.2 * 0.3 * 0.5 * 0.6 * 0.7 * 0.8, 1e-15);
    out[0] = -7;
    assert_int_equal(minrisk_plan_importance(chance, units, SYSTEM, 100, out, work, 100),
                     MINRISK_E_SIZE);
    assert_int_equal(minrisk_plan_importance(broken, units, 0, 0, out, work, WORK), MINRISK_E_SIZE);
    assert_int_equal(minrisk_plan_importance(broken, units, 2, 0, out, work, WORK),
                     MINRISK_E_PARAM);
    assert_int_equal(
        minrisk_plan_importance(broken, units, 2, MINRISK_MOST_UNITS + 1, out, work, SIZE_MAX),
        MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_importance(broken, units, 2, 5, out, work, WORK), MINRISK_E_DATA);
    assert_int_equal(minrisk_plan_importance(NULL, units, 0, 0, out, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_importance(chance, NULL, 0, 0, out, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_importance(chance, units, 0, 0, NULL, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_importance(chance, units, 0, 0, out, NULL, 0), MINRISK_E_NULL);
    assert_double(out[0], -7);
}

/* SE-08 and SE-10; for certain, whatever is not certain is missing. */
static void capacity(void **state)
{
    static const double some[] = {1, 0.5, 0}, broken[] = {-0.5}, likely[] = {1 - 1e-9, 1 - 1e-9};
    static const uint32_t tens[] = {10, 20, 30}, none[] = {0};
    uint32_t extra = 7;
    (void)state;
    assert_int_equal(minrisk_plan_capacity(chance, units, SYSTEM, 206, 0.5, &extra, work, WORK),
                     MINRISK_OK);
    assert_int_equal(extra, 121);
    assert_int_equal(minrisk_plan_capacity(chance, units, SYSTEM, 206, 0.99, &extra, work, WORK),
                     MINRISK_OK);
    assert_int_equal(extra, 191);
    assert_int_equal(minrisk_plan_capacity(chance, units, SYSTEM, 206, 1, &extra, work, WORK),
                     MINRISK_OK);
    assert_int_equal(extra, 206);
    minrisk_plan_capacity(chance, units, SYSTEM, 206, 0.99999999999999989, &extra, work, WORK);
    assert_int_equal(extra, 206);
    /* either of two is enough, but for once in 10^18, which a chance of 1 does not overlook */
    assert_int_equal(minrisk_plan_capacity(likely, tens, 2, 10, 1, &extra, work, WORK), MINRISK_OK);
    assert_int_equal(extra, 10);
    minrisk_plan_capacity(likely, tens, 2, 10, 0.99999999999999989, &extra, work, WORK);
    assert_int_equal(extra, 0);
    assert_int_equal(minrisk_plan_capacity(some, tens, 3, 50, 1, &extra, work, WORK), MINRISK_OK);
    assert_int_equal(extra, 40);
    assert_int_equal(minrisk_plan_capacity(some, tens, 3, 50, 0.5, &extra, work, WORK), MINRISK_OK);
    assert_int_equal(extra, 20);
    assert_int_equal(minrisk_plan_capacity(some, tens, 3, 10, 1, &extra, work, WORK), MINRISK_OK);
    assert_int_equal(extra, 0);
    assert_int_equal(minrisk_plan_capacity(some, none, 1, 10, 0.9, &extra, work, WORK), MINRISK_OK);
    assert_int_equal(extra, 10);
    assert_int_equal(minrisk_plan_capacity(NULL, NULL, 0, 0, 1, &extra, work, 1), MINRISK_OK);
    assert_int_equal(extra, 0);
    extra = 7;
    assert_int_equal(minrisk_plan_capacity(broken, tens, 1, 10, 0, &extra, work, 10),
                     MINRISK_E_SIZE);
    assert_int_equal(minrisk_plan_capacity(broken, tens, 1, 10, 0, &extra, work, 11),
                     MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_capacity(broken, tens, 1, 10, (double)NAN, &extra, work, 11),
                     MINRISK_E_PARAM);
    assert_int_equal(
        minrisk_plan_capacity(broken, tens, 1, 10, 1.0000000000000002, &extra, work, 11),
        MINRISK_E_PARAM);
    assert_int_equal(
        minrisk_plan_capacity(broken, tens, 1, MINRISK_MOST_UNITS + 1, 1, &extra, work, SIZE_MAX),
        MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_capacity(broken, tens, 1, 10, 1, &extra, work, 11),
                     MINRISK_E_DATA);
    assert_int_equal(minrisk_plan_capacity(NULL, tens, 1, 10, 0, &extra, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_capacity(some, NULL, 1, 10, 0, &extra, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_capacity(some, tens, 1, 10, 0, NULL, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_capacity(some, tens, 1, 10, 0, &extra, NULL, 0), MINRISK_E_NULL);
    assert_int_equal(extra, 7);
}

/* DX-27 to DX-29: Poisson's law, a mixture of three sizes, and a mean whose exp(-mean) is 0. */
static void unnamed(void **state)
{
    static const double six[] = {6}, mixed[] = {3, 1.8, 1.2}, many[] = {800, 1e6};
    static const uint32_t ten[] = {10}, sizes[] = {1, 2, 4}, one[] = {1, 0};
    static double sums[1000];
    double p = -7;
    (void)state;
    assert_int_equal(minrisk_plan_unnamed(six, ten, 1, 10, &p, sums, 11), MINRISK_OK);
    assert_near(p, 0.9975212478233336, 1e-14);
    minrisk_plan_unnamed(six, ten, 1, 50, &p, sums, 51);
    assert_near(p, 0.7149434996833685, 1e-14);
    minrisk_plan_unnamed(mixed, sizes, 3, 11, &p, sums, 1000);
    assert_near(1 - p, 0.47370850934639247, 1e-14);
    minrisk_plan_unnamed(many, one, 1, 801, &p, sums, 1000);
    assert_near(1 - p, 0.5094016579999424, 1e-12);
    minrisk_plan_unnamed(many, one, 2, 901, &p, sums, 1000); /* of no capacity, however many */
    assert_near(1 - p, 0.9997568905427099, 1e-12);
    minrisk_plan_unnamed(many + 1, ten, 1, 999, &p, sums, 1000);
    assert_double(p, 1);
    minrisk_plan_unnamed(NULL, NULL, 0, 0, &p, sums, 1);
    assert_double(p, 1);
    minrisk_plan_unnamed(NULL, NULL, 0, 1, &p, sums, 2);
    assert_double(p, 0);
    {
        static const double bad[] = {-1, (double)NAN, HUGE_VAL, 1000000.0000000001};
        p = -7;
        for (size_t i = 0; i < COUNT(bad); i++)
            assert_int_equal(minrisk_plan_unnamed(&bad[i], ten, 1, 9, &p, sums, 10),
                             MINRISK_E_DATA);
        assert_int_equal(minrisk_plan_unnamed(bad, ten, 1, 9, &p, sums, 9), MINRISK_E_SIZE);
        assert_int_equal(
            minrisk_plan_unnamed(bad, ten, 1, MINRISK_MOST_UNITS + 1, &p, sums, SIZE_MAX),
            MINRISK_E_PARAM);
        assert_int_equal(minrisk_plan_unnamed(NULL, ten, 1, 9, &p, sums, 0), MINRISK_E_NULL);
        assert_int_equal(minrisk_plan_unnamed(bad, NULL, 1, 9, &p, sums, 0), MINRISK_E_NULL);
        assert_int_equal(minrisk_plan_unnamed(bad, ten, 1, 9, NULL, sums, 0), MINRISK_E_NULL);
        assert_int_equal(minrisk_plan_unnamed(bad, ten, 1, 9, &p, NULL, 0), MINRISK_E_NULL);
        assert_double(p, -7);
    }
}

/* --- by a year -------------------------------------------------------------------------------- */

static minrisk_status needed_by(double year, double part, size_t length, minrisk_needed *out)
{
    static const double start[] = {-1, 3, 5}, ramp[] = {0, 4, 2}, rate[] = {10, 40, 40};
    static const double knot[] = {0, 20}, line[] = {60, 180};
    minrisk_projects p = {.count = 3, .start = start, .ramp = ramp, .capacity = rate};
    minrisk_condition c = {
        .kind = MINRISK_COVERAGE, .fraction = 1, .knots = 2, .need_year = knot, .need = line};
    if (length < WORK)
        c.kind = MINRISK_SHARE;
    return minrisk_plan_needed(&p, &c, year, part, work, length, out);
}

/* SE-05 to SE-07: 108 needed and 90 there; what is lacking adds up from 50 down and up again. */
static void needed(void **state)
{
    minrisk_needed n, before;
    const double at_five =
        60 + 6 * 5 - 10 - 20; /* 60, of which the second half of a ramp gives 20 */
    (void)state;
    assert_int_equal(needed_by(8, 0.5, WORK, &n), MINRISK_OK);
    assert_near(n.deficit, 18, 1e-13);
    assert_near(n.nameplate, 36, 1e-13);
    assert_near(n.slope, 2.25, 1e-14);
    /* 3 years from 50 to 68, 2 to 60, 2 to 12, and 1 to 18. */
    assert_near(n.stock, 3 * 59 + 2 * (68 + at_five) / 2 + 2 * (at_five + 12) / 2 + 15, 1e-11);
    assert_int_equal(n.known, MINRISK_NEEDED_NAMEPLATE | MINRISK_NEEDED_SLOPE);
    assert_int_equal(n.reserved, 0);
    assert_int_equal(needed_by(8, 0, WORK, &n), MINRISK_OK);
    assert_int_equal(n.known, MINRISK_NEEDED_SLOPE);
    assert_double(n.nameplate, 0);
    assert_int_equal(needed_by(0, 1, WORK, &n), MINRISK_OK);
    assert_int_equal(n.known, MINRISK_NEEDED_NAMEPLATE);
    assert_double(n.nameplate, 50);
    assert_double(n.slope, 0);
    assert_double(n.stock, 0);
    before = n;
    assert_int_equal(needed_by(8, 1.5, WORK, &n), MINRISK_E_PARAM);
    assert_int_equal(needed_by(8, (double)NAN, WORK, &n), MINRISK_E_PARAM);
    assert_int_equal(needed_by(-8, 1, WORK, &n), MINRISK_E_PARAM);
    assert_int_equal(needed_by(HUGE_VAL, 1, WORK, &n), MINRISK_E_PARAM);
    assert_int_equal(needed_by(8, 1, WORK - 1, &n), MINRISK_E_PARAM); /* a share */
    assert_int_equal(needed_by(8, 1.5, 0, &n), MINRISK_E_SIZE);
    assert_int_equal(needed_by(8, 1.5, 0, NULL), MINRISK_E_NULL);
    assert_memory_equal(&n, &before, sizeof n);
}

/* Nothing is lacking: no part of any ramp is needed. */
static void nothing_needed(void **state)
{
    static const double start[] = {-1}, ramp[] = {0}, rate[] = {60}, bad[] = {-60};
    static const double knot[] = {0}, line[] = {60};
    minrisk_projects p = {.count = 1, .start = start, .ramp = ramp, .capacity = rate};
    minrisk_condition c = {
        .kind = MINRISK_COVERAGE, .fraction = 1, .knots = 1, .need_year = knot, .need = line};
    minrisk_needed n;
    (void)state;
    assert_int_equal(minrisk_plan_needed(&p, &c, 0, 0, work, WORK, &n), MINRISK_OK);
    assert_int_equal(n.known, MINRISK_NEEDED_NAMEPLATE | MINRISK_NEEDED_SLOPE);
    assert_true(n.deficit <= 0 && n.nameplate <= 0 && n.slope <= 0 && n.stock <= 0);
    p.capacity = bad;
    assert_int_equal(minrisk_plan_needed(&p, &c, 0, 0, work, WORK, &n), MINRISK_E_DATA);
    assert_int_equal(minrisk_plan_needed(&p, &c, 0, 2, work, WORK, &n), MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_needed(NULL, &c, 0, 2, work, WORK, &n), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_needed(&p, NULL, 0, 2, work, WORK, &n), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_needed(&p, &c, 0, 2, NULL, WORK, &n), MINRISK_E_NULL);
}

/* --- without ---------------------------------------------------------------------------------- */

static const int32_t leads[] = {1 * YEAR, 3 * YEAR, 2 * YEAR, 6 * YEAR};
static const uint32_t phase[] = {0, 1, 1}, tens[] = {10, 10, 10}, country[] = {0, 5, 5};
static const size_t phase_first[] = {0, 1, 2, 3};
static uint32_t need[] = {10};
static int32_t room[64];

static minrisk_model three_projects(void)
{
    minrisk_model m = {0};
    m.projects = PROJECTS;
    m.capacity = tens;
    m.country = country;
    m.phase_first = phase_first;
    m.phase = phase;
    m.tables = 2;
    m.table_len = 2;
    m.table = leads;
    m.stages = 1;
    m.need = need;
    m.horizon = 20 * YEAR;
    return m;
}

static minrisk_tally without(const minrisk_model *m, int32_t what, uint32_t which)
{
    minrisk_tally t;
    minrisk_tally_init(&t, sizeof t);
    assert_int_equal(minrisk_plan_without(m, what, which, 9, 0, 100, room, COUNT(room), &t),
                     MINRISK_OK);
    return t;
}

/* The same trials, one by one, as the starts of the other projects say. */
static void left_out(void **state)
{
    const minrisk_model m = three_projects();
    minrisk_tally project = without(&m, MINRISK_WITHOUT_PROJECT, 0);
    minrisk_tally abroad = without(&m, MINRISK_WITHOUT_COUNTRY, 5);
    minrisk_tally nobody = without(&m, MINRISK_WITHOUT_COUNTRY, 3), all;
    uint64_t least = 0, own = 0;
    (void)state;
    for (uint64_t i = 0; i < 100; i++) {
        int32_t start[PROJECTS];
        minrisk_trial t;
        minrisk_forecast_trial(&m, 9, i, room, COUNT(room), start, &t);
        least += (uint64_t)(start[1] < start[2] ? start[1] : start[2]);
        own += (uint64_t)start[0];
    }
    assert_int_equal(project.sum, least);
    assert_int_equal(abroad.sum, own);
    minrisk_tally_init(&all, sizeof all);
    minrisk_forecast_run(&m, 9, 0, 100, room, COUNT(room), &all);
    assert_memory_equal(&all, &nobody, sizeof all);
    assert_true(all.sum < project.sum);
}

/* A second stage that the third project alone can cover, or whose need changes: without it, the
 * trials are those of the first stage alone. */
static void stage_left_out(void **state)
{
    static const uint32_t stage[] = {0, 0, 1}, two_needs[] = {10, 10, 5};
    static const uint32_t changing[] = {10, 10, 9, 0, 10};
    static const size_t first[] = {0, 2, 5};
    static const int32_t tick[] = {0, 0, 0, YEAR, 9 * YEAR};
    minrisk_model m = three_projects();
    minrisk_tally alone, both;
    (void)state;
    m.stage = stage;
    m.stages = 2;
    m.need = two_needs;
    both = without(&m, MINRISK_WITHOUT_STAGE, 1);
    m.need_first = first;
    m.need_tick = tick;
    m.need = changing;
    alone = without(&m, MINRISK_WITHOUT_STAGE, 1);
    assert_int_equal(alone.sum, both.sum);
    assert_int_equal(alone.bottleneck[0], 100);
    assert_int_equal(both.bottleneck[0], 100);
    assert_int_equal(both.bottleneck[1], 0);
    both =
        without(&m, MINRISK_WITHOUT_STAGE, 0); /* now of the second: at year 1 it needs nothing */
    assert_int_equal(both.bottleneck[0], 0);
    assert_true(both.sum < alone.sum);
    both = without(&m, MINRISK_WITHOUT_STAGE, 7);
    assert_true(both.sum > alone.sum || both.never > 0);
}

static void without_refuses(void **state)
{
    minrisk_model m = three_projects();
    minrisk_tally t;
    (void)state;
    minrisk_tally_init(&t, sizeof t);
    m.horizon = -1;
    assert_int_equal(minrisk_plan_without(NULL, 0, 0, 9, 0, 1, room, 0, &t), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_without(&m, 0, 0, 9, 0, 1, NULL, 0, &t), MINRISK_E_NULL);
    assert_int_equal(minrisk_plan_without(&m, 0, 0, 9, 0, 1, room, 0, NULL), MINRISK_E_NULL);
    t.version = 0;
    assert_int_equal(minrisk_plan_without(&m, 0, 0, 9, 0, 1, room, 0, &t), MINRISK_E_STATE);
    t.version = 1;
    assert_int_equal(minrisk_plan_without(&m, 0, 0, 9, 0, 1, room, 32, &t), MINRISK_E_SIZE);
    assert_int_equal(minrisk_plan_without(&m, 1, 0, 9, 0, 1, room, 33, &t), MINRISK_E_PARAM);
    m.horizon = 9;
    m.table_len = 2;
    assert_int_equal(minrisk_plan_without(&m, 4, 0, 9, 0, 1, room, 33, &t), MINRISK_E_PARAM);
    m.tables = 1;
    assert_int_equal(minrisk_plan_without(&m, 0, 0, 9, 0, 1, room, 33, &t), MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_without(&m, 2, 0, 9, 0, 1, room, 33, &t), MINRISK_E_DATA);
    assert_int_equal(t.trials, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ramps),           cmocka_unit_test(steps),
        cmocka_unit_test(slopes_refuse),   cmocka_unit_test(importance),
        cmocka_unit_test(capacity),        cmocka_unit_test(unnamed),
        cmocka_unit_test(needed),          cmocka_unit_test(nothing_needed),
        cmocka_unit_test(left_out),        cmocka_unit_test(stage_left_out),
        cmocka_unit_test(without_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
