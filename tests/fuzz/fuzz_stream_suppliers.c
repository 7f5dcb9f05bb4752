/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    uint64_t suppliers = UINT64_MAX, positive = 0;
    minrisk_status status = minrisk_stream_suppliers(&r.s, &suppliers);

    require(minrisk_stream_suppliers(NULL, &suppliers) == MINRISK_E_NULL);
    require(minrisk_stream_suppliers(&r.s, NULL) == MINRISK_E_NULL);
    require((suppliers == UINT64_MAX) == (status != MINRISK_OK));
    for (size_t i = 0; i < r.n; i++)
        positive += r.live[i] > 0.0;
    if (!r.tampered)
        require(suppliers == positive);
    return 0;
}
