/* SPDX-License-Identifier: MIT */
/* Governance, assessments, projects, agreements, demand and cited figures. */
#include "load.h"

#include <math.h>
#include <string.h>

#include "columns.h"

int load_governance(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct governance_row *row;

    /* A country without an estimate that year has a row without figures. */
    if (csv_get(csv, GOVERNANCE_ESTIMATE)[0] == '\0' && csv_get(csv, GOVERNANCE_ERROR)[0] == '\0' &&
        csv_get(csv, GOVERNANCE_RISK)[0] == '\0')
        return 0;
    data->governance = room_for_one(loader, data->governance, data->governances, sizeof *row);
    if (data->governance == NULL)
        return -1;
    row = &data->governance[data->governances++];
    row->name = get_name(loader, csv, GOVERNANCE_NAME);
    row->origin = csv_origin(csv);
    if (row->name == NULL || get_iso3(csv, GOVERNANCE_ISO3, row->iso3) != 0 ||
        get_integer(csv, GOVERNANCE_YEAR, 1900, 2200, &row->year) != 0 ||
        get_number(csv, GOVERNANCE_ESTIMATE, -5, 5, &row->estimate) != 0 ||
        get_number(csv, GOVERNANCE_ERROR, 0, 5, &row->std_err) != 0)
        return -1;
    return get_number(csv, GOVERNANCE_RISK, 0, 1, &row->risk);
}

int load_eu(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct eu_row *row;

    data->eu = room_for_one(loader, data->eu, data->eus, sizeof *row);
    if (data->eu == NULL)
        return -1;
    row = &data->eu[data->eus++];
    row->material = get_name(loader, csv, EU_MATERIAL);
    row->used_stage = get_text(loader, csv, EU_USED_STAGE);
    row->stages = get_text(loader, csv, EU_STAGES);
    row->origin = csv_origin(csv);
    if (row->material == NULL || row->used_stage == NULL || row->stages == NULL ||
        get_number(csv, EU_RISK, 0, 100, &row->supply_risk) != 0)
        return -1;
    return get_number(csv, EU_IMPORTANCE, 0, 100, &row->economic_importance);
}

static int get_project_texts(struct loader *loader, struct csv *csv, struct project *row)
{
    row->id = get_name(loader, csv, PROJECT_ID);
    row->name = get_name(loader, csv, PROJECT_NAME);
    row->commodity = get_name(loader, csv, PROJECT_COMMODITY);
    row->stage = get_name(loader, csv, PROJECT_STAGE);
    row->status = get_name(loader, csv, PROJECT_STATUS);
    row->unit = get_name(loader, csv, PROJECT_UNIT);
    row->assumed = get_text(loader, csv, PROJECT_ASSUMED);
    row->note = get_text(loader, csv, PROJECT_NOTE);
    row->source = get_text(loader, csv, PROJECT_SOURCE);
    row->origin = csv_origin(csv);
    return row->id == NULL || row->name == NULL || row->commodity == NULL || row->stage == NULL ||
                   row->status == NULL || row->unit == NULL || row->assumed == NULL ||
                   row->note == NULL || row->source == NULL
               ? -1
               : 0;
}

static int descends(const struct optional *a, const struct optional *b)
{
    return a->has && b->has && a->value > b->value;
}

static int get_project_start(struct csv *csv, struct project *row)
{
    if (get_optional(csv, PROJECT_EARLIEST, 1900, 2200, &row->start_earliest) != 0 ||
        get_optional(csv, PROJECT_LIKELY, 1900, 2200, &row->start_likely) != 0 ||
        get_optional(csv, PROJECT_LATEST, 1900, 2200, &row->start_latest) != 0)
        return -1;
    if (descends(&row->start_earliest, &row->start_likely))
        return csv_refuse(csv, PROJECT_LIKELY, "a year not before start_earliest");
    if (descends(&row->start_likely, &row->start_latest) ||
        descends(&row->start_earliest, &row->start_latest))
        return csv_refuse(csv, PROJECT_LATEST, "a year not before start_likely");
    return 0;
}

/* What is added up or compared must be in one unit; an index is compared with nothing. */
static int check_project_unit(const struct dataset *data, struct csv *csv, const char *commodity,
                              const char *stage, size_t column)
{
    char expected[160];
    size_t i;

    for (i = 0; i < data->projects; ++i) {
        const struct project *each = &data->project[i];
        if (strcmp(each->commodity, commodity) != 0 || strcmp(each->stage, stage) != 0 ||
            strcmp(each->unit, csv_get(csv, column)) == 0)
            continue;
        (void)snprintf(expected, sizeof expected, "\"%.60s\", the unit of line %lu of %.60s",
                       each->unit, each->origin.line, each->origin.file);
        return csv_refuse(csv, column, expected);
    }
    return 0;
}

/* A need is that of a commodity at a stage: it may stand in several rows, but is one. */
static int get_project_need(const struct dataset *data, struct csv *csv, struct project *row)
{
    char expected[160];
    size_t i;

    if (get_optional(csv, PROJECT_NEED, 0, HUGE_VAL, &row->need) != 0)
        return -1;
    for (i = 0; row->need.has && i < data->projects; ++i) {
        const struct project *each = &data->project[i];
        if (!each->need.has || each->need.value == row->need.value ||
            strcmp(each->commodity, row->commodity) != 0 || strcmp(each->stage, row->stage) != 0)
            continue;
        (void)snprintf(expected, sizeof expected, "%.10g or nothing, as in line %lu of %.60s",
                       each->need.value, each->origin.line, each->origin.file);
        return csv_refuse(csv, PROJECT_NEED, expected);
    }
    return 0;
}

int load_project(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct project *row;

    data->project = room_for_one(loader, data->project, data->projects, sizeof *row);
    if (data->project == NULL)
        return -1;
    row = &data->project[data->projects];
    if (get_project_texts(loader, csv, row) != 0 ||
        get_iso3(csv, PROJECT_COUNTRY, row->country) != 0 ||
        get_iso3(csv, PROJECT_OWNER, row->owner) != 0 ||
        get_optional(csv, PROJECT_NAMEPLATE, 0, HUGE_VAL, &row->nameplate) != 0 ||
        get_project_start(csv, row) != 0 ||
        get_number(csv, PROJECT_SUCCESS, 0, 1, &row->success) != 0 ||
        get_number(csv, PROJECT_ACCESSIBLE, 0, 1, &row->accessible) != 0)
        return -1;
    if (get_project_need(data, csv, row) != 0)
        return -1;
    if (dataset_project(data, row->id) != NULL)
        return csv_refuse(csv, PROJECT_ID, "an id that has not been given before");
    if (check_project_unit(data, csv, row->commodity, row->stage, PROJECT_UNIT) != 0)
        return -1;
    ++data->projects;
    return 0;
}

int load_agreement(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct agreement *row;

    data->agreement = room_for_one(loader, data->agreement, data->agreements, sizeof *row);
    if (data->agreement == NULL)
        return -1;
    row = &data->agreement[data->agreements++];
    row->name = get_name(loader, csv, AGREEMENT_NAME);
    row->signed_on = get_name(loader, csv, AGREEMENT_SIGNED);
    row->kind = get_name(loader, csv, AGREEMENT_KIND);
    row->note = get_text(loader, csv, AGREEMENT_NOTE);
    row->source = get_text(loader, csv, AGREEMENT_SOURCE);
    row->origin = csv_origin(csv);
    if (row->name == NULL || row->signed_on == NULL || row->kind == NULL || row->note == NULL ||
        row->source == NULL || get_iso3(csv, AGREEMENT_PARTNER, row->partner) != 0)
        return -1;
    return get_optional(csv, AGREEMENT_VALUE, 0, HUGE_VAL, &row->billion_usd);
}

static int get_demand_numbers(struct csv *csv, struct demand *row)
{
    if (get_integer(csv, DEMAND_YEAR, 1900, 2200, &row->year) != 0 ||
        get_number(csv, DEMAND_LOW, 0, HUGE_VAL, &row->low) != 0 ||
        get_number(csv, DEMAND_BASE, 0, HUGE_VAL, &row->base) != 0 ||
        get_number(csv, DEMAND_HIGH, 0, HUGE_VAL, &row->high) != 0 ||
        get_number(csv, DEMAND_GROWTH_LOW, -.99, 10, &row->growth_low) != 0 ||
        get_number(csv, DEMAND_GROWTH_BASE, -.99, 10, &row->growth_base) != 0 ||
        get_number(csv, DEMAND_GROWTH_HIGH, -.99, 10, &row->growth_high) != 0)
        return -1;
    if (row->low > row->base || row->base > row->high)
        return csv_refuse(csv, DEMAND_BASE, "a number from low to high");
    if (row->growth_low > row->growth_base || row->growth_base > row->growth_high)
        return csv_refuse(csv, DEMAND_GROWTH_BASE, "a number from growth_low to growth_high");
    return 0;
}

int load_demand(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct demand *row;

    data->demand = room_for_one(loader, data->demand, data->demands, sizeof *row);
    if (data->demand == NULL)
        return -1;
    row = &data->demand[data->demands++];
    row->commodity = get_name(loader, csv, DEMAND_COMMODITY);
    row->stage = get_name(loader, csv, DEMAND_STAGE);
    row->buyer = get_name(loader, csv, DEMAND_BUYER);
    row->unit = get_name(loader, csv, DEMAND_UNIT);
    row->note = get_text(loader, csv, DEMAND_NOTE);
    row->source = get_text(loader, csv, DEMAND_SOURCE);
    row->origin = csv_origin(csv);
    if (row->commodity == NULL || row->stage == NULL || row->buyer == NULL || row->unit == NULL ||
        row->note == NULL || row->source == NULL ||
        (strcmp(row->unit, "index") != 0 &&
         check_project_unit(data, csv, row->commodity, row->stage, DEMAND_UNIT) != 0))
        return -1;
    return get_demand_numbers(csv, row);
}

static int get_cited_value(struct csv *csv, struct cited *row)
{
    struct figure figure;
    char text[64];

    (void)snprintf(text, sizeof text, "%.63s", csv_get(csv, CITED_VALUE));
    csv_exchange(csv, text);
    if (strlen(csv_get(csv, CITED_VALUE)) >= sizeof text || figure_parse(text, &figure) != NULL ||
        (figure.kind != FIGURE_NUMBER && figure.kind != FIGURE_RANGE))
        return csv_refuse(csv, CITED_VALUE, "a number or a range");
    row->low = figure.low;
    row->high = figure.high;
    if (strcmp(row->unit, "fraction") == 0 && row->high > 1)
        return csv_refuse(csv, CITED_VALUE, "a fraction of at most 1");
    return 0;
}

int load_cited(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct cited *row;

    data->cited = room_for_one(loader, data->cited, data->citeds, sizeof *row);
    if (data->cited == NULL)
        return -1;
    row = &data->cited[data->citeds++];
    row->mineral = get_name(loader, csv, CITED_MINERAL);
    row->figure = get_name(loader, csv, CITED_FIGURE);
    row->unit = get_name(loader, csv, CITED_UNIT);
    row->period = get_name(loader, csv, CITED_YEAR);
    row->source = get_name(loader, csv, CITED_SOURCE);
    row->note = get_text(loader, csv, CITED_NOTE);
    row->origin = csv_origin(csv);
    if (row->mineral == NULL || row->figure == NULL || row->unit == NULL || row->period == NULL ||
        row->source == NULL || row->note == NULL)
        return -1;
    return get_cited_value(csv, row);
}

int load_claim(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct claim_row *row;

    data->claim = room_for_one(loader, data->claim, data->claims, sizeof *row);
    if (data->claim == NULL)
        return -1;
    row = &data->claim[data->claims];
    row->id = get_name(loader, csv, CLAIM_ID);
    row->title = get_name(loader, csv, CLAIM_TITLE);
    row->claim = get_name(loader, csv, CLAIM_CLAIM);
    row->quantity = get_text(loader, csv, CLAIM_QUANTITY);
    row->unit = get_text(loader, csv, CLAIM_UNIT);
    row->source = get_text(loader, csv, CLAIM_SOURCE);
    row->origin = csv_origin(csv);
    if (row->id == NULL || row->title == NULL || row->claim == NULL || row->quantity == NULL ||
        row->unit == NULL || row->source == NULL ||
        get_optional(csv, CLAIM_LOW, 0, HUGE_VAL, &row->low) != 0 ||
        get_optional(csv, CLAIM_HIGH, 0, HUGE_VAL, &row->high) != 0)
        return -1;
    if (descends(&row->low, &row->high))
        return csv_refuse(csv, CLAIM_HIGH, "a number not below low");
    if (dataset_claim(data, row->id) != NULL)
        return csv_refuse(csv, CLAIM_ID, "an id that has not been given before");
    ++data->claims;
    return 0;
}

static int get_lead_numbers(struct csv *csv, struct lead_row *row)
{
    if (get_optional(csv, LEAD_LOW, 0, HUGE_VAL, &row->low) != 0 ||
        get_optional(csv, LEAD_LIKELY, 0, HUGE_VAL, &row->likely) != 0 ||
        get_optional(csv, LEAD_HIGH, 0, HUGE_VAL, &row->high) != 0)
        return -1;
    if (descends(&row->low, &row->likely))
        return csv_refuse(csv, LEAD_LIKELY, "a number not below low");
    if (descends(&row->likely, &row->high) || descends(&row->low, &row->high))
        return csv_refuse(csv, LEAD_HIGH, "a number not below the others");
    if (get_optional(csv, LEAD_MEAN, 0, HUGE_VAL, &row->mean) != 0 ||
        get_optional(csv, LEAD_SD, 0, HUGE_VAL, &row->sd) != 0)
        return -1;
    if (row->mean.has != row->sd.has)
        return csv_refuse(csv, LEAD_SD, "a number beside a mean, and nothing without one");
    return 0;
}

int load_lead(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct lead_row *row;

    data->lead = room_for_one(loader, data->lead, data->leads, sizeof *row);
    if (data->lead == NULL)
        return -1;
    row = &data->lead[data->leads];
    row->id = get_name(loader, csv, LEAD_ID);
    row->stage = get_name(loader, csv, LEAD_STAGE);
    row->phase = get_name(loader, csv, LEAD_PHASE);
    row->unit = get_name(loader, csv, LEAD_UNIT);
    row->shape = get_text(loader, csv, LEAD_SHAPE);
    row->derivation = get_text(loader, csv, LEAD_DERIVATION);
    row->source = get_text(loader, csv, LEAD_SOURCE);
    row->origin = csv_origin(csv);
    if (row->id == NULL || row->stage == NULL || row->phase == NULL || row->unit == NULL ||
        row->shape == NULL || row->derivation == NULL || row->source == NULL ||
        get_lead_numbers(csv, row) != 0)
        return -1;
    if (dataset_lead(data, row->id) != NULL)
        return csv_refuse(csv, LEAD_ID, "an id that has not been given before");
    ++data->leads;
    return 0;
}
