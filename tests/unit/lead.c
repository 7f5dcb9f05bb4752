/* SPDX-License-Identifier: MIT */
/* Known values of lead.h: quantiles in closed form, or from tables where a source is named. */
#include <math.h>

#include "minrisk.h"
#include "support/check.h"

enum { LENGTH = 257, MOST = 65537 };

static int32_t table[MOST], other[MOST], out[MOST];

/* Half a tick and a little. */
static const double TICK = 0x1.01p-17;

static double years(const int32_t *t, size_t i)
{
    return t[i] / 65536.0;
}

static double mean_of(const int32_t *t, size_t n)
{
    double sum = 0;
    for (size_t i = 1; i < n; i++)
        sum += 0.5 * ((double)t[i - 1] + (double)t[i]);
    return sum / (double)(n - 1) / 65536.0;
}

static void uniform(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_uniform(1, 5, table, 5), MINRISK_OK);
    for (int i = 0; i < 5; i++)
        assert_int_equal(table[i], (i + 1) * 65536);
    assert_int_equal(minrisk_lead_uniform(2.5, 2.5, table, 2), MINRISK_OK);
    assert_int_equal(table[0], 163840);
    assert_int_equal(table[1], 163840);
    assert_int_equal(minrisk_lead_uniform(0, MINRISK_LEAD_LONGEST, table, MOST), MINRISK_OK);
    assert_int_equal(table[0], 0);
    assert_int_equal(table[MOST - 1], 32767 * 65536);
}

/* Triangular(3, 3, 7): most - sqrt((1 - u) 16), at 1/2 the 4.17157287525381 of case DX-19. */
static void triangular(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_triangular(3, 3, 7, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 128), 4.17157287525381, TICK);
    assert_near(years(table, 0), 3, 0);
    assert_near(years(table, 256), 7, 0);
    assert_int_equal(minrisk_lead_triangular(0, 4, 4, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 64), 2, TICK); /* sqrt(u) 4 */
    assert_int_equal(minrisk_lead_triangular(0, 1, 4, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 64), 1, TICK); /* the likely value at u = 1/4 */
    assert_near(years(table, 16), 0.5, TICK);
    assert_int_equal(minrisk_lead_triangular(4, 4, 4, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 99), 4, 0);
}

/* Beta quantiles by scipy 1.10 (beta.ppf): the figures of cases QT-11 and QT-12; with a mode at the
 * end, Beta(1, 5) has 1 - (1 - u)^(1/5). */
static void pert(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_pert(2, 2.6, 5, table, 65), MINRISK_OK);
    assert_near(years(table, 1), 2.0896281389511344, TICK);
    assert_near(years(table, 16), 2.4902944925668233, TICK);
    assert_near(years(table, 32), 2.8300167781775567, TICK);
    assert_near(years(table, 48), 3.242679880863392, TICK);
    assert_near(years(table, 63), 4.156177898089609, TICK);
    assert_near(mean_of(table, 65), 2.903975057156118, 1e-6);
    assert_int_equal(minrisk_lead_pert(5, 5, 9, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 128), 5.5177977468155035, TICK);
    for (int i = 0; i < LENGTH; i++)
        assert_near(years(table, (size_t)i), 9 - 4 * pow(1 - i / 256.0, 0.2), TICK);
    assert_int_equal(minrisk_lead_pert(5, 9, 9, table, LENGTH), MINRISK_OK);
    for (int i = 0; i < LENGTH; i++)
        assert_near(years(table, (size_t)i), 5 + 4 * pow(i / 256.0, 0.2), TICK);
    assert_int_equal(minrisk_lead_pert(4, 4, 4, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 99), 4, 0);
    assert_int_equal(minrisk_lead_pert(4, 4 + 1e-10, 4 + 2e-10, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 99), 4, 0);
}

/* scipy 1.10: the figures of cases QT-13 and QT-14. */
static void lognormal(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_lognormal(15.7, 5.4, table, 65), MINRISK_OK);
    assert_near(years(table, 0), 4.9294986983260065, TICK);
    assert_near(years(table, 1), 7.224955724857818, TICK);
    assert_near(years(table, 63), 30.50741590390838, TICK);
    assert_near(years(table, 64), 38.90197040789135, TICK);
    assert_int_equal(minrisk_lead_lognormal(15.7, 5.4, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 0), 4.9294986983260065, TICK);
    assert_near(years(table, 128), 14.846370909604854, TICK);
    assert_near(years(table, 255), 36.1338805304531, TICK);
    assert_near(years(table, 256), 43.86566096516062, TICK);
    /* The same by its logarithm: mu = 2.697755452190678, sigma = .3343808013734758 (DX-12). */
    assert_int_equal(minrisk_lead_median(14.846370909604854, 0.3343808013734758, other, LENGTH),
                     MINRISK_OK);
    for (size_t i = 0; i < LENGTH; i++)
        assert_in_range(other[i] - table[i] + 1, 0, 2);
}

static void lognormal_at_its_ends(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_lognormal(7, 0, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 0), 7, 0);
    assert_int_equal(minrisk_lead_lognormal(7, 1e-12, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 256), 7, 0);
    assert_int_equal(minrisk_lead_median(7, 0, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 256), 7, 0);
    assert_int_equal(minrisk_lead_median(7, 1e-13, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 0), 7, 0);
    /* A last knot beyond all leads is put at the longest. */
    assert_int_equal(minrisk_lead_median(100, 8, table, LENGTH), MINRISK_OK);
    assert_int_equal(table[256], 32767 * 65536);
    assert_near(years(table, 128), 100, TICK);
    /* A finer table than 257 has its first knot at an eighth of a step: Phi^-1(2^-19) =
     * -4.6212310 (mpmath 1.3.0). */
    assert_int_equal(minrisk_lead_median(1000, 1, table, MOST), MINRISK_OK);
    assert_near(years(table, 0), 1000 * exp(-4.6212310), 1e-4);
}

/* Exponential: -6 ln(1 - u), whose mean is kept; shape 1/2 has scale ln(1 - u)^2 and mean 2
 * scale. */
static void weibull(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_weibull(1, 6, table, LENGTH), MINRISK_OK);
    for (int i = 0; i < 256; i++)
        assert_near(years(table, (size_t)i), -6 * log1p(-i / 256.0), TICK);
    assert_near(mean_of(table, LENGTH), 6, 1e-6);
    assert_int_equal(minrisk_lead_weibull(0.5, 6, table, LENGTH), MINRISK_OK);
    assert_near(years(table, 128), 6 * log(2) * log(2), TICK);
    assert_near(mean_of(table, LENGTH), 12, 1e-6);
    /* Gamma(1 + 1/8) = .9417426998497 and Gamma(9) = 40320 (Abramowitz and Stegun 6.1). */
    assert_int_equal(minrisk_lead_weibull(8, 10, table, LENGTH), MINRISK_OK);
    assert_near(mean_of(table, LENGTH), 9.417426998497, 1e-6);
    assert_int_equal(minrisk_lead_weibull(0.125, 0.001, table, LENGTH), MINRISK_OK);
    assert_near(mean_of(table, LENGTH), 40.320, 1e-6);
    assert_int_equal(minrisk_lead_weibull(1, 0, table, LENGTH), MINRISK_OK);
    assert_int_equal(table[256], 0);
}

static void empirical(void **state)
{
    static const double samples[] = {2, 4, 10}, law[] = {0, 0.5, 0.5, 1}, at[] = {1, 2, 6, 6};
    static const double one[] = {3}, whole[] = {0.0, 1.0}, twice[] = {0, 0}, ends[] = {1, 9};
    (void)state;
    assert_int_equal(minrisk_lead_empirical(NULL, samples, 3, table, 5), MINRISK_OK);
    assert_near(years(table, 0), 2, 0);
    assert_near(years(table, 1), 3, 0);
    assert_near(years(table, 2), 4, 0);
    assert_near(years(table, 3), 7, 0);
    assert_near(years(table, 4), 10, 0);
    assert_int_equal(minrisk_lead_empirical(law, at, 4, table, 5), MINRISK_OK);
    assert_near(years(table, 1), 1.5, 0);
    assert_near(years(table, 2), 2, 0);
    assert_near(years(table, 3), 6, 0);
    {
        static const double from_0[] = {0, 0, 1}, years[] = {1, 2, 3}; /* a jump at the beginning */
        assert_int_equal(minrisk_lead_empirical(from_0, years, 3, table, 3), MINRISK_OK);
        assert_true(table[0] == 65536 && table[1] == 163840 && table[2] == 3 * 65536);
    }
    assert_int_equal(minrisk_lead_empirical(NULL, one, 1, table, 3), MINRISK_OK);
    assert_near(years(table, 2), 3, 0);
    assert_int_equal(minrisk_lead_empirical(whole, ends, 2, table, 3), MINRISK_OK);
    assert_near(years(table, 1), 5, 0);
    assert_int_equal(minrisk_lead_empirical(whole, one, 1, table, 3), MINRISK_E_DATA);
    assert_int_equal(minrisk_lead_empirical(twice, ends, 2, table, 3), MINRISK_E_DATA);
    assert_int_equal(minrisk_lead_empirical(at, ends, 2, table, 3), MINRISK_E_DATA);
}

/* Uniform(0, 8) given 2..4 is uniform(2, 4); after six years of waiting, uniform(0, 2) is left. */
static void given(void **state)
{
    static const int32_t atoms[] = {65536, 65536, 131072, 131072, 131072};
    (void)state;
    assert_int_equal(minrisk_lead_uniform(0, 8, table, 9), MINRISK_OK);
    assert_int_equal(minrisk_lead_given(table, 9, 2, 4, 0, out, 5), MINRISK_OK);
    for (int i = 0; i < 5; i++)
        assert_near(years(out, (size_t)i), 2 + i / 2.0, 0);
    assert_int_equal(minrisk_lead_given(table, 9, 6, MINRISK_LEAD_LONGEST, -6, out, 3), MINRISK_OK);
    for (int i = 0; i < 3; i++)
        assert_near(years(out, (size_t)i), i, 0);
    assert_int_equal(minrisk_lead_given(table, 9, 0, MINRISK_LEAD_LONGEST, 5, out, 9), MINRISK_OK);
    for (int i = 0; i < 9; i++)
        assert_near(years(out, (size_t)i), 5 + i, 0);
    assert_int_equal(minrisk_lead_given(table, 9, 8, 9, 0, out, 9), MINRISK_E_PARAM);
    /* Atoms: one at 1 year with 1/4, one at 2 with 1/2, and 1/4 between them. */
    assert_int_equal(minrisk_lead_given(atoms, 5, 1, 1, 0, out, 3), MINRISK_OK);
    assert_near(years(out, 2), 1, 0);
    assert_int_equal(minrisk_lead_given(atoms, 5, 2, 3, 0, out, 3), MINRISK_OK);
    assert_near(years(out, 0), 2, 0);
    assert_int_equal(minrisk_lead_given(atoms, 5, 0, 0.5, 0, out, 3), MINRISK_E_PARAM);
    assert_int_equal(minrisk_lead_given(atoms, 5, 0, 9, 40, out, 5), MINRISK_OK);
    assert_near(years(out, 4), 42, 0);
    assert_int_equal(minrisk_lead_given(atoms, 5, 0, 9, MINRISK_LEAD_LONGEST, out, 5), MINRISK_OK);
    assert_int_equal(out[4], 32767 * 65536);
}

/* Two uniforms make a triangle: sqrt(2 u) up to 1, 2 - sqrt(2 (1 - u)) from there. */
static void sum(void **state)
{
    (void)state;
    assert_int_equal(minrisk_lead_uniform(0, 1, table, 9), MINRISK_OK);
    assert_int_equal(minrisk_lead_uniform(0, 1, other, 3), MINRISK_OK);
    assert_int_equal(minrisk_lead_sum(table, 9, other, 3, out, LENGTH), MINRISK_OK);
    for (int i = 0; i < 256; i++) {
        double u = i / 256.0;
        assert_near(years(out, (size_t)i), i <= 128 ? sqrt(2 * u) : 2 - sqrt(2 * (1 - u)),
                    0x1.01p-16);
    }
    assert_near(mean_of(out, LENGTH), 1, 1e-7);
}

/* A narrow lead after a wide one moves its middle by its own mean, 31 ticks: 2 + 3/4 of 983,952,767
 * + 31 is 737,964,608.25. */
static void sum_of_wide_and_narrow(void **state)
{
    static const int32_t wide[] = {2, 983952769}, narrow[] = {1, 61};
    (void)state;
    assert_int_equal(minrisk_lead_sum(wide, 2, narrow, 2, out, 5), MINRISK_OK);
    assert_int_equal(out[3], 737964608);
    assert_int_equal(minrisk_lead_sum(narrow, 2, wide, 2, out, 5), MINRISK_OK);
    assert_int_equal(out[3], 737964608);
}

static void sums_with_atoms(void **state)
{
    static const int32_t four[] = {262144, 262144}, steps[] = {0, 0, 65536, 65536, 65536};
    (void)state;
    /* Four years and no doubt, added to anything, shift it. */
    assert_int_equal(minrisk_lead_triangular(1, 2, 6, table, LENGTH), MINRISK_OK);
    for (int turn = 0; turn < 2; turn++) {
        assert_int_equal(turn ? minrisk_lead_sum(four, 2, table, LENGTH, out, LENGTH)
                              : minrisk_lead_sum(table, LENGTH, four, 2, out, LENGTH),
                         MINRISK_OK);
        for (size_t i = 0; i + 1 < LENGTH; i++)
            assert_in_range(out[i] - table[i] - 262144 + 1, 0, 2);
    }
    assert_int_equal(minrisk_lead_sum(four, 2, four, 2, out, 5), MINRISK_OK);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(out[i], 524288);
    /* 0 with 1/4, 1 with 1/2 and uniform between with 1/4, twice: P(sum = 0) = 1/16, P(sum = 2) =
     * 1/4, and at 1 there is an atom of 1/4 with 1/8 (0 and between) + 1/16 / 2 below it. */
    assert_int_equal(minrisk_lead_sum(steps, 5, steps, 5, out, 33), MINRISK_OK);
    assert_int_equal(out[1], 0);
    assert_true(out[3] > 0);
    assert_int_equal(out[8], 65536);
    assert_int_equal(out[14], 65536);
    assert_true(out[16] > 65536);
    assert_int_equal(out[25], 131072);
    /* Beyond the longest lead all knots are cut. */
    assert_int_equal(minrisk_lead_uniform(32000, 32000, table, 3), MINRISK_OK);
    assert_int_equal(minrisk_lead_sum(table, 3, table, 3, out, 3), MINRISK_OK);
    assert_int_equal(out[0], 32767 * 65536);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uniform),
        cmocka_unit_test(triangular),
        cmocka_unit_test(pert),
        cmocka_unit_test(lognormal),
        cmocka_unit_test(lognormal_at_its_ends),
        cmocka_unit_test(weibull),
        cmocka_unit_test(empirical),
        cmocka_unit_test(given),
        cmocka_unit_test(sum),
        cmocka_unit_test(sum_of_wide_and_narrow),
        cmocka_unit_test(sums_with_atoms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
