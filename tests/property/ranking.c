/* SPDX-License-Identifier: MIT */
/* What must hold of Gini and Hall-Tideman in every market, whatever its figures. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 200, ROUNDS = 2000 };

static random_source source;
static double x[LONGEST], scratch[LONGEST];
static size_t n;

static double gini(size_t market_size)
{
    double out = -1;
    assert_int_equal(minrisk_gini(x, n, market_size, scratch, LONGEST, &out), MINRISK_OK);
    return out;
}

static double hall_tideman(void)
{
    double out = -1;
    assert_int_equal(minrisk_hall_tideman(x, n, scratch, LONGEST, &out), MINRISK_OK);
    return out;
}

static void draw(double (*one)(random_source *))
{
    n = random_size(&source, 2, random_below(&source, 4) ? 30 : LONGEST / 2);
    for (size_t i = 0; i < n; i++)
        x[i] = one(&source);
}

static double whole(random_source *r)
{
    return (double)(1 + random_below(r, 1000));
}

static double anything(random_source *r)
{
    return double_of(bits_of(random_any(r)) + 1);
}

static void order_and_zeros_do_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[2];
        draw(round % 2 ? whole : anything);
        before[0] = gini(0);
        before[1] = hall_tideman();
        for (size_t zeros = random_size(&source, 1, 90); zeros > 0; zeros--)
            x[n++] = zeros % 2 ? 0.0 : -0.0;
        random_shuffle(&source, x, n);
        assert_double(gini(0), before[0]);
        assert_double(hall_tideman(), before[1]);
    }
}

static void a_power_of_two_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double scale = power_of_two((int)random_below(&source, 1900) - 950), before[2];
        draw(whole);
        before[0] = gini(LONGEST);
        before[1] = hall_tideman();
        for (size_t i = 0; i < n; i++)
            x[i] *= scale;
        assert_double(gini(LONGEST), before[0]);
        assert_double(hall_tideman(), before[1]);
    }
}

/* From the smaller to the larger of two, or more, so that their order stays. */
static void the_transfer_principle(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[2], moved;
        draw(whole);
        before[0] = gini(0);
        before[1] = hall_tideman();
        if (x[0] == 1 || x[1] == 1)
            continue;
        moved = 1 + (double)random_below(&source, (uint64_t)(x[0] < x[1] ? x[0] : x[1]) - 1);
        x[x[0] < x[1] ? 1 : 0] += moved;
        x[x[0] < x[1] ? 0 : 1] -= moved;
        assert_true(gini(0) > before[0]);
        assert_true(hall_tideman() > before[1]);
    }
}

/* HT = 1 / (N (1 - G)), up to the roundings. */
static void one_follows_from_the_other(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double index;
        draw(whole);
        index = 1 / ((double)n * (1 - gini(0)));
        assert_near(hall_tideman() / index, 1.0, 1e-12);
    }
}

/* Suppliers without supply bring G to 1 - m / N (1 - G). */
static void a_larger_market_is_less_equal(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t size;
        double before;
        draw(whole);
        before = gini(0);
        size = n + 1 + (size_t)random_below(&source, 1000);
        assert_double(gini(n), before);
        assert_near(gini(size), 1 - (double)n / (double)size * (1 - before), 1e-12);
        assert_true(gini(size) > before && gini(size) < 1);
    }
}

static void equal_suppliers(void **state)
{
    (void)state;
    for (n = 1; n <= LONGEST; n++) {
        double one = anything(&source);
        for (size_t i = 0; i < n; i++)
            x[i] = one;
        assert_double(gini(0), 0.0);
        assert_double(hall_tideman(), 1 / (double)n);
        assert_double(gini(2 * n), .5);
    }
}

/* --- the sort against another one --------------------------------------------------------------- */

enum { MANY = 40000, FEWER = 6000 };

static double many[MANY], in_order[MANY], room[MANY];

static int largest_first(const void *a, const void *b)
{
    double x1 = *(const double *)a, x2 = *(const double *)b;
    return (x1 < x2) - (x1 > x2);
}

/* Quantities whose bits differ in few places, high ones, low ones or both. */
static double by_bits(uint64_t tops, uint64_t steps, uint64_t lows)
{
    return double_of(bits_of(1.0) + (random_below(&source, tops) << 52) +
                     (random_below(&source, steps) << 30) + random_below(&source, lows));
}

static double lower_bits_alone(void)
{
    return by_bits(1, 1, 100000);
}

static double groups_of_groups(void)
{
    return by_bits(8, 3, 3000);
}

static double two_far_ends(void)
{
    return by_bits(2, 1, 2) * (random_below(&source, 2) ? 1e-280 : 1e280);
}

static double hardly_any_apart(void)
{
    return random_below(&source, 1000) ? by_bits(1, 2, 40) : anything(&source);
}

static double subnormal(void)
{
    return (double)(1 + random_below(&source, 5000)) * power_of_two(-1074);
}

static double evenly(void)
{
    return random_unit(&source) + 1e-3;
}

static void the_sort_is_a_sort(void **state)
{
    static double (*const shapes[])(void) = {lower_bits_alone, groups_of_groups, two_far_ends,
                                             hardly_any_apart, subnormal,        evenly};
    (void)state;
    for (size_t round = 0; round < 60; round++) {
        double of_sort, of_order, ht_of_sort, ht_of_order;
        size_t length = round < 6 ? MANY : random_size(&source, 200, FEWER);

        for (size_t i = 0; i < length; i++)
            many[i] = shapes[round % 6]();
        memcpy(in_order, many, sizeof in_order);
        qsort(in_order, length, sizeof in_order[0], largest_first);
        assert_int_equal(minrisk_gini(many, length, 0, room, MANY, &of_sort), MINRISK_OK);
        assert_int_equal(minrisk_gini_sorted(in_order, length, 0, &of_order), MINRISK_OK);
        assert_double(of_sort, of_order);
        assert_int_equal(minrisk_hall_tideman(many, length, room, MANY, &ht_of_sort), MINRISK_OK);
        assert_int_equal(minrisk_hall_tideman_sorted(in_order, length, &ht_of_order), MINRISK_OK);
        assert_double(ht_of_sort, ht_of_order);
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 19670101;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_zeros_do_not_show),
        cmocka_unit_test(the_sort_is_a_sort),
        cmocka_unit_test(a_power_of_two_does_not_show),
        cmocka_unit_test(the_transfer_principle),
        cmocka_unit_test(one_follows_from_the_other),
        cmocka_unit_test(a_larger_market_is_less_equal),
        cmocka_unit_test(equal_suppliers),
    };
    return cmocka_run_group_tests_name("property_ranking", tests, seed, NULL);
}
