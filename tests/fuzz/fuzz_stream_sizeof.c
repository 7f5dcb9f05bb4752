/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    require(minrisk_stream_sizeof() == sizeof(minrisk_stream));
    return 0;
}
