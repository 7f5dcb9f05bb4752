/* SPDX-License-Identifier: MIT */
/* The magnet plants of the buyer and its need for magnets, and the exact sweep over them. */
#ifndef REPORT_CHAIN_MAGNETS_H
#define REPORT_CHAIN_MAGNETS_H

#include "chain.h"
#include "claim.h"

/* The years to look ahead; demand grows at a fixed rate to their end. */
#define MAGNET_HORIZON 25

struct magnet_case {
    const char *label;
    enum lead_case which; /* LEAD_LOW: earliest starts, least growth, shortest ramp */
    int running_only;     /* leave planned plants out */
    int weighted;         /* capacity times the probability of success */
};

/* Magnet plants and the need for magnets, in years from now. */
struct fleet {
    size_t projects, knots, work_len;
    double *start, *ramp, *capacity, *need_year, *need, *work;
    const struct project **project;
};

/* Whether a project makes what the demand asks for, where it is asked for; of plants that run or
 * are ramping alone if running_only. */
int magnets_belong(const struct project *project, const struct demand *demand, int running_only);
/* Fills in the fleet, which the claim owns, and when it covers the need. Returns 0, or -1 if the
 * need or a ramp is not known. */
int magnets_sweep(const struct dataset *data, struct claim *claim, const struct demand *demand,
                  const struct magnet_case *scenario, struct fleet *fleet, minrisk_when *when);

#endif
