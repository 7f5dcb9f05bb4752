/* SPDX-License-Identifier: MIT */
/* Suppliers in the order of their size: see order.h.
 *
 * The bits of positive doubles are keys in the doubles' own order. While they are copied, the keys
 * of a market are shared out over buckets by their distance from the highest one, in steps that
 * make the most of the market's own span. Each bucket is then sorted where it stands, digit by
 * digit, which takes room for as many keys again: the place of the largest bucket, which waits.
 * When the others are in order it is read anew from the quantities, and shared out in its turn.
 * Where size counts, a heap does for all of that. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "order.h"

#include "fast.h"
#include "words.h"

/* The keys of suppliers with supply. */
typedef struct span {
    uint64_t lowest, highest;
} span;

#if !defined(__OPTIMIZE_SIZE__)

/* At most 2^DIGIT buckets: the array that counts them is most of the stack. A bucket of so few as
 * SMALL is sorted at once, one of so few as ROOM on the stack. */
#if MINRISK_HAS_FAST
enum { DIGIT = 9, ROOM = 128 };
#else
enum { DIGIT = 5, ROOM = 64 };
#endif
enum { LEAST_DIGIT = 3, PER_BUCKET = 4, SMALL = 16 };

/* Keys are shared out by (highest - key) >> shift. */
typedef struct level {
    uint64_t highest;
    uint64_t width; /* what is farther than this from the highest key is left behind */
    unsigned shift;
    unsigned buckets;
} level;

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
static level level_for(span s, size_t n)
{
    unsigned digit = width_of(n / PER_BUCKET);
    unsigned width = width_of(s.highest - s.lowest);
    level l;

    digit = digit < LEAST_DIGIT ? (unsigned)LEAST_DIGIT : digit > DIGIT ? (unsigned)DIGIT : digit;
    l.highest = s.highest;
    l.width = s.highest - s.lowest;
    l.shift = width > digit ? width - digit : 0;
    l.buckets = (unsigned)(l.width >> l.shift) + 1;
    return l;
}

static uint64_t bucket_of(const double *x, const level *l)
{
    return (l->highest - minrisk_bits_of(x)) >> l->shift;
}

/* Where keys of so many buckets begin, in the place of how many they are. Returns the largest. */
static unsigned begin_of_each(size_t *count, unsigned buckets, size_t *largest)
{
    size_t sum = 0;
    unsigned b, at = 0;

    *largest = 0;
    for (b = 0; b < buckets; b++) {
        size_t n = count[b];
        if (n > *largest) {
            *largest = n;
            at = b;
        }
        count[b] = sum;
        sum += n;
    }
    return at;
}

/* The same of counts of 32 bits. */
static void begin_of_each_short(uint32_t *count, uint64_t buckets)
{
    uint32_t sum = 0;
    uint64_t b;

    for (b = 0; b < buckets; b++) {
        uint32_t n = count[b];
        count[b] = sum;
        sum += n;
    }
}

/* --- one bucket ------------------------------------------------------------------------------ */

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

/* Insertion where nearly all are in order. Returns 0, with the same keys in x, once that has taken
 * more than n moves. */
static int insert(double *x, size_t n)
{
    uint64_t last = minrisk_bits_of(&x[0]);
    size_t moves = 0;
    size_t i, j;

    for (i = 1; i < n && moves <= n; i++) {
        double moved = x[i];
        uint64_t key = minrisk_bits_of(&moved);
        if (key <= last) {
            last = key;
            continue;
        }
        for (j = i; j > 0 && minrisk_bits_of(&x[j - 1]) < key; j--) {
            x[j] = x[j - 1];
        }
        x[j] = moved;
        moves += i - j;
    }
    return moves <= n;
}

/* Copies n keys in the order of a digit, and else as they stand. */
static void copy_by_digit(const double *from, double *to, size_t n, uint64_t highest,
                          unsigned shift)
{
    const size_t mask = ((size_t)1 << DIGIT) - 1;
    size_t next[1 << DIGIT], largest;
    size_t i;

    memset(next, 0, sizeof next);
    for (i = 0; i < n; i++) {
        next[(highest - minrisk_bits_of(&from[i])) >> shift & mask]++;
    }
    (void)begin_of_each(next, 1u << DIGIT, &largest);
    for (i = 0; i < n; i++) {
        to[next[(highest - minrisk_bits_of(&from[i])) >> shift & mask]++] = from[i];
    }
}

/* The span of keys that stand together. */
static span span_of_keys(const double *x, size_t n)
{
    span s;
    size_t i;

    s.lowest = s.highest = minrisk_bits_of(&x[0]);
    for (i = 1; i < n; i++) {
        uint64_t key = minrisk_bits_of(&x[i]);
        s.lowest = key < s.lowest ? key : s.lowest;
        s.highest = key > s.highest ? key : s.highest;
    }
    return s;
}

/* Sorts n keys, which 32 bits can count, by the upper two digits of a span, some 16 places a key,
 * and by insertion. Returns 0, with the same keys in x, where that does not do. */
static int sort_by_two(double *x, size_t n, uint64_t highest, unsigned width, double *room)
{
    uint32_t low[1 << DIGIT], high[1 << DIGIT];
    unsigned digit = (width_of(n) + 4) / 2 < DIGIT ? (width_of(n) + 4) / 2 : (unsigned)DIGIT;
    unsigned shift = width > 2 * digit ? width - 2 * digit : 0;
    const uint64_t mask = ((uint64_t)1 << digit) - 1;
    size_t i;

    memset(low, 0, (size_t)(mask + 1) * sizeof low[0]);
    memset(high, 0, (size_t)(mask + 1) * sizeof high[0]);
    for (i = 0; i < n; i++) {
        uint64_t digits = (highest - minrisk_bits_of(&x[i])) >> shift;
        low[digits & mask]++;
        high[digits >> digit & mask]++;
    }
    begin_of_each_short(low, mask + 1);
    begin_of_each_short(high, mask + 1);
    for (i = 0; i < n; i++) {
        room[low[(highest - minrisk_bits_of(&x[i])) >> shift & mask]++] = x[i];
    }
    shift += digit;
    for (i = 0; i < n; i++) {
        x[high[(highest - minrisk_bits_of(&room[i])) >> shift & mask]++] = room[i];
    }
    return insert(x, n);
}

/* Sorts n keys, with room for as many. Two digits of the bucket's width are enough for most; else
 * two of what is taken up of it; else all. Keys of one bucket differ in less than 61 bits. */
static void sort_bucket(double *x, size_t n, uint64_t highest, unsigned width, double *room)
{
    int is_short = (uint64_t)n <= UINT32_MAX;
    span s;
    unsigned shift;

    /* unreached: a bucket of 2^32 suppliers */
    if (is_short && sort_by_two(x, n, highest, width, room)) {
        return;
    }
    s = span_of_keys(x, n);
    width = width_of(s.highest - s.lowest);
    /* unreached: the same */
    if (is_short && sort_by_two(x, n, s.highest, width, room)) {
        return;
    }
    for (shift = 0; shift < width; shift += 2 * DIGIT) {
        copy_by_digit(x, room, n, s.highest, shift);
        copy_by_digit(room, x, n, s.highest, shift + DIGIT);
    }
}

/* --- a market -------------------------------------------------------------------------------- */

/* A bucket. */
typedef struct group {
    size_t begin, n;
} group;

/* Shares out suppliers while copying them; those outside of the level's span, as all without
 * supply, are left behind. Returns how many are copied, and where the largest bucket is. */
static size_t share_out(const double *quantity, size_t n, double *x, const level *l, group *largest)
{
    size_t next[1 << DIGIT];
    size_t i;
    unsigned at;

    memset(next, 0, l->buckets * sizeof next[0]);
    for (i = 0; i < n; i++) {
        uint64_t distance = l->highest - minrisk_bits_of(&quantity[i]);
        if (distance <= l->width) {
            next[distance >> l->shift]++;
        }
    }
    at = begin_of_each(next, l->buckets, &largest->n);
    largest->begin = next[at];
    for (i = 0; i < n; i++) {
        uint64_t distance = l->highest - minrisk_bits_of(&quantity[i]);
        if (distance <= l->width) {
            x[next[distance >> l->shift]++] = quantity[i];
        }
    }
    return next[l->buckets - 1];
}

/* Where the bucket of the first of n keys ends, by steps that double and halve: buckets stand
 * together. */
static size_t end_of_bucket(const double *x, size_t n, const level *l, uint64_t bucket)
{
    size_t end = 1, step = 1;

    while (step > 0) {
        if (step <= n - end && bucket_of(&x[end + step - 1], l) == bucket) {
            end += step;
            step *= 2;
        } else {
            step /= 2;
        }
    }
    return end;
}

/* Sorts the buckets that stand in x. */
static void sort_buckets(double *x, size_t n, const level *l, double *room)
{
    size_t i, size;

    for (i = 0; i < n; i += size) {
        uint64_t bucket = bucket_of(&x[i], l);
        size = end_of_bucket(x + i, n - i, l, bucket);
        if (size <= SMALL) {
            sort_small(x + i, size);
        } else {
            sort_bucket(x + i, size, l->highest - (bucket << l->shift), l->shift, room);
        }
    }
}

/* Puts the suppliers of a span in order, and returns how many they are. A bucket waits only where
 * it is larger than ROOM; so each level takes at least 6 bits, or 5, off the span, and 13 levels
 * are the most. */
static size_t sort_span(const double *quantity, size_t n, double *x, span s)
{
    double room[ROOM];
    level l = level_for(s, n);
    group largest;
    size_t shared = share_out(quantity, n, x, &l, &largest);
    const size_t all = shared;

    while (l.shift != 0 && largest.n > ROOM) {
        double *place = x + largest.begin;
        size_t end = largest.begin + largest.n;

        s = span_of_keys(place, largest.n);
        sort_buckets(x, largest.begin, &l, place);
        sort_buckets(x + end, shared - end, &l, place);
        x = place;
        l = level_for(s, largest.n);
        shared = share_out(quantity, n, x, &l, &largest);
    }
    if (l.shift != 0) { /* else keys of one bucket are equal */
        sort_buckets(x, shared, &l, room);
    }
    return all;
}

#else

/* --- where size counts ----------------------------------------------------------------------- */

/* Brings the root of a heap, the least on top, to its place. */
static void sift_down(double *x, size_t root, size_t n)
{
    const uint64_t key = minrisk_bits_of(&x[root]);

    while (root < n / 2) {
        size_t child = 2 * root + 1;
        if (child + 1 < n && minrisk_bits_of(&x[child + 1]) < minrisk_bits_of(&x[child])) {
            child++;
        }
        if (minrisk_bits_of(&x[child]) >= key) {
            break;
        }
        x[root] = x[child];
        root = child;
    }
    x[root] = minrisk_double_of(key);
}

/* Puts the suppliers of a span in order, and returns how many they are: heapsort (Williams 1964),
 * n log n steps whatever the quantities are. */
static size_t sort_span(const double *quantity, size_t n, double *x, span s)
{
    size_t positives = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        if (s.highest - minrisk_bits_of(&quantity[i]) <= s.highest - s.lowest) {
            x[positives++] = quantity[i];
        }
    }
    for (i = positives / 2; i-- > 0;) {
        sift_down(x, i, positives);
    }
    for (i = positives; i-- > 1;) {
        double least = x[0];
        x[0] = x[i];
        x[i] = least;
        sift_down(x, 0, i);
    }
    return positives;
}

#endif

/* The span of the keys of suppliers with supply, once the bits of a mask are taken off. */
static span span_of(const double *quantity, size_t n, uint64_t mask)
{
    span s = {~(uint64_t)0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t key = minrisk_bits_of(&quantity[i]) & ~mask;
        s.lowest = key - 1 < s.lowest ? key - 1 : s.lowest; /* a zero, less one, is above all */
        s.highest = key > s.highest ? key : s.highest;
    }
    s.lowest++;
    return s;
}

minrisk_status minrisk_order_into(const double *quantity, size_t n, double *x,
                                  minrisk_ordered *market)
{
    span s = span_of(quantity, n, 0);
    size_t i;

    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (s.highest >= MINRISK_INFINITY_BITS) {
        for (i = 0; i < n; i++) {
            if (!minrisk_is_quantity(quantity[i])) {
                return MINRISK_E_DATA;
            }
        }
        s = span_of(quantity, n, MINRISK_SIGN_BIT); /* one of them is -0.0 */
    }
    if (s.highest == 0) {
        return MINRISK_E_NO_SUPPLY;
    }

    market->quantity = x;
    market->n = sort_span(quantity, n, x, s);
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
