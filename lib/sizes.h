/* SPDX-License-Identifier: MIT */
/* Counts that are added and multiplied without passing the end of size_t. */
#ifndef MINRISK_SIZES_H
#define MINRISK_SIZES_H

#include <stddef.h>
#include <stdint.h>

/* a * b + c for b > 0, or SIZE_MAX where it does not fit or one of them is SIZE_MAX. */
static inline size_t minrisk_size_multiply_add(size_t a, size_t b, size_t c)
{
    if (a == SIZE_MAX || c == SIZE_MAX || a > (SIZE_MAX - 1 - c) / b) {
        return SIZE_MAX;
    }
    return a * b + c;
}

#endif
