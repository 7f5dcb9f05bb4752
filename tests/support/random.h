/* SPDX-License-Identifier: MIT */
/* A small random generator (splitmix64, Steele, Lea and Flood 2014): a seed gives the same arrays
 * on every platform, and a failing test prints the seed that it ran with. */
#ifndef TESTS_SUPPORT_RANDOM_H
#define TESTS_SUPPORT_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "bits.h"

typedef struct random_source {
    uint64_t state;
} random_source;

static inline uint64_t random_bits(random_source *r)
{
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* An integer in [0, n); the bias of the remainder does not matter to a test. */
static inline uint64_t random_below(random_source *r, uint64_t n)
{
    return random_bits(r) % n;
}

static inline size_t random_size(random_source *r, size_t low, size_t high)
{
    return low + (size_t)random_below(r, (uint64_t)(high - low) + 1);
}

/* A fraction in [0, 1). */
static inline double random_unit(random_source *r)
{
    return (double)(random_bits(r) >> 11) * power_of_two(-53);
}

/* Any finite double >= 0, every exponent as likely as the next, subnormals too. */
static inline double random_any(random_source *r)
{
    uint64_t exponent = random_below(r, 0x7ff);
    return double_of(exponent << 52 | random_bits(r) >> 12);
}

/* A random significand at a random exponent of [low, high], both normal. */
static inline double random_scaled(random_source *r, int low, int high)
{
    int exponent = low + (int)random_below(r, (uint64_t)(high - low) + 1);
    return double_of((uint64_t)(exponent + 1023) << 52 | random_bits(r) >> 12);
}

/* Fisher-Yates. */
static inline void random_shuffle(random_source *r, double *x, size_t n)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = (size_t)random_below(r, i);
        double kept = x[i - 1];
        x[i - 1] = x[j];
        x[j] = kept;
    }
}

#endif
