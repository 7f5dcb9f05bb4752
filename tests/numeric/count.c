/* SPDX-License-Identifier: MIT */
/* Points of counts against GMP: random counts of every size, and counts built so that the points tie
 * between two whole numbers, or miss that by the least that counts can miss it by. */
#include <gmp.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "support/check.h"
#include "support/random.h"

enum { MOST = 100000, LONG_CASES = 24 };

static random_source source = {20261126};
static uint32_t narrow[MOST];
static uint64_t wide[MOST];
static size_t length, top;

static mpz_t total, squares, largest, term, rest;

/* 10,000 part / whole to nearest, ties to even. */
static uint32_t oracle_points(const mpz_t part, const mpz_t whole)
{
    mpz_mul_ui(term, part, 20000);
    mpz_add(term, term, whole);
    mpz_mul_ui(rest, whole, 2);
    mpz_fdiv_qr(term, rest, term, rest);
    if (mpz_sgn(rest) == 0 && mpz_odd_p(term))
        mpz_sub_ui(term, term, 1);
    return (uint32_t)mpz_get_ui(term);
}

static void set_u64(mpz_t z, uint64_t x)
{
    mpz_import(z, 1, -1, sizeof x, 0, 0, &x);
}

static uint32_t oracle_hhi(void)
{
    mpz_set_ui(total, 0);
    mpz_set_ui(squares, 0);
    for (size_t i = 0; i < length; i++) {
        set_u64(term, wide[i]);
        mpz_add(total, total, term);
        mpz_addmul(squares, term, term);
    }
    mpz_mul(largest, total, total);
    return oracle_points(squares, largest);
}

static int descending(const void *a, const void *b)
{
    uint64_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x < y) - (x > y);
}

static uint32_t oracle_top(void)
{
    static uint64_t sorted[MOST];
    memcpy(sorted, wide, length * sizeof *wide);
    qsort(sorted, length, sizeof *sorted, descending);
    mpz_set_ui(total, 0);
    mpz_set_ui(largest, 0);
    for (size_t i = 0; i < length; i++) {
        set_u64(term, sorted[i]);
        mpz_add(total, total, term);
        if (i < top)
            mpz_add(largest, largest, term);
    }
    return oracle_points(largest, total);
}

static void assert_wide(void)
{
    uint32_t points = 77777;
    assert_int_equal(minrisk_hhi_points_u64(wide, length, &points), MINRISK_OK);
    assert_int_equal(points, oracle_hhi());
}

/* Counts of 32 bits, in both widths. */
static void assert_narrow(void)
{
    uint32_t points = 77777;
    for (size_t i = 0; i < length; i++)
        narrow[i] = (uint32_t)wide[i];
    assert_int_equal(minrisk_hhi_points_u32(narrow, length, &points), MINRISK_OK);
    assert_int_equal(points, oracle_hhi());
    assert_int_equal(minrisk_top_points_u32(narrow, length, top, &points), MINRISK_OK);
    assert_int_equal(points, oracle_top());
    assert_wide();
}

/* --- random counts ---------------------------------------------------------------------------- */

static uint64_t count_of_kind(unsigned kind, unsigned bits)
{
    uint64_t draw = random_bits(&source) >> (64 - bits);
    switch (kind) {
    case 0:
        return draw;
    case 1:
        return draw >> random_below(&source, bits);
    case 2:
        return ~(uint64_t)0 >> (64 - bits);
    case 3:
        return random_below(&source, 3) ? (~(uint64_t)0 >> (64 - bits)) - random_below(&source, 4)
                                        : draw % 5;
    case 4:
        return random_below(&source, 10) ? draw % 100 : draw;
    default:
        return draw % 8;
    }
}

static void draw_counts(size_t n, unsigned most_bits)
{
    unsigned kind = (unsigned)random_below(&source, 6);
    unsigned bits = (unsigned)random_size(&source, most_bits / 8, most_bits);
    length = n;
    for (size_t i = 0; i < n; i++)
        wide[i] = random_below(&source, 20) ? count_of_kind(kind, bits) : 0;
    wide[random_below(&source, n)] |= 1;
    top = random_below(&source, 4) ? random_size(&source, 1, 6) : random_size(&source, 1, n + 2);
}

static void random_counts(void **state)
{
    size_t cases = numeric_cases() / 8;
    (void)state;
    for (size_t i = 0; i < cases; i++) {
        size_t n = random_size(&source, 1, i % 50 ? 24 : 300);
        draw_counts(n, 32);
        assert_narrow();
        draw_counts(n, 64);
        assert_wide();
    }
}

/* Longer than a block, and with sums above 2^64 and 2^128. */
static void long_arrays(void **state)
{
    (void)state;
    for (size_t i = 0; i < LONG_CASES; i++) {
        size_t n = i % 4 ? random_size(&source, 60000, MOST) : 32768 * (i / 4 % 3 + 1) + i / 12 - 1;
        draw_counts(n, 32);
        assert_narrow();
        draw_counts(n, 64);
        assert_wide();
    }
}

/* --- ties ------------------------------------------------------------------------------------- */

/* n parts of the whole, each a multiple of the unit. */
static void split(uint64_t whole, size_t n, uint64_t unit)
{
    length = n;
    for (size_t i = 0; i + 1 < n; i++) {
        uint64_t part = random_below(&source, whole + 1) / (i < 2 ? 2 : 1);
        wide[i] = part * unit;
        whole -= part;
    }
    wide[n - 1] = whole * unit;
}

/* Whether 20,000 part / whole is an odd number. */
static int is_tie(const mpz_t part, const mpz_t whole)
{
    mpz_mul_ui(term, part, 20000);
    mpz_tdiv_qr(term, rest, term, whole);
    return mpz_sgn(rest) == 0 && mpz_odd_p(term);
}

/* With T = 200 units the index is Q / 4 points, and a tie for Q = 2 modulo 4. */
static void hhi_at_a_tie(void **state)
{
    size_t ties[2] = {0, 0};
    (void)state;
    for (size_t i = 0; i < 8000; i++) {
        uint64_t unit = (uint64_t)1 << random_below(&source, i % 2 ? 22 : 55);
        uint32_t points;
        split(200, random_size(&source, 2, 9), unit * (i % 3 ? 1 : 1 + random_below(&source, 3)));
        top = 2;
        points = oracle_hhi();
        if (!is_tie(squares, largest))
            continue;
        ties[points / 2 % 2]++;
        i % 2 ? assert_narrow() : assert_wide();
        wide[random_below(&source, length)] += 1; /* just beside the tie, either way */
        i % 2 ? assert_narrow() : assert_wide();
    }
    assert_true(ties[0] > 400 && ties[1] > 400);
}

/* With T = 20,000 units a part of an odd number of units ties. */
static void top_at_a_tie(void **state)
{
    size_t ties = 0;
    (void)state;
    for (size_t i = 0; i < 8000; i++) {
        uint64_t unit = 1 + random_below(&source, 100000);
        split(20000, random_size(&source, 2, 9), unit);
        top = random_size(&source, 1, length - 1);
        oracle_top();
        if (!is_tie(largest, total))
            continue;
        ties++;
        assert_narrow();
        wide[random_below(&source, length)] += 1;
        assert_narrow();
    }
    assert_true(ties > 2000);
}

/* Every k, through slots and through selection, with many equal counts and with none. */
static void every_k(void **state)
{
    (void)state;
    for (unsigned kinds = 0; kinds < 4; kinds++) {
        draw_counts(200, 32);
        for (size_t i = 0; i < length; i++)
            wide[i] = kinds == 0 ? i : kinds == 1 ? length - i : kinds == 2 ? wide[i] % 5 : wide[i];
        for (top = 1; top <= length + 1; top++)
            assert_narrow();
    }
}

static int open_oracle(void **state)
{
    (void)state;
    mpz_inits(total, squares, largest, term, rest, NULL);
    return 0;
}

static int close_oracle(void **state)
{
    (void)state;
    mpz_clears(total, squares, largest, term, rest, NULL);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_counts), cmocka_unit_test(long_arrays),
        cmocka_unit_test(hhi_at_a_tie),  cmocka_unit_test(top_at_a_tie),
        cmocka_unit_test(every_k),
    };
    return cmocka_run_group_tests_name("numeric_count", tests, open_oracle, close_oracle);
}
