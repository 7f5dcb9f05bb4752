/* SPDX-License-Identifier: MIT */
/* Inequality among suppliers, from figures in any order and from a ranking as it is printed. */
#include "minrisk.h"

#include <stdio.h>

int main(void)
{
    /* Mine production of tungsten, tonnes, 2025: China first (USGS, Mineral Commodity Summaries 2026). */
    const double ranking[] = {67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};
    const double by_name[] = {840, 800, 2000, 67000, 700, 1000, 1700, 2000, 1300, 2400, 3000};
    const size_t n = sizeof ranking / sizeof ranking[0];
    const size_t producing_countries = 20;
    double gini, gini_of_all, index, again;
    double scratch[sizeof by_name / sizeof by_name[0]]; /* NULL would do for so few */
    minrisk_status status = minrisk_gini(by_name, n, 0, scratch, n, &gini);

    if (status != MINRISK_OK) {
        printf("%s: figure %lu\n", minrisk_status_text(status),
               (unsigned long)minrisk_first_invalid(by_name, n));
        return 1;
    }
    minrisk_gini_sorted(ranking, n, producing_countries, &gini_of_all);
    printf("Gini %.4f among the %lu suppliers, %.4f among %lu countries\n", gini, (unsigned long)n,
           gini_of_all, (unsigned long)producing_countries);

    minrisk_hall_tideman(by_name, n, scratch, n, &index);
    minrisk_hall_tideman_sorted(ranking, n, &again);
    printf("Hall-Tideman %.4f, the same to the bit from the ranking: %s\n", index,
           index == again ? "yes" : "no");
    return 0;
}
