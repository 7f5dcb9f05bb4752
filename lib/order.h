/* SPDX-License-Identifier: MIT */
/* Suppliers in the order of their size, found without heap or recursion. */
#ifndef MINRISK_ORDER_H
#define MINRISK_ORDER_H

#include "minrisk/status.h"

#include "bits.h"
#include "top.h"

/* Shows quantities to the largest so far. */
void minrisk_top_read(minrisk_top *top, const double *quantity, size_t n);

/* So many suppliers are put in order in an array of the caller's stack frame, not in scratch. */
enum { MINRISK_FEW = 64 };

/* The suppliers of a market that have supply, the largest first. */
typedef struct minrisk_ordered {
    const double *quantity; /* all positive */
    size_t n;
} minrisk_ordered;

/* Puts a market in order: in `few` where it has at most MINRISK_FEW suppliers, else in the first n
 * places of scratch. Returns MINRISK_OK, or
 *
 *     MINRISK_E_NULL       scratch is needed and NULL
 *     MINRISK_E_SIZE       n is 0, or scratch is needed and shorter than n
 *     MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *     MINRISK_E_NO_SUPPLY  every quantity is 0
 *
 * with nothing written on an error. The time is linear in n whatever the quantities are: at most 26
 * passes over them, of which two and a quick one are usual, and 20 over a part of them; where size
 * counts, n log n. The order is of bits, which no rounding mode and no flushing of subnormals
 * changes. */
minrisk_status minrisk_order(const double *quantity, size_t n, double *scratch, size_t scratch_len,
                             double few[MINRISK_FEW], minrisk_ordered *market);

/* The first two of these alone, for those who check a parameter between them and the data. */
minrisk_status minrisk_order_size(size_t n, const double *scratch, size_t scratch_len);

/* The same into the first n places of x, whatever n is. */
minrisk_status minrisk_order_into(const double *quantity, size_t n, double *x,
                                  minrisk_ordered *market);

/* The same of a market that is in order already, the largest first, zeros last. Returns MINRISK_OK,
 * MINRISK_E_SIZE, MINRISK_E_DATA, also where it is not in order, or MINRISK_E_NO_SUPPLY. */
minrisk_status minrisk_order_known(const double *quantity, size_t n, minrisk_ordered *market);

#endif
