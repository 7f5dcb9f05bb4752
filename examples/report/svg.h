/* SPDX-License-Identifier: MIT */
/* Pictures of the page.
 *
 * A picture is as wide as the page and as high as it says: places across are percentages, places
 * down are pixels, and nothing is scaled. So text has the size of text on a phone and on a desk.
 */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "claim.h"
#include "html.h"

/* What a line of text across a phone has room for. */
#define SVG_NARROW 36
#define SVG_WIDE   92

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* A figure with a picture in it: id is a word for its ids, title and description are read out in
 * place of the picture. svg_end closes the picture, and the caller the figure. */
void svg_begin(struct page *page, const char *id, double height, const char *title,
               const char *description);
void svg_end(struct page *page);
/* Shapes; the class names the look. low and high are fractions of the width, 0 to 1. */
void svg_bar(struct page *page, const char *class_name, double low, double high, double y,
             double height);
void svg_upright(struct page *page, const char *class_name, double at, double top, double bottom);
void svg_level(struct page *page, const char *class_name, double low, double high, double y);
void svg_dot(struct page *page, const char *class_name, double at, double y);
/* A curve, polygon or polyline, in a box as high as the picture in which 0 to 100 is its width, since
 * points know no percentages; the caller writes them and svg_end_curve closes it. */
void svg_begin_curve(struct page *page, double height, const char *shape, const char *class_name);
void svg_end_curve(struct page *page);
void svg_text(struct page *page, const char *class_name, enum anchor anchor, double at, double y,
              const char *text);
/* Text from the left edge, cut to what a phone or a desk has room for. */
void svg_line_of_text(struct page *page, const char *class_name, double y, const char *text);

/* The figures: each with its caption and a table beside it. */
void svg_concentration(struct page *page, const struct report *report);
void svg_sources(struct page *page, const struct report *report);
void svg_magnets(struct page *page, const struct dataset *data, struct claim *scratch);
void svg_chain(struct page *page, const struct dataset *data, struct claim *scratch);

/* Ranges of answers, the bottleneck of one new chain, and the fan of the listed projects. */
struct forecast;
struct forecast_row;
void svg_forecast_ranges(struct page *page, const struct forecast_row *row, size_t rows,
                         const char *id, struct claim *scratch);
void svg_forecast_last(struct page *page, const struct forecast *forecast, struct claim *scratch);
void svg_forecast_fan(struct page *page, const struct forecast *forecast, struct claim *scratch);

/* "2029.3, lost again 2042.4", or the state in words. */
const char *svg_when_text(struct claim *scratch, const minrisk_when *when, double base);

#endif
