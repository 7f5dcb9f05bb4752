/* SPDX-License-Identifier: MIT */
/* The indices of indices.h at values worked out by hand, in fractions. */
#include "minrisk.h"
#include "support/check.h"

enum { MOST = 12 };

static double scratch[200];

/* One table serves all that take a market alone. */
enum index { DUAL, MINIMUM, THEIL_L, GARCIA_ALBA, HORVATH, STENBACKA, GRS, PALMA, KWOKA, KVALSETH };

static double ask(enum index index, const double *x, size_t n)
{
    double out = -1;
    minrisk_status status = MINRISK_E_STATE;
    switch (index) {
    case DUAL:
        status = minrisk_hhi_dual(x, n, &out);
        break;
    case MINIMUM:
        status = minrisk_hhi_minimum(x, n, &out);
        break;
    case THEIL_L:
        status = minrisk_theil_l(x, n, &out);
        break;
    case GARCIA_ALBA:
        status = minrisk_garcia_alba(x, n, &out);
        break;
    case HORVATH:
        status = minrisk_horvath(x, n, &out);
        break;
    case STENBACKA:
        status = minrisk_stenbacka(x, n, &out);
        break;
    case GRS:
        status = minrisk_grs(x, n, &out);
        break;
    case PALMA:
        status = minrisk_palma(x, n, scratch, COUNT(scratch), &out);
        break;
    case KWOKA:
        status = minrisk_kwoka(x, n, scratch, COUNT(scratch), &out);
        break;
    case KVALSETH:
        status = minrisk_kvalseth(x, n, scratch, COUNT(scratch), &out);
        break;
    }
    assert_int_equal(status, MINRISK_OK);
    return out;
}

static const struct {
    enum index index;
    size_t n;
    double value;
    double quantity[MOST];
} known[] = {
    /* {5, 3, 2}: H = 38/100; zeros do not show, nor does the order. */
    {DUAL, 3, 7 / 57., {5, 3, 2}},
    {DUAL, 5, 7 / 57., {0, 2, 3, -0.0, 5}},
    {DUAL, 1, 0, {7}},
    {DUAL, 4, 0, {3, 3, 3, 3}},
    {DUAL, 3, 0, {1e308, 1e308, 1e308}},
    {DUAL, 2, .5, {5e-324, 1e300}}, /* 1 - 1/2, but for 10^-623 */
    {MINIMUM, 3, 1 / 3., {5, 3, 2}},
    {MINIMUM, 5, 1 / 3., {5, 0, 3, -0.0, 2}},
    {MINIMUM, 1, 1, {5e-324}},
    {THEIL_L, 3, 0, {3, 3, 3}},
    {THEIL_L, 1, 0, {7}},
    {THEIL_L, 2, .14384103622589045, {1, 3}}, /* ln(4/3) / 2 */
    {THEIL_L, 4, .14384103622589045, {0, 1, 3, 0}},
    {THEIL_L, 2, .14384103622589045, {5e-324, 1.5e-323}},
    {THEIL_L, 2, 690.0823807176538, {1e-300, 1e300}}, /* 300 ln 10 - ln 2, but for 10^-600 */
    {GARCIA_ALBA, 3, .5, {2, 5, 3}},
    {GARCIA_ALBA, 1, 1, {7}},
    {GARCIA_ALBA, 4, .25, {3, 3, 3, 3}},
    {GARCIA_ALBA, 3, 1 / 3., {1e-300, 1e-300, 1e-300}},
    {HORVATH, 3, 29 / 40., {2, 5, 3}},
    {HORVATH, 2, .875, {1, 1}}, /* above {6, 4}, though that is more concentrated */
    {HORVATH, 2, .856, {6, 4}},
    {HORVATH, 1, 1, {7}},
    {HORVATH, 3, 1, {1e300, 1, 1e-300}},
    {STENBACKA, 3, .42, {2, 5, 3}},
    {STENBACKA, 3, .5, {4, 4, 2}},
    {STENBACKA, 1, 0, {7}},
    {STENBACKA, 2, 1e-300, {1e300, 1}},
    {STENBACKA, 3, .5, {1e308, 1e308, 1e308}},
    {GRS, 3, 31265587 / 63046725., {2, 5, 3}},
    {GRS, 1, 1, {7}},
    {GRS, 2, .5, {9, 9}},
    {PALMA, 3, 15 / 26., {3, 2, 5}}, /* .3 of 5 over 1 of 2 and .2 of 3 */
    {PALMA, 2, 1, {4, 1}},
    {PALMA, 1, .25, {7}},
    {PALMA, 10, 1, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
    {PALMA, 10, 1, {1, 2, 3, 4, 10, 10, 10, 10, 10, 10}},
    {PALMA, 2, .25, {1e308, 1e308}},
    {KWOKA, 3, .05, {2, 5, 3}},
    {KWOKA, 1, 0, {7}},
    {KWOKA, 3, 0, {1e308, 1e308, 1e308}},
    {KWOKA, 2, 1, {1e300, 5e-324}},
    {KVALSETH, 3, 43 / 60., {2, 5, 3}},
    {KVALSETH, 1, 1, {7}},
    {KVALSETH, 4, 25 / 48., {1, 1, 1, 1}},
    {KVALSETH, 2, .75, {1e308, 1e308}},
};

static void known_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(known); i++)
        assert_double(ask(known[i].index, known[i].quantity, known[i].n), known[i].value);
}

/* Two fifths of a supplier of 2^-1074 beside a fifth of the largest double. */
static void a_ratio_past_the_range(void **state)
{
    static const double quantity[] = {5e-324, 1.7976931348623157e308};
    (void)state;
    assert_double(ask(PALMA, quantity, 2), infinity());
}

/* The curve of one market in two orders, with suppliers that have nothing. */
static void lorenz_curves(void **state)
{
    static const double market[] = {2, 0, 5, -0.0, 3}, curve[] = {0, 0, .2, .5, 1};
    double lorenz[200], many[200];
    (void)state;
    assert_int_equal(minrisk_lorenz(market, 5, lorenz), MINRISK_OK);
    for (size_t i = 0; i < 5; i++)
        assert_double(lorenz[i], curve[i]);
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = (double)(i * 77 % COUNT(many)); /* 0, 1, ..., 199 */
    assert_int_equal(minrisk_lorenz(many, COUNT(many), lorenz), MINRISK_OK);
    for (size_t i = 0; i < COUNT(many); i++)
        assert_double(lorenz[i], (double)(i * (i + 1)) / (199. * 200.));
}

static const struct {
    size_t n, market_size;
    double hoover;
    double quantity[MOST];
} hoovers[] = {
    {3, 0, 1 / 6., {2, 5, 3}},
    {5, 0, 1 / 6., {2, 0, 5, -0.0, 3}},
    {5, 5, .4, {2, 0, 5, -0.0, 3}}, /* (.5 - .2) + (.3 - .2) */
    {1, 0, 0, {7}},
    {1, 4, .75, {7}},
    {3, 0, 0, {1e308, 1e308, 1e308}},
    {2, 0, .5, {5e-324, 1e308}},
    {2, 0, 1 / 6., {5e-324, 1e-323}}, /* the mean is no double */
    {1, SIZE_MAX, ((double)SIZE_MAX - 1) / (double)SIZE_MAX, {7}},
};

static void hoover_indices(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hoovers); i++) {
        double out = -1;
        assert_int_equal(
            minrisk_hoover(hoovers[i].quantity, hoovers[i].n, hoovers[i].market_size, &out),
            MINRISK_OK);
        assert_double(out, hoovers[i].hoover);
    }
}

static const struct {
    size_t n, market_size;
    double order, entropy;
    double quantity[MOST];
} entropies[] = {
    {2, 0, 2, .125, {1, 3}}, /* (5/4 - 1) / 2 */
    {2, 4, 2, .75, {1, 3}},
    {4, 4, 2, .75, {0, 1, 3, 0}},
    {2, 0, -1, 1 / 6., {1, 3}}, /* (4/3 - 1) / 2 */
    {2, 0, 0, .14384103622589045, {1, 3}},
    {2, 0, 1e-25, .14384103622589045, {3, 1}},
    {2, 0, 1, .13081203594113697, {1, 3}}, /* 3/4 ln 3 - ln 2 */
    {2, 4, 1, .8239592165010823, {1, 3}},
    {2, 0, .5, .13629669484372686, {1, 3}}, /* 4 - 2^(1/2) - 6^(1/2) */
    {2, 4, .5, 1.2679491924311228, {1, 3}},
    {2, 0, 3, .125, {1, 3}},
    {2, 0, 2, 6.1629758220391534e-33, {1, 1.0000000000000002}}, /* 2^-107, and a little less */
    {1, 0, -7, 0, {7}},
    {3, 0, 1e300, 0, {1e308, 1e308, 1e308}},
    {2, 0, 2, .5, {1e300, 1e-300}},
    {2, 0, .5, 1.1715728752538099, {1e300, 1e-320}}, /* 4 - 2 2^(1/2), but for 10^-309 */
    {2, 0, 1, .6931471805599453, {1e300, 1e-320}},
    {2, 0, 20, 3.0092335095403424e-05, {1, 1.015625}}, /* (129^20 + 131^20) / (2 * 130^20) - 1 */
};

static void generalised_entropies(void **state)
{
    static const double far_apart[] = {1, 1e-200}, two[] = {1, 2}, none[] = {0, 0};
    double untouched = -1, third = -1;
    (void)state;
    for (size_t i = 0; i < COUNT(entropies); i++) {
        double out = -1;
        assert_int_equal(minrisk_generalised_entropy(entropies[i].quantity, entropies[i].n,
                                                     entropies[i].market_size, entropies[i].order,
                                                     &out),
                         MINRISK_OK);
        assert_double(out, entropies[i].entropy);
    }
    /* (2e-200)^-2 is above e^690 */
    assert_int_equal(minrisk_generalised_entropy(far_apart, 2, 0, -2, &untouched), MINRISK_E_PARAM);
    /* 1/3 without supply over an order above 1e-288, and over one that is too small */
    assert_int_equal(minrisk_generalised_entropy(two, 2, 3, power_of_two(-956), &third),
                     MINRISK_OK);
    assert_double(third, power_of_two(956) / 3);
    assert_int_equal(minrisk_generalised_entropy(two, 2, 3, power_of_two(-1000), &untouched),
                     MINRISK_E_PARAM);
    assert_int_equal(minrisk_generalised_entropy(none, 2, 3, 0, &untouched), MINRISK_E_NO_SUPPLY);
    assert_double(untouched, -1);
}

static const struct {
    size_t n, market_size;
    double aversion, atkinson;
    double quantity[MOST];
} atkinsons[] = {
    {2, 0, 0, 0, {1, 3}},
    {2, 0, .5, .06698729810778067, {1, 3}}, /* 1 - (2 + 3^(1/2)) / 4 */
    {2, 4, .5, .5334936490538903, {1, 3}},
    {2, 0, 1, .13397459621556135, {1, 3}}, /* 1 - 3^(1/2) / 2 */
    {2, 0, 2, .25, {1, 3}},                /* 1 - 3/4 */
    {2, 0, 1000, .4996529591075281, {1, 3}},
    {2, 0, 1e18, .5, {1, 3}}, /* 1 - the smallest share of two */
    {2, 0, 1e300, .5, {3, 1}},
    {2, 3, 1, 1, {1, 3}},
    {2, 3, 7, 1, {1, 3}},
    {1, 0, 3, 0, {7}},
    {3, 0, 1e300, 0, {1e308, 1e308, 1e308}},
    {2, 0, 1, 6.1629758220391534e-33, {1, 1.0000000000000002}},
    {2, 0, 2, 1, {1e300, 1e-300}},
    {2, 0, .5, .5, {1e300, 5e-324}}, /* 1 - (1/2^(1/2))^2 */
};

static void atkinson_indices(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(atkinsons); i++) {
        double out = -1;
        assert_int_equal(minrisk_atkinson(atkinsons[i].quantity, atkinsons[i].n,
                                          atkinsons[i].market_size, atkinsons[i].aversion, &out),
                         MINRISK_OK);
        assert_double(out, atkinsons[i].atkinson);
    }
}

/* L_2 = 1/2 5/3 and L_3 = 1/6 (2 5/5 + 1/2 8/2) of {5, 3, 2}. */
static void linda_indices(void **state)
{
    static const double market[] = {2, 0, 5, 3}, equal[] = {1, 1, 1, 1}, core[] = {9, 9, 1};
    static const double four[] = {4, 4, 1, 4, 4};
    double out = -1;
    size_t suppliers = 77;
    (void)state;
    assert_int_equal(minrisk_linda(market, 4, 2, NULL, 0, &out), MINRISK_OK);
    assert_double(out, 5 / 6.);
    assert_int_equal(minrisk_linda(market, 4, 3, NULL, 0, &out), MINRISK_OK);
    assert_double(out, 2 / 3.);
    assert_int_equal(minrisk_linda(market, 4, 0, NULL, 0, &out), MINRISK_OK);
    assert_double(out, 2 / 3.);
    assert_int_equal(minrisk_linda_core(market, 4, NULL, 0, &suppliers, &out), MINRISK_OK);
    assert_double(out, 2 / 3.);
    assert_int_equal(suppliers, 3);
    assert_int_equal(minrisk_linda_core(core, 3, NULL, 0, &suppliers, &out), MINRISK_OK);
    assert_double(out, .5); /* L_2 of two equals; L_3 = 1/6 (2 9/10 + 1/2 18) = 1.8 */
    assert_int_equal(suppliers, 2);
    assert_int_equal(minrisk_linda(equal, 4, 4, NULL, 0, &out), MINRISK_OK);
    assert_double(out, .25); /* 1/12 (3 1/3 + 1 + 1/3 3) */
    assert_int_equal(minrisk_linda_core(four, 5, NULL, 0, &suppliers, &out), MINRISK_OK);
    assert_double(out, .25); /* L_k = 1/k of equals; L_5 = 1/20 (4 4/13 + 3/2 8/9 + 2/3 12/5 + 4) */
    assert_int_equal(suppliers, 4);
}

/* L_2 is half the factor between the two, which may be 2^700. Who has no supply is told so before
 * suppliers are too few. */
static void linda_far_apart(void **state)
{
    static const double none[] = {0, 0};
    const double far[] = {power_of_two(350), power_of_two(-350), power_of_two(-351)};
    const double farther[] = {far[0], far[2]};
    /* {3, 2, 1} but for some bits: L_2 = 3/4 + 5.6e-17 and L_3 = 3/4 + 4.3e-17, the same double */
    const double bit = power_of_two(-52), alike[] = {3 + 4 * bit, 2 + 2 * bit, 1 + bit};
    double out = -1;
    size_t suppliers = 77;
    (void)state;
    assert_int_equal(minrisk_linda(far, 2, 2, NULL, 0, &out), MINRISK_OK);
    assert_double(out, power_of_two(699));
    assert_int_equal(minrisk_linda(far, 3, 3, NULL, 0, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda_core(farther, 2, NULL, 0, &suppliers, &out), MINRISK_E_PARAM);
    assert_int_equal(minrisk_linda(none, 2, 3, NULL, 0, &out), MINRISK_E_NO_SUPPLY);
    assert_int_equal(minrisk_linda_core(none, 2, NULL, 0, &suppliers, &out), MINRISK_E_NO_SUPPLY);
    assert_int_equal(suppliers, 77);
    assert_int_equal(minrisk_linda_core(far, 3, NULL, 0, &suppliers, &out), MINRISK_OK);
    assert_double(out, power_of_two(699)); /* though L_3 is 7/18 of 2^700 */
    assert_int_equal(suppliers, 2);
    assert_int_equal(minrisk_linda_core(alike, 3, NULL, 0, &suppliers, &out), MINRISK_OK);
    assert_double(out, .75);
    assert_int_equal(suppliers, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),          cmocka_unit_test(a_ratio_past_the_range),
        cmocka_unit_test(lorenz_curves),         cmocka_unit_test(hoover_indices),
        cmocka_unit_test(generalised_entropies), cmocka_unit_test(atkinson_indices),
        cmocka_unit_test(linda_indices),         cmocka_unit_test(linda_far_apart),
    };
    return cmocka_run_group_tests_name("unit_indices", tests, NULL, NULL);
}
