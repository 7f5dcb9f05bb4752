/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_value(const market *m, size_t index, double share)
{
    double *shares = block_of(m->n * sizeof *shares);
    double top = -1.0;

    require(index < m->n);
    for (size_t i = 0; i < m->n; i++)
        require(i < index ? m->x[i] < m->x[index] : m->x[i] <= m->x[index]);
    require(minrisk_shares(m->x, m->n, shares) == MINRISK_OK);
    require(same_bits(shares[index], share));
    require(minrisk_top_share(m->x, m->n, 1, &top) == MINRISK_OK);
    require(same_bits(top, share));
    release(shares, m->n * sizeof *shares);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t index = 777;
    double share = -7.0;
    minrisk_status status = minrisk_leader(m.x, m.n, &index, &share);

    require(status == status_of_market(&m));
    require(minrisk_leader(m.x, m.n, NULL, &share) == MINRISK_E_NULL);
    require(minrisk_leader(m.x, m.n, &index, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, index, share);
    else
        require(index == 777 && same_bits(share, -7.0));
    release_market(&m);
    return 0;
}
