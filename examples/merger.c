/* SPDX-License-Identifier: MIT */
/* Two suppliers wish to merge: what that does to the market, by the merger guidelines. */
#include "minrisk.h"

#include <stdio.h>

int main(void)
{
    const double sold[] = {30, 30, 20, 20}; /* percent; any unit would do */
    const size_t n = sizeof sold / sizeof sold[0];
    double hhi, evenness_apart, delta;
    static const char *const class_of[] = {"unconcentrated", "moderate", "highly concentrated"};
    int32_t before, after;

    if (minrisk_hhi(sold, n, &hhi) != MINRISK_OK ||
        minrisk_hhi_normalised(sold, n, 0, &evenness_apart) != MINRISK_OK ||
        minrisk_merger_delta(sold, n, 2, 3, &delta) != MINRISK_OK) {
        return 1;
    }
    minrisk_classify(hhi, MINRISK_GUIDELINE_2023, &before);
    minrisk_classify(hhi + delta, MINRISK_GUIDELINE_2023, &after);
    printf("before: %.0f points (%s), %.4f of the way from even to a monopoly\n",
           minrisk_to_points(hhi), class_of[before], evenness_apart);
    printf("the third and the fourth merge: %.0f points more (%s)\n", minrisk_to_points(delta),
           class_of[after]);
    return 0;
}
