/* SPDX-License-Identifier: MIT */
/* What the other rooms ask of a table of lead times, and a draw from one. */
#ifndef MINRISK_LEAD_TABLE_H
#define MINRISK_LEAD_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* k for a table of 2^k + 1 knots, k from 0 to 16; -1 for another length. */
int minrisk_lead_bits(size_t table_len);

/* The knots ascend, from 0 or more, and none is MINRISK_TICK_NEVER. */
int minrisk_lead_is_valid(const int32_t *table, size_t table_len);

/* Where x stands among the knots, in steps of them: at the first of equal knots, or at the last. */
double minrisk_lead_place(const int32_t *table, size_t table_len, double x, int at_last);

/* The same where it is known how many knots are below x. */
double minrisk_lead_place_after(const int32_t *table, size_t table_len, size_t below, double x);

/* The quantile at word / 2^32, by its top k bits and the 16 after them; at most the last knot. */
static inline int32_t minrisk_lead_draw(const int32_t *table, int k, uint32_t word)
{
    size_t i = (size_t)((uint64_t)word << k >> 32);
    uint64_t f = (uint32_t)(word << k) >> 16;
    uint64_t step = (uint32_t)table[i + 1] - (uint32_t)table[i];
    return table[i] + (int32_t)(step * f >> 16);
}

#endif
