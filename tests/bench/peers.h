/* SPDX-License-Identifier: MIT */
/* Other ways to the same figures, as they are commonly written: none is correctly rounded. Those in
 * peers.c are built twice, at -O2 and, with _native, at -O3 for this processor. */
#ifndef TESTS_BENCH_PEERS_H
#define TESTS_BENCH_PEERS_H

#include "bench.h"

double peer_plain(const block *b); /* sum and sum of squares in one pass */
double peer_plain_native(const block *b);
double peer_two_pass(const block *b); /* the sum, then the squares of the shares */
double peer_two_pass_native(const block *b);
double peer_neumaier(const block *b); /* both sums compensated (Neumaier 1974) */
double peer_neumaier_native(const block *b);
double peer_columns(const block *b); /* the plain loop over column after column */
double peer_columns_native(const block *b);
double peer_counts(const block *b); /* the plain loop over counts, in double */
double peer_counts_native(const block *b);
double peer_read(const block *b); /* reads the memory, and adds in eight chains */
double peer_read_native(const block *b);

double peer_nth_element(const block *b); /* std::nth_element and the sum of the 4 largest */

/* Libraries that are loaded where they are installed. */
int has_openblas(void);
double peer_openblas(const block *b);
int has_gsl(void);
double peer_gsl(const block *b);

#endif
