/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, const double *weight, double mean)
{
    double scale = largest_of(m->x, m->n), total = plain_total(m->x, m->n);
    double sum = 0.0, sizes = 0.0, least = weight[0], most = weight[0];
    for (size_t i = 0; i < m->n; i++) {
        double part = part_of(m->x[i], scale) / total;
        least = weight[i] < least ? weight[i] : least;
        most = weight[i] > most ? weight[i] : most;
        sum += part * weight[i];
        sizes += part * size_of(weight[i]);
    }
    require(mean >= least && mean <= most);
    if (is_tame(sizes) && all_tame(m))
        require(size_of(mean - sum) <= 1e-13 * sizes + 1e-300);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_weights(bytes, size, minrisk_weighted_mean, 1, check_value);
}
