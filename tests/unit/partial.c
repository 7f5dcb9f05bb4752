/* SPDX-License-Identifier: MIT */
/* Bounds on the HHI of markets with a residual, worked out by hand as fractions. */
#include "minrisk.h"
#include "support/check.h"

static minrisk_interval bounds_of(const double *named, size_t n, double residual, size_t suppliers,
                                  double cap)
{
    minrisk_interval hhi = {-1, -1};
    assert_int_equal(minrisk_hhi_bounds(named, n, residual, suppliers, cap, &hhi), MINRISK_OK);
    return hhi;
}

/* The double nearest to each bound is on a known side of it: .21, .24 and .3 are stored too low,
 * so rounding up gives the next double, and 5/9 is stored too high. */
static const struct {
    double named[3];
    size_t n;
    double residual;
    size_t suppliers;
    double cap;
    double low, high;
    int up; /* high is the double above the one given */
} cases[] = {
    /* {4, 2, 1} and 3 others: 21/100 .. 24/100 under the natural cap of 1, 30/100 without one */
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, 1, .21, .24, 1},
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .21, .3, 1},
    {{4, 2, 1}, 3, 3, 3, 1, .24, .24, 1},
    {{4, 2, 1}, 3, 3, 1, MINRISK_NO_CAP, .3, .3, 1},
    {{4, 2, 1}, 3, 3, MINRISK_UNKNOWN_COUNT, 5, .21, .3, 1}, /* a cap above the residual */
    /* dyadic, so low and high are exact: {2, 1} and 1 other: 5/16 .. 6/16 */
    {{2, 1}, 2, 1, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 5 / 16., 6 / 16., 0},
    {{2, 1}, 2, 1, 4, MINRISK_NO_CAP, 21 / 64., 6 / 16., 0}, /* (5 + 1/4) / 16 */
    {{2, 1}, 2, 1, 2, .75, 11 / 32., 45 / 128., 0},          /* (5 + .5625 + .0625) / 16 */
    /* no residual: the HHI of the named, rounded each way */
    {{1, 1}, 2, 0, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .5, .5, 0},
    {{1, 1}, 2, -0.0, 7, 1, .5, .5, 0},
    /* nobody named */
    {{0}, 1, 1, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 0, 1, 0},
    {{0}, 1, 1, MINRISK_UNKNOWN_COUNT, .25, 0, .25, 0},
    {{0}, 1, 1, 4, .25, .25, .25, 0},
    /* the far ends of double */
    {{1e308, 1e308}, 2, 2e307 * 5, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 2 / 9., 1 / 3., 1},
    {{5e-324}, 1, 5e-324, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, .25, .5, 0},
    {{1e-300}, 1, 1e300, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, 0, 1, 0},
};

static void known_bounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        minrisk_interval hhi = bounds_of(cases[i].named, cases[i].n, cases[i].residual,
                                         cases[i].suppliers, cases[i].cap);
        assert_double(hhi.low, cases[i].low);
        assert_double(hhi.high, cases[i].up ? next_up(cases[i].high) : cases[i].high);
    }
}

/* The shares as a source prints them: .21 and .24 lie inside, and nothing much wider. */
static void the_example_in_decimals(void **state)
{
    static const double named[] = {.4, .2, .1};
    minrisk_interval hhi = bounds_of(named, 3, .3, MINRISK_UNKNOWN_COUNT, .1);
    (void)state;
    assert_near(hhi.low, .21, 1e-15);
    assert_near(hhi.high, .24, 1e-15);
}

/* So many suppliers that their part is all but nothing, whatever the width of size_t. */
static void the_largest_count(void **state)
{
    static const double named[] = {2, 1};
    minrisk_interval hhi = bounds_of(named, 2, 1, SIZE_MAX, MINRISK_NO_CAP);
    (void)state;
    assert_true(hhi.low >= 5 / 16. && hhi.low < 5 / 16. + 1e-5);
    assert_double(hhi.high, 6 / 16.);
}

static void without_a_residual_the_ends_enclose_the_index(void **state)
{
    static const double named[] = {1, 2};
    minrisk_interval hhi = bounds_of(named, 2, 0, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP);
    (void)state;
    assert_double(hhi.high, 5 / 9.);
    assert_double(hhi.low, next_down(5 / 9.));
}

/* An HHI of 1e-600 is no double: the low end is 0, the high end the smallest double. */
static void tiny_bounds_stay_outward(void **state)
{
    static const double named[] = {1e-300};
    minrisk_interval hhi = bounds_of(named, 1, 1e300, MINRISK_UNKNOWN_COUNT, 1e-300);
    (void)state;
    assert_double(hhi.low, 0.0);
    assert_double(hhi.high, smallest());
}

static void a_count_that_just_suffices(void **state)
{
    static const double named[] = {4};
    minrisk_interval hhi = {-1, -1};
    (void)state;
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 3, 1, &hhi), MINRISK_OK);
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 3, next_down(1), &hhi), MINRISK_E_PARAM);
    assert_int_equal(minrisk_hhi_bounds(named, 1, next_up(3), 3, 1, &hhi), MINRISK_E_PARAM);
    assert_int_equal(minrisk_hhi_bounds(named, 1, 3, 2, 1, &hhi), MINRISK_E_PARAM);
    /* as stored, 3 * .1 is more than .3 and 3 * .2 more than .6, though 3 * .3 is less than .9 */
    assert_int_equal(minrisk_hhi_bounds(named, 1, .3, 3, .1, &hhi), MINRISK_OK);
    assert_int_equal(minrisk_hhi_bounds(named, 1, .9, 3, .3, &hhi), MINRISK_E_PARAM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_bounds),
        cmocka_unit_test(the_example_in_decimals),
        cmocka_unit_test(the_largest_count),
        cmocka_unit_test(without_a_residual_the_ends_enclose_the_index),
        cmocka_unit_test(tiny_bounds_stay_outward),
        cmocka_unit_test(a_count_that_just_suffices),
    };
    return cmocka_run_group_tests_name("unit_partial", tests, NULL, NULL);
}
