/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_tally tally = take_tally(&in);
    double years = take_double(&in);
    minrisk_estimate p = {-1.0, -1.0, -1.0, 0, 0};
    minrisk_status status = minrisk_forecast_within(&tally, years, &p);
    uint32_t count = tally.already;

    if (tally.trials == 0) {
        require(status == MINRISK_E_SIZE);
        return 0;
    }
    if (!(years >= 0.0 && years <= 100.0)) {
        require(status == MINRISK_E_PARAM && p.low == -1.0);
        return 0;
    }
    for (uint32_t i = 0; i < (uint32_t)(years * 12.0); i++)
        count += tally.month[i];
    require(status == MINRISK_OK && same_bits(p.value, (double)count / (double)tally.trials));
    require(p.low >= 0.0 && p.low <= p.value && p.value <= p.high && p.high <= 1.0);
    require((count == 0) == (p.low == 0.0) && (count == tally.trials) == (p.high == 1.0));
    return 0;
}
