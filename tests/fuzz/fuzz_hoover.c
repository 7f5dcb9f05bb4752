/* SPDX-License-Identifier: MIT */
#include "indices.h"

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    (void)scratch;
    (void)scratch_len;
    return minrisk_hoover(m->x, m->n, index_size, out);
}

static double plain(const double *share, size_t n)
{
    double size = (double)size_or(n), sum = (size - (double)n) / size;
    for (size_t i = 0; i < n; i++)
        sum += size_of(share[i] - 1.0 / size);
    return sum / 2.0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 0};
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    index_size = take_market_size(&in, &m);

    fuzz_index(&index, &in, &m, with_market_size(status_of_market(&m), &m, index_size));
    release_market(&m);
    return 0;
}
