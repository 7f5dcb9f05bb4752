/* SPDX-License-Identifier: MIT */
/* HHI, effective suppliers, shares, points and classes at values worked out by hand. A quotient of
 * two small integers in C is the correctly rounded value of the fraction. */
#include "minrisk.h"
#include "support/check.h"

static double hhi_of(const double *quantity, size_t n)
{
    double hhi = -1;
    assert_int_equal(minrisk_hhi(quantity, n, &hhi), MINRISK_OK);
    return hhi;
}

static double effective_of(const double *quantity, size_t n)
{
    double suppliers = -1;
    assert_int_equal(minrisk_effective_suppliers(quantity, n, &suppliers), MINRISK_OK);
    return suppliers;
}

static const struct {
    double quantity[6];
    size_t n;
    double hhi;
    double effective;
} markets[] = {
    {{7}, 1, 1, 1},
    {{1, 1}, 2, .5, 2},
    {{1, 1, 1, 1}, 4, .25, 4},
    {{5, 3, 2}, 3, 38 / 100., 100 / 38.},        /* 25 + 9 + 4 over 10^2 */
    {{20, 50, 20, 10}, 4, 34 / 100., 100 / 34.}, /* 3,400 over 100^2 */
    {{100, 1, 1, 1, 1, 1}, 6, 10005 / 11025., 11025 / 10005.},
    {{3, 2, 1}, 3, 14 / 36., 36 / 14.},           /* 1 / fl(14/36) is not fl(36/14) */
    {{1e308, 1e308, 1e308}, 3, 1 / 3., 3},        /* the sum passes the range of double */
    {{1e308, 1.5e308, 0}, 3, 13 / 25., 25 / 13.}, /* 2^2 + 3^2 over 5^2 */
    {{5e-324, 1e-323}, 2, 5 / 9., 9 / 5.},        /* 1 and 2 units of the last place */
    {{5e-324}, 1, 1, 1},
    {{1e300, 1, 1e-300}, 3, 1, 1},                    /* 1 - 2e-300 */
    {{1e-200, 1e-200, 2e-200}, 3, 6 / 16., 16 / 6.},  /* the squares underflow */
    {{0, 5, -0.0, 3, 2, 0}, 6, 38 / 100., 100 / 38.}, /* zeros change nothing */
};

static void known_markets(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(markets); i++) {
        assert_double(hhi_of(markets[i].quantity, markets[i].n), markets[i].hhi);
        assert_double(effective_of(markets[i].quantity, markets[i].n), markets[i].effective);
    }
}

static const struct {
    double quantity[6];
    size_t n, market_size;
    double value;
} normalised[] = {
    {{7}, 1, 0, 1},
    {{7}, 1, 1, 1},
    {{0, 7}, 2, 0, 1},
    {{7}, 1, 2, 1}, /* (2 49 - 49) / 49 */
    {{1, 1}, 2, 0, 0},
    {{1, 1}, 2, 3, 2 / 8.}, /* (3 2 - 4) / (2 4) */
    {{1, 1}, 2, SIZE_MAX, ((double)SIZE_MAX - 2) / (2 * ((double)SIZE_MAX - 1))}, /* .5, nearly */
    {{5, 3, 2}, 3, 0, 14 / 200.},          /* (3 38 - 100) / (2 100) */
    {{5, 0, 3, -0.0, 2}, 5, 0, 14 / 200.}, /* zeros do not count, */
    {{5, 0, 3, -0.0, 2}, 5, 5, 90 / 400.}, /* unless they are said to: (5 38 - 100) / (4 100) */
    {{20, 50, 20, 10}, 4, 4, 3600 / 30000.},
    {{.1, .1, .1}, 3, 0, 0},
    {{1e308, 1e308, 1e308}, 3, 0, 0},
    {{1e308, 1.5e308}, 2, 0, 1 / 25.},                  /* (2 13 - 25) / 25 */
    {{5e-324, 1e-323}, 2, 0, 1 / 9.},                   /* (2 5 - 9) / 9 */
    {{1, 1 + 0x1p-52}, 2, 0, 0x1p-106 * (1 - 0x1p-52)}, /* 1 / (2^53 + 1)^2 */
};

static void known_normalised(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(normalised); i++) {
        double value = -1;
        assert_int_equal(minrisk_hhi_normalised(normalised[i].quantity, normalised[i].n,
                                                normalised[i].market_size, &value),
                         MINRISK_OK);
        assert_double(value, normalised[i].value);
    }
}

static const struct {
    double quantity[4];
    size_t n, a, b;
    double delta;
} mergers[] = {
    {{30, 30, 20, 20}, 4, 0, 1, .18}, /* 2 900 / 10,000 */
    {{5, 10, 20, 65}, 4, 1, 0, .01},
    {{1, 2}, 2, 0, 1, 4 / 9.},
    {{1, 1}, 2, 1, 0, .5},
    {{1, 0, 2}, 3, 1, 2, 0},
    {{1, -0.0, 2}, 3, 0, 1, 0},
    {{1e308, 1e308, 1e308}, 3, 2, 0, 2 / 9.},
    {{5e-324, 1e-323}, 2, 0, 1, 4 / 9.},
    /* Below, u = 2^-1074, and the total is the last figure and a trace more. */
    {{0x1p-537, 0x1p-537, 1}, 3, 0, 1, 1e-323},   /* just below 2 u */
    {{0x1p-538, 0x1p-538, 1}, 3, 0, 1, 0},        /* just below u / 2 */
    {{0x1p-538, 0x1.8p-537, 1}, 3, 0, 1, 5e-324}, /* just below the tie at 3/2 u */
    {{0x1p-538, 0x1.4p-538, 1}, 3, 0, 1, 5e-324}, /* just below 5/8 u */
    {{1e-300, 1e-300, 1e300}, 3, 0, 1, 0},
};

static void known_mergers(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(mergers); i++) {
        double delta = -1;
        assert_int_equal(minrisk_merger_delta(mergers[i].quantity, mergers[i].n, mergers[i].a,
                                              mergers[i].b, &delta),
                         MINRISK_OK);
        assert_double(delta, mergers[i].delta);
    }
}

static const struct {
    float quantity[6];
    size_t n;
    float hhi;
} singles[] = {
    {{7}, 1, 1},
    {{5, 3, 2}, 3, 38 / 100.F},
    {{0, 5, -0.0F, 3, 2, 0}, 6, 38 / 100.F},
    {{3, 2, 1}, 3, 14 / 36.F},
    {{3e38F, 3e38F, 3e38F}, 3, 1 / 3.F},
    {{1.4e-45F, 2.8e-45F}, 2, 5 / 9.F}, /* 1 and 2 units of the last place */
    {{1.4e-45F}, 1, 1},
    {{3e38F, 1.4e-45F}, 2, 1},
    /* 2^13 in all and 2 17,593,051 in squares: halfway between two floats, the even one above. */
    {{5001, 3190, 1}, 3, 8796526 / 16777216.F},
    {{5001, 3190, 1, 1e-30F}, 4, 8796525 / 16777216.F}, /* a double cannot tell it from halfway */
};

static void known_singles(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(singles); i++) {
        float hhi = -1;
        assert_int_equal(minrisk_hhi_f32(singles[i].quantity, singles[i].n, &hhi), MINRISK_OK);
        assert_double((double)hhi, (double)singles[i].hhi);
    }
}

/* Of blocks of 512: zeros first, between and behind, some negative zero, and sizes that fall so far
 * that the place of the split stops following. */
static void large_markets(void **state)
{
    static double quantity[3000];
    double hhi = 7;
    (void)state;
    assert_int_equal(minrisk_hhi(quantity, COUNT(quantity), &hhi), MINRISK_E_NO_SUPPLY);
    assert_double(hhi, 7);
    for (size_t i = 0; i < 600; i++)
        quantity[i + 1200] = 3;
    assert_double(hhi_of(quantity, COUNT(quantity)), 1 / 600.);
    quantity[2900] = -0.0;
    assert_double(hhi_of(quantity, COUNT(quantity)), 1 / 600.);
    quantity[1700] = -0.0;
    assert_double(hhi_of(quantity, COUNT(quantity)), 1 / 599.);
    quantity[1750] = -2;
    assert_int_equal(minrisk_hhi(quantity, COUNT(quantity), &hhi), MINRISK_E_DATA);
    for (size_t i = 0; i < COUNT(quantity); i++)
        quantity[i] = i < 512 ? 1e-93 : 0;
    assert_double(hhi_of(quantity, COUNT(quantity)), 1 / 512.);
    quantity[2000] = -1;
    assert_int_equal(minrisk_hhi(quantity, COUNT(quantity), &hhi), MINRISK_E_DATA);
    quantity[2000] = not_a_number();
    assert_int_equal(minrisk_hhi(quantity, COUNT(quantity), &hhi), MINRISK_E_DATA);
    quantity[2000] = infinity();
    assert_int_equal(minrisk_hhi(quantity, COUNT(quantity), &hhi), MINRISK_E_DATA);
    assert_double(hhi, 7);
}

/* Half way between two doubles, where no approximation decides: Q / 2^56 with a Q of 54 bits, and
 * T^2 / 2^56 with a T^2 of 54 bits. */
static void undecided_by_approximation(void **state)
{
    static const double tied[] = {125958597, 34809906, 107666953};
    static const double effective[] = {11867650, 15304254, 5388916, 105337930, 246084158};
    (void)state;
    assert_double(hhi_of(tied, COUNT(tied)), 0x1.976aed0ff85ecp-2);
    assert_double(effective_of(effective, COUNT(effective)), 0x1.05e94195df530p+1);
}

static void many_equal_suppliers(void **state)
{
    double quantity[1000];
    (void)state;
    for (size_t n = 1; n <= COUNT(quantity); n++) {
        quantity[n - 1] = 0.1;
        if (n % 37 != 1 && n != COUNT(quantity))
            continue;
        assert_double(hhi_of(quantity, n), 1 / (double)n);
        assert_double(effective_of(quantity, n), (double)n);
    }
}

/* The example of the US agencies' own page: 30, 30, 20 and 20 percent are 2,600 points. */
static void published_example(void **state)
{
    static const double percent[] = {30, 30, 20, 20};
    int32_t level = -1;
    double hhi = hhi_of(percent, COUNT(percent));
    (void)state;
    assert_double(minrisk_to_points(hhi), 2600.0);
    assert_int_equal(minrisk_classify(hhi, MINRISK_GUIDELINE_2010, &level), MINRISK_OK);
    assert_int_equal(level, MINRISK_HIGH);
}

static const struct {
    double quantity[3];
    size_t n;
    double share[3];
} divided[] = {
    {{4}, 1, {1}},
    {{1, 2}, 2, {1 / 3., 2 / 3.}},
    {{0, 3, -0.0}, 3, {0, 1, 0}},
    {{1e308, 1e308, 1e308}, 3, {1 / 3., 1 / 3., 1 / 3.}},
    {{5e-324, 1e-323}, 2, {1 / 3., 2 / 3.}},
    /* Below, u = 2^-1074; the total is the second figure and a trace more. */
    {{5e-324, 1}, 2, {5e-324, 1}},    /* just below 1 u */
    {{5e-324, 2}, 2, {0, 1}},         /* just below u / 2 */
    {{5e-324, 1.5}, 2, {5e-324, 1}},  /* 2/3 u */
    {{1e-323, 1.25}, 2, {1e-323, 1}}, /* 1.6 u */
    {{1.5e-323, 2}, 2, {5e-324, 1}},  /* just below the tie at 1.5 u */
    {{2.5e-323, 2}, 2, {1e-323, 1}},  /* just below the tie at 2.5 u, which is even */
    /* an odd number of units, halved, and a trace less */
    {{1e-310, 1, 1}, 3, {4.9999999999997377e-311, .5, .5}},
};

static void known_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(divided); i++) {
        double share[3];
        assert_int_equal(minrisk_shares(divided[i].quantity, divided[i].n, share), MINRISK_OK);
        for (size_t j = 0; j < divided[i].n; j++)
            assert_double(share[j], divided[i].share[j]);
    }
}

/* 3 u, u, 4 u, 8 u, ..., each twice the one before, sum to a power of two. In a total of 2^1075 u
 * the first share is 3/2 u, which ties and rounds to the even 2 u; in 2^1076 u it is 3/4 u. */
static void share_ties_among_subnormals(void **state)
{
    static double quantity[1080];
    static double share[1080];
    size_t n = 2;
    double each = 2e-323;
    (void)state;
    quantity[0] = 1.5e-323;
    quantity[1] = 5e-324;
    for (; n < 1075; n++, each += each)
        quantity[n] = each;
    assert_int_equal(minrisk_shares(quantity, n, share), MINRISK_OK);
    assert_double(share[0], 1e-323);
    assert_double(share[1], 0.0); /* u / 2 ties and rounds to the even 0 */
    quantity[n++] = each;
    assert_int_equal(minrisk_shares(quantity, n, share), MINRISK_OK);
    assert_double(share[0], 5e-324);
    assert_double(share[1], 0.0);
}

static void shares_in_place(void **state)
{
    double market[] = {5, 3, 0, 2};
    (void)state;
    assert_int_equal(minrisk_shares(market, COUNT(market), market), MINRISK_OK);
    assert_double(market[0], .5);
    assert_double(market[1], 3 / 10.);
    assert_double(market[2], 0.0);
    assert_double(market[3], 2 / 10.);
}

static void points(void **state)
{
    (void)state;
    assert_double(minrisk_to_points(0.0), 0.0);
    assert_double(minrisk_to_points(.25), 2500.0);
    assert_double(minrisk_to_points(1.0), 10000.0);
    assert_double(minrisk_to_points(-.5), -5000.0);
    assert_true(minrisk_to_points(not_a_number()) != minrisk_to_points(not_a_number()));
}

static const struct {
    int32_t guideline;
    double lower, upper;
} tables[] = {
    {MINRISK_GUIDELINE_1992, .1, .18},
    {MINRISK_GUIDELINE_2010, .15, .25},
    {MINRISK_GUIDELINE_2023, .1, .18},
};

static void assert_class(double hhi, int32_t guideline, int32_t expected)
{
    int32_t level = -1;
    assert_int_equal(minrisk_classify(hhi, guideline, &level), MINRISK_OK);
    assert_int_equal(level, expected);
}

static void classes_and_their_boundaries(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tables); i++) {
        int32_t guideline = tables[i].guideline;
        assert_class(0.0, guideline, MINRISK_UNCONCENTRATED);
        assert_class(-0.0, guideline, MINRISK_UNCONCENTRATED);
        assert_class(smallest(), guideline, MINRISK_UNCONCENTRATED);
        assert_class(next_down(tables[i].lower), guideline, MINRISK_UNCONCENTRATED);
        assert_class(tables[i].lower, guideline, MINRISK_MODERATE);
        assert_class(tables[i].upper, guideline, MINRISK_MODERATE);
        assert_class(next_up(tables[i].upper), guideline, MINRISK_HIGH);
        assert_class(1.0, guideline, MINRISK_HIGH);
    }
}

/* The values are stored in files and sent between programs. */
static void pinned_values(void **state)
{
    (void)state;
    assert_int_equal(MINRISK_GUIDELINE_1992, 1992);
    assert_int_equal(MINRISK_GUIDELINE_2010, 2010);
    assert_int_equal(MINRISK_GUIDELINE_2023, 2023);
    assert_int_equal(MINRISK_UNCONCENTRATED, 0);
    assert_int_equal(MINRISK_MODERATE, 1);
    assert_int_equal(MINRISK_HIGH, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_normalised),
        cmocka_unit_test(known_mergers),
        cmocka_unit_test(known_singles),
        cmocka_unit_test(known_markets),
        cmocka_unit_test(large_markets),
        cmocka_unit_test(undecided_by_approximation),
        cmocka_unit_test(many_equal_suppliers),
        cmocka_unit_test(published_example),
        cmocka_unit_test(known_shares),
        cmocka_unit_test(share_ties_among_subnormals),
        cmocka_unit_test(shares_in_place),
        cmocka_unit_test(points),
        cmocka_unit_test(classes_and_their_boundaries),
        cmocka_unit_test(pinned_values),
    };
    return cmocka_run_group_tests_name("unit_concentration", tests, NULL, NULL);
}
