/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    minrisk_model m = take_model(&in, &a);
    size_t length = minrisk_forecast_workspace(&m);
    int32_t *work = block_of(length * sizeof *work);
    int32_t *start = block_of(m.projects * sizeof *start);
    uint64_t seed = take_word(&in), trial = take_word(&in);
    minrisk_trial t, alone;

    require(length <= WORK_LEN);
    require(minrisk_forecast_trial(&m, seed, trial, work, length, start, &t) == MINRISK_OK);
    check_trial(&m, seed, trial, start, &t);
    require(minrisk_forecast_trial(&m, seed, trial, work, length, NULL, &alone) == MINRISK_OK);
    require(memcmp(&alone, &t, sizeof t) == 0);
    if (length > 0)
        require(minrisk_forecast_trial(&m, seed, trial, work, length - 1, start, &t) ==
                MINRISK_E_SIZE);
    release(start, m.projects * sizeof *start);
    release(work, length * sizeof *work);
    return 0;
}
