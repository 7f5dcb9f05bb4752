/* SPDX-License-Identifier: MIT */
/* The forecast on the page: the question, the pictures, and a table with all of it beside them. */
#include "forecast.h"
#include "svg.h"

static void row_cells(struct page *page, struct claim *scratch, const struct forecast *forecast,
                      const struct forecast_row *row)
{
    int i;

    html_markup(page, "<tr>");
    html_element(page, "th scope=\"row\"", NULL, row->label);
    for (i = 0; i < FORECAST_QUANTILES; ++i)
        html_element(page, "td", "number", forecast_years_text(scratch, row, i));
    for (i = 0; i < FORECAST_WITHINS; ++i)
        html_element(page, "td", "number", forecast_chance_text(scratch, &row->within[i]));
    html_elementf(page, "td", "number", "%s", forecast_chance_text(scratch, &row->never));
    html_element(page, "td", NULL, forecast_method_text(scratch, forecast, row));
}

static void rows_table(struct page *page, struct claim *scratch, const char *label,
                       const struct forecast *forecast, const struct forecast_row *row, size_t rows,
                       const char *const *stage, size_t stages)
{
    const char *const headings[] = {"What is asked",
                                    "P10, years",
                                    "P50, years",
                                    "P90, years",
                                    "Within 1 year",
                                    "Within 10",
                                    "Within 20",
                                    claim_format(scratch, "Not within %d", row->horizon),
                                    "By",
                                    stages > 1 ? "The last to be there" : "Lost again",
                                    NULL};
    size_t i;

    html_markup(page, "<div class=\"asked\">\n");
    html_table_begin(page, label);
    html_headings(page, headings);
    for (i = 0; i < rows; ++i) {
        row_cells(page, scratch, forecast, &row[i]);
        html_element(page, "td", NULL,
                     stages > 1 ? forecast_last_text(scratch, &row[i], stage, stages)
                                : percent_text(scratch, row[i].lost, row[i].lost));
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
    html_markup(page, "</div>\n");
}

/* What must be read with the figures. */
static void beside(struct page *page, struct claim *scratch, const struct forecast *forecast,
                   const struct forecast_row *row, size_t rows)
{
    const char *failure = forecast_failure_text(scratch, row, rows, &forecast->scenario);

    html_markup(page, "<ul>\n");
    if (failure[0] != '\0')
        html_elementf(page, "li", NULL, "%s.", failure);
    if (row->reason[0] != '\0')
        html_elementf(page, "li", NULL, "Why not within a year: %s.", row->reason);
    html_elementf(page, "li", NULL, "Taken for granted in the first row: %s.",
                  forecast_assumed_text(scratch, row));
    html_markup(page, "</ul>\n");
}

/* What the stages of the first row lack at the dates; `listed` is NULL where they are parts of one. */
static void lacks_table(struct page *page, struct claim *scratch, const char *meaning,
                        const struct shortfall lacks[][FORECAST_STAGES], const char *const *stage,
                        const struct fleet_stage *listed, size_t stages)
{
    static const char *const headings[] = {"Stage", "At 5 years", "At 10 years", "At 20 years",
                                           NULL};
    size_t s;
    int d;

    html_elementf(page, "p", NULL, "%s.", meaning);
    html_table_begin(page, "Shortfall by stage");
    html_headings(page, headings);
    for (s = 0; s < stages; ++s) {
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL,
                     listed == NULL ? stage[s]
                                    : claim_format(scratch, "%s, %s", stage[s], listed[s].unit));
        for (d = 0; d < FORECAST_DATES; ++d) {
            const struct shortfall *at = &lacks[d][s];
            const double part = at->need > 0 ? at->lacking.value / at->need : 0;
            if (listed == NULL)
                html_element(page, "td", "number", forecast_chance_text(scratch, &at->lacking));
            else
                html_elementf(page, "td", "number", "%s of %s, %s",
                              forecast_amount_text(scratch, &at->lacking),
                              number_text(scratch, at->need), percent_text(scratch, part, part));
        }
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
}

static void sensitivities_table(struct page *page, struct claim *scratch,
                                const struct forecast *forecast)
{
    const char *const headings[] = {
        "Input, a tenth lower",
        forecast->sensitive == P50 ? "P50 moves by, years" : "P10 moves by, years", NULL};
    size_t i;

    if (forecast->sensitivities == 0)
        return;
    html_elementf(page, "p", NULL, "%s.", forecast_sensitivities_text(scratch, forecast));
    html_table_begin(page, "The largest sensitivities");
    html_headings(page, headings);
    for (i = 0; i < forecast->sensitivities; ++i) {
        html_markup(page, "<tr>");
        html_element(page, "th scope=\"row\"", NULL,
                     forecast_sensitivity_text(scratch, forecast, i));
        html_elementf(page, "td", "number", "%+.2f", forecast->sensitivity[i].change);
        html_markup(page, "</tr>\n");
    }
    html_table_end(page);
}

static void inputs(struct page *page, struct claim *scratch, const struct forecast *forecast)
{
    static const char *const headings[] = {"Input", "Low",    "Likely",           "High", "Unit",
                                           "Shape", "Source", "Where it is from", NULL};
    const struct dataset *data = forecast->data;
    size_t i, k;

    html_beside_begin(page, "Inputs of the chain");
    html_headings(page, headings);
    for (i = 0; i < data->leads; ++i) {
        const struct lead_row *row = &data->lead[i];
        const struct optional *const value[] = {&row->low, &row->likely, &row->high};
        html_markup(page, "<tr>");
        html_elementf(page, "th scope=\"row\"", NULL, "%s (%s, %s)", row->id, row->stage,
                      row->phase);
        for (k = 0; k < 3; ++k)
            html_element(page, "td", "number",
                         value[k]->has ? claim_format(scratch, "%.3g", value[k]->value) : "-");
        html_element(page, "td", NULL, row->unit);
        html_element(page, "td", NULL,
                     row->mean.has ? claim_format(scratch, "%s, mean %g, standard deviation %g",
                                                  row->shape, row->mean.value, row->sd.value)
                                   : row->shape);
        html_elementf(page, "td", NULL, "%s; %s", row->source, row->derivation);
        html_elementf(page, "td", NULL, "%s, row %lu", row->origin.file, row->origin.line);
        html_markup(page, "</tr>\n");
    }
    html_beside_end(page);
}

static void chain(struct page *page, struct claim *scratch, const struct forecast *forecast)
{
    html_element(page, "h3", NULL, "One new chain");
    html_elementf(page, "p", NULL, "%s.", forecast_chain_question(scratch, forecast));
    if (forecast->chain_missing != NULL) {
        html_elementf(page, "p", NULL, "Not known: %s.", forecast->chain_missing);
        return;
    }
    svg_forecast_ranges(page, forecast->chain, forecast->chains, "ranges-chain", scratch);
    svg_forecast_last(page, forecast, scratch);
    rows_table(page, scratch, "One new chain, side by side", forecast, forecast->chain,
               forecast->chains, chain_stage_name, CHAIN_STAGES);
    beside(page, scratch, forecast, forecast->chain, forecast->chains);
    lacks_table(page, scratch, forecast_chain_lacks, forecast->chain_lacks, chain_stage_name, NULL,
                CHAIN_STAGES);
    sensitivities_table(page, scratch, forecast);
    if (forecast->without_effect[0] != '\0')
        html_elementf(page, "p", NULL,
                      "Deals without a listed project for this chain, which change nothing: %s.",
                      forecast->without_effect);
    inputs(page, scratch, forecast);
}

static void fan_table(struct page *page, const struct forecast *forecast)
{
    static const char *const headings[] = {"Year", "Need", "P10 of supply", "P25",
                                           "P50",  "P75",  "P90",           NULL};
    const struct fan *fan = &forecast->fan;
    int y, i;

    html_beside_begin(page, "Supply and need of the trials year by year");
    html_headings(page, headings);
    for (y = 0; y <= FAN_YEARS; ++y) {
        html_markup(page, "<tr>");
        html_elementf(page, "th scope=\"row\"", NULL, "%.0f", forecast->base + y);
        html_elementf(page, "td", "number", "%.0f", fan->need[y]);
        for (i = 0; i < FAN_LEVELS; ++i)
            html_elementf(page, "td", "number", "%.0f", fan->supply[y][i]);
        html_markup(page, "</tr>\n");
    }
    html_beside_end(page);
}

static void project_inputs(struct page *page, struct claim *scratch,
                           const struct forecast *forecast)
{
    size_t i;

    html_markup(page, "<ul>\n");
    for (i = 0; i < forecast->data->projects; ++i) {
        const char *text = forecast_project_text(scratch, forecast, &forecast->data->project[i]);
        if (text != NULL)
            html_element(page, "li", NULL, text);
    }
    html_markup(page, "</ul>\n");
}

static void fleet(struct page *page, struct claim *scratch, const struct forecast *forecast)
{
    const char *const *stage = forecast_stage_names(scratch, forecast);

    html_element(page, "h3", NULL, "The projects that are listed");
    if (forecast->fleet_missing != NULL || stage == NULL) {
        html_elementf(page, "p", NULL, "Not known: %s.",
                      forecast->fleet_missing == NULL ? "out of memory" : forecast->fleet_missing);
        return;
    }
    html_elementf(page, "p", NULL, "%s.", forecast_fleet_question(scratch, forecast));
    svg_forecast_ranges(page, forecast->fleet, forecast->fleets, "ranges-listed", scratch);
    svg_forecast_fan(page, forecast, scratch);
    fan_table(page, forecast);
    rows_table(page, scratch, "Listed projects, side by side", forecast, forecast->fleet,
               forecast->fleets, stage, forecast->stages);
    beside(page, scratch, forecast, forecast->fleet, forecast->fleets);
    lacks_table(page, scratch, forecast_fleet_lacks, forecast->fleet_lacks, stage, forecast->stage,
                forecast->stages);
    html_elementf(page, "p", NULL, "Inputs: %s.", forecast_fleet_inputs(scratch, forecast));
    project_inputs(page, scratch, forecast);
}

void html_forecast(struct page *page, const struct forecast *forecast)
{
    struct claim scratch = {0};

    html_elementf(
        page, "p", NULL,
        "As asked: %s. Every other row has one thing changed. Years count from %.1f. P10, "
        "P50, P90: by then in 10, 50, 90 of 100 cases; in brackets 95 %% intervals, for "
        "the number of trials. The exact law needs no trials. ",
        forecast_asked_text(&scratch, forecast), forecast->base);
    chain(page, &scratch, forecast);
    fleet(page, &scratch, forecast);
    html_element(page, "p", "faint",
                 claim_format(&scratch, "To replay: --scenario, figures %s.", forecast->figures));
    page->failed |= scratch.failed;
    claim_free(&scratch);
}
