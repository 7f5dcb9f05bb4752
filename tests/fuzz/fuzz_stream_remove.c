/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s;
    size_t at;
    double x = take_live(&in, &r, &at);
    int is_there = r.n > 0 && same_bits(x, r.live[at]);
    minrisk_status status = minrisk_stream_remove(&r.s, x);

    require(minrisk_stream_remove(NULL, x) == MINRISK_E_NULL);
    if (is_there || !is_quantity(x) || x == 0.0)
        require_status(&r, &before, status, is_quantity(x));
    else
        r.tampered = 1; /* whether that can be told depends on the others */
    if (is_there && status == MINRISK_OK)
        r.live[at] = r.live[--r.n];
    judge(&r);
    return 0;
}
