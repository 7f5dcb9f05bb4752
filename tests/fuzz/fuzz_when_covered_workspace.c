/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

/* 7 projects + 2 knots + 37 doubles, if their bytes can be counted. */
static size_t expected_room(size_t projects, size_t knots)
{
    size_t most = SIZE_MAX / sizeof(double);
    if (projects > (most - 37) / 7 || knots > (most - 37 - 7 * projects) / 2)
        return SIZE_MAX;
    return 7 * projects + 2 * knots + 37;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t projects = take_size(&in), knots = take_size(&in);

    require(minrisk_when_covered_workspace(projects, knots) == expected_room(projects, knots));
    return 0;
}
