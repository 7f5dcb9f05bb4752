/* SPDX-License-Identifier: MIT */
/* The report for programs: every figure with its file, its row and how it was obtained. */
#include "report.h"
#include "report_risk.h"

static void level_member(struct json *json, const minrisk_interval *hhi, int32_t guideline)
{
    int32_t level[2];

    classify_interval(hhi, guideline, level);
    json_object_begin(json, "class");
    json_integer(json, "guideline", guideline);
    json_string(json, "low", level_name(level[0]));
    json_string(json, "high", level_name(level[1]));
    json_bool(json, "straddles", level[0] != level[1]);
    json_object_end(json);
}

static void suppliers_member(struct json *json, const struct market *market)
{
    static const char *const kinds[] = {"", "country", "several countries", "residual"};
    size_t i;

    json_array_begin(json, "suppliers");
    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        json_object_begin(json, NULL);
        json_string(json, "name", supplier->name);
        json_string(json, "iso3", supplier->iso3[0] ? supplier->iso3 : NULL);
        json_string(json, "kind", kinds[supplier->kind]);
        if (supplier->form[0] != '\0')
            json_string(json, "form", supplier->form);
        json_bool(json, "estimated", supplier->estimated);
        json_figure(json, "quantity", &supplier->quantity, &supplier->origin);
        json_object_end(json);
    }
    json_array_end(json);
}

static void table_member(struct json *json, const struct market *market)
{
    json_object_begin(json, "table");
    json_string(json, "commodity", market->commodity);
    json_string(json, "stage", market->stage);
    json_string(json, "period", market->period);
    json_string(json, "unit", market->unit);
    json_bool(json, "estimated", market->estimated);
    if (market->has_world)
        json_figure(json, "world_total", &market->world, &market->world_origin);
    suppliers_member(json, market);
    json_object_end(json);
}

static void points_member(struct json *json, const minrisk_interval *hhi)
{
    json_interval(json, "hhi", hhi->low, hhi->high);
    json_interval(json, "hhi_points", minrisk_to_points(hhi->low), minrisk_to_points(hhi->high));
}

static void leader_member(struct json *json, const struct concentration *found)
{
    if (found->leader == NULL) {
        json_null(json, "largest");
        return;
    }
    json_object_begin(json, "largest");
    json_string(json, "name", found->leader->name);
    json_string(json, "iso3", found->leader->iso3);
    json_bool(json, "certain", found->leader_certain);
    json_interval(json, "share", found->leader_share.low, found->leader_share.high);
    json_origin(json, "source", &found->leader->origin);
    json_object_end(json);
}

static void concentration_members(struct json *json, const struct concentration *found,
                                  int32_t guideline)
{
    json_bool(json, "known", found->known);
    json_string(json, "remark", found->why[0] ? found->why : NULL);
    if (!found->known)
        return;
    json_string(json, "obtained",
                "bounds over every completion of the rows of the table (minrisk_hhi_bounds)");
    points_member(json, &found->hhi);
    level_member(json, &found->hhi, guideline);
    json_interval(json, "effective_suppliers", found->effective.low, found->effective.high);
    leader_member(json, found);
    json_interval(json, "named_coverage", found->coverage.low, found->coverage.high);
    json_interval(json, "top3_share", found->top3.low, found->top3.high);
    json_interval(json, "residual_share", found->residual_share.low, found->residual_share.high);
    json_integer(json, "rows_without_number", (long)found->unknown);
}

static void relation_member(struct json *json, enum relation relation)
{
    static const char *const names[] = {"none", "own", "group", "cited"};

    json_string(json, "relation", names[relation]);
    json_bool(json, "proxy_data", relation == RELATION_GROUP);
}

static void cited_member(struct json *json, const struct dataset *data,
                         const struct mineral *mineral)
{
    size_t i;

    json_array_begin(json, "cited");
    for (i = 0; i < data->citeds; ++i) {
        const struct cited *each = &data->cited[i];
        const struct mineral *of = dataset_mineral(data, each->mineral);
        if (of != mineral)
            continue;
        json_object_begin(json, NULL);
        json_string(json, "figure", each->figure);
        json_interval(json, "value", each->low, each->high);
        json_string(json, "unit", each->unit);
        json_string(json, "period", each->period);
        json_string(json, "cited_from", each->source);
        json_string(json, "note", each->note);
        json_origin(json, "source", &each->origin);
        json_object_end(json);
    }
    json_array_end(json);
}

static void production_member(struct json *json, const struct report *report,
                              const struct report_row *row)
{
    minrisk_interval hhi;

    json_object_begin(json, "production");
    relation_member(json, row->mineral->production_relation);
    if (row->market != NULL) {
        concentration_members(json, &row->production, report->options->guideline);
        table_member(json, row->market);
    } else {
        json_bool(json, "known", row_hhi(row, &hhi));
        if (row_hhi(row, &hhi)) {
            json_string(json, "obtained", "cited as it is; see cited");
            points_member(json, &hhi);
            level_member(json, &hhi, report->options->guideline);
        }
    }
    json_object_end(json);
}

static void reliance_member(struct json *json, const struct report_row *row)
{
    static const char *const states[] = {
        "value", "above", "below", "net exporter", "no consumption", "not available", "withheld"};
    const struct reliance_row *reliance = row->reliance;

    if (reliance == NULL) {
        json_null(json, "us_net_import_reliance");
        return;
    }
    json_object_begin(json, "us_net_import_reliance");
    relation_member(json, row->mineral->reliance_relation);
    json_integer(json, "year", reliance->year);
    json_string(json, "detail", reliance->detail);
    json_string(json, "state", states[reliance->value.state]);
    if (reliance->value.known)
        json_interval(json, "value", reliance->value.low, reliance->value.high);
    else
        json_null(json, "value");
    json_string(json, "obtained", "as published (minrisk_reliance_published)");
    json_string(json, "note", reliance->note);
    json_figure(json, "percent", &reliance->percent, &reliance->origin);
    json_object_end(json);
}

static void imports_member(struct json *json, const struct report *report,
                           const struct report_row *row)
{
    if (row->imports == NULL) {
        json_null(json, "us_import_sources");
        return;
    }
    json_object_begin(json, "us_import_sources");
    relation_member(json, row->mineral->imports_relation);
    concentration_members(json, &row->sources, report->options->guideline);
    table_member(json, row->imports);
    json_object_end(json);
}

static void row_member(struct json *json, const struct report *report, const struct report_row *row)
{
    const struct dataset *data = report->data;
    char stage[128];
    size_t i;

    json_object_begin(json, NULL);
    json_string(json, "mineral", row->mineral->name);
    json_string(json, "note", row->mineral->note[0] ? row->mineral->note : NULL);
    json_origin(json, "source", &row->mineral->origin);
    for (i = 0; i < data->ranks; ++i) {
        if (row->mineral->rank == data->rank[i].rank) {
            json_integer(json, "rank", data->rank[i].rank);
            json_origin(json, "rank_source", &data->rank[i].origin);
        }
    }
    if (row->market != NULL) {
        stage_name(row->market, stage, sizeof stage);
        json_string(json, "stage", stage);
    }
    production_member(json, report, row);
    risk_json(row, json);
    cited_member(json, data, row->mineral);
    reliance_member(json, row);
    imports_member(json, report, row);
    json_object_end(json);
}

void report_json(const struct report *report, struct json *json)
{
    const struct options *options = report->options;
    size_t i;

    json_object_begin(json, "assumptions");
    json_bool(json, "others_smaller", options->assume.others_smaller);
    json_bool(json, "withheld_in_total", options->assume.withheld_in_total);
    json_string(json, "denominator", "the sum of the rows, not the printed world total");
    json_object_end(json);
    risk_json_bloc(report, json);
    json_array_begin(json, "left_out");
    for (i = 0; i < report->data->absents; ++i) {
        json_object_begin(json, NULL);
        json_string(json, "file", report->data->absent[i].file);
        json_string(json, "what", report->data->absent[i].what);
        json_object_end(json);
    }
    json_array_end(json);
    json_array_begin(json, "rows");
    for (i = 0; i < report->rows; ++i)
        row_member(json, report, &report->row[i]);
    json_array_end(json);
}

void manifest_json(const struct dataset *data, struct json *json)
{
    size_t i;

    json_array_begin(json, "manifest");
    for (i = 0; i < data->manifests; ++i) {
        const struct manifest_row *row = &data->manifest[i];
        json_object_begin(json, NULL);
        json_string(json, "file", row->file);
        json_string(json, "title", row->title);
        json_string(json, "source", row->source);
        json_string(json, "date", row->date);
        json_string(json, "licence", row->licence);
        json_string(json, "sha256", row->sha256);
        json_origin(json, "listed", &row->origin);
        json_object_end(json);
    }
    json_array_end(json);
}
