/* SPDX-License-Identifier: MIT */
/* One market through every exact function, and the same through the oracle. */
#ifndef TESTS_NUMERIC_MARKET_H
#define TESTS_NUMERIC_MARKET_H

#include <stddef.h>

#include "numeric/environment.h"
#include "numeric/oracle.h"

enum { MOST_SUPPLIERS = 1100 };

typedef struct market {
    size_t n;
    size_t k;        /* for the top share */
    double residual; /* for the bounds, as the next two */
    size_t suppliers;
    double cap;
    double quantity[MOST_SUPPLIERS];
} market;

typedef struct answers {
    double hhi, effective, top, leader;
    size_t index;
    double low[2], high[2]; /* without and with the count and the cap */
    double share[MOST_SUPPLIERS];
} answers;

/* How many quotients of each kind were how near to a midpoint. */
typedef struct nearness_tally {
    size_t hhi[NEARNESSES], effective[NEARNESSES], top[NEARNESSES], share[NEARNESSES];
} nearness_tally;

void oracle_open(void);
void oracle_close(void);

/* Whether a count of caps can hold the residual, decided exactly. */
int oracle_fits(const market *m);

void oracle_answers(const market *m, answers *a);
void oracle_count_nearness(const market *m, nearness_tally *tally);

void library_answers(const market *m, enum environment e, answers *a);

/* All of them bit for bit, in the environments given as bits. */
void assert_market(const market *m, unsigned environments);

#endif
