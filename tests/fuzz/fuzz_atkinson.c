/* SPDX-License-Identifier: MIT */
#include "indices.h"

static double index_order;

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    (void)scratch;
    (void)scratch_len;
    return minrisk_atkinson(m->x, m->n, index_size, index_order, out);
}

/* Powers beside the largest; near an aversion of 1 the geometric mean. */
static double plain(const double *share, size_t n)
{
    double size = (double)size_or(n), p = 1.0 - index_order, sum = 0.0;
    double pivot = p > 0.0 ? share[0] : share[n - 1];

    if (size > (double)n && p <= 0.0)
        return 1.0;
    if (size_of(p) < 1e-9) {
        if (size > (double)n)
            return 1.0;
        for (size_t i = 0; i < n; i++)
            sum += log(share[i] * size);
        return 1.0 - exp(sum / size);
    }
    for (size_t i = 0; i < n; i++)
        sum += pow(share[i] / pivot, p);
    return 1.0 - pivot * size * pow(sum / size, 1.0 / p);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 0};
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    market m;
    minrisk_status expected;

    index_order = selector < 200 ? (double)selector / 20.0 : take_double(&in);
    if (size_of(index_order - 1.0) < 1e-6)
        index_order = 1.0; /* the plain formula has no digits left near it */
    m = take_repeated_market(&in);
    index_size = take_market_size(&in, &m);
    expected = status_of_market(&m);
    if ((expected == MINRISK_OK || expected == MINRISK_E_DATA || expected == MINRISK_E_NO_SUPPLY) &&
        !(index_order >= 0.0 && index_order <= MINRISK_MOST_AVERSION))
        expected = MINRISK_E_PARAM;
    fuzz_index(&index, &in, &m, with_market_size(expected, &m, index_size));
    release_market(&m);
    return 0;
}
