/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_missing(const market *m, double length, size_t origin, const double *missing,
                          size_t held_at)
{
    double last = length;

    for (size_t i = 0; i < m->n; i++) {
        require(missing[i] >= 0.0);
        if (i < origin) {
            require(missing[i] == 0.0);
            continue;
        }
        require(missing[i] <= last);
        require((missing[i] == 0.0) == (i >= held_at));
        last = missing[i];
    }
    require(held_at >= origin && held_at <= m->n);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double length = take_double(&in), *missing = block_of(m.n * sizeof *missing);
    size_t origin = take_byte(&in) % LONGEST_MARKET, held_at = 77;
    minrisk_status of_market = status_of_market(&m), status;

    status = minrisk_chain_disruption(length, origin, m.x, m.n, missing, &held_at);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (!is_quantity(length) || origin >= m.n)
        require(status == MINRISK_E_PARAM);
    else
        require(status == (of_market == MINRISK_E_DATA ? MINRISK_E_DATA : MINRISK_OK));
    if (status == MINRISK_OK)
        check_missing(&m, length, origin, missing, held_at);
    else
        require(is_filled(missing, m.n * sizeof *missing) && held_at == 77);
    release(missing, m.n * sizeof *missing);
    release_market(&m);
    return 0;
}
