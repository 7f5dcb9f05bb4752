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

int main(void)
{
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
    return 0;
}
