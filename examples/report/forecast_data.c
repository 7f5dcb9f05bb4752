/* SPDX-License-Identifier: MIT */
/* The forecast for programs: JSON and CSV. */
#include "forecast.h"

#include <inttypes.h>
#include <math.h>

/* --- JSON ------------------------------------------------------------------------------------- */

static void json_years(struct json *json, const char *key, const minrisk_when *when)
{
    if (when->status == MINRISK_ALREADY)
        json_number(json, key, 0);
    else if ((when->known & MINRISK_KNOWS_FIRST) != 0)
        json_number(json, key, when->first);
    else
        json_null(json, key); /* beyond the horizon */
}

static void json_chance(struct json *json, const char *key, const minrisk_estimate *p)
{
    json_object_begin(json, key);
    json_number(json, "low", p->low);
    json_number(json, "value", p->value);
    json_number(json, "high", p->high);
    json_object_end(json);
}

static void json_quantiles(struct json *json, const struct forecast_row *row)
{
    static const char *const key[] = {"p10", "p50", "p90"};
    int i;

    json_object_begin(json, "years");
    for (i = 0; i < FORECAST_QUANTILES; ++i) {
        json_object_begin(json, key[i]);
        json_years(json, "low", &row->low[i]);
        json_years(json, "value", &row->value[i]);
        json_years(json, "high", &row->high[i]);
        json_object_end(json);
    }
    json_object_end(json);
}

static void json_row(struct json *json, struct claim *scratch, const struct forecast_row *row,
                     const char *const *stage, size_t stages)
{
    size_t i;
    int y;

    json_object_begin(json, NULL);
    json_string(json, "label", row->label);
    json_string(json, "method", row->by_law ? "exact law" : "trials");
    json_bool(json, "given_success", !row->drawn);
    json_quantiles(json, row);
    json_chance(json, "within_1_year", &row->within[WITHIN_1]);
    json_chance(json, "within_10_years", &row->within[WITHIN_10]);
    json_chance(json, "within_20_years", &row->within[WITHIN_20]);
    json_chance(json, "not_within_horizon", &row->never);
    json_integer(json, "horizon_years", row->horizon);
    json_number(json, "lost_again", row->lost);
    json_string(json, "why_not_within_a_year", row->reason);
    json_object_begin(json, "last_stage");
    for (i = 0; i < stages; ++i)
        json_number(json, stage[i], row->bottleneck[i]);
    json_object_end(json);
    json_array_begin(json, "chance_by_year");
    for (y = 0; y <= row->horizon; ++y)
        json_number(json, NULL, row->chance[y]);
    json_array_end(json);
    json_string(json, "assumed", forecast_assumed_text(scratch, row));
    json_object_end(json);
}

static void json_rows(struct json *json, struct claim *scratch, const struct forecast_row *row,
                      size_t rows, const char *const *stage, size_t stages)
{
    size_t i;

    json_array_begin(json, "rows");
    for (i = 0; i < rows; ++i)
        json_row(json, scratch, &row[i], stage, stages);
    json_array_end(json);
}

/* What the stages of the first row lack. */
static void json_lacks(struct json *json, const char *meaning,
                       const struct shortfall lacks[][FORECAST_STAGES], const char *const *stage,
                       size_t stages)
{
    size_t s;
    int d;

    json_object_begin(json, "shortfall_by_stage");
    json_string(json, "meaning", meaning);
    json_array_begin(json, "dates");
    for (d = 0; d < FORECAST_DATES; ++d) {
        json_object_begin(json, NULL);
        json_integer(json, "years", forecast_date[d]);
        for (s = 0; s < stages; ++s) {
            json_object_begin(json, stage[s]);
            json_number(json, "low", lacks[d][s].lacking.low);
            json_number(json, "value", lacks[d][s].lacking.value);
            json_number(json, "high", lacks[d][s].lacking.high);
            json_number(json, "need", lacks[d][s].need);
            json_object_end(json);
        }
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

static void json_sensitivities(struct json *json, struct claim *scratch,
                               const struct forecast *forecast)
{
    size_t i;

    json_object_begin(json, "sensitivities");
    json_string(json, "meaning", forecast_sensitivities_text(scratch, forecast));
    json_array_begin(json, "inputs");
    for (i = 0; i < forecast->sensitivities; ++i) {
        json_object_begin(json, NULL);
        json_string(json, "input", forecast_sensitivity_text(scratch, forecast, i));
        json_number(json, "years", forecast->sensitivity[i].change);
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

static void json_scenario(struct json *json, const struct forecast *forecast)
{
    const struct scenario *scenario = &forecast->scenario;
    char seed[24];

    /* As text: many readers of JSON round integers beyond 2^53. */
    (void)snprintf(seed, sizeof seed, "%" PRIu64, scenario->seed);
    json_object_begin(json, "scenario");
    json_string(json, "seed", seed);
    json_integer(json, "trials", (long)scenario->trials);
    json_string(json, "plants", scenario_plants_text(scenario->plants));
    json_bool(json, "slips_together", scenario->together);
    json_bool(json, "success_given", !scenario->drawn);
    json_bool(json, "allies_counted", scenario->allied);
    json_string(json, "figures", forecast->figures);
    json_object_end(json);
}

static void json_inputs(struct json *json, struct claim *scratch, const struct forecast *forecast,
                        int projects)
{
    const struct dataset *data = forecast->data;
    size_t i, n = projects ? data->projects : data->leads;

    json_array_begin(json, "inputs_low_likely_high");
    for (i = 0; i < n; ++i) {
        const char *text = projects ? forecast_project_text(scratch, forecast, &data->project[i])
                                    : forecast_lead_text(scratch, &data->lead[i]);
        if (text != NULL)
            json_string(json, NULL, text);
    }
    json_array_end(json);
}

static void json_chain(struct json *json, struct claim *scratch, const struct forecast *forecast)
{
    json_object_begin(json, "one_new_chain");
    json_string(json, "question", forecast_chain_question(scratch, forecast));
    json_string(json, "missing", forecast->chain_missing);
    json_rows(json, scratch, forecast->chain, forecast->chains, chain_stage_name, CHAIN_STAGES);
    if (forecast->chains > 0) {
        json_lacks(json, forecast_chain_lacks, forecast->chain_lacks, chain_stage_name,
                   CHAIN_STAGES);
        json_sensitivities(json, scratch, forecast);
    }
    json_string(json, "deals_that_change_nothing", forecast->without_effect);
    json_inputs(json, scratch, forecast, 0);
    json_object_end(json);
}

static void json_fan(struct json *json, const struct fan *fan)
{
    int y, i;

    json_array_begin(json, "fan");
    for (y = 0; fan->unit != NULL && y <= FAN_YEARS; ++y) {
        json_object_begin(json, NULL);
        json_integer(json, "year", y);
        json_number(json, "need", fan->need[y]);
        json_array_begin(json, "supply");
        for (i = 0; i < FAN_LEVELS; ++i)
            json_number(json, NULL, fan->supply[y][i]);
        json_array_end(json);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_fleet(struct json *json, struct claim *scratch, const struct forecast *forecast)
{
    const char *const *stage = forecast_stage_names(scratch, forecast);

    json_object_begin(json, "listed_projects");
    json_string(json, "missing", forecast->fleet_missing);
    if (forecast->fleet_missing == NULL && stage != NULL) {
        json_string(json, "question", forecast_fleet_question(scratch, forecast));
        json_string(json, "inputs", forecast_fleet_inputs(scratch, forecast));
        json_rows(json, scratch, forecast->fleet, forecast->fleets, stage, forecast->stages);
        json_lacks(json, forecast_fleet_lacks, forecast->fleet_lacks, stage, forecast->stages);
        json_fan(json, &forecast->fan);
        json_inputs(json, scratch, forecast, 1);
    }
    json_object_end(json);
}

int forecast_json(const struct forecast *forecast, struct json *json, const char *key)
{
    struct claim scratch = {0};

    json_object_begin(json, key);
    json_number(json, "base_year", forecast->base);
    json_scenario(json, forecast);
    json_chain(json, &scratch, forecast);
    json_fleet(json, &scratch, forecast);
    json_object_end(json);
    claim_free(&scratch);
    return scratch.failed ? -1 : 0;
}

/* --- CSV: the columns of report_csv.c ---------------------------------------------------------- */

struct records {
    struct csv_out *csv;
    const struct forecast *forecast;
    const char *subject, *stage, *period, *remark;
    struct origin first;
    unsigned long last;
};

static void put(const struct records *records, const char *figure, const char *of, int known,
                double low, double high, const char *unit)
{
    struct csv_out *csv = records->csv;

    csv_put_text(csv, records->subject);
    csv_put_text(csv, records->stage);
    csv_put_text(csv, records->period);
    csv_put_text(csv, figure);
    csv_put_text(csv, of);
    csv_put_interval(csv, known, low, high);
    csv_put_text(csv, unit);
    csv_put_text(csv, "");
    csv_put_text(csv, "own");
    csv_put_text(csv, records->remark);
    csv_put_text(csv, records->first.file);
    csv_put_line(csv, records->first.line);
    csv_put_line(csv, records->last);
    csv_end_record(csv);
}

static void put_chances(const struct records *records, const struct forecast_row *row)
{
    static const char *const figure[] = {"within_1_year", "within_10_years", "within_20_years"};
    int i;

    for (i = 0; i < FORECAST_WITHINS; ++i)
        put(records, figure[i], row->label, 1, row->within[i].low, row->within[i].high, "fraction");
    put(records, "not_within_horizon", row->label, 1, row->never.low, row->never.high, "fraction");
}

static int is_known(const minrisk_when *when)
{
    return when->status == MINRISK_ALREADY || (when->known & MINRISK_KNOWS_FIRST) != 0;
}

static void put_quantile(struct records *records, struct claim *scratch,
                         const struct forecast_row *row, int which)
{
    static const char *const figure[] = {"years_p10", "years_p50", "years_p90"};
    const minrisk_when *low = &row->low[which], *high = &row->high[which];
    const char *remark = records->remark;

    if (!is_known(high))
        records->remark = claim_format(scratch, "%s; its %s beyond %d years", remark,
                                       is_known(low) ? "end is" : "range is", row->horizon);
    put(records, figure[which], row->label, is_known(low), low->first,
        is_known(high) ? high->first : HUGE_VAL, "years");
    records->remark = remark;
}

static void put_row(struct records *records, struct claim *scratch, const struct forecast_row *row,
                    const char *const *stage, size_t stages)
{
    size_t i;
    int q;

    records->remark =
        claim_format(scratch, "%s%s", forecast_method_text(scratch, records->forecast, row),
                     row->drawn ? "" : "; given success");
    for (q = 0; q < FORECAST_QUANTILES; ++q)
        put_quantile(records, scratch, row, q);
    put_chances(records, row);
    for (i = 0; i < stages; ++i)
        put(records, "last_stage", claim_format(scratch, "%s: %s", row->label, stage[i]), 1,
            row->bottleneck[i], row->bottleneck[i], "fraction");
}

/* What the stages of the first row lack, the parts of one in the chain. */
static void put_lacks(struct records *records, struct claim *scratch,
                      const struct forecast_row *row,
                      const struct shortfall lacks[][FORECAST_STAGES], const char *const *stage,
                      size_t stages)
{
    const struct forecast *forecast = records->forecast;
    const int parts = row == forecast->chain;
    size_t s;
    int d;

    records->remark =
        parts ? claim_format(scratch, "%s%s", forecast_method_text(scratch, forecast, row),
                             row->drawn ? "" : "; given success")
              : claim_format(scratch, "mean of the trials, 1,000 at most%s",
                             row->drawn ? "" : "; given success");
    for (d = 0; d < FORECAST_DATES; ++d) {
        for (s = 0; s < stages; ++s)
            put(records, claim_format(scratch, "lacking_at_%d_years", forecast_date[d]),
                claim_format(scratch, "%s: %s", row->label, stage[s]), 1, lacks[d][s].lacking.low,
                lacks[d][s].lacking.high, parts ? "fraction" : forecast->stage[s].unit);
    }
}

static void put_sensitivities(struct records *records, struct claim *scratch)
{
    const struct forecast *forecast = records->forecast;
    size_t i;

    for (i = 0; i < forecast->sensitivities; ++i) {
        const struct sensitivity *sensitivity = &forecast->sensitivity[i];
        put(records, forecast->sensitive == P50 ? "change_of_p50" : "change_of_p10",
            claim_format(scratch, "%s: %s a tenth lower", forecast->chain[0].label,
                         sensitivity->input->id),
            1, sensitivity->change, sensitivity->change, "years");
    }
}

static void span(struct records *records, const struct origin *first, unsigned long last)
{
    records->first = *first;
    records->last = last;
}

int forecast_csv(const struct forecast *forecast, struct csv_out *csv)
{
    const struct dataset *data = forecast->data;
    struct records records = {.csv = csv, .forecast = forecast};
    struct claim scratch = {0};
    const char *const *stage = forecast_stage_names(&scratch, forecast);
    size_t i;

    records.period = claim_format(&scratch, "%.0f", forecast->base);
    if (forecast->chains > 0)
        span(&records, &data->lead[0].origin, data->lead[data->leads - 1].origin.line);
    records.subject = "one new chain";
    records.stage = "mine to magnet";
    for (i = 0; i < forecast->chains; ++i)
        put_row(&records, &scratch, &forecast->chain[i], chain_stage_name, CHAIN_STAGES);
    if (forecast->chains > 0) {
        put_lacks(&records, &scratch, forecast->chain, forecast->chain_lacks, chain_stage_name,
                  CHAIN_STAGES);
        put_sensitivities(&records, &scratch);
    }
    if (forecast->fleets > 0)
        span(&records, &data->project[0].origin, data->project[data->projects - 1].origin.line);
    records.subject = "listed projects";
    records.stage = forecast->stages == 1 && stage != NULL ? stage[0] : "all with a need";
    for (i = 0; i < forecast->fleets && stage != NULL; ++i)
        put_row(&records, &scratch, &forecast->fleet[i], stage, forecast->stages);
    if (forecast->fleets > 0 && stage != NULL)
        put_lacks(&records, &scratch, forecast->fleet, forecast->fleet_lacks, stage,
                  forecast->stages);
    claim_free(&scratch);
    return scratch.failed ? -1 : 0;
}
