/* SPDX-License-Identifier: MIT */
/* One market in many measures: how much the small suppliers count is the reader's choice. */
#include "minrisk.h"

#include <stdio.h>

/* The Hill number of each order, with its logarithm and its kin. */
static void print_orders(const double *mined, size_t n)
{
    static const double order[] = {0, 0.5, 1, 2, 10};
    size_t i;

    printf("order  suppliers  Renyi  Tsallis  Hannah-Kay\n");
    for (i = 0; i < sizeof order / sizeof order[0]; i++) {
        double suppliers, renyi, tsallis, index;
        minrisk_hill_number(mined, n, order[i], &suppliers);
        minrisk_renyi_entropy(mined, n, order[i], &renyi);
        minrisk_tsallis_entropy(mined, n, order[i], &tsallis);
        minrisk_hannah_kay(mined, n, order[i], &index);
        printf("%5.1f  %9.3f  %5.3f  %7.3f  %10.4f\n", order[i], suppliers, renyi, tsallis, index);
    }
}

int main(void)
{
    /* Mine production of tungsten, tonnes, 2025: China, Vietnam, Russia, ... (USGS, Mineral
     * Commodity Summaries 2026), and a risk from 0 to 10 for each: made up, to show the call. */
    const double mined[] = {67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};
    const double risk[] = {5.9, 5.1, 7.0, 6.5, 5.5, 4.0, 3.0, 5.0, 1.0, 2.0, 4.5};
    const size_t n = sizeof mined / sizeof mined[0];
    double nats, evenness, theil, index, weighted, mean;
    minrisk_market_profile profile;
    minrisk_status status = minrisk_profile(mined, n, &profile);

    if (status != MINRISK_OK) {
        printf("%s\n", minrisk_status_text(status));
        return 1;
    }
    minrisk_shannon_entropy(mined, n, &nats);
    minrisk_evenness(mined, n, &evenness);
    minrisk_theil(mined, n, 0, &theil);
    minrisk_gini_simpson(mined, n, &index);
    minrisk_weighted_hhi(mined, risk, n, &weighted);
    minrisk_weighted_mean(mined, risk, n, &mean);

    printf("%lu suppliers of %.0f tonnes, the first four with %.1f %%: HHI %.3f, like %.2f equal "
           "ones\n",
           (unsigned long)profile.suppliers, profile.total, 100 * profile.top_4, profile.hhi,
           profile.effective_suppliers);
    printf("entropy %.4f nats, evenness %.4f, Theil %.4f\n", nats, evenness, theil);
    printf("Gini-Simpson %.4f; HHI weighted by risk %.3f, mean risk %.2f\n", index, weighted, mean);
    print_orders(mined, n);
    return 0;
}
