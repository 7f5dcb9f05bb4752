/* SPDX-License-Identifier: MIT */
/* Bounds contain every market that what is known allows. */
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 24, BOXES = 200, COMPLETIONS = 500 };

static random_source source;
static double low[LONGEST], high[LONGEST], x[LONGEST], scratch[2 * LONGEST];
static size_t n;

/* Whole numbers that sum to less than 2^26, so that sums of squares are exact in a double. */
static void draw_box(void)
{
    uint64_t width = random_below(&source, 2) ? 1000000 : 20;
    n = random_size(&source, 1, LONGEST);
    for (size_t i = 0; i < n; i++) {
        uint64_t a = random_below(&source, width);
        low[i] = random_below(&source, 4) ? (double)a : 0;
        high[i] = low[i] + (double)random_below(&source, random_below(&source, 3) ? 10 : width);
    }
    high[0] += 1;
}

static minrisk_interval interval(int32_t *is_sharp)
{
    minrisk_interval hhi = {-1, -1};
    assert_int_equal(minrisk_hhi_interval(low, high, n, scratch, 2 * n, &hhi, is_sharp),
                     MINRISK_OK);
    return hhi;
}

/* Anywhere in the box, at its ends, or near one level. */
static void complete(void)
{
    uint64_t kind = random_below(&source, 3), level = random_below(&source, 1000000);
    for (size_t i = 0; i < n; i++) {
        uint64_t width = (uint64_t)(high[i] - low[i]);
        if (kind == 0)
            x[i] = low[i] + (double)random_below(&source, width + 1);
        else if (kind == 1)
            x[i] = random_below(&source, 2) ? low[i] : high[i];
        else
            x[i] = (double)level < low[i]    ? low[i]
                   : (double)level > high[i] ? high[i]
                                             : (double)level;
    }
}

static double total_of(const double *quantity)
{
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += quantity[i];
    return total;
}

/* Without the library: the sums are whole numbers below 2^53, so this is rounded once. */
static double plain_hhi(void)
{
    double squares = 0, total = total_of(x);
    for (size_t i = 0; i < n; i++)
        squares += x[i] * x[i];
    return squares / (total * total);
}

static void intervals_contain_every_completion(void **state)
{
    (void)state;
    for (size_t box = 0; box < BOXES; box++) {
        int32_t is_sharp = -1;
        minrisk_interval hhi;
        draw_box();
        hhi = interval(&is_sharp);
        assert_true(0 < hhi.low && hhi.low <= hhi.high && hhi.high <= 1);
        for (size_t i = 0; i < COMPLETIONS; i++) {
            complete();
            if (total_of(x) > 0) {
                double inside = plain_hhi();
                assert_true(hhi.low <= inside && inside <= hhi.high);
            }
        }
    }
}

static void assert_same_interval(minrisk_interval before)
{
    int32_t is_sharp = -1;
    minrisk_interval after = interval(&is_sharp);
    assert_double(after.low, before.low);
    assert_double(after.high, before.high);
}

static void swap(size_t i, size_t j)
{
    double kept[2] = {low[i], high[i]};
    low[i] = low[j];
    high[i] = high[j];
    low[j] = kept[0];
    high[j] = kept[1];
}

/* Where the end is sharp. Where it is not, the search may have ruled out more in another order. */
static void order_scale_and_zeros_do_not_show(void **state)
{
    (void)state;
    for (size_t box = 0; box < BOXES; box++) {
        double scale = power_of_two((int)random_below(&source, 1800) - 900);
        int32_t is_sharp = -1;
        minrisk_interval hhi;
        draw_box();
        n = n == LONGEST ? n - 1 : n;
        hhi = interval(&is_sharp);
        for (size_t i = n; i > 1; i--)
            swap(i - 1, (size_t)random_below(&source, i));
        assert_same_interval(hhi);
        for (size_t i = 0; i < n; i++) {
            low[i] *= scale;
            high[i] *= scale;
        }
        assert_same_interval(hhi);
        low[n] = 0.0;
        high[n++] = -0.0;
        assert_same_interval(hhi);
    }
}

/* To know more is never to know less. */
static void narrower_intervals_give_a_narrower_one(void **state)
{
    (void)state;
    for (size_t box = 0; box < BOXES; box++) {
        int32_t is_sharp = -1, still_sharp = -1;
        minrisk_interval wide, narrow;
        size_t i;
        draw_box();
        wide = interval(&is_sharp);
        i = random_size(&source, 0, n - 1);
        low[i] += (double)random_below(&source, (uint64_t)(high[i] - low[i]) + 1);
        narrow = interval(&still_sharp);
        assert_true(wide.low <= narrow.low);
        assert_true(narrow.high <= wide.high || !still_sharp);
    }
}

/* --- measures of a market with a residual ----------------------------------------------------- */

enum { NAMED = 8, PARTS = 12, MARKETS = 100, SHARINGS = 100 };

static double completed[NAMED + PARTS];

/* The residual in whole parts of at most the cap, at most so many of them; returns the length. */
static size_t share_out(uint64_t residual, uint64_t cap, size_t most)
{
    size_t length = n;
    memcpy(completed, x, n * sizeof *x);
    for (; residual > 0; length++) {
        uint64_t left = most - (length - n), top = residual < cap ? residual : cap;
        uint64_t least = (left - 1) * cap >= residual ? 1 : residual - (left - 1) * cap;
        completed[length] = (double)(least + random_below(&source, top - least + 1));
        residual -= (uint64_t)completed[length];
    }
    return length;
}

static const struct {
    int32_t measure;
    double parameter;
} asked[] = {
    {MINRISK_MEASURE_TOP_SHARE, 1},    {MINRISK_MEASURE_TOP_SHARE, 4},
    {MINRISK_MEASURE_HALL_TIDEMAN, 0}, {MINRISK_MEASURE_GINI, NAMED + PARTS},
    {MINRISK_MEASURE_ENTROPY, 0},      {MINRISK_MEASURE_HILL, 0},
    {MINRISK_MEASURE_HILL, .5},        {MINRISK_MEASURE_HILL, 1},
    {MINRISK_MEASURE_HILL, 2},         {MINRISK_MEASURE_HILL, 50},
};

static double plain_measure(size_t m, size_t length)
{
    const double parameter = asked[m].parameter;
    minrisk_status status;
    double value = -1;
    if (asked[m].measure == MINRISK_MEASURE_TOP_SHARE)
        status = minrisk_top_share(completed, length, (size_t)parameter, &value);
    else if (asked[m].measure == MINRISK_MEASURE_HALL_TIDEMAN)
        status = minrisk_hall_tideman(completed, length, NULL, 0, &value);
    else if (asked[m].measure == MINRISK_MEASURE_GINI)
        status = minrisk_gini(completed, length, (size_t)parameter, NULL, 0, &value);
    else if (asked[m].measure == MINRISK_MEASURE_ENTROPY)
        status = minrisk_shannon_entropy(completed, length, &value);
    else
        status = minrisk_hill_number(completed, length, parameter, &value);
    assert_int_equal(status, MINRISK_OK);
    return value;
}

static minrisk_interval bounds_of(size_t m, uint64_t residual, size_t most, uint64_t cap)
{
    minrisk_interval bounds = {-1, -1};
    assert_int_equal(minrisk_measure_bounds(x, n, (double)residual, most, (double)cap,
                                            asked[m].measure, asked[m].parameter, NULL, 0, &bounds),
                     MINRISK_OK);
    return bounds;
}

/* The measures themselves are off by a unit in the last place or two. */
static void measures_contain_every_sharing(void **state)
{
    const double slack = power_of_two(-51);
    (void)state;
    for (size_t market = 0; market < MARKETS; market++) {
        size_t most = random_size(&source, 1, PARTS), m = market % COUNT(asked);
        uint64_t cap = 1 + random_below(&source, random_below(&source, 2) ? 5000 : 5);
        uint64_t residual = 1 + random_below(&source, most * cap);
        minrisk_interval full, open;
        n = random_size(&source, 1, NAMED);
        for (size_t i = 0; i < n; i++)
            x[i] = (double)random_below(&source, 2 * cap);
        full = bounds_of(m, residual, most, cap);
        open = bounds_of(m, residual, 0, 0);
        assert_true(open.low <= full.low && full.high <= open.high);
        for (size_t i = 0; i < SHARINGS; i++) {
            double inside = plain_measure(m, share_out(residual, cap, most));
            assert_true(full.low <= inside * (1 + slack) && inside * (1 - slack) <= full.high);
        }
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 20050609;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_contain_every_completion),
        cmocka_unit_test(order_scale_and_zeros_do_not_show),
        cmocka_unit_test(narrower_intervals_give_a_narrower_one),
        cmocka_unit_test(measures_contain_every_sharing),
    };
    return cmocka_run_group_tests_name("property_partial", tests, seed, NULL);
}
