/* SPDX-License-Identifier: MIT */
/* Ore, oxide, metal and magnets: the risk of the chain, and how long its end is without supply if
 * the oxide stops for nine months. The figures are made up. */
#include "minrisk.h"

#include <stdio.h>

int main(void)
{
    static const char *const stage[] = {"ore", "oxide", "metal", "magnets"};
    const double risk[] = {0.1, 0.4, 0.3, 0.2};
    const double value[] = {1, 3, 6, 20};
    const double months[] = {2, 3, 2, 1}; /* of stock after each stage */
    double missing[4];
    minrisk_chain chain;
    size_t held_at;
    int i;

    minrisk_chain_risk(risk, value, 4, &chain);
    printf("the worst stage is %s, %.0f %%; that any fails, if none depends on another, %.0f %%\n",
           stage[chain.bottleneck], 100 * chain.maximum, 100 * chain.series);
    printf("means, which hide it: %.1f %%, geometric %.1f %%, by value %.1f %%\n", 100 * chain.mean,
           100 * chain.geometric, 100 * chain.weighted);
    minrisk_chain_disruption(9, 1, months, 4, missing, &held_at);
    for (i = 1; i < 4; i++) {
        printf("without %s for %.0f months\n", stage[i], missing[i]);
    }
    return 0;
}
