/* SPDX-License-Identifier: MIT */
#include "count.h"

/* How many of a few counts are larger, or as large and stand before. */
static size_t rank_of(const uint32_t *x, size_t n, size_t at)
{
    size_t rank = 0;
    for (size_t i = 0; i < n; i++)
        rank += x[i] > x[at] || (x[i] == x[at] && i < at);
    return rank;
}

static double plain_top(const uint32_t *x, size_t n, size_t k)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += rank_of(x, n, i) < k ? (double)x[i] : 0.0;
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int is_null = take_byte(&in) == 255;
    size_t n = take_byte(&in) % LONGEST_COUNTS;
    size_t k = take_size(&in);
    uint32_t *x = block_of(n * sizeof *x);
    double total = 0.0;
    uint32_t points = 77777;
    minrisk_status status, expected;

    for (size_t i = 0; i < n; i++) {
        x[i] = (uint32_t)take_count(&in, UINT32_MAX);
        total += (double)x[i];
    }
    expected = status_of_counts(is_null, n, total);
    if (!is_null && k == 0)
        expected = MINRISK_E_SIZE;
    status = minrisk_top_points_u32(is_null ? NULL : x, n, k, &points);
    require(status == expected);
    require(minrisk_top_points_u32(x, n, k, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        require_points(points, 10000.0 * plain_top(x, n, k) / total);
    else
        require(points == 77777);
    release(x, n * sizeof *x);
    return 0;
}
