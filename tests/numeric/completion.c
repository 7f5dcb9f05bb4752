/* SPDX-License-Identifier: MIT */
/* Bounds of measures against MPFR: the extreme completions as arrays of real numbers, and the
 * measures of those by their definitions, in 1,000 bits or more. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <mpfr.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

enum { BITS = 1000, SUM_BITS = 5000, NAMED = 8, PARTS = 12, MOST = NAMED + PARTS + 1 };

static random_source source;
static double named[NAMED], residual, cap;
static size_t n, suppliers;

/* A completed market, and its total. */
static mpfr_t x[MOST], total, value, term, sum;
static size_t length;

static int larger_first(const void *a, const void *b)
{
    mpfr_srcptr first = a, second = b;
    return mpfr_cmp(second, first);
}

static void begin(void)
{
    length = n;
    for (size_t i = 0; i < n; i++)
        mpfr_set_d(x[i], named[i], MPFR_RNDN);
}

static void end(void)
{
    qsort(x, length, sizeof *x, larger_first);
    while (length > 0 && mpfr_zero_p(x[length - 1]))
        length--;
    mpfr_set_ui(total, 0, MPFR_RNDN);
    for (size_t i = 0; i < length; i++)
        mpfr_add(total, total, x[i], MPFR_RNDN);
}

static void complete_evenly(void)
{
    begin();
    for (size_t i = 0; i < suppliers; i++) {
        mpfr_set_d(x[length], residual, MPFR_RNDN);
        mpfr_div_ui(x[length], x[length], suppliers, MPFR_RNDN);
        length++;
    }
    end();
}

static void complete_fully(void)
{
    begin();
    mpfr_set_d(sum, residual, MPFR_RNDN);
    while (cap > 0 && mpfr_cmp_d(sum, cap) >= 0) {
        mpfr_set_d(x[length++], cap, MPFR_RNDN);
        mpfr_sub_d(sum, sum, cap, MPFR_RNDN);
    }
    mpfr_set(x[length++], sum, MPFR_RNDN);
    end();
}

/* --- the measures by their definitions, into value -------------------------------------------- */

static void take_share(size_t i)
{
    mpfr_div(term, x[i], total, MPFR_RNDN);
}

static void top_share(double k)
{
    mpfr_set_ui(value, 0, MPFR_RNDN);
    for (size_t i = 0; i < length && (double)i < k; i++)
        mpfr_add(value, value, x[i], MPFR_RNDN);
    mpfr_div(value, value, total, MPFR_RNDN);
}

/* 1 / (2 sum i s_(i) - 1). */
static void hall_tideman(void)
{
    mpfr_set_si(value, -1, MPFR_RNDN);
    for (size_t i = 0; i < length; i++) {
        take_share(i);
        mpfr_mul_ui(term, term, 2 * (i + 1), MPFR_RNDN);
        mpfr_add(value, value, term, MPFR_RNDN);
    }
    mpfr_ui_div(value, 1, value, MPFR_RNDN);
}

/* The mean of all differences over twice the mean, zeros up to the size counted. */
static void gini(double size)
{
    mpfr_set_ui(value, 0, MPFR_RNDN);
    for (size_t i = 0; i < length; i++) {
        for (size_t j = 0; j < i; j++) {
            mpfr_sub(term, x[j], x[i], MPFR_RNDN);
            mpfr_add(value, value, term, MPFR_RNDN);
        }
        mpfr_mul_d(term, x[i], size - (double)length, MPFR_RNDN);
        mpfr_add(value, value, term, MPFR_RNDN);
    }
    mpfr_div(value, value, total, MPFR_RNDN);
    mpfr_div_d(value, value, size, MPFR_RNDN);
}

static void entropy(void)
{
    mpfr_set_ui(value, 0, MPFR_RNDN);
    for (size_t i = 0; i < length; i++) {
        take_share(i);
        mpfr_log(sum, term, MPFR_RNDN);
        mpfr_mul(term, term, sum, MPFR_RNDN);
        mpfr_sub(value, value, term, MPFR_RNDN);
    }
}

static void hill(double order)
{
    if (order == 1) {
        entropy();
        mpfr_exp(value, value, MPFR_RNDN);
        return;
    }
    if (order > 1e300) {
        mpfr_div(value, total, x[0], MPFR_RNDN);
        return;
    }
    mpfr_set_ui(value, 0, MPFR_RNDN);
    mpfr_set_d(sum, order, MPFR_RNDN);
    for (size_t i = 0; i < length; i++) {
        take_share(i);
        mpfr_pow(term, term, sum, MPFR_RNDN);
        mpfr_add(value, value, term, MPFR_RNDN);
    }
    mpfr_ui_sub(sum, 1, sum, MPFR_RNDN);
    mpfr_ui_div(sum, 1, sum, MPFR_RNDN);
    mpfr_pow(value, value, sum, MPFR_RNDN);
}

/* Quotients of sums in so many bits that a supplier 2^-2000 of the total still shows. */
static void measure_of(int32_t measure, double parameter)
{
    int is_quotient = measure == MINRISK_MEASURE_TOP_SHARE ||
                      measure == MINRISK_MEASURE_HALL_TIDEMAN || measure == MINRISK_MEASURE_GINI ||
                      parameter > 1e300;
    mpfr_set_prec(value, is_quotient ? SUM_BITS : BITS);
    mpfr_set_prec(term, is_quotient ? SUM_BITS : BITS);
    if (measure == MINRISK_MEASURE_TOP_SHARE)
        top_share(parameter);
    else if (measure == MINRISK_MEASURE_HALL_TIDEMAN)
        hall_tideman();
    else if (measure == MINRISK_MEASURE_GINI)
        gini(parameter);
    else if (measure == MINRISK_MEASURE_ENTROPY)
        entropy();
    else
        hill(parameter);
}

/* --- the comparison -------------------------------------------------------------------------- */

/* `bound` is on the right side of the value, and at most `steps` doubles from the nearest that is;
 * the oracle may miss a value that is a double by a little. */
static void assert_outward(double bound, int up, uint64_t steps, const char *what)
{
    double nearest;
    mpfr_t slack;
    mpfr_init2(slack, mpfr_get_prec(value));
    mpfr_set_ui_2exp(slack, 1, 100 - mpfr_get_prec(value), MPFR_RNDN);
    if (up)
        mpfr_sub(slack, value, slack, MPFR_RNDN);
    else
        mpfr_add(slack, value, slack, MPFR_RNDN);
    nearest = mpfr_get_d(slack, up ? MPFR_RNDU : MPFR_RNDD);
    if (nearest < 0 || (nearest == 0 && up))
        nearest = 0;
    mpfr_clear(slack);
    assert_case(up ? bound >= nearest : bound <= nearest, 1, what);
    if (nearest > 1e-250)
        assert_case((up ? bits_of(bound) - bits_of(nearest) : bits_of(nearest) - bits_of(bound)) <=
                        steps,
                    1, what);
}

static const struct {
    const char *name;
    int32_t measure;
    double parameter;
    int rises; /* with concentration */
    uint64_t steps;
} measures[] = {
    {"top 1", MINRISK_MEASURE_TOP_SHARE, 1, 1, 0},
    {"top 4", MINRISK_MEASURE_TOP_SHARE, 4, 1, 0},
    {"top 9", MINRISK_MEASURE_TOP_SHARE, 9, 1, 0},
    {"Hall and Tideman", MINRISK_MEASURE_HALL_TIDEMAN, 0, 1, 0},
    {"Gini", MINRISK_MEASURE_GINI, MOST, 1, 0},
    {"entropy", MINRISK_MEASURE_ENTROPY, 0, 0, 1},
    {"Hill 0", MINRISK_MEASURE_HILL, 0, 0, 0},
    {"Hill 1e-9", MINRISK_MEASURE_HILL, 1e-9, 0, 1},
    {"Hill .5", MINRISK_MEASURE_HILL, .5, 0, 1},
    {"Hill below 1", MINRISK_MEASURE_HILL, 1 - 1.1102230246251565e-16, 0, 1},
    {"Hill 1", MINRISK_MEASURE_HILL, 1, 0, 1},
    {"Hill above 1", MINRISK_MEASURE_HILL, 1 + 2.220446049250313e-16, 0, 1},
    {"Hill 1.001", MINRISK_MEASURE_HILL, 1.001, 0, 1},
    {"Hill 2", MINRISK_MEASURE_HILL, 2, 0, 1},
    {"Hill 1000", MINRISK_MEASURE_HILL, 1000, 0, 1},
    {"Hill 1e8", MINRISK_MEASURE_HILL, 1e8, 0, 1},
    {"Hill infinity", MINRISK_MEASURE_HILL, HUGE_VAL, 0, 0},
};

static minrisk_interval bounds_of(size_t m, size_t count)
{
    minrisk_interval bounds = {-1, -1};
    assert_case(minrisk_measure_bounds(named, n, residual, count, cap, measures[m].measure,
                                       measures[m].parameter, NULL, 0, &bounds),
                MINRISK_OK, measures[m].name);
    assert_case(0 <= bounds.low && bounds.low <= bounds.high, 1, measures[m].name);
    return bounds;
}

static void check_measure(size_t m)
{
    minrisk_interval bounds = bounds_of(m, suppliers);
    int rises = measures[m].rises;
    complete_evenly();
    measure_of(measures[m].measure, measures[m].parameter);
    assert_outward(rises ? bounds.low : bounds.high, !rises, measures[m].steps, measures[m].name);
    complete_fully();
    measure_of(measures[m].measure, measures[m].parameter);
    assert_outward(rises ? bounds.high : bounds.low, rises, measures[m].steps, measures[m].name);
}

/* Of all sizes; near a monopoly; whole numbers, so that parts and rest tie with those named. */
static double draw_quantity(uint64_t kind)
{
    if (random_below(&source, 6) == 0)
        return random_below(&source, 2) ? 0.0 : -0.0;
    if (kind == 0)
        return (double)random_below(&source, 9);
    if (kind == 1)
        return random_unit(&source);
    return kind == 2 ? random_any(&source) / 4 : random_scaled(&source, -40, 0);
}

static void draw_market(void)
{
    uint64_t kind = random_below(&source, 4);
    n = random_size(&source, 1, NAMED);
    for (size_t i = 0; i < n; i++)
        named[i] = draw_quantity(kind);
    residual = draw_quantity(kind);
    if (random_below(&source, 8) == 0)
        named[0] = kind == 2 ? 1e305 : 1e6;
    named[n - 1] += named[n - 1] == 0 && residual == 0 ? 1 : 0;
    suppliers = random_size(&source, 1, PARTS);
    cap = residual / (double)random_size(&source, 1, suppliers);
    cap = random_below(&source, 3) ? next_up(cap + 0.0) : random_below(&source, 2) ? 2 * cap : 0;
    if (kind == 0)
        cap = (double)(1 + (uint64_t)residual / suppliers + random_below(&source, 3));
}

static void bounds_are_of_the_extreme_completions(void **state)
{
    size_t cases = numeric_cases() / 500;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        draw_market();
        for (size_t m = 0; m < COUNT(measures); m++)
            check_measure(m);
    }
}

/* The named with what is left of the sum of powers above 1, but not below. */
static void hill_of_endless_parts(double order)
{
    mpfr_t all;
    mpfr_init2(all, BITS);
    begin();
    end();
    mpfr_add_d(all, total, residual, MPFR_RNDN);
    mpfr_set(total, all, MPFR_RNDN);
    mpfr_clear(all);
    measure_of(MINRISK_MEASURE_HILL, order);
}

static void bounds_of_any_number(void **state)
{
    static const double orders[] = {1 + 2.220446049250313e-16, 1.001, 1.1, 2, 17, 1e4, HUGE_VAL};
    size_t cases = numeric_cases() / 500;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        draw_market();
        named[0] += random_below(&source, 2) ? 1 : residual / 1e12 + 1;
        for (size_t o = 0; o < COUNT(orders); o++) {
            minrisk_interval bounds = {-1, -1};
            assert_int_equal(minrisk_measure_bounds(named, n, residual, 0, 0, MINRISK_MEASURE_HILL,
                                                    orders[o], NULL, 0, &bounds),
                             MINRISK_OK);
            hill_of_endless_parts(orders[o]);
            if (mpfr_cmp_d(value, 2e304) > 0) /* e^700 is 1.01e304 */
                assert_double(bounds.high, infinity());
            else if (mpfr_cmp_d(value, 1e304) < 0)
                assert_outward(bounds.high, 1, 1, "endless");
        }
    }
}

static int set_up(void **state)
{
    (void)state;
    source.state = 19730201;
    print_message("seed %lu\n", (unsigned long)source.state);
    for (size_t i = 0; i < MOST; i++)
        mpfr_init2(x[i], SUM_BITS);
    mpfr_inits2(BITS, value, term, (mpfr_ptr)NULL);
    mpfr_inits2(SUM_BITS, total, sum, (mpfr_ptr)NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOST; i++)
        mpfr_clear(x[i]);
    mpfr_clears(value, term, total, sum, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_are_of_the_extreme_completions),
        cmocka_unit_test(bounds_of_any_number),
    };
    return cmocka_run_group_tests_name("numeric_completion", tests, set_up, tear_down);
}
