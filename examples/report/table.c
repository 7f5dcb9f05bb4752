/* SPDX-License-Identifier: MIT */
/* The table of the terminal: one wide table, two narrower ones, or a card for each row. */
#include "report_risk.h"
#include "report.h"

#include <math.h>
#include <string.h>

#define ONE_TABLE  144 /* columns that it takes */
#define TWO_TABLES 79
#define CELL       REPORT_CELL

/* --- the text of a cell ----------------------------------------------------------------------- */

static const struct {
    const char *heading, *second, *label;
    int width; /* negative: aligned on the right */
} columns[COLUMN_COUNT] = {
    {"", "#", "rank", -2},
    {"", "Mineral", "mineral", 13},
    {"", "Stage", "stage", 13},
    {"Largest", "producer", "largest producer", 13},
    {"Its", "share", "its share", -10},
    {"HHI,", "points", "HHI of producers", -13},
    {"", "Class", "class", 9},
    {"Effective", "suppliers", "effective suppliers", -9},
    {"", "Named", "named", -8},
    {"", "Top 3", "top three", -8},
    {"US net", "imports", "US net import reliance", -8},
    {"Largest US", "source", "largest US source", 13},
    {"HHI of US", "sources", "HHI of US sources", -13},
};

/* A number with its thousands apart. */
static void put_thousands(char *text, size_t size, double value)
{
    unsigned long n = (unsigned long)value;

    if (n >= 1000)
        (void)snprintf(text, size, "%lu,%03lu", n / 1000, n % 1000);
    else
        (void)snprintf(text, size, "%lu", n);
}

/* An interval known to the last bit is a point and rounds to nearest; a wider one outwards. */
static void points_text(char text[CELL], const minrisk_interval *hhi)
{
    double low = minrisk_to_points(hhi->low), high = minrisk_to_points(hhi->high);
    char from[32], to[32];

    if (hhi->high - hhi->low < 1e-9)
        low = high = floor(low + .5);
    /* Less slack than any point counts: 3,390 rounded up in its last bit stays 3,390. */
    put_thousands(from, sizeof from, floor(low + 1e-6));
    put_thousands(to, sizeof to, ceil(high - 1e-6));
    if (strcmp(from, to) == 0)
        (void)snprintf(text, CELL, "%s", from);
    else
        (void)snprintf(text, CELL, "%s..%s", from, to);
}

static void share_text(char text[CELL], const minrisk_interval *share)
{
    double low = 100 * share->low, high = 100 * share->high;

    if (high - low < 1e-9)
        (void)snprintf(text, CELL, "%.1f %%", low);
    else
        (void)snprintf(text, CELL, "%.0f..%.0f %%", floor(low + 1e-9), ceil(high - 1e-9));
}

static void effective_text(char text[CELL], const minrisk_interval *effective)
{
    double low = effective->low, high = effective->high;

    if (!(high < 1000))
        (void)snprintf(text, CELL, "%.1f..any", floor(10 * low + 1e-9) / 10);
    else if (high - low < 1e-9)
        (void)snprintf(text, CELL, "%.1f", low);
    else
        (void)snprintf(text, CELL, "%.1f..%.1f", floor(10 * low + 1e-9) / 10,
                       ceil(10 * high - 1e-9) / 10);
}

static void class_text(char text[CELL], const struct report_row *row, int32_t guideline)
{
    minrisk_interval hhi;
    int32_t level[2];

    if (!row_hhi(row, &hhi)) {
        (void)snprintf(text, CELL, "?");
        return;
    }
    classify_interval(&hhi, guideline, level);
    (void)snprintf(text, CELL, "%s", level[0] == level[1] ? level_name(level[0]) : "straddles");
}

/* "largest producer share (South Africa)" -> South Africa */
static void cited_leader(char text[CELL], const struct cited *cited)
{
    const char *open = strchr(cited->figure, '('), *close = strrchr(cited->figure, ')');

    if (open == NULL || close == NULL || close < open)
        (void)snprintf(text, CELL, "?");
    else
        (void)snprintf(text, CELL, "%.*s", (int)(close - open - 1), open + 1);
}

static void leader_text(char text[CELL], const struct report_row *row)
{
    if (row->production.leader != NULL)
        (void)snprintf(text, CELL, "%.100s%s", row->production.leader->name,
                       row->production.leader_certain ? "" : "?");
    else if (row->leader != NULL)
        cited_leader(text, row->leader);
    else
        (void)snprintf(text, CELL, "?");
}

static void leader_share_text(char text[CELL], const struct report_row *row)
{
    minrisk_interval share = row->production.leader_share;

    if (row->leader != NULL) {
        share.low = row->leader->low;
        share.high = row->leader->high;
    } else if (row->production.leader == NULL) {
        (void)snprintf(text, CELL, "?");
        return;
    }
    share_text(text, &share);
}

/* A star where the figure is that of a group. */
static const char *group_mark(enum relation relation)
{
    return relation == RELATION_GROUP ? "*" : "";
}

static int is_estimated(const struct reliance_row *reliance)
{
    return strncmp(reliance->note, "Estimated", 9) == 0;
}

static void reliance_text(char text[CELL], const struct report_row *row)
{
    const struct reliance_row *reliance = row->reliance;
    const char *mark = group_mark(row->mineral->reliance_relation);

    if (reliance == NULL)
        (void)snprintf(text, CELL, "?");
    else if (reliance->percent.kind == FIGURE_BLANK)
        (void)snprintf(text, CELL, "NA%s", mark);
    else if (reliance->percent.kind == FIGURE_UNDER_HALF || reliance->percent.kind == FIGURE_ZERO)
        (void)snprintf(text, CELL, "%s %%%s%s",
                       reliance->percent.kind == FIGURE_ZERO ? "0" : "<0.5",
                       is_estimated(reliance) ? "e" : "", mark);
    else if (figure_has_number(&reliance->percent))
        (void)snprintf(text, CELL, "%.60s %%%s%s", reliance->percent.raw,
                       is_estimated(reliance) ? "e" : "", mark);
    else
        (void)snprintf(text, CELL, "%.60s%s%s", reliance->percent.raw,
                       is_estimated(reliance) ? " e" : "", mark);
}

static void source_text(char text[CELL], const struct report_row *row)
{
    const char *mark = group_mark(row->mineral->imports_relation);

    if (!row->sources.known || row->sources.leader == NULL) {
        (void)snprintf(text, CELL, "?");
        return;
    }
    (void)snprintf(text, CELL, "%.60s%s%s", row->sources.leader->name,
                   row->sources.leader_certain ? "" : "?", mark);
}

static void source_hhi_text(char text[CELL], const struct report_row *row)
{
    char points[CELL];

    if (!row->sources.known) {
        (void)snprintf(text, CELL, "?");
        return;
    }
    points_text(points, &row->sources.hhi);
    (void)snprintf(text, CELL, "%.100s%s", points, group_mark(row->mineral->imports_relation));
}

static void hhi_text(char text[CELL], const struct report_row *row)
{
    minrisk_interval hhi;

    if (row_hhi(row, &hhi))
        points_text(text, &hhi);
    else
        (void)snprintf(text, CELL, "?");
}

static void effective_cell(char text[CELL], const struct report_row *row)
{
    minrisk_interval effective = row->production.effective;

    if (row->hhi != NULL) {
        effective.low = 1 / row->hhi->high;
        effective.high = 1 / row->hhi->low;
    } else if (!row->production.known) {
        (void)snprintf(text, CELL, "?");
        return;
    }
    effective_text(text, &effective);
}

static void known_share(char text[CELL], const struct report_row *row,
                        const minrisk_interval *share)
{
    if (row->production.known)
        share_text(text, share);
    else
        (void)snprintf(text, CELL, "?");
}

static void rank_text(char text[CELL], const struct report_row *row)
{
    if (row->mineral->rank > 0)
        (void)snprintf(text, CELL, "%d", row->mineral->rank);
    else
        (void)snprintf(text, CELL, "-");
}

static void stage_text(char text[CELL], const struct report_row *row)
{
    if (row->market != NULL)
        stage_name(row->market, text, CELL);
    else
        (void)snprintf(text, CELL, "%s", row->hhi != NULL || row->leader != NULL ? "cited" : "?");
}

void report_cell(char text[CELL], const struct report_row *row, enum column column,
                 int32_t guideline)
{
    switch (column) {
    case COLUMN_RANK:
        rank_text(text, row);
        break;
    case COLUMN_MINERAL:
        (void)snprintf(text, CELL, "%.100s", row->mineral->name);
        break;
    case COLUMN_STAGE:
        stage_text(text, row);
        break;
    case COLUMN_LEADER:
        leader_text(text, row);
        break;
    case COLUMN_SHARE:
        leader_share_text(text, row);
        break;
    case COLUMN_HHI:
        hhi_text(text, row);
        break;
    case COLUMN_CLASS:
        class_text(text, row, guideline);
        break;
    case COLUMN_EFFECTIVE:
        effective_cell(text, row);
        break;
    case COLUMN_NAMED:
        known_share(text, row, &row->production.coverage);
        break;
    case COLUMN_TOP3:
        known_share(text, row, &row->production.top3);
        break;
    case COLUMN_RELIANCE:
        reliance_text(text, row);
        break;
    case COLUMN_SOURCE:
        source_text(text, row);
        break;
    case COLUMN_SOURCE_HHI:
        source_hhi_text(text, row);
        break;
    case COLUMN_COUNT:
        text[0] = '\0';
        break;
    }
}

/* --- what stands below a row ------------------------------------------------------------------ */

/* Adds to a text that has room for NOTE bytes. */
#define NOTE REPORT_NOTE

static void note_add(char note[NOTE], const char *format, const char *text)
{
    size_t used = strlen(note);

    if (used > 0 && used + 3 < NOTE) {
        memcpy(note + used, "; ", 3);
        used += 2;
    }
    (void)snprintf(note + used, NOTE - used, format, text);
}

static void note_cited(char note[NOTE], const struct report *report, const struct report_row *row)
{
    const struct dataset *data = report->data;
    size_t i;

    for (i = 0; i < data->citeds; ++i) {
        const struct cited *each = &data->cited[i];
        minrisk_interval value = {0, 0};
        char text[2 * CELL + 64], points[CELL];
        if (strcmp(each->mineral, row->mineral->name) != 0 || strcmp(each->unit, "fraction") != 0)
            continue;
        value.low = each->low;
        value.high = each->high;
        if (strcmp(each->figure, "HHI") == 0)
            points_text(points, &value);
        else
            share_text(points, &value);
        (void)snprintf(text, sizeof text, "%.80s, %.20s (%.40s)", each->source, each->period,
                       points);
        note_add(note, "cited: %s", text);
    }
}

static void note_withheld(char note[NOTE], const struct report_row *row)
{
    size_t i;

    for (i = 0; i < row->market->suppliers; ++i) {
        const struct supplier *supplier = &row->market->supplier[i];
        char text[CELL];
        if (figure_has_number(&supplier->quantity))
            continue;
        (void)snprintf(text, sizeof text, "%.80s %s", supplier->name,
                       supplier->quantity.kind == FIGURE_WITHHELD ? "withheld" : "not available");
        note_add(note, "%s", text);
    }
}

/* The HHI that would be read if what is not known were left out: beside an interval that it makes
 * wide, so that a reader sees what the known figures say. */
static void note_known_alone(char note[NOTE], const struct report_row *row)
{
    struct assumptions none = {0, 0};
    struct market known = *row->market;
    struct concentration alone;
    struct supplier kept[MAX_SUPPLIERS];
    char points[CELL];
    size_t i;

    known.supplier = kept;
    known.suppliers = 0;
    for (i = 0; i < row->market->suppliers; ++i) {
        if (figure_has_number(&row->market->supplier[i].quantity))
            kept[known.suppliers++] = row->market->supplier[i];
    }
    if (market_concentration(&known, &none, &alone) != 0)
        return;
    points_text(points, &alone.hhi);
    note_add(note, "HHI of the others alone %s", points);
}

void report_note(char note[NOTE], const struct report *report, const struct report_row *row)
{
    const struct mineral *mineral = row->mineral;

    note[0] = '\0';
    if (row->market != NULL)
        note_add(note, row->market->estimated ? "%se" : "%s", row->market->period);
    if (row->market != NULL && mineral->production_relation == RELATION_GROUP)
        note_add(note, "group: %.80s", mineral->production);
    if (row->hhi != NULL || row->leader != NULL)
        note_cited(note, report, row);
    else if (row->market == NULL)
        note_add(note, "%s", "no table of producers");
    if (mineral->note[0] != '\0')
        note_add(note, "%.200s", mineral->note);
    if (row->market == NULL)
        return;
    note_withheld(note, row);
    if (row->production.why[0] != '\0')
        note_add(note, "%s", row->production.why);
    if (row->production.unknown > 0 && row->production.known)
        note_known_alone(note, row);
    if (!row->production.known && row->market->suppliers == 0 && row->market->has_world)
        note_add(note, "world: %.60s", row->market->world.raw);
}

static enum style class_style(const struct report_row *row, int32_t guideline)
{
    minrisk_interval hhi;
    int32_t level[2];

    if (!row_hhi(row, &hhi))
        return STYLE_WARNING;
    classify_interval(&hhi, guideline, level);
    if (level[0] != level[1])
        return STYLE_WARNING;
    return level[0] == MINRISK_HIGH       ? STYLE_BAD
           : level[0] == MINRISK_MODERATE ? STYLE_WARNING
                                          : STYLE_GOOD;
}

static void row_bar(struct out *out, const struct report_row *row, int width)
{
    minrisk_interval share = row->production.leader_share;

    if (row->leader != NULL) {
        share.low = row->leader->low;
        share.high = row->leader->high;
    }
    /* Nothing is known of the largest: it may be anything. */
    if (row->leader == NULL && row->production.leader == NULL)
        share.high = 1;
    out_bar(out, width, share.low, share.high);
}

/* --- the three layouts ------------------------------------------------------------------------ */

static const enum column first_columns[] = {COLUMN_RANK,   COLUMN_MINERAL, COLUMN_STAGE,
                                            COLUMN_LEADER, COLUMN_SHARE,   COLUMN_HHI,
                                            COLUMN_CLASS};
static const enum column second_columns[] = {COLUMN_MINERAL,   COLUMN_EFFECTIVE, COLUMN_NAMED,
                                             COLUMN_TOP3,      COLUMN_RELIANCE,  COLUMN_SOURCE,
                                             COLUMN_SOURCE_HHI};
static const enum column all_columns[] = {
    COLUMN_RANK,     COLUMN_MINERAL, COLUMN_STAGE,     COLUMN_LEADER, COLUMN_SHARE,
    COLUMN_HHI,      COLUMN_CLASS,   COLUMN_EFFECTIVE, COLUMN_NAMED,  COLUMN_TOP3,
    COLUMN_RELIANCE, COLUMN_SOURCE,  COLUMN_SOURCE_HHI};

/* A cell of a line, the last of which is not padded. */
static void put_cell(struct out *out, int width, const char *text, int is_last)
{
    int used = (int)text_columns(text);

    out_cell(out, is_last && used < width ? used : width, text);
}

static void heading_line(struct out *out, const enum column *shown, size_t n, int second)
{
    size_t i;

    out_style(out, STYLE_FAINT);
    for (i = 0; i < n; ++i) {
        out_text(out, i > 0 ? " " : "");
        put_cell(out, columns[shown[i]].width,
                 second ? columns[shown[i]].second : columns[shown[i]].heading, i + 1 == n);
    }
    out_style(out, STYLE_PLAIN);
    out_text(out, "\n");
}

static void cells(struct out *out, const struct report_row *row, const enum column *shown, size_t n,
                  int32_t guideline)
{
    size_t i;

    for (i = 0; i < n; ++i) {
        char text[CELL];
        report_cell(text, row, shown[i], guideline);
        if (shown[0] == COLUMN_MINERAL && i == 0 && row->of_several) {
            char stage[CELL];
            stage_text(stage, row);
            (void)snprintf(text, sizeof text, "%.60s %.60s", row->mineral->name, stage);
        }
        out_text(out, i > 0 ? " " : "");
        if (shown[i] == COLUMN_CLASS)
            out_style(out, class_style(row, guideline));
        put_cell(out, columns[shown[i]].width, text, i + 1 == n);
        if (shown[i] == COLUMN_CLASS)
            out_style(out, STYLE_PLAIN);
    }
    out_text(out, "\n");
}

static void bar_and_note(struct out *out, const struct report *report, const struct report_row *row,
                         int indent)
{
    char note[NOTE];
    int width = out->width < 60 ? 16 : out->width < 120 ? 20 : 40;

    report_note(note, report, row);
    out_format(out, "%*s", indent, "");
    row_bar(out, row, width);
    out_text(out, " ");
    out_wrap_at(out, indent + width + 3, indent + width + 3, note);
}

static void tables(struct out *out, const struct report *report, const enum column *shown, size_t n,
                   int bars)
{
    size_t i;

    heading_line(out, shown, n, 0);
    heading_line(out, shown, n, 1);
    for (i = 0; i < report->rows; ++i) {
        cells(out, &report->row[i], shown, n, report->options->guideline);
        if (bars)
            bar_and_note(out, report, &report->row[i], 3);
    }
}

static void cards(struct out *out, const struct report *report)
{
    size_t i, k;

    for (i = 0; i < report->rows; ++i) {
        const struct report_row *row = &report->row[i];
        char text[CELL];
        rank_text(text, row);
        out_style(out, STYLE_HEADING);
        out_format(out, "%s %.80s\n", text, row->mineral->name);
        out_style(out, STYLE_PLAIN);
        bar_and_note(out, report, row, 2);
        for (k = COLUMN_STAGE; k < COLUMN_COUNT; ++k) {
            report_cell(text, row, (enum column)k, report->options->guideline);
            out_text(out, "  ");
            out_cell(out, 23, columns[k].label);
            out_wrap_at(out, 25, 25, text);
        }
        out_text(out, "\n");
    }
}

/* --- the whole -------------------------------------------------------------------------------- */

static void title(struct out *out, const struct report *report)
{
    const struct options *options = report->options;

    out_heading(out, options->name_count > 0    ? "SUPPLY OF THE MINERALS ASKED FOR"
                     : report->data->ranks == 0 ? "SUPPLY OF ALL THAT THE FILES NAME"
                     : options->all             ? "SUPPLY OF EVERY CRITICAL MINERAL"
                                    : "SUPPLY OF THE MINERALS RANKED HIGHEST IN THE 2025 US LIST");
    out_wrapf(out, 0, 0,
              "Who produces them, how concentrated that is, and how the United States depends on "
              "it. %s; HHI in points of 10,000, guideline %ld; e: estimated; ?: cannot be told.",
              options->assume.others_smaller
                  ? "Nobody in a residual is taken to be larger than the "
                    "smallest named country"
                  : "A residual may be in one hand or in any number",
              (long)options->guideline);
    out_text(out, "\n");
}

static void explain(struct out *out, const char *term, const char *text)
{
    out_wrapf(out, 2, 4, "%s: %s", term, text);
}

static void explain_columns(struct out *out, const struct report *report)
{
    explain(
        out, "Largest producer, its share",
        "the named country with the largest figure, of the sum of all rows; \"?\" after a name: "
        "it may not be the largest, as a residual or a withheld figure may hide a larger one. "
        "Bar: # at least, : at most");
    explain(out, "HHI",
            "Herfindahl-Hirschman index: the sum of the squared shares, 10,000 a "
            "monopoly. low..high holds every way of sharing out what is not named; "
            "it speaks of that alone, not of errors in the printed figures");
    explain(out, "Class",
            report->options->guideline == MINRISK_GUIDELINE_2010
                ? "US merger guidelines of 2010: low below 1,500, high above 2,500; "
                  "straddles: the interval crosses a threshold"
                : "US merger guidelines: low below 1,000, high above 1,800; straddles: "
                  "the interval crosses a threshold");
    explain(out, "Effective suppliers", "how many equal ones would give that HHI; any: no limit");
    explain(out, "Named", "share of supply in rows of one country with a number");
    explain(out, "Top 3", "share of the three largest suppliers, whoever they are");
    explain(out, "US net import reliance",
            "percent of consumption, as published: > and < are censored, E is a net exporter, NA "
            "not available, W withheld");
    explain(
        out, "Largest US source, HHI of US sources",
        "direct imports by last country, 2021-2024: where it was shipped from, not where it was "
        "mined");
    explain(out, "*",
            "of the group, not of the mineral itself. group, cited: no table of "
            "producers of the mineral exists, and what stands here is a proxy");
}

static void explain_assumptions(struct out *out, const struct report *report)
{
    const struct assumptions *assume = &report->options->assume;

    explain(out, "Residual",
            assume->others_smaller
                ? "assumed that the named countries are the largest "
                  "(--others-smaller), where the printed figures allow it"
                : "nothing is assumed; --others-smaller takes the named countries "
                  "to be the largest");
    explain(out, "Withheld (W) and not available (NA)",
            assume->withheld_in_total
                ? "assumed that the printed world total has them within (--withheld-in-total)"
                : "never zero and without an upper bound: the printed world totals are what the "
                  "other rows add up to. --withheld-in-total takes them to be within the total");
    explain(out, "Denominator", "the sum of the rows, not the rounded world total");
}

static void explain_ranks(struct out *out, const struct report *report)
{
    size_t i;

    for (i = 0; i < report->rows && report->data->embedded; ++i) {
        if (report->row[i].mineral->rank > 10) {
            explain(out, "#",
                    "order of risk in the 2025 US list; places after the tenth rest on one "
                    "secondary source");
            return;
        }
    }
    if (report->data->ranks > 0)
        explain(out, "#", "order of risk in the 2025 US list");
}

/* What is not there is said, not passed over. */
static void explain_absent(struct out *out, const struct dataset *data)
{
    char text[1024] = "";
    size_t i, used = 0;

    for (i = 0; i < data->absents && used + 128 < sizeof text; ++i)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s (%s)", i > 0 ? ", " : "",
                                 data->absent[i].what, data->absent[i].file);
    if (data->absents > 0)
        explain(out, "Left out, as the folder has no such file", text);
}

static void explain_sources(struct out *out, const struct report *report)
{
    const struct dataset *data = report->data;

    explain(out, "Sources",
            data->embedded ? "US Geological Survey, Mineral Commodity Summaries 2026; Open-File "
                             "Report 2025-1047; figures cited per row. --manifest lists all files "
                             "with source, date, licence and sha256; --json gives file and row of "
                             "every figure"
                           : "the files of --data; --json gives file and row of every figure");
}

void report_table(const struct report *report, struct out *out)
{
    title(out, report);
    if (out->width >= ONE_TABLE) {
        tables(out, report, all_columns, sizeof all_columns / sizeof *all_columns, 1);
    } else if (out->width >= TWO_TABLES) {
        tables(out, report, first_columns, sizeof first_columns / sizeof *first_columns, 1);
        out_text(out, "\n");
        tables(out, report, second_columns, sizeof second_columns / sizeof *second_columns, 0);
    } else {
        cards(out, report);
    }
    risk_table(report, out);
    out_heading(out, "HOW TO READ IT");
    explain_ranks(out, report);
    explain_columns(out, report);
    explain_assumptions(out, report);
    explain_sources(out, report);
    explain_absent(out, report->data);
}

void manifest_table(const struct dataset *data, struct out *out)
{
    size_t i;

    if (data->manifests == 0)
        out_text(out, "The folder has no manifest.csv.\n");
    for (i = 0; i < data->manifests; ++i) {
        const struct manifest_row *row = &data->manifest[i];
        out_wrapf(out, 0, 2, "%s: %s", row->file, row->title);
        out_wrapf(out, 2, 4, "source: %s", row->source);
        out_wrapf(out, 2, 4, "date: %s; licence: %s", row->date, row->licence);
        out_wrapf(out, 2, 4, "sha256: %s", row->sha256);
    }
}
