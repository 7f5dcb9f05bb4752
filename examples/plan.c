/* SPDX-License-Identifier: MIT */
/* Three mines under way: which of them matters, and how much more would it take? */
#include "minrisk.h"

#include <stdio.h>

enum { MINES = 3, KNOTS = 65, WORK = 200 };

static const char *const name[MINES] = {"the large one", "the certain one", "the late one"};

/* Dates as planned: a crossing, and how it moves. */
static void print_slopes(void)
{
    static const double start[MINES] = {3, 5, 20}, ramp[MINES] = {4, 2, 2};
    static const double capacity[MINES] = {40, 40, 100}, year[] = {0, 40}, need[] = {50, 90};
    double by_capacity[MINES], by_lead[MINES], work[7 * MINES + 4];
    minrisk_when when;
    size_t pivotal;
    int i;

    if (minrisk_when_covered(start, ramp, capacity, NULL, MINES, year, need, 2, 0, 40, work,
                             sizeof work / sizeof *work, &when) != MINRISK_OK ||
        minrisk_plan_slopes(start, ramp, capacity, MINES, 1, when.first, by_capacity, by_lead,
                            &pivotal) != MINRISK_OK) {
        return;
    }
    printf("covered in %.2f years\n", when.first);
    for (i = 0; i < MINES; i++) {
        printf("    %-16s a year later: %+.2f years; ten units more: %+.2f years\n", name[i],
               by_lead[i], 10 * by_capacity[i]);
    }
}

/* Chances by a date: importance, and capacity for nine chances in ten. */
static void print_chances(void)
{
    static const double chance[MINES] = {0.5, 0.9, 0.3};
    static const uint32_t capacity[MINES] = {40, 40, 100};
    double importance[MINES], work[61];
    uint32_t extra;
    int i;

    minrisk_plan_importance(chance, capacity, MINES, 60, importance, work, 61);
    minrisk_plan_capacity(chance, capacity, MINES, 60, 0.9, &extra, work, 61);
    for (i = 0; i < MINES; i++) {
        printf("    %-16s importance %.2f\n", name[i], importance[i]);
    }
    printf("nine chances in ten take %lu units more\n", (unsigned long)extra);
}

/* Lead times: what the answer is without one of them, in the very same trials. */
static void print_without(void)
{
    static const uint32_t capacity[MINES] = {40, 40, 100}, phase[MINES] = {0, 0, 0}, need[] = {60};
    static const size_t phase_first[MINES + 1] = {0, 1, 2, 3};
    static int32_t table[KNOTS];
    int32_t work[WORK];
    minrisk_model model = {0};
    uint32_t i;

    minrisk_lead_pert(3, 6, 14, table, KNOTS);
    model.projects = MINES;
    model.capacity = capacity;
    model.phase_first = phase_first;
    model.phase = phase;
    model.tables = 1;
    model.table_len = KNOTS;
    model.table = table;
    model.stages = 1;
    model.need = need;
    model.horizon = 40 * MINRISK_TICKS_PER_YEAR;
    for (i = 0; i < MINES; i++) {
        minrisk_tally tally;
        minrisk_when low, value, high;
        minrisk_tally_init(&tally, sizeof tally);
        minrisk_plan_without(&model, MINRISK_WITHOUT_PROJECT, i, 1, 0, 2000, work, WORK, &tally);
        minrisk_forecast_quantile(&tally, 0.5, &low, &value, &high);
        printf("    without %-16s half of the trials by %.1f years\n", name[i], value.first);
    }
}

int main(void)
{
    print_slopes();
    print_chances();
    print_without();
    return 0;
}
