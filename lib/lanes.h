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

#endif
