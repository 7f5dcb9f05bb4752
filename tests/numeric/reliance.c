/* SPDX-License-Identifier: MIT */
/* reliance.h against MPFR, bit for bit, in every environment: balances of intervals, governance,
 * blocs and outages. */
#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { PARTS = 5, MOST = 9, BLOCS = 3 };

static random_source source;
static mpfr_t num, den, one;
static enum environment environment;
static int base;

/* Any size, one size, or small numbers of a scale, so that differences cancel. */
static double draw(void)
{
    switch (random_below(&source, 4)) {
    case 0:
        return random_any(&source);
    case 1:
        return random_scaled(&source, base, base + 3);
    default:
        return (double)random_below(&source, 12) * power_of_two(base);
    }
}

static void add_to(mpfr_t sum, double x)
{
    assert_exact(mpfr_add_d(sum, sum, x, MPFR_RNDN));
}

/* --- the box of a balance -------------------------------------------------------------------- */

static minrisk_balance balance_of(const double *x)
{
    const minrisk_balance b = {x[0], x[1], x[2], x[3], x[4]};
    return b;
}

/* The ratio of one balance, whether there is one. */
static int ratio_of(const double *x)
{
    mpfr_set_zero(num, 1);
    add_to(num, x[2]);
    add_to(num, -x[3]);
    add_to(num, x[4]);
    mpfr_set(den, num, MPFR_RNDN);
    add_to(den, x[0]);
    add_to(den, x[1]);
    return mpfr_sgn(den) > 0;
}

/* The vertices of the box: the ratio is monotone in each part where all of the box has consumption,
 * so that its ends are at vertices. */
static void assert_box(const double *low, const double *high)
{
    minrisk_balance bottom = balance_of(low), top = balance_of(high);
    double x[PARTS], least = infinity(), most = -infinity();
    minrisk_reliance out;
    int ratios = 0;

    for (unsigned vertex = 0; vertex < 1u << PARTS; vertex++) {
        for (unsigned i = 0; i < PARTS; i++)
            x[i] = vertex >> i & 1 ? high[i] : low[i];
        if (ratio_of(x)) {
            double down = oracle_quotient(num, den, MPFR_RNDD);
            double up = oracle_quotient(num, den, MPFR_RNDU);
            least = down < least ? down : least;
            most = up > most ? up : most;
            ratios++;
        }
    }
    enter_environment(environment);
    assert_int_equal(minrisk_reliance_interval(&bottom, &top, &out), MINRISK_OK);
    leave_environment();
    if (ratios == 0) {
        assert_int_equal(out.state, MINRISK_RELIANCE_NO_CONSUMPTION);
    } else if (ratios < 1 << PARTS || least == -infinity()) {
        /* some vertices have none: the box is unbounded, or its ends are still those seen */
        if (out.known) {
            assert_true(out.low <= least && out.high >= most);
        } else {
            assert_int_equal(out.state, MINRISK_RELIANCE_UNBOUNDED);
        }
    } else {
        assert_true(out.known);
        assert_true(out.low == least && out.high == most);
    }
}

static void boxes(void **state)
{
    size_t cases = numeric_cases() / 40;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double low[PARTS], high[PARTS];
        environment = (enum environment)(c % ENVIRONMENTS);
        base = (int)random_below(&source, 1900) - 950;
        for (size_t i = 0; i < PARTS; i++) {
            double a = draw(), b = random_below(&source, 3) ? draw() : a;
            if (i == PARTS - 1 && random_below(&source, 2))
                a = -a;
            low[i] = a < b ? a : b;
            high[i] = a < b ? b : a;
        }
        assert_box(low, high);
    }
}

/* --- governance ------------------------------------------------------------------------------ */

static double turned(double wgi, unsigned long divisor)
{
    mpfr_set_d(num, 2.5, MPFR_RNDN);
    add_to(num, -wgi);
    if (mpfr_sgn(num) < 0)
        mpfr_set_zero(num, 1);
    if (mpfr_cmp_d(num, 5) > 0)
        mpfr_set_d(num, 5, MPFR_RNDN);
    mpfr_mul_ui(num, num, 2, MPFR_RNDN);
    mpfr_set_ui(den, divisor, MPFR_RNDN);
    return oracle_quotient(num, den, MPFR_RNDN);
}

static void governance(void **state)
{
    size_t cases = numeric_cases() / 10;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        double wgi = random_unit(&source) * 10 - 5, risk_10, risk_1;
        int32_t clamped;
        if (c % 4 == 0)
            wgi = random_scaled(&source, -60, 1) * (c % 8 == 0 ? -1 : 1);
        enter_environment((enum environment)(c % ENVIRONMENTS));
        assert_int_equal(minrisk_wgi_to_risk_10(wgi, &risk_10, &clamped), MINRISK_OK);
        assert_int_equal(minrisk_wgi_to_risk_1(wgi, &risk_1, NULL), MINRISK_OK);
        leave_environment();
        assert_double(risk_10, turned(wgi, 1));
        assert_double(risk_1, turned(wgi, 10));
        assert_int_equal(clamped, wgi > 2.5 || wgi < -2.5);
    }
}

/* --- blocs and outages ----------------------------------------------------------------------- */

static void one_market(void)
{
    double quantity[MOST], spare[MOST], total[BLOCS], expected[BLOCS], need = draw();
    uint32_t bloc[MOST];
    size_t n = random_size(&source, 1, MOST), c = random_size(&source, 0, n - 1);
    minrisk_outage out;
    minrisk_status of_blocs, of_outage;

    for (size_t i = 0; i < n; i++) {
        quantity[i] = draw() / 64;
        spare[i] = draw() / 64;
        bloc[i] = (uint32_t)random_below(&source, BLOCS);
    }
    need = need == 0 ? 1 : need;
    enter_environment(environment);
    of_blocs = minrisk_bloc_totals(quantity, bloc, n, total, BLOCS);
    of_outage = minrisk_without(quantity, spare, n, c, need, &out);
    leave_environment();
    assert_int_equal(of_blocs, MINRISK_OK);
    for (size_t b = 0; b < BLOCS; b++) {
        mpfr_set_zero(num, 1);
        for (size_t i = 0; i < n; i++)
            add_to(num, bloc[i] == b ? quantity[i] : 0);
        expected[b] = oracle_quotient(num, one, MPFR_RNDN);
        assert_double(total[b], expected[b]);
    }

    assert_int_equal(of_outage, MINRISK_OK);
    mpfr_set_zero(num, 1);
    for (size_t i = 0; i < n; i++)
        add_to(num, i == c ? 0 : spare[i]);
    assert_double(out.spare, oracle_quotient(num, one, MPFR_RNDN));
    for (size_t i = 0; i < n; i++)
        add_to(num, i == c ? 0 : quantity[i]);
    mpfr_set_d(den, need, MPFR_RNDN);
    assert_double(out.covered, mpfr_cmp(num, den) >= 0 ? 1 : oracle_quotient(num, den, MPFR_RNDN));
    assert_exact(mpfr_sub(num, den, num, MPFR_RNDN));
    assert_double(out.shortfall, mpfr_sgn(num) <= 0 ? 0 : oracle_quotient(num, one, MPFR_RNDN));
    quantity[c] = 0;
    if (out.rest > 0) {
        double hhi;
        assert_int_equal(minrisk_hhi(quantity, n, &hhi), MINRISK_OK);
        assert_double(out.rest_hhi, hhi);
    }
}

static void markets(void **state)
{
    size_t cases = numeric_cases() / 40;
    (void)state;
    for (size_t c = 0; c < cases; c++) {
        environment = (enum environment)(c % ENVIRONMENTS);
        base = (int)random_below(&source, 1900) - 950;
        one_market();
    }
}

static int open_numbers(void **state)
{
    (void)state;
    source.state = 26112026;
    print_message("seed %lu\n", (unsigned long)source.state);
    mpfr_inits2(SUM_BITS, num, den, one, (mpfr_ptr)NULL);
    mpfr_set_ui(one, 1, MPFR_RNDN);
    return 0;
}

static int close_numbers(void **state)
{
    (void)state;
    mpfr_clears(num, den, one, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes),
        cmocka_unit_test(governance),
        cmocka_unit_test(markets),
    };
    return cmocka_run_group_tests_name("numeric_reliance", tests, open_numbers, close_numbers);
}
