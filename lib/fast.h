/* SPDX-License-Identifier: MIT */
/* Exact results at memory speed, where a rounding test can vouch for them. */
#ifndef MINRISK_FAST_H
#define MINRISK_FAST_H

#include "exact.h"

/* The proof is of strict double arithmetic in hardware. Elsewhere the exact path serves alone, so
 * that a compiler's flags cost speed and never bits; so it does where MINRISK_EXACT_ONLY asks for
 * the smallest code. */
#if defined(MINRISK_EXACT_ONLY) || defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) ||      \
    defined(__RECIPROCAL_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__) ||     \
    FLT_EVAL_METHOD < 0 || FLT_EVAL_METHOD > 1 || MINRISK_HAS_SOFT_DOUBLE
#define MINRISK_HAS_FAST 0
#else
#define MINRISK_HAS_FAST 1
#endif

/* So many markets of a batch wait for their quotients, which are then taken in one loop: 56 bytes
 * of stack each. Firmware may lower it. */
#ifndef MINRISK_BATCH_MARKETS
#define MINRISK_BATCH_MARKETS 64
#endif

/* What a market of a batch has for a status while only the exact path can tell. */
enum { MINRISK_UNDECIDED = 1 };

static inline void minrisk_leave_undecided(minrisk_status *each, size_t markets)
{
    size_t g;
    for (g = 0; g < markets; g++) {
        each[g] = MINRISK_UNDECIDED;
    }
}

#if MINRISK_HAS_FAST

#include "arithmetic.h"

#define MINRISK_U 1.1102230246251565e-16 /* 2^-53 */

/* x + 1.5 * 2^52 units is x rounded to a whole unit; its bits count the units. */
#define MINRISK_SHIFT_UNITS 6755399441055744.0

/* How many markets in a thousand are left to the exact path, of 10,000,000 by numeric_sweep, most
 * of them of up to 40 suppliers, every fourth scaled by up to 2^300 either way:
 *
 *                               HHI  inverse  normalised  merger  top share  all shares
 *     uniform, lognormal,
 *     Pareto, spikes           .021     .019        .12     .010       .003         .07
 *     integers                 .027     .021        .15     .018       .000         .04
 *     mostly zero              .015     .015       1.7      .000       .000         .002
 *     equal, nearly equal     25       25        506      23         25          25
 *     built to tie            62         .006     16       89          .000      351
 *     next to a midpoint     333      333          6         .013    334          41
 *     subnormal, 1e+-300,
 *     of any exponent       >955     >955        >948     >897       >949        >986
 *
 * Equal suppliers are left for their scale, and for a figure that is 0 when normalised; ties for
 * their shares, with suppliers of less than 1e-100 among them. */

/* Each gives its figure, correctly rounded, and 1; or 0, with nothing written, where it cannot
 * tell. Then the exact path decides, on the validity of the data and of the arguments too. */
int minrisk_fast_hhi(const double *quantity, size_t n, double *hhi);
int minrisk_fast_hhi_f32(const float *quantity, size_t n, float *hhi);
int minrisk_fast_effective(const double *quantity, size_t n, double *suppliers);
int minrisk_fast_normalised(const double *quantity, size_t n, size_t market_size, double *out);
int minrisk_fast_delta(const double *quantity, size_t n, double a, double b, double *delta);

/* x / T, and the share of the k largest, k <= MINRISK_TOP_SLOTS and k <= n. */
int minrisk_fast_share(const double *quantity, size_t n, double x, double *share);
int minrisk_fast_top_share(const double *quantity, size_t n, size_t k, double *share);

/* All shares. Those that cannot be told come from the exact total; where that is NULL there must be
 * none of them. In place is well. */
int minrisk_fast_shares(const double *quantity, size_t n, const minrisk_sum *exact, double *share);

/* At most MINRISK_BATCH_MARKETS: see minrisk/batch.h. each[] becomes MINRISK_OK where hhi[] is
 * written, and MINRISK_UNDECIDED elsewhere. */
void minrisk_fast_groups(const double *quantity, const size_t *offset, size_t groups, double *hhi,
                         minrisk_status *each);
void minrisk_fast_columns(const double *quantity, size_t suppliers, size_t markets, size_t stride,
                          double *hhi, minrisk_status *each);

/* Rounds to whole units, and only to nearest does it so: 1.75 to 2, and 1.25 to 1. A compiler that
 * cancels the shift leaves the fraction; clang may be told to, with no macro that says so. */
static inline int minrisk_arithmetic_is_strict(void)
{
    double above = minrisk_opaque(1.75), below = minrisk_opaque(1.25);
    return (above + MINRISK_SHIFT_UNITS) - MINRISK_SHIFT_UNITS == 2.0 &&
           (below + MINRISK_SHIFT_UNITS) - MINRISK_SHIFT_UNITS == 1.0;
}

/* Compilers that mind the size would hand vectors to small functions through the stack. */
#if defined(__GNUC__)
#define MINRISK_INLINE static inline __attribute__((always_inline))
#else
#define MINRISK_INLINE static inline
#endif

#define MINRISK_LANES 1
#define MINRISK_TARGET
#define MINRISK_NAME(x) minrisk_one_##x
#include "fast_lanes.h"
#undef MINRISK_LANES
#undef MINRISK_TARGET
#undef MINRISK_NAME

/* n / d, if all that it can be rounds alike. */
static inline int minrisk_round_near(const minrisk_one_near *n, const minrisk_one_near *d,
                                     double *result)
{
    double gap;
    double quotient = minrisk_one_quotient(n, d, &gap);

    if (gap != 0.0) { /* or is NaN */
        return 0;
    }
    *result = quotient;
    return 1;
}

/* The same, for pairs whose quotient is within `error` of what is meant, relatively. */
static inline int minrisk_round_surely(minrisk_pair n, minrisk_pair d, double error, double *result)
{
    minrisk_one_near numerator, denominator;

    numerator.high = n.high;
    numerator.low = n.low;
    numerator.error = error * n.high;
    denominator.high = d.high;
    denominator.low = d.low;
    denominator.error = 0.0;
    return minrisk_round_near(&numerator, &denominator, result);
}

/* (high + low)^2 from the pair of T: 2 u^2 for the product, 2 and 3 for what is added to it, 1 for
 * the square of the low part, less than 16 u^2 in all. */
static inline minrisk_one_near minrisk_near_square(const minrisk_one_near *t)
{
    minrisk_pair square = minrisk_two_product(t->high, t->high);
    double error = 2.001 * t->high * t->error + 16.0 * MINRISK_U * MINRISK_U * square.high;

    square.low += 2.0 * t->high * t->low;
    return minrisk_one_near_sum(square.high, square.low, error);
}

/* The mantissa of an estimate, less its last 11 bits, and what was cut of it. */
static inline minrisk_one_near minrisk_near_of(uint64_t mantissa)
{
    uint64_t rounded = (mantissa >> 11) + (mantissa >> 10 & 1);
    minrisk_one_near near;

    near.high = (double)(int64_t)rounded;
    near.low = (double)(int64_t)(mantissa - (rounded << 11)) * 4.8828125e-4; /* 2^-11 */
    near.error = 4.8828125e-4;
    return near;
}

#else
#define minrisk_fast_hhi(quantity, n, hhi)                     0
#define minrisk_fast_hhi_f32(quantity, n, hhi)                 0
#define minrisk_fast_effective(quantity, n, suppliers)         0
#define minrisk_fast_normalised(quantity, n, market_size, out) 0
#define minrisk_fast_delta(quantity, n, a, b, delta)           0
#define minrisk_fast_share(quantity, n, x, share)              0
#define minrisk_fast_top_share(quantity, n, k, share)          0
#define minrisk_fast_shares(quantity, n, total, share)         0
#define minrisk_fast_groups(quantity, offset, groups, hhi, each)                                   \
    minrisk_leave_undecided(each, groups)
#define minrisk_fast_columns(quantity, suppliers, markets, stride, hhi, each)                      \
    minrisk_leave_undecided(each, markets)
#endif

#endif
