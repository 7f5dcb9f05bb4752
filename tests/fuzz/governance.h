/* SPDX-License-Identifier: MIT */
/* What holds of both conversions of governance to risk. */
#ifndef TESTS_FUZZ_GOVERNANCE_H
#define TESTS_FUZZ_GOVERNANCE_H

#include "fuzz.h"

typedef minrisk_status conversion(double wgi, double *risk, int32_t *clamped);

static inline void check_conversion(conversion *convert, double wgi, double top)
{
    double risk = -7.0, worse = -7.0;
    int32_t clamped = -8;
    int good = wgi >= -5.0 && wgi <= 5.0;

    require(convert(wgi, &risk, &clamped) == (good ? MINRISK_OK : MINRISK_E_PARAM));
    if (!good) {
        require(same_bits(risk, -7.0) && clamped == -8);
        return;
    }
    require(risk >= 0.0 && risk <= top);
    require(clamped == (wgi > 2.5 || wgi < -2.5));
    if (!clamped)
        require(is_near(risk, (2.5 - wgi) / 5.0 * top, 1e-12) || risk < 1e-12);
    /* worse governance is never a lower risk */
    require(convert(wgi < 0.0 ? wgi : -wgi, &worse, NULL) == MINRISK_OK && worse >= risk);
}

#endif
