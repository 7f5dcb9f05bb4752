/* SPDX-License-Identifier: MIT */
/* The tables of the page: the rows of the report, how to read them, and the files behind them. */
#include "html.h"

static int is_number(enum column column)
{
    return column == COLUMN_RANK || column == COLUMN_SHARE || column == COLUMN_HHI ||
           column == COLUMN_EFFECTIVE || column == COLUMN_NAMED || column == COLUMN_TOP3 ||
           column == COLUMN_RELIANCE || column == COLUMN_SOURCE_HHI;
}

static void cell(struct page *page, const struct report *report, const struct report_row *row,
                 enum column column)
{
    char text[REPORT_CELL];

    report_cell(text, row, column, report->options->guideline);
    if (column == COLUMN_MINERAL)
        html_element(page, "th scope=\"row\"", NULL, text);
    else if (is_number(column))
        html_range(page, "td", "number", text);
    else
        html_element(page, "td", NULL, text);
}

void html_rows(struct page *page, const struct report *report)
{
    static const char *const headings[] = {"Rank",
                                           "Mineral",
                                           "Stage",
                                           "Largest producer",
                                           "Its share",
                                           "HHI, points",
                                           "Class",
                                           "Effective suppliers",
                                           "Named",
                                           "Top three",
                                           "US net import reliance",
                                           "Largest US source",
                                           "HHI of US sources",
                                           "Remarks",
                                           NULL};
    size_t i;
    int column;

    html_markup(page, "<div class=\"whole\">\n");
    html_table_begin(page, "All figures of each mineral");
    html_headings(page, headings);
    for (i = 0; i < report->rows; ++i) {
        char note[REPORT_NOTE];
        html_markup(page, "<tr>");
        for (column = 0; column < COLUMN_COUNT; ++column)
            cell(page, report, &report->row[i], (enum column)column);
        report_note(note, report, &report->row[i]);
        html_element(page, "td", "remark", note);
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
    html_markup(page, "</div>\n");
}

static void term(struct page *page, const char *name, const char *meaning)
{
    html_markup(page, "<li><strong>");
    html_text(page, name);
    html_markup(page, ":</strong> ");
    html_text(page, meaning);
    html_markup(page, "</li>\n");
}

static void read_assumptions(struct page *page, const struct assumptions *assume)
{
    term(page, "Residual",
         assume->others_smaller
             ? "assumed that the named countries are the largest (--others-smaller), where the "
               "printed figures allow it"
             : "\"other countries\" may be in one hand or in any number of hands; nothing is "
               "assumed");
    term(page, "Withheld and not available",
         assume->withheld_in_total
             ? "assumed that the printed world total has them within (--withheld-in-total)"
             : "never zero and without an upper bound: printed world totals are what the other "
               "rows add up to");
    term(page, "Denominator", "the sum of the rows, not the rounded world total");
}

void html_reading(struct page *page, const struct report *report)
{
    html_markup(page, "<ul>\n");
    read_assumptions(page, &report->options->assume);
    term(page, "HHI",
         "the sum of the squared shares, 10,000 a monopoly. The interval holds every way of "
         "sharing out what is not named, and speaks of that alone, not of errors in the printed "
         "figures");
    term(page, "Effective suppliers", "how many equal ones would give that HHI");
    term(page, "Marks",
         "? cannot be told, or after a name: it may not be the largest; e estimated; * of the "
         "group, not of the mineral itself; > and < as published; E net exporter; W withheld; NA "
         "not available");
    term(page, "Cited, group", "no table of producers of the mineral exists: a proxy stands there");
    term(page, "Sources of imports",
         "by the last country they came from, which need not be where they were mined");
    html_markup(page, "</ul>\n");
}

void html_manifest(struct page *page, const struct dataset *data)
{
    static const char *const headings[] = {"File",    "What",    "Source", "Date",
                                           "Licence", "SHA-256", NULL};
    size_t i;

    if (data->manifests == 0) {
        html_element(page, "p", NULL, "The folder of --data has no manifest.csv.");
        return;
    }
    html_table_begin(page, "Files behind the report");
    html_headings(page, headings);
    for (i = 0; i < data->manifests; ++i) {
        const struct manifest_row *row = &data->manifest[i];
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL, row->file);
        html_element(page, "td", NULL, row->title);
        html_element(page, "td", NULL, row->source);
        html_element(page, "td", "number", row->date);
        html_element(page, "td", NULL, row->licence);
        html_element(page, "td", "sum", row->sha256);
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
}
