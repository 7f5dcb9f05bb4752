/* SPDX-License-Identifier: MIT */
/* Measures that look at suppliers in the order of their size. */
#ifndef MINRISK_RANKING_H
#define MINRISK_RANKING_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Share of the k largest suppliers together, the concentration ratio CR_k.
 *
 *     CR_k = (x_(1) + ... + x_(k)) / T,   x_(1) >= x_(2) >= ...
 *
 * quantity  [n]  any unit, finite, >= 0; need not be sorted
 * n              >= 1
 * k              >= 1; k >= n is the whole market, 1
 * share     [1]  fraction in (0, 1]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or share is NULL
 *           MINRISK_E_SIZE       n or k is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: correctly rounded, in any order of the quantities
 * cost      O(n), one pass for k up to 64, which shifts up to k slots for a quantity that is among
 *           the k largest so far, two where the rounding is not clear; at most ten above. Reads only,
 *           no scratch; stack <= 4 KB
 * example   examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_top_share(const double *quantity, size_t n, size_t k,
                                             double *share);

/* The largest supplier and its share.
 *
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * index     [1]  where it stands in quantity; the lowest index on a tie; untouched on error
 * share     [1]  fraction in (0, 1]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity, index or share is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: the share is correctly rounded
 * cost      O(n); stack <= 1.25 KB
 * example   examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_leader(const double *quantity, size_t n, size_t *index,
                                          double *share);

/* Gini coefficient of a market.
 *
 *     G = sum (2 i - N - 1) x_(i) / (N T),   x_(1) <= x_(2) <= ... <= x_(N)
 *
 * N suppliers count as being in the market; those beyond the n given are taken as 0. The divisor is
 * N; for the form that divides by N - 1, multiply by N / (N - 1).
 *
 * Source       Gini 1912; in this form Sen 1973, On Economic Inequality.
 * quantity     [n]  any unit, finite, >= 0; need not be sorted, and stays as it is
 * n                 >= 1
 * market_size       N: 0 for the suppliers with a positive quantity, else at least as many
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  in [0, 1]: 0 for equal suppliers and for a single one; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *              MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *              MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *              MINRISK_E_PARAM      the data being valid, market_size is neither 0 nor at least the
 *                                   number of positive quantities
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     exact: correctly rounded, in any order of the quantities
 * cost         O(n) whatever the quantities are: a radix sort of up to 9 bits a pass, and one pass;
 *              stack <= 7 KB. Built for size (-Os): O(n log n) by heapsort
 * example      examples/ranked.c
 */
MINRISK_API minrisk_status minrisk_gini(const double *quantity, size_t n, size_t market_size,
                                        double *scratch, size_t scratch_len, double *out);

/* Gini coefficient of a market whose suppliers are in order already, the largest first. The order
 * is checked.
 *
 * quantity     [n]  any unit, finite, >= 0, none larger than the one before it
 * n                 >= 1
 * market_size       as in minrisk_gini
 * out          [1]  the bits that minrisk_gini gives; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or out is NULL
 *              MINRISK_E_SIZE       n is 0
 *              MINRISK_E_DATA       a quantity is NaN, infinite, negative or larger than the one
 *                                   before it
 *              MINRISK_E_PARAM      the data being valid, market_size is neither 0 nor at least the
 *                                   number of positive quantities
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     exact: correctly rounded
 * cost         O(n), two passes; stack <= 1.5 KB
 * example      examples/ranked.c
 */
MINRISK_API minrisk_status minrisk_gini_sorted(const double *quantity, size_t n, size_t market_size,
                                               double *out);

/* Hall-Tideman index of a market, which is Rosenbluth's.
 *
 *     HT = 1 / (2 sum i s_(i) - 1),   s_(i) = x_(i) / T,   x_(1) >= x_(2) >= ...
 *
 * It is 1 / (N (1 - G)), with G the Gini coefficient of the N suppliers with supply.
 *
 * Source       Hall and Tideman 1967; Rosenbluth 1955.
 * quantity     [n]  any unit, finite, >= 0; need not be sorted, and stays as it is
 * n                 >= 1
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  fraction in (0, 1]; 1 is a monopoly, and N equal suppliers have 1 / N; untouched
 *                   on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *              MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *              MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     exact: correctly rounded, in any order of the quantities
 * cost         O(n) whatever the quantities are: a radix sort of up to 9 bits a pass, and one pass;
 *              stack <= 7 KB. Built for size (-Os): O(n log n) by heapsort
 * example      examples/ranked.c
 */
MINRISK_API minrisk_status minrisk_hall_tideman(const double *quantity, size_t n, double *scratch,
                                                size_t scratch_len, double *out);

/* Hall-Tideman index of a market whose suppliers are in order already, the largest first. The order
 * is checked.
 *
 * quantity     [n]  any unit, finite, >= 0, none larger than the one before it
 * n                 >= 1
 * out          [1]  the bits that minrisk_hall_tideman gives; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or out is NULL
 *              MINRISK_E_SIZE       n is 0
 *              MINRISK_E_DATA       a quantity is NaN, infinite, negative or larger than the one
 *                                   before it
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     exact: correctly rounded
 * cost         O(n), two passes; stack <= 1.5 KB
 * example      examples/ranked.c
 */
MINRISK_API minrisk_status minrisk_hall_tideman_sorted(const double *quantity, size_t n,
                                                       double *out);

#ifdef __cplusplus
}
#endif

#endif
