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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_top_shares),
        cmocka_unit_test(sums_wider_than_a_double),
        cmocka_unit_test(every_k_of_a_long_market),
        cmocka_unit_test(known_leaders),
    };
    return cmocka_run_group_tests_name("unit_ranking", tests, NULL, NULL);
}
