/* SPDX-License-Identifier: MIT */
#include "ranked.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    size_t market_size = take_market_size(&in, &m);
    double gini = -7.0;
    minrisk_status status;

    if (m.x != NULL && m.n > 0 && all_quantities(m.x, m.n) && take_byte(&in) < 192)
        qsort(m.x, m.n, sizeof *m.x, descending);
    status = minrisk_gini_sorted(m.x, m.n, market_size, &gini);
    require(status == with_market_size(status_of_ordered(&m), &m, market_size));
    require(minrisk_gini_sorted(m.x, m.n, market_size, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        require_gini(&m, market_size, gini);
    else
        require(same_bits(gini, -7.0));
    release_market(&m);
    return 0;
}
