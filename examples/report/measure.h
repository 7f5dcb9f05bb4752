/* SPDX-License-Identifier: MIT */
/* The figures of a row, each by the one name that --csv, --compare and --fail-if give it. */
#ifndef REPORT_MEASURE_H
#define REPORT_MEASURE_H

#include "report.h"

enum measure {
    MEASURE_HHI,
    MEASURE_EFFECTIVE,
    MEASURE_LEADER_SHARE,
    MEASURE_TOP3,
    MEASURE_COVERAGE,
    MEASURE_RESIDUAL,
    MEASURE_RELIANCE,
    MEASURE_IMPORTS_HHI,
    MEASURE_IMPORTS_EFFECTIVE,
    MEASURE_IMPORTS_LEADER_SHARE,
    MEASURE_IMPORTS_TOP3,
    MEASURE_IMPORTS_COVERAGE,
    MEASURE_COUNT
};

/* An interval and where it comes from. An end may be infinite: there is none then. */
struct measured {
    int known;
    double low, high;
    const char *of;      /* who leads, or "" */
    const char *printed; /* as the source has it, or "" */
    const char *remark;  /* why it is wide or unknown, or "" */
    enum relation relation;
    const char *period;
    int year;            /* where there is no period */
    struct origin first; /* the first and the last row that it rests on */
    unsigned long last;
};

/* "hhi", "leader_share" and so on. */
const char *measure_name(enum measure measure);
/* "fraction", or "suppliers" of an effective number. */
const char *measure_unit(enum measure measure);
void measure_row(const struct report_row *row, enum measure measure, struct measured *value);
/* "Gallium, primary"; the stage is left out where there is no table. */
void row_title(const struct report_row *row, char text[REPORT_CELL]);
/* The shortest of 15 to 17 digits that reads back as the same number. */
void number_text_exact(char text[32], double value);

#endif
