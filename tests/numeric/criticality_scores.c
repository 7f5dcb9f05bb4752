/* SPDX-License-Identifier: MIT */
/* GeoPolRisk, the USGS's score, DERA's country risk, expected losses and chains against MPFR; their
 * derivatives against differences, and their ranges against the corners of the inputs. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/measure.h"
#include "support/random.h"

enum { MOST = 7 };

static random_source source;
static double quantity[MOST], risk[MOST], factor[MOST], other[MOST], profit[MOST];
static double contribution[MOST], by_quantity[MOST], by_risk[MOST];
static uint32_t region[MOST];
static const minrisk_attribution parts = {contribution, by_quantity, by_risk};
static size_t n, m;

static double rate(void)
{
    uint64_t kind = random_below(&source, 10);
    return kind == 0 ? 0 : kind == 1 ? 1 : random_unit(&source);
}

static void draw(void)
{
    int base = (int)random_below(&source, 800) - 400;
    n = random_size(&source, 1, MOST);
    m = random_size(&source, 1, MOST);
    for (size_t i = 0; i < MOST; i++) {
        quantity[i] = random_below(&source, 5) ? random_scaled(&source, base, base + 8) : 0;
        other[i] = random_below(&source, 5) ? random_scaled(&source, base, base + 8) : 0;
        profit[i] = random_scaled(&source, base - 3, base + 5);
        risk[i] = rate();
        factor[i] = rate();
        region[i] = (uint32_t)random_below(&source, 3);
    }
    quantity[0] = power_of_two(base);
}

static double total_of(const double *x, size_t count)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += x[i];
    return total;
}

static void set_row(size_t at, const double *x, size_t count)
{
    for (size_t i = 0; i < count; i++)
        mpfr_set_d(input[at + i], x[i], MPFR_RNDN);
}

static void sum_row(mpfr_t sum, size_t at, size_t count)
{
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < count; i++)
        mpfr_add(sum, sum, input[at + i], MPFR_RNDN);
}

/* sum (x/T)^2 a b of three rows; b is 1 where it has no row. */
static void weighted_hhi(mpfr_t hhi, size_t at, size_t a, size_t b, size_t count)
{
    mpfr_t total, term;
    mpfr_inits2(SCORE_BITS, total, term, (mpfr_ptr)NULL);
    sum_row(total, at, count);
    mpfr_set_zero(hhi, 1);
    for (size_t i = 0; i < count; i++) {
        mpfr_div(term, input[at + i], total, MPFR_RNDN);
        mpfr_sqr(term, term, MPFR_RNDN);
        if (a != 0)
            mpfr_mul(term, term, input[a + i], MPFR_RNDN);
        if (b != 0)
            mpfr_mul(term, term, input[b + i], MPFR_RNDN);
        mpfr_add(hhi, hhi, term, MPFR_RNDN);
    }
    mpfr_clears(total, term, (mpfr_ptr)NULL);
}

/* --- GeoPolRisk: rows production, imports, risk (0 inside), and domestic ------------------------- */

enum { PRODUCTION = 0, IMPORTS = MOST, RISK = 2 * MOST, DOMESTIC = 3 * MOST };

static void import_risk_of(mpfr_t result)
{
    mpfr_t term;
    mpfr_init2(term, SCORE_BITS);
    mpfr_set_zero(result, 1);
    for (size_t i = 0; i < m; i++) {
        mpfr_mul(term, input[IMPORTS + i], input[RISK + i], MPFR_RNDN);
        mpfr_add(result, result, term, MPFR_RNDN);
    }
    sum_row(term, IMPORTS, m);
    mpfr_add(term, term, input[DOMESTIC], MPFR_RNDN);
    mpfr_div(result, result, term, MPFR_RNDN);
    mpfr_clear(term);
}

static void geopolrisk_of(mpfr_t score)
{
    mpfr_t hhi;
    mpfr_init2(hhi, SCORE_BITS);
    weighted_hhi(hhi, PRODUCTION, 0, 0, n);
    import_risk_of(score);
    mpfr_mul(score, score, hhi, MPFR_RNDN);
    mpfr_clear(hhi);
}

static minrisk_geopolrisk_inputs draw_buyer(void)
{
    minrisk_geopolrisk_inputs in = {quantity, 0, other, risk, NULL, 0, 1, 0, 0, 1};
    draw();
    in.producers = n;
    in.partners = m;
    in.region = random_below(&source, 2) ? region : NULL;
    in.domestic = random_below(&source, 4) ? profit[0] : 0;
    if (total_of(other, m) == 0)
        in.domestic = profit[0];
    in.price = random_scaled(&source, -10, 10);
    in.reference = random_scaled(&source, -10, 10);
    return in;
}

static void set_buyer(const minrisk_geopolrisk_inputs *in)
{
    set_row(PRODUCTION, in->production, n);
    set_row(IMPORTS, in->imports, m);
    for (size_t i = 0; i < m; i++)
        mpfr_set_d(input[RISK + i],
                   in->region != NULL && in->region[i] == in->home ? 0 : in->risk[i], MPFR_RNDN);
    mpfr_set_d(input[DOMESTIC], in->domestic, MPFR_RNDN);
}

static void check_partners(const minrisk_geopolrisk_inputs *in,
                           const minrisk_geopolrisk_result *out)
{
    double used = total_of(other, m) + in->domestic;
    geopolrisk_of(measured);
    assert_sum(contribution, m, measured, "GeoPolRisk, imports");
    for (size_t i = 0; i < m; i++) {
        double size = out->hhi / used;
        assert_derivative(geopolrisk_of, IMPORTS + i, used, by_quantity[i],
                          size * (0x1p-90 + 0x1p-390), "by imports");
        if (in->region != NULL && in->region[i] == in->home)
            assert_double(by_risk[i], 0);
        else
            assert_derivative(geopolrisk_of, RISK + i, 1, by_risk[i], 0, "by risk");
    }
}

static void geopolrisk(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        minrisk_geopolrisk_inputs in = draw_buyer();
        minrisk_geopolrisk_result out;
        double made[MOST], by_production[MOST], untouched = -7;
        const minrisk_attribution production = {made, by_production, &untouched};
        set_buyer(&in);
        assert_int_equal(minrisk_geopolrisk(&in, &out, &parts, &production), MINRISK_OK);
        weighted_hhi(measured, PRODUCTION, 0, 0, n);
        assert_measured(out.hhi, measured, .5, NULL, "HHI");
        import_risk_of(measured);
        assert_measured(out.import_risk, measured, .5, NULL, "import risk");
        geopolrisk_of(measured);
        assert_measured(out.score, measured, .51, NULL, "GeoPolRisk");
        mpfr_mul_d(measured, measured, in.price, MPFR_RNDN);
        assert_measured(out.midpoint, measured, .51, NULL, "midpoint");
        mpfr_div_d(measured, measured, in.reference, MPFR_RNDN);
        assert_measured(out.characterisation, measured, .51, NULL, "characterisation");
        check_partners(&in, &out);
        geopolrisk_of(measured);
        assert_sum(made, n, measured, "GeoPolRisk, production");
        assert_derivative(geopolrisk_of, DOMESTIC, total_of(other, m) + in.domestic,
                          out.by_domestic, 0, "by domestic");
        for (size_t i = 0; i < n; i++)
            assert_derivative(geopolrisk_of, PRODUCTION + i, total_of(quantity, n),
                              by_production[i], 4 / total_of(quantity, n) * 0x1p-90,
                              "by production");
        assert_double(untouched, -7);
    }
}

static void widen(double *low, double *high, size_t count, double least, double most)
{
    for (size_t i = 0; i < count; i++) {
        double by = random_below(&source, 4) ? random_unit(&source) : 0;
        double from = low[i];
        low[i] = from - by * (from - least);
        high[i] = from + by * (most - from);
    }
}

static void geopolrisk_ranges(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        minrisk_geopolrisk_inputs low = draw_buyer(), high = low, corner;
        double low_risk[MOST], high_risk[MOST];
        minrisk_interval range;
        memcpy(low_risk, risk, sizeof risk);
        widen(low_risk, high_risk, MOST, 0, 1);
        low.risk = low_risk;
        high.risk = high_risk;
        high.domestic = low.domestic * (1 + random_unit(&source));
        assert_int_equal(minrisk_geopolrisk_interval(&low, &high, &range), MINRISK_OK);
        corner = low;
        corner.domestic = high.domestic;
        set_buyer(&corner);
        geopolrisk_of(measured);
        assert_true(mpfr_cmp_d(measured, range.low) >= 0);
        assert_measured(range.low, measured, 2, NULL, "low end");
        corner = high;
        corner.domestic = low.domestic;
        set_buyer(&corner);
        geopolrisk_of(measured);
        assert_true(mpfr_cmp_d(measured, range.high) <= 0);
        assert_measured(range.high, measured, 2, NULL, "high end");
    }
}

/* --- USGS: rows quantity, ability, willingness, value added, expenditure, profit, then two -------- */

enum { ABILITY = MOST, WILLINGNESS = 2 * MOST, VALUE = 3 * MOST, SPENT = 4 * MOST };
enum { PROFIT = 5 * MOST, EXPOSURE = 6 * MOST, GDP = 6 * MOST + 1 };

static void vulnerability_of(mpfr_t sum)
{
    mpfr_t term;
    mpfr_init2(term, SCORE_BITS);
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < m; i++) {
        mpfr_mul(term, input[VALUE + i], input[SPENT + i], MPFR_RNDN);
        mpfr_div(term, term, input[PROFIT + i], MPFR_RNDN);
        mpfr_add(sum, sum, term, MPFR_RNDN);
    }
    mpfr_div(sum, sum, input[GDP], MPFR_RNDN);
    mpfr_clear(term);
}

static void usgs_of(mpfr_t score)
{
    mpfr_t factor_of;
    mpfr_init2(factor_of, SCORE_BITS);
    weighted_hhi(score, 0, ABILITY, WILLINGNESS, n);
    mpfr_mul(score, score, input[EXPOSURE], MPFR_RNDN);
    vulnerability_of(factor_of);
    mpfr_mul(score, score, factor_of, MPFR_RNDN);
    mpfr_cbrt(score, score, MPFR_RNDN);
    mpfr_clear(factor_of);
}

static minrisk_usgs_inputs draw_commodity(void)
{
    minrisk_usgs_inputs in = {{quantity, risk, NULL, 0}, 0, other, factor, profit, 0, 0};
    draw();
    in.production.n = n;
    in.production.factor = random_below(&source, 3) ? factor : NULL;
    in.industries = m;
    in.trade_exposure = rate();
    in.gdp = random_scaled(&source, 0, 30);
    return in;
}

static void set_commodity(const minrisk_usgs_inputs *in)
{
    static const double ones[MOST] = {1, 1, 1, 1, 1, 1, 1};
    set_row(0, in->production.quantity, n);
    set_row(ABILITY, in->production.risk, n);
    set_row(WILLINGNESS, in->production.factor == NULL ? ones : in->production.factor, n);
    set_row(VALUE, in->value_added, m);
    set_row(SPENT, in->expenditure, m);
    set_row(PROFIT, in->profit, m);
    mpfr_set_d(input[EXPOSURE], in->trade_exposure, MPFR_RNDN);
    mpfr_set_d(input[GDP], in->gdp, MPFR_RNDN);
}

static void check_commodity(const minrisk_usgs_inputs *in, const minrisk_usgs_risk *out)
{
    double slope = out->risk / out->disruption_potential;
    for (size_t i = 0; i < n; i++) {
        double total = total_of(quantity, n), share = quantity[i] / total;
        double weight = in->production.factor == NULL ? 1 : factor[i];
        double size = slope / total * (share * risk[i] * weight + out->disruption_potential);
        if (out->risk == 0) {
            assert_double(by_risk[i], 0);
            continue;
        }
        assert_derivative(usgs_of, i, total, by_quantity[i], size * 0x1p-80, "by quantity");
        assert_derivative(usgs_of, ABILITY + i, out->disruption_potential, by_risk[i],
                          slope * 0x1p-300, "by ability");
    }
    if (out->risk == 0) {
        assert_double(out->by_trade_exposure, 0);
        assert_double(out->by_vulnerability, 0);
        return;
    }
    assert_derivative(usgs_of, EXPOSURE, in->trade_exposure, out->by_trade_exposure,
                      out->by_trade_exposure * 0x1p-300, "by trade exposure");
    assert_near(out->by_vulnerability * 3 * out->economic_vulnerability, out->risk,
                out->risk * 1e-15);
}

static void usgs(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        minrisk_usgs_inputs in = draw_commodity();
        minrisk_usgs_risk out;
        set_commodity(&in);
        assert_int_equal(minrisk_usgs_supply_risk(&in, &out, &parts), MINRISK_OK);
        weighted_hhi(measured, 0, ABILITY, WILLINGNESS, n);
        assert_measured(out.disruption_potential, measured, .5, NULL, "DP");
        vulnerability_of(measured);
        assert_measured(out.economic_vulnerability, measured, .51, NULL, "EV");
        usgs_of(measured);
        assert_measured(out.risk, measured, .51, NULL, "SR");
        assert_sum(contribution, n, measured, "USGS");
        check_commodity(&in, &out);
    }
}

static void usgs_ranges(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        minrisk_usgs_inputs low = draw_commodity(), high = low, corner;
        double low_risk[MOST], high_risk[MOST], more[MOST], dearer[MOST], richer[MOST];
        minrisk_interval range;
        memcpy(low_risk, risk, sizeof risk);
        widen(low_risk, high_risk, MOST, 0, 1);
        for (size_t i = 0; i < MOST; i++) {
            more[i] = other[i] * (1 + rate());
            dearer[i] = factor[i] * (1 + rate());
            richer[i] = profit[i] * (1 + rate());
        }
        low.production.risk = low_risk;
        high.production.risk = high_risk;
        high.value_added = more;
        high.expenditure = dearer;
        high.profit = richer;
        widen(&low.trade_exposure, &high.trade_exposure, 1, 0, 1);
        high.gdp = low.gdp * (1 + rate());
        assert_int_equal(minrisk_usgs_risk_interval(&low, &high, &range), MINRISK_OK);
        corner = low;
        corner.profit = high.profit;
        corner.gdp = high.gdp;
        set_commodity(&corner);
        usgs_of(measured);
        assert_true(mpfr_cmp_d(measured, range.low) >= 0);
        assert_measured(range.low, measured, 2, NULL, "low end");
        corner = high;
        corner.profit = low.profit;
        corner.gdp = low.gdp;
        set_commodity(&corner);
        usgs_of(measured);
        assert_true(mpfr_cmp_d(measured, range.high) <= 0);
        assert_measured(range.high, measured, 2, NULL, "high end");
    }
}

/* --- DERA and expected losses: rows quantity and indicator ---------------------------------------- */

static void country_risk_of(mpfr_t score)
{
    mpfr_t term;
    mpfr_init2(term, SCORE_BITS);
    mpfr_set_zero(score, 1);
    for (size_t i = 0; i < n; i++) {
        mpfr_mul(term, input[i], input[MOST + i], MPFR_RNDN);
        mpfr_add(score, score, term, MPFR_RNDN);
    }
    sum_row(term, 0, n);
    mpfr_div(score, score, term, MPFR_RNDN);
    mpfr_clear(term);
}

/* Small whole numbers over 8, one time in three, so that the sum cancels to nothing. */
static void draw_signed(double *x, double most)
{
    int whole = random_below(&source, 3) == 0;
    for (size_t i = 0; i < MOST; i++) {
        x[i] = whole ? (double)random_below(&source, 9) / 8 : random_unit(&source) * most;
        x[i] = random_below(&source, 2) ? x[i] : -x[i];
        quantity[i] = whole ? (double)random_below(&source, 5) : quantity[i];
    }
    quantity[0] = quantity[0] == 0 ? 1 : quantity[0];
}

static void country_risks(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double wgi[MOST];
        minrisk_dera_result out;
        draw();
        draw_signed(wgi, 5);
        set_row(0, quantity, n);
        set_row(MOST, wgi, n);
        assert_int_equal(minrisk_dera_country_risk(quantity, wgi, n, &out, &parts), MINRISK_OK);
        country_risk_of(measured);
        assert_measured(out.country_risk, measured, .5, NULL, "country risk");
        weighted_hhi(measured, 0, 0, 0, n);
        assert_measured(out.hhi, measured, .5, NULL, "HHI");
        for (size_t i = 0; i < n; i++) {
            double total = total_of(quantity, n);
            mpfr_set_d(measured, quantity[i], MPFR_RNDN);
            mpfr_mul_d(measured, measured, wgi[i], MPFR_RNDN);
            sum_row(measured_again, 0, n);
            mpfr_div(measured, measured, measured_again, MPFR_RNDN);
            assert_measured(contribution[i], measured, .5, NULL, "contribution");
            assert_derivative(country_risk_of, i, total, by_quantity[i], 10 / total * 0x1p-390,
                              "by quantity");
            assert_derivative(country_risk_of, MOST + i, 1, by_risk[i], 0, "by indicator");
        }
    }
}

static void losses(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double effect[MOST];
        minrisk_loss out;
        mpfr_t term, worst;
        mpfr_inits2(SCORE_BITS, term, worst, (mpfr_ptr)NULL);
        draw();
        draw_signed(effect, 100);
        mpfr_set_zero(measured, 1);
        mpfr_set_zero(measured_again, 1);
        assert_int_equal(minrisk_expected_loss(risk, effect, n, &out, contribution), MINRISK_OK);
        mpfr_set_d(worst, risk[out.worst], MPFR_RNDN);
        mpfr_mul_d(worst, worst, effect[out.worst], MPFR_RNDN);
        for (size_t i = 0; i < n; i++) {
            mpfr_set_d(term, risk[i], MPFR_RNDN);
            mpfr_mul_d(term, term, effect[i], MPFR_RNDN);
            assert_true(mpfr_cmp(term, worst) < (i >= out.worst));
            if (effect[i] > 0)
                mpfr_add(measured, measured, term, MPFR_RNDN);
            else
                mpfr_sub(measured_again, measured_again, term, MPFR_RNDN);
            assert_measured(contribution[i], term, .5, NULL, "contribution");
        }
        assert_measured(out.losses, measured, .5, NULL, "losses");
        assert_measured(out.gains, measured_again, .5, NULL, "gains");
        mpfr_sub(measured, measured, measured_again, MPFR_RNDN);
        assert_measured(out.expected, measured, .5, NULL, "expected loss");
        mpfr_clears(term, worst, (mpfr_ptr)NULL);
    }
}

/* --- chains ------------------------------------------------------------------------------------ */

static void set_series(mpfr_t all, const double *x)
{
    mpfr_t left;
    mpfr_init2(left, SCORE_BITS);
    mpfr_set_ui(all, 1, MPFR_RNDN);
    for (size_t i = 0; i < n; i++) {
        mpfr_set_d(left, x[i], MPFR_RNDN);
        mpfr_ui_sub(left, 1, left, MPFR_RNDN);
        mpfr_mul(all, all, left, MPFR_RNDN);
    }
    mpfr_ui_sub(all, 1, all, MPFR_RNDN);
    mpfr_clear(left);
}

static void set_mean(mpfr_t mean, const double *x, const double *weight)
{
    mpfr_t term;
    mpfr_init2(term, SCORE_BITS);
    mpfr_set_zero(mean, 1);
    mpfr_set_zero(measured_again, 1);
    for (size_t i = 0; i < n; i++) {
        mpfr_set_d(term, x[i], MPFR_RNDN);
        mpfr_mul_d(term, term, weight == NULL ? 1 : weight[i], MPFR_RNDN);
        mpfr_add(mean, mean, term, MPFR_RNDN);
        mpfr_add_d(measured_again, measured_again, weight == NULL ? 1 : weight[i], MPFR_RNDN);
    }
    mpfr_div(mean, mean, measured_again, MPFR_RNDN);
    mpfr_clear(term);
}

static void set_geometric(mpfr_t mean, const double *x)
{
    mpfr_set_ui(mean, 1, MPFR_RNDN);
    for (size_t i = 0; i < n; i++)
        mpfr_mul_d(mean, mean, x[i], MPFR_RNDN);
    mpfr_rootn_ui(mean, mean, n, MPFR_RNDN);
}

static void chains(void **state)
{
    size_t cases = numeric_cases() / 50;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double stage[MOST];
        uint64_t kind = random_below(&source, 4);
        minrisk_chain out;
        draw();
        for (size_t i = 0; i < MOST; i++)
            stage[i] = kind == 0   ? random_any(&source)
                       : kind == 1 ? random_scaled(&source, -60, -1)
                       : kind == 2 ? 1 - random_scaled(&source, -50, -2)
                                   : rate();
        assert_int_equal(minrisk_chain_risk(stage, quantity, n, &out), MINRISK_OK);
        assert_double(stage[out.bottleneck], out.maximum);
        for (size_t i = 0; i < n; i++)
            assert_true(i < out.bottleneck ? stage[i] < out.maximum : stage[i] <= out.maximum);
        set_mean(measured, stage, NULL);
        assert_measured(out.mean, measured, .5, NULL, "mean");
        set_mean(measured, stage, quantity);
        assert_measured(out.weighted, measured, .5, NULL, "weighted mean");
        set_geometric(measured, stage);
        assert_measured(out.geometric, measured, 1, NULL, "geometric mean");
        assert_int_equal((out.known & MINRISK_CHAIN_SERIES) != 0, out.maximum <= 1);
        if (out.known & MINRISK_CHAIN_SERIES) {
            set_series(measured, stage);
            assert_measured(out.series, measured, .51, NULL, "series");
        }
    }
}

static void disruptions(void **state)
{
    size_t cases = numeric_cases() / 50;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double missing[MOST], length;
        size_t origin, held_at;
        draw();
        length = total_of(quantity, n) * random_unit(&source);
        origin = random_size(&source, 0, n - 1);
        assert_int_equal(minrisk_chain_disruption(length, origin, quantity, n, missing, &held_at),
                         MINRISK_OK);
        mpfr_set_d(measured, length, MPFR_RNDN);
        for (size_t i = 0; i < n; i++) {
            if (i < origin) {
                assert_double(missing[i], 0);
                continue;
            }
            mpfr_sub_d(measured, measured, quantity[i], MPFR_RNDN);
            if (mpfr_sgn(measured) < 0)
                mpfr_set_zero(measured, 1);
            assert_measured(missing[i], measured, .5, NULL, "missing");
            assert_int_equal(held_at <= i, mpfr_zero_p(measured) != 0);
        }
    }
}

static int open_numbers(void **state)
{
    (void)state;
    source.state = 2024;
    print_message("seed %lu\n", (unsigned long)source.state);
    open_measure();
    return 0;
}

static int close_numbers(void **state)
{
    (void)state;
    close_measure();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(geopolrisk),    cmocka_unit_test(geopolrisk_ranges),
        cmocka_unit_test(usgs),          cmocka_unit_test(usgs_ranges),
        cmocka_unit_test(country_risks), cmocka_unit_test(losses),
        cmocka_unit_test(chains),        cmocka_unit_test(disruptions),
    };
    return cmocka_run_group_tests_name("numeric_criticality_scores", tests, open_numbers,
                                       close_numbers);
}
