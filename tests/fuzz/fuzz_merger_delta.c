/* SPDX-License-Identifier: MIT */
#include "market.h"

static minrisk_status expected_status(const market *m, size_t a, size_t b)
{
    minrisk_status expected = status_of_market(m);
    if (expected == MINRISK_E_NULL || expected == MINRISK_E_SIZE)
        return expected;
    if (a >= m->n || b >= m->n)
        return MINRISK_E_PARAM;
    return a == b && expected != MINRISK_E_DATA ? MINRISK_E_PARAM : expected;
}

static void check_value(const market *m, size_t a, size_t b, double delta)
{
    double largest = largest_of(m->x, m->n), total = plain_total(m->x, m->n), again = -1.0;
    double expected = part_of(m->x[a], largest) / total * (part_of(m->x[b], largest) / total) * 2.0;
    require(delta >= 0.0 && delta <= 0.5);
    require(size_of(delta - expected) <= 1e-13 * expected + 4 * smallest());
    require(minrisk_merger_delta(m->x, m->n, b, a, &again) == MINRISK_OK);
    require(same_bits(delta, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t a = take_size(&in), b = take_size(&in);
    double delta = -7.0;
    minrisk_status status = minrisk_merger_delta(m.x, m.n, a, b, &delta);

    require(status == expected_status(&m, a, b));
    require(minrisk_merger_delta(m.x, m.n, a, b, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, a, b, delta);
    else
        require(same_bits(delta, -7.0));
    release_market(&m);
    return 0;
}
