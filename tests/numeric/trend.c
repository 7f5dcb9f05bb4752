/* SPDX-License-Identifier: MIT */
/* The crossings of exponential growth against MPFR at 300 bits, within the bounds that trend.h
 * states: 1 ulp, and for the share 2^-90 / |ln((1 + h) / (1 + g))| years besides. */
#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { BITS = 400 };

/* when_share: its times may be off by 2^-SHARE_BITS over the rate, besides the one ulp. */
enum { SHARE_BITS = 90 };

static random_source source;
static mpfr_t gap, rate, time, x, y;
static double worst;

/* rate = ln((1 + fast) / (1 + slow)): in wide numbers the quotient of the exact sums is close
 * enough to 1 that its logarithm keeps 300 bits, even for growths of 1e-300. */
static void set_rate(double fast, double slow)
{
    mpfr_set_d(x, fast, MPFR_RNDN);
    mpfr_sub_d(x, x, slow, MPFR_RNDN);
    mpfr_set_d(y, slow, MPFR_RNDN);
    mpfr_add_ui(y, y, 1, MPFR_RNDN);
    mpfr_div(x, x, y, MPFR_RNDN);
    mpfr_log1p(rate, x, MPFR_RNDN);
}

/* How far a time is from the true one, in units of its last place, less what is allowed besides. */
static double error_in_ulps(double got, double allowance)
{
    mpfr_t error, ulp;
    double result;
    mpfr_inits2(BITS, error, ulp, (mpfr_ptr)NULL);
    mpfr_sub_d(error, time, got, MPFR_RNDN);
    mpfr_abs(error, error, MPFR_RNDN);
    mpfr_sub_d(error, error, allowance, MPFR_RNDN);
    mpfr_set_ui_2exp(ulp, 1, mpfr_get_exp(time) - 53 < -1074 ? -1074 : mpfr_get_exp(time) - 53,
                     MPFR_RNDN);
    mpfr_div(error, error, ulp, MPFR_RNDN);
    result = mpfr_get_d(error, MPFR_RNDN);
    mpfr_clears(error, ulp, (mpfr_ptr)NULL);
    return result;
}

static void assert_time(double got, double allowance)
{
    double ulps = error_in_ulps(got, allowance);
    worst = ulps > worst ? ulps : worst;
    if (ulps > 1)
        fail_msg("%.17g is %g ulp from %.17g", got, ulps, mpfr_get_d(time, MPFR_RNDN));
}

/* gap = ln(need / supply) > 0 where the need is the larger. */
static void set_gap(double need, double supply)
{
    mpfr_set_d(x, need, MPFR_RNDN);
    mpfr_sub_d(x, x, supply, MPFR_RNDN);
    mpfr_div_d(x, x, supply, MPFR_RNDN);
    mpfr_log1p(gap, x, MPFR_RNDN);
}

static void assert_exponential(double supply, double g, double need, double h)
{
    minrisk_when when;
    double t;
    assert_int_equal(minrisk_when_exponential(supply, g, need, h, infinity(), &when), MINRISK_OK);
    set_gap(need, supply);
    set_rate(g, h);
    if (mpfr_sgn(gap) <= 0) {
        assert_int_equal(when.status, MINRISK_ALREADY);
        assert_int_equal((when.known & MINRISK_KNOWS_LOST) != 0, mpfr_sgn(rate) < 0);
        if (mpfr_sgn(rate) >= 0 || mpfr_zero_p(gap))
            return;
    } else if (mpfr_sgn(rate) <= 0) {
        assert_int_equal(when.status, MINRISK_NEVER);
        return;
    }
    mpfr_div(time, gap, rate, MPFR_RNDN);
    t = mpfr_get_d(time, MPFR_RNDN);
    if (t > 1e308)
        return;
    if (mpfr_sgn(gap) > 0)
        assert_int_equal(when.status, MINRISK_REACHED);
    assert_time(mpfr_sgn(gap) > 0 ? when.first : when.lost, 0);
}

/* Growths of every kind: ordinary, small, near -1, huge, minute, and next to one another. */
static double draw_growth(void)
{
    switch (random_below(&source, 7)) {
    case 0:
        return random_unit(&source) * .3;
    case 1:
        return random_unit(&source) - .5;
    case 2:
        return random_scaled(&source, -60, -1);
    case 3:
        return -1 + random_scaled(&source, -52, -1);
    case 4:
        return random_scaled(&source, 0, 60);
    case 5:
        return random_scaled(&source, -900, -61);
    default:
        return (double)random_below(&source, 200) / 1000 - .05;
    }
}

static double draw_neighbour(double g)
{
    switch (random_below(&source, 4)) {
    case 0:
        return g > 0 ? next_up(g) : g - g * power_of_two(-52);
    case 1:
        return g + power_of_two(-53) * random_unit(&source);
    case 2:
        return g * (1 + power_of_two(-40));
    default:
        return draw_growth();
    }
}

static double draw_quantity(double other)
{
    switch (random_below(&source, 5)) {
    case 0:
        return random_any(&source) + smallest();
    case 1:
        return next_up(other);
    case 2:
        return other * (1 + random_unit(&source) * power_of_two(-30));
    case 3:
        return random_scaled(&source, -20, 20);
    default:
        return (double)(1 + random_below(&source, 1000));
    }
}

/* The headers except growths apart by less than 1e-280. */
static int is_growth_pair(double g, double h)
{
    double apart = g > h ? g - h : h - g;
    return g > -1 && h > -1 && (apart == 0 || apart >= 1e-280);
}

static void exponential(void **state)
{
    size_t cases = numeric_cases() / 4;
    (void)state;
    worst = 0;
    for (size_t i = 0; i < cases; i++) {
        double supply = draw_quantity(1), need = draw_quantity(supply);
        double g = draw_growth(), h = draw_neighbour(g);
        if (!is_growth_pair(g, h) || need > 1.7976931348623157e308 || supply > 1e308)
            continue;
        assert_exponential(supply, g, need, h);
        assert_exponential(need, h, supply, g);
    }
    print_message("when_exponential: at most %.4f ulp\n", worst);
}

/* The share's own gap: ln(D (1 - s) / (O s)). */
static void set_share_gap(double dominant, double others, double s)
{
    mpfr_set_d(x, s, MPFR_RNDN);
    mpfr_ui_sub(y, 1, x, MPFR_RNDN);
    mpfr_mul_d(y, y, dominant, MPFR_RNDN);
    mpfr_mul_d(x, x, others, MPFR_RNDN);
    mpfr_div(x, y, x, MPFR_RNDN);
    mpfr_log(gap, x, MPFR_RNDN);
}

/* Whether it holds now is decided on the correctly rounded share. */
static int share_holds(double dominant, double others, double s)
{
    mpfr_t d, whole;
    double share;
    mpfr_inits2(SUM_BITS, d, whole, (mpfr_ptr)NULL);
    mpfr_set_d(d, dominant, MPFR_RNDN);
    mpfr_add_d(whole, d, others, MPFR_RNDN);
    share = oracle_quotient(d, whole, MPFR_RNDN);
    mpfr_clears(d, whole, (mpfr_ptr)NULL);
    return share <= s;
}

static void assert_share(double dominant, double g, double others, double h, double s)
{
    minrisk_when when;
    double allowance;
    int holds = share_holds(dominant, others, s);
    assert_int_equal(minrisk_when_share(dominant, g, others, h, s, infinity(), &when), MINRISK_OK);
    set_share_gap(dominant, others, s);
    set_rate(h, g);
    if (holds != (when.status == MINRISK_ALREADY))
        fail_msg("share %a of %a and %a", s, dominant, others);
    if (mpfr_zero_p(rate) || holds != (mpfr_sgn(rate) < 0)) {
        assert_int_equal(when.status, holds ? MINRISK_ALREADY : MINRISK_NEVER);
        assert_false(when.known & MINRISK_KNOWS_LOST);
        return;
    }
    mpfr_div(time, gap, rate, MPFR_RNDN);
    mpfr_abs(rate, rate, MPFR_RNDN);
    allowance = power_of_two(-SHARE_BITS) / mpfr_get_d(rate, MPFR_RNDN);
    if (!(mpfr_cmp_d(time, 0) > 0) || mpfr_cmp_d(time, 1e308) > 0)
        return; /* the rounded share decides against the exact one: no crossing to compare */
    assert_true(when.known & (holds ? MINRISK_KNOWS_LOST : MINRISK_KNOWS_FIRST));
    assert_time(holds ? when.lost : when.first, allowance);
}

static void share(void **state)
{
    size_t cases = numeric_cases() / 4;
    (void)state;
    worst = 0;
    for (size_t i = 0; i < cases; i++) {
        double dominant = draw_quantity(1), others = draw_quantity(dominant);
        double g = draw_growth(), h = draw_neighbour(g), s = random_unit(&source);
        if (random_below(&source, 4) == 0)
            s = dominant / (dominant + others) * (1 - power_of_two(-50));
        if (!is_growth_pair(g, h) || !(s > 0 && s < 1) || !(dominant < 1e308 && others < 1e308))
            continue;
        assert_share(dominant, g, others, h, s);
    }
    print_message("when_share: at most %.4f ulp\n", worst);
}

static int open_numbers(void **state)
{
    (void)state;
    source.state = 20402026;
    print_message("seed %lu\n", (unsigned long)source.state);
    mpfr_inits2(BITS, gap, rate, time, y, (mpfr_ptr)NULL);
    mpfr_init2(x, SUM_BITS);
    return 0;
}

static int close_numbers(void **state)
{
    (void)state;
    mpfr_clears(gap, rate, time, x, y, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponential),
        cmocka_unit_test(share),
    };
    return cmocka_run_group_tests_name("numeric_trend", tests, open_numbers, close_numbers);
}
