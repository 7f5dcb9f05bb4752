/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "when.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double shortfall = take_double(&in), substituted = take_double(&in);
    double recovered = take_double(&in), growth = take_double(&in), lifetime = take_double(&in);
    double factor = -7.0;
    int valid = is_fraction(shortfall) && is_fraction(substituted) && is_fraction(recovered) &&
                is_growth(growth) && is_quantity(lifetime);

    require(minrisk_net_need_factor(shortfall, substituted, recovered, growth, lifetime, NULL) ==
            MINRISK_E_NULL);
    require(minrisk_net_need_factor(shortfall, substituted, recovered, growth, lifetime, &factor) ==
            (valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!valid) {
        require(same_bits(factor, -7.0));
        return 0;
    }
    require(factor <= 1.0);
    if (lifetime * size_of(log1p(growth)) < 50.0) {
        double kept = (1.0 - shortfall) * (1.0 - substituted);
        double scrap = recovered * exp(-lifetime * log1p(growth));
        require(size_of(factor - (kept - scrap)) <= 1e-12 * (kept + scrap) + 1e-300);
    }
    return 0;
}
