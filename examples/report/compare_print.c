/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <math.h>
#include <string.h>

#include "measure.h"

#define SHOWN_PARTS 6

static double points(double fraction)
{
    return minrisk_to_points(fraction);
}

/* "China 61 to 70 %", "was Chile 30 %, is Peru 31 %" or the name alone if the share stays. */
static void leader_change(char text[REPORT_CELL], const char *was, const char *was_share,
                          const char *is, const char *is_share)
{
    if (strcmp(was, is) != 0)
        (void)snprintf(text, REPORT_CELL, "%.30s, %.20s, was %.30s, %.20s", is, is_share, was,
                       was_share);
    else if (strcmp(was_share, is_share) == 0)
        (void)snprintf(text, REPORT_CELL, "%.60s, %.20s as before", is, is_share);
    else
        (void)snprintf(text, REPORT_CELL, "%.60s %.*s to %.20s", is, (int)strcspn(was_share, " "),
                       was_share, is_share);
}

static void hhi_change(char text[REPORT_CELL], const minrisk_interval *before,
                       const minrisk_interval *after)
{
    minrisk_interval change = compare_change(before, after);
    double low = points(change.low), high = points(change.high);

    if (high - low < 1e-5 && fabs(low) < .5)
        (void)snprintf(text, REPORT_CELL, "HHI as before");
    else if (high - low < 1e-5)
        (void)snprintf(text, REPORT_CELL, "HHI %s %.0f", low > 0 ? "up" : "down", fabs(low));
    else if (low > 0)
        (void)snprintf(text, REPORT_CELL, "HHI up %.0f to %.0f", floor(low), ceil(high));
    else if (high < 0)
        (void)snprintf(text, REPORT_CELL, "HHI down %.0f to %.0f", floor(-high), ceil(-low));
    else
        (void)snprintf(text, REPORT_CELL, "HHI may have gone either way");
}

static void cells_of(const struct comparison *comparison, const struct pair *pair,
                     enum column column, char was[REPORT_CELL], char is[REPORT_CELL])
{
    int32_t guideline = comparison->after->options->guideline;

    report_cell(was, pair->before, column, guideline);
    report_cell(is, pair->after, column, guideline);
}

static void print_production(const struct comparison *comparison, const struct pair *pair,
                             struct out *out)
{
    char was[REPORT_CELL], is[REPORT_CELL], was_share[REPORT_CELL], is_share[REPORT_CELL];
    char leader[REPORT_CELL], hhi[REPORT_CELL] = "HHI not known in both";
    char was_class[REPORT_CELL], is_class[REPORT_CELL];
    minrisk_interval before, after;

    cells_of(comparison, pair, COLUMN_LEADER, was, is);
    cells_of(comparison, pair, COLUMN_SHARE, was_share, is_share);
    leader_change(leader, was, was_share, is, is_share);
    if (row_hhi(pair->before, &before) && row_hhi(pair->after, &after))
        hhi_change(hhi, &before, &after);
    cells_of(comparison, pair, COLUMN_HHI, was, is);
    cells_of(comparison, pair, COLUMN_CLASS, was_class, is_class);
    out_wrapf(out, 2, 4, "leader %s, %s (%s to %s points); class %s%s%s", leader, hhi, was, is,
              was_class, strcmp(was_class, is_class) == 0 ? "" : " to ",
              strcmp(was_class, is_class) == 0 ? " as before" : is_class);
}

static const char *part_name(const struct part *part)
{
    return part->after != NULL ? part->after->name : part->before->name;
}

static size_t append(char *text, size_t size, size_t used, const char *piece)
{
    size_t length = strlen(piece);

    if (used + length + 1 > size)
        return used;
    memcpy(text + used, piece, length + 1);
    return used + length;
}

static void print_total(const struct split *split, const char *parts, struct out *out)
{
    const char *of = split->exact ? "" : " (rows with a number alone)";

    if (split->has_residual)
        out_wrapf(out, 2, 4, "because of%s: %s; together %+.0f and %+.0f", of, parts,
                  points(split->change.low), points(split->change.high));
    else
        out_wrapf(out, 2, 4, "because of%s: %s; together %+.0f", of, parts,
                  points(split->change.low));
}

static void print_parts(const struct split *split, struct out *out)
{
    char text[2048] = "", piece[256];
    double rest = 0;
    size_t i, used = 0;

    for (i = 0; i < split->parts; ++i) {
        const struct part *part = &split->part[i];
        if (i >= SHOWN_PARTS) {
            rest += part->change;
            continue;
        }
        if (part->change == 0)
            continue;
        (void)snprintf(piece, sizeof piece, "%s%.80s %+.0f (%.1f to %.1f %%)", used > 0 ? ", " : "",
                       part_name(part), points(part->change), 100 * part->share_before,
                       100 * part->share_after);
        used = append(text, sizeof text, used, piece);
    }
    if (split->parts > SHOWN_PARTS) {
        (void)snprintf(piece, sizeof piece, ", the other countries %+.0f", points(rest));
        used = append(text, sizeof text, used, piece);
    }
    if (split->has_residual) {
        (void)snprintf(piece, sizeof piece, "%sthe residual %+.0f if in many hands, %+.0f in one",
                       used > 0 ? ", " : "", points(split->residual.low),
                       points(split->residual.high));
        used = append(text, sizeof text, used, piece);
    }
    if (used > 0)
        print_total(split, text, out);
}

/* Who came, who went, and whose figure is given or not. */
static void print_states(const struct split *split, struct out *out)
{
    int state;

    for (state = PART_NAMED_ANEW; state < PART_STATES; ++state) {
        char text[1024] = "", piece[128];
        size_t i, used = 0;
        for (i = 0; i < split->parts; ++i) {
            if ((int)split->part[i].state != state)
                continue;
            (void)snprintf(piece, sizeof piece, "%s%.80s", used > 0 ? ", " : "",
                           part_name(&split->part[i]));
            used = append(text, sizeof text, used, piece);
        }
        if (used > 0)
            out_wrapf(out, 2, 4, "%s: %s", part_state_text((enum part_state)state), text);
    }
}

static void print_split(const struct comparison *comparison, const struct market *before,
                        const struct market *after, struct out *out)
{
    struct split split;

    if (before == NULL || after == NULL || before->suppliers == 0 || after->suppliers == 0)
        return;
    compare_split(before, after, &comparison->after->options->assume, &split);
    if (strcmp(before->unit, after->unit) != 0)
        out_wrapf(out, 2, 4, "unit: %s, was %s", after->unit, before->unit);
    if (split.why[0] != '\0')
        out_wrapf(out, 2, 4, "by whom cannot be told: %s", split.why);
    else
        print_parts(&split, out);
    print_states(&split, out);
}

static void print_imports(const struct comparison *comparison, const struct pair *pair,
                          struct out *out)
{
    char was[REPORT_CELL], is[REPORT_CELL], hhi[REPORT_CELL] = "HHI not known in both";

    cells_of(comparison, pair, COLUMN_SOURCE, was, is);
    if (pair->before->sources.known && pair->after->sources.known)
        hhi_change(hhi, &pair->before->sources.hhi, &pair->after->sources.hhi);
    out_wrapf(out, 2, 4, "sources of imports: leader %s%s%s, %s", is,
              strcmp(was, is) == 0 ? " as before" : ", was ", strcmp(was, is) == 0 ? "" : was, hhi);
    print_split(comparison, pair->before->imports, pair->after->imports, out);
}

static void print_pair(const struct comparison *comparison, const struct pair *pair,
                       struct out *out)
{
    const struct report_row *row = pair->after != NULL ? pair->after : pair->before;
    char title[REPORT_CELL], was[REPORT_CELL], is[REPORT_CELL];

    row_title(row, title);
    out_text(out, "\n");
    out_style(out, STYLE_HEADING);
    out_wrap(out, 0, 2, title);
    out_style(out, STYLE_PLAIN);
    if (pair->before == NULL || pair->after == NULL) {
        out_wrapf(out, 2, 4, pair->before == NULL ? "appeared" : "vanished");
        return;
    }
    if (pair->before->market != NULL && pair->after->market != NULL &&
        strcmp(pair->before->market->period, pair->after->market->period) != 0)
        out_wrapf(out, 2, 4, "of %s, was of %s", pair->after->market->period,
                  pair->before->market->period);
    if (pair->production_changed) {
        print_production(comparison, pair, out);
        print_split(comparison, pair->before->market, pair->after->market, out);
    }
    if (pair->reliance_changed) {
        cells_of(comparison, pair, COLUMN_RELIANCE, was, is);
        out_wrapf(out, 2, 4, "net import reliance: %s, was %s", is, was);
    }
    if (pair->imports_changed)
        print_imports(comparison, pair, out);
}

void compare_table(const struct comparison *comparison, struct out *out)
{
    size_t i, changed = comparison->pairs - comparison->unchanged - comparison->appeared -
                        comparison->vanished;

    out_heading(out, "WHAT CHANGED, AND BECAUSE OF WHOM");
    out_wrapf(out, 0, 0,
              "From %s to %s. Tables changed: %lu, as they were: %lu, new: %lu, gone: %lu. A "
              "country's part is the square of its share after less that before, in points of "
              "10,000; the parts and the residual's sum to the change of the HHI, at its low end "
              "(a residual in many hands) and at its high end (in one).",
              comparison->before_name, comparison->after_name, (unsigned long)changed,
              (unsigned long)comparison->unchanged, (unsigned long)comparison->appeared,
              (unsigned long)comparison->vanished);
    for (i = 0; i < comparison->pairs; ++i) {
        const struct pair *pair = &comparison->pair[i];
        if (pair->before == NULL || pair->after == NULL || pair_changed(pair))
            print_pair(comparison, pair, out);
    }
}
