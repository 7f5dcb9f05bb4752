/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    minrisk_model m = take_model(&in, &a);
    size_t length = minrisk_forecast_workspace(&m);
    int32_t *work = block_of(length * sizeof *work);
    uint64_t seed = take_word(&in);
    uint32_t which = take_byte(&in) % 10, trials = 1 + take_byte(&in) % 12;
    int32_t what = 1 + (int32_t)(take_byte(&in) % 3);
    minrisk_tally all = empty_tally(), without = empty_tally(), none = empty_tally();

    require(minrisk_forecast_run(&m, seed, 0, trials, work, length, &all) == MINRISK_OK);
    require(minrisk_plan_without(&m, what, which, seed, 0, trials, work, length, &without) ==
            MINRISK_OK);
    require(without.trials == trials);
    if (what == MINRISK_WITHOUT_STAGE)
        require(without.already >= all.already && without.never <= all.never);
    else
        require(without.already <= all.already && without.never >= all.never);
    for (size_t p = 0; p < m.projects; p++) { /* the same by capacities of 0 */
        uint32_t country = m.country == NULL ? 0 : m.country[p];
        if ((what == MINRISK_WITHOUT_PROJECT && p == which) ||
            (what == MINRISK_WITHOUT_COUNTRY && country == which))
            a.capacity[p] = 0;
    }
    require(minrisk_forecast_run(&m, seed, 0, trials, work, length, &none) == MINRISK_OK);
    require(what == MINRISK_WITHOUT_STAGE || same_tally(&without, &none));
    require(minrisk_plan_without(&m, 4, which, seed, 0, trials, work, length, &without) ==
            MINRISK_E_PARAM);
    release(work, length * sizeof *work);
    return 0;
}
