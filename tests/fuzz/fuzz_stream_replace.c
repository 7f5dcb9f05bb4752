/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s;
    size_t at;
    double x = take_live(&in, &r, &at), y = take_double(&in);
    int is_there = r.n > 0 && same_bits(x, r.live[at]);
    minrisk_status status = minrisk_stream_replace(&r.s, x, y);

    require(minrisk_stream_replace(NULL, x, y) == MINRISK_E_NULL);
    if (is_there || !is_quantity(x) || !is_quantity(y))
        require_status(&r, &before, status, is_quantity(x) && is_quantity(y));
    else
        r.tampered = 1; /* whether that can be told depends on the others */
    if (is_there && status == MINRISK_OK)
        r.live[at] = y;
    judge(&r);
    return 0;
}
