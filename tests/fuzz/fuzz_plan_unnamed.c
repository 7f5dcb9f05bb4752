/* SPDX-License-Identifier: MIT */
#include "forecast.h"

#include <math.h>

/* One size alone is Poisson's law, which is added up here; another size makes the need likelier. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    enum { SIZES = 3, MOST_NEED = 99 };
    double mean[SIZES] = {0}, work[MOST_NEED + 1], chance = -7.0, one = -7.0;
    uint32_t capacity[SIZES] = {0}, need = take_byte(&in) % (MOST_NEED + 1);
    size_t n = take_byte(&in) % (SIZES + 1);
    int good = 1;
    minrisk_status status;

    for (size_t i = 0; i < n; i++) {
        mean[i] = take_double(&in);
        capacity[i] = take_byte(&in);
        good = good && mean[i] >= 0.0 && mean[i] <= 1e6;
    }
    status = minrisk_plan_unnamed(mean, capacity, n, need, &chance, work, need + 1);
    require(status == (good ? MINRISK_OK : MINRISK_E_DATA));
    if (!good) {
        require(same_bits(chance, -7.0));
        return 0;
    }
    require(chance >= 0.0 && chance <= 1.0);
    require(need > 0 || chance >= 1.0);
    if (n > 0 && capacity[0] > 0) {
        double below = 0.0, term = exp(-mean[0]);
        for (uint32_t k = 0; k * capacity[0] < need; k++) {
            below += term;
            term *= mean[0] / (k + 1.0);
        }
        require(minrisk_plan_unnamed(mean, capacity, 1, need, &one, work, need + 1) == MINRISK_OK);
        require(mean[0] > 700.0 || size_of(1.0 - below - one) <= 1e-9);
        require(chance >= one - 1e-9);
    }
    require(minrisk_plan_unnamed(mean, capacity, n, need, &chance, work, need) == MINRISK_E_SIZE);
    return 0;
}
