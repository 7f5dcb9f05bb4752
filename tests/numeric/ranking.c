/* SPDX-License-Identifier: MIT */
/* Gini and Hall-Tideman against MPFR with so many bits that all but the quotient is exact: random
 * markets of every shape, ties between two doubles, and neighbours of such ties. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/oracle.h"
#include "support/random.h"

enum { MOST = 3000, FEWER = 160 };

static random_source source;
static double x[MOST], ordered[MOST], scratch[MOST];
static size_t n, market_size;
static mpfr_t total, spread, ranked, term, divisor;

static int descending(const void *a, const void *b)
{
    double p, q;
    memcpy(&p, a, sizeof p);
    memcpy(&q, b, sizeof q);
    return (p < q) - (p > q);
}

static size_t positives(void)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += x[i] > 0;
    return count;
}

/* --- the oracle ------------------------------------------------------------------------------ */

/* sum x, sum (N + 1 - 2 j) x_(j) and sum (2 j - 1) x_(j). */
static void sum_by_rank(uint64_t size)
{
    mpfr_set_zero(total, 1);
    mpfr_set_zero(spread, 1);
    mpfr_set_zero(ranked, 1);
    for (size_t j = 1; j <= n; j++) {
        mpfr_set_d(term, ordered[j - 1], MPFR_RNDN);
        assert_exact(mpfr_add(total, total, term, MPFR_RNDN));
        assert_exact(mpfr_mul_ui(term, term, 2 * j - 1, MPFR_RNDN));
        assert_exact(mpfr_add(ranked, ranked, term, MPFR_RNDN));
    }
    assert_exact(mpfr_mul_ui(spread, total, size, MPFR_RNDN));
    assert_exact(mpfr_sub(spread, spread, ranked, MPFR_RNDN));
}

typedef struct answers {
    double gini, hall_tideman;
} answers;

static answers oracle(void)
{
    size_t size = market_size ? market_size : positives();
    answers a;
    memcpy(ordered, x, n * sizeof *x);
    qsort(ordered, n, sizeof *ordered, descending);
    sum_by_rank(size);
    assert_exact(mpfr_mul_ui(divisor, total, size, MPFR_RNDN));
    a.gini = oracle_quotient(spread, divisor, MPFR_RNDN);
    a.hall_tideman = oracle_quotient(total, ranked, MPFR_RNDN);
    return a;
}

static void assert_case_is_right(unsigned environments)
{
    answers expected = oracle(), got, known;
    minrisk_status status[4];
    for (int e = PLAIN; e < ENVIRONMENTS; e++) {
        if (!(environments >> e & 1))
            continue;
        enter_environment((enum environment)e);
        status[0] = minrisk_gini(x, n, market_size, scratch, MOST, &got.gini);
        status[1] = minrisk_hall_tideman(x, n, scratch, MOST, &got.hall_tideman);
        status[2] = minrisk_gini_sorted(ordered, n, market_size, &known.gini);
        status[3] = minrisk_hall_tideman_sorted(ordered, n, &known.hall_tideman);
        leave_environment();
        for (size_t i = 0; i < COUNT(status); i++)
            assert_int_equal(status[i], MINRISK_OK);
        assert_double(got.gini, expected.gini);
        assert_double(known.gini, expected.gini);
        assert_double(got.hall_tideman, expected.hall_tideman);
        assert_double(known.hall_tideman, expected.hall_tideman);
    }
}

/* --- shapes of markets ----------------------------------------------------------------------- */

static double any(void)
{
    return random_any(&source);
}

static double even(void)
{
    return random_unit(&source);
}

/* Shares that fall by powers: many small suppliers, few large ones. */
static double skewed(void)
{
    double u = random_unit(&source) + 1e-6;
    return 1 / (u * u);
}

static double whole(void)
{
    return (double)random_below(&source, 1000);
}

static double few_values(void)
{
    return (double)(1 + random_below(&source, 4));
}

static double nearly_equal(void)
{
    return double_of(bits_of(1.0) + random_below(&source, 100));
}

/* Two groups far apart, each close together. */
static double clustered(void)
{
    return double_of(bits_of(random_below(&source, 9) ? 3e-9 : 7e12) + random_below(&source, 5000));
}

/* Groups of groups of groups: the leading bits tell hardly any of them apart. */
static double nested(void)
{
    uint64_t power = random_below(&source, 8) << 52, step = random_below(&source, 3) << 42;
    return double_of(bits_of(1.0) + power + step + random_below(&source, 3000));
}

static double subnormal(void)
{
    return double_of(random_below(&source, random_below(&source, 2) ? 50 : (uint64_t)1 << 52));
}

static double enormous(void)
{
    return 1.7976931348623157e308 * (1 - random_unit(&source) / 4);
}

static double ordinary(void)
{
    return random_scaled(&source, -40, 40);
}

/* At the ends of what the quick sums take. */
static double outlying(void)
{
    int low = random_below(&source, 2) ? -401 : 399;
    return random_scaled(&source, low, low + 2);
}

static double (*const shapes[])(void) = {any,        even,         skewed,    whole,
                                         few_values, nearly_equal, clustered, nested,
                                         subnormal,  enormous,     ordinary,  outlying};

static void draw(size_t most)
{
    double (*shape)(void) = shapes[random_below(&source, COUNT(shapes))];
    int with_zeros = random_below(&source, 4) == 0;
    n = random_size(&source, 1, most);
    for (size_t i = 0; i < n; i++)
        x[i] = with_zeros && random_below(&source, 2) ? (i % 2 ? 0.0 : -0.0) : shape();
    x[random_below(&source, n)] = shape() + power_of_two(-1074);
    switch (random_below(&source, 4)) {
    case 0:
        market_size = positives() + (size_t)random_below(&source, 50);
        break;
    case 1:
        market_size = SIZE_MAX - (size_t)random_below(&source, 3);
        break;
    default:
        market_size = 0;
    }
}

static void random_markets(void **state)
{
    (void)state;
    for (size_t i = 0; i < numeric_cases() / 25 + 1; i++) {
        draw(i % 8 ? 40 : FEWER);
        assert_case_is_right(i % 16 ? 1u << PLAIN : (1u << ENVIRONMENTS) - 1);
    }
}

static void long_markets(void **state)
{
    (void)state;
    market_size = 0;
    for (size_t s = 0; s < COUNT(shapes); s++) {
        for (n = 0; n < MOST; n++)
            x[n] = shapes[s]() + power_of_two(-1074);
        assert_case_is_right(1u << PLAIN);
    }
    for (size_t i = 0; i < numeric_cases() / 2000 + 1; i++) {
        draw(MOST);
        assert_case_is_right(1u << PLAIN);
    }
}

/* Every length about the ends of what is sorted at once, of what needs scratch and of a block. */
static void every_length(void **state)
{
    static const size_t ends[] = {1, 8, 16, 32, 64, 128, 512, 1024, 1536};
    (void)state;
    market_size = 0;
    for (size_t e = 0; e < COUNT(ends); e++)
        for (size_t length = ends[e] > 2 ? ends[e] - 2 : 1; length <= ends[e] + 2; length++)
            for (size_t s = 0; s < COUNT(shapes); s++) {
                n = length;
                for (size_t i = 0; i < n; i++)
                    x[i] = shapes[s]() + power_of_two(-1074);
                assert_case_is_right(1u << PLAIN);
            }
}

/* --- ties ------------------------------------------------------------------------------------ */

/* Whole numbers below 2^53, a >= b >= c. */
static void set_three(uint64_t a, uint64_t b, uint64_t c, double fourth)
{
    x[0] = (double)b;
    x[1] = (double)c;
    x[2] = (double)a;
    x[3] = fourth;
    n = fourth > 0 ? 4 : 3;
}

/* With a + b + c = 2^54 and four suppliers in the market, of which the fourth has nothing, the Gini
 * coefficient is (2 a + b - 2^53) / 2^55: a tie where b is odd and 2 a + b above 2^54. */
static int draw_gini_tie(double fourth)
{
    const uint64_t unit = (uint64_t)1 << 52;
    uint64_t a = 2 * unit - 1 - random_below(&source, unit / 2);
    uint64_t b = (unit + random_below(&source, unit)) | 1;
    uint64_t c = 4 * unit - a - b;
    market_size = 4;
    set_three(a, b, c, fourth);
    return a >= b && b >= c && c < 2 * unit && 2 * a + b > 4 * unit;
}

/* With a + 3 b + 5 c = 2^56 the index is (2^55 - b - 2 c) / 2^55: a tie where b is odd and the
 * numerator is above 2^53. */
static int draw_index_tie(double fourth)
{
    const uint64_t unit = (uint64_t)1 << 52;
    uint64_t b = (2 * unit - 1 - random_below(&source, unit / 8)) | 1;
    uint64_t c = unit + random_below(&source, unit);
    uint64_t a = 16 * unit - 3 * b - 5 * c;
    market_size = 0;
    set_three(a, b, c, fourth);
    return a < 2 * unit && a >= b && b >= c && 8 * unit - b - 2 * c > 2 * unit;
}

/* Ties, and ties that a fourth supplier of next to nothing breaks. */
static void assert_ties(int (*draw_tie)(double), mpfr_t numerator, mpfr_t denominator)
{
    size_t ties = 0, beside = 0;
    for (size_t i = 0; i < 400000 && ties + beside < 600; i++) {
        double fourth = i % 2 ? 0 : power_of_two(-1 - (int)(i % 300));
        enum nearness nearness;
        if (!draw_tie(fourth))
            continue;
        assert_case_is_right(i % 4 ? 1u << PLAIN : (1u << ENVIRONMENTS) - 1);
        if (fourth == 0 || fourth < 1e-10) {
            nearness = oracle_nearness(numerator, denominator, RESULT_BITS);
            ties += nearness == TIE;
            beside += nearness == BELOW_MIDPOINT || nearness == ABOVE_MIDPOINT;
        }
    }
    print_message("%lu ties, %lu beside one\n", (unsigned long)ties, (unsigned long)beside);
    assert_true(ties >= 100 && beside >= 100);
}

static void ties_of_gini(void **state)
{
    (void)state;
    assert_ties(draw_gini_tie, spread, divisor);
}

static void ties_of_hall_tideman(void **state)
{
    (void)state;
    assert_ties(draw_index_tie, total, ranked);
}

/* --- a very long market ---------------------------------------------------------------------- */

/* Ten million suppliers, half of them without supply, in a scrambled order: 1, 2, ..., m each once.
 * G = (m - 1) / (3 m) exactly, and HT = 3 / (2 m + 1). */
static void ten_million_suppliers(void **state)
{
    const size_t length = 10000000, m = length / 2;
    double *long_market, *space, value = -1;
    (void)state;
    if (numeric_cases() <= 100000) /* behind an option: it takes a second */
        skip();
    long_market = malloc(length * sizeof *long_market);
    space = malloc(length * sizeof *space);
    assert_true(long_market != NULL && space != NULL);
    for (size_t i = 0; i < length; i++)
        long_market[i] = i % 2 ? 0.0 : (double)(i / 2 * 7919 % m + 1);
    assert_int_equal(minrisk_gini(long_market, length, 0, space, length, &value), MINRISK_OK);
    assert_double(value, (double)(m - 1) / (double)(3 * m));
    assert_int_equal(minrisk_hall_tideman(long_market, length, space, length, &value), MINRISK_OK);
    assert_double(value, 3 / (double)(2 * m + 1));
    free(long_market);
    free(space);
}

static int open(void **state)
{
    (void)state;
    source.state = 19120101;
    print_message("seed %lu\n", (unsigned long)source.state);
    mpfr_inits2(SUM_BITS + 64, total, spread, ranked, term, divisor, (mpfr_ptr)NULL);
    return 0;
}

static int close(void **state)
{
    (void)state;
    mpfr_clears(total, spread, ranked, term, divisor, (mpfr_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_length),         cmocka_unit_test(random_markets),
        cmocka_unit_test(long_markets),         cmocka_unit_test(ties_of_gini),
        cmocka_unit_test(ties_of_hall_tideman), cmocka_unit_test(ten_million_suppliers),
    };
    return cmocka_run_group_tests_name("numeric_ranking", tests, open, close);
}
