/* SPDX-License-Identifier: MIT */
/* What holds of every forecast: trials as a plain reading of the header has them, any split of them
 * the same tally, and a project that is left out moves no other. */
#include "fuzz/forecast.h"

#include <math.h>

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

/* 40 models, or as many as MINRISK_NUMERIC_CASES / 2500; slow tests run 1,000. That trials are as
 * they are is not less likely than 1e-9, over all that is compared. */
enum { CASES_PER_LAW = 2500, TRIALS = 8192, YEARS = 5, LAW_WORK = 60000, STEPS = 16 };

static double law_work[LAW_WORK];

static int is_known(const minrisk_model *m, uint32_t table)
{
    const int32_t *t = m->table + table * TABLE_LEN;
    return t[0] == t[TABLE_LEN - 1];
}

static size_t slip_users(const minrisk_model *m, size_t slip)
{
    size_t users = 0;
    for (size_t p = 0; m->slip != NULL && p < m->projects; p++)
        users += m->slip[p] == slip;
    return users;
}

static int is_awaited(const minrisk_model *m, size_t project)
{
    for (size_t p = 0; m->after != NULL && p < m->projects; p++)
        if (m->after[p] == project)
            return 1;
    return 0;
}

static size_t phases_of(const minrisk_model *m, size_t p)
{
    return m->phase_first[p + 1] - m->phase_first[p];
}

/* Places of phases that two of a group or more draw. */
static size_t places_in_common(const minrisk_model *m, size_t group)
{
    size_t places = 0;
    for (size_t i = 0; i < MOST_PHASES; i++) {
        size_t drawn = 0;
        for (size_t p = 0; m->group != NULL && p < m->projects; p++)
            drawn += m->group[p] == group && i < phases_of(m, p) &&
                     !is_known(m, m->phase[m->phase_first[p] + i]);
        places += drawn > 1;
    }
    return places;
}

/* How many slips a group draws together, and which chances they have: 0, 1 or 2 different ones. */
static size_t slips_in_common(const minrisk_model *m, size_t group, size_t *chances)
{
    size_t slips = 0;
    uint64_t seen = 0;
    *chances = 0;
    for (size_t s = 0; m->slip_group != NULL && s < m->slips; s++)
        if (m->slip_group[s] == group && m->slip_chance[s] > 0 && slip_users(m, s) > 0) {
            slips++;
            *chances += m->slip_chance[s] != seen;
            seen = m->slip_chance[s];
        }
    return slips;
}

/* What the header says of draws in common: the outcomes there are with so many values each, and by
 * how much those of the values that are not exact may move a chance, all together. A chance falls
 * with the draw, by 1 at most: the middles of n equal parts find its mean to 1 / (2 n). */
typedef struct common_draws {
    double shocks, ties, error;
} common_draws;

static common_draws count_common(const minrisk_model *m, double n)
{
    common_draws c = {1, 1, 0};
    for (size_t s = 0; s < m->shocks; s++) {
        const int known = is_known(m, m->shock_table[s]);
        c.shocks *= m->shock_chance[s] == 0 ? 1 : known ? 2 : 33;
        c.error += known ? 0 : (double)m->shock_chance[s] / 4294967296.0 / 64;
    }
    for (size_t s = 0; s < m->slips; s++)
        if (m->slip_chance[s] > 0 && slip_users(m, s) > 1) {
            c.ties *= n + 1;
            c.error += is_known(m, m->slip_table[s])
                           ? 0
                           : (double)m->slip_chance[s] / 4294967296.0 / (2 * n);
        }
    for (size_t g = 0; g < m->groups; g++) {
        size_t chances, places = places_in_common(m, g);
        const int slips = slips_in_common(m, g, &chances) > 1;
        if (m->group_chance[g] == 0 || (places == 0 && !slips))
            continue;
        c.ties *= 1 + pow(n, (double)places) * (slips ? n * (double)(chances + 1) : 1);
        c.error +=
            (double)(places + (size_t)slips) * (double)m->group_chance[g] / 4294967296.0 / (2 * n);
    }
    for (size_t p = 0; p < m->projects; p++)
        if (is_awaited(m, p)) {
            c.ties *= n + 1;
            c.error += 1 / (2 * n);
        }
    return c;
}

static int has_constant_need(const minrisk_model *m)
{
    for (size_t s = 0; m->need_first != NULL && s < m->stages; s++)
        for (size_t i = m->need_first[s] + 1; i < m->need_first[s + 1]; i++)
            if (m->need[i] != m->need[i - 1])
                return 0;
    return 1;
}

/* 1,024 values or fewer, down to 8, so that there are no more than 4,096 outcomes, or 256 where a
 * need changes; with fewer than that the law is a bound, in which shocks alone are drawn. */
static double values_in_common(const minrisk_model *m)
{
    const double most = has_constant_need(m) ? 4096 : 256;
    for (double n = 1024; n >= 8; n /= 2) {
        const common_draws c = count_common(m, n);
        if (c.ties <= 1 || c.shocks * c.ties <= most)
            return n;
    }
    return infinity();
}

/* As far as the grid may move the start of a project, in steps: each phase to the nearest point,
 * those that slip by as many times more and to a point again, and one more as the law is read. */
static double grid_error(const minrisk_model *m, size_t p)
{
    double error = 1;
    const uint32_t slip = m->slip == NULL ? MINRISK_NONE : m->slip[p];
    for (size_t i = 0; i < phases_of(m, p); i++) {
        const int slips = slip != MINRISK_NONE && (m->slipped == NULL || i < m->slipped[p]);
        const double most =
            slips ? m->table[m->slip_table[slip] * TABLE_LEN + TABLE_LEN - 1] / 65536.0 : 1;
        error += most > 1 ? most / 2 : 0.5;
    }
    error += slip != MINRISK_NONE ? 0.5 : 0;
    return m->after == NULL || m->after[p] == MINRISK_NONE ? error
                                                           : error + grid_error(m, m->after[p]);
}

/* All that begins by itself, later by as many steps. */
static void move_bases(minrisk_model *m, arrays *a, double steps)
{
    for (size_t p = 0; p < m->projects; p++)
        if (m->after == NULL || m->after[p] == MINRISK_NONE)
            a->base[p] += (int32_t)(steps * (65536.0 / STEPS));
    m->base = a->base;
}

/* Chernoff 1952: `hits` of the trials, or fewer where `below`, come up with a chance of at most
 * exp(-n D), D the divergence of their share from what each has. */
static void assert_likely(double share, double chance, int below, double most_unlikely)
{
    double divergence = 0;
    if (below ? share >= chance : share <= chance)
        return;
    if (chance <= 0 || chance >= 1)
        fail_msg("%g of trials, of a chance of %g", share, chance);
    if (share > 0)
        divergence += share * log(share / chance);
    if (share < 1)
        divergence += (1 - share) * log((1 - share) / (1 - chance));
    if (TRIALS * divergence > -log(most_unlikely))
        fail_msg("%g of trials, of a chance of %g", share, chance);
}

static double limited(double p)
{
    return p < 0 ? 0 : p > 1 ? 1 : p;
}

/* With all projects later by what the grid may move them the law is below the truth, whatever the
 * need does, and with all of them earlier above; but for what draws in common err. */
static int32_t assert_law(minrisk_model *m, arrays *a, const minrisk_tally *t, double most_unlikely)
{
    const double nodes = values_in_common(m), error = count_common(m, nodes).error + 1e-9;
    double year[YEARS], early[YEARS], late[YEARS], moved = 1;
    int32_t kind, other;
    for (size_t p = 0; p < m->projects; p++) {
        const double own = grid_error(m, p) + 1; /* a start is seen at the next step */
        moved = own > moved ? own : moved;
    }
    moved = ceil(moved);
    for (int i = 0; i < YEARS; i++)
        year[i] = floor(m->horizon / 65536.0 * 4 * (i + 1) / YEARS) / 4;
    move_bases(m, a, moved);
    assert_int_equal(minrisk_law(m, STEPS, year, YEARS, late, &kind, law_work, LAW_WORK),
                     MINRISK_OK);
    move_bases(m, a, -2 * moved);
    assert_int_equal(minrisk_law(m, STEPS, year, YEARS, early, &other, law_work, LAW_WORK),
                     MINRISK_OK);
    assert_int_equal(kind, other);
    assert_true(kind == MINRISK_LAW_LOWER_BOUND || nodes < infinity());
    for (int i = 0; i < YEARS; i++) {
        minrisk_estimate e;
        assert_int_equal(minrisk_forecast_within(t, year[i], &e), MINRISK_OK);
        assert_likely(e.value, limited(late[i] - error), 1, most_unlikely);
        if (kind != MINRISK_LAW_LOWER_BOUND)
            assert_likely(e.value, limited(early[i] + error), 0, most_unlikely);
    }
    return kind;
}

/* A model of few units, so that sums stay short, whose needs turn at steps, between which supply
 * does not change; half of them have no ramps, and a third no ties. */
static int draw_law_model(arrays *a, minrisk_model *m, size_t number)
{
    draw_model(a, m);
    for (size_t i = 0; i < MOST_PROJECTS; i++) {
        a->capacity[i] %= 16;
        a->base[i] = m->base == NULL ? 0 : a->base[i];
    }
    for (size_t i = 0; i < COUNT(a->need); i++) {
        a->need[i] %= 40;
        a->need_tick[i] -= a->need_tick[i] % (65536 / STEPS);
    }
    for (size_t i = 0; i < COUNT(a->table); i++)
        a->table[i] = a->table[i] < 4 * 65536 ? a->table[i] : 4 * 65536;
    if (number % 2 == 0)
        m->ramp = NULL;
    if (number % 3 == 0) {
        m->after = m->slip = m->group = NULL;
        m->groups = m->slips = 0;
        m->slip_group = NULL;
    }
    return m->horizon > 65536 && minrisk_law_workspace(m, STEPS) <= LAW_WORK / 2;
}

static void laws(void **state)
{
    static arrays a;
    static minrisk_tally t;
    const size_t models = numeric_cases() / CASES_PER_LAW;
    int32_t work[WORK_LEN];
    size_t done = 0, kinds[4] = {0};
    (void)state;
    while (done < models) {
        minrisk_model m;
        int32_t kind;
        if (!draw_law_model(&a, &m, done))
            continue;
        minrisk_tally_init(&t, sizeof t);
        minrisk_forecast_run(&m, done, 0, TRIALS, work, WORK_LEN, &t);
        kind = assert_law(&m, &a, &t, 1e-9 / (2.0 * YEARS * (double)models));
        kinds[kind]++;
        done++;
    }
    print_message("exact %zu, enumerated %zu, bounds %zu\n", kinds[1], kinds[2], kinds[3]);
}

/* --- the law, by all states -------------------------------------------------------------------- */

enum { CASES_PER_ENUMERATION = 1000, MOST_SMALL = 6, SLIPS = 2, SHOCKS = 2, YEARS_ASKED = 12 };

/* Leads of whole years, slips of a half or the whole of them, and delays, each of which is known. */
static minrisk_model draw_small_model(arrays *a)
{
    static const uint32_t table_years[MOST_TABLES] = {1, 2, 4};
    minrisk_model m = {0};
    memset(a, 0, sizeof *a);
    m.projects = random_size(&source, 1, MOST_SMALL);
    m.stages = random_size(&source, 1, 2);
    m.tables = MOST_TABLES;
    m.table_len = TABLE_LEN;
    for (size_t i = 0; i < MOST_TABLES * TABLE_LEN; i++)
        a->table[i] = (int32_t)table_years[i / TABLE_LEN] * 65536;
    for (size_t s = 0; s < m.stages; s++)
        a->need[s] = (uint32_t)random_below(&source, 40);
    m.slips = random_size(&source, 0, SLIPS);
    m.shocks = random_size(&source, 0, SHOCKS);
    for (size_t i = 0; i < SLIPS; i++) {
        a->slip_chance[i] = random_bits(&source) >> 32;
        a->slip_table[i] = (uint32_t)i + 1;
        a->shock_chance[i] = random_bits(&source) >> 32;
        a->shock_table[i] = (uint32_t)i;
        a->shock_countries[i] = random_bits(&source) | random_bits(&source);
        a->shock_stages[i] = 1 + (uint32_t)random_below(&source, 3);
    }
    for (size_t p = 0; p < m.projects; p++) {
        const int waits = p > 0 && random_below(&source, 4) == 0;
        a->stage[p] = (uint32_t)random_below(&source, m.stages);
        a->country[p] = (uint32_t)random_below(&source, 64);
        a->capacity[p] = (uint32_t)random_below(&source, 25);
        a->base[p] = ((int32_t)random_below(&source, 4) - (waits ? 0 : 2)) * 65536;
        a->success[p] =
            random_below(&source, 3) > 0 ? random_bits(&source) >> 32 : (uint64_t)1 << 32;
        a->phase_first[p + 1] = a->phase_first[p] + random_size(&source, 0, 2);
        for (size_t i = a->phase_first[p]; i < a->phase_first[p + 1]; i++)
            a->phase[i] = (uint32_t)random_below(&source, MOST_TABLES);
        a->slip[p] = m.slips > 0 && random_below(&source, 2) > 0
                         ? (uint32_t)random_below(&source, m.slips)
                         : MINRISK_NONE;
        a->slipped[p] = (uint32_t)random_below(&source, 4);
        a->after[p] = waits ? (uint32_t)random_below(&source, p) : MINRISK_NONE;
    }
    m.stage = a->stage;
    m.country = a->country;
    m.capacity = a->capacity;
    m.base = a->base;
    m.success = a->success;
    m.phase_first = a->phase_first;
    m.phase = a->phase;
    m.slip = a->slip;
    m.slipped = a->slipped;
    m.after = a->after;
    m.table = a->table;
    m.need = a->need;
    m.slip_chance = a->slip_chance;
    m.slip_table = a->slip_table;
    m.shock_chance = a->shock_chance;
    m.shock_table = a->shock_table;
    m.shock_countries = a->shock_countries;
    m.shock_stages = a->shock_stages;
    m.horizon = 12 * 65536;
    return m;
}

static double take_bit(uint32_t *bits, uint64_t chance, int *bit)
{
    const double p = (double)chance / 4294967296.0;
    *bit = (int)(*bits & 1);
    *bits >>= 1;
    return *bit ? p : 1 - p;
}

/* One state: what slips, strikes and succeeds is in the bits. Its chance is added to the years by
 * whose middle all stages are covered. */
static void add_state(const minrisk_model *m, uint32_t bits, double by[YEARS_ASKED])
{
    double chance = 1, supply[2][YEARS_ASKED] = {{0}}, start[MOST_SMALL];
    int slips[SLIPS], strikes[SHOCKS], succeeds[MOST_SMALL];
    for (size_t i = 0; i < m->slips; i++)
        chance *= take_bit(&bits, m->slip_chance[i], &slips[i]);
    for (size_t i = 0; i < m->shocks; i++)
        chance *= take_bit(&bits, m->shock_chance[i], &strikes[i]);
    for (size_t p = 0; p < m->projects; p++) {
        const uint32_t slip = m->slip[p], after = m->after[p];
        const size_t count = m->phase_first[p + 1] - m->phase_first[p];
        double years = 0;
        chance *= take_bit(&bits, m->success[p], &succeeds[p]);
        for (size_t i = 0; i <= count; i++) {
            if (i == (m->slipped[p] < count ? m->slipped[p] : count) && slip != MINRISK_NONE &&
                slips[slip])
                years *= m->table[m->slip_table[slip] * TABLE_LEN] / 65536.0;
            if (i < count)
                years += m->table[m->phase[m->phase_first[p] + i] * TABLE_LEN] / 65536.0;
        }
        for (size_t i = 0; i < m->shocks; i++)
            if (strikes[i] && (m->shock_countries[i] >> m->country[p] & 1) &&
                (m->shock_stages[i] >> m->stage[p] & 1))
                years += m->table[m->shock_table[i] * TABLE_LEN] / 65536.0;
        start[p] = years + m->base[p] / 65536.0 + (after == MINRISK_NONE ? 0 : start[after]);
        succeeds[p] = succeeds[p] && (after == MINRISK_NONE || succeeds[after]);
        for (int i = 0; i < YEARS_ASKED; i++)
            supply[m->stage[p]][i] += succeeds[p] && start[p] <= i ? m->capacity[p] : 0;
    }
    for (int i = 0; i < YEARS_ASKED; i++)
        by[i] += supply[0][i] >= m->need[0] && (m->stages == 1 || supply[1][i] >= m->need[1])
                     ? chance
                     : 0;
}

/* What draws in common may err where leads and slips are known: the start of one that others wait
 * for, which slips by itself or not, is the only one of several values. */
static double error_of_awaited(const minrisk_model *m)
{
    double error = 0;
    for (size_t p = 0; p < m->projects; p++)
        if (is_awaited(m, p) && m->slip[p] != MINRISK_NONE && slip_users(m, m->slip[p]) == 1)
            error += 1 / (2 * values_in_common(m));
    return error;
}

/* Between whole years, so that a mass on the grid counts whole. */
static void enumeration(void **state)
{
    static arrays a;
    size_t kinds[4] = {0};
    (void)state;
    for (size_t i = 0; i < numeric_cases() / CASES_PER_ENUMERATION; i++) {
        const minrisk_model m = draw_small_model(&a);
        const uint32_t states = (uint32_t)1 << (m.slips + m.shocks + m.projects);
        double year[YEARS_ASKED], p[YEARS_ASKED], by[YEARS_ASKED] = {0};
        int32_t kind;
        for (int k = 0; k < YEARS_ASKED; k++)
            year[k] = k + 0.5;
        assert_int_equal(minrisk_law(&m, 12, year, YEARS_ASKED, p, &kind, law_work, LAW_WORK),
                         MINRISK_OK);
        for (uint32_t bits = 0; bits < states; bits++)
            add_state(&m, bits, by);
        for (int k = 0; k < YEARS_ASKED; k++)
            if (kind == MINRISK_LAW_LOWER_BOUND)
                assert_true(p[k] <= by[k] + 1e-12);
            else
                assert_near(p[k], by[k], 1e-12 + error_of_awaited(&m));
        kinds[kind]++;
    }
    print_message("exact %zu, enumerated %zu, bounds %zu\n", kinds[1], kinds[2], kinds[3]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(trials), cmocka_unit_test(slices),
                                       cmocka_unit_test(left_out), cmocka_unit_test(laws),
                                       cmocka_unit_test(enumeration)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
