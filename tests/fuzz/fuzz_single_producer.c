/* SPDX-License-Identifier: MIT */
#include "market.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    int32_t single = -7;
    size_t producer = 77, producers = 0;
    minrisk_status status = minrisk_single_producer(m.x, m.n, &single, &producer);

    require(status == status_of_market(&m));
    if (status == MINRISK_OK) {
        for (size_t i = 0; i < m.n; i++)
            producers += m.x[i] > 0.0;
        require(single == (producers == 1) && producer < m.n && m.x[producer] > 0.0);
    } else {
        require(single == -7 && producer == 77);
    }
    release_market(&m);
    return 0;
}
