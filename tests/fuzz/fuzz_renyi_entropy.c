/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double order, double nats)
{
    double suppliers = -1.0;
    require(nats >= 0.0 && !signbit(nats));
    require_plain(m, order, nats);
    require(minrisk_hill_number(m->x, m->n, order, &suppliers) == MINRISK_OK);
    require(is_near(suppliers, exp(nats), 1e-13));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_order(bytes, size, minrisk_renyi_entropy, check_value);
}
