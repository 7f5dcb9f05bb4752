/* SPDX-License-Identifier: MIT */
/* What must hold of entropy, Hill numbers and their kin, whatever the market. */
#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 40, ROUNDS = 300, FIGURES = 10 };

static random_source source;
static double x[LONGEST], w[LONGEST];
static size_t n;

/* Each of the figures of a market, at an order and a size. */
static void ask(double order, size_t market_size, double figures[FIGURES])
{
    assert_int_equal(minrisk_shannon_entropy(x, n, &figures[0]), MINRISK_OK);
    assert_int_equal(minrisk_evenness(x, n, &figures[1]), MINRISK_OK);
    assert_int_equal(minrisk_gini_simpson(x, n, &figures[2]), MINRISK_OK);
    assert_int_equal(minrisk_theil(x, n, market_size, &figures[3]), MINRISK_OK);
    assert_int_equal(minrisk_hill_number(x, n, order, &figures[4]), MINRISK_OK);
    assert_int_equal(minrisk_renyi_entropy(x, n, order, &figures[5]), MINRISK_OK);
    assert_int_equal(minrisk_tsallis_entropy(x, n, order, &figures[6]), MINRISK_OK);
    assert_int_equal(minrisk_hannah_kay(x, n, order, &figures[7]), MINRISK_OK);
    assert_int_equal(minrisk_weighted_hhi(x, w, n, &figures[8]), MINRISK_OK);
    assert_int_equal(minrisk_weighted_mean(x, w, n, &figures[9]), MINRISK_OK);
}

static void draw(int wild)
{
    n = random_size(&source, 1, LONGEST / 2);
    for (size_t i = 0; i < n; i++) {
        x[i] = wild ? random_any(&source) : 1 + (double)random_below(&source, 1000);
        w[i] = random_unit(&source) * 10;
    }
}

static double draw_order(void)
{
    switch (random_below(&source, 4)) {
    case 0:
        return 1 + random_scaled(&source, -52, -3);
    case 1:
        return random_scaled(&source, 0, 20);
    default:
        return random_unit(&source) * 3;
    }
}

static void shuffle(void)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = (size_t)random_below(&source, i);
        double a = x[i - 1], b = w[i - 1];
        x[i - 1] = x[j];
        w[i - 1] = w[j];
        x[j] = a;
        w[j] = b;
    }
}

/* Nor do zeros, if the size of the market is given. */
static void order_and_zeros_do_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[FIGURES], after[FIGURES], order = draw_order();
        draw(round % 2 == 0);
        ask(order, LONGEST, before);
        for (size_t zeros = random_below(&source, LONGEST / 2); zeros > 0; zeros--) {
            x[n] = zeros % 2 ? 0.0 : -0.0;
            w[n++] = 5;
        }
        shuffle();
        ask(order, LONGEST, after);
        assert_memory_equal(before, after, sizeof before);
    }
}

static void a_power_of_two_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[FIGURES], after[FIGURES], order = draw_order();
        double scale = power_of_two((int)random_below(&source, 1900) - 950);
        draw(0);
        ask(order, 0, before);
        for (size_t i = 0; i < n; i++)
            x[i] *= scale;
        ask(order, 0, after);
        assert_memory_equal(before, after, sizeof before);
    }
}

static double next_above(double a)
{
    return a > 0 ? next_up(a) : a;
}

/* Moving a unit from a larger supplier to a smaller one, which does not pass it, evens the market:
 * every one of the measures sees it, but for a last place where it is small beside the rest. */
static void the_transfer_principle(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before[FIGURES], after[FIGURES], order = draw_order();
        size_t large, small;
        draw(0);
        large = random_size(&source, 0, n - 1);
        small = random_size(&source, 0, n - 1);
        if (x[large] < x[small] + 2)
            continue;
        ask(order, 0, before);
        x[large] -= 1;
        x[small] += 1;
        ask(order, 0, after);
        for (size_t i = 0; i < 8; i++) {
            int falls = i == 3 || i == 7;
            assert_true(falls ? after[i] <= next_above(before[i])
                              : next_above(after[i]) >= before[i]);
        }
        assert_true(after[0] > before[0] && after[2] > before[2]);
    }
}

/* D_q from above 1 to the number of suppliers, falling with the order; the same for its kin. */
static void the_order_of_the_orders(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double low[FIGURES], high[FIGURES], a = draw_order(), b = draw_order();
        draw(round % 2 == 0);
        ask(a < b ? a : b, 0, low);
        ask(a < b ? b : a, 0, high);
        assert_true(high[4] >= 1 && low[4] <= (double)n);
        for (size_t i = 4; i < 7; i++)
            assert_true(high[i] <= next_above(low[i]));
        assert_true(next_above(high[7]) >= low[7]);
    }
}

/* With equal weights the one is HHI times the weight and the other the weight. */
static void equal_weights(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double figures[FIGURES], hhi, weight = power_of_two((int)random_below(&source, 40));
        draw(round % 2 == 0);
        for (size_t i = 0; i < n; i++)
            w[i] = weight;
        ask(1, 0, figures);
        assert_int_equal(minrisk_hhi(x, n, &hhi), MINRISK_OK);
        assert_true(figures[8] / weight <= next_up(hhi) && figures[8] / weight >= next_down(hhi));
        assert_double(figures[9], weight);
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 17;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_and_zeros_do_not_show),
        cmocka_unit_test(a_power_of_two_does_not_show),
        cmocka_unit_test(the_transfer_principle),
        cmocka_unit_test(the_order_of_the_orders),
        cmocka_unit_test(equal_weights),
    };
    return cmocka_run_group_tests_name("property_entropy", tests, seed, NULL);
}
