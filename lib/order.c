/* SPDX-License-Identifier: MIT */
/* Suppliers in the order of their size: see order.h.
 *
 * A radix sort from the top. The bits of positive doubles are keys in the doubles' own order. A
 * group of suppliers is shared out over buckets by their distance from the group's highest key,
 * in steps that make the most of the group's own span; the buckets are the groups of the next
 * level. Where the buckets end is not kept: neighbours of one bucket show by their keys. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "order.h"

#include "fast.h"
#include "words.h"

/* At most 2^DIGIT buckets: the arrays that count them are most of the stack. A group of so few as
 * SMALL is sorted at once. */
#if MINRISK_HAS_FAST
enum { DIGIT = 8 };
#else
enum { DIGIT = 5 };
#endif
enum { LEAST_DIGIT = 3, PER_BUCKET = 4, SMALL = 16 };

/* Keys are shared out by (highest - key) >> shift. */
typedef struct level {
    uint64_t highest;
    size_t end; /* of the group that was shared out */
    unsigned shift;
    unsigned buckets;
} level;

/* Every level but the first takes at least LEAST_DIGIT bits, of 63, off the span of a group. */
enum { MOST_LEVELS = 63 / LEAST_DIGIT + 1 };

static unsigned width_of(uint64_t x)
{
    unsigned width = 0;

    while (x != 0) {
        x >>= 1;
        width++;
    }
    return width;
}

/* How to share out n keys: about PER_BUCKET of them a bucket, were they spread evenly. */
static level level_for(uint64_t lowest, uint64_t highest, size_t n, size_t end)
{
    unsigned digit = width_of(n / PER_BUCKET);
    unsigned width = width_of(highest - lowest);
    level l;

    digit = digit < LEAST_DIGIT ? (unsigned)LEAST_DIGIT : digit > DIGIT ? (unsigned)DIGIT : digit;
    l.highest = highest;
    l.end = end;
    l.shift = width > digit ? width - digit : 0;
    l.buckets = (unsigned)((highest - lowest) >> l.shift) + 1;
    return l;
}

static size_t bucket_of(uint64_t key, const level *l)
{
    return (size_t)((l->highest - key) >> l->shift);
}

static size_t bucket_at(const double *x, const level *l)
{
    return bucket_of(minrisk_bits_of(x), l);
}

/* Shares out n keys in place: whatever stands in a bucket's first free place changes places with
 * what stands in the first free place of its own bucket. Each exchange fills one for good. */
static void share_out(double *x, size_t n, const level *l)
{
    size_t next[1 << DIGIT], end[1 << DIGIT];
    size_t i, sum = 0;
    unsigned b;

    memset(end, 0, l->buckets * sizeof end[0]);
    for (i = 0; i < n; i++) {
        end[bucket_at(&x[i], l)]++;
    }
    for (b = 0; b < l->buckets; b++) {
        next[b] = sum;
        sum += end[b];
        end[b] = sum;
    }
    for (b = 0; b < l->buckets; b++) {
        while (next[b] < end[b]) {
            for (i = next[b]; i < end[b]; i++) {
                double moved = x[i];
                size_t place = next[bucket_at(&moved, l)]++;
                x[i] = x[place];
                x[place] = moved;
            }
        }
    }
}

/* Insertion, the largest first, without a branch that the keys decide. */
static void sort_small(double *x, size_t n)
{
    size_t i, j;

    for (i = 1; i < n; i++) {
        uint64_t key = minrisk_bits_of(&x[i]);
        for (j = i; j-- > 0;) {
            uint64_t other = minrisk_bits_of(&x[j]);
            uint64_t low = key < other ? key : other;
            key = key < other ? other : key;
            x[j + 1] = minrisk_double_of(low);
        }
        x[0] = minrisk_double_of(key);
    }
}

/* The end of as many whole buckets from `begin` on as make at most SMALL keys; `begin` if not even
 * one does. */
static size_t end_of_small(const double *x, size_t begin, const level *l)
{
    size_t end = begin + SMALL;
    size_t bucket;

    if (l->end - begin <= SMALL) {
        return l->end;
    }
    bucket = bucket_at(&x[end], l);
    while (end > begin && bucket_at(&x[end - 1], l) == bucket) {
        end--;
    }
    return end;
}

/* Shares out the bucket that begins there and has more than SMALL keys. Returns where it ends, and
 * where keys in it differ, the level to look through next. */
static size_t open_bucket(double *x, size_t begin, const level *l, level *next)
{
    size_t bucket = bucket_at(&x[begin], l);
    uint64_t lowest = minrisk_bits_of(&x[begin]), highest = lowest;
    size_t end;

    for (end = begin + 1; end < l->end && bucket_at(&x[end], l) == bucket; end++) {
        uint64_t key = minrisk_bits_of(&x[end]);
        lowest = key < lowest ? key : lowest;
        highest = key > highest ? key : highest;
    }
    *next = level_for(lowest, highest, end - begin, end);
    if (lowest != highest) {
        share_out(x + begin, end - begin, next);
    }
    return end;
}

/* Sorts what the first level has shared out. */
static void sort_levels(double *x, const level *first)
{
    level levels[MOST_LEVELS];
    unsigned depth = 0;
    size_t i = 0;

    levels[0] = *first;
    while (i < first->end) {
        size_t end = end_of_small(x, i, &levels[depth]);

        if (end > i) {
            sort_small(x + i, end - i);
            i = end;
        } else {
            end = open_bucket(x, i, &levels[depth], &levels[depth + 1]);
            if (levels[depth + 1].shift == 0) {
                i = end; /* keys of one bucket are equal */
            } else {
                depth++;
            }
        }
        while (depth > 0 && i == levels[depth].end) {
            depth--;
        }
    }
}

/* --- a market -------------------------------------------------------------------------------- */

/* The keys of the suppliers with supply. */
typedef struct span {
    uint64_t lowest, highest;
    size_t n;
} span;

static minrisk_status span_of(const double *quantity, size_t n, span *s)
{
    uint64_t lowest_less_one = ~(uint64_t)0; /* a zero, less one, is above all others */
    size_t i;

    s->highest = 0;
    s->n = 0;
    for (i = 0; i < n; i++) {
        uint64_t key = minrisk_rank_key(quantity[i]);
        if (!minrisk_is_quantity(quantity[i])) {
            return MINRISK_E_DATA;
        }
        lowest_less_one = key - 1 < lowest_less_one ? key - 1 : lowest_less_one;
        s->highest = key > s->highest ? key : s->highest;
        s->n += key != 0;
    }
    s->lowest = lowest_less_one + 1;
    return s->n > 0 ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

/* Shares out a market's suppliers while copying them; those without supply are left behind. */
static void copy_out(const double *quantity, size_t n, double *x, const level *l)
{
    size_t next[1 << DIGIT];
    size_t i, sum = 0;
    unsigned b;

    memset(next, 0, l->buckets * sizeof next[0]);
    for (i = 0; i < n; i++) {
        if (!minrisk_is_zero(quantity[i])) {
            next[bucket_at(&quantity[i], l)]++;
        }
    }
    for (b = 0; b < l->buckets; b++) {
        size_t count = next[b];
        next[b] = sum;
        sum += count;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_zero(quantity[i])) {
            x[next[bucket_at(&quantity[i], l)]++] = quantity[i];
        }
    }
}

minrisk_status minrisk_order_into(const double *quantity, size_t n, double *x,
                                  minrisk_ordered *market)
{
    minrisk_status status;
    level first;
    span s;

    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = span_of(quantity, n, &s);
    if (status != MINRISK_OK) {
        return status;
    }

    first = level_for(s.lowest, s.highest, s.n, s.n);
    copy_out(quantity, n, x, &first);
    if (first.shift != 0) {
        sort_levels(x, &first);
    }
    market->quantity = x;
    market->n = s.n;
    return MINRISK_OK;
}

minrisk_status minrisk_order_size(size_t n, const double *scratch, size_t scratch_len)
{
    if (n > MINRISK_FEW && !scratch) {
        return MINRISK_E_NULL;
    }
    return n == 0 || (n > MINRISK_FEW && scratch_len < n) ? MINRISK_E_SIZE : MINRISK_OK;
}

minrisk_status minrisk_order(const double *quantity, size_t n, double *scratch, size_t scratch_len,
                             double few[MINRISK_FEW], minrisk_ordered *market)
{
    minrisk_status status = minrisk_order_size(n, scratch, scratch_len);

    if (status != MINRISK_OK) {
        return status;
    }
    return minrisk_order_into(quantity, n, n > MINRISK_FEW ? scratch : few, market);
}

minrisk_status minrisk_order_known(const double *quantity, size_t n, minrisk_ordered *market)
{
    uint64_t before = MINRISK_INFINITY_BITS;
    size_t positives = 0;
    size_t i;

    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        uint64_t key = minrisk_rank_key(quantity[i]);
        if (!minrisk_is_quantity(quantity[i]) || key > before) {
            return MINRISK_E_DATA;
        }
        before = key;
        positives += key != 0;
    }
    market->quantity = quantity;
    market->n = positives;
    return positives > 0 ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

/* --- the k largest ---------------------------------------------------------------------------- */

/* Whether a block holds a key above `least`: the sign of least - key, since both are below 2^63. A
 * -0.0 shows too, which does no harm. */
static int any_above(const double *block, uint64_t least)
{
    minrisk_words any = minrisk_words_none();
    uint64_t signs = 0;
    size_t i;

    for (i = 0; i < MINRISK_TOP_BLOCK; i += MINRISK_WORDS) {
        any |= least - minrisk_words_at(block + i);
    }
    for (i = 0; i < MINRISK_WORDS; i++) {
        signs |= MINRISK_WORD(any, i);
    }
    return (signs & MINRISK_SIGN_BIT) != 0;
}

void minrisk_top_read(minrisk_top *top, const double *quantity, size_t n)
{
    size_t i, j, length;

    for (i = 0; i < n; i += length) {
        length = n - i < MINRISK_TOP_BLOCK ? n - i : (size_t)MINRISK_TOP_BLOCK;
        if (length < MINRISK_TOP_BLOCK || any_above(quantity + i, minrisk_top_least(top))) {
            for (j = 0; j < length; j++) {
                minrisk_top_offer(top, minrisk_rank_key(quantity[i + j]));
            }
        }
    }
}

#endif
