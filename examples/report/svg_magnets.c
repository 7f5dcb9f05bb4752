/* SPDX-License-Identifier: MIT */
/* Supply of magnets against the need, year by year, with the crossing marked; and how the crossing
 * moves if part of the need may stay dependent. */
#include "svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chain_magnets.h"

#define CASES  3
#define HEIGHT 190.0
#define TOP    34.0 /* of the plot; above it stand the labels of the crossings */
#define BOTTOM 164.0

static const struct magnet_case scenarios[CASES] = {
    {"Early: earliest starts, least growth", LEAD_LOW, 0, 0},
    {"Likely: likely starts, base growth", LEAD_LIKELY, 0, 0},
    {"Late: latest starts, most growth", LEAD_HIGH, 0, 0},
};
static const char *const ids[CASES] = {"magnets-early", "magnets-likely", "magnets-late"};

struct panel {
    struct fleet fleet;
    minrisk_when when;
};

/* --- the two curves --------------------------------------------------------------------------- */

static double supply_at(const struct fleet *fleet, double t)
{
    double supply = 0;
    size_t i;

    for (i = 0; i < fleet->projects; ++i) {
        double age = t - fleet->start[i];
        if (age >= 0)
            supply += fleet->capacity[i] * (age < fleet->ramp[i] ? age / fleet->ramp[i] : 1);
    }
    return supply;
}

static double need_at(const struct fleet *fleet, double t)
{
    size_t i;

    for (i = 1; i < fleet->knots; ++i) {
        double from = fleet->need_year[i - 1], to = fleet->need_year[i];
        if (t <= to)
            return t <= from ? fleet->need[i - 1]
                             : fleet->need[i - 1] +
                                   (fleet->need[i] - fleet->need[i - 1]) * (t - from) / (to - from);
    }
    return fleet->need[fleet->knots - 1];
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* Where the supply bends, within the horizon, ascending; a jump has a place on either side. */
static size_t bends(const struct fleet *fleet, double *at)
{
    size_t i, k, n = 0;

    at[n++] = 0;
    at[n++] = MAGNET_HORIZON;
    for (i = 0; i < fleet->projects; ++i) {
        double event[3] = {fleet->start[i] - 1e-6, fleet->start[i],
                           fleet->start[i] + fleet->ramp[i]};
        for (k = 0; k < 3; ++k) {
            if (event[k] > 0 && event[k] < MAGNET_HORIZON)
                at[n++] = event[k];
        }
    }
    qsort(at, n, sizeof *at, ascending);
    return n;
}

static double down(double value, double most)
{
    return BOTTOM - (BOTTOM - TOP) * value / most;
}

static void point(struct page *page, double t, double value, double most)
{
    html_numbers(page, "%.3f,%.2f ", 100 * t / MAGNET_HORIZON, down(value, most));
}

static void draw_supply(struct page *page, const struct fleet *fleet, const double *at, size_t n,
                        double most)
{
    size_t i;

    svg_begin_curve(page, HEIGHT, "polygon", "area");
    point(page, 0, 0, most);
    for (i = 0; i < n; ++i)
        point(page, at[i], supply_at(fleet, at[i]), most);
    point(page, MAGNET_HORIZON, 0, most);
    svg_end_curve(page);
    svg_begin_curve(page, HEIGHT, "polyline", "supply");
    for (i = 0; i < n; ++i)
        point(page, at[i], supply_at(fleet, at[i]), most);
    svg_end_curve(page);
}

static void draw_need(struct page *page, const struct fleet *fleet, double most)
{
    size_t i;

    svg_begin_curve(page, HEIGHT, "polyline", "need");
    for (i = 0; i <= MAGNET_HORIZON; ++i)
        point(page, (double)i, need_at(fleet, (double)i), most);
    svg_end_curve(page);
}

/* --- axes and marks --------------------------------------------------------------------------- */

static double grid_step(double most)
{
    double step = pow(10, floor(log10(most)));

    return most / step >= 5 ? 2 * step : most / step >= 2 ? step : step / 2;
}

static void draw_grid(struct page *page, double most)
{
    double value, step = grid_step(most);

    for (value = 0; value <= most; value += step)
        svg_level(page, "grid", 0, 1, down(value, most));
}

/* On top of the curves, or they would hide it. */
static void label_grid(struct page *page, double most, struct claim *scratch)
{
    double value, step = grid_step(most);

    for (value = step; value <= most; value += step)
        svg_text(page, "tick", ANCHOR_START, 0, down(value, most) - 3,
                 claim_format(scratch, "%s t", number_text(scratch, value)));
}

static void draw_years(struct page *page, double base, struct claim *scratch)
{
    int year, last = (int)base + MAGNET_HORIZON;

    for (year = (int)base + 4; year < last; ++year) {
        double at = (year - base) / MAGNET_HORIZON;
        if (year % 5 != 0)
            continue;
        svg_upright(page, "grid", at, BOTTOM, BOTTOM + 4);
        svg_text(page, "tick", at > .93 ? ANCHOR_END : ANCHOR_MIDDLE, at, BOTTOM + 18,
                 claim_format(scratch, "%d", year));
    }
}

/* A label leans away from the edge that it would pass. */
static enum anchor lean(double at)
{
    return at < .19 ? ANCHOR_START : at > .81 ? ANCHOR_END : ANCHOR_MIDDLE;
}

static void draw_mark(struct page *page, const struct fleet *fleet, double t, double label_y,
                      double most, const char *class_name, const char *label)
{
    double at = t / MAGNET_HORIZON;

    svg_upright(page, "mark", at, label_y + 4, BOTTOM);
    svg_dot(page, class_name, at, down(need_at(fleet, t), most));
    svg_text(page, "label", lean(at), at, label_y, label);
}

static void draw_marks(struct page *page, const struct panel *panel, double base, double most,
                       struct claim *scratch)
{
    const minrisk_when *when = &panel->when;

    if ((when->known & MINRISK_KNOWS_FIRST) != 0)
        draw_mark(page, &panel->fleet, when->first, 12, most, "reached",
                  claim_format(scratch, "covered %.1f", base + when->first));
    if ((when->known & MINRISK_KNOWS_LOST) != 0)
        draw_mark(page, &panel->fleet, when->lost, 27, most, "lost",
                  claim_format(scratch, "lost %.1f", base + when->lost));
}

static void draw_panel(struct page *page, const struct panel *panel, size_t number, double base,
                       double most, struct claim *scratch)
{
    const struct fleet *fleet = &panel->fleet;
    double *at = claim_take(scratch, (3 * fleet->projects + 2) * sizeof *at);
    const char *label = scenarios[number].label;
    size_t n;

    if (at == NULL)
        return;
    n = bends(fleet, at);
    html_markup(page, "<div class=\"panel\">\n");
    html_element(page, "h3", NULL, label);
    svg_begin(page, ids[number], HEIGHT, label,
              claim_format(scratch,
                           "Supply and need in tonnes a year, %.0f to %.0f. Need covered: %s. "
                           "Supply is %s t now and %s t in the end; need is %s t now and %s t in "
                           "the end.",
                           base, base + MAGNET_HORIZON, svg_when_text(scratch, &panel->when, base),
                           number_text(scratch, floor(supply_at(fleet, 0))),
                           number_text(scratch, floor(supply_at(fleet, MAGNET_HORIZON))),
                           number_text(scratch, floor(need_at(fleet, 0))),
                           number_text(scratch, floor(need_at(fleet, MAGNET_HORIZON)))));
    draw_grid(page, most);
    draw_years(page, base, scratch);
    draw_supply(page, fleet, at, n, most);
    draw_need(page, fleet, most);
    label_grid(page, most, scratch);
    draw_marks(page, panel, base, most, scratch);
    svg_end(page);
    html_markup(page, "</div>\n");
}

/* --- tables ----------------------------------------------------------------------------------- */

static void yearly_table(struct page *page, const struct panel *panel, double base)
{
    static const char *const headings[] = {"Year",
                                           "Early: supply, t",
                                           "Early: need, t",
                                           "Likely: supply, t",
                                           "Likely: need, t",
                                           "Late: supply, t",
                                           "Late: need, t",
                                           NULL};
    int year;
    size_t i;

    html_beside_begin(page, "Supply and need year by year");
    html_headings(page, headings);
    for (year = 0; year <= MAGNET_HORIZON; ++year) {
        html_markup(page, "<tr>");
        html_elementf(page, "th scope=\"row\"", NULL, "%.0f", base + year);
        for (i = 0; i < CASES; ++i) {
            html_elementf(page, "td", "number", "%.0f", supply_at(&panel[i].fleet, year));
            html_elementf(page, "td", "number", "%.0f", need_at(&panel[i].fleet, year));
        }
        html_markup(page, "</tr>\n");
    }
    html_beside_end(page);
}

/* When the plants cover what is left of the need if a part of it may stay dependent. */
static const char *covered_text(struct claim *scratch, const struct fleet *fleet, double dependence,
                                double base)
{
    double *need = claim_take(scratch, fleet->knots * sizeof *need);
    minrisk_when when;
    size_t i;

    if (need == NULL)
        return "";
    for (i = 0; i < fleet->knots; ++i)
        need[i] = (1 - dependence) * fleet->need[i];
    if (minrisk_when_covered(fleet->start, fleet->ramp, fleet->capacity, NULL, fleet->projects,
                             fleet->need_year, need, fleet->knots, 0, MAGNET_HORIZON, fleet->work,
                             fleet->work_len, &when) != MINRISK_OK)
        return "cannot be told";
    return svg_when_text(scratch, &when, base);
}

static void dependence_table(struct page *page, const struct panel *panel, double base,
                             struct claim *scratch)
{
    static const double dependence[] = {0, .1, .2, .35, .5, .65, .8};
    static const char *const headings[] = {"Need that may stay dependent", "Early", "Likely",
                                           "Late", NULL};
    size_t i, k;

    html_element(page, "h3", NULL, "How much dependence is allowed moves the answer");
    html_table_begin(page, "When the need is covered, by the dependence that is allowed");
    html_headings(page, headings);
    for (i = 0; i < sizeof dependence / sizeof *dependence; ++i) {
        html_markup(page, "<tr>");
        html_elementf(page, "th scope=\"row\"", NULL, "%.0f %%", 100 * dependence[i]);
        for (k = 0; k < CASES; ++k)
            html_element(page, "td", NULL,
                         covered_text(scratch, &panel[k].fleet, dependence[i], base));
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
}

/* --- the figure ------------------------------------------------------------------------------- */

/* The highest point of all panels, so that they share a scale. */
static double highest(const struct panel *panel)
{
    double most = 1;
    size_t i;

    for (i = 0; i < CASES; ++i) {
        most = fmax(most, supply_at(&panel[i].fleet, MAGNET_HORIZON));
        most = fmax(most, need_at(&panel[i].fleet, MAGNET_HORIZON));
    }
    return most;
}

static void assumptions(struct page *page, const struct panel *panel, const struct demand *demand,
                        struct claim *scratch)
{
    const char *text = "";
    uint32_t bit;

    for (bit = 1; bit != 0; bit <<= 1) {
        if ((panel[1].when.assumptions & bit) != 0)
            text = claim_format(scratch, "%s%s%s", text, text[0] == '\0' ? "" : "; ",
                                minrisk_assumption_text(bit));
    }
    html_elementf(page, "p", NULL,
                  "Taken for granted: %s. Capacity counts as supply, as if every plant ran full "
                  "after its ramp; need is %s. These plants are not a chain: they need metal, "
                  "oxide and ore.",
                  text, demand->note[0] ? demand->note : "as demand.csv has it");
}

void svg_magnets(struct page *page, const struct dataset *data, struct claim *scratch)
{
    const struct demand *demand = dataset_demand(data, "NdFeB magnets", "magnet");
    double base = dataset_base_year(data), most;
    struct panel panel[CASES];
    size_t i;

    for (i = 0; i < CASES; ++i) {
        if (demand == NULL || magnets_sweep(data, scratch, demand, &scenarios[i], &panel[i].fleet,
                                            &panel[i].when) != 0) {
            html_element(page, "p", NULL, "demand.csv or lead_times.csv lacks what this needs.");
            return;
        }
    }
    most = highest(panel);
    html_markup(page, "<figure>\n<div class=\"panels\">\n");
    for (i = 0; i < CASES; ++i)
        draw_panel(page, &panel[i], i, base, most, scratch);
    html_markup(page, "</div>\n");
    html_elementf(page, "figcaption", NULL,
                  "%s of US plants that run, ramp or are planned: what they can make (solid, "
                  "filled) against what is needed (dashed), in %s a year, if every plant is built. "
                  "Filled dot: the need is covered; open dot: it no longer is.",
                  demand->commodity, demand->unit);
    html_markup(page, "</figure>\n");
    yearly_table(page, panel, base);
    dependence_table(page, panel, base, scratch);
    assumptions(page, panel, demand, scratch);
}
