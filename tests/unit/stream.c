/* SPDX-License-Identifier: MIT */
/* A running market at values worked out by hand. */
#include <string.h>

#include "minrisk.h"
#include "support/check.h"

static minrisk_stream market_of(const double *quantity, size_t n)
{
    minrisk_stream s;
    assert_int_equal(minrisk_stream_init(&s, sizeof s), MINRISK_OK);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(minrisk_stream_add(&s, quantity[i]), MINRISK_OK);
    return s;
}

static void assert_market(const minrisk_stream *s, double hhi, double effective, double total,
                          uint64_t suppliers)
{
    double value = -1;
    uint64_t count = 77;
    assert_int_equal(minrisk_stream_hhi(s, &value), MINRISK_OK);
    assert_double(value, hhi);
    assert_int_equal(minrisk_stream_effective(s, &value), MINRISK_OK);
    assert_double(value, effective);
    assert_int_equal(minrisk_stream_total(s, &value), MINRISK_OK);
    assert_double(value, total);
    assert_int_equal(minrisk_stream_suppliers(s, &count), MINRISK_OK);
    assert_int_equal(count, suppliers);
}

static void assert_empty(const minrisk_stream *s)
{
    minrisk_stream fresh = market_of(NULL, 0);
    double value = -1;
    uint64_t count = 77;
    assert_memory_equal(s, &fresh, sizeof fresh);
    assert_int_equal(minrisk_stream_hhi(s, &value), MINRISK_E_NO_SUPPLY);
    assert_int_equal(minrisk_stream_effective(s, &value), MINRISK_E_NO_SUPPLY);
    assert_double(value, -1);
    assert_int_equal(minrisk_stream_total(s, &value), MINRISK_OK);
    assert_double(value, 0);
    assert_int_equal(minrisk_stream_suppliers(s, &count), MINRISK_OK);
    assert_int_equal(count, 0);
}

static void come_change_and_go(void **state)
{
    minrisk_stream s = market_of(NULL, 0);
    (void)state;
    assert_empty(&s);
    assert_int_equal(minrisk_stream_add(&s, 3), MINRISK_OK);
    assert_market(&s, 1, 1, 3, 1);
    assert_int_equal(minrisk_stream_add(&s, 1), MINRISK_OK);
    assert_market(&s, 10 / 16., 1.6, 4, 2);
    assert_int_equal(minrisk_stream_replace(&s, 3, 1), MINRISK_OK);
    assert_market(&s, .5, 2, 2, 2);
    assert_int_equal(minrisk_stream_replace(&s, 0, 2), MINRISK_OK); /* one comes */
    assert_market(&s, 6 / 16., 16 / 6., 4, 3);
    assert_int_equal(minrisk_stream_replace(&s, 1, -0.0), MINRISK_OK); /* one goes */
    assert_market(&s, 5 / 9., 9 / 5., 3, 2);
    assert_int_equal(minrisk_stream_remove(&s, 2), MINRISK_OK);
    assert_market(&s, 1, 1, 1, 1);
    assert_int_equal(minrisk_stream_remove(&s, 1), MINRISK_OK);
    assert_empty(&s);
}

static void zeros_change_nothing(void **state)
{
    static const double two[] = {2, 5};
    minrisk_stream s = market_of(two, 2), before = s;
    (void)state;
    assert_int_equal(minrisk_stream_add(&s, 0), MINRISK_OK);
    assert_int_equal(minrisk_stream_add(&s, -0.0), MINRISK_OK);
    assert_int_equal(minrisk_stream_remove(&s, 0), MINRISK_OK);
    assert_int_equal(minrisk_stream_remove(&s, -0.0), MINRISK_OK);
    assert_int_equal(minrisk_stream_replace(&s, -0.0, 0), MINRISK_OK);
    assert_memory_equal(&s, &before, sizeof s);
    s = market_of(NULL, 0);
    assert_int_equal(minrisk_stream_remove(&s, 0), MINRISK_OK);
    assert_empty(&s);
}

static void assert_bounds(const minrisk_stream *s, double residual, double low, double high)
{
    minrisk_interval hhi = {-1, -1};
    assert_int_equal(minrisk_stream_hhi_bounds(s, residual, &hhi), MINRISK_OK);
    assert_double(hhi.low, low);
    assert_double(hhi.high, high);
}

/* 1/3, 5/36 and 14/36 are no doubles: the nearest is below, above, above. */
static void bounds_with_a_residual(void **state)
{
    static const double market[] = {1, 1, 1, 3}, ones[] = {1, 1, 1}, two[] = {1, 2};
    minrisk_stream s = market_of(market, 4), even = market_of(ones, 3), empty = market_of(NULL, 0);
    minrisk_stream pair = market_of(two, 2);
    minrisk_stream before = s;
    minrisk_interval hhi = {-1, -2};
    (void)state;
    assert_bounds(&s, 2, 12 / 64., 16 / 64.);
    assert_bounds(&s, 0, 0x1.5555555555555p-2, 0x1.5555555555556p-2); /* 12 / 36 */
    assert_bounds(&even, 3, 0x1.5555555555555p-4, 0x1.5555555555556p-2);
    assert_bounds(&even, -0.0, 0x1.5555555555555p-2, 0x1.5555555555556p-2);
    assert_bounds(&even, 1e300, 0, 1); /* Q / T^2 is 3e-600, and 1 - high about 6e-300 */
    assert_bounds(&pair, 3, 0x1.1c71c71c71c71p-3, 0x1.8e38e38e38e39p-2); /* 5 and 14 of 36 */
    assert_bounds(&empty, 7, 0, 1);
    assert_bounds(&empty, 5e-324, 0, 1);
    assert_memory_equal(&s, &before, sizeof s);
    assert_int_equal(minrisk_stream_hhi_bounds(&empty, 0, &hhi), MINRISK_E_NO_SUPPLY);
    assert_double(hhi.low, -1);
    assert_double(hhi.high, -2);
}

/* Sums and squares past the range of double, and below it. */
static void the_ends_of_double(void **state)
{
    static const double high[] = {1e308, 1e308, 1e308}, low[] = {5e-324, 1e-323, 1.5e-323};
    static const double spread[] = {1, 5e-324};
    minrisk_stream s = market_of(high, 3);
    (void)state;
    assert_market(&s, 1 / 3., 3, infinity(), 3);
    s = market_of(low, 3);
    assert_market(&s, 14 / 36., 36 / 14., 3e-323, 3);
    s = market_of(spread, 2);
    assert_market(&s, 1, 1, 1, 2);
    assert_int_equal(minrisk_stream_remove(&s, 1), MINRISK_OK);
    assert_market(&s, 1, 1, 5e-324, 1);
}

static void many_come_at_once(void **state)
{
    static const double four[] = {2, 0, 5, 3}, far[] = {1e308, 5e-324, 1e308, 1},
                        none[] = {0, -0.0};
    double bad[] = {1, 2, -1};
    minrisk_stream s = market_of(four, 4), same = market_of(NULL, 0), before;
    (void)state;
    assert_int_equal(minrisk_stream_add_all(&same, four, 4), MINRISK_OK);
    assert_market(&same, 38 / 100., 100 / 38., 10, 3);
    assert_memory_equal(&same, &s, sizeof s);
    before = s;
    assert_int_equal(minrisk_stream_add_all(&s, none, 2), MINRISK_OK);
    assert_int_equal(minrisk_stream_add_all(&s, bad, 0), MINRISK_OK);
    assert_int_equal(minrisk_stream_add_all(&s, bad, 3), MINRISK_E_DATA);
    assert_memory_equal(&s, &before, sizeof s);
    assert_int_equal(minrisk_stream_add_all(&s, far, 4), MINRISK_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(minrisk_stream_add(&same, far[i]), MINRISK_OK);
    assert_memory_equal(&same, &s, sizeof s);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(minrisk_stream_remove(&s, far[i]), MINRISK_OK);
    assert_memory_equal(&s, &before, sizeof s);
}

/* A spike that comes and goes leaves the very bits that were there. */
static void a_spike(void **state)
{
    static const double three[] = {2, 5, 3};
    static const double spike[] = {1e300, 1.7976931348623157e308, 5e-324, 1e-300};
    minrisk_stream s = market_of(three, 3), before = s;
    (void)state;
    for (size_t i = 0; i < COUNT(spike); i++) {
        assert_int_equal(minrisk_stream_add(&s, spike[i]), MINRISK_OK);
        assert_int_equal(minrisk_stream_replace(&s, spike[i], 1 / 3.), MINRISK_OK);
        assert_int_equal(minrisk_stream_replace(&s, 1 / 3., spike[i]), MINRISK_OK);
        assert_int_equal(minrisk_stream_remove(&s, spike[i]), MINRISK_OK);
        assert_memory_equal(&s, &before, sizeof s);
    }
    assert_market(&s, 38 / 100., 100 / 38., 10, 3);
}

static const struct {
    double quantity[4];
    size_t n;
    double removed;
    minrisk_status status;
} removals[] = {
    {{1}, 0, 1, MINRISK_E_DATA},            /* of nobody */
    {{3, 4}, 2, 8, MINRISK_E_DATA},         /* more than the total */
    {{3, 4}, 2, 7, MINRISK_E_DATA},         /* nothing left of one supplier, 25 - 49 of Q */
    {{1, 1, 1, 1}, 4, 3, MINRISK_E_DATA},   /* Q = 4 - 9 */
    {{1, 1, 1, 1}, 4, 2, MINRISK_E_DATA},   /* T = 2, Q = 0 */
    {{3, 4}, 2, 3.5, MINRISK_E_DATA},       /* one left, T^2 = 12.25, Q = 12.75 */
    {{3, 4}, 2, 3, MINRISK_OK},             /* one left, T^2 = Q */
    {{1, 1, 1, 1}, 4, 1.5, MINRISK_E_DATA}, /* T^2 = 6.25 > 3 Q = 5.25 */
    {{1, 1, 1, 1}, 4, 1, MINRISK_OK},       /* T^2 = 3 Q */
    {{1, 1, 1, 1}, 4, 1.0000000000000002, MINRISK_E_DATA},
    {{2, 2, 2}, 3, 1.9999999999999998, MINRISK_E_DATA},
    {{1, 2}, 2, 1.0000000000000002, MINRISK_E_DATA}, /* one left, Q above T^2 by 2^-53 of it */
    {{1, 2}, 2, 0.9999999999999999, MINRISK_E_DATA}, /* and below it by 2^-54 */
    {{1, 2, 8.673617379884035e-19}, 3, 1.0000000000000002, MINRISK_E_DATA}, /* above, of two */
    {{5e-324, 5e-324}, 2, 1e-323, MINRISK_E_DATA},
    {{100, 100, 100}, 3, 301, MINRISK_E_DATA},   /* below zero, both as if modulo 2^(32 limbs) */
    {{7}, 1, 6.999999999999999, MINRISK_E_DATA}, /* T > 0 without a supplier */
    {{1, 2, 3}, 3, 2.5, MINRISK_OK},             /* not there, but nobody can tell */
};

static void impossible_removals(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(removals); i++) {
        minrisk_stream s = market_of(removals[i].quantity, removals[i].n), before = s;
        assert_int_equal(minrisk_stream_remove(&s, removals[i].removed), removals[i].status);
        assert_int_equal(memcmp(&s, &before, sizeof s) == 0, removals[i].status != MINRISK_OK);
        s = before;
        assert_int_equal(minrisk_stream_replace(&s, removals[i].removed, 9), removals[i].status);
        assert_int_equal(memcmp(&s, &before, sizeof s) == 0, removals[i].status != MINRISK_OK);
    }
}

/* 2^64 in three parts, whose sum carries through limbs that are all ones; and back. */
static void a_long_carry(void **state)
{
    const double parts[] = {power_of_two(64) - power_of_two(11),
                            power_of_two(11) - power_of_two(-42), power_of_two(-42)};
    minrisk_stream s = market_of(parts, 2), before = s;
    double total = -1;
    (void)state;
    assert_int_equal(minrisk_stream_add(&s, parts[2]), MINRISK_OK);
    assert_int_equal(minrisk_stream_total(&s, &total), MINRISK_OK);
    assert_double(total, power_of_two(64));
    assert_int_equal(s.total_span.to - s.total_span.from, 1);
    assert_int_equal(minrisk_stream_remove(&s, parts[2]), MINRISK_OK);
    assert_memory_equal(&s, &before, sizeof s);
}

static void merged(void **state)
{
    static const double five[] = {2, 5, 1e-310, 3, 1e300};
    minrisk_stream all = market_of(five, 5), left = market_of(five, 2), right;
    (void)state;
    right = market_of(five + 2, 3);
    assert_int_equal(minrisk_stream_merge(&left, &right), MINRISK_OK);
    assert_memory_equal(&left, &all, sizeof all);
    right = market_of(NULL, 0);
    assert_int_equal(minrisk_stream_merge(&left, &right), MINRISK_OK);
    assert_memory_equal(&left, &all, sizeof all);
    assert_int_equal(minrisk_stream_merge(&right, &left), MINRISK_OK);
    assert_memory_equal(&right, &all, sizeof all);
}

/* Merged with itself, a market doubles, until it is full. */
static void a_full_market(void **state)
{
    static const double one[] = {1.7976931348623157e308}, zero[] = {0};
    minrisk_stream s = market_of(one, 1), full;
    uint64_t suppliers = 0;
    double hhi = -1;
    minrisk_interval bounds;
    (void)state;
    for (int i = 0; i < 62; i++)
        assert_int_equal(minrisk_stream_merge(&s, &s), MINRISK_OK);
    full = s;
    assert_int_equal(minrisk_stream_suppliers(&s, &suppliers), MINRISK_OK);
    assert_true(suppliers == (uint64_t)1 << 62);
    assert_int_equal(minrisk_stream_hhi(&s, &hhi), MINRISK_OK);
    assert_double(hhi, power_of_two(-62));
    assert_int_equal(minrisk_stream_merge(&s, &s), MINRISK_E_SIZE);
    assert_int_equal(minrisk_stream_add(&s, 1), MINRISK_E_SIZE);
    assert_int_equal(minrisk_stream_hhi_bounds(&s, 1, &bounds), MINRISK_E_SIZE);
    assert_int_equal(minrisk_stream_add_all(&s, one, 1), MINRISK_E_SIZE);
    assert_int_equal(minrisk_stream_add_all(&s, zero, 1), MINRISK_OK);
    assert_int_equal(minrisk_stream_replace(&s, 0, 1), MINRISK_E_SIZE);
    assert_memory_equal(&s, &full, sizeof s);
    assert_int_equal(minrisk_stream_replace(&s, one[0], 1), MINRISK_OK);
    assert_int_equal(minrisk_stream_replace(&s, 1, one[0]), MINRISK_OK);
    assert_memory_equal(&s, &full, sizeof s);
    assert_int_equal(minrisk_stream_remove(&s, one[0]), MINRISK_OK);
    assert_int_equal(minrisk_stream_add(&s, one[0]), MINRISK_OK);
    assert_memory_equal(&s, &full, sizeof s);
}

static uint32_t word_at(const uint8_t *byte)
{
    return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

/* The documented bytes: of {1, 2}, 3 * 2^1074 is bits 18 and 19 of limb 33, 5 * 2^2148 bits 4 and 6
 * of limb 67. The check is FNV-1a by another program. */
static void the_saved_form(void **state)
{
    static const double two[] = {1, 2};
    minrisk_stream s = market_of(two, 2), loaded = market_of(two, 1);
    uint8_t saved[MINRISK_STREAM_SAVED + 1];
    (void)state;
    memset(saved, 0xa5, sizeof saved);
    assert_int_equal(minrisk_stream_save(&s, saved, sizeof saved), MINRISK_OK);
    assert_int_equal(saved[MINRISK_STREAM_SAVED], 0xa5);
    assert_memory_equal(saved, "MRS\1", 4);
    assert_int_equal(word_at(saved + 4), 0xe501ae0bu);
    assert_int_equal(word_at(saved + 8), 2);
    for (size_t i = 12; i < MINRISK_STREAM_SAVED; i += 4)
        assert_int_equal(word_at(saved + i), i == 16 + 4 * 33    ? 3u << 18
                                             : i == 296 + 4 * 67 ? 5u << 4
                                                                 : 0);
    assert_int_equal(minrisk_stream_load(&loaded, sizeof loaded, saved, MINRISK_STREAM_SAVED),
                     MINRISK_OK);
    assert_memory_equal(&loaded, &s, sizeof s);
    assert_int_equal(minrisk_stream_sizeof(), sizeof s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(come_change_and_go),
        cmocka_unit_test(zeros_change_nothing),
        cmocka_unit_test(many_come_at_once),
        cmocka_unit_test(bounds_with_a_residual),
        cmocka_unit_test(the_ends_of_double),
        cmocka_unit_test(a_spike),
        cmocka_unit_test(impossible_removals),
        cmocka_unit_test(a_long_carry),
        cmocka_unit_test(merged),
        cmocka_unit_test(a_full_market),
        cmocka_unit_test(the_saved_form),
    };
    return cmocka_run_group_tests_name("unit_stream", tests, NULL, NULL);
}
