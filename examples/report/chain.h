/* SPDX-License-Identifier: MIT */
/* How long one new chain takes, from the mine to the magnet: lead times by stage, and the exact
 * sweep over them. */
#ifndef REPORT_CHAIN_H
#define REPORT_CHAIN_H

#include "dataset.h"

enum lead_case { LEAD_LOW = 0, LEAD_LIKELY = 1, LEAD_HIGH = 2, LEAD_CASES = 3 };

enum chain_stage { STAGE_MINE = 0, STAGE_SEPARATION = 1, STAGE_METAL = 2, STAGE_MAGNET = 3 };
#define CHAIN_STAGES 4
extern const char *const chain_stage_name[CHAIN_STAGES];

/* Years to look ahead: longer than every case of the default data. */
#define CHAIN_HORIZON 100.0

/* When the plants are started. */
enum chain_plan { PLANTS_NOW = 0, PLANTS_AFTER_PERMIT = 1, PLANTS_AFTER_MINE = 2 };

/* One chain, in years from now. */
struct chain {
    double permit; /* of the mine, its slip included */
    double
        build[CHAIN_STAGES]; /* of the mine from its permit, of a plant from its start; with slip */
    double ramp;             /* from the first tonne to nameplate, in a straight line */
    double need;             /* as a share of nameplate */
};

/* The chain with every lead at one of its values, and the slip on the sum of a stage's phases.
 * `mine` names a row that stands for permit and construction together, or is NULL. Returns 0, or -1
 * if lead_times.csv has no such row or not that case of it. */
int chain_from_leads(const struct dataset *data, enum lead_case which, const char *mine,
                     struct chain *chain);
/* The rows that such a chain is made of, by number; NULL past the last. */
const struct lead_row *chain_row(const struct dataset *data, const char *mine, size_t number);
/* When all stages cover the need together. binding is an enum chain_stage. */
minrisk_status chain_when(const struct chain *chain, enum chain_plan plan, double horizon,
                          minrisk_when *when);

#endif
