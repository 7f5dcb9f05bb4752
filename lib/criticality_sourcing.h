/* SPDX-License-Identifier: MIT */
/* Concentration weighted by risk, which three methods share: exact sums over the countries, and
 * from them the parts that fall on each country. */
#ifndef MINRISK_CRITICALITY_SOURCING_H
#define MINRISK_CRITICALITY_SOURCING_H

#include "minrisk/criticality.h"

#include "scaled.h"

/* Bounds of the two weights of a method, both finite and >= 0. */
typedef struct minrisk_scale {
    double risk_high;
    double factor_low;
    double factor_high;
} minrisk_scale;

/* sum (x/T)^2 r f and T, of valid data with a supply. */
typedef struct minrisk_weighted {
    double rounded; /* correctly */
    minrisk_scaled hhi;
    minrisk_scaled total;
} minrisk_weighted;

/* MINRISK_OK, MINRISK_E_DATA, or MINRISK_E_NO_SUPPLY. A risk or a factor that is NULL is 1
 * throughout. */
minrisk_status minrisk_sourcing_check(const minrisk_sourcing *s, const minrisk_scale *scale);

/* Whether quantities are the same, and no weight of low is above that of high; both are valid. */
int minrisk_sourcing_ordered(const minrisk_sourcing *low, const minrisk_sourcing *high);

minrisk_weighted minrisk_sourcing_weigh(const minrisk_sourcing *s);

/* Writes the parts of a score of which d score / d hhi is `slope`; `out` may be NULL. */
void minrisk_sourcing_attribute(const minrisk_sourcing *s, const minrisk_weighted *w,
                                minrisk_scaled slope, const minrisk_attribution *out);

/* The one of two outcomes that comes first in the order of the checks, which is that of -1 down. */
static inline minrisk_status minrisk_first_of(minrisk_status a, minrisk_status b)
{
    return b == MINRISK_OK || (a != MINRISK_OK && a > b) ? a : b;
}

#endif
