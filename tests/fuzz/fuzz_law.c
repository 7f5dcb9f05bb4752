/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    uint32_t steps;
    minrisk_model m = take_law_model(&in, &a, &steps);
    size_t years = take_byte(&in) % 9, length = minrisk_law_workspace(&m, steps);
    double *year = take_doubles(&in, years), *probability = block_of(years * sizeof *year);
    double *work = block_of(length * sizeof *work);
    int32_t kind = -1;
    int good = 1;
    minrisk_status status;

    for (size_t i = 0; i < years; i++)
        good = good && year[i] >= 0.0 && year[i] * 65536.0 <= m.horizon;
    status = minrisk_law(&m, steps, year, years, probability, &kind, work, length);
    require(status == (good ? MINRISK_OK : MINRISK_E_DATA));
    if (status != MINRISK_OK)
        require(kind == -1 && is_filled(probability, years * sizeof *probability));
    else
        require(kind >= MINRISK_LAW_EXACT && kind <= MINRISK_LAW_LOWER_BOUND);
    for (size_t i = 0; i < years && status == MINRISK_OK; i++) {
        require(probability[i] >= 0.0 && probability[i] <= 1.0 + 1e-12);
        for (size_t k = 0; k < i; k++)
            require(year[i] < year[k] || probability[i] >= probability[k] - 1e-12);
    }
    require(minrisk_law(&m, steps, year, years, probability, &kind, work, length - 1) ==
            MINRISK_E_SIZE);
    release(work, length * sizeof *work);
    release(probability, years * sizeof *probability);
    release(year, years * sizeof *year);
    return 0;
}
