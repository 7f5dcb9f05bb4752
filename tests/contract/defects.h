/* SPDX-License-Identifier: MIT */
/* How the contract is tested: each suite lists what can be wrong with a call, breaks it in every
 * one and every two of these ways, and expects the status that stands first in the order of the
 * checks, with the outputs untouched. */
#ifndef TESTS_CONTRACT_DEFECTS_H
#define TESTS_CONTRACT_DEFECTS_H

#include <math.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"

enum { PATTERN = 0xa5 };

/* Statuses are numbered in the order of the checks, from -1 down. */
static inline minrisk_status first_status(minrisk_status a, minrisk_status b)
{
    return a > b ? a : b;
}

static inline void fill_pattern(void *bytes, size_t n)
{
    memset(bytes, PATTERN, n);
}

static inline int is_pattern(const void *bytes, size_t n)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < n; i++)
        if (byte[i] != PATTERN)
            return 0;
    return 1;
}

#endif
