/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t n = take_byte(&in) % 9;
    int has_weight = take_byte(&in) % 2;
    double *quantity = take_doubles(&in, n), *weight = take_doubles(&in, n);
    double unit = take_double(&in), rounding = -1.0, most = 0.0;
    uint32_t *units = block_of(n * sizeof *units);
    int good = all_quantities(quantity, n), fits = 1;
    minrisk_status status;

    for (size_t i = 0; i < n; i++) {
        double whole = has_weight ? quantity[i] * weight[i] : quantity[i];
        good = good && (!has_weight || is_fraction(weight[i]));
        fits = fits && whole / unit <= 1073741824.0;
    }
    status = minrisk_units(quantity, has_weight ? weight : NULL, n, unit, units, &rounding);
    if (!(unit > 0.0) || !is_finite(unit))
        require(status == MINRISK_E_PARAM);
    else if (!good)
        require(status == MINRISK_E_DATA);
    else
        require(status == (fits ? MINRISK_OK : MINRISK_E_PARAM));
    for (size_t i = 0; i < n && status == MINRISK_OK; i++) {
        double whole = has_weight ? quantity[i] * weight[i] : quantity[i];
        double moved = size_of(whole - units[i] * unit);
        require(moved <= unit * 0.5000001 || whole < 1e-300);
        most = moved > most ? moved : most;
    }
    if (status == MINRISK_OK)
        require(rounding == most);
    else
        require(rounding == -1.0 && is_filled(units, n * sizeof *units));
    release(units, n * sizeof *units);
    release(weight, n * sizeof *weight);
    release(quantity, n * sizeof *quantity);
    return 0;
}
