/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in), other = take_running(&in), all = r;
    minrisk_stream before = r.s, from = other.s;
    minrisk_status status = minrisk_stream_merge(&r.s, &other.s);

    require(minrisk_stream_merge(NULL, &other.s) == MINRISK_E_NULL);
    require(minrisk_stream_merge(&r.s, NULL) == MINRISK_E_NULL);
    require(same_state(&other.s, &from));
    if (status != MINRISK_OK)
        require(same_state(&r.s, &before));
    if (!r.tampered && !other.tampered) {
        require(status == MINRISK_OK);
        for (size_t i = 0; i < other.n; i++)
            require(minrisk_stream_add(&all.s, other.live[i]) == MINRISK_OK);
        require(same_state(&r.s, &all.s));
    }
    r.tampered = 1;
    judge(&r);
    return 0;
}
