/* SPDX-License-Identifier: MIT */
#include "lead.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int valid = take_byte(&in) < 200;
    size_t n = take_length(&in);
    int32_t *table = empty_table(n);
    size_t points = take_byte(&in) % 8;
    int has_law = take_byte(&in) % 2;
    double *years = take_doubles(&in, points), *law = take_doubles(&in, points);
    double before = 0.0, risen = 0.0;
    int good = 1;
    minrisk_status status;

    for (size_t i = 0; i < points; i++) {
        if (valid) {
            years[i] = i > 0 && !(years[i] >= years[i - 1]) ? years[i - 1] : years[i];
            years[i] = is_lead_time(years[i]) ? years[i] : MINRISK_LEAD_LONGEST;
            law[i] = i == 0 ? 0.0 : i + 1 == points ? 1.0 : (double)i / (double)points;
        }
        good = good && is_lead_time(years[i]) && years[i] >= before;
        good = good && (!has_law || law[i] >= risen);
        before = years[i];
        risen = law[i];
    }
    if (has_law && points > 0)
        good = good && law[0] == 0.0 && law[points - 1] == 1.0;
    status = minrisk_lead_empirical(has_law ? law : NULL, years, points, table, n);
    check_table(status,
                points == 0 || !is_table_length(n) ? MINRISK_E_SIZE
                : good                             ? MINRISK_OK
                                                   : MINRISK_E_DATA,
                table, n);
    if (status == MINRISK_OK && !has_law)
        check_ends(table, n, years[0], years[points - 1]);
    require(minrisk_lead_empirical(law, NULL, points, table, n) == MINRISK_E_NULL);
    release(law, points * sizeof *law);
    release(years, points * sizeof *years);
    release(table, n * sizeof *table);
    return 0;
}
