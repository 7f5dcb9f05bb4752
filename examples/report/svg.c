/* SPDX-License-Identifier: MIT */
#include "svg.h"

void svg_begin(struct page *page, const char *id, double height, const char *title,
               const char *description)
{
    html_markup(page, "<svg role=\"img\" aria-labelledby=\"");
    html_markup(page, id);
    html_markup(page, "-title ");
    html_markup(page, id);
    html_numbers(page, "-desc\" width=\"100%%\" height=\"%.0f\">\n<title id=\"", height);
    html_markup(page, id);
    html_markup(page, "-title\">");
    html_text(page, title);
    html_markup(page, "</title>\n<desc id=\"");
    html_markup(page, id);
    html_markup(page, "-desc\">");
    html_text(page, description);
    html_markup(page, "</desc>\n");
}

void svg_end(struct page *page)
{
    html_markup(page, "</svg>\n");
}

static void open_shape(struct page *page, const char *shape, const char *class_name)
{
    html_markup(page, "<");
    html_markup(page, shape);
    html_markup(page, " class=\"");
    html_markup(page, class_name);
    html_markup(page, "\"");
}

void svg_bar(struct page *page, const char *class_name, double low, double high, double y,
             double height)
{
    if (!(high > low))
        return;
    open_shape(page, "rect", class_name);
    html_numbers(page, " x=\"%.3f%%\" y=\"%.1f\" width=\"%.3f%%\" height=\"%.1f\"/>\n", 100 * low,
                 y, 100 * (high - low), height);
}

void svg_upright(struct page *page, const char *class_name, double at, double top, double bottom)
{
    open_shape(page, "line", class_name);
    html_numbers(page, " x1=\"%.3f%%\" x2=\"%.3f%%\" y1=\"%.1f\" y2=\"%.1f\"/>\n", 100 * at,
                 100 * at, top, bottom);
}

void svg_level(struct page *page, const char *class_name, double low, double high, double y)
{
    open_shape(page, "line", class_name);
    html_numbers(page, " x1=\"%.3f%%\" x2=\"%.3f%%\" y1=\"%.1f\" y2=\"%.1f\"/>\n", 100 * low,
                 100 * high, y, y);
}

void svg_begin_curve(struct page *page, double height, const char *shape, const char *class_name)
{
    html_numbers(page,
                 "<svg x=\"0\" y=\"0\" width=\"100%%\" height=\"%.0f\" viewBox=\"0 0 100 %.0f\" "
                 "preserveAspectRatio=\"none\"><",
                 height, height);
    html_markup(page, shape);
    html_markup(page, " class=\"");
    html_markup(page, class_name);
    html_markup(page, "\" vector-effect=\"non-scaling-stroke\" points=\"");
}

void svg_end_curve(struct page *page)
{
    html_markup(page, "\"/></svg>\n");
}

void svg_dot(struct page *page, const char *class_name, double at, double y)
{
    open_shape(page, "circle", class_name);
    html_numbers(page, " cx=\"%.3f%%\" cy=\"%.1f\" r=\"5\"/>\n", 100 * at, y);
}

static void open_text(struct page *page, const char *class_name, enum anchor anchor, double at,
                      double y)
{
    static const char *const anchors[] = {"start", "middle", "end"};

    open_shape(page, "text", class_name);
    html_numbers(page, " x=\"%.3f%%\" y=\"%.1f\" text-anchor=\"", 100 * at, y);
    html_markup(page, anchors[anchor]);
    html_markup(page, "\">");
}

void svg_text(struct page *page, const char *class_name, enum anchor anchor, double at, double y,
              const char *text)
{
    open_text(page, class_name, anchor, at, y);
    html_text_cut(page, text, SVG_NARROW);
    html_markup(page, "</text>\n");
}

void svg_line_of_text(struct page *page, const char *class_name, double y, const char *text)
{
    if (text_columns(text) <= SVG_NARROW) {
        svg_text(page, class_name, ANCHOR_START, 0, y, text);
        return;
    }
    html_markup(page, "<g class=\"narrow\">");
    svg_text(page, class_name, ANCHOR_START, 0, y, text);
    html_markup(page, "</g>\n<g class=\"wide\">");
    open_text(page, class_name, ANCHOR_START, 0, y);
    html_text_cut(page, text, SVG_WIDE);
    html_markup(page, "</text></g>\n");
}

const char *svg_when_text(struct claim *scratch, const minrisk_when *when, double base)
{
    if ((when->known & MINRISK_KNOWS_FIRST) == 0)
        return minrisk_when_text(when->status);
    if ((when->known & MINRISK_KNOWS_LOST) == 0)
        return claim_format(scratch, "%.1f", base + when->first);
    if (when->windows > 1 && (when->known & MINRISK_KNOWS_PERMANENT) != 0)
        return claim_format(scratch, "%.1f, lost again %.1f, back for good %.1f",
                            base + when->first, base + when->lost, base + when->permanent);
    if (when->windows > 1)
        return claim_format(scratch, "%.1f, lost again %.1f, the first of %lu spells",
                            base + when->first, base + when->lost, (unsigned long)when->windows);
    return claim_format(scratch, "%.1f, lost again %.1f", base + when->first, base + when->lost);
}
