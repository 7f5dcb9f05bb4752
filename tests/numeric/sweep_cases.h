/* SPDX-License-Identifier: MIT */
/* The cases of the great sweep. Each is drawn from its number alone, by integers and correctly
 * rounded operations, so that every compiler and processor draws the same. */
#ifndef TESTS_NUMERIC_SWEEP_CASES_H
#define TESTS_NUMERIC_SWEEP_CASES_H

#include <stddef.h>
#include <stdint.h>

enum { SWEEP_MOST = 100000 };

enum sweep_kind {
    UNIFORM,
    LOGNORMAL,
    PARETO,
    EQUAL,
    NEARLY_EQUAL,
    SMALL_INTEGERS,
    LONG_INTEGERS,
    TIES,
    NEAR_MIDPOINT,
    SUBNORMAL,
    MIXED,
    ANY,
    MOSTLY_ZERO,
    SPIKES,
    SWEEP_KINDS
};

typedef struct sweep_case {
    unsigned kind; /* an enum sweep_kind */
    size_t n;
    double *quantity;   /* [n], not all 0 */
    size_t k;           /* for the top share */
    size_t a, b;        /* to be merged */
    size_t market_size; /* 0, or more than the positives */
    double residual;    /* for the bounds, as the next two */
    size_t suppliers;
    double cap;
    int ordinary;  /* neither -0.0 in it nor scaled to the ends of the range */
    uint64_t draw; /* for whatever else a check draws */
} sweep_case;

extern const char *const sweep_kind_name[SWEEP_KINDS];

/* Draws case `number` into the array of SWEEP_MOST that c->quantity points to. */
void sweep_draw(sweep_case *c, uint64_t number);

#endif
