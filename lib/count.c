/* SPDX-License-Identifier: MIT */
/* Concentration of counts, with integer instructions alone. */
#include "minrisk/count.h"

#include "top.h"
#include "wide.h"
#include "words.h"

/* --- points of an exact quotient -------------------------------------------------------------- */

enum { LIMBS = 9, POINTS = 10000, HALF_POINTS = 2 * POINTS };

/* A natural number below 2^288 in limbs of 32 bits, lowest first. The largest here is
 * (2 points + 1) T^2 < 2^15 2^250, since an array of 64-bit counts that fits into an address space
 * has less than 2^61 of them and a total T < 2^125. */
typedef struct natural {
    uint32_t limb[LIMBS];
} natural;

/* The term is at most (2^32 - 1)^2, so that a limb more does not overflow. */
static void accumulate(uint32_t *limb, uint64_t term)
{
    for (; term != 0; term >>= 32) {
        term += *limb;
        *limb++ = (uint32_t)term;
    }
}

static natural multiple(const natural *a, uint32_t factor)
{
    natural b;
    unsigned i;

    memset(&b, 0, sizeof b);
    for (i = 0; i < LIMBS; i++) {
        accumulate(b.limb + i, (uint64_t)a->limb[i] * factor);
    }
    return b;
}

/* Of a number of four limbs. */
static natural square_of(const natural *a)
{
    natural b;
    unsigned i, j;

    memset(&b, 0, sizeof b);
    for (i = 0; i < LIMBS / 2; i++) {
        for (j = 0; j < LIMBS / 2; j++) {
            accumulate(b.limb + i + j, (uint64_t)a->limb[i] * a->limb[j]);
        }
    }
    return b;
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

/* 10,000 part / whole to nearest, ties to even, for part <= whole and 0 < whole: a guess, then
 * 20,000 part against (2 points + 1) whole. From the top 17 to 48 bits of the whole, or all,
 * of which the rest is less than 2^-16, the guess is less than 10,000 / 2^16 too high: where it is,
 * it is what the quotient rounds to. */
static uint32_t points_of(const natural *part, const natural *whole)
{
    natural twice = multiple(part, HALF_POINTS);
    unsigned cut = LIMBS - 1;
    uint64_t above, below;
    uint32_t points;

    while (whole->limb[cut] == 0) {
        cut--;
    }
    cut -= cut > 0 && whole->limb[cut] >> 16 == 0;
    above = (uint64_t)twice.limb[cut + 1] << 32 | twice.limb[cut];
    below = (uint64_t)whole->limb[cut + 1] << 32 | whole->limb[cut];
    for (points = (uint32_t)(above / 2 / below);; points++) {
        natural middle = multiple(whole, 2 * points + 1);
        int sign = compare(&twice, &middle);
        if (sign < 0 || (sign == 0 && points % 2 == 0)) {
            return points;
        }
    }
}

/* --- sums ------------------------------------------------------------------------------------- */

/* T and the sum of squares. */
typedef struct sums {
    natural total;
    natural squares;
} sums;

/* Of a total. */
static int is_zero(const natural *a)
{
    return (a->limb[0] | a->limb[1] | a->limb[2] | a->limb[3]) == 0;
}

#if defined(__OPTIMIZE_SIZE__)

static void sum_u32(const uint32_t *quantity, size_t n, sums *s)
{
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i++) {
        accumulate(s->total.limb, quantity[i]);
        accumulate(s->squares.limb, (uint64_t)quantity[i] * quantity[i]);
    }
}

static void sum_u64(const uint64_t *quantity, size_t n, sums *s)
{
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i++) {
        uint64_t low = (uint32_t)quantity[i], high = quantity[i] >> 32;
        accumulate(s->total.limb, low);
        accumulate(s->total.limb + 1, high);
        accumulate(s->squares.limb, low * low);
        accumulate(s->squares.limb + 1, low * high);
        accumulate(s->squares.limb + 1, low * high);
        accumulate(s->squares.limb + 2, high * high);
    }
}

#else

/* Two counts in a word: the squares of the low ones, one instruction that GCC does not see. */
static inline minrisk_words squares_of_low(minrisk_words w)
{
#if MINRISK_WORDS == 1 || defined(__clang__)
    minrisk_words low = w & 0xFFFFFFFFu;
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
    accumulate(s->total.limb, total);
    accumulate(s->squares.limb, low - (high << 32));
    accumulate(s->squares.limb + 1, high);
}

static void sum_u32(const uint32_t *quantity, size_t n, sums *s)
{
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i += BLOCK) {
        add_block(s, quantity + i, n - i < BLOCK ? n - i : BLOCK);
    }
}

static void accumulate_words(natural *a, const uint64_t *word, unsigned words)
{
    unsigned i;

    for (i = 0; i < 2 * words; i++) {
        accumulate(a->limb + i, word[i / 2] >> (32 * (i % 2)) & 0xFFFFFFFFu);
    }
}

static void sum_u64(const uint64_t *quantity, size_t n, sums *s)
{
    uint64_t total[2] = {0, 0}, squares[3] = {0, 0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t high, low, carry;
        minrisk_wide_multiply(quantity[i], quantity[i], &high, &low);
        total[0] += quantity[i];
        total[1] += total[0] < quantity[i];
        squares[0] += low;
        carry = squares[0] < low;
        squares[1] += carry;
        carry = squares[1] < carry;
        squares[1] += high;
        squares[2] += carry + (squares[1] < high);
    }
    memset(s, 0, sizeof *s);
    accumulate_words(&s->total, total, 2);
    accumulate_words(&s->squares, squares, 3);
}

#endif

/* --- HHI -------------------------------------------------------------------------------------- */

static minrisk_status hhi_of(const sums *s, uint32_t *points)
{
    natural square;

    if (is_zero(&s->total)) {
        return MINRISK_E_NO_SUPPLY;
    }
    square = square_of(&s->total);
    *points = points_of(&s->squares, &square);
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

static void sum_slots(const uint32_t *quantity, size_t n, size_t k, natural *sum)
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
        accumulate(sum->limb, top.slot[i]);
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

static void sum_selected(const uint32_t *quantity, size_t n, size_t k, natural *sum)
{
    uint32_t threshold = kth_largest(quantity, n, &k);
    size_t i;

    for (i = 0; i < n; i++) {
        if (quantity[i] > threshold || (quantity[i] == threshold && k > 0)) {
            k -= quantity[i] == threshold;
            accumulate(sum->limb, quantity[i]);
        }
    }
}

minrisk_status minrisk_top_points_u32(const uint32_t *quantity, size_t n, size_t k,
                                      uint32_t *points)
{
    natural top;
    sums s;

    if (!quantity || !points) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || k == 0) {
        return MINRISK_E_SIZE;
    }
    sum_u32(quantity, n, &s);
    if (is_zero(&s.total)) {
        return MINRISK_E_NO_SUPPLY;
    }

    memset(&top, 0, sizeof top);
    k = k < n ? k : n;
    if (k <= MINRISK_TOP_SLOTS) {
        sum_slots(quantity, n, k, &top);
    } else {
        sum_selected(quantity, n, k, &top);
    }
    *points = points_of(&top, &s.total);
    return MINRISK_OK;
}
