/* SPDX-License-Identifier: MIT */
/* Tables of lead times from bytes, and what holds of every one that the library makes. */
#ifndef TESTS_FUZZ_LEAD_H
#define TESTS_FUZZ_LEAD_H

#include "fuzz.h"

enum { MOST_KNOTS_OF_TABLE = 65 };

static inline int is_table_length(size_t n)
{
    return n >= 2 && n <= 65537 && ((n - 1) & (n - 2)) == 0;
}

static inline int is_lead_time(double x)
{
    return x >= 0.0 && x <= MINRISK_LEAD_LONGEST;
}

/* Mostly a length of a table. */
static inline size_t take_length(input *in)
{
    unsigned selector = take_byte(in);
    return selector < 224 ? ((size_t)1 << selector % 7) + 1 : selector % 32 * 2;
}

/* A time, brought into range where the input is to be valid. */
static inline double take_lead(input *in, int valid)
{
    double x = take_double(in);
    return valid && !is_lead_time(x) ? 3.0 : x;
}

/* A table, mostly one that ascends. */
static inline int32_t *take_table(input *in, size_t n, int valid)
{
    int32_t *table = block_of(n * sizeof *table);
    int32_t now = 0;
    for (size_t i = 0; i < n; i++) {
        int32_t step = (int32_t)(take_byte(in) << take_byte(in) % 16);
        now = valid ? now + step : (int32_t)(uint32_t)take_word(in);
        table[i] = now;
    }
    return table;
}

static inline int table_is_valid(const int32_t *table, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (table[i] < table[i - 1])
            return 0;
    }
    return table[0] >= 0 && table[n - 1] != MINRISK_TICK_NEVER;
}

static inline double mean_of_table(const int32_t *table, size_t n)
{
    double sum = 0.0;
    for (size_t i = 1; i < n; i++)
        sum += 0.5 * ((double)table[i - 1] + (double)table[i]);
    return sum / (double)(n - 1) / 65536.0;
}

/* Whether the last knot has come to the end of what a table can say. */
static inline int is_cut(const int32_t *table, size_t n)
{
    return (double)table[n - 1] >= MINRISK_LEAD_LONGEST * 65536.0;
}

/* A table under test: filled before the call, released after the checks. */
static inline int32_t *empty_table(size_t n)
{
    return block_of(n * sizeof(int32_t));
}

static inline void check_table(minrisk_status status, minrisk_status expected, int32_t *table,
                               size_t n)
{
    require(status == expected);
    if (status == MINRISK_OK)
        require(table_is_valid(table, n) && (double)table[n - 1] <= MINRISK_LEAD_LONGEST * 65536.0);
    else
        require(is_filled(table, n * sizeof *table));
}

static inline void check_ends(const int32_t *table, size_t n, double first, double last)
{
    require(size_of(table[0] / 65536.0 - first) <= 0x1p-17);
    require(size_of(table[n - 1] / 65536.0 - last) <= 0x1p-17);
}

static inline void check_mean(const int32_t *table, size_t n, double mean)
{
    if (!is_cut(table, n) && table[n - 1] > table[n - 2])
        require(size_of(mean_of_table(table, n) - mean) <= 0x1p-17 + 1e-9 * mean);
}

#endif
