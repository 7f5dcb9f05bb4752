/* SPDX-License-Identifier: MIT */
/* Elementary functions without libm: the same bits everywhere. */
#ifndef MINRISK_ELEMENTARY_H
#define MINRISK_ELEMENTARY_H

#include "arithmetic.h"

/* ln(a / b) for positive a and b, near 1 too, in about 2,500 operations. With a and b within 3 u^2
 * of what is meant, and a - b either 0 or at least 2^-960 of a, the relative error is below 2^-99:
 *
 *     s = (a - b) / (a + b)                 3 + 3 for the sums, 16 for the division, 6 for a and b
 *     2 s (1 + s^2/3 + ...)                 8 for the product, 4 for the series       in all 40 u^2
 *     k ln 2                                8 for the product, 1 for the constant            9 u^2
 *
 * and where k is not 0 the result is at least half of either part in size, so that the sum of both
 * is within 2 (40 + 9) + 3 = 101 u^2 < 2^-99. Where it is large k ln 2 rules: 15 u^2 < 2^-102. */
minrisk_pair minrisk_log_ratio(minrisk_pair a, minrisk_pair b);

#endif
