/* SPDX-License-Identifier: MIT */
/* See sweep_oracle.h. */
#include "numeric/sweep_oracle.h"

#include <math.h>
#include <string.h>

#include "support/bits.h"

__extension__ typedef unsigned __int128 wide;

/* 2^-1074 .. 2^1024 twice over, weights and terms of 34 bits. */
enum { LIMBS = 70 };

typedef struct mantissa {
    uint64_t m;
    unsigned place; /* x is m 2^(place - 1074) */
} mantissa;

static mantissa mantissa_of(double x)
{
    uint64_t bits = bits_of(x) << 1 >> 1;
    unsigned exponent = (unsigned)(bits >> 52);
    mantissa r = {bits & (((uint64_t)1 << 52) - 1), 0};
    if (exponent > 0) {
        r.m |= (uint64_t)1 << 52;
        r.place = exponent - 1;
    }
    return r;
}

static void add_limb(uint64_t *limb, uint64_t x)
{
    for (; x != 0; limb++) {
        *limb += x;
        x = *limb < x;
    }
}

/* limb[] += x 2^place */
static void add_wide(uint64_t *limb, wide x, unsigned place)
{
    unsigned by = place % 64;
    limb += place / 64;
    add_limb(limb, (uint64_t)(x << by));
    add_limb(limb + 1, (uint64_t)(by ? x >> (64 - by) : x >> 64));
    if (by)
        add_limb(limb + 2, (uint64_t)(x >> 64 >> (64 - by)));
}

static void import_limbs(mpz_t out, const uint64_t *limb)
{
    mpz_import(out, LIMBS, -1, sizeof *limb, 0, 0, limb);
}

void sums_open(sums *s)
{
    mpz_inits(s->total, s->squares, s->square_of_total, (mpz_ptr)NULL);
}

void sums_close(sums *s)
{
    mpz_clears(s->total, s->squares, s->square_of_total, (mpz_ptr)NULL);
}

static unsigned lowest_place(unsigned lowest, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        mantissa r = mantissa_of(x[i]);
        if (r.m != 0 && r.place < lowest)
            lowest = r.place;
    }
    return lowest;
}

void sums_of(sums *s, const double *x, size_t n, const double *also, size_t also_count)
{
    uint64_t total[LIMBS] = {0}, squares[LIMBS] = {0};
    unsigned lowest = lowest_place(lowest_place(2046, x, n), also, also_count);

    s->unit = (long)lowest - 1074;
    s->positives = 0;
    for (size_t i = 0; i < n; i++) {
        mantissa r = mantissa_of(x[i]);
        if (r.m == 0)
            continue;
        s->positives++;
        add_wide(total, r.m, r.place - lowest);
        add_wide(squares, (wide)r.m * r.m, 2 * (r.place - lowest));
    }
    import_limbs(s->total, total);
    import_limbs(s->squares, squares);
    mpz_mul(s->square_of_total, s->total, s->total);
}

static void weigh(const sums *s, mpz_t out, const double *x, size_t n, int by_index)
{
    uint64_t sum[LIMBS] = {0};
    for (size_t i = 0; i < n; i++) {
        mantissa r = mantissa_of(x[i]);
        if (r.m != 0)
            add_wide(sum, (wide)r.m * (by_index ? i + 1 : 1),
                     (unsigned)((long)r.place - 1074 - s->unit));
    }
    import_limbs(out, sum);
}

void weighted_sum_of(const sums *s, mpz_t out, const double *x, size_t n)
{
    weigh(s, out, x, n, 1);
}

void plain_sum_of(const sums *s, mpz_t out, const double *x, size_t n)
{
    weigh(s, out, x, n, 0);
}

void whole(const sums *s, mpz_t out, double x)
{
    mantissa r = mantissa_of(x);
    mpz_set_ui(out, r.m);
    if (r.m != 0)
        mpz_mul_2exp(out, out, (unsigned)((long)r.place - 1074 - s->unit));
}

/* The last bit of the quotient's 65 or 66 says whether anything follows. */
static wide leading_bits(const mpz_t num, const mpz_t den, long *exponent)
{
    static mpz_t n, q, rest;
    static int open;
    long shift = (long)mpz_sizeinbase(den, 2) - (long)mpz_sizeinbase(num, 2) + 65;
    uint64_t limb[2] = {0, 0};

    if (!open)
        mpz_inits(n, q, rest, (mpz_ptr)NULL);
    open = 1;
    if (shift >= 0) {
        mpz_mul_2exp(n, num, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(q, rest, n, den);
    } else {
        mpz_mul_2exp(n, den, (mp_bitcnt_t)-shift);
        mpz_tdiv_qr(q, rest, num, n);
    }
    mpz_export(limb, NULL, -1, sizeof *limb, 0, 0, q);
    *exponent -= shift + 1;
    return ((wide)limb[1] << 64 | limb[0]) << 1 | (mpz_sgn(rest) != 0);
}

static int bit_length(wide x)
{
    int length = 0;
    for (; x != 0; x >>= 1)
        length++;
    return length;
}

static wide round_bits(wide x, int drop, enum direction direction)
{
    wide kept = drop > 127 ? 0 : x >> drop;
    wide rest = drop > 127 ? x : x - (kept << drop);
    wide half = drop > 127 ? x + 1 : (wide)1 << (drop - 1);

    if (direction == AWAY_FROM_ZERO)
        return kept + (rest != 0);
    if (direction == TO_NEAREST)
        return kept + (rest > half || (rest == half && (kept & 1)));
    return kept;
}

double rounded_quotient(const mpz_t num, const mpz_t den, long exponent, format f,
                        enum direction direction)
{
    wide x;
    long drop;

    if (mpz_sgn(num) == 0)
        return 0.0;
    x = leading_bits(num, den, &exponent);
    drop = bit_length(x) - f.bits;
    if (exponent + drop < f.least)
        drop = f.least - exponent;
    return ldexp((double)(uint64_t)round_bits(x, (int)drop, direction), (int)(exponent + drop));
}
