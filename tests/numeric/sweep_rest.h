/* SPDX-License-Identifier: MIT */
/* The second program of the great sweep: what its two files share. */
#ifndef TESTS_NUMERIC_SWEEP_REST_H
#define TESTS_NUMERIC_SWEEP_REST_H

#include "numeric/sweep_frame.h"
#include "support/random.h"

/* Of long results so many are checked; and what may stand alone is one of so many. */
enum { CHECKED = 16, POOL = 8 };

/* A case with what the other functions take besides a market; each array as long as the market, of
 * values >= 0, with its sums. */
typedef struct rest_case {
    sweep_case *market;
    const double *x, *y; /* two markets: the case's, and another that is like it, or not */
    const double *rate;  /* in [0, 1] */
    double some_rate;    /* in the units of `rate` */
    double pool[POOL];   /* x_a, x_b, their rounded sum, neighbours, 1 and 0 */
    size_t n;
    sums of_x, of_y, of_rate, of_pool;
} rest_case;

/* Draws what a check draws for itself: the same for each case, whatever the checks before. */
extern random_source drawn;

/* Where the checked elements begin, and how far apart they are. */
size_t first_checked(const rest_case *c);
size_t step_of(const rest_case *c);

/* Scores, balances, chains and times: sweep_scores.c. */
void open_scores(void);
void close_scores(void);
void check_scores(const rest_case *c);

#endif
