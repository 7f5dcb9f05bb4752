/* SPDX-License-Identifier: MIT */
#include "changes.h"

static void check_values(const two_markets *m, const double *each)
{
    for (size_t i = 0; i < m->before.n; i++) {
        double s = share_of(m->before.x, m->before.n, i), t = share_of(m->after.x, m->after.n, i);
        require(each[i] >= -1.0 && each[i] <= 1.0);
        require(size_of(each[i] - (t - s) * (t + s)) < 1e-13);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    two_markets m = take_two_markets(&in);
    size_t n = m.before.n;
    double *each = block_of(n * sizeof *each);
    minrisk_status status = minrisk_hhi_change_each(m.before.x, m.after.x, n, each);

    require(status == status_of_both(&m));
    require(minrisk_hhi_change_each(m.before.x, m.after.x, n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check_values(&m, each);
        require(minrisk_hhi_change_each(m.before.x, m.after.x, n, m.after.x) == MINRISK_OK);
        require(memcmp(m.after.x, each, n * sizeof *each) == 0);
    } else {
        require(is_filled(each, n * sizeof *each));
    }
    release(each, n * sizeof *each);
    release_two_markets(&m);
    return 0;
}
