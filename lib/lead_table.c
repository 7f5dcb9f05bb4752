/* SPDX-License-Identifier: MIT */
/* What a table of lead times must be: see lead_table.h. */
#include "lead_table.h"

#include "minrisk/lead.h"

enum { MOST_BITS = 16 };

/* k for 2^k + 1 knots, k from 0 to 16; -1 for another length. */
int minrisk_lead_bits(size_t table_len)
{
    int k;

    for (k = 0; k <= MOST_BITS; k++) {
        if (table_len - 1 == (uint32_t)1 << k) {
            return k;
        }
    }
    return -1;
}

int minrisk_lead_is_valid(const int32_t *table, size_t table_len)
{
    size_t i;

    for (i = 1; i < table_len; i++) {
        if (table[i] < table[i - 1]) {
            return 0;
        }
    }
    return table[0] >= 0 && table[table_len - 1] != MINRISK_TICK_NEVER;
}
