/* SPDX-License-Identifier: MIT */
#include "diversity.h"

static void check_value(const market *m, double nats)
{
    require(nats >= 0.0 && nats <= log(positives_of(m)) * (1.0 + 1e-15));
    require(!signbit(nats));
    require_plain(m, 1.0, nats);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    return fuzz_of_market(bytes, size, minrisk_shannon_entropy, check_value);
}
