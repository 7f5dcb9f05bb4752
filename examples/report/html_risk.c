/* SPDX-License-Identifier: MIT */
/* The section of the page on what countries are like. */
#include "html.h"
#include "report_risk.h"

static void cells(struct page *page, const struct report_row *row)
{
    char text[REPORT_CELL];
    int of_group = row->risk.known && row->mineral->production_relation == RELATION_GROUP;

    row_title(row, text);
    html_elementf(page, "th scope=\"row\"", NULL, "%s%s", text, of_group ? " (of the group)" : "");
    if (row->risk.known) {
        risk_interval_text(text, &row->risk.stability, 1, "");
        html_range(page, "td", "number", text);
    } else {
        html_element(page, "td", NULL, row->risk.why);
    }
    risk_eu_text(text, &row->risk);
    html_element(page, "td", "number", text);
    if (row->risk.known)
        risk_interval_text(text, &row->risk.bloc, 100, " %");
    html_range(page, "td", "number", row->risk.known ? text : "-");
}

static void stages(struct page *page, const struct report *report, size_t first, size_t count)
{
    size_t i;

    html_markup(page, "<li><strong>");
    html_text(page, report->row[first].mineral->name);
    html_markup(page, ":</strong> ");
    for (i = first; i < first + count; ++i) {
        char text[REPORT_CELL];
        if (report->row[i].market == NULL)
            continue;
        risk_stage_text(text, &report->row[i]);
        html_text(page, text);
        html_text(page, i + 1 < first + count ? "; " : "");
    }
    html_markup(page, "</li>\n");
}

void html_risk(struct page *page, const struct report *report)
{
    static const char *const headings[] = {"Mineral", "Stability-weighted HHI, 0 to 10",
                                           "EU supply risk 2023", "Share of the bloc", NULL};
    size_t i, count, any = 0;

    html_elementf(page, "p", NULL, "Weighted HHI: %s. %s Bloc: share of %s, %zu countries.",
                  risk_meaning, risk_eu_meaning, report->bloc.name, report->bloc.members);
    html_table_begin(page, "Risk of the countries, and share of the bloc");
    html_headings(page, headings);
    for (i = 0; i < report->rows; ++i) {
        html_markup(page, "<tr>");
        cells(page, &report->row[i]);
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
    for (i = 0; i < report->rows; ++i) {
        count = risk_stages(report, i);
        if (count > 0 && any++ == 0)
            html_markup(page, "<p>Stages of one mineral, side by side:</p>\n<ul>\n");
        if (count > 0)
            stages(page, report, i, count);
    }
    html_markup(page, any > 0 ? "</ul>\n" : "");
}
