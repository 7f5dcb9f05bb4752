/* SPDX-License-Identifier: MIT */
/* Closed forms at values worked out by hand, and the texts. */
#include <string.h>

#include "minrisk.h"
#include "support/when.h"

static void each_when_status_has_its_own_text(void **state)
{
    (void)state;
    for (int32_t i = MINRISK_ALREADY; i <= MINRISK_UNDEFINED; i++) {
        assert_string_not_equal(minrisk_when_text(i), "unknown");
        for (int32_t j = MINRISK_ALREADY; j < i; j++)
            assert_string_not_equal(minrisk_when_text(i), minrisk_when_text(j));
    }
    assert_string_equal(minrisk_when_text(0), "unknown");
    assert_string_equal(minrisk_when_text(7), "unknown");
    assert_string_equal(minrisk_when_text(INT32_MIN), "unknown");
}

static void each_assumption_has_its_own_text(void **state)
{
    (void)state;
    for (uint32_t i = 1; i <= MINRISK_PROXY_DATA; i *= 2) {
        assert_string_not_equal(minrisk_assumption_text(i), "unknown");
        for (uint32_t j = 1; j < i; j *= 2)
            assert_string_not_equal(minrisk_assumption_text(i), minrisk_assumption_text(j));
    }
    assert_string_equal(minrisk_assumption_text(0), "unknown");
    assert_string_equal(minrisk_assumption_text(3), "unknown");
    assert_string_equal(minrisk_assumption_text(512), "unknown");
    assert_string_equal(minrisk_assumption_text(UINT32_MAX), "unknown");
}

/* Up to the horizon, a trend has one spell; beyond it, nothing is said of spells. */
static void assert_sustained_from_the_first(const minrisk_when *when)
{
    int within = when->status == MINRISK_ALREADY || when->status == MINRISK_REACHED;
    assert_int_equal(when_knows(when, MINRISK_KNOWS_SUSTAINED), within);
    assert_double(when->sustained, within ? when->first : 0);
    assert_int_equal(when->windows, within);
}

static minrisk_when linear(double supply, double a, double need, double b, double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(minrisk_when_linear(supply, a, need, b, horizon, &when), MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

static const struct {
    double supply, a, need, b, horizon;
    int32_t status;
    double first; /* ignored where it is not known */
} lines[] = {
    {10, 5, 60, 2.5, 100, MINRISK_REACHED, 20},
    {10, 5, 60, 0, 10, MINRISK_REACHED, 10}, /* the horizon itself is within */
    {10, 5, 60, 0, 9, MINRISK_BEYOND_HORIZON, 10},
    {10, 0, 60, -2, 1000, MINRISK_REACHED, 25},
    {10, 5, 60, 5, 1000, MINRISK_NEVER, 0},
    {10, 1, 60, 5, 1000, MINRISK_NEVER, 0},
    {10, -1, 60, 0, 1000, MINRISK_NEVER, 0},
    {60, 0, 60, 0, 1000, MINRISK_ALREADY, 0},
    {70, -1, 60, 0, 1000, MINRISK_ALREADY, 0},
    {0, 0, 0, 0, 0, MINRISK_ALREADY, 0},
    {0, 1, 7, 0, 1000, MINRISK_REACHED, 7},
    {0, 3, 1, 0, 1000, MINRISK_REACHED, 1 / 3.},
    {1e308, 1e308, 1.5e308, -1e308, 1, MINRISK_REACHED, .25}, /* a - b is no double */
    {0, 1, 1e300, 0, 1000, MINRISK_BEYOND_HORIZON, 1e300},
};

static void known_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        minrisk_when when =
            linear(lines[i].supply, lines[i].a, lines[i].need, lines[i].b, lines[i].horizon);
        assert_int_equal(when.status, lines[i].status);
        assert_true(when_knows(&when, MINRISK_KNOWS_SATISFIED));
        if (lines[i].status == MINRISK_NEVER)
            continue;
        assert_true(when_knows(&when, MINRISK_KNOWS_FIRST));
        assert_double(when.first, lines[i].first);
        assert_sustained_from_the_first(&when);
        assert_true(when.assumptions & MINRISK_ASSUMES_TREND_HOLDS);
    }
}

/* Rates that differ in the last bit: a - b is 2^-53, exactly, and 2^53 years no accident. */
static void near_parallel_lines(void **state)
{
    minrisk_when when = linear(0, 1, 1, next_down(1), 1e20);
    (void)state;
    assert_int_equal(when.status, MINRISK_REACHED);
    assert_double(when.first, 9007199254740992.);
}

static void a_crossing_past_the_range_of_double(void **state)
{
    minrisk_when when = linear(0, 5e-324, 1e308, 0, infinity());
    (void)state;
    assert_int_equal(when.status, MINRISK_BEYOND_HORIZON);
    assert_false(when_knows(&when, MINRISK_KNOWS_FIRST));
    assert_int_equal(when.windows, 0);
}

static void covered_now_and_lost_later(void **state)
{
    minrisk_when when = linear(70, -1, 60, 0, 25);
    (void)state;
    assert_int_equal(when.status, MINRISK_ALREADY);
    assert_int_equal(when.windows, 1);
    assert_true(when_knows(&when, MINRISK_KNOWS_LOST));
    assert_double(when.lost, 10.0);
    assert_double(when.satisfied, 10.0);
    assert_false(when_knows(&when, MINRISK_KNOWS_PERMANENT));

    when = linear(70, -1, 60, 0, 5); /* up to the horizon, and the end is known all the same */
    assert_true(when_knows(&when, MINRISK_KNOWS_LOST));
    assert_double(when.lost, 10.0);
    assert_true(when_knows(&when, MINRISK_KNOWS_PERMANENT));
    assert_double(when.satisfied, 5.0);
}

static void reached_and_kept(void **state)
{
    minrisk_when when = linear(10, 5, 60, 2.5, 50);
    (void)state;
    assert_true(when_knows(&when, MINRISK_KNOWS_PERMANENT));
    assert_double(when.permanent, 20.0);
    assert_double(when.satisfied, 30.0);
    assert_int_equal(when.windows, 1);
    assert_false(when_knows(&when, MINRISK_KNOWS_LOST));
}

static minrisk_when exponential(double supply, double g, double need, double h, double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(minrisk_when_exponential(supply, g, need, h, horizon, &when), MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

static const struct {
    double supply, g, need, h, horizon;
    int32_t status;
    double first;
} curves[] = {
    {1, 1, 8, 0, 100, MINRISK_REACHED, 3},   /* doubling: 2^3 = 8 */
    {1, 0, 8, -.5, 100, MINRISK_REACHED, 3}, /* halving */
    {1, 3, 32, 1, 100, MINRISK_REACHED, 5},  /* 4^t against 32 * 2^t */
    {5e-324, 1, 4.94065645841246544e-324 * 1024, 0, 100, MINRISK_REACHED, 10},
    {1, 1, 8, 0, 2, MINRISK_BEYOND_HORIZON, 3},
    {1, .1, 2, .1, 100, MINRISK_NEVER, 0},
    {1, .05, 2, .1, 100, MINRISK_NEVER, 0},
    {0, .5, 2, 0, 100, MINRISK_NEVER, 0},
    {0, 5, 2, -.9, 100, MINRISK_NEVER, 0}, /* nothing grows to nothing */
    {2, 0, 2, .5, 100, MINRISK_ALREADY, 0},
    {0, 0, 0, 0, 100, MINRISK_ALREADY, 0},
};

static void known_curves(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(curves); i++) {
        minrisk_when when = exponential(curves[i].supply, curves[i].g, curves[i].need, curves[i].h,
                                        curves[i].horizon);
        assert_int_equal(when.status, curves[i].status);
        if (curves[i].status == MINRISK_NEVER)
            continue;
        assert_near(when.first, curves[i].first, 1e-15 * curves[i].first);
        assert_sustained_from_the_first(&when);
        assert_true(when.assumptions & MINRISK_ASSUMES_TREND_HOLDS);
    }
}

/* 8 against 1, halved a year: lost after 3. */
static void a_curve_that_is_lost(void **state)
{
    minrisk_when when = exponential(8, -.5, 1, 0, 10);
    (void)state;
    assert_int_equal(when.status, MINRISK_ALREADY);
    assert_true(when_knows(&when, MINRISK_KNOWS_LOST));
    assert_near(when.lost, 3.0, 1e-15);
    assert_near(when.satisfied, 3.0, 1e-15);
}

static minrisk_when share(double dominant, double g, double others, double h, double threshold)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(minrisk_when_share(dominant, g, others, h, threshold, 100, &when), MINRISK_OK);
    assert_when_coherent(&when, 100);
    return when;
}

static const struct {
    double dominant, g, others, h, threshold;
    int32_t status;
    double first;
} parties[] = {
    {8, 0, 1, 1, .5, MINRISK_REACHED, 3}, /* others double thrice to 8 of 16 */
    {8, -.5, 1, 0, .5, MINRISK_REACHED, 3},
    {12, 0, 1, 1, .75, MINRISK_REACHED, 2},     /* 12 of 16 */
    {65, .1, 35, .05, .65, MINRISK_ALREADY, 0}, /* exactly at the threshold */
    {92, .15, 8, .15, .65, MINRISK_NEVER, 0},
    {92, .15, 8, .05, .65, MINRISK_NEVER, 0},
    {100, .02, 0, .5, .65, MINRISK_NEVER, 0}, /* nobody else to grow */
    {0, .5, 8, .05, 0, MINRISK_ALREADY, 0},
    {1, -.5, 8, .05, 0, MINRISK_NEVER, 0}, /* a share of 0 is a limit */
    {1, 5, 0, 0, 1, MINRISK_ALREADY, 0},
    {0, 0, 0, 0, .5, MINRISK_UNDEFINED, 0},
    {8, 0, 1, 1e-30, .5, MINRISK_BEYOND_HORIZON, 2.0794415416798357e30}, /* ln 8 / 1e-30 */
};

static void known_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(parties); i++) {
        minrisk_when when = share(parties[i].dominant, parties[i].g, parties[i].others,
                                  parties[i].h, parties[i].threshold);
        assert_int_equal(when.status, parties[i].status);
        if (when_knows(&when, MINRISK_KNOWS_FIRST))
            assert_near(when.first, parties[i].first, 4e-16 * parties[i].first);
    }
}

static void pinned_values(void **state)
{
    (void)state;
    assert_int_equal(MINRISK_ALREADY, 1);
    assert_int_equal(MINRISK_UNDEFINED, 6);
    assert_int_equal(MINRISK_KNOWS_BINDING, 32);
    assert_int_equal(MINRISK_ASSUMES_ALL_SUCCEED, 1);
    assert_int_equal(MINRISK_PROXY_DATA, 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_when_status_has_its_own_text),
        cmocka_unit_test(each_assumption_has_its_own_text),
        cmocka_unit_test(known_lines),
        cmocka_unit_test(near_parallel_lines),
        cmocka_unit_test(a_crossing_past_the_range_of_double),
        cmocka_unit_test(covered_now_and_lost_later),
        cmocka_unit_test(reached_and_kept),
        cmocka_unit_test(known_curves),
        cmocka_unit_test(a_curve_that_is_lost),
        cmocka_unit_test(known_shares),
        cmocka_unit_test(pinned_values),
    };
    return cmocka_run_group_tests_name("unit_trend", tests, NULL, NULL);
}
