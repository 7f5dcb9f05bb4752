/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_model m;
    size_t length;

    memset(&m, 0, sizeof m);
    m.projects = take_size(&in);
    m.slips = take_size(&in);
    m.groups = take_size(&in);
    m.shocks = take_size(&in);
    length = minrisk_forecast_workspace(&m);
    if (m.projects < 1000 && m.slips < 1000 && m.groups < 1000 && m.shocks < 1000)
        require(length == 11 * m.projects + 8 * (m.slips + m.groups + m.shocks));
    require(length == SIZE_MAX || length <= SIZE_MAX / sizeof(int32_t));
    if (m.projects > SIZE_MAX / 44 || m.slips > SIZE_MAX / 32 || m.groups > SIZE_MAX / 32 ||
        m.shocks > SIZE_MAX / 32)
        require(length == SIZE_MAX);
    require(minrisk_forecast_workspace(NULL) == SIZE_MAX);
    return 0;
}
