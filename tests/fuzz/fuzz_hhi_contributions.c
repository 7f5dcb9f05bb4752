/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_values(const market *m, const double *each)
{
    double sum = 0.0, hhi = -1.0, total = plain_total(m->x, m->n), largest = largest_of(m->x, m->n);
    for (size_t i = 0; i < m->n; i++) {
        double part = part_of(m->x[i], largest) / total;
        require(each[i] >= 0.0 && each[i] <= 1.0);
        require(size_of(each[i] - part * part) < 1e-13);
        sum += each[i];
    }
    require(minrisk_hhi(m->x, m->n, &hhi) == MINRISK_OK);
    require(is_near(sum, hhi, 1e-13));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *each = block_of(m.n * sizeof *each);
    minrisk_status status = minrisk_hhi_contributions(m.x, m.n, each);

    require(status == status_of_market(&m));
    require(minrisk_hhi_contributions(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check_values(&m, each);
        require(minrisk_hhi_contributions(m.x, m.n, m.x) == MINRISK_OK);
        require(memcmp(m.x, each, m.n * sizeof *each) == 0);
    } else {
        require(is_filled(each, m.n * sizeof *each));
    }
    release(each, m.n * sizeof *each);
    release_market(&m);
    return 0;
}
