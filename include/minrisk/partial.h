/* SPDX-License-Identifier: MIT */
/* What can be said of a market that is known in part. */
#ifndef MINRISK_PARTIAL_H
#define MINRISK_PARTIAL_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Everything from low to high. Low ends are rounded down and high ends up. */
typedef struct minrisk_interval {
    double low;
    double high;
} minrisk_interval;

/* No limit. A count or a cap that was computed, and came out as 0, says the same: test for it. */
#define MINRISK_UNKNOWN_COUNT 0   /* any number of suppliers may share the residual */
#define MINRISK_NO_CAP        0.0 /* one supplier may hold the whole residual */

/* Bounds on the HHI of a market whose smaller suppliers are printed as one residual ("other
 * countries").
 *
 * With Q = sum of x_i^2 over the named, T = sum x_i + R, the residual R shared by at most m
 * suppliers of at most c each:
 *
 *     low   (Q + R^2 / m) / T^2            m equal parts; Q / T^2 where m is unknown
 *     high  (Q + p c^2 + r^2) / T^2        R = p c + r, 0 <= r < c: as few suppliers as c allows;
 *                                          (Q + R^2) / T^2 without a cap
 *
 * HHI is Schur-convex, so no way of sharing the residual lies outside. Where m is unknown, the low
 * end is a limit that no finite number of suppliers attains. The bounds speak of the residual
 * alone, not of rounding or estimation in the named figures. The smallest named supplier is a
 * valid cap only where the source says that the named are the largest.
 *
 * Source              Marshall, Olkin and Arnold 2011, Inequalities, chapters 1 and 3
 *                     (majorisation).
 * named          [n]  any unit, finite, >= 0
 * n                   >= 1; one named quantity of 0 is a market of which nobody is named
 * residual            in the same unit, finite, >= 0; 0 gives the HHI of the named
 * residual_suppliers  at most so many share it; MINRISK_UNKNOWN_COUNT: any number
 * residual_cap        none of them holds more, in the same unit; MINRISK_NO_CAP: no limit
 * hhi            [1]  0 <= low <= high <= 1; untouched on error
 * returns             MINRISK_OK, or
 *                     MINRISK_E_NULL       named or hhi is NULL
 *                     MINRISK_E_SIZE       n is 0
 *                     MINRISK_E_PARAM      residual or residual_cap is NaN, infinite or negative;
 *                                          or, the data being valid, residual_suppliers of
 *                                          residual_cap each hold less than the residual
 *                     MINRISK_E_DATA       a named quantity is NaN, infinite or negative
 *                     MINRISK_E_NO_SUPPLY  every named quantity and the residual are 0
 * accuracy            exact: low is the largest double not above the bound, high the smallest not
 *                     below it
 * cost                O(n), one pass; stack <= 1.5 KB
 * example             examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_hhi_bounds(const double *named, size_t n, double residual,
                                              size_t residual_suppliers, double residual_cap,
                                              minrisk_interval *hhi);

/* Coverage: the share of the total that is named.
 *
 *     C = sum x_i / (sum x_i + R)
 *
 * named     [n]  any unit, finite, >= 0
 * n              >= 1
 * residual       in the same unit, finite, >= 0
 * share     [1]  fraction in [0, 1]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       named or share is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_PARAM      residual is NaN, infinite or negative
 *           MINRISK_E_DATA       a named quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every named quantity and the residual are 0
 * accuracy  exact: correctly rounded
 * cost      O(n), one pass; stack <= 1.25 KB
 * example   examples/partial.c
 */
MINRISK_API minrisk_status minrisk_coverage(const double *named, size_t n, double residual,
                                            double *share);

#ifdef __cplusplus
}
#endif

#endif
