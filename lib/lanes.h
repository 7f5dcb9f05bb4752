/* SPDX-License-Identifier: MIT */
/* Vectors of 32-bit words, as wide as the processor that is built for has them; single words where
 * the compiler has no vectors. Integers alone, so that the width changes no result. */
#ifndef MINRISK_LANES_H
#define MINRISK_LANES_H

#include <stdint.h>

#include "memory.h"

#if defined(__GNUC__) && defined(__AVX2__)
#define MINRISK_WORD_LANES 8
#elif defined(__GNUC__) && (defined(__SSE2__) || defined(__aarch64__) || defined(__VSX__))
#define MINRISK_WORD_LANES 4
#else
#define MINRISK_WORD_LANES 1
#endif

#if MINRISK_WORD_LANES == 1
typedef uint32_t minrisk_ticks;
#else
typedef uint32_t minrisk_ticks __attribute__((vector_size(MINRISK_WORD_LANES * 4)));
#endif

static inline minrisk_ticks minrisk_ticks_load(const uint32_t *from)
{
    minrisk_ticks w;
    minrisk_copy(&w, from, sizeof w);
    return w;
}

static inline minrisk_ticks minrisk_ticks_load_signed(const int32_t *from)
{
    minrisk_ticks w;
    minrisk_copy(&w, from, sizeof w);
    return w;
}

static inline void minrisk_ticks_store(uint32_t *to, minrisk_ticks w)
{
    minrisk_copy(to, &w, sizeof w);
}

static inline minrisk_ticks minrisk_ticks_of(uint32_t x)
{
#if MINRISK_WORD_LANES == 1
    return x;
#else
    minrisk_ticks w;
    memset(&w, 0, sizeof w);
    return w + x;
#endif
}

#if MINRISK_WORD_LANES > 1

typedef uint64_t minrisk_two_ticks __attribute__((vector_size(MINRISK_WORD_LANES * 4)));

/* A word and the one after it, as they stand in memory. */
static inline uint64_t minrisk_two_ticks_load(const int32_t *from)
{
    uint64_t both;
    minrisk_copy(&both, from, sizeof both);
    return both;
}

/* Every other lane of a and then of b, from the first or from the second on, within halves of 128
 * bits. */
#if MINRISK_WORD_LANES == 4
#define MINRISK_EVEN_LANES 0, 2, 4, 6
#define MINRISK_ODD_LANES  1, 3, 5, 7
#else
#define MINRISK_EVEN_LANES 0, 2, 8, 10, 4, 6, 12, 14
#define MINRISK_ODD_LANES  1, 3, 9, 11, 5, 7, 13, 15
#endif

static inline minrisk_ticks minrisk_even_ticks(minrisk_ticks a, minrisk_ticks b)
{
#if defined(__clang__)
    return __builtin_shufflevector(a, b, MINRISK_EVEN_LANES);
#else
    const minrisk_ticks chosen = {MINRISK_EVEN_LANES};
    return __builtin_shuffle(a, b, chosen);
#endif
}

static inline minrisk_ticks minrisk_odd_ticks(minrisk_ticks a, minrisk_ticks b)
{
#if defined(__clang__)
    return __builtin_shufflevector(a, b, MINRISK_ODD_LANES);
#else
    const minrisk_ticks chosen = {MINRISK_ODD_LANES};
    return __builtin_shuffle(a, b, chosen);
#endif
}

#endif

/* The knots of a table at the top `bits` bits of each word, and those just after them. Places are
 * read one by one, since no way to gather words is faster; both knots of a place at once. */
static inline void minrisk_ticks_pick(const int32_t *from, const uint32_t *word, int bits,
                                      minrisk_ticks *low, minrisk_ticks *high)
{
#if MINRISK_WORD_LANES == 1
    const int32_t *at = from + (word[0] >> 1 >> (31 - bits));
    *low = (uint32_t)at[0];
    *high = (uint32_t)at[1];
#else
#define MINRISK_TWO(lane) minrisk_two_ticks_load(from + ((uint64_t)word[lane] >> (32 - bits)))
#if MINRISK_WORD_LANES == 4
    const minrisk_two_ticks a = {MINRISK_TWO(0), MINRISK_TWO(1)};
    const minrisk_two_ticks b = {MINRISK_TWO(2), MINRISK_TWO(3)};
#else
    const minrisk_two_ticks a = {MINRISK_TWO(0), MINRISK_TWO(1), MINRISK_TWO(4), MINRISK_TWO(5)};
    const minrisk_two_ticks b = {MINRISK_TWO(2), MINRISK_TWO(3), MINRISK_TWO(6), MINRISK_TWO(7)};
#endif
#undef MINRISK_TWO
    *low = minrisk_even_ticks((minrisk_ticks)a, (minrisk_ticks)b);
    *high = minrisk_odd_ticks((minrisk_ticks)a, (minrisk_ticks)b);
#endif
}

/* step * part / 2^16, rounded down, where every part is below 2^16: the upper and the lower halves
 * of a step each by itself, so that a product fits. */
static inline minrisk_ticks minrisk_ticks_part(minrisk_ticks step, minrisk_ticks part)
{
#if MINRISK_WORD_LANES > 1 && defined(__SSE2__)
    typedef uint16_t halves __attribute__((vector_size(MINRISK_WORD_LANES * 4)));
    typedef int16_t signed_halves __attribute__((vector_size(MINRISK_WORD_LANES * 4)));
    const minrisk_ticks twice = part | part << 16;
#if MINRISK_WORD_LANES == 4
    const minrisk_ticks upper =
        (minrisk_ticks)__builtin_ia32_pmulhuw128((signed_halves)step, (signed_halves)twice);
#else
    const minrisk_ticks upper =
        (minrisk_ticks)__builtin_ia32_pmulhuw256((signed_halves)step, (signed_halves)twice);
#endif
    return upper + ((minrisk_ticks)((halves)step * (halves)twice) >> 16);
#else
    return (step >> 16) * part + ((step & 0xFFFF) * part >> 16);
#endif
}

static inline void minrisk_ticks_store_signed(int32_t *to, minrisk_ticks w)
{
    memcpy(to, &w, sizeof w);
}

/* All ones where a > b, as signed numbers, 0 elsewhere. */
static inline minrisk_ticks minrisk_ticks_above(minrisk_ticks a, minrisk_ticks b)
{
#if MINRISK_WORD_LANES == 1
    return (int32_t)a > (int32_t)b ? UINT32_MAX : 0;
#else
    typedef int32_t ticks __attribute__((vector_size(MINRISK_WORD_LANES * 4)));
    return (minrisk_ticks)((ticks)a > (ticks)b);
#endif
}

/* a where the mask is all ones, b where it is 0. */
static inline minrisk_ticks minrisk_ticks_select(minrisk_ticks mask, minrisk_ticks a,
                                                 minrisk_ticks b)
{
    return (a & mask) | (b & ~mask);
}

#endif
