/* SPDX-License-Identifier: MIT */
#include "market.h"

static double hhi_of(const double *x, size_t n)
{
    double hhi = -1.0;
    require(minrisk_hhi(x, n, &hhi) == MINRISK_OK);
    return hhi;
}

static void check_order(input *in, const market *m, double hhi)
{
    double *other = copy_doubles(m->x, m->n);
    shuffle(in, other, m->n);
    require(same_bits(hhi_of(other, m->n), hhi));
    release(other, m->n * sizeof *other);
}

/* A supplier without supply changes nothing; the market with it twice is half as concentrated. */
static void check_growth(const market *m, double hhi)
{
    size_t n = 2 * m->n;
    double *other = block_of(n * sizeof *other);
    memcpy(other, m->x, m->n * sizeof *other);
    memset(other + m->n, 0, m->n * sizeof *other);
    require(same_bits(hhi_of(other, n), hhi));
    memcpy(other + m->n, m->x, m->n * sizeof *other);
    require(same_bits(hhi_of(other, n), hhi / 2));
    release(other, n * sizeof *other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double hhi = -7.0;
    minrisk_status status = minrisk_hhi(m.x, m.n, &hhi);

    require(status == status_of_market(&m));
    require(minrisk_hhi(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        require(hhi > 0.0 && hhi <= 1.0);
        require(is_near(hhi, plain_hhi(m.x, m.n), 1e-13));
        check_order(&in, &m, hhi);
        check_growth(&m, hhi);
    } else {
        require(same_bits(hhi, -7.0));
    }
    release_market(&m);
    return 0;
}
