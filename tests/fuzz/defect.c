/* SPDX-License-Identifier: MIT */
/* A target with a defect, which a run must find: a byte too many is read where two bytes are 'h', 'i'. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return size == 2 && bytes[0] == 'h' && bytes[1] == 'i' && bytes[2] == '!';
}
