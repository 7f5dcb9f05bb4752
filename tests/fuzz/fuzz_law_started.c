/* SPDX-License-Identifier: MIT */
#include "forecast.h"

/* Of one project in a stage of its own the law says the same; all are as likely as not to come
 * later. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    uint32_t steps;
    minrisk_model m = take_law_model(&in, &a, &steps);
    size_t length = minrisk_law_workspace(&m, steps), chances = m.projects * sizeof(double);
    double *work = block_of(length * sizeof *work), *chance = block_of(chances);
    double *later = block_of(chances);
    double year = take_double(&in), end = m.horizon / 65536.0;
    int good = year >= 0.0 && year * 65536.0 <= m.horizon;
    minrisk_status status = minrisk_law_started(&m, steps, year, chance, work, length);

    require(status == (good ? MINRISK_OK : MINRISK_E_PARAM));
    if (!good)
        require(is_filled(chance, chances));
    require(minrisk_law_started(&m, steps, end, later, work, length) == MINRISK_OK);
    for (size_t p = 0; p < m.projects && good; p++)
        require(chance[p] >= 0.0 && chance[p] <= later[p] + 1e-12 && later[p] <= 1.0 + 1e-12);
    require(minrisk_law_started(&m, steps, end, later, work, length - 1) == MINRISK_E_SIZE);
    release(later, chances);
    release(chance, chances);
    release(work, length * sizeof *work);
    return 0;
}
