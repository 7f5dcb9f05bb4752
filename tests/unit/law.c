/* SPDX-License-Identifier: MIT */
/* Known laws, by hand: leads of one, two, three and four years, which may fail. */
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

/* Thirteen that differ have too many states: availability at a step, the most there was. */
static void bounds(void **state)
{
    enum { MANY = 13 };
    static uint32_t tens[MANY], phases[MANY];
    static size_t ends[MANY + 1];
    static const size_t first[] = {0, 2};
    static const int32_t tick[] = {5 * YEAR, 5 * YEAR};
    static const uint32_t step[] = {10, 1000};
    minrisk_model m = plain_model();
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        tens[i] = 10 + i;
        phases[i] = i % 4;
        ends[i + 1] = i + 1;
    }
    m.projects = MANY;
    m.capacity = tens;
    m.success = NULL;
    m.phase = phases;
    m.phase_first = ends;
    m.need_first = first;
    m.need_tick = tick;
    m.need = step;
    assert_double(chance_by(&m, 0.99, MINRISK_LAW_LOWER_BOUND), 0);
    assert_double(chance_by(&m, 1, MINRISK_LAW_LOWER_BOUND), 1);
    assert_double(chance_by(&m, 10, MINRISK_LAW_LOWER_BOUND), 1);
}

static void refused(void **state)
{
    static const uint32_t after[] = {MINRISK_NONE, 0, MINRISK_NONE, MINRISK_NONE};
    static const uint32_t same[] = {0, 0, 0, 0}, tables[] = {4, 4, 4};
    static const uint64_t none[] = {0}, places[] = {1, 1, 1};
    minrisk_model m = plain_model();
    double year = 1, p = -7;
    int32_t kind = -7;
    (void)state;
    need[0] = 10;
    m.after = after;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, WORK), MINRISK_E_PARAM);
    m.after = NULL;
    m.groups = 1;
    m.group_chance = half;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, WORK), MINRISK_E_PARAM);
    m.group_chance = none;
    assert_double(chance_by(&m, 1, MINRISK_LAW_EXACT), 0.5);
    m.slips = 1;
    m.slip = m.slip_table = same;
    m.slip_chance = half;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, WORK), MINRISK_E_PARAM);
    m.slip_chance = none;
    assert_double(chance_by(&m, 1.1, MINRISK_LAW_EXACT), 0.5);
    m.shocks = 3; /* 33^3 outcomes */
    m.shock_chance = half;
    m.shock_table = tables;
    m.shock_countries = places;
    m.shock_stages = tables;
    assert_int_equal(minrisk_law(&m, 12, &year, 1, &p, &kind, work, WORK), MINRISK_E_PARAM);
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
        cmocka_unit_test(refused),
        cmocka_unit_test(contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
