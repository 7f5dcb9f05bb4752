/* SPDX-License-Identifier: MIT */
/* Other ways to an HHI, as they are commonly written: none is correctly rounded. */
#ifndef TESTS_BENCH_PEERS_H
#define TESTS_BENCH_PEERS_H

#include <stddef.h>

double peer_plain(const double *x, size_t n);    /* sum and sum of squares in one pass */
double peer_two_pass(const double *x, size_t n); /* the sum, then the squares of the shares */
double peer_neumaier(const double *x, size_t n); /* both sums compensated (Neumaier 1974) */

#endif
