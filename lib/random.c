/* SPDX-License-Identifier: MIT */
/* Random words by counter, one counter to a lane: see random.h. */
#include "random.h"

#include "lanes.h"

#define ROTATE(x, by) ((x) << (by) | (x) >> (32 - (by)))

/* Two of the four words mixed into each other. */
#define MIX(a, b, by)                                                                              \
    do {                                                                                           \
        (a) += (b);                                                                                \
        (b) = ROTATE(b, by) ^ (a);                                                                 \
    } while (0)

typedef struct words4 {
    minrisk_ticks x0, x1, x2, x3;
} words4;

/* Rounds 0 to 3 of every eight. */
static inline void even_rounds(words4 *w)
{
    MIX(w->x0, w->x1, 10);
    MIX(w->x2, w->x3, 26);
    MIX(w->x0, w->x3, 11);
    MIX(w->x2, w->x1, 21);
    MIX(w->x0, w->x1, 13);
    MIX(w->x2, w->x3, 27);
    MIX(w->x0, w->x3, 23);
    MIX(w->x2, w->x1, 5);
}

/* Rounds 4 to 7 of every eight. */
static inline void odd_rounds(words4 *w)
{
    MIX(w->x0, w->x1, 6);
    MIX(w->x2, w->x3, 20);
    MIX(w->x0, w->x3, 17);
    MIX(w->x2, w->x1, 11);
    MIX(w->x0, w->x1, 25);
    MIX(w->x2, w->x3, 10);
    MIX(w->x0, w->x3, 18);
    MIX(w->x2, w->x1, 20);
}

/* The five words of the key in turn, as far as they are added. */
enum { KEY = 9 };

/* The key, from its word i on, and how often it has been added. */
static inline void add_key(words4 *w, const uint32_t key[KEY], unsigned i)
{
    w->x0 += key[i];
    w->x1 += key[i + 1];
    w->x2 += key[i + 2];
    w->x3 += key[i + 3] + i;
}

/* In place. The fifth word of the key is the parity of the others, with the constant of Skein 1.3.
 */
static inline void threefry(const uint32_t k[4], words4 *in_out)
{
    const uint32_t last = 0x1BD11BDAU ^ k[0] ^ k[1] ^ k[2] ^ k[3];
    const uint32_t key[KEY] = {k[0], k[1], k[2], k[3], last, k[0], k[1], k[2], k[3]};
    words4 w = *in_out;

    add_key(&w, key, 0);
    even_rounds(&w);
    add_key(&w, key, 1);
    odd_rounds(&w);
    add_key(&w, key, 2);
    even_rounds(&w);
    add_key(&w, key, 3);
    odd_rounds(&w);
    add_key(&w, key, 4);
    even_rounds(&w);
    add_key(&w, key, 5);
    *in_out = w;
}

/* The block of a counter, and of those that follow it in its first two words. */
static void draw_blocks(const uint32_t key[4], const uint32_t counter[4],
                        uint32_t word[4][MINRISK_BATCH])
{
    static const uint32_t place[MINRISK_BATCH] = {0, 1, 2, 3, 4, 5, 6, 7};
    const minrisk_ticks low = minrisk_ticks_of(counter[0]);
    const minrisk_ticks high = minrisk_ticks_of(counter[1]);
    const minrisk_ticks sign = minrisk_ticks_of((uint32_t)1 << 31);
    words4 w;
    int i;

    for (i = 0; i < MINRISK_BATCH; i += MINRISK_WORD_LANES) {
        w.x0 = low + minrisk_ticks_load(place + i);
        w.x1 = high - minrisk_ticks_above(low ^ sign, w.x0 ^ sign); /* the carry */
        w.x2 = minrisk_ticks_of(counter[2]);
        w.x3 = minrisk_ticks_of(counter[3]);
        threefry(key, &w);
        minrisk_ticks_store(word[0] + i, w.x0);
        minrisk_ticks_store(word[1] + i, w.x1);
        minrisk_ticks_store(word[2] + i, w.x2);
        minrisk_ticks_store(word[3] + i, w.x3);
    }
}

void minrisk_random_block(const uint32_t key[4], const uint32_t counter[4], uint32_t word[4])
{
    uint32_t lane[4][MINRISK_BATCH];
    int i;

    draw_blocks(key, counter, lane);
    for (i = 0; i < 4; i++) {
        word[i] = lane[i][0];
    }
}

void minrisk_random_batch(uint64_t seed, uint64_t trial, uint32_t entity,
                          enum minrisk_domain domain, uint32_t block,
                          uint32_t word[4][MINRISK_BATCH])
{
    const uint32_t key[4] = {(uint32_t)seed, (uint32_t)(seed >> 32), 0, 0};
    const uint32_t counter[4] = {(uint32_t)trial, (uint32_t)(trial >> 32), entity,
                                 (uint32_t)domain << 24 | block};

    draw_blocks(key, counter, word);
}
