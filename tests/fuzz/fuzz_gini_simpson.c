/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double index)
{
    require(is_fraction(index));
    require(size_of(index - (1.0 - plain_hhi(m->x, m->n))) <= 1e-13);
    require(index > 0.0 || plain_hhi(m->x, m->n) > 1.0 - 1e-13);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_market(bytes, size, minrisk_gini_simpson, check_value);
}
