/* SPDX-License-Identifier: MIT */
/* A target for HHI_POINTS, which takes counts of the type COUNT_TYPE. */
#include "count.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int is_null = take_byte(&in) == 255;
    size_t n = take_byte(&in) % LONGEST_COUNTS;
    COUNT_TYPE *x = block_of(n * sizeof *x);
    double total = 0.0, squares = 0.0;
    uint32_t points = 77777;
    minrisk_status status;

    for (size_t i = 0; i < n; i++) {
        x[i] = (COUNT_TYPE)take_count(&in, (COUNT_TYPE)-1);
        total += (double)x[i];
        squares += (double)x[i] * (double)x[i];
    }
    status = HHI_POINTS(is_null ? NULL : x, n, &points);
    require(status == status_of_counts(is_null, n, total));
    require(HHI_POINTS(x, n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        require_points(points, 10000.0 * squares / (total * total));
    else
        require(points == 77777);
    release(x, n * sizeof *x);
    return 0;
}
