/* SPDX-License-Identifier: MIT */
/* Integers in, points out: concentration of counts, with no floating point at all.
 *
 * For processors without a floating-point unit, and for compilers whose double is not binary64,
 * where the headers of doubles refuse to be included: config.h says what else serves there. Points
 * run from 0 to 10,000, the form that competition authorities print. */
#ifndef MINRISK_COUNT_H
#define MINRISK_COUNT_H

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Herfindahl-Hirschman index of a market of counts, in points.
 *
 *     10,000 sum c_i^2 / T^2,   T = sum c_i
 *
 * Source    Herfindahl 1950; Hirschman 1945.
 * quantity  [n]  any unit; zeros change nothing
 * n              >= 1
 * points    [1]  0 to 10,000; 10,000 is a monopoly; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or points is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  integer: the exact quotient to the nearest point, ties to even; no sum overflows
 * cost      O(n), one pass; stack <= 768 bytes
 * example   examples/counts.c
 */
MINRISK_API minrisk_status minrisk_hhi_points_u32(const uint32_t *quantity, size_t n,
                                                  uint32_t *points);

/* The same for counts of 64 bits.
 *
 * quantity  [n]  any unit; zeros change nothing
 * n              >= 1
 * points    [1]  0 to 10,000; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or points is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  integer: as minrisk_hhi_points_u32
 * cost      O(n), one pass; stack <= 768 bytes
 * example   examples/counts.c
 */
MINRISK_API minrisk_status minrisk_hhi_points_u64(const uint64_t *quantity, size_t n,
                                                  uint32_t *points);

/* Share of the k largest counts together, in points.
 *
 *     10,000 (c_(1) + ... + c_(k)) / T,   c_(1) >= c_(2) >= ...
 *
 * quantity  [n]  any unit; need not be sorted
 * n              >= 1
 * k              >= 1; k >= n is the whole market, 10,000
 * points    [1]  0 to 10,000; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or points is NULL
 *           MINRISK_E_SIZE       n or k is 0
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  integer: the exact quotient to the nearest point, ties to even
 * cost      O(n), two passes for k up to 64, which shift up to k slots for a count that is among
 *           the k largest so far; six above; stack <= 2.75 KB
 * example   examples/counts.c
 */
MINRISK_API minrisk_status minrisk_top_points_u32(const uint32_t *quantity, size_t n, size_t k,
                                                  uint32_t *points);

#ifdef __cplusplus
}
#endif

#endif
