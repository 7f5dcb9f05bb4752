/* SPDX-License-Identifier: MIT */
/* Figures as statistics print them: a number, a dash, a range, a censored number, or a letter. */
#ifndef REPORT_FIGURE_H
#define REPORT_FIGURE_H

/* Where a figure was read. */
struct origin {
    const char *file;   /* name without folder */
    unsigned long line; /* the first is 1, the header */
};

enum figure_kind {
    FIGURE_NUMBER = 1,
    FIGURE_ZERO = 2,            /* a dash */
    FIGURE_RANGE = 3,           /* "330 - 390" */
    FIGURE_ABOVE = 4,           /* ">50" */
    FIGURE_BELOW = 5,           /* "<25" */
    FIGURE_UNDER_HALF = 6,      /* "s": less than half a unit */
    FIGURE_BLANK = 7,           /* from here on: not known */
    FIGURE_WITHHELD = 8,        /* "W" */
    FIGURE_NOT_AVAILABLE = 9,   /* "NA" */
    FIGURE_NOT_APPLICABLE = 10, /* "XX" */
    FIGURE_NET_EXPORTER = 11    /* "E" */
};

struct figure {
    enum figure_kind kind;
    double low; /* what it may be: 0 to infinity where it is not known */
    double high;
    double rounding; /* half a unit of the last significant digit printed; 0 if not a number */
    const char *raw; /* as printed */
};

/* 1 if the figure bounds what it stands for from above. */
int figure_is_bounded(const struct figure *figure);
/* 1 unless it is blank or a letter that stands for no number. */
int figure_has_number(const struct figure *figure);
/* Reads a printed figure. Returns NULL, or what was expected instead. */
const char *figure_parse(const char *raw, struct figure *figure);
/* Reads a plain decimal number, finite, the whole text. Returns 0, or -1. */
int number_parse(const char *text, double *value);

#endif
