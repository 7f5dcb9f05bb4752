/* SPDX-License-Identifier: MIT */
/* When supply that grows meets a need that grows too, and when a dominant share falls. */
#include "minrisk.h"

#include <stdio.h>

static void print_when(const char *question, const minrisk_when *when)
{
    uint32_t bit;

    printf("%s: %s", question, minrisk_when_text(when->status));
    if (when->known & MINRISK_KNOWS_FIRST) {
        printf(", %.1f years", when->first);
    }
    printf("\n");
    for (bit = 1; bit != 0; bit <<= 1) {
        if (when->assumptions & bit) {
            printf("    if %s\n", minrisk_assumption_text(bit));
        }
    }
}

enum { SUPPLIERS = 4 };

int main(void)
{
    const double supply[SUPPLIERS] = {91, 4, 3, 2}, growth[SUPPLIERS] = {.02, .2, .3, .25};
    double factor, months;
    minrisk_when when;

    /* 1,300 t of magnets a year, a plant of 500 t added each year, against 7,000 t growing by 504 t. */
    minrisk_when_linear(1300, 500, 7000, 504, 50, &when);
    print_when("supply +500 t a year against need +504 t", &when);
    minrisk_when_linear(1300, 900, 7000, 504, 50, &when);
    print_when("supply +900 t a year against need +504 t", &when);

    /* Demand for magnets at 7.2 % a year; supply at 25 %. */
    minrisk_when_exponential(1300, 0.25, 7000, 0.072, 50, &when);
    print_when("supply +25 % a year against need +7.2 %", &when);

    /* A refining share of 91 %; the EU's benchmark is 65 % from one country. */
    minrisk_when_share(91.3, 0.02, 8.7, 0.15, 0.65, 50, &when);
    print_when("a share of 91 % down to 65 %", &when);

    /* A need that grows by 7 % of itself overtakes any fixed addition in the end. */
    minrisk_when_linear_exponential(1300, 1300, 7000, 0.07, 50, &when);
    print_when("supply +1,300 t a year against need +7 % (continuous)", &when);
    if (when.known & MINRISK_KNOWS_LOST) {
        printf("    it is lost again after %.1f years\n", when.lost);
    }

    /* An S-curve up to 20,000 t, half of it in ten years. */
    minrisk_when_logistic(20000, 0.4, 10, 7000, 0.05, 50, &when);
    print_when("an S-curve against need +5 % (continuous)", &when);

    /* One country of 91 %, and three others that grow faster. */
    minrisk_when_hhi(supply, growth, SUPPLIERS, 0.25, 50, &when);
    print_when("an HHI of 2,500 points, in 50 years", &when);

    /* A tenth substituted, and three tenths of what was used 15 years ago recovered. */
    minrisk_net_need_factor(0, 0.1, 0.3, 0.05, 15, &factor);
    printf("need that is left to cover: %.1f %%\n", 100 * factor);
    minrisk_months_of_cover(2000, 7000, 0.91, &months);
    printf("a stock of 2,000 t replaces 91 %% of 7,000 t a year for %.1f months\n", months);
    return 0;
}
