/* SPDX-License-Identifier: MIT */
/* Integers wider than 64 bits, with no type that is. */
#ifndef MINRISK_WIDE_H
#define MINRISK_WIDE_H

#include <stdint.h>

/* a * b = high * 2^64 + low, with no type wider than 64 bits. */
static inline void minrisk_wide_multiply(uint64_t a, uint64_t b, uint64_t *high, uint64_t *low)
{
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t middle = a1 * b0 + (a0 * b0 >> 32);
    uint64_t other = a0 * b1 + (uint32_t)middle;
    *low = other << 32 | (uint32_t)(a0 * b0);
    *high = a1 * b1 + (middle >> 32) + (other >> 32);
}

/* How many zero bits stand above the leading one of x > 0. */
static inline unsigned minrisk_leading_zeros(uint64_t x)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_clzll(x);
#else
    unsigned zeros = 0;
    for (; !(x >> 63); x <<= 1) {
        zeros++;
    }
    return zeros;
#endif
}

#endif
