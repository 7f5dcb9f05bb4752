/* SPDX-License-Identifier: MIT */
/* The contract of reliance.h where arrays and intervals come in. */
#include "contract/defects.h"

static const double refused_quantities[] = {-1, -4.9e-324, HUGE_VAL, -HUGE_VAL, (double)NAN};

/* --- intervals ------------------------------------------------------------------------------- */

enum { PARTS = 5, RELEASE = 4 };

static const double valid_low[PARTS] = {5, 1, 20, 3, -2}, valid_high[PARTS] = {6, 2, 30, 4, 3};

static minrisk_status interval_of(const double *a, const double *b, minrisk_reliance *out)
{
    const minrisk_balance low = {a[0], a[1], a[2], a[3], a[4]};
    const minrisk_balance high = {b[0], b[1], b[2], b[3], b[4]};
    minrisk_status status = minrisk_reliance_interval(&low, &high, out);
    assert_int_equal(minrisk_reliance_interval(&low, &high, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_reliance_interval(NULL, &high, out), MINRISK_E_NULL);
    assert_int_equal(minrisk_reliance_interval(&low, NULL, out), MINRISK_E_NULL);
    return status;
}

static void assert_interval(size_t part, double low, double high, minrisk_status expected)
{
    double a[PARTS], b[PARTS];
    minrisk_reliance out;
    memcpy(a, valid_low, sizeof a);
    memcpy(b, valid_high, sizeof b);
    a[part] = low;
    b[part] = high;
    fill_pattern(&out, sizeof out);
    assert_case(interval_of(a, b, &out), expected, "minrisk_reliance_interval");
    if (expected != MINRISK_OK)
        assert_true(is_pattern(&out, sizeof out));
}

static void intervals(void **state)
{
    (void)state;
    for (size_t part = 0; part < PARTS; part++) {
        assert_interval(part, 1, 1, MINRISK_OK);
        assert_interval(part, -0.0, 0, MINRISK_OK);
        assert_interval(part, 0, -0.0, MINRISK_OK);
        assert_interval(part, 4.9e-324, 4.9e-324, MINRISK_OK);
        assert_interval(part, 4.9e-324, 0, MINRISK_E_DATA);
        assert_interval(part, 1.0000000000000002, 1, MINRISK_E_DATA);
        for (size_t i = 0; i < COUNT(refused_quantities); i++) {
            double bad = refused_quantities[i];
            int passes = part == RELEASE && (bad == -1 || bad == -4.9e-324);
            assert_interval(part, bad, 9, passes ? MINRISK_OK : MINRISK_E_DATA);
            if (!passes)
                assert_interval(part, 0, bad, MINRISK_E_DATA);
        }
    }
    assert_interval(RELEASE, -2, -3, MINRISK_E_DATA);
    assert_interval(RELEASE, -2, -2, MINRISK_OK);
    assert_interval(RELEASE, 4.9e-324, -4.9e-324, MINRISK_E_DATA);
    assert_interval(RELEASE, 0, -4.9e-324, MINRISK_E_DATA);
    assert_interval(RELEASE, -4.9e-324, 0, MINRISK_OK);
}

/* --- governance ------------------------------------------------------------------------------ */

typedef minrisk_status conversion(double, double *, int32_t *);

static void assert_risk(conversion *convert, double wgi, minrisk_status expected)
{
    double risk;
    int32_t clamped;
    fill_pattern(&risk, sizeof risk);
    fill_pattern(&clamped, sizeof clamped);
    assert_int_equal(convert(wgi, &risk, &clamped), expected);
    assert_int_equal(is_pattern(&risk, sizeof risk), expected != MINRISK_OK);
    assert_int_equal(is_pattern(&clamped, sizeof clamped), expected != MINRISK_OK);
    assert_int_equal(convert(wgi, NULL, &clamped), MINRISK_E_NULL);
}

static minrisk_status to_risk_10(double wgi, double *risk, int32_t *clamped)
{
    return minrisk_wgi_to_risk_10(wgi, risk, clamped);
}

static minrisk_status to_risk_1(double wgi, double *risk, int32_t *clamped)
{
    return minrisk_wgi_to_risk_1(wgi, risk, clamped);
}

static void governance(void **state)
{
    static const double good[] = {-5, 5, -2.5, 2.5, 0, -0.0, 4.9e-324, -4.9e-324};
    static const double bad[] = {5.000000000000001, -5.000000000000001, 50,
                                 HUGE_VAL,          -HUGE_VAL,          (double)NAN};
    conversion *const conversions[] = {to_risk_10, to_risk_1};
    (void)state;
    for (size_t c = 0; c < COUNT(conversions); c++) {
        for (size_t i = 0; i < COUNT(good); i++)
            assert_risk(conversions[c], good[i], MINRISK_OK);
        for (size_t i = 0; i < COUNT(bad); i++)
            assert_risk(conversions[c], bad[i], MINRISK_E_PARAM);
    }
}

/* --- blocs ----------------------------------------------------------------------------------- */

enum { MOST = 4 };

static void assert_totals(const double *quantity, const uint32_t *bloc, size_t n, size_t blocs,
                          minrisk_status expected)
{
    double total[MOST];
    fill_pattern(total, sizeof total);
    assert_case(minrisk_bloc_totals(quantity, bloc, n, total, blocs), expected, "bloc_totals");
    if (expected != MINRISK_OK)
        assert_true(is_pattern(total, sizeof total));
    assert_int_equal(minrisk_bloc_totals(quantity, bloc, n, NULL, blocs), MINRISK_E_NULL);
}

static void blocs(void **state)
{
    double quantity[MOST] = {3, 0, 2, 5};
    uint32_t bloc[MOST] = {1, 0, 1, 2};
    (void)state;
    assert_totals(quantity, bloc, MOST, 3, MINRISK_OK);
    assert_totals(NULL, bloc, 0, 3, MINRISK_E_NULL);
    assert_totals(quantity, NULL, 0, 3, MINRISK_E_NULL);
    assert_totals(quantity, bloc, 0, 3, MINRISK_E_SIZE);
    assert_totals(quantity, bloc, MOST, 0, MINRISK_E_SIZE);
    assert_totals(quantity, bloc, MOST, 2, MINRISK_E_DATA);
    bloc[3] = UINT32_MAX;
    assert_totals(quantity, bloc, MOST, 3, MINRISK_E_DATA);
    bloc[3] = 2;
    for (size_t i = 0; i < COUNT(refused_quantities) * MOST; i++) {
        double kept = quantity[i % MOST];
        quantity[i % MOST] = refused_quantities[i / MOST];
        assert_totals(quantity, bloc, MOST, 3, MINRISK_E_DATA);
        assert_totals(quantity, bloc, MOST, 0, MINRISK_E_SIZE);
        quantity[i % MOST] = kept;
    }
    quantity[0] = quantity[2] = 1.7e308; /* both of bloc 1: no double holds the total */
    assert_totals(quantity, bloc, MOST, 3, MINRISK_E_DATA);
    bloc[2] = 2;
    assert_totals(quantity, bloc, MOST, 3, MINRISK_OK);
}

/* --- outages --------------------------------------------------------------------------------- */

static void assert_outage(const double *quantity, const double *spare, size_t n, size_t c,
                          double need, minrisk_status expected)
{
    minrisk_outage out;
    fill_pattern(&out, sizeof out);
    assert_case(minrisk_without(quantity, spare, n, c, need, &out), expected, "without");
    assert_int_equal(is_pattern(&out, sizeof out), expected != MINRISK_OK);
    assert_int_equal(minrisk_without(quantity, spare, n, c, need, NULL), MINRISK_E_NULL);
}

static void outages(void **state)
{
    double quantity[MOST] = {3, 0, 2, 5}, spare[MOST] = {1, 0, 0, 2};
    (void)state;
    assert_outage(quantity, spare, MOST, 3, 1, MINRISK_OK);
    assert_outage(quantity, NULL, MOST, 3, 4.9e-324, MINRISK_OK);
    assert_outage(NULL, spare, 0, 9, -1, MINRISK_E_NULL);
    assert_outage(quantity, spare, 0, 0, -1, MINRISK_E_SIZE);
    assert_outage(quantity, spare, MOST, MOST, 1, MINRISK_E_PARAM);
    assert_outage(quantity, spare, MOST, SIZE_MAX, 1, MINRISK_E_PARAM);
    assert_outage(quantity, spare, MOST, 0, 0, MINRISK_E_PARAM);
    assert_outage(quantity, spare, MOST, 0, -0.0, MINRISK_E_PARAM);
    for (size_t i = 0; i < COUNT(refused_quantities); i++)
        assert_outage(quantity, spare, MOST, 0, refused_quantities[i], MINRISK_E_PARAM);
    for (size_t i = 0; i < COUNT(refused_quantities) * MOST * 2; i++) {
        double *x = (i / MOST) % 2 ? &spare[i % MOST] : &quantity[i % MOST], kept = *x;
        *x = refused_quantities[i / MOST / 2];
        assert_outage(quantity, spare, MOST, 1, 1, MINRISK_E_DATA);
        assert_outage(quantity, spare, MOST, 1, 0, MINRISK_E_PARAM);
        *x = kept;
    }
    quantity[0] = quantity[2] = 1.7e308;
    assert_outage(quantity, spare, MOST, 3, 1, MINRISK_E_DATA);
    assert_outage(quantity, spare, MOST, 2, 1, MINRISK_OK);
    assert_outage(spare, quantity, MOST, 3, 1, MINRISK_E_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals),
        cmocka_unit_test(governance),
        cmocka_unit_test(blocs),
        cmocka_unit_test(outages),
    };
    return cmocka_run_group_tests_name("contract_reliance", tests, NULL, NULL);
}
