/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    size_t a_len = take_length(&in), b_len = take_length(&in);
    int32_t *a = take_table(&in, a_len, valid), *b = take_table(&in, b_len, valid);
    minrisk_status status = minrisk_lead_sum(a, a_len, b, b_len, table, n);
    int sized = is_table_length(n) && is_table_length(a_len) && is_table_length(b_len);

    check_table(status,
                !sized                                                 ? MINRISK_E_SIZE
                : table_is_valid(a, a_len) && table_is_valid(b, b_len) ? MINRISK_OK
                                                                       : MINRISK_E_DATA,
                table, n);
    if (status == MINRISK_OK) {
        check_mean(table, n, mean_of_table(a, a_len) + mean_of_table(b, b_len));
        if ((double)a[0] + (double)b[0] < 2147418112.0)
            require(table[0] == a[0] + b[0]);
    }
    release(a, a_len * sizeof *a);
    release(b, b_len * sizeof *b);
    release(table, n * sizeof *table);
    return 0;
}
