/* SPDX-License-Identifier: MIT */
#include "criticality.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int tame = take_byte(&in) < 200, good = 1;
    size_t n = take_byte(&in) % LONGEST_SUPPLY;
    double *derivative = take_within(&in, n, -1e100, 1e100, tame);
    double *sigma = take_within(&in, n, 0.0, 1e100, tame), out = -7.0, most = 0.0, sum = 0.0;
    minrisk_status status = minrisk_score_sigma(derivative, sigma, n, &out);

    for (size_t i = 0; i < n; i++) {
        double part = size_of(derivative[i]) * sigma[i];
        good = good && is_finite(derivative[i]) && is_quantity(sigma[i]);
        most = part > most ? part : most;
        sum += part;
    }
    require(status == (n == 0 ? MINRISK_E_SIZE : good ? MINRISK_OK : MINRISK_E_DATA));
    if (status != MINRISK_OK)
        require(same_bits(out, -7.0));
    else if (is_finite(sum) && is_tame(most) && most > 0.0)
        require(out >= most * (1.0 - 1e-12) && out <= sum * (1.0 + 1e-12));
    release(derivative, n * sizeof *derivative);
    release(sigma, n * sizeof *sigma);
    return 0;
}
