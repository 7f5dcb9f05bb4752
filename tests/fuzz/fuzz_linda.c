/* SPDX-License-Identifier: MIT */
#include "indices.h"

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    return minrisk_linda(m->x, m->n, index_size, scratch, scratch_len, out);
}

static double plain(const double *share, size_t n)
{
    size_t k = size_or(n);
    double front = 0.0, sum = 0.0;
    for (size_t i = 1; i < k; i++) {
        double behind = 0.0;
        for (size_t j = k; j > i; j--)
            behind += share[j - 1];
        front += share[i - 1];
        sum += (double)(k - i) / (double)i * front / behind;
    }
    return sum / ((double)k * (double)(k - 1));
}

/* Between quantities that are not too far apart. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 1};
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    minrisk_status expected;

    index_size = take_byte(&in) % 50;
    for (size_t i = 0; m.x != NULL && i < m.n; i++) {
        if (m.x[i] > 0.0 && !(m.x[i] > 1e-50 && m.x[i] < 1e50))
            m.x[i] = 1.0;
    }
    expected = status_of_market(&m);
    if (m.x != NULL && m.n > 0 && index_size == 1)
        expected = MINRISK_E_PARAM;
    if (expected == MINRISK_OK && (positives_of(&m) < 2 || index_size > positives_of(&m)))
        expected = MINRISK_E_PARAM;
    fuzz_index(&index, &in, &m, expected);
    release_market(&m);
    return 0;
}
