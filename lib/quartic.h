/* SPDX-License-Identifier: MIT */
/* Exact sums of products of four doubles, such as shares squared, weighted twice: a natural number
 * in 32-bit limbs, lowest first, in units of 2^-4296. See exact.h, whose quotients take it.
 *
 *     8392 bits for the largest product, 64 for as many terms as a size_t can count */
#ifndef MINRISK_QUARTIC_H
#define MINRISK_QUARTIC_H

#include "exact.h"

enum minrisk_quartic_layout { MINRISK_QUARTIC_LIMBS = 266, MINRISK_QUARTIC_UNIT = -4296 };

typedef struct minrisk_quartic {
    uint32_t limb[MINRISK_QUARTIC_LIMBS];
} minrisk_quartic;

/* Adds |a b c d|; all are finite. */
void minrisk_quartic_add(minrisk_quartic *sum, double a, double b, double c, double d);

minrisk_natural minrisk_natural_of_quartic(const minrisk_quartic *sum);

#endif
