/* SPDX-License-Identifier: MIT */
#include "ranked.h"

/* The order does not show, and one that is known gives the same bits. */
static void check_value(input *in, market *m, double *scratch, double index)
{
    double *sorted = sorted_copy(m), again = -1.0;

    require_hall_tideman(m, index);
    require(minrisk_hall_tideman_sorted(sorted, m->n, &again) == MINRISK_OK);
    require(same_bits(again, index));
    shuffle(in, m->x, m->n);
    require(minrisk_hall_tideman(m->x, m->n, scratch, m->n, &again) == MINRISK_OK);
    require(same_bits(again, index));
    release(sorted, m->n * sizeof *sorted);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    double *scratch = block_of(m.n * sizeof *scratch), index = -7.0;
    minrisk_status status = minrisk_hall_tideman(m.x, m.n, scratch, m.n, &index);

    require(status == status_of_market(&m));
    require(minrisk_hall_tideman(m.x, m.n, scratch, m.n, NULL) == MINRISK_E_NULL);
    if (m.x != NULL && m.n > 64) {
        require(minrisk_hall_tideman(m.x, m.n, NULL, m.n, &index) == MINRISK_E_NULL);
        require(minrisk_hall_tideman(m.x, m.n, scratch, m.n - 1, &index) == MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK)
        check_value(&in, &m, scratch, index);
    else
        require(same_bits(index, -7.0));
    release(scratch, m.n * sizeof *scratch);
    release_market(&m);
    return 0;
}
