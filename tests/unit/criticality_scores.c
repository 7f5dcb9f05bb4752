/* SPDX-License-Identifier: MIT */
/* GeoPolRisk, the USGS's score, the screens and chains at values worked out by hand. */
#include "minrisk.h"
#include "support/check.h"

static void geopolrisk(void **state)
{
    /* HHI of {3, 1} is .625; of 4 + 3 + 1 imported and 8 made at home, 16 used, 4 come at .5 and
     * 1 at 1, while the 3 are from inside the region: import risk 3/16; score .1171875. */
    static const double made[] = {3, 1}, imports[] = {4, 3, 1}, risk[] = {.5, .75, 1};
    static const uint32_t region[] = {1, 7, 2};
    const minrisk_geopolrisk_inputs in = {made, 2, imports, risk, region, 3, 7, 8, 16, .5};
    double c[3], q[3], r[3], made_c[2], made_q[2];
    const minrisk_attribution parts = {c, q, r}, production = {made_c, made_q, NULL};
    minrisk_geopolrisk_result out;
    (void)state;
    assert_int_equal(minrisk_geopolrisk(&in, &out, &parts, &production), MINRISK_OK);
    assert_double(out.hhi, .625);
    assert_double(out.import_risk, .1875);
    assert_double(out.score, .1171875);
    assert_double(out.midpoint, 1.875);
    assert_double(out.characterisation, 3.75);
    assert_double(out.by_domestic, -.00732421875); /* - score / 16 */
    assert_double(c[0], .078125);
    assert_double(c[1], 0);
    assert_double(c[2], .0390625);
    assert_double(q[0], .01220703125);  /* .625 (.5 - .1875) / 16 */
    assert_double(q[1], -.00732421875); /* .625 (0 - .1875) / 16 */
    assert_double(r[0], .15625);        /* .625 * 4 / 16 */
    assert_double(r[1], 0);
    assert_double(made_c[0], .10546875); /* .1875 * 9 / 16 */
    assert_double(made_q[0], .01171875); /* .1875 * 2 / 4 (.75 - .625) */
}

static void geopolrisk_in_a_range(void **state)
{
    static const double made[] = {1}, imports[] = {1}, low_risk[] = {.25}, high_risk[] = {.75};
    minrisk_geopolrisk_inputs low = {made, 1, imports, low_risk, NULL, 1, 0, 1, 1, 1};
    minrisk_geopolrisk_inputs high = {made, 1, imports, high_risk, NULL, 1, 0, 3, 1, 1};
    minrisk_interval range;
    (void)state;
    assert_int_equal(minrisk_geopolrisk_interval(&low, &high, &range), MINRISK_OK);
    assert_true(range.low <= .0625 && range.high >= .375); /* .25/4 and .75/2 */
    assert_near(range.low, .0625, 3e-17);
    assert_near(range.high, .375, 2e-16);
    low.risk = high.risk = made; /* certain to fail, and zero to the other end: no NaN, no -0 */
    low.domestic = high.domestic = 0;
    assert_int_equal(minrisk_geopolrisk_interval(&low, &high, &range), MINRISK_OK);
    assert_true(range.low <= 1 && range.high >= 1);
}

static void usgs(void **state)
{
    /* DP = .5625 * 1 * .5 + .0625 * .5 * 1 = .3125; EV = (10/100)(8/4) + (20/100)(4/1) = 1;
     * SR = (.3125 * .4 * 1)^(1/3) = .125^(1/3) = .5 with TE = .4. */
    static const double made[] = {6, 2}, ability[] = {1, .5}, willingness[] = {.5, 1};
    static const double value[] = {10, 20}, spent[] = {8, 4}, profit[] = {4, 1};
    minrisk_usgs_inputs in = {{made, ability, willingness, 2}, .4, value, spent, profit, 2, 100};
    double c[2], q[2], r[2];
    const minrisk_attribution parts = {c, q, r};
    minrisk_usgs_risk out;
    (void)state;
    assert_int_equal(minrisk_usgs_supply_risk(&in, &out, &parts), MINRISK_OK);
    assert_double(out.disruption_potential, .3125);
    assert_double(out.trade_exposure, .4);
    assert_double(out.economic_vulnerability, 1);
    assert_double(out.risk, .5);
    assert_near(out.by_trade_exposure, .5 / 1.2, 1e-16);
    assert_near(out.by_vulnerability, .5 / 3, 1e-16);
    assert_near(c[0], .45, 1e-16); /* .5 * .28125 / .3125 */
    assert_near(c[1], .05, 1e-17);
    assert_near(q[0], .5 / (3 * .3125) * .25 * (.375 - .3125), 1e-17);
    assert_near(r[0], .5 / (3 * .3125) * .28125, 1e-16);
    in.trade_exposure = 0;
    assert_int_equal(minrisk_usgs_supply_risk(&in, &out, &parts), MINRISK_OK);
    assert_double(out.risk, 0);
    assert_double(out.by_trade_exposure, 0);
    assert_double(out.by_vulnerability, 0);
    assert_double(c[0], 0);
    assert_double(q[1], 0);
}

/* Cubes, and the ends of the range of double. */
static void cube_roots(void **state)
{
    static const double one[] = {1}, roots[] = {1, 2, 3, 5, 10, 100, 1e5, .5, .25};
    static const double huge[] = {1e308}, tiny[] = {5e-324};
    minrisk_usgs_inputs in = {{one, one, NULL, 1}, 1, one, one, one, 1, 1};
    minrisk_usgs_risk out;
    (void)state;
    for (size_t i = 0; i < COUNT(roots); i++) {
        double cube = roots[i] * roots[i] * roots[i];
        in.value_added = &cube;
        assert_int_equal(minrisk_usgs_supply_risk(&in, &out, NULL), MINRISK_OK);
        assert_double(out.risk, roots[i]);
    }
    in.value_added = in.expenditure = huge;
    in.profit = tiny;
    assert_int_equal(minrisk_usgs_supply_risk(&in, &out, NULL), MINRISK_OK);
    assert_double(out.economic_vulnerability, infinity());
    assert_double(out.risk, infinity()); /* (1e616 / 4.9e-324)^(1/3) is above 1e308 */
}

static void usgs_in_a_range(void **state)
{
    static const double one[] = {1}, eight[] = {8}, half[] = {.5};
    const minrisk_usgs_inputs low = {{one, half, NULL, 1}, .25, one, one, one, 1, 1};
    const minrisk_usgs_inputs high = {{one, one, NULL, 1}, 1, eight, one, eight, 1, 1};
    minrisk_interval range;
    (void)state;
    assert_int_equal(minrisk_usgs_risk_interval(&low, &high, &range), MINRISK_OK);
    assert_true(range.low <= .25 && range.high >= 2); /* (.5 .25 / 8)^(1/3), 8^(1/3) */
    assert_near(range.low, .25, 2e-16);
    assert_near(range.high, 2, 1e-15);
}

/* Ends at the ends of the range of double. */
static void usgs_far_out(void **state)
{
    static const double one[] = {1}, huge[] = {1e308}, tiny[] = {5e-324}, least[] = {1e-300};
    minrisk_usgs_inputs in = {{one, one, NULL, 1}, 1, huge, huge, tiny, 1, 1};
    minrisk_interval range;
    (void)state;
    assert_int_equal(minrisk_usgs_risk_interval(&in, &in, &range), MINRISK_OK);
    assert_double(range.low, 1.7976931348623157e308);
    assert_double(range.high, infinity());
    in.value_added = in.expenditure = least; /* (1e-600 / 1e616)^(1/3) */
    in.profit = huge;
    in.gdp = 1e308;
    assert_int_equal(minrisk_usgs_risk_interval(&in, &in, &range), MINRISK_OK);
    assert_true(range.low == 0 && range.high == smallest());
    in.value_added = tiny;
    in.expenditure = one;
    in.gdp = 1;
    in.profit = one;
    assert_int_equal(minrisk_usgs_risk_interval(&in, &in, &range), MINRISK_OK);
    assert_near(range.high / range.low, 1, 1e-14);
}

/* A score that is subnormal: the range is no narrower than its neighbours. */
static void subnormal_ranges(void **state)
{
    static const double one[] = {1}, tiny[] = {5e-324}, some[] = {1.5e-323};
    minrisk_geopolrisk_inputs in = {one, 1, one, some, NULL, 1, 0, 0, 1, 1};
    minrisk_interval range;
    (void)state;
    assert_int_equal(minrisk_geopolrisk_interval(&in, &in, &range), MINRISK_OK);
    assert_true(range.low <= 1.5e-323 && range.low >= 5e-324 && range.high >= 1.5e-323);
    in.risk = tiny;
    assert_int_equal(minrisk_geopolrisk_interval(&in, &in, &range), MINRISK_OK);
    assert_true(range.low <= 5e-324 && range.high >= 5e-324 && range.high <= 1.5e-323);
}

/* Each part for itself. */
static void parts_one_by_one(void **state)
{
    static const double made[] = {3, 1}, imports[] = {1, 1}, risk[] = {.5, 1};
    const minrisk_geopolrisk_inputs in = {made, 2, imports, risk, NULL, 2, 0, 0, 1, 1};
    double all[3][2], one[2];
    const minrisk_attribution every = {all[0], all[1], all[2]};
    minrisk_geopolrisk_result out;
    minrisk_dera_result dera;
    (void)state;
    for (int which = 0; which < 3; which++) {
        minrisk_attribution alone = {NULL, NULL, NULL};
        double **place = which == 0   ? &alone.contribution
                         : which == 1 ? &alone.by_quantity
                                      : &alone.by_risk;
        *place = one;
        assert_int_equal(minrisk_geopolrisk(&in, &out, &every, NULL), MINRISK_OK);
        assert_int_equal(minrisk_geopolrisk(&in, &out, &alone, NULL), MINRISK_OK);
        assert_double(one[0], all[which][0]);
        assert_double(one[1], all[which][1]);
        assert_int_equal(minrisk_dera_country_risk(made, risk, 2, &dera, &every), MINRISK_OK);
        assert_int_equal(minrisk_dera_country_risk(made, risk, 2, &dera, &alone), MINRISK_OK);
        assert_double(one[0], all[which][0]);
        assert_double(one[1], all[which][1]);
    }
}

static void expected_loss(void **state)
{
    static const double chance[] = {.5, .25, 1, 0}, effect[] = {8, 64, -3, 1e300};
    double each[4];
    minrisk_loss out;
    (void)state;
    assert_int_equal(minrisk_expected_loss(chance, effect, 4, &out, each), MINRISK_OK);
    assert_double(out.expected, 17);
    assert_double(out.losses, 20);
    assert_double(out.gains, 3);
    assert_int_equal(out.worst, 1);
    assert_double(each[0], 4);
    assert_double(each[2], -3);
    assert_int_equal(minrisk_expected_loss(chance, effect + 2, 1, &out, NULL), MINRISK_OK);
    assert_double(out.expected, -1.5); /* a gain */
    assert_int_equal(out.worst, 0);
    static const double even[] = {.5, .5}, cancel[] = {1e300, -1e300};
    assert_int_equal(minrisk_expected_loss(even, cancel, 2, &out, NULL), MINRISK_OK);
    assert_double(out.expected, 0);
}

static void single_points_of_failure(void **state)
{
    static const double one[] = {0, 5e-324, -0.0}, two[] = {0, 3, 4};
    int32_t single = -1;
    size_t producer = 9;
    (void)state;
    assert_int_equal(minrisk_single_producer(one, 3, &single, &producer), MINRISK_OK);
    assert_int_equal(single, 1);
    assert_int_equal(producer, 1);
    assert_int_equal(minrisk_single_producer(two, 3, &single, &producer), MINRISK_OK);
    assert_int_equal(single, 0);
    assert_int_equal(producer, 1);
}

static const struct {
    double quantity[2], wgi[2], risk;
    int risk_class, concentration;
} countries[] = {
    {{3, 1}, {-1, 1}, -.5, MINRISK_DERA_MODERATE, MINRISK_DERA_HIGH}, /* on the threshold */
    {{3, 1}, {1, -1}, .5, MINRISK_DERA_MODERATE, MINRISK_DERA_HIGH},
    {{1, 1}, {2, -2}, 0, MINRISK_DERA_MODERATE, MINRISK_DERA_HIGH},
    {{1, 0}, {1, -5}, 1, MINRISK_DERA_LOW, MINRISK_DERA_HIGH},
    {{0, 1}, {1, -5}, -5, MINRISK_DERA_HIGH, MINRISK_DERA_HIGH},
};

static void country_risk(void **state)
{
    static const double four[] = {1, 1, 1, 1}, seven[] = {1, 1, 1, 1, 1, 1, 1}, good[7] = {0};
    double c[2], q[2], r[2];
    const minrisk_attribution parts = {c, q, r};
    minrisk_dera_result out;
    (void)state;
    for (size_t i = 0; i < COUNT(countries); i++) {
        assert_int_equal(
            minrisk_dera_country_risk(countries[i].quantity, countries[i].wgi, 2, &out, &parts),
            MINRISK_OK);
        assert_double(out.country_risk, countries[i].risk);
        assert_int_equal(out.risk_class, countries[i].risk_class);
        assert_int_equal(out.concentration, countries[i].concentration);
    }
    minrisk_dera_country_risk(countries[0].quantity, countries[0].wgi, 2, &out, &parts);
    assert_double(c[0], -.75);
    assert_double(c[1], .25);
    assert_double(q[0], -.125); /* (-1 + .5) / 4 */
    assert_double(q[1], .375);
    assert_double(r[0], .75);
    minrisk_dera_country_risk(four, good, 4, &out, NULL);
    assert_int_equal(out.concentration, MINRISK_DERA_MODERATE); /* .25, on the threshold */
    minrisk_dera_country_risk(seven, good, 7, &out, NULL);
    assert_int_equal(out.concentration, MINRISK_DERA_LOW);
    assert_double(out.hhi, 1 / 7.);
}

static void dependence(void **state)
{
    static const double two[] = {1, 1}, five[] = {1, 1, 1, 1, 1}, fifths[] = {3, 2},
                        flat[] = {4, 3, 3};
    minrisk_dependence out;
    (void)state;
    assert_int_equal(minrisk_cepii_dependence(two, 2, two, 2, 1, &out), MINRISK_OK);
    assert_double(out.import_hhi, .5);
    assert_double(out.cover, 2);
    assert_int_equal(out.dependent, 1);
    assert_int_equal(minrisk_cepii_dependence(two, 2, fifths, 2, 2, &out), MINRISK_OK);
    assert_double(out.world_hhi, .52);
    assert_int_equal(out.not_substitutable, 0); /* a ratio of 1 is not above it */
    assert_int_equal(out.dependent, 0);
    assert_int_equal(minrisk_cepii_dependence(five, 5, two, 2, 0, &out), MINRISK_OK);
    assert_double(out.cover, infinity());
    assert_int_equal(out.concentrated_imports, 0);
    assert_int_equal(out.not_substitutable, 1);
    assert_int_equal(out.dependent, 0);
    assert_int_equal(minrisk_cepii_dependence(two, 2, flat, 3, 1, &out), MINRISK_OK);
    assert_double(out.world_hhi, .34);
    assert_int_equal(out.concentrated_world, 0);
    assert_int_equal(out.dependent, 0);
    /* 2, 3, 4 and 1 of 10 are .3; of {6, 2, 2} .44; {2, 2, 1} has .36, {5, 5, 0} .5; on .4 itself: */
    static const double on[] = {6, 1, 1, 1, 1};
    assert_int_equal(minrisk_cepii_dependence(on, 5, two, 2, 1, &out), MINRISK_OK);
    assert_double(out.import_hhi, .4);
    assert_int_equal(out.concentrated_imports, 0);
    assert_int_equal(out.concentrated_world, 1);
}

/* Shares in percent, of which the first two merge. */
static const struct {
    double share[6];
    size_t n;
    int finding[3]; /* 1992, 2010, 2023 */
    double after, delta;
} mergers[] = {
    /* 2 5 10 is just 100 points */
    {{5, 10, 40, 45}, 4, {1, 1, 0}, .3850, .01},
    {{6, 10, 39, 45}, 4, {2, 1, 2}, .3802, .012},
    {{10, 11, 34, 45}, 4, {2, 2, 2}, .3622, .022},
    {{10, 10, 35, 45}, 4, {2, 1, 2}, .3650, .02}, /* 200 is not above 200 */
    {{2, 2, 46, 50}, 4, {0, 0, 0}, .4632, .0008},
    {{3, 9, 40, 48}, 4, {1, 0, 0}, .4048, .0054},
    {{2.5, 10, 40, 47.5}, 4, {0, 0, 0}, .40125, .005}, /* 50 is not above 50 */
    {{5, 4, 16, 25, 25, 25}, 6, {0, 0, 0}, .2212, .004},
    {{10, 8, 20, 20, 21, 21}, 6, {2, 1, 2}, .2006, .016},
    {{5, 9, 20, 20, 20, 26}, 6, {1, 0, 0}, .2072, .009},
};

static void merger_screens(void **state)
{
    static const int32_t guidelines[] = {MINRISK_GUIDELINE_1992, MINRISK_GUIDELINE_2010,
                                         MINRISK_GUIDELINE_2023};
    (void)state;
    for (size_t i = 0; i < COUNT(mergers); i++)
        for (size_t g = 0; g < 3; g++) {
            minrisk_merger out;
            assert_int_equal(
                minrisk_merger_screen(mergers[i].share, mergers[i].n, 0, 1, guidelines[g], &out),
                MINRISK_OK);
            assert_double(out.after, mergers[i].after);
            assert_double(out.delta, mergers[i].delta);
            assert_near(out.before + out.delta, out.after, 1e-15);
            assert_case(out.finding, mergers[i].finding[g], "a merger");
        }
}

/* Many small rivals: classes below the upper threshold, and the presumption by share alone. */
static void merger_screens_by_share(void **state)
{
    double share[72];
    minrisk_merger out;
    (void)state;
    for (size_t i = 0; i < COUNT(share); i++)
        share[i] = 1;
    share[0] = 29;
    share[1] = 2;
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_2023, &out); /* 31 of 100 */
    assert_double(out.share, .31);
    assert_double(out.after, .1030);
    assert_int_equal(out.level, MINRISK_MODERATE);
    assert_int_equal(out.finding, MINRISK_MERGER_PRESUMED);
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_1992, &out);
    assert_int_equal(out.finding, MINRISK_MERGER_SCRUTINY);
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_2010, &out);
    assert_int_equal(out.level, MINRISK_UNCONCENTRATED);
    assert_int_equal(out.finding, MINRISK_MERGER_NO_CONCERN);
    share[0] = 28;
    minrisk_merger_screen(share, 72, 0, 1, MINRISK_GUIDELINE_2023, &out); /* 30 of 100 */
    assert_double(out.share, .3);
    assert_int_equal(out.finding, MINRISK_MERGER_NO_CONCERN);
    share[0] = 30;
    share[1] = 1;
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_2023, &out); /* delta of 60 */
    assert_int_equal(out.finding, MINRISK_MERGER_NO_CONCERN);
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_1992, &out); /* moderate, delta 60 */
    assert_int_equal(out.level, MINRISK_MODERATE);
    assert_int_equal(out.finding, MINRISK_MERGER_NO_CONCERN);
    share[0] = 20;
    share[1] = 11;
    minrisk_merger_screen(share, 71, 0, 1, MINRISK_GUIDELINE_2010, &out);
    assert_int_equal(out.finding, MINRISK_MERGER_NO_CONCERN); /* 1,030, delta 440 */
}

static void chains(void **state)
{
    static const double risk[] = {.5, .25, .5}, weight[] = {1, 2, 0}, above[] = {4, 1, 2};
    static const double none[] = {.5, 0}, tiny[] = {5e-324, 5e-324}, small[] = {1e-300, 1e-300};
    static const double huge[] = {1e308, 1e308, 1e308}, zeros[] = {-0.0, 0};
    minrisk_chain out;
    (void)state;
    assert_int_equal(minrisk_chain_risk(risk, weight, 3, &out), MINRISK_OK);
    assert_double(out.maximum, .5);
    assert_int_equal(out.bottleneck, 0); /* the first on a tie */
    assert_double(out.series, .8125);
    assert_double(out.mean, 1.25 / 3);
    assert_near(out.geometric, .39685026299204984, 1e-16); /* (1/16)^(1/3) */
    assert_double(out.weighted, 1 / 3.);
    assert_int_equal(out.known, MINRISK_CHAIN_SERIES | MINRISK_CHAIN_WEIGHTED);
    assert_int_equal(out.reserved, 0);
    assert_int_equal(minrisk_chain_risk(above, NULL, 3, &out), MINRISK_OK);
    assert_double(out.geometric, 2);
    assert_double(out.series, 0);
    assert_double(out.weighted, 0);
    assert_int_equal(out.known, 0);
    assert_int_equal(minrisk_chain_risk(none, NULL, 2, &out), MINRISK_OK);
    assert_double(out.geometric, 0);
    assert_int_equal(out.known, MINRISK_CHAIN_SERIES);
    minrisk_chain_risk(tiny, NULL, 2, &out);
    assert_double(out.geometric, 5e-324);
    assert_double(out.series, 1e-323);
    minrisk_chain_risk(small, NULL, 2, &out);
    assert_double(out.series, 2e-300); /* 1 - (1 - p)^2 would be 0 */
    minrisk_chain_risk(huge, NULL, 3, &out);
    assert_double(out.mean, 1e308);
    assert_double(out.geometric, 1e308);
    minrisk_chain_risk((const double[]){1e-300, .5}, NULL, 2, &out);
    assert_double(out.series, .5);
    minrisk_chain_risk(above + 1, NULL, 1, &out);
    assert_double(out.series, 1); /* certain */
    minrisk_chain_risk(zeros, NULL, 2, &out);
    assert_double(out.maximum, 0); /* and not -0.0, in any order */
}

static void disruptions(void **state)
{
    static const double cover[] = {1, 2, 0, 3};
    double missing[4];
    size_t held_at;
    (void)state;
    assert_int_equal(minrisk_chain_disruption(5, 0, cover, 4, missing, &held_at), MINRISK_OK);
    assert_double(missing[0], 4);
    assert_double(missing[1], 2);
    assert_double(missing[2], 2);
    assert_double(missing[3], 0);
    assert_int_equal(held_at, 3);
    assert_int_equal(minrisk_chain_disruption(5, 2, cover, 4, missing, &held_at), MINRISK_OK);
    assert_double(missing[0], 0);
    assert_double(missing[1], 0);
    assert_double(missing[2], 5);
    assert_double(missing[3], 2);
    assert_int_equal(held_at, 4); /* it reaches the end */
    assert_int_equal(minrisk_chain_disruption(1, 0, cover, 4, missing, &held_at), MINRISK_OK);
    assert_double(missing[0], 0);
    assert_int_equal(held_at, 0);
    assert_int_equal(minrisk_chain_disruption(0, 3, cover, 4, missing, &held_at), MINRISK_OK);
    assert_int_equal(held_at, 3);
}

/* Where the sources work an example out themselves, with inputs and result. The USGS, the CEPII and
 * DERA print results alone; those of the EU are in tests/vectors/eu_list.c. */
static void examples_of_the_sources(void **state)
{
    /* The figures in the tests of geopolrisk-py (Koyamparambath et al. 2025, Journal of Open Source
     * Software 9600): HHI .3, imports of 2,000 weighted 1,000, 500 made at home, price 50. */
    static const double made[] = {4, 3, 2, 1}, imports[] = {2000}, risk[] = {.5};
    const minrisk_geopolrisk_inputs in = {made, 4, imports, risk, NULL, 1, 0, 500, 50, 1};
    /* US Department of Justice and Federal Trade Commission 2010, section 5.3, notes 9 and 10:
     * shares of 30, 30, 20 and 20 % have an HHI of 2,600; firms of 5 and of 10 % that merge raise
     * it by 100. */
    static const double four[] = {30, 30, 20, 20}, market[] = {5, 10, 85};
    minrisk_geopolrisk_result score;
    minrisk_merger merger;
    double hhi;
    (void)state;
    assert_int_equal(minrisk_geopolrisk(&in, &score, NULL, NULL), MINRISK_OK);
    assert_double(score.hhi, .3);
    assert_near(score.score, .3 * (1000.0 / (2000 + 500)), 2e-17);
    assert_near(score.midpoint, 6, 1e-15);
    assert_int_equal(minrisk_hhi(four, 4, &hhi), MINRISK_OK);
    assert_double(minrisk_to_points(hhi), 2600);
    assert_int_equal(minrisk_merger_screen(market, 3, 0, 1, MINRISK_GUIDELINE_2010, &merger),
                     MINRISK_OK);
    assert_double(minrisk_to_points(merger.delta), 100);
}

static void pinned_values(void **state)
{
    (void)state;
    assert_int_equal(MINRISK_DERA_LOW, 0);
    assert_int_equal(MINRISK_DERA_MODERATE, 1);
    assert_int_equal(MINRISK_DERA_HIGH, 2);
    assert_int_equal(MINRISK_MERGER_NO_CONCERN, 0);
    assert_int_equal(MINRISK_MERGER_SCRUTINY, 1);
    assert_int_equal(MINRISK_MERGER_PRESUMED, 2);
    assert_int_equal(MINRISK_CHAIN_SERIES, 1);
    assert_int_equal(MINRISK_CHAIN_WEIGHTED, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(geopolrisk),
        cmocka_unit_test(geopolrisk_in_a_range),
        cmocka_unit_test(usgs),
        cmocka_unit_test(cube_roots),
        cmocka_unit_test(usgs_in_a_range),
        cmocka_unit_test(usgs_far_out),
        cmocka_unit_test(subnormal_ranges),
        cmocka_unit_test(parts_one_by_one),
        cmocka_unit_test(expected_loss),
        cmocka_unit_test(single_points_of_failure),
        cmocka_unit_test(country_risk),
        cmocka_unit_test(dependence),
        cmocka_unit_test(merger_screens),
        cmocka_unit_test(merger_screens_by_share),
        cmocka_unit_test(chains),
        cmocka_unit_test(disruptions),
        cmocka_unit_test(examples_of_the_sources),
        cmocka_unit_test(pinned_values),
    };
    return cmocka_run_group_tests_name("unit_criticality_scores", tests, NULL, NULL);
}
