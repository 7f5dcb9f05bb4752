/* SPDX-License-Identifier: MIT */
/* Sums of two doubles against integers: the library's own, and those of the processor or of the
 * compiler's support library. What it prints says how many of the latter are wrong; the exit status
 * is 0 only if none of the former is. */
#include <stdio.h>

#include "arithmetic.h"

enum { CASES = 300000, GUARD_BITS = 10 };

static uint64_t seed = 2026;

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t next_bits(void)
{
    uint64_t z = seed += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static unsigned below(unsigned limit)
{
    return (unsigned)((next_bits() >> 33) % limit);
}

/* x >> places, with a last bit that is set if one was lost. */
static uint64_t shift_and_note(uint64_t x, unsigned places)
{
    if (places == 0)
        return x;
    return places > 63 ? x != 0 : x >> places | (x << (64 - places) != 0);
}

/* mantissa * 2^(shift - 1074 - GUARD_BITS), rounded to nearest, ties to even. */
static uint64_t round_to_double(uint64_t mantissa, unsigned shift)
{
    uint64_t kept, rest;

    while (mantissa >= MINRISK_HIDDEN_BIT << (GUARD_BITS + 1)) {
        mantissa = shift_and_note(mantissa, 1);
        shift++;
    }
    while (mantissa < MINRISK_HIDDEN_BIT << GUARD_BITS && shift > 0) {
        mantissa <<= 1;
        shift--;
    }
    kept = mantissa >> GUARD_BITS;
    rest = mantissa & ((1u << GUARD_BITS) - 1);
    kept += rest > 1u << (GUARD_BITS - 1) || (rest == 1u << (GUARD_BITS - 1) && kept & 1);
    return shift * MINRISK_HIDDEN_BIT + kept;
}

/* The bits of a + b, both finite, by integers alone. */
static uint64_t sum_of(uint64_t a, uint64_t b)
{
    uint64_t larger = (a & ~MINRISK_SIGN_BIT) < (b & ~MINRISK_SIGN_BIT) ? b : a;
    uint64_t smaller = larger == a ? b : a;
    minrisk_parts x = minrisk_parts_of(larger), y = minrisk_parts_of(smaller);
    uint64_t upper = x.mantissa << GUARD_BITS;
    uint64_t lower = shift_and_note(y.mantissa << GUARD_BITS, x.shift - y.shift);
    uint64_t mantissa = (a ^ b) >> 63 ? upper - lower : upper + lower;

    return mantissa == 0 ? a & b & MINRISK_SIGN_BIT
                         : (larger & MINRISK_SIGN_BIT) | round_to_double(mantissa, x.shift);
}

/* Long and short mantissas, and those of powers of two and just above, where a difference falls to
 * the exponent below. */
static uint64_t draw_mantissa(void)
{
    uint64_t mantissa = next_bits() >> 12;
    switch (below(4)) {
    case 0:
        return 0;
    case 1:
        return mantissa >> below(53);
    case 2:
        return mantissa << below(53) & (MINRISK_HIDDEN_BIT - 1);
    default:
        return mantissa;
    }
}

static uint64_t draw(unsigned exponent)
{
    return (next_bits() & MINRISK_SIGN_BIT) | (uint64_t)exponent << 52 | draw_mantissa();
}

static int is(double x, uint64_t bits)
{
    return minrisk_bits_of(&x) == bits;
}

int main(void)
{
    long plain = 0, own = 0;
    long i;

    for (i = 0; i < CASES; i++) {
        unsigned exponent = below(8) ? below(2046) : below(60);
        unsigned gap = below(3) ? below(64) : 33;
        volatile double a = minrisk_double_of(draw(exponent));
        volatile double b = minrisk_double_of(draw(exponent > gap ? exponent - gap : 0));
        double x = a, y = b;
        uint64_t right = sum_of(minrisk_bits_of(&x), minrisk_bits_of(&y));
        plain += !is(a + b, right);
        own += !is(minrisk_add(a, b), right) || !is(minrisk_add(b, a), right) ||
               !is(minrisk_subtract(a, -b), right);
    }
    printf("of %ld sums %ld are wrong, of the library's %ld\n", (long)CASES, plain, own);
    return own != 0;
}
