/* SPDX-License-Identifier: MIT */
/* What is produced, imported and used. */
#include "load.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "columns.h"

/* The period of these import sources is said by the name of their file alone. */
#define USGS_IMPORTS "usgs_mcs2026_import_sources_2021_2024.csv"
#define USGS_PERIOD  "2021-2024"

static int get_row_kind(struct csv *csv, struct production_row *row)
{
    static const char *const words[] = {"country", "residual", "world_total"};
    const char *text = csv_get(csv, PRODUCTION_ROW_KIND);
    int other = names_residual(row->name), world = strcmp(row->name, "World total") == 0;
    enum row_kind expected = other ? ROW_RESIDUAL : world ? ROW_WORLD : ROW_COUNTRY;

    if (csv_has(csv, PRODUCTION_ROW_KIND) && strcmp(text, words[expected - 1]) != 0)
        return csv_refuse(csv, PRODUCTION_ROW_KIND,
                          other   ? "residual, as the row is of other countries"
                          : world ? "world_total, as the row is the world"
                                  : "country, as the row is of a named country");
    row->row_kind = expected;
    return 0;
}

static int check_production_name(struct loader *loader, struct csv *csv,
                                 const struct production_row *row)
{
    struct supplier supplier;

    memset(&supplier, 0, sizeof supplier);
    if (row->row_kind != ROW_WORLD && supplier_identify(loader->data, row->name, &supplier) != 0)
        return csv_refuse(csv, PRODUCTION_COUNTRY, "a name that country_names.csv has");
    return 0;
}

int load_production(struct loader *loader, struct csv *csv)
{
    struct production_row *row;

    loader->production =
        room_for_one(loader, loader->production, loader->production_rows, sizeof *row);
    if (loader->production == NULL)
        return -1;
    row = &loader->production[loader->production_rows++];
    row->chapter = get_text(loader, csv, PRODUCTION_CHAPTER);
    row->commodity = get_name(loader, csv, PRODUCTION_COMMODITY);
    row->detail = get_name(loader, csv, PRODUCTION_DETAIL);
    row->unit = get_name(loader, csv, PRODUCTION_UNIT);
    row->name = get_name(loader, csv, PRODUCTION_COUNTRY);
    row->origin = csv_origin(csv);
    if (row->chapter == NULL || row->commodity == NULL || row->detail == NULL ||
        row->unit == NULL || row->name == NULL || get_row_kind(csv, row) != 0 ||
        check_production_name(loader, csv, row) != 0 ||
        get_integer(csv, PRODUCTION_YEAR, 1900, 2200, &row->year) != 0 ||
        (csv_has(csv, PRODUCTION_ESTIMATED) &&
         get_integer(csv, PRODUCTION_ESTIMATED, 0, 1, &row->estimated) != 0) ||
        get_critical(csv, PRODUCTION_CRITICAL, &row->critical) != 0)
        return -1;
    return get_figure(loader, csv, PRODUCTION_RAW, PRODUCTION_VALUE, PRODUCTION_FLAG, &row->figure);
}

/* "2024", or two years as in "2021-2024". */
static int get_period(struct loader *loader, struct csv *csv, const char **period, int *year)
{
    const char *text = csv_get(csv, IMPORT_PERIOD);
    size_t length = strlen(text), digits = strspn(text, "0123456789");

    if (!csv_has(csv, IMPORT_PERIOD))
        text = strcmp(csv->file, USGS_IMPORTS) == 0 ? USGS_PERIOD : "";
    else if (digits != 4 || (length != 4 && (length != 9 || text[4] != '-' ||
                                             strspn(text + 5, "0123456789") != 4)))
        return csv_refuse(csv, IMPORT_PERIOD, "a year, or two as in 2021-2024");
    *period = arena_copy(loader->arena, text);
    length = strlen(text);
    *year = length >= 4 ? (int)strtol(text + length - 4, NULL, 10) : 0;
    return *period == NULL ? out_of_memory(loader) : 0;
}

static struct market *import_market(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct market *market = NULL;
    size_t i;

    /* Groups stand together in the file, so that the last one is nearly always the right one. */
    for (i = data->import_groups; i > 0 && market == NULL; --i) {
        struct market *each = &data->imports[i - 1];
        if (strcmp(each->commodity, csv_get(csv, IMPORT_COMMODITY)) == 0 &&
            strcmp(each->stage, csv_get(csv, IMPORT_DETAIL)) == 0)
            market = each;
    }
    if (market != NULL) {
        if (!csv_has(csv, IMPORT_PERIOD) ||
            strcmp(market->period, csv_get(csv, IMPORT_PERIOD)) == 0)
            return market;
        (void)csv_refuse(csv, IMPORT_PERIOD, "one period in a group");
        return NULL;
    }
    data->imports = room_for_one(loader, data->imports, data->import_groups, sizeof *market);
    if (data->imports == NULL)
        return NULL;
    market = &data->imports[data->import_groups++];
    market->kind = MARKET_IMPORTS;
    market->chapter = get_text(loader, csv, IMPORT_CHAPTER);
    market->commodity = get_name(loader, csv, IMPORT_COMMODITY);
    market->stage = get_name(loader, csv, IMPORT_DETAIL);
    market->unit = "percent";
    return market->chapter == NULL || market->commodity == NULL || market->stage == NULL ||
                   get_period(loader, csv, &market->period, &market->year) != 0
               ? NULL
               : market;
}

static int add_import(struct loader *loader, struct csv *csv, struct market *market,
                      const struct supplier *supplier)
{
    int critical;
    size_t i;

    if (get_critical(csv, IMPORT_CRITICAL, &critical) != 0)
        return -1;
    for (i = 0; i < market->suppliers; ++i) {
        if (suppliers_clash(loader->data, &market->supplier[i], supplier))
            return csv_refuse(csv, IMPORT_COUNTRY, "each country once in a group");
    }
    if (market->suppliers == MAX_SUPPLIERS)
        return csv_refuse(csv, IMPORT_COUNTRY, "at most 256 rows in a group");
    market->supplier = room_for_one(loader, market->supplier, market->suppliers, sizeof *supplier);
    if (market->supplier == NULL)
        return -1;
    market->supplier[market->suppliers++] = *supplier;
    market->critical |= critical;
    return 0;
}

int load_import(struct loader *loader, struct csv *csv)
{
    struct supplier supplier;
    struct market *market;
    const char *name = get_name(loader, csv, IMPORT_COUNTRY);

    memset(&supplier, 0, sizeof supplier);
    supplier.form = "";
    supplier.origin = csv_origin(csv);
    if (name == NULL ||
        get_figure(loader, csv, IMPORT_RAW, IMPORT_VALUE, IMPORT_FLAG, &supplier.quantity) != 0)
        return -1;
    if (supplier_identify(loader->data, name, &supplier) != 0)
        return csv_refuse(csv, IMPORT_COUNTRY, "a name that country_names.csv has");
    if (supplier.quantity.low > 100)
        return csv_refuse(csv, IMPORT_RAW, "at most 100 percent");
    /* A share cannot pass the whole, however it is censored. */
    if (supplier.quantity.high > 100)
        supplier.quantity.high = 100;
    market = import_market(loader, csv);
    return market == NULL ? -1 : add_import(loader, csv, market, &supplier);
}

static int publish_reliance(struct reliance_row *row)
{
    int32_t state = MINRISK_RELIANCE_NOT_AVAILABLE;
    double percent = 0;

    switch (row->percent.kind) {
    case FIGURE_NUMBER:
    case FIGURE_ZERO:
        state = MINRISK_RELIANCE_VALUE;
        percent = row->percent.low;
        break;
    case FIGURE_ABOVE:
        state = MINRISK_RELIANCE_ABOVE;
        percent = row->percent.low;
        break;
    case FIGURE_BELOW:
    case FIGURE_UNDER_HALF:
        state = MINRISK_RELIANCE_BELOW;
        percent = row->percent.high;
        break;
    case FIGURE_NET_EXPORTER:
        state = MINRISK_RELIANCE_NET_EXPORTER;
        break;
    case FIGURE_WITHHELD:
        state = MINRISK_RELIANCE_WITHHELD;
        break;
    default: /* blank or not available: no number */
        break;
    }
    return minrisk_reliance_published(state, percent, &row->value) == MINRISK_OK ? 0 : -1;
}

int load_reliance(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct reliance_row *row;

    data->reliance = room_for_one(loader, data->reliance, data->reliances, sizeof *row);
    if (data->reliance == NULL)
        return -1;
    row = &data->reliance[data->reliances++];
    row->chapter = get_text(loader, csv, RELIANCE_CHAPTER);
    row->commodity = get_name(loader, csv, RELIANCE_COMMODITY);
    row->detail = get_text(loader, csv, RELIANCE_DETAIL);
    row->note = get_text(loader, csv, RELIANCE_NOTE);
    row->origin = csv_origin(csv);
    if (row->chapter == NULL || row->commodity == NULL || row->detail == NULL ||
        row->note == NULL || get_integer(csv, RELIANCE_YEAR, 1900, 2200, &row->year) != 0 ||
        get_critical(csv, RELIANCE_CRITICAL, &row->critical) != 0 ||
        get_figure(loader, csv, RELIANCE_RAW, RELIANCE_VALUE, RELIANCE_FLAG, &row->percent) != 0)
        return -1;
    if (row->percent.kind == FIGURE_RANGE || publish_reliance(row) != 0)
        return csv_refuse(csv, RELIANCE_RAW,
                          "a percentage from 0 to 100, censored or not, or a letter");
    return 0;
}

int load_salient(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct salient_row *row;

    data->salient = room_for_one(loader, data->salient, data->salients, sizeof *row);
    if (data->salient == NULL)
        return -1;
    row = &data->salient[data->salients++];
    row->chapter = get_text(loader, csv, SALIENT_CHAPTER);
    row->commodity = get_name(loader, csv, SALIENT_COMMODITY);
    row->statistic = get_text(loader, csv, SALIENT_STATISTIC);
    row->detail = get_text(loader, csv, SALIENT_DETAIL);
    row->unit = get_text(loader, csv, SALIENT_UNIT);
    row->origin = csv_origin(csv);
    if (row->chapter == NULL || row->commodity == NULL || row->statistic == NULL ||
        row->detail == NULL || row->unit == NULL ||
        get_integer(csv, SALIENT_YEAR, 1900, 2200, &row->year) != 0)
        return -1;
    return get_figure(loader, csv, SALIENT_RAW, SALIENT_VALUE, SALIENT_FLAG, &row->quantity);
}

int load_nir_case(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct nir_case *row;

    data->nir_case = room_for_one(loader, data->nir_case, data->nir_cases, sizeof *row);
    if (data->nir_case == NULL)
        return -1;
    row = &data->nir_case[data->nir_cases++];
    row->commodity = get_name(loader, csv, CASE_COMMODITY);
    row->unit = get_text(loader, csv, CASE_UNIT);
    row->basis = get_text(loader, csv, CASE_BASIS);
    row->origin = csv_origin(csv);
    if (row->commodity == NULL || row->unit == NULL || row->basis == NULL ||
        get_number(csv, CASE_PRODUCTION, 0, HUGE_VAL, &row->production) != 0 ||
        get_number(csv, CASE_IMPORTS, 0, HUGE_VAL, &row->imports) != 0 ||
        get_number(csv, CASE_EXPORTS, 0, HUGE_VAL, &row->exports) != 0 ||
        get_number(csv, CASE_CONSUMPTION, 0, HUGE_VAL, &row->consumption) != 0)
        return -1;
    return get_number(csv, CASE_PERCENT, 0, 100, &row->percent);
}
