/* SPDX-License-Identifier: MIT */
#include "indices.h"

static double index_order;

static minrisk_status call(const market *m, double *scratch, size_t scratch_len, double *out)
{
    (void)scratch;
    (void)scratch_len;
    return minrisk_generalised_entropy(m->x, m->n, index_size, index_order, out);
}

/* Too near to 0 or 1 the plain formula has no digits left. */
static double plain(const double *share, size_t n)
{
    double size = (double)size_or(n), a = index_order, sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        double ratio = size * share[i];
        if (size_of(a) < 1e-6)
            sum += ratio - 1.0 - log(ratio);
        else if (size_of(a - 1.0) < 1e-6)
            sum += ratio * log(ratio) - (ratio - 1.0);
        else
            sum += (pow(ratio, a) - 1.0 - a * (ratio - 1.0)) / (a * (a - 1.0));
    }
    if (size > (double)n)
        sum += (size - (double)n) / a;
    return sum / size;
}

/* Whether the entropy exists, for orders that no power makes too large. */
static minrisk_status expected_of(const market *m)
{
    minrisk_status status = status_of_market(m);
    int valid = status == MINRISK_OK || status == MINRISK_E_DATA || status == MINRISK_E_NO_SUPPLY;

    if (valid && !is_finite(index_order))
        return MINRISK_E_PARAM;
    status = with_market_size(status, m, index_size);
    if (status == MINRISK_OK && index_size > positives_of(m) && index_order <= 0.0)
        return MINRISK_E_PARAM;
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const index_call index = {call, plain, 0};
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    market m;

    index_order = selector < 200 ? (double)selector / 20.0 - 5.0 : take_double(&in);
    m = take_repeated_market(&in);
    index_size = take_market_size(&in, &m);
    if (selector < 200) {
        double smallest = 1.0, value;
        for (size_t i = 0; m.x != NULL && i < m.n; i++)
            smallest = m.x[i] > 0.0 && m.x[i] < smallest ? m.x[i] : smallest;
        if (smallest > 1e-25 && m.x != NULL && largest_of(m.x, m.n) < 1e25)
            fuzz_index(&index, &in, &m, expected_of(&m));
        else
            minrisk_generalised_entropy(m.x, m.n, index_size, index_order, &value);
    } else {
        double value = -7.0;
        minrisk_status status =
            minrisk_generalised_entropy(m.x, m.n, index_size, index_order, &value);
        require(status == expected_of(&m) || status == MINRISK_E_PARAM);
        require((status == MINRISK_OK) == (value >= 0.0));
    }
    release_market(&m);
    return 0;
}
