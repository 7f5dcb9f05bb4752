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
    static const double some[] = {1, 0.5, 0}, broken[] = {-0.5};
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
    assert_int_equal(minrisk_plan_without(&m, 3, 0, 9, 0, 1, room, 33, &t), MINRISK_E_PARAM);
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
        cmocka_unit_test(capacity),        cmocka_unit_test(left_out),
        cmocka_unit_test(without_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
