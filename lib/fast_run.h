/* SPDX-License-Identifier: MIT */
/* Sums of markets, split at a place, by one set of vector instructions. fast.c includes this once
 * for each: vectors of MINRISK_LANES doubles, 1 where there are none, MINRISK_TARGET before each
 * function, and MINRISK_NAME(x) for the names. */

#include "fast_lanes.h"

#if MINRISK_LANES == 1
typedef float MINRISK_NAME(singles);
#else
typedef float MINRISK_NAME(singles) __attribute__((vector_size(MINRISK_LANES * 4)));
#endif

/* A run is summed in two vectors of chains, which are then joined, two by two. */
enum { MINRISK_NAME(CHAINS) = 2 * MINRISK_LANES };

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes) MINRISK_NAME(zero)(void)
{
    MINRISK_NAME(lanes) v;
    memset(&v, 0, sizeof v);
    return v;
}

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes) MINRISK_NAME(load)(const double *x)
{
    MINRISK_NAME(lanes) v;
    memcpy(&v, x, sizeof v);
    return v;
}

/* The last `rest` quantities before `end`, fewer than a vector holds, with zeros in front. As many
 * as a vector holds can be read. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes)
    MINRISK_NAME(load_last)(const double *end, size_t rest)
{
    MINRISK_NAME(lanes) v = MINRISK_NAME(load)(end - MINRISK_LANES);
    MINRISK_NAME(words) mask;
    memcpy(&mask, &last_lanes[MOST_LANES - MINRISK_LANES + rest], sizeof mask);
    return MINRISK_NAME(lanes_of)(MINRISK_NAME(words_of)(v) & mask);
}

MINRISK_INLINE MINRISK_TARGET double MINRISK_NAME(join)(MINRISK_NAME(lanes) v)
{
#if MINRISK_LANES == 1
    return v;
#elif MINRISK_LANES == 2
    return v[0] + v[1];
#elif MINRISK_LANES == 4
    return (v[0] + v[2]) + (v[1] + v[3]);
#else
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
#endif
}

MINRISK_INLINE MINRISK_TARGET uint64_t MINRISK_NAME(add_words)(MINRISK_NAME(words) w)
{
#if MINRISK_LANES == 1
    return w;
#else
    uint64_t sum = w[0];
    int k;
    for (k = 1; k < MINRISK_LANES; k++) {
        sum += w[k];
    }
    return sum;
#endif
}

MINRISK_INLINE MINRISK_TARGET uint64_t MINRISK_NAME(or_words)(MINRISK_NAME(words) w)
{
#if MINRISK_LANES == 1
    return w;
#else
    uint64_t any = w[0];
    int k;
    for (k = 1; k < MINRISK_LANES; k++) {
        any |= w[k];
    }
    return any;
#endif
}

/* --- small markets: one place for all, which their sum gives ---------------------------------- */

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes)
    MINRISK_NAME(plain_sums)(const double *x, size_t n)
{
    const size_t lanes = MINRISK_LANES;
    MINRISK_NAME(lanes) a = MINRISK_NAME(zero)(), b = a;
    size_t i = 0;

    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        a += MINRISK_NAME(load)(x + i);
        b += MINRISK_NAME(load)(x + i + lanes);
    }
    if (i + lanes <= n) {
        a += MINRISK_NAME(load)(x + i);
        i += lanes;
    }
    if (i < n) {
        b += MINRISK_NAME(load_last)(x + n, n - i);
    }
    return a + b;
}

/* What a vector of chains adds up to. */
typedef struct MINRISK_NAME(sums) {
    MINRISK_NAME(lanes) high, high_squares, low, low_squares;
    MINRISK_NAME(words) signs; /* the bits of all x: the top one is set by a negative, or by -0.0 */
} MINRISK_NAME(sums);

/* By itself rather than by memset, of which compilers make a string instruction. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(sums) MINRISK_NAME(no_sums)(void)
{
    MINRISK_NAME(sums) s;
    s.high = s.high_squares = s.low = s.low_squares = MINRISK_NAME(zero)();
    s.signs = MINRISK_NAME(words_of)(s.high);
    return s;
}

MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(take)(MINRISK_NAME(sums) * s, MINRISK_NAME(lanes) x,
                                                      MINRISK_NAME(lanes) shift)
{
    MINRISK_NAME(lanes) h = (x + shift) - shift;
    MINRISK_NAME(lanes) l = x - h;

    s->high += h;
    s->high_squares += h * h;
    s->low += l;
    s->low_squares += l * (h + x);
    s->signs |= MINRISK_NAME(words_of)(x);
}

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(sums)
    MINRISK_NAME(both)(const MINRISK_NAME(sums) * a, const MINRISK_NAME(sums) * b)
{
    MINRISK_NAME(sums) s;
    s.high = a->high + b->high;
    s.high_squares = a->high_squares + b->high_squares;
    s.low = a->low + b->low;
    s.low_squares = a->low_squares + b->low_squares;
    s.signs = a->signs | b->signs;
    return s;
}

/* All but the high parts. */
MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(join_rest)(const MINRISK_NAME(sums) * a, split *s)
{
    s->parts.high_squares = MINRISK_NAME(join)(a->high_squares);
    s->parts.low = MINRISK_NAME(join)(a->low);
    s->parts.low_squares = MINRISK_NAME(join)(a->low_squares);
    s->signs = MINRISK_NAME(or_words)(a->signs);
}

MINRISK_INLINE MINRISK_TARGET split MINRISK_NAME(split_small)(const double *x, size_t n,
                                                              double shift_by)
{
    const size_t lanes = MINRISK_LANES;
    MINRISK_NAME(lanes) shift = MINRISK_NAME(zero)() + shift_by;
    MINRISK_NAME(sums) a = MINRISK_NAME(no_sums)(), b = a;
    split s;
    size_t i = 0;

    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        MINRISK_NAME(take)(&a, MINRISK_NAME(load)(x + i), shift);
        MINRISK_NAME(take)(&b, MINRISK_NAME(load)(x + i + lanes), shift);
    }
    if (i + lanes <= n) {
        MINRISK_NAME(take)(&a, MINRISK_NAME(load)(x + i), shift);
        i += lanes;
    }
    if (i < n) {
        MINRISK_NAME(take)(&b, MINRISK_NAME(load_last)(x + n, n - i), shift);
    }
    a = MINRISK_NAME(both)(&a, &b);
    s.parts.high = MINRISK_NAME(join)(a.high);
    MINRISK_NAME(join_rest)(&a, &s);
    return s;
}

/* Fewer than a vector holds, with zeros behind them. */
MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(pad)(const double *x, size_t n, double *padded)
{
    size_t i;

    for (i = 0; i < MINRISK_LANES; i++) {
        padded[i] = i < n ? x[i] : 0.0;
    }
}

/* Splits a small market; 0 if it is not fit for it. */
MINRISK_INLINE MINRISK_TARGET int MINRISK_NAME(fit_small)(const double *x, size_t n, split *s)
{
    double padded[MINRISK_LANES];
    double sum;
    uint64_t power;

    if (n < MINRISK_LANES) {
        MINRISK_NAME(pad)(x, n, padded);
        x = padded;
        n = MINRISK_LANES;
    }
    sum = MINRISK_NAME(join)(MINRISK_NAME(plain_sums)(x, n));
    power = minrisk_bits_of(&sum) & MINRISK_INFINITY_BITS;
    *s = MINRISK_NAME(split_small)(x, n, minrisk_double_of(power + SHIFT_OVER_POWER));
    s->parts.unit = minrisk_double_of(power - POWER_OVER_UNIT);
    return !minrisk_one_unfit(sum, s->signs);
}

static MINRISK_TARGET int MINRISK_NAME(small_market)(const double *x, size_t n,
                                                     market_totals *totals)
{
    split s;

    if (!MINRISK_NAME(fit_small)(x, n, &s)) {
        return 0;
    }
    *totals = small_totals(&s.parts, n, MINRISK_NAME(CHAINS));
    return 1;
}

/* --- large markets: block by block, split at a place guessed from the block before ------------ */

/* The high parts are counted by the bits of the shifted quantities, beside the additions of
 * doubles, of which a processor does fewer at a time. */
MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(count)(MINRISK_NAME(sums) * s,
                                                       MINRISK_NAME(words) * places,
                                                       MINRISK_NAME(lanes) x,
                                                       MINRISK_NAME(lanes) shift)
{
    MINRISK_NAME(lanes) shifted = x + shift;
    MINRISK_NAME(lanes) h = shifted - shift;
    MINRISK_NAME(lanes) l = x - h;

    *places += MINRISK_NAME(words_of)(shifted);
    s->high_squares += h * h;
    s->low += l;
    s->low_squares += l * (h + x);
    s->signs |= MINRISK_NAME(words_of)(x);
}

static MINRISK_TARGET split MINRISK_NAME(split_block)(const double *x, size_t n, double unit)
{
    const size_t lanes = MINRISK_LANES;
    const double shift_by = MINRISK_SHIFT_UNITS * unit;
    MINRISK_NAME(lanes) shift = MINRISK_NAME(zero)() + shift_by;
    MINRISK_NAME(words) places = MINRISK_NAME(words_of)(MINRISK_NAME(zero)());
    MINRISK_NAME(sums) a = MINRISK_NAME(no_sums)(), b = a;
    split s;
    size_t i = 0;

    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        MINRISK_NAME(count)(&a, &places, MINRISK_NAME(load)(x + i), shift);
        MINRISK_NAME(count)(&b, &places, MINRISK_NAME(load)(x + i + lanes), shift);
    }
    if (i + lanes <= n) {
        MINRISK_NAME(count)(&a, &places, MINRISK_NAME(load)(x + i), shift);
        i += lanes;
    }
    if (i < n) {
        MINRISK_NAME(count)(&b, &places, MINRISK_NAME(load_last)(x + n, n - i), shift);
        i += lanes;
    }
    a = MINRISK_NAME(both)(&a, &b);
    s.parts.unit = unit;
    s.parts.high =
        units_of(MINRISK_NAME(add_words)(places) - i * minrisk_bits_of(&shift_by)) * unit;
    MINRISK_NAME(join_rest)(&a, &s);
    return s;
}

/* A plain sum of squares, and the bits of all quantities. */
static MINRISK_TARGET double MINRISK_NAME(plain_squares)(const double *x, size_t n, uint64_t *any)
{
    const size_t lanes = MINRISK_LANES;
    MINRISK_NAME(lanes) v, squares = MINRISK_NAME(zero)();
    MINRISK_NAME(words) bits = MINRISK_NAME(words_of)(squares);
    size_t i = 0;

    for (; i + lanes <= n; i += lanes) {
        v = MINRISK_NAME(load)(x + i);
        squares += v * v;
        bits |= MINRISK_NAME(words_of)(v);
    }
    if (i < n) {
        v = MINRISK_NAME(load_last)(x + n, n - i);
        squares += v * v;
        bits |= MINRISK_NAME(words_of)(v);
    }
    *any = MINRISK_NAME(or_words)(bits);
    return MINRISK_NAME(join)(squares);
}

static MINRISK_TARGET enum fitness MINRISK_NAME(fit_block)(const double *x, size_t n, double *unit,
                                                           split *s)
{
    double squares;
    uint64_t any;

    if (*unit != 0.0) {
        *s = MINRISK_NAME(split_block)(x, n, *unit);
        if (squares_are_exact(&s->parts)) {
            return s->signs & MINRISK_SIGN_BIT ? UNFIT : FIT;
        }
    }
    squares = MINRISK_NAME(plain_squares)(x, n, &any);
    if (any == 0) {
        return NOTHING;
    }
    if (any & MINRISK_SIGN_BIT || !squares_are_usable(minrisk_bits_of(&squares))) {
        return UNFIT;
    }
    *unit = unit_for_squares(minrisk_bits_of(&squares));
    *s = MINRISK_NAME(split_block)(x, n, *unit);
    return FIT;
}

/* There are at least as many quantities as a vector holds. */
static MINRISK_TARGET int MINRISK_NAME(large_market)(const double *x, size_t n,
                                                     market_totals *totals)
{
    double unit = 0.0; /* no guess yet */
    running r;
    size_t i;

    memset(&r, 0, sizeof r);
    for (i = 0; i < n; i += BLOCK) {
        split s;
        enum fitness fit =
            MINRISK_NAME(fit_block)(x + i, n - i < BLOCK ? n - i : (size_t)BLOCK, &unit, &s);

        if (fit == UNFIT) {
            return 0;
        }
        if (fit == FIT) {
            add_block(&r, &s.parts);
            unit = next_unit(&s.parts);
        }
    }
    if (unit == 0.0) {
        return 0;
    }
    *totals = large_totals(&r, MINRISK_NAME(CHAINS));
    return 1;
}

/* --- the total alone, and whether to look for the largest ------------------------------------- */

/* What a vector of chains adds up to, with the bits of all that was shifted, of all x, and of all
 * differences between the least of the largest so far and x: negative where x is larger. */
typedef struct MINRISK_NAME(counts) {
    MINRISK_NAME(lanes) low;
    MINRISK_NAME(words) places, shifted, signs, above;
} MINRISK_NAME(counts);

MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(count_total)(MINRISK_NAME(counts) * c,
                                                             MINRISK_NAME(lanes) x,
                                                             MINRISK_NAME(lanes) shift,
                                                             MINRISK_NAME(words) least)
{
    MINRISK_NAME(lanes) shifted = x + shift;

    c->places += MINRISK_NAME(words_of)(shifted);
    c->shifted |= MINRISK_NAME(words_of)(shifted);
    c->signs |= MINRISK_NAME(words_of)(x);
    c->above |= least - MINRISK_NAME(words_of)(x);
    c->low += x - (shifted - shift);
}

static MINRISK_TARGET block_total MINRISK_NAME(total_of_block)(const double *x, size_t n,
                                                               double unit, uint64_t least_key)
{
    const size_t lanes = MINRISK_LANES;
    const double shift_by = MINRISK_SHIFT_UNITS * unit;
    MINRISK_NAME(lanes) shift = MINRISK_NAME(zero)() + shift_by, zero = MINRISK_NAME(zero)();
    MINRISK_NAME(words) least = MINRISK_NAME(words_of)(zero) + least_key;
    MINRISK_NAME(counts) a, b;
    block_total t;
    size_t i = 0;

    a.low = zero;
    a.places = a.shifted = a.signs = a.above = MINRISK_NAME(words_of)(zero);
    b = a;
    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        MINRISK_NAME(count_total)(&a, MINRISK_NAME(load)(x + i), shift, least);
        MINRISK_NAME(count_total)(&b, MINRISK_NAME(load)(x + i + lanes), shift, least);
    }
    if (i + lanes <= n) {
        MINRISK_NAME(count_total)(&a, MINRISK_NAME(load)(x + i), shift, least);
        i += lanes;
    }
    if (i < n) {
        MINRISK_NAME(count_total)(&b, MINRISK_NAME(load_last)(x + n, n - i), shift, least);
        i += lanes;
    }
    t.places = MINRISK_NAME(add_words)(a.places + b.places) - i * minrisk_bits_of(&shift_by);
    t.is_exact = total_is_exact(t.places, MINRISK_NAME(or_words)(a.shifted | b.shifted), shift_by);
    t.signs = MINRISK_NAME(or_words)(a.signs | b.signs);
    t.above = MINRISK_NAME(or_words)(a.above | b.above);
    t.low = MINRISK_NAME(join)(a.low + b.low);
    return t;
}

/* Returns 0 where the exact path must. */
static MINRISK_TARGET int MINRISK_NAME(fit_total)(const double *x, size_t n, double *unit,
                                                  uint64_t least, block_total *t)
{
    double sum;

    if (*unit != 0.0) {
        *t = MINRISK_NAME(total_of_block)(x, n, *unit, least);
        if (t->is_exact) {
            return !(t->signs & MINRISK_SIGN_BIT);
        }
    }
    sum = MINRISK_NAME(join)(MINRISK_NAME(plain_sums)(x, n));
    *unit = unit_for_total(sum);
    if (*unit == 0.0) {
        return 0;
    }
    *t = MINRISK_NAME(total_of_block)(x, n, *unit, least);
    return t->is_exact && !(t->signs & MINRISK_SIGN_BIT);
}

/* The total, and the largest too unless `top` is NULL. */
static MINRISK_TARGET int MINRISK_NAME(total)(const double *x, size_t n, minrisk_top *top,
                                              minrisk_one_near *total)
{
    double padded[MINRISK_LANES];
    double unit = 0.0; /* no guess yet */
    running_total r = {{0.0, 0.0}, 0.0, 0.0};
    size_t i, length;

    if (n < MINRISK_LANES) {
        MINRISK_NAME(pad)(x, n, padded);
        x = padded;
        n = MINRISK_LANES;
    }
    for (i = 0; i < n; i += length) {
        uint64_t least = top ? minrisk_top_least(top) : MINRISK_INFINITY_BITS;
        block_total t;

        length = n - i < BLOCK ? n - i : (size_t)BLOCK;
        if (!MINRISK_NAME(fit_total)(x + i, length, &unit, least, &t)) {
            return 0;
        }
        add_total(&r, units_of(t.places) * unit, t.low, unit);
        if (top && t.above & MINRISK_SIGN_BIT) {
            minrisk_top_read(top, x + i, length);
        }
    }
    *total = near_total(&r, MINRISK_NAME(CHAINS));
    return total->high >= LEAST_TOTAL;
}

/* --- shares ----------------------------------------------------------------------------------- */

/* Those of whole vectors of quantities, written unless `share` is NULL. Returns how many are looked
 * at, or 0 if the test leaves one open, or if one is so small that the test might underflow. */
static MINRISK_TARGET size_t MINRISK_NAME(shares)(const double *x, size_t n,
                                                  const minrisk_one_near *total, double *share)
{
    const double least = total->high * LEAST_SHARE;
    const uint64_t least_bits = minrisk_bits_of(&least);
    MINRISK_NAME(lanes) quotient, gap, zero = MINRISK_NAME(zero)();
    MINRISK_NAME(words) open = MINRISK_NAME(words_of)(zero), small = open;
    MINRISK_NAME(near) whole, part;
    size_t i;

    whole.high = zero + total->high;
    whole.low = zero + total->low;
    whole.error = zero + total->error;
    part.low = part.error = zero;
    for (i = 0; i + MINRISK_LANES <= n; i += MINRISK_LANES) {
        MINRISK_NAME(words) bits;
        part.high = MINRISK_NAME(load)(x + i);
        bits = MINRISK_NAME(words_of)(part.high);
        quotient = MINRISK_NAME(quotient)(&part, &whole, &gap);
        open |= MINRISK_NAME(words_of)(gap);
        small |= (bits - least_bits) & ~(bits - 1); /* by their top bits; a zero will do */
        if (share) {
            memcpy(share + i, &quotient, sizeof quotient);
        }
    }
    return MINRISK_NAME(or_words)(open) || MINRISK_NAME(or_words)(small) >> 63 ? 0 : i;
}

/* --- floats: doubles have room enough --------------------------------------------------------- */

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes) MINRISK_NAME(load_singles)(const float *x)
{
    MINRISK_NAME(singles) v;
    memcpy(&v, x, sizeof v);
#if MINRISK_LANES == 1
    return (double)v;
#else
    return __builtin_convertvector(v, MINRISK_NAME(lanes));
#endif
}

static MINRISK_TARGET void MINRISK_NAME(add_singles)(single_sums *s, const float *x, size_t n)
{
    const size_t lanes = MINRISK_LANES;
    MINRISK_NAME(lanes) v, w, a = MINRISK_NAME(zero)(), b = a, c = a, d = a;
    MINRISK_NAME(words) bits = MINRISK_NAME(words_of)(a);
    size_t i = 0;

    for (; i + 2 * lanes <= n; i += 2 * lanes) {
        v = MINRISK_NAME(load_singles)(x + i);
        w = MINRISK_NAME(load_singles)(x + i + lanes);
        a += v;
        b += w;
        c += v * v;
        d += w * w;
        bits |= MINRISK_NAME(words_of)(v) | MINRISK_NAME(words_of)(w);
    }
    s->total += MINRISK_NAME(join)(a + b);
    s->squares += MINRISK_NAME(join)(c + d);
    s->signs |= MINRISK_NAME(or_words)(bits);
    for (; i < n; i++) {
        double y = (double)x[i];
        s->total += y;
        s->squares += y * y;
        s->signs |= minrisk_bits_of(&y);
    }
}

static MINRISK_TARGET single_sums MINRISK_NAME(sum_singles)(const float *x, size_t n)
{
    single_sums s = {0.0, 0.0, 0, MINRISK_NAME(CHAINS)};
    size_t i;

    for (i = 0; i < n; i += FLOAT_BLOCK) {
        MINRISK_NAME(add_singles)(&s, x + i, n - i < FLOAT_BLOCK ? n - i : (size_t)FLOAT_BLOCK);
    }
    return s;
}

/* --- batches: vectors of markets, side by side ------------------------------------------------ */

MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(settle)(const MINRISK_NAME(parts) * p,
                                                        MINRISK_NAME(lanes) terms,
                                                        MINRISK_NAME(lanes) length, size_t markets,
                                                        double *hhi, minrisk_status *each)
{
    MINRISK_NAME(near) square, squares;
    MINRISK_NAME(lanes) quotients, gaps;
    double quotient[MINRISK_LANES], gap[MINRISK_LANES];
    size_t k;

    MINRISK_NAME(small_totals)(p, terms, length, &square, &squares);
    quotients = MINRISK_NAME(quotient)(&squares, &square, &gaps);
    memcpy(quotient, &quotients, sizeof quotient);
    memcpy(gap, &gaps, sizeof gap);
    for (k = 0; k < markets; k++) {
        each[k] = MINRISK_UNDECIDED;
        if (gap[k] == 0.0) {
            hhi[k] = quotient[k];
            each[k] = MINRISK_OK;
        }
    }
}

static MINRISK_TARGET void MINRISK_NAME(groups)(const double *quantity, const size_t *offset,
                                                size_t groups, double *hhi, minrisk_status *each)
{
    waiting w;
    size_t g;

    memset(&w, 0, sizeof w); /* what stays 0 ends undecided, for 0 / 0 is NaN */
    for (g = 0; g < groups; g++) {
        size_t n = offset[g + 1] - offset[g];
        split s;
        if (n - 1 < SMALL_MARKET && MINRISK_NAME(fit_small)(quantity + offset[g], n, &s)) {
            keep_waiting(&w, g, &s.parts, n, MINRISK_NAME(CHAINS));
        }
    }
    for (g = 0; g < groups; g += MINRISK_LANES) {
        size_t markets = groups - g < MINRISK_LANES ? groups - g : MINRISK_LANES;
        MINRISK_NAME(parts) p;
        p.high = MINRISK_NAME(load)(w.high + g);
        p.high_squares = MINRISK_NAME(load)(w.high_squares + g);
        p.low = MINRISK_NAME(load)(w.low + g);
        p.low_squares = MINRISK_NAME(load)(w.low_squares + g);
        p.unit = MINRISK_NAME(load)(w.unit + g);
        MINRISK_NAME(settle)
        (&p, MINRISK_NAME(load)(w.terms + g), MINRISK_NAME(load)(w.length + g), markets, hhi + g,
         each + g);
    }
}

/* A vector of columns, each lane a small market with a place of its own. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(parts)
    MINRISK_NAME(split_columns)(const double *x, size_t suppliers, size_t stride)
{
    const double *const end = x + (suppliers - 1) * stride;
    const double *row;
    MINRISK_NAME(lanes) sum = MINRISK_NAME(load)(end), shift;
    MINRISK_NAME(words) power;
    MINRISK_NAME(sums) a = MINRISK_NAME(no_sums)();
    MINRISK_NAME(parts) p;

    for (row = x; row != end; row += stride) {
        sum += MINRISK_NAME(load)(row);
    }
    power = MINRISK_NAME(words_of)(sum) & MINRISK_INFINITY_BITS;
    shift = MINRISK_NAME(lanes_of)(power + SHIFT_OVER_POWER);
    for (row = x; row != end; row += stride) {
        MINRISK_NAME(take)(&a, MINRISK_NAME(load)(row), shift);
    }
    MINRISK_NAME(take)(&a, MINRISK_NAME(load)(end), shift);
    p.high = a.high;
    p.high_squares = a.high_squares;
    p.low = a.low;
    p.low_squares = a.low_squares;
    /* Of all bits a NaN, which leaves the lane undecided. */
    p.unit = MINRISK_NAME(lanes_of)((power - POWER_OVER_UNIT) | MINRISK_NAME(unfit)(sum, a.signs));
    return p;
}

/* The last vector may take up columns of the one before. Returns 0 for fewer than one holds. */
static MINRISK_TARGET int MINRISK_NAME(columns)(const double *quantity, size_t suppliers,
                                                size_t markets, size_t stride, double *hhi,
                                                minrisk_status *each)
{
    const MINRISK_NAME(lanes) terms = MINRISK_NAME(zero)() + terms_of(suppliers, 1);
    const MINRISK_NAME(lanes) length = MINRISK_NAME(zero)() + length_of(suppliers, 1);
    size_t i;

    if (markets < MINRISK_LANES) {
        return 0;
    }
    for (i = 0; i < markets; i += MINRISK_LANES) {
        size_t g = markets - i < MINRISK_LANES ? markets - MINRISK_LANES : i;
        MINRISK_NAME(parts) p = MINRISK_NAME(split_columns)(quantity + g, suppliers, stride);
        MINRISK_NAME(settle)(&p, terms, length, MINRISK_LANES, hhi + g, each + g);
    }
    return 1;
}
