/* SPDX-License-Identifier: MIT */
#include "indices.h"

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    (void)scratch;
    (void)scratch_len;
    return minrisk_garcia_alba(m->x, m->n, out);
}

static double plain(const double *share, size_t n)
{
    double hhi = 0.0, fourth_powers = 0.0;
    for (size_t i = 0; i < n; i++) {
        hhi += share[i] * share[i];
        fourth_powers += pow(share[i], 4.0);
    }
    return fourth_powers / (hhi * hhi);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 0};
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);

    fuzz_index(&index, &in, &m, status_of_market(&m));
    release_market(&m);
    return 0;
}
