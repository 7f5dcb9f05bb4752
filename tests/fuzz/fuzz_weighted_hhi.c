/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, const double *weight, double hhi)
{
    double largest = largest_of(weight, m->n), scale = largest_of(m->x, m->n);
    double total = plain_total(m->x, m->n), sum = 0.0;
    require(hhi >= 0.0 && hhi <= largest);
    for (size_t i = 0; i < m->n; i++) {
        double part = part_of(m->x[i], scale) / total;
        sum += part * part * weight[i];
    }
    if (is_tame(largest) && all_tame(m))
        require(size_of(hhi - sum) <= 1e-13 * sum + 1e-300 * (1.0 + largest));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_weights(bytes, size, minrisk_weighted_hhi, 0, check_value);
}
