/* SPDX-License-Identifier: MIT */
/* Floating-point operations of the reproducible class: products that a compiler cannot contract
 * into a fused multiply-add, and numbers of twice the precision built on them.
 *
 * Round-to-nearest and gradual underflow are assumed, and flags that leave sums as written; of
 * those that do not, clang tells by a macro of -ffast-math alone. u is 2^-53. */
#ifndef MINRISK_ARITHMETIC_H
#define MINRISK_ARITHMETIC_H

#include "bits.h"

#if defined(__FAST_MATH__)
#error "libminrisk: strict arithmetic is needed: build without -ffast-math (-Ofast)"
#endif
#if defined(__ASSOCIATIVE_MATH__)
#error "libminrisk: strict arithmetic is needed: build without -fassociative-math"
#endif
#if defined(__RECIPROCAL_MATH__)
#error "libminrisk: strict arithmetic is needed: build without -freciprocal-math"
#endif
#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 1
#error "libminrisk: double must be evaluated as double: build with -msse2 -mfpmath=sse"
#endif

/* x, of which the compiler no longer knows how it was made. */
static inline double minrisk_opaque(double x)
{
#if defined(__GNUC__) && defined(__x86_64__)
    __asm__("" : "+x"(x));
    return x;
#elif defined(__GNUC__)
    __asm__("" : "+m"(x));
    return x;
#else
    volatile double y = x;
    return y;
#endif
}

/* a * b, rounded by itself whatever is done with it next. */
static inline double minrisk_multiply(double a, double b)
{
    return minrisk_opaque(a * b);
}

/* high + low, with high the double nearest to it. */
typedef struct minrisk_pair {
    double high;
    double low;
} minrisk_pair;

/* a + b exactly (Knuth 1969). */
static inline minrisk_pair minrisk_two_sum(double a, double b)
{
    minrisk_pair s;
    double part;
    s.high = a + b;
    part = s.high - a;
    s.low = (a - (s.high - part)) + (b - part);
    return s;
}

/* a + b exactly, for |a| >= |b| or a = 0 (Dekker 1971). */
static inline minrisk_pair minrisk_quick_two_sum(double a, double b)
{
    minrisk_pair s;
    s.high = a + b;
    s.low = b - (s.high - a);
    return s;
}

/* a with its last 27 bits cleared. */
static inline double minrisk_upper_half(double a)
{
    return minrisk_double_of(minrisk_bits_of(&a) & ~(((uint64_t)1 << 27) - 1));
}

/* a * b within 2^-105 of it: 26 and 27 bits each, of which only the product of the two lower parts
 * may be rounded. */
static inline minrisk_pair minrisk_two_product(double a, double b)
{
    minrisk_pair p;
    double a1 = minrisk_upper_half(a), a0 = a - a1;
    double b1 = minrisk_upper_half(b), b0 = b - b1;
    p.high = minrisk_multiply(a, b);
    p.low = minrisk_multiply(a1, b1) - p.high;
    p.low += minrisk_multiply(a1, b0);
    p.low += minrisk_multiply(a0, b1);
    p.low += minrisk_multiply(a0, b0);
    return p;
}

static inline minrisk_pair minrisk_pair_of(double a)
{
    minrisk_pair p;
    p.high = a;
    p.low = 0.0;
    return p;
}

static inline minrisk_pair minrisk_pair_negate(minrisk_pair a)
{
    a.high = -a.high;
    a.low = -a.low;
    return a;
}

/* Within 3 u^2 of a + b, cancellation included (Joldes, Muller and Popescu 2017, algorithm 6). */
static inline minrisk_pair minrisk_pair_add(minrisk_pair a, minrisk_pair b)
{
    minrisk_pair s = minrisk_two_sum(a.high, b.high);
    minrisk_pair t = minrisk_two_sum(a.low, b.low);
    s = minrisk_quick_two_sum(s.high, s.low + t.high);
    return minrisk_quick_two_sum(s.high, t.low + s.low);
}

/* Within 8 u^2 of a * b. */
static inline minrisk_pair minrisk_pair_multiply(minrisk_pair a, minrisk_pair b)
{
    minrisk_pair p = minrisk_two_product(a.high, b.high);
    double cross = minrisk_multiply(a.high, b.low) + minrisk_multiply(a.low, b.high);
    return minrisk_quick_two_sum(p.high, p.low + cross);
}

/* Within 16 u^2 of a / b: two quotient digits of 53 bits and the start of a third. */
static inline minrisk_pair minrisk_pair_divide(minrisk_pair a, minrisk_pair b)
{
    double first = a.high / b.high;
    minrisk_pair rest =
        minrisk_pair_add(a, minrisk_pair_negate(minrisk_pair_multiply(b, minrisk_pair_of(first))));
    double second = rest.high / b.high;
    double third;
    rest = minrisk_pair_add(rest,
                            minrisk_pair_negate(minrisk_pair_multiply(b, minrisk_pair_of(second))));
    third = rest.high / b.high;
    return minrisk_pair_add(minrisk_quick_two_sum(first, second), minrisk_pair_of(third));
}

#endif
