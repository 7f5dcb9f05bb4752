/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    minrisk_model m = take_model(&in, &a);
    uint32_t steps = 1 + take_byte(&in) % 6;
    size_t length, years = take_byte(&in) % 9;
    double *year = take_doubles(&in, years), *probability = block_of(years * sizeof *year), *work;
    int32_t kind = -1;
    int tied = is_tied(&m), good = 1;
    minrisk_status status;

    for (size_t i = 0; i < m.projects; i++)
        a.capacity[i] %= 64; /* so that sums stay short */
    for (size_t i = 0; i < COUNT(a.need); i++)
        a.need[i] %= 256;
    for (size_t i = 0; i < years; i++)
        good = good && year[i] >= 0.0 && year[i] * 65536.0 <= m.horizon;
    length = minrisk_law_workspace(&m, steps);
    work = block_of(length * sizeof *work);
    status = minrisk_law(&m, steps, year, years, probability, &kind, work, length);
    if (!good)
        require(status == MINRISK_E_DATA);
    else if (tied)
        require(status == MINRISK_E_PARAM);
    else
        require(status == MINRISK_OK);
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
