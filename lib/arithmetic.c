/* SPDX-License-Identifier: MIT */
/* Numbers of twice the precision: the one copy of their operations, where size counts. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "arithmetic.h"

#if MINRISK_HAS_ONE_COPY
#include "arithmetic_bodies.h"
#endif

#endif
