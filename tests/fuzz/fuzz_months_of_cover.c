/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double stock = take_double(&in), use = take_double(&in), dependence = take_double(&in);
    double months = -7.0;
    int valid = is_quantity(stock) && is_quantity(use) && is_fraction(dependence);

    require(minrisk_months_of_cover(stock, use, dependence, NULL) == MINRISK_E_NULL);
    require(minrisk_months_of_cover(stock, use, dependence, &months) ==
            (valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!valid) {
        require(same_bits(months, -7.0));
        return 0;
    }
    if (use == 0.0 || dependence == 0.0)
        require(months == infinity());
    else if (is_tame(stock) && is_tame(use) && is_tame(dependence) &&
             is_finite(12.0 * stock / (use * dependence)))
        require(is_near(months, 12.0 * stock / (use * dependence), 1e-15));
    return 0;
}
