/* SPDX-License-Identifier: MIT */
/* The forecast in pictures: ranges of each answer, which stage is the last, and the fan of supply. */
#include "svg.h"

#include <math.h>

#include "forecast.h"

#define ROW    44.0
#define AXIS   24.0
#define HEIGHT 230.0
#define TOP    16.0
#define BOTTOM 204.0

/* Of the width of a phone, what a letter takes. */
#define LETTER .024

/* --- ranges ----------------------------------------------------------------------------------- */

/* The first year by which the chance is q, straight between years; the horizon if it never is. */
static double year_of(const struct forecast_row *row, double q)
{
    int y;

    for (y = 1; y <= row->horizon; ++y) {
        double before = row->chance[y - 1], after = row->chance[y];
        if (after >= q)
            return before >= q ? 0 : y - 1 + (q - before) / (after - before);
    }
    return row->horizon;
}

static double quantile_of(const struct forecast_row *row, int which)
{
    if ((row->value[which].known & MINRISK_KNOWS_FIRST) != 0)
        return row->value[which].first;
    return row->value[which].status == MINRISK_ALREADY ? 0 : row->horizon;
}

/* Years across the picture: all that is known, rounded up to ten. */
static double span_of(const struct forecast_row *row, size_t rows)
{
    double most = 1;
    size_t i;

    for (i = 0; i < rows; ++i) {
        double late = quantile_of(&row[i], P90);
        most = fmax(most, late < row[i].horizon ? late : quantile_of(&row[i], P10));
    }
    return fmin(10 * ceil(most / 10), row[0].horizon);
}

static void draw_range(struct page *page, const struct forecast_row *row, double span, double y,
                       struct claim *scratch)
{
    double low = fmin(quantile_of(row, P10), span), mid = quantile_of(row, P50);
    double high = quantile_of(row, P90);

    svg_line_of_text(
        page, "name", y + 13,
        claim_format(scratch, "%s: %s", forecast_years_text(scratch, row, P50), row->label));
    svg_bar(page, "track", 0, 1, y + 19, 16);
    svg_bar(page, "maybe", low / span, fmin(high, span) / span, y + 19, 16);
    svg_bar(page, "sure", fmin(year_of(row, .25), span) / span,
            fmin(year_of(row, .75), span) / span, y + 22, 10);
    if (mid < row->horizon && mid <= span) {
        svg_upright(page, "around", mid / span, y + 16, y + 38);
        svg_upright(page, "end", mid / span, y + 16, y + 38);
    }
}

static void draw_axis(struct page *page, double span, double bottom, struct claim *scratch)
{
    double year, step = span > 20 ? 10 : span > 10 ? 5 : 2;

    for (year = 0; year <= span; year += step) {
        svg_upright(page, "grid", year / span, 0, bottom);
        svg_text(page, "tick",
                 year <= 0      ? ANCHOR_START
                 : year >= span ? ANCHOR_END
                                : ANCHOR_MIDDLE,
                 year / span, bottom + 16,
                 year > 0 ? claim_format(scratch, "%.0f", year) : "years");
    }
}

void svg_forecast_ranges(struct page *page, const struct forecast_row *row, size_t rows,
                         const char *id, struct claim *scratch)
{
    double span = span_of(row, rows), bottom = ROW * (double)rows;
    size_t i;

    html_markup(page, "<figure>\n");
    svg_begin(page, id, bottom + AXIS, "When it is there",
              claim_format(scratch,
                           "A bar for each answer, in years from now, from the tenth to the "
                           "ninetieth percentile; the first: %s. The table below has all of them.",
                           forecast_quantiles_text(scratch, &row[0], 0)));
    draw_axis(page, span, bottom, scratch);
    for (i = 0; i < rows; ++i)
        draw_range(page, &row[i], span, ROW * (double)i, scratch);
    svg_end(page);
    html_element(
        page, "figcaption", NULL,
        "Hatched: from P10 to P90; full: from P25 to P75; upright: P50, which stands before "
        "the name. A bar that reaches the edge goes on beyond it.");
    html_markup(page, "</figure>\n");
}

/* --- the bottleneck --------------------------------------------------------------------------- */

static void draw_last(struct page *page, const struct forecast_row *row, double y,
                      struct claim *scratch)
{
    static const char *const look[CHAIN_STAGES] = {"sure segment", "other segment", "maybe segment",
                                                   "track"};
    static const char *const text[CHAIN_STAGES] = {"code on", "code", "", "label"};
    double from = 0;
    int i;

    svg_line_of_text(page, "name", y + 13, row->label);
    for (i = 0; i < CHAIN_STAGES; ++i) {
        double to = fmin(from + row->bottleneck[i], 1);
        const char *word =
            claim_format(scratch, "%s %.0f %%", chain_stage_name[i], 100 * row->bottleneck[i]);
        svg_bar(page, look[i], from, to, y + 19, 20);
        if (to - from >= LETTER * (double)text_columns(word) && text[i][0] != '\0')
            svg_text(page, text[i], ANCHOR_MIDDLE, (from + to) / 2, y + 33, word);
        from = to;
    }
}

void svg_forecast_last(struct page *page, const struct forecast *forecast, struct claim *scratch)
{
    size_t i;

    html_markup(page, "<figure>\n");
    svg_begin(page, "last-stage", ROW * (double)forecast->chains, "Which stage is the last",
              claim_format(scratch,
                           "A bar for each answer, divided by the stage that is the last to be "
                           "there; the first: %s. The table below has all of them.",
                           forecast_last_text(scratch, &forecast->chain[0], chain_stage_name,
                                              CHAIN_STAGES)));
    for (i = 0; i < forecast->chains; ++i)
        draw_last(page, &forecast->chain[i], ROW * (double)i, scratch);
    svg_end(page);
    html_element(
        page, "figcaption", NULL,
        "The bottleneck: in how much of what gets there each stage is the last to be there. "
        "From the left: mine (full), separation (muted), metal (hatched), magnet (light).");
    html_markup(page, "</figure>\n");
}

/* --- the fan ---------------------------------------------------------------------------------- */

static double down(double value, double most)
{
    return BOTTOM - (BOTTOM - TOP) * value / most;
}

static void point(struct page *page, int year, double value, double most)
{
    html_numbers(page, "%.3f,%.2f ", 100.0 * year / FAN_YEARS, down(value, most));
}

static void draw_band(struct page *page, const struct fan *fan, const char *class_name, int low,
                      int high, double most)
{
    int y;

    svg_begin_curve(page, HEIGHT, "polygon", class_name);
    for (y = 0; y <= FAN_YEARS; ++y)
        point(page, y, fan->supply[y][low], most);
    for (y = FAN_YEARS; y >= 0; --y)
        point(page, y, fan->supply[y][high], most);
    svg_end_curve(page);
}

static void draw_curve(struct page *page, const struct fan *fan, const char *class_name, int level,
                       double most)
{
    int y;

    svg_begin_curve(page, HEIGHT, "polyline", class_name);
    for (y = 0; y <= FAN_YEARS; ++y)
        point(page, y, level < 0 ? fan->need[y] : fan->supply[y][level], most);
    svg_end_curve(page);
}

static double most_of(const struct fan *fan)
{
    double most = 1e-300;
    int y;

    for (y = 0; y <= FAN_YEARS; ++y)
        most = fmax(most, fmax(fan->need[y], fan->supply[y][FAN_LEVELS - 1]));
    return 1.05 * most;
}

static void draw_scale(struct page *page, const struct fan *fan, double base, double most,
                       struct claim *scratch)
{
    double step = pow(10, floor(log10(most))), value;
    int year;

    step = most / step >= 5 ? 2 * step : most / step >= 2 ? step : step / 2;
    for (value = step; value <= most; value += step) {
        svg_level(page, "grid", 0, 1, down(value, most));
        svg_text(page, "tick", ANCHOR_START, 0, down(value, most) - 3,
                 claim_format(scratch, "%s %s", number_text(scratch, value), fan->unit));
    }
    for (year = 0; year <= FAN_YEARS; ++year) {
        double at = (double)year / FAN_YEARS;
        if ((long)(base + year) % 5 != 0)
            continue;
        svg_upright(page, "grid", at, BOTTOM, BOTTOM + 4);
        svg_text(page, "tick",
                 at < .05   ? ANCHOR_START
                 : at > .93 ? ANCHOR_END
                            : ANCHOR_MIDDLE,
                 at, BOTTOM + 18, claim_format(scratch, "%.0f", base + year));
    }
}

void svg_forecast_fan(struct page *page, const struct forecast *forecast, struct claim *scratch)
{
    const struct fan *fan = &forecast->fan;
    double most = most_of(fan), base = forecast->base;

    html_markup(page, "<figure>\n");
    svg_begin(page, "fan", HEIGHT, "The fan: supply year by year against the need",
              claim_format(scratch,
                           "Supply in %s a year, %.0f to %.0f, in 80 of 100 trials between %s and "
                           "%s in %.0f; the need is %s then. The table below has every year.",
                           fan->unit, base, base + FAN_YEARS,
                           number_text(scratch, floor(fan->supply[5][0])),
                           number_text(scratch, floor(fan->supply[5][FAN_LEVELS - 1])), base + 5,
                           number_text(scratch, floor(fan->need[5]))));
    draw_band(page, fan, "area", 0, FAN_LEVELS - 1, most);
    draw_band(page, fan, "inner", 1, FAN_LEVELS - 2, most);
    draw_curve(page, fan, "supply", FAN_LEVELS / 2, most);
    draw_curve(page, fan, "need", -1, most);
    draw_scale(page, fan, base, most, scratch);
    svg_end(page);
    html_elementf(
        page, "figcaption", NULL,
        "%s (%s): what the listed projects can make in 80 of 100 trials (light) and in 50 "
        "of 100 (darker), its middle (solid line), and the need (dashed).",
        forecast->stage[0].commodity, forecast->stage[0].stage);
    html_markup(page, "</figure>\n");
}
