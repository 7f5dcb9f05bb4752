/* SPDX-License-Identifier: MIT */
#include "governance.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);

    check_conversion(minrisk_wgi_to_risk_1, take_double(&in), 1.0);
    return 0;
}
