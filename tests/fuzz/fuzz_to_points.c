/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double hhi = take_double(&in);
    double points = minrisk_to_points(hhi);

    if (hhi != hhi) {
        require(points != points);
        return 0;
    }
    require(same_bits(points, 10000.0 * hhi));
    if (is_fraction(hhi))
        require(points >= 0.0 && points <= 10000.0);
    require(same_bits(minrisk_to_points(-hhi), -points));
    return 0;
}
