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

/* Where a double is kept, as an operand of assembly that changes it. */
#if MINRISK_HAS_SOFT_DOUBLE
#define MINRISK_IN_PLACE "+r"
#elif defined(__x86_64__) || defined(__SSE2_MATH__)
#define MINRISK_IN_PLACE "+x"
#elif defined(__aarch64__) || defined(__arm__)
#define MINRISK_IN_PLACE "+w"
#elif defined(__riscv) || defined(__s390x__) || defined(__mips__)
#define MINRISK_IN_PLACE "+f"
#elif defined(__powerpc64__)
#define MINRISK_IN_PLACE "+d"
#else
#define MINRISK_IN_PLACE "+m"
#endif

/* x, of which the compiler no longer knows how it was made. */
static inline double minrisk_opaque(double x)
{
#if defined(__GNUC__)
    __asm__("" : MINRISK_IN_PLACE(x));
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

/* Doubles in software on Arm, as gcc 12 brings them, get sums wrong: see arithmetic_bodies.h. */
#if defined(__GNUC__) && defined(__arm__) && MINRISK_HAS_SOFT_DOUBLE
#define MINRISK_HAS_FAULTY_SUMS 1
#else
#define MINRISK_HAS_FAULTY_SUMS 0
#endif

/* Where the compiler minds the size, one copy serves all files, in arithmetic.c. */
#if defined(__OPTIMIZE_SIZE__)
#define MINRISK_HAS_ONE_COPY 1
#define MINRISK_SHARED
#else
#define MINRISK_HAS_ONE_COPY 0
#define MINRISK_SHARED       static inline
#endif

/* a + b, rounded to nearest. */
#if MINRISK_HAS_FAULTY_SUMS
MINRISK_SHARED double minrisk_add(double a, double b);
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

/* a + b exactly (Knuth 1969). */
MINRISK_SHARED minrisk_pair minrisk_two_sum(double a, double b);

/* a + b exactly, for |a| >= |b| or a = 0 (Dekker 1971). */
MINRISK_SHARED minrisk_pair minrisk_quick_two_sum(double a, double b);

/* a * b within 2^-105 of it. */
MINRISK_SHARED minrisk_pair minrisk_two_product(double a, double b);

/* Within 3 u^2 of a + b, cancellation included (Joldes, Muller and Popescu 2017, algorithm 6). */
MINRISK_SHARED minrisk_pair minrisk_pair_add(minrisk_pair a, minrisk_pair b);

/* Within 8 u^2 of a * b. */
MINRISK_SHARED minrisk_pair minrisk_pair_multiply(minrisk_pair a, minrisk_pair b);

/* Within 16 u^2 of a / b. */
MINRISK_SHARED minrisk_pair minrisk_pair_divide(minrisk_pair a, minrisk_pair b);

#if !MINRISK_HAS_ONE_COPY
#include "arithmetic_bodies.h"
#endif

#endif
