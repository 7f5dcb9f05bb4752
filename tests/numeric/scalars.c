/* SPDX-License-Identifier: MIT */
/* The exact functions of a few scalars against MPFR, bit for bit: net import reliance in its three
 * forms, and the crossing of two lines. */
#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/oracle.h"
#include "support/random.h"

static random_source source;
static mpfr_t num, den;
static enum environment environment;

/* Any size, one size, or small numbers of a scale, so that differences cancel. */
static double draw(unsigned kind, int base)
{
    switch (kind) {
    case 0:
        return random_any(&source);
    case 1:
        return random_scaled(&source, base, base + 3);
    case 2:
        return (double)random_below(&source, 1000);
    default:
        return (double)random_below(&source, 16) * power_of_two(base);
    }
}

static double draw_signed(unsigned kind, int base)
{
    double x = draw(kind, base);
    return random_below(&source, 2) ? -x : x;
}

static void add_to(mpfr_t sum, double x)
{
    assert_exact(mpfr_add_d(sum, sum, x, MPFR_RNDN));
}

static void assert_reliance(const minrisk_reliance *got)
{
    int32_t state = mpfr_sgn(num) < 0 ? MINRISK_RELIANCE_NET_EXPORTER : MINRISK_RELIANCE_VALUE;
    double value = 0;
    int known = 0;
    if (mpfr_sgn(den) <= 0) {
        state = MINRISK_RELIANCE_NO_CONSUMPTION;
    } else {
        value = oracle_quotient(num, den, MPFR_RNDN);
        known = value >= -1.7976931348623157e308;
        value = known ? value : 0;
    }
    assert_int_equal(got->state, state);
    assert_int_equal(got->known, known);
    assert_double(got->low, value);
    assert_double(got->high, value);
}

static void balances(unsigned kind, int base)
{
    minrisk_balance b;
    minrisk_reliance out;
    b.production = draw(kind, base);
    b.old_scrap = draw(kind, base);
    b.imports = draw(kind, base);
    b.exports = draw(kind, base);
    b.stock_release = draw_signed(kind, base);
    if (random_below(&source, 8) == 0)
        b.exports = b.production + b.imports; /* all but no consumption */
    if (random_below(&source, 4) == 0)
        b.stock_release = 0;
    if (b.exports > 1.7976931348623157e308)
        return;
    mpfr_set_zero(num, 1);
    add_to(num, b.imports);
    add_to(num, -b.exports);
    add_to(num, b.stock_release);
    mpfr_set(den, num, MPFR_RNDN);
    add_to(den, b.production);
    add_to(den, b.old_scrap);
    enter_environment(environment);
    minrisk_net_import_reliance(&b, &out);
    leave_environment();
    assert_reliance(&out);
}

static void consumptions(unsigned kind, int base)
{
    double consumption = draw(kind, base), production = draw(kind, base);
    minrisk_reliance out;
    mpfr_set_d(den, consumption, MPFR_RNDN);
    mpfr_set_d(num, consumption, MPFR_RNDN);
    add_to(num, -production);
    enter_environment(environment);
    minrisk_reliance_of_consumption(consumption, production, &out);
    leave_environment();
    assert_reliance(&out);
}

static void percentages(void)
{
    double percent = random_below(&source, 2) ? random_unit(&source) * 100 : random_any(&source);
    double value;
    minrisk_reliance out;
    if (percent > 100)
        return;
    mpfr_set_d(num, percent, MPFR_RNDN);
    mpfr_set_ui(den, 100, MPFR_RNDN);
    value = oracle_quotient(num, den, MPFR_RNDN);
    enter_environment(environment);
    minrisk_reliance_published(MINRISK_RELIANCE_VALUE, percent, &out);
    leave_environment();
    assert_double(out.low, value);
    assert_double(out.high, value);
}

static void reliance(void **state)
{
    size_t cases = numeric_cases() / 4;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        unsigned kind = (unsigned)random_below(&source, 4);
        int base = (int)random_below(&source, 1900) - 950;
        environment = (enum environment)(i % ENVIRONMENTS);
        balances(kind, base);
        consumptions(kind, base);
        percentages();
    }
}

/* What the two exact differences say: t = num / den where both have one sign. */
static void assert_line(const minrisk_when *got)
{
    double t = 0;
    int held = mpfr_sgn(num) <= 0, crosses;
    crosses = held ? mpfr_sgn(den) < 0 : mpfr_sgn(den) > 0;
    if (!crosses) {
        assert_int_equal(got->status, held ? MINRISK_ALREADY : MINRISK_NEVER);
        assert_false(got->known & MINRISK_KNOWS_LOST);
        return;
    }
    t = oracle_quotient(num, den, MPFR_RNDN);
    if (held && t <= 1.7976931348623157e308) {
        assert_int_equal(got->status, MINRISK_ALREADY);
        assert_true(got->known & MINRISK_KNOWS_LOST);
        assert_double(got->lost, t);
    } else if (held) {
        assert_int_equal(got->status, MINRISK_ALREADY);
        assert_false(got->known & MINRISK_KNOWS_LOST);
    } else if (t <= 1.7976931348623157e308) {
        assert_int_equal(got->status, MINRISK_REACHED);
        assert_double(got->first, t);
    } else {
        assert_int_equal(got->status, MINRISK_BEYOND_HORIZON);
        assert_int_equal(got->known, MINRISK_KNOWS_SATISFIED);
    }
}

static void crossing(double supply, double a, double need, double b)
{
    minrisk_when when;
    double no_horizon = infinity();
    mpfr_set_d(num, need, MPFR_RNDN);
    add_to(num, -supply);
    mpfr_set_d(den, a, MPFR_RNDN);
    add_to(den, -b);
    if (mpfr_zero_p(num))
        mpfr_set_zero(num, 1);
    enter_environment(environment);
    minrisk_when_linear(supply, a, need, b, no_horizon, &when);
    leave_environment();
    if (mpfr_zero_p(num) && mpfr_sgn(den) < 0) {
        assert_int_equal(when.status, MINRISK_ALREADY);
        assert_double(when.lost, 0.0);
        return;
    }
    assert_line(&when);
}

/* R - S is odd and has 54 bits, a - b a power of two: the crossing ties between two doubles. */
static void crossing_at_a_tie(void)
{
    double need = 9007199254740992. + 2 * (double)random_below(&source, 4503599627370496u);
    int scale = (int)random_below(&source, 1500) - 700;
    double fast = power_of_two((int)random_below(&source, 20));
    crossing(power_of_two(scale), 2 * fast, need * power_of_two(scale), fast);
}

static void lines(void **state)
{
    size_t cases = numeric_cases() / 4;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        unsigned kind = (unsigned)random_below(&source, 4);
        int base = (int)random_below(&source, 1900) - 950;
        double a = draw_signed(kind, base), b = draw_signed(kind, base);
        double supply = draw(kind, base), need = draw(kind, base);
        environment = (enum environment)(i % ENVIRONMENTS);
        crossing(supply, a, need, b);
        crossing(supply, a, need, a == 0 ? 1 : next_up(a)); /* near parallel */
        if (i % 8 < ENVIRONMENTS)
            crossing_at_a_tie();
    }
}

static int open_numbers(void **state)
{
    (void)state;
    source.state = 7262026;
    print_message("seed %lu\n", (unsigned long)source.state);
    mpfr_inits2(SUM_BITS, num, den, (mpfr_ptr)NULL);
    return 0;
}

static int close_numbers(void **state)
{
    (void)state;
    mpfr_clears(num, den, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reliance),
        cmocka_unit_test(lines),
    };
    return cmocka_run_group_tests_name("numeric_scalars", tests, open_numbers, close_numbers);
}
