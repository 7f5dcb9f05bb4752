/* SPDX-License-Identifier: MIT */
/* The largest suppliers at values worked out by hand. */
#include "minrisk.h"
#include "support/check.h"

static double top_of(const double *quantity, size_t n, size_t k)
{
    double share = -1;
    assert_int_equal(minrisk_top_share(quantity, n, k, &share), MINRISK_OK);
    return share;
}

static const struct {
    double quantity[6];
    size_t n, k;
    double share;
} tops[] = {
    {{2, 5, 3}, 3, 1, .5},
    {{2, 5, 3}, 3, 2, 8 / 10.},
    {{2, 5, 3}, 3, 3, 1},
    {{2, 5, 3}, 3, 4, 1},
    {{2, 5, 3}, 3, SIZE_MAX, 1},
    {{7}, 1, 1, 1},
    {{1, 1, 1, 1}, 4, 3, .75},
    {{1, 4, 4, 4, 1, 2}, 6, 2, 8 / 16.}, /* a tie across the k-th place counts once */
    {{1, 4, 4, 4, 1, 2}, 6, 4, 14 / 16.},
    {{0, 6, -0.0, 3}, 4, 1, 6 / 9.},
    {{0, 6, -0.0, 3}, 4, 2, 1}, /* more places than suppliers with supply */
    {{1e308, 1e308, 1e308}, 3, 2, 2 / 3.},
    {{5e-324, 1e-323, 1.5e-323}, 3, 2, 5 / 6.},
    {{5e-324, 1e300}, 2, 1, 1},
};

static void known_top_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tops); i++)
        assert_double(top_of(tops[i].quantity, tops[i].n, tops[i].k), tops[i].share);
}

/* (2^53 + 1) / (2^53 + 2) is nearest to 1 - 2^-53; sums in double would give 1 - 2^-52. */
static void sums_wider_than_a_double(void **state)
{
    static const double quantity[] = {1, 9007199254740992., 1};
    (void)state;
    assert_double(top_of(quantity, COUNT(quantity), 2), next_down(1.0));
}

/* 300 suppliers of 1, 2, ..., 300: the k largest hold k (601 - k) / 2 of 45,150. */
static void every_k_of_a_long_market(void **state)
{
    double quantity[300];
    (void)state;
    for (size_t i = 0; i < COUNT(quantity); i++)
        quantity[i] = (double)(i * 7 % COUNT(quantity) + 1);
    for (size_t k = 1; k <= COUNT(quantity); k++)
        assert_double(top_of(quantity, COUNT(quantity), k), (double)(k * (601 - k) / 2) / 45150.);
}

/* Longer than what is added up at once. */
static void a_market_of_forty_thousand(void **state)
{
    static double quantity[40000];
    double share = -1;
    size_t index = 7;
    (void)state;
    for (size_t i = 0; i < COUNT(quantity); i++)
        quantity[i] = 0.1;
    assert_double(top_of(quantity, COUNT(quantity), 4), 1e-4);
    assert_double(top_of(quantity, COUNT(quantity), 10000), .25);
    assert_int_equal(minrisk_leader(quantity, COUNT(quantity), &index, &share), MINRISK_OK);
    assert_int_equal(index, 0);
    assert_double(share, 2.5e-5);
    quantity[39999] = -1;
    assert_int_equal(minrisk_leader(quantity, COUNT(quantity), &index, &share), MINRISK_E_DATA);
}

/* One of 4 and one of 3 anywhere among ones and zeros of both signs. */
static void the_largest_anywhere(void **state)
{
    double quantity[70];
    (void)state;
    for (size_t first = 0; first < COUNT(quantity); first++) {
        size_t second = (first + 33) % COUNT(quantity), ones = 0;
        for (size_t i = 0; i < COUNT(quantity); i++) {
            quantity[i] = i % 3 == 0 ? 1 : i % 3 == 1 ? 0.0 : -0.0;
            ones += i % 3 == 0 && i != first && i != second;
        }
        quantity[first] = 4;
        quantity[second] = 3;
        for (size_t k = 1; k <= COUNT(quantity); k++) {
            size_t more = k < 2 ? 0 : k - 2 < ones ? k - 2 : ones;
            double top = k == 1 ? 4. : 7. + (double)more;
            assert_double(top_of(quantity, COUNT(quantity), k), top / (7. + (double)ones));
        }
    }
}

static const struct {
    double quantity[4];
    size_t n, index;
    double share;
} leaders[] = {
    {{9}, 1, 0, 1},
    {{2, 5, 3}, 3, 1, .5},
    {{5, 2, 3}, 3, 0, .5},
    {{2, 3, 5}, 3, 2, .5},
    {{1, 3, 3, 2}, 4, 1, 3 / 9.}, /* the lowest index on a tie */
    {{3, 3, 3}, 3, 0, 1 / 3.},
    {{0, -0.0, 4}, 3, 2, 1},
    {{1e308, 1.5e308, 1e308}, 3, 1, 3 / 7.},
    {{5e-324, 1.5e-323}, 2, 1, .75},
    {{4, 4.000000000000001}, 2, 1, .5}, /* 4 + 2^-50 leads; its share is just below .5 + 2^-54 */
};

static void known_leaders(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(leaders); i++) {
        size_t index = SIZE_MAX;
        double share = -1;
        assert_int_equal(minrisk_leader(leaders[i].quantity, leaders[i].n, &index, &share),
                         MINRISK_OK);
        assert_int_equal(index, leaders[i].index);
        assert_double(share, leaders[i].share);
    }
}

/* --- by rank ---------------------------------------------------------------------------------- */

static const struct {
    double quantity[10];
    size_t n, market_size;
    double gini;
} ginis[] = {
    {{7}, 1, 0, 0},
    {{7}, 1, 4, .75},
    {{7}, 1, SIZE_MAX, ((double)SIZE_MAX - 1) / (double)SIZE_MAX}, /* 1 - 1 / N */
    {{3, 3, 3}, 3, 0, 0},
    {{1, 3}, 2, 0, .25}, /* (3 - 1) / (2 * 4) */
    {{3, 1}, 2, 3, .5},  /* (2 * 3 + 0 * 1) / (3 * 4) */
    {{5, 1, 4, 2, 3}, 5, 0, 4 / 15.},
    {{5, 0, 1, 4, -0.0, 2, 3}, 7, 0, 4 / 15.},
    {{5, 0, 1, 4, -0.0, 2, 3}, 7, 7, 10 / 21.}, /* (6 5 + 4 4 + 2 3 - 2 1) / (7 * 15) */
    {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10, 0, .3},
    {{1e308, 1e308, 1e308}, 3, 0, 0},
    {{1e308, 1e308, 1e308}, 3, 4, .25},
    {{1e-300, 1e-300, 1e-300}, 3, 6, .5},
    {{5e-324, 1.5e-323}, 2, 0, .25},
    {{5e-324, 1.7976931348623157e308}, 2, 0, .5},
    {{1e6, 1}, 2, 0, 999999 / 2000002.},
    {{1, 1.0000000000000002}, 2, 0, 5.5511151231257821e-17}, /* 2^-52 / (2 (2 + 2^-52)) */
};

static void known_ginis(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ginis); i++) {
        double gini = -1;
        assert_int_equal(
            minrisk_gini(ginis[i].quantity, ginis[i].n, ginis[i].market_size, NULL, 0, &gini),
            MINRISK_OK);
        assert_double(gini, ginis[i].gini);
    }
}

static const struct {
    double quantity[10];
    size_t n;
    double index;
} indices[] = {
    {{7}, 1, 1},
    {{3, 3, 3, 3}, 4, .25},
    {{1, 9}, 2, 10 / 12.},             /* 10 / (9 + 3 * 1) */
    {{2, 0, 5, 3, -0.0}, 5, 10 / 24.}, /* 10 / (5 + 3 * 3 + 5 * 2) */
    {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10, 1 / 7.},
    {{1e308, 1.5e308}, 2, 2.5 / 4.5},
    {{5e-324, 1e-323}, 2, .6},
    {{5e-324, 1.7976931348623157e308}, 2, 1},
};

static void known_hall_tideman_indices(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(indices); i++) {
        double index = -1;
        assert_int_equal(minrisk_hall_tideman(indices[i].quantity, indices[i].n, NULL, 0, &index),
                         MINRISK_OK);
        assert_double(index, indices[i].index);
    }
}

/* 1, 2, ..., n in a scrambled order: G = (n - 1) / (3 n) and HT = 3 / (2 n + 1). In these 1,009
 * suppliers all steps of the sort take part. */
static void a_long_market(void **state)
{
    enum { N = 1009 };
    static double quantity[N], scratch[N];
    double value = -1;
    (void)state;
    for (size_t i = 0; i < N; i++)
        quantity[i] = (double)(i * 577 % N + 1);
    assert_int_equal(minrisk_gini(quantity, N, 0, scratch, N, &value), MINRISK_OK);
    assert_double(value, (N - 1) / (3. * N));
    assert_int_equal(minrisk_hall_tideman(quantity, N, scratch, N, &value), MINRISK_OK);
    assert_double(value, 3 / (2. * N + 1));
}

/* An order that is known is checked, not trusted. */
static void known_orders(void **state)
{
    static const double falling[] = {3, 2, 2, 1, 0, -0.0}, rising[] = {1, 2, 3},
                        risen[] = {3, 2, 0, 5e-324};
    double value = -1;
    (void)state;
    assert_int_equal(minrisk_gini_sorted(falling, 6, 0, &value), MINRISK_OK);
    assert_double(value, 6 / 32.); /* (3 3 + 1 2 - 1 2 - 3 1) / (4 * 8) */
    assert_int_equal(minrisk_hall_tideman_sorted(falling, 6, &value), MINRISK_OK);
    assert_double(value, 8 / 26.); /* 8 / (3 + 3 2 + 5 2 + 7 1) */
    assert_int_equal(minrisk_gini_sorted(rising, 3, 0, &value), MINRISK_E_DATA);
    assert_int_equal(minrisk_hall_tideman_sorted(rising, 3, &value), MINRISK_E_DATA);
    assert_int_equal(minrisk_gini_sorted(risen, 4, 0, &value), MINRISK_E_DATA);
    assert_int_equal(minrisk_hall_tideman_sorted(risen, 4, &value), MINRISK_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_top_shares),
        cmocka_unit_test(sums_wider_than_a_double),
        cmocka_unit_test(every_k_of_a_long_market),
        cmocka_unit_test(a_market_of_forty_thousand),
        cmocka_unit_test(the_largest_anywhere),
        cmocka_unit_test(known_leaders),
        cmocka_unit_test(known_ginis),
        cmocka_unit_test(known_hall_tideman_indices),
        cmocka_unit_test(a_long_market),
        cmocka_unit_test(known_orders),
    };
    return cmocka_run_group_tests_name("unit_ranking", tests, NULL, NULL);
}
