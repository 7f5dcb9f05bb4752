/* SPDX-License-Identifier: MIT */
#include "usgs.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    commodity c = take_commodity(&in);
    minrisk_usgs_inputs high = c.inputs;
    minrisk_usgs_risk out;
    minrisk_interval range = {-7.0, -8.0};
    minrisk_status status = status_of_commodity(&c), got;

    high.trade_exposure = take_byte(&in) % 2 ? 1.0 : c.inputs.trade_exposure;
    high.gdp = take_byte(&in) % 2 ? 2.0 * c.inputs.gdp : c.inputs.gdp;
    got = minrisk_usgs_risk_interval(&c.inputs, &high, &range);
    if (status != MINRISK_OK || got != MINRISK_OK) {
        require(got != MINRISK_OK && same_bits(range.low, -7.0) && same_bits(range.high, -8.0));
    } else {
        require(minrisk_usgs_supply_risk(&c.inputs, &out, NULL) == MINRISK_OK);
        require(range.low <= out.risk && out.risk <= range.high);
        require(minrisk_usgs_supply_risk(&high, &out, NULL) == MINRISK_OK);
        require(range.low <= out.risk && out.risk <= range.high);
    }
    release_commodity(&c);
    return 0;
}
