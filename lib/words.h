/* SPDX-License-Identifier: MIT */
/* Words of 64 bits, several in a vector where GCC or clang build for an x86 processor. */
#ifndef MINRISK_WORDS_H
#define MINRISK_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "memory.h"

#if defined(__GNUC__) && defined(__AVX2__)
#define MINRISK_WORDS 4
#elif defined(__GNUC__) && defined(__SSE2__)
#define MINRISK_WORDS 2
#else
#define MINRISK_WORDS 1
#endif

#if MINRISK_WORDS == 1
typedef uint64_t minrisk_words;
#define MINRISK_WORD(w, i) (w)
#else
typedef uint64_t minrisk_words __attribute__((vector_size(8 * MINRISK_WORDS)));
#define MINRISK_WORD(w, i) ((w)[i])
#endif

/* As many words as stand at any address. */
static inline minrisk_words minrisk_words_at(const void *address)
{
    minrisk_words words;
    minrisk_copy(&words, address, sizeof words);
    return words;
}

static inline minrisk_words minrisk_words_none(void)
{
    minrisk_words words;
    memset(&words, 0, sizeof words);
    return words;
}

#endif
