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
 * cost      O(n): at most 17 passes over the quantities, which are read only; no scratch;
 *           stack <= 1.25 KB
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
 * cost      O(n); stack <= 1 KB
 * example   examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_leader(const double *quantity, size_t n, size_t *index,
                                          double *share);

#ifdef __cplusplus
}
#endif

#endif
