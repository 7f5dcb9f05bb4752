/* SPDX-License-Identifier: MIT */
/* count.h over up to three counts of any value. */
#include "bands.h"

#include "minrisk/count.h"

enum { MOST = 3 };

int main(void)
{
    uint32_t narrow[MOST], points;
    uint64_t wide[MOST];
    size_t n = Frama_C_size_t_interval(0, MOST), k = Frama_C_size_t_interval(0, MOST + 1), i;

    for (i = 0; i < MOST; i++) {
        narrow[i] = Frama_C_unsigned_int_interval(0, UINT32_MAX);
        wide[i] = Frama_C_unsigned_long_long_interval(0, UINT64_MAX);
    }
    (void)minrisk_hhi_points_u32(narrow, n, &points);
    (void)minrisk_hhi_points_u64(wide, n, &points);
    (void)minrisk_top_points_u32(narrow, n, k, &points);
    return 0;
}
