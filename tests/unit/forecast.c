/* SPDX-License-Identifier: MIT */
/* Known values of forecast.h, worked by hand. */
#include "minrisk.h"
#include "support/check.h"

enum { PROJECTS = 4, WORK = 100, YEAR = 65536 };

/* Leads that are known to the tick: one table for each of 1 to 4 years. */
static const int32_t table[] = {1 * YEAR, 1 * YEAR, 2 * YEAR, 2 * YEAR,
                                3 * YEAR, 3 * YEAR, 4 * YEAR, 4 * YEAR};
static const uint32_t phase[] = {0, 1, 2, 3};
static const size_t phase_first[] = {0, 1, 2, 3, 4};
static const uint32_t capacity[] = {10, 20, 30, 40};
static uint32_t need[4];
static int32_t work[WORK];

/* Four projects, of 10 to 40 units after 1 to 4 years. */
static minrisk_model plain_model(void)
{
    minrisk_model m = {0};
    m.projects = PROJECTS;
    m.capacity = capacity;
    m.phase_first = phase_first;
    m.phase = phase;
    m.tables = 4;
    m.table_len = 2;
    m.table = table;
    m.stages = 1;
    m.need = need;
    m.horizon = 40 * YEAR;
    return m;
}

static minrisk_trial trial_of(const minrisk_model *m)
{
    minrisk_trial t;
    assert_int_equal(minrisk_forecast_trial(m, 1, 2, work, WORK, NULL, &t), MINRISK_OK);
    return t;
}

static void steps(void **state)
{
    static const uint32_t needs[] = {0, 1, 10, 11, 30, 31, 60, 100, 101};
    static const int32_t years[] = {0, 1, 1, 2, 2, 3, 3, 4, -1};
    const minrisk_model m = plain_model();
    (void)state;
    for (size_t i = 0; i < COUNT(needs); i++) {
        need[0] = needs[i];
        assert_int_equal(trial_of(&m).first, years[i] < 0 ? MINRISK_TICK_NEVER : years[i] * YEAR);
    }
}

/* The horizon counts. */
static void horizons(void **state)
{
    minrisk_model m = plain_model();
    (void)state;
    need[0] = 60;
    m.horizon = 3 * YEAR;
    assert_int_equal(trial_of(&m).first, 3 * YEAR);
    m.horizon = 3 * YEAR - 1;
    assert_int_equal(trial_of(&m).first, MINRISK_TICK_NEVER);
    m.horizon = 0;
    assert_int_equal(trial_of(&m).first, MINRISK_TICK_NEVER);
    need[0] = 0;
    assert_int_equal(trial_of(&m).first, 0);
}

/* Ramps of two years: supply is 5 t after a year, and reaches 16 of 10 + 20 where 10 + 10 (t - 2) =
 * 16 - 5 (t - 1) for t < 3: t = 2 + 11/15, in ticks from above. */
static void ramps(void **state)
{
    static const int32_t two_years[] = {2 * YEAR, 2 * YEAR, 2 * YEAR, 2 * YEAR};
    minrisk_model m = plain_model();
    (void)state;
    m.ramp = two_years;
    need[0] = 5;
    assert_int_equal(trial_of(&m).first, 2 * YEAR);
    need[0] = 16; /* 5 (t - 1) + 10 (t - 2) = 16: t = 41/15 */
    assert_int_equal(trial_of(&m).first, (41 * YEAR + 14) / 15);
    need[0] = 100;
    assert_int_equal(trial_of(&m).first, 6 * YEAR);
    need[0] = 101;
    assert_int_equal(trial_of(&m).first, MINRISK_TICK_NEVER);
}

/* A need of 1 that rises by 10 a year, overtaken at two years, and lost before the third
 * project. */
static void lost(void **state)
{
    static const size_t first[] = {0, 3};
    static const int32_t tick[] = {0, 10 * YEAR, 10 * YEAR};
    static const uint32_t rising[] = {1, 101, 5};
    minrisk_model m = plain_model();
    minrisk_trial t;
    (void)state;
    m.need_first = first;
    m.need_tick = tick;
    m.need = rising;
    t = trial_of(&m); /* 1 + 10 t against 0, 10, 30, 60, 100: first at 2 with 30 */
    assert_int_equal(t.first, 2 * YEAR);
    assert_int_equal(t.lost, 190055); /* 1 + 10 t > 30: past 2.9 years, 190,054.4 ticks */
    assert_int_equal(t.bottleneck, 0);
    m.horizon = 190054;
    assert_int_equal(trial_of(&m).lost, MINRISK_TICK_NEVER);
}

/* Few projects in a stage, and many: the first tick is the start of that project by which those
 * that have started have enough. Some start before now, and some never. */
static void few_and_many(void **state)
{
    enum { MANY = 40, ROOM = 11 * MANY };
    static const uint64_t half = (uint64_t)1 << 31;
    static uint32_t units[MANY], phases[MANY];
    static uint64_t success[MANY];
    static int32_t base[MANY], start[MANY], room[ROOM];
    static size_t ends[MANY + 1];
    static const int32_t uneven[] = {0, 3 * YEAR, 4 * YEAR, 20 * YEAR, 60 * YEAR};
    minrisk_model m = plain_model();
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        units[i] = 1 + i % 7;
        base[i] = i % 5 == 0 ? -5 * YEAR : 0;
        success[i] = i % 3 == 0 ? half : 2 * half;
        ends[i + 1] = i + 1;
    }
    m.capacity = units;
    m.base = base;
    m.success = success;
    m.phase = phases;
    m.phase_first = ends;
    m.tables = 1;
    m.table_len = 5;
    m.table = uneven;
    for (uint32_t k = 0; k < 2000; k++) {
        int64_t least = MINRISK_TICK_NEVER;
        minrisk_trial t;
        m.projects = k % 2 ? MANY - k % 17 : k % 23;
        need[0] = k % 90;
        assert_int_equal(minrisk_forecast_trial(&m, 1, k, room, ROOM, start, &t), MINRISK_OK);
        for (size_t i = 0; i <= m.projects; i++) {
            const int32_t at = i < m.projects ? start[i] : 0;
            uint32_t sum = 0;
            for (size_t p = 0; p < m.projects; p++)
                sum += start[p] <= at ? units[p] : 0;
            if (sum >= need[0] && at <= m.horizon && at < least)
                least = at < 0 ? 0 : at;
        }
        assert_int_equal(t.first, least);
    }
}

/* A run after another goes on with the same tally. */
static void goes_on(void **state)
{
    const minrisk_model m = plain_model();
    minrisk_when low, value, high;
    minrisk_tally t;
    (void)state;
    need[0] = 10;
    minrisk_tally_init(&t, sizeof t);
    assert_int_equal(minrisk_forecast_run(&m, 1, 0, 3, work, WORK, &t), MINRISK_OK);
    assert_int_equal(minrisk_forecast_run(&m, 1, 3, 4, work, WORK, &t), MINRISK_OK);
    assert_int_equal(t.trials, 7);
    assert_int_equal(t.sum, 7 * YEAR);
    assert_int_equal(minrisk_forecast_quantile(&t, 0.01, &low, &value, &high), MINRISK_OK);
    assert_int_equal(value.status, MINRISK_REACHED); /* a rank below the first is the first */
    assert_true(value.first > 11 / 12.0 && value.first <= 1);
}

static void workspaces(void **state)
{
    minrisk_model m = plain_model();
    (void)state;
    assert_int_equal(minrisk_forecast_workspace(&m), 11 * PROJECTS);
    assert_int_equal(minrisk_forecast_workspace(NULL), SIZE_MAX);
    m.projects = INT32_MAX;
    assert_true(minrisk_forecast_workspace(&m) > m.projects);
    m.projects++;
    assert_int_equal(minrisk_forecast_workspace(&m), SIZE_MAX);
    m.projects = 0;
    m.slips = SIZE_MAX / 16; /* whose bytes do not fit */
    assert_int_equal(minrisk_forecast_workspace(&m), SIZE_MAX);
}

/* Stage 1 is last; on a tie the lowest counts; a need of 0 never is. */
static void bottlenecks(void **state)
{
    static const uint32_t stage[] = {0, 1, 0, 1};
    minrisk_model m = plain_model();
    minrisk_trial t;
    (void)state;
    m.stage = stage;
    m.stages = 2;
    need[0] = 10;
    need[1] = 20;
    t = trial_of(&m);
    assert_int_equal(t.first, 2 * YEAR);
    assert_int_equal(t.bottleneck, 1);
    need[0] = 40;
    assert_int_equal(trial_of(&m).first, 3 * YEAR);
    assert_int_equal(trial_of(&m).bottleneck, 0);
    need[1] = need[0] = 0;
    assert_int_equal(trial_of(&m).bottleneck, MINRISK_NONE);
    m.stages = 3; /* a stage without projects */
    need[2] = 1;
    assert_int_equal(trial_of(&m).first, MINRISK_TICK_NEVER);
    m.stages = 2;
    {
        static const int32_t base[] = {YEAR, 0, 0, 0}; /* both stages at two years */
        m.base = base;
        need[0] = 10;
        need[1] = 20;
        assert_int_equal(trial_of(&m).first, 2 * YEAR);
        assert_int_equal(trial_of(&m).bottleneck, 0);
    }
}

/* Twice the time for the slipped phase, and for the project that waits for it. */
static void slips_and_waits(void **state)
{
    static const uint64_t certain[] = {(uint64_t)1 << 32};
    static const uint32_t twice[] = {1}, slip[] = {MINRISK_NONE, MINRISK_NONE, MINRISK_NONE, 0};
    static const uint32_t after[] = {MINRISK_NONE, 0, MINRISK_NONE, 1}, none[] = {0, 0, 0, 0};
    minrisk_model m = plain_model();
    int32_t start[PROJECTS];
    minrisk_trial t;
    (void)state;
    m.slips = 1;
    m.slip_chance = certain;
    m.slip_table = twice;
    m.slip = slip;
    m.after = after;
    need[0] = 1;
    minrisk_forecast_trial(&m, 1, 2, work, WORK, start, &t);
    assert_int_equal(start[0], 1 * YEAR);
    assert_int_equal(start[1], 3 * YEAR);
    assert_int_equal(start[2], 3 * YEAR);
    assert_int_equal(start[3], 11 * YEAR);
    m.slipped = none; /* of no phase: 4 */
    minrisk_forecast_trial(&m, 1, 2, work, WORK, start, &t);
    assert_int_equal(start[3], 7 * YEAR);
}

/* 32,000 years twice, or slipped twice, are never; so is what waits for that. */
static void saturation(void **state)
{
    static const int32_t longest[] = {2097152000, 2097152000};
    static const uint32_t same[] = {0, 0, 0, 0}, after[] = {MINRISK_NONE, 0, MINRISK_NONE, 2};
    static const size_t two_each[] = {0, 2, 2, 3, 4};
    static const int32_t late[] = {0, 0, 100000000, 100000000};
    static const int32_t early[] = {-2000000000, 0, 0, 0};
    minrisk_model m = plain_model();
    int32_t start[PROJECTS];
    minrisk_trial t;
    (void)state;
    m.tables = 1;
    m.table = longest;
    m.phase = same;
    m.phase_first = two_each;
    m.after = after;
    m.base = late;
    need[0] = 1;
    minrisk_forecast_trial(&m, 1, 2, work, WORK, start, &t);
    for (int i = 0; i < PROJECTS; i++)
        assert_int_equal(start[i], MINRISK_TICK_NEVER);
    assert_int_equal(t.first, MINRISK_TICK_NEVER);
    m.base = early;
    m.after = NULL;
    minrisk_forecast_trial(&m, 1, 2, work, WORK, start, &t);
    assert_int_equal(start[0], MINRISK_TICK_NEVER);
    assert_int_equal(start[1], 0);
    assert_int_equal(start[2], 2097152000);
    assert_int_equal(t.first, 0);
}

/* A chance of 0 never happens, of 1 always; the word decides between them. */
static void failures(void **state)
{
    static const uint64_t chance[] = {0, (uint64_t)1 << 32, (uint64_t)1 << 31, (uint64_t)1 << 31};
    minrisk_model m = plain_model();
    int32_t start[PROJECTS];
    minrisk_trial t;
    int made[PROJECTS] = {0};
    (void)state;
    m.success = chance;
    need[0] = 1;
    for (uint64_t i = 0; i < 1000; i++) {
        minrisk_forecast_trial(&m, 3, i, work, WORK, start, &t);
        for (int p = 0; p < PROJECTS; p++)
            made[p] += start[p] != MINRISK_TICK_NEVER;
    }
    assert_int_equal(made[0], 0);
    assert_int_equal(made[1], 1000);
    assert_in_range(made[2], 430, 570); /* more than four standard deviations */
    assert_in_range(made[3], 430, 570);
}

/* As many as a board has memory for. */
static void many_projects(void **state)
{
#ifdef MINRISK_TEST_ON_BOARD
    enum { MANY = 20000 };
#else
    enum { MANY = 1000000 };
#endif
    static uint32_t units[MANY];
    static size_t ends[MANY + 1];
    static int32_t large[11 * MANY];
    minrisk_model m = plain_model();
    minrisk_tally tally;
    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        units[i] = 1;
        ends[i + 1] = 1;
    }
    m.projects = MANY;
    m.capacity = units;
    m.phase_first = ends; /* the first takes a year, the others have begun */
    need[0] = MANY;
    minrisk_tally_init(&tally, sizeof tally);
    assert_int_equal(minrisk_forecast_run(&m, 0, 0, 1, large, COUNT(large), &tally), MINRISK_OK);
    assert_int_equal(tally.sum, YEAR);
    assert_int_equal(tally.month[11], 1);
    assert_int_equal(minrisk_forecast_run(&m, 0, 0, 1, large, COUNT(large) - 1, &tally),
                     MINRISK_E_SIZE);
}

/* A project has less than 65,536 phases; each of a tick here. */
static void many_phases(void **state)
{
    enum { MANY = 65535 };
    static uint32_t same[MANY + 1];
    static const int32_t tick[] = {1, 1};
    size_t ends[] = {0, MANY};
    minrisk_model m = plain_model();
    minrisk_trial t;
    (void)state;
    m.projects = 1;
    m.phase_first = ends;
    m.phase = same;
    m.tables = 1;
    m.table = tick;
    need[0] = 10;
    assert_int_equal(trial_of(&m).first, MANY);
    ends[1]++;
    assert_int_equal(minrisk_forecast_trial(&m, 1, 2, work, WORK, NULL, &t), MINRISK_E_DATA);
}

/* --- tallies ---------------------------------------------------------------------------------- */

/* Wilson's interval for 0 of 10,000 ends at .00038399837 (Wilson 1927; case MC-08); for 5 of 10 it
 * is .5 -+ .263405 (scipy 1.10, binomtest(5, 10).proportion_ci(method="wilson")). */
static void within(void **state)
{
    minrisk_tally tally;
    minrisk_estimate p;
    (void)state;
    assert_int_equal(minrisk_tally_sizeof(), sizeof tally);
    minrisk_tally_init(&tally, sizeof tally);
    tally.horizon = 40 * YEAR;
    tally.trials = tally.never = 10000;
    tally.assumptions = MINRISK_ASSUMES_SHAPE;
    assert_int_equal(minrisk_forecast_within(&tally, 1, &p), MINRISK_OK);
    assert_double(p.low, 0);
    assert_double(p.value, 0);
    assert_near(p.high, 0.00038399837067659573, 1e-18);
    assert_int_equal(p.assumptions, MINRISK_ASSUMES_SHAPE);
    tally.trials = 10;
    tally.never = 2;
    tally.already = 2;
    tally.month[11] = 3; /* up to a year */
    tally.month[12] = 3;
    assert_int_equal(minrisk_forecast_within(&tally, 1, &p), MINRISK_OK);
    assert_near(p.low, 0.236593, 1e-6);
    assert_double(p.value, 0.5);
    assert_near(p.high, 0.763407, 1e-6);
    /* To 4 units in the last place (mpmath 1.3): 1 of 4, and none of 10,061. */
    tally.trials = 4;
    tally.never = 3;
    tally.already = 1;
    assert_int_equal(minrisk_forecast_within(&tally, 0, &p), MINRISK_OK);
    assert_near(p.low, 0.045587260809700558586, 0x1p-55);
    assert_near(p.high, 0.6993581574175981223, 0x1p-51);
    tally.trials = tally.never = 10061;
    tally.already = 0;
    assert_int_equal(minrisk_forecast_within(&tally, 0, &p), MINRISK_OK);
    assert_near(p.high, 0.00038167107116501295536, 0x1p-62);
    tally.trials = 10;
    tally.never = 2;
    tally.already = 2;
    assert_int_equal(minrisk_forecast_within(&tally, 0.9999, &p), MINRISK_OK);
    assert_double(p.value, 0.2);
    tally.never = 0;
    tally.month[12] = 5;
    assert_int_equal(minrisk_forecast_within(&tally, 2, &p), MINRISK_OK);
    assert_double(p.high, 1);
}

/* 100 trials: 10 now, 40 in the first month, 30 in the 24th, 20 never. Ranks of the median: 50 -+
 * 9.8, of the 40 % quantile 40 -+ 9.6. */
static void quantiles(void **state)
{
    minrisk_tally tally;
    minrisk_when low, value, high;
    (void)state;
    minrisk_tally_init(&tally, sizeof tally);
    tally.horizon = 40 * YEAR;
    tally.trials = 100;
    tally.never = 20;
    tally.already = 10;
    tally.month[0] = 40;
    tally.month[23] = 30;
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.4, &low, &value, &high), MINRISK_OK);
    assert_int_equal(value.status, MINRISK_REACHED);
    assert_near(value.first, 29.5 / 40 / 12, 1e-15);
    assert_near(low.first, 0, 0);
    assert_int_equal(low.status, MINRISK_REACHED);
    assert_near(high.first, 2, 1e-15); /* rank 51 */
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.05, &low, &value, &high), MINRISK_OK);
    assert_int_equal(value.status, MINRISK_ALREADY);
    assert_int_equal(value.windows, 1);
    assert_int_equal(low.status, MINRISK_ALREADY);
    assert_int_equal(high.status, MINRISK_REACHED); /* rank 11 */
    assert_near(high.first, 1 / 12.0, 1e-15);
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.9, &low, &value, &high), MINRISK_OK);
    assert_int_equal(low.status, MINRISK_NOT_WITHIN_HORIZON);
    assert_int_equal(value.status, MINRISK_NOT_WITHIN_HORIZON);
    assert_int_equal(value.known, 0);
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.8, &low, &value, &high), MINRISK_OK);
    assert_int_equal(value.status, MINRISK_REACHED); /* rank 80 */
    assert_near(low.first, 23 / 12.0, 1e-15);
    assert_int_equal(high.status, MINRISK_NOT_WITHIN_HORIZON);
    /* Of 10 trials, all in the 24th month, the 10 % quantile may well lie before the first: with a
     * chance of .9^10, .35. */
    tally.trials = 10;
    tally.never = tally.already = tally.month[0] = 0;
    tally.month[23] = 10;
    assert_int_equal(minrisk_forecast_quantile(&tally, 0.1, &low, &value, &high), MINRISK_OK);
    assert_int_equal(low.status, MINRISK_ALREADY);
    assert_near(low.first, 0, 0);
    assert_int_equal(value.status, MINRISK_REACHED);
    assert_near(high.first, 2, 1e-15);
}

/* Sums of squares carry past 64 bits. */
static void wide_sums(void **state)
{
    minrisk_tally a, b;
    (void)state;
    minrisk_tally_init(&a, sizeof a);
    minrisk_tally_init(&b, sizeof b);
    a.trials = b.trials = 1;
    a.already = 3;
    b.already = 4;
    a.squares[0] = UINT64_MAX;
    b.squares[0] = 3;
    b.squares[1] = 4;
    assert_int_equal(minrisk_tally_merge(&a, &b), MINRISK_OK);
    assert_true(a.squares[0] == 2 && a.squares[1] == 5 && a.already == 7);
}

/* The edges of a month: 5,461 ticks are within the first, 5,462 are not. */
static void months(void **state)
{
    static const int32_t edge[][2] = {{5461, 0}, {5462, 1}, {65536, 11}, {65537, 12}, {1, 0}};
    static const uint32_t one[] = {0};
    static const size_t single[] = {0, 1};
    (void)state;
    for (size_t i = 0; i < COUNT(edge); i++) {
        const int32_t lead[] = {edge[i][0], edge[i][0]};
        minrisk_model m = plain_model();
        minrisk_tally tally;
        m.projects = 1;
        m.phase_first = single;
        m.phase = one;
        m.tables = 1;
        m.table = lead;
        need[0] = 10;
        minrisk_tally_init(&tally, sizeof tally);
        assert_int_equal(minrisk_forecast_run(&m, 0, 0, 3, work, WORK, &tally), MINRISK_OK);
        assert_int_equal(tally.month[edge[i][1]], 3);
        assert_int_equal(tally.bottleneck[0], 3);
    }
}

static void conversions(void **state)
{
    static const double tonnes[] = {0, 0.4, 1.5, 1234.6}, weight[] = {1, 1, 0.5, 1};
    uint32_t units[4];
    uint64_t chance;
    double rounding;
    (void)state;
    assert_int_equal(minrisk_chance(0.3, &chance), MINRISK_OK);
    assert_true(chance == 1288490188); /* floor(.3 2^32) */
    assert_int_equal(minrisk_chance(1, &chance), MINRISK_OK);
    assert_true(chance == (uint64_t)1 << 32);
    assert_int_equal(minrisk_chance(-0.0, &chance), MINRISK_OK);
    assert_true(chance == 0);
    assert_int_equal(minrisk_units(tonnes, NULL, 4, 1, units, &rounding), MINRISK_OK);
    assert_int_equal(units[1], 0);
    assert_int_equal(units[2], 2);
    assert_int_equal(units[3], 1235);
    assert_near(rounding, 0.5, 1e-12);
    assert_int_equal(minrisk_units(tonnes, weight, 4, 0.25, units, &rounding), MINRISK_OK);
    assert_int_equal(units[2], 3);
    assert_near(rounding, 0.1, 1e-12);
}

static void assumptions(void **state)
{
    static const uint64_t half[] = {(uint64_t)1 << 31, 0, 0, 0};
    static const uint32_t stages[] = {0, 0, 2, 0}, none[] = {MINRISK_NONE, 0, 0, 0};
    const uint32_t always = MINRISK_ASSUMES_NO_CLOSURES | MINRISK_ASSUMES_SHAPE;
    minrisk_model m = plain_model();
    minrisk_tally tally;
    (void)state;
    minrisk_tally_init(&tally, sizeof tally);
    assert_int_equal(minrisk_forecast_run(&m, 0, 0, 0, work, WORK, &tally), MINRISK_OK);
    assert_int_equal(tally.assumptions, 0); /* nothing was run */
    assert_int_equal(minrisk_forecast_run(&m, 0, 0, 1, work, WORK, &tally), MINRISK_OK);
    assert_int_equal(tally.assumptions,
                     always | MINRISK_ASSUMES_ALL_SUCCEED | MINRISK_ASSUMES_INDEPENDENT |
                         MINRISK_ASSUMES_CONSTANT_NEED | MINRISK_ASSUMES_STARTS_NOW);
    m.success = half;
    m.stage = stages;
    m.stages = 3;
    m.after = none;
    m.slips = 1;
    m.slip_chance = half;
    m.slip_table = stages;
    minrisk_tally_init(&tally, sizeof tally);
    assert_int_equal(minrisk_forecast_run(&m, 0, 0, 1, work, WORK, &tally), MINRISK_OK);
    assert_int_equal(tally.assumptions,
                     always | MINRISK_ASSUMES_CONSTANT_NEED | MINRISK_STAGE_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps),           cmocka_unit_test(horizons),
        cmocka_unit_test(ramps),           cmocka_unit_test(lost),
        cmocka_unit_test(few_and_many),    cmocka_unit_test(workspaces),
        cmocka_unit_test(goes_on),         cmocka_unit_test(bottlenecks),
        cmocka_unit_test(slips_and_waits), cmocka_unit_test(saturation),
        cmocka_unit_test(failures),        cmocka_unit_test(many_projects),
        cmocka_unit_test(many_phases),     cmocka_unit_test(within),
        cmocka_unit_test(quantiles),       cmocka_unit_test(wide_sums),
        cmocka_unit_test(months),          cmocka_unit_test(conversions),
        cmocka_unit_test(assumptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
