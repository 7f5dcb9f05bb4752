/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    minrisk_model m = take_model(&in, &a);
    size_t length = minrisk_forecast_workspace(&m);
    int32_t *work = block_of(length * sizeof *work);
    uint64_t seed = take_word(&in), first = take_word(&in);
    uint32_t trials = take_byte(&in) % 30, part = take_byte(&in) % (trials + 1);
    minrisk_tally whole = empty_tally(), parts = empty_tally();
    uint64_t sum = 0, counted = 0;

    require(minrisk_forecast_run(&m, seed, first, trials, work, length, &whole) == MINRISK_OK);
    require(minrisk_forecast_run(&m, seed, first + part, trials - part, work, length, &parts) ==
            MINRISK_OK);
    require(minrisk_forecast_run(&m, seed, first, part, work, length, &parts) == MINRISK_OK);
    require(same_tally(&whole, &parts));
    for (uint32_t i = 0; i < trials; i++) {
        minrisk_trial t;
        require(minrisk_forecast_trial(&m, seed, first + i, work, length, NULL, &t) == MINRISK_OK);
        if (t.first != MINRISK_TICK_NEVER)
            sum += (uint64_t)t.first;
    }
    for (size_t i = 0; i < COUNT(whole.month); i++)
        counted += whole.month[i];
    require(whole.sum == sum && whole.trials == trials);
    require(counted + whole.already + whole.never == trials);
    release(work, length * sizeof *work);
    return 0;
}
