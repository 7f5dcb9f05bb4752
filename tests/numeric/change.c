/* SPDX-License-Identifier: MIT */
/* Contributions and changes against fractions of GMP, rounded once. */
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/environment.h"
#include "numeric/rational.h"
#include "support/random.h"

enum { MOST = 12 };

static random_source source;
static double before[MOST], after[MOST];
static size_t n;

/* The same in integers, each market in its own unit, and what is computed from them. */
static mpz_t x[MOST], y[MOST], first, second, num, den, part;

static double any_quantity(uint64_t kind)
{
    if (random_below(&source, 4) == 0)
        return random_below(&source, 2) ? 0.0 : -0.0;
    if (kind == 0)
        return (double)random_below(&source, 9);
    return kind == 1 ? random_unit(&source) : random_any(&source);
}

/* Markets of all kinds; one that differs from the other by last places, or by a factor alone, so
 * that all or nearly all of the difference cancels. */
static void draw_markets(void)
{
    uint64_t kind = random_below(&source, 3), likeness = random_below(&source, 4);
    n = random_size(&source, 1, MOST);
    for (size_t i = 0; i < n; i++) {
        before[i] = any_quantity(kind);
        after[i] = any_quantity(kind);
        if (likeness == 0)
            after[i] = before[i] > 1e300 ? before[i] : 3 * before[i];
        if (likeness == 1 && before[i] > 0)
            after[i] = double_of(bits_of(before[i]) + random_below(&source, 3));
    }
    before[0] += 1e-3;
    after[n - 1] += 1e-3;
}

static void set_integers(void)
{
    unsigned unit[2] = {unit_of(before, n, 2000), unit_of(after, n, 2000)};
    mpz_set_ui(first, 0);
    mpz_set_ui(second, 0);
    for (size_t i = 0; i < n; i++) {
        integer_of(x[i], before[i], unit[0]);
        integer_of(y[i], after[i], unit[1]);
        mpz_add(first, first, x[i]);
        mpz_add(second, second, y[i]);
    }
}

/* num += (y T1)^2 - (x T2)^2 */
static void add_change(size_t i)
{
    mpz_mul(part, y[i], first);
    mpz_addmul(num, part, part);
    mpz_mul(part, x[i], second);
    mpz_submul(num, part, part);
}

/* The change due to suppliers who were there before or not, and after or not. */
static double change_of(int was, int is)
{
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < n; i++)
        if (was == (mpz_sgn(x[i]) != 0) && is == (mpz_sgn(y[i]) != 0))
            add_change(i);
    return rounded_ratio(num, den, MPFR_RNDN);
}

static double whole_change(void)
{
    mpz_set_ui(num, 0);
    for (size_t i = 0; i < n; i++)
        add_change(i);
    return rounded_ratio(num, den, MPFR_RNDN);
}

static void check_change(enum environment e)
{
    minrisk_change change;
    minrisk_status status;
    enter_environment(e);
    status = minrisk_hhi_change(before, after, n, &change);
    leave_environment();
    assert_int_equal(status, MINRISK_OK);
    assert_double(change.whole, whole_change());
    assert_double(change.stayers, change_of(1, 1));
    assert_double(change.entries, change_of(0, 1));
    assert_double(change.exits, change_of(1, 0));
}

static void check_each(enum environment e)
{
    double each[MOST];
    minrisk_status status;
    enter_environment(e);
    status = minrisk_hhi_change_each(before, after, n, each);
    leave_environment();
    assert_int_equal(status, MINRISK_OK);
    for (size_t i = 0; i < n; i++) {
        mpz_set_ui(num, 0);
        add_change(i);
        assert_double(each[i], rounded_ratio(num, den, MPFR_RNDN));
    }
}

static void check_contributions(enum environment e)
{
    double each[MOST];
    minrisk_status status;
    enter_environment(e);
    status = minrisk_hhi_contributions(before, n, each);
    leave_environment();
    assert_int_equal(status, MINRISK_OK);
    mpz_mul(part, first, first);
    for (size_t i = 0; i < n; i++) {
        mpz_mul(num, x[i], x[i]);
        assert_double(each[i], rounded_ratio(num, part, MPFR_RNDN));
    }
}

static void every_part_is_rounded_once(void **state)
{
    size_t cases = numeric_cases() / 50;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        enum environment e = (enum environment)(i % ENVIRONMENTS);
        draw_markets();
        set_integers();
        mpz_mul(den, first, second);
        mpz_mul(den, den, den);
        check_change(e);
        check_each(e);
        check_contributions(e);
    }
}

static int set_up(void **state)
{
    (void)state;
    source.state = 19640711;
    print_message("seed %lu\n", (unsigned long)source.state);
    for (size_t i = 0; i < MOST; i++)
        mpz_inits(x[i], y[i], (mpz_ptr)NULL);
    mpz_inits(first, second, num, den, part, (mpz_ptr)NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (size_t i = 0; i < MOST; i++)
        mpz_clears(x[i], y[i], (mpz_ptr)NULL);
    mpz_clears(first, second, num, den, part, (mpz_ptr)NULL);
    mpfr_free_cache();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_part_is_rounded_once)};
    return cmocka_run_group_tests_name("numeric_change", tests, set_up, tear_down);
}
