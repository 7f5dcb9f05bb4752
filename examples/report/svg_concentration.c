/* SPDX-License-Identifier: MIT */
/* How concentrated production is: an interval for each row, on a scale from 0 to a monopoly. */
#include "svg.h"

#include <string.h>

#define AXIS 22.0 /* pixels above the first row */
#define ROW  58.0

struct thresholds {
    double lower, upper;
};

/* Where the classes of the guideline end, asked of the library: half a point apart is enough, as
 * the thresholds are whole hundreds of points. */
static struct thresholds find_thresholds(int32_t guideline)
{
    struct thresholds found = {0, 0};
    int points;

    for (points = 50; points < 10000; points += 100) {
        int32_t level = MINRISK_UNCONCENTRATED;
        (void)minrisk_classify(points / 10000.0, guideline, &level);
        if (level >= MINRISK_MODERATE && found.lower <= 0)
            found.lower = (points - 50) / 10000.0;
        if (level >= MINRISK_HIGH && found.upper <= 0)
            found.upper = (points - 50) / 10000.0;
    }
    return found;
}

static void axis(struct page *page, const struct thresholds *at, struct claim *scratch)
{
    svg_text(page, "tick", ANCHOR_MIDDLE, at->lower, 12, number_text(scratch, 10000 * at->lower));
    svg_text(page, "tick", ANCHOR_START, at->upper, 12, number_text(scratch, 10000 * at->upper));
    svg_text(page, "tick", ANCHOR_END, 1, 12, "10,000: one supplier");
}

static const char *row_title(struct claim *scratch, const struct report_row *row)
{
    char stage[REPORT_CELL];
    const char *name = row->mineral->name;

    report_cell(stage, row, COLUMN_STAGE, MINRISK_GUIDELINE_2023);
    if (row->mineral->production_relation == RELATION_GROUP)
        return claim_format(scratch, "%s (group: %s), %s", name, row->mineral->production, stage);
    return claim_format(scratch, "%s%s%s", name, stage[0] == '?' ? "" : ", ",
                        stage[0] == '?' ? "" : stage);
}

/* The two dots of the terminal, as books print them. */
static const char *dashed(struct claim *scratch, const char *text)
{
    const char *dots = strstr(text, "..");

    return dots == NULL ? text
                        : claim_format(scratch, "%.*s–%s", (int)(dots - text), text, dots + 2);
}

static const char *row_value(struct claim *scratch, const struct report_row *row, int32_t guideline)
{
    char hhi[REPORT_CELL], level[REPORT_CELL], leader[REPORT_CELL], share[REPORT_CELL];

    report_cell(hhi, row, COLUMN_HHI, guideline);
    report_cell(level, row, COLUMN_CLASS, guideline);
    report_cell(leader, row, COLUMN_LEADER, guideline);
    report_cell(share, row, COLUMN_SHARE, guideline);
    if (hhi[0] == '?')
        return claim_format(scratch, "cannot be told: %s",
                            row->market == NULL      ? "no table of producers"
                            : row->production.why[0] ? row->production.why
                                                     : "no figures");
    if (leader[0] == '?')
        return claim_format(scratch, "%s, %s", dashed(scratch, hhi), level);
    return claim_format(scratch, "%s, %s; %s %s", dashed(scratch, hhi), level, leader,
                        dashed(scratch, share));
}

/* Light around the dashes keeps them apart from a filled bar. */
static void draw_threshold(struct page *page, double at, double y)
{
    svg_upright(page, "around", at, y + 17, y + 37);
    svg_upright(page, "threshold", at, y + 17, y + 37);
}

static void draw_row(struct page *page, const struct report *report, const struct report_row *row,
                     double y, struct claim *scratch)
{
    struct thresholds at = find_thresholds(report->options->guideline);
    minrisk_interval hhi;

    svg_line_of_text(page, "name", y + 13, row_title(scratch, row));
    svg_bar(page, "track", 0, 1, y + 20, 14);
    if (row_hhi(row, &hhi)) {
        svg_bar(page, "sure", 0, hhi.low, y + 20, 14);
        svg_bar(page, "maybe", hhi.low, hhi.high, y + 20, 14);
        svg_upright(page, "end", hhi.low, y + 18, y + 36);
        svg_upright(page, "end", hhi.high, y + 18, y + 36);
    } else {
        svg_bar(page, "maybe", 0, 1, y + 20, 14);
    }
    draw_threshold(page, at.lower, y);
    draw_threshold(page, at.upper, y);
    svg_line_of_text(page, "value", y + 49, row_value(scratch, row, report->options->guideline));
}

static void table(struct page *page, const struct report *report)
{
    static const char *const headings[] = {"Mineral", "Stage", "HHI, points",         "Class",
                                           "Largest", "Share", "Effective suppliers", NULL};
    static const enum column shown[] = {COLUMN_STAGE,  COLUMN_HHI,   COLUMN_CLASS,
                                        COLUMN_LEADER, COLUMN_SHARE, COLUMN_EFFECTIVE};
    size_t i, k;

    html_beside_begin(page, "Concentration of production");
    html_headings(page, headings);
    for (i = 0; i < report->rows; ++i) {
        const struct report_row *row = &report->row[i];
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL, row->mineral->name);
        for (k = 0; k < sizeof shown / sizeof *shown; ++k) {
            char text[REPORT_CELL];
            report_cell(text, row, shown[k], report->options->guideline);
            html_range(page, "td", NULL, text);
        }
        html_markup(page, "</tr>\n");
    }
    html_beside_end(page);
}

static const char *describe(const struct report *report, struct claim *scratch)
{
    struct thresholds at = find_thresholds(report->options->guideline);

    return claim_format(scratch,
                        "%zu bars on a scale from 0 to 10000 points, one for each mineral and "
                        "stage: filled up to the least HHI that the figures allow, hatched up to "
                        "the greatest, hatched throughout where nothing can be told. Dashed lines "
                        "mark %.0f and %.0f points. The table below has the figures.",
                        report->rows, 10000 * at.lower, 10000 * at.upper);
}

void svg_concentration(struct page *page, const struct report *report)
{
    struct thresholds at = find_thresholds(report->options->guideline);
    struct claim scratch = {0};
    size_t i;

    html_markup(page, "<figure>\n");
    svg_begin(page, "concentration", AXIS + ROW * (double)report->rows,
              "Concentration of production, with its interval", describe(report, &scratch));
    axis(page, &at, &scratch);
    for (i = 0; i < report->rows; ++i)
        draw_row(page, report, &report->row[i], AXIS + ROW * (double)i, &scratch);
    svg_end(page);
    html_elementf(page, "figcaption", NULL,
                  "Herfindahl-Hirschman index in points. Filled: at least; hatched: what the "
                  "figures leave open; dashed: the classes of the US merger guidelines of %ld, "
                  "high above %s.",
                  (long)report->options->guideline, number_text(&scratch, 10000 * at.upper));
    html_markup(page, "</figure>\n");
    table(page, report);
    page->failed |= scratch.failed;
    claim_free(&scratch);
}
