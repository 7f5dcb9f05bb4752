/* SPDX-License-Identifier: MIT */
/* A residual shared out to suppliers of at most a cap. */
#ifndef MINRISK_FILLING_H
#define MINRISK_FILLING_H

#include "bits.h"

/* residual = parts * cap + rest, 0 <= rest < cap, exactly; without a cap it is all rest. */
typedef struct minrisk_filling {
    uint64_t parts;
    int is_countless; /* parts has more than 64 bits */
    double rest;
} minrisk_filling;

/* A cap of 0 is none. */
minrisk_filling minrisk_fill(double residual, double cap);

/* Whether so many suppliers of at most the cap can hold it: one for each part and for a rest. */
int minrisk_filling_fits(const minrisk_filling *filling, uint64_t suppliers);

#endif
