/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* --- one row ---------------------------------------------------------------------------------- */

static void add_cited(struct report_row *row, const struct dataset *data)
{
    size_t i;

    for (i = 0; i < data->citeds; ++i) {
        const struct cited *each = &data->cited[i];
        if (strcmp(each->mineral, row->mineral->name) != 0)
            continue;
        /* Of several sources, the one of the latest year; the others stand in the note. */
        if (strcmp(each->figure, "HHI") == 0 &&
            (row->hhi == NULL || strcmp(each->period, row->hhi->period) > 0))
            row->hhi = each;
        if (strncmp(each->figure, "largest producer share", 22) == 0)
            row->leader = each;
    }
}

static int add_row(struct report *report, const struct mineral *mineral,
                   const struct market *market, int of_several)
{
    const struct dataset *data = report->data;
    const struct options *options = report->options;
    struct report_row *row = realloc(report->row, (report->rows + 1) * sizeof *row);

    if (row == NULL)
        return -1;
    report->row = row;
    row += report->rows++;
    memset(row, 0, sizeof *row);
    row->mineral = mineral;
    row->market = market;
    row->of_several = of_several;
    if (market != NULL)
        (void)market_concentration(market, &options->assume, &row->production);
    else if (mineral->production_relation == RELATION_CITED)
        add_cited(row, data);
    if (mineral->imports_relation != RELATION_NONE)
        row->imports = dataset_imports(data, mineral->imports,
                                       mineral->imports_group[0] ? mineral->imports_group : NULL);
    if (row->imports != NULL)
        (void)market_concentration(row->imports, &options->assume, &row->sources);
    risk_of_market(&row->risk, data, market, &report->bloc);
    row->risk.eu = mineral->eu[0] == '\0' ? NULL : dataset_eu(data, mineral->eu);
    if (mineral->reliance_relation != RELATION_NONE)
        row->reliance = dataset_reliance(
            data, mineral->reliance, mineral->reliance_detail[0] ? mineral->reliance_detail : NULL,
            options->year);
    return 0;
}

/* --- the stages of a mineral ------------------------------------------------------------------ */

/* The table of a stage that the report shows: the latest, or that of the year asked for; NULL if
 * `market` is not it, so that each stage comes once. */
static int is_shown(const struct report *report, const struct market *market)
{
    return dataset_production(report->data, market->commodity, market->stage,
                              report->options->year) == market;
}

static size_t count_tables(const struct report *report, const char *commodity, int with_suppliers)
{
    const struct dataset *data = report->data;
    size_t i, count = 0;

    for (i = 0; i < data->productions; ++i) {
        const struct market *market = &data->production[i];
        count += strcmp(market->commodity, commodity) == 0 &&
                 (market->suppliers > 0 || !with_suppliers) && is_shown(report, market);
    }
    return count;
}

static int add_mineral(struct report *report, const struct mineral *mineral)
{
    const struct dataset *data = report->data;
    int tables = mineral->production_relation == RELATION_OWN ||
                 mineral->production_relation == RELATION_GROUP;
    size_t i, with = tables ? count_tables(report, mineral->production, 1) : 0;
    size_t shown = with > 0 || !tables ? with : count_tables(report, mineral->production, 0);

    if (shown == 0)
        return add_row(report, mineral, NULL, 0);
    for (i = 0; i < data->productions; ++i) {
        const struct market *market = &data->production[i];
        /* A table of a world total alone is shown where there is nothing better. */
        if (strcmp(market->commodity, mineral->production) == 0 &&
            (market->suppliers > 0 || with == 0) && is_shown(report, market) &&
            add_row(report, mineral, market, shown > 1) != 0)
            return -1;
    }
    return 0;
}

/* --- which minerals --------------------------------------------------------------------------- */

int report_knows(const struct dataset *data, const char *name)
{
    return dataset_mineral(data, name) != NULL || dataset_production(data, name, NULL, 0) != NULL;
}

static int add_named(struct report *report, const char *name)
{
    const struct mineral *mineral = dataset_mineral(report->data, name);
    const struct market *market;
    struct mineral *extra;

    if (mineral != NULL)
        return add_mineral(report, mineral);
    market = dataset_production(report->data, name, NULL, 0);
    if (market == NULL && report->options->skip_unknown)
        return 0;
    if (market == NULL) {
        report->unknown = name;
        return -2;
    }
    extra = &report->extra[report->extras++];
    extra->name = extra->production = extra->imports = extra->reliance = market->commodity;
    extra->imports_group = extra->reliance_detail = extra->eu = extra->note = "";
    extra->production_relation = extra->imports_relation = extra->reliance_relation = RELATION_OWN;
    extra->origin = market->suppliers > 0 ? market->supplier[0].origin : market->world_origin;
    return add_mineral(report, extra);
}

static int add_names(struct report *report)
{
    const struct options *options = report->options;
    size_t i;

    report->extra = calloc(options->name_count, sizeof *report->extra);
    if (report->extra == NULL)
        return -1;
    for (i = 0; i < options->name_count; ++i) {
        int failed = add_named(report, options->names[i]);
        if (failed != 0)
            return failed;
    }
    return 0;
}

int report_build(struct report *report, const struct dataset *data, const struct options *options)
{
    size_t i;

    memset(report, 0, sizeof *report);
    report->data = data;
    report->options = options;
    if (options->bloc != NULL)
        report->bloc = *options->bloc;
    else
        bloc_of_agreements(&report->bloc, data);
    if (options->name_count > 0)
        return add_names(report);
    /* Without an order of risk no nine stand out. */
    for (i = 0; i < data->minerals && (options->all || data->ranks == 0 || i < DEFAULT_MINERALS);
         ++i) {
        if (add_mineral(report, &data->mineral[i]) != 0)
            return -1;
    }
    return 0;
}

void report_free(struct report *report)
{
    free(report->row);
    free(report->extra);
    memset(report, 0, sizeof *report);
}

/* --- what both outputs need ------------------------------------------------------------------- */

void stage_name(const struct market *market, char *text, size_t size)
{
    static const char word[] = " production";
    const char *at = strstr(market->stage, word);
    size_t before = at == NULL ? 0 : (size_t)(at - market->stage);

    (void)snprintf(text, size, "%.*s%s", (int)(at == NULL ? 4096 : before), market->stage,
                   at == NULL ? "" : at + sizeof word - 1);
    if (text[0] != '\0' && text[1] != '\0' && !isupper((unsigned char)text[1]))
        text[0] = (char)tolower((unsigned char)text[0]);
}

void classify_interval(const minrisk_interval *hhi, int32_t guideline, int32_t level[2])
{
    level[0] = level[1] = MINRISK_UNCONCENTRATED;
    (void)minrisk_classify(hhi->low, guideline, &level[0]);
    (void)minrisk_classify(hhi->high, guideline, &level[1]);
}

int row_hhi(const struct report_row *row, minrisk_interval *hhi)
{
    if (row->production.known) {
        *hhi = row->production.hhi;
        return 1;
    }
    if (row->hhi == NULL)
        return 0;
    hhi->low = row->hhi->low;
    hhi->high = row->hhi->high;
    return 1;
}

const char *level_name(int32_t level)
{
    static const char *const names[] = {"low", "moderate", "high"};

    return level >= 0 && level <= 2 ? names[level] : "unknown";
}
