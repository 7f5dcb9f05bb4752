/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double order, double index)
{
    double suppliers = -1.0;
    require(index > 0.0 && index <= 1.0);
    require(minrisk_hill_number(m->x, m->n, order, &suppliers) == MINRISK_OK);
    require(is_near(index, 1.0 / suppliers, 1e-15));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_order(bytes, size, minrisk_hannah_kay, check_value);
}
