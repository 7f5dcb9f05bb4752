/* SPDX-License-Identifier: MIT */
/* Where the imports of the United States come from: a bar of shares for each table. */
#include "svg.h"

#include <string.h>

#define ROW 72.0

/* A segment narrower than this has no room for the code of its country on a phone. */
#define ROOM_FOR_CODE .11

static double quantity(const struct supplier *supplier)
{
    return figure_has_number(&supplier->quantity) ? supplier->quantity.low : 0;
}

static double total_of(const struct market *market)
{
    double total = 0;
    size_t i;

    for (i = 0; i < market->suppliers; ++i)
        total += quantity(&market->supplier[i]);
    return total;
}

/* Several minerals may share the table of a group; it is drawn once, at the first. */
static int is_first_of_table(const struct report *report, size_t row)
{
    size_t i;

    for (i = 0; i < row; ++i) {
        if (report->row[i].imports == report->row[row].imports)
            return 0;
    }
    return report->row[row].imports != NULL && total_of(report->row[row].imports) > 0;
}

static int is_listed(const struct report *report, size_t from, size_t row)
{
    size_t i;

    for (i = from; i < row; ++i) {
        if (report->row[i].imports == report->row[row].imports &&
            report->row[i].mineral == report->row[row].mineral)
            return 1;
    }
    return 0;
}

/* "Samarium, Dysprosium (group: Rare Earths)". */
static const char *minerals_of(struct claim *scratch, const struct report *report, size_t row)
{
    const struct market *market = report->row[row].imports;
    const char *text = "";
    size_t i;

    for (i = row; i < report->rows; ++i) {
        if (report->row[i].imports == market && !is_listed(report, row, i))
            text = claim_format(scratch, "%s%s%s", text, text[0] == '\0' ? "" : ", ",
                                report->row[i].mineral->name);
    }
    return report->row[row].mineral->imports_relation == RELATION_GROUP
               ? claim_format(scratch, "%s (group: %s)", text, market->commodity)
               : text;
}

/* "China 71, Malaysia 13, Other countries 5 %". */
static const char *shares_of(struct claim *scratch, const struct market *market)
{
    double total = total_of(market);
    const char *text = "";
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        text = claim_format(scratch, "%s%s%s ", text, i == 0 ? "" : ", ", supplier->name);
        text = figure_has_number(&supplier->quantity)
                   ? claim_format(scratch, "%s%.0f", text, 100 * quantity(supplier) / total)
                   : claim_format(scratch, "%s%s", text, supplier->quantity.raw);
    }
    return claim_format(scratch, "%s %%", text);
}

static void draw_segments(struct page *page, const struct market *market, double y)
{
    double total = total_of(market), from = 0;
    size_t i, named = 0;

    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        double to = from + quantity(supplier) / total;
        int is_country = supplier->kind == SUPPLIER_COUNTRY;
        svg_bar(page,
                !is_country  ? "maybe segment"
                : named == 0 ? "sure segment"
                             : "other segment",
                from, to, y, 24);
        if (is_country && to - from >= ROOM_FOR_CODE)
            svg_text(page, named == 0 ? "code on" : "code", ANCHOR_MIDDLE, from + (to - from) / 2,
                     y + 16.5, supplier->iso3);
        named += (size_t)is_country;
        from = to;
    }
}

static void draw(struct page *page, const struct report *report, size_t count)
{
    struct claim scratch = {0};
    double y = 0;
    size_t i;

    svg_begin(page, "sources", ROW * (double)count, "Sources of United States imports",
              claim_format(&scratch,
                           "%zu bars, each divided by the share of the countries that imports came "
                           "from; hatched: countries that are not named one by one. The table "
                           "below has the shares.",
                           count));
    for (i = 0; i < report->rows; ++i) {
        if (!is_first_of_table(report, i))
            continue;
        svg_line_of_text(page, "name", y + 13, minerals_of(&scratch, report, i));
        draw_segments(page, report->row[i].imports, y + 20);
        svg_line_of_text(page, "value", y + 59, shares_of(&scratch, report->row[i].imports));
        y += ROW;
    }
    svg_end(page);
    page->failed |= scratch.failed;
    claim_free(&scratch);
}

static void table_rows(struct page *page, const struct market *market, const char *minerals)
{
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL, minerals);
        html_elementf(page, "td", NULL, "%s: %s, %s", market->commodity, market->stage,
                      market->period);
        html_element(page, "td", NULL, supplier->name);
        html_elementf(page, "td", "number", "%s %%", supplier->quantity.raw);
        html_markup(page, "</tr>\n");
    }
}

static void table(struct page *page, const struct report *report)
{
    static const char *const headings[] = {"Mineral", "Table", "Source", "Share as printed", NULL};
    struct claim scratch = {0};
    size_t i;

    html_beside_begin(page, "Sources of US imports");
    html_headings(page, headings);
    for (i = 0; i < report->rows; ++i) {
        if (is_first_of_table(report, i))
            table_rows(page, report->row[i].imports, minerals_of(&scratch, report, i));
    }
    html_beside_end(page);
    page->failed |= scratch.failed;
    claim_free(&scratch);
}

void svg_sources(struct page *page, const struct report *report)
{
    size_t i, count = 0;

    for (i = 0; i < report->rows; ++i)
        count += (size_t)is_first_of_table(report, i);
    if (count == 0) {
        html_element(page, "p", NULL, "No table of import sources speaks of these minerals.");
        return;
    }
    html_markup(page, "<figure>\n");
    draw(page, report, count);
    html_element(page, "figcaption", NULL,
                 "Percent of imports, by the last country they came from, which need not be where "
                 "they were mined or refined. First: the largest named source; hatched: "
                 "countries that are not named. Shares are rounded by the source and may not add "
                 "up to 100.");
    html_markup(page, "</figure>\n");
    table(page, report);
}
