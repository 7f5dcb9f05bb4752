/* SPDX-License-Identifier: MIT */
#include "market.h"

/* Each share by itself, up to half a smallest double where it is subnormal. */
static void check_shares(const market *m, const double *share)
{
    double largest = largest_of(m->x, m->n), total = plain_total(m->x, m->n), sum = 0.0;

    for (size_t i = 0; i < m->n; i++) {
        double expected = part_of(m->x[i], largest) / total;
        require(is_fraction(share[i]));
        require(size_of(share[i] - expected) <= 1e-13 * expected + 2 * smallest());
        require((share[i] > 0.0) <= (m->x[i] > 0.0));
        sum += share[i];
    }
    require(is_near(sum, 1.0, 1e-13));
}

static void check_in_place(const market *m, const double *share)
{
    double *other = copy_doubles(m->x, m->n);
    require(minrisk_shares(other, m->n, other) == MINRISK_OK);
    require(memcmp(other, share, m->n * sizeof *share) == 0);
    release(other, m->n * sizeof *other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t room = m.n * sizeof(double);
    double *share = block_of(room);
    minrisk_status status = minrisk_shares(m.x, m.n, share);

    require(status == status_of_market(&m));
    require(minrisk_shares(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check_shares(&m, share);
        check_in_place(&m, share);
    } else {
        require(is_filled(share, room));
    }
    release(share, room);
    release_market(&m);
    return 0;
}
