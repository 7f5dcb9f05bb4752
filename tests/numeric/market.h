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
    size_t k;           /* for the top share */
    size_t market_size; /* for the normalised index */
    size_t a, b;        /* for the merger, if there are two */
    double residual;    /* for the bounds, as the next two */
    size_t suppliers;
    double cap;
    double quantity[MOST_SUPPLIERS];
    float single[MOST_SUPPLIERS]; /* as near to them as floats come, one at least above 0 */
} market;

typedef struct answers {
    double hhi, effective, top, leader, delta;
    double normalised[2]; /* of the positives, and of market_size */
    float hhi_f32;
    size_t index;
    double low[2], high[2]; /* without and with the count and the cap */
    double share[MOST_SUPPLIERS];
} answers;

/* How many quotients of each kind were how near to a midpoint. */
typedef struct nearness_tally {
    size_t hhi[NEARNESSES], effective[NEARNESSES], top[NEARNESSES], share[NEARNESSES];
    size_t normalised[NEARNESSES], delta[NEARNESSES], hhi_f32[NEARNESSES];
} nearness_tally;

void oracle_open(void);
void oracle_close(void);

/* Whether a count of caps can hold the residual, decided exactly. */
int oracle_fits(const market *m);

void oracle_answers(const market *m, answers *a);
void oracle_count_nearness(market *m, nearness_tally *tally);

void library_answers(const market *m, enum environment e, answers *a);

/* All of them bit for bit, in the environments given as bits. */
void assert_market(market *m, unsigned environments);

#endif
