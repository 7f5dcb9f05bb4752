/* SPDX-License-Identifier: MIT */
/* When is one new chain, from mine to magnet, likely to stand? Lead times, failures and a shock,
 * drawn in two halves that come to one answer. */
#include "minrisk.h"

#include <stdio.h>

enum { KNOTS = 257, TABLES = 8, PROJECTS = 4, WORK = 100, TRIALS = 20000 };
enum lead { PERMIT, BUILD, SEPARATION, METAL, MAGNET, RAMP_UP, SLIP, DELAY };

static int32_t table[TABLES * KNOTS];

static int32_t *lead(enum lead which)
{
    return table + (size_t)which * KNOTS;
}

/* Shapes are assumptions: MODELS of lead times as planners and studies give them. */
static void compile_leads(void)
{
    minrisk_lead_pert(5, 8.5, 12, lead(PERMIT), KNOTS);
    minrisk_lead_pert(2, 2.6, 5, lead(BUILD), KNOTS);
    minrisk_lead_triangular(3, 5, 9, lead(SEPARATION), KNOTS);
    minrisk_lead_pert(2, 4, 7, lead(METAL), KNOTS);
    minrisk_lead_pert(2, 3.5, 6, lead(MAGNET), KNOTS);
    minrisk_lead_median(1.2, 0.77, lead(RAMP_UP), KNOTS);
    minrisk_lead_lognormal(1.25, 0.2525, lead(SLIP), KNOTS);
    minrisk_lead_uniform(0.5, 3, lead(DELAY), KNOTS);
}

static void print_shapes(void)
{
    static const double seen[] = {7, 9, 11, 15, 16, 21, 29};
    int32_t mine[KNOTS], left[KNOTS];

    minrisk_lead_sum(lead(PERMIT), KNOTS, lead(BUILD), KNOTS, mine, KNOTS);
    minrisk_lead_given(mine, KNOTS, 9, MINRISK_LEAD_LONGEST, -9, left, KNOTS);
    printf("a mine: half of them within %.1f years; after nine years of waiting, %.1f more\n",
           mine[128] / 65536.0, left[128] / 65536.0);
    minrisk_lead_empirical(NULL, seen, sizeof seen / sizeof *seen, mine, KNOTS);
    minrisk_lead_weibull(3, 17, left, KNOTS);
    printf("half of seven that were seen within %.1f years; by a Weibull law of scale 17, %.1f\n",
           mine[128] / 65536.0, left[128] / 65536.0);
}

static void print_quantile(const minrisk_tally *tally, double q)
{
    minrisk_when low, value, high;

    minrisk_forecast_quantile(tally, q, &low, &value, &high);
    if (value.known & MINRISK_KNOWS_FIRST) {
        printf("P%.0f %.1f years (%.1f to %.1f)\n", 100 * q, value.first, low.first, high.first);
    } else {
        printf("P%.0f %s\n", 100 * q, minrisk_when_text(value.status));
    }
}

static void print_answer(const minrisk_tally *tally)
{
    minrisk_estimate p;
    uint32_t bit;

    print_quantile(tally, 0.1);
    print_quantile(tally, 0.5);
    print_quantile(tally, 0.9);
    minrisk_forecast_within(tally, 1, &p);
    printf("within a year %.2f to %.2f %%; not within 40 years %.1f %%\n", 100 * p.low,
           100 * p.high, 100.0 * tally->never / tally->trials);
    for (bit = 1; bit != 0; bit <<= 1) {
        if (tally->assumptions & bit) {
            printf("    if %s\n", minrisk_assumption_text(bit));
        }
    }
}

/* The same chain by its law, without a trial. */
static void print_law(const minrisk_model *model)
{
    static const double year[] = {10, 15, 20, 30, 40};
    static double work_of_law[8000];
    double p[5];
    int32_t kind;
    int i;

    if (minrisk_law_workspace(model, 12) <= 8000 &&
        minrisk_law(model, 12, year, 5, p, &kind, work_of_law, 8000) == MINRISK_OK) {
        for (i = 0; i < 5; i++) {
            printf("by year %2.0f, by the law: %5.1f %%\n", year[i], 100 * p[i]);
        }
    }
}

int main(void)
{
    static const double tonnes[PROJECTS] = {1200, 1000, 1100, 1000},
                        needed[PROJECTS] = {800, 800, 800, 800};
    static const uint32_t stage[PROJECTS] = {0, 1, 2, 3}, slip[PROJECTS] = {0, 1, 2, 3};
    static const uint32_t slipped[PROJECTS] = {2, 1, 1, 1};
    static const uint32_t phase[] = {PERMIT, BUILD,   RAMP_UP, SEPARATION, RAMP_UP,
                                     METAL,  RAMP_UP, MAGNET,  RAMP_UP};
    static const size_t phase_first[PROJECTS + 1] = {0, 3, 5, 7, 9};
    static const uint32_t slip_table[PROJECTS] = {SLIP, SLIP, SLIP, SLIP}, delay[] = {DELAY};
    static const uint64_t everywhere[] = {1};
    static const uint32_t all_stages[] = {15};
    uint64_t slip_chance[PROJECTS], success[PROJECTS], shock_chance[1];
    uint32_t capacity[PROJECTS], need[PROJECTS];
    int32_t work[WORK];
    minrisk_model model = {0};
    minrisk_trial trial;
    minrisk_tally first, second;
    double rounding;
    int i;

    compile_leads();
    print_shapes();
    minrisk_units(tonnes, NULL, PROJECTS, 1, capacity, &rounding);
    minrisk_units(needed, NULL, PROJECTS, 1, need, &rounding);
    for (i = 0; i < PROJECTS; i++) {
        minrisk_chance(0.83, &slip_chance[i]);
        minrisk_chance(i == 0 ? 0.6 : 0.9, &success[i]);
    }
    minrisk_chance(0.2, shock_chance);

    model.projects = PROJECTS;
    model.stage = stage;
    model.capacity = capacity;
    model.success = success;
    model.phase_first = phase_first;
    model.phase = phase;
    model.slip = slip;
    model.slipped = slipped;
    model.tables = TABLES;
    model.table_len = KNOTS;
    model.table = table;
    model.stages = PROJECTS;
    model.need = need;
    model.slips = PROJECTS;
    model.slip_chance = slip_chance;
    model.slip_table = slip_table;
    model.shocks = 1;
    model.shock_chance = shock_chance;
    model.shock_table = delay;
    model.shock_countries = everywhere;
    model.shock_stages = all_stages;
    model.horizon = 40 * MINRISK_TICKS_PER_YEAR;
    if (minrisk_forecast_workspace(&model) > WORK) {
        return 1;
    }

    minrisk_forecast_trial(&model, 2026, 0, work, WORK, NULL, &trial);
    if (trial.first == MINRISK_TICK_NEVER) {
        printf("the first trial: not within the horizon\n");
    } else {
        printf("the first trial: %.1f years\n", trial.first / 65536.0);
    }
    minrisk_tally_init(&first, minrisk_tally_sizeof());
    minrisk_tally_init(&second, minrisk_tally_sizeof());
    minrisk_forecast_run(&model, 2026, 0, TRIALS / 2, work, WORK, &first);
    minrisk_forecast_run(&model, 2026, TRIALS / 2, TRIALS / 2, work, WORK, &second);
    minrisk_tally_merge(&first, &second);
    print_answer(&first);
    print_law(&model);
    return 0;
}
