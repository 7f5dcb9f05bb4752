/* SPDX-License-Identifier: MIT */
#include "diversity.h"

/* Against ln N - E, which cancels where the market is even. */
static void check_value(const market *m, size_t market_size, double nats)
{
    double entropy = -1.0;
    require(minrisk_shannon_entropy(m->x, m->n, &entropy) == MINRISK_OK);
    require(nats >= 0.0 && !signbit(nats));
    require(size_of(nats - (log((double)market_size) - entropy)) <= 1e-13);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t market_size = take_size(&in);
    double value = -7.0;
    minrisk_status status = minrisk_theil(m.x, m.n, market_size, &value);
    minrisk_status expected = status_of_market(&m);

    if (expected == MINRISK_OK && market_size != 0 && (double)market_size < positives_of(&m))
        expected = MINRISK_E_PARAM;
    require(status == expected);
    require(minrisk_theil(m.x, m.n, market_size, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, market_size == 0 ? (size_t)positives_of(&m) : market_size, value);
    else
        require(same_bits(value, -7.0));
    release_market(&m);
    return 0;
}
