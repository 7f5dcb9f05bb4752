/* SPDX-License-Identifier: MIT */
/* Trials of a chain, and its law: the library's ways. */
#include "forecast.h"

#include "chain.h"
#include "minrisk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KNOTS = 257, WORK = 1024, STEPS_PER_YEAR = 12, LAW_WORK = 40000, LAW_TRIALS = 2000 };

typedef struct compiled {
    chain source;
    minrisk_model model;
    int32_t table[CHAIN_LEADS * KNOTS];
    size_t phase_first[CHAIN_PROJECTS + 1];
    int32_t ramp[CHAIN_PROJECTS];
    uint64_t success[CHAIN_PROJECTS];
} compiled;

/* A way that was refused would look like a fast one. */
static void must(minrisk_status status)
{
    if (status != MINRISK_OK) {
        (void)fprintf(stderr, "%s\n", minrisk_status_text(status));
        exit(1);
    }
}

static void compile(compiled *c, size_t stages, int32_t ramp)
{
    minrisk_model *m = &c->model;

    c->source = chain_of(stages);
    for (size_t i = 0; i < CHAIN_LEADS; i++)
        must(minrisk_lead_lognormal(c->source.mean[i], c->source.sd[i], c->table + i * KNOTS,
                                    KNOTS));
    for (size_t p = 0; p < CHAIN_PROJECTS; p++) {
        must(minrisk_chance(c->source.success, &c->success[p]));
        c->phase_first[p + 1] = c->phase_first[p] + c->source.phases;
        c->ramp[p] = ramp;
    }
    m->projects = CHAIN_PROJECTS;
    m->stage = c->source.stage;
    m->capacity = c->source.capacity;
    m->ramp = ramp > 0 ? c->ramp : NULL;
    m->success = c->source.success < 1 ? c->success : NULL;
    m->phase_first = c->phase_first;
    m->phase = c->source.lead;
    m->tables = CHAIN_LEADS;
    m->table_len = KNOTS;
    m->table = c->table;
    m->stages = stages;
    m->need = c->source.need;
    m->horizon = CHAIN_YEARS * MINRISK_TICKS_PER_YEAR;
}

static const minrisk_model *model_of(size_t stages)
{
    static compiled chains[2];
    compiled *c = &chains[stages > 1];

    if (c->model.projects == 0)
        compile(c, stages, 0);
    return &c->model;
}

static const minrisk_model *ramped_model(void)
{
    static compiled chain;

    if (chain.model.projects == 0)
        compile(&chain, CHAIN_STAGES, 3 * MINRISK_TICKS_PER_YEAR);
    return &chain.model;
}

/* Each round has a seed of its own. */
static double run(const minrisk_model *model, const block *b, size_t trials)
{
    static int32_t work[WORK];
    minrisk_tally tally;

    must(minrisk_tally_init(&tally, sizeof tally));
    must(minrisk_forecast_run(model, b->count[0], 0, (uint32_t)trials, work, WORK, &tally));
    return (double)tally.sum;
}

double trials_of_chain(const block *b)
{
    return run(model_of(CHAIN_STAGES), b, b->markets);
}

double trials_of_ramps(const block *b)
{
    return run(ramped_model(), b, b->markets);
}

double trials_of_stage(const block *b)
{
    return run(model_of(1), b, b->markets);
}

double trials_for_law(const block *b)
{
    return run(model_of(CHAIN_STAGES), b, LAW_TRIALS);
}

double law_of_chain(const block *b)
{
    static double work[LAW_WORK];
    int32_t kind;

    for (size_t i = 0; i < b->n; i++)
        b->out[i] = CHAIN_YEARS * (double)(i + 1) / (double)b->n;
    must(minrisk_law(model_of(CHAIN_STAGES), STEPS_PER_YEAR, b->out, b->n, b->out, &kind, work,
                     LAW_WORK));
    return b->out[b->n / 2];
}
