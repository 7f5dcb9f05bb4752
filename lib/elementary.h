/* SPDX-License-Identifier: MIT */
/* Elementary functions without libm: the same bits everywhere. u is 2^-53. */
#ifndef MINRISK_ELEMENTARY_H
#define MINRISK_ELEMENTARY_H

#include "arithmetic.h"

/* --- doubles --------------------------------------------------------------------------------- */

/* ln x of a positive finite x, subnormals too; within .51 ulp. */
double minrisk_log(double x);

/* ln(1 + x) of a finite x > -1; within .51 ulp. -0.0 stays -0.0. */
double minrisk_log1p(double x);

/* e^x and e^x - 1 of any x but NaN; within .51 ulp (.76 where e^x is subnormal). Infinite past the
 * range of double. -0.0 stays -0.0 in the latter. */
double minrisk_exp(double x);
double minrisk_expm1(double x);

/* The square root of a quantity, correctly rounded in every rounding mode: integers alone. */
double minrisk_sqrt(double x);

/* --- pairs ----------------------------------------------------------------------------------- */

/* a * 2^k for |k| <= 2044. */
minrisk_pair minrisk_scale(minrisk_pair a, int k);

/* ln(a / b) for positive a and b, near 1 too, in about 1,000 operations. With a and b within 3 u^2
 * of what is meant, and a - b either 0 or at least 2^-960 of a, the relative error is below 2^-99:
 *
 *     s = (a - b) / (a + b)                 3 + 3 for the sums, 16 for the division, 6 for a and b
 *     2 s (1 + s^2/3 + ...)                 8 for the product, 4 for the series       in all 40 u^2
 *     k ln 2                                8 for the product, 1 for the constant            9 u^2
 *
 * and where k is not 0 the result is at least half of either part in size, so that the sum of both
 * is within 2 (40 + 9) + 3 = 101 u^2 < 2^-99. Where it is large k ln 2 rules: 15 u^2 < 2^-102. */
minrisk_pair minrisk_log_ratio(minrisk_pair a, minrisk_pair b);

/* ln a for a positive a, as minrisk_log_ratio(a, 1). */
minrisk_pair minrisk_log_pair(minrisk_pair a);

/* ln(1 + a) for a > -1, relatively accurate at a near 0 as well, down to |a| = 2^-900: 2^-99. */
minrisk_pair minrisk_log1p_pair(minrisk_pair a);

/* e^a and e^a - 1 for |a| <= 700, with a relative error below 2^-99 of the pair that is given, in
 * about 1,000 operations. With r = a - k ln 2, t = r/8 and the relative errors in u^2:
 *
 *     r                              4 in all, three sums of at most .35; 0 where k is 0
 *     e^t - 1 = t (1 + t/2 + ...)    5 for the series, 8 for the product             13
 *     q <- q (2 + q), three times    3 and 8 each, and what q errs by, at most 1.1 times
 *                                    more: e^r - 1 within                            50 < 2^-100
 *     2^k (1 + q)                    50 * .42 and 3 and 4 for the sum and r          28 < 2^-101
 *     2^k (1 + q) - 1                28 * 3.5 where k is not 0, and 3                101 < 2^-99
 *
 * Outside |a| <= 700 the low part may underflow, and both parts may overflow. */
minrisk_pair minrisk_exp_pair(minrisk_pair a);
minrisk_pair minrisk_expm1_pair(minrisk_pair a);

/* e^a = p 2^k, which is returned, with p in [.7, 1.42]; for |a| <= 2^30. */
minrisk_pair minrisk_exp_parts(minrisk_pair a, int *k);

/* ln x of a positive finite x, subnormals too, within 2^-66.4: high is a multiple of 2^-42, so that
 * the difference of two of them is exact, and |low| < 2^-16. In about 60 operations. */
minrisk_pair minrisk_quick_log(double x);

/* e^(q log) = p 2^k, of which p is returned, in [.97, 2.05), for 0 <= q <= 8 and such a logarithm
 * or the difference of two, with |q log| <= 1386. Within 2^-64.8, relatively, for the logarithm as
 * it is given; in about 80 operations. */
minrisk_pair minrisk_quick_power(minrisk_pair log, double q, int *k);

/* The square root of a >= 0 with a relative error below 2^-102: y the root of the high part, to
 * nearest, and y + (a - y^2) / (2 y) errs by (u^2 + 3 u^2)/2 in Newton's step, by 4 u^2 in the
 * rest a - y^2, which is below 2 u a, and in its quotient, and by 3 u^2 in the sum. */
minrisk_pair minrisk_sqrt_pair(minrisk_pair a);

#endif
