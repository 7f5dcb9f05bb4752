/* SPDX-License-Identifier: MIT */
#include "market.h"

enum { MOST_BLOCS = 6 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t blocs = take_byte(&in) % MOST_BLOCS;
    market m = take_market(&in);
    uint32_t *bloc = block_of(m.n * sizeof *bloc);
    double *total = block_of(blocs * sizeof *total), all = 0.0, sum = 0.0;
    int inside = 1;
    minrisk_status status, of_market = status_of_market(&m);

    for (size_t i = 0; i < m.n; i++) {
        bloc[i] = take_byte(&in) % MOST_BLOCS;
        inside = inside && bloc[i] < blocs;
    }
    status = minrisk_bloc_totals(m.x, bloc, m.n, total, blocs);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (blocs == 0)
        require(status == MINRISK_E_SIZE);
    else if (of_market == MINRISK_E_DATA || !inside)
        require(status == MINRISK_E_DATA);
    if (status != MINRISK_OK) {
        require(is_filled(total, blocs * sizeof *total));
    } else {
        for (size_t i = 0; i < m.n; i++)
            all += m.x[i];
        for (size_t b = 0; b < blocs; b++) {
            require(is_quantity(total[b]));
            sum += total[b];
        }
        if (is_finite(all) && is_tame(all))
            require(is_near(sum, all, 1e-12));
    }
    release(total, blocs * sizeof *total);
    release(bloc, m.n * sizeof *bloc);
    release_market(&m);
    return 0;
}
