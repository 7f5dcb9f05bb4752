/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    minrisk_model m = take_model(&in, &a);
    uint32_t steps = take_byte(&in);
    size_t length = minrisk_law_workspace(&m, steps);

    if (steps == 0) {
        require(length == SIZE_MAX);
        return 0;
    }
    require(length != SIZE_MAX);
    require(length >= m.projects * ((size_t)m.horizon / (65536 / steps + 1)));
    require(minrisk_law_workspace(&m, 1025) == SIZE_MAX);
    require(minrisk_law_workspace(NULL, steps) == SIZE_MAX);
    m.horizon = -1;
    require(minrisk_law_workspace(&m, steps) == SIZE_MAX);
    return 0;
}
