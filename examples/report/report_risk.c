/* SPDX-License-Identifier: MIT */
/* The part of the report on what countries are like: as text, JSON and CSV. html_risk.c has it for
 * the page. */
#include "report_risk.h"

#include <string.h>

const char risk_meaning[] =
    "sum of each country's share squared times its political instability on 0 to 10 (World Bank, "
    "one indicator of the six that the EU takes, and no trade parameters): not the EU's score. "
    "Residuals, and countries without an indicator, may have any";

const char risk_eu_meaning[] = "EU: supply risk (SR) of the EU's assessment of 2023, as published; "
                               "from 1.0 on, with importance, critical.";

void risk_interval_text(char text[REPORT_CELL], const minrisk_interval *value, double scale,
                        const char *unit)
{
    char low[32], high[32];

    (void)snprintf(low, sizeof low, "%.2f", value->low * scale);
    (void)snprintf(high, sizeof high, "%.2f", value->high * scale);
    if (strcmp(low, high) == 0)
        (void)snprintf(text, REPORT_CELL, "%s%s", low, unit);
    else
        (void)snprintf(text, REPORT_CELL, "%s..%s%s", low, high, unit);
}

void risk_eu_text(char text[REPORT_CELL], const struct risk *risk)
{
    if (risk->eu == NULL)
        (void)snprintf(text, REPORT_CELL, "-");
    else
        (void)snprintf(text, REPORT_CELL, "%g", risk->eu->supply_risk);
}

/* Rows of one mineral stand together: how many from this one on. */
static size_t stages_from(const struct report *report, size_t first)
{
    size_t next = first + 1;

    while (next < report->rows && report->row[next].mineral == report->row[first].mineral)
        ++next;
    return next - first;
}

size_t risk_stages(const struct report *report, size_t first)
{
    size_t i, tables = 0, count = stages_from(report, first);

    if (first > 0 && report->row[first - 1].mineral == report->row[first].mineral)
        return 0;
    for (i = first; i < first + count; ++i)
        tables += report->row[i].market != NULL && report->row[i].production.known;
    return tables > 1 ? count : 0;
}

void risk_stage_text(char text[REPORT_CELL], const struct report_row *row)
{
    char stage[REPORT_CELL];
    const struct concentration *found = &row->production;
    double low = minrisk_to_points(found->hhi.low), high = minrisk_to_points(found->hhi.high);

    stage_name(row->market, stage, sizeof stage);
    if (!found->known || found->leader == NULL)
        (void)snprintf(text, REPORT_CELL, "%.40s: not known", stage);
    else if (high - low < 1)
        (void)snprintf(text, REPORT_CELL, "%.40s: %.30s, HHI %.0f", stage, found->leader->name,
                       high);
    else
        (void)snprintf(text, REPORT_CELL, "%.40s: %.30s%s, HHI %.0f..%.0f", stage,
                       found->leader->name, found->leader_certain ? "" : "?", low, high);
}

/* --- text ------------------------------------------------------------------------------------- */

static void print_row(struct out *out, const struct report_row *row)
{
    char name[REPORT_CELL], stability[REPORT_CELL], bloc[REPORT_CELL], eu[REPORT_CELL];

    row_title(row, name);
    risk_eu_text(eu, &row->risk);
    if (!row->risk.known) {
        out_wrapf(out, 2, 4, "%s: not known (%s); EU %s", name, row->risk.why, eu);
        return;
    }
    risk_interval_text(stability, &row->risk.stability, 1, "");
    risk_interval_text(bloc, &row->risk.bloc, 100, " %");
    out_wrapf(out, 2, 4, "%s: weighted HHI %s; EU %s; bloc %s%s", name, stability, eu, bloc,
              row->mineral->production_relation == RELATION_GROUP ? " (of the group)" : "");
}

static void print_stages(struct out *out, const struct report *report, size_t first, size_t count)
{
    size_t i;

    out_wrapf(out, 2, 4, "%s", report->row[first].mineral->name);
    for (i = first; i < first + count; ++i) {
        char text[REPORT_CELL];
        if (report->row[i].market == NULL)
            continue;
        risk_stage_text(text, &report->row[i]);
        out_wrapf(out, 4, 6, "%s", text);
    }
}

void risk_table(const struct report *report, struct out *out)
{
    size_t i, count, any = 0;

    out_heading(out, "COUNTRY RISK, BLOCS AND STAGES");
    out_wrapf(out, 0, 2, "Weighted HHI: %s.", risk_meaning);
    out_wrapf(out, 0, 2, "%s", risk_eu_meaning);
    out_wrapf(out, 0, 2, "Bloc: share of %s, %zu countries.", report->bloc.name,
              report->bloc.members);
    for (i = 0; i < report->rows; ++i)
        print_row(out, &report->row[i]);
    for (i = 0; i < report->rows; ++i) {
        count = risk_stages(report, i);
        if (count > 0 && any++ == 0)
            out_text(out, "Stages of one mineral, side by side:\n");
        if (count > 0)
            print_stages(out, report, i, count);
    }
}

/* --- JSON and CSV ----------------------------------------------------------------------------- */

void risk_json_bloc(const struct report *report, struct json *json)
{
    size_t i;

    json_object_begin(json, "bloc");
    json_string(json, "name", report->bloc.name);
    json_array_begin(json, "iso3");
    for (i = 0; i < report->bloc.members; ++i)
        json_string(json, NULL, report->bloc.iso3[i]);
    json_array_end(json);
    json_object_end(json);
}

void risk_json(const struct report_row *row, struct json *json)
{
    const struct risk *risk = &row->risk;

    json_object_begin(json, "country_risk");
    json_bool(json, "known", risk->known);
    json_string(json, "remark", risk->known ? NULL : risk->why);
    if (risk->known) {
        json_string(json, "obtained", risk_meaning);
        json_interval(json, "stability_weighted_hhi", risk->stability.low, risk->stability.high);
        json_integer(json, "indicator_year", risk->year);
        json_integer(json, "countries_without_indicator", (long)risk->unscored);
        json_interval(json, "bloc_share", risk->bloc.low, risk->bloc.high);
    }
    if (risk->eu == NULL) {
        json_null(json, "eu_supply_risk");
    } else {
        json_object_begin(json, "eu_supply_risk");
        json_string(json, "material", risk->eu->material);
        json_number(json, "value", risk->eu->supply_risk);
        json_number(json, "economic_importance", risk->eu->economic_importance);
        json_origin(json, "source", &risk->eu->origin);
        json_object_end(json);
    }
    json_object_end(json);
}

void risk_csv_values(const struct risk *risk, enum risk_figure figure, minrisk_interval *value,
                     const char **name, const char **unit)
{
    static const char *const names[] = {"stability_weighted_hhi", "bloc_share", "eu_supply_risk"};
    static const char *const units[] = {"0 to 10", "fraction", "score"};

    *name = names[figure];
    *unit = units[figure];
    if (figure == RISK_STABILITY)
        *value = risk->stability;
    else if (figure == RISK_BLOC)
        *value = risk->bloc;
    else
        value->low = value->high = risk->eu == NULL ? 0 : risk->eu->supply_risk;
}

int risk_csv_known(const struct risk *risk, enum risk_figure figure)
{
    return figure == RISK_EU ? risk->eu != NULL : risk->known;
}

const char *risk_csv_remark(const struct risk *risk, enum risk_figure figure)
{
    if (figure == RISK_EU)
        return "";
    if (!risk->known)
        return risk->why;
    return figure == RISK_STABILITY ? "by one indicator of six; not the EU's score" : "";
}
