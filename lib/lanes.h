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
    minrisk_ticks w;
    memset(&w, 0, sizeof w);
    return w + x;
}

/* The words at the places `at` and just after them, lane by lane. Made in registers: words that are
 * stored one by one and loaded as a vector would wait for the stores. */
static inline void minrisk_ticks_pick(const int32_t *from, minrisk_ticks at, minrisk_ticks *low,
                                      minrisk_ticks *high)
{
#if MINRISK_WORD_LANES == 1
    *low = (uint32_t)from[at];
    *high = (uint32_t)from[at + 1];
#elif MINRISK_WORD_LANES == 4
    const minrisk_ticks first = {(uint32_t)from[at[0]], (uint32_t)from[at[1]],
                                 (uint32_t)from[at[2]], (uint32_t)from[at[3]]};
    const minrisk_ticks second = {(uint32_t)from[at[0] + 1], (uint32_t)from[at[1] + 1],
                                  (uint32_t)from[at[2] + 1], (uint32_t)from[at[3] + 1]};
    *low = first;
    *high = second;
#else
    const minrisk_ticks first = {
        (uint32_t)from[at[0]], (uint32_t)from[at[1]], (uint32_t)from[at[2]], (uint32_t)from[at[3]],
        (uint32_t)from[at[4]], (uint32_t)from[at[5]], (uint32_t)from[at[6]], (uint32_t)from[at[7]]};
    const minrisk_ticks second = {(uint32_t)from[at[0] + 1], (uint32_t)from[at[1] + 1],
                                  (uint32_t)from[at[2] + 1], (uint32_t)from[at[3] + 1],
                                  (uint32_t)from[at[4] + 1], (uint32_t)from[at[5] + 1],
                                  (uint32_t)from[at[6] + 1], (uint32_t)from[at[7] + 1]};
    *low = first;
    *high = second;
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
