/* SPDX-License-Identifier: MIT */
/* What a forecast is asked: the trials, and what is taken for granted. It can be written to a file
 * of CSV and read again; the same file with the same figures gives the same report, to the byte. */
#ifndef REPORT_SCENARIO_H
#define REPORT_SCENARIO_H

#include "chain.h"
#include "csv.h"

#define SCENARIO_SEED        2026
#define SCENARIO_TRIALS      2000
#define SCENARIO_MOST_TRIALS 100000000ul
#define SCENARIO_THREADS     256

/* A sum of all figures that a forecast is made of, in base 64 after "sha256-". */
#define SCENARIO_FIGURES 64

struct scenario {
    uint64_t seed;
    uint32_t trials;
    enum chain_plan plants;         /* when the plants of a new chain are started */
    int together;                   /* slips go together */
    int drawn;                      /* projects may fail */
    int allied;                     /* supply from the bloc counts */
    char figures[SCENARIO_FIGURES]; /* as the file has it; "" if there was none */
};

void scenario_init(struct scenario *scenario);
/* Returns 0, or -1 with the problem set. */
int scenario_read(struct scenario *scenario, const char *path, struct problem *problem);
/* To a file that is not there yet; "-" is standard output. Returns 0, or -1 with the problem set. */
int scenario_write(const struct scenario *scenario, const char *path, struct problem *problem);
/* Whole numbers, in digits alone. They return 0, or -1. */
int scenario_seed(const char *text, uint64_t *seed);
int scenario_trials(const char *text, uint32_t *trials);

/* In words, for the reports. */
const char *scenario_plants_text(enum chain_plan plants);

#endif
