/* SPDX-License-Identifier: MIT */
/* Contributions and changes worked out by hand as fractions, and points that add up. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { MOST = 40, ROUNDS = 2000 };

/* {4, 2, 1, 1}: 16, 4, 1 and 1 of 64. */
static void contributions(void **state)
{
    static const double market[] = {4, 2, -0.0, 1, 1}, part[] = {16, 4, 0, 1, 1};
    double each[5] = {-1, -1, -1, -1, -1};
    (void)state;
    assert_int_equal(minrisk_hhi_contributions(market, 5, each), MINRISK_OK);
    for (size_t i = 0; i < 5; i++)
        assert_double(each[i], part[i] / 64);
}

/* One rounding: 1/9 of {1, 1, 1}, where a rounded 1/3 squared is another double. */
static void contributions_are_rounded_once(void **state)
{
    static const double market[] = {1, 1, 1}, far[] = {1e308, 1e308, 1e308};
    double each[3] = {-1, -1, -1};
    (void)state;
    assert_int_equal(minrisk_hhi_contributions(market, 3, each), MINRISK_OK);
    assert_double(each[1], 1 / 9.);
    assert_int_equal(minrisk_hhi_contributions(far, 3, each), MINRISK_OK);
    assert_double(each[2], 1 / 9.);
}

static void contributions_in_place(void **state)
{
    double market[] = {2, 1, 1};
    (void)state;
    assert_int_equal(minrisk_hhi_contributions(market, 3, market), MINRISK_OK);
    assert_double(market[0], 4 / 16.);
    assert_double(market[1], 1 / 16.);
    assert_double(market[2], 1 / 16.);
}

/* Each member as an integer over `den`, a power of two or such that one division rounds it. */
static const struct {
    double before[4], after[4];
    double whole, stayers, entries, exits, den;
} changes[] = {
    /* {2, 1, 1, 0} of 4 and {4, 2, 0, 2} of 8: 1/2, 1/4, 1/4 to 1/2, 1/4, 0, 1/4 */
    {{2, 1, 1, -0.0}, {4, 2, -0.0, 2}, 0, 0, 1, -1, 16},
    /* {3, 1} of 4 and {1, 1, 2} of 4: 9/16 and 1/16 to 1/16 and 1/16, and 4/16 come */
    {{3, 1, 0, 0}, {1, 1, 2, 0}, -4, -8, 4, 0, 16},
    /* from a monopoly to four equal ones, and to another monopoly */
    {{5, 0, 0, 0}, {7, 7, 7, 7}, -12, -15, 3, 0, 16},
    {{5, 0, 0, 0}, {0, 0, 7, 0}, 0, 0, 1, -1, 1},
    /* the same shares in another unit: nothing changed, and no rounding says otherwise */
    {{.1, .2, .3, .4}, {.1 * 4, .2 * 4, .3 * 4, .4 * 4}, 0, 0, 0, 0, 1},
    /* a third each, and one of them gone: 1/2 - 1/3 = 1/6, stayers 2/4 - 2/9 = 10/36, -4/36 */
    {{1, 1, 1, 0}, {9, 9, 0, 0}, 6, 10, 0, -4, 36},
    /* the far ends of double: 1/3 and 1/2 of what is large, 1/2 of what is small */
    {{1e308, 1e308, 1e308, 0}, {5e-324, 5e-324, 0, 0}, 6, 10, 0, -4, 36},
};

static void known_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(changes); i++) {
        minrisk_change change = {9, 9, 9, 9};
        assert_int_equal(minrisk_hhi_change(changes[i].before, changes[i].after, 4, &change),
                         MINRISK_OK);
        assert_double(change.whole, changes[i].whole / changes[i].den);
        assert_double(change.stayers, changes[i].stayers / changes[i].den);
        assert_double(change.entries, changes[i].entries / changes[i].den);
        assert_double(change.exits, changes[i].exits / changes[i].den);
    }
}

/* Two ulps moved between equal suppliers: {1 + 2u, 1 - 2u} against {1, 1}, (2 + 8 u^2)/4 - 1/2 =
 * 2 u^2, which no difference of two doubles shows. */
static void a_change_far_below_the_index(void **state)
{
    const double u = power_of_two(-53), before[] = {1, 1}, after[] = {1 + 2 * u, 1 - 2 * u};
    double each[2] = {9, 9};
    minrisk_change change = {9, 9, 9, 9};
    (void)state;
    assert_int_equal(minrisk_hhi_change(before, after, 2, &change), MINRISK_OK);
    assert_double(change.whole, 2 * u * u);
    assert_double(change.stayers, 2 * u * u);
    /* ((1 + 2u)^2 - 1) / 4 = u + u^2 is rounded to u, ((1 - 2u)^2 - 1) / 4 = -u + u^2 to -u */
    assert_int_equal(minrisk_hhi_change_each(before, after, 2, each), MINRISK_OK);
    assert_double(each[0], u + u * u);
    assert_double(each[1], -u + u * u);
}

static void changes_of_each(void **state)
{
    static const double before[] = {3, 1, 0, -0.0}, after[] = {1, 1, 2, 0};
    static const double expected[] = {-8, 0, 4, 0};
    double each[4], in_place[2][4];
    (void)state;
    memcpy(in_place[0], before, sizeof before);
    memcpy(in_place[1], after, sizeof after);
    assert_int_equal(minrisk_hhi_change_each(before, after, 4, each), MINRISK_OK);
    assert_int_equal(minrisk_hhi_change_each(in_place[0], after, 4, in_place[0]), MINRISK_OK);
    assert_int_equal(minrisk_hhi_change_each(before, in_place[1], 4, in_place[1]), MINRISK_OK);
    for (size_t i = 0; i < 4; i++) {
        assert_double(each[i], expected[i] / 16);
        assert_double(in_place[0][i], expected[i] / 16);
        assert_double(in_place[1][i], expected[i] / 16);
    }
}

/* --- points ---------------------------------------------------------------------------------- */

static void assert_points(const double *part, size_t n, double whole, const int32_t *expected)
{
    int32_t points[8] = {-9, -9, -9, -9, -9, -9, -9, -9};
    assert_int_equal(minrisk_parts_to_points(part, n, whole, points), MINRISK_OK);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(points[i], expected[i]);
}

static void points_add_up(void **state)
{
    static const double thirds[] = {1 / 3., 1 / 3., 1 / 3.};
    static const int32_t of_thirds[] = {3334, 3333, 3333};
    /* 1000 x 2^-13 = .1220703125: 1220.703125 points; 8,192 parts sum to 1 */
    static const double parts[] = {1000 / 8192., 2000 / 8192., 5192 / 8192.};
    static const int32_t of_parts[] = {1221, 2441, 6338}; /* .70, .41, .89 left of 1220 2441 6337 */
    /* -.5 and .75 of a point: below are -1 and 0, with remainders .5 and .75; .25 rounds to 0 */
    static const double mixed[] = {-.5 / 8192 * .8192, .75 / 8192 * .8192};
    static const int32_t of_mixed[] = {-1, 1};
    static const double none[] = {0, -0.0}, one[] = {1}, minus_one[] = {-1};
    static const int32_t of_none[] = {0, 0}, of_one[] = {10000}, of_minus_one[] = {-10000};
    (void)state;
    assert_points(thirds, 3, 1, of_thirds);
    assert_points(parts, 3, 1, of_parts);
    assert_points(mixed, 2, .25 / 8192 * .8192, of_mixed);
    assert_points(none, 2, 0, of_none);
    assert_points(one, 1, 1, of_one);
    assert_points(minus_one, 1, -1, of_minus_one);
}

/* The whole on the middle between two points is even: 2^-5 is 312.5 points, 3 2^-5 937.5. */
static void a_whole_on_the_middle_is_even(void **state)
{
    static const double part[] = {1 / 32., 3 / 32., -1 / 32., -3 / 32.};
    static const int32_t even[] = {312, 938, -312, -938};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        assert_points(&part[i], 1, part[i], &even[i]);
}

static void the_smallest_parts(void **state)
{
    const double part[] = {smallest(), -smallest(), power_of_two(-70), 1};
    const int32_t of_one[] = {0, 0, 0, 10000};
    (void)state;
    assert_points(part, 4, 1, of_one);
    assert_points(part, 1, smallest(), of_one);
    assert_points(&part[1], 1, -smallest(), of_one);
}

/* Where nothing else decides, the first of equals: 6 parts of 1666 2/3 points, 4 of them raised. */
static void the_first_of_equals(void **state)
{
    double part[6];
    const int32_t raised[] = {1667, 1667, 1667, 1667, 1666, 1666};
    (void)state;
    for (size_t i = 0; i < 6; i++)
        part[i] = 1 / 6.;
    assert_points(part, 6, 1, raised);
}

static void refused_points(void **state)
{
    const double part[] = {.25, .25},
                 outside[] = {next_up(1), -next_up(1), infinity(), -infinity(), not_a_number()};
    int32_t points[2] = {77, 77};
    (void)state;
    assert_int_equal(minrisk_parts_to_points(NULL, 0, 2, points), MINRISK_E_NULL);
    assert_int_equal(minrisk_parts_to_points(part, 0, 2, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_parts_to_points(part, 0, 2, points), MINRISK_E_SIZE);
    /* 5,000 points and nothing to round: no other whole will do */
    assert_int_equal(minrisk_parts_to_points(part, 2, .5001, points), MINRISK_E_PARAM);
    assert_int_equal(minrisk_parts_to_points(part, 2, .4999, points), MINRISK_E_PARAM);
    assert_int_equal(minrisk_parts_to_points(part, 2, .50004, points), MINRISK_OK);
    points[0] = points[1] = 77;
    for (size_t i = 0; i < COUNT(outside); i++) {
        const double bad[] = {.5, outside[i]};
        assert_int_equal(minrisk_parts_to_points(part, 2, outside[i], points), MINRISK_E_PARAM);
        assert_int_equal(minrisk_parts_to_points(bad, 2, outside[i], points), MINRISK_E_PARAM);
        assert_int_equal(minrisk_parts_to_points(bad, 2, .5, points), MINRISK_E_DATA);
        assert_int_equal(minrisk_parts_to_points(&bad[1], 1, .5, points), MINRISK_E_DATA);
    }
    assert_int_equal(points[0], 77);
    assert_int_equal(points[1], 77);
}

/* By hand in whole numbers, for parts in units of 2^-24 of 1. */
typedef struct remainder {
    int64_t above;
    size_t index;
} remainder;

static int larger_first(const void *a, const void *b)
{
    remainder x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    if (x.above != y.above)
        return x.above > y.above ? -1 : 1;
    return x.index < y.index ? -1 : 1;
}

static int64_t floor_shift(int64_t x)
{
    return x >= 0 ? x >> 24 : -((-x + 0xffffff) >> 24);
}

static void points_of(const int64_t *part, size_t n, int32_t *points)
{
    remainder r[MOST];
    int64_t whole = 0, lacking;
    for (size_t i = 0; i < n; i++)
        whole += part[i];
    lacking = floor_shift(whole * 10000 + 0x800000);
    if (((whole * 10000 + 0x800000) & 0xffffff) == 0 && lacking % 2 != 0)
        lacking--;
    for (size_t i = 0; i < n; i++) {
        points[i] = (int32_t)floor_shift(part[i] * 10000);
        r[i].above = part[i] * 10000 - (int64_t)points[i] * 0x1000000;
        r[i].index = i;
        lacking -= points[i];
    }
    qsort(r, n, sizeof *r, larger_first);
    for (size_t i = 0; i < (size_t)lacking; i++)
        points[r[i].index]++;
}

static void points_by_largest_remainder(void **state)
{
    random_source source = {17920404};
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        int64_t part[MOST], whole = 0;
        double parts[MOST];
        int32_t expected[MOST], points[MOST];
        size_t n = random_size(&source, 1, MOST);
        uint64_t width = random_below(&source, 2) ? 400000 : 4000;
        for (size_t i = 0; i < n; i++) {
            part[i] = (int64_t)random_below(&source, width);
            part[i] = random_below(&source, 3) == 0 ? -part[i] : part[i];
            parts[i] = (double)part[i] / 0x1000000;
            whole += part[i];
        }
        points_of(part, n, expected);
        assert_int_equal(minrisk_parts_to_points(parts, n, (double)whole / 0x1000000, points),
                         MINRISK_OK);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(points[i], expected[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions),
        cmocka_unit_test(contributions_are_rounded_once),
        cmocka_unit_test(contributions_in_place),
        cmocka_unit_test(known_changes),
        cmocka_unit_test(a_change_far_below_the_index),
        cmocka_unit_test(changes_of_each),
        cmocka_unit_test(points_add_up),
        cmocka_unit_test(a_whole_on_the_middle_is_even),
        cmocka_unit_test(the_smallest_parts),
        cmocka_unit_test(the_first_of_equals),
        cmocka_unit_test(refused_points),
        cmocka_unit_test(points_by_largest_remainder),
    };
    return cmocka_run_group_tests_name("unit_change", tests, NULL, NULL);
}
