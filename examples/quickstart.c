/* SPDX-License-Identifier: MIT */
/* From an array to an answer: how concentrated a supply is, and what an unknown rest changes. */
#include "minrisk.h"

#include <stdio.h>

int main(void)
{
    /* Mine production of tungsten, tonnes, 2025: China first (USGS, Mineral Commodity Summaries 2026). */
    const double mined[] = {67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};
    const size_t n = sizeof mined / sizeof mined[0];
    const double other_countries = 2400;
    static const char *const class_of[] = {"unconcentrated", "moderate", "highly concentrated"};
    double hhi, suppliers, top3, leader_share, share[sizeof mined / sizeof mined[0]];
    size_t leader, i;
    int32_t level;
    minrisk_interval bounds;
    minrisk_status status = minrisk_hhi(mined, n, &hhi);

    if (status != MINRISK_OK) {
        printf("%s: figure %lu\n", minrisk_status_text(status),
               (unsigned long)minrisk_first_invalid(mined, n));
        return 1;
    }
    minrisk_effective_suppliers(mined, n, &suppliers);
    minrisk_top_share(mined, n, 3, &top3);
    minrisk_leader(mined, n, &leader, &leader_share);
    minrisk_shares(mined, n, share);
    minrisk_classify(hhi, MINRISK_GUIDELINE_2023, &level);
    minrisk_hhi_bounds(mined, n, other_countries, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, &bounds);

    printf("libminrisk %lu\n", (unsigned long)minrisk_version());
    printf("named suppliers alone: HHI %.0f points (%s by the guidelines of 2023)\n",
           minrisk_to_points(hhi), class_of[level]);
    printf(
        "like %.2f equal suppliers; number %lu leads with %.1f %%, the first three hold %.1f %%\n",
        suppliers, (unsigned long)leader + 1, 100 * leader_share, 100 * top3);
    printf("with the others, whoever they are: HHI %.1f to %.1f points\n",
           minrisk_to_points(bounds.low), minrisk_to_points(bounds.high));
    for (i = 0; i < n; i++) {
        printf("%s%.3f", i ? " " : "shares: ", share[i]);
    }
    printf("\n");
    return 0;
}
