/* SPDX-License-Identifier: MIT */
/* When dated projects cover a need, alone and as stages of one chain; all memory is the caller's. */
#include "minrisk.h"

#include <stdio.h>

enum { PROJECTS = 3, KNOTS = 2, STAGES = 2, DATES = 3, WORK = 256 };

static void print_when(const char *question, const minrisk_when *when)
{
    printf("%s: %s", question, minrisk_when_text(when->status));
    if (when->known & MINRISK_KNOWS_FIRST) {
        printf(", first after %.2f years", when->first);
    }
    if (when->known & MINRISK_KNOWS_LOST) {
        printf(", lost after %.2f", when->lost);
    }
    if (when->known & MINRISK_KNOWS_PERMANENT) {
        printf(", for good after %.2f", when->permanent);
    }
    printf(" (condition %u binds)\n", (unsigned)when->binding);
}

int main(void)
{
    /* A mine that is worked out after five years at capacity, its successor, and a refinery: years
     * from now, tonnes a year. */
    const double start[PROJECTS] = {2, 14, 9};
    const double ramp[PROJECTS] = {1, 1, 1};
    const double capacity[PROJECTS] = {60, 60, 60};
    const double life[PROJECTS] = {5, 100, 100};
    const uint32_t stage[PROJECTS] = {0, 0, 1};
    const double year[KNOTS] = {0, 20};
    const double need[KNOTS] = {40, 50};
    const double dates[DATES] = {1, 5, 10};
    double dependence[DATES], deficit;
    double work[WORK];
    int i;
    minrisk_when when;
    minrisk_projects projects = {.count = PROJECTS,
                                 .start = start,
                                 .ramp = ramp,
                                 .capacity = capacity,
                                 .life = life,
                                 .stage = stage};
    minrisk_condition condition[STAGES] = {{.kind = MINRISK_COVERAGE,
                                            .stage = 0,
                                            .fraction = 1.0,
                                            .knots = KNOTS,
                                            .need_year = year,
                                            .need = need},
                                           {.kind = MINRISK_COVERAGE,
                                            .stage = 1,
                                            .fraction = 1.0,
                                            .knots = KNOTS,
                                            .need_year = year,
                                            .need = need}};

    if (minrisk_when_covered_workspace(2, KNOTS) > WORK ||
        minrisk_when_met_workspace(&projects, condition, STAGES) > WORK) {
        printf("the workspace is too small\n");
        return 1;
    }
    minrisk_when_covered(start, ramp, capacity, life, 2, year, need, KNOTS, 0, 30, work, WORK,
                         &when);
    print_when("ore", &when);
    minrisk_when_met(&projects, condition, STAGES, 0, 30, work, WORK, &when);
    print_when("ore and metal together", &when);

    /* What is lacking on the way, and the stock that would bridge it. */
    minrisk_outlook(&projects, &condition[0], dates, DATES, work, WORK, NULL, NULL, dependence);
    for (i = 0; i < DATES; i++) {
        printf("ore after %.0f years: %.0f %% of the need is lacking\n", dates[i],
               100 * dependence[i]);
    }
    minrisk_deficit(&projects, &condition[0], 0, 30, work, WORK, &deficit);
    printf("ore lacking in 30 years: %.1f t\n", deficit);
    condition[0].kind = MINRISK_BRIDGED;
    condition[0].stock = 250;
    minrisk_when_met(&projects, condition, 1, 0, 30, work, WORK, &when);
    print_when("a cut-off that a stock of 250 t bridges", &when);
    return 0;
}
