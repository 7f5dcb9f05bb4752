/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_value(input *in, const market *m, double suppliers)
{
    double *other = copy_doubles(m->x, m->n);
    double again = -1.0;

    require(suppliers >= 1.0 && suppliers <= (double)m->n);
    require(is_near(suppliers, 1.0 / plain_hhi(m->x, m->n), 1e-13));
    shuffle(in, other, m->n);
    require(minrisk_effective_suppliers(other, m->n, &again) == MINRISK_OK);
    require(same_bits(again, suppliers));
    release(other, m->n * sizeof *other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double suppliers = -7.0;
    minrisk_status status = minrisk_effective_suppliers(m.x, m.n, &suppliers);

    require(status == status_of_market(&m));
    require(minrisk_effective_suppliers(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&in, &m, suppliers);
    else
        require(same_bits(suppliers, -7.0));
    release_market(&m);
    return 0;
}
