/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    double median = take_lead(&in, valid), sigma = take_double(&in);
    int good = is_lead_time(median) && median >= 0x1p-16 && sigma >= 0.0 && sigma <= 8.0;
    minrisk_status status = minrisk_lead_median(median, sigma, table, n);

    check_table(status,
                !is_table_length(n) ? MINRISK_E_SIZE
                : good              ? MINRISK_OK
                                    : MINRISK_E_PARAM,
                table, n);
    if (status == MINRISK_OK && n > 2)
        require(size_of(table[n / 2] / 65536.0 - median) <= 0x1p-16 + 1e-9 * median);
    require(minrisk_lead_median(median, sigma, NULL, n) == MINRISK_E_NULL);
    release(table, n * sizeof *table);
    return 0;
}
