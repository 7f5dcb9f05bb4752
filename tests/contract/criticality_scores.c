/* SPDX-License-Identifier: MIT */
/* The contract of GeoPolRisk, of the USGS's score, of the screens and of chains. */
#include "contract/breaks.h"

enum { N = 3 };

static double q[N], r[N], f[N], v[N], e[N], p[N], high_r[N], high_v[N], high_e[N], high_p[N];
static double storage[6 * N];
static const minrisk_attribution parts = {storage, storage + N, storage + 2 * N};
static const minrisk_attribution more = {storage + 3 * N, storage + 4 * N, NULL};

static void valid_arrays(void)
{
    static const double quantity[] = {5, 0, 3}, rate[] = {0, 1, .25}, money[] = {4, 2, 8};
    memcpy(q, quantity, sizeof q);
    memcpy(r, rate, sizeof r);
    memcpy(f, rate, sizeof f);
    memcpy(v, money, sizeof v);
    memcpy(e, quantity, sizeof e);
    memcpy(p, money, sizeof p);
    memcpy(high_r, rate, sizeof r);
    memcpy(high_v, money, sizeof v);
    memcpy(high_e, quantity, sizeof e);
    memcpy(high_p, money, sizeof p);
    fill_pattern(storage, sizeof storage);
}

static void assert_outcome(const void *out, size_t size, minrisk_status status)
{
    assert_int_equal(is_pattern(out, size), status != MINRISK_OK);
    if (status != MINRISK_OK)
        assert_true(is_pattern(storage, sizeof storage));
}

/* --- GeoPolRisk ------------------------------------------------------------------------------ */

static minrisk_geopolrisk_inputs buyer, high_buyer;

static void valid_buyer(void)
{
    valid_arrays();
    buyer.production = q;
    buyer.producers = N;
    buyer.imports = e;
    buyer.risk = r;
    buyer.region = NULL;
    buyer.partners = N;
    buyer.home = 0;
    buyer.domestic = 1;
    buyer.price = 2;
    buyer.reference = 1;
    high_buyer = buyer;
    high_buyer.risk = high_r;
}

static minrisk_status call_buyer(void)
{
    minrisk_geopolrisk_result out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_geopolrisk(&buyer, &out, &parts, &more);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_geopolrisk(&buyer, NULL, &parts, &more), MINRISK_E_NULL);
    assert_int_equal(minrisk_geopolrisk(NULL, &out, &parts, &more), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_buyer_range(void)
{
    minrisk_interval out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_geopolrisk_interval(&buyer, &high_buyer, &out);
    assert_int_equal(is_pattern(&out, sizeof out), status != MINRISK_OK);
    assert_int_equal(minrisk_geopolrisk_interval(&buyer, &high_buyer, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_geopolrisk_interval(NULL, &high_buyer, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_geopolrisk_interval(&buyer, NULL, &out), MINRISK_E_NULL);
    return status;
}

static void geopolrisk(void **state)
{
    const input_break breaks[] = {
        NULL_BREAK(buyer.production),
        NULL_BREAK(buyer.imports),
        NULL_BREAK(buyer.risk),
        COUNT_BREAK(buyer.producers),
        COUNT_BREAK(buyer.partners),
        NUMBER_BREAKS(buyer.domestic, MINRISK_E_PARAM),
        NUMBER_BREAKS(buyer.price, MINRISK_E_PARAM),
        NUMBER_BREAKS(buyer.reference, MINRISK_E_PARAM),
        ABOVE(buyer.reference, 0, MINRISK_E_PARAM),
        NUMBER_BREAKS(q[0], MINRISK_E_DATA),
        NUMBER_BREAKS(e[N - 1], MINRISK_E_DATA),
        NUMBER_BREAKS(r[1], MINRISK_E_DATA),
        ABOVE(r[1], 1.0000000000000002, MINRISK_E_DATA),
        ABOVE(r[N - 1], 25, MINRISK_E_DATA),
    };
    double elsewhere[] = {5, 0, 4};
    (void)state;
    try_breaks(breaks, COUNT(breaks), valid_buyer, call_buyer);
    try_breaks(breaks, COUNT(breaks), valid_buyer, call_buyer_range);

    valid_buyer();
    q[0] = q[2] = -0.0;
    assert_int_equal(call_buyer(), MINRISK_E_NO_SUPPLY);
    r[0] = 2;
    assert_int_equal(call_buyer(), MINRISK_E_DATA);
    valid_buyer();
    e[0] = e[2] = 0;
    assert_int_equal(call_buyer(), MINRISK_OK); /* what is used is made at home */
    valid_buyer();
    e[0] = e[2] = buyer.domestic = 0;
    assert_int_equal(call_buyer(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_buyer_range(), MINRISK_E_NO_SUPPLY);

    valid_buyer();
    high_buyer.producers = N - 1;
    assert_int_equal(call_buyer_range(), MINRISK_E_SIZE);
    valid_buyer();
    high_buyer.partners = N - 1;
    assert_int_equal(call_buyer_range(), MINRISK_E_SIZE);
    valid_buyer();
    high_buyer.production = elsewhere;
    assert_int_equal(call_buyer_range(), MINRISK_E_DATA);
    valid_buyer();
    high_buyer.imports = elsewhere;
    assert_int_equal(call_buyer_range(), MINRISK_E_DATA);
    valid_buyer();
    high_r[2] = .24;
    assert_int_equal(call_buyer_range(), MINRISK_E_DATA);
    valid_buyer();
    high_buyer.domestic = .5;
    assert_int_equal(call_buyer_range(), MINRISK_E_PARAM);
}

/* --- USGS ------------------------------------------------------------------------------------ */

static minrisk_usgs_inputs commodity, high_commodity;

static void valid_commodity(void)
{
    valid_arrays();
    commodity.production.quantity = q;
    commodity.production.risk = r;
    commodity.production.factor = f;
    commodity.production.n = N;
    commodity.trade_exposure = .5;
    commodity.value_added = v;
    commodity.expenditure = e;
    commodity.profit = p;
    commodity.industries = N;
    commodity.gdp = 100;
    high_commodity = commodity;
    high_commodity.production.risk = high_r;
    high_commodity.value_added = high_v;
    high_commodity.expenditure = high_e;
    high_commodity.profit = high_p;
}

static minrisk_status call_commodity(void)
{
    minrisk_usgs_risk out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_usgs_supply_risk(&commodity, &out, &parts);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_usgs_supply_risk(&commodity, NULL, &parts), MINRISK_E_NULL);
    assert_int_equal(minrisk_usgs_supply_risk(NULL, &out, &parts), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_commodity_range(void)
{
    minrisk_interval out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_usgs_risk_interval(&commodity, &high_commodity, &out);
    assert_int_equal(is_pattern(&out, sizeof out), status != MINRISK_OK);
    assert_int_equal(minrisk_usgs_risk_interval(&commodity, &high_commodity, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_usgs_risk_interval(NULL, &high_commodity, &out), MINRISK_E_NULL);
    assert_int_equal(minrisk_usgs_risk_interval(&commodity, NULL, &out), MINRISK_E_NULL);
    return status;
}

static void usgs(void **state)
{
    const input_break breaks[] = {
        NULL_BREAK(commodity.production.quantity),
        NULL_BREAK(commodity.production.risk),
        NULL_BREAK(commodity.value_added),
        NULL_BREAK(commodity.expenditure),
        NULL_BREAK(commodity.profit),
        COUNT_BREAK(commodity.production.n),
        COUNT_BREAK(commodity.industries),
        NUMBER_BREAKS(commodity.trade_exposure, MINRISK_E_PARAM),
        ABOVE(commodity.trade_exposure, 80, MINRISK_E_PARAM),
        NUMBER_BREAKS(commodity.gdp, MINRISK_E_PARAM),
        ABOVE(commodity.gdp, 0, MINRISK_E_PARAM),
        NUMBER_BREAKS(q[0], MINRISK_E_DATA),
        NUMBER_BREAKS(r[N - 1], MINRISK_E_DATA),
        ABOVE(r[0], 1.0000000000000002, MINRISK_E_DATA),
        NUMBER_BREAKS(f[0], MINRISK_E_DATA),
        ABOVE(f[N - 1], 1.0000000000000002, MINRISK_E_DATA),
        NUMBER_BREAKS(v[0], MINRISK_E_DATA),
        NUMBER_BREAKS(e[N - 1], MINRISK_E_DATA),
        NUMBER_BREAKS(p[1], MINRISK_E_DATA),
        ABOVE(p[1], 0, MINRISK_E_DATA),
    };
    double elsewhere[] = {5, 0, 4};
    double *highs[] = {high_r, high_v, high_e, high_p};
    (void)state;
    try_breaks(breaks, COUNT(breaks), valid_commodity, call_commodity);
    try_breaks(breaks, COUNT(breaks), valid_commodity, call_commodity_range);

    valid_commodity();
    q[0] = q[2] = 0;
    assert_int_equal(call_commodity(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_commodity_range(), MINRISK_E_NO_SUPPLY);
    p[0] = 0;
    assert_int_equal(call_commodity(), MINRISK_E_DATA);

    valid_commodity();
    high_commodity.production.n = N - 1;
    assert_int_equal(call_commodity_range(), MINRISK_E_SIZE);
    valid_commodity();
    high_commodity.industries = N - 1;
    assert_int_equal(call_commodity_range(), MINRISK_E_SIZE);
    valid_commodity();
    high_commodity.production.quantity = elsewhere;
    assert_int_equal(call_commodity_range(), MINRISK_E_DATA);
    for (size_t i = 0; i < COUNT(highs); i++) {
        valid_commodity();
        highs[i][2] /= 2;
        assert_int_equal(call_commodity_range(), MINRISK_E_DATA);
    }
    valid_commodity();
    high_commodity.trade_exposure = .25;
    assert_int_equal(call_commodity_range(), MINRISK_E_PARAM);
    valid_commodity();
    high_commodity.gdp = 99;
    assert_int_equal(call_commodity_range(), MINRISK_E_PARAM);
}

/* --- screens and chains, whose inputs are arrays ------------------------------------------------- */

static const double *first, *second;
static size_t count, other_count, at, and_at;
static double number;
static int32_t guideline;

static void valid_call(void)
{
    valid_arrays();
    first = q;
    second = r;
    count = other_count = N;
    at = 0;
    and_at = 2;
    number = 2;
    guideline = MINRISK_GUIDELINE_2010;
}

static minrisk_status call_loss(void)
{
    minrisk_loss out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_expected_loss(second, first, count, &out, storage);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_expected_loss(second, first, count, NULL, storage), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_single(void)
{
    int32_t single;
    size_t producer;
    minrisk_status status;
    fill_pattern(&single, sizeof single);
    fill_pattern(&producer, sizeof producer);
    status = minrisk_single_producer(first, count, &single, &producer);
    assert_outcome(&single, sizeof single, status);
    assert_outcome(&producer, sizeof producer, status);
    assert_int_equal(minrisk_single_producer(first, count, NULL, &producer), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_dera(void)
{
    minrisk_dera_result out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_dera_country_risk(first, second, count, &out, &parts);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_dera_country_risk(first, second, count, NULL, &parts), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_cepii(void)
{
    minrisk_dependence out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_cepii_dependence(first, count, second, other_count, number, &out);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_cepii_dependence(first, count, second, other_count, number, NULL),
                     MINRISK_E_NULL);
    return status;
}

static minrisk_status call_merger(void)
{
    minrisk_merger out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_merger_screen(first, count, at, and_at, guideline, &out);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_merger_screen(first, count, at, and_at, guideline, NULL),
                     MINRISK_E_NULL);
    return status;
}

static minrisk_status call_chain(void)
{
    minrisk_chain out;
    minrisk_status status;
    fill_pattern(&out, sizeof out);
    status = minrisk_chain_risk(first, second, count, &out);
    assert_outcome(&out, sizeof out, status);
    assert_int_equal(minrisk_chain_risk(first, second, count, NULL), MINRISK_E_NULL);
    return status;
}

static minrisk_status call_disruption(void)
{
    size_t held_at;
    minrisk_status status;
    fill_pattern(&held_at, sizeof held_at);
    status = minrisk_chain_disruption(number, at, first, count, storage, &held_at);
    assert_outcome(&held_at, sizeof held_at, status);
    assert_int_equal(minrisk_chain_disruption(number, at, first, count, NULL, &held_at),
                     MINRISK_E_NULL);
    return status;
}

#define OF_FIRST      NULL_BREAK(first), COUNT_BREAK(count)
#define QUANTITIES(x) NUMBER_BREAKS((x)[0], MINRISK_E_DATA), ABOVE((x)[2], -1, MINRISK_E_DATA)

static void screens(void **state)
{
    const input_break loss[] = {
        OF_FIRST,
        NULL_BREAK(second),
        NUMBER_BREAKS(r[0], MINRISK_E_DATA),
        ABOVE(r[2], 1.0000000000000002, MINRISK_E_DATA),
        ABOVE(q[0], (double)NAN, MINRISK_E_DATA),
        ABOVE(q[2], HUGE_VAL, MINRISK_E_DATA),
    };
    const input_break single[] = {OF_FIRST, QUANTITIES(q)};
    const input_break dera[] = {
        OF_FIRST,
        NULL_BREAK(second),
        QUANTITIES(q),
        ABOVE(r[0], 5.000000000000001, MINRISK_E_DATA),
        ABOVE(r[2], -5.000000000000001, MINRISK_E_DATA),
        ABOVE(r[2], (double)NAN, MINRISK_E_DATA),
    };
    const input_break cepii[] = {OF_FIRST,
                                 NULL_BREAK(second),
                                 COUNT_BREAK(other_count),
                                 NUMBER_BREAKS(number, MINRISK_E_PARAM),
                                 QUANTITIES(q),
                                 QUANTITIES(r)};
    const input_break merger[] = {OF_FIRST, QUANTITIES(q)};
    (void)state;
    try_breaks(loss, COUNT(loss), valid_call, call_loss);
    try_breaks(single, COUNT(single), valid_call, call_single);
    try_breaks(dera, COUNT(dera), valid_call, call_dera);
    try_breaks(cepii, COUNT(cepii), valid_call, call_cepii);
    try_breaks(merger, COUNT(merger), valid_call, call_merger);
}

static void chains(void **state)
{
    const input_break chain[] = {OF_FIRST, QUANTITIES(q), QUANTITIES(r)};
    const input_break disruption[] = {OF_FIRST, NUMBER_BREAKS(number, MINRISK_E_PARAM),
                                      QUANTITIES(q)};
    (void)state;
    try_breaks(chain, COUNT(chain), valid_call, call_chain);
    try_breaks(disruption, COUNT(disruption), valid_call, call_disruption);
    valid_call();
    at = N;
    assert_int_equal(call_disruption(), MINRISK_E_PARAM);
    q[0] = -1;
    assert_int_equal(call_disruption(), MINRISK_E_PARAM);
    valid_call();
    r[1] = r[2] = -0.0;
    assert_int_equal(call_chain(), MINRISK_E_NO_SUPPLY);
    q[0] = -1;
    assert_int_equal(call_chain(), MINRISK_E_DATA);
}

static void without_supply(void **state)
{
    (void)state;
    valid_call();
    q[0] = q[2] = 0;
    assert_int_equal(call_single(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_dera(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_cepii(), MINRISK_E_NO_SUPPLY);
    assert_int_equal(call_merger(), MINRISK_E_NO_SUPPLY);
    r[2] = -6;
    assert_int_equal(call_dera(), MINRISK_E_DATA);
    assert_int_equal(call_cepii(), MINRISK_E_DATA);
    valid_call();
    r[1] = r[2] = 0;
    assert_int_equal(call_cepii(), MINRISK_E_NO_SUPPLY);
    q[1] = -1;
    assert_int_equal(call_cepii(), MINRISK_E_DATA);
    valid_call();
    q[0] = q[2] = 1.7e308;
    r[0] = r[2] = 1;
    assert_int_equal(call_loss(), MINRISK_E_DATA); /* no double holds the sum */
    q[0] = -1.7e308;
    assert_int_equal(call_loss(), MINRISK_OK);
    fill_pattern(storage, sizeof storage);
    q[2] = -1.7e308;
    assert_int_equal(call_loss(), MINRISK_E_DATA);
}

static void mergers_that_are_none(void **state)
{
    static const int32_t unknown[] = {0, 1, 1991, 2011, 2024, -2023, INT32_MAX, INT32_MIN};
    (void)state;
    for (size_t i = 0; i < COUNT(unknown); i++) {
        valid_call();
        guideline = unknown[i];
        assert_int_equal(call_merger(), MINRISK_E_PARAM);
        q[0] = -1;
        assert_int_equal(call_merger(), MINRISK_E_PARAM);
        count = 0;
        assert_int_equal(call_merger(), MINRISK_E_SIZE);
    }
    valid_call();
    at = N;
    assert_int_equal(call_merger(), MINRISK_E_PARAM);
    valid_call();
    and_at = SIZE_MAX;
    assert_int_equal(call_merger(), MINRISK_E_PARAM);
    valid_call();
    and_at = at;
    assert_int_equal(call_merger(), MINRISK_E_PARAM);
    q[0] = -1;
    assert_int_equal(call_merger(), MINRISK_E_DATA);
}

static void unwanted_outputs(void **state)
{
    minrisk_geopolrisk_result buyer_out;
    minrisk_usgs_risk commodity_out;
    minrisk_loss loss;
    minrisk_dera_result dera;
    int32_t single;
    (void)state;
    valid_buyer();
    assert_int_equal(minrisk_geopolrisk(&buyer, &buyer_out, NULL, NULL), MINRISK_OK);
    valid_commodity();
    assert_int_equal(minrisk_usgs_supply_risk(&commodity, &commodity_out, NULL), MINRISK_OK);
    valid_call();
    assert_int_equal(minrisk_expected_loss(r, q, N, &loss, NULL), MINRISK_OK);
    assert_int_equal(minrisk_dera_country_risk(q, r, N, &dera, NULL), MINRISK_OK);
    assert_int_equal(minrisk_single_producer(q, N, &single, NULL), MINRISK_OK);
    assert_int_equal(minrisk_chain_disruption(1, 0, q, N, storage, NULL), MINRISK_OK);
    assert_int_equal(minrisk_chain_disruption(1, 0, q, N, q, NULL), MINRISK_OK); /* in place */
    assert_double(q[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(geopolrisk),       cmocka_unit_test(usgs),
        cmocka_unit_test(screens),          cmocka_unit_test(chains),
        cmocka_unit_test(without_supply),   cmocka_unit_test(mergers_that_are_none),
        cmocka_unit_test(unwanted_outputs),
    };
    return cmocka_run_group_tests_name("contract_criticality_scores", tests, NULL, NULL);
}
