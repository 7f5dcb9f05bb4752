/* SPDX-License-Identifier: MIT */
/* Floating-point operations of the reproducible class: products that a compiler cannot contract
 * into a fused multiply-add, sums that software does not get wrong, and numbers of twice the
 * precision built on them. A sum or a difference in that class is plain where it is exact or of
 * like signs, and minrisk_add or minrisk_subtract where it may cancel and round.
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

/* a + b, rounded to nearest.
 *
 * Doubles in software on Arm, as gcc 12 brings them (__aeabi_dadd of libgcc), lose a bit where the
 * exponents differ by just 33, the signs differ and the result is one exponent lower: half of such
 * sums are 1 ulp off. There the smaller term goes in two steps: its upper 20 bits, which are whole
 * units of the last place of the larger one, so that nothing is rounded; then its rest, which is
 * below that place and too far from the sum for the fault. */
#if defined(__GNUC__) && defined(__arm__) && (!defined(__ARM_FP) || !(__ARM_FP & 8))
enum { MINRISK_FAULTY_GAP = 33 };

static inline int minrisk_is_faulty_gap(double larger, double smaller)
{
    uint64_t a = minrisk_bits_of(&larger), b = minrisk_bits_of(&smaller);
    return (a ^ b) >> 63 &&
           minrisk_parts_of(a).shift == minrisk_parts_of(b).shift + MINRISK_FAULTY_GAP;
}

/* A subnormal's rest would be no farther from the sum, so 2^54 goes in and out again: exact. */
static inline double minrisk_add_in_steps(double larger, double smaller)
{
    uint64_t bits = minrisk_bits_of(&smaller);
    double scale = minrisk_parts_of(bits).shift == 0 ? 18014398509481984.0 : 1.0;
    double upper = minrisk_double_of(bits >> MINRISK_FAULTY_GAP << MINRISK_FAULTY_GAP) * scale;
    return ((larger * scale + upper) + (smaller * scale - upper)) / scale;
}

static inline double minrisk_add(double a, double b)
{
    if (minrisk_is_faulty_gap(a, b)) {
        return minrisk_add_in_steps(a, b);
    }
    return minrisk_is_faulty_gap(b, a) ? minrisk_add_in_steps(b, a) : a + b;
}
#else
static inline double minrisk_add(double a, double b)
{
    return a + b;
}
#endif

/* a - b, rounded to nearest. */
static inline double minrisk_subtract(double a, double b)
{
    return minrisk_add(a, -b);
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
    s.high = minrisk_add(a, b);
    part = minrisk_subtract(s.high, a);
    s.low =
        minrisk_add(minrisk_subtract(a, minrisk_subtract(s.high, part)), minrisk_subtract(b, part));
    return s;
}

/* a + b exactly, for |a| >= |b| or a = 0 (Dekker 1971). */
static inline minrisk_pair minrisk_quick_two_sum(double a, double b)
{
    minrisk_pair s;
    s.high = minrisk_add(a, b);
    s.low = minrisk_subtract(b, minrisk_subtract(s.high, a));
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
    p.low = minrisk_subtract(minrisk_multiply(a1, b1), p.high);
    p.low = minrisk_add(p.low, minrisk_multiply(a1, b0));
    p.low = minrisk_add(p.low, minrisk_multiply(a0, b1));
    p.low = minrisk_add(p.low, minrisk_multiply(a0, b0));
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
    s = minrisk_quick_two_sum(s.high, minrisk_add(s.low, t.high));
    return minrisk_quick_two_sum(s.high, minrisk_add(t.low, s.low));
}

/* Within 8 u^2 of a * b. */
static inline minrisk_pair minrisk_pair_multiply(minrisk_pair a, minrisk_pair b)
{
    minrisk_pair p = minrisk_two_product(a.high, b.high);
    double cross = minrisk_add(minrisk_multiply(a.high, b.low), minrisk_multiply(a.low, b.high));
    return minrisk_quick_two_sum(p.high, minrisk_add(p.low, cross));
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
