/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t n = take_byte(&in) % 7, pivotal = 99;
    double *start = take_doubles(&in, n), *ramp = take_doubles(&in, n);
    double *capacity = take_doubles(&in, n), slope = take_double(&in), first = take_double(&in);
    double *by_capacity = block_of(n * sizeof *start), *by_lead = block_of(n * sizeof *start);
    int good = all_quantities(ramp, n) && all_quantities(capacity, n), steps = 0;
    minrisk_status status =
        minrisk_plan_slopes(start, ramp, capacity, n, slope, first, by_capacity, by_lead, &pivotal);

    for (size_t i = 0; i < n; i++) {
        good = good && is_finite(start[i]);
        steps = steps || (ramp[i] == 0.0 && capacity[i] > 0.0 && start[i] == first);
    }
    if (n == 0)
        require(status == MINRISK_E_SIZE);
    else if (!is_finite(slope) || !is_finite(first) || !(first > 0.0))
        require(status == MINRISK_E_PARAM);
    else if (!good)
        require(status == MINRISK_E_DATA);
    else if (steps)
        require(status == MINRISK_OK && pivotal < n);
    if (status != MINRISK_OK)
        require(pivotal == 99 && is_filled(by_lead, n * sizeof *by_lead));
    for (size_t i = 0; i < n && status == MINRISK_OK; i++) {
        require(!(by_capacity[i] > 0.0) && !(by_lead[i] < 0.0));
        require(pivotal == n || by_lead[i] == (i == pivotal ? 1.0 : 0.0));
    }
    release(by_lead, n * sizeof *by_lead);
    release(by_capacity, n * sizeof *by_capacity);
    release(capacity, n * sizeof *capacity);
    release(ramp, n * sizeof *ramp);
    release(start, n * sizeof *start);
    return 0;
}
