/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double order, double suppliers)
{
    double effective = -1.0;
    require(suppliers >= 1.0 && suppliers <= positives_of(m));
    require_plain(m, order, log(suppliers));
    require(minrisk_effective_suppliers(m->x, m->n, &effective) == MINRISK_OK);
    if (order == 2.0)
        require(same_bits(suppliers, effective));
    require(order <= 2.0 ? suppliers * (1.0 + 1e-15) >= effective
                         : suppliers <= effective * (1.0 + 1e-15));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_order(bytes, size, minrisk_hill_number, check_value);
}
