/* SPDX-License-Identifier: MIT */
/* Many markets in one call: good ones among bad, of all lengths, and more of them than wait for
 * one another. A quotient of two small integers in C is the correctly rounded value. */
#include "minrisk.h"
#include "support/check.h"

enum { MARKETS = 300, ROWS = 40, UNTOUCHED = 7 };

/* The batch's own statuses, and values where they are MINRISK_OK. */
static void good_among_bad(void **state)
{
    const double quantity[] = {5,
                               3,
                               2,
                               /**/ 1,
                               not_a_number(),
                               /**/ 1,
                               1, /* nothing */
                               0,
                               -0.0,
                               0,
                               /**/ 3,
                               -1,
                               /**/ 7,
                               /**/ infinity(),
                               /**/ 3,
                               -0.0,
                               1};
    static const size_t offset[] = {0, 3, 5, 7, 7, 10, 12, 13, 14, 17, 17};
    static const minrisk_status expected[] = {
        MINRISK_OK,     MINRISK_E_DATA, MINRISK_OK,     MINRISK_E_SIZE, MINRISK_E_NO_SUPPLY,
        MINRISK_E_DATA, MINRISK_OK,     MINRISK_E_DATA, MINRISK_OK,     MINRISK_E_SIZE};
    static const double value[] = {38 / 100., UNTOUCHED, .5,        UNTOUCHED, UNTOUCHED,
                                   UNTOUCHED, 1,         UNTOUCHED, 10 / 16.,  UNTOUCHED};
    double hhi[COUNT(expected)];
    minrisk_status each[COUNT(expected)];
    (void)state;
    for (size_t g = 0; g < COUNT(expected); g++)
        hhi[g] = UNTOUCHED;
    assert_int_equal(
        minrisk_hhi_groups(quantity, COUNT(quantity), offset, COUNT(expected), hhi, each),
        MINRISK_OK);
    for (size_t g = 0; g < COUNT(expected); g++) {
        assert_int_equal(each[g], expected[g]);
        assert_double(hhi[g], value[g]);
    }
}

/* Market g has 1 + g equal suppliers, from one that needs no vector to one of blocks. */
static void groups_of_all_lengths(void **state)
{
    static double quantity[MARKETS * (MARKETS + 1) / 2], hhi[MARKETS];
    static size_t offset[MARKETS + 1];
    static minrisk_status each[MARKETS];
    (void)state;
    for (size_t g = 0; g < MARKETS; g++)
        offset[g + 1] = offset[g] + g + 1;
    for (size_t i = 0; i < COUNT(quantity); i++)
        quantity[i] = 0.1;
    for (size_t markets = 1; markets <= MARKETS; markets += markets < 70 ? 1 : 46) {
        assert_int_equal(minrisk_hhi_groups(quantity, COUNT(quantity), offset, markets, hhi, each),
                         MINRISK_OK);
        for (size_t g = 0; g < markets; g++) {
            assert_int_equal(each[g], MINRISK_OK);
            assert_double(hhi[g], 1 / (double)(g + 1));
        }
    }
}

/* Column g has 1 + g % ROWS equal suppliers and zeros below; those of `bad` one more that is bad. */
static void fill_columns(double *quantity, size_t stride, const double *bad)
{
    for (size_t i = 0; i < ROWS; i++)
        for (size_t g = 0; g < stride; g++)
            quantity[i * stride + g] = i <= g % ROWS ? 0.1 : 0;
    for (size_t g = 0; bad != NULL && g < stride; g += 5)
        quantity[g % ROWS * stride + g] = bad[g / 5 % 4];
}

static void columns_of_all_widths(void **state)
{
    static double quantity[ROWS * MARKETS], hhi[MARKETS];
    static minrisk_status each[MARKETS];
    (void)state;
    for (size_t markets = 1; markets <= MARKETS - 2; markets += markets < 140 ? 1 : 37)
        for (size_t stride = markets; stride < markets + 3; stride += 2) {
            fill_columns(quantity, stride, NULL);
            assert_int_equal(minrisk_hhi_columns(quantity, (ROWS - 1) * stride + markets, ROWS,
                                                 markets, stride, hhi, each),
                             MINRISK_OK);
            for (size_t g = 0; g < markets; g++) {
                assert_int_equal(each[g], MINRISK_OK);
                assert_double(hhi[g], 1 / (double)(1 + g % ROWS));
            }
        }
}

static void good_columns_among_bad(void **state)
{
    const double bad[] = {not_a_number(), -1, infinity(), -smallest()};
    static double quantity[ROWS * MARKETS], hhi[MARKETS];
    static minrisk_status each[MARKETS];
    (void)state;
    fill_columns(quantity, MARKETS, bad);
    for (size_t i = 0; i < ROWS; i++)
        quantity[i * MARKETS + 1] = i % 2 == 0 ? 0.0 : -0.0;
    for (size_t g = 0; g < MARKETS; g++)
        hhi[g] = UNTOUCHED;
    assert_int_equal(
        minrisk_hhi_columns(quantity, COUNT(quantity), ROWS, MARKETS, MARKETS, hhi, each),
        MINRISK_OK);
    for (size_t g = 0; g < MARKETS; g++) {
        minrisk_status expected = g == 1       ? MINRISK_E_NO_SUPPLY
                                  : g % 5 == 0 ? MINRISK_E_DATA
                                               : MINRISK_OK;
        assert_int_equal(each[g], expected);
        assert_double(hhi[g], expected == MINRISK_OK ? 1 / (double)(1 + g % ROWS) : UNTOUCHED);
    }
}

/* Beyond 1,024 suppliers, and where magnitudes leave it to the exact path. */
static void long_and_extreme_columns(void **state)
{
    static double quantity[8 * 1100], hhi[8];
    static const double size[] = {1, 5e-324, 1e308, 1e-200, 1e200, 3, 1e-310, 1e150};
    minrisk_status each[8];
    (void)state;
    for (size_t rows = 1; rows <= 1100; rows += rows == 1 ? 1022 : 1) {
        for (size_t i = 0; i < rows * 8; i++)
            quantity[i] = size[i % 8];
        assert_int_equal(minrisk_hhi_columns(quantity, 8 * rows, rows, 8, 8, hhi, each),
                         MINRISK_OK);
        for (size_t g = 0; g < 8; g++) {
            assert_int_equal(each[g], MINRISK_OK);
            assert_double(hhi[g], 1 / (double)rows);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_among_bad),           cmocka_unit_test(groups_of_all_lengths),
        cmocka_unit_test(columns_of_all_widths),    cmocka_unit_test(good_columns_among_bad),
        cmocka_unit_test(long_and_extreme_columns),
    };
    return cmocka_run_group_tests_name("unit_batch", tests, NULL, NULL);
}
