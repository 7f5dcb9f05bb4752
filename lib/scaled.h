/* SPDX-License-Identifier: MIT */
/* Pairs with an exponent of their own: twice the precision of a double, and no product or quotient
 * that overflows or underflows. What scores are computed in; u is 2^-53. */
#ifndef MINRISK_SCALED_H
#define MINRISK_SCALED_H

#include "arithmetic.h"
#include "exact.h"

/* value * 2^exponent, with |value.high| in [1, 2), or zero. */
typedef struct minrisk_scaled {
    minrisk_pair value;
    int exponent;
} minrisk_scaled;

/* Exactly; x is finite. */
minrisk_scaled minrisk_scaled_of(double x);

/* The number times 2^unit, within 16 u^2: its leading 129 bits, in five sums. */
minrisk_scaled minrisk_scaled_of_natural(const minrisk_natural *a, int unit);
minrisk_scaled minrisk_scaled_of_sum(const minrisk_sum *a);

/* Within 3 u^2 of a + b for operands that are exact, cancellation included. */
minrisk_scaled minrisk_scaled_add(minrisk_scaled a, minrisk_scaled b);
minrisk_scaled minrisk_scaled_negate(minrisk_scaled a);

/* Within 8 u^2 of a * b, and 16 u^2 of a / b; b is not zero. */
minrisk_scaled minrisk_scaled_multiply(minrisk_scaled a, minrisk_scaled b);
minrisk_scaled minrisk_scaled_divide(minrisk_scaled a, minrisk_scaled b);

/* Roots of a >= 0, within 2^-100. */
minrisk_scaled minrisk_scaled_sqrt(minrisk_scaled a);
minrisk_scaled minrisk_scaled_cbrt(minrisk_scaled a);

/* The double nearest to the number (where it is subnormal, within an ulp); infinite past the range
 * of double. */
double minrisk_scaled_round(minrisk_scaled a);

/* A double that is not above any number within 2^-60 of a >= 0, relatively, or not below any. */
double minrisk_scaled_down(minrisk_scaled a);
double minrisk_scaled_up(minrisk_scaled a);

#endif
