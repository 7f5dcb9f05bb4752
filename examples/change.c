/* SPDX-License-Identifier: MIT */
/* Why a market is more concentrated than it was: supplier by supplier, in points that add up. */
#include "minrisk.h"

#include <stdio.h>

enum { SUPPLIERS = 5 };

int main(void)
{
    /* Tonnes a year of five mines; the fourth closed, and the fifth opened. */
    static const char *const name[SUPPLIERS] = {"first", "second", "third", "fourth", "fifth"};
    static const double before[SUPPLIERS] = {4000, 2500, 2000, 1500, 0};
    static const double after[SUPPLIERS] = {5200, 2500, 1800, 0, 900};
    double part[SUPPLIERS], hhi;
    int32_t points[SUPPLIERS], members[3];
    minrisk_change change;
    int i;

    minrisk_hhi(after, SUPPLIERS, &hhi);
    minrisk_hhi_contributions(after, SUPPLIERS, part);
    minrisk_parts_to_points(part, SUPPLIERS, hhi, points);
    printf("HHI of %.0f points:", minrisk_to_points(hhi));
    for (i = 0; i < SUPPLIERS; i++) {
        printf(" %s %d", name[i], (int)points[i]);
    }

    minrisk_hhi_change(before, after, SUPPLIERS, &change);
    part[0] = change.stayers;
    part[1] = change.entries;
    part[2] = change.exits;
    minrisk_parts_to_points(part, 3, change.whole, members);
    printf("\nchange of %+.0f points: shifts %+d, entries %+d, exits %+d\n",
           minrisk_to_points(change.whole), (int)members[0], (int)members[1], (int)members[2]);

    minrisk_hhi_change_each(before, after, SUPPLIERS, part);
    minrisk_parts_to_points(part, SUPPLIERS, change.whole, points);
    printf("of which:");
    for (i = 0; i < SUPPLIERS; i++) {
        printf(" %s %+d", name[i], (int)points[i]);
    }
    printf("\n");
    return 0;
}
