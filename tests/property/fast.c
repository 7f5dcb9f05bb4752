/* SPDX-License-Identifier: MIT */
/* The fast path against the exact one, which this program has a copy of under other names: the same
 * bits whatever the distribution, and for ordinary ones an answer nearly always. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "minrisk.h"
#include "fast.h"
#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

minrisk_status twin_hhi(const double *quantity, size_t n, double *hhi);
minrisk_status twin_effective_suppliers(const double *quantity, size_t n, double *suppliers);
minrisk_status twin_hhi_normalised(const double *quantity, size_t n, size_t size, double *out);
minrisk_status twin_merger_delta(const double *quantity, size_t n, size_t a, size_t b, double *d);
minrisk_status twin_shares(const double *quantity, size_t n, double *share);
minrisk_status twin_top_share(const double *quantity, size_t n, size_t k, double *share);
minrisk_status twin_leader(const double *quantity, size_t n, size_t *index, double *share);
minrisk_status twin_stream_hhi(const minrisk_stream *stream, double *hhi);
minrisk_status twin_stream_effective(const minrisk_stream *stream, double *effective);
minrisk_status twin_hhi_f32(const float *quantity, size_t n, float *hhi);
minrisk_status twin_hhi_columns(const double *quantity, size_t quantity_len, size_t suppliers,
                                size_t markets, size_t stride, double *hhi, minrisk_status *each);

enum { MOST = 20000 };

static random_source source = {0x6d696e7269736b};
static double x[MOST], share[MOST], exact_share[MOST];
static float single[MOST];

static double unit(void)
{
    return random_unit(&source);
}

static double uniform(void)
{
    return unit();
}

static double lognormal(void)
{
    return exp(2 * sqrt(-2 * log(unit() + 1e-300)) * cos(6.283185307179586 * unit()));
}

static double pareto(void)
{
    return pow(unit() + 1e-12, -1 / 1.2);
}

static double small_integer(void)
{
    return (double)random_below(&source, 1000);
}

static double long_integer(void)
{
    return (double)random_below(&source, (uint64_t)1 << 53);
}

static double equal(void)
{
    return 0.1;
}

static double nearly_equal(void)
{
    return 1 + ldexp((double)random_below(&source, 8), -52);
}

static double spread(void)
{
    return ldexp(unit(), (int)random_below(&source, 600) - 300);
}

static double spikes(void)
{
    return random_below(&source, 50) ? 1e-3 * unit() : 1e6 * unit();
}

static double mostly_zero(void)
{
    return random_below(&source, 20) ? 0 : 1e100 * unit();
}

static double subnormal(void)
{
    return (double)random_below(&source, 100) * 4.9e-324;
}

/* Values that fall, block after block, so that the place of the split must follow. */
static double falling(void)
{
    static unsigned count;
    return ldexp(unit(), -(int)(count++ / 256 % 80));
}

static const struct {
    const char *name;
    double (*draw)(void);
    int ordinary; /* the fast path should nearly always do */
} distributions[] = {
    {"uniform", uniform, 1},
    {"lognormal", lognormal, 1},
    {"Pareto", pareto, 1},
    {"small integers", small_integer, 1},
    {"long integers", long_integer, 1},
    {"nearly equal", nearly_equal, 0},
    {"equal", equal, 0},
    {"over 600 powers of two", spread, 0},
    {"spikes", spikes, 0},
    {"mostly zero", mostly_zero, 0},
    {"subnormal", subnormal, 0},
    {"falling", falling, 0},
};

static size_t draw(size_t d)
{
    size_t n = 1 + random_below(&source, 40);
    size_t i;

    if (random_below(&source, 50) == 0)
        n = 1 + random_below(&source, random_below(&source, 20) ? 2000 : MOST);
    for (i = 0; i < n; i++)
        x[i] = distributions[d].draw();
    return n;
}

static void assert_same_shares(size_t n, const char *name)
{
    minrisk_status status = twin_shares(x, n, exact_share);
    assert_case(minrisk_shares(x, n, share), status, name);
    if (status == MINRISK_OK)
        assert_memory_equal(share, exact_share, n * sizeof *share);
    memcpy(share, x, n * sizeof *share);
    assert_case(minrisk_shares(share, n, share), status, name);
    if (status == MINRISK_OK)
        assert_memory_equal(share, exact_share, n * sizeof *share);
}

static void assert_same_single(size_t n, const char *name)
{
    float fast = -1, exact = -1;
    for (size_t i = 0; i < n; i++)
        single[i] = x[i] > 3e38 ? 3e38F : (float)x[i];
    assert_case(minrisk_hhi_f32(single, n, &fast), twin_hhi_f32(single, n, &exact), name);
    assert_double((double)fast, (double)exact);
}

static void assert_same_largest(size_t n, const char *name)
{
    size_t k = random_below(&source, 4) ? random_size(&source, 1, 8) : random_size(&source, 1, n);
    size_t index = n, exact_index = n;
    double fast = -1, exact = -1;
    assert_case(minrisk_top_share(x, n, k, &fast), twin_top_share(x, n, k, &exact), name);
    assert_double(fast, exact);
    assert_case(minrisk_leader(x, n, &index, &fast), twin_leader(x, n, &exact_index, &exact), name);
    assert_double(fast, exact);
    assert_int_equal(index, exact_index);
}

/* And as one market after the other. */
static void assert_same_stream(size_t n, const char *name)
{
    minrisk_stream stream;
    double fast = -1, exact = -1;
    assert_int_equal(minrisk_stream_init(&stream, sizeof stream), MINRISK_OK);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(minrisk_stream_add(&stream, x[i]), MINRISK_OK);
        if (i + 2 < n && i % 64)
            continue;
        assert_case(minrisk_stream_hhi(&stream, &fast), twin_stream_hhi(&stream, &exact), name);
        assert_double(fast, exact);
        assert_case(minrisk_stream_effective(&stream, &fast),
                    twin_stream_effective(&stream, &exact), name);
        assert_double(fast, exact);
    }
}

static void assert_same(size_t n, const char *name)
{
    size_t size = random_below(&source, 3) ? n : n * 1000, a = random_below(&source, n);
    size_t b = random_below(&source, n);
    double fast = -1, exact = -1;

    assert_case(minrisk_hhi(x, n, &fast), twin_hhi(x, n, &exact), name);
    assert_double(fast, exact);
    assert_case(minrisk_effective_suppliers(x, n, &fast), twin_effective_suppliers(x, n, &exact),
                name);
    assert_double(fast, exact);
    assert_case(minrisk_hhi_normalised(x, n, size, &fast), twin_hhi_normalised(x, n, size, &exact),
                name);
    assert_double(fast, exact);
    assert_case(minrisk_merger_delta(x, n, a, b, &fast), twin_merger_delta(x, n, a, b, &exact),
                name);
    assert_double(fast, exact);
    assert_same_shares(n, name);
    assert_same_single(n, name);
    assert_same_largest(n, name);
    assert_same_stream(n, name);
}

static void the_same_bits(void **state)
{
    size_t cases = numeric_cases() / 50;
    (void)state;
    for (size_t d = 0; d < COUNT(distributions); d++) {
        size_t undecided = 0;
        for (size_t i = 0; i < cases; i++) {
            size_t n = draw(d);
            double result;
            undecided += !minrisk_fast_hhi(x, n, &result);
            assert_same(n, distributions[d].name);
        }
        print_message("%-24s %5.2f %% undecided\n", distributions[d].name,
                      100 * (double)undecided / (double)cases);
#if MINRISK_HAS_FAST
        if (distributions[d].ordinary)
            assert_true(undecided * 100 <= cases + 100);
#endif
    }
}

/* Markets of all distributions in one batch, good and bad, each as by itself. */
enum { BATCH = 200 };
static double hhi[BATCH], other[BATCH];
static minrisk_status each[BATCH], other_each[BATCH];

static void assert_same_batch(size_t markets)
{
    assert_memory_equal(each, other_each, markets * sizeof *each);
    assert_memory_equal(hhi, other, markets * sizeof *hhi);
}

static void draw_batch(size_t n)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -1};
    for (size_t i = 0; i < n; i++)
        x[i] = distributions[random_below(&source, COUNT(distributions))].draw();
    for (size_t i = 0; i < n && random_below(&source, 2); i += 1 + random_below(&source, 200))
        x[i] = bad[i % COUNT(bad)];
    for (size_t g = 0; g < BATCH; g++)
        hhi[g] = other[g] = 7;
}

static void groups_as_by_themselves(void **state)
{
    size_t rounds = numeric_cases() / 200;
    (void)state;
    for (size_t r = 0; r < rounds; r++) {
        static size_t offset[BATCH + 1];
        size_t groups = random_size(&source, 1, BATCH);
        for (size_t g = 0; g < groups; g++)
            offset[g + 1] = offset[g] + random_below(&source, random_below(&source, 30) ? 20 : 600);
        draw_batch(offset[groups] < MOST ? offset[groups] : MOST);
        if (offset[groups] > MOST)
            continue;
        assert_int_equal(minrisk_hhi_groups(x, MOST, offset, groups, hhi, each), MINRISK_OK);
        for (size_t g = 0; g < groups; g++)
            other_each[g] = minrisk_hhi(x + offset[g], offset[g + 1] - offset[g], &other[g]);
        assert_same_batch(groups);
    }
}

static void columns_by_the_exact_path(void **state)
{
    size_t rounds = numeric_cases() / 200;
    (void)state;
    for (size_t r = 0; r < rounds; r++) {
        size_t markets = random_size(&source, 1, BATCH), stride = markets + r % 3;
        size_t rows = random_size(&source, 1, r % 20 ? 15 : MOST / stride);
        draw_batch(rows * stride);
        assert_int_equal(minrisk_hhi_columns(x, MOST, rows, markets, stride, hhi, each),
                         MINRISK_OK);
        assert_int_equal(twin_hhi_columns(x, MOST, rows, markets, stride, other, other_each),
                         MINRISK_OK);
        assert_same_batch(markets);
    }
}

/* Bad figures anywhere, in blocks that begin well and in blocks that do not. */
static void bad_figures(void **state)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL, -1, -4.9e-324, -1e300};
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 50; i++) {
        size_t d = i % COUNT(distributions);
        size_t n = draw(d) % 2000 + 1;
        double result = 7;
        size_t index = 8;
        x[random_below(&source, n)] = bad[i % COUNT(bad)];
        assert_int_equal(minrisk_hhi(x, n, &result), MINRISK_E_DATA);
        assert_int_equal(minrisk_effective_suppliers(x, n, &result), MINRISK_E_DATA);
        assert_int_equal(minrisk_top_share(x, n, 1 + i % 9, &result), MINRISK_E_DATA);
        assert_int_equal(minrisk_leader(x, n, &index, &result), MINRISK_E_DATA);
        assert_double(result, 7);
        assert_int_equal(index, 8);
    }
}

/* A second block larger than the first by any power of two: all of it, or one supplier. */
static void blocks_that_outgrow_the_first(void **state)
{
    enum { TWO_BLOCKS = 1024 };
    (void)state;
    for (int power = 0; power < 70; power++)
        for (size_t i = 0; i < 2 * numeric_cases() / 10000 + 2; i++) {
            for (size_t k = 0; k < TWO_BLOCKS; k++)
                x[k] = 1 + unit();
            for (size_t k = TWO_BLOCKS / 2; k < TWO_BLOCKS; k++)
                x[k] = i % 2 ? 0 : ldexp(1 + unit(), power);
            x[TWO_BLOCKS - 7] = ldexp(1 + unit(), power);
            assert_same(TWO_BLOCKS, "a second block that outgrows the first");
        }
}

static void zeros_of_both_signs(void **state)
{
    (void)state;
    for (size_t n = 1; n < 1200; n += 7) {
        size_t at = random_below(&source, n);
        double result = 7;
        for (size_t i = 0; i < n; i++)
            x[i] = i % 2 ? 0.0 : -0.0;
        assert_int_equal(minrisk_hhi(x, n, &result), MINRISK_E_NO_SUPPLY);
        assert_int_equal(minrisk_top_share(x, n, 3, &result), MINRISK_E_NO_SUPPLY);
        assert_double(result, 7);
        x[at] = 3;
        assert_int_equal(minrisk_top_share(x, n, 3, &result), MINRISK_OK);
        assert_double(result, 1);
        assert_int_equal(minrisk_hhi(x, n, &result), MINRISK_OK);
        assert_double(result, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_bits),
        cmocka_unit_test(groups_as_by_themselves),
        cmocka_unit_test(columns_by_the_exact_path),
        cmocka_unit_test(bad_figures),
        cmocka_unit_test(blocks_that_outgrow_the_first),
        cmocka_unit_test(zeros_of_both_signs),
    };
    return cmocka_run_group_tests_name("property_fast", tests, NULL, NULL);
}
