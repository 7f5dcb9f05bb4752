/* SPDX-License-Identifier: MIT */
/* The scores of the EU at values worked out by hand. */
#include "minrisk.h"
#include "support/check.h"

/* Shares .75 and .25 of the world, .5 and .5 of the EU:
 * HHI_GS = .5625 * 8 * 1.25 + .0625 * 4 = 5.875; HHI_EU = .25 * 8 + .25 * 2 = 2.5;
 * bracket = 5.875 * .25 + 2.5 * .75 = 3.34375; SR = 3.34375 * .75 * .5 = 1.25390625. */
static const double world[] = {6, 2}, world_risk[] = {8, 4}, world_trade[] = {1.25, 1};
static const double sources[] = {3, 3, 0}, source_risk[] = {8, 2, 9};

static minrisk_eu_stage example(void)
{
    const minrisk_eu_stage stage = {
        {world, world_risk, world_trade, 2}, {sources, source_risk, NULL, 3}, .5, .25, .5};
    return stage;
}

static void both_sourcings(void **state)
{
    double c[2], q[2], r[2], eu_c[3];
    const minrisk_attribution global = {c, q, r}, eu = {eu_c, NULL, NULL};
    const minrisk_eu_stage stage = example();
    minrisk_eu_risk out;
    (void)state;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, &global, &eu), MINRISK_OK);
    assert_double(out.hhi_global, 5.875);
    assert_double(out.hhi_eu, 2.5);
    assert_double(out.unmitigated, 3.34375);
    assert_double(out.risk, 1.25390625);
    assert_double(out.global_part, .55078125); /* 5.875 / 4 * .375 */
    assert_double(out.eu_part, .703125);
    assert_double(out.by_import_reliance, .6328125); /* (5.875 - 2.5) / 2 * .375 */
    assert_double(out.by_recycling, -1.671875);
    assert_double(out.by_substitution, 2.5078125);
    assert_int_equal(out.basis, MINRISK_EU_BOTH);
    assert_int_equal(out.reserved, 0);
    assert_double(c[0], .52734375); /* 5.625 / 4 * .375 */
    assert_double(c[1], .0234375);
    assert_double(q[0], .0380859375); /* 2/8 * (.75 * 10 - 5.875) / 4 * .375 */
    assert_double(q[1], -.1142578125);
    assert_double(r[0], .06591796875); /* .5625 * 1.25 / 4 * .375 */
    assert_double(r[1], .005859375);
    assert_double(eu_c[0], .5625); /* .25 * 8 * .75 * .375 */
    assert_double(eu_c[1], .140625);
    assert_double(eu_c[2], 0);
}

static void fallbacks(void **state)
{
    double untouched = -7;
    const minrisk_attribution none = {&untouched, NULL, NULL};
    minrisk_eu_stage stage = example();
    minrisk_eu_risk out;
    (void)state;
    stage.eu.n = 0;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, &none), MINRISK_OK);
    assert_double(out.risk, 2.203125); /* 5.875 * .375: import reliance has no say */
    assert_double(out.hhi_eu, 0);
    assert_double(out.by_import_reliance, 0);
    assert_int_equal(out.basis, MINRISK_EU_GLOBAL_ONLY);
    assert_double(untouched, -7);
    stage = example();
    stage.global.n = 0;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, &none, NULL), MINRISK_OK);
    assert_double(out.risk, .9375);
    assert_double(out.hhi_global, 0);
    assert_double(out.by_import_reliance, 0);
    assert_int_equal(out.basis, MINRISK_EU_SOURCING_ONLY);
    assert_double(untouched, -7);
}

static void extremes(void **state)
{
    static const double huge[] = {1e308, 1e308, 1e308}, tiny[] = {5e-324, 5e-324};
    static const double ten[] = {10, 10, 10};
    minrisk_eu_stage stage = {{huge, ten, NULL, 3}, {tiny, ten, NULL, 2}, 1, 0, 1};
    minrisk_eu_risk out;
    (void)state;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, NULL), MINRISK_OK);
    assert_double(out.hhi_global, 10 / 3.);
    assert_double(out.hhi_eu, 5);
    assert_double(out.risk, 25 / 6.);
    stage.recycling = 1;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, NULL), MINRISK_OK);
    assert_double(out.risk, 0);
}

static void a_range(void **state)
{
    static const double low_risk[] = {4, 4}, high_risk[] = {8, 8};
    const minrisk_eu_stage low = {
        {world, low_risk, NULL, 2}, {sources, source_risk, NULL, 3}, 0, .5, .5};
    const minrisk_eu_stage high = {
        {world, high_risk, NULL, 2}, {sources, source_risk, NULL, 3}, 1, .5, 1};
    minrisk_interval range;
    (void)state;
    assert_int_equal(minrisk_eu_supply_risk_interval(&low, &high, &range), MINRISK_OK);
    /* HHI_GS is .625 * 4 = 2.5 to 5; at IR = 0 or 1 the bracket is 2.5 at least, 3.75 at most */
    assert_near(range.low, .625, 3e-16);
    assert_near(range.high, 1.875, 5e-16);
    assert_true(range.low <= .625 && range.high >= 1.875);
}

/* Import reliance pulls either way, as the world's supply or the EU's is the worse. */
static void ranges_at_either_end(void **state)
{
    static const double one[] = {1}, good[] = {2}, bad[] = {8}, none[] = {0};
    minrisk_eu_stage low = {{one, bad, NULL, 1}, {one, good, NULL, 1}, 0, 0, 1}, high = low;
    minrisk_interval range;
    (void)state;
    high.import_reliance = 1;
    assert_int_equal(minrisk_eu_supply_risk_interval(&low, &high, &range), MINRISK_OK);
    assert_near(range.low, 2, 1e-15);
    assert_near(range.high, 5, 1e-15);
    low.global.risk = high.global.risk = good;
    low.eu.risk = high.eu.risk = bad;
    assert_int_equal(minrisk_eu_supply_risk_interval(&low, &high, &range), MINRISK_OK);
    assert_near(range.low, 5, 1e-15);
    assert_near(range.high, 8, 2e-15);
    low.global.risk = high.global.risk = low.eu.risk = high.eu.risk = none;
    assert_int_equal(minrisk_eu_supply_risk_interval(&low, &high, &range), MINRISK_OK);
    assert_double(range.low, 0);
    assert_double(range.high, 0);
}

/* 8 - u and u, u = 2^-50, add up to 8, with a carry through all of the smaller term and beyond. */
static void a_long_carry(void **state)
{
    static const double quantity[] = {1, 0x1p-25}, risk[] = {8 - 0x1p-50, 1};
    const minrisk_eu_stage stage = {{quantity, risk, NULL, 2}, {NULL, NULL, NULL, 0}, 0, 0, 1};
    minrisk_eu_risk out;
    (void)state;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, NULL), MINRISK_OK);
    assert_double(out.hhi_global, 8 / (1 + 0x1p-24 + 0x1p-50));
}

static void economic_importance(void **state)
{
    static const double share[] = {.5, .25, .125}, value[] = {4, 2, 8};
    const minrisk_eu_uses uses = {share, value, 3, 8, .5};
    minrisk_eu_importance_of out;
    double contribution[3];
    (void)state;
    assert_int_equal(minrisk_eu_importance(&uses, &out, contribution), MINRISK_OK);
    assert_double(out.importance, 2.1875); /* 10 * .5 * (2 + .5 + 1) / 8 */
    assert_double(out.by_substitution, 4.375);
    assert_double(out.shares, .875);
    assert_double(contribution[0], 1.25);
    assert_double(contribution[1], .3125);
    assert_double(contribution[2], .625);
}

static const struct {
    double stage[3], importance;
    size_t stages, bottleneck;
    int critical;
} verdicts[] = {
    {{1, .5, 0}, 2.8, 3, 0, 1},        /* both on the threshold */
    {{.5, 1, 1}, 2.8, 3, 1, 1},        /* the first on a tie */
    {{.9999999999999999}, 9, 1, 0, 0}, /* one below */
    {{9}, 2.7999999999999994, 1, 0, 0},
    {{0, -0.0, 0}, 3, 3, 0, 0},
    {{-0.0, 0}, 3, 2, 0, 0}, /* 0.0 in any order */
};

static void the_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(verdicts); i++) {
        minrisk_eu_verdict out = {-1, 99, -1, -1};
        assert_int_equal(minrisk_eu_critical(verdicts[i].stage, verdicts[i].stages,
                                             verdicts[i].importance, &out),
                         MINRISK_OK);
        assert_double(out.risk, verdicts[i].stage[verdicts[i].bottleneck] + 0.0);
        assert_int_equal(out.bottleneck, verdicts[i].bottleneck);
        assert_int_equal(out.critical, verdicts[i].critical);
        assert_int_equal(out.reserved, 0);
    }
}

static void sigma_of_a_score(void **state)
{
    static const double d[] = {3, -4, 0}, s[] = {1, 1, 9}, tiny[] = {-1e-300}, small[] = {1e-300};
    static const double big[] = {1e308}, more[] = {1e308};
    double out;
    (void)state;
    assert_int_equal(minrisk_score_sigma(d, s, 3, &out), MINRISK_OK);
    assert_double(out, 5);
    assert_int_equal(minrisk_score_sigma(d + 2, s, 1, &out), MINRISK_OK);
    assert_double(out, 0);
    assert_int_equal(minrisk_score_sigma(tiny, small, 1, &out), MINRISK_OK);
    assert_double(out, 0); /* 1e-600 */
    assert_int_equal(minrisk_score_sigma(big, more, 1, &out), MINRISK_OK);
    assert_double(out, infinity());
}

static void pinned_values(void **state)
{
    (void)state;
    assert_int_equal(MINRISK_EU_BOTH, 0);
    assert_int_equal(MINRISK_EU_GLOBAL_ONLY, 1);
    assert_int_equal(MINRISK_EU_SOURCING_ONLY, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_sourcings),
        cmocka_unit_test(fallbacks),
        cmocka_unit_test(extremes),
        cmocka_unit_test(a_range),
        cmocka_unit_test(ranges_at_either_end),
        cmocka_unit_test(a_long_carry),
        cmocka_unit_test(economic_importance),
        cmocka_unit_test(the_rule),
        cmocka_unit_test(sigma_of_a_score),
        cmocka_unit_test(pinned_values),
    };
    return cmocka_run_group_tests_name("unit_criticality_eu", tests, NULL, NULL);
}
