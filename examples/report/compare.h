/* SPDX-License-Identifier: MIT */
/* What changed between two sets of data, and because of whom. */
#ifndef REPORT_COMPARE_H
#define REPORT_COMPARE_H

#include "csv_out.h"
#include "report.h"

/* Why a supplier is in one table alone, or counts in one alone. */
enum part_state {
    PART_BOTH,
    PART_NAMED_ANEW,
    PART_NO_LONGER_NAMED,
    PART_STARTED, /* from nothing */
    PART_STOPPED, /* to nothing */
    PART_BECAME_KNOWN,
    PART_BECAME_WITHHELD,
    PART_STATES
};

/* A country's part in the change of the HHI: the square of its share after less that before. */
struct part {
    const struct supplier *before, *after; /* one may be NULL */
    enum part_state state;
    double share_before, share_after; /* of the rows with a number */
    double change;
};

/* The change of the HHI, split so that the parts and the residual's sum to it at either end. */
struct split {
    struct part part[2 * MAX_SUPPLIERS]; /* the largest change first */
    size_t parts;
    int exact;                 /* every row has a number in both; else it is of those rows alone */
    const char *why;           /* why it cannot be split, or "" */
    int has_residual;          /* a row that is not one country, in either */
    minrisk_interval residual; /* its part, by how the low and the high end changed */
    minrisk_interval change;   /* of the low and of the high end */
};

void compare_split(const struct market *before, const struct market *after,
                   const struct assumptions *assume, struct split *split);
/* By how much the HHI can have changed: low is what it rose by at least. */
minrisk_interval compare_change(const minrisk_interval *before, const minrisk_interval *after);

struct pair {
    const struct report_row *before, *after; /* one may be NULL */
    int production_changed, imports_changed, reliance_changed;
};

struct comparison {
    const struct report *before, *after;
    const char *before_name, *after_name;
    struct pair *pair; /* all of the new rows in order, then the old ones that have no match */
    size_t pairs, unchanged, appeared, vanished;
};

/* Returns 0, or -1 if memory runs out. */
int compare_build(struct comparison *comparison, const struct report *before,
                  const struct report *after);
void compare_free(struct comparison *comparison);
int pair_changed(const struct pair *pair);

void compare_table(const struct comparison *comparison, struct out *out);
void compare_json(const struct comparison *comparison, struct json *json);
void compare_csv(const struct comparison *comparison, struct csv_out *csv);

/* "named anew" and so on; "" of PART_BOTH. */
const char *part_state_text(enum part_state state);

#endif
