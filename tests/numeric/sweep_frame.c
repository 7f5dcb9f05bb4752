/* SPDX-License-Identifier: MIT */
/* See sweep_frame.h. */
#include "numeric/sweep_frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/bits.h"

enum { SHOWN = 20 };

static uint64_t hash = 0xCBF29CE484222325u; /* Fowler, Noll and Vo, FNV-1a, over whole words */
static unsigned long long results, wrong, values;
static unsigned long long current;

void compare(const char *what, minrisk_status status, uint64_t got, uint64_t right)
{
    results++;
    hash = (hash ^ got) * 0x100000001B3u;
    if (status == MINRISK_OK && got == right)
        return;
    if (wrong++ < SHOWN)
        printf("case %llu, %s: status %d, %016llx in the place of %016llx\n", current, what,
               (int)status, (unsigned long long)got, (unsigned long long)right);
}

void compare_double(const char *what, minrisk_status status, double got, double right)
{
    compare(what, status, bits_of(got), bits_of(right));
}

static double quotient(const mpz_t num, const mpz_t den, long exponent, enum direction direction)
{
    static mpz_t size;
    static int open;
    double q;

    if (!open)
        mpz_init(size);
    open = 1;
    mpz_abs(size, num);
    q = rounded_quotient(size, den, exponent, BINARY64, direction);
    return mpz_sgn(num) < 0 ? -q : q;
}

double nearest(const mpz_t num, const mpz_t den)
{
    return quotient(num, den, 0, TO_NEAREST);
}

double nearest_scaled(const mpz_t num, const mpz_t den, long exponent)
{
    return quotient(num, den, exponent, TO_NEAREST);
}

double not_above(const mpz_t num, const mpz_t den)
{
    return quotient(num, den, 0, mpz_sgn(num) < 0 ? AWAY_FROM_ZERO : TOWARD_ZERO);
}

double not_below(const mpz_t num, const mpz_t den)
{
    return quotient(num, den, 0, mpz_sgn(num) < 0 ? TOWARD_ZERO : AWAY_FROM_ZERO);
}

static int descending(const void *a, const void *b)
{
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x < y) - (x > y);
}

void sort_market(const double *x, size_t n, double *sorted)
{
    for (size_t i = 0; i < n; i++)
        sorted[i] = double_of(bits_of(x[i]) << 1 >> 1);
    qsort(sorted, n, sizeof *sorted, descending);
}

int residual_fits(const sums *s, const sweep_case *c)
{
    static mpz_t most, residual;
    static int open;

    if (c->suppliers == 0 || c->cap <= 0)
        return 1;
    if (!open)
        mpz_inits(most, residual, (mpz_ptr)NULL);
    open = 1;
    whole(s, most, c->cap);
    mpz_mul_ui(most, most, c->suppliers);
    whole(s, residual, c->residual);
    return mpz_cmp(most, residual) >= 0;
}

static unsigned long long argument(const char *text, unsigned long long otherwise)
{
    return text ? strtoull(text, NULL, 10) : otherwise;
}

int run_sweep(int argc, char **argv, size_t usual, void (*check)(sweep_case *c),
              void (*print)(void))
{
    static double quantity[SWEEP_MOST];
    unsigned long long cases = argument(argc > 1 ? argv[1] : getenv("MINRISK_SWEEP_CASES"), usual);
    unsigned long long first = argument(argc > 2 ? argv[2] : NULL, 0);
    sweep_case c = {.quantity = quantity};

    for (current = first; current < first + cases; current++) {
        sweep_draw(&c, current);
        check(&c);
        values += c.n;
    }
    if (print)
        print();
    printf("%llu cases, %llu values, %llu results, %llu wrong, hash %016llx\n", cases, values,
           results, wrong, (unsigned long long)hash);
    return wrong != 0;
}
