/* SPDX-License-Identifier: MIT */
/* Net import reliance at values worked out by hand. */
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
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_balances),        cmocka_unit_test(known_consumptions),
        cmocka_unit_test(published_percentages), cmocka_unit_test(published_letters),
        cmocka_unit_test(pinned_values),
    };
    return cmocka_run_group_tests_name("unit_reliance", tests, NULL, NULL);
}
