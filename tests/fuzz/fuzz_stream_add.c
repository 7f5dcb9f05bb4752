/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s;
    double x = take_double(&in);
    minrisk_status status = minrisk_stream_add(&r.s, x);

    require(minrisk_stream_add(NULL, x) == MINRISK_E_NULL);
    require_status(&r, &before, status, is_quantity(x));
    if (status == MINRISK_OK)
        r.live[r.n++] = x;
    judge(&r);
    return 0;
}
