/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double probability = take_double(&in);
    uint64_t chance = 77;
    minrisk_status status = minrisk_chance(probability, &chance);

    if (!is_fraction(probability)) {
        require(status == MINRISK_E_PARAM && chance == 77);
        return 0;
    }
    require(status == MINRISK_OK && chance <= (uint64_t)1 << 32);
    require((double)chance <= probability * 0x1p32);
    require((double)chance + 1.0 > probability * 0x1p32);
    require(minrisk_chance(probability, NULL) == MINRISK_E_NULL);
    return 0;
}
