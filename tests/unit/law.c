/* SPDX-License-Identifier: MIT */
/* Known laws, by hand: leads of one, two, three and four years, which may fail. */
#include <math.h>

#include "minrisk.h"
#include "support/check.h"

enum { PROJECTS = 4, WORK = 40000, YEAR = 65536 };

static const int32_t table[] = {1 * YEAR, 1 * YEAR, 2 * YEAR, 2 * YEAR, 3 * YEAR,
                                3 * YEAR, 4 * YEAR, 4 * YEAR, 2 * YEAR, 6 * YEAR};
static const uint32_t phase[] = {0, 1, 2, 3};
static const size_t phase_first[] = {0, 1, 2, 3, 4};
static const uint32_t capacity[] = {10, 20, 30, 40};
static const uint64_t half[] = {(uint64_t)1 << 31, (uint64_t)1 << 31, (uint64_t)1 << 31,
                                (uint64_t)1 << 31};
static uint32_t need[4];
static double work[WORK];

static minrisk_model plain_model(void)
{
    minrisk_model m = {0};
    m.projects = PROJECTS;
    m.capacity = capacity;
    m.success = half;
    m.phase_first = phase_first;
    m.phase = phase;
    m.tables = 5;
    m.table_len = 2;
    m.table = table;
    m.stages = 1;
    m.need = need;
    m.horizon = 10 * YEAR;
    return m;
}

static double chance_by(const minrisk_model *m, double year, int32_t kind)
{
    double p = -1;
    int32_t found = -1;
    assert_int_equal(minrisk_law(m, 12, &year, 1, &p, &found, work, WORK), MINRISK_OK);
    assert_int_equal(found, kind);
    return p;
}

/* Leads that are known are not rounded: at a year to the tick the project is there. */
static void known_leads(void **state)
{
    minrisk_model m = plain_model();
    (void)state;
    need[0] = 10;
    assert_double(chance_by(&m, 0, MINRISK_LAW_EXACT), 0);
    assert_double(chance_by(&m, 65535 / 65536.0, MINRISK_LAW_EXACT), 0);
    assert_double(chance_by(&m, 1, MINRISK_LAW_EXACT), 0.5);
    assert_double(chance_by(&m, 2, MINRISK_LAW_EXACT), 0.75);
    assert_true(minrisk_law_workspace(&m, 1024) < SIZE_MAX);
    assert_true(minrisk_law_workspace(&m, 1) < SIZE_MAX);
    assert_double(chance_by(&m, 10, MINRISK_LAW_EXACT), 1 - 1 / 16.0);
    need[0] = 51; /* in tens: 2 + 4, 3 + 4 and 1 + 2 + 3, with whatever else */
    assert_double(chance_by(&m, 3.5, MINRISK_LAW_EXACT), 1 / 8.0);
    assert_double(chance_by(&m, 4, MINRISK_LAW_EXACT), 7 / 16.0);
    need[0] = 101;
    assert_double(chance_by(&m, 10, MINRISK_LAW_EXACT), 0);
    need[0] = 0;
    assert_double(chance_by(&m, 0, MINRISK_LAW_EXACT), 1);
    m.projects = 0;
    assert_double(chance_by(&m, 0, MINRISK_LAW_EXACT), 1);
    need[0] = 1;
    assert_double(chance_by(&m, 9, MINRISK_LAW_EXACT), 0);
}

/* Stages are independent: 1 or 3 (in years), and 2 or 4. */
static void stages(void **state)
{
    static const uint32_t stage[] = {0, 1, 0, 1};
    static const int32_t base[] = {-YEAR, YEAR / 2, 0, 0};
    minrisk_model m = plain_model();
    (void)state;
    m.stage = stage;
    m.stages = 2;
    need[0] = 10;
    need[1] = 20;
    assert_double(chance_by(&m, 3, MINRISK_LAW_EXACT), 0.75 * 0.5);
    assert_double(chance_by(&m, 4, MINRISK_LAW_EXACT), 0.75 * 0.75);
    m.base = base;
    need[1] = 0;
    assert_double(chance_by(&m, 0, MINRISK_LAW_EXACT), 0.5);
    need[1] = 20;
    assert_double(chance_by(&m, 2.49, MINRISK_LAW_EXACT), 0);
    assert_double(chance_by(&m, 2.5, MINRISK_LAW_EXACT), 0.25);
}

/* A shock of two years with chance 1/4 on the country of the first project; case DX-25 in small. */
static void shocks(void **state)
{
    static const uint64_t quarter[] = {(uint64_t)1 << 30}, first_country[] = {2};
    static const uint32_t two_years[] = {1}, all[] = {1}, country[] = {1, 0, 0, 0};
    static const uint32_t uneven[] = {4};
    minrisk_model m = plain_model();
    (void)state;
    m.success = NULL;
    m.projects = 1;
    m.country = country;
    m.shocks = 1;
    m.shock_chance = quarter;
    m.shock_table = two_years;
    m.shock_countries = first_country;
    m.shock_stages = all;
    need[0] = 10;
    assert_double(chance_by(&m, 1, MINRISK_LAW_EXACT), 0.75);
    assert_double(chance_by(&m, 2.9, MINRISK_LAW_EXACT), 0.75);
    assert_double(chance_by(&m, 3, MINRISK_LAW_EXACT), 1);
    m.shock_table = uneven; /* two to six years, at 32 quantiles of them */
    assert_near(chance_by(&m, 5, MINRISK_LAW_EXACT), 0.75 + 0.25 * 0.5, 1e-15);
    m.shock_countries = quarter; /* another country */
    assert_double(chance_by(&m, 1, MINRISK_LAW_EXACT), 1);
}

/* Uniform from 2 to 6 years, slipped by 2 with chance 1/2: half of uniform(2, 6), half of (4,
 * 12). */
static void slips(void **state)
{
    static const uint32_t phases[] = {4}, twice[] = {1}, first[] = {0};
    minrisk_model m = plain_model();
    (void)state;
    m.success = NULL;
    m.projects = 1;
    m.phase = phases;
    m.slips = 1;
    m.slip_chance = half;
    m.slip_table = twice;
    m.slip = first;
    need[0] = 10;
    assert_near(chance_by(&m, 3, MINRISK_LAW_EXACT), 0.5 * 0.25, 1e-12);
    assert_near(chance_by(&m, 8, MINRISK_LAW_EXACT), 0.5 + 0.5 * 0.5, 1e-3);
    {
        static const uint32_t none[] = {0};
        m.slipped = none;
        assert_near(chance_by(&m, 3, MINRISK_LAW_EXACT), 0.25, 1e-12);
    }
}

/* Up to a horizon between two points of the grid: 2 to 6 years, of which half a step more than 2. */
static void ends_between_points(void **state)
{
    static const uint32_t phases[] = {4};
    static const uint64_t never[] = {0};
    minrisk_model m = plain_model();
    (void)state;
    m.success = NULL;
    m.projects = 1;
    m.phase = phases;
    m.horizon = 4 * YEAR + 2730;
    need[0] = 10;
    assert_near(chance_by(&m, m.horizon / 65536.0, MINRISK_LAW_EXACT), (2 + 2730 / 65536.0) / 4,
                1e-9);
    m.slips = 1;
    m.slip = phase; /* the first, which never happens */
    m.slip_chance = never;
    m.slip_table = phase;
    assert_near(chance_by(&m, m.horizon / 65536.0, MINRISK_LAW_EXACT), (2 + 2730 / 65536.0) / 4,
                1e-9);
}

/* Ramps count when they are complete, so that the answer is a bound. */
static void ramps(void **state)
{
    static const int32_t two_years[] = {2 * YEAR, 0, 0, 0};
    minrisk_model m = plain_model();
    (void)state;
    m.ramp = two_years;
    m.projects = 1;
    need[0] = 10;
    assert_double(chance_by(&m, 2.9, MINRISK_LAW_LOWER_BOUND), 0);
    assert_double(chance_by(&m, 3, MINRISK_LAW_LOWER_BOUND), 0.5);
}

/* Two alike, each there after a year with 1/2; a need of 10 that steps to 20 at year 2: one is
 * enough before it, and then it is too late. */
static void changing_needs(void **state)
{
    static const size_t first[] = {0, 2}, two[] = {0, 1, 2};
    static const int32_t tick[] = {2 * YEAR, 2 * YEAR};
    static const uint32_t step[] = {10, 25}, same[] = {0, 0}, tens[] = {10, 10};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.phase_first = two;
    m.phase = same;
    m.capacity = tens;
    m.need_first = first;
    m.need_tick = tick;
    m.need = step;
    assert_double(chance_by(&m, 0.5, MINRISK_LAW_ENUMERATED), 0);
    assert_double(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 0.75);
    assert_double(chance_by(&m, 10, MINRISK_LAW_ENUMERATED), 0.75);
    m.projects = 0;
    assert_double(chance_by(&m, 10, MINRISK_LAW_ENUMERATED), 0);
}

/* Up to 24 projects that cannot fail, of a phase each, against a need of 10, and of 1,000 from year
 * five on. */
static minrisk_model model_of_many(size_t projects, const uint32_t *capacities,
                                   const uint32_t *phases)
{
    static const size_t first[] = {0, 2};
    static const int32_t tick[] = {5 * YEAR, 5 * YEAR};
    static const uint32_t step[] = {10, 1000};
    static size_t ends[24 + 1];
    minrisk_model m = plain_model();
    for (size_t i = 0; i <= projects; i++)
        ends[i] = i;
    m.projects = projects;
    m.capacity = capacities;
    m.success = NULL;
    m.phase = phases;
    m.phase_first = ends;
    m.need_first = first;
    m.need_tick = tick;
    m.need = step;
    return m;
}

/* Thirteen that differ have too many states: availability at a step, the most there was. */
static void bounds(void **state)
{
    enum { MANY = 13 };
    static uint32_t tens[MANY], phases[MANY];
    minrisk_model m = model_of_many(MANY, tens, phases);
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        tens[i] = 10 + i;
        phases[i] = i % 4;
    }
    assert_double(chance_by(&m, 0.99, MINRISK_LAW_LOWER_BOUND), 0);
    assert_double(chance_by(&m, 1, MINRISK_LAW_LOWER_BOUND), 1);
    assert_double(chance_by(&m, 10, MINRISK_LAW_LOWER_BOUND), 1);
    m.projects = 12; /* 4,096 states, all of which are walked through */
    assert_double(chance_by(&m, 11 / 12.0 - 1e-9, MINRISK_LAW_ENUMERATED), 0);
    assert_double(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 1);
}

/* --- what ties projects together -------------------------------------------------------------- */

static const uint32_t all_uneven[] = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}; /* two to six years */
static const uint32_t in_first[] = {0, 0, 0, 0}, apart_stages[] = {0, 1, 2, 3};
static const uint64_t sure[] = {(uint64_t)1 << 32, (uint64_t)1 << 32};

/* The second, of two years, waits for the first, of two to six: by year 6 in half of the cases.
 * Where both may fail it is there in a quarter of that, and only if the first is. */
static void waits(void **state)
{
    static const uint32_t after[] = {MINRISK_NONE, 0, 1, MINRISK_NONE}, phases[] = {4, 1, 0, 0};
    static const uint32_t one_waits[] = {MINRISK_NONE, 0, MINRISK_NONE};
    static const int32_t base[] = {-YEAR, YEAR / 2, 0, 0}, ramp[] = {YEAR, 0, 0, 0};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.phase = phases;
    m.after = after;
    need[0] = 20;
    assert_double(chance_by(&m, 6, MINRISK_LAW_ENUMERATED), 0.5 * 0.25);
    assert_double(chance_by(&m, 8.1, MINRISK_LAW_ENUMERATED), 0.25);
    assert_double(chance_by(&m, 3.9, MINRISK_LAW_ENUMERATED), 0);
    m.stage = apart_stages; /* the first is there whenever the second is */
    m.stages = 2;
    need[0] = 10;
    need[1] = 20;
    assert_double(chance_by(&m, 6, MINRISK_LAW_ENUMERATED), 0.5 * 0.25);
    m.base = base;
    assert_double(chance_by(&m, 5.5, MINRISK_LAW_ENUMERATED), 0.5 * 0.25);
    m.ramp = ramp; /* of the first alone, which the second does not wait for */
    assert_double(chance_by(&m, 5.5, MINRISK_LAW_LOWER_BOUND), 0.5 * 0.25);
    m.stage = NULL;
    m.stages = 1;
    need[0] = 30; /* a ramp of a year after one to five */
    assert_double(chance_by(&m, 4, MINRISK_LAW_LOWER_BOUND), 0.125 * 0.25);
    m.ramp = NULL;
    m.base = NULL;
    m.projects = 3; /* a year after the second: a waiting project is waited for */
    need[0] = 60;
    assert_near(chance_by(&m, 7, MINRISK_LAW_ENUMERATED), 0.5 / 8, 1e-15);
    assert_near(chance_by(&m, 10, MINRISK_LAW_ENUMERATED), 1 / 8.0, 1e-15);
    m.after = one_waits; /* the third of itself, or the first and the second after it */
    need[0] = 30;
    assert_near(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 0.5, 1e-15);
    assert_near(chance_by(&m, 10, MINRISK_LAW_ENUMERATED), 0.5 + 0.5 * 0.25, 1e-15);
}

/* Two of two to six years; half of the time both take the same. */
static void groups(void **state)
{
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase = all_uneven;
    m.groups = 1;
    m.group = in_first;
    m.group_chance = half;
    need[0] = 30;
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.5 * 0.5 + 0.5 * 0.25, 1e-12);
    assert_near(chance_by(&m, 5, MINRISK_LAW_ENUMERATED), 0.5 * 0.75 + 0.5 * 0.5625, 1e-12);
    need[0] = 10; /* one is enough */
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.5 * 0.5 + 0.5 * 0.75, 1e-12);
    m.group_chance = sure;
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.5, 1e-12);
    {
        static const uint32_t one_in[] = {0, MINRISK_NONE}, phases[] = {4, 4, 4, 2, 4};
        static const size_t first[] = {0, 3, 5};
        m.group = one_in; /* with nobody to share with */
        need[0] = 30;
        assert_near(chance_by(&m, 4, MINRISK_LAW_EXACT), 0.25, 1e-12);
        m.group = in_first;
        m.phase = phases; /* the second place of the second is known: three years */
        m.phase_first = first;
        need[0] = 20;
        assert_near(chance_by(&m, 7, MINRISK_LAW_ENUMERATED), 0.5, 1e-12);
    }
}

/* Of two words, each 32 nodes: 2 u + 2 v and u + 4 v, where u and v go from 2 to 6, 1 to 3. */
static void two_words(void **state)
{
    static const int32_t two[] = {2 * YEAR, 6 * YEAR, 0, 2 * YEAR};
    static const uint32_t phases[] = {0, 1, 0, 1};
    static const size_t first[] = {0, 2, 4};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.tables = 2;
    m.table = two;
    m.phase = phases;
    m.phase_first = first;
    m.groups = 1;
    m.group = in_first;
    m.group_chance = sure;
    need[0] = 30;
    /* 2 + 4 u + 2 v <= 4 and u, v from 0 to 1: half of a unit of area, 1/4 of the square. */
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.25, 1 / 64.0);
    assert_double(chance_by(&m, 8, MINRISK_LAW_ENUMERATED), 1);
}

/* Both of a year, twice that if they slip, in half of the cases, together. */
static void common_slips(void **state)
{
    static const uint32_t phases[] = {0, 0, 1}, twice[] = {1, 2}, own[] = {0, 1, MINRISK_NONE};
    static const uint64_t chances[] = {(uint64_t)1 << 31, (uint64_t)1 << 30};
    static const uint32_t none[] = {0, 0, 0}, outside[] = {MINRISK_NONE, MINRISK_NONE};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase = phases;
    m.slips = 1;
    m.slip = in_first;
    m.slip_chance = chances;
    m.slip_table = twice;
    need[0] = 30;
    assert_double(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 0.5);
    assert_double(chance_by(&m, 2, MINRISK_LAW_ENUMERATED), 1);
    m.slipped = none;
    assert_double(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 1);
    m.slipped = NULL;
    m.slips = 2; /* each its own: twice with chance 1/2, three times with 1/4 */
    m.slip = own;
    assert_near(chance_by(&m, 1.1, MINRISK_LAW_EXACT), 0.5 * 0.75, 1e-12);
    m.groups = 1; /* and drawn together: the second slips where the first does, or not at all */
    m.group_chance = sure;
    m.slip_group = in_first;
    assert_near(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 0.5, 1e-12);
    assert_near(chance_by(&m, 2, MINRISK_LAW_ENUMERATED), 0.75, 1e-12);
    assert_near(chance_by(&m, 3, MINRISK_LAW_ENUMERATED), 1, 1e-12);
    m.slip_chance = sure;
    assert_near(chance_by(&m, 2.9, MINRISK_LAW_ENUMERATED), 0, 1e-12);
    assert_near(chance_by(&m, 3, MINRISK_LAW_ENUMERATED), 1, 1e-12);
    m.slip_chance = chances;
    m.group_chance = half;
    assert_near(chance_by(&m, 1.1, MINRISK_LAW_ENUMERATED), 0.5 * 0.5 + 0.5 * 0.375, 1e-12);
    m.slip_group = outside;
    assert_near(chance_by(&m, 1.1, MINRISK_LAW_EXACT), 0.375, 1e-12);
    /* two to six times as long, both alike, and 1,024 quantiles of that */
    m.groups = 0;
    m.slips = 1;
    m.slip = in_first;
    m.slip_chance = sure;
    m.slip_table = all_uneven;
    assert_near(chance_by(&m, 3, MINRISK_LAW_ENUMERATED), 0.25, 1 / 2048.0);
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.5, 1 / 2048.0);
    assert_near(chance_by(&m, 5.5, MINRISK_LAW_ENUMERATED), 0.875, 1 / 2048.0);
}

/* Nothing is tied by a group that does not share, a slip that nobody has, or one member alone; and
 * beside what is tied, that stays so. */
static void not_tied(void **state)
{
    static const uint32_t both[] = {0, 0}, first_slips[] = {0, MINRISK_NONE}, twice[] = {1, 1, 1};
    static const uint32_t two[] = {0, 0, 1}, slips[] = {MINRISK_NONE, MINRISK_NONE, 0};
    static const uint32_t in_second[] = {1}, own[] = {0, 1, 2};
    static const uint32_t outside[] = {0, 0, MINRISK_NONE}, phases[] = {0, 0, 0};
    static const uint64_t none[] = {0};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase = all_uneven;
    m.groups = 1;
    m.group = in_first;
    m.group_chance = none;
    need[0] = 30;
    assert_near(chance_by(&m, 4, MINRISK_LAW_EXACT), 0.25, 1e-12);
    m.group = NULL;
    m.group_chance = sure;
    m.slips = 2;
    m.slip = first_slips;
    m.slip_group = both;
    m.slip_chance = half;
    m.slip_table = twice;
    assert_near(chance_by(&m, 4.1, MINRISK_LAW_EXACT), 0.525 * (0.5 * 0.525 + 0.5 * 0.0125), 1e-3);
    m.projects = 3; /* the first two share, the third is by itself, and so is its slip */
    m.groups = 2;
    m.group = two;
    m.slips = 1;
    m.slip = slips;
    m.slip_group = in_second;
    need[0] = 60;
    assert_near(chance_by(&m, 4.1, MINRISK_LAW_ENUMERATED), 0.525 * (0.5 * 0.525 + 0.5 * 0.0125),
                1e-3);
    m.group = NULL; /* slips of a year each: two of them drawn together, and one apart */
    m.phase = phases;
    m.slips = 3;
    m.slip = own;
    m.slip_group = outside;
    assert_near(chance_by(&m, 1.1, MINRISK_LAW_ENUMERATED), 0.5 * 0.5, 1e-12);
}

/* A common slip of leads that are drawn, and a wait beyond the horizon. */
static void drawn_and_tied(void **state)
{
    static const uint32_t twice[] = {1}, after[] = {MINRISK_NONE, 0}, phases[] = {4, 0};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase = all_uneven;
    m.slips = 1;
    m.slip = in_first;
    m.slip_chance = half;
    m.slip_table = twice;
    need[0] = 30;
    assert_near(chance_by(&m, 5, MINRISK_LAW_ENUMERATED), 0.5 * 0.5625 + 0.5 * 0.015625, 2e-3);
    m.slips = 0;
    m.slip = NULL;
    m.after = after;
    m.phase = phases;
    m.horizon = 4 * YEAR;
    need[0] = 20;
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.25, 1e-3);
}

/* Twelve kinds, two of each: 3^12 states. And the length that the header gives. */
static void many_states(void **state)
{
    enum { MANY = 24 };
    static uint32_t tens[MANY], phases[MANY];
    static const uint32_t large[] = {10, 5001};
    const size_t steps = 121;
    minrisk_model m = model_of_many(MANY, tens, phases);
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        tens[i] = 10 + i / 2;
    assert_double(chance_by(&m, 1, MINRISK_LAW_LOWER_BOUND), 1);
    assert_int_equal(minrisk_law_workspace(&m, 12),
                     (steps + 4) * MANY + (1 + 5 + 12) * (steps + 1) + 4097);
    m.need = large;
    m.slips = 3;
    m.groups = 4;
    m.slip_chance = m.group_chance = half;
    m.slip_table = phases;
    assert_int_equal(minrisk_law_workspace(&m, 12),
                     (steps + 4) * MANY + 7 + (1 + 5 + 12) * (steps + 1) + 5002);
    for (uint32_t i = 0; i < MANY; i++)
        tens[i] = 10 + 10 * (i % 2);
    m = model_of_many(MANY, tens, phases); /* two kinds: 13^2 states */
    assert_double(chance_by(&m, 1, MINRISK_LAW_ENUMERATED), 1);
}

/* Projects that differ in one thing each are of classes of their own: a need that changes only
 * later, and so is walked through, gives what one that never does. */
static void classes(void **state)
{
    enum { MANY = 10 };
    static const uint64_t success[MANY] = {(uint64_t)1 << 29, (uint64_t)1 << 29, (uint64_t)1 << 29,
                                           (uint64_t)1 << 29, (uint64_t)1 << 28, (uint64_t)1 << 29,
                                           (uint64_t)1 << 29, (uint64_t)1 << 29, (uint64_t)1 << 29,
                                           (uint64_t)1 << 29};
    static const uint32_t units[MANY] = {10, 10, 20, 10, 10, 10, 10, 10, 10, 10};
    static const uint32_t phases[MANY] = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, stages[MANY] = {0};
    static const int32_t base[MANY] = {0, 0, 0, 0, 0, YEAR, 0, 0, 0, 0};
    static const int32_t ramp[MANY] = {0, 0, 0, 0, 0, 0, 0, YEAR, 0, 0};
    static const uint32_t country[MANY] = {0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
    static const uint32_t after[MANY] = {MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         MINRISK_NONE,
                                         0,
                                         8};
    static const uint64_t first_country[] = {2};
    static const uint32_t year[] = {0}, all[] = {1};
    static const size_t ends[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, knots[] = {0, 2};
    static const int32_t tick[] = {9 * YEAR, 9 * YEAR};
    static const uint32_t later[] = {20, 21};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = MANY;
    m.success = success;
    m.capacity = units;
    m.phase = phases;
    m.stage = stages;
    m.phase_first = ends;
    m.base = base;
    m.ramp = ramp;
    m.country = country;
    m.after = after;
    m.shocks = 1;
    m.shock_chance = half;
    m.shock_table = year;
    m.shock_countries = first_country;
    m.shock_stages = all;
    for (int i = 1; i < 9; i++) {
        double p;
        need[0] = 20;
        m.need_first = NULL;
        m.need = need;
        p = chance_by(&m, i / 2.0, MINRISK_LAW_LOWER_BOUND);
        m.need_first = knots;
        m.need_tick = tick;
        m.need = later;
        assert_near(chance_by(&m, i / 2.0, MINRISK_LAW_LOWER_BOUND), p, 1e-12);
        assert_true(i < 2 || p > 0);
    }
}

/* Leads of a group are known once drawn; then a slip of its own takes them to the grid. */
static void shared_and_slipping(void **state)
{
    static const uint32_t twice[] = {1};
    static const uint32_t first_slips[] = {0, MINRISK_NONE};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase = all_uneven;
    m.groups = m.slips = 1;
    m.group = in_first;
    m.group_chance = sure;
    m.slip = first_slips;
    m.slip_chance = half;
    m.slip_table = twice;
    need[0] = 30;
    assert_near(chance_by(&m, 5, MINRISK_LAW_ENUMERATED), 0.5 * 0.75 + 0.5 * 0.125, 0.005);
    need[0] = 10; /* the second is never later */
    assert_near(chance_by(&m, 5, MINRISK_LAW_ENUMERATED), 0.75, 0.005);
    m.horizon = 4 * YEAR; /* draws past the grid */
    assert_near(chance_by(&m, 4, MINRISK_LAW_ENUMERATED), 0.5, 0.005);
}

/* Five mines that each a plant waits for: 9^5 outcomes. What is certain is the likeliest set. */
static void too_many_ties(void **state)
{
    enum { MINES = 5, ALL = 2 * MINES };
    static const size_t ends[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    static const uint32_t after[] = {
        MINRISK_NONE, MINRISK_NONE, MINRISK_NONE, MINRISK_NONE, MINRISK_NONE, 0, 1, 2, 3, 4};
    static const uint32_t tens[] = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
    static const uint32_t stage[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, country[ALL] = {1, 1, 1, 1, 1};
    static const uint64_t success[] = {(uint64_t)1 << 31, (uint64_t)1 << 31, (uint64_t)1 << 31,
                                       (uint64_t)1 << 31, (uint64_t)1 << 31, (uint64_t)1 << 30,
                                       (uint64_t)1 << 31, (uint64_t)1 << 31, (uint64_t)1 << 31,
                                       (uint64_t)1 << 31};
    static const uint64_t quarter[] = {(uint64_t)1 << 30}, first_country[] = {2};
    static const uint32_t two_years[] = {1}, everywhere[] = {3},
                          same[] = {2, 2, 2, 2, 2, 1, 1, 1, 1, 1};
    static const size_t steps[] = {0, 1, 3};
    static const int32_t tick[] = {0, 6 * YEAR, 6 * YEAR};
    static const uint32_t rising[] = {10, 10, 60};
    minrisk_model m = plain_model();
    (void)state;
    m.projects = ALL;
    m.success = success;
    m.phase_first = ends;
    m.phase = same; /* three years and two */
    m.capacity = tens;
    m.stage = stage;
    m.after = after;
    m.stages = 2;
    need[0] = need[1] = 20;
    /* Mines: 1/2 each, two of them: 1/4. Plants: 1/4 with their mines, the first
     * 1/8, and the best two. */
    assert_double(chance_by(&m, 5, MINRISK_LAW_LOWER_BOUND), 0.25 * (0.25 * 0.25));
    assert_double(chance_by(&m, 4.9, MINRISK_LAW_LOWER_BOUND), 0);
    m.stages = 3; /* of a stage without projects, nothing */
    need[2] = 0;
    assert_double(chance_by(&m, 5, MINRISK_LAW_LOWER_BOUND), 0.25 * (0.25 * 0.25));
    m.stages = 2;
    need[1] = 0; /* mines by themselves are awaited, and so tied all the same */
    assert_double(chance_by(&m, 3, MINRISK_LAW_LOWER_BOUND), 0.25);
    m.need_first = steps; /* ten of either up to year 6 */
    m.need_tick = tick;
    m.need = rising;
    assert_double(chance_by(&m, 10, MINRISK_LAW_LOWER_BOUND), 0.5 * 0.25);
    m.need_first = NULL;
    m.need = need;
    need[1] = 10;
    m.country = country; /* the mines, later by two years with chance 1/4, and so their plants */
    m.shocks = 1;
    m.shock_chance = quarter;
    m.shock_table = two_years;
    m.shock_countries = first_country;
    m.shock_stages = everywhere;
    need[0] = 0;
    assert_double(chance_by(&m, 5, MINRISK_LAW_LOWER_BOUND), 0.75 * 0.25);
    assert_double(chance_by(&m, 7, MINRISK_LAW_LOWER_BOUND), 0.25);
}

/* A mine of five phases, and a plant that waits for it and takes the same five draws: 8^5 outcomes.
 * Twice the sum of five uniforms is at most 7 with 1 - F(1.5), F(1.5) = (1.5^5 - 5 .5^5) / 5!; ten
 * uniforms of their own would be with .986, but what is certain is no more than what is so. */
static void waiting_for_its_own_draws(void **state)
{
    static const size_t ends[] = {0, 5, 10};
    static const uint32_t uniform[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, group[] = {0, 0};
    static const uint32_t after[] = {MINRISK_NONE, 0}, units[] = {0, 1};
    static const uint64_t always[] = {(uint64_t)1 << 32};
    static const int32_t year[] = {0, YEAR};
    const double certain = 1 - (1.5 * 1.5 * 1.5 * 1.5 * 1.5 - 5 * 0.03125) / 120;
    minrisk_model m = plain_model();
    double p, chance[2];
    (void)state;
    m.projects = 2;
    m.success = NULL;
    m.phase_first = ends;
    m.phase = uniform;
    m.capacity = units;
    m.tables = 1;
    m.table = year;
    m.after = after;
    m.group = group;
    m.groups = 1;
    m.group_chance = always;
    need[0] = 1;
    p = chance_by(&m, 7, MINRISK_LAW_LOWER_BOUND);
    assert_true(p > 0.5 && p <= certain);
    assert_int_equal(minrisk_law_started(&m, 12, 7, chance, work, WORK), MINRISK_OK);
    assert_double(chance[1], p);
    assert_near(chance_by(&m, 10, MINRISK_LAW_LOWER_BOUND), 1, 1e-6);
}

static void refused(void **state)
{
    static const uint32_t tables[] = {4, 4, 4};
    static const uint64_t places[] = {1, 1, 1};
    minrisk_model m = plain_model();
    double year = 1, p = -7;
    int32_t kind = -7;
    (void)state;
    need[0] = 10;
    m.shocks = 3; /* 33^3 outcomes */
    m.shock_chance = half;
    m.shock_table = tables;
    m.shock_countries = places;
    m.shock_stages = tables;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, WORK), MINRISK_E_PARAM);
    assert_true(p == -7 && kind == -7);
}

/* --- the same laws, read otherwise ------------------------------------------------------------ */

static void started(void **state)
{
    static const uint32_t after[] = {MINRISK_NONE, MINRISK_NONE, MINRISK_NONE, 0};
    static const uint32_t itself[] = {0, MINRISK_NONE, MINRISK_NONE, MINRISK_NONE};
    static const int32_t ramp[] = {0, YEAR, 0, 0};
    minrisk_model m = plain_model();
    double chance[PROJECTS] = {-7, -7, -7, -7};
    (void)state;
    m.ramp = ramp;
    assert_int_equal(minrisk_law_started(&m, 12, 3, chance, work, WORK), MINRISK_OK);
    for (size_t i = 0; i < 3; i++)
        assert_double(chance[i], 0.5);
    assert_double(chance[3], 0);
    m.after = after; /* five years, and after the first */
    assert_int_equal(minrisk_law_started(&m, 12, 5, chance, work, WORK), MINRISK_OK);
    assert_near(chance[0], 0.5, 1e-15);
    assert_near(chance[3], 0.25, 1e-15);
    assert_int_equal(minrisk_law_started(&m, 12, 4.99, chance, work, WORK), MINRISK_OK);
    assert_double(chance[3], 0);
    chance[0] = -7;
    assert_int_equal(minrisk_law_started(NULL, 12, 3, chance, work, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_started(&m, 12, 3, NULL, work, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_started(&m, 12, 3, chance, NULL, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_started(&m, 12, 3, chance, work, 0), MINRISK_E_SIZE);
    assert_int_equal(minrisk_law_started(&m, 0, 3, chance, work, 0), MINRISK_E_PARAM);
    assert_int_equal(minrisk_law_started(&m, 12, -1, chance, work, WORK), MINRISK_E_PARAM);
    assert_int_equal(minrisk_law_started(&m, 12, (double)NAN, chance, work, WORK), MINRISK_E_PARAM);
    assert_int_equal(minrisk_law_started(&m, 12, 10.01, chance, work, WORK), MINRISK_E_PARAM);
    m.after = itself;
    assert_int_equal(minrisk_law_started(&m, 12, 3, chance, work, WORK), MINRISK_E_DATA);
    assert_double(chance[0], -7);
}

/* Of two to six years each, the last is either of them; one of four years, in half of the rest. */
static void bottleneck(void **state)
{
    static const uint32_t known[] = {3, 4, 4}, all_known[] = {1, 1, 1}, two[] = {4, 4, 4};
    static const int32_t ramp[] = {YEAR, 0, 0};
    minrisk_model m = plain_model();
    double p[3] = {-7, -7, -7};
    int32_t kind = -7;
    (void)state;
    m.projects = m.stages = 3;
    m.stage = apart_stages;
    m.success = NULL;
    m.phase = two;
    need[0] = need[1] = need[2] = 1;
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_int_equal(kind, MINRISK_LAW_EXACT);
    for (size_t s = 0; s < 3; s++)
        assert_near(p[s], 1 / 3.0, 1e-4);
    m.phase = known; /* the first at year four: it is last where both others come before */
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_near(p[0], 0.25, 1e-4);
    assert_near(p[1], 0.375, 1e-4);
    assert_near(p[2], 0.375, 1e-4);
    m.success = half; /* all there in an eighth */
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_near(p[0] + p[1] + p[2], 1 / 8.0, 1e-12);
    m.phase = all_known; /* a tie is the lowest's */
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_near(p[0], 1 / 8.0, 1e-12);
    assert_double(p[1], 0);
    m.horizon = 2 * YEAR - 1;
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_double(p[0], 0);
    m.horizon = 4 * YEAR + 99; /* between two points of the grid */
    m.success = NULL;
    m.phase = two;
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_near(p[0] + p[1] + p[2], 1 / 8.0, 1e-3);
    m.horizon = 10 * YEAR;
    m.groups = 1; /* whoever shares comes at the same tick */
    m.group = in_first;
    m.group_chance = half;
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_OK);
    assert_int_equal(kind, MINRISK_LAW_ENUMERATED);
    assert_near(p[0] + p[1] + p[2], 1, 1e-12);
    p[0] = -7;
    kind = -7;
    m.groups = 0;
    m.group = NULL;
    m.ramp = ramp;
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_E_PARAM);
    m.ramp = NULL;
    {
        static const size_t first[] = {0, 2, 3, 4};
        static const int32_t tick[] = {0, YEAR, 0, 0};
        static const uint32_t rising[] = {1, 2, 1, 1};
        m.need_first = first;
        m.need_tick = tick;
        m.need = rising;
        assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_E_PARAM);
        m.need_first = NULL;
        m.need = need;
    }
    assert_int_equal(minrisk_law_bottleneck(NULL, 12, p, &kind, work, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_bottleneck(&m, 12, NULL, &kind, work, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, NULL, work, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, NULL, WORK), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, 0), MINRISK_E_SIZE);
    m.stage = all_uneven; /* beyond the stages */
    assert_int_equal(minrisk_law_bottleneck(&m, 12, p, &kind, work, WORK), MINRISK_E_DATA);
    assert_true(p[0] == -7 && kind == -7);
}

/* Without a project, a country, a stage: the models that lack them. */
static void left_out(void **state)
{
    static const uint32_t stage[] = {0, 1, 0, 1}, country[] = {7, 0, 0, 7};
    static const struct {
        int32_t what;
        uint32_t which;
        double chance;
    } expected[] = {
        {MINRISK_WITHOUT_PROJECT, 0, 0.5 * 0.75}, {MINRISK_WITHOUT_PROJECT, 9, 0.75 * 0.75},
        {MINRISK_WITHOUT_COUNTRY, 7, 0.5 * 0.5},  {MINRISK_WITHOUT_COUNTRY, 3, 0.75 * 0.75},
        {MINRISK_WITHOUT_STAGE, 1, 0.75},         {MINRISK_WITHOUT_STAGE, 2, 0.75 * 0.75},
    };
    static const size_t first[] = {0, 2, 4};
    static const int32_t tick[] = {0, YEAR, 0, YEAR};
    static const uint32_t rising[] = {9, 10, 9, 10};
    minrisk_model m = plain_model();
    double year = 4, p = -7;
    int32_t kind = -7;
    (void)state;
    m.stage = stage;
    m.country = country;
    m.stages = 2;
    need[0] = need[1] = 10;
    for (size_t i = 0; i < 2 * COUNT(expected); i++) {
        const size_t k = i % COUNT(expected);
        assert_int_equal(minrisk_plan_law(&m, expected[k].what, expected[k].which, 12, &year, 1, &p,
                                          &kind, work, WORK),
                         MINRISK_OK);
        assert_near(p, expected[k].chance, 1e-15);
        assert_int_equal(kind, m.need_first ? MINRISK_LAW_ENUMERATED : MINRISK_LAW_EXACT);
        if (i == COUNT(expected) - 1) { /* and once more, through the states */
            m.need_first = first;
            m.need_tick = tick;
            m.need = rising;
        }
    }
    p = kind = -7;
    assert_int_equal(minrisk_plan_law(&m, 4, 0, 12, &year, 1, &p, &kind, work, WORK),
                     MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_law(&m, 1, 0, 0, &year, 1, &p, &kind, work, 0), MINRISK_E_PARAM);
    assert_int_equal(minrisk_plan_law(&m, 1, 0, 12, &year, 1, &p, &kind, work, 0), MINRISK_E_SIZE);
    assert_int_equal(minrisk_plan_law(NULL, 0, 0, 12, &year, 1, &p, &kind, work, 0),
                     MINRISK_E_NULL);
    year = 11;
    assert_int_equal(minrisk_plan_law(&m, 1, 0, 12, &year, 1, &p, &kind, work, WORK),
                     MINRISK_E_DATA);
    assert_true(p == -7 && kind == -7);
}

static void contract(void **state)
{
    static const double bad[] = {-1, 10.001};
    minrisk_model m = plain_model();
    double year = 1, p = -7;
    int32_t kind = -7;
    size_t length = minrisk_law_workspace(&m, 12);
    (void)state;
    need[0] = 10;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, length - 1), MINRISK_E_SIZE);
    assert_int_equal(minrisk_law(&m, 0, &year, 1, &p, &kind, work, length - 1), MINRISK_E_PARAM);
    assert_int_equal(minrisk_law(&m, 1025, &year, 1, &p, &kind, work, length), MINRISK_E_PARAM);
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_int_equal(minrisk_law(&m, 12, &bad[i], 1, &p, &kind, work, length), MINRISK_E_DATA);
    assert_int_equal(minrisk_law(NULL, 12, &year, 1, &p, &kind, work, length), MINRISK_E_NULL);
    assert_int_equal(minrisk_law(&m, 12, NULL, 1, &p, &kind, work, length), MINRISK_E_NULL);
    assert_int_equal(minrisk_law(&m, 12, &year, 1, NULL, &kind, work, length), MINRISK_E_NULL);
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, NULL, work, length), MINRISK_E_NULL);
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, NULL, length), MINRISK_E_NULL);
    m.need = NULL;
    assert_int_equal(minrisk_law(&m, 0, &year, 1, &p, &kind, work, 0), MINRISK_E_NULL);
    assert_int_equal(minrisk_law_workspace(&m, 12), SIZE_MAX);
    m.need = need;
    m.stages = 0;
    assert_int_equal(minrisk_law(&m, 0, &year, 1, &p, &kind, work, 0), MINRISK_E_SIZE);
    assert_int_equal(minrisk_law_workspace(&m, 12), SIZE_MAX);
    m.stages = 1;
    m.horizon = -1;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, 0), MINRISK_E_PARAM);
    assert_int_equal(minrisk_law_workspace(&m, 12), SIZE_MAX);
    assert_int_equal(minrisk_law_workspace(NULL, 12), SIZE_MAX);
    assert_true(p == -7 && kind == -7);
    m.horizon = 10 * YEAR;
    assert_int_equal(minrisk_law_workspace(&m, 0), SIZE_MAX);
    assert_int_equal(minrisk_law(&m, 12, NULL, 0, NULL, &kind, work, length), MINRISK_OK);
    assert_int_equal(kind, MINRISK_LAW_EXACT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_leads),
        cmocka_unit_test(stages),
        cmocka_unit_test(shocks),
        cmocka_unit_test(slips),
        cmocka_unit_test(ends_between_points),
        cmocka_unit_test(ramps),
        cmocka_unit_test(changing_needs),
        cmocka_unit_test(bounds),
        cmocka_unit_test(waits),
        cmocka_unit_test(groups),
        cmocka_unit_test(two_words),
        cmocka_unit_test(common_slips),
        cmocka_unit_test(shared_and_slipping),
        cmocka_unit_test(not_tied),
        cmocka_unit_test(drawn_and_tied),
        cmocka_unit_test(many_states),
        cmocka_unit_test(classes),
        cmocka_unit_test(too_many_ties),
        cmocka_unit_test(waiting_for_its_own_draws),
        cmocka_unit_test(refused),
        cmocka_unit_test(started),
        cmocka_unit_test(bottleneck),
        cmocka_unit_test(left_out),
        cmocka_unit_test(contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
