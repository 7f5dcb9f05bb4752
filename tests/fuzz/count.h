/* SPDX-License-Identifier: MIT */
/* Counts from bytes, and a plain judge of their points. */
#ifndef TESTS_FUZZ_COUNT_H
#define TESTS_FUZZ_COUNT_H

#include "fuzz.h"

enum { LONGEST_COUNTS = 100 };

/* Small, or any bits up to a mask. */
static inline uint64_t take_count(input *in, uint64_t most)
{
    unsigned selector = take_byte(in);
    return selector < 192 ? selector : selector < 208 ? most - selector % 4 : take_word(in) & most;
}

/* Within half a point and what the judge's own rounding is worth. */
static inline void require_points(uint32_t points, double expected)
{
    require(points <= 10000);
    require(size_of((double)points - expected) < 0.5 + 1e-6);
}

static inline minrisk_status status_of_counts(int is_null, size_t n, double total)
{
    return is_null       ? MINRISK_E_NULL
           : n == 0      ? MINRISK_E_SIZE
           : total > 0.0 ? MINRISK_OK
                         : MINRISK_E_NO_SUPPLY;
}

#endif
