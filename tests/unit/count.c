/* SPDX-License-Identifier: MIT */
/* Points of counts at values worked out by hand, or published. */
#include "minrisk.h"
#include "support/check.h"

static const struct {
    uint32_t quantity[6];
    size_t n;
    uint32_t points;
} markets[] = {
    /* US Department of Justice, Herfindahl-Hirschman Index: shares of 30, 30, 20 and 20 percent. */
    {{30, 30, 20, 20}, 4, 2600},
    {{7}, 1, 10000},
    {{1, 1}, 2, 5000},
    {{1, 1, 1}, 3, 3333},                            /* and 1/3 */
    {{1, 1, 1, 1, 1, 1}, 6, 1667},                   /* 1,666 2/3 */
    {{0, 6, 0, 3, 0}, 5, 5556},                      /* 45 / 81 */
    {{101, 99}, 2, 5000},                            /* 20,002 / 40,000: 5,000.5, to even */
    {{199, 1}, 2, 9900},                             /* 39,602 / 40,000: 9,900.5, to even */
    {{107, 91, 2}, 3, 4934},                         /* 19,734 / 40,000: 4,933.5, to even */
    {{103, 89, 8}, 3, 4648},                         /* 18,594 / 40,000: 4,648.5, to even */
    {{UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3, 3333}, /* the squares sum to more than 64 bits */
    {{UINT32_MAX, 1}, 2, 10000},
    {{UINT32_MAX, UINT32_MAX - 1}, 2, 5000},
    {{1, 1000000, 0, 0, 0, 0}, 6, 10000},
};

static void known_indices(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(markets); i++) {
        uint64_t wide[6], far[6];
        uint32_t points = 77777;
        for (size_t j = 0; j < 6; j++) {
            wide[j] = markets[i].quantity[j];
            far[j] = wide[j] << 32;
        }
        assert_int_equal(minrisk_hhi_points_u32(markets[i].quantity, markets[i].n, &points), 0);
        assert_int_equal(points, markets[i].points);
        assert_int_equal(minrisk_hhi_points_u64(wide, markets[i].n, &points), MINRISK_OK);
        assert_int_equal(points, markets[i].points);
        assert_int_equal(minrisk_hhi_points_u64(far, markets[i].n, &points), MINRISK_OK);
        assert_int_equal(points, markets[i].points);
    }
}

/* 1.5 and 1 times 2^32, with .36 and .16 of the square of their sum: both halves of a count matter. */
static void counts_of_two_words(void **state)
{
    static const uint64_t counts[] = {(uint64_t)3 << 31, (uint64_t)1 << 32};
    uint32_t points = 77777;
    (void)state;
    assert_int_equal(minrisk_hhi_points_u64(counts, COUNT(counts), &points), MINRISK_OK);
    assert_int_equal(points, 5200);
}

/* Squares that leave the middle word of their sum all ones, and then a carry into it. */
static void a_carry_through_a_word(void **state)
{
    static const uint64_t counts[] = {UINT64_MAX, (uint64_t)1 << 32, UINT32_MAX, UINT32_MAX};
    uint32_t points = 77777;
    (void)state;
    assert_int_equal(minrisk_hhi_points_u64(counts, COUNT(counts), &points), MINRISK_OK);
    assert_int_equal(points, 10000);
}

#if SIZE_MAX > UINT16_MAX /* so many fit into the memory */
/* 300,000 equal ones, more than 2^50 together: all but 6 of them have 9,999.8 points. */
static void a_large_part_of_a_large_whole(void **state)
{
    static uint32_t equal[300000];
    uint32_t points = 77777;
    (void)state;
    for (size_t i = 0; i < COUNT(equal); i++)
        equal[i] = UINT32_MAX;
    assert_int_equal(minrisk_top_points_u32(equal, COUNT(equal), COUNT(equal) - 6, &points), 0);
    assert_int_equal(points, 10000);
    assert_int_equal(minrisk_top_points_u32(equal, COUNT(equal), COUNT(equal) / 2, &points), 0);
    assert_int_equal(points, 5000);
}

/* 20,000 equal suppliers have half a point, which goes to 0; 19,999 have a little more. */
static void down_to_no_point(void **state)
{
    static uint32_t equal[20001];
    uint32_t points = 77777;
    (void)state;
    for (size_t i = 0; i < COUNT(equal); i++)
        equal[i] = UINT32_MAX;
    for (size_t n = 19999; n <= 20001; n++) {
        assert_int_equal(minrisk_hhi_points_u32(equal, n, &points), MINRISK_OK);
        assert_int_equal(points, n < 20000);
    }
}
#endif

static const struct {
    uint32_t quantity[6];
    size_t n, k;
    uint32_t points;
} tops[] = {
    {{2, 5, 3}, 3, 1, 5000},
    {{2, 5, 3}, 3, 2, 8000},
    {{2, 5, 3}, 3, 3, 10000},
    {{2, 5, 3}, 3, SIZE_MAX, 10000},
    {{1, 4, 4, 4, 1, 2}, 6, 2, 5000}, /* a tie across the k-th place counts once */
    {{0, 6, 0, 3}, 4, 1, 6667},
    {{0, 6, 0, 3}, 4, 3, 10000},
    {{1, 19999}, 2, 1, 10000}, /* 9,999.5, to even */
    {{3, 19997}, 2, 1, 9998},  /* 9,998.5, to even */
    {{UINT32_MAX, UINT32_MAX, UINT32_MAX}, 3, 1, 3333},
    {{UINT32_MAX, 1}, 2, 1, 10000},
};

static void known_top_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tops); i++) {
        uint32_t points = 77777;
        assert_int_equal(minrisk_top_points_u32(tops[i].quantity, tops[i].n, tops[i].k, &points),
                         MINRISK_OK);
        assert_int_equal(points, tops[i].points);
    }
}

/* 300 suppliers of 1, 2, ..., 300: the k largest hold k (601 - k) / 2 of 45,150. */
static void every_k_of_a_long_market(void **state)
{
    uint32_t quantity[300];
    (void)state;
    for (uint32_t i = 0; i < COUNT(quantity); i++)
        quantity[i] = i * 7 % 300 + 1;
    for (size_t k = 1; k <= COUNT(quantity); k++) {
        const uint32_t whole = 45150; /* no ties: 45,150 / 2 is odd */
        uint32_t twice = 20000 * ((uint32_t)k * (uint32_t)(601 - k) / 2);
        uint32_t points = 77777;
        assert_int_equal(minrisk_top_points_u32(quantity, COUNT(quantity), k, &points), MINRISK_OK);
        assert_int_equal(points, (twice + whole) / (2 * whole));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_indices),
        cmocka_unit_test(counts_of_two_words),
        cmocka_unit_test(a_carry_through_a_word),
#if SIZE_MAX > UINT16_MAX
        cmocka_unit_test(a_large_part_of_a_large_whole),
        cmocka_unit_test(down_to_no_point),
#endif
        cmocka_unit_test(known_top_shares),
        cmocka_unit_test(every_k_of_a_long_market),
    };
    return cmocka_run_group_tests_name("unit_count", tests, NULL, NULL);
}
