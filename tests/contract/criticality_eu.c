/* SPDX-License-Identifier: MIT */
/* The contract of the EU's scores, and of the sigma of a score. */
#include "contract/breaks.h"

enum { N = 3 };

static double gq[N], gr[N], gt[N], eq[N], er[N], et[N], high_gr[N], high_gt[N];
static minrisk_eu_stage stage, high;

static void valid_stage(void)
{
    static const double q[] = {5, 0, 3}, r[] = {0, 10, 2.5}, t[] = {.8, 1.5, 1};
    memcpy(gq, q, sizeof q);
    memcpy(gr, r, sizeof r);
    memcpy(gt, t, sizeof t);
    memcpy(eq, q, sizeof q);
    memcpy(er, r, sizeof r);
    memcpy(et, t, sizeof t);
    memcpy(high_gr, r, sizeof r);
    memcpy(high_gt, t, sizeof t);
    stage.global.quantity = gq;
    stage.global.risk = gr;
    stage.global.factor = gt;
    stage.global.n = N;
    stage.eu.quantity = eq;
    stage.eu.risk = er;
    stage.eu.factor = et;
    stage.eu.n = N;
    stage.import_reliance = .5;
    stage.recycling = 0;
    stage.substitution = 1;
    high = stage;
    high.global.risk = high_gr;
    high.global.factor = high_gt;
}

static minrisk_status call_risk(void)
{
    double storage[6 * N];
    const minrisk_attribution global = {storage, storage + N, storage + 2 * N};
    const minrisk_attribution eu = {storage + 3 * N, storage + 4 * N, storage + 5 * N};
    minrisk_eu_risk out;
    minrisk_status status;
    fill_pattern(storage, sizeof storage);
    fill_pattern(&out, sizeof out);
    status = minrisk_eu_supply_risk(&stage, &out, &global, &eu);
    assert_int_equal(is_pattern(&out, sizeof out), status != MINRISK_OK);
    assert_int_equal(is_pattern(storage, sizeof storage), status != MINRISK_OK);
    assert_int_equal(minrisk_eu_supply_risk(&stage, NULL, &global, &eu), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_range(void)
{
    minrisk_interval out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_eu_supply_risk_interval(&stage, &high, &out);
    assert_int_equal(is_pattern(&out, sizeof out), status != MINRISK_OK);
    return status;
}

static void supply_risk(void **state)
{
    const input_break breaks[] = {
        NULL_BREAK(stage.global.quantity),
        NULL_BREAK(stage.global.risk),
        NULL_BREAK(stage.eu.quantity),
        NULL_BREAK(stage.eu.risk),
        NUMBER_BREAKS(stage.import_reliance, MINRISK_E_PARAM),
        ABOVE(stage.import_reliance, 1.0000000000000002, MINRISK_E_PARAM),
        NUMBER_BREAKS(stage.recycling, MINRISK_E_PARAM),
        ABOVE(stage.recycling, 28, MINRISK_E_PARAM),
        NUMBER_BREAKS(stage.substitution, MINRISK_E_PARAM),
        ABOVE(stage.substitution, 98, MINRISK_E_PARAM),
        NUMBER_BREAKS(gq[0], MINRISK_E_DATA),
        NUMBER_BREAKS(eq[N - 1], MINRISK_E_DATA),
        NUMBER_BREAKS(gr[1], MINRISK_E_DATA),
        ABOVE(gr[1], 10.000000000000002, MINRISK_E_DATA),
        NUMBER_BREAKS(er[N - 1], MINRISK_E_DATA),
        NUMBER_BREAKS(gt[0], MINRISK_E_DATA),
        ABOVE(gt[0], .7999999999999999, MINRISK_E_DATA),
        ABOVE(et[N - 1], 1.5000000000000002, MINRISK_E_DATA),
        ABOVE(et[N - 1], 110, MINRISK_E_DATA),
    };
    (void)state;
    try_breaks(breaks, COUNT(breaks), valid_stage, call_risk);
    try_breaks(breaks, COUNT(breaks), valid_stage, call_range);
    assert_int_equal(minrisk_eu_supply_risk(NULL, NULL, NULL, NULL), MINRISK_E_NULL);
}

/* Counts and zeros, which depend on one another. */
static void supply_risk_without_supply(void **state)
{
    (void)state;
    valid_stage();
    stage.global.n = high.global.n = 0;
    stage.global.quantity = NULL; /* of a sourcing that is not known nothing is read */
    gr[0] = -1;
    minrisk_eu_risk out;
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, NULL), MINRISK_OK);
    assert_int_equal(out.basis, MINRISK_EU_SOURCING_ONLY);
    assert_int_equal(call_range(), MINRISK_OK);
    stage.eu.n = 0;
    assert_int_equal(call_risk(), MINRISK_E_SIZE);
    assert_int_equal(call_range(), MINRISK_E_SIZE);
    stage.recycling = 2;
    assert_int_equal(call_risk(), MINRISK_E_SIZE);
    valid_stage();
    eq[0] = eq[2] = -0.0;
    assert_int_equal(call_risk(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_range(), MINRISK_E_NO_SUPPLY);
    gr[0] = -1;
    assert_int_equal(call_risk(), MINRISK_E_DATA);
    valid_stage();
    gq[0] = gq[2] = 0;
    assert_int_equal(call_risk(), MINRISK_E_NO_SUPPLY);
    er[0] = -1;
    assert_int_equal(call_risk(), MINRISK_E_DATA);
    stage.substitution = 2;
    assert_int_equal(call_risk(), MINRISK_E_PARAM);
}

static void ranges_out_of_order(void **state)
{
    double other[N] = {5, 0, 4};
    minrisk_interval out;
    (void)state;
    valid_stage();
    assert_int_equal(minrisk_eu_supply_risk_interval(NULL, &high, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_eu_supply_risk_interval(&stage, NULL, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_eu_supply_risk_interval(&stage, &high, NULL), MINRISK_E_NULL);
    high.eu.n = N - 1;
    assert_int_equal(call_range(), MINRISK_E_SIZE);
    valid_stage();
    high.global.n = N - 1;
    assert_int_equal(call_range(), MINRISK_E_SIZE);
    valid_stage();
    high.global.quantity = other;
    assert_int_equal(call_range(), MINRISK_E_DATA);
    valid_stage();
    high.eu.quantity = other;
    assert_int_equal(call_range(), MINRISK_E_DATA);
    valid_stage();
    high_gr[2] = 2.4999999999999996;
    assert_int_equal(call_range(), MINRISK_E_DATA);
    valid_stage();
    high_gt[1] = 1.4999999999999998;
    assert_int_equal(call_range(), MINRISK_E_DATA);
    high.import_reliance = .25;
    assert_int_equal(call_range(), MINRISK_E_DATA);
    high_gt[1] = 1.5;
    assert_int_equal(call_range(), MINRISK_E_PARAM);
    gq[0] = gq[2] = 0;
    assert_int_equal(call_range(), MINRISK_E_PARAM);
    valid_stage();
    stage.recycling = 4.9e-324;
    assert_int_equal(call_range(), MINRISK_E_PARAM);
    valid_stage();
    high.substitution = .9999999999999999;
    assert_int_equal(call_range(), MINRISK_E_PARAM);
    high.substitution = 2;
    assert_int_equal(call_range(), MINRISK_E_PARAM);
}

static double share[N], value[N];
static minrisk_eu_uses uses;

static void valid_uses(void)
{
    static const double a[] = {.25, 0, 1}, v[] = {4, 8, -0.0};
    memcpy(share, a, sizeof a);
    memcpy(value, v, sizeof v);
    uses.share = share;
    uses.value_added = value;
    uses.n = N;
    uses.largest = 8;
    uses.substitution = 1;
}

static minrisk_status call_importance(void)
{
    double contribution[N];
    minrisk_eu_importance_of out;
    minrisk_status status;
    fill_pattern(contribution, sizeof contribution);
    fill_pattern(&out, sizeof out);
    status = minrisk_eu_importance(&uses, &out, contribution);
    assert_int_equal(is_pattern(&out, sizeof out), status != MINRISK_OK);
    assert_int_equal(is_pattern(contribution, sizeof contribution), status != MINRISK_OK);
    assert_int_equal(minrisk_eu_importance(&uses, NULL, contribution), MINRISK_E_NULL);
    assert_int_equal(minrisk_eu_importance(NULL, &out, contribution), MINRISK_E_NULL);
    return status;
}

static void importance(void **state)
{
    const input_break breaks[] = {
        NULL_BREAK(uses.share),
        NULL_BREAK(uses.value_added),
        COUNT_BREAK(uses.n),
        NUMBER_BREAKS(uses.largest, MINRISK_E_PARAM),
        ABOVE(uses.largest, 0, MINRISK_E_PARAM),
        NUMBER_BREAKS(uses.substitution, MINRISK_E_PARAM),
        ABOVE(uses.substitution, 1.0000000000000002, MINRISK_E_PARAM),
        NUMBER_BREAKS(share[0], MINRISK_E_DATA),
        ABOVE(share[N - 1], 25, MINRISK_E_DATA),
        NUMBER_BREAKS(value[N - 1], MINRISK_E_DATA),
    };
    minrisk_eu_importance_of out;
    (void)state;
    try_breaks(breaks, COUNT(breaks), valid_uses, call_importance);
    valid_uses();
    value[0] = 8.000000000000002; /* above the largest, which comes after the data */
    assert_int_equal(call_importance(), MINRISK_E_PARAM);
    share[2] = 2;
    assert_int_equal(call_importance(), MINRISK_E_DATA);
    valid_uses();
    assert_int_equal(minrisk_eu_importance(&uses, &out, NULL), MINRISK_OK);
}

static void verdicts(void **state)
{
    static const double good[] = {1, 0, 1.5}, bad[][2] = {{-1, 1}, {1, (double)NAN}, {1, HUGE_VAL}};
    static const double no_importance[] = {-1, -4.9e-324, (double)NAN, HUGE_VAL};
    minrisk_eu_verdict out;
    (void)state;
    fill_pattern(&out, sizeof out);
    assert_int_equal(minrisk_eu_critical(NULL, 3, 1, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_eu_critical(good, 0, -1, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_eu_critical(good, 0, -1, &out), MINRISK_E_SIZE);
    for (size_t i = 0; i < COUNT(no_importance); i++)
        assert_int_equal(minrisk_eu_critical(bad[0], 2, no_importance[i], &out), MINRISK_E_PARAM);
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_int_equal(minrisk_eu_critical(bad[i], 2, 1, &out), MINRISK_E_DATA);
    assert_true(is_pattern(&out, sizeof out));
    assert_int_equal(minrisk_eu_critical(good, 3, 0, &out), MINRISK_OK);
}

static void sigmas(void **state)
{
    static const double d[] = {-1, 0, 1e308}, s[] = {1, 5, 0};
    static const double bad_d[] = {1, HUGE_VAL, 1}, bad_s[] = {1, 1, -1}, nan_s[] = {(double)NAN};
    double out;
    (void)state;
    fill_pattern(&out, sizeof out);
    assert_int_equal(minrisk_score_sigma(NULL, s, 0, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_score_sigma(d, NULL, 0, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_score_sigma(d, s, 0, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_score_sigma(bad_d, s, 0, &out), MINRISK_E_SIZE);
    assert_int_equal(minrisk_score_sigma(bad_d, s, 3, &out), MINRISK_E_DATA);
    assert_int_equal(minrisk_score_sigma(d, bad_s, 3, &out), MINRISK_E_DATA);
    assert_int_equal(minrisk_score_sigma(d, nan_s, 1, &out), MINRISK_E_DATA);
    assert_int_equal(minrisk_score_sigma(nan_s, s, 1, &out), MINRISK_E_DATA);
    assert_true(is_pattern(&out, sizeof out));
    assert_int_equal(minrisk_score_sigma(d, s, 3, &out), MINRISK_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(supply_risk),
        cmocka_unit_test(supply_risk_without_supply),
        cmocka_unit_test(ranges_out_of_order),
        cmocka_unit_test(importance),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(sigmas),
    };
    return cmocka_run_group_tests_name("contract_criticality_eu", tests, NULL, NULL);
}
