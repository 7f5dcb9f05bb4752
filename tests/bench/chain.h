/* SPDX-License-Identifier: MIT */
/* Supply chains for the cases of trials and of the law, the same for every way: projects whose
 * phases take lognormal times, which may fail, and add their capacity at once. forecast.py has the
 * same figures. */
#ifndef TESTS_BENCH_CHAIN_H
#define TESTS_BENCH_CHAIN_H

#include <stddef.h>
#include <stdint.h>

enum {
    CHAIN_PROJECTS = 40,
    CHAIN_PHASES = 4,
    CHAIN_STAGES = 4,
    CHAIN_LEADS = 12,
    CHAIN_YEARS = 40
};

typedef struct chain {
    size_t phases, stages;
    double success;
    double mean[CHAIN_LEADS], sd[CHAIN_LEADS]; /* years */
    uint32_t lead[CHAIN_PROJECTS * CHAIN_PHASES];
    uint32_t stage[CHAIN_PROJECTS], capacity[CHAIN_PROJECTS], need[CHAIN_STAGES];
} chain;

/* Four stages of ten projects, of which each has four phases and succeeds with a chance of .8; or
 * one stage of forty with one lead time each. Three fifths of a stage's capacity are needed. */
static inline chain chain_of(size_t stages)
{
    chain c = {
        stages > 1 ? CHAIN_PHASES : 1, stages, stages > 1 ? 0.8 : 1, {0}, {0}, {0}, {0}, {0}, {0}};

    for (size_t i = 0; i < CHAIN_LEADS; i++) {
        c.mean[i] = (1 + 0.25 * (double)i) * (stages > 1 ? 1 : 4);
        c.sd[i] = 0.4 * c.mean[i];
    }
    for (size_t p = 0; p < CHAIN_PROJECTS; p++) {
        c.stage[p] = (uint32_t)(p * stages / CHAIN_PROJECTS);
        c.capacity[p] = 60 + 10 * (uint32_t)(p * 7 % 9);
        c.need[c.stage[p]] += c.capacity[p];
        for (size_t i = 0; i < c.phases; i++)
            c.lead[p * c.phases + i] = (uint32_t)((p * 5 + i * 7) % CHAIN_LEADS);
    }
    for (size_t s = 0; s < stages; s++)
        c.need[s] = c.need[s] * 3 / 5;
    return c;
}

#endif
