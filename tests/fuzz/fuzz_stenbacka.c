/* SPDX-License-Identifier: MIT */
#include "indices.h"

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    (void)scratch;
    (void)scratch_len;
    return minrisk_stenbacka(m->x, m->n, out);
}

static double plain(const double *share, size_t n)
{
    double second = n > 1 ? share[1] : 0.0;
    return (1.0 - (share[0] * share[0] - second * second)) / 2.0;
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
