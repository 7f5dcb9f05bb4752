/* SPDX-License-Identifier: MIT */
/* What every header of doubles or floats needs beside config.h. count.h does without. */
#ifndef MINRISK_FLOATING_H
#define MINRISK_FLOATING_H

#include "config.h"

#if !MINRISK_HAS_BINARY64
#error "libminrisk: double must be IEEE 754 binary64 here; on AVR, pass -mdouble=64"
#endif
#if FLT_MANT_DIG != 24 || FLT_MAX_EXP != 128
#error "libminrisk: float must be IEEE 754 binary32 here"
#endif

#endif
