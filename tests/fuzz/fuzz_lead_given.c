/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    size_t from_len = take_length(&in);
    int32_t *from = take_table(&in, from_len, valid);
    double low = take_lead(&in, valid), high = take_lead(&in, valid), shift = take_double(&in);
    int good = is_lead_time(low) && is_lead_time(high) && low <= high && shift >= -low &&
               shift <= MINRISK_LEAD_LONGEST;
    minrisk_status status = minrisk_lead_given(from, from_len, low, high, shift, table, n);

    if (!is_table_length(n) || !is_table_length(from_len))
        check_table(status, MINRISK_E_SIZE, table, n);
    else if (!good)
        check_table(status, MINRISK_E_PARAM, table, n);
    else if (!table_is_valid(from, from_len))
        check_table(status, MINRISK_E_DATA, table, n);
    else
        check_table(status, status == MINRISK_OK ? MINRISK_OK : MINRISK_E_PARAM, table, n);
    if (status == MINRISK_OK && !is_cut(table, n)) {
        require(table[0] / 65536.0 >= low + shift - 0x1p-16);
        require(table[n - 1] / 65536.0 <= high + shift + 0x1p-16);
    }
    release(from, from_len * sizeof *from);
    release(table, n * sizeof *table);
    return 0;
}
