/* SPDX-License-Identifier: MIT */
/* The indices of indices.h against MPFR: those of class exact bit for bit, the others within the
 * bound that they state. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { MOST = 90, WIDE = 6700, NARROW = 1200 };

static random_source source;
static double x[MOST], sorted[MOST], scratch[MOST];
static size_t n, m, market_size;
static double order;
static uint64_t worst; /* in units of the last place, of the class reproducible */

/* Numerators and denominators, and a wide number: exact. Narrow ones round, far below a double. */
static mpfr_t num, den, wide, total, squares, a, b, c, d, sum;

static int descending(const void *p, const void *q)
{
    double u, v;
    memcpy(&u, p, sizeof u);
    memcpy(&v, q, sizeof v);
    return (u < v) - (u > v);
}

static void prepare(void)
{
    memcpy(sorted, x, n * sizeof *x);
    qsort(sorted, n, sizeof *sorted, descending);
    mpfr_set_zero(total, 1);
    mpfr_set_zero(squares, 1);
    for (m = 0; m < n && sorted[m] > 0; m++) {
        assert_exact(mpfr_add_d(total, total, sorted[m], MPFR_RNDN));
        mpfr_set_d(wide, sorted[m], MPFR_RNDN);
        assert_exact(mpfr_sqr(wide, wide, MPFR_RNDN));
        assert_exact(mpfr_add(squares, squares, wide, MPFR_RNDN));
    }
}

static unsigned long suppliers_in_market(void)
{
    return market_size ? market_size : m;
}

/* --- class exact: num and den, without rounding ----------------------------------------------- */

static void oracle_dual(void)
{
    assert_exact(mpfr_mul_ui(den, squares, m, MPFR_RNDN));
    assert_exact(mpfr_sqr(wide, total, MPFR_RNDN));
    assert_exact(mpfr_sub(num, den, wide, MPFR_RNDN));
}

static void oracle_minimum(void)
{
    mpfr_set_ui(num, 1, MPFR_RNDN);
    mpfr_set_ui(den, m, MPFR_RNDN);
}

/* sum |N x - T| / (2 N T), zeros with the rest */
static void oracle_hoover(void)
{
    unsigned long size = suppliers_in_market();
    assert_exact(mpfr_mul_ui(num, total, size - m, MPFR_RNDN));
    for (size_t i = 0; i < m; i++) {
        mpfr_set_d(wide, sorted[i], MPFR_RNDN);
        assert_exact(mpfr_mul_ui(wide, wide, size, MPFR_RNDN));
        assert_exact(mpfr_sub(wide, wide, total, MPFR_RNDN));
        mpfr_abs(wide, wide, MPFR_RNDN);
        assert_exact(mpfr_add(num, num, wide, MPFR_RNDN));
    }
    assert_exact(mpfr_mul_ui(den, total, size, MPFR_RNDN));
    assert_exact(mpfr_mul_2ui(den, den, 1, MPFR_RNDN));
}

/* Each supplier is ten pieces. */
static void oracle_palma(void)
{
    mpfr_set_zero(num, 1);
    mpfr_set_zero(den, 1);
    for (size_t piece = 0; piece < m; piece++)
        assert_exact(mpfr_add_d(num, num, sorted[piece / 10], MPFR_RNDN));
    for (size_t piece = 0; piece < 4 * m; piece++)
        assert_exact(mpfr_add_d(den, den, sorted[m - 1 - piece / 10], MPFR_RNDN));
}

static void oracle_kwoka(void)
{
    mpfr_set_zero(num, 1);
    for (size_t i = 0; i + 1 < m; i++) {
        mpfr_set_d(wide, sorted[i], MPFR_RNDN);
        assert_exact(mpfr_sub_d(wide, wide, sorted[i + 1], MPFR_RNDN));
        assert_exact(mpfr_sqr(wide, wide, MPFR_RNDN));
        assert_exact(mpfr_add(num, num, wide, MPFR_RNDN));
    }
    assert_exact(mpfr_sqr(den, total, MPFR_RNDN));
}

static void oracle_stenbacka(void)
{
    assert_exact(mpfr_sqr(num, total, MPFR_RNDN));
    assert_exact(mpfr_mul_2ui(den, num, 1, MPFR_RNDN));
    for (size_t i = 0; i < 2 && i < m; i++) {
        mpfr_set_d(wide, sorted[i], MPFR_RNDN);
        assert_exact(mpfr_sqr(wide, wide, MPFR_RNDN));
        assert_exact((i ? mpfr_add : mpfr_sub)(num, num, wide, MPFR_RNDN));
    }
}

/* --- class reproducible: sum, to many digits -------------------------------------------------- */

static void share(mpfr_t s, size_t i)
{
    mpfr_d_div(s, sorted[i], total, MPFR_RNDN);
}

static void oracle_garcia_alba(void)
{
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < m; i++) {
        share(a, i);
        mpfr_pow_ui(a, a, 4, MPFR_RNDN);
        mpfr_add(sum, sum, a, MPFR_RNDN);
    }
    mpfr_sqr(b, total, MPFR_RNDN);
    mpfr_div(b, squares, b, MPFR_RNDN);
    mpfr_sqr(b, b, MPFR_RNDN);
    mpfr_div(sum, sum, b, MPFR_RNDN);
}

static void oracle_horvath(void)
{
    share(sum, 0);
    for (size_t i = 1; i < m; i++) {
        share(a, i);
        mpfr_sqr(b, a, MPFR_RNDN);
        mpfr_ui_sub(a, 2, a, MPFR_RNDN);
        mpfr_mul(b, b, a, MPFR_RNDN);
        mpfr_add(sum, sum, b, MPFR_RNDN);
    }
}

static void oracle_grs(void)
{
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < m; i++) {
        share(a, 0);
        share(b, i);
        mpfr_mul_ui(c, a, 10 * m * m, MPFR_RNDN);
        mpfr_sqr(d, b, MPFR_RNDN);
        mpfr_mul_ui(d, d, 3, MPFR_RNDN);
        mpfr_add(c, c, d, MPFR_RNDN);
        mpfr_mul(d, a, b, MPFR_RNDN);
        mpfr_mul_ui(d, d, 3 * m, MPFR_RNDN);
        mpfr_add_ui(d, d, 10 * m * m, MPFR_RNDN);
        mpfr_div(c, c, d, MPFR_RNDN);
        mpfr_mul(c, c, b, MPFR_RNDN);
        mpfr_add(sum, sum, c, MPFR_RNDN);
    }
}

static void oracle_kvalseth(void)
{
    mpfr_set_zero(sum, 1);
    for (size_t i = 0; i < m; i++) {
        share(a, i);
        mpfr_div_ui(a, a, i + 1, MPFR_RNDN);
        mpfr_add(sum, sum, a, MPFR_RNDN);
    }
}

static void oracle_linda_of(size_t k)
{
    mpfr_set_zero(sum, 1);
    mpfr_set_zero(num, 1);
    mpfr_set_zero(den, 1);
    for (size_t i = 0; i < k; i++)
        assert_exact(mpfr_add_d(den, den, sorted[i], MPFR_RNDN));
    for (size_t i = 1; i < k; i++) {
        assert_exact(mpfr_add_d(num, num, sorted[i - 1], MPFR_RNDN));
        assert_exact(mpfr_sub_d(den, den, sorted[i - 1], MPFR_RNDN));
        mpfr_div(a, num, den, MPFR_RNDN);
        mpfr_mul_ui(a, a, k - i, MPFR_RNDN);
        mpfr_div_ui(a, a, i, MPFR_RNDN);
        mpfr_add(sum, sum, a, MPFR_RNDN);
    }
    mpfr_div_ui(sum, sum, k * (k - 1), MPFR_RNDN);
}

/* N x / T and, exactly before it is rounded, N x / T - 1. */
static void ratio(mpfr_t r, mpfr_t deviation, size_t i)
{
    mpfr_set_d(wide, sorted[i], MPFR_RNDN);
    assert_exact(mpfr_mul_ui(wide, wide, suppliers_in_market(), MPFR_RNDN));
    mpfr_div(r, wide, total, MPFR_RNDN);
    assert_exact(mpfr_sub(wide, wide, total, MPFR_RNDN));
    mpfr_div(deviation, wide, total, MPFR_RNDN);
}

/* ln(N x / T), into b. */
static void log_of_ratio(size_t i)
{
    ratio(a, b, i);
    if (mpfr_cmp_d(a, .5) < 0)
        mpfr_log(b, a, MPFR_RNDN);
    else
        mpfr_log1p(b, b, MPFR_RNDN);
}

/* sum r^p over the suppliers, less N: by expm1 of p log1p of the deviation. The same digits serve a
 * difference that nearly vanishes. */
static void sum_powers_less_size(double p)
{
    mpfr_set_si(sum, -(long)(suppliers_in_market() - m), MPFR_RNDN);
    for (size_t i = 0; i < m; i++) {
        log_of_ratio(i);
        mpfr_mul_d(b, b, p, MPFR_RNDN);
        mpfr_expm1(b, b, MPFR_RNDN);
        mpfr_add(sum, sum, b, MPFR_RNDN);
    }
}

static void oracle_entropy_of(double p)
{
    mpfr_set_zero(sum, 1);
    if (p == 0 || p == 1) {
        for (size_t i = 0; i < m; i++) {
            log_of_ratio(i);
            if (p == 1)
                mpfr_mul(b, b, a, MPFR_RNDN);
            (p == 1 ? mpfr_add : mpfr_sub)(sum, sum, b, MPFR_RNDN);
        }
    } else {
        sum_powers_less_size(p);
        mpfr_div_d(sum, sum, p, MPFR_RNDN);
        mpfr_set_d(a, p, MPFR_RNDN);
        mpfr_sub_ui(a, a, 1, MPFR_RNDN);
        mpfr_div(sum, sum, a, MPFR_RNDN);
    }
    mpfr_div_ui(sum, sum, suppliers_in_market(), MPFR_RNDN);
}

static void oracle_atkinson(void)
{
    if (order == 0) {
        mpfr_set_zero(sum, 1);
        return;
    }
    if (order == 1) {
        oracle_entropy_of(0);
        mpfr_neg(sum, sum, MPFR_RNDN);
    } else {
        mpfr_t p;
        mpfr_init2(p, NARROW);
        mpfr_set_d(p, order, MPFR_RNDN);
        mpfr_ui_sub(p, 1, p, MPFR_RNDN);
        mpfr_set_si(sum, -(long)(suppliers_in_market() - m), MPFR_RNDN);
        for (size_t i = 0; i < m; i++) {
            log_of_ratio(i);
            mpfr_mul(b, b, p, MPFR_RNDN);
            mpfr_expm1(b, b, MPFR_RNDN);
            mpfr_add(sum, sum, b, MPFR_RNDN);
        }
        mpfr_div_ui(sum, sum, suppliers_in_market(), MPFR_RNDN);
        mpfr_log1p(sum, sum, MPFR_RNDN);
        mpfr_div(sum, sum, p, MPFR_RNDN);
        mpfr_clear(p);
    }
    mpfr_expm1(sum, sum, MPFR_RNDN);
    mpfr_neg(sum, sum, MPFR_RNDN);
}

/* --- comparison ------------------------------------------------------------------------------- */

static void print_market(const char *name)
{
    print_error("%s n %lu market_size %lu order %.17g:\n", name, (unsigned long)n,
                (unsigned long)market_size, order);
    for (size_t i = 0; i < n; i++)
        print_error(" %a", x[i]);
    print_error("\n");
}

static void assert_exactly(minrisk_status status, double got, const char *name)
{
    assert_case(status, MINRISK_OK, name);
    if (!same_bits(got, oracle_quotient(num, den, MPFR_RNDN)))
        print_market(name);
    assert_double(got, oracle_quotient(num, den, MPFR_RNDN));
}

static uint64_t distance(double got, double expected)
{
    uint64_t p = bits_of(got), q = bits_of(expected);
    return p > q ? p - q : q - p;
}

/* Within a unit in the last place of the nearest double. */
static void assert_closely(minrisk_status status, double got, const char *name)
{
    double expected = mpfr_get_d(sum, MPFR_RNDN);
    assert_case(status, MINRISK_OK, name);
    expected = expected == 0 ? 0.0 : expected;
    if (distance(got, expected) > 1) {
        print_market(name);
        assert_double(got, expected);
    }
    worst = distance(got, expected) > worst ? distance(got, expected) : worst;
}

static double out;

#define EXACTLY(oracle, call)                                                                      \
    do {                                                                                           \
        minrisk_status given = call;                                                               \
        oracle;                                                                                    \
        assert_exactly(given, out, #call);                                                         \
    } while (0)
#define CLOSELY(oracle, call)                                                                      \
    do {                                                                                           \
        minrisk_status given = call;                                                               \
        oracle;                                                                                    \
        assert_closely(given, out, #call);                                                         \
    } while (0)

static void assert_exact_class(void)
{
    double curve[MOST];
    EXACTLY(oracle_dual(), minrisk_hhi_dual(x, n, &out));
    EXACTLY(oracle_minimum(), minrisk_hhi_minimum(x, n, &out));
    EXACTLY(oracle_hoover(), minrisk_hoover(x, n, market_size, &out));
    EXACTLY(oracle_palma(), minrisk_palma(x, n, scratch, MOST, &out));
    EXACTLY(oracle_kwoka(), minrisk_kwoka(x, n, scratch, MOST, &out));
    EXACTLY(oracle_stenbacka(), minrisk_stenbacka(x, n, &out));
    assert_int_equal(minrisk_lorenz(x, n, curve), MINRISK_OK);
    mpfr_set_zero(num, 1);
    for (size_t i = 0; i < n; i++) {
        assert_exact(mpfr_add_d(num, num, sorted[n - 1 - i], MPFR_RNDN));
        assert_double(curve[i], oracle_quotient(num, total, MPFR_RNDN));
    }
}

static void assert_reproducible_class(void)
{
    CLOSELY(oracle_garcia_alba(), minrisk_garcia_alba(x, n, &out));
    CLOSELY(oracle_horvath(), minrisk_horvath(x, n, &out));
    CLOSELY(oracle_grs(), minrisk_grs(x, n, &out));
    CLOSELY(oracle_kvalseth(), minrisk_kvalseth(x, n, scratch, MOST, &out));
}

static void assert_linda(void)
{
    size_t k = m > 1 ? random_size(&source, 2, m) : 0;
    if (m < 2 || sorted[0] * 1e-100 > sorted[m - 1])
        return;
    CLOSELY(oracle_linda_of(k), minrisk_linda(x, n, k, scratch, MOST, &out));
    CLOSELY(oracle_linda_of(m), minrisk_linda(x, n, 0, scratch, MOST, &out));
}

/* --- markets ---------------------------------------------------------------------------------- */

static double any(void)
{
    return random_any(&source);
}

static double skewed(void)
{
    double u = random_unit(&source) + 1e-6;
    return 1 / (u * u);
}

static double even(void)
{
    return random_unit(&source) + 1e-9;
}

static double whole(void)
{
    return (double)(1 + random_below(&source, 50));
}

static double nearly_equal(void)
{
    return double_of(bits_of(1.0) - 3 + random_below(&source, 6));
}

static double near_by(void)
{
    return 1 + power_of_two(-20) * random_unit(&source);
}

static double subnormal(void)
{
    return double_of(random_below(&source, random_below(&source, 2) ? 50 : (uint64_t)1 << 52));
}

static double enormous(void)
{
    return 1.7976931348623157e308 * (1 - random_unit(&source) / 4);
}

static double one_above_all(void)
{
    return random_below(&source, 6) ? 1 + random_unit(&source) : 1e6;
}

static double wide_apart(void)
{
    return random_scaled(&source, -150, 150);
}

static double (*const shapes[])(void) = {even,      skewed,   whole,         nearly_equal, near_by,
                                         subnormal, enormous, one_above_all, wide_apart,   any};
enum { ANY = COUNT(shapes) - 1 };

static size_t draw(void)
{
    size_t shape = random_below(&source, COUNT(shapes));
    int with_zeros = random_below(&source, 4) == 0;
    n = random_size(&source, 1, random_below(&source, 8) ? 16 : MOST);
    for (size_t i = 0; i < n; i++)
        x[i] = with_zeros && random_below(&source, 2) ? (i % 2 ? 0.0 : -0.0) : shapes[shape]();
    x[random_below(&source, n)] = shapes[shape]() + power_of_two(-1074);
    prepare();
    market_size = random_below(&source, 3) ? 0 : m + (size_t)random_below(&source, 9);
    return shape;
}

static void random_markets(void **state)
{
    (void)state;
    worst = 0;
    for (size_t i = 0; i < numeric_cases() / 100 + 1; i++) {
        draw();
        assert_exact_class();
        assert_reproducible_class();
        assert_linda();
    }
    print_message("worst %lu ulp\n", (unsigned long)worst);
}

/* Whatever the rounding mode is, and whether or not subnormals are flushed. */
static void exact_in_every_environment(void **state)
{
    double curve[MOST], kept[MOST], results[ENVIRONMENTS][6];
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 1000 + 1; i++) {
        draw();
        for (int e = PLAIN; e < ENVIRONMENTS; e++) {
            enter_environment((enum environment)e);
            minrisk_hhi_dual(x, n, &results[e][0]);
            minrisk_hhi_minimum(x, n, &results[e][1]);
            minrisk_hoover(x, n, market_size, &results[e][2]);
            minrisk_palma(x, n, scratch, MOST, &results[e][3]);
            minrisk_kwoka(x, n, scratch, MOST, &results[e][4]);
            minrisk_stenbacka(x, n, &results[e][5]);
            minrisk_lorenz(x, n, curve);
            leave_environment();
            if (e == PLAIN)
                memcpy(kept, curve, sizeof kept);
            assert_memory_equal(results[e], results[PLAIN], sizeof results[PLAIN]);
            assert_memory_equal(curve, kept, n * sizeof *curve);
        }
    }
}

static double draw_order(void)
{
    static const double orders[] = {
        0,     1,           2,           -1,    .5,  3,   -2, 1e-10, 1 - 1e-9, 1 + 1e-9,
        1e-30, 1 + 0x1p-52, 1 - 0x1p-53, -1e-8, .25, 1.5, 10, -10,   1e-300,   5e-324};
    return random_below(&source, 3) ? orders[random_below(&source, COUNT(orders))]
                                    : 20 * random_unit(&source) - 8;
}

/* Where a power passes e^690, or is infinite, the library refuses; where not, it answers. */
static void entropies(void **state)
{
    size_t refused = 0;
    (void)state;
    worst = 0;
    for (size_t i = 0; i < numeric_cases() / 200 + 1; i++) {
        minrisk_status status;
        size_t shape = draw();
        order = draw_order();
        status = minrisk_generalised_entropy(x, n, market_size, order, &out);
        if (status == MINRISK_E_PARAM &&
            (order <= 0 ? suppliers_in_market() > m : order < 1e-280)) {
            refused++;
            continue;
        }
        if (status == MINRISK_E_PARAM) {
            assert_true(shape >= COUNT(shapes) - 2 || shape == 5);
            continue;
        }
        oracle_entropy_of(order);
        assert_closely(status, out, "minrisk_generalised_entropy");
        market_size = 0;
        CLOSELY(oracle_entropy_of(0), minrisk_theil_l(x, n, &out));
    }
    print_message("worst %lu ulp, %lu refused\n", (unsigned long)worst, (unsigned long)refused);
}

static double draw_aversion(void)
{
    static const double aversions[] = {0,        1,           .5,          2,    1e-10, 1 - 1e-9,
                                       1 + 1e-9, 1 + 0x1p-52, 1 - 0x1p-53, .1,   10,    100,
                                       1e4,      1e-30,       1e-200,      1e10, 1e16};
    return random_below(&source, 3) ? aversions[random_below(&source, COUNT(aversions))]
                                    : 5 * random_unit(&source);
}

static void atkinson_indices(void **state)
{
    (void)state;
    worst = 0;
    for (size_t i = 0; i < numeric_cases() / 200 + 1; i++) {
        draw();
        order = draw_aversion();
        if (suppliers_in_market() > m && order >= 1) {
            assert_int_equal(minrisk_atkinson(x, n, market_size, order, &out), MINRISK_OK);
            assert_double(out, 1.0);
            continue;
        }
        CLOSELY(oracle_atkinson(), minrisk_atkinson(x, n, market_size, order, &out));
    }
    print_message("worst %lu ulp\n", (unsigned long)worst);
}

static int open(void **state)
{
    (void)state;
    source.state = 19450101;
    print_message("seed %lu\n", (unsigned long)source.state);
    mpfr_set_emax(mpfr_get_emax_max());
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_inits2(WIDE, num, den, wide, total, squares, (mpfr_ptr)NULL);
    mpfr_inits2(NARROW, a, b, c, d, sum, (mpfr_ptr)NULL);
    return 0;
}

static int close(void **state)
{
    (void)state;
    mpfr_clears(num, den, wide, total, squares, a, b, c, d, sum, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_markets),
        cmocka_unit_test(exact_in_every_environment),
        cmocka_unit_test(entropies),
        cmocka_unit_test(atkinson_indices),
    };
    return cmocka_run_group_tests_name("numeric_indices", tests, open, close);
}
