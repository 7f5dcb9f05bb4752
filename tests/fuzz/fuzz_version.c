/* SPDX-License-Identifier: MIT */
#include "fuzz.h"
#include "minrisk/version.h"

/* There is nothing to vary; the target stands for the rule that every function has one. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    (void)bytes;
    (void)size;
    require(minrisk_version() == MINRISK_VERSION);
    return 0;
}
