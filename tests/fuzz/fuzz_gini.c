/* SPDX-License-Identifier: MIT */
#include "ranked.h"

/* The order does not show, and one that is known gives the same bits. */
static void check_value(input *in, market *m, size_t size, double *scratch, double gini)
{
    double *sorted = sorted_copy(m), again = -1.0;

    require_gini(m, size, gini);
    require(minrisk_gini_sorted(sorted, m->n, size, &again) == MINRISK_OK);
    require(same_bits(again, gini));
    shuffle(in, m->x, m->n);
    require(minrisk_gini(m->x, m->n, size, scratch, m->n, &again) == MINRISK_OK);
    require(same_bits(again, gini));
    release(sorted, m->n * sizeof *sorted);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    size_t market_size = take_market_size(&in, &m);
    double *scratch = block_of(m.n * sizeof *scratch), gini = -7.0;
    minrisk_status status = minrisk_gini(m.x, m.n, market_size, scratch, m.n, &gini);

    require(status == with_market_size(status_of_market(&m), &m, market_size));
    require(minrisk_gini(m.x, m.n, market_size, scratch, m.n, NULL) == MINRISK_E_NULL);
    if (m.x != NULL && m.n > 64) {
        require(minrisk_gini(m.x, m.n, 0, NULL, m.n, &gini) == MINRISK_E_NULL);
        require(minrisk_gini(m.x, m.n, 0, scratch, m.n - 1, &gini) == MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK)
        check_value(&in, &m, market_size, scratch, gini);
    else
        require(same_bits(gini, -7.0));
    release(scratch, m.n * sizeof *scratch);
    release_market(&m);
    return 0;
}
