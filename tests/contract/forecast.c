/* SPDX-License-Identifier: MIT */
/* The contract of forecast.h: a sound model, spoiled in every way and in every two of them; each
 * status in its order, outputs untouched. */
#include "contract/defects.h"

enum { PROJECTS = 3, TABLES = 2, LENGTH = 5, WORK = 11 * PROJECTS + 8 * 3, MOST_SPOILS = 80 };

static uint32_t id[PROJECTS], stage[PROJECTS], country[PROJECTS], capacity[PROJECTS];
static uint32_t slip[PROJECTS], slipped[PROJECTS], group[PROJECTS], after[PROJECTS];
static int32_t base[PROJECTS], ramp[PROJECTS], table[TABLES * LENGTH], need_tick[4];
static uint64_t success[PROJECTS], slip_chance[1], group_chance[1], shock_chance[1];
static uint64_t shock_countries[1];
static size_t phase_first[PROJECTS + 1], need_first[3];
static uint32_t phase[4], need[4], slip_table[1], slip_group[1], shock_table[1], shock_stages[1];

static minrisk_model model;
static const minrisk_model *model_given;
static size_t work_len;
static int has_work, has_output;
static uint32_t trials;
static minrisk_tally tally;

static void make_valid(void)
{
    static const int32_t leads[] = {0, 100, 200, 400, 800, 50, 50, 60, 70, 90};
    memset(&model, 0, sizeof model);
    for (uint32_t i = 0; i < PROJECTS; i++) {
        id[i] = 7 * i;
        stage[i] = i % 2;
        country[i] = 63 * (i % 2);
        capacity[i] = 10;
        slip[i] = i == 1 ? 0 : MINRISK_NONE;
        slipped[i] = 1;
        group[i] = i == 2 ? 0 : MINRISK_NONE;
        after[i] = i == 2 ? 1 : MINRISK_NONE;
        base[i] = i == 0 ? -5 : 5;
        ramp[i] = 30 * (int32_t)i;
        success[i] = (uint64_t)1 << 32;
        phase_first[i] = i;
        phase[i] = i % 2;
    }
    phase_first[PROJECTS] = 4;
    phase[3] = 1;
    memcpy(table, leads, sizeof table);
    need_first[0] = 0;
    need_first[1] = 1;
    need_first[2] = 4;
    for (int i = 0; i < 4; i++) {
        need_tick[i] = 100 * (i / 2);
        need[i] = (uint32_t)i;
    }
    slip_chance[0] = group_chance[0] = shock_chance[0] = 9;
    shock_countries[0] = shock_stages[0] = 1;
    slip_table[0] = shock_table[0] = slip_group[0] = 0;
    model.projects = PROJECTS;
    model.id = id;
    model.stage = stage;
    model.country = country;
    model.capacity = capacity;
    model.base = base;
    model.ramp = ramp;
    model.success = success;
    model.phase_first = phase_first;
    model.phase = phase;
    model.slip = slip;
    model.slipped = slipped;
    model.group = group;
    model.after = after;
    model.tables = TABLES;
    model.table_len = LENGTH;
    model.table = table;
    model.stages = 2;
    model.need_first = need_first;
    model.need_tick = need_tick;
    model.need = need;
    model.slips = model.groups = model.shocks = 1;
    model.slip_chance = slip_chance;
    model.slip_table = slip_table;
    model.slip_group = slip_group;
    model.group_chance = group_chance;
    model.shock_chance = shock_chance;
    model.shock_table = shock_table;
    model.shock_countries = shock_countries;
    model.shock_stages = shock_stages;
    model.horizon = 1000;
    model_given = &model;
    work_len = WORK;
    has_work = has_output = 1;
    trials = 10;
    minrisk_tally_init(&tally, sizeof tally);
}

/* --- what can be wrong ------------------------------------------------------------------------ */

/* A member of the model or an element of an array, and what it becomes. */
typedef struct spoil {
    void *place;
    size_t size;
    uint64_t value;
    minrisk_status status;
    int run_only; /* nothing that a single trial could have */
} spoil;

static spoil spoils[MOST_SPOILS];
static size_t spoil_count;

static void add(void *place, size_t size, uint64_t value, minrisk_status status)
{
    const spoil s = {place, size, value, status, 0};
    assert_true(spoil_count < MOST_SPOILS);
    spoils[spoil_count++] = s;
}

#define ADD(place, value, status) add(&(place), sizeof(place), (uint64_t)(value), status)

static void add_pointers(void)
{
    ADD(model_given, 0, MINRISK_E_NULL);
    ADD(has_work, 0, MINRISK_E_NULL);
    ADD(has_output, 0, MINRISK_E_NULL);
    ADD(model.capacity, 0, MINRISK_E_NULL);
    ADD(model.phase_first, 0, MINRISK_E_NULL);
    ADD(model.phase, 0, MINRISK_E_NULL);
    ADD(model.table, 0, MINRISK_E_NULL);
    ADD(model.need, 0, MINRISK_E_NULL);
    ADD(model.need_tick, 0, MINRISK_E_NULL);
    ADD(model.slip_chance, 0, MINRISK_E_NULL);
    ADD(model.slip_table, 0, MINRISK_E_NULL);
    ADD(model.group_chance, 0, MINRISK_E_NULL);
    ADD(model.shock_chance, 0, MINRISK_E_NULL);
    ADD(model.shock_table, 0, MINRISK_E_NULL);
    ADD(model.shock_countries, 0, MINRISK_E_NULL);
    ADD(model.shock_stages, 0, MINRISK_E_NULL);
}

static void add_sizes(void)
{
    ADD(model.stages, 0, MINRISK_E_SIZE);
    ADD(model.stages, 33, MINRISK_E_SIZE);
    ADD(model.table_len, 4, MINRISK_E_SIZE);
    ADD(model.tables, SIZE_MAX / 4 / LENGTH + 1, MINRISK_E_SIZE);
    ADD(work_len, WORK - 1, MINRISK_E_SIZE);
    ADD(model.horizon, -1, MINRISK_E_PARAM);
    ADD(model.horizon, 6553601, MINRISK_E_PARAM);
    ADD(capacity[0], MINRISK_MOST_UNITS - 9, MINRISK_E_PARAM); /* with the 10 of project 2 */
}

static void add_projects(void)
{
    ADD(stage[1], 2, MINRISK_E_DATA);
    ADD(country[0], 64, MINRISK_E_DATA);
    ADD(ramp[2], -1, MINRISK_E_DATA);
    ADD(success[0], ((uint64_t)1 << 32) + 1, MINRISK_E_DATA);
    ADD(phase_first[0], 3, MINRISK_E_DATA); /* descends */
    ADD(phase_first[1], 5, MINRISK_E_DATA); /* passes the end, and descends after it */
    ADD(phase[3], TABLES, MINRISK_E_DATA);
    ADD(slip[0], 1, MINRISK_E_DATA);
    ADD(group[2], 1, MINRISK_E_DATA);
    ADD(after[2], 2, MINRISK_E_DATA); /* waits for itself */
    ADD(after[0], 1, MINRISK_E_DATA); /* waits for a later one */
    ADD(base[2], -1, MINRISK_E_DATA); /* would start before what it waits for */
}

static void add_others(void)
{
    ADD(table[0], -1, MINRISK_E_DATA);
    ADD(table[1], 201, MINRISK_E_DATA);
    ADD(table[9], INT32_MAX, MINRISK_E_DATA);
    ADD(need[3], MINRISK_MOST_UNITS + 1, MINRISK_E_DATA);
    ADD(need_tick[2], -1, MINRISK_E_DATA);
    ADD(need_first[1], 0, MINRISK_E_DATA); /* a stage without a knot */
    ADD(need_first[0], 1, MINRISK_E_DATA); /* the same */
    ADD(slip_chance[0], ((uint64_t)1 << 32) + 1, MINRISK_E_DATA);
    ADD(group_chance[0], ((uint64_t)1 << 32) + 1, MINRISK_E_DATA);
    ADD(shock_chance[0], ((uint64_t)1 << 32) + 1, MINRISK_E_DATA);
    ADD(slip_table[0], TABLES, MINRISK_E_DATA);
    ADD(shock_table[0], TABLES, MINRISK_E_DATA);
    ADD(slip_group[0], 1, MINRISK_E_DATA);
}

static void add_of_tallies(void)
{
    size_t first = spoil_count;
    ADD(tally.version, 0, MINRISK_E_STATE);
    ADD(tally.trials, UINT32_MAX, MINRISK_E_SIZE);
    for (; first < spoil_count; first++)
        spoils[first].run_only = 1;
}

static int list_spoils(void **state)
{
    (void)state;
    spoil_count = 0;
    add_pointers();
    add_sizes();
    add_projects();
    add_others();
    add_of_tallies();
    return 0;
}

/* The low bytes, whatever the order of bytes. */
static void apply(const spoil *s)
{
    uint8_t narrow8 = (uint8_t)s->value;
    uint32_t narrow32 = (uint32_t)s->value;
    if (s->size == 1)
        memcpy(s->place, &narrow8, 1);
    else if (s->size == 4)
        memcpy(s->place, &narrow32, 4);
    else
        memcpy(s->place, &s->value, 8);
}

/* --- the calls -------------------------------------------------------------------------------- */

static minrisk_status run_trial(void)
{
    int32_t work[WORK], start[PROJECTS];
    minrisk_trial out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    fill_pattern(start, sizeof start);
    status = minrisk_forecast_trial(model_given, 1, 2, has_work ? work : NULL, work_len, start,
                                    has_output ? &out : NULL);
    assert_true(status == MINRISK_OK || is_pattern(&out, sizeof out));
    assert_true(status == MINRISK_OK || is_pattern(start, sizeof start));
    return status;
}

static minrisk_status run_trials(void)
{
    int32_t work[WORK];
    const minrisk_tally before = tally;
    minrisk_status status = minrisk_forecast_run(model_given, 1, 2, trials, has_work ? work : NULL,
                                                 work_len, has_output ? &tally : NULL);
    assert_true(status == MINRISK_OK || memcmp(&before, &tally, sizeof tally) == 0);
    return status;
}

static void valid_calls(void **state)
{
    (void)state;
    make_valid();
    assert_int_equal(run_trial(), MINRISK_OK);
    assert_int_equal(run_trials(), MINRISK_OK);
    assert_int_equal(tally.trials, 10);
}

static void spoiled_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < spoil_count; i++) {
        make_valid();
        apply(&spoils[i]);
        if (!spoils[i].run_only)
            assert_case(run_trial(), spoils[i].status, "a trial");
        make_valid();
        apply(&spoils[i]);
        assert_case(run_trials(), spoils[i].status, "a run");
    }
}

/* Of two faults the one that is checked first; but a fault of sizes may hide one of data that it
 * makes, so that two of one kind are left out. */
static void spoiled_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < spoil_count; i++)
        for (size_t j = 0; j < spoil_count; j++) {
            minrisk_status expected = first_status(spoils[i].status, spoils[j].status);
            if (spoils[i].place == spoils[j].place || spoils[i].place == &capacity[0] ||
                spoils[j].place == &capacity[0])
                continue;
            make_valid();
            apply(&spoils[i]);
            apply(&spoils[j]);
            assert_case(run_trials(), expected, "a run");
        }
}

/* The stage's sum is a relation, hence after the data. */
static void data_before_the_relation(void **state)
{
    (void)state;
    make_valid();
    capacity[0] = MINRISK_MOST_UNITS;
    phase[3] = TABLES;
    assert_int_equal(run_trials(), MINRISK_E_DATA);
}

static void what_may_be_left_out(void **state)
{
    int32_t work[1];
    minrisk_trial out;
    (void)state;
    memset(&model, 0, sizeof model);
    model.stages = 1;
    model.need = need;
    need[0] = 0;
    assert_int_equal(minrisk_forecast_trial(&model, 0, 0, work, 0, NULL, &out), MINRISK_OK);
    assert_int_equal(out.first, 0);
    need[0] = 1;
    assert_int_equal(minrisk_forecast_trial(&model, 0, 0, work, 0, NULL, &out), MINRISK_OK);
    assert_int_equal(out.first, MINRISK_TICK_NEVER);
    model.horizon = MINRISK_MOST_HORIZON;
    assert_int_equal(minrisk_forecast_trial(&model, 0, 0, work, 0, NULL, &out), MINRISK_OK);
    assert_int_equal(out.first, MINRISK_TICK_NEVER);
}

static void horizons_of_tallies(void **state)
{
    minrisk_tally other;
    (void)state;
    make_valid();
    assert_int_equal(run_trials(), MINRISK_OK);
    model.horizon = 999;
    assert_int_equal(run_trials(), MINRISK_E_PARAM);
    minrisk_tally_init(&other, sizeof other);
    assert_int_equal(minrisk_tally_merge(&other, &tally), MINRISK_OK);
    assert_int_equal(other.horizon, 1000);
    other.horizon = 999;
    assert_int_equal(minrisk_tally_merge(&other, &tally), MINRISK_E_PARAM);
    other.trials = UINT32_MAX - 9;
    assert_int_equal(minrisk_tally_merge(&other, &tally), MINRISK_E_SIZE);
    other.trials = UINT32_MAX - 10;
    other.horizon = 1000;
    assert_int_equal(minrisk_tally_merge(&other, &tally), MINRISK_OK);
    assert_int_equal(other.trials, UINT32_MAX);
    other.version = 2;
    assert_int_equal(minrisk_tally_merge(&other, &tally), MINRISK_E_STATE);
    assert_int_equal(minrisk_tally_merge(&tally, &other), MINRISK_E_STATE);
    assert_int_equal(minrisk_tally_merge(NULL, &other), MINRISK_E_NULL);
    assert_int_equal(minrisk_tally_merge(&other, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_tally_init(NULL, sizeof other), MINRISK_E_NULL);
    assert_int_equal(minrisk_tally_init(&other, sizeof other - 1), MINRISK_E_SIZE);
}

static void questions(void **state)
{
    static const double bad_years[] = {(double)NAN, -1, HUGE_VAL, 0.0153}; /* of 1,000 ticks */
    static const double bad_q[] = {(double)NAN, 0, 1, -1, 2};
    minrisk_tally empty;
    minrisk_estimate p;
    minrisk_when a, b, c;
    (void)state;
    make_valid();
    assert_int_equal(run_trials(), MINRISK_OK);
    minrisk_tally_init(&empty, sizeof empty);
    fill_pattern(&p, sizeof p);
    fill_pattern(&b, sizeof b);
    for (size_t i = 0; i < COUNT(bad_years); i++) {
        assert_int_equal(minrisk_forecast_within(&tally, bad_years[i], &p), MINRISK_E_PARAM);
        assert_int_equal(minrisk_forecast_within(&empty, bad_years[i], &p), MINRISK_E_SIZE);
    }
    for (size_t i = 0; i < COUNT(bad_q); i++) {
        assert_int_equal(minrisk_forecast_quantile(&tally, bad_q[i], &a, &b, &c), MINRISK_E_PARAM);
        assert_int_equal(minrisk_forecast_quantile(&empty, bad_q[i], &a, &b, &c), MINRISK_E_SIZE);
    }
    empty.version = 0;
    assert_int_equal(minrisk_forecast_within(&empty, -1, &p), MINRISK_E_STATE);
    assert_int_equal(minrisk_forecast_quantile(&empty, -1, &a, &b, &c), MINRISK_E_STATE);
    assert_int_equal(minrisk_forecast_within(NULL, -1, &p), MINRISK_E_NULL);
    assert_int_equal(minrisk_forecast_within(&empty, -1, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_forecast_quantile(NULL, -1, &a, &b, &c), MINRISK_E_NULL);
    assert_int_equal(minrisk_forecast_quantile(&empty, -1, NULL, &b, &c), MINRISK_E_NULL);
    assert_int_equal(minrisk_forecast_quantile(&empty, -1, &a, NULL, &c), MINRISK_E_NULL);
    assert_int_equal(minrisk_forecast_quantile(&empty, -1, &a, &b, NULL), MINRISK_E_NULL);
    assert_true(is_pattern(&p, sizeof p) && is_pattern(&b, sizeof b));
    assert_int_equal(minrisk_forecast_within(&tally, 0.015, &p), MINRISK_OK);
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.5, &a, &b, &c), MINRISK_OK);
}

static void conversions(void **state)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -1, -4.9e-324};
    double quantity[] = {1, 2}, weight[] = {1, 0.5}, rounding = -7;
    uint32_t units[2];
    uint64_t chance = 5;
    (void)state;
    fill_pattern(units, sizeof units);
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_int_equal(minrisk_chance(bad[i], &chance), MINRISK_E_PARAM);
        assert_int_equal(minrisk_chance(bad[i], NULL), MINRISK_E_NULL);
        assert_int_equal(minrisk_units(quantity, weight, 2, bad[i], units, &rounding),
                         MINRISK_E_PARAM);
        quantity[1] = bad[i];
        assert_int_equal(minrisk_units(quantity, weight, 2, 1, units, &rounding), MINRISK_E_DATA);
        assert_int_equal(minrisk_units(quantity, weight, 2, 0, units, &rounding), MINRISK_E_PARAM);
        quantity[1] = 2;
        weight[0] = bad[i];
        assert_int_equal(minrisk_units(quantity, weight, 2, 1, units, &rounding), MINRISK_E_DATA);
        weight[0] = 1;
    }
    assert_int_equal(minrisk_chance(1.0000000000000002, &chance), MINRISK_E_PARAM);
    assert_int_equal(minrisk_units(quantity, weight, 2, 1e-10, units, &rounding), MINRISK_E_PARAM);
    assert_int_equal(minrisk_units(NULL, weight, 2, 0, units, &rounding), MINRISK_E_NULL);
    assert_int_equal(minrisk_units(quantity, weight, 2, 0, NULL, &rounding), MINRISK_E_NULL);
    assert_int_equal(minrisk_units(quantity, weight, 2, 0, units, NULL), MINRISK_E_NULL);
    assert_true(is_pattern(units, sizeof units));
    assert_true(chance == 5 && rounding == -7);
    assert_int_equal(minrisk_units(NULL, NULL, 0, 1, NULL, &rounding), MINRISK_OK);
    assert_double(rounding, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_calls),
        cmocka_unit_test(spoiled_once),
        cmocka_unit_test(spoiled_twice),
        cmocka_unit_test(data_before_the_relation),
        cmocka_unit_test(what_may_be_left_out),
        cmocka_unit_test(horizons_of_tallies),
        cmocka_unit_test(questions),
        cmocka_unit_test(conversions),
    };
    return cmocka_run_group_tests(tests, list_spoils, NULL);
}
