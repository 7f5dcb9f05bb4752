/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_chain(const market *m, const minrisk_chain *out)
{
    double largest = largest_of(m->x, m->n);

    require(out->bottleneck < m->n && out->maximum == largest);
    require(out->mean <= largest && out->geometric <= largest && out->weighted <= largest);
    require(out->geometric <= out->mean * (1.0 + 1e-14) || out->mean < 1e-300);
    require(((out->known & MINRISK_CHAIN_SERIES) != 0) == (largest <= 1.0));
    if (out->known & MINRISK_CHAIN_SERIES)
        require(out->series >= largest && out->series <= 1.0);
    else
        require(same_bits(out->series, 0.0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *weight = take_byte(&in) % 2 ? take_doubles(&in, m.n) : NULL;
    minrisk_status of_market = status_of_market(&m), status;
    minrisk_chain out;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_chain_risk(m.x, weight, m.n, &out);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (of_market == MINRISK_E_DATA || (weight != NULL && !all_quantities(weight, m.n)))
        require(status == MINRISK_E_DATA);
    else
        require(status ==
                (weight != NULL && all_zero(weight, m.n) ? MINRISK_E_NO_SUPPLY : MINRISK_OK));
    if (status == MINRISK_OK)
        check_chain(&m, &out);
    else
        require(is_filled(&out, sizeof out));
    release(weight, m.n * sizeof *weight);
    release_market(&m);
    return 0;
}
