/* SPDX-License-Identifier: MIT */
/* The k largest of many: slots for up to 64 of them, and a count of digits above that. */
#ifndef MINRISK_TOP_H
#define MINRISK_TOP_H

#include <stddef.h>
#include <stdint.h>

#include "memory.h"

/* What is read goes by in blocks, most of which hold nothing large enough: one test each. */
enum minrisk_top_sizes { MINRISK_TOP_SLOTS = 64, MINRISK_TOP_BLOCK = 16 };

/* The k largest keys so far in descending order, 1 <= k <= MINRISK_TOP_SLOTS; 0 in a free slot. */
typedef struct minrisk_top {
    uint64_t slot[MINRISK_TOP_SLOTS];
    size_t k;
} minrisk_top;

static inline void minrisk_top_open(minrisk_top *top, size_t k)
{
    memset(top->slot, 0, sizeof top->slot);
    top->k = k;
}

static inline uint64_t minrisk_top_least(const minrisk_top *top)
{
    return top->slot[top->k - 1];
}

static inline void minrisk_top_offer(minrisk_top *top, uint64_t key)
{
    size_t i = top->k - 1;

    if (key <= top->slot[i]) {
        return;
    }
    for (; i > 0 && top->slot[i - 1] < key; i--) {
        top->slot[i] = top->slot[i - 1];
    }
    top->slot[i] = key;
}

/* Radix selection, a digit of eight bits a pass from the top: the keys that share the digits found
 * so far are counted by their next one. */
enum minrisk_digits { MINRISK_DIGIT_BITS = 8, MINRISK_DIGITS = 256 };

/* The digit of the k-th largest; k becomes its rank among the keys with that digit. */
static inline unsigned minrisk_top_digit(const size_t *count, size_t *k)
{
    unsigned digit = MINRISK_DIGITS - 1;

    while (*k > count[digit]) {
        *k -= count[digit];
        digit--;
    }
    return digit;
}

#endif
