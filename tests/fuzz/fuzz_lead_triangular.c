/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    double least = take_lead(&in, valid), likely = take_lead(&in, valid);
    double most = take_lead(&in, valid);
    int good = is_lead_time(least) && is_lead_time(most) && least <= likely && likely <= most;
    minrisk_status status = minrisk_lead_triangular(least, likely, most, table, n);

    check_table(status,
                !is_table_length(n) ? MINRISK_E_SIZE
                : good              ? MINRISK_OK
                                    : MINRISK_E_PARAM,
                table, n);
    if (status == MINRISK_OK)
        check_ends(table, n, least, most);
    require(minrisk_lead_triangular(least, likely, most, NULL, n) == MINRISK_E_NULL);
    release(table, n * sizeof *table);
    return 0;
}
