/* SPDX-License-Identifier: MIT */
/* Elementary functions without libm: the same bits everywhere. */
#ifndef MINRISK_ELEMENTARY_H
#define MINRISK_ELEMENTARY_H

#include "arithmetic.h"

/* ln(a / b) for positive a and b, near 1 too, in about 2,500 operations:
 *
 *     relative error below 2^-98 where a and b are within 3 u^2 of what is meant,
 *     and a - b is 0 or at least 2^-960 of a. */
minrisk_pair minrisk_log_ratio(minrisk_pair a, minrisk_pair b);

#endif
