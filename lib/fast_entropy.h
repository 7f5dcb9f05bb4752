/* SPDX-License-Identifier: MIT */
/* Shannon's entropy at the speed of a loop, where it is not small. */
#ifndef MINRISK_FAST_ENTROPY_H
#define MINRISK_FAST_ENTROPY_H

#include <stddef.h>

#include "arithmetic.h"

/* The entropy of a market, within 2^-54; the same bits in any order, on any machine, at any width
 * of its vectors, with or without zeros. Counts the suppliers, zeros apart. Returns 0, with nothing
 * written, where the entropy is below 1 (as in a monopoly), where a quantity is not one, and where
 * so many are so small beside the largest that their rounding might show. */
int minrisk_fast_entropy(const double *quantity, size_t n, minrisk_pair *nats, size_t *suppliers);

#endif
