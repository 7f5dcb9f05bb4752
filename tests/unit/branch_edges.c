/* SPDX-License-Identifier: MIT */
/* Values at the branches that ordinary input does not take. */
#include <string.h>

#include "exact.h"
#include "minrisk.h"
#include "support/check.h"

enum { BLOCK = 512, LARGE = 1024 };

static void fill(double *x, size_t n, double value)
{
    for (size_t i = 0; i < n; i++)
        x[i] = value;
}

/* (2^600)^2 / 1 passes the range; toward zero the largest double is the nearest. */
static void a_quotient_past_the_range(void **state)
{
    minrisk_sum large;
    minrisk_quotient q;

    (void)state;
    memset(&large, 0, sizeof large);
    minrisk_sum_add(&large, power_of_two(600));
    q.n1 = q.n2 = minrisk_natural_of_sum(&large);
    q.d1 = q.d2 = minrisk_natural_one();
    q.unit = -2 * 1074;
    assert_double(minrisk_quotient_round(&q, MINRISK_DOWN), next_down(infinity()));
    assert_double(minrisk_quotient_round(&q, MINRISK_UP), infinity());
    assert_double(minrisk_quotient_round(&q, MINRISK_NEAREST), infinity());
}

static void a_quotient_of_nothing(void **state)
{
    minrisk_sum zero;
    minrisk_quotient q;

    (void)state;
    memset(&zero, 0, sizeof zero);
    q.d1 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    q.n1 = minrisk_natural_one();
    q.n2 = minrisk_natural_of_sum(&zero);
    assert_double(minrisk_quotient_round(&q, MINRISK_UP), 0.0);
    q.n1 = q.n2;
    q.n2 = minrisk_natural_one();
    assert_double(minrisk_quotient_round(&q, MINRISK_UP), 0.0);
}

/* Of up to three quantities. */
static double rounded(double a, double b, double c)
{
    minrisk_sum sum;

    memset(&sum, 0, sizeof sum);
    minrisk_sum_add(&sum, a);
    minrisk_sum_add(&sum, b);
    minrisk_sum_add(&sum, c);
    return minrisk_sum_round(&sum);
}

/* What is carried, or owed, goes through all limbs from the smallest double to 1. */
static void a_sum_that_changes_by_the_smallest(void **state)
{
    minrisk_sum one, sum;

    (void)state;
    memset(&one, 0, sizeof one);
    minrisk_sum_add(&one, 1.0);
    sum = one;
    minrisk_sum_change(&sum, -smallest());
    assert_int_equal(minrisk_sum_compare(&sum, &one), -1);
    assert_int_equal(sum.limb[0], UINT32_MAX);
    assert_int_equal(sum.limb[32], UINT32_MAX);
    minrisk_sum_change(&sum, smallest());
    assert_int_equal(minrisk_sum_compare(&sum, &one), 0);
    minrisk_sum_change(&sum, -0.0);
    assert_int_equal(minrisk_sum_compare(&sum, &one), 0);
    minrisk_sum_change(&sum, -2.0); /* below 0, as on the way to a sum that is not */
    assert_int_equal(sum.limb[MINRISK_SUM_LIMBS - 1], UINT32_MAX);
    minrisk_sum_change(&sum, 2.0);
    assert_int_equal(minrisk_sum_compare(&sum, &one), 0);
}

/* Ties go to even, and what lies beyond one by any limb goes up, wherever the limbs begin. */
static void a_sum_on_a_tie(void **state)
{
    (void)state;
    for (int e = 0; e < 64; e++) {
        double one = power_of_two(e), half = power_of_two(e - 53);
        assert_double(rounded(one, half, 0.0), one);
        assert_double(rounded(next_up(one), half, 0.0), next_up(next_up(one)));
        for (int below = e - 54; below > e - 160; below--)
            assert_double(rounded(one, half, power_of_two(below)), next_up(one));
        assert_double(rounded(one, half / 2.0, half / 4.0), one);
    }
    assert_double(rounded(0.0, 0.0, 0.0), 0.0);
    assert_double(rounded(smallest(), smallest(), smallest()), 3.0 * smallest());
    assert_double(rounded(power_of_two(1023), power_of_two(1023), 0.0), infinity());
}

/* 512 equal suppliers behind 512 without supply. */
static void a_large_market_that_begins_with_zeros(void **state)
{
    double x[LARGE], hhi = -1.0;

    (void)state;
    fill(x, BLOCK, 0.0);
    fill(x + BLOCK, BLOCK, 7.0);
    assert_int_equal(minrisk_hhi(x, LARGE, &hhi), MINRISK_OK);
    assert_double(hhi, 1.0 / BLOCK);
}

/* 512 of 2^-340 and 512 of 2^-350 have an HHI of (1 + 2^-20) / (512 (1 + 2^-10)^2), of which all but
 * the quotient is exact. */
static void a_large_market_of_tiny_quantities(void **state)
{
    double x[LARGE], hhi = -1.0, sum = 1.0 + power_of_two(-10);

    (void)state;
    fill(x, BLOCK, power_of_two(-340));
    fill(x + BLOCK, BLOCK, power_of_two(-350));
    assert_int_equal(minrisk_hhi(x, LARGE, &hhi), MINRISK_OK);
    assert_double(hhi, (1.0 + power_of_two(-20)) / (sum * sum) / BLOCK);
}

/* It begins within the instant of now, a little later: what ramps now is nothing, and not less. */
static void a_ramp_that_begins_within_the_instant(void **state)
{
    double start = 1e-13, ramp = 1.0, capacity = 1.0, year = 0.0, need = 0.0;
    double work[48];
    minrisk_when when;

    (void)state;
    assert_int_equal(minrisk_when_covered(&start, &ramp, &capacity, NULL, 1, &year, &need, 1, 0.0,
                                          1.0, work, COUNT(work), &when),
                     MINRISK_OK);
    assert_int_equal(when.status, MINRISK_ALREADY);
    assert_int_equal(when.windows, 1);
    assert_double(when.satisfied, 1.0);
}

/* A need that grows by next to nothing passes the supply beyond the range of double. */
static void a_loss_beyond_the_range_without_a_horizon(void **state)
{
    minrisk_when when;

    (void)state;
    assert_int_equal(minrisk_when_linear(1e300, 0.0, 0.0, smallest(), infinity(), &when),
                     MINRISK_OK);
    assert_int_equal(when.status, MINRISK_ALREADY);
    assert_int_equal(when.known, MINRISK_KNOWS_FIRST | MINRISK_KNOWS_SUSTAINED);
    assert_double(when.lost, 0.0);
    assert_double(when.satisfied, 0.0);
}

/* 1e300 a year for 1e300 years is more than a double can say; a stock bridges none of it but at the
 * end. */
static void a_deficit_past_the_range(void **state)
{
    static const double year = 0.0, need = 1e300;
    const minrisk_projects none = {.count = 0};
    minrisk_condition condition = {
        .kind = MINRISK_COVERAGE, .fraction = 1.0, .knots = 1, .need_year = &year, .need = &need};
    double work[64], deficit = -7.0;
    minrisk_when when;

    (void)state;
    assert_int_equal(minrisk_deficit(&none, &condition, 0.0, 1e300, work, COUNT(work), &deficit),
                     MINRISK_OK);
    assert_double(deficit, infinity());
    condition.kind = MINRISK_BRIDGED;
    condition.stock = 1e300;
    assert_int_equal(minrisk_when_met(&none, &condition, 1, 0.0, 1e300, work, COUNT(work), &when),
                     MINRISK_OK);
    assert_int_equal(when.status, MINRISK_REACHED);
    assert_double(when.first, 1e300);
}

/* Orders at which the product with a logarithm passes the range. */
static void powers_past_the_range(void **state)
{
    static const double market[2] = {1.0, 1e-9};
    double entropy = -7.0;

    (void)state;
    assert_int_equal(minrisk_generalised_entropy(market, 2, 16, 1.7e308, &entropy),
                     MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(market, 2, 0, -1.7e308, &entropy),
                     MINRISK_E_PARAM);
    assert_double(entropy, -7.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_quotient_past_the_range),
        cmocka_unit_test(a_quotient_of_nothing),
        cmocka_unit_test(a_sum_that_changes_by_the_smallest),
        cmocka_unit_test(a_sum_on_a_tie),
        cmocka_unit_test(a_large_market_that_begins_with_zeros),
        cmocka_unit_test(a_large_market_of_tiny_quantities),
        cmocka_unit_test(a_ramp_that_begins_within_the_instant),
        cmocka_unit_test(a_loss_beyond_the_range_without_a_horizon),
        cmocka_unit_test(a_deficit_past_the_range),
        cmocka_unit_test(powers_past_the_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
