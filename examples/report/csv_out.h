/* SPDX-License-Identifier: MIT */
/* Records of CSV, RFC 4180: CRLF, quotes where they are needed.
 *
 * A spreadsheet runs a cell that begins with = + - @ as a formula, and some do so after spaces, tabs
 * or line ends and for the full-width forms. Such a text gets an apostrophe in front. Numbers are
 * written by csv_put_number alone and never get one.
 */
#ifndef REPORT_CSV_OUT_H
#define REPORT_CSV_OUT_H

#include <stdio.h>

#include "csv.h"

struct csv_out {
    FILE *stream;
    const struct dialect *dialect;
    int raw;   /* 1: cells are left as they are */
    int cells; /* of the present record */
};

void csv_out_begin(struct csv_out *csv, FILE *stream, const struct dialect *dialect, int raw);
/* Control and bidirectional characters become \u{...}; raw leaves tabs and line ends. */
void csv_put_text(struct csv_out *csv, const char *text);
/* An empty cell for what is infinite: that end does not exist. */
void csv_put_number(struct csv_out *csv, double value);
void csv_put_empty(struct csv_out *csv);
/* Two cells: both ends, or both empty where they are not known. */
void csv_put_interval(struct csv_out *csv, int known, double low, double high);
void csv_put_line(struct csv_out *csv, unsigned long line);
void csv_end_record(struct csv_out *csv);

#endif
