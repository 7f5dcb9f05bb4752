/* SPDX-License-Identifier: MIT */
/* What holds of every forecast: trials as a plain reading of the header has them, any split of them
 * the same tally, and a project that is left out moves no other. */
#include "fuzz/forecast.h"

#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

enum { MODELS = 2000, BYTES = 500, MOST_SLICES = 6 };

static random_source source = {31};

static void draw_bytes(uint8_t *bytes)
{
    uint64_t word = 0;
    for (size_t i = 0; i < BYTES; i++, word >>= 8) {
        if (i % 8 == 0)
            word = random_bits(&source);
        bytes[i] = (uint8_t)word;
    }
}

/* Nothing but what the bytes say is left to chance; `require` ends the program with the place. */
static void draw_model(arrays *a, minrisk_model *m)
{
    uint8_t bytes[BYTES];
    input in = input_of(bytes, BYTES);
    draw_bytes(bytes);
    *m = take_model(&in, a);
}

static void trials(void **state)
{
    static arrays a;
    int32_t work[WORK_LEN], start[MOST_PROJECTS];
    size_t reached = 0, lost = 0, changing = 0;
    (void)state;
    for (size_t i = 0; i < MODELS; i++) {
        minrisk_model m;
        draw_model(&a, &m);
        for (uint64_t trial = 0; trial < 4; trial++) {
            minrisk_trial t;
            assert_int_equal(minrisk_forecast_trial(&m, i, trial, work, WORK_LEN, start, &t),
                             MINRISK_OK);
            check_trial(&m, i, trial, start, &t);
            reached += t.first > 0 && t.first < MINRISK_TICK_NEVER;
            lost += t.lost < MINRISK_TICK_NEVER;
            changing += t.first > 0 && t.first < MINRISK_TICK_NEVER && m.need_first != NULL;
        }
    }
    /* The models say something. */
    assert_true(reached > MODELS / 2 && changing > MODELS / 4 && lost > MODELS / 50);
}

/* Slices in an order of their own, each into a tally of its own, merged in another order. */
static void slices(void **state)
{
    static arrays a;
    static minrisk_tally part[MOST_SLICES], whole, merged;
    int32_t work[WORK_LEN];
    (void)state;
    for (size_t i = 0; i < MODELS / 20; i++) {
        const uint64_t first = i % 3 == 0 ? UINT64_MAX - 20 : 0xfffffff0u;
        uint32_t at = 0, total = (uint32_t)random_below(&source, 60);
        size_t slice;
        minrisk_model m;
        draw_model(&a, &m);
        minrisk_tally_init(&whole, sizeof whole);
        minrisk_tally_init(&merged, sizeof merged);
        assert_int_equal(minrisk_forecast_run(&m, i, first, total, work, WORK_LEN, &whole),
                         MINRISK_OK);
        for (slice = 0; slice < MOST_SLICES; slice++) {
            uint32_t left = total - at;
            uint32_t count =
                slice + 1 == MOST_SLICES ? left : (uint32_t)random_below(&source, left + 1);
            minrisk_tally_init(&part[slice], sizeof *part);
            assert_int_equal(
                minrisk_forecast_run(&m, i, first + at, count, work, WORK_LEN, &part[slice]),
                MINRISK_OK);
            at += count;
        }
        for (size_t k = 0; k < MOST_SLICES; k++)
            assert_int_equal(minrisk_tally_merge(&merged, &part[k * 5 % MOST_SLICES]), MINRISK_OK);
        assert_memory_equal(&merged, &whole, sizeof whole);
    }
}

/* Without the last project, which nothing waits for, the others start as they did. */
static void left_out(void **state)
{
    static arrays a;
    int32_t work[WORK_LEN], all[MOST_PROJECTS], others[MOST_PROJECTS];
    (void)state;
    for (size_t i = 0; i < MODELS / 4; i++) {
        minrisk_model m;
        minrisk_trial with, without;
        draw_model(&a, &m);
        if (m.projects == 0)
            continue;
        minrisk_forecast_trial(&m, 9, i, work, WORK_LEN, all, &with);
        m.projects--;
        minrisk_forecast_trial(&m, 9, i, work, WORK_LEN, others, &without);
        assert_memory_equal(all, others, m.projects * sizeof *all);
        assert_true(with.first <= without.first);
    }
}

/* --- the law, by trials ------------------------------------------------------------------------ */

enum { CASES_PER_LAW = 12500, TRIALS = 4000, YEARS = 5, LAW_WORK = 60000 };

/* Hoeffding 1963: a share of n trials is further than this from its chance once in 1e9 times. */
static const double HOEFFDING = 0.0518; /* sqrt(ln(2e9) / (2 n)) */

static double law_work[LAW_WORK];

/* At a year and, before and after it, as far as the grid may move a mass: half a step a phase. */
static void assert_law(const minrisk_model *m, const minrisk_tally *t, double month)
{
    const double away = (MOST_PHASES + 2) / 48.0;
    double at = month / 12.0, year[3], p[3];
    minrisk_estimate e;
    int32_t kind;
    year[0] = at > away ? at - away : 0;
    year[1] = at;
    year[2] = at + away < m->horizon / 65536.0 ? at + away : m->horizon / 65536.0;
    assert_int_equal(minrisk_law(m, 24, year, 3, p, &kind, law_work, LAW_WORK), MINRISK_OK);
    assert_int_equal(minrisk_forecast_within(t, at, &e), MINRISK_OK);
    assert_true(at <= away || p[0] <= e.value + HOEFFDING);
    if (kind == MINRISK_LAW_EXACT)
        assert_true(p[2] >= e.value - HOEFFDING || at + away > m->horizon / 65536.0);
}

/* A model that the law takes apart, of few units, so that sums stay short. */
static int draw_free_model(arrays *a, minrisk_model *m)
{
    draw_model(a, m);
    for (size_t i = 0; i < MOST_PROJECTS; i++)
        a->capacity[i] %= 16;
    for (size_t i = 0; i < COUNT(a->need); i++)
        a->need[i] %= 40;
    m->after = NULL;
    m->groups = 0;
    m->group = m->slip_group = NULL;
    return !is_tied(m) && m->horizon > 65536 && minrisk_law_workspace(m, 24) <= LAW_WORK;
}

static void laws(void **state)
{
    static arrays a;
    static minrisk_tally t;
    int32_t work[WORK_LEN];
    size_t done = 0;
    (void)state;
    while (done < numeric_cases() / CASES_PER_LAW) {
        minrisk_model m;
        if (!draw_free_model(&a, &m))
            continue;
        minrisk_tally_init(&t, sizeof t);
        minrisk_forecast_run(&m, done, 0, TRIALS, work, WORK_LEN, &t);
        for (int i = 1; i <= YEARS; i++)
            assert_law(&m, &t, m.horizon / 65536 * 12 * i / YEARS);
        done++;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(trials), cmocka_unit_test(slices),
                                       cmocka_unit_test(left_out), cmocka_unit_test(laws)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
