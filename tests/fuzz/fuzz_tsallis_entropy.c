/* SPDX-License-Identifier: MIT */
#include "diversity.h"

/* (1 - e^(-e ln D)) / e, e = q - 1 */
static void check_value(const market *m, double order, double entropy)
{
    double nats = -1.0, e = order - 1.0;
    require(entropy >= 0.0 && !signbit(entropy));
    require(minrisk_renyi_entropy(m->x, m->n, order, &nats) == MINRISK_OK);
    if (order > 1e300)
        require(entropy <= 1e-300);
    else if (order == 1.0)
        require(same_bits(entropy, nats));
    else
        require(size_of(entropy + expm1(-e * nats) / e) <= 1e-12 * entropy + 1e-300);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_order(bytes, size, minrisk_tsallis_entropy, check_value);
}
