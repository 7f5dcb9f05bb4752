/* SPDX-License-Identifier: MIT */
/* The elementary functions at known values: by hand, or from mpmath at 300 bits, each rounded to
 * the nearest double. */
#include <math.h>

#include "elementary.h"
#include "support/check.h"

static const struct {
    double argument, value;
} logs[] = {{1, 0},
            {.5, -.69314718055994529},
            {.75, -.2876820724517809},
            {10, 2.3025850929940459},
            {1e-300, -690.77552789821368},
            {5e-324, -744.44007192138122},
            {1.7976931348623157e308, 709.78271289338397}},
  log1ps[] = {{-0.0, -0.0},
              {5e-324, 5e-324},
              {1e-19, 1e-19},
              {-1e-19, -1e-19},
              {1e-10, 9.9999999995000007e-11},
              {.5, .40546510810816438},
              {-.25, -.2876820724517809},
              {-.9999, -9.2103403719762937},
              {3, 1.3862943611198906}},
  exps[] = {{0, 1},
            {1, 2.7182818284590451},
            {-1, .36787944117144233},
            {.1, 1.1051709180756477},
            {700, 1.0142320547350045e304},
            {709.78271289338397, 1.7976931348622732e308},
            {710, HUGE_VAL},
            {-740, 4.1995579896505956e-322},
            {-745.13321910194122, 0},
            {-746, 0},
            {-HUGE_VAL, 0}},
  expm1s[] = {{-0.0, -0.0},
              {5e-324, 5e-324},
              {-1e-19, -1e-19},
              {.1, .10517091807564763},
              {1, 1.7182818284590453},
              {-1, -.63212055882855767},
              {-20, -.99999999793884642},
              {-51, -1},
              {700, 1.0142320547350045e304},
              {HUGE_VAL, HUGE_VAL}},
  roots[] = {{0, 0},
             {-0.0, 0},
             {4, 2},
             {2, 1.4142135623730951},
             {3, 1.7320508075688772},
             {.1, .31622776601683794},
             {1e300, 9.9999999999999998e149},
             {1.5e-323, 3.849931087076416e-162}};

static void doubles(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(logs); i++)
        assert_double(minrisk_log(logs[i].argument), logs[i].value);
    for (size_t i = 0; i < COUNT(log1ps); i++)
        assert_double(minrisk_log1p(log1ps[i].argument), log1ps[i].value);
    for (size_t i = 0; i < COUNT(exps); i++)
        assert_double(minrisk_exp(exps[i].argument), exps[i].value);
    for (size_t i = 0; i < COUNT(expm1s); i++)
        assert_double(minrisk_expm1(expm1s[i].argument), expm1s[i].value);
    for (size_t i = 0; i < COUNT(roots); i++)
        assert_double(minrisk_sqrt(roots[i].argument), roots[i].value);
}

static void assert_pair(minrisk_pair a, double high, double low)
{
    assert_double(a.high, high);
    assert_near(a.low, low, (high < 0 ? -high : high) * power_of_two(-99));
}

/* The nearest double, and the double nearest to the rest. */
static void pairs(void **state)
{
    const minrisk_pair third = {.33333333333333331, 1.8503717077085941e-17};
    (void)state;
    assert_pair(minrisk_sqrt_pair(minrisk_pair_of(0)), 0, 0);
    assert_pair(minrisk_sqrt_pair(minrisk_pair_of(9)), 3, 0);
    assert_pair(minrisk_sqrt_pair(minrisk_pair_of(2)), 1.4142135623730951, -9.6672933134529135e-17);
    assert_pair(minrisk_log_pair(minrisk_pair_of(2)), .69314718055994529, 2.3190468138462996e-17);
    assert_pair(minrisk_log1p_pair(minrisk_pair_of(1)), .69314718055994529, 2.3190468138462996e-17);
    assert_pair(minrisk_log1p_pair(minrisk_pair_of(-.5)), -.69314718055994529,
                -2.3190468138462996e-17);
    assert_pair(minrisk_log1p_pair(third), 0.2876820724517809, 2.607160616442564e-17);
    assert_pair(minrisk_log1p_pair(minrisk_pair_of(.125)), 0.11778303565638346,
                -1.1971685747593677e-18);
    assert_pair(minrisk_log_ratio(minrisk_pair_of(3), minrisk_pair_of(3)), 0, 0);
    assert_pair(minrisk_exp_pair(minrisk_pair_of(1)), 2.7182818284590451, 1.4456468917292502e-16);
    assert_pair(minrisk_expm1_pair(minrisk_pair_of(1)), 1.7182818284590453,
                -7.7479915752106292e-17);
    assert_pair(minrisk_expm1_pair(minrisk_pair_of(.25)), 0.28402541668774151,
                -2.1332574644578409e-17);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubles),
        cmocka_unit_test(pairs),
    };
    return cmocka_run_group_tests_name("unit_elementary", tests, NULL, NULL);
}
