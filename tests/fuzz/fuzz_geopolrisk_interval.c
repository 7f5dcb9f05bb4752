/* SPDX-License-Identifier: MIT */
#include "criticality.h"

/* A buyer with the risks of its partners between two ends: every score between is in the range. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    supply world = take_supply(&in, 1.0, 1.0, 1.0), partners = take_supply(&in, 1.0, 1.0, 1.0);
    double *top = take_within(&in, partners.view.n, 0.0, 1.0, 1), domestic = take_double(&in);
    minrisk_geopolrisk_inputs low = {world.quantity,
                                     world.view.n,
                                     partners.quantity,
                                     partners.risk,
                                     NULL,
                                     partners.view.n,
                                     0,
                                     domestic,
                                     1.0,
                                     1.0};
    minrisk_geopolrisk_inputs high = low, between = low;
    minrisk_geopolrisk_result out;
    minrisk_interval range = {-7.0, -8.0};
    minrisk_status status;

    high.risk = top;
    high.domestic = take_double(&in);
    status = minrisk_geopolrisk_interval(&low, &high, &range);
    if (status == MINRISK_OK) {
        between.risk = take_byte(&in) % 2 ? low.risk : high.risk;
        between.domestic = take_byte(&in) % 2 ? low.domestic : high.domestic;
        require(low.domestic <= high.domestic);
        require(minrisk_geopolrisk(&between, &out, NULL, NULL) == MINRISK_OK);
        require(range.low <= out.score && out.score <= range.high);
    } else {
        require(status < MINRISK_OK && same_bits(range.low, -7.0) && same_bits(range.high, -8.0));
    }
    release(top, partners.view.n * sizeof *top);
    release_supply(&world);
    release_supply(&partners);
    return 0;
}
