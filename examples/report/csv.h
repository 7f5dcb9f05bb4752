/* SPDX-License-Identifier: MIT */
/* A strict reader of CSV: RFC 4180 quotes, UTF-8, LF or CRLF, a byte-order mark or none. Lines that
 * begin with # may stand before the header, and only there.
 *
 * It streams: a file is never held whole. What it refuses it names by file, line and column.
 */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include <stddef.h>
#include <stdio.h>

#include "figure.h"

#define CSV_MAX_RECORD 65536    /* bytes of a record, its end included */
#define CSV_MAX_FIELDS 64       /* of a record */
#define CSV_MAX_ROWS   100000ul /* of a file */
#define CSV_MAX_BOUND  24       /* columns that a reader asks for */

/* How a spreadsheet of some country writes a file. */
struct dialect {
    const char *name;
    char separator;
    int decimal_comma;          /* 1: "1.234,5" is what others write as "1,234.5" */
    const char *separator_name; /* one of them */
};

/* NULL if there is none of this name. The first of the list, `comma`, is the default. */
const struct dialect *dialect_find(const char *name);
#define DIALECTS "comma, semicolon, semicolon-point or tab"

/* What is wrong, in one sentence. */
struct problem {
    char text[1024];
};

void problem_set(struct problem *problem, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;

struct csv {
    const char *file;              /* for messages and origins */
    const struct dialect *dialect; /* NULL: comma */
    unsigned long optional;        /* bit i: wanted[i] need not be there */
    int comments;                  /* lines before the header */
    int resumable; /* after an error: the record was read to its end, so that the next can be */
    FILE *stream;  /* or NULL: */
    const unsigned char *bytes;
    size_t left;
    int ungot; /* a byte read too far, or EOF */
    unsigned long line, record_line, header_line, rows;
    unsigned long max_rows; /* set by the caller, at most CSV_MAX_ROWS */
    size_t used, fields, header_fields;
    size_t bound[CSV_MAX_BOUND];
    const char *const *wanted;
    char *header; /* copy of the first record */
    char *header_field[CSV_MAX_FIELDS];
    char *field[CSV_MAX_FIELDS];
    struct problem *problem;
    char record[CSV_MAX_RECORD + 1];
};

/* A reader of a file that the user names; NULL with the problem set. */
struct csv *csv_open(const char *path, const struct dialect *dialect, struct problem *problem);
void csv_close(struct csv *csv);
/* Reads the header and finds the wanted columns. Returns 0, or -1 with the problem set. */
int csv_begin(struct csv *csv, const char *const *wanted, size_t count);
/* Returns 1 for a row, 0 at the end, or -1 with the problem set. A file without rows is refused. */
int csv_next(struct csv *csv);
/* Field of the present row under wanted[column]; "" if the file has no such column. */
const char *csv_get(const struct csv *csv, size_t column);
int csv_has(const struct csv *csv, size_t column);
/* Exchanges comma and point in a text with a number, if the dialect has decimal commas. Twice is
 * back again. */
void csv_exchange(const struct csv *csv, char *text);
/* Reads a plain number under a column. Returns 0, or -1 with nothing set. */
int csv_number(const struct csv *csv, size_t column, double *value);
struct origin csv_origin(const struct csv *csv);
/* Sets the problem: file, line, column, what was expected, what stands there. Returns -1. */
int csv_refuse(struct csv *csv, size_t column, const char *expected);
void csv_end(struct csv *csv);

#endif
