/* SPDX-License-Identifier: MIT */
#include "forecast.h"

/* With what is covered now, the stages' chances make up the law at the horizon. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    uint32_t steps;
    minrisk_model m = take_law_model(&in, &a, &steps);
    size_t length = minrisk_law_workspace(&m, steps);
    double *work = block_of(length * sizeof *work);
    double *last = block_of(m.stages * sizeof *last);
    double ends[2] = {0.0, m.horizon / 65536.0}, law[2];
    int32_t kind = -1, law_kind;
    minrisk_status status = minrisk_law_bottleneck(&m, steps, last, &kind, work, length);

    require(minrisk_law(&m, steps, ends, 2, law, &law_kind, work, length) == MINRISK_OK);
    if (status != MINRISK_OK) {
        require(status == MINRISK_E_PARAM);
        require(law_kind != MINRISK_LAW_EXACT);
        require(kind == -1 && is_filled(last, m.stages * sizeof *last));
    } else {
        double sum = law[0];
        require(kind == law_kind);
        for (size_t s = 0; s < m.stages; s++) {
            require(last[s] >= -1e-12);
            sum += last[s];
        }
        require(size_of(sum - law[1]) <= 1e-9);
    }
    require(minrisk_law_bottleneck(&m, steps, last, &kind, work, length - 1) == MINRISK_E_SIZE);
    release(last, m.stages * sizeof *last);
    release(work, length * sizeof *work);
    return 0;
}
