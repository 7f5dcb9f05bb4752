/* SPDX-License-Identifier: MIT */
#include "chain.h"

#include <string.h>

const char *const chain_stage_name[CHAIN_STAGES] = {"mine", "separation", "metal", "magnet"};

static int read_lead(const struct dataset *data, const char *id, enum lead_case which,
                     double *value)
{
    const struct lead_row *row = dataset_lead(data, id);
    struct optional found;

    if (row == NULL) {
        return -1;
    }
    found = which == LEAD_LOW ? row->low : which == LEAD_LIKELY ? row->likely : row->high;
    *value = found.value;
    return found.has ? 0 : -1;
}

enum { PERMIT, MINE, SEPARATION, METAL, MAGNET, SLIP, RAMP, NEED, PARTS };
static const char *const part_id[PARTS] = {
    "usa-permit",
    "mine-construction",
    "separation-plant",
    "metal-plant",
    "magnet-plant",
    "slip",
    "ramp",
    "need",
};

int chain_from_leads(const struct dataset *data, enum lead_case which, const char *mine,
                     struct chain *chain)
{
    double part[PARTS];
    size_t i;

    for (i = 0; i < PARTS; i++) {
        if (read_lead(data, part_id[i], which, &part[i]) != 0) {
            return -1;
        }
    }
    chain->permit = part[PERMIT] * part[SLIP];
    for (i = 0; i < CHAIN_STAGES; i++) {
        chain->build[i] = part[MINE + i] * part[SLIP];
    }
    chain->ramp = part[RAMP];
    chain->need = part[NEED];
    if (mine == NULL) {
        return 0;
    }
    chain->permit = 0; /* a lead from the record has permit and slips in it */
    return read_lead(data, mine, which, &chain->build[STAGE_MINE]);
}

const struct lead_row *chain_row(const struct dataset *data, const char *mine, size_t number)
{
    if (mine != NULL && number == 0) {
        return dataset_lead(data, mine);
    }
    number += mine == NULL ? 0 : SEPARATION - 1;
    return number < PARTS ? dataset_lead(data, part_id[number]) : NULL;
}

static double plants_start(const struct chain *chain, enum chain_plan plan)
{
    switch (plan) {
    case PLANTS_AFTER_PERMIT:
        return chain->permit;
    case PLANTS_AFTER_MINE:
        return chain->permit + chain->build[STAGE_MINE];
    default:
        return 0;
    }
}

/* A stage's nameplate is 1, and so is the need that `need` is a share of. */
minrisk_status chain_when(const struct chain *chain, enum chain_plan plan, double horizon,
                          minrisk_when *when)
{
    static const double now = 0, whole = 1;
    double start[CHAIN_STAGES], ramp[CHAIN_STAGES], capacity[CHAIN_STAGES], work[256];
    uint32_t stage[CHAIN_STAGES], i;
    minrisk_condition condition[CHAIN_STAGES];
    minrisk_projects projects = {
        .count = CHAIN_STAGES, .start = start, .ramp = ramp, .capacity = capacity, .stage = stage};

    for (i = 0; i < CHAIN_STAGES; i++) {
        double from = i == STAGE_MINE ? chain->permit : plants_start(chain, plan);
        minrisk_condition covered = {.kind = MINRISK_COVERAGE,
                                     .stage = i,
                                     .fraction = chain->need,
                                     .knots = 1,
                                     .need_year = &now,
                                     .need = &whole};

        start[i] = from + chain->build[i];
        ramp[i] = chain->ramp;
        capacity[i] = 1;
        stage[i] = i;
        condition[i] = covered;
    }
    return minrisk_when_met(&projects, condition, CHAIN_STAGES, 0, horizon, work,
                            sizeof work / sizeof *work, when);
}
