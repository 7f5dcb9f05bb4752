/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s;
    double x = -7.0;
    minrisk_status status = minrisk_stream_total(&r.s, &x);

    require(minrisk_stream_total(NULL, &x) == MINRISK_E_NULL);
    require(minrisk_stream_total(&r.s, NULL) == MINRISK_E_NULL);
    require(same_bits(x, -7.0) == (status != MINRISK_OK));
    require(same_state(&r.s, &before));
    judge(&r);
    return 0;
}
