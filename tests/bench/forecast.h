/* SPDX-License-Identifier: MIT */
/* The ways to the time to independence: forecast.c has the library's, textbook.c a peer, which is
 * built twice as those of peers.c are. A market of the block is a trial. */
#ifndef TESTS_BENCH_FORECAST_H
#define TESTS_BENCH_FORECAST_H

#include "bench.h"

double trials_of_chain(const block *b);
double trials_of_ramps(const block *b); /* the same, each project with three years of ramp */
double trials_of_stage(const block *b);

double trials_for_law(const block *b); /* 2,000 trials of the chain */
double law_of_chain(const block *b);   /* its law at n dates */

/* Words by counter, lognormal times by libm, events sorted by qsort and scanned. */
double textbook_chain(const block *b);
double textbook_chain_native(const block *b);
double textbook_stage(const block *b);
double textbook_stage_native(const block *b);

#endif
