/* SPDX-License-Identifier: MIT */
/* Inputs for the value analysis: every double of a band at once. */
#ifndef BANDS_H
#define BANDS_H

#include "__fc_builtin.h"

/* Between two powers of two, so that the place of each limb is known; the rest of it is not. */
enum band { ONES, LARGEST, SMALLEST, BANDS };

static double any_of(enum band band)
{
    switch (band) {
    case ONES:
        return Frama_C_double_interval(0x1p0, 0x1.fffffffffffffp0);
    case LARGEST:
        return Frama_C_double_interval(0x1p1023, 0x1.fffffffffffffp1023);
    default:
        return Frama_C_double_interval(0x1p-1074, 0x0.fffffffffffffp-1022);
    }
}

#endif
