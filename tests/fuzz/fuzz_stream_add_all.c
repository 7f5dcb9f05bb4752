/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s, one_by_one = r.s;
    size_t n = take_byte(&in) % 40;
    double *x = take_doubles(&in, n);
    minrisk_status status = minrisk_stream_add_all(&r.s, x, n), each = MINRISK_OK;

    require(minrisk_stream_add_all(NULL, x, n) == MINRISK_E_NULL);
    require(minrisk_stream_add_all(&r.s, NULL, n) == MINRISK_E_NULL);
    require_status(&r, &before, status, minrisk_first_invalid(x, n) == n);
    for (size_t i = 0; i < n && each == MINRISK_OK && status == MINRISK_OK; i++)
        each = minrisk_stream_add(&one_by_one, x[i]);
    require(each == MINRISK_OK);
    if (status == MINRISK_OK && !r.tampered)
        require(same_state(&r.s, &one_by_one));
    release(x, n * sizeof *x);
    return 0;
}
