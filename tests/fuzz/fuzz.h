/* SPDX-License-Identifier: MIT */
/* Bytes turned into the arguments of a call, and what a target asserts of its results.
 *
 * A target takes any bytes: the first that are missing count as 0. Arrays are heap blocks of the
 * exact length, so that a sanitiser sees one element too many; without one, canaries do. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/bits.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What holds of every input; what does not ends the program. */
#define require(condition) ((condition) ? (void)0 : require_failed(#condition, __FILE__, __LINE__))

static inline void require_failed(const char *condition, const char *file, int line)
{
    (void)fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

/* --- bytes ----------------------------------------------------------------------------------- */

typedef struct input {
    const uint8_t *bytes;
    size_t left;
    double last; /* the double taken before, for its neighbours */
} input;

static inline input input_of(const uint8_t *bytes, size_t size)
{
    input in = {bytes, size, 1.0};
    return in;
}

static inline unsigned take_byte(input *in)
{
    if (in->left == 0)
        return 0;
    in->left--;
    return *in->bytes++;
}

static inline uint64_t take_word(input *in)
{
    uint64_t word = 0;
    for (int i = 0; i < 8; i++)
        word = word << 8 | take_byte(in);
    return word;
}

/* A count, mostly small, or one near the ends of its type. */
static inline size_t take_size(input *in)
{
    unsigned selector = take_byte(in);
    if (selector < 192)
        return selector;
    if (selector < 224)
        return (size_t)take_word(in);
    return SIZE_MAX / (selector % 16 + 1) - selector / 16 % 2;
}

static const double special_doubles[] = {
    0.0,       -0.0,      1.0,   -1.0,   0.5,    0.1,     0.25,     0.18,    0.15,
    100.0,     1e-12,     1e12,  1e-300, 1e300,  0x1p-53, 0x1p53,   0x1p-60, 0.65,
    0x1p-1074, 0x1p-1022, 1e308, -1e308, 1e270,  2e270,   -0x1p-53, 1e-6,    365.25,
    2.0 / 3.0, 1.0 / 3.0, 1e16,  -0.5,   -0.999, 0.072,   33.0,     5.0,     -1e-300,
};

static inline double pick_special(unsigned selector)
{
    size_t i = selector % (COUNT(special_doubles) + 3);
    if (i < COUNT(special_doubles))
        return special_doubles[i];
    i -= COUNT(special_doubles);
    return i == 0 ? not_a_number() : i == 1 ? infinity() : -infinity();
}

/* A small whole number, a decimal, a special value, a neighbour of the last, or any bits. */
static inline double take_double(input *in)
{
    unsigned selector = take_byte(in);
    double x;
    if (selector < 64)
        x = (double)selector;
    else if (selector < 128)
        x = pick_special(selector - 64);
    else if (selector < 160)
        x = double_of(take_word(in));
    else if (selector < 192)
        x = double_of(take_word(in) % ((uint64_t)0x7ff << 52));
    else if (selector < 224)
        x = double_of(bits_of(in->last) + selector - 208);
    else
        x = (double)(take_byte(in) << 8 | take_byte(in)) / (selector % 2 ? 100.0 : 7.0);
    in->last = x;
    return x;
}

/* --- domains, said once more than the library says them ---------------------------------------- */

static inline int is_finite(double x)
{
    return x - x == 0.0;
}

static inline int is_quantity(double x)
{
    return x >= 0.0 && is_finite(x);
}

static inline int is_fraction(double x)
{
    return x >= 0.0 && x <= 1.0;
}

static inline int all_quantities(const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_quantity(x[i]))
            return 0;
    }
    return 1;
}

static inline int all_zero(const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (x[i] != 0.0)
            return 0;
    }
    return 1;
}

/* Zero, or far from the ends of double, so that a plain formula is a fair judge. */
static inline int is_tame(double x)
{
    return x == 0.0 || (x > 1e-140 && x < 1e140) || (x < -1e-140 && x > -1e140);
}

static inline double size_of(double x)
{
    return x < 0.0 ? -x : x;
}

static inline int is_near(double actual, double expected, double tolerance)
{
    return size_of(actual - expected) <= tolerance * size_of(expected);
}

/* --- memory ---------------------------------------------------------------------------------- */

#if defined(__SANITIZE_ADDRESS__)
enum { CANARIES = 0 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { CANARIES = 0 };
#else
enum { CANARIES = 4 };
#endif
#else
enum { CANARIES = 4 };
#endif

static const uint8_t fill_byte = 0xa5;

static inline void *block_of(size_t bytes)
{
    uint8_t *block = malloc(bytes + CANARIES == 0 ? 1 : bytes + CANARIES);
    require(block != NULL);
    memset(block, fill_byte, bytes + CANARIES);
    return block;
}

static inline int is_filled(const void *block, size_t bytes)
{
    const uint8_t *byte = block;
    for (size_t i = 0; i < bytes; i++) {
        if (byte[i] != fill_byte)
            return 0;
    }
    return 1;
}

/* Gives a block back, after a look at what lies behind it. */
static inline void release(void *block, size_t bytes)
{
    if (block != NULL)
        require(is_filled((uint8_t *)block + bytes, CANARIES));
    free(block);
}

static inline double *take_doubles(input *in, size_t n)
{
    double *x = block_of(n * sizeof *x);
    for (size_t i = 0; i < n; i++)
        x[i] = take_double(in);
    return x;
}

static inline double *copy_doubles(const double *x, size_t n)
{
    double *copy = block_of(n * sizeof *x);
    if (n > 0)
        memcpy(copy, x, n * sizeof *x);
    return copy;
}

static inline void shuffle(input *in, double *x, size_t n)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = take_byte(in) % i;
        double kept = x[i - 1];
        x[i - 1] = x[j];
        x[j] = kept;
    }
}

#endif
