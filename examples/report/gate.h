/* SPDX-License-Identifier: MIT */
/* Limits that a pipeline holds the figures to: --fail-if 'hhi_high>0.25'. */
#ifndef REPORT_GATE_H
#define REPORT_GATE_H

#include "csv.h"
#include "measure.h"

struct gate {
    const char *text; /* as it was given */
    enum measure measure;
    int is_high; /* which end of the interval */
    int below;   /* 1: fails below the limit, 0: above it */
    int equal;   /* fails at the limit too */
    double limit;
};

/* Reads "NAME OPERATOR NUMBER". Returns 0, or -1 with the problem set: it names the place. */
int gate_parse(struct gate *gate, const char *text, struct problem *problem);
/* Says on `err` which rows fail and why, and which cannot be told. Returns how many fail; those that
 * cannot be told count if unknown_fails is 1. */
size_t gates_apply(const struct gate *gates, size_t count, const struct report *report,
                   int unknown_fails, struct out *err);

#endif
