/* SPDX-License-Identifier: MIT */
/* Three mines under way: which of them matters, and how much more would it take? */
#include "minrisk.h"

#include <stdio.h>

enum { MINES = 3, KNOTS = 65, WORK = 200, LAW_WORK = 4000 };

static const char *const name[MINES] = {"the first", "the second", "the big one"};

/* Dates as planned: a crossing, and how it moves. 0 if a call was refused. */
static int print_slopes(void)
{
    static const double start[MINES] = {3, 5, 20}, ramp[MINES] = {4, 2, 2};
    static const double capacity[MINES] = {40, 40, 100}, year[] = {0, 40}, need[] = {50, 90};
    double by_capacity[MINES], by_lead[MINES], work[WORK];
    minrisk_when when;
    size_t pivotal;
    int i;

    if (minrisk_when_covered(start, ramp, capacity, NULL, MINES, year, need, 2, 0, 40, work, WORK,
                             &when) != MINRISK_OK ||
        minrisk_plan_slopes(start, ramp, capacity, MINES, 1, when.first, by_capacity, by_lead,
                            &pivotal) != MINRISK_OK) {
        return 0;
    }
    printf("covered in %.2f years\n", when.first);
    for (i = 0; i < MINES; i++) {
        printf("    %-16s a year later: %+.2f years; ten units more: %+.2f years\n", name[i],
               by_lead[i], 10 * by_capacity[i]);
    }
    return 1;
}

/* What would do in the place of waiting: by year five, with a plant half ramped up by then. */
static int print_needed(void)
{
    static const double start[MINES] = {3, 5, 20}, ramp[MINES] = {4, 2, 2};
    static const double capacity[MINES] = {40, 40, 100}, year[] = {0, 40}, need[] = {50, 90};
    minrisk_projects projects = {0};
    minrisk_condition condition = {0};
    minrisk_needed needed;
    double work[WORK];

    projects.count = MINES;
    projects.start = start;
    projects.ramp = ramp;
    projects.capacity = capacity;
    condition.kind = MINRISK_COVERAGE;
    condition.fraction = 1.0;
    condition.knots = 2;
    condition.need_year = year;
    condition.need = need;
    if (minrisk_plan_needed(&projects, &condition, 5, 0.5, work, WORK, &needed) != MINRISK_OK) {
        return 0;
    }
    printf("year 5 lacks %.0f: a plant of %.0f, or %.0f more each year, or a stock of %.1f\n",
           needed.deficit, needed.nameplate, needed.slope, needed.stock);
    return 1;
}

/* Three mines of which lead times are known as a law, and a plant that they feed. */
static void set_model(minrisk_model *model)
{
    static const uint32_t capacity[] = {40, 40, 100, 60}, phase[] = {0, 0, 0, 1};
    static const uint32_t stage[] = {0, 0, 0, 1}, need[] = {60, 60};
    static const size_t phase_first[] = {0, 1, 2, 3, 4};
    static int32_t table[2 * KNOTS];

    minrisk_lead_pert(3, 6, 14, table, KNOTS);
    minrisk_lead_pert(4, 7, 9, table + KNOTS, KNOTS);
    model->projects = MINES + 1;
    model->stage = stage;
    model->capacity = capacity;
    model->phase_first = phase_first;
    model->phase = phase;
    model->tables = 2;
    model->table_len = KNOTS;
    model->table = table;
    model->stages = 2;
    model->need = need;
    model->horizon = 40 * MINRISK_TICKS_PER_YEAR;
}

/* Chances by a date: importance, and capacity for nine chances in ten. */
static int print_chances(void)
{
    static const double expected[] = {1.5};
    static const uint32_t capacity[MINES] = {40, 40, 100}, small[] = {20};
    static double law_work[LAW_WORK];
    double chance[MINES + 1], importance[MINES], work[61], unnamed;
    minrisk_model model = {0};
    uint32_t extra;
    int i;

    set_model(&model);
    if (minrisk_law_started(&model, 4, 7, chance, law_work, LAW_WORK) != MINRISK_OK) {
        return 0;
    }
    printf("each mine after PERT(3, 6, 14) years, independent of the others\n");
    minrisk_plan_importance(chance, capacity, MINES, 60, importance, work, 61);
    minrisk_plan_capacity(chance, capacity, MINES, 60, 0.9, &extra, work, 61);
    for (i = 0; i < MINES; i++) {
        printf("    %-16s by year 7: chance %.2f, importance %.2f\n", name[i], chance[i],
               importance[i]);
    }
    printf("nine chances in ten take %lu units more\n", (unsigned long)extra);
    minrisk_plan_unnamed(expected, small, 1, extra, &unnamed, work, 61);
    printf("mines of 20 that nobody has announced yet, 1.5 of them, give that with %.2f\n",
           unnamed);
    return 1;
}

/* Which stage comes last, by the law. */
static int print_bottleneck(void)
{
    static double law_work[LAW_WORK];
    double last[2];
    minrisk_model model = {0};
    int32_t kind;

    set_model(&model);
    if (minrisk_law_bottleneck(&model, 4, last, &kind, law_work, LAW_WORK) != MINRISK_OK) {
        return 0;
    }
    printf("the mines come last with %.2f, the plant with %.2f\n", last[0], last[1]);
    return 1;
}

/* What the answer is without one of them, in the very same trials, and by the law. */
static int print_without(void)
{
    static double law_work[LAW_WORK];
    int32_t work[WORK], kind;
    const double year = 10;
    minrisk_model model = {0};
    double by_law;
    uint32_t i;

    set_model(&model);
    for (i = 0; i < MINES; i++) {
        minrisk_tally tally;
        minrisk_estimate p;
        minrisk_tally_init(&tally, sizeof tally);
        if (minrisk_plan_without(&model, MINRISK_WITHOUT_PROJECT, i, 1, 0, 2000, work, WORK,
                                 &tally) != MINRISK_OK ||
            minrisk_plan_law(&model, MINRISK_WITHOUT_PROJECT, i, 4, &year, 1, &by_law, &kind,
                             law_work, LAW_WORK) != MINRISK_OK) {
            return 0;
        }
        minrisk_forecast_within(&tally, year, &p);
        printf("    without %-16s by year 10: %.2f of the trials, %.2f by the law\n", name[i],
               p.value, by_law);
    }
    return 1;
}

int main(void)
{
    return print_slopes() && print_needed() && print_chances() && print_bottleneck() &&
                   print_without()
               ? 0
               : 1;
}
