/* SPDX-License-Identifier: MIT */
/* The cases of forecast.json: random words, tables, trials to the bit, laws, and the article's
 * chain. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "forecast_reach.h"
#include "lead_table.h"
#include "minrisk.h"
#include "random.h"
#include "support/check.h"
#include "vectors/reader.h"

enum { MOST = 64, KNOTS = 1025, WORK = 4000, LAW_WORK = 400000, CASES = 55 };

static char id[16];
static double law_work[LAW_WORK];
static int32_t work[WORK];

static int is(const char *name)
{
    return strncmp(id, name, strlen(name)) == 0;
}

static const char *input(const char *c, const char *name)
{
    return json_member(json_member(c, "input"), name);
}

static const char *expected(const char *c, const char *name)
{
    return json_member(json_member(c, "expected"), name);
}

static double number(const char *value)
{
    return json_number(value);
}

static uint64_t hexadecimal(const char *value)
{
    char text[24];
    json_copy(value, text, sizeof text);
    return strtoull(text, NULL, 16);
}

static size_t numbers(const char *array, double *out)
{
    size_t n = json_length(array);
    assert_true(n <= MOST);
    for (size_t i = 0; i < n; i++)
        out[i] = number(json_item(array, i));
    return n;
}

static void assert_numbers(const char *array, const double *actual, double tolerance)
{
    for (size_t i = 0; i < json_length(array); i++)
        assert_near(actual[i], number(json_item(array, i)), tolerance);
}

/* --- words and tables ------------------------------------------------------------------------- */

static void words(const char *c)
{
    uint32_t key[4], counter[4], word[4];
    for (size_t i = 0; i < 4; i++) {
        key[i] = (uint32_t)hexadecimal(json_item(input(c, "key"), i));
        counter[i] = (uint32_t)hexadecimal(json_item(input(c, "counter"), i));
    }
    minrisk_random_block(key, counter, word);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(word[i], hexadecimal(json_item(expected(c, "words"), i)));
}

static void draws(const char *c)
{
    double knots[MOST];
    int32_t table[MOST];
    size_t n = numbers(input(c, "knots_ticks"), knots);
    for (size_t i = 0; i < n; i++)
        table[i] = (int32_t)knots[i];
    assert_int_equal(
        minrisk_lead_draw(table, minrisk_lead_bits(n), (uint32_t)hexadecimal(input(c, "u"))),
        number(expected(c, "ticks")));
}

static void compiled(const char *c)
{
    static int32_t table[257];
    size_t n = (size_t)number(input(c, "N")) + 1;
    const char *knots = expected(c, "knots_years");
    static const char *const names[] = {"0",  "1",   "16",  "32",  "48", "63",
                                        "64", "128", "192", "255", "256"};
    double sum = 0;
    minrisk_status status = is("QT-11") || is("QT-12")
                                ? minrisk_lead_pert(2, 2.6, 5, table, n)
                                : minrisk_lead_lognormal(15.7, 5.4, table, n);
    assert_int_equal(status, MINRISK_OK);
    for (size_t i = 0; i < COUNT(names); i++) {
        const char *knot = json_member(knots, names[i]);
        if (knot != NULL)
            assert_near(table[atoi(names[i])] / 65536.0, number(knot), 0x1.01p-17);
    }
    for (size_t i = 1; i < n; i++)
        sum += 0.5 * ((double)table[i - 1] + (double)table[i]);
    assert_near(sum / (double)(n - 1) / 65536, number(expected(c, "table_mean")), 2e-6);
}

/* Over all words that differ in a table of four steps, 2^-18 each. */
static void moments(const char *c)
{
    double knots[MOST], sum = 0, squares = 0;
    int32_t table[MOST];
    const double words = 1 << 18;
    size_t n = numbers(input(c, "knots_ticks"), knots);
    for (size_t i = 0; i < n; i++)
        table[i] = (int32_t)knots[i];
    for (uint32_t i = 0; i < 1 << 18; i++) {
        double ticks = minrisk_lead_draw(table, minrisk_lead_bits(n), i << 14);
        sum += ticks;
        squares += ticks * ticks;
    }
    /* The steps of 2^-16 begin, and end a tick or more, below the next. */
    assert_near(sum / words, number(expected(c, "mean_ticks")), 4);
    assert_near(squares / words / number(expected(c, "var_ticks2")) -
                    sum / words * (sum / words) / number(expected(c, "var_ticks2")),
                1, 1e-4);
}

static double table_quantile(const int32_t *table, size_t steps, double u)
{
    size_t i = (size_t)(u * (double)steps);
    if (i == steps)
        return table[steps] / 65536.0;
    return (table[i] + (u * (double)steps - (double)i) * (table[i + 1] - table[i])) / 65536.0;
}

/* Between two knots of 1,024 the quantile bends by less than four ticks. */
static void shapes(const char *c)
{
    static int32_t table[KNOTS];
    double u[MOST], least, likely, most;
    const char *values = expected(c, is("DX-19") ? "q" : "quantiles");
    size_t n = numbers(input(c, is("DX-19") ? "u" : "q"), u);
    if (is("DX-12")) {
        assert_int_equal(
            minrisk_lead_lognormal(number(input(c, "mean")), number(input(c, "sd")), table, KNOTS),
            MINRISK_OK);
    } else {
        least = number(input(c, "min"));
        likely = number(input(c, "mode"));
        most = number(input(c, "max"));
        assert_int_equal(is("DX-19") ? minrisk_lead_triangular(least, likely, most, table, KNOTS)
                                     : minrisk_lead_pert(least, likely, most, table, KNOTS),
                         MINRISK_OK);
    }
    for (size_t i = 0; i < n; i++)
        assert_near(table_quantile(table, KNOTS - 1, u[i]), number(json_item(values, i)), 6e-5);
}

/* QT-15: two phases that pass all times together. */
static void saturation(const char *c)
{
    static const uint32_t one[] = {1}, phase[] = {0, 0};
    static const size_t first[] = {0, 2};
    int32_t table[2], start;
    minrisk_model m = {0};
    minrisk_trial t;
    table[0] = table[1] = (int32_t)number(json_item(input(c, "phase_ticks"), 0));
    m.projects = m.tables = m.stages = 1;
    m.capacity = m.need = one;
    m.phase = phase;
    m.phase_first = first;
    m.table_len = 2;
    m.table = table;
    m.horizon = MINRISK_MOST_HORIZON;
    assert_int_equal(minrisk_forecast_trial(&m, 1, 1, work, WORK, &start, &t), MINRISK_OK);
    assert_int_equal(start, MINRISK_TICK_NEVER);
    assert_int_equal(t.first, MINRISK_TICK_NEVER);
}

/* --- trials ----------------------------------------------------------------------------------- */

/* The projects of a case, as a model. */
typedef struct arrays {
    uint32_t id[MOST], capacity[MOST], stage[MOST], country[MOST], phase[MOST], need[MOST];
    int32_t base[MOST], ramp[MOST], table[MOST], tick[MOST];
    uint64_t success[MOST], shock_chance[4], shock_countries[4];
    uint32_t shock_table[4], shock_stages[4];
    size_t phase_first[MOST], need_first[MOST];
    uint64_t seed;
} arrays;

/* Capacities are counted in 2^-20 of the case's units: the case has exact fractions. */
enum { FINE = 1 << 20 };

static double member_or_0(const char *object, const char *name)
{
    const char *value = json_member(object, name);
    return value == NULL ? 0 : number(value);
}

static void take_tables(const char *c, arrays *a, minrisk_model *m)
{
    const char *tables = input(c, "tables");
    m->tables = json_length(tables);
    m->table_len = json_length(json_item(tables, 0));
    for (size_t t = 0; t < m->tables; t++)
        for (size_t i = 0; i < m->table_len; i++)
            a->table[t * m->table_len + i] = (int32_t)number(json_item(json_item(tables, t), i));
    m->table = a->table;
}

static void take_projects(const char *c, arrays *a, minrisk_model *m, size_t removed)
{
    const char *projects = input(c, "projects");
    for (size_t i = 0; i < json_length(projects); i++) {
        const char *project = json_item(projects, i), *phases = json_member(project, "phases");
        size_t p = m->projects;
        if (i == removed)
            continue;
        m->projects++;
        a->id[p] = (uint32_t)i;
        a->capacity[p] = (uint32_t)number(json_member(project, "cap")) * FINE;
        a->base[p] = (int32_t)number(json_member(project, "base"));
        a->success[p] = (uint64_t)number(json_member(project, "thr"));
        a->ramp[p] = (int32_t)member_or_0(project, "ramp");
        a->country[p] = (uint32_t)member_or_0(project, "country");
        a->stage[p] = (uint32_t)member_or_0(project, "stage");
        a->phase_first[p + 1] = a->phase_first[p] + json_length(phases);
        for (size_t f = 0; f < json_length(phases); f++)
            a->phase[a->phase_first[p] + f] = (uint32_t)number(json_item(phases, f));
    }
    m->id = a->id;
    m->capacity = a->capacity;
    m->base = a->base;
    m->success = a->success;
    m->ramp = a->ramp;
    m->country = a->country;
    m->stage = a->stage;
    m->phase_first = a->phase_first;
    m->phase = a->phase;
}

/* A number, one for each stage, or knots. */
static void take_needs(const char *c, arrays *a, minrisk_model *m)
{
    const char *need = input(c, "requirement");
    m->stages = 1;
    m->need = a->need;
    if (*need != '[') {
        a->need[0] = (uint32_t)number(need) * FINE;
    } else if (*json_item(need, 0) != '[') {
        m->stages = json_length(need);
        for (size_t i = 0; i < m->stages; i++)
            a->need[i] = (uint32_t)number(json_item(need, i)) * FINE;
    } else {
        a->need_first[1] = json_length(need);
        for (size_t i = 0; i < a->need_first[1]; i++) {
            a->tick[i] = (int32_t)number(json_item(json_item(need, i), 0)) * 65536;
            a->need[i] = (uint32_t)number(json_item(json_item(need, i), 1)) * FINE;
        }
        m->need_first = a->need_first;
        m->need_tick = a->tick;
    }
}

static void take_shocks(const char *c, arrays *a, minrisk_model *m)
{
    const char *shocks = input(c, "shocks");
    m->shocks = shocks == NULL ? 0 : json_length(shocks);
    for (size_t i = 0; i < m->shocks; i++) {
        const char *shock = json_item(shocks, i);
        a->shock_chance[i] = (uint64_t)number(json_member(shock, "thr"));
        a->shock_table[i] = (uint32_t)number(json_member(shock, "delay"));
        a->shock_countries[i] = (uint64_t)number(json_member(shock, "mask"));
        a->shock_stages[i] = 1;
    }
    m->shock_chance = a->shock_chance;
    m->shock_table = a->shock_table;
    m->shock_countries = a->shock_countries;
    m->shock_stages = a->shock_stages;
}

static minrisk_model take_model(const char *c, arrays *a)
{
    const char *removed = input(c, "removed_project");
    minrisk_model m = {0};
    memset(a, 0, sizeof *a);
    a->seed = hexadecimal(input(c, "seed"));
    m.horizon = input(c, "horizon") == NULL ? 6553600 : 65536 * 40;
    take_tables(c, a, &m);
    take_projects(c, a, &m, removed == NULL ? SIZE_MAX : (size_t)number(removed));
    take_needs(c, a, &m);
    take_shocks(c, a, &m);
    return m;
}

static minrisk_trial trial_of(const minrisk_model *m, uint64_t seed, uint64_t trial)
{
    minrisk_trial t;
    assert_int_equal(minrisk_forecast_trial(m, seed, trial, work, WORK, NULL, &t), MINRISK_OK);
    return t;
}

/* Ticks to the bit; years that are an exact crossing within the tick that follows it. */
static void assert_trials(const char *c, const minrisk_model *m, const arrays *a, const char *ticks,
                          const char *years, uint64_t first)
{
    const char *list = ticks == NULL ? years : ticks;
    for (size_t i = 0; i < json_length(list); i++) {
        const char *value = json_item(list, i);
        int32_t tick = trial_of(m, a->seed, first + i).first;
        if (json_is_null(value))
            assert_int_equal(tick, MINRISK_TICK_NEVER);
        else if (ticks != NULL)
            assert_int_equal(tick, number(value));
        else
            assert_in_range(tick, ceil(number(value) * 65536 - 1e-5),
                            ceil(number(value) * 65536 + 1e-5));
    }
    (void)c;
}

static minrisk_tally tally_of(const minrisk_model *m, uint64_t seed, uint64_t from, uint64_t to)
{
    minrisk_tally t;
    minrisk_tally_init(&t, sizeof t);
    assert_int_equal(minrisk_forecast_run(m, seed, from, (uint32_t)(to - from), work, WORK, &t),
                     MINRISK_OK);
    return t;
}

static int ascending(const void *a, const void *b)
{
    const int32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* MC-02: all 4,096 trials, one by one and as a tally. */
static void aggregate(const char *c, const minrisk_model *m, const arrays *a)
{
    static int32_t tick[4096];
    minrisk_tally t = tally_of(m, a->seed, 0, 4096);
    char name[8];
    int years[40] = {0};
    for (size_t i = 0; i < 4096; i++) {
        tick[i] = trial_of(m, a->seed, i).first;
        if (tick[i] != MINRISK_TICK_NEVER)
            years[tick[i] >> 16]++;
    }
    qsort(tick, 4096, sizeof *tick, ascending);
    assert_int_equal(t.never, number(expected(c, "never")));
    assert_int_equal(t.sum, number(expected(c, "sum_ticks")));
    assert_int_equal(t.squares[0], 703391567500191); /* in a string in the file */
    assert_int_equal(tick[0], number(expected(c, "min")));
    assert_int_equal(tick[4096 - 57 - 1], number(expected(c, "max")));
    assert_int_equal(tick[409], number(expected(c, "order_stat_410")));
    assert_int_equal(tick[2047], number(expected(c, "order_stat_2048")));
    for (int y = 0; y < 20; y++) {
        const char *count;
        (void)snprintf(name, sizeof name, "%d", y);
        count = json_member(expected(c, "year_hist"), name);
        assert_int_equal(years[y], count == NULL ? 0 : number(count));
    }
}

static void splits(const char *c, const minrisk_model *m, const arrays *a)
{
    const char *ranges = input(c, "splits");
    minrisk_tally sum;
    minrisk_tally_init(&sum, sizeof sum);
    for (size_t i = json_length(ranges); i-- > 0;) {
        const char *range = json_item(ranges, i);
        minrisk_tally t = tally_of(m, a->seed, (uint64_t)number(json_item(range, 0)),
                                   (uint64_t)number(json_item(range, 1)));
        assert_int_equal(t.never, number(json_item(expected(c, "never"), i)));
        assert_int_equal(t.sum, number(json_item(expected(c, "sum_ticks"), i)));
        assert_int_equal(minrisk_tally_merge(&sum, &t), MINRISK_OK);
    }
    assert_int_equal(sum.sum, number(expected(c, "total_sum")));
}

/* MC-05: the other projects' draws do not move. */
static void one_removed(const char *c, minrisk_model *m, const arrays *a)
{
    minrisk_tally t = tally_of(m, a->seed, 0, 4096);
    assert_trials(c, m, a, expected(c, "first16"), NULL, 0);
    assert_int_equal(t.never, number(expected(c, "never")));
    assert_int_equal(t.sum, number(expected(c, "sum_ticks")));
}

/* MC-06: the law of what never comes, and the trials beside it. */
static void never(const char *c, const minrisk_model *m, const arrays *a)
{
    static const double end[] = {100};
    double p;
    int32_t kind;
    minrisk_tally t = tally_of(m, a->seed, 0, 4096);
    assert_int_equal(minrisk_law(m, 12, end, 1, &p, &kind, law_work, LAW_WORK), MINRISK_OK);
    assert_int_equal(kind, MINRISK_LAW_EXACT);
    assert_near(1 - p, number(expected(c, "P_never")), 1e-12);
    assert_near(t.never / 4096.0, number(expected(c, "mc_never_fraction")), 0);
}

static void bottlenecks(const char *c, const minrisk_model *m, const arrays *a)
{
    minrisk_tally t = tally_of(m, a->seed, 0, 2048);
    assert_int_equal(t.never, number(expected(c, "never")));
    assert_int_equal(t.sum, number(expected(c, "sum_ticks")));
    for (size_t s = 0; s < 2; s++)
        assert_int_equal(t.bottleneck[s], number(json_item(expected(c, "bottleneck_counts"), s)));
}

static void trials(const char *c)
{
    static arrays a;
    minrisk_model m = take_model(c, &a);
    if (is("MC-02"))
        aggregate(c, &m, &a);
    else if (is("MC-03"))
        splits(c, &m, &a);
    else if (is("MC-05"))
        one_removed(c, &m, &a);
    else if (is("MC-06"))
        never(c, &m, &a);
    else if (is("MC-15"))
        bottlenecks(c, &m, &a);
    else
        assert_trials(c, &m, &a, expected(c, "T_ticks"), expected(c, "T_years"),
                      (uint64_t)number(json_item(input(c, "trials"), 0)));
}

/* --- shares and ranks ------------------------------------------------------------------------- */

static void wilson(const char *c)
{
    minrisk_tally t;
    minrisk_estimate p;
    minrisk_tally_init(&t, sizeof t);
    t.trials = (uint32_t)number(input(c, "n"));
    t.already = (uint32_t)number(input(c, "k"));
    t.never = t.trials - t.already;
    assert_int_equal(minrisk_forecast_within(&t, 0, &p), MINRISK_OK);
    assert_near(p.low, number(expected(c, "lo")), 1e-15);
    assert_near(p.value, number(expected(c, "p")), 1e-15);
    assert_near(p.high, number(expected(c, "hi")), 1e-15);
}

/* A month for each rank shows which ranks the ends are: a histogram around each of them. */
static int month_of_rank(uint32_t n, double q, uint32_t rank)
{
    minrisk_tally t;
    minrisk_when low, value, high;
    minrisk_tally_init(&t, sizeof t);
    t.trials = n;
    t.month[0] = rank - 1;
    t.month[11] = 1;
    t.month[23] = n - rank;
    assert_int_equal(minrisk_forecast_quantile(&t, q, &low, &value, &high), MINRISK_OK);
    return low.first > 0.9 && low.first < 1 ? 1 : high.first == 1 ? 2 : 0;
}

static void ranks(const char *c)
{
    const uint32_t n = (uint32_t)number(input(c, "n"));
    const uint32_t low = (uint32_t)number(expected(c, "rank_lo"));
    const uint32_t high = (uint32_t)number(expected(c, "rank_hi"));
    int lows = 0, highs = 0;
    for (int by = -1; by <= 1; by++) {
        lows += month_of_rank(n, number(input(c, "q")), low + (uint32_t)by) == 1;
        highs += month_of_rank(n, number(input(c, "q")), high + (uint32_t)by) == 2;
    }
    assert_int_equal(lows, 1);
    assert_int_equal(highs, 1);
}

/* --- laws of sums ----------------------------------------------------------------------------- */

static void convolution(const char *c)
{
    double a[MOST] = {0}, b[MOST] = {0}, sum[MOST];
    size_t n = json_length(expected(c, "pmf"));
    if (is("DX-01")) {
        numbers(input(c, "a"), a);
        numbers(input(c, "b"), b);
        minrisk_convolve(a, b, n, sum);
    } else {
        numbers(input(c, "pmf"), a);
        minrisk_convolve(a, a, n, b);
        minrisk_convolve(b, a, n, sum);
    }
    assert_numbers(expected(c, "pmf"), sum, 1e-15);
}

/* Phases that may each fail: their laws as they are, and the chances multiplied. */
static void defective(const char *c)
{
    const char *phases = input(c, "phases");
    double sum[MOST] = {1}, pmf[MOST], next[MOST], ever = 1;
    size_t n = json_length(expected(c, "pmf"));
    for (size_t i = 0; i < json_length(phases); i++) {
        memset(pmf, 0, sizeof pmf);
        numbers(json_member(json_item(phases, i), "pmf"), pmf);
        ever *= number(json_member(json_item(phases, i), "p_success"));
        minrisk_convolve(sum, pmf, n, next);
        memcpy(sum, next, sizeof sum);
    }
    for (size_t i = 0; i < n; i++)
        sum[i] *= ever;
    assert_numbers(expected(c, "pmf"), sum, 1e-15);
}

static void capacities(const char *c)
{
    double p[MOST], cap[MOST], mass[300];
    size_t n = numbers(input(c, "p"), p);
    numbers(input(c, "cap"), cap);
    for (size_t i = 0; i < json_length(input(c, "required")); i++) {
        size_t need = (size_t)number(json_item(input(c, "required"), i));
        minrisk_reach_begin(mass, need);
        for (size_t k = 0; k < n; k++)
            minrisk_reach_add(mass, need, (uint32_t)cap[k], p[k]);
        assert_near(mass[need], number(json_item(expected(c, "P_ge"), i)), 1e-14);
    }
}

static size_t cumulative(const char *pmf, double p, double *out, size_t steps)
{
    size_t n = json_length(pmf);
    double sum = 0;
    for (size_t i = 0; i < steps; i++) {
        sum += i < n ? number(json_item(pmf, i)) : 0;
        out[i] = p * sum;
    }
    return n;
}

static void first_passage(const char *c)
{
    static double started[4][MOST], need[MOST], state[4096], passed[MOST];
    minrisk_class class[4];
    size_t steps = numbers(input(c, "req"), need), classes = 1;
    if (input(c, "pmf") != NULL) {
        class[0].count = (uint32_t)number(input(c, "n"));
        class[0].capacity = (uint32_t)number(input(c, "cap"));
        cumulative(input(c, "pmf"), number(input(c, "p")), started[0], steps);
    } else {
        classes = json_length(input(c, "pmfs"));
        for (size_t i = 0; i < classes; i++) {
            class[i].count = 1;
            class[i].capacity = (uint32_t)number(json_item(input(c, "cap"), i));
            cumulative(json_item(input(c, "pmfs"), i), number(json_item(input(c, "p"), i)),
                       started[i], steps);
        }
    }
    for (size_t i = 0; i < classes; i++) {
        class[i].stage = 0;
        class[i].started = started[i];
    }
    minrisk_passage(class, classes, need, 1, steps, state,
                    minrisk_class_states(class, classes, 4096), passed);
    assert_numbers(expected(c, "cdf"), passed, 1e-12);
}

/* --- laws of models --------------------------------------------------------------------------- */

static int32_t tables[8][KNOTS];

static void law_of(const minrisk_model *m, uint32_t steps, const double *year, size_t n, double *p)
{
    int32_t kind;
    assert_true(minrisk_law_workspace(m, steps) <= LAW_WORK);
    assert_int_equal(minrisk_law(m, steps, year, n, p, &kind, law_work, LAW_WORK), MINRISK_OK);
    assert_int_equal(kind, MINRISK_LAW_EXACT);
}

/* Identical projects, the k-th of which counts, or phases of one; by a finer grid, the error falls
 * to that of a table's straight pieces. */
static void continuous(const char *c, double tolerance)
{
    static const uint32_t phases[MOST], ones[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const size_t one_each[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, four[] = {0, 4};
    const int sum = is("DX-10") || is("DX-11");
    uint32_t need[] = {sum ? 1 : 5};
    double year[MOST], p[MOST];
    uint64_t success[12];
    size_t n = numbers(input(c, sum ? "x" : "t"), year);
    minrisk_model m = {0};
    if (is("DX-07") || is("DX-09"))
        minrisk_lead_uniform(0, 10, tables[0], KNOTS);
    else if (is("DX-10"))
        minrisk_lead_uniform(0, 1, tables[0], KNOTS);
    else
        minrisk_lead_weibull(1, is("DX-08") ? 6 : 3, tables[0], KNOTS);
    m.projects = sum ? 1 : 12;
    m.capacity = ones;
    m.phase_first = sum ? four : one_each;
    m.phase = phases;
    m.tables = 1;
    m.table_len = KNOTS;
    m.table = tables[0];
    m.stages = 1;
    m.need = need;
    m.horizon = 20 * 65536;
    if (is("DX-09"))
        for (size_t i = 0; i < 12; i++) {
            minrisk_chance(0.6, &success[i]);
            m.success = success;
        }
    law_of(&m, 12, year, n, p);
    assert_numbers(expected(c, "cdf"), p, 30 * tolerance);
    law_of(&m, 96, year, n, p);
    assert_numbers(expected(c, "cdf"), p, tolerance);
}

/* --- laws of stages --------------------------------------------------------------------------- */

/* DX-04 and DX-05, step by step: a stage that comes in the same step as another is the last if it
 * is the lower one. */
static void last_stage(const char *c)
{
    enum { MOST_STEPS = 8 };
    const char *cdfs = input(c, "cdfs");
    const size_t stages = json_length(cdfs), steps = json_length(json_item(cdfs, 0));
    double before[4] = {0}, now[4], last[4] = {0}, by[MOST_STEPS];
    for (size_t i = 0; i < steps; i++) {
        for (size_t s = 0; s < stages; s++)
            now[s] = number(json_item(json_item(cdfs, s), i));
        minrisk_reach_last(before, now, stages, 1, 1, last);
        by[i] = last[0] + last[1] + last[2];
        memcpy(before, now, sizeof now);
    }
    if (is("DX-04"))
        assert_numbers(expected(c, "cdf"), by, 1e-14);
    else
        assert_numbers(expected(c, "p_bottleneck"), last, 1e-14);
    assert_near(1 - by[steps - 1], number(expected(c, "p_never")), 1e-14);
}

enum { FINE_KNOTS = 65537 };

/* Whole years by a distribution: at the knot i / 65,536 the first that has as much. */
static void whole_years(const char *cdf, int32_t *table)
{
    size_t t = 0;
    for (size_t i = 0; i < FINE_KNOTS; i++) {
        while (number(json_item(cdf, t)) < (double)i / (FINE_KNOTS - 1))
            t++;
        table[i] = (int32_t)t * 65536;
    }
}

/* DX-25, a shock of all or one for each of two stages, and DX-26, a word in common of three. */
static void tied_stages(const char *c)
{
    static int32_t table[2 * FINE_KNOTS];
    static const uint32_t zero[] = {0, 0, 0}, one[] = {1, 1, 1}, stage[] = {0, 1, 2};
    static const uint32_t all[] = {7}, each[] = {1, 2, 4};
    static const size_t first[] = {0, 1, 2, 3};
    static const uint64_t anywhere[] = {1, 1, 1};
    const size_t n = json_length(input(c, "cdf"));
    uint64_t chance[3];
    double year[MOST], p[MOST];
    int32_t kind;
    minrisk_model m = {0};
    whole_years(input(c, "cdf"), table);
    for (size_t i = 0; i < FINE_KNOTS; i++)
        table[FINE_KNOTS + i] = 2 * 65536;
    for (size_t i = 0; i < n; i++)
        year[i] = (double)i + 0.5; /* between the years, so that masses on the grid count whole */
    m.projects = m.stages = (size_t)number(input(c, "stages"));
    m.stage = stage;
    m.capacity = m.need = one;
    m.phase = zero;
    m.phase_first = first;
    m.tables = 2;
    m.table_len = FINE_KNOTS;
    m.table = table;
    m.horizon = 10 * 65536;
    if (is("DX-26")) {
        minrisk_chance(number(input(c, "rho")), chance);
        m.groups = 1;
        m.group = zero;
        m.group_chance = chance;
    } else {
        for (size_t i = 0; i < 3; i++)
            minrisk_chance(number(input(c, "shock_p")), &chance[i]);
        assert_near(number(input(c, "shock_delay")), 2, 0);
        m.shocks = 1;
        m.shock_chance = chance;
        m.shock_table = one;
        m.shock_countries = anywhere;
        m.shock_stages = all;
    }
    assert_int_equal(minrisk_law(&m, 2, year, n, p, &kind, law_work, LAW_WORK), MINRISK_OK);
    if (is("DX-26")) { /* at 1,024 quantiles */
        assert_int_equal(kind, MINRISK_LAW_ENUMERATED);
        assert_numbers(expected(c, "cdf"), p, 0.4 / 2048 + 1e-4);
        return;
    }
    assert_int_equal(kind, MINRISK_LAW_EXACT);
    assert_numbers(expected(c, "cdf_common"), p, 1e-4);
    m.shocks = 2;
    m.shock_stages = each;
    law_of(&m, 2, year, n, p);
    assert_numbers(expected(c, "cdf_if_independent"), p, 1e-4);
}

static double quantile(const double *year, const double *p, double q)
{
    size_t i = 1;
    while (p[i] < q)
        i++;
    return year[i - 1] + (q - p[i - 1]) / (p[i] - p[i - 1]) * (year[i] - year[i - 1]);
}

/* DX-30: four steps a year against 64, as far apart as the case says. Its own quantiles, of 64
 * steps, are half a step low, since it reads the whole mass of a point there. */
static void coarse_grid(const char *c)
{
    enum { READ = 40 * 64 + 1 };
    static const double q[] = {0.1, 0.5, 0.9};
    static double year[READ], coarse[READ], fine[READ];
    static const uint32_t phases[] = {0, 1, 2}, one[] = {1};
    static const size_t first[] = {0, 3};
    minrisk_model m = {0};
    minrisk_lead_pert(3, 6, 12, tables[0], KNOTS);
    minrisk_lead_pert(2, 2.6, 5, tables[1], KNOTS);
    minrisk_lead_median(exp(0.40), 0.77, tables[2], KNOTS);
    m.projects = m.stages = 1;
    m.capacity = m.need = one;
    m.phase = phases;
    m.phase_first = first;
    m.tables = 3;
    m.table_len = KNOTS;
    m.table = tables[0];
    m.horizon = 40 * 65536;
    for (int i = 0; i < READ; i++)
        year[i] = i / 64.0;
    law_of(&m, 4, year, READ, coarse);
    law_of(&m, 64, year, READ, fine);
    for (size_t i = 0; i < 3; i++) {
        const double found = quantile(year, fine, q[i]);
        assert_near(found, number(json_item(expected(c, "quantiles"), i)) + 1 / 128.0, 2e-3);
        assert_near(quantile(year, coarse, q[i]), found,
                    number(expected(c, "max_quantile_error")) + 5e-4);
    }
    for (int i = 0; i < READ; i += 16) /* at the points of the coarse grid */
        assert_near(coarse[i], fine[i], number(expected(c, "max_cdf_error")) + 5e-5);
}

/* --- the article's chain ---------------------------------------------------------------------- */

enum { MINE, BUILD, SEPARATION, METAL, MAGNET, RAMP_UP, SLIP };

static void compile_mine(void)
{
    minrisk_status status = is("HL-A1")   ? minrisk_lead_lognormal(15.7, 5.4, tables[MINE], KNOTS)
                            : is("HL-A2") ? minrisk_lead_lognormal(17.9, 6.2, tables[MINE], KNOTS)
                            : is("HL-A3") ? minrisk_lead_lognormal(29, 10, tables[MINE], KNOTS)
                            : is("HL-A4") ? minrisk_lead_pert(8, 10, 14, tables[MINE], KNOTS)
                                          : minrisk_lead_pert(5, 8.5, 12, tables[MINE], KNOTS);
    assert_int_equal(status, MINRISK_OK);
    minrisk_lead_pert(2, 2.6, 5, tables[BUILD], KNOTS);
    minrisk_lead_pert(3, 5, 9, tables[SEPARATION], KNOTS);
    minrisk_lead_pert(2, 4, 7, tables[METAL], KNOTS);
    minrisk_lead_pert(2, 3.5, 6, tables[MAGNET], KNOTS);
    minrisk_lead_median(0.8 * exp(0.40), 0.77, tables[RAMP_UP], KNOTS);
    minrisk_lead_median(1.25 * exp(-0.02), 0.2, tables[SLIP], KNOTS);
}

static void assert_by_trials(const char *c, const minrisk_model *m)
{
    static const char *const names[] = {"p10", "p50", "p90"};
    static const double q[] = {0.1, 0.5, 0.9};
    minrisk_tally t = tally_of(m, 2026, 0, 20000);
    for (size_t i = 0; i < 3; i++) {
        minrisk_when low, value, high;
        double exact = number(expected(c, names[i]));
        minrisk_forecast_quantile(&t, q[i], &low, &value, &high);
        assert_true(low.first <= exact && exact <= high.first);
    }
    if (is("HL-A7"))
        assert_in_range(t.bottleneck[0], 18700, 19300); /* the mine, in 95 % */
}

static void chain(const char *c)
{
    enum { YEARS = 1001 };
    static double year[YEARS], p[YEARS];
    static const uint32_t long_chain[] = {0, 1, 5, 2, 5, 3, 5, 4, 5}, stage[] = {0, 1, 2, 3};
    static const uint32_t short_chain[] = {0, 5, 2, 5, 3, 5, 4, 5}, one[] = {1, 1, 1, 1};
    static const uint32_t slipped[] = {2, 1, 1, 1}, slip_table[] = {SLIP, SLIP, SLIP, SLIP};
    static const size_t long_first[] = {0, 3, 5, 7, 9}, short_first[] = {0, 2, 4, 6, 8};
    uint64_t chance[4];
    double at[MOST], by[MOST];
    size_t n = numbers(expected(c, "cdf_at"), at);
    minrisk_model m = {0};
    for (size_t i = 0; i < 4; i++)
        minrisk_chance(0.83, &chance[i]);
    compile_mine();
    m.projects = m.stages = 4;
    m.stage = stage;
    m.capacity = m.need = one;
    m.phase = is("HL-A7") ? long_chain : short_chain;
    m.phase_first = is("HL-A7") ? long_first : short_first;
    m.tables = 7;
    m.table_len = KNOTS;
    m.table = tables[0];
    m.horizon = 50 * 65536;
    if (is("HL-A7")) {
        m.slips = 4;
        m.slip = stage;
        m.slip_chance = chance;
        m.slip_table = slip_table;
        m.slipped = slipped;
    }
    for (int i = 0; i < YEARS; i++)
        year[i] = i / 20.0;
    law_of(&m, 24, year, YEARS, p);
    assert_near(quantile(year, p, 0.1), number(expected(c, "p10")), 0.02);
    assert_near(quantile(year, p, 0.5), number(expected(c, "p50")), 0.02);
    assert_near(quantile(year, p, 0.9), number(expected(c, "p90")), 0.02);
    law_of(&m, 24, at, n, by);
    assert_numbers(expected(c, "cdf"), by, 0.002);
    if (is("HL-A7"))
        assert_double(by[0], 0); /* no plant's least time fits into a year */
    assert_by_trials(c, &m);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Returns whether the case is one of these; those of plans are in plan.c. */
static int run_case(const char *c)
{
    if (is("RNG"))
        words(c);
    else if (is("QT-08"))
        moments(c);
    else if (is("QT-15"))
        saturation(c);
    else if (is("QT-1"))
        compiled(c);
    else if (is("QT"))
        draws(c);
    else if (is("MC-08"))
        wilson(c);
    else if (is("MC-09") || is("MC-10") || is("MC-11") || is("MC-12"))
        ranks(c);
    else if (is("MC"))
        trials(c);
    else if (is("DX-01") || is("DX-02"))
        convolution(c);
    else if (is("DX-03"))
        defective(c);
    else if (is("DX-06"))
        capacities(c);
    else if (is("DX-07") || is("DX-08") || is("DX-09") || is("DX-10") || is("DX-11"))
        continuous(c, is("DX-10") ? 1e-3 : 2e-4);
    else if (is("DX-04") || is("DX-05"))
        last_stage(c);
    else if (is("DX-12") || is("DX-15") || is("DX-16") || is("DX-19"))
        shapes(c);
    else if (is("DX-25") || is("DX-26"))
        tied_stages(c);
    else if (is("DX-30"))
        coarse_grid(c);
    else if (is("DX-21") || is("DX-22") || is("DX-23") || is("DX-24"))
        first_passage(c);
    else if (is("HL"))
        chain(c);
    else
        return 0;
    return 1;
}

static void cases(void **state)
{
    char *text = read_text("forecast.json");
    int count = 0, seen = 0;
    (void)state;
    for (const char *c = json_item(json_member(text, "cases"), 0); c != NULL; c = json_next(c)) {
        json_copy(json_member(c, "id"), id, sizeof id);
        if (run_case(c))
            count++;
        seen++;
    }
    print_message("%d of %d\n", count, seen);
    free(text);
    assert_int_equal(count, CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
