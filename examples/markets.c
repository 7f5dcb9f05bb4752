/* SPDX-License-Identifier: MIT */
/* Many markets in one call, one behind the other or side by side; and one in single precision. */
#include "minrisk.h"

#include <stdio.h>

enum { MARKETS = 3, SUPPLIERS = 4 };

static void print_each(const char *what, const double *hhi, const minrisk_status *each)
{
    int g;
    for (g = 0; g < MARKETS; g++) {
        if (each[g] == MINRISK_OK) {
            printf("%s %d: HHI %.4f\n", what, g, hhi[g]);
        } else {
            printf("%s %d: %s\n", what, g, minrisk_status_text(each[g]));
        }
    }
}

int main(void)
{
    /* Three markets of 3, 0 and 4 suppliers. */
    const double sold[] = {5, 3, 2, 10, 20, 20, 50};
    const size_t begins[MARKETS + 1] = {0, 3, 3, 7};
    /* A row for each supplier, a column for each year. */
    const double by_year[SUPPLIERS * MARKETS] = {70, 60, 50, 10, 20, 20, 10, 10, 20, 10, 10, -1};
    const float single[] = {5.0f, 3.0f, 2.0f};
    double hhi[MARKETS];
    minrisk_status each[MARKETS];
    float hhi_of_floats;

    if (minrisk_hhi_groups(sold, sizeof sold / sizeof sold[0], begins, MARKETS, hhi, each) !=
        MINRISK_OK) {
        return 1;
    }
    print_each("market", hhi, each);
    if (minrisk_hhi_columns(by_year, SUPPLIERS * MARKETS, SUPPLIERS, MARKETS, MARKETS, hhi, each) !=
        MINRISK_OK) {
        return 1;
    }
    print_each("year", hhi, each);
    if (minrisk_hhi_f32(single, sizeof single / sizeof single[0], &hhi_of_floats) != MINRISK_OK) {
        return 1;
    }
    printf("of floats: HHI %.2f\n", (double)hhi_of_floats);
    return 0;
}
