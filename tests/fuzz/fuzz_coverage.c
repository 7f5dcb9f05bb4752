/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_value(const market *m, double residual, double share)
{
    double total, *all = block_of((m->n + 1) * sizeof *all);
    memcpy(all, m->x, m->n * sizeof *all);
    all[m->n] = residual;
    total = plain_total(all, m->n + 1);
    require(share >= 0.0 && share <= 1.0);
    if (residual == 0.0)
        require(same_bits(share, 1.0));
    else
        require(size_of(share + part_of(residual, largest_of(all, m->n + 1)) / total - 1.0) <
                1e-13);
    release(all, (m->n + 1) * sizeof *all);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double residual = take_double(&in), share = -7.0;
    minrisk_status expected = status_of_market(&m);
    minrisk_status status = minrisk_coverage(m.x, m.n, residual, &share);

    if ((expected == MINRISK_OK || expected < MINRISK_E_PARAM) && !is_quantity(residual))
        expected = MINRISK_E_PARAM;
    if (expected == MINRISK_E_NO_SUPPLY && residual > 0.0)
        expected = MINRISK_OK;
    require(status == expected);
    require(minrisk_coverage(m.x, m.n, residual, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, residual, share);
    else
        require(same_bits(share, -7.0));
    release_market(&m);
    return 0;
}
