/* SPDX-License-Identifier: MIT */
/* HHI and its relatives at memory speed: see fast.h.
 *
 * Every quantity x is split at a fixed place into a multiple h of `unit` and a rest l = x - h, both
 * exact, |l| <= unit / 2. With T = sum x and Q = sum x^2,
 *
 *     T = sum h + sum l          Q = sum h^2 + sum l (x + h)
 *
 * The sums of h and h^2 are whole numbers of units and of squared units below 2^53: exact, in any
 * order. The sums of l and l (x + h) are tiny, and they alone are rounded. With u = 2^-53, for n
 * quantities in c chains of at most m terms, n <= c (m - 1) + c and c <= 16, that are then joined
 * two by two on at most 4 levels, and with t = n + c >= c m:
 *
 *     sum l           The j-th sum of a chain is at most j unit / 2 and rounds by u times that:
 *                     c (m + 1) m / 2 u unit / 2. A level joins sums of n unit / 2 in all:
 *                     u unit / 2 t ((m + 1) / 2 + 4)
 *     sum l (x + h)   Two roundings in a term, m - 1 and 4 in the sums over it (Higham 2002,
 *                     section 4.2), of sum |l| (x + h) <= unit / 2 (2 T + n unit / 2):
 *                     u unit (m + 5) (T + t unit / 4)
 *
 * Squares of u, and underflow, which adds less than n 2^-1022 to either, flushed or not, vanish
 * beside the thousandth that each bound has on top: u unit T is at least 2^-880, since markets
 * whose sum is outside of 2^-400 .. 2^400 are left to the exact path. Products need no protection
 * from contraction: a fused h * h is exact all the same, a fused l (x + h) is rounded once less.
 * tests/proof has the steps for Gappa. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "fast.h"

#include "order.h"

#if MINRISK_HAS_FAST

/* Up to so many suppliers share one place, which their sum gives. Columns are not summed by blocks,
 * so that theirs may be longer; beyond, too few would be decided. */
enum { SMALL_MARKET = 256, LONGEST_COLUMN = 1024 };

/* A sum in [2^25, 2^26) units: from the bits of its power of two, which is 2^25 units, to those of
 * the unit and of the shift. */
#define POWER_OVER_UNIT  ((uint64_t)25 << 52)
#define SHIFT_OVER_POWER (((uint64_t)(52 - 25) << 52) + ((uint64_t)1 << 51))

/* For a vector of n lanes, those from n - k of the middle on have the last k lanes set. */
enum { MOST_LANES = 8 };
static const uint64_t last_lanes[2 * MOST_LANES] = {
    0,          0,          0,          0,          0,          0,          0,          0,
    UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};

/* What a run adds up to, and the bits of all x: the sign is set by a negative, or by -0.0. */
typedef struct split {
    minrisk_one_parts parts;
    uint64_t signs;
} split;

typedef struct market_totals {
    minrisk_one_near total, square, squares; /* T, T^2, Q */
} market_totals;

/* t of the bounds, and m. */
static inline double terms_of(size_t n, int chains)
{
    return (double)((int)n + chains);
}

static inline double length_of(size_t n, int chains)
{
    int most = (int)n / chains + 1;
    return (double)most;
}

static inline double error_of_total(double units, double terms, double length)
{
    return 1.001 * MINRISK_U * units * terms * (0.25 * length + 2.25);
}

static inline market_totals small_totals(const minrisk_one_parts *p, size_t n, int chains)
{
    double terms = terms_of(n, chains), length = length_of(n, chains);
    market_totals t;

    t.total = minrisk_one_near_sum(p->high, p->low, error_of_total(p->unit, terms, length));
    minrisk_one_small_totals(p, terms, length, &t.square, &t.squares);
    return t;
}

/* --- blocks of a large market ----------------------------------------------------------------- */

enum { BLOCK = 512 };

enum fitness { UNFIT, NOTHING, FIT };

/* The parts are right as long as the squares stay below 2^53 squared units: then all of them were
 * summed exactly, and no quantity is NaN, infinite, or too large for the shift. */
static inline int squares_are_exact(const minrisk_one_parts *p)
{
    return p->high_squares < 9007199254740992.0 * p->unit * p->unit;
}

/* Below 2^44 of them the next block has a unit of an eighth, as long as the bounds stay normal. */
static inline double next_unit(const minrisk_one_parts *p)
{
    int is_coarse = p->high_squares < 17592186044416.0 * p->unit * p->unit && p->unit > 1e-100;
    return is_coarse ? 0.125 * p->unit : p->unit;
}

/* Positive and within 2^-800 .. 2^800, from the bits. */
static inline int squares_are_usable(uint64_t bits)
{
    return (bits >> 52) - (1023 - 800) <= 1600;
}

/* Squares below 2^(2 k) give a unit of 2^(k - 26): with e in their exponent field they are below
 * 2^(e - 1022), so that k is half of e - 1022, rounded up. */
static inline double unit_for_squares(uint64_t bits)
{
    return minrisk_double_of((((bits >> 52) + 1) / 2 - 511 - 26 + 1023) << 52);
}

static inline double units_of(uint64_t count)
{
    return (double)(int64_t)count;
}

/* A total over blocks, in two parts, with what the bound needs of the blocks. */
typedef struct running_total {
    minrisk_pair sum;
    double joined; /* u times it bounds what rounding the low part has cost */
    double units;  /* sum of unit */
} running_total;

typedef struct running {
    running_total total;
    minrisk_pair squares;
    double squares_joined;
    double unit_totals; /* sum of unit (T + t unit / 4), or more */
} running;

static inline double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static inline void join_block(minrisk_pair *sum, double *joined, double high, double low)
{
    minrisk_pair s = minrisk_two_sum(sum->high, high);
    double part = s.low + low;

    sum->high = s.high;
    sum->low += part;
    *joined += size_of(part) + size_of(sum->low);
}

static inline void add_total(running_total *r, double high, double low, double unit)
{
    join_block(&r->sum, &r->joined, high, low);
    r->units += unit;
}

static inline minrisk_one_near near_total(const running_total *r, int chains)
{
    double error = error_of_total(r->units, terms_of(BLOCK, chains), length_of(BLOCK, chains));
    return minrisk_one_near_sum(r->sum.high, r->sum.low, error + 1.001 * MINRISK_U * r->joined);
}

static inline void add_block(running *r, const minrisk_one_parts *p)
{
    add_total(&r->total, p->high, p->low, p->unit);
    join_block(&r->squares, &r->squares_joined, p->high_squares, p->low_squares);
    r->unit_totals += p->unit * (p->high + (double)BLOCK * p->unit);
}

static inline market_totals large_totals(const running *r, int chains)
{
    double length = length_of(BLOCK, chains), error;
    market_totals t;

    t.total = near_total(&r->total, chains);
    t.square = minrisk_near_square(&t.total);
    error = 1.001 * MINRISK_U * (r->unit_totals * (length + 5.0) + r->squares_joined);
    t.squares = minrisk_one_near_sum(r->squares.high, r->squares.low, error);
    return t;
}

/* --- the total alone -------------------------------------------------------------------------- */

/* Without squares a place can be so low that rests hardly count. The block that sets the unit has
 * 2^43 to 2^44 of them in all. Blocks that follow keep it while they are below 2^53 in all, so that
 * sums of h are exact, and each quantity is below 2^51, so that adding the shift passes no power of
 * two; others set a larger one. A total below 2^-400 is left to the exact path, and so the total is
 * at least 2^43 of the largest unit. */
#define LEAST_TOTAL           3.8725919148493183e-121 /* 2^-400 */
#define TOTAL_POWER_OVER_UNIT ((uint64_t)43 << 52)

typedef struct block_total {
    uint64_t places; /* sum of h, in units */
    double low;
    uint64_t signs, above; /* in the top bit, as for MINRISK_NAME(counts) */
    int is_exact;
} block_total;

static inline int total_is_exact(uint64_t places, uint64_t shifted, double shift_by)
{
    return places <= (uint64_t)1 << 53 &&
           ((shifted ^ minrisk_bits_of(&shift_by)) & MINRISK_INFINITY_BITS) == 0;
}

/* 0 for what is left to the exact path. */
static inline double unit_for_total(double sum)
{
    double least = sum < LEAST_TOTAL ? LEAST_TOTAL : sum;
    uint64_t power = minrisk_bits_of(&least) & MINRISK_INFINITY_BITS;
    return minrisk_one_unfit(least, 0) ? 0.0 : minrisk_double_of(power - TOTAL_POWER_OVER_UNIT);
}

/* --- markets of a batch that wait for their quotients ----------------------------------------- */

enum { WAITING = (MINRISK_BATCH_MARKETS + MOST_LANES - 1) / MOST_LANES * MOST_LANES };

typedef struct waiting {
    double high[WAITING], high_squares[WAITING], low[WAITING], low_squares[WAITING];
    double unit[WAITING], terms[WAITING], length[WAITING];
} waiting;

static inline void keep_waiting(waiting *w, size_t g, const minrisk_one_parts *p, size_t n,
                                int chains)
{
    w->high[g] = p->high;
    w->high_squares[g] = p->high_squares;
    w->low[g] = p->low;
    w->low_squares[g] = p->low_squares;
    w->unit[g] = p->unit;
    w->terms[g] = terms_of(n, chains);
    w->length[g] = length_of(n, chains);
}

/* A share below it might underflow in the test of its rounding. */
#define LEAST_SHARE 1e-100

/* --- floats: doubles have room enough --------------------------------------------------------- */

/* A block adds to the running sums what it adds up to. */
enum { FLOAT_BLOCK = 4096 };

typedef struct single_sums {
    double total, squares;
    uint64_t signs; /* in the top bit, of all x */
    int chains;
} single_sums;

/* --- sets of instructions --------------------------------------------------------------------- */

/* Hosted builds for x86-64 hold wider sets beside the one that they are built for, and look at the
 * processor; MINRISK_CPU_DISPATCH of 0 leaves that out. Results are correctly rounded, hence the
 * same bits in every set. */
#ifndef MINRISK_CPU_DISPATCH
#if defined(__GNUC__) && defined(__x86_64__) && !defined(_MSC_VER) && __STDC_HOSTED__
#define MINRISK_CPU_DISPATCH 1
#else
#define MINRISK_CPU_DISPATCH 0
#endif
#endif

#if defined(__GNUC__) && (defined(__SSE2__) || defined(__aarch64__) || defined(__VSX__))
#define MINRISK_LANES 2
#else
#define MINRISK_LANES 1
#endif
#define MINRISK_TARGET
#define MINRISK_NAME(x) minrisk_base_##x
#include "fast_run.h"
#undef MINRISK_LANES
#undef MINRISK_TARGET
#undef MINRISK_NAME
#define MINRISK_BY_SET(name, arguments)   minrisk_base_##name arguments
#define MINRISK_BY_WIDTH(name, arguments) minrisk_base_##name arguments

#if defined(__GNUC__) && defined(__AVX2__)
#define MINRISK_TARGET
#define MINRISK_HAS_AVX2 1
#elif MINRISK_CPU_DISPATCH
#define MINRISK_TARGET   __attribute__((target("avx2")))
#define MINRISK_HAS_AVX2 __builtin_cpu_supports("avx2")
#endif
#ifdef MINRISK_TARGET
#define MINRISK_LANES   4
#define MINRISK_NAME(x) minrisk_avx2_##x
#include "fast_run.h"
#undef MINRISK_LANES
#undef MINRISK_TARGET
#undef MINRISK_NAME
#undef MINRISK_BY_SET
#define MINRISK_BY_SET(name, arguments)                                                            \
    (MINRISK_HAS_AVX2 ? minrisk_avx2_##name arguments : minrisk_base_##name arguments)
#undef MINRISK_BY_WIDTH
#define MINRISK_BY_WIDTH(name, arguments)                                                          \
    ((MINRISK_HAS_AVX2 && minrisk_avx2_##name arguments) || minrisk_base_##name arguments)
#endif

#if defined(__GNUC__) && defined(__AVX512F__)
#define MINRISK_TARGET
#define MINRISK_HAS_AVX512 1
#elif MINRISK_CPU_DISPATCH
#define MINRISK_TARGET     __attribute__((target("avx512f")))
#define MINRISK_HAS_AVX512 __builtin_cpu_supports("avx512f")
#endif
#ifdef MINRISK_TARGET
#define MINRISK_LANES   8
#define MINRISK_NAME(x) minrisk_avx512_##x
#include "fast_run.h"
#undef MINRISK_LANES
#undef MINRISK_TARGET
#undef MINRISK_NAME
#undef MINRISK_BY_SET
#define MINRISK_BY_SET(name, arguments)                                                            \
    (MINRISK_HAS_AVX512 ? minrisk_avx512_##name arguments                                          \
     : MINRISK_HAS_AVX2 ? minrisk_avx2_##name arguments                                            \
                        : minrisk_base_##name arguments)
#undef MINRISK_BY_WIDTH
#define MINRISK_BY_WIDTH(name, arguments)                                                          \
    ((MINRISK_HAS_AVX512 && minrisk_avx512_##name arguments) ||                                    \
     (MINRISK_HAS_AVX2 && minrisk_avx2_##name arguments) || minrisk_base_##name arguments)
#endif

/* --- figures of one market -------------------------------------------------------------------- */

static inline int sum_market(const double *x, size_t n, market_totals *t)
{
    if (!minrisk_arithmetic_is_strict()) {
        return 0;
    }
    return n <= SMALL_MARKET ? MINRISK_BY_SET(small_market, (x, n, t))
                             : MINRISK_BY_SET(large_market, (x, n, t));
}

int minrisk_fast_hhi(const double *quantity, size_t n, double *hhi)
{
    market_totals t;
    return sum_market(quantity, n, &t) && minrisk_round_near(&t.squares, &t.square, hhi);
}

int minrisk_fast_effective(const double *quantity, size_t n, double *suppliers)
{
    market_totals t;
    return sum_market(quantity, n, &t) && minrisk_round_near(&t.square, &t.squares, suppliers);
}

static inline int sum_total(const double *x, size_t n, minrisk_top *top, minrisk_one_near *total)
{
    return minrisk_arithmetic_is_strict() && MINRISK_BY_SET(total, (x, n, top, total));
}

/* The largest are added up as the blocks of a total are. */
int minrisk_fast_top_share(const double *quantity, size_t n, size_t k, double *share)
{
    running_total r = {{0.0, 0.0}, 0.0, 0.0};
    minrisk_one_near largest, total;
    minrisk_top top;
    size_t i;

    minrisk_top_open(&top, k);
    if (!sum_total(quantity, n, &top, &total)) {
        return 0;
    }
    for (i = 0; i < k; i++) {
        add_total(&r, minrisk_double_of(top.slot[i]), 0.0, 0.0);
    }
    largest = near_total(&r, 1);
    return minrisk_round_near(&largest, &total, share);
}

/* x / total, unless it is so small that the test itself might underflow. */
static int round_share(double x, const minrisk_one_near *total, double *share)
{
    minrisk_one_near n;

    n.high = x;
    n.low = n.error = 0.0;
    return (x > total->high * LEAST_SHARE || minrisk_is_zero(x)) &&
           minrisk_round_near(&n, total, share);
}

int minrisk_fast_share(const double *quantity, size_t n, double x, double *share)
{
    minrisk_one_near total;
    return sum_total(quantity, n, NULL, &total) && round_share(x, &total, share);
}

static int shares_are_sure(const double *quantity, size_t n, const minrisk_one_near *total)
{
    size_t i = MINRISK_BY_SET(shares, (quantity, n, total, NULL));
    double unused;

    while (i < n && round_share(quantity[i], total, &unused)) {
        i++;
    }
    return i == n;
}

int minrisk_fast_shares(const double *quantity, size_t n, const minrisk_sum *exact, double *share)
{
    minrisk_one_near total;
    size_t i = 0;

    if (!sum_total(quantity, n, NULL, &total)) {
        return 0;
    }
    if (exact == NULL) {
        if (!shares_are_sure(quantity, n, &total)) {
            return 0;
        }
        i = MINRISK_BY_SET(shares, (quantity, n, &total, share));
    }
    for (; i < n; i++) {
        if (!round_share(quantity[i], &total, &share[i])) {
            share[i] = minrisk_share_of(quantity[i], exact);
        }
    }
    return 1;
}

static minrisk_pair pair_of(const minrisk_one_near *a)
{
    minrisk_pair pair;
    pair.high = a->high;
    pair.low = a->low;
    return pair;
}

static minrisk_one_near near_of(minrisk_pair pair, double error)
{
    minrisk_one_near near;
    near.high = pair.high;
    near.low = pair.low;
    near.error = error;
    return near;
}

/* factor * a, which adds 8 u^2. */
static minrisk_one_near scale(const minrisk_one_near *a, double factor)
{
    minrisk_pair product = minrisk_pair_multiply(pair_of(a), minrisk_pair_of(factor));
    return near_of(product, 1.001 * factor * a->error + 8.0 * MINRISK_U * MINRISK_U * product.high);
}

/* (m Q - T^2) / ((m - 1) T^2); the difference adds 3 u^2 of itself, which is less than m Q. */
int minrisk_fast_normalised(const double *quantity, size_t n, size_t market_size, double *out)
{
    const uint64_t most_exact = (uint64_t)1 << 53;
    double size = (double)market_size;
    minrisk_one_near whole, difference, divisor;
    market_totals t;

    if (market_size < 2 || market_size > most_exact || !sum_market(quantity, n, &t)) {
        return 0;
    }
    whole = scale(&t.squares, size);
    divisor = scale(&t.square, size - 1.0);
    difference = near_of(minrisk_pair_add(pair_of(&whole), minrisk_pair_negate(pair_of(&t.square))),
                         whole.error + t.square.error + 3.0 * MINRISK_U * MINRISK_U * whole.high);
    return difference.high > 0.0 && minrisk_round_near(&difference, &divisor, out);
}

/* 2 a b / T^2, which is 0 where a or b is. The product adds 8 u^2 where neither it nor the quotient
 * is far down. */
int minrisk_fast_delta(const double *quantity, size_t n, double a, double b, double *delta)
{
    minrisk_pair product;
    minrisk_one_near twice;
    market_totals t;
    double result;

    if (!sum_market(quantity, n, &t)) {
        return 0;
    }
    if (minrisk_is_zero(a) || minrisk_is_zero(b)) {
        *delta = 0.0;
        return 1;
    }
    if (!(a > t.total.high * 1e-30 && b > t.total.high * 1e-30)) {
        return 0;
    }
    product = minrisk_two_product(a + a, b);
    twice = near_of(product, 8.0 * MINRISK_U * MINRISK_U * product.high);
    if (!minrisk_round_near(&twice, &t.square, &result)) {
        return 0;
    }
    *delta = result;
    return 1;
}

/* --- floats ----------------------------------------------------------------------------------- */

/* Q / T^2 of plain sums, and its relative error: the squares of floats are exact in double, so that
 * sums err by u for each addition on the deepest way, which is a chain of a block, at most four
 * additions that join its chains, as many as there are chains for what is left of it, and one for
 * each block. Floats that a processor may flush, below 2^-126, would not count for as much as one
 * of these in a total above 1e-9. The quotient errs by 2 for T and 1 for Q of that, by u for the
 * square and by u for itself. */
static int plain_quotient(const float *quantity, size_t n, double *quotient, double *error)
{
    single_sums s = MINRISK_BY_SET(sum_singles, (quantity, n));
    const int chain = (int)(n < FLOAT_BLOCK ? n : (size_t)FLOAT_BLOCK) / s.chains;
    const size_t blocks = n / FLOAT_BLOCK;

    if (s.signs & MINRISK_SIGN_BIT || !(s.total > 1e-9 && s.total < 1e60)) {
        return 0;
    }
    *quotient = s.squares / (s.total * s.total);
    *error = 3.01 * MINRISK_U * ((double)(chain + s.chains + 5) + (double)blocks);
    return 1;
}

int minrisk_fast_hhi_f32(const float *quantity, size_t n, float *hhi)
{
    double quotient, error;
    float above, below;

    if (!minrisk_arithmetic_is_strict() || !plain_quotient(quantity, n, &quotient, &error)) {
        return 0;
    }
    above = (float)(quotient + quotient * error);
    below = (float)(quotient - quotient * error);
    if (above != below) { /* or one is NaN */
        return 0;
    }
    *hhi = above;
    return 1;
}

/* --- batches ---------------------------------------------------------------------------------- */

void minrisk_fast_groups(const double *quantity, const size_t *offset, size_t groups, double *hhi,
                         minrisk_status *each)
{
    if (!minrisk_arithmetic_is_strict()) {
        minrisk_leave_undecided(each, groups);
        return;
    }
    MINRISK_BY_SET(groups, (quantity, offset, groups, hhi, each));
}

void minrisk_fast_columns(const double *quantity, size_t suppliers, size_t markets, size_t stride,
                          double *hhi, minrisk_status *each)
{
    if (suppliers > LONGEST_COLUMN || !minrisk_arithmetic_is_strict() ||
        !MINRISK_BY_WIDTH(columns, (quantity, suppliers, markets, stride, hhi, each))) {
        minrisk_leave_undecided(each, markets);
    }
}

#endif

#endif
