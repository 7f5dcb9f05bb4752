/* SPDX-License-Identifier: MIT */
/* How much of what a country uses comes from abroad: from a balance, from published consumption, and
 * as a source prints it. A state is not a number, and is not shown as one. Then blocs of suppliers,
 * what is left without the largest, and governance as a risk. */
#include "minrisk.h"

#include <stdio.h>

static void print_reliance(const char *what, const minrisk_reliance *r)
{
    switch (r->state) {
    case MINRISK_RELIANCE_VALUE:
        printf("%s: %.0f %%\n", what, 100 * r->low);
        break;
    case MINRISK_RELIANCE_ABOVE:
        printf("%s: more than %.0f %%\n", what, 100 * r->low);
        break;
    case MINRISK_RELIANCE_BELOW:
        printf("%s: less than %.0f %%\n", what, 100 * r->high);
        break;
    case MINRISK_RELIANCE_NET_EXPORTER:
        printf("%s: a net exporter\n", what);
        break;
    case MINRISK_RELIANCE_NO_CONSUMPTION:
        printf("%s: nothing is consumed\n", what);
        break;
    case MINRISK_RELIANCE_BETWEEN:
        printf("%s: %.1f to %.1f %%\n", what, 100 * r->low, 100 * r->high);
        break;
    default:
        printf("%s: not published\n", what);
        break;
    }
}

/* Four suppliers, each of which could give a tenth more. */
static void print_suppliers(void)
{
    static const double mined[] = {100, 60, 30, 10};
    static const double spare[] = {10, 6, 3, 1};
    static const uint32_t bloc[] = {0, 1, 1, 2}; /* the leader; two allies; another */
    double total[3];
    minrisk_outage out;

    minrisk_bloc_totals(mined, bloc, 4, total, 3);
    printf("by bloc: %.0f, %.0f, %.0f\n", total[0], total[1], total[2]);
    minrisk_without(mined, spare, 4, 0, 150, &out);
    printf("without the leader: %.0f left and %.0f to spare cover %.1f %% of a need of 150\n",
           out.rest, out.spare, 100 * out.covered);
}

/* Political stability of Yemen in 2018, below the end of the scale (World Bank). */
static void print_governance(void)
{
    double ten, one;
    int32_t clamped;

    minrisk_wgi_to_risk_10(-0.5, &ten, NULL);
    minrisk_wgi_to_risk_1(-2.996, &one, &clamped);
    printf("governance of -0.5 is a risk of %.0f of 10; of -2.996, %.0f of 1%s\n", ten, one,
           clamped ? ", held to the end of the scale" : "");
}

int main(void)
{
    /* Lead and cobalt in the United States in 2024 (USGS, Mineral Commodity Summaries 2026): lead's
     * production is nearly all from old scrap; cobalt's published consumption has stock changes. */
    const minrisk_balance lead = {0, 1030, 410, 37, 0};
    const minrisk_balance least = {0, 1025, 405, 36.5, 0}, most = {0, 1035, 415, 37.5, 0};
    minrisk_reliance r;

    minrisk_net_import_reliance(&lead, &r);
    print_reliance("refined lead, from its balance", &r);
    minrisk_reliance_interval(&least, &most, &r);
    print_reliance("the same, from rounded figures", &r);
    minrisk_reliance_of_consumption(7960, 2050, &r);
    print_reliance("cobalt, from published consumption", &r);
    minrisk_reliance_published(MINRISK_RELIANCE_ABOVE, 50, &r);
    print_reliance("tungsten, printed as >50", &r);
    minrisk_reliance_published(MINRISK_RELIANCE_NET_EXPORTER, 0, &r);
    print_reliance("rare-earth concentrates, printed as E", &r);
    print_suppliers();
    print_governance();
    return 0;
}
