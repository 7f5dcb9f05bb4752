/* SPDX-License-Identifier: MIT */
/* Figures as printed: what each form means, and what is refused. */
#include <math.h>
#include <stdio.h>

#include "figure.h"

static const struct {
    const char *raw;
    enum figure_kind kind;
    double low, high, rounding;
} read[] = {
    {"676", FIGURE_NUMBER, 676, 676, .5},
    {"1,570", FIGURE_NUMBER, 1570, 1570, 5},
    {"72,800", FIGURE_NUMBER, 72800, 72800, 50},
    {"900,000", FIGURE_NUMBER, 900000, 900000, 50000},
    {"1,234,567", FIGURE_NUMBER, 1234567, 1234567, .5},
    {"1570", FIGURE_NUMBER, 1570, 1570, 5},
    {"0.5", FIGURE_NUMBER, .5, .5, .05},
    {"0", FIGURE_NUMBER, 0, 0, .5},
    {"\xE2\x80\x94", FIGURE_ZERO, 0, 0, 0},
    {"--", FIGURE_ZERO, 0, 0, 0},
    {"s", FIGURE_UNDER_HALF, 0, .5, 0},
    {"330 - 390", FIGURE_RANGE, 330, 390, 5},
    {"10,000 - 15,000", FIGURE_RANGE, 10000, 15000, 500},
    {"1.2-1.4", FIGURE_RANGE, 1.2, 1.4, .05},
    {">99", FIGURE_ABOVE, 99, HUGE_VAL, 0},
    {"<1", FIGURE_BELOW, 0, 1, 0},
    {"", FIGURE_BLANK, 0, HUGE_VAL, 0},
    {"W", FIGURE_WITHHELD, 0, HUGE_VAL, 0},
    {"NA", FIGURE_NOT_AVAILABLE, 0, HUGE_VAL, 0},
    {"XX", FIGURE_NOT_APPLICABLE, 0, HUGE_VAL, 0},
    {"E", FIGURE_NET_EXPORTER, 0, HUGE_VAL, 0},
};

static const char *const refused[] = {
    "-5",
    "-1,570",
    "15,70",
    "1,5700",
    "1,570,",
    ",570",
    "1,,570",
    "12,34,567",
    "1.",
    ".5",
    "1.5.2",
    "1e5",
    "0x10",
    "nan",
    "inf",
    "NaN",
    "w",
    "n/a",
    "S",
    "> 50",
    ">=50",
    ">",
    "<>5",
    "5 tons",
    " 5",
    "5 ",
    "390-330",
    "5 -",
    "- 5",
    "5 - 6 - 7",
    ">5 - 6",
    "\xE2\x80\x94 5",
    "1234567890123456789012345678901234567890",
};

int main(void)
{
    int failures = 0;
    size_t i;

    for (i = 0; i < sizeof read / sizeof read[0]; ++i) {
        struct figure figure;
        const char *expected = figure_parse(read[i].raw, &figure);
        if (expected != NULL || figure.kind != read[i].kind || figure.low != read[i].low ||
            figure.high != read[i].high || fabs(figure.rounding - read[i].rounding) > 1e-12) {
            (void)printf("\"%s\": %s, [%g, %g] within %g\n", read[i].raw,
                         expected == NULL ? "read" : expected, figure.low, figure.high,
                         figure.rounding);
            ++failures;
        }
    }
    for (i = 0; i < sizeof refused / sizeof refused[0]; ++i) {
        struct figure figure;
        if (figure_parse(refused[i], &figure) == NULL) {
            (void)printf("\"%s\" is read as [%g, %g]\n", refused[i], figure.low, figure.high);
            ++failures;
        }
    }
    return failures != 0;
}
