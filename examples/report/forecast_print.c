/* SPDX-License-Identifier: MIT */
/* The forecast for a terminal. */
#include "forecast.h"

static void print_row(struct out *out, struct claim *scratch, const struct forecast *forecast,
                      const struct forecast_row *row, const char *const *stage, size_t stages)
{
    out_wrapf(out, 2, 4, "%s (%s)", row->label, forecast_method_text(scratch, forecast, row));
    out_wrapf(out, 4, 6, "%s", forecast_quantiles_text(scratch, row, forecast->base));
    out_wrapf(out, 4, 6, "within 1 year %s, 10 years %s, 20 years %s; not within %d years %s",
              forecast_chance_text(scratch, &row->within[WITHIN_1]),
              forecast_chance_text(scratch, &row->within[WITHIN_10]),
              forecast_chance_text(scratch, &row->within[WITHIN_20]), row->horizon,
              forecast_chance_text(scratch, &row->never));
    if (row->lost > 0)
        out_wrapf(out, 4, 6, "lost again within %d years: %s of the trials", row->horizon,
                  percent_text(scratch, row->lost, row->lost));
    if (stages > 1)
        out_wrapf(out, 4, 6, "the last to be there: %s",
                  forecast_last_text(scratch, row, stage, stages));
}

static void print_rows(struct out *out, struct claim *scratch, const struct forecast *forecast,
                       const struct forecast_row *row, size_t rows, const char *const *stage,
                       size_t stages)
{
    const char *failure = forecast_failure_text(scratch, row, rows, &forecast->scenario);
    size_t i;

    for (i = 0; i < rows; ++i) {
        print_row(out, scratch, forecast, &row[i], stage, stages);
        if (i == 0 && row[i].reason[0] != '\0')
            out_wrapf(out, 4, 6, "why not within a year: %s", row[i].reason);
    }
    if (failure[0] != '\0')
        out_wrapf(out, 2, 4, "%s.", failure);
    out_wrapf(out, 2, 4, "Taken for granted in the first row: %s.",
              forecast_assumed_text(scratch, &row[0]));
}

/* The data may have more projects than count here. */
static void print_inputs(struct out *out, struct claim *scratch, const struct forecast *forecast,
                         int projects)
{
    const struct dataset *data = forecast->data;
    size_t i, n = projects ? data->projects : data->leads;

    out_wrapf(out, 2, 4, "Inputs, low / likely / high:");
    for (i = 0; i < n; ++i) {
        const char *text = projects ? forecast_project_text(scratch, forecast, &data->project[i])
                                    : forecast_lead_text(scratch, &data->lead[i]);
        if (text != NULL)
            out_wrapf(out, 4, 6, "%s", text);
    }
}

/* `text` says what the stages lack at one of the dates. */
static void print_lacks(struct out *out, struct claim *scratch, const struct forecast *forecast,
                        const char *meaning,
                        const char *(*text)(struct claim *, const struct forecast *, int))
{
    int d;

    out_wrapf(out, 2, 4, "%s:", meaning);
    for (d = 0; d < FORECAST_DATES; ++d)
        out_wrapf(out, 4, 6, "%s", text(scratch, forecast, d));
}

static void print_sensitivities(struct out *out, struct claim *scratch,
                                const struct forecast *forecast)
{
    size_t i;

    if (forecast->sensitivities == 0)
        return;
    out_wrapf(out, 2, 4, "%s:", forecast_sensitivities_text(scratch, forecast));
    for (i = 0; i < forecast->sensitivities; ++i)
        out_wrapf(out, 4, 6, "%s: %+.2f years", forecast_sensitivity_text(scratch, forecast, i),
                  forecast->sensitivity[i].change);
}

static void print_chain(struct out *out, struct claim *scratch, const struct forecast *forecast)
{
    out_wrapf(out, 0, 2, "%s.", forecast_chain_question(scratch, forecast));
    if (forecast->chain_missing != NULL) {
        out_wrapf(out, 2, 4, "Not known: %s.", forecast->chain_missing);
        return;
    }
    print_rows(out, scratch, forecast, forecast->chain, forecast->chains, chain_stage_name,
               CHAIN_STAGES);
    print_lacks(out, scratch, forecast, forecast_chain_lacks, forecast_chain_lacks_text);
    print_sensitivities(out, scratch, forecast);
    print_inputs(out, scratch, forecast, 0);
    if (forecast->without_effect[0] != '\0')
        out_wrapf(out, 2, 4,
                  "Deals without a listed project for this chain, which change "
                  "nothing: %s.",
                  forecast->without_effect);
}

static void print_fleet(struct out *out, struct claim *scratch, const struct forecast *forecast)
{
    const char *const *stage = forecast_stage_names(scratch, forecast);

    if (stage == NULL)
        return;
    if (forecast->fleet_missing != NULL) {
        out_wrapf(out, 0, 2, "The projects that are listed: not known, as %s.",
                  forecast->fleet_missing);
        return;
    }
    out_wrapf(out, 0, 2, "%s. %s.", forecast_fleet_question(scratch, forecast),
              forecast_fleet_inputs(scratch, forecast));
    print_rows(out, scratch, forecast, forecast->fleet, forecast->fleets, stage, forecast->stages);
    print_lacks(out, scratch, forecast, forecast_fleet_lacks, forecast_fleet_lacks_text);
    print_inputs(out, scratch, forecast, 1);
}

int forecast_print(const struct forecast *forecast, struct out *out)
{
    struct claim scratch = {0};

    out_heading(out, "TIME TO INDEPENDENCE");
    out_wrapf(out, 0, 2,
              "As asked: %s. Every other row has one thing changed. Years count from "
              "%.1f.",
              forecast_asked_text(&scratch, forecast), forecast->base);
    out_text(out, "\n");
    print_chain(out, &scratch, forecast);
    out_text(out, "\n");
    print_fleet(out, &scratch, forecast);
    out_wrapf(
        out, 0, 2,
        "P10, P50, P90: by then in 10, 50, 90 of 100 cases. In brackets: 95 %% intervals, for "
        "the number of trials. The exact law needs no trials. To "
        "replay: --scenario, figures %s.",
        forecast->figures);
    claim_free(&scratch);
    return scratch.failed ? -1 : 0;
}
