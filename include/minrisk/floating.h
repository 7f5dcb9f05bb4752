/* SPDX-License-Identifier: MIT */
/* What every header of doubles or floats needs beside config.h. count.h does without. */
#ifndef MINRISK_FLOATING_H
#define MINRISK_FLOATING_H

#include "config.h"

#if defined(MINRISK_INTEGER_ONLY)
#error "libminrisk: MINRISK_INTEGER_ONLY leaves this header out"
#elif !MINRISK_HAS_BINARY64
#error "libminrisk: double must be IEEE 754 binary64 here; see MINRISK_INTEGER_ONLY in config.h"
#endif
#if FLT_MANT_DIG != 24 || FLT_MAX_EXP != 128
#error "libminrisk: float must be IEEE 754 binary32 here"
#endif

#endif
