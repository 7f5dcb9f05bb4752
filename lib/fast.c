/* SPDX-License-Identifier: MIT */
/* HHI at memory speed: see fast.h.
 *
 * Every quantity x is split at a fixed place into a multiple h of `unit` and a rest l = x - h, both
 * exact, |l| <= unit / 2. With T = sum x and Q = sum x^2,
 *
 *     T = sum h + sum l          Q = sum h^2 + sum l (x + h)
 *
 * The sums of h and h^2 are whole numbers of units and of squared units below 2^53: exact, in any
 * order. The sums of l and l (x + h) are tiny, and they alone are rounded. With u = 2^-53, for a
 * run of n quantities in c >= 2 chains of at most m terms each, no more than 4 m in all:
 *
 *     sum l          the j-th sum of a chain is at most j unit / 2:          u unit m (m + 1)
 *                    joining the chains, at most 8 sums of 2 m unit:         u unit 16 m
 *     sum l (x + h)  two roundings in a term, m + 8 in the sums over it, of
 *                    sum |l| (x + h) <= B = unit (T + n unit / 4):           u (m + 10) B
 *
 * Underflow adds less than n 2^-1022 to either, flushed or not, which vanishes beside u unit T >=
 * 2^-880: runs outside 2^-400 .. 2^400 are left to the exact path. Products need no protection from
 * contraction: a fused h * h is exact all the same, and a fused l (x + h) is rounded once less. */
#include "fast.h"

#if MINRISK_HAS_FAST

/* What a run adds up to, split at `unit`. */
typedef struct split {
    uint64_t high_places; /* sum of h, in units */
    double high_squares;  /* sum of h^2 */
    double low;           /* sum of l, rounded */
    double low_squares;   /* sum of l (x + h), rounded */
    uint64_t signs;       /* the bits of all x: the top one is set by a negative, or by -0.0 */
    uint64_t places;      /* the bits of all h, in units: a high one is set by x too large or NaN */
} split;

/* Vectors as wide as the processor that is built for has them; of two for small markets, so that
 * few places stay empty. Chains of a run, two vectors of them, and the terms of one. */
#if defined(__GNUC__) && (defined(__SSE2__) || defined(__aarch64__) || defined(__VSX__))
#define MINRISK_LANES 2
enum { CHAINS = 4 };
#else
#define MINRISK_LANES 1
enum { CHAINS = 2 };
#endif
#define MINRISK_NAME(x) minrisk_small_##x
#include "fast_run.h"
#undef MINRISK_NAME

#if defined(__GNUC__) && defined(__AVX512F__)
#undef MINRISK_LANES
#define MINRISK_LANES 8
#elif defined(__GNUC__) && defined(__AVX2__)
#undef MINRISK_LANES
#define MINRISK_LANES 4
#endif
#define MINRISK_NAME(x) minrisk_large_##x
#include "fast_run.h"
#undef MINRISK_NAME
#undef MINRISK_LANES

/* --- the end ---------------------------------------------------------------------------------- */

/* T and Q in pairs, the quotient's relative error by theirs. T^2 errs by less than 8 u^2: 2 from
 * the product, 2 and 3 from what is added to it, 1 from the square of the low part. With the
 * quotient's 40 that is within 64 u^2. */
static int finish(minrisk_pair total, minrisk_pair squares, double error, enum minrisk_form form,
                  double *result)
{
    minrisk_pair square = minrisk_two_product(total.high, total.high);

    square.low += 2.0 * minrisk_multiply(total.high, total.low);
    square = minrisk_quick_two_sum(square.high, square.low);
    error += 64.0 * MINRISK_U * MINRISK_U;
    return form == MINRISK_HHI_FORM ? minrisk_round_surely(squares, square, error, result)
                                    : minrisk_round_surely(square, squares, error, result);
}

/* --- small markets: split at a place that the sum gives --------------------------------------- */

enum { SMALL_MARKET = 256, SMALL_PLACES = 26, LARGEST_EXPONENT = 400 };

static double chain_length(size_t n)
{
    size_t most = n / CHAINS + 1;
    return (double)most;
}

static double power_of_two(int exponent)
{
    return minrisk_double_of((uint64_t)(1023 + exponent) << 52);
}

/* x < 2^exponent, for the bits of a positive x; above all exponents for what is not finite. */
static int exponent_above(uint64_t bits)
{
    return (int)(bits >> 52) - 1022;
}

static int exponent_is_usable(int exponent)
{
    return -LARGEST_EXPONENT <= exponent && exponent <= LARGEST_EXPONENT;
}

static double plain_sum(const double *x, size_t n)
{
    double even = 0.0, odd = 0.0;
    size_t i;

    for (i = 0; i + 2 <= n; i += 2) {
        even += x[i];
        odd += x[i + 1];
    }
    return even + odd + (i < n ? x[i] : 0.0);
}

/* T < 2^26 units but for rounding, so that sum h <= 2^26 + 129 units and its square, hence sum h^2,
 * is below 2^53; and T >= 2^25 units, so that with T^2 / Q <= n the relative errors are at most
 *
 *     of T^2    u 2^-25 2 m (m + 17)
 *     of Q      u 2^-25 (m + 10) (1 + n/4 2^-25) T^2 / Q
 */
static int small_market(const double *quantity, size_t n, enum minrisk_form form, double *result)
{
    double sum = plain_sum(quantity, n);
    int exponent = exponent_above(minrisk_bits_of(&sum));
    double unit, m, effective, error;
    minrisk_pair total, squares;
    split s;

    if (!exponent_is_usable(exponent)) {
        return 0;
    }
    unit = power_of_two(exponent - SMALL_PLACES);
    s = minrisk_small_split_run(quantity, n, unit);
    if (s.signs & MINRISK_SIGN_BIT) {
        return 0;
    }
    total = minrisk_quick_two_sum((double)(int64_t)s.high_places * unit, s.low);
    squares = minrisk_quick_two_sum(s.high_squares, s.low_squares);
    m = chain_length(n);
    effective = total.high * total.high / squares.high;
    error = 2.981e-8 * MINRISK_U * (2.0 * m * (m + 17.0) + (m + 10.0) * effective);
    return finish(total, squares, error, form, result);
}

/* --- large markets: block by block, split at a place guessed from the block before ----------- */

static const size_t BLOCK = 512;

/* Where the quantities of a block use none of the top places, the next block's unit is lower. */
enum { BLOCK_PLACES = 22, FALLEN = 4, LOWER = 3 };

static const double SMALLEST_UNIT = 1e-100;

/* The largest bits of a block: those of its largest quantity, unless one is negative or NaN. */
static uint64_t largest_bits(const double *x, size_t n)
{
    uint64_t largest = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t bits = minrisk_bits_of(&x[i]);
        largest = bits > largest ? bits : largest;
    }
    return largest;
}

/* A sum in two parts, and a bound on what rounding the low part has cost, in units of u. */
typedef struct running {
    minrisk_pair sum;
    double error;
} running;

static double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static void add_block(running *r, double high, double low, double error)
{
    minrisk_pair s = minrisk_two_sum(r->sum.high, high);
    double part = s.low + low;

    r->sum.high = s.high;
    r->sum.low += part;
    r->error += error + (size_of(part) + size_of(r->sum.low));
}

enum fitness { UNFIT, NOTHING, FIT };

/* Splits a block at the unit guessed, or at one that its largest quantity gives. h < 2^22 units,
 * which `places` checks, so that sum h^2 < 2^9 2^44. */
static enum fitness split_block(const double *x, size_t n, double *unit, split *s)
{
    uint64_t largest;

    if (*unit != 0.0) {
        *s = minrisk_large_split_run(x, n, *unit);
        if (s->places >> BLOCK_PLACES == 0) {
            return s->signs & MINRISK_SIGN_BIT ? UNFIT : FIT;
        }
    }
    largest = largest_bits(x, n);
    if (largest == 0) {
        return NOTHING;
    }
    if (!exponent_is_usable(exponent_above(largest))) {
        return UNFIT;
    }
    *unit = power_of_two(exponent_above(largest) + 1 - BLOCK_PLACES);
    *s = minrisk_large_split_run(x, n, *unit);
    return FIT;
}

/* Sums up all blocks; 0 if one is not fit for it, or all are 0. */
static int sum_blocks(const double *quantity, size_t n, running *total, running *squares)
{
    const double m = chain_length(BLOCK);
    double unit = 0.0; /* no guess yet */
    size_t i;

    for (i = 0; i < n; i += BLOCK) {
        split s;
        double high;
        enum fitness fit = split_block(quantity + i, n - i < BLOCK ? n - i : BLOCK, &unit, &s);

        if (fit == UNFIT) {
            return 0;
        }
        if (fit == FIT) {
            high = (double)(int64_t)s.high_places * unit;
            add_block(total, high, s.low, unit * m * (m + 17.0));
            add_block(squares, s.high_squares, s.low_squares,
                      unit * (m + 10.0) * (high + (double)BLOCK * unit));
            if (s.places >> (BLOCK_PLACES - FALLEN) == 0 && unit > SMALLEST_UNIT) {
                unit *= 1.0 / (1 << LOWER);
            }
        }
    }
    return unit != 0.0;
}

static int large_market(const double *quantity, size_t n, enum minrisk_form form, double *result)
{
    running total, squares;
    double error;

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    if (!sum_blocks(quantity, n, &total, &squares)) {
        return 0;
    }
    total.sum = minrisk_quick_two_sum(total.sum.high, total.sum.low);
    squares.sum = minrisk_quick_two_sum(squares.sum.high, squares.sum.low);
    error =
        1.001 * MINRISK_U * (2.0 * total.error / total.sum.high + squares.error / squares.sum.high);
    return finish(total.sum, squares.sum, error, form, result);
}

int minrisk_fast(const double *quantity, size_t n, enum minrisk_form form, double *result)
{
    if (!minrisk_arithmetic_is_strict()) {
        return 0;
    }
    return n <= SMALL_MARKET ? small_market(quantity, n, form, result)
                             : large_market(quantity, n, form, result);
}

#endif
