/* SPDX-License-Identifier: MIT */
/* The rows of the report, from which both the table and the JSON are written. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "dataset.h"
#include "risk.h"

/* How many minerals the report shows by default. */
#define DEFAULT_MINERALS 9

struct options {
    struct assumptions assume;
    int32_t guideline;
    int year; /* 0: the latest of each table */
    int all;
    int skip_unknown;         /* pass over names that nothing matches */
    const struct bloc *bloc;  /* of --bloc; NULL: the partners of the agreements */
    const char *const *names; /* of --mineral */
    size_t name_count;
};

struct report_row {
    const struct mineral *mineral;
    const struct market *market; /* production; NULL if there is no table */
    int of_several;              /* 1: the mineral has several stages */
    struct concentration production;
    const struct cited *hhi, *leader; /* cited figures, or NULL */
    const struct market *imports;     /* or NULL */
    struct concentration sources;
    const struct reliance_row *reliance; /* or NULL */
    struct risk risk;                    /* of the countries of production */
};

struct report {
    const struct dataset *data;
    const struct options *options;
    struct bloc bloc;
    struct report_row *row;
    size_t rows;
    struct mineral *extra; /* commodities that --mineral names and minerals.csv does not */
    size_t extras;
    const char *unknown; /* name that nothing matches */
};

enum column {
    COLUMN_RANK,
    COLUMN_MINERAL,
    COLUMN_STAGE,
    COLUMN_LEADER,
    COLUMN_SHARE,
    COLUMN_HHI,
    COLUMN_CLASS,
    COLUMN_EFFECTIVE,
    COLUMN_NAMED,
    COLUMN_TOP3,
    COLUMN_RELIANCE,
    COLUMN_SOURCE,
    COLUMN_SOURCE_HHI,
    COLUMN_COUNT
};

/* Room for the text of a cell, and for what stands below a row. */
#define REPORT_CELL 128
#define REPORT_NOTE 1024

/* Returns 0, -1 if memory runs out, or -2 for a name that nothing matches. */
int report_build(struct report *report, const struct dataset *data, const struct options *options);
void report_free(struct report *report);
/* 1 if a mineral or a commodity has this name. */
int report_knows(const struct dataset *data, const char *name);

/* Short name of a stage: "Mine production: Palladium" is "mine: Palladium". */
void stage_name(const struct market *market, char *text, size_t size);
/* Class of the two ends of an HHI interval. */
void classify_interval(const minrisk_interval *hhi, int32_t guideline, int32_t level[2]);
/* The HHI of a row in whichever way it is known; returns 0 if it is not. */
int row_hhi(const struct report_row *row, minrisk_interval *hhi);
const char *level_name(int32_t level);

/* What the table and the page both show of a row. */
void report_cell(char text[REPORT_CELL], const struct report_row *row, enum column column,
                 int32_t guideline);
void report_note(char note[REPORT_NOTE], const struct report *report, const struct report_row *row);

void report_table(const struct report *report, struct out *out);
void report_json(const struct report *report, struct json *json);
void manifest_table(const struct dataset *data, struct out *out);
void manifest_json(const struct dataset *data, struct json *json);

#endif
