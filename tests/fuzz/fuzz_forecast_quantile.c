/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_tally tally = take_tally(&in);
    double q = take_double(&in);
    minrisk_when low, value, high;
    minrisk_status status = minrisk_forecast_quantile(&tally, q, &low, &value, &high);

    if (tally.trials == 0) {
        require(status == MINRISK_E_SIZE);
        return 0;
    }
    if (!(q > 0.0 && q < 1.0)) {
        require(status == MINRISK_E_PARAM);
        return 0;
    }
    require(status == MINRISK_OK && low.first <= 100.0 && high.first <= 100.0);
    if (value.status != MINRISK_NOT_WITHIN_HORIZON)
        require(low.status != MINRISK_NOT_WITHIN_HORIZON && low.first <= value.first);
    if (high.status != MINRISK_NOT_WITHIN_HORIZON)
        require(value.status != MINRISK_NOT_WITHIN_HORIZON && value.first <= high.first);
    require((value.status == MINRISK_NOT_WITHIN_HORIZON) ==
            (q * (double)tally.trials > (double)(tally.trials - tally.never)));
    return 0;
}
