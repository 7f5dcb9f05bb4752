/* SPDX-License-Identifier: MIT */
/* The rarer indices of one market, and the curve behind them. */
#include "minrisk.h"

#include <stdio.h>

enum { SUPPLIERS = 11 };

static void print_inequality(const double *mined)
{
    double theil, entropy, atkinson, hoover, palma, lorenz[SUPPLIERS];

    minrisk_theil_l(mined, SUPPLIERS, &theil);
    minrisk_generalised_entropy(mined, SUPPLIERS, 0, 2.0, &entropy);
    minrisk_atkinson(mined, SUPPLIERS, 0, 0.5, &atkinson);
    minrisk_hoover(mined, SUPPLIERS, 0, &hoover);
    minrisk_palma(mined, SUPPLIERS, NULL, 0, &palma); /* no scratch up to 64 suppliers */
    minrisk_lorenz(mined, SUPPLIERS, lorenz);
    printf("Theil L %.4f, GE(2) %.4f, Atkinson(.5) %.4f, Hoover %.4f, Palma %.2f\n", theil, entropy,
           atkinson, hoover, palma);
    printf("all but the leader hold %.4f\n", lorenz[SUPPLIERS - 2]);
}

static void print_dominance(const double *mined)
{
    double garcia_alba, horvath, kwoka, stenbacka, grs, kvalseth, linda, least;
    size_t core;

    minrisk_garcia_alba(mined, SUPPLIERS, &garcia_alba);
    minrisk_kwoka(mined, SUPPLIERS, NULL, 0, &kwoka);
    minrisk_stenbacka(mined, SUPPLIERS, &stenbacka);
    printf("dominance: Garcia-Alba %.4f, Kwoka %.4f; threshold of Stenbacka %.4f\n", garcia_alba,
           kwoka, stenbacka);
    minrisk_linda(mined, SUPPLIERS, 0, NULL, 0, &linda);
    minrisk_linda_core(mined, SUPPLIERS, NULL, 0, &core, &least);
    printf("Linda %.4f, and least, %.4f, for the first %lu\n", linda, least, (unsigned long)core);
    minrisk_horvath(mined, SUPPLIERS, &horvath);
    minrisk_kvalseth(mined, SUPPLIERS, NULL, 0, &kvalseth);
    minrisk_grs(mined, SUPPLIERS, &grs);
    printf("Horvath %.4f, Kvalseth %.4f, GRS %.4f\n", horvath, kvalseth, grs);
}

int main(void)
{
    /* Mine production of tungsten, tonnes, 2025: China first (USGS, Mineral Commodity Summaries 2026). */
    const double mined[SUPPLIERS] = {67000, 3000, 2400, 2000, 2000, 1700,
                                     1300,  1000, 840,  800,  700};
    double dual, minimum;
    minrisk_status status = minrisk_hhi_dual(mined, SUPPLIERS, &dual);

    if (status != MINRISK_OK) {
        printf("%s: figure %lu\n", minrisk_status_text(status),
               (unsigned long)minrisk_first_invalid(mined, SUPPLIERS));
        return 1;
    }
    minrisk_hhi_minimum(mined, SUPPLIERS, &minimum);
    printf("HHI at least %.4f among so many; dual %.4f\n", minimum, dual);
    print_inequality(mined);
    print_dominance(mined);
    return 0;
}
