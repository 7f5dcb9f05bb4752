/* SPDX-License-Identifier: MIT */
/* How much of what a country uses comes from abroad: from a balance, from published consumption, and
 * as a source prints it. A state is not a number, and is not shown as one. */
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
    default:
        printf("%s: not published\n", what);
        break;
    }
}

int main(void)
{
    /* Lead and cobalt in the United States in 2024 (USGS, Mineral Commodity Summaries 2026): lead's
     * production is nearly all from old scrap; cobalt's published consumption has stock changes. */
    const minrisk_balance lead = {0, 1030, 410, 37, 0};
    minrisk_reliance r;

    minrisk_net_import_reliance(&lead, &r);
    print_reliance("refined lead, from its balance", &r);
    minrisk_reliance_of_consumption(7960, 2050, &r);
    print_reliance("cobalt, from published consumption", &r);
    minrisk_reliance_published(MINRISK_RELIANCE_ABOVE, 50, &r);
    print_reliance("tungsten, printed as >50", &r);
    minrisk_reliance_published(MINRISK_RELIANCE_NET_EXPORTER, 0, &r);
    print_reliance("rare-earth concentrates, printed as E", &r);
    return 0;
}
