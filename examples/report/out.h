/* SPDX-License-Identifier: MIT */
/* Text for a terminal. Whatever is written is made safe: control, escape, C1 and bidirectional
 * characters and broken UTF-8 are shown as \u{...}, never sent. Colour comes from out_style. */
#ifndef REPORT_OUT_H
#define REPORT_OUT_H

#include <stddef.h>
#include <stdio.h>

enum style {
    STYLE_PLAIN = 0,
    STYLE_HEADING = 1,
    STYLE_GOOD = 2,    /* holds; unconcentrated */
    STYLE_WARNING = 3, /* cannot be told; moderate; straddles */
    STYLE_BAD = 4,     /* does not hold; highly concentrated */
    STYLE_FAINT = 5
};

struct out {
    FILE *stream;
    int width;  /* columns, at least 40 */
    int colour; /* 1: a terminal that wants it */
    int failed; /* a text was lost for want of memory */
};

/* Starts or ends a style; nothing unless colour is on. */
void out_style(struct out *out, enum style style);
/* Text as it is, without wrapping. Newlines at its ends are written; one within comes from a file
 * and is shown. */
void out_text(struct out *out, const char *text);
void out_format(struct out *out, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
/* Text wrapped to the width: the first line indented by `first` columns, the others by `rest`; ends
 * with a newline. */
void out_wrap(struct out *out, int first, int rest, const char *text);
/* The same where `at` columns of the first line are written already. */
void out_wrap_at(struct out *out, int at, int rest, const char *text);
void out_wrapf(struct out *out, int first, int rest, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 4, 5)))
#endif
    ;
/* A heading on a line of its own, after an empty line. */
void out_heading(struct out *out, const char *text);
/* Text in exactly `columns` columns: cut and ended by "..", or padded on the right (on the left if
 * columns is negative). */
void out_cell(struct out *out, int columns, const char *text);
/* A bar of `columns` columns in brackets, filled up to low (#) and hatched up to high (:). */
void out_bar(struct out *out, int columns, double low, double high);
/* How many columns a text takes, made safe. */
size_t text_columns(const char *text);

#endif
