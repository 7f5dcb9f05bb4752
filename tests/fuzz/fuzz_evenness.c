/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double evenness)
{
    double positives = positives_of(m);
    require(is_fraction(evenness));
    if (positives == 1.0)
        require(evenness == 1.0);
    else
        require_plain(m, 1.0, evenness * log(positives));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_market(bytes, size, minrisk_evenness, check_value);
}
