/* SPDX-License-Identifier: MIT */
/* Who makes up the HHI of a market, and what made it change. */
#ifndef MINRISK_CHANGE_H
#define MINRISK_CHANGE_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What each supplier contributes to HHI.
 *
 *     s_i^2 = (x_i / T)^2,   H = sum s_i^2
 *
 * quantity      [n]  any unit, finite, >= 0
 * n                  >= 1
 * contribution  [n]  fractions in [0, 1], each rounded by itself, so that their exact sum may be
 *                    off H by 2^-53 H (and 2^-1075 for each that is subnormal); in place
 *                    (contribution == quantity) works; untouched on error
 * returns       MINRISK_OK, or
 *               MINRISK_E_NULL       quantity or contribution is NULL
 *               MINRISK_E_SIZE       n is 0
 *               MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *               MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy      exact: each correctly rounded, from the quantities and not from a rounded share
 * cost          O(n), two passes; stack <= 1 KB
 * example       examples/change.c
 */
MINRISK_API minrisk_status minrisk_hhi_contributions(const double *quantity, size_t n,
                                                     double *contribution);

/* How HHI changed, and by whom: whole = stayers + entries + exits, before each is rounded. */
typedef struct minrisk_change {
    double whole;   /* after less before, in [-1, 1] */
    double stayers; /* of suppliers in both markets: their shares shifted; in [-1, 1] */
    double entries; /* of suppliers that came, >= 0 */
    double exits;   /* of suppliers that left, <= 0 */
} minrisk_change;

/* Change of HHI between two markets, split into shifts among those who stayed, entries and exits.
 *
 *     sum t_i^2 - sum s_i^2,   s_i = x_i / sum x, t_i = y_i / sum y
 *
 *     stayers  x_i > 0 and y_i > 0
 *     entries  x_i = 0 and y_i > 0
 *     exits    x_i > 0 and y_i = 0
 *
 * Quantities count through their shares: a supplier who merely stands still in a growing market
 * adds to `stayers` with a smaller share.
 *
 * before  [n]  quantities x in any unit, finite, >= 0; 0 where a supplier has yet to come
 * after   [n]  quantities y of the same suppliers in the same order, in any unit, finite, >= 0
 * n            >= 1
 * change  [1]  untouched on error
 * returns  MINRISK_OK, or
 *          MINRISK_E_NULL       before, after or change is NULL
 *          MINRISK_E_SIZE       n is 0
 *          MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *          MINRISK_E_NO_SUPPLY  every quantity before, or every quantity after, is 0
 * accuracy exact: each member correctly rounded from the quantities, however much cancels; so the
 *          members' exact sum is off by at most 2^-53 of the sum of their sizes (and 2^-1075 for
 *          each that is subnormal)
 * cost     O(n), five passes; stack <= 4.5 KB
 * example  examples/change.c
 */
MINRISK_API minrisk_status minrisk_hhi_change(const double *before, const double *after, size_t n,
                                              minrisk_change *change);

/* What each supplier contributes to the change of HHI between two markets.
 *
 *     t_i^2 - s_i^2,   s_i = x_i / sum x, t_i = y_i / sum y
 *
 * before  [n]  quantities x in any unit, finite, >= 0
 * after   [n]  quantities y of the same suppliers in the same order, in any unit, finite, >= 0
 * n            >= 1
 * change  [n]  fractions in [-1, 1], each rounded by itself; in place (change == before or change
 *              == after) works; untouched on error
 * returns  MINRISK_OK, or
 *          MINRISK_E_NULL       before, after or change is NULL
 *          MINRISK_E_SIZE       n is 0
 *          MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *          MINRISK_E_NO_SUPPLY  every quantity before, or every quantity after, is 0
 * accuracy exact: each correctly rounded, however much cancels
 * cost     O(n), two passes; stack <= 3.5 KB
 * example  examples/change.c
 */
MINRISK_API minrisk_status minrisk_hhi_change_each(const double *before, const double *after,
                                                   size_t n, double *change);

/* Parts of a whole in points of 1/10,000, which sum to the whole in points: for tables that are to
 * add up. The whole is rounded to nearest, ties to even; each part becomes the point below or above
 * it, above for those with the largest remainders (Hare's method), the first of equals.
 *
 * part    [n]  in [-1, 1]: contributions, changes, shares
 * n            >= 1
 * whole        in [-1, 1]: what the parts sum to, but for their rounding
 * points  [n]  each less than 1 from 10,000 part_i; their sum is 10,000 whole, rounded; untouched
 *              on error
 * returns MINRISK_OK, or
 *         MINRISK_E_NULL   part or points is NULL
 *         MINRISK_E_SIZE   n is 0
 *         MINRISK_E_PARAM  whole is NaN or outside [-1, 1]; or, the data being valid, no points
 *                          next to the parts sum to it: it is not their sum
 *         MINRISK_E_DATA   a part is NaN or outside [-1, 1]
 * accuracy  integer; remainders are compared to 2^-61 of a point
 * cost      O(n), at most 66 passes; stack <= 0.5 KB
 * example   examples/change.c
 */
MINRISK_API minrisk_status minrisk_parts_to_points(const double *part, size_t n, double whole,
                                                   int32_t *points);

#ifdef __cplusplus
}
#endif

#endif
