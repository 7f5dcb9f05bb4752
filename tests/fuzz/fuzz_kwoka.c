/* SPDX-License-Identifier: MIT */
#include "indices.h"

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    return minrisk_kwoka(m->x, m->n, scratch, scratch_len, out);
}

static double plain(const double *share, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i + 1 < n; i++)
        sum += (share[i] - share[i + 1]) * (share[i] - share[i + 1]);
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 1};
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);

    fuzz_index(&index, &in, &m, status_of_market(&m));
    release_market(&m);
    return 0;
}
