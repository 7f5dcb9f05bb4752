/* SPDX-License-Identifier: MIT */
#include "market.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t index = minrisk_first_invalid(m.x, m.n);

    if (m.x == NULL) {
        require(index == 0);
        return 0;
    }
    require(index <= m.n);
    require(all_quantities(m.x, index));
    require(index == m.n || !is_quantity(m.x[index]));
    release_market(&m);
    return 0;
}
