/* SPDX-License-Identifier: MIT */
/* A running market against a market that is computed anew, bit for bit, after long random histories;
 * merges in any tree; and states that were tampered with, which are refused or do no harm.
 *
 * MINRISK_STREAM_OPERATIONS says how long the history is, MINRISK_STREAM_TAMPERINGS how many states
 * are tampered with. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { MOST_LIVE = 10000, CHECKPOINTS = 1000, LEAVES = 12 };

static random_source source = {0x73747265616d};
static double live[MOST_LIVE];
static size_t count;
static minrisk_stream s;

static size_t given_or(const char *variable, size_t otherwise)
{
    const char *given = getenv(variable);
    unsigned long n = given == NULL ? 0 : strtoul(given, NULL, 10);
    return n > 0 ? (size_t)n : otherwise;
}

static void open_stream(minrisk_stream *stream)
{
    assert_int_equal(minrisk_stream_init(stream, sizeof *stream), MINRISK_OK);
}

/* --- long histories --------------------------------------------------------------------------- */

static double draw_quantity(void)
{
    switch (random_below(&source, 40)) {
    case 0:
        return random_below(&source, 1000) ? random_scaled(&source, -40, 25) : random_any(&source);
    case 1:
        return double_of(random_bits(&source) >> 14); /* subnormal */
    case 2:
        return 0;
    case 3:
    case 4:
        return (double)random_below(&source, 10);
    default:
        return random_scaled(&source, -12, 12);
    }
}

static minrisk_stream anew(void)
{
    minrisk_stream fresh;
    open_stream(&fresh);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(minrisk_stream_add(&fresh, live[i]), MINRISK_OK);
    return fresh;
}

static minrisk_stream in_two_calls(void)
{
    minrisk_stream fresh;
    size_t first = (size_t)random_below(&source, count + 1);
    open_stream(&fresh);
    assert_int_equal(minrisk_stream_add_all(&fresh, live, first), MINRISK_OK);
    assert_int_equal(minrisk_stream_add_all(&fresh, live + first, count - first), MINRISK_OK);
    return fresh;
}

static void check_bounds(double residual)
{
    minrisk_interval running = {-1, -1}, computed = {-1, -1};

    live[count] = 0; /* for a market of nobody */
    assert_int_equal(minrisk_stream_hhi_bounds(&s, residual, &running),
                     minrisk_hhi_bounds(live, count + 1, residual, MINRISK_UNKNOWN_COUNT,
                                        MINRISK_NO_CAP, &computed));
    assert_double(running.low, computed.low);
    assert_double(running.high, computed.high);
}

static void check_against_recomputation(void)
{
    double running = -1, computed = -1;
    uint64_t suppliers = 0, positive = 0;
    minrisk_stream fresh = anew();

    assert_memory_equal(&s, &fresh, sizeof s);
    fresh = in_two_calls();
    assert_memory_equal(&s, &fresh, sizeof s);
    for (size_t i = 0; i < count; i++)
        positive += live[i] > 0;
    assert_int_equal(minrisk_stream_suppliers(&s, &suppliers), MINRISK_OK);
    assert_true(suppliers == positive);
    assert_int_equal(minrisk_stream_hhi(&s, &running),
                     positive ? minrisk_hhi(live, count, &computed) : MINRISK_E_NO_SUPPLY);
    assert_double(running, computed);
    check_bounds(draw_quantity());
    assert_int_equal(minrisk_stream_effective(&s, &running),
                     positive ? minrisk_effective_suppliers(live, count, &computed)
                              : MINRISK_E_NO_SUPPLY);
    assert_double(running, computed);
}

static void come(double x)
{
    assert_int_equal(minrisk_stream_add(&s, x), MINRISK_OK);
    live[count++] = x;
}

static void go(void)
{
    size_t i = (size_t)random_below(&source, count);
    assert_int_equal(minrisk_stream_remove(&s, live[i]), MINRISK_OK);
    live[i] = live[--count];
}

static void change(double after)
{
    size_t i = (size_t)random_below(&source, count);
    assert_int_equal(minrisk_stream_replace(&s, live[i], after), MINRISK_OK);
    live[i] = after;
}

static void merge_some(void)
{
    minrisk_stream other;
    size_t n = (size_t)random_below(&source, 8);
    open_stream(&other);
    for (size_t i = 0; i < n; i++) {
        live[count] = draw_quantity();
        assert_int_equal(minrisk_stream_add(&other, live[count++]), MINRISK_OK);
    }
    assert_int_equal(minrisk_stream_merge(&s, &other), MINRISK_OK);
}

static void spike(void)
{
    double x = random_below(&source, 2) ? 1e300 : 1.7e308;
    assert_int_equal(minrisk_stream_add(&s, x), MINRISK_OK);
    if (count > 0)
        change(draw_quantity());
    assert_int_equal(minrisk_stream_remove(&s, x), MINRISK_OK);
}

/* The market grows and shrinks: to `most` suppliers, to none, and again. */
static void step(size_t most)
{
    static int grows = 1;
    uint64_t draw = random_below(&source, 1000);
    if (count == 0)
        grows = 1;
    if (count >= most)
        grows = 0;
    if (draw < 2)
        spike();
    else if (draw < 12 && count + 8 < MOST_LIVE && grows)
        merge_some();
    else if (count > 0 && draw < 400)
        change(draw_quantity());
    else if (count > 0 && (!grows || draw < 600))
        go();
    else
        come(draw_quantity());
}

static void long_histories(void **state)
{
    size_t operations = given_or("MINRISK_STREAM_OPERATIONS", 100000);
    size_t checkpoints = operations < 10000000 ? CHECKPOINTS / 10 : CHECKPOINTS;
    (void)state;
    print_message("%lu operations, %lu checkpoints\n", (unsigned long)operations,
                  (unsigned long)checkpoints);
    open_stream(&s);
    for (size_t c = 0; c < checkpoints; c++) {
        size_t most = c % 3 ? random_size(&source, 1, 300) : MOST_LIVE - 10;
        for (size_t i = 0; i < operations / checkpoints; i++)
            step(most);
        check_against_recomputation();
    }
    while (count > 0)
        go();
    check_against_recomputation();
}

/* --- merges ------------------------------------------------------------------------------------ */

static void any_tree_of_merges(void **state)
{
    static minrisk_stream leaf[LEAVES];
    (void)state;
    for (size_t round = 0; round < 300; round++) {
        size_t leaves = random_size(&source, 1, LEAVES);
        open_stream(&s);
        for (size_t i = 0; i < leaves; i++)
            open_stream(&leaf[i]);
        for (size_t i = 0; i < 30; i++) {
            double x = draw_quantity();
            assert_int_equal(minrisk_stream_add(&s, x), MINRISK_OK);
            assert_int_equal(minrisk_stream_add(&leaf[random_below(&source, leaves)], x),
                             MINRISK_OK);
        }
        while (leaves > 1) {
            size_t i = (size_t)random_below(&source, leaves - 1);
            assert_int_equal(minrisk_stream_merge(&leaf[i], &leaf[--leaves]), MINRISK_OK);
        }
        assert_memory_equal(&leaf[0], &s, sizeof s);
    }
}

/* --- states that were tampered with ------------------------------------------------------------ */

static void draw_state(void)
{
    size_t n = random_size(&source, 0, 20);
    open_stream(&s);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(minrisk_stream_add(&s, draw_quantity()), MINRISK_OK);
}

static void tamper_with(uint8_t *bytes, size_t size)
{
    size_t n = random_size(&source, 1, 6);
    for (size_t i = 0; i < n; i++) {
        size_t at = (size_t)random_below(&source, random_below(&source, 2) ? size : 48);
        bytes[at] = random_below(&source, 2)
                        ? (uint8_t)random_bits(&source)
                        : (uint8_t)(bytes[at] ^ 1u << random_below(&source, 8));
    }
}

/* Whatever a state holds: each function refuses it, or gives what a market can have. */
static void use(minrisk_stream *t)
{
    double hhi = .5, total, effective = 2;
    minrisk_interval bounds = {0, 1};
    uint64_t suppliers;
    uint8_t saved[MINRISK_STREAM_SAVED];
    minrisk_stream copy = *t;
    minrisk_status status = minrisk_stream_suppliers(t, &suppliers);

    assert_true(status == MINRISK_OK || status == MINRISK_E_STATE);
    assert_int_equal(minrisk_stream_total(t, &total), status);
    assert_int_equal(minrisk_stream_save(t, saved, sizeof saved), status);
    if (status == MINRISK_OK && suppliers == 0)
        status = MINRISK_E_NO_SUPPLY;
    assert_int_equal(minrisk_stream_hhi(t, &hhi), status);
    assert_int_equal(minrisk_stream_effective(t, &effective), status);
    status = minrisk_stream_hhi_bounds(t, draw_quantity(), &bounds);
    assert_true(status == MINRISK_OK || (bounds.low == 0 && bounds.high == 1));
    assert_true(bounds.low >= 0 && bounds.low <= bounds.high && bounds.high <= 1);
    assert_true(hhi > 0 && hhi <= 1);
    assert_true(effective >= 1);
    minrisk_stream_remove(&copy, draw_quantity());
    minrisk_stream_replace(&copy, draw_quantity(), draw_quantity());
    minrisk_stream_add(&copy, draw_quantity());
    minrisk_stream_add_all(&copy, live, 3);
    minrisk_stream_merge(&copy, t);
}

static uint32_t check_of(const uint8_t *saved)
{
    uint32_t check = 2166136261u;
    for (size_t i = 8; i < MINRISK_STREAM_SAVED; i++)
        check = (check ^ saved[i]) * 16777619u;
    return check;
}

static void saved_states(void **state)
{
    size_t rounds = given_or("MINRISK_STREAM_TAMPERINGS", 20000), refused = 0;
    (void)state;
    for (size_t i = 0; i < rounds; i++) {
        uint8_t saved[MINRISK_STREAM_SAVED], before[MINRISK_STREAM_SAVED];
        minrisk_stream t;
        minrisk_status status;
        if (i % 16 == 0)
            draw_state();
        assert_int_equal(minrisk_stream_save(&s, saved, sizeof saved), MINRISK_OK);
        memcpy(before, saved, sizeof saved);
        tamper_with(saved, sizeof saved);
        if (i % 2 && memcmp(before, saved, sizeof saved) != 0) {
            assert_int_equal(minrisk_stream_load(&t, sizeof t, saved, sizeof saved),
                             MINRISK_E_STATE); /* the check tells */
            refused++;
            continue;
        }
        memcpy(saved, before, 4);
        for (int b = 0; b < 4; b++)
            saved[4 + b] = (uint8_t)(check_of(saved) >> 8 * b);
        status = minrisk_stream_load(&t, sizeof t, saved, sizeof saved);
        refused += status == MINRISK_E_STATE;
        if (status == MINRISK_OK)
            use(&t);
        else
            assert_int_equal(status, MINRISK_E_STATE);
    }
    print_message("%lu of %lu refused\n", (unsigned long)refused, (unsigned long)rounds);
}

static void states_in_memory(void **state)
{
    size_t rounds = given_or("MINRISK_STREAM_TAMPERINGS", 20000);
    (void)state;
    for (size_t i = 0; i < rounds; i++) {
        uint8_t bytes[sizeof(minrisk_stream)];
        minrisk_stream t;
        if (i % 16 == 0)
            draw_state();
        memcpy(bytes, &s, sizeof bytes);
        tamper_with(bytes, sizeof bytes);
        memcpy(&t, bytes, sizeof t);
        use(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_histories),
        cmocka_unit_test(any_tree_of_merges),
        cmocka_unit_test(saved_states),
        cmocka_unit_test(states_in_memory),
    };
    return cmocka_run_group_tests_name("property_stream", tests, NULL, NULL);
}
