/* SPDX-License-Identifier: MIT */
/* The rarer trends against MPFR at 400 bits: on both sides of a time that is returned the condition
 * changes, by the definition and not by a formula for the time; and no other change is missed. */
#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/oracle.h"
#include "support/random.h"
#include "support/when.h"

enum { BITS = 400, MOST = 8, SAMPLES = 60 };

static random_source source;
static mpfr_t x, y, z, at;

/* --- one span of time ------------------------------------------------------------------------- */

/* A supply and a need that were drawn. */
static struct {
    int logistic;
    double supply, rate, midyear, need, need_rate;
} c;

static minrisk_when ask(double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(c.logistic ? minrisk_when_logistic(c.supply, c.rate, c.midyear, c.need,
                                                        c.need_rate, horizon, &when)
                                : minrisk_when_linear_exponential(c.supply, c.rate, c.need,
                                                                  c.need_rate, horizon, &when),
                     MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

/* ln(supply / need) at t (1 + 2^-46 side), as a sign; 0 within 2^-80. */
static int excess_at(double t, int side)
{
    mpfr_set_d(at, t, MPFR_RNDN);
    mpfr_mul_2si(x, at, -46, MPFR_RNDN);
    if (side != 0)
        (side > 0 ? mpfr_add : mpfr_sub)(at, at, x, MPFR_RNDN);
    if (c.logistic) {
        mpfr_d_sub(x, c.midyear, at, MPFR_RNDN);
        mpfr_mul_d(x, x, c.rate, MPFR_RNDN);
        mpfr_exp(x, x, MPFR_RNDN);
        mpfr_add_ui(x, x, 1, MPFR_RNDN);
        mpfr_d_div(x, c.supply, x, MPFR_RNDN);
    } else {
        mpfr_mul_d(x, at, c.rate, MPFR_RNDN);
        mpfr_add_d(x, x, c.supply, MPFR_RNDN);
    }
    if (mpfr_sgn(x) <= 0)
        return -1;
    mpfr_log(x, x, MPFR_RNDN);
    mpfr_set_d(y, c.need, MPFR_RNDN);
    mpfr_log(y, y, MPFR_RNDN);
    mpfr_mul_d(z, at, c.need_rate, MPFR_RNDN);
    mpfr_add(y, y, z, MPFR_RNDN);
    mpfr_sub(x, x, y, MPFR_RNDN);
    if (mpfr_zero_p(x) || mpfr_get_exp(x) < -80)
        return 0;
    return mpfr_sgn(x);
}

/* Where supply and need part so slowly that 2^-46 of the time does not tell, nothing is asked. */
static void assert_changes(double t, int to)
{
    int before = excess_at(t, -1), after = excess_at(t, 1);
    if (before == 0 || after == 0)
        return;
    if (after != to || (t > 0 && before == to))
        fail_msg("no change to %d at %.17g: %d before, %d after", to, t, before, after);
}

/* At samples up to well past the times that are known. */
static void assert_no_other_change(const minrisk_when *w, double latest)
{
    for (int i = 1; i <= SAMPLES; i++) {
        double t = latest * i / SAMPLES;
        int inside = (w->known & MINRISK_KNOWS_FIRST) && t >= w->first &&
                     !((w->known & MINRISK_KNOWS_LOST) && t > w->lost);
        int excess = excess_at(t, 0);
        if (fabs(t - w->first) < 1e-12 * t || fabs(t - w->lost) < 1e-12 * t)
            continue;
        if (excess != 0 && inside != (excess > 0))
            fail_msg("at %.17g of [%.17g, %.17g]", t, w->first, w->lost);
    }
}

static void assert_span(void)
{
    minrisk_when w = ask(infinity());
    double latest = 60;
    assert_int_equal(w.status == MINRISK_ALREADY, c.supply >= 0 && excess_at(0, 0) >= 0);
    if (w.status == MINRISK_REACHED)
        assert_changes(w.first, 1);
    if (w.known & MINRISK_KNOWS_LOST)
        assert_changes(w.lost, -1);
    latest = w.first * 2 > latest ? w.first * 2 : latest;
    latest = w.lost * 2 > latest ? w.lost * 2 : latest;
    if (latest < 1e6 / (1e-9 + (c.need_rate < 0 ? -c.need_rate : c.need_rate)))
        assert_no_other_change(&w, latest);
}

static double signed_rate(int low, int high)
{
    double rate = random_scaled(&source, low, high);
    return random_below(&source, 3) ? rate : -rate;
}

static void spans(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 400; i++) {
        c.logistic = i % 2 == 1;
        c.supply = c.logistic || random_below(&source, 8) ? random_scaled(&source, -4, 8) : 0;
        c.rate = c.logistic ? random_scaled(&source, -6, 2) : signed_rate(-8, 5);
        c.midyear = signed_rate(-2, 6);
        c.need = random_scaled(&source, -3, 9);
        c.need_rate = random_below(&source, 4) ? signed_rate(-9, 0) : signed_rate(-60, -9);
        assert_span();
    }
}

/* Supply and need that only just touch, or only just miss each other: need R at the tangent. */
static void tangents(void **state)
{
    (void)state;
    for (int i = 0; i < 100; i++) {
        const double nudge[] = {-1e-13, 1e-13};
        c.logistic = 0;
        c.supply = random_scaled(&source, -2, 3);
        c.rate = random_scaled(&source, 0, 2);
        c.need_rate = random_scaled(&source, -7, -4);
        /* S + a t = R e^(b t) and a = b R e^(b t): t = 1/b - S/a, R = (a / b) e^(-b t). */
        mpfr_set_d(x, c.need_rate, MPFR_RNDN);
        mpfr_ui_div(x, 1, x, MPFR_RNDN);
        mpfr_set_d(y, c.supply, MPFR_RNDN);
        mpfr_div_d(y, y, c.rate, MPFR_RNDN);
        mpfr_sub(at, x, y, MPFR_RNDN);
        mpfr_mul_d(y, at, -c.need_rate, MPFR_RNDN);
        mpfr_exp(y, y, MPFR_RNDN);
        mpfr_mul(y, y, x, MPFR_RNDN);
        mpfr_mul_d(y, y, c.rate, MPFR_RNDN);
        for (size_t k = 0; k < COUNT(nudge); k++) {
            double t = mpfr_get_d(at, MPFR_RNDN);
            minrisk_when w;
            c.need = mpfr_get_d(y, MPFR_RNDN) * (1 + nudge[k]);
            mpfr_set(z, at, MPFR_RNDN);
            w = ask(infinity());
            mpfr_set_d(at, t, MPFR_RNDN);
            if (k == 0)
                assert_true(w.status == MINRISK_REACHED && w.first < t && w.lost > t);
            else
                assert_int_equal(w.status, MINRISK_NEVER);
        }
    }
}

/* --- HHI -------------------------------------------------------------------------------------- */

static double supply[MOST], growth[MOST];
static size_t suppliers;

static double hhi_at(double t)
{
    mpfr_set_ui(x, 0, MPFR_RNDN);
    mpfr_set_ui(y, 0, MPFR_RNDN);
    for (size_t i = 0; i < suppliers; i++) {
        mpfr_set_d(z, growth[i], MPFR_RNDN);
        mpfr_add_ui(z, z, 1, MPFR_RNDN);
        mpfr_set_d(at, t, MPFR_RNDN);
        mpfr_pow(z, z, at, MPFR_RNDN);
        mpfr_mul_d(z, z, supply[i], MPFR_RNDN);
        mpfr_add(x, x, z, MPFR_RNDN);
        mpfr_mul(z, z, z, MPFR_RNDN);
        mpfr_add(y, y, z, MPFR_RNDN);
    }
    mpfr_mul(x, x, x, MPFR_RNDN);
    mpfr_div(y, y, x, MPFR_RNDN);
    return mpfr_get_d(y, MPFR_RNDN);
}

static minrisk_when ask_hhi(double limit, double horizon)
{
    minrisk_when when;
    memset(&when, 0x5a, sizeof when);
    assert_int_equal(minrisk_when_hhi(supply, growth, suppliers, limit, horizon, &when),
                     MINRISK_OK);
    assert_when_coherent(&when, horizon);
    return when;
}

/* Spells by samples: how many begin, and when. */
static void assert_spells(const minrisk_when *w, double limit, double horizon)
{
    uint32_t begun = 0;
    double satisfied = 0;
    int inside = 0;
    for (int i = 0; i <= SAMPLES; i++) {
        double hhi = hhi_at(horizon * i / SAMPLES);
        if (fabs(hhi - limit) < 1e-11)
            return; /* too near to tell */
        begun += !inside && hhi <= limit;
        inside = hhi <= limit;
        satisfied += inside * horizon / SAMPLES;
    }
    assert_true(w->windows >= begun);
    assert_near(w->satisfied, satisfied, 1.5 * horizon / SAMPLES * (1 + 2.0 * w->windows));
    if (w->status == MINRISK_REACHED)
        assert_near(hhi_at(w->first), limit, 1e-11);
    if (w->known & MINRISK_KNOWS_LOST)
        assert_near(hhi_at(w->lost), limit, 1e-11);
    assert_int_equal(w->status == MINRISK_ALREADY, hhi_at(0) <= limit);
    assert_int_equal((w->known & MINRISK_KNOWS_PERMANENT) != 0, inside);
}

static void growing_markets(void **state)
{
    uint32_t most = 0;
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 4000; i++) {
        double horizon = 1 + 60 * random_unit(&source), limit, again;
        minrisk_when w, reversed;
        suppliers = random_size(&source, 1, MOST);
        for (size_t k = 0; k < suppliers; k++) {
            supply[k] = random_below(&source, 6) ? random_scaled(&source, -3, 7) : 0;
            growth[k] = random_unit(&source) - .4;
        }
        supply[0] += 1;
        limit = hhi_at(horizon * random_unit(&source)) * (.98 + .04 * random_unit(&source));
        limit = limit > 1 ? 1 : limit;
        w = ask_hhi(limit, horizon);
        assert_spells(&w, limit, horizon);
        most = w.windows > most ? w.windows : most;
        for (size_t k = 0; k < suppliers / 2; k++) {
            size_t other = suppliers - 1 - k;
            again = supply[k], supply[k] = supply[other], supply[other] = again;
            again = growth[k], growth[k] = growth[other], growth[other] = again;
        }
        reversed = ask_hhi(limit, horizon);
        assert_memory_equal(&reversed, &w, sizeof w);
    }
    assert_true(most > 1);
}

/* --- needs and stocks ------------------------------------------------------------------------- */

static void net_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 400; i++) {
        double shortfall = random_unit(&source), substituted = random_unit(&source);
        double recovered = random_unit(&source), lifetime = random_scaled(&source, -4, 6);
        double g =
            random_below(&source, 2) ? random_unit(&source) - .5 : random_scaled(&source, -50, -3);
        double factor = -7, kept;
        assert_int_equal(
            minrisk_net_need_factor(shortfall, substituted, recovered, g, lifetime, &factor),
            MINRISK_OK);
        mpfr_set_d(x, shortfall, MPFR_RNDN);
        mpfr_ui_sub(x, 1, x, MPFR_RNDN);
        mpfr_set_d(y, substituted, MPFR_RNDN);
        mpfr_ui_sub(y, 1, y, MPFR_RNDN);
        mpfr_mul(x, x, y, MPFR_RNDN);
        kept = mpfr_get_d(x, MPFR_RNDN);
        mpfr_set_d(y, g, MPFR_RNDN);
        mpfr_add_ui(y, y, 1, MPFR_RNDN);
        mpfr_set_d(z, -lifetime, MPFR_RNDN);
        mpfr_pow(y, y, z, MPFR_RNDN);
        mpfr_mul_d(y, y, recovered, MPFR_RNDN);
        mpfr_sub(x, x, y, MPFR_RNDN);
        mpfr_sub_d(y, x, factor, MPFR_RNDN);
        mpfr_abs(y, y, MPFR_RNDN);
        mpfr_abs(z, x, MPFR_RNDN);
        /* Half an ulp and a little, or 2^-90 of the larger term. */
        assert_true(mpfr_get_d(y, MPFR_RNDN) <= 1.2e-16 * mpfr_get_d(z, MPFR_RNDN) + 1e-26 * kept);
    }
}

static void months(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 400; i++) {
        double stock = random_any(&source), use = random_any(&source);
        double dependence =
            random_below(&source, 2) ? random_unit(&source) : random_scaled(&source, -900, -1);
        double got = -7;
        mpfr_t num, den;
        if (use == 0 || dependence == 0)
            continue;
        mpfr_inits2(SUM_BITS, num, den, (mpfr_ptr)NULL);
        mpfr_set_d(num, stock, MPFR_RNDN);
        assert_exact(mpfr_mul_ui(num, num, 12, MPFR_RNDN));
        mpfr_set_d(den, use, MPFR_RNDN);
        assert_exact(mpfr_mul_d(den, den, dependence, MPFR_RNDN));
        assert_int_equal(minrisk_months_of_cover(stock, use, dependence, &got), MINRISK_OK);
        assert_double(got, oracle_quotient(num, den, MPFR_RNDN));
        mpfr_clears(num, den, (mpfr_ptr)NULL);
    }
}

static int seed(void **state)
{
    (void)state;
    source.state = 20261126;
    mpfr_inits2(BITS, x, y, z, at, (mpfr_ptr)NULL);
    print_message("seed %lu\n", (unsigned long)source.state);
    return 0;
}

static int release(void **state)
{
    (void)state;
    mpfr_clears(x, y, z, at, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans),     cmocka_unit_test(tangents), cmocka_unit_test(growing_markets),
        cmocka_unit_test(net_needs), cmocka_unit_test(months),
    };
    return cmocka_run_group_tests_name("numeric_growth", tests, seed, release);
}
