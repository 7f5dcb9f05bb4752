/* SPDX-License-Identifier: MIT */
/* Random words by counter, one counter to a lane: see random.h.
 *
 * The rounds of a counter wait for each other. Where there are vectors, two counters go through
 * them side by side, which takes hardly longer than one. */
#include "random.h"

#include "lanes.h"

/* Where a key has words of 0, as those of all trials have, nothing is added for them. */
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

#define ROTATE(x, by) ((x) << (by) | (x) >> (32 - (by)))

/* Two of the four words mixed into each other. */
#define MIX(a, b, by)                                                                              \
    do {                                                                                           \
        (a) += (b);                                                                                \
        (b) = ROTATE(b, by) ^ (a);                                                                 \
    } while (0)

#if MINRISK_WORD_LANES > 1

typedef struct words {
    minrisk_ticks x0, x1, x2, x3; /* of a counter */
    minrisk_ticks y0, y1, y2, y3; /* and of the other one */
} words;

#define ROUND(first, by, second, by_too)                                                           \
    do {                                                                                           \
        MIX(w->x0, w->x##first, by);                                                               \
        MIX(w->y0, w->y##first, by);                                                               \
        MIX(w->x2, w->x##second, by_too);                                                          \
        MIX(w->y2, w->y##second, by_too);                                                          \
    } while (0)

#define ADD(i, term)                                                                               \
    do {                                                                                           \
        w->x##i += (term);                                                                         \
        w->y##i += (term);                                                                         \
    } while (0)

#else

typedef struct words {
    minrisk_ticks x0, x1, x2, x3;
} words;

#define ROUND(first, by, second, by_too)                                                           \
    do {                                                                                           \
        MIX(w->x0, w->x##first, by);                                                               \
        MIX(w->x2, w->x##second, by_too);                                                          \
    } while (0)

#define ADD(i, term)                                                                               \
    do {                                                                                           \
        w->x##i += (term);                                                                         \
    } while (0)

#endif

/* Rounds 0 to 3 of every eight. */
INLINE void even_rounds(words *w)
{
    ROUND(1, 10, 3, 26);
    ROUND(3, 11, 1, 21);
    ROUND(1, 13, 3, 27);
    ROUND(3, 23, 1, 5);
}

/* Rounds 4 to 7 of every eight. */
INLINE void odd_rounds(words *w)
{
    ROUND(1, 6, 3, 20);
    ROUND(3, 17, 1, 11);
    ROUND(1, 25, 3, 10);
    ROUND(3, 18, 1, 20);
}

/* The five words of the key in turn, as far as they are added. */
enum { KEY = 9 };

/* The key, from its word i on, and how often it has been added. */
INLINE void add_key(words *w, const uint32_t key[KEY], unsigned i)
{
    ADD(0, key[i]);
    ADD(1, key[i + 1]);
    ADD(2, key[i + 2]);
    ADD(3, key[i + 3] + i);
}

/* In place. The fifth word of the key is the parity of the others, with the constant of Skein 1.3.
 */
INLINE void threefry(const uint32_t k[4], words *in_out)
{
    const uint32_t last = 0x1BD11BDAU ^ k[0] ^ k[1] ^ k[2] ^ k[3];
    const uint32_t key[KEY] = {k[0], k[1], k[2], k[3], last, k[0], k[1], k[2], k[3]};
    words w = *in_out;

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

/* The first two words of a counter, and of those that follow it, from one of them on. */
INLINE void count(const uint32_t counter[4], int from, minrisk_ticks *x0, minrisk_ticks *x1)
{
    static const uint32_t place[8] = {0, 1, 2, 3, 4, 5, 6, 7};
    const minrisk_ticks sign = minrisk_ticks_of((uint32_t)1 << 31);
    const minrisk_ticks low = minrisk_ticks_of(counter[0]);

    *x0 = low + minrisk_ticks_load(place + from);
    *x1 = minrisk_ticks_of(counter[1]) - minrisk_ticks_above(low ^ sign, *x0 ^ sign); /* carry */
}

INLINE void store(uint32_t word[4][MINRISK_BATCH], int at, minrisk_ticks x0, minrisk_ticks x1,
                  minrisk_ticks x2, minrisk_ticks x3)
{
    minrisk_ticks_store(word[0] + at, x0);
    minrisk_ticks_store(word[1] + at, x1);
    minrisk_ticks_store(word[2] + at, x2);
    minrisk_ticks_store(word[3] + at, x3);
}

/* The block of a counter, and of those that follow it in its first two words. Where there are
 * vectors, that of another as well; of the same one, in the same place, it does no harm. */
INLINE void draw_blocks(const uint32_t key[4], const uint32_t counter[4], uint32_t entity,
                        uint32_t last, uint32_t word[4][MINRISK_BATCH],
                        uint32_t other[4][MINRISK_BATCH])
{
    words w;
    int i;

    for (i = 0; i < MINRISK_BATCH; i += MINRISK_WORD_LANES) {
        count(counter, i, &w.x0, &w.x1);
        w.x2 = minrisk_ticks_of(counter[2]);
        w.x3 = minrisk_ticks_of(counter[3]);
#if MINRISK_WORD_LANES > 1
        w.y0 = w.x0;
        w.y1 = w.x1;
        w.y2 = minrisk_ticks_of(entity);
        w.y3 = minrisk_ticks_of(last);
        threefry(key, &w);
        store(other, i, w.y0, w.y1, w.y2, w.y3);
#else
        threefry(key, &w);
        (void)entity;
        (void)last;
        (void)other;
#endif
        store(word, i, w.x0, w.x1, w.x2, w.x3);
    }
}

void minrisk_random_block(const uint32_t key[4], const uint32_t counter[4], uint32_t word[4])
{
    uint32_t lane[4][MINRISK_BATCH];
    int i;

    draw_blocks(key, counter, counter[2], counter[3], lane, lane);
    for (i = 0; i < 4; i++) {
        word[i] = lane[i][0];
    }
}

#if MINRISK_WORD_LANES > 1

static void draw_pair(uint64_t seed, uint64_t trial, const uint32_t entity[2],
                      const uint32_t last[2], uint32_t word[4][MINRISK_BATCH],
                      uint32_t other[4][MINRISK_BATCH])
{
    const uint32_t key[4] = {(uint32_t)seed, (uint32_t)(seed >> 32), 0, 0};
    const uint32_t counter[4] = {(uint32_t)trial, (uint32_t)(trial >> 32), entity[0], last[0]};

    draw_blocks(key, counter, entity[1], last[1], word, other);
}

void minrisk_random_batch(uint64_t seed, uint64_t trial, uint32_t entity, uint32_t last,
                          uint32_t word[4][MINRISK_BATCH])
{
    const uint32_t entities[2] = {entity, entity}, lasts[2] = {last, last};

    draw_pair(seed, trial, entities, lasts, word, word);
}

void minrisk_random_pair(uint64_t seed, uint64_t trial, const uint32_t entity[2],
                         const uint32_t last[2], uint32_t word[2][4][MINRISK_BATCH])
{
    draw_pair(seed, trial, entity, last, word[0], word[1]);
}

#else

void minrisk_random_batch(uint64_t seed, uint64_t trial, uint32_t entity, uint32_t last,
                          uint32_t word[4][MINRISK_BATCH])
{
    const uint32_t key[4] = {(uint32_t)seed, (uint32_t)(seed >> 32), 0, 0};
    const uint32_t counter[4] = {(uint32_t)trial, (uint32_t)(trial >> 32), entity, last};

    draw_blocks(key, counter, entity, last, word, word);
}

void minrisk_random_pair(uint64_t seed, uint64_t trial, const uint32_t entity[2],
                         const uint32_t last[2], uint32_t word[2][4][MINRISK_BATCH])
{
    minrisk_random_batch(seed, trial, entity[0], last[0], word[0]);
    minrisk_random_batch(seed, trial, entity[1], last[1], word[1]);
}

#endif
