/* SPDX-License-Identifier: MIT */
/* Net import reliance, governance, blocs and outages at values worked out by hand. */
#include "minrisk.h"
#include "support/check.h"

static void assert_reliance(const minrisk_reliance *r, int32_t state, int known, double low,
                            double high)
{
    assert_int_equal(r->state, state);
    assert_int_equal(r->known, known);
    assert_double(r->low, low);
    assert_double(r->high, high);
}

static const struct {
    minrisk_balance balance; /* production, old scrap, imports, exports, stock release */
    int32_t state;
    int known;
    double value;
} balances[] = {
    {{0, 0, 73900, 8740, 0}, MINRISK_RELIANCE_VALUE, 1, 1},
    {{220, 0, 590, 2, 0}, MINRISK_RELIANCE_VALUE, 1, 588 / 808.},
    {{100, 50, 80, 20, 40}, MINRISK_RELIANCE_VALUE, 1, 100 / 250.},
    {{100, 50, 80, 20, -60}, MINRISK_RELIANCE_VALUE, 1, 0}, /* stocks took the imports */
    {{100, 0, 10, 50, 0}, MINRISK_RELIANCE_NET_EXPORTER, 1, -40 / 60.},
    {{100, 0, 10, 109, 0}, MINRISK_RELIANCE_NET_EXPORTER, 1, -99},
    {{10, 0, 0, 10, 0}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {{10, 0, 0, 20, 0}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {{0, 0, 0, 0, 0}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {{0, 0, 0, -0.0, -1}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {{0, 0, 0, 0, 5}, MINRISK_RELIANCE_VALUE, 1, 1},
    /* in doubles, 1 + 1e16 + 2 - 1e16 loses the 1 */
    {{1, 0, 1e16 + 2, 1e16, 0}, MINRISK_RELIANCE_VALUE, 1, 2 / 3.},
    {{1e308, 1e308, 1e308, 0, 1e308}, MINRISK_RELIANCE_VALUE, 1, .5},
    {{5e-324, 0, 1e-323, 0, 0}, MINRISK_RELIANCE_VALUE, 1, 2 / 3.},
    /* -1e308 u over 1 u passes the range of double */
    {{1e308, 5e-324, 0, 1e308, 0}, MINRISK_RELIANCE_NET_EXPORTER, 0, 0},
};

static void known_balances(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(balances); i++) {
        minrisk_reliance out = {-1, -1, -1, -1};
        assert_int_equal(minrisk_net_import_reliance(&balances[i].balance, &out), MINRISK_OK);
        assert_reliance(&out, balances[i].state, balances[i].known, balances[i].value,
                        balances[i].value);
    }
}

static const struct {
    double consumption, production;
    int32_t state;
    int known;
    double value;
} consumptions[] = {
    {65200, 0, MINRISK_RELIANCE_VALUE, 1, 1},
    {830, 80, MINRISK_RELIANCE_VALUE, 1, 750 / 830.},
    {1860, 1022, MINRISK_RELIANCE_VALUE, 1, 838 / 1860.},
    {100, 100, MINRISK_RELIANCE_VALUE, 1, 0},
    {100, 150, MINRISK_RELIANCE_NET_EXPORTER, 1, -.5},
    {0, 0, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {-0.0, 7, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0},
    {5e-324, 1e308, MINRISK_RELIANCE_NET_EXPORTER, 0, 0},
    {1.5e-323, 5e-324, MINRISK_RELIANCE_VALUE, 1, 2 / 3.},
    {1e308, 1.5e308, MINRISK_RELIANCE_NET_EXPORTER, 1, -.5},
};

static void known_consumptions(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(consumptions); i++) {
        minrisk_reliance out = {-1, -1, -1, -1};
        assert_int_equal(minrisk_reliance_of_consumption(consumptions[i].consumption,
                                                         consumptions[i].production, &out),
                         MINRISK_OK);
        assert_reliance(&out, consumptions[i].state, consumptions[i].known, consumptions[i].value,
                        consumptions[i].value);
    }
}

static void published_percentages(void **state)
{
    (void)state;
    for (int percent = 0; percent <= 100; percent++) {
        minrisk_reliance out = {-1, -1, -1, -1};
        double value = percent / 100.;
        assert_int_equal(minrisk_reliance_published(MINRISK_RELIANCE_VALUE, percent, &out), 0);
        assert_reliance(&out, MINRISK_RELIANCE_VALUE, 1, value, value);
        if (percent < 100) {
            assert_int_equal(minrisk_reliance_published(MINRISK_RELIANCE_ABOVE, percent, &out), 0);
            assert_reliance(&out, MINRISK_RELIANCE_ABOVE, 1, value, 1);
        }
        if (percent > 0) {
            assert_int_equal(minrisk_reliance_published(MINRISK_RELIANCE_BELOW, percent, &out), 0);
            assert_reliance(&out, MINRISK_RELIANCE_BELOW, 1, 0, value);
        }
    }
}

static void published_letters(void **state)
{
    static const int32_t letters[] = {MINRISK_RELIANCE_NET_EXPORTER,
                                      MINRISK_RELIANCE_NO_CONSUMPTION,
                                      MINRISK_RELIANCE_NOT_AVAILABLE, MINRISK_RELIANCE_WITHHELD};
    (void)state;
    for (size_t i = 0; i < COUNT(letters); i++) {
        minrisk_reliance out = {-1, -1, -1, -1};
        assert_int_equal(minrisk_reliance_published(letters[i], -0.0, &out), MINRISK_OK);
        assert_reliance(&out, letters[i], 0, 0, 0);
    }
}

static void pinned_values(void **state)
{
    (void)state;
    assert_int_equal(MINRISK_RELIANCE_VALUE, 0);
    assert_int_equal(MINRISK_RELIANCE_ABOVE, 1);
    assert_int_equal(MINRISK_RELIANCE_BELOW, 2);
    assert_int_equal(MINRISK_RELIANCE_NET_EXPORTER, 3);
    assert_int_equal(MINRISK_RELIANCE_NO_CONSUMPTION, 4);
    assert_int_equal(MINRISK_RELIANCE_NOT_AVAILABLE, 5);
    assert_int_equal(MINRISK_RELIANCE_WITHHELD, 6);
    assert_int_equal(MINRISK_RELIANCE_BETWEEN, 7);
    assert_int_equal(MINRISK_RELIANCE_UNBOUNDED, 8);
}

static const struct {
    minrisk_balance low, high; /* production, old scrap, imports, exports, stock release */
    int32_t state;
    int known;
    double bottom, top;
} boxes[] = {
    /* a point is a box; 588/808 is no double, so that the ends are its neighbours */
    {{220, 0, 590, 2, 0}, {220, 0, 590, 2, 0}, MINRISK_RELIANCE_BETWEEN, 1, 588 / 808., 588 / 808.},
    {{100, 50, 80, 20, 90}, {100, 50, 80, 20, 90}, MINRISK_RELIANCE_VALUE, 1, .5, .5},
    /* N in [10, 30], H in [10, 30]: 10/40 to 30/40 */
    {{5, 5, 20, 10, 0}, {10, 20, 40, 10, 0}, MINRISK_RELIANCE_BETWEEN, 1, .25, .75},
    /* exports and stocks go the other way: N in [1, 7] = [4 - 2 - 1, 6 - 1 + 2], H = 1 */
    {{1, 0, 4, 1, -1}, {1, 0, 6, 2, 2}, MINRISK_RELIANCE_BETWEEN, 1, .5, .875},
    /* N in [-4, 4], H in [8, 12]: -4/4 to 4/12 */
    {{8, 0, 2, 2, 0}, {12, 0, 6, 6, 0}, MINRISK_RELIANCE_BETWEEN, 1, -1, 4 / 12.},
    /* exporters all: N in [-6, -2], H in [8, 10]: -6/2 to -2/8, the last at most of H */
    {{8, 0, 0, 2, 0}, {10, 0, 0, 6, 0}, MINRISK_RELIANCE_NET_EXPORTER, 1, -3, -.25},
    /* N in [-8, 4], H = 8: consumption goes down to nothing while exports go on */
    {{8, 0, 0, 0, -8}, {8, 0, 0, 0, 4}, MINRISK_RELIANCE_UNBOUNDED, 0, 0, 0},
    {{8, 0, 0, 8, 0}, {8, 0, 0, 9, 0}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0, 0},
    {{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, MINRISK_RELIANCE_NO_CONSUMPTION, 0, 0, 0},
    /* nothing at home, ever: what is used is imported, whatever it is */
    {{0, 0, 0, 0, -3}, {0, -0.0, 5, 9, 0}, MINRISK_RELIANCE_VALUE, 1, 1, 1},
    /* no trade, and perhaps nothing at home */
    {{0, 0, 0, 0, 0}, {7, 0, 0, 0, 0}, MINRISK_RELIANCE_VALUE, 1, 0, 0},
    {{0, 0, 0, 0, 0}, {7, 0, 7, 0, 0}, MINRISK_RELIANCE_BETWEEN, 1, 0, 1},
    {{0, 0, 0, 1, 0}, {7, 0, 1, 1, 0}, MINRISK_RELIANCE_UNBOUNDED, 0, 0, 0},
    /* the low end passes the range of double */
    {{1e308, 5e-324, 0, 1e308, 0},
     {1e308, 5e-324, 1, 1e308, 0},
     MINRISK_RELIANCE_UNBOUNDED,
     0,
     0,
     0},
};

static void known_boxes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(boxes); i++) {
        minrisk_reliance out = {-1, -1, -1, -1};
        assert_int_equal(minrisk_reliance_interval(&boxes[i].low, &boxes[i].high, &out), 0);
        assert_case(out.state, boxes[i].state, "a box");
        assert_int_equal(out.known, boxes[i].known);
        assert_true(out.low <= boxes[i].bottom && out.high >= boxes[i].top);
        assert_near(out.low, boxes[i].bottom, 2e-16);
        assert_near(out.high, boxes[i].top, 2e-16);
    }
}

/* risk on 0-10 and on 0-1; Yemen's -2.996 passes the scale (World Bank, political stability 2018). */
static const struct {
    double wgi, risk_10, risk_1;
    int32_t clamped;
} governance[] = {
    {2.5, 0, 0, 0}, {-2.5, 10, 1, 0},    {0, 5, .5, 0},      {-0.0, 5, .5, 0},    {1, 3, .3, 0},
    {-1, 7, .7, 0}, {2.5625, 0, 0, 1},   {5, 0, 0, 1},       {-2.996, 10, 1, 1},  {-5, 10, 1, 1},
    {.5, 4, .4, 0}, {-.25, 5.5, .55, 0}, {5e-324, 5, .5, 0}, {-5e-324, 5, .5, 0},
};

static void governance_as_risk(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(governance); i++) {
        double risk = -1;
        int32_t clamped = -1;
        assert_int_equal(minrisk_wgi_to_risk_10(governance[i].wgi, &risk, &clamped), MINRISK_OK);
        assert_double(risk, governance[i].risk_10);
        assert_int_equal(clamped, governance[i].clamped);
        clamped = -1;
        assert_int_equal(minrisk_wgi_to_risk_1(governance[i].wgi, &risk, &clamped), MINRISK_OK);
        assert_double(risk, governance[i].risk_1);
        assert_int_equal(clamped, governance[i].clamped);
        assert_int_equal(minrisk_wgi_to_risk_1(governance[i].wgi, &risk, NULL), MINRISK_OK);
        assert_double(risk, governance[i].risk_1);
    }
}

static void totals_by_bloc(void **state)
{
    static const double quantity[] = {1e16, 3, 1, -0.0, 1, 7};
    static const uint32_t bloc[] = {0, 2, 0, 1, 0, 2};
    double total[4] = {-1, -1, -1, -1};
    (void)state;
    assert_int_equal(minrisk_bloc_totals(quantity, bloc, COUNT(bloc), total, 4), MINRISK_OK);
    assert_double(total[0], 10000000000000002.); /* in doubles, one by one, 1e16 */
    assert_double(total[1], 0);
    assert_double(total[2], 10);
    assert_double(total[3], 0);
}

static void an_outage(void **state)
{
    static const double quantity[] = {60, 25, 15}, spare[] = {40, 5, 7};
    static const double alone[] = {60, 0};
    minrisk_outage out;
    (void)state;
    assert_int_equal(minrisk_without(quantity, spare, 3, 0, 80, &out), MINRISK_OK);
    assert_double(out.rest, 40);
    assert_double(out.rest_hhi, .53125); /* (25^2 + 15^2) / 40^2 */
    assert_double(out.spare, 12);
    assert_double(out.covered, .65);
    assert_double(out.shortfall, 28);
    assert_int_equal(minrisk_without(quantity, spare, 3, 2, 130, &out), MINRISK_OK);
    assert_double(out.rest, 85);
    assert_double(out.spare, 45);
    assert_double(out.covered, 1);
    assert_double(out.shortfall, 0);
    assert_int_equal(minrisk_without(quantity, NULL, 3, 1, 80, &out), MINRISK_OK);
    assert_double(out.spare, 0);
    assert_double(out.covered, .9375);
    assert_double(out.shortfall, 5);
    assert_int_equal(minrisk_without(alone, NULL, 2, 0, 5, &out), MINRISK_OK);
    assert_double(out.rest, 0);
    assert_double(out.rest_hhi, 0);
    assert_double(out.covered, 0);
    assert_double(out.shortfall, 5);
    /* 2^53 and 1 are covered by their sum alone: no double holds it */
    assert_int_equal(minrisk_without((const double[]){1, 0x1p53, 1}, NULL, 3, 0, 0x1p53 + 2, &out),
                     MINRISK_OK);
    assert_double(out.shortfall, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_balances),
        cmocka_unit_test(known_consumptions),
        cmocka_unit_test(published_percentages),
        cmocka_unit_test(published_letters),
        cmocka_unit_test(pinned_values),
        cmocka_unit_test(known_boxes),
        cmocka_unit_test(governance_as_risk),
        cmocka_unit_test(totals_by_bloc),
        cmocka_unit_test(an_outage),
    };
    return cmocka_run_group_tests_name("unit_reliance", tests, NULL, NULL);
}
