/* SPDX-License-Identifier: MIT */
/* Entropy, Hill numbers and their kin, Theil's index and what has weights, against MPFR: within the
 * bounds that concentration.h states, and the exact ones bit for bit. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/oracle.h"
#include "support/random.h"

/* Shares as small as 2^-2098, and 1 less such a share, keep more than 100 bits. */
enum { BITS = 2300, LONGEST = 60 };

static const double BOUND = .51, SUBNORMAL_BOUND = .76;
static const double FAST_BOUND = .75, OF_FAST_BOUND = 1; /* entropy above 1, and made of it */

static random_source source;
static mpfr_t total, share, term, sum, truth;
static double worst, worst_at_1;

typedef struct figures {
    size_t n, market_size;
    double quantity[LONGEST], weight[LONGEST];
} figures;

/* --- the truth -------------------------------------------------------------------------------- */

static void set_total(const figures *f)
{
    mpfr_set_zero(total, 1);
    for (size_t i = 0; i < f->n; i++)
        assert_exact(mpfr_add_d(total, total, f->quantity[i], MPFR_RNDN));
}

static void set_share(double x)
{
    mpfr_set_d(share, x, MPFR_RNDN);
    mpfr_div(share, share, total, MPFR_RNDN);
}

static size_t count_positive(const figures *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->n; i++)
        count += f->quantity[i] > 0;
    return count;
}

static double largest_of(const figures *f)
{
    double largest = 0;
    for (size_t i = 0; i < f->n; i++)
        largest = f->quantity[i] > largest ? f->quantity[i] : largest;
    return largest;
}

static void set_entropy(const figures *f)
{
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < f->n; i++)
        if (f->quantity[i] > 0) {
            set_share(f->quantity[i]);
            mpfr_log(term, share, MPFR_RNDN);
            mpfr_mul(term, term, share, MPFR_RNDN);
            mpfr_sub(sum, sum, term, MPFR_RNDN);
        }
    mpfr_set(truth, sum, MPFR_RNDN);
}

/* sum = ln(sum of s^q), in powers of s over the largest, lest all of them underflow. */
static void set_log_of_powers(const figures *f, double order)
{
    mpfr_t q, largest;
    mpfr_inits2(BITS, q, largest, (mpfr_ptr)NULL);
    mpfr_set_d(q, order, MPFR_RNDN);
    mpfr_set_d(largest, largest_of(f), MPFR_RNDN);
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < f->n; i++)
        if (f->quantity[i] > 0) {
            mpfr_set_d(term, f->quantity[i], MPFR_RNDN);
            mpfr_div(term, term, largest, MPFR_RNDN);
            mpfr_pow(term, term, q, MPFR_RNDN);
            mpfr_add(sum, sum, term, MPFR_RNDN);
        }
    mpfr_log(sum, sum, MPFR_RNDN);
    mpfr_div(largest, largest, total, MPFR_RNDN);
    mpfr_log(largest, largest, MPFR_RNDN);
    mpfr_mul(largest, largest, q, MPFR_RNDN);
    mpfr_add(sum, sum, largest, MPFR_RNDN);
    mpfr_clears(q, largest, (mpfr_ptr)NULL);
}

static void set_renyi(const figures *f, double order)
{
    if (order == 1) {
        set_entropy(f);
        return;
    }
    if (order == infinity()) {
        set_share(largest_of(f));
        mpfr_log(truth, share, MPFR_RNDN);
        mpfr_neg(truth, truth, MPFR_RNDN);
        return;
    }
    set_log_of_powers(f, order);
    mpfr_set_d(term, order, MPFR_RNDN);
    mpfr_ui_sub(term, 1, term, MPFR_RNDN);
    mpfr_div(truth, sum, term, MPFR_RNDN);
}

static void set_tsallis(const figures *f, double order)
{
    if (order == 1) {
        set_entropy(f);
        return;
    }
    if (order == infinity()) {
        mpfr_set_zero(truth, 1);
        return;
    }
    set_log_of_powers(f, order);
    mpfr_expm1(truth, sum, MPFR_RNDN);
    mpfr_neg(truth, truth, MPFR_RNDN);
    mpfr_set_d(term, order, MPFR_RNDN);
    mpfr_sub_ui(term, term, 1, MPFR_RNDN);
    mpfr_div(truth, truth, term, MPFR_RNDN);
}

static void set_log_count(size_t count)
{
    mpfr_set_uj(term, count, MPFR_RNDN);
    mpfr_log(term, term, MPFR_RNDN);
}

static void set_weighted(const figures *f, int squared)
{
    mpfr_set_zero(truth, 1);
    for (size_t i = 0; i < f->n; i++) {
        set_share(f->quantity[i]);
        if (squared)
            mpfr_sqr(share, share, MPFR_RNDN);
        mpfr_mul_d(share, share, f->weight[i], MPFR_RNDN);
        mpfr_add(truth, truth, share, MPFR_RNDN);
    }
}

/* --- one market through all of them ----------------------------------------------------------- */

static double bound_of(const char *what, double order)
{
    if (mpfr_get_exp(truth) < -1021)
        return SUBNORMAL_BOUND;
    if (order != 1)
        return BOUND;
    return strstr("entropy Renyi Tsallis", what) != NULL ? FAST_BOUND : OF_FAST_BOUND;
}

static void assert_truth(const char *what, double order, double got)
{
    double ulps = oracle_ulps(got, truth), bound = bound_of(what, order);
    double *most = order == 1 ? &worst_at_1 : &worst;
    *most = ulps > *most && bound < SUBNORMAL_BOUND ? ulps : *most;
    if (!(ulps <= bound) || (bits_of(got) >> 63 && got >= 0))
        fail_msg("%s of order %.17g is %.17g, %g ulp from %.17g", what, order, got, ulps,
                 mpfr_get_d(truth, MPFR_RNDN));
}

static void assert_order(const figures *f, double order)
{
    double got = -1;
    assert_int_equal(minrisk_renyi_entropy(f->quantity, f->n, order, &got), MINRISK_OK);
    set_renyi(f, order);
    assert_truth("Renyi", order, got);
    assert_int_equal(minrisk_hill_number(f->quantity, f->n, order, &got), MINRISK_OK);
    mpfr_exp(truth, truth, MPFR_RNDN);
    assert_truth("Hill", order, got);
    assert_int_equal(minrisk_hannah_kay(f->quantity, f->n, order, &got), MINRISK_OK);
    mpfr_ui_div(truth, 1, truth, MPFR_RNDN);
    assert_truth("Hannah-Kay", order, got);
    assert_int_equal(minrisk_tsallis_entropy(f->quantity, f->n, order, &got), MINRISK_OK);
    set_tsallis(f, order);
    assert_truth("Tsallis", order, got);
}

static void assert_entropies(const figures *f)
{
    size_t positive = count_positive(f), size = f->market_size ? f->market_size : positive;
    double got = -1;
    set_entropy(f);
    assert_int_equal(minrisk_shannon_entropy(f->quantity, f->n, &got), MINRISK_OK);
    assert_truth("entropy", 1, got);
    set_log_count(size);
    mpfr_sub(share, term, truth, MPFR_RNDN);
    set_log_count(positive);
    if (positive == 1)
        mpfr_set_ui(truth, 1, MPFR_RNDN);
    else
        mpfr_div(truth, truth, term, MPFR_RNDN);
    assert_int_equal(minrisk_evenness(f->quantity, f->n, &got), MINRISK_OK);
    assert_truth("evenness", 1, got);
    mpfr_set(truth, share, MPFR_RNDN);
    /* Where all are equal ln N - E is 0, less what MPFR rounds. */
    if (mpfr_get_exp(truth) < -BITS + 20)
        mpfr_set_zero(truth, 1);
    assert_int_equal(minrisk_theil(f->quantity, f->n, f->market_size, &got), MINRISK_OK);
    assert_truth("Theil", 0, got);
}

/* 1 - H and the mean, of which numerator and denominator are exact. */
static void assert_exact_ones(const figures *f)
{
    mpfr_t top, bottom, square;
    double got = -1;
    mpfr_inits2(PRODUCT_BITS, top, bottom, square, (mpfr_ptr)NULL);
    assert_exact(mpfr_sqr(bottom, total, MPFR_RNDN));
    mpfr_set(top, bottom, MPFR_RNDN);
    for (size_t i = 0; i < f->n; i++) {
        mpfr_set_d(square, f->quantity[i], MPFR_RNDN);
        assert_exact(mpfr_sqr(square, square, MPFR_RNDN));
        assert_exact(mpfr_sub(top, top, square, MPFR_RNDN));
    }
    assert_int_equal(minrisk_gini_simpson(f->quantity, f->n, &got), MINRISK_OK);
    assert_double(got, oracle_quotient(top, bottom, MPFR_RNDN));
    mpfr_set_zero(top, 1);
    for (size_t i = 0; i < f->n; i++) {
        mpfr_set_d(square, f->quantity[i], MPFR_RNDN);
        assert_exact(mpfr_mul_d(square, square, f->weight[i], MPFR_RNDN));
        assert_exact(mpfr_add(top, top, square, MPFR_RNDN));
    }
    assert_int_equal(minrisk_weighted_mean(f->quantity, f->weight, f->n, &got), MINRISK_OK);
    assert_double(got, oracle_quotient(top, total, MPFR_RNDN));
    mpfr_clears(top, bottom, square, (mpfr_ptr)NULL);
}

static void assert_weighted(figures *f)
{
    double got = -1;
    assert_exact_ones(f);
    for (size_t i = 0; i < f->n; i++)
        f->weight[i] = f->weight[i] < 0 ? -f->weight[i] : f->weight[i];
    set_weighted(f, 1);
    assert_int_equal(minrisk_weighted_hhi(f->quantity, f->weight, f->n, &got), MINRISK_OK);
    assert_truth("weighted HHI", 2, got);
}

/* --- random markets --------------------------------------------------------------------------- */

static double quantity_of_kind(unsigned kind, double base)
{
    switch (kind) {
    case 0:
        return random_any(&source);
    case 1: /* near uniform, down to neighbouring doubles */
        return double_of(bits_of(base) +
                         (random_bits(&source) >> (12 + random_below(&source, 52))));
    case 2:
        return (double)random_below(&source, 1000);
    case 3:
        return random_unit(&source) * base;
    case 4:
        return random_below(&source, 4) ? random_scaled(&source, -1000, -1) : base;
    default:
        return double_of(random_bits(&source) >> (12 + random_below(&source, 52)));
    }
}

static double draw_weight(unsigned kind)
{
    double size = kind < 2 ? random_any(&source) : random_unit(&source) * 10;
    if (random_below(&source, 8) == 0)
        return 0;
    return random_below(&source, 3) ? size : -size;
}

static void draw(figures *f)
{
    unsigned kind = (unsigned)random_below(&source, 6),
             weights = (unsigned)random_below(&source, 4);
    double base = random_scaled(&source, -40, 40);
    f->n = random_size(&source, 1, 9);
    for (size_t i = 0; i < f->n; i++) {
        f->quantity[i] = random_below(&source, 9) ? quantity_of_kind(kind, base) : 0;
        f->weight[i] = draw_weight(weights);
    }
    if (count_positive(f) == 0)
        f->quantity[0] = 1;
    /* One that is all but a monopoly. */
    if (random_below(&source, 4) == 0)
        f->quantity[0] = largest_of(f) < 1e290 ? largest_of(f) * random_scaled(&source, 0, 55) : 1;
    if (count_positive(f) == 0)
        f->quantity[0] = 1;
    f->market_size = random_below(&source, 3) ? 0 : count_positive(f) + random_below(&source, 5);
    if (random_below(&source, 50) == 0)
        f->market_size = SIZE_MAX - random_below(&source, 3);
}

static double draw_order(void)
{
    switch (random_below(&source, 6)) {
    case 0:
        return 1 + (random_below(&source, 2) ? 1 : -1) * random_scaled(&source, -53, -1);
    case 1:
        return random_unit(&source) * 3;
    case 2:
        return random_scaled(&source, -1074 + 52, 1023);
    case 3:
        return random_scaled(&source, 0, 12);
    case 4:
        return (double)random_below(&source, 4);
    default:
        return random_below(&source, 8) ? random_unit(&source) : infinity();
    }
}

static void at_random(void **state)
{
    static figures f;
    (void)state;
    for (size_t k = 0; k < numeric_cases() / 500; k++) {
        draw(&f);
        set_total(&f);
        assert_order(&f, draw_order());
        assert_entropies(&f);
        assert_weighted(&f);
    }
}

/* --- orders ----------------------------------------------------------------------------------- */

static const figures nasty[] = {
    {1, 0, {3}, {2}},
    {1, 7, {3}, {2}},
    {3, 0, {1e308, 1e308, 1e308}, {1e308, 1e308, 1e308}},
    {3, 0, {1e-300, 1e-300, 1e-300}, {1, 2, 3}},
    {3, 5, {5e-324, 5e-324, 1e-323}, {5e-324, 5e-324, 0}},
    {2, 0, {1e6, 1}, {0, 1}},
    {2, 0, {1, 1e-12}, {-1, 1}},
    {2, 0, {1e308, 5e-324}, {0, 1e308}},
    {3, 0, {1, 1e-300, 1e-290}, {0, 1e300, 1e305}},
    {2, 0, {0x1.fffffffffffffp-1, 1}, {1, -1}},
    {4, 4, {1, 0x1.0000000000001p0, 1, 1}, {1, 1, -1, -1}},
    {3, 0, {.5, .25, .25}, {1, 1, 1}},
    {6, 6, {0, 5, -0.0, 3, 2, 0}, {1, 2, 3, 4, 5, 6}},
    {5, 0, {67000, 3000, 2400, 2000, 2000}, {5.5, 1.25, 3, 0, 10}},
};

enum { ORDERS = 200 };

/* 0, infinity, 1 and its neighbours, and from 1e-8 to 1e8 and beyond. */
static size_t list_orders(double *order)
{
    static const double chosen[] = {0,   5e-324,      1e-300,    .5,       1 - 1e-15, 1 - 0x1p-53,
                                    1,   1 + 0x1p-52, 1 + 1e-15, 1 + 1e-8, 1 - 1e-8,  1.0013,
                                    1.5, 2,           3,         1100,     1e300};
    size_t n = 0;
    for (; n < COUNT(chosen); n++)
        order[n] = chosen[n];
    for (; n < ORDERS - 1; n++)
        order[n] = random_scaled(&source, -20, 26);
    order[n++] = infinity();
    return n;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Two results, each within half an ulp and a little, may stand in the wrong order by one. */
static void assert_not_above(double later, double earlier)
{
    assert_true(later <= (earlier > 0 ? next_up(earlier) : earlier));
}

static void falling_with_the_order(const figures *f)
{
    double order[ORDERS], before[3] = {1e9, 1e9, 1e9};
    size_t n = list_orders(order);
    qsort(order, n, sizeof *order, ascending);
    for (size_t i = 0; i < n; i++) {
        double now[3];
        minrisk_hill_number(f->quantity, f->n, order[i], &now[0]);
        minrisk_renyi_entropy(f->quantity, f->n, order[i], &now[1]);
        minrisk_tsallis_entropy(f->quantity, f->n, order[i], &now[2]);
        for (size_t k = 0; k < COUNT(now); k++) {
            assert_not_above(now[k], before[k]);
            before[k] = now[k];
        }
    }
}

static void of_every_order(void **state)
{
    double order[ORDERS];
    size_t n = list_orders(order);
    (void)state;
    for (size_t k = 0; k < COUNT(nasty); k++) {
        figures f = nasty[k];
        set_total(&f);
        assert_entropies(&f);
        assert_weighted(&f);
        for (size_t i = 0; i < n; i += i < 17 || numeric_cases() > 100000 ? 1 : 13)
            assert_order(&f, order[i]);
        assert_order(&f, infinity());
        falling_with_the_order(&f);
    }
}

/* --- many suppliers --------------------------------------------------------------------------- */

/* {2, 3, 0, 0} again and again: with s = 2/5n and 3/5n all follows from two terms. */
static void of_many_suppliers(void **state)
{
    const size_t groups = numeric_cases() > 100000 ? 2500000 : 25000, n = 4 * groups;
    double *quantity = calloc(n, sizeof *quantity), got = -1;
    figures two = {2, 0, {2, 3}, {0}};
    (void)state;
    assert_non_null(quantity);
    for (size_t i = 0; i < groups; i++) {
        quantity[4 * i] = 2;
        quantity[4 * i + 3] = 3;
    }
    set_total(&two);
    set_entropy(&two);
    set_log_count(groups);
    mpfr_add(truth, truth, term, MPFR_RNDN);
    assert_int_equal(minrisk_shannon_entropy(quantity, n, &got), MINRISK_OK);
    assert_truth("entropy", 1, got);
    assert_int_equal(minrisk_renyi_entropy(quantity, n, 1.5, &got), MINRISK_OK);
    set_renyi(&two, 1.5);
    set_log_count(groups);
    mpfr_add(truth, truth, term, MPFR_RNDN);
    assert_truth("Renyi", 1.5, got);
    set_entropy(&two);
    set_log_count(2);
    mpfr_sub(truth, term, truth, MPFR_RNDN);
    assert_int_equal(minrisk_theil(quantity, n, 0, &got), MINRISK_OK);
    assert_truth("Theil", 0, got);
    free(quantity);
}

/* --- entropy at the speed of a loop ------------------------------------------------------------ */

enum { LONG = 5000 };

/* Even, of one mantissa, uniform, of heavy tail, of a few large, and of every size. */
static double quantity_of_shape(unsigned shape, double base, size_t i)
{
    switch (shape) {
    case 0:
        return base;
    case 1:
        return base * power_of_two((int)random_below(&source, 20));
    case 2:
        return random_unit(&source);
    case 3:
        return base / (random_unit(&source) + 1e-4);
    case 4:
        return i < 5 ? base : base * random_scaled(&source, -60, -5);
    default:
        return random_below(&source, 5) ? random_scaled(&source, -300, -1) : 0;
    }
}

static void set_long_entropy(const double *x, size_t n)
{
    mpfr_t t, s, l;
    mpfr_inits2(300, t, s, l, (mpfr_ptr)NULL);
    mpfr_set_zero(t, 1);
    mpfr_set_zero(truth, 1);
    for (size_t i = 0; i < n; i++)
        mpfr_add_d(t, t, x[i], MPFR_RNDN);
    for (size_t i = 0; i < n; i++)
        if (x[i] > 0) {
            mpfr_d_div(s, x[i], t, MPFR_RNDN);
            mpfr_log(l, s, MPFR_RNDN);
            mpfr_mul(l, l, s, MPFR_RNDN);
            mpfr_sub(truth, truth, l, MPFR_RNDN);
        }
    mpfr_clears(t, s, l, (mpfr_ptr)NULL);
}

static void of_long_markets(void **state)
{
    static double x[LONG];
    (void)state;
    for (size_t round = 0; round < numeric_cases() / 2500; round++) {
        unsigned shape = (unsigned)(round % 6);
        size_t n = random_size(&source, 3, round % 8 == 0 ? LONG : 400);
        double base = random_scaled(&source, -100, 100), got = -1, again = -1;
        for (size_t i = 0; i < n; i++)
            x[i] = quantity_of_shape(shape, base, i);
        x[0] = x[0] > 0 ? x[0] : base;
        set_long_entropy(x, n);
        assert_int_equal(minrisk_shannon_entropy(x, n, &got), MINRISK_OK);
        assert_truth("entropy", 1, got);
        random_shuffle(&source, x, n);
        for (size_t i = 0; i < n; i++)
            x[i] = x[i] > 0 ? x[i] : -0.0;
        assert_int_equal(minrisk_renyi_entropy(x, n, 1, &again), MINRISK_OK);
        assert_double(again, got);
        assert_int_equal(minrisk_hill_number(x, n, 1, &got), MINRISK_OK);
        mpfr_exp(truth, truth, MPFR_RNDN);
        assert_truth("Hill", 1, got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_random),
        cmocka_unit_test(of_every_order),
        cmocka_unit_test(of_many_suppliers),
        cmocka_unit_test(of_long_markets),
    };
    int failed;

    source.state = 11;
    mpfr_inits2(BITS, total, share, term, sum, truth, (mpfr_ptr)NULL);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    printf("at most %.4f ulp, %.4f at order 1\n", worst, worst_at_1);
    mpfr_clears(total, share, term, sum, truth, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return failed;
}
