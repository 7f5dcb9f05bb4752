/* SPDX-License-Identifier: MIT */
/* The figures of the page, by the library as it is built here. Reads questions, one after another:
 *
 *     market GUIDELINE RESIDUAL HOLDERS CAP N QUANTITY...
 *     plan ALLIED GROWTH SUCCESS HORIZON TRIALS SEED FANS STAGES PROJECTS
 *         NEED...
 *         then for each project: STAGE ALLY CAPACITY START RAMP CHANCE PHASES LOW LIKELY HIGH...
 *
 * and prints a line for each figure: its name and its bits, or a whole number. */
#include "minrisk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SUPPLIERS = 20000, MOST_STAGES = 8, MOST_PROJECTS = 48, MOST_PHASES = 192 };
enum { KNOTS = 257, MOST_YEARS = 61, DATES = 61, MOST_PERCENT = 400, WORK = 4096 };

static void stop(const char *what)
{
    fprintf(stderr, "native: %s\n", what);
    exit(1);
}

static void must(minrisk_status status)
{
    if (status != MINRISK_OK) {
        stop(minrisk_status_text(status));
    }
}

static double number(void)
{
    char word[64];

    if (scanf("%63s", word) != 1) {
        stop("a number is missing");
    }
    return strtod(word, NULL);
}

static size_t count(size_t most)
{
    double value = number();

    if (!(value >= 0 && value <= (double)most)) {
        stop("too many");
    }
    return (size_t)value;
}

static void print_bits(const char *name, double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    printf("%s %08lx%08lx\n", name, (unsigned long)(bits >> 32),
           (unsigned long)(bits & 0xffffffffu));
}

/* --- market ---------------------------------------------------------------------------------- */

static double quantity[MOST_SUPPLIERS];

static void print_effective(size_t n, double residual, const minrisk_interval *hhi)
{
    double one;

    if (residual > 0) {
        print_bits("effective-low", 1 / hhi->high);
        print_bits("effective-high", 1 / hhi->low);
        return;
    }
    must(minrisk_effective_suppliers(quantity, n, &one));
    print_bits("effective-low", one);
    print_bits("effective-high", one);
}

static void print_tops(size_t n, double coverage)
{
    static const size_t top[] = {1, 3, 5};
    static const char *const name[] = {"top-1", "top-3", "top-5"};
    double share;
    int i;

    for (i = 0; i < 3; i++) {
        must(minrisk_top_share(quantity, n, top[i], &share));
        print_bits(name[i], share * coverage);
    }
}

static void market(void)
{
    int32_t guideline = (int32_t)number(), low, high;
    double residual = number(), coverage, named;
    size_t holders = count(1000000), n, i;
    double cap = number();
    minrisk_interval hhi;

    n = count(MOST_SUPPLIERS);
    for (i = 0; i < n; i++) {
        quantity[i] = number();
    }
    must(minrisk_hhi_bounds(quantity, n, residual, holders, cap, &hhi));
    must(minrisk_coverage(quantity, n, residual, &coverage));
    must(minrisk_hhi(quantity, n, &named));
    must(minrisk_classify(hhi.low, guideline, &low));
    must(minrisk_classify(hhi.high, guideline, &high));
    print_bits("hhi-low", hhi.low);
    print_bits("hhi-high", hhi.high);
    print_bits("named", named);
    print_effective(n, residual, &hhi);
    print_bits("coverage", coverage);
    print_tops(n, coverage);
    printf("class-low %ld\nclass-high %ld\n", (long)low, (long)high);
}

/* --- plan ------------------------------------------------------------------------------------ */

static struct {
    double allied, growth, success;
    long horizon, trials, seed, fans;
    size_t stages, projects, phases, knots;
    double need[MOST_STAGES * MOST_YEARS], capacity[MOST_PROJECTS], weight[MOST_PROJECTS];
    double ramp_years[MOST_PROJECTS];
} asked;

static int32_t table[MOST_PHASES * KNOTS];
static uint32_t stage[MOST_PROJECTS], capacity[MOST_PROJECTS], phase[MOST_PHASES];
static int32_t base[MOST_PROJECTS], ramp[MOST_PROJECTS], tick[MOST_STAGES * MOST_YEARS];
static uint64_t success[MOST_PROJECTS];
static size_t phase_first[MOST_PROJECTS + 1], need_first[MOST_STAGES + 1];
static uint32_t need[MOST_STAGES * MOST_YEARS];
static int32_t work[WORK];
static uint32_t seen[MOST_STAGES][DATES][MOST_PERCENT + 1];

/* To the nearest tick, halves up. */
static int32_t ticks(double years)
{
    return (int32_t)floor(years * 65536 + 0.5);
}

static void read_project(size_t p)
{
    double chance;
    size_t phases, i;

    stage[p] = (uint32_t)count(MOST_STAGES);
    asked.weight[p] = number() > 0 ? asked.allied / 100 : 1;
    asked.capacity[p] = number();
    base[p] = ticks(number());
    ramp[p] = ticks(number());
    chance = number() / 100 * (asked.success / 100);
    must(minrisk_chance(chance < 1 ? chance : 1, &success[p]));
    phases = count(4);
    for (i = 0; i < phases; i++, asked.phases++) {
        double low = number(), likely = number(), high = number();

        must(minrisk_lead_pert(low, likely, high, table + asked.phases * KNOTS, KNOTS));
        phase[asked.phases] = (uint32_t)asked.phases;
    }
    phase_first[p + 1] = asked.phases;
}

static void read_plan(void)
{
    size_t s, y, p;

    memset(&asked, 0, sizeof asked);
    asked.allied = number();
    asked.growth = number();
    asked.success = number();
    asked.horizon = (long)number();
    asked.trials = (long)number();
    asked.seed = (long)number();
    asked.fans = (long)number();
    asked.stages = count(MOST_STAGES);
    asked.projects = count(MOST_PROJECTS);
    asked.knots = asked.growth > 0 || asked.growth < 0 ? (size_t)asked.horizon + 1 : 1;
    for (s = 0; s < asked.stages; s++) {
        double *years = asked.need + s * asked.knots;

        years[0] = number();
        for (y = 1; y < asked.knots; y++) {
            years[y] = years[y - 1] * (1 + asked.growth / 100);
        }
    }
    for (p = 0; p < asked.projects; p++) {
        read_project(p);
    }
}

/* The largest quantity is 2^24 units. */
static double unit_of_plan(void)
{
    double largest = 0, sum[MOST_STAGES] = {0};
    size_t i;

    for (i = 0; i < asked.projects; i++) {
        sum[stage[i]] += asked.capacity[i];
    }
    for (i = 0; i < asked.stages; i++) {
        largest = sum[i] > largest ? sum[i] : largest;
    }
    for (i = 0; i < asked.stages * asked.knots; i++) {
        largest = asked.need[i] > largest ? asked.need[i] : largest;
    }
    return largest / 16777216;
}

static void make_model(minrisk_model *model)
{
    double unit = unit_of_plan(), rounding;
    size_t i;

    must(minrisk_units(asked.capacity, asked.weight, asked.projects, unit, capacity, &rounding));
    must(minrisk_units(asked.need, NULL, asked.stages * asked.knots, unit, need, &rounding));
    for (i = 0; i <= asked.stages; i++) {
        need_first[i] = i * asked.knots;
    }
    for (i = 0; i < asked.stages * asked.knots; i++) {
        tick[i] = (int32_t)(i % asked.knots) * 65536;
    }
    memset(model, 0, sizeof *model);
    model->projects = asked.projects;
    model->stage = stage;
    model->capacity = capacity;
    model->base = base;
    model->ramp = ramp;
    model->success = success;
    model->phase_first = phase_first;
    model->phase = phase;
    model->tables = asked.phases;
    model->table_len = KNOTS;
    model->table = table;
    model->stages = asked.stages;
    model->need_first = asked.knots > 1 ? need_first : NULL;
    model->need_tick = asked.knots > 1 ? tick : NULL;
    model->need = need;
    model->horizon = (int32_t)asked.horizon * 65536;
}

static void print_when(const char *name, const char *end, const minrisk_when *when)
{
    char both[40];

    snprintf(both, sizeof both, "%s-%s", name, end);
    if (when->known & MINRISK_KNOWS_FIRST) {
        print_bits(both, when->first);
    } else {
        printf("%s %ld\n", both, (long)when->status);
    }
}

static void print_tally(const minrisk_tally *tally)
{
    static const char *const name[] = {"p10", "p50", "p90"};
    static const double q[] = {0.1, 0.5, 0.9};
    minrisk_when low, value, high;
    minrisk_estimate chance;
    char line[40];
    size_t i;

    for (i = 0; i < 3; i++) {
        must(minrisk_forecast_quantile(tally, q[i], &low, &value, &high));
        print_when(name[i], "low", &low);
        print_when(name[i], "value", &value);
        print_when(name[i], "high", &high);
    }
    for (i = 0; i < DATES; i++) {
        must(minrisk_forecast_within(tally, (double)(i * (size_t)asked.horizon) / 60, &chance));
        snprintf(line, sizeof line, "within-%lu-low", (unsigned long)i);
        print_bits(line, chance.low);
        snprintf(line, sizeof line, "within-%lu-value", (unsigned long)i);
        print_bits(line, chance.value);
        snprintf(line, sizeof line, "within-%lu-high", (unsigned long)i);
        print_bits(line, chance.high);
    }
    printf("never %lu\nalready %lu\nlost %lu\nassumptions %lu\n", (unsigned long)tally->never,
           (unsigned long)tally->already, (unsigned long)tally->lost,
           (unsigned long)tally->assumptions);
    for (i = 0; i < asked.stages; i++) {
        printf("bottleneck-%lu %lu\n", (unsigned long)i, (unsigned long)tally->bottleneck[i]);
    }
}

/* Supply over need, for the starts of one trial. */
static void see_trial(const minrisk_model *model, const double *year, long trial)
{
    static double room[WORK], supply[DATES], wanted[DATES], knots[MOST_STAGES * MOST_YEARS];
    static double start[MOST_PROJECTS], units[MOST_PROJECTS], years[MOST_YEARS];
    minrisk_projects projects = {0};
    int32_t begin[MOST_PROJECTS];
    minrisk_trial unused;
    size_t i, s;

    must(minrisk_forecast_trial(model, (uint64_t)asked.seed, (uint64_t)trial, work, WORK, begin,
                                &unused));
    for (i = 0; i < asked.projects; i++) {
        start[i] = begin[i] == MINRISK_TICK_NEVER ? (double)asked.horizon + 1 : begin[i] / 65536.0;
        asked.ramp_years[i] = ramp[i] / 65536.0;
        units[i] = capacity[i];
    }
    for (i = 0; i < asked.stages * asked.knots; i++) {
        knots[i] = need[i];
        years[i % asked.knots] = (double)(i % asked.knots);
    }
    projects.count = asked.projects;
    projects.start = start;
    projects.ramp = asked.ramp_years;
    projects.capacity = units;
    projects.stage = stage;
    for (s = 0; s < asked.stages; s++) {
        minrisk_condition condition = {0};

        condition.kind = MINRISK_COVERAGE;
        condition.stage = (uint32_t)s;
        condition.fraction = 1;
        condition.knots = asked.knots;
        condition.need_year = years;
        condition.need = knots + s * asked.knots;
        must(minrisk_outlook(&projects, &condition, year, DATES, room, WORK, supply, wanted, NULL));
        for (i = 0; i < DATES; i++) {
            double percent = floor(100 * supply[i] / wanted[i]);

            seen[s][i][percent < MOST_PERCENT ? (size_t)percent : MOST_PERCENT]++;
        }
    }
}

static void print_fan(void)
{
    static const double q[] = {0.1, 0.25, 0.5, 0.75, 0.9};
    size_t s, i, k;

    for (s = 0; s < asked.stages; s++) {
        for (k = 0; k < 5; k++) {
            printf("fan-%lu-%lu", (unsigned long)s, (unsigned long)k);
            for (i = 0; i < DATES; i++) {
                size_t percent = 0;
                uint32_t within = seen[s][i][0];

                while (within < q[k] * (double)asked.fans) {
                    within += seen[s][i][++percent];
                }
                printf("%c%lu", i == 0 ? ' ' : ',', (unsigned long)percent);
            }
            printf("\n");
        }
    }
}

static void plan(void)
{
    double year[DATES];
    minrisk_model model;
    minrisk_tally tally;
    long i;

    read_plan();
    make_model(&model);
    must(minrisk_tally_init(&tally, sizeof tally));
    must(minrisk_forecast_run(&model, (uint64_t)asked.seed, 0, (uint32_t)asked.trials, work, WORK,
                              &tally));
    print_tally(&tally);
    memset(seen, 0, sizeof seen);
    for (i = 0; i < DATES; i++) {
        year[i] = (double)(i * asked.horizon) / 60;
    }
    for (i = 0; i < asked.fans; i++) {
        see_trial(&model, year, i);
    }
    print_fan();
}

int main(void)
{
    char what[16];

    while (scanf("%15s", what) == 1) {
        if (strcmp(what, "market") == 0) {
            market();
        } else if (strcmp(what, "plan") == 0) {
            plan();
        } else {
            stop("neither market nor plan");
        }
        printf("end\n");
    }
    return 0;
}
