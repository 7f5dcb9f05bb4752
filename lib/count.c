/* SPDX-License-Identifier: MIT */
/* Concentration of counts, with integer instructions alone. */
#include "minrisk/count.h"

#include "top.h"
#include "wide.h"
#include "words.h"

/* --- points of an exact quotient -------------------------------------------------------------- */

enum { LIMBS = 9, POINTS = 10000, HALF_POINTS = 2 * POINTS };

/* A natural number below 2^288 in limbs of 32 bits, lowest first, none of the leading ones zero.
 * The largest here is (2 points + 1) T^2 < 2^15 2^250, since an array of 64-bit counts that fits
 * into an address space has less than 2^61 of them and a total T < 2^125. */
typedef struct natural {
    uint32_t limb[LIMBS];
    unsigned length;
} natural;

/* Of a number that is not 0, as all are here. */
static void trim(natural *a)
{
    while (a->limb[a->length - 1] == 0) {
        a->length--;
    }
}

static natural natural_of(const uint64_t *word, unsigned words)
{
    natural a;
    unsigned i;

    memset(&a, 0, sizeof a);
    for (i = 0; i < words; i++) {
        a.limb[(size_t)2 * i] = (uint32_t)word[i];
        a.limb[(size_t)2 * i + 1] = (uint32_t)(word[i] >> 32);
    }
    a.length = 2 * words;
    trim(&a);
    return a;
}

static natural product(const natural *a, const natural *b)
{
    natural p;
    unsigned i, j;

    memset(&p, 0, sizeof p);
    for (i = 0; i < a->length; i++) {
        uint64_t carry = 0;
        for (j = 0; j < b->length; j++) {
            carry += (uint64_t)a->limb[i] * b->limb[j] + p.limb[i + j];
            p.limb[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        p.limb[i + j] = (uint32_t)carry;
    }
    p.length = a->length + b->length;
    trim(&p);
    return p;
}

static natural multiple(const natural *a, uint64_t factor)
{
    natural b = natural_of(&factor, 1);
    return product(a, &b);
}

static int compare(const natural *a, const natural *b)
{
    unsigned i = LIMBS;

    while (i-- > 0) {
        if (a->limb[i] != b->limb[i]) {
            return a->limb[i] < b->limb[i] ? -1 : 1;
        }
    }
    return 0;
}

/* 10,000 part / whole to nearest, ties to even, for part <= whole and 0 < whole < 2^48. */
static uint32_t points_of_small(uint64_t part, uint64_t whole)
{
    uint64_t halves = HALF_POINTS * part / whole;
    uint64_t rest = HALF_POINTS * part % whole;
    uint64_t points = halves / 2;

    return (uint32_t)(points + (halves % 2 && (rest > 0 || points % 2)));
}

/* The same for a larger whole: a guess, then 20,000 part against (2 points + 1) whole. From the top
 * 17 to 48 bits of the whole, of which the rest is less than 2^-16, the guess is less than 10,000 /
 * 2^16 too high: where it is, it is what the quotient rounds to. */
static uint32_t points_of(const natural *part, const natural *whole)
{
    natural twice = multiple(part, HALF_POINTS);
    unsigned cut = whole->length - 1;
    uint64_t above, below, points;

    cut -= whole->limb[cut] >> 16 == 0;
    above = (uint64_t)twice.limb[cut + 1] << 32 | twice.limb[cut];
    below = (uint64_t)whole->limb[cut + 1] << 32 | whole->limb[cut];
    for (points = above / 2 / below;; points++) {
        natural middle = multiple(whole, 2 * points + 1);
        int sign = compare(&twice, &middle);
        if (sign < 0 || (sign == 0 && points % 2 == 0)) {
            return (uint32_t)points;
        }
    }
}

/* --- sums ------------------------------------------------------------------------------------- */

/* T and the sum of squares, lowest words first. */
typedef struct sums {
    uint64_t total[2];
    uint64_t squares[3];
} sums;

static void add(uint64_t *word, uint64_t term)
{
    word[0] += term;
    word[1] += word[0] < term;
}

static void add_square(sums *s, uint64_t high, uint64_t low)
{
    uint64_t carry;

    s->squares[0] += low;
    carry = s->squares[0] < low;
    s->squares[1] += carry;
    carry = s->squares[1] < carry;
    s->squares[1] += high;
    s->squares[2] += carry + (s->squares[1] < high);
}

static int is_zero(const sums *s)
{
    return (s->total[0] | s->total[1]) == 0;
}

/* Two counts in a word: the squares of the low ones, one instruction that GCC does not see. */
static inline minrisk_words squares_of_low(minrisk_words w)
{
#if MINRISK_WORDS == 1 || defined(__clang__)
    minrisk_words low = w & 0xFFFFFFFF;
    return low * low;
#else
    typedef int halves __attribute__((vector_size(8 * MINRISK_WORDS)));
#if MINRISK_WORDS == 4
    return (minrisk_words)__builtin_ia32_pmuludq256((halves)w, (halves)w);
#else
    return (minrisk_words)__builtin_ia32_pmuludq128((halves)w, (halves)w);
#endif
#endif
}

/* Few enough for a size_t of 16 bits, and for what is added up below. */
static const size_t BLOCK = (size_t)1 << 15;

/* Sums modulo 2^64 are enough. Of words: with the sum of their high halves, they give the total. Of
 * squares: with the sum of their high halves, below 2^47, they give that of the low halves. */
enum { TWO_VECTORS = 2 * MINRISK_WORDS };

static void add_block(sums *s, const uint32_t *x, size_t n)
{
    minrisk_words all = minrisk_words_none(), highs = all, squares = all, high_squares = all;
    uint64_t total = 0, low = 0, high = 0;
    size_t i;

    for (i = 0; i + TWO_VECTORS <= n; i += TWO_VECTORS) {
        minrisk_words words = minrisk_words_at(x + i), odd = words >> 32;
        minrisk_words even_squares = squares_of_low(words), odd_squares = squares_of_low(odd);
        all += words;
        highs += odd;
        squares += even_squares;
        squares += odd_squares;
        high_squares += even_squares >> 32;
        high_squares += odd_squares >> 32;
    }
    for (; i < n; i++) {
        uint64_t square = (uint64_t)x[i] * x[i];
        total += x[i];
        low += square;
        high += square >> 32;
    }
    for (i = 0; i < MINRISK_WORDS; i++) {
        total += MINRISK_WORD(all, i) - (MINRISK_WORD(highs, i) << 32) + MINRISK_WORD(highs, i);
        low += MINRISK_WORD(squares, i);
        high += MINRISK_WORD(high_squares, i);
    }
    add(s->total, total);
    add_square(s, 0, low - (high << 32));
    add_square(s, high >> 32, high << 32);
}

static void sum_u32(const uint32_t *quantity, size_t n, sums *s)
{
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i += BLOCK) {
        add_block(s, quantity + i, n - i < BLOCK ? n - i : BLOCK);
    }
}

static void sum_u64(const uint64_t *quantity, size_t n, sums *s)
{
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i++) {
        uint64_t high, low;
        minrisk_wide_multiply(quantity[i], quantity[i], &high, &low);
        add(s->total, quantity[i]);
        add_square(s, high, low);
    }
}

/* --- HHI -------------------------------------------------------------------------------------- */

static minrisk_status hhi_of(const sums *s, uint32_t *points)
{
    natural total, square_of_total, squares;

    if (is_zero(s)) {
        return MINRISK_E_NO_SUPPLY;
    }
    if (s->total[1] == 0 && s->total[0] >> 24 == 0) {
        *points = points_of_small(s->squares[0], s->total[0] * s->total[0]);
        return MINRISK_OK;
    }
    total = natural_of(s->total, 2);
    square_of_total = product(&total, &total);
    squares = natural_of(s->squares, 3);
    *points = points_of(&squares, &square_of_total);
    return MINRISK_OK;
}

minrisk_status minrisk_hhi_points_u32(const uint32_t *quantity, size_t n, uint32_t *points)
{
    sums s;

    if (!quantity || !points) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }

    sum_u32(quantity, n, &s);
    return hhi_of(&s, points);
}

minrisk_status minrisk_hhi_points_u64(const uint64_t *quantity, size_t n, uint32_t *points)
{
    sums s;

    if (!quantity || !points) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }

    sum_u64(quantity, n, &s);
    return hhi_of(&s, points);
}

/* --- the k largest ---------------------------------------------------------------------------- */

static int any_above(const uint32_t *block, uint64_t least)
{
    uint32_t any = 0;
    size_t i;

    for (i = 0; i < MINRISK_TOP_BLOCK; i++) {
        any |= (uint32_t)(block[i] > (uint32_t)least);
    }
    return any != 0;
}

static void sum_slots(const uint32_t *quantity, size_t n, size_t k, uint64_t *sum)
{
    minrisk_top top;
    size_t i, j, length;

    minrisk_top_open(&top, k);
    for (i = 0; i < n; i += length) {
        length = n - i;
        if (length > MINRISK_TOP_BLOCK) {
            length = MINRISK_TOP_BLOCK;
        }
        if (length < MINRISK_TOP_BLOCK || any_above(quantity + i, minrisk_top_least(&top))) {
            for (j = 0; j < length; j++) {
                minrisk_top_offer(&top, quantity[i + j]);
            }
        }
    }
    for (i = 0; i < k; i++) {
        add(sum, top.slot[i]);
    }
}

/* The k-th largest, 1 <= k <= n; k becomes how many of just that size are among the k largest. */
static uint32_t kth_largest(const uint32_t *quantity, size_t n, size_t *k)
{
    uint32_t prefix = 0, known = 0;
    unsigned shift = 32;

    while (shift > 0) {
        size_t count[MINRISK_DIGITS] = {0};
        size_t i;

        shift -= MINRISK_DIGIT_BITS;
        for (i = 0; i < n; i++) {
            if ((quantity[i] & known) == prefix) {
                count[quantity[i] >> shift & (MINRISK_DIGITS - 1)]++;
            }
        }
        prefix |= (uint32_t)minrisk_top_digit(count, k) << shift;
        known |= (uint32_t)(MINRISK_DIGITS - 1) << shift;
    }
    return prefix;
}

static void sum_selected(const uint32_t *quantity, size_t n, size_t k, uint64_t *sum)
{
    uint32_t threshold = kth_largest(quantity, n, &k);
    size_t i;

    for (i = 0; i < n; i++) {
        if (quantity[i] > threshold || (quantity[i] == threshold && k > 0)) {
            k -= quantity[i] == threshold;
            add(sum, quantity[i]);
        }
    }
}

minrisk_status minrisk_top_points_u32(const uint32_t *quantity, size_t n, size_t k,
                                      uint32_t *points)
{
    uint64_t top[2] = {0, 0};
    natural part, whole;
    sums s;

    if (!quantity || !points) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || k == 0) {
        return MINRISK_E_SIZE;
    }
    sum_u32(quantity, n, &s);
    if (is_zero(&s)) {
        return MINRISK_E_NO_SUPPLY;
    }

    k = k < n ? k : n;
    if (k <= MINRISK_TOP_SLOTS) {
        sum_slots(quantity, n, k, top);
    } else {
        sum_selected(quantity, n, k, top);
    }
    if (s.total[1] == 0 && /* unreached: 2^64 takes 2^32 suppliers */
        s.total[0] >> 48 == 0) {
        *points = points_of_small(top[0], s.total[0]);
        return MINRISK_OK;
    }
    part = natural_of(top, 2);
    whole = natural_of(s.total, 2);
    *points = points_of(&part, &whole);
    return MINRISK_OK;
}
