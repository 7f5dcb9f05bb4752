/* SPDX-License-Identifier: MIT */
/* What must hold of the indices of indices.h in every market. */
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 120, ROUNDS = 300 };

static random_source source;
static double x[LONGEST], scratch[LONGEST];
static size_t n;

enum index {
    DUAL,
    MINIMUM,
    THEIL_L,
    ENTROPY,
    ATKINSON,
    HOOVER,
    PALMA,
    GARCIA_ALBA,
    HORVATH,
    KWOKA,
    LINDA,
    KVALSETH,
    STENBACKA,
    GRS,
    INDICES
};

static void ask(double value[INDICES])
{
    minrisk_status status[INDICES];
    status[DUAL] = minrisk_hhi_dual(x, n, &value[DUAL]);
    status[MINIMUM] = minrisk_hhi_minimum(x, n, &value[MINIMUM]);
    status[THEIL_L] = minrisk_theil_l(x, n, &value[THEIL_L]);
    status[ENTROPY] = minrisk_generalised_entropy(x, n, LONGEST, 1.7, &value[ENTROPY]);
    status[ATKINSON] = minrisk_atkinson(x, n, 0, 1.2, &value[ATKINSON]);
    status[HOOVER] = minrisk_hoover(x, n, LONGEST, &value[HOOVER]);
    status[PALMA] = minrisk_palma(x, n, scratch, LONGEST, &value[PALMA]);
    status[GARCIA_ALBA] = minrisk_garcia_alba(x, n, &value[GARCIA_ALBA]);
    status[HORVATH] = minrisk_horvath(x, n, &value[HORVATH]);
    status[KWOKA] = minrisk_kwoka(x, n, scratch, LONGEST, &value[KWOKA]);
    status[LINDA] = minrisk_linda(x, n, 0, scratch, LONGEST, &value[LINDA]);
    status[KVALSETH] = minrisk_kvalseth(x, n, scratch, LONGEST, &value[KVALSETH]);
    status[STENBACKA] = minrisk_stenbacka(x, n, &value[STENBACKA]);
    status[GRS] = minrisk_grs(x, n, &value[GRS]);
    for (size_t i = 0; i < INDICES; i++)
        assert_int_equal(status[i], MINRISK_OK);
}

static void draw(int wide)
{
    n = random_size(&source, 2, random_below(&source, 4) ? 20 : LONGEST / 2);
    for (size_t i = 0; i < n; i++)
        x[i] = wide ? random_scaled(&source, -60, 60) : (double)(2 + random_below(&source, 500));
}

static void order_and_zeros_do_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[INDICES], after[INDICES];
        draw(round % 2);
        ask(before);
        for (size_t zeros = random_size(&source, 1, LONGEST / 2); zeros > 0; zeros--)
            x[n++] = zeros % 2 ? 0.0 : -0.0;
        random_shuffle(&source, x, n);
        ask(after);
        assert_memory_equal(before, after, sizeof before);
    }
}

static void a_power_of_two_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double scale = power_of_two((int)random_below(&source, 1800) - 900);
        double before[INDICES], after[INDICES];
        draw(round % 2);
        ask(before);
        for (size_t i = 0; i < n; i++)
            x[i] *= scale;
        ask(after);
        assert_memory_equal(before, after, sizeof before);
    }
}

/* From the smaller to the larger of two, concentration and inequality rise. Of the others, Hoover
 * may stay, and Stenbacka, Kwoka, Linda and Palma look at some of the suppliers alone. */
static void the_transfer_principle(void **state)
{
    static const enum index strict[] = {DUAL, THEIL_L, ENTROPY, ATKINSON};
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[INDICES], after[INDICES];
        size_t larger, smaller;
        draw(0);
        ask(before);
        larger = x[0] < x[1];
        smaller = !larger;
        x[larger] += 1;
        x[smaller] -= 1;
        ask(after);
        for (size_t i = 0; i < COUNT(strict); i++)
            assert_true(after[strict[i]] > before[strict[i]]);
        assert_true(after[HOOVER] >= before[HOOVER]);
        assert_true(after[KVALSETH] >= before[KVALSETH]);
        assert_double(after[MINIMUM], before[MINIMUM]);
    }
}

/* Horvath's index falls on the way from {.5, .5} to {.6, .4}: its header says so. */
static void a_transfer_that_horvath_misses(void **state)
{
    static const double even[] = {5, 5}, uneven[] = {6, 4};
    double before, after;
    (void)state;
    assert_int_equal(minrisk_horvath(even, 2, &before), MINRISK_OK);
    assert_int_equal(minrisk_horvath(uneven, 2, &after), MINRISK_OK);
    assert_true(after < before);
}

/* The curve is convex, ends at 1, and twice the area between it and the diagonal is Gini's. */
static void the_area_under_the_curve(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double lorenz[LONGEST], gini, area = 0;
        draw(0);
        assert_int_equal(minrisk_lorenz(x, n, lorenz), MINRISK_OK);
        assert_int_equal(minrisk_gini(x, n, 0, scratch, LONGEST, &gini), MINRISK_OK);
        for (size_t i = 0; i < n; i++)
            area += (lorenz[i] + (i > 0 ? lorenz[i - 1] : 0)) / (double)(2 * n);
        assert_near(gini, 1 - 2 * area, 1e-12);
        assert_double(lorenz[n - 1], 1.0);
    }
}

/* Hoover's index is the farthest that the curve lies below the diagonal. */
static void the_depth_of_the_curve(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double lorenz[LONGEST], hoover, depth = 0;
        draw(round % 2);
        assert_int_equal(minrisk_lorenz(x, n, lorenz), MINRISK_OK);
        assert_int_equal(minrisk_hoover(x, n, 0, &hoover), MINRISK_OK);
        for (size_t i = 0; i < n; i++) {
            double below = (double)(i + 1) / (double)n - lorenz[i];
            depth = below > depth ? below : depth;
        }
        assert_near(hoover, depth, 1e-14);
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 19360101;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_zeros_do_not_show),
        cmocka_unit_test(a_power_of_two_does_not_show),
        cmocka_unit_test(the_transfer_principle),
        cmocka_unit_test(a_transfer_that_horvath_misses),
        cmocka_unit_test(the_area_under_the_curve),
        cmocka_unit_test(the_depth_of_the_curve),
    };
    return cmocka_run_group_tests_name("property_indices", tests, seed, NULL);
}
