/* SPDX-License-Identifier: MIT */
/* A target that does nothing, for the program that only turns corpora into seeds and back. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    return 0;
}
