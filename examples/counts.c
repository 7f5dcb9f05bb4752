/* SPDX-License-Identifier: MIT */
/* Whole numbers in, points out: for a processor without floating point. */
#include "minrisk/count.h"

#include <stdio.h>

int main(void)
{
    /* Mine production of tungsten, 2025: China first (USGS, Mineral Commodity Summaries 2026). */
    static const uint32_t tonnes[] = {67000, 3000, 2400, 2000, 2000, 1700,
                                      1300,  1000, 840,  800,  700};
    enum { SUPPLIERS = sizeof tonnes / sizeof tonnes[0] };
    uint64_t milligrams[SUPPLIERS]; /* more than 32 bits hold */
    uint32_t hhi, fine_hhi, top3;
    size_t i;

    for (i = 0; i < SUPPLIERS; i++) {
        milligrams[i] = (uint64_t)tonnes[i] * 1000000000;
    }
    if (minrisk_hhi_points_u32(tonnes, SUPPLIERS, &hhi) != MINRISK_OK ||
        minrisk_hhi_points_u64(milligrams, SUPPLIERS, &fine_hhi) != MINRISK_OK ||
        minrisk_top_points_u32(tonnes, SUPPLIERS, 3, &top3) != MINRISK_OK) {
        return 1;
    }
    printf("HHI %lu points from tonnes, %lu from milligrams\n", (unsigned long)hhi,
           (unsigned long)fine_hhi);
    printf("the first three hold %lu of 10,000 parts\n", (unsigned long)top3);
    return 0;
}
