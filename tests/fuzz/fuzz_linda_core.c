/* SPDX-License-Identifier: MIT */
#include "ranked.h"

/* It is the least of the indices, and the first of them. */
static void check_value(const market *m, double *scratch, size_t core, double least)
{
    for (size_t k = 2; k <= positives_of(m); k++) {
        double index = -1.0;
        minrisk_status status = minrisk_linda(m->x, m->n, k, scratch, m->n, &index);
        if (status == MINRISK_E_PARAM) {
            require(k > core);
            continue;
        }
        require(status == MINRISK_OK);
        require(k < core ? index > least : index >= least);
        require(k != core || same_bits(index, least));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    double *scratch = block_of(m.n * sizeof *scratch), least = -7.0;
    size_t core = 777;
    minrisk_status status = minrisk_linda_core(m.x, m.n, scratch, m.n, &core, &least);
    minrisk_status expected = status_of_market(&m);

    if (expected == MINRISK_OK && positives_of(&m) < 2)
        expected = MINRISK_E_PARAM;
    require(status == expected || (expected == MINRISK_OK && status == MINRISK_E_PARAM));
    require(minrisk_linda_core(m.x, m.n, scratch, m.n, NULL, &least) == MINRISK_E_NULL);
    require(minrisk_linda_core(m.x, m.n, scratch, m.n, &core, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, scratch, core, least);
    else
        require(core == 777 && same_bits(least, -7.0));
    release(scratch, m.n * sizeof *scratch);
    release_market(&m);
    return 0;
}
