/* SPDX-License-Identifier: MIT */
/* What can be said from partial data, against GMP: intervals by all vertices of the box and by all
 * points where the index can be least. */
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/rational.h"
#include "support/random.h"

enum { MOST = 14, FEW = 6 };

static random_source source;
static double low[MOST], high[MOST], scratch[2 * MOST];
static size_t n;

/* The same in integers, in one unit; and the best fraction so far. */
static mpz_t bottom[MOST], top[MOST], total, squares, left, right, best_num, best_den;

static void set_integers(void)
{
    unsigned unit = unit_of(high, n, unit_of(low, n, 2000));
    for (size_t i = 0; i < n; i++) {
        integer_of(bottom[i], low[i], unit);
        integer_of(top[i], high[i], unit);
    }
}

/* Takes num / den where it is larger (sign 1) or smaller (sign -1) than the best. */
static void take_if_better(const mpz_t num, const mpz_t den, int sign)
{
    mpz_mul(left, num, best_den);
    mpz_mul(right, best_num, den);
    if (mpz_sgn(best_den) == 0 || mpz_cmp(left, right) * sign > 0) {
        mpz_set(best_num, num);
        mpz_set(best_den, den);
    }
}

static void add(const mpz_t x)
{
    mpz_add(total, total, x);
    mpz_addmul(squares, x, x);
}

/* The largest index: of all 2^n vertices. */
static double largest_index(void)
{
    mpz_t den;
    double result;
    mpz_init(den);
    mpz_set_ui(best_den, 0);
    for (unsigned long set = 0; set < 1ul << n; set++) {
        mpz_set_ui(total, 0);
        mpz_set_ui(squares, 0);
        for (size_t i = 0; i < n; i++)
            add(set >> i & 1 ? top[i] : bottom[i]);
        mpz_mul(den, total, total);
        if (mpz_sgn(den) > 0)
            take_if_better(squares, den, 1);
    }
    mpz_clear(den);
    result = rounded_ratio(best_num, best_den, MPFR_RNDU);
    return result;
}

/* Whether those that are at neither end can all be num / den. */
static int is_within(const size_t *at, const mpz_t num, const mpz_t den)
{
    for (size_t i = 0; i < n; i++) {
        if (at[i] != 2)
            continue;
        mpz_mul(left, bottom[i], den);
        mpz_mul(right, top[i], den);
        if (mpz_cmp(left, num) > 0 || mpz_cmp(num, right) > 0)
            return 0;
    }
    return 1;
}

/* Each at its low end (0), its high end (1), or free (2) and then where the slope of the index in
 * it is 0: at (B / A), or all at one value where only free ones have supply. */
static void try_pattern(const size_t *at)
{
    unsigned long is_free = 0;
    mpz_t den;
    mpz_set_ui(total, 0);
    mpz_set_ui(squares, 0);
    for (size_t i = 0; i < n; i++) {
        is_free += at[i] == 2;
        if (at[i] < 2)
            add(at[i] ? top[i] : bottom[i]);
    }
    mpz_init(den);
    mpz_mul(den, total, total);
    mpz_addmul_ui(den, squares, is_free);
    if (mpz_sgn(total) > 0 && is_within(at, squares, total)) {
        take_if_better(squares, den, -1);
    } else if (mpz_sgn(total) == 0 && is_free > 0) {
        for (size_t i = 0; i < n; i++) {
            mpz_set_ui(squares, 1);
            mpz_set_ui(den, is_free);
            if (mpz_sgn(top[i]) > 0 && is_within(at, top[i], squares))
                take_if_better(squares, den, -1);
        }
    }
    mpz_clear(den);
}

/* The smallest index: of all 3^n patterns that the conditions of Karush, Kuhn and Tucker leave. */
static double smallest_index(void)
{
    size_t patterns = 1;
    mpz_set_ui(best_den, 0);
    for (size_t i = 0; i < n; i++)
        patterns *= 3;
    for (size_t pattern = 0; pattern < patterns; pattern++) {
        size_t at[MOST], rest = pattern;
        for (size_t i = 0; i < n; i++, rest /= 3)
            at[i] = rest % 3;
        try_pattern(at);
    }
    return rounded_ratio(best_num, best_den, MPFR_RNDD);
}

static int has_supply(void)
{
    for (size_t i = 0; i < n; i++)
        if (high[i] > 0)
            return 1;
    return 0;
}

static void order_ends(size_t i)
{
    if (low[i] > high[i]) {
        double kept = low[i];
        low[i] = high[i];
        high[i] = kept;
    }
}

/* Small whole numbers meet in many ties; shares with a spread, wide and narrow intervals; ends of
 * any size. */
static void draw_box(size_t most)
{
    uint64_t kind = random_below(&source, 5);
    n = random_size(&source, 1, most);
    for (size_t i = 0; i < n; i++) {
        if (kind == 0) {
            low[i] = (double)random_below(&source, 6);
            high[i] = (double)random_below(&source, 6);
        } else if (kind == 1) {
            low[i] = random_unit(&source);
            high[i] = random_unit(&source);
        } else if (kind == 2) {
            low[i] = 10 * random_unit(&source);
            high[i] = low[i] + (random_below(&source, 3) ? .01 : 10) * random_unit(&source);
        } else if (kind == 3) {
            low[i] = random_below(&source, 2) ? 0.0 : random_unit(&source);
            high[i] = random_below(&source, 2) ? 1.0 : low[i];
        } else {
            low[i] = random_below(&source, 2) ? random_any(&source) : random_unit(&source);
            high[i] = random_below(&source, 2) ? random_any(&source) : random_unit(&source);
        }
        order_ends(i);
    }
}

static minrisk_interval interval_in(enum environment e, int32_t *is_sharp)
{
    minrisk_interval hhi = {-1, -1};
    minrisk_status status;
    enter_environment(e);
    status = minrisk_hhi_interval(low, high, n, scratch, 2 * n, &hhi, is_sharp);
    leave_environment();
    assert_int_equal(status, MINRISK_OK);
    return hhi;
}

static void the_high_end_is_the_best_vertex(void **state)
{
    size_t cases = numeric_cases() / 300;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        int32_t is_sharp = -1;
        minrisk_interval hhi;
        draw_box(i % 16 == 0 ? 12 : 8);
        if (!has_supply())
            continue;
        set_integers();
        hhi = interval_in((enum environment)(i % ENVIRONMENTS), &is_sharp);
        assert_int_equal(is_sharp, 1);
        assert_double(hhi.high, largest_index());
    }
}

static void the_low_end_is_the_least_of_all_candidates(void **state)
{
    size_t cases = numeric_cases() / 300;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        int32_t is_sharp = -1;
        minrisk_interval hhi;
        draw_box(i % 16 == 0 ? FEW : FEW - 1);
        if (!has_supply())
            continue;
        set_integers();
        hhi = interval_in((enum environment)(i % ENVIRONMENTS), &is_sharp);
        assert_double(hhi.low, smallest_index());
    }
}

/* The last sizes at which the search cannot give up: nested intervals about one middle, so that
 * every flip costs next to nothing. */
static void fourteen_are_searched_to_the_end(void **state)
{
    int32_t is_sharp = -1;
    minrisk_interval hhi;
    (void)state;
    n = MOST;
    for (size_t i = 0; i < n; i++) {
        low[i] = 100 - (double)(3 * i + 1);
        high[i] = 100 + (double)(3 * i + 2) + (double)(i % 3) / 4;
    }
    set_integers();
    hhi = interval_in(PLAIN, &is_sharp);
    assert_int_equal(is_sharp, 1);
    assert_double(hhi.high, largest_index());
}

/* --- standard deviations --------------------------------------------------------------------- */

enum { SIGMA_BITS = 400 };

/* 2 sqrt(sum (x T - Q)^2 sigma^2) / T^3 in units of the quantities: the sum exactly, the rest with
 * bits to spare. */
static void oracle_sigma(mpfr_t result)
{
    unsigned unit = unit_of(high, n, unit_of(low, n, 2000));
    mpfr_t cube;
    mpz_set_ui(total, 0);
    mpz_set_ui(squares, 0);
    mpz_set_ui(best_num, 0);
    for (size_t i = 0; i < n; i++) {
        integer_of(bottom[i], low[i], unit);
        integer_of(top[i], high[i], unit);
        add(bottom[i]);
    }
    for (size_t i = 0; i < n; i++) {
        mpz_mul(left, bottom[i], total);
        mpz_sub(left, left, squares);
        mpz_mul(left, left, top[i]);
        mpz_addmul(best_num, left, left);
    }
    mpz_pow_ui(right, total, 3);
    mpfr_init2(cube, SIGMA_BITS);
    mpfr_set_z(cube, right, MPFR_RNDN);
    mpfr_set_z(result, best_num, MPFR_RNDN);
    mpfr_sqrt(result, result, MPFR_RNDN);
    mpfr_mul_2ui(result, result, 1, MPFR_RNDN);
    mpfr_div(result, result, cube, MPFR_RNDN);
    mpfr_clear(cube);
}

/* Quantities in low[], standard deviations in high[]: of any size, as a tenth of each, or of a
 * market that is uniform but for last places, where s - H cancels. */
static void draw_estimates(void)
{
    uint64_t kind = random_below(&source, 4);
    n = random_size(&source, 1, MOST);
    for (size_t i = 0; i < n; i++) {
        low[i] = random_below(&source, 5) ? random_unit(&source) : 0.0;
        high[i] = random_unit(&source);
        if (kind == 0) {
            low[i] = random_any(&source);
            high[i] = random_any(&source);
        } else if (kind == 1) {
            low[i] = double_of(bits_of(3.0) + random_below(&source, 9));
        } else if (kind == 2) {
            high[i] = low[i] / 10;
        }
    }
    low[0] += 1e-9;
}

/* Units in the last place between a double and the value. */
static double ulps_off(double x, const mpfr_t value)
{
    double unit = next_up(x < smallest() ? smallest() : x) - (x < smallest() ? smallest() : x);
    mpfr_t error;
    double off;
    mpfr_init2(error, SIGMA_BITS);
    mpfr_sub_d(error, value, x, MPFR_RNDN);
    mpfr_div_d(error, error, unit, MPFR_RNDN);
    off = mpfr_get_d(error, MPFR_RNDA);
    mpfr_clear(error);
    return off < 0 ? -off : off;
}

static void sigma_is_within_two_ulp(void **state)
{
    size_t cases = numeric_cases() / 20;
    double worst = 0;
    mpfr_t value;
    (void)state;
    mpfr_init2(value, SIGMA_BITS);
    for (size_t i = 0; i < cases; i++) {
        double sigma = -1, off;
        draw_estimates();
        assert_int_equal(minrisk_hhi_sigma(low, high, n, &sigma), MINRISK_OK);
        oracle_sigma(value);
        if (mpfr_cmp_d(value, 1.7976931348623157e308) > 0) {
            assert_double(sigma, infinity());
            continue;
        }
        off = ulps_off(sigma, value);
        worst = off > worst ? off : worst;
    }
    mpfr_clear(value);
    print_message("worst error of sigma: %.3f ulp\n", worst);
    assert_true(worst <= 2);
}

static int set_up(void **state)
{
    (void)state;
    source.state = 20050601;
    print_message("seed %lu\n", (unsigned long)source.state);
    for (size_t i = 0; i < MOST; i++)
        mpz_inits(bottom[i], top[i], (mpz_ptr)NULL);
    mpz_inits(total, squares, left, right, best_num, best_den, (mpz_ptr)NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOST; i++)
        mpz_clears(bottom[i], top[i], (mpz_ptr)NULL);
    mpz_clears(total, squares, left, right, best_num, best_den, (mpz_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_high_end_is_the_best_vertex),
        cmocka_unit_test(the_low_end_is_the_least_of_all_candidates),
        cmocka_unit_test(fourteen_are_searched_to_the_end),
        cmocka_unit_test(sigma_is_within_two_ulp),
    };
    return cmocka_run_group_tests_name("numeric_partial", tests, set_up, tear_down);
}
