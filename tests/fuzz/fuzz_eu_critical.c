/* SPDX-License-Identifier: MIT */
#include "market.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double importance = take_double(&in);
    minrisk_status of_market = status_of_market(&m), status;
    minrisk_eu_verdict out;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_eu_critical(m.x, m.n, importance, &out);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (!is_quantity(importance))
        require(status == MINRISK_E_PARAM);
    else
        require(status == (of_market == MINRISK_E_DATA ? MINRISK_E_DATA : MINRISK_OK));
    if (status == MINRISK_OK) {
        require(out.bottleneck < m.n && out.risk == largest_of(m.x, m.n));
        for (size_t i = 0; i < out.bottleneck; i++)
            require(m.x[i] < out.risk);
        require(out.critical == (out.risk >= 1.0 && importance >= 2.8));
    } else {
        require(is_filled(&out, sizeof out));
    }
    release_market(&m);
    return 0;
}
