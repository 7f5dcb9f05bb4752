/* SPDX-License-Identifier: MIT */
/* The report for spreadsheets: one record for each figure, and for each row that it rests on. */
#include "report_csv.h"

#include <string.h>

#include "report_risk.h"

static const char *const columns[] = {"mineral", "stage", "period", "figure",  "of",
                                      "low",     "high",  "unit",   "printed", "relation",
                                      "remark",  "file",  "row",    "last_row"};

/* What a record is about, before its figure. */
static void begin_record(struct csv_out *csv, const struct report_row *row, const char *period,
                         const char *figure, const char *of)
{
    char stage[REPORT_CELL] = "";

    if (row->market != NULL)
        stage_name(row->market, stage, sizeof stage);
    csv_put_text(csv, row->mineral->name);
    csv_put_text(csv, stage);
    csv_put_text(csv, period);
    csv_put_text(csv, figure);
    csv_put_text(csv, of);
}

static void end_record(struct csv_out *csv, const char *unit, const char *printed,
                       enum relation relation, const char *remark)
{
    static const char *const relations[] = {"none", "own", "group", "cited"};

    csv_put_text(csv, unit);
    csv_put_text(csv, printed);
    csv_put_text(csv, relations[relation]);
    csv_put_text(csv, remark);
}

static void put_origin(struct csv_out *csv, const struct origin *first, unsigned long last)
{
    csv_put_text(csv, first->file);
    csv_put_line(csv, first->line);
    csv_put_line(csv, last);
    csv_end_record(csv);
}

static void put_measures(struct csv_out *csv, const struct report_row *row)
{
    int i;

    for (i = 0; i < MEASURE_COUNT; ++i) {
        struct measured value;
        char year[16];
        measure_row(row, (enum measure)i, &value);
        (void)snprintf(year, sizeof year, "%d", value.year);
        begin_record(csv, row, value.year != 0 ? year : value.period, measure_name((enum measure)i),
                     value.of);
        csv_put_interval(csv, value.known, value.low, value.high);
        end_record(csv, measure_unit((enum measure)i), value.printed, value.relation, value.remark);
        put_origin(csv, &value.first, value.last);
    }
}

/* What the countries are like, under the names of report_risk.c. */
static void put_risk(struct csv_out *csv, const struct report *report, const struct report_row *row)
{
    int i;

    for (i = 0; i < RISK_FIGURES; ++i) {
        enum risk_figure figure = (enum risk_figure)i;
        int known = risk_csv_known(&row->risk, figure), of_eu = figure == RISK_EU && known;
        const struct origin *origin = of_eu ? &row->risk.eu->origin : &row->mineral->origin;
        const char *name, *unit;
        minrisk_interval value;
        risk_csv_values(&row->risk, figure, &value, &name, &unit);
        begin_record(csv, row, figure == RISK_EU ? "2023" : "", name,
                     figure == RISK_BLOC ? report->bloc.name : "");
        csv_put_interval(csv, known, value.low, value.high);
        end_record(csv, unit, "",
                   !known  ? RELATION_NONE
                   : of_eu ? RELATION_OWN
                           : row->mineral->production_relation,
                   risk_csv_remark(&row->risk, figure));
        put_origin(csv, origin, origin->line);
    }
}

static void put_figure(struct csv_out *csv, const struct report_row *row,
                       const struct market *market, const char *name, const char *of,
                       const struct figure *figure, const struct origin *origin)
{
    int imports = market->kind == MARKET_IMPORTS;

    begin_record(csv, row, market->period, name, of);
    csv_put_interval(csv, figure_has_number(figure), figure->low, figure->high);
    end_record(csv, market->unit, figure->raw,
               imports ? row->mineral->imports_relation : row->mineral->production_relation, "");
    put_origin(csv, origin, origin->line);
}

static void put_market(struct csv_out *csv, const struct report_row *row,
                       const struct market *market)
{
    const char *name = market->kind == MARKET_IMPORTS ? "import_share" : "supply";
    size_t i;

    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        put_figure(csv, row, market, name, supplier->name, &supplier->quantity, &supplier->origin);
    }
    if (market->has_world)
        put_figure(csv, row, market, "world_total", "", &market->world, &market->world_origin);
}

static void put_cited(struct csv_out *csv, const struct report *report,
                      const struct report_row *row)
{
    size_t i;

    for (i = 0; i < report->data->citeds; ++i) {
        const struct cited *each = &report->data->cited[i];
        if (strcmp(each->mineral, row->mineral->name) != 0)
            continue;
        begin_record(csv, row, each->period, "cited", each->figure);
        csv_put_interval(csv, 1, each->low, each->high);
        end_record(csv, each->unit, "", RELATION_CITED, each->source);
        put_origin(csv, &each->origin, each->origin.line);
    }
}

void report_csv(const struct report *report, struct csv_out *csv)
{
    size_t i;

    for (i = 0; i < sizeof columns / sizeof columns[0]; ++i)
        csv_put_text(csv, columns[i]);
    csv_end_record(csv);
    for (i = 0; i < report->rows; ++i) {
        const struct report_row *row = &report->row[i];
        put_measures(csv, row);
        put_risk(csv, report, row);
        if (row->market != NULL)
            put_market(csv, row, row->market);
        if (row->imports != NULL)
            put_market(csv, row, row->imports);
        put_cited(csv, report, row);
    }
}
