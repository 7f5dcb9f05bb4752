/* SPDX-License-Identifier: MIT */
/* Many markets in one call: side by side, they take less time than one by one. */
#ifndef MINRISK_BATCH_H
#define MINRISK_BATCH_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* HHI of many markets that stand one behind the other.
 *
 *     H_g = sum (x_i / T_g)^2,   T_g = sum x_i,   offset_g <= i < offset_(g + 1)
 *
 * A market that is refused leaves the others right: each has a status of its own.
 *
 * Source        as minrisk_hhi.
 * quantity      [quantity_len]  any unit, finite, >= 0
 * quantity_len                  any; no market reaches beyond
 * offset        [groups + 1]    where each market begins, and where the last one ends; ascending
 * groups                        >= 1
 * hhi           [groups]        fractions in (0, 1]; written only where the market's status is
 *                               MINRISK_OK
 * each          [groups]        what minrisk_hhi returns for each market by itself: that of one
 *                               without elements is MINRISK_E_SIZE
 * returns       MINRISK_OK, whatever the statuses in each, or, with nothing written,
 *               MINRISK_E_NULL  quantity, offset, hhi or each is NULL
 *               MINRISK_E_SIZE  groups is 0 or so large that groups + 1 is none, or an offset is
 *                               below the one before or above quantity_len
 * accuracy      exact: each as minrisk_hhi, to the bit
 * cost          O(quantity_len + groups); stack <= 4 KB, of which 56 bytes a market for as many as
 *               wait together: MINRISK_BATCH_MARKETS, 64 unless the library is built with less
 * example       examples/markets.c
 */
MINRISK_API minrisk_status minrisk_hhi_groups(const double *quantity, size_t quantity_len,
                                              const size_t *offset, size_t groups, double *hhi,
                                              minrisk_status *each);

/* HHI of many markets that stand side by side, a row for each supplier: what it sells in market g is
 * quantity[i * stride + g].
 *
 *     H_g = sum (x_i / T_g)^2,   T_g = sum x_i,   0 <= i < suppliers
 *
 * A market that is refused leaves the others right: each has a status of its own.
 *
 * Source        as minrisk_hhi.
 * quantity      [quantity_len]  any unit, finite, >= 0; what lies between the rows is not read
 * quantity_len                  >= (suppliers - 1) * stride + markets
 * suppliers                     >= 1
 * markets                       >= 1
 * stride                        >= markets; how far a row is from the one before
 * hhi           [markets]       fractions in (0, 1]; written only where the market's status is
 *                               MINRISK_OK
 * each          [markets]       what minrisk_hhi returns for each market by itself
 * returns       MINRISK_OK, whatever the statuses in each, or, with nothing written,
 *               MINRISK_E_NULL   quantity, hhi or each is NULL
 *               MINRISK_E_SIZE   suppliers or markets is 0, or quantity_len is too short for them,
 *                                however large the product
 *               MINRISK_E_PARAM  stride is less than markets
 * accuracy      exact: each as minrisk_hhi, to the bit
 * cost          O(suppliers * markets), two passes; more by a factor of about ten beyond 1,024
 *               suppliers, where the exact path serves alone; stack <= 2 KB
 * example       examples/markets.c
 */
MINRISK_API minrisk_status minrisk_hhi_columns(const double *quantity, size_t quantity_len,
                                               size_t suppliers, size_t markets, size_t stride,
                                               double *hhi, minrisk_status *each);

#ifdef __cplusplus
}
#endif

#endif
