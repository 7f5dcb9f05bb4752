/* SPDX-License-Identifier: MIT */
/* A page of HTML, built in memory so that it is written whole or not at all.
 *
 * Markup comes from this program alone, text from anywhere: html_markup and html_numbers take
 * literals, and whatever may stand in a file goes through html_text or a function built on it.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report.h"

struct claim;
struct forecast;

struct page {
    char *bytes;
    size_t size, room;
    int failed; /* memory ran out; what is here is not complete */
};

/* Markup, as it is. */
void html_markup(struct page *page, const char *markup);
/* Markup with numbers in it; no %s. */
void html_numbers(struct page *page, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
/* Text of an element or of an attribute in double quotes. What a browser would read as markup is
 * escaped; control and bidirectional characters and broken UTF-8 are shown as \u{...}. */
void html_text(struct page *page, const char *text);
void html_textf(struct page *page, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
/* At most so many columns of a text; what is cut off is replaced by an ellipsis. */
void html_text_cut(struct page *page, const char *text, size_t columns);
/* <tag class="name">text</tag>; class_name may be NULL, and the tag may have attributes. */
void html_element(struct page *page, const char *tag, const char *class_name, const char *text);
void html_elementf(struct page *page, const char *tag, const char *class_name, const char *format,
                   ...)
#ifdef __GNUC__
    __attribute__((format(printf, 4, 5)))
#endif
    ;
/* "low..high" as the report prints it, with a dash as books print it. */
void html_range(struct page *page, const char *tag, const char *class_name, const char *text);

/* A box that scrolls by itself where the table in it is wider than the page. */
void html_table_begin(struct page *page, const char *label);
void html_table_end(struct page *page);
/* A table that is folded away below a picture. */
void html_beside_begin(struct page *page, const char *label);
void html_beside_end(struct page *page);
/* The heading cells of a table, in a row of their own; the list ends with NULL. */
void html_headings(struct page *page, const char *const *headings);

/* The sections of the page. */
void html_rows(struct page *page, const struct report *report);
void html_risk(struct page *page, const struct report *report);
void html_forecast(struct page *page, const struct forecast *forecast);
void html_reading(struct page *page, const struct report *report);
void html_manifest(struct page *page, const struct dataset *data);
void html_claims(struct page *page, const struct dataset *data, const struct claim *claim);

/* The style of the page, in pieces, of which the Content-Security-Policy has the hash. Ends with
 * NULL. */
extern const char *const html_style[];

/* The whole report; forecast is NULL if there is none. `failed` is set if memory ran out. */
void html_report(struct page *page, const struct report *report, const struct forecast *forecast);
void html_free(struct page *page);
/* Writes the page to a file beside `path` and renames that, so that what stands at `path` is the
 * old file or the whole new one; "-" is standard output. Returns NULL, or what went wrong. */
const char *html_write(const struct page *page, const char *path);

#endif
