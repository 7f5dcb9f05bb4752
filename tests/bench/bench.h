/* SPDX-License-Identifier: MIT */
/* A benchmark case is a block of data and the ways to the same answer; the first way is what the
 * ratios are to. cases.c has them all. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stddef.h>
#include <stdint.h>

/* The data of a round: `markets` markets of n values, one after the other, or in columns. */
typedef struct block {
    size_t n, markets;
    const double *x;       /* [n * markets] */
    const uint32_t *count; /* [n * markets] */
    const size_t *offset;  /* [markets + 1] */
    double *out;           /* [n * markets], for what a way writes */
    int32_t *status;       /* [markets] */
} block;

typedef struct way {
    const char *name;
    double (*run)(const block *b); /* all markets; what it returns keeps the compiler honest */
    int (*is_here)(void);          /* NULL: always */
} way;

enum { MOST_WAYS = 10 };

typedef struct bench_case {
    const char *name;
    size_t n, markets;
    int rounds;
    way ways[MOST_WAYS];
} bench_case;

extern const bench_case bench_cases[];
extern const size_t bench_case_count;

#endif
