/* SPDX-License-Identifier: MIT */
/* The rarer trends at values worked out by hand or by Lambert's W, and at the ends of their ranges. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/when.h"

/* --- one span of time ------------------------------------------------------------------------- */

static const struct {
    int logistic;
    double supply, rate, midyear, need, need_rate, horizon;
    int32_t status;
    double first, lost; /* 0: not known */
} spans[] = {
    /* 20 + 10 t against 40 e^(t/20): t = -2 - 20 W(-e^(-1/10)/5), on both branches. */
    {0, 20, 10, 0, 40, .05, 100, MINRISK_REACHED, 2.54215818573065, 52.0853973882203},
    {0, 20, 10, 0, 40, .05, 1, MINRISK_BEYOND_HORIZON, 2.54215818573065, 0},
    {0, 20, 10, 0, 40, .05, 20, MINRISK_REACHED, 2.54215818573065, 52.0853973882203},
    {0, 50, 1, 0, 40, .05, HUGE_VAL, MINRISK_ALREADY, 0, 7.128458836580547},
    {0, 10, 1, 0, 40, .03, 100, MINRISK_NEVER, 0, 0},
    /* Supply that falls or stands still against a need that grows: it only gets worse. */
    {0, 10, -1, 0, 40, .03, 100, MINRISK_NEVER, 0, 0},
    {0, 50, 0, 0, 40, .05, 100, MINRISK_ALREADY, 0, 4.462871026284195}, /* 20 ln 1.25 */
    {0, 50, -10, 0, 40, .05, 100, MINRISK_ALREADY, 0, .830419828155170},
    /* A need that falls: for good, or until a falling supply is overtaken from above. */
    {0, 10, 0, 0, 40, -.1, 100, MINRISK_REACHED, 13.862943611198906, 0}, /* 10 ln 4 */
    {0, 0, 0, 0, 40, -.1, 100, MINRISK_NEVER, 0, 0},
    {0, 0, 1, 0, 40, -.1, 100, MINRISK_REACHED, 12.0216787319704, 0},
    {0, 30, -1, 0, 40, -.1, 100, MINRISK_REACHED, 4.50330694462019, 27.4231613466407},
    {0, 3, -1, 0, 40, -.01, 100, MINRISK_NEVER, 0, 0},
    /* Without a need, or with a steady one, as when_linear. */
    {0, 10, -1, 0, 0, .05, 100, MINRISK_ALREADY, 0, 10},
    {0, 10, 5, 0, 60, 0, 100, MINRISK_REACHED, 10, 0},
    /* So slow that the time is past 1e300. */
    {0, 1, 0, 0, 2, -1e-305, HUGE_VAL, MINRISK_BEYOND_HORIZON, 0, 0},
    {0, 2, 0, 0, 1, 1e-305, HUGE_VAL, MINRISK_ALREADY, 0, 0},
    /* 100 / (1 + e^(-(t - 10)/2)): t = 10 + 2 ln 4 for 80, and at the ceiling never. */
    {1, 100, .5, 10, 80, 0, 100, MINRISK_REACHED, 12.772588722239782, 0},
    {1, 100, .5, 10, 100, 0, 1e6, MINRISK_NEVER, 0, 0},
    {1, 100, .5, 10, .001, 0, 100, MINRISK_ALREADY, 0, 0},
    {1, 100, .5, 10, 60, .02, 100, MINRISK_REACHED, 12.40477712811588, 25.519962505020562},
    {1, 100, .5, 10, 1000, -.1, 100, MINRISK_REACHED, 23.0405725610991, 0},
    {1, 100, .5, 10, 60, .6, 100, MINRISK_NEVER, 0, 0},    /* the need outgrows even its start */
    {1, 100, .5, -10, 60, .6, 100, MINRISK_ALREADY, 0, 0}, /* lost at ln(1/.6)/.6, nearly */
    {1, 100, .5, 10, 99, .02, 100, MINRISK_NEVER, 0, 0},
    {1, 0, .5, 10, 1, -.1, 100, MINRISK_NEVER, 0, 0},
    {1, 0, .5, 10, 0, .1, 100, MINRISK_ALREADY, 0, 0},
    {1, 100, 1e300, -1e300, 60, 0, 100, MINRISK_ALREADY, 0, 0},
    {1, 100, 1e300, 1e300, 60, 0, 100, MINRISK_BEYOND_HORIZON, 0, 0},
    /* Products past the range of double, on either side. */
    {0, 1e308, 1e308, 0, 1e-300, 1e10, 1e10, MINRISK_ALREADY, 0, 1.39997173668038e-7},
    {0, 1, 1e308, 0, 1e300, 1e-299, HUGE_VAL, MINRISK_REACHED, 1e-8, 0},
    {0, 1, 1, 0, 2, -1e308, HUGE_VAL, MINRISK_REACHED, 6.93147e-309, 0},
    /* A peak that is past: 9 at the ceiling of 10 long since, a need of 11 that grows. */
    {1, 10, 1, -50, 11, .01, 100, MINRISK_NEVER, 0, 0},
};

static minrisk_when ask(size_t i, double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(spans[i].logistic
                         ? minrisk_when_logistic(spans[i].supply, spans[i].rate, spans[i].midyear,
                                                 spans[i].need, spans[i].need_rate, horizon, &when)
                         : minrisk_when_linear_exponential(spans[i].supply, spans[i].rate,
                                                           spans[i].need, spans[i].need_rate,
                                                           horizon, &when),
                     MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

static void known_spans(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(spans); i++) {
        minrisk_when when = ask(i, spans[i].horizon);
        assert_case(when.status, spans[i].status, "span");
        if (spans[i].first > 0)
            assert_near(when.first, spans[i].first, 1e-4 * spans[i].first);
        if (spans[i].lost > 0)
            assert_near(when.lost, spans[i].lost, 1e-6 * spans[i].lost);
        assert_true((when.assumptions & MINRISK_ASSUMES_TREND_HOLDS) != 0);
        assert_int_equal((when.assumptions & MINRISK_ASSUMES_CONSTANT_NEED) != 0,
                         spans[i].need_rate == 0 || (!spans[i].logistic && spans[i].need == 0));
    }
}

/* --- growing markets -------------------------------------------------------------------------- */

static minrisk_when ask_hhi(const double *supply, const double *growth, size_t n, double limit,
                            double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(minrisk_when_hhi(supply, growth, n, limit, horizon, &when), MINRISK_OK);
    if (when.status != MINRISK_UNDEFINED)
        assert_when_coherent(&when, horizon);
    assert_int_equal(when.assumptions, MINRISK_ASSUMES_TREND_HOLDS);
    return when;
}

/* Shares s and 1 - s have HHI .68 at s = .2 and .8: the entrant of 1 to 9 grows by 1.5 a year, so
 * that its odds pass 1/4 and 4 at ln(9/4)/ln 1.5 and ln 36/ln 1.5. */
static void an_entrant_takes_over(void **state)
{
    static const double supply[] = {9, 1, 0}, growth[] = {0, .5, -.9};
    static const double alone[] = {0, 7}, one_growth[] = {3, .05}, none[] = {0, 0};
    minrisk_when w = ask_hhi(supply, growth, 3, .68, 30);
    (void)state;
    assert_int_equal(w.status, MINRISK_REACHED);
    assert_int_equal(w.windows, 1);
    assert_near(w.first, log(2.25) / log(1.5), 1e-9);
    assert_near(w.lost, log(36) / log(1.5), 1e-9);
    w = ask_hhi(supply, growth, 3, .68, 5);
    assert_true(w.known & MINRISK_KNOWS_PERMANENT);
    assert_int_equal(w.status, MINRISK_REACHED);
    w = ask_hhi(supply, growth, 3, .9, 5);
    assert_int_equal(w.status, MINRISK_ALREADY);
    w = ask_hhi(supply, growth, 3, .49, 30);
    assert_int_equal(w.status, MINRISK_NOT_WITHIN_HORIZON);
    w = ask_hhi(supply, growth, 3, .68, 0);
    assert_int_equal(w.status, MINRISK_NOT_WITHIN_HORIZON);
    w = ask_hhi(alone, one_growth, 2, 1, 30);
    assert_int_equal(w.status, MINRISK_ALREADY);
    w = ask_hhi(alone, one_growth, 2, .9, 30);
    assert_int_equal(w.status, MINRISK_NOT_WITHIN_HORIZON);
    w = ask_hhi(none, one_growth, 2, .9, 30);
    assert_int_equal(w.status, MINRISK_UNDEFINED);
    assert_int_equal(w.known, 0);
}

/* One that fades, one that stays and one that comes: two spells below the limit. */
static void two_spells(void **state)
{
    static const double supply[] = {1000, 1, 1e-6}, growth[] = {-.5, 0, 1};
    minrisk_when w = ask_hhi(supply, growth, 3, .6, 40);
    (void)state;
    assert_int_equal(w.windows, 2);
    assert_int_equal(w.status, MINRISK_REACHED);
    assert_false(w.known & MINRISK_KNOWS_PERMANENT);
}

/* H stays just above the limit for long: the steps run out, and longer ones follow. */
static void a_long_approach(void **state)
{
    static const double supply[] = {1, 1, 1e-4}, growth[] = {0, 1e-9, .9};
    minrisk_when w = ask_hhi(supply, growth, 3, .4999, 1000);
    (void)state;
    assert_int_equal(w.status, MINRISK_REACHED);
    assert_true(w.windows == 1 && w.lost < 1000);
}

/* --- needs and stocks ------------------------------------------------------------------------- */

static double factor(double shortfall, double substituted, double recovered, double growth,
                     double lifetime)
{
    double k = -7;
    assert_int_equal(
        minrisk_net_need_factor(shortfall, substituted, recovered, growth, lifetime, &k),
        MINRISK_OK);
    return k;
}

static void needs_that_are_left(void **state)
{
    (void)state;
    assert_near(factor(.2, .1, .3, .05, 0), .42, 1e-15);
    assert_near(factor(0, 0, .5, 1, 3), 1 - .5 / 8, 1e-15);
    assert_near(factor(0, 0, .5, -.5, 2), -1, 1e-15);
    assert_double(factor(0, 0, 0, -.5, 1e300), 1);
    assert_double(factor(1, 0, 0, 0, 0), 0);
    assert_double(factor(0, 0, 1, .5, 1e5), 1); /* what fades below 2^-1000 is gone */
    assert_double(factor(0, 0, 1, -.5, 1e5), -infinity());
    assert_double(factor(0, 0, 1, -.999, 1e308), -infinity());
    assert_double(factor(0, 0, 1, 1e10, 1e308), 1);
    assert_true(factor(0, 0, 1, -.5, 1022) < -1e307);
}

static void months_that_a_stock_lasts(void **state)
{
    double months = -7;
    (void)state;
    assert_int_equal(minrisk_months_of_cover(50, 100, .25, &months), MINRISK_OK);
    assert_double(months, 24);
    assert_int_equal(minrisk_months_of_cover(50, 100, 0, &months), MINRISK_OK);
    assert_double(months, infinity());
    assert_int_equal(minrisk_months_of_cover(0, 0, 1, &months), MINRISK_OK);
    assert_double(months, infinity());
    assert_int_equal(minrisk_months_of_cover(0, 5, 1, &months), MINRISK_OK);
    assert_double(months, 0);
    assert_int_equal(minrisk_months_of_cover(1e308, 1e-308, 1, &months), MINRISK_OK);
    assert_double(months, infinity());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_spans),         cmocka_unit_test(an_entrant_takes_over),
        cmocka_unit_test(two_spells),          cmocka_unit_test(a_long_approach),
        cmocka_unit_test(needs_that_are_left), cmocka_unit_test(months_that_a_stock_lasts),
    };
    return cmocka_run_group_tests_name("unit_growth", tests, NULL, NULL);
}
