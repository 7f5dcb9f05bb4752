/* SPDX-License-Identifier: MIT */
/* What figures that are known in part can and cannot say: rounded, withheld, left unnamed. */
#include "minrisk.h"

#include <stdio.h>

enum { SOURCES = 5 };

/* US imports of gallium metal by source, 2021-24, in percent: Canada, Japan, China, Germany, and
 * other countries (USGS, Mineral Commodity Summaries 2026). */
static const double percent[SOURCES] = {28, 22, 18, 16, 16};

static void print_interval(const char *what, const minrisk_interval *hhi)
{
    printf("%s: HHI %.0f to %.0f points\n", what, minrisk_to_points(hhi->low),
           minrisk_to_points(hhi->high));
}

int main(void)
{
    double low[SOURCES], high[SOURCES], scratch[2 * SOURCES], sigma[SOURCES];
    double coverage, hhi_sigma;
    minrisk_interval hhi;
    int32_t high_is_sharp, i;

    minrisk_coverage(percent, SOURCES - 1, percent[SOURCES - 1], &coverage);
    printf("US imports of gallium: the four countries named cover %.0f %% of the total\n",
           100 * coverage);

    /* A whole percent stands for anything within half of one; the rest for one country or none. */
    for (i = 0; i < SOURCES; i++) {
        low[i] = percent[i] - 0.5;
        high[i] = percent[i] + 0.5;
    }
    minrisk_hhi_interval(low, high, SOURCES, scratch, 2 * SOURCES, &hhi, &high_is_sharp);
    print_interval("for the rounding alone, the others being one country", &hhi);

    /* Were China's share withheld, and known to be at most 40 %. */
    low[2] = 0;
    high[2] = 40;
    minrisk_hhi_interval(low, high, SOURCES, scratch, 2 * SOURCES, &hhi, &high_is_sharp);
    print_interval("with China's withheld, at most 40", &hhi);
    printf("the upper end is %s\n", high_is_sharp ? "attained" : "a bound");

    /* Whoever the other countries are, if none holds more than the smallest that is named. */
    minrisk_measure_bounds(percent, SOURCES - 1, percent[SOURCES - 1], MINRISK_UNKNOWN_COUNT,
                           percent[SOURCES - 2], MINRISK_MEASURE_TOP_SHARE, 4, NULL, 0, &hhi);
    printf("no other above the least named: the first four hold %.0f to %.0f %%\n", 100 * hhi.low,
           100 * hhi.high);

    /* Shares that are estimates with a standard deviation of a tenth each. */
    for (i = 0; i < SOURCES; i++) {
        sigma[i] = percent[i] / 10;
    }
    minrisk_hhi_sigma(percent, sigma, SOURCES, &hhi_sigma);
    printf("a standard deviation of a tenth each: of the HHI, %.0f points\n",
           minrisk_to_points(hhi_sigma));
    return 0;
}
