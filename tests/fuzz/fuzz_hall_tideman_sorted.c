/* SPDX-License-Identifier: MIT */
#include "ranked.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_repeated_market(&in);
    double index = -7.0;
    minrisk_status status;

    if (m.x != NULL && m.n > 0 && all_quantities(m.x, m.n) && take_byte(&in) < 192)
        qsort(m.x, m.n, sizeof *m.x, descending);
    status = minrisk_hall_tideman_sorted(m.x, m.n, &index);
    require(status == status_of_ordered(&m));
    require(minrisk_hall_tideman_sorted(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        require_hall_tideman(&m, index);
    else
        require(same_bits(index, -7.0));
    release_market(&m);
    return 0;
}
