/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    double shape = take_double(&in), scale = take_lead(&in, valid);
    int good = shape >= 0.125 && shape <= 1024.0 && is_lead_time(scale);
    minrisk_status status = minrisk_lead_weibull(shape, scale, table, n);

    check_table(status,
                !is_table_length(n) ? MINRISK_E_SIZE
                : good              ? MINRISK_OK
                                    : MINRISK_E_PARAM,
                table, n);
    if (status == MINRISK_OK)
        require(table[0] == 0);
    if (status == MINRISK_OK && shape == 1.0)
        check_mean(table, n, scale);
    require(minrisk_lead_weibull(shape, scale, NULL, n) == MINRISK_E_NULL);
    release(table, n * sizeof *table);
    return 0;
}
