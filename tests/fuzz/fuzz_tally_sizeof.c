/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    (void)in;
    require(minrisk_tally_sizeof() == sizeof(minrisk_tally));
    return 0;
}
