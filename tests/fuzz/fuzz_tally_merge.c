/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_tally a = take_tally(&in), b = take_tally(&in), c = take_tally(&in);
    minrisk_tally left = a, right = b;

    require(minrisk_tally_merge(&left, &b) == MINRISK_OK);
    require(left.trials == a.trials + b.trials && left.month[7] == a.month[7] + b.month[7]);
    require(minrisk_tally_merge(&left, &c) == MINRISK_OK);
    require(minrisk_tally_merge(&right, &c) == MINRISK_OK);
    require(minrisk_tally_merge(&right, &a) == MINRISK_OK);
    require(same_tally(&left, &right));
    a.trials = UINT32_MAX - b.trials + 1;
    if (b.trials > 0)
        require(minrisk_tally_merge(&b, &a) == MINRISK_E_SIZE);
    c.version = take_byte(&in);
    if (c.version != 1)
        require(minrisk_tally_merge(&b, &c) == MINRISK_E_STATE);
    return 0;
}
