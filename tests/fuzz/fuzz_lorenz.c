/* SPDX-License-Identifier: MIT */
#include "ranked.h"

/* A curve that rises to 1 ever more steeply, up to the roundings, and ends as the leader says. */
static void check_value(const market *m, const double *lorenz)
{
    double top = -1.0;
    size_t n = m->n;

    require(same_bits(lorenz[n - 1], 1.0));
    for (size_t i = 0; i < n; i++) {
        double before = i > 0 ? lorenz[i - 1] : 0.0, after = i + 1 < n ? lorenz[i + 1] : 2.0;
        require(lorenz[i] >= before);
        require(after - lorenz[i] >= lorenz[i] - before - 1e-15);
    }
    for (size_t k = 1; k < n; k++) {
        require(minrisk_top_share(m->x, n, k, &top) == MINRISK_OK);
        require(size_of(1.0 - top - lorenz[n - 1 - k]) < 1e-15);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    double *lorenz = block_of(m.n * sizeof *lorenz);
    minrisk_status status = minrisk_lorenz(m.x, m.n, lorenz);

    require(status == status_of_market(&m));
    require(minrisk_lorenz(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, lorenz);
    else
        require(is_filled(lorenz, m.n * sizeof *lorenz));
    release(lorenz, m.n * sizeof *lorenz);
    release_market(&m);
    return 0;
}
