/* SPDX-License-Identifier: MIT */
/* The one place that takes a double apart and puts one together, by its bits: no floating-point
 * operation, hence no rounding mode and no compiler flag, has a say in it. */
#ifndef MINRISK_BITS_H
#define MINRISK_BITS_H

#include <stdint.h>

#include "memory.h"

/* Whether a support library computes with doubles, not the processor. */
#if defined(__SOFTFP__) || defined(__mips_soft_float) || defined(_SOFT_FLOAT) ||                   \
    (defined(__arm__) && !(defined(__ARM_FP) && (__ARM_FP & 8))) ||                                \
    (defined(__riscv) && !(defined(__riscv_flen) && __riscv_flen >= 64))
#define MINRISK_HAS_SOFT_DOUBLE 1
#else
#define MINRISK_HAS_SOFT_DOUBLE 0
#endif

#define MINRISK_SIGN_BIT      ((uint64_t)1 << 63)
#define MINRISK_HIDDEN_BIT    ((uint64_t)1 << 52)     /* the leading one of a normal double */
#define MINRISK_INFINITY_BITS ((uint64_t)0x7FF << 52) /* at and above, sign apart: not finite */

static inline uint64_t minrisk_bits_of(const double *x)
{
    uint64_t bits;
    minrisk_copy(&bits, x, sizeof bits);
#if defined(__clang__) && defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__
    /* From this flag clang concludes that no argument is NaN or infinite, and drops the tests. */
    __asm__("" : "+r"(bits));
#endif
    return bits;
}

static inline double minrisk_double_of(uint64_t bits)
{
    double x;
    minrisk_copy(&x, &bits, sizeof x);
    return x;
}

static inline int minrisk_bits_are_finite(uint64_t bits)
{
    return (bits & ~MINRISK_SIGN_BIT) < MINRISK_INFINITY_BITS;
}

/* Finite and >= 0; -0.0 is a zero. */
static inline int minrisk_bits_are_quantity(uint64_t bits)
{
    return bits < MINRISK_INFINITY_BITS || bits == MINRISK_SIGN_BIT;
}

static inline int minrisk_is_finite(double x)
{
    return minrisk_bits_are_finite(minrisk_bits_of(&x));
}

/* The bits of quantities stand in the order of the quantities, once -0.0 is 0.0. */
static inline uint64_t minrisk_rank_key(double x)
{
    return minrisk_bits_of(&x) & ~MINRISK_SIGN_BIT;
}

/* By bits, since a comparison takes subnormals for zeros where the processor flushes them. */
static inline int minrisk_is_zero(double x)
{
    return minrisk_rank_key(x) == 0;
}

static inline int minrisk_is_quantity(double x)
{
    return minrisk_bits_are_quantity(minrisk_bits_of(&x));
}

/* A quantity, or plus infinity. */
static inline int minrisk_is_span(double x)
{
    return minrisk_is_quantity(x) || minrisk_bits_of(&x) == MINRISK_INFINITY_BITS;
}

/* A quantity of at most 1. */
static inline int minrisk_is_fraction(double x)
{
    return minrisk_is_quantity(x) && x <= 1.0;
}

/* x, or 0 where x is negative. */
static inline double minrisk_positive_part(double x)
{
    return minrisk_bits_of(&x) & MINRISK_SIGN_BIT ? 0.0 : x;
}

/* |x| = mantissa * 2^(shift - 1074), mantissa < 2^53, 0 <= shift <= 2045. */
typedef struct minrisk_parts {
    uint64_t mantissa;
    unsigned shift;
} minrisk_parts;

static inline minrisk_parts minrisk_parts_of(uint64_t bits)
{
    minrisk_parts parts;
    unsigned exponent = (unsigned)(bits >> 52) & 0x7FF;
    parts.mantissa = bits & (MINRISK_HIDDEN_BIT - 1);
    parts.shift = 0;
    if (exponent != 0) {
        parts.mantissa |= MINRISK_HIDDEN_BIT;
        parts.shift = exponent - 1;
    }
    return parts;
}

/* The double of such parts: the inverse, and for a shorter mantissa too. */
static inline double minrisk_double_of_parts(minrisk_parts parts)
{
    while (parts.shift > 0 && parts.mantissa < MINRISK_HIDDEN_BIT) {
        parts.mantissa <<= 1;
        parts.shift--;
    }
    return minrisk_double_of(parts.shift * MINRISK_HIDDEN_BIT + parts.mantissa);
}

/* The same number as a double: 2^-149 is the smallest float. */
static inline double minrisk_double_of_float(float x)
{
    uint32_t word, exponent;
    uint64_t sign, bits;

    minrisk_copy(&word, &x, sizeof word);
    exponent = word >> 23 & 0xFF;
    sign = (uint64_t)(word >> 31) << 63;
    if (exponent == 0) {
        minrisk_parts parts;
        double size;
        parts.mantissa = word & 0x7FFFFF;
        parts.shift = parts.mantissa == 0 ? 0 : 1074 - 149;
        size = minrisk_double_of_parts(parts);
        bits = minrisk_bits_of(&size);
    } else {
        bits = (uint64_t)(word & 0x7FFFFFFF) << 29;
        bits += (uint64_t)(exponent == 0xFF ? 0x7FF - 0xFF : 1023 - 127) << 52;
    }
    return minrisk_double_of(sign | bits);
}

#endif
