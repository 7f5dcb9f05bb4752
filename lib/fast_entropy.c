/* SPDX-License-Identifier: MIT */
/* Entropy at the speed of a loop: see fast_entropy.h.
 *
 * In units of 2^e, the least power of two above the largest quantity,
 *
 *     E = ln T - (sum x ln x) / T
 *
 * With x = m 2^k, m in [.7071, 1.4143), f = m - 1 and q = f / (2 + f),
 *
 *     ln x = k ln 2 + f - c,   c = q (f - q^2 P(q^2))
 *
 * x is cut into a multiple h of 2^-31 and a rest l, |l| <= 2^-32, and ln x into a multiple w of
 * 2^-12 and a rest v, of which c is nearly all. So h w is exact, and so is the sum of 2,048, since
 * |x ln x| <= .37 and 2^53 > 2048 * .44 * 2^43. What is left, r = x v + l w, is rounded, and cut
 * like x. All sums are integers, hence the same in any order. Per x the result errs by
 *
 *     q                     half of 2^-55 itself, 2^-53.3 relatively from f + 2: in c,
 *                           which changes by less than .36 for 1 of q                   1.5
 *     f - q^2 P             2^-55, times q < .172                                       .7
 *     c                     2^-57, as |c| < .068, and its polynomial 2^-58              1.5
 *     k LO + (f - g) - c    2^-57, the parts before c being below 2^-9                  1.1
 *     x v, and the sum r    2^-53 * .0678 each                                          2.2
 *     rests of x and of r   2^-83 each, for n suppliers 2^-82 n <= 2^-57 T, as tested   1
 *
 * in units of 2^-57 x, so that E errs by less than 2^-54 (tests/proof/logarithm.g and moment.g have
 * the steps for Gappa). Where sums may cancel and round they go through minrisk_add, for processors
 * whose sums are made in software. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "fast_entropy.h"

#include "elementary.h"

#if defined(__GNUC__) && defined(__AVX512F__)
#define MINRISK_LANES 8
#elif defined(__GNUC__) && defined(__AVX2__)
#define MINRISK_LANES 4
#elif defined(__GNUC__) && (defined(__SSE2__) || defined(__aarch64__) || defined(__VSX__))
#define MINRISK_LANES 2
#else
#define MINRISK_LANES 1
#endif

#if MINRISK_LANES == 1
typedef double lanes;
typedef uint64_t words;
#define MINRISK_LANE(v, i) (v)
#else
typedef double lanes __attribute__((vector_size(MINRISK_LANES * 8)));
typedef uint64_t words __attribute__((vector_size(MINRISK_LANES * 8)));
#define MINRISK_LANE(v, i) ((v)[i])
#endif

/* --- vectors --------------------------------------------------------------------------------- */

static inline words words_of(lanes v)
{
    words w;
    memcpy(&w, &v, sizeof w);
    return w;
}

static inline lanes lanes_of(words w)
{
    lanes v;
    memcpy(&v, &w, sizeof v);
    return v;
}

static inline lanes all(double x)
{
    lanes v;
    memset(&v, 0, sizeof v);
    return v + x;
}

static inline words all_words(uint64_t x)
{
    words w;
    memset(&w, 0, sizeof w);
    return w + x;
}

/* A vector of quantities, or the last n of them with zeros behind. */
static inline lanes load(const double *x, size_t n)
{
    lanes v;
    size_t i;

    if (n >= MINRISK_LANES) {
        memcpy(&v, x, sizeof v);
        return v;
    }
    memset(&v, 0, sizeof v);
    for (i = 0; i < n; i++) {
        MINRISK_LANE(v, i) = x[i];
    }
    return v;
}

/* a * b, rounded by itself: no compiler joins it to a sum. */
static inline lanes times(lanes a, lanes b)
{
    lanes product = a * b;
#if MINRISK_LANES == 1
    product = minrisk_opaque(product);
#elif defined(__AVX512F__)
    __asm__("" : "+v"(product));
#elif defined(__SSE2__)
    __asm__("" : "+x"(product));
#elif defined(__aarch64__)
    __asm__("" : "+w"(product));
#else
    __asm__("" : "+m"(product));
#endif
    return product;
}

/* Sums that may cancel and round. */
static inline lanes plus(lanes a, lanes b)
{
#if MINRISK_LANES == 1
    return minrisk_add(a, b);
#else
    return a + b;
#endif
}

static inline lanes minus(lanes a, lanes b)
{
    return plus(a, -b);
}

/* --- integers of 128 bits, in two's complement ----------------------------------------------- */

typedef struct wide {
    uint64_t low, high;
} wide;

static void add_wide(wide *w, uint64_t x)
{
    w->low += x;
    w->high += (uint64_t)(w->low < x) - (x >> 63);
}

/* w * unit, within 2^-105 of it. */
static minrisk_pair pair_of_wide(wide w, double unit)
{
    int negative = (int)(w.high >> 63);
    minrisk_pair p;

    if (negative) {
        w.low = ~w.low + 1;
        w.high = ~w.high + (w.low == 0);
    }
    p = minrisk_two_sum((double)(w.low >> 32) * 4294967296.0, (double)(uint32_t)w.low);
    p = minrisk_pair_add(minrisk_pair_of((double)w.high * 18446744073709551616.0), p);
    p.high *= unit;
    p.low *= unit;
    return negative ? minrisk_pair_negate(p) : p;
}

/* --- sums by fixed places -------------------------------------------------------------------- */

enum { BLOCK = 2048 };

/* In units of 2^e: of the multiples of x, of rests, and of h w. */
static const double COARSE = 4.656612873077393e-10; /* 2^-31 */
static const double FINE = 2.0679515313825692e-25;  /* 2^-82 */
static const double MIDDLE = 0.000244140625;        /* 2^-12, of ln x */
static const double EXACT = 1.1368683772161603e-13; /* 2^-43 */

/* x + 1.5 * 2^52 units is x rounded to a whole unit; its bits count the units. */
static const double SHIFT = 6755399441055744.0;

typedef struct scale {
    lanes coarse, fine, middle; /* such shifts, those of quantities times 2^e */
    lanes exponent;             /* what the exponent of an x is above its k, and 2^52 */
    double inverse;             /* 2^-e */
} scale;

/* The bits of all v + shift: the units, and the shift as often as there were terms. */
typedef struct places {
    words coarse, fine;
} places;

/* The multiple of the coarse unit in v; the rest goes to *rest. */
static inline lanes take_places(places *p, lanes v, const scale *s, lanes *rest)
{
    lanes shifted = v + s->coarse;
    lanes multiple = shifted - s->coarse;

    *rest = v - multiple;
    p->coarse += words_of(shifted);
    p->fine += words_of(*rest + s->fine);
    return multiple;
}

/* P in two halves of the powers, so that fewer products wait for one another; found and bounded by
 * tests/proof/fast_entropy.sollya: q^3 P(q^2) is within 2^-58 of 2 atanh q - 2 q. */
static inline lanes polynomial(lanes z)
{
    lanes square = times(z, z);
    lanes p = (times(z, all(0.15331650594611115)) + 0.18182891294075626) +
              times(square, all(0.14617298133689849));

    p = (times(z, all(0.22222211105974951)) + 0.28571428626122075) + times(square, p);
    return (times(z, all(0.39999999999899438)) + 0.66666666666666696) + times(square, p);
}

typedef struct sums {
    places x, r;
    lanes hw;
} sums;

/* x = m 2^k: f = m - 1, and bits of which k is the exponent. */
typedef struct parts {
    words bits;
    lanes f;
} parts;

static inline parts parts_of(lanes x)
{
    const uint64_t half_root = (uint64_t)0x3FE6A09E << 32; /* the least m: a little below .7072 */
    parts p;

    p.bits = words_of(x) + (((uint64_t)1023 << 52) - half_root);
    p.f = lanes_of((p.bits & (MINRISK_HIDDEN_BIT - 1)) + half_root) - 1.0;
    return p;
}

static inline lanes c_of(lanes x)
{
    lanes f = parts_of(x).f;
    lanes q = f / plus(f, all(2.0));
    lanes z = times(q, q);

    return times(q, minus(f, times(z, polynomial(z))));
}

static inline void take(sums *sum, lanes x, lanes c, const scale *s)
{
    const lanes log_2_high = all(0.693115234375), log_2_low = all(3.1946184945309415e-05);
    parts p = parts_of(x);
    lanes k = lanes_of((p.bits >> 52) | all_words((uint64_t)0x433 << 52)) - s->exponent;
    lanes g = (p.f + s->middle) - s->middle;
    lanes w = times(k, log_2_high) + g;
    lanes v = minus(plus(times(k, log_2_low), p.f - g), c);
    lanes l, unused;
    lanes h = take_places(&sum->x, x, s, &l);

    sum->hw += times(h, w);
    (void)take_places(&sum->r, plus(times(x, v), times(l, w)), s, &unused);
}

/* So many vectors at once: a processor does not look ahead as far as from an x to its sums, and
 * waits less where that way is cut in two. */
enum { GROUP = 12 };

static inline void take_group(sums *sum, const double *x, size_t vectors, const scale *s)
{
    lanes c[GROUP];
    size_t i;

    for (i = 0; i < vectors; i++) {
        c[i] = c_of(load(x + i * MINRISK_LANES, MINRISK_LANES));
    }
    for (i = 0; i < vectors; i++) {
        take(sum, load(x + i * MINRISK_LANES, MINRISK_LANES), c[i], s);
    }
}

typedef struct totals {
    wide coarse, fine, r_coarse, r_fine, hw;
} totals;

static void add_lanes(wide *w, words v, lanes shift, size_t terms)
{
    words once = words_of(shift);
    int i;

    for (i = 0; i < MINRISK_LANES; i++) {
        add_wide(w, MINRISK_LANE(v, i) - terms * MINRISK_LANE(once, i));
    }
}

/* Returns 0 if one of them is NaN. */
static int add_block(totals *t, const double *x, size_t n, const scale *s)
{
    const size_t step = (size_t)GROUP * MINRISK_LANES;
    sums sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i + step <= n; i += step) {
        take_group(&sum, x + i, GROUP, s);
    }
    take_group(&sum, x + i, (n - i) / MINRISK_LANES, s);
    i = n - n % MINRISK_LANES;
    if (i < n) {
        lanes last = load(x + i, n - i);
        take(&sum, last, c_of(last), s);
        i += MINRISK_LANES;
    }
    add_lanes(&t->coarse, sum.x.coarse, s->coarse, i / MINRISK_LANES);
    add_lanes(&t->fine, sum.x.fine, s->fine, i / MINRISK_LANES);
    add_lanes(&t->r_coarse, sum.r.coarse, s->coarse, i / MINRISK_LANES);
    add_lanes(&t->r_fine, sum.r.fine, s->fine, i / MINRISK_LANES);
    for (i = 0; i < MINRISK_LANES; i++) {
        double hw = MINRISK_LANE(sum.hw, i) * s->inverse / EXACT;
        if (!minrisk_is_finite(hw)) {
            return 0;
        }
        add_wide(&t->hw, (uint64_t)(int64_t)hw);
    }
    return 1;
}

/* --- the market ------------------------------------------------------------------------------ */

#if MINRISK_LANES == 2 && defined(__SSE2__)
#define MINRISK_LARGER  __builtin_ia32_maxpd
#define MINRISK_SMALLER __builtin_ia32_minpd
#elif MINRISK_LANES == 4
#define MINRISK_LARGER  __builtin_ia32_maxpd256
#define MINRISK_SMALLER __builtin_ia32_minpd256
#else
/* Whether a is above b, in every bit of a lane. */
static inline words is_above(lanes a, lanes b)
{
#if MINRISK_LANES == 1
    return (uint64_t)0 - (uint64_t)(a > b);
#else
    return (words)(a > b);
#endif
}

static inline lanes larger(lanes a, lanes b)
{
    words above = is_above(a, b);
    return lanes_of((words_of(a) & above) | (words_of(b) & ~above));
}

static inline lanes smaller(lanes a, lanes b)
{
    words above = is_above(b, a);
    return lanes_of((words_of(a) & above) | (words_of(b) & ~above));
}
#define MINRISK_LARGER  larger
#define MINRISK_SMALLER smaller
#endif

typedef struct extent {
    double largest, smallest;
} extent;

static void take_extent(extent *e, double x)
{
    e->largest = x > e->largest ? x : e->largest;
    e->smallest = x < e->smallest ? x : e->smallest;
}

/* The largest and the smallest quantity; what is NaN passes. */
static extent extent_of(const double *x, size_t n)
{
    extent e = {0.0, minrisk_double_of(MINRISK_INFINITY_BITS)};
    lanes largest = all(e.largest), smallest = all(e.smallest);
    size_t i, lane;

    for (i = 0; i + MINRISK_LANES <= n; i += MINRISK_LANES) {
        lanes v = load(x + i, MINRISK_LANES);
        largest = MINRISK_LARGER(v, largest);
        smallest = MINRISK_SMALLER(v, smallest);
    }
    for (; i < n; i++) {
        take_extent(&e, x[i]);
    }
    for (lane = 0; lane < MINRISK_LANES; lane++) {
        take_extent(&e, MINRISK_LANE(largest, lane));
        take_extent(&e, MINRISK_LANE(smallest, lane));
    }
    return e;
}

/* How many are positive: all, where the smallest is. */
static uint64_t positives_of(const double *x, size_t n, double smallest)
{
    uint64_t positives = 0;
    size_t i;

    if (smallest > 0.0) {
        return n;
    }
    for (i = 0; i < n; i++) {
        positives += x[i] > 0.0;
    }
    return positives;
}

static double power_of_two(int exponent)
{
    return minrisk_double_of((uint64_t)(1023 + exponent) << 52);
}

static scale scale_of(double largest)
{
    int exponent = (int)(minrisk_bits_of(&largest) >> 52) - 1022;
    double unit = power_of_two(exponent);
    scale s;

    s.coarse = all(unit * COARSE * SHIFT);
    s.fine = all(unit * FINE * SHIFT);
    s.middle = all(MIDDLE * SHIFT);
    s.exponent = all(4503599627370496.0 + (1023.0 + exponent));
    s.inverse = power_of_two(-exponent);
    return s;
}

/* A factor that brings the largest quantity to where no sum can leave the range of double; what
 * underflows beside it would be rounded away. */
static double lift_of(double largest)
{
    if (largest > 1e300) {
        return power_of_two(-100);
    }
    return largest < 1e-250 ? power_of_two(900) : 1.0;
}

enum { PART = 32 };

static int add_all(totals *t, const double *x, size_t n, const scale *s, double lift)
{
    double part[PART];
    size_t length = lift == 1.0 ? (size_t)BLOCK : (size_t)PART;
    size_t i, j;

    for (i = 0; i < n; i += length) {
        const double *block = x + i;
        size_t size = n - i < length ? n - i : length;
        if (lift != 1.0) {
            for (j = 0; j < size; j++) {
                part[j] = x[i + j] * lift;
            }
            block = part;
        }
        if (!add_block(t, block, size, s)) {
            return 0;
        }
    }
    return 1;
}

/* ln T - (sum x ln x) / T */
static minrisk_pair entropy_of(minrisk_pair total, const totals *t)
{
    minrisk_pair moment = pair_of_wide(t->hw, EXACT);

    moment = minrisk_pair_add(moment, pair_of_wide(t->r_coarse, COARSE));
    moment = minrisk_pair_add(moment, pair_of_wide(t->r_fine, FINE));
    return minrisk_pair_add(minrisk_log_pair(total),
                            minrisk_pair_negate(minrisk_pair_divide(moment, total)));
}

int minrisk_fast_entropy(const double *quantity, size_t n, minrisk_pair *nats, size_t *suppliers)
{
    extent e = extent_of(quantity, n);
    double lift = lift_of(e.largest);
    minrisk_pair total, entropy;
    uint64_t positives;
    totals t;
    scale s;

    if (!(e.smallest >= 0.0 && e.largest > 0.0 && minrisk_is_finite(e.largest))) {
        return 0;
    }
    positives = positives_of(quantity, n, e.smallest);
    s = scale_of(e.largest * lift);
    memset(&t, 0, sizeof t);
    if (!add_all(&t, quantity, n, &s, lift)) {
        return 0;
    }
    total = minrisk_pair_add(pair_of_wide(t.coarse, COARSE), pair_of_wide(t.fine, FINE));
    /* unreached: 2^-25 takes 2^24 suppliers, all but a few of them minute */
    if (total.high < (double)positives * 2.9802322387695312e-08) {
        return 0; /* unreached: likewise */
    }
    entropy = entropy_of(total, &t);
    if (entropy.high < 1.0) {
        return 0;
    }
    *nats = entropy;
    *suppliers = (size_t)positives;
    return 1;
}

#undef MINRISK_LANES
#undef MINRISK_LANE
#undef MINRISK_LARGER
#undef MINRISK_SMALLER

#endif
