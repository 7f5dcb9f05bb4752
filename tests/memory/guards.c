/* SPDX-License-Identifier: MIT */
/* Every public function between guard pages: exact lengths, read-only inputs, on both sides. A
 * stray access ends the program, so that a test that ends has found none. */
#define _DEFAULT_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "memory/guard.h"
#include "minrisk.h"
#include "support/check.h"
#include "support/random.h"

enum { LONGEST = 40, LONG_MARKET = 620, ROUNDS = 400 };

static random_source source = {2026};

static void *output(size_t count, size_t size, enum guard_side side)
{
    return guard_output(count * size, side);
}

/* In a child, so that the fault can be seen: the guards do stop what they should stop. */
static int is_fatal(void (*act)(void))
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        signal(SIGSEGV, SIG_DFL);
        signal(SIGBUS, SIG_DFL);
        fclose(stderr);
        act();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

static void read_after(void)
{
    static const double one[] = {1, 2};
    const volatile double *x = guard_input(one, sizeof one, GUARD_AFTER);
    (void)x[2];
}

static void read_before(void)
{
    static const double one[] = {1, 2};
    const volatile double *x = guard_input(one, sizeof one, GUARD_BEFORE);
    (void)x[-1];
}

static void write_after(void)
{
    volatile char *x = guard_output(sizeof(double), GUARD_AFTER);
    x[sizeof(double)] = 1;
}

static void write_to_an_input(void)
{
    static const double one[] = {1, 2};
    const void *x = guard_input(one, sizeof one, GUARD_AFTER);
    void *writable;
    memcpy(&writable, &x, sizeof writable);
    *(volatile double *)writable = 3;
}

static void read_inside(void)
{
    static const double one[] = {1, 2};
    const volatile double *x = guard_input(one, sizeof one, GUARD_BEFORE);
    (void)x[1];
}

static void the_guards_work(void **state)
{
    (void)state;
    assert_false(is_fatal(read_inside));
    assert_true(is_fatal(read_after));
    assert_true(is_fatal(read_before));
    assert_true(is_fatal(write_after));
    assert_true(is_fatal(write_to_an_input));
}

static void draw_quantities(double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        x[i] = random_below(&source, 4) ? random_any(&source) : (double)random_below(&source, 9);
}

static void one_set_of_blocs(const double *quantity, size_t n, enum guard_side side)
{
    uint32_t bloc[LONGEST] = {0};
    size_t blocs = n / 3 + 1;
    for (size_t i = 0; i < n; i++)
        bloc[i] = (uint32_t)random_below(&source, blocs);
    minrisk_bloc_totals(quantity, guard_input(bloc, n * sizeof *bloc, side), n,
                        output(blocs, sizeof(double), side), blocs);
}

static void one_market(size_t n, enum guard_side side)
{
    double drawn[LONGEST] = {0};
    float single[LONGEST] = {0};
    const double *quantity;
    draw_quantities(drawn, n);
    for (size_t i = 0; i < n; i++)
        single[i] = (float)random_unit(&source);
    quantity = guard_input(drawn, n * sizeof *drawn, side);
    minrisk_first_invalid(quantity, n);
    minrisk_hhi(quantity, n, output(1, sizeof(double), side));
    minrisk_effective_suppliers(quantity, n, output(1, sizeof(double), side));
    minrisk_shares(quantity, n, output(n, sizeof(double), side));
    minrisk_hhi_normalised(quantity, n, n, output(1, sizeof(double), side));
    minrisk_merger_delta(quantity, n, n - 1, 0, output(1, sizeof(double), side));
    minrisk_gini_simpson(quantity, n, output(1, sizeof(double), side));
    minrisk_shannon_entropy(quantity, n, output(1, sizeof(double), side));
    minrisk_evenness(quantity, n, output(1, sizeof(double), side));
    minrisk_hill_number(quantity, n, .5, output(1, sizeof(double), side));
    minrisk_renyi_entropy(quantity, n, 1.0001, output(1, sizeof(double), side));
    minrisk_tsallis_entropy(quantity, n, 3, output(1, sizeof(double), side));
    minrisk_hannah_kay(quantity, n, 70, output(1, sizeof(double), side));
    minrisk_theil(quantity, n, n, output(1, sizeof(double), side));
    minrisk_weighted_hhi(quantity, quantity, n, output(1, sizeof(double), side));
    minrisk_profile(quantity, n, output(1, sizeof(minrisk_market_profile), side));
    minrisk_weighted_mean(quantity, quantity, n, output(1, sizeof(double), side));
    minrisk_when_hhi(quantity, quantity, n < 3 ? n : 3, .4, 2,
                     output(1, sizeof(minrisk_when), side));
    minrisk_hhi_f32(guard_input(single, n * sizeof *single, side), n,
                    output(1, sizeof(float), side));
    minrisk_leader(quantity, n, output(1, sizeof(size_t), side), output(1, sizeof(double), side));
    minrisk_gini(quantity, n, 0, output(n, sizeof(double), side), n,
                 output(1, sizeof(double), side));
    minrisk_hall_tideman(quantity, n, output(n, sizeof(double), side), n,
                         output(1, sizeof(double), side));
    minrisk_gini_sorted(quantity, n, n, output(1, sizeof(double), side));
    minrisk_hall_tideman_sorted(quantity, n, output(1, sizeof(double), side));
    for (size_t k = 1; k <= n + 1; k += n / 3 + 1)
        minrisk_top_share(quantity, n, k, output(1, sizeof(double), side));
    minrisk_hhi_bounds(quantity, n, random_unit(&source), 0, random_unit(&source),
                       output(1, sizeof(minrisk_interval), side));
    minrisk_without(quantity, quantity, n, n - 1, 1, output(1, sizeof(minrisk_outage), side));
    one_set_of_blocs(quantity, n, side);
}

static void one_market_of_counts(size_t n, enum guard_side side)
{
    uint64_t wide[LONGEST] = {0};
    uint32_t narrow[LONGEST] = {0};
    const uint32_t *x;
    for (size_t i = 0; i < n; i++) {
        wide[i] = random_bits(&source);
        narrow[i] = (uint32_t)wide[i];
    }
    x = guard_input(narrow, n * sizeof *narrow, side);
    minrisk_hhi_points_u32(x, n, output(1, sizeof(uint32_t), side));
    minrisk_hhi_points_u64(guard_input(wide, n * sizeof *wide, side), n,
                           output(1, sizeof(uint32_t), side));
    for (size_t k = 1; k <= n + 1; k += n / 3 + 1)
        minrisk_top_points_u32(x, n, k, output(1, sizeof(uint32_t), side));
}

/* So many that the scratch is needed, and not one place more of it. */
static void long_market(size_t n, enum guard_side side)
{
    double drawn[LONG_MARKET] = {0};
    const double *quantity;
    draw_quantities(drawn, n);
    quantity = guard_input(drawn, n * sizeof *drawn, side);
    minrisk_gini(quantity, n, 0, output(n, sizeof(double), side), n,
                 output(1, sizeof(double), side));
    minrisk_hall_tideman(quantity, n, output(n, sizeof(double), side), n,
                         output(1, sizeof(double), side));
}

static void one_running_market(size_t n, enum guard_side side)
{
    minrisk_stream *s = output(1, sizeof *s, side), *other = output(1, sizeof *other, side);
    uint8_t *saved = output(MINRISK_STREAM_SAVED, 1, side);
    double drawn[LONG_MARKET] = {0};
    draw_quantities(drawn, n);
    minrisk_stream_init(s, sizeof *s);
    minrisk_stream_init(other, sizeof *other);
    for (size_t i = 0; i < n; i++)
        minrisk_stream_add(i % 2 ? s : other, i % 7 ? random_any(&source) : 1e308);
    minrisk_stream_add_all(other, guard_input(drawn, n * sizeof *drawn, side), n);
    minrisk_stream_remove(other, 1e308);
    minrisk_stream_replace(s, 1e308, 5e-324);
    minrisk_stream_merge(s, guard_input(other, sizeof *other, side));
    minrisk_stream_hhi(s, output(1, sizeof(double), side));
    minrisk_stream_hhi_bounds(s, 3, output(1, sizeof(minrisk_interval), side));
    minrisk_stream_effective(s, output(1, sizeof(double), side));
    minrisk_stream_total(s, output(1, sizeof(double), side));
    minrisk_stream_suppliers(s, output(1, sizeof(uint64_t), side));
    minrisk_stream_save(s, saved, MINRISK_STREAM_SAVED);
    minrisk_stream_load(other, sizeof *other, guard_input(saved, MINRISK_STREAM_SAVED, side),
                        MINRISK_STREAM_SAVED);
}

/* As rows of columns whose last one ends early, and as groups of all lengths. */
static void one_batch(size_t n, enum guard_side side)
{
    size_t offset[LONGEST + 1] = {0};
    size_t columns = random_size(&source, 1, n), rows = 1 + (n - 1) / columns;
    double drawn[2 * LONGEST] = {0};
    size_t need = (rows - 1) * columns + columns;
    draw_quantities(drawn, need);
    minrisk_hhi_columns(guard_input(drawn, need * sizeof *drawn, side), need, rows, columns,
                        columns, output(columns, sizeof(double), side),
                        output(columns, sizeof(minrisk_status), side));
    for (size_t g = 0; g < columns; g++)
        offset[g + 1] = g + 1 == columns ? n : random_size(&source, offset[g], n);
    minrisk_hhi_groups(guard_input(drawn, n * sizeof *drawn, side), n,
                       guard_input(offset, (columns + 1) * sizeof *offset, side), columns,
                       output(columns, sizeof(double), side),
                       output(columns, sizeof(minrisk_status), side));
}

static void batches(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++) {
        one_batch(1 + round % LONGEST, (enum guard_side)(round / LONGEST % GUARD_SIDES));
        guard_release();
    }
}

/* A call of each index, with scratch of just its length. */
static void indices(const double *quantity, size_t n, enum guard_side side)
{
    double *out = output(1, sizeof *out, side);
    size_t *core = output(1, sizeof *core, side);
    minrisk_hhi_dual(quantity, n, out);
    minrisk_hhi_minimum(quantity, n, out);
    minrisk_theil_l(quantity, n, out);
    minrisk_generalised_entropy(quantity, n, n, 2, out);
    minrisk_atkinson(quantity, n, 0, 3, out);
    minrisk_hoover(quantity, n, n, out);
    minrisk_palma(quantity, n, output(n, sizeof *out, side), n, out);
    minrisk_garcia_alba(quantity, n, out);
    minrisk_horvath(quantity, n, out);
    minrisk_kwoka(quantity, n, output(n, sizeof *out, side), n, out);
    minrisk_linda(quantity, n, 0, output(n, sizeof *out, side), n, out);
    minrisk_linda_core(quantity, n, output(n, sizeof *out, side), n, core, out);
    minrisk_kvalseth(quantity, n, output(n, sizeof *out, side), n, out);
    minrisk_stenbacka(quantity, n, out);
    minrisk_grs(quantity, n, out);
    minrisk_lorenz(quantity, n, output(n, sizeof *out, side));
}

static void markets_through_the_indices(void **state)
{
    static const size_t lengths[] = {1, 2, 3, 16, 17, 64, 65, 80};
    (void)state;
    for (size_t i = 0; i < COUNT(lengths); i++)
        for (int side = GUARD_AFTER; side < GUARD_SIDES; side++) {
            double drawn[LONG_MARKET] = {0};
            draw_quantities(drawn, lengths[i]);
            indices(guard_input(drawn, lengths[i] * sizeof *drawn, (enum guard_side)side),
                    lengths[i], (enum guard_side)side);
            guard_release();
        }
}

static void one_box(size_t n, enum guard_side side)
{
    double low[LONGEST] = {0}, high[LONGEST] = {0};
    draw_quantities(high, n);
    for (size_t i = 0; i < n; i++)
        low[i] = i < 5 ? high[i] * random_unit(&source) : high[i]; /* few to choose from */
    minrisk_hhi_interval(
        guard_input(low, n * sizeof *low, side), guard_input(high, n * sizeof *high, side), n,
        output(2 * n, sizeof(double), side), 2 * n, output(1, sizeof(minrisk_interval), side),
        output(1, sizeof(int32_t), side));
    minrisk_coverage(guard_input(high, n * sizeof *high, side), n, 1,
                     output(1, sizeof(double), side));
}

static void one_residual(size_t n, enum guard_side side)
{
    double named[LONGEST] = {0}, sigma[LONGEST] = {0};
    const double *quantity;
    draw_quantities(named, n);
    draw_quantities(sigma, n);
    quantity = guard_input(named, n * sizeof *named, side);
    minrisk_hhi_sigma(quantity, guard_input(sigma, n * sizeof *sigma, side), n,
                      output(1, sizeof(double), side));
    for (int32_t measure = MINRISK_MEASURE_HILL; measure <= MINRISK_MEASURE_GINI; measure++)
        minrisk_measure_bounds(quantity, n, 3, 5, 1, measure, 60, output(n, sizeof(double), side),
                               n, output(1, sizeof(minrisk_interval), side));
}

static void two_markets(size_t n, enum guard_side side)
{
    double drawn[2][LONGEST] = {{0}}, part[LONGEST] = {0};
    const double *before, *after;
    draw_quantities(drawn[0], n);
    draw_quantities(drawn[1], n);
    for (size_t i = 0; i < n; i++)
        part[i] = random_unit(&source) / (double)n;
    before = guard_input(drawn[0], n * sizeof(double), side);
    after = guard_input(drawn[1], n * sizeof(double), side);
    minrisk_hhi_contributions(before, n, output(n, sizeof(double), side));
    minrisk_hhi_change(before, after, n, output(1, sizeof(minrisk_change), side));
    minrisk_hhi_change_each(before, after, n, output(n, sizeof(double), side));
    minrisk_parts_to_points(guard_input(part, n * sizeof(double), side), n, part[0],
                            output(n, sizeof(int32_t), side));
}

static void markets(void **state)
{
    (void)state;
    for (size_t n = 1; n <= LONGEST; n++)
        for (int side = GUARD_AFTER; side < GUARD_SIDES; side++) {
            one_market(n, (enum guard_side)side);
            one_box(n, (enum guard_side)side);
            two_markets(n, (enum guard_side)side);
            one_residual(n, (enum guard_side)side);
            guard_release();
            one_market_of_counts(n, (enum guard_side)side);
            guard_release();
            one_running_market(n, (enum guard_side)side);
            guard_release();
        }
    for (size_t n = LONG_MARKET / 2; n <= LONG_MARKET; n += 15)
        for (int side = GUARD_AFTER; side < GUARD_SIDES; side++) {
            long_market(n, (enum guard_side)side);
            guard_release();
        }
}

/* An element that is refused, first or last, is no reason to read on or to write. */
static void refused_markets(void **state)
{
    static const double bad[] = {-1, 2, 3}, last_bad[] = {1, 2, -3};
    (void)state;
    for (int s = GUARD_AFTER; s < GUARD_SIDES; s++) {
        enum guard_side side = (enum guard_side)s;
        const double *a = guard_input(bad, sizeof bad, side);
        const double *b = guard_input(last_bad, sizeof last_bad, side);
        assert_int_equal(minrisk_shares(a, 3, output(3, sizeof(double), side)), MINRISK_E_DATA);
        assert_int_equal(minrisk_shares(b, 3, output(3, sizeof(double), side)), MINRISK_E_DATA);
        assert_int_equal(minrisk_hhi(a, 0, output(1, sizeof(double), side)), MINRISK_E_SIZE);
        assert_int_equal(minrisk_first_invalid(a, 3), 0);
        assert_int_equal(minrisk_first_invalid(b, 3), 2);
        guard_release();
    }
}

/* Tables of every length up to 65 knots, from numbers and from other tables. */
static void lead_times(void **state)
{
    (void)state;
    for (size_t n = 2; n <= 65; n = 2 * n - 1)
        for (int s = GUARD_AFTER; s < GUARD_SIDES; s++) {
            enum guard_side side = (enum guard_side)s;
            const size_t bytes = n * sizeof(int32_t);
            static const double drawn[] = {1, 2, 5}, law[] = {0, 0.3, 1};
            int32_t made[65];
            const int32_t *from;
            minrisk_lead_uniform(1, 2, output(n, sizeof(int32_t), side), n);
            minrisk_lead_triangular(1, 2, 5, output(n, sizeof(int32_t), side), n);
            minrisk_lead_pert(1, 2, 5, output(n, sizeof(int32_t), side), n);
            minrisk_lead_lognormal(5, 2, output(n, sizeof(int32_t), side), n);
            minrisk_lead_median(5, 0.4, output(n, sizeof(int32_t), side), n);
            minrisk_lead_weibull(2, 5, output(n, sizeof(int32_t), side), n);
            minrisk_lead_empirical(guard_input(law, sizeof law, side),
                                   guard_input(drawn, sizeof drawn, side), 3,
                                   output(n, sizeof(int32_t), side), n);
            assert_int_equal(minrisk_lead_pert(1, 2, 5, made, n), MINRISK_OK);
            from = guard_input(made, bytes, side);
            minrisk_lead_given(from, n, 1.5, 9, 1, output(n, sizeof(int32_t), side), n);
            minrisk_lead_sum(from, n, from, n, output(n, sizeof(int32_t), side), n);
            guard_release();
        }
}

/* A run of a small model, each array of it in a page of its own. */
static void forecasts(void **state)
{
    static const uint32_t units[] = {5, 6}, phase[] = {0, 0, 0}, need[] = {7};
    static const size_t first[] = {0, 2, 3};
    static const int32_t leads[] = {100, 200, 400}, ramp[] = {0, 50};
    (void)state;
    for (int s = GUARD_AFTER; s < GUARD_SIDES; s++) {
        enum guard_side side = (enum guard_side)s;
        minrisk_tally *tally = output(1, sizeof *tally, side);
        int32_t *work = output(22, sizeof(int32_t), side);
        minrisk_model m = {0};
        m.projects = 2;
        m.capacity = guard_input(units, sizeof units, side);
        m.ramp = guard_input(ramp, sizeof ramp, side);
        m.phase_first = guard_input(first, sizeof first, side);
        m.phase = guard_input(phase, sizeof phase, side);
        m.tables = 1;
        m.table_len = 3;
        m.table = guard_input(leads, sizeof leads, side);
        m.stages = 1;
        m.need = guard_input(need, sizeof need, side);
        m.horizon = 1000;
        assert_int_equal(minrisk_forecast_workspace(&m), 22);
        assert_int_equal(minrisk_tally_init(tally, minrisk_tally_sizeof()), MINRISK_OK);
        assert_int_equal(minrisk_forecast_run(&m, 1, 2, 13, work, 22, tally), MINRISK_OK);
        assert_int_equal(minrisk_forecast_trial(&m, 1, 2, work, 22,
                                                output(2, sizeof(int32_t), side),
                                                output(1, sizeof(minrisk_trial), side)),
                         MINRISK_OK);
        minrisk_law(&m, 12, guard_input(&(const double){0.01}, sizeof(double), side), 1,
                    output(1, sizeof(double), side), output(1, sizeof(int32_t), side),
                    output(minrisk_law_workspace(&m, 12), sizeof(double), side),
                    minrisk_law_workspace(&m, 12));
        minrisk_law_started(&m, 12, 0.01, output(2, sizeof(double), side),
                            output(minrisk_law_workspace(&m, 12), sizeof(double), side),
                            minrisk_law_workspace(&m, 12));
        m.ramp = NULL;
        minrisk_law_bottleneck(&m, 12, output(1, sizeof(double), side),
                               output(1, sizeof(int32_t), side),
                               output(minrisk_law_workspace(&m, 12), sizeof(double), side),
                               minrisk_law_workspace(&m, 12));
        m.ramp = guard_input(ramp, sizeof ramp, side);
        minrisk_plan_law(&m, MINRISK_WITHOUT_STAGE, 0, 12,
                         guard_input(&(const double){0.01}, sizeof(double), side), 1,
                         output(1, sizeof(double), side), output(1, sizeof(int32_t), side),
                         output(minrisk_law_workspace(&m, 12), sizeof(double), side),
                         minrisk_law_workspace(&m, 12));
        minrisk_tally_merge(output(1, sizeof *tally, side), tally);
        minrisk_forecast_within(tally, 0.01, output(1, sizeof(minrisk_estimate), side));
        minrisk_forecast_quantile(tally, 0.5, output(1, sizeof(minrisk_when), side),
                                  output(1, sizeof(minrisk_when), side),
                                  output(1, sizeof(minrisk_when), side));
        minrisk_chance(0.5, output(1, sizeof(uint64_t), side));
        minrisk_plan_without(&m, MINRISK_WITHOUT_PROJECT, 1, 1, 2, 3, work, 22, tally);
        minrisk_plan_slopes(guard_input(&(const double){1}, sizeof(double), side),
                            guard_input(&(const double){4}, sizeof(double), side),
                            guard_input(&(const double){9}, sizeof(double), side), 1, 0, 2,
                            output(1, sizeof(double), side), output(1, sizeof(double), side),
                            output(1, sizeof(size_t), side));
        minrisk_plan_importance(guard_input(&(const double){0.5}, sizeof(double), side),
                                guard_input(units, sizeof *units, side), 1, 4,
                                output(1, sizeof(double), side), output(5, sizeof(double), side),
                                5);
        minrisk_plan_unnamed(guard_input(&(const double){2}, sizeof(double), side),
                             guard_input(units, sizeof *units, side), 1, 4,
                             output(1, sizeof(double), side), output(5, sizeof(double), side), 5);
        minrisk_plan_capacity(guard_input(&(const double){0.5}, sizeof(double), side),
                              guard_input(units, sizeof *units, side), 1, 4, 0.9,
                              output(1, sizeof(uint32_t), side), output(5, sizeof(double), side),
                              5);
        minrisk_units(guard_input(&(const double){3}, sizeof(double), side), NULL, 1, 1,
                      output(1, sizeof(uint32_t), side), output(1, sizeof(double), side));
        guard_release();
    }
}

static void scalars(void **state)
{
    static const minrisk_balance balance = {5, 1, 20, 3, 0};
    (void)state;
    for (int s = GUARD_AFTER; s < GUARD_SIDES; s++) {
        enum guard_side side = (enum guard_side)s;
        minrisk_classify(.2, MINRISK_GUIDELINE_2010, output(1, sizeof(int32_t), side));
        minrisk_net_import_reliance(guard_input(&balance, sizeof balance, side),
                                    output(1, sizeof(minrisk_reliance), side));
        minrisk_reliance_of_consumption(20, 5, output(1, sizeof(minrisk_reliance), side));
        minrisk_reliance_published(MINRISK_RELIANCE_ABOVE, 50,
                                   output(1, sizeof(minrisk_reliance), side));
        minrisk_reliance_interval(guard_input(&balance, sizeof balance, side),
                                  guard_input(&balance, sizeof balance, side),
                                  output(1, sizeof(minrisk_reliance), side));
        minrisk_wgi_to_risk_10(-.5, output(1, sizeof(double), side),
                               output(1, sizeof(int32_t), side));
        minrisk_wgi_to_risk_1(-.5, output(1, sizeof(double), side),
                              output(1, sizeof(int32_t), side));
        minrisk_when_linear(1, 2, 3, 4, 5, output(1, sizeof(minrisk_when), side));
        minrisk_when_exponential(1, .2, 3, .1, 50, output(1, sizeof(minrisk_when), side));
        minrisk_when_share(9, .2, 3, .4, .65, 50, output(1, sizeof(minrisk_when), side));
        minrisk_when_linear_exponential(1, 2, 3, .04, 50, output(1, sizeof(minrisk_when), side));
        minrisk_when_logistic(9, .5, 3, 4, .02, 50, output(1, sizeof(minrisk_when), side));
        minrisk_net_need_factor(.1, .2, .3, .04, 5, output(1, sizeof(double), side));
        minrisk_months_of_cover(1, 2, .5, output(1, sizeof(double), side));
        guard_release();
    }
}

/* Years on a grid of a quarter, so that many events share an instant. */
static const double *draw_grid(size_t n, uint64_t most, int ascending, enum guard_side side)
{
    double x[LONGEST] = {0};
    for (size_t i = 0; i < n; i++) {
        x[i] = (double)random_below(&source, most) / 4;
        if (ascending && i > 0)
            x[i] = x[i - 1] + x[i] / 8;
    }
    return guard_input(x, n * sizeof *x, side);
}

static const uint32_t *draw_stages(size_t n, enum guard_side side)
{
    uint32_t stage[LONGEST] = {0};
    for (size_t i = 0; i < n; i++)
        stage[i] = (uint32_t)random_below(&source, 3);
    return guard_input(stage, n * sizeof *stage, side);
}

/* Below a limit; waiting projects wait for one that stands before them. */
static const uint32_t *draw_words(size_t n, uint64_t limit, enum guard_side side)
{
    uint32_t word[LONGEST] = {0};
    for (size_t i = 0; i < n; i++)
        word[i] = (uint32_t)random_below(&source, limit);
    return guard_input(word, n * sizeof *word, side);
}

static const size_t *draw_awaited(size_t n, enum guard_side side)
{
    size_t awaited[LONGEST] = {0};
    for (size_t i = 0; i < n; i++)
        awaited[i] = random_size(&source, 0, i);
    return guard_input(awaited, n * sizeof *awaited, side);
}

static void draw_more(minrisk_projects *p, enum guard_side side)
{
    static const double time[] = {0, .25, .5, 1}, part[] = {0, .5, .25, 1};
    const minrisk_shape shape = {4, guard_input(time, sizeof time, side),
                                 guard_input(part, sizeof part, side)};
    p->country = draw_words(p->count, 3, side);
    p->countries = 3;
    p->starts_after = draw_awaited(p->count, side);
    p->shape = draw_words(p->count, 1, side);
    p->shapes = guard_input(&shape, sizeof shape, side);
    p->shape_count = 1;
    p->stage_yield = draw_grid(4, 5, 0, side);
    p->stages = 4;
}

static minrisk_projects draw_projects(enum guard_side side)
{
    minrisk_projects p;
    memset(&p, 0, sizeof p);
    p.count = random_size(&source, 0, 12);
    p.start = draw_grid(p.count, 60, 0, side);
    p.ramp = draw_grid(p.count, 12, 0, side);
    p.capacity = draw_grid(p.count, 40, 0, side);
    p.life = random_below(&source, 2) ? draw_grid(p.count, 40, 0, side) : NULL;
    p.share = random_below(&source, 2) ? draw_grid(p.count, 5, 0, side) : NULL;
    p.stage = random_below(&source, 4) ? draw_stages(p.count, side) : NULL;
    if (random_below(&source, 2))
        draw_more(&p, side);
    return p;
}

static minrisk_condition draw_condition(enum guard_side side)
{
    minrisk_condition c;
    memset(&c, 0, sizeof c);
    c.kind = (int32_t)random_size(&source, MINRISK_COVERAGE, MINRISK_BRIDGED);
    c.suppliers = 2;
    c.stage = (uint32_t)random_below(&source, 4);
    c.fraction = random_unit(&source);
    c.weight = draw_grid(3, 5, 0, side);
    if (c.kind == MINRISK_HHI_AT_MOST || c.kind == MINRISK_SUPPLIERS)
        return c;
    c.recovered = c.kind == MINRISK_COVERAGE ? .25 : 0;
    c.lifetime = 3;
    c.knots = random_size(&source, 1, 6);
    c.need_year = draw_grid(c.knots, 60, 1, side);
    c.need = draw_grid(c.knots, 80, 0, side);
    return c;
}

static void one_sweep(enum guard_side side)
{
    minrisk_projects p = draw_projects(side);
    minrisk_condition c[4], plain;
    size_t n = random_size(&source, 1, COUNT(c)), need;
    for (size_t i = 0; i < n; i++)
        c[i] = draw_condition(side);
    plain = c[0];
    plain.kind = MINRISK_COVERAGE;
    need = minrisk_when_covered_workspace(p.count, c[0].knots);
    if (c[0].knots > 0) {
        const double *years = draw_grid(5, 60, 0, side);
        size_t length = minrisk_when_met_workspace(&p, &plain, 1);
        minrisk_outlook(&p, &plain, years, 5, output(length, sizeof(double), side), length,
                        output(5, sizeof(double), side), output(5, sizeof(double), side),
                        output(5, sizeof(double), side));
        minrisk_deficit(&p, &plain, 1, 20, output(length, sizeof(double), side), length,
                        output(1, sizeof(double), side));
        minrisk_plan_needed(&p, &plain, 20, 0.5, output(length, sizeof(double), side), length,
                            output(1, sizeof(minrisk_needed), side));
    }
    if (c[0].knots > 0)
        assert_int_equal(minrisk_when_covered(p.start, p.ramp, p.capacity, p.life, p.count,
                                              c[0].need_year, c[0].need, c[0].knots, 1, 20,
                                              output(need, sizeof(double), side), need,
                                              output(1, sizeof(minrisk_when), side)),
                         MINRISK_OK);
    need = minrisk_when_met_workspace(&p, c, n);
    assert_int_equal(minrisk_when_met(guard_input(&p, sizeof p, side),
                                      guard_input(c, n * sizeof *c, side), n, 1, 20,
                                      output(need, sizeof(double), side), need,
                                      output(1, sizeof(minrisk_when), side)),
                     MINRISK_OK);
}

static void sweeps(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROUNDS; i++) {
        one_sweep((enum guard_side)(i % GUARD_SIDES));
        guard_release();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_guards_work), cmocka_unit_test(markets),
        cmocka_unit_test(batches),         cmocka_unit_test(markets_through_the_indices),
        cmocka_unit_test(refused_markets), cmocka_unit_test(scalars),
        cmocka_unit_test(lead_times),      cmocka_unit_test(forecasts),
        cmocka_unit_test(sweeps),
    };
    return cmocka_run_group_tests_name("memory_guards", tests, NULL, NULL);
}
