/* SPDX-License-Identifier: MIT */
/* Random words by counter: Threefry4x32-20 (Salmon, Moraes, Dror and Shaw 2011).
 *
 * Every word is a function of a key and a counter, so that any trial can be drawn by itself, in any
 * order, on any machine. No state, no multiplication. */
#ifndef MINRISK_RANDOM_H
#define MINRISK_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "lanes.h"

/* Trials that are drawn together; where size counts, no more than a vector has. */
#if defined(__OPTIMIZE_SIZE__)
enum { MINRISK_BATCH = MINRISK_WORD_LANES };
#else
enum { MINRISK_BATCH = 8 };
#endif

/* What a block of four words is for; it stands in the top byte of the counter's last word. */
enum minrisk_domain {
    MINRISK_DRAW_PHASE = 0,   /* entity: the project's number; block: phase / 4 */
    MINRISK_DRAW_SUCCESS = 1, /* entity: the project's number / 4 */
    MINRISK_DRAW_SHOCK = 2,   /* entity: the shock */
    MINRISK_DRAW_SLIP = 4,    /* entity: the slip factor */
    MINRISK_DRAW_SHARED = 5 /* entity: the group; block 0 says whether it shares, and has the words
                                 of a slip; phases begin at block 1 */
};

/* The four words of a counter under a key. */
void minrisk_random_block(const uint32_t key[4], const uint32_t counter[4], uint32_t word[4]);

/* The last word of a counter. */
static inline uint32_t minrisk_random_last(enum minrisk_domain domain, size_t block)
{
    return (uint32_t)domain << 24 | (uint32_t)block;
}

/* The block of an entity in each of MINRISK_BATCH trials from `trial` on:
 *
 *     key (seed low, seed high, 0, 0), counter (trial low, trial high, entity, last)
 */
void minrisk_random_batch(uint64_t seed, uint64_t trial, uint32_t entity, uint32_t last,
                          uint32_t word[4][MINRISK_BATCH]);

/* The blocks of two counters for the same trials; where there are vectors, in hardly more time. */
void minrisk_random_pair(uint64_t seed, uint64_t trial, const uint32_t entity[2],
                         const uint32_t last[2], uint32_t word[2][4][MINRISK_BATCH]);

#endif
