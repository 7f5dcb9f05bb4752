/* SPDX-License-Identifier: MIT */
/* The scores of the EU against MPFR, their derivatives against differences, and their ranges against
 * what lies inside. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/measure.h"
#include "support/random.h"

enum { MOST = 6, RATES = 6 * MOST };

typedef struct side {
    double quantity[MOST], risk[MOST], trade[MOST];
    double contribution[MOST], by_quantity[MOST], by_risk[MOST];
    int has_trade;
    size_t n;
} side;

static random_source source;
static side global, eu;
static minrisk_eu_stage stage;

/* --- what is drawn --------------------------------------------------------------------------- */

static double rate(void)
{
    uint64_t kind = random_below(&source, 10);
    return kind == 0 ? 0 : kind == 1 ? 1 : random_unit(&source);
}

static void draw_side(side *s, int base)
{
    s->n = random_size(&source, 0, MOST);
    s->has_trade = random_below(&source, 3) != 0;
    for (size_t i = 0; i < s->n; i++) {
        s->quantity[i] = random_below(&source, 6) ? random_scaled(&source, base, base + 8) : 0;
        s->risk[i] = rate() * 10;
        s->trade[i] = .8 + .7 * random_unit(&source);
    }
    if (s->n > 0 && s->quantity[0] == 0)
        s->quantity[0] = power_of_two(base);
    if (random_below(&source, 8) == 0 && s->n > 1)
        s->quantity[1] = power_of_two(base > 0 ? base - 900 : base + 900);
}

static minrisk_sourcing sourcing_of(const side *s)
{
    const minrisk_sourcing view = {s->quantity, s->risk, s->has_trade ? s->trade : NULL, s->n};
    return view;
}

static void draw_stage(void)
{
    draw_side(&global, (int)random_below(&source, 1000) - 500);
    do
        draw_side(&eu, (int)random_below(&source, 1000) - 500);
    while (global.n == 0 && eu.n == 0);
    stage.global = sourcing_of(&global);
    stage.eu = sourcing_of(&eu);
    stage.import_reliance = rate();
    stage.recycling = rate();
    stage.substitution = rate();
}

/* --- the score, from its formula --------------------------------------------------------------- */

static void set_side(const side *s, size_t at)
{
    for (size_t i = 0; i < s->n; i++) {
        mpfr_set_d(input[at + 3 * i], s->quantity[i], MPFR_RNDN);
        mpfr_set_d(input[at + 3 * i + 1], s->risk[i], MPFR_RNDN);
        mpfr_set_d(input[at + 3 * i + 2], s->has_trade ? s->trade[i] : 1, MPFR_RNDN);
    }
}

static void set_inputs(void)
{
    set_side(&global, 0);
    set_side(&eu, 3 * MOST);
    mpfr_set_d(input[RATES], stage.import_reliance, MPFR_RNDN);
    mpfr_set_d(input[RATES + 1], stage.recycling, MPFR_RNDN);
    mpfr_set_d(input[RATES + 2], stage.substitution, MPFR_RNDN);
}

static void weighted_hhi(mpfr_t hhi, size_t at, size_t n)
{
    mpfr_t total, term;
    mpfr_inits2(SCORE_BITS, total, term, (mpfr_ptr)NULL);
    mpfr_set_zero(total, 1);
    mpfr_set_zero(hhi, 1);
    for (size_t i = 0; i < n; i++)
        mpfr_add(total, total, input[at + 3 * i], MPFR_RNDN);
    for (size_t i = 0; i < n; i++) {
        mpfr_div(term, input[at + 3 * i], total, MPFR_RNDN);
        mpfr_sqr(term, term, MPFR_RNDN);
        mpfr_mul(term, term, input[at + 3 * i + 1], MPFR_RNDN);
        mpfr_mul(term, term, input[at + 3 * i + 2], MPFR_RNDN);
        mpfr_add(hhi, hhi, term, MPFR_RNDN);
    }
    mpfr_clears(total, term, (mpfr_ptr)NULL);
}

/* Before recycling and substitution. */
static void bracket_of(mpfr_t bracket)
{
    mpfr_t a, b, half;
    mpfr_inits2(SCORE_BITS, a, b, half, (mpfr_ptr)NULL);
    weighted_hhi(a, 0, global.n);
    weighted_hhi(b, 3 * MOST, eu.n);
    mpfr_div_2ui(half, input[RATES], 1, MPFR_RNDN);
    if (global.n != 0 && eu.n != 0) {
        mpfr_mul(a, a, half, MPFR_RNDN);
        mpfr_ui_sub(half, 1, half, MPFR_RNDN);
        mpfr_mul(b, b, half, MPFR_RNDN);
    }
    mpfr_set_zero(bracket, 1);
    if (global.n != 0)
        mpfr_add(bracket, bracket, a, MPFR_RNDN);
    if (eu.n != 0)
        mpfr_add(bracket, bracket, b, MPFR_RNDN);
    mpfr_clears(a, b, half, (mpfr_ptr)NULL);
}

static void score_of(mpfr_t score)
{
    mpfr_t kept;
    mpfr_init2(kept, SCORE_BITS);
    bracket_of(score);
    mpfr_ui_sub(kept, 1, input[RATES + 1], MPFR_RNDN);
    mpfr_mul(score, score, kept, MPFR_RNDN);
    mpfr_mul(score, score, input[RATES + 2], MPFR_RNDN);
    mpfr_clear(kept);
}

/* --- checks ---------------------------------------------------------------------------------- */

static void check_side(const side *s, size_t at, double hhi, double slope)
{
    double total = 0;
    for (size_t i = 0; i < s->n; i++)
        total += s->quantity[i];
    for (size_t i = 0; i < s->n; i++) {
        double share = s->quantity[i] / total, trade = s->has_trade ? s->trade[i] : 1;
        double size = slope * 2 / total * (share * s->risk[i] * trade + hhi);
        size = size * 0x1p-90 + slope * 100 / total * 0x1p-390; /* of the difference itself */
        assert_derivative(score_of, at + 3 * i, total, s->by_quantity[i], size, "by quantity");
        assert_derivative(score_of, at + 3 * i + 1, 1, s->by_risk[i], 0, "by risk");
    }
}

static void check_attribution(const minrisk_eu_risk *out)
{
    double all[2 * MOST], mitigation = (1 - stage.recycling) * stage.substitution;
    size_t n = global.n + eu.n;
    memcpy(all, global.contribution, global.n * sizeof *all);
    memcpy(all + global.n, eu.contribution, eu.n * sizeof *all);
    score_of(measured);
    assert_sum(all, n, measured, "EU");
    check_side(&global, 0, out->hhi_global, mitigation);
    check_side(&eu, 3 * MOST, out->hhi_eu, mitigation);
}

static void check_parts(const minrisk_eu_risk *out)
{
    const double apart = (out->hhi_global + out->hhi_eu) * 0x1p-90;
    weighted_hhi(measured, 0, global.n);
    assert_measured(out->hhi_global, measured, .5, NULL, "HHI, global");
    weighted_hhi(measured, 3 * MOST, eu.n);
    assert_measured(out->hhi_eu, measured, .5, NULL, "HHI, EU");
    bracket_of(measured);
    assert_measured(out->unmitigated, measured, .51, NULL, "unmitigated");
    score_of(measured);
    assert_measured(out->risk, measured, .51, NULL, "SR");
    assert_near(out->global_part + out->eu_part, out->risk, out->risk * 0x1p-50);
    assert_derivative(score_of, RATES, 1, out->by_import_reliance, apart, "by import reliance");
    assert_derivative(score_of, RATES + 1, 1, out->by_recycling, 0, "by recycling");
    assert_derivative(score_of, RATES + 2, 1, out->by_substitution, 0, "by substitution");
}

static void scores(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        const minrisk_attribution of_global = {global.contribution, global.by_quantity,
                                               global.by_risk};
        const minrisk_attribution of_eu = {eu.contribution, eu.by_quantity, eu.by_risk};
        minrisk_eu_risk out;
        draw_stage();
        set_inputs();
        assert_int_equal(minrisk_eu_supply_risk(&stage, &out, &of_global, &of_eu), MINRISK_OK);
        check_parts(&out);
        check_attribution(&out);
        assert_int_equal(out.basis, global.n == 0 ? MINRISK_EU_SOURCING_ONLY
                                    : eu.n == 0   ? MINRISK_EU_GLOBAL_ONLY
                                                  : MINRISK_EU_BOTH);
    }
}

/* --- ranges ---------------------------------------------------------------------------------- */

static void widen(double *low, double *high, size_t n, double least, double most)
{
    for (size_t i = 0; i < n; i++) {
        double by = random_below(&source, 4) ? random_unit(&source) : 0;
        low[i] = low[i] - by * (low[i] - least);
        high[i] = high[i] + by * (most - high[i]);
    }
}

static void pick_side(side *s, const side *low, const side *high, unsigned top)
{
    for (size_t i = 0; i < s->n; i++) {
        s->risk[i] = top ? high->risk[i] : low->risk[i];
        s->trade[i] = top ? high->trade[i] : low->trade[i];
    }
}

/* All ends at once, and ends by chance: the range holds them, and no more than 2 ulp besides. */
static void check_range(const minrisk_eu_stage *low, const minrisk_eu_stage *high,
                        const side *low_sides, const side *high_sides,
                        const minrisk_interval *range)
{
    mpfr_t least, most;
    mpfr_inits2(SCORE_BITS, least, most, (mpfr_ptr)NULL);
    mpfr_set_inf(least, 1);
    mpfr_set_inf(most, -1);
    for (unsigned corner = 0; corner < 32; corner++) {
        pick_side(&global, &low_sides[0], &high_sides[0], corner & 1);
        pick_side(&eu, &low_sides[1], &high_sides[1], corner & 2);
        stage.import_reliance = corner & 4 ? high->import_reliance : low->import_reliance;
        stage.recycling = corner & 8 ? high->recycling : low->recycling;
        stage.substitution = corner & 16 ? high->substitution : low->substitution;
        set_inputs();
        score_of(measured);
        mpfr_min(least, least, measured, MPFR_RNDN);
        mpfr_max(most, most, measured, MPFR_RNDN);
    }
    assert_true(mpfr_cmp_d(least, range->low) >= 0);
    assert_true(mpfr_cmp_d(most, range->high) <= 0);
    assert_measured(range->low, least, 2, NULL, "low end");
    assert_measured(range->high, most, 2, NULL, "high end");
    mpfr_clears(least, most, (mpfr_ptr)NULL);
}

static void ranges(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        minrisk_eu_stage low, high;
        side low_sides[2], high_sides[2];
        minrisk_interval range;
        draw_stage();
        low_sides[0] = high_sides[0] = global;
        low_sides[1] = high_sides[1] = eu;
        for (int i = 0; i < 2; i++) {
            widen(low_sides[i].risk, high_sides[i].risk, low_sides[i].n, 0, 10);
            widen(low_sides[i].trade, high_sides[i].trade, low_sides[i].n, .8, 1.5);
        }
        low = high = stage;
        low.global = sourcing_of(&low_sides[0]);
        low.eu = sourcing_of(&low_sides[1]);
        high.global = sourcing_of(&high_sides[0]);
        high.eu = sourcing_of(&high_sides[1]);
        widen(&low.import_reliance, &high.import_reliance, 1, 0, 1);
        widen(&low.recycling, &high.recycling, 1, 0, 1);
        widen(&low.substitution, &high.substitution, 1, 0, 1);
        assert_int_equal(minrisk_eu_supply_risk_interval(&low, &high, &range), MINRISK_OK);
        check_range(&low, &high, low_sides, high_sides, &range);
    }
}

/* --- importance and sigma ---------------------------------------------------------------------- */

static void importance_of(mpfr_t score, const minrisk_eu_uses *uses, size_t from, size_t to)
{
    mpfr_t term;
    mpfr_init2(term, SCORE_BITS);
    mpfr_set_zero(score, 1);
    for (size_t i = from; i < to; i++) {
        mpfr_set_d(term, uses->share[i], MPFR_RNDN);
        mpfr_mul_d(term, term, uses->value_added[i], MPFR_RNDN);
        mpfr_add(score, score, term, MPFR_RNDN);
    }
    mpfr_mul_ui(score, score, 10, MPFR_RNDN);
    mpfr_div_d(score, score, uses->largest, MPFR_RNDN);
    mpfr_clear(term);
}

static void importance(void **state)
{
    size_t cases = numeric_cases() / 100;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double share[MOST], value[MOST], contribution[MOST];
        int base = (int)random_below(&source, 1800) - 900;
        minrisk_eu_uses uses = {share, value, random_size(&source, 1, MOST), 0, rate()};
        minrisk_eu_importance_of out;
        for (size_t i = 0; i < uses.n; i++) {
            share[i] = random_below(&source, 5) ? random_unit(&source) : 0;
            value[i] = random_scaled(&source, base, base + 6);
            uses.largest = fmax(uses.largest, value[i]);
        }
        assert_int_equal(minrisk_eu_importance(&uses, &out, contribution), MINRISK_OK);
        importance_of(measured, &uses, 0, uses.n);
        assert_measured(out.by_substitution, measured, .5, NULL, "by substitution");
        mpfr_mul_d(measured, measured, uses.substitution, MPFR_RNDN);
        assert_measured(out.importance, measured, .5, NULL, "EI");
        assert_sum(contribution, uses.n, measured, "EI");
        mpfr_set_zero(measured, 1);
        for (size_t i = 0; i < uses.n; i++)
            mpfr_add_d(measured, measured, share[i], MPFR_RNDN);
        assert_measured(out.shares, measured, .5, NULL, "shares");
        for (size_t i = 0; i < uses.n; i++) {
            importance_of(measured, &uses, i, i + 1);
            mpfr_mul_d(measured, measured, uses.substitution, MPFR_RNDN);
            assert_measured(contribution[i], measured, .5, NULL, "contribution");
        }
    }
}

static void sigmas(void **state)
{
    size_t cases = numeric_cases() / 100;
    mpfr_t term;
    (void)state;
    mpfr_init2(term, 5000);
    for (size_t c = 0; c < cases; c++) {
        double derivative[MOST], sigma[MOST], out, backwards;
        size_t n = random_size(&source, 1, MOST);
        int wide = random_below(&source, 3) == 0;
        mpfr_set_zero(measured, 1);
        for (size_t i = 0; i < n; i++) {
            derivative[i] = wide ? random_scaled(&source, -1022, 900) : random_unit(&source) - .5;
            derivative[i] = random_below(&source, 5) ? -derivative[i] : 0;
            sigma[i] = wide ? random_scaled(&source, -1022, 100) : random_unit(&source);
            mpfr_set_d(term, derivative[i], MPFR_RNDN);
            mpfr_mul_d(term, term, sigma[i], MPFR_RNDN);
            mpfr_sqr(term, term, MPFR_RNDN);
            mpfr_add(measured, measured, term, MPFR_RNDN);
        }
        mpfr_sqrt(measured, measured, MPFR_RNDN);
        assert_int_equal(minrisk_score_sigma(derivative, sigma, n, &out), MINRISK_OK);
        assert_measured(out, measured, 1, NULL, "sigma");
        for (size_t i = 0; i < n / 2; i++) {
            double kept = derivative[i];
            derivative[i] = derivative[n - 1 - i];
            derivative[n - 1 - i] = kept;
            kept = sigma[i];
            sigma[i] = sigma[n - 1 - i];
            sigma[n - 1 - i] = kept;
        }
        assert_int_equal(minrisk_score_sigma(derivative, sigma, n, &backwards), MINRISK_OK);
        assert_double(backwards, out);
    }
    mpfr_clear(term);
}

static int open_numbers(void **state)
{
    (void)state;
    source.state = 2023;
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
        cmocka_unit_test(scores),
        cmocka_unit_test(ranges),
        cmocka_unit_test(importance),
        cmocka_unit_test(sigmas),
    };
    return cmocka_run_group_tests_name("numeric_criticality_eu", tests, open_numbers,
                                       close_numbers);
}
