/* SPDX-License-Identifier: MIT */
#include "market.h"

static size_t positives_of(const market *m)
{
    size_t positives = 0;
    for (size_t i = 0; i < m->n; i++)
        positives += m->x[i] > 0.0;
    return positives;
}

/* Against the textbook's form, which cancels where the market is even. */
static void check_value(const market *m, size_t market_size, double value)
{
    double size = (double)market_size;
    require(is_fraction(value));
    if (market_size == 1)
        require(same_bits(value, 1.0));
    else
        require(size_of(value - (plain_hhi(m->x, m->n) - 1 / size) / (1 - 1 / size)) <= 1e-12);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t market_size = take_size(&in);
    double value = -7.0;
    minrisk_status status = minrisk_hhi_normalised(m.x, m.n, market_size, &value);
    minrisk_status expected = status_of_market(&m);

    if (expected == MINRISK_OK && market_size != 0 && market_size < positives_of(&m))
        expected = MINRISK_E_PARAM;
    require(status == expected);
    require(minrisk_hhi_normalised(m.x, m.n, market_size, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, market_size == 0 ? positives_of(&m) : market_size, value);
    else
        require(same_bits(value, -7.0));
    release_market(&m);
    return 0;
}
