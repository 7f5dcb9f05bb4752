/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

enum { LONGEST_TABLE = 40 };

static int are_parts(const double *part, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!(part[i] >= -1.0 && part[i] <= 1.0))
            return 0;
    }
    return 1;
}

static void check_values(const double *part, size_t n, double whole, const int32_t *points)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        require(size_of((double)points[i] - 10000.0 * part[i]) < 1.0 + 1e-11);
        sum += (double)points[i];
    }
    require(size_of(sum - 10000.0 * whole) <= 0.5 + 1e-11);
}

/* Parts that do sum to the whole, but for rounding, are never refused. */
static void check_sum(const double *part, size_t n, int32_t *points)
{
    double whole = 0.0;
    for (size_t i = 0; i < n; i++)
        whole += part[i] / 64.0;
    if (whole < -1.0 || whole > 1.0)
        return;
    double *small = copy_doubles(part, n);
    for (size_t i = 0; i < n; i++)
        small[i] /= 64.0;
    require(minrisk_parts_to_points(small, n, whole, points) == MINRISK_OK);
    check_values(small, n, whole, points);
    release(small, n * sizeof *small);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t n = take_byte(&in) % LONGEST_TABLE;
    unsigned selector = take_byte(&in);
    double *part = take_doubles(&in, n), whole = take_double(&in);
    int32_t *points = block_of(n * sizeof *points);
    minrisk_status status;

    for (size_t i = 0; i < n && selector < 200; i++) {
        if (!(part[i] >= -1.0 && part[i] <= 1.0))
            part[i] = (double)i / 32.0;
    }
    status = minrisk_parts_to_points(part, n, whole, points);
    if (n == 0)
        require(status == MINRISK_E_SIZE);
    else if (!(whole >= -1.0 && whole <= 1.0))
        require(status == MINRISK_E_PARAM);
    else if (!are_parts(part, n))
        require(status == MINRISK_E_DATA);
    else
        require(status == MINRISK_OK || status == MINRISK_E_PARAM);
    if (status == MINRISK_OK)
        check_values(part, n, whole, points);
    else
        require(is_filled(points, n * sizeof *points));
    if (n > 0 && are_parts(part, n))
        check_sum(part, n, points);
    require(minrisk_parts_to_points(part, n, whole, NULL) == MINRISK_E_NULL);
    release(points, n * sizeof *points);
    release(part, n * sizeof *part);
    return 0;
}
