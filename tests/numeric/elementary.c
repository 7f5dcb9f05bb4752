/* SPDX-License-Identifier: MIT */
/* The elementary functions against MPFR, within the bounds that elementary.h states: at random, at
 * the ends of each range, and where the true value all but ties between two doubles. */
#include <stdio.h>

#include "elementary.h"
#include "numeric/cases.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { BITS = 400 };

static random_source source;
static mpfr_t x, y, error;

/* --- doubles ---------------------------------------------------------------------------------- */

typedef struct function {
    const char *name;
    double (*own)(double);
    int (*truth)(mpfr_t, const mpfr_t, mpfr_rnd_t);
    double (*draw)(void);
    double ulps;
} function;

static double any_sign(double a)
{
    return random_below(&source, 2) ? a : -a;
}

static double near_one(void)
{
    return 1 + any_sign(random_scaled(&source, -52, -1));
}

static double positive(void)
{
    return random_below(&source, 2) ? random_any(&source) + smallest() : near_one();
}

static double above_minus_one(void)
{
    switch (random_below(&source, 4)) {
    case 0:
        return random_any(&source);
    case 1:
        return -1 + random_scaled(&source, -53, -2);
    case 2:
        return any_sign(random_scaled(&source, -1074 + 52, -2));
    default:
        return any_sign(random_scaled(&source, -64, -2));
    }
}

static double exponent(void)
{
    switch (random_below(&source, 4)) {
    case 0:
        return random_unit(&source) * 1460 - 748;
    case 1:
        return any_sign(random_scaled(&source, -1022, -2));
    case 2: /* next to a multiple of ln 2 / 2, where the reduced argument is the largest */
        return ((double)random_below(&source, 2100) - 1074) * .34657359027997264;
    default:
        return any_sign(random_scaled(&source, -64, 3));
    }
}

static double assert_function(const function *f, double argument)
{
    double got = f->own(argument), ulps;
    mpfr_set_d(x, argument, MPFR_RNDN);
    f->truth(y, x, MPFR_RNDN);
    ulps = oracle_ulps(got, y);
    if (!(ulps <= f->ulps))
        fail_msg("%s(%.17g) is %.17g, %g ulp from %.17g", f->name, argument, got, ulps,
                 mpfr_get_d(y, MPFR_RNDN));
    return ulps;
}

static double normal_exponent(void)
{
    double argument = exponent();
    return argument > -708 ? argument : -argument;
}

static double subnormal_exponent(void)
{
    return -708 - 38 * random_unit(&source);
}

static const function functions[] = {
    {"log", minrisk_log, mpfr_log, positive, .51},
    {"log1p", minrisk_log1p, mpfr_log1p, above_minus_one, .51},
    {"exp", minrisk_exp, mpfr_exp, normal_exponent, .51},
    {"exp of the least", minrisk_exp, mpfr_exp, subnormal_exponent, .76},
    {"expm1", minrisk_expm1, mpfr_expm1, exponent, .51},
    {"sqrt", minrisk_sqrt, mpfr_sqrt, positive, .5},
};

static void at_random(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(functions); i++) {
        double worst = 0;
        for (size_t k = 0; k < numeric_cases() / 20; k++) {
            double ulps = assert_function(&functions[i], functions[i].draw());
            worst = ulps > worst ? ulps : worst;
        }
        printf("%s: at most %.4f ulp\n", functions[i].name, worst);
    }
}

/* The nearest double, where a double is the truth or the range ends. */
static void at_the_ends(void **state)
{
    (void)state;
    assert_double(minrisk_log(1.0), 0.0);
    assert_double(minrisk_log(smallest()), -744.44007192138122);
    assert_double(minrisk_log(next_down(infinity())), 709.78271289338397);
    assert_double(minrisk_log1p(-0.0), -0.0);
    assert_double(minrisk_log1p(smallest()), smallest());
    assert_double(minrisk_log1p(-next_down(1.0)), -36.736800569677101);
    assert_double(minrisk_exp(0.0), 1.0);
    assert_double(minrisk_exp(709.78271289338397), 1.7976931348622732e308);
    assert_double(minrisk_exp(709.78271289338409), infinity());
    assert_double(minrisk_exp(infinity()), infinity());
    assert_double(minrisk_exp(-745.13321910194111), smallest());
    assert_double(minrisk_exp(-745.13321910194122), 0.0);
    assert_double(minrisk_exp(-infinity()), 0.0);
    assert_double(minrisk_expm1(-0.0), -0.0);
    assert_double(minrisk_expm1(-infinity()), -1.0);
    assert_double(minrisk_expm1(-50.5), -1.0);
    assert_double(minrisk_expm1(infinity()), infinity());
    assert_double(minrisk_sqrt(0.0), 0.0);
    assert_double(minrisk_sqrt(-0.0), 0.0);
    assert_double(minrisk_sqrt(4.0), 2.0);
    assert_double(minrisk_sqrt(smallest()), power_of_two(-537));
    assert_double(minrisk_sqrt(next_down(infinity())), 1.3407807929942596e154);
    assert_double(minrisk_sqrt(next_down(1.0)), next_down(1.0));
}

/* Arguments whose function lies within 2^-40 ulp of a double or of the middle between two. The
 * first are the worst of all doubles (Lefevre and Muller 2001); the test proves them as hard. */
static const struct {
    size_t function;
    double argument;
} hard[] = {
    {0, 0x1.62a88613629b6p+678}, {0, 0x1.a6ae5142326b5p+0},  {0, 0x1.a9e443ef995bp+13},
    {0, 0x1.aacb91abd2ae2p+14},  {0, 0x1.5d6f2973074c2p+3},  {1, 0x1.00c3d4acbba8ap-1},
    {1, 0x1.0209c6fa7e358p-1},   {1, 0x1.0358e5defcba3p-36}, {1, 0x1.03b911e4e25c6p-43},
    {2, 0x1.0122ef37212ebp-1},   {2, 0x1.e8e68cc773d78p-1},  {2, 0x1.6c66cedb7546p+0},
    {2, 0x1.19f576bb94ee2p+0},   {4, 0x1.00091a4a0dae5p+2},  {4, 0x1.000bffb8030a7p-39},
    {4, 0x1.07e0f66afed03p-48},  {4, 0x1.19f576bb94ee2p+0},  {4, 0x1.13d2f0e235b3p+0},
};

static void where_rounding_is_hard(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hard); i++) {
        assert_true(assert_function(&functions[hard[i].function], hard[i].argument) <= .5000001);
        /* In half units the truth is all but a whole number. */
        mpfr_mul_2si(y, y, 54 - mpfr_get_exp(y), MPFR_RNDN);
        mpfr_rint(error, y, MPFR_RNDN);
        mpfr_sub(error, error, y, MPFR_RNDN);
        assert_true(mpfr_get_exp(error) <= -39);
    }
}

/* --- pairs ------------------------------------------------------------------------------------ */

static minrisk_pair with_rest(double high)
{
    return minrisk_quick_two_sum(high, any_sign(random_unit(&source)) * high * power_of_two(-54));
}

static void set_pair(mpfr_t to, minrisk_pair a)
{
    mpfr_set_d(to, a.high, MPFR_RNDN);
    mpfr_add_d(to, to, a.low, MPFR_RNDN);
}

/* The truth is y; |got - y| < 2^-bits |y|. */
static void assert_pair(minrisk_pair got, int bits, const char *name, minrisk_pair argument)
{
    set_pair(x, got);
    mpfr_sub(error, x, y, MPFR_RNDN);
    if (!mpfr_zero_p(error) && mpfr_get_exp(error) > mpfr_get_exp(y) - 1 - bits)
        fail_msg("%s of %.17g + %.17g is off by 2^%ld", name, argument.high, argument.low,
                 (long)mpfr_get_exp(error) - (long)mpfr_get_exp(y));
}

static double moderate(void)
{
    return any_sign(random_scaled(&source, -300, 8)) * 1.3;
}

static void pairs_at_random(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 20; i++) {
        minrisk_pair a =
            with_rest(random_below(&source, 2) ? near_one() : random_scaled(&source, -900, 1000));
        set_pair(x, a);
        mpfr_log(y, x, MPFR_RNDN);
        assert_pair(minrisk_log_pair(a), 99, "log", a);
        set_pair(x, a);
        mpfr_sqrt(y, x, MPFR_RNDN);
        assert_pair(minrisk_sqrt_pair(a), 102, "sqrt", a);
        a = with_rest(moderate());
        set_pair(x, a);
        mpfr_exp(y, x, MPFR_RNDN);
        assert_pair(minrisk_exp_pair(a), 100, "exp", a);
        set_pair(x, a);
        mpfr_expm1(y, x, MPFR_RNDN);
        assert_pair(minrisk_expm1_pair(a), 99, "expm1", a);
    }
}

static void pairs_at_the_ends(void **state)
{
    minrisk_pair zero = minrisk_sqrt_pair(minrisk_pair_of(0.0));
    (void)state;
    assert_double(zero.high, 0.0);
    assert_double(zero.low, 0.0);
    assert_double(minrisk_log_pair(minrisk_pair_of(1.0)).high, 0.0);
    assert_double(minrisk_exp_pair(minrisk_pair_of(0.0)).high, 1.0);
    assert_double(minrisk_sqrt_pair(minrisk_pair_of(9.0)).high, 3.0);
    assert_double(minrisk_sqrt_pair(minrisk_pair_of(9.0)).low, 0.0);
}

/* --- quick powers ----------------------------------------------------------------------------- */

/* An x of each part of the table's range, and next to where the parts meet. */
static double of_a_part(void)
{
    double end = 1 + (double)random_below(&source, 17) / 16;
    return random_below(&source, 2) ? 1 + random_unit(&source)
                                    : end + any_sign(random_scaled(&source, -52, -6));
}

static double scaled_part(void)
{
    return of_a_part() * power_of_two((int)random_below(&source, 2040) - 1020);
}

static void quick_logarithms(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 2; i++) {
        double a = i % 4 == 0 ? random_any(&source) + smallest() : scaled_part(), off, places;
        minrisk_pair log = minrisk_quick_log(a);
        mpfr_set_d(x, a, MPFR_RNDN);
        mpfr_log(y, x, MPFR_RNDN);
        set_pair(error, log);
        mpfr_sub(error, error, y, MPFR_RNDN);
        off = mpfr_get_d(error, MPFR_RNDA);
        places = log.high * power_of_two(42);
        if (!(off <= 1.028e-20 && off >= -1.028e-20)) /* 2^-66.4 */
            fail_msg("the quick logarithm of %.17g is off by %g", a, off);
        assert_true(places == (double)(int64_t)places);
        assert_true(log.low < power_of_two(-16) && log.low > -power_of_two(-16));
    }
}

static double an_order(void)
{
    switch (random_below(&source, 4)) {
    case 0:
        return 8;
    case 1:
        return random_scaled(&source, -1000, 2);
    default:
        return 8 * random_unit(&source);
    }
}

/* Also next to the middle between two steps of ln 2 / 16, where the rest is the largest. */
static void quick_powers(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 2; i++) {
        double order = an_order(), step = (double)random_below(&source, 32000) + .5, off;
        minrisk_pair log = minrisk_quick_log(scaled_part()),
                     least = minrisk_quick_log(scaled_part());
        minrisk_pair power;
        int k;
        log.high = log.high < least.high ? log.high - least.high : least.high - log.high;
        log.low -= least.low;
        if (i % 2)
            log.high = -step * .043321698784996584 / order;
        if (!(log.high >= -1454 && order * log.high >= -1386))
            continue;
        if (i % 2)
            log.high = (double)(int64_t)(log.high * power_of_two(42)) * power_of_two(-42);
        power = minrisk_quick_power(log, order, &k);
        set_pair(x, log);
        mpfr_mul_d(x, x, order, MPFR_RNDN);
        mpfr_exp(y, x, MPFR_RNDN);
        set_pair(error, power);
        mpfr_mul_2si(error, error, k, MPFR_RNDN);
        mpfr_sub(error, error, y, MPFR_RNDN);
        mpfr_div(error, error, y, MPFR_RNDN);
        off = mpfr_get_d(error, MPFR_RNDA);
        if (!(off <= 3.11e-20 && off >= -3.11e-20)) /* 2^-64.8 */
            fail_msg("the quick power %.17g of %.17g is off by %g", order, log.high, off);
        assert_true(power.high >= .97 && power.high < 2.05);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_random),
        cmocka_unit_test(at_the_ends),
        cmocka_unit_test(where_rounding_is_hard),
        cmocka_unit_test(pairs_at_random),
        cmocka_unit_test(pairs_at_the_ends),
        cmocka_unit_test(quick_logarithms),
        cmocka_unit_test(quick_powers),
    };
    int failed;

    source.state = 5;
    mpfr_inits2(BITS, x, y, error, (mpfr_ptr)NULL);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    mpfr_clears(x, y, error, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return failed;
}
