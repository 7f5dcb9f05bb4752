/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    double mean = take_lead(&in, valid), sd = take_lead(&in, valid);
    int good = is_lead_time(mean) && mean >= 0x1p-16 && is_lead_time(sd);
    minrisk_status status = minrisk_lead_lognormal(mean, sd, table, n);

    check_table(status,
                !is_table_length(n) ? MINRISK_E_SIZE
                : good              ? MINRISK_OK
                                    : MINRISK_E_PARAM,
                table, n);
    if (status == MINRISK_OK)
        check_mean(table, n, mean);
    require(minrisk_lead_lognormal(mean, sd, NULL, n) == MINRISK_E_NULL);
    release(table, n * sizeof *table);
    return 0;
}
