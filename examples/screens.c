/* SPDX-License-Identifier: MIT */
/* Screens that need shares and little more: what a merger does to a market, whether a country
 * depends on its imports, what the countries of a supply are like, and what disruptions would cost.
 * The figures are made up, and small enough to be worked out by hand. */
#include "minrisk.h"

#include <stdio.h>

static void print_merger(void)
{
    static const char *const finding[] = {"no concern", "scrutiny", "presumed to harm"};
    static const int32_t guideline[] = {MINRISK_GUIDELINE_1992, MINRISK_GUIDELINE_2010,
                                        MINRISK_GUIDELINE_2023};
    const double share[] = {10, 6, 39, 45};
    minrisk_merger merger;
    int i;

    for (i = 0; i < 3; i++) {
        minrisk_merger_screen(share, 4, 0, 1, guideline[i], &merger);
        printf("a merger of 10 %% and 6 %%, guidelines of %d: %.0f points, %.0f more: %s\n",
               (int)guideline[i], minrisk_to_points(merger.after), minrisk_to_points(merger.delta),
               finding[merger.finding]);
    }
}

static void print_countries(void)
{
    const double imports[] = {70, 20, 10}, world[] = {55, 25, 20};
    const double governance[] = {-1.2, 0.5, 1.5};
    minrisk_dependence dependence;
    minrisk_dera_result countries;

    minrisk_cepii_dependence(imports, 3, world, 3, 40, &dependence);
    printf("imports %.0f points, world exports %.0f, imports %.1f times exports: %s\n",
           minrisk_to_points(dependence.import_hhi), minrisk_to_points(dependence.world_hhi),
           dependence.cover, dependence.dependent ? "dependent" : "not dependent");
    minrisk_dera_country_risk(world, governance, 3, &countries, NULL);
    printf("weighted country risk %.2f, %s\n", countries.country_risk,
           countries.risk_class == MINRISK_DERA_HIGH ? "high" : "not high");
}

static void print_losses(void)
{
    const double probability[] = {0.30, 0.02, 0.10};
    const double loss[] = {100, 4000, -50}; /* millions of GDP; the last one is a gain */
    const double producers[] = {0, 12, 0};
    minrisk_loss expected;
    size_t producer;
    int32_t single;

    minrisk_expected_loss(probability, loss, 3, &expected, NULL);
    printf("expected loss %.0f million: %.0f less %.0f, most of it from the scenario of index %u\n",
           expected.expected, expected.losses, expected.gains, (unsigned)expected.worst);
    minrisk_single_producer(producers, 3, &single, &producer);
    printf("%s\n", single ? "a single point of failure: one producer" : "several producers");
}

int main(void)
{
    print_merger();
    print_countries();
    print_losses();
    return 0;
}
