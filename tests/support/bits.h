/* SPDX-License-Identifier: MIT */
/* Doubles as their bits: the tests compare bits, so that -0.0, NaN and flushed subnormals show. */
#ifndef TESTS_SUPPORT_BITS_H
#define TESTS_SUPPORT_BITS_H

#include <stdint.h>
#include <string.h>

static inline uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double double_of(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline int same_bits(double a, double b)
{
    return bits_of(a) == bits_of(b);
}

/* The neighbours of a positive finite double. */
static inline double next_up(double x)
{
    return double_of(bits_of(x) + 1);
}

static inline double next_down(double x)
{
    return double_of(bits_of(x) - 1);
}

/* 2^exponent for -1074 <= exponent <= 1023, without libm. */
static inline double power_of_two(int exponent)
{
    if (exponent < -1022)
        return double_of((uint64_t)1 << (exponent + 1074));
    return double_of((uint64_t)(exponent + 1023) << 52);
}

static inline double infinity(void)
{
    return double_of((uint64_t)0x7ff << 52);
}

static inline double not_a_number(void)
{
    return double_of((uint64_t)0xfff << 51);
}

/* The smallest double above 0. */
static inline double smallest(void)
{
    return double_of(1);
}

#endif
