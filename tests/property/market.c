/* SPDX-License-Identifier: MIT */
/* What must hold of every market, whatever its figures. */
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 60, ROUNDS = 4000 };

static random_source source;
static double x[LONGEST], y[LONGEST];
static size_t n;

typedef struct answers {
    double hhi, effective, top, leader;
    minrisk_interval bounds;
} answers;

static double hhi_of(const double *quantity, size_t length)
{
    double hhi = -1;
    assert_int_equal(minrisk_hhi(quantity, length, &hhi), MINRISK_OK);
    return hhi;
}

static answers ask(const double *quantity, size_t length, size_t k, double residual)
{
    answers a;
    size_t index;
    memset(&a, 0, sizeof a);
    a.hhi = hhi_of(quantity, length);
    assert_int_equal(minrisk_effective_suppliers(quantity, length, &a.effective), MINRISK_OK);
    assert_int_equal(minrisk_top_share(quantity, length, k, &a.top), MINRISK_OK);
    assert_int_equal(minrisk_leader(quantity, length, &index, &a.leader), MINRISK_OK);
    assert_int_equal(minrisk_hhi_bounds(quantity, length, residual, 3, residual / 2, &a.bounds),
                     MINRISK_OK);
    return a;
}

static void assert_same_answers(const answers *a, const answers *b)
{
    assert_memory_equal(a, b, sizeof *a);
}

static void draw_any(void)
{
    n = random_size(&source, 1, LONGEST / 2);
    for (size_t i = 0; i < n; i++)
        x[i] = random_below(&source, 3) ? random_any(&source) : random_unit(&source);
}

/* Whole numbers that sum to less than 2^26, so that sums of squares are exact in a double. */
static void draw_whole(void)
{
    n = random_size(&source, 2, LONGEST / 2);
    for (size_t i = 0; i < n; i++)
        x[i] = (double)(1 + random_below(&source, random_below(&source, 2) ? 2000000 : 20));
}

static void order_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t k;
        double residual = random_any(&source);
        answers before, after;
        draw_any();
        k = random_size(&source, 1, n);
        before = ask(x, n, k, residual);
        random_shuffle(&source, x, n);
        after = ask(x, n, k, residual);
        assert_same_answers(&before, &after);
    }
}

static void a_power_of_two_does_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double scale = power_of_two((int)random_below(&source, 1900) - 950);
        answers before, after;
        draw_whole();
        before = ask(x, n, 2, 7);
        for (size_t i = 0; i < n; i++)
            x[i] *= scale;
        after = ask(x, n, 2, 7 * scale);
        assert_same_answers(&before, &after);
    }
}

static void zeros_do_not_show(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        answers before, after;
        draw_any();
        before = ask(x, n, 3, 1);
        for (size_t zeros = random_size(&source, 1, 20); zeros > 0; zeros--)
            x[n++] = zeros % 2 ? 0.0 : -0.0;
        random_shuffle(&source, x, n);
        after = ask(x, n, 3, 1);
        assert_same_answers(&before, &after);
    }
}

static void merging_never_lowers_the_index(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double apart;
        draw_whole();
        apart = hhi_of(x, n);
        x[n - 2] += x[n - 1];
        assert_true(hhi_of(x, n - 1) > apart);
    }
}

static void splitting_never_raises_the_index(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double whole;
        draw_whole();
        whole = hhi_of(x, n);
        x[n] = (double)random_below(&source, (uint64_t)x[0] + 1);
        x[0] -= x[n];
        assert_true(hhi_of(x, n + 1) <= whole);
    }
}

/* From the smaller to the larger of two, concentration rises; and back, it falls. */
static void the_transfer_principle(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double before, moved;
        draw_whole();
        before = hhi_of(x, n);
        moved = 1 + (double)random_below(&source, (uint64_t)(x[0] < x[1] ? x[0] : x[1]));
        x[x[0] < x[1] ? 1 : 0] += moved;
        x[x[0] < x[1] ? 0 : 1] -= moved;
        assert_true(hhi_of(x, n) > before);
    }
}

static void top_shares_rise_to_one(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS / 4; round++) {
        double last = 0, share = 0, leader = 0;
        size_t index = 0;
        draw_any();
        for (size_t k = 1; k <= n; k++, last = share) {
            assert_int_equal(minrisk_top_share(x, n, k, &share), MINRISK_OK);
            assert_true(share >= last && share <= 1);
            if (k > 1)
                continue;
            assert_int_equal(minrisk_leader(x, n, &index, &leader), MINRISK_OK);
            assert_double(leader, share);
            assert_true(hhi_of(x, n) <= share);
        }
        assert_double(share, 1.0);
    }
}

/* 1/fl(H) may be off by one unit for the rounding of H, and half a unit each for two more. */
static void effective_suppliers_are_the_inverse(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double effective, inverse;
        draw_any();
        assert_int_equal(minrisk_effective_suppliers(x, n, &effective), MINRISK_OK);
        inverse = 1 / hhi_of(x, n);
        assert_true(bits_of(effective) - bits_of(inverse) + 2 <= 4);
        assert_true(effective >= 1 && effective <= (double)n);
    }
}

static void shares_sum_to_one(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        double sum = 0;
        draw_any();
        assert_int_equal(minrisk_shares(x, n, y), MINRISK_OK);
        for (size_t i = 0; i < n; i++)
            sum += y[i];
        assert_near(sum, 1.0, (double)n * power_of_two(-52));
    }
}

/* The residual in whole parts, each at most the cap and at most so many of them: as many as it
 * takes at the cap, or drawn one by one. Gives the length of the completed market. */
static size_t complete(uint64_t residual, uint64_t cap, size_t most)
{
    size_t length = n;
    memcpy(y, x, n * sizeof *x);
    while (residual > 0) {
        uint64_t parts = most - (length - n), least = residual - (parts - 1) * cap;
        uint64_t top = residual < cap ? residual : cap;
        if ((parts - 1) * cap >= residual)
            least = 1;
        y[length] = (double)(least + random_below(&source, top - least + 1));
        residual -= (uint64_t)y[length++];
    }
    return length;
}

/* Without the library: the sums are whole numbers below 2^53, so this is rounded once. */
static double plain_hhi(const double *quantity, size_t length)
{
    double total = 0, squares = 0;
    for (size_t i = 0; i < length; i++) {
        total += quantity[i];
        squares += quantity[i] * quantity[i];
    }
    return squares / (total * total);
}

/* A bound holds for the true value, so it holds for the rounded one too. */
static void bounds_contain_every_completion(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t most = random_size(&source, 1, 12);
        uint64_t cap = 1 + random_below(&source, 5000);
        uint64_t residual = 1 + random_below(&source, most * cap);
        minrisk_interval full, open;
        draw_whole();
        n = n > 20 ? 20 : n;
        assert_int_equal(minrisk_hhi_bounds(x, n, (double)residual, most, (double)cap, &full),
                         MINRISK_OK);
        assert_int_equal(minrisk_hhi_bounds(x, n, (double)residual, 0, 0, &open), MINRISK_OK);
        assert_true(open.low <= full.low && full.high <= open.high);
        for (int completion = 0; completion < 20; completion++) {
            double hhi = plain_hhi(y, complete(residual, cap, most));
            assert_true(full.low <= hhi && hhi <= full.high);
        }
    }
}

/* The high end is attained by as few suppliers as the cap allows, the low end by equal ones. */
static void bounds_are_attained(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t parts = random_size(&source, 1, 12), length;
        uint64_t cap = 1 + random_below(&source, 5000), residual = parts * cap;
        uint64_t rest = random_below(&source, cap);
        minrisk_interval hhi;
        draw_whole();
        n = n > 20 ? 20 : n;
        memcpy(y, x, n * sizeof *x);
        for (length = n; length < n + parts; length++)
            y[length] = (double)cap;
        assert_int_equal(minrisk_hhi_bounds(x, n, (double)residual, parts, 0, &hhi), MINRISK_OK);
        assert_near(hhi.low, plain_hhi(y, length), power_of_two(-53));
        assert_true(hhi.low <= plain_hhi(y, length));
        y[length++] = (double)rest;
        assert_int_equal(minrisk_hhi_bounds(x, n, (double)(residual + rest), 0, (double)cap, &hhi),
                         MINRISK_OK);
        assert_near(hhi.high, plain_hhi(y, length), power_of_two(-53));
        assert_true(hhi.high >= plain_hhi(y, length));
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 19500101;
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_does_not_show),
        cmocka_unit_test(a_power_of_two_does_not_show),
        cmocka_unit_test(zeros_do_not_show),
        cmocka_unit_test(merging_never_lowers_the_index),
        cmocka_unit_test(splitting_never_raises_the_index),
        cmocka_unit_test(the_transfer_principle),
        cmocka_unit_test(top_shares_rise_to_one),
        cmocka_unit_test(effective_suppliers_are_the_inverse),
        cmocka_unit_test(shares_sum_to_one),
        cmocka_unit_test(bounds_contain_every_completion),
        cmocka_unit_test(bounds_are_attained),
    };
    return cmocka_run_group_tests_name("property_market", tests, seed, NULL);
}
