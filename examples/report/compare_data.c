/* SPDX-License-Identifier: MIT */
/* The comparison for programs and spreadsheets. */
#include "compare.h"

#include <string.h>

#include "measure.h"

static const struct report_row *row_of(const struct pair *pair)
{
    return pair->after != NULL ? pair->after : pair->before;
}

static const char *status_of(const struct pair *pair)
{
    return pair->before == NULL  ? "appeared"
           : pair->after == NULL ? "vanished"
           : pair_changed(pair)  ? "changed"
                                 : "unchanged";
}

static void measure_pair(const struct pair *pair, enum measure measure, struct measured value[2])
{
    memset(value, 0, 2 * sizeof *value);
    value[0].of = value[1].of = "";
    if (pair->before != NULL)
        measure_row(pair->before, measure, &value[0]);
    if (pair->after != NULL)
        measure_row(pair->after, measure, &value[1]);
}

static int differs(const struct measured value[2])
{
    return value[0].known != value[1].known || value[0].low != value[1].low ||
           value[0].high != value[1].high || strcmp(value[0].of, value[1].of) != 0;
}

/* The two markets of a pair that can be split; returns 0 if there are not two. */
static int markets_of(const struct pair *pair, int imports, const struct market *market[2])
{
    if (pair->before == NULL || pair->after == NULL ||
        !(imports ? pair->imports_changed : pair->production_changed))
        return 0;
    market[0] = imports ? pair->before->imports : pair->before->market;
    market[1] = imports ? pair->after->imports : pair->after->market;
    return market[0] != NULL && market[1] != NULL && market[0]->suppliers > 0 &&
           market[1]->suppliers > 0;
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void end_member(struct json *json, const char *key, const struct measured *value)
{
    if (!value->known) {
        json_null(json, key);
        return;
    }
    json_object_begin(json, key);
    json_number(json, "low", value->low);
    json_number(json, "high", value->high);
    if (value->of[0] != '\0')
        json_string(json, "of", value->of);
    json_origin(json, "source", &value->first);
    json_object_end(json);
}

static void figures_member(struct json *json, const struct pair *pair)
{
    int i;

    json_array_begin(json, "figures");
    for (i = 0; i < MEASURE_COUNT; ++i) {
        struct measured value[2];
        measure_pair(pair, (enum measure)i, value);
        if (!differs(value))
            continue;
        json_object_begin(json, NULL);
        json_string(json, "figure", measure_name((enum measure)i));
        json_string(json, "unit", measure_unit((enum measure)i));
        end_member(json, "before", &value[0]);
        end_member(json, "after", &value[1]);
        if (value[0].known && value[1].known)
            json_interval(json, "change", value[1].low - value[0].high,
                          value[1].high - value[0].low);
        json_object_end(json);
    }
    json_array_end(json);
}

static void part_member(struct json *json, const struct split *split, const struct part *part)
{
    const struct supplier *supplier = part->after != NULL ? part->after : part->before;

    json_object_begin(json, NULL);
    json_string(json, "name", supplier->name);
    json_string(json, "code", supplier->iso3);
    json_string(json, "state", part->state == PART_BOTH ? NULL : part_state_text(part->state));
    if (split->why[0] == '\0') {
        json_number(json, "share_before", part->share_before);
        json_number(json, "share_after", part->share_after);
        json_number(json, "hhi_change", part->change);
    }
    if (part->before != NULL)
        json_origin(json, "before", &part->before->origin);
    if (part->after != NULL)
        json_origin(json, "after", &part->after->origin);
    json_object_end(json);
}

static void split_member(struct json *json, const char *key, const struct split *split)
{
    size_t i;

    json_object_begin(json, key);
    json_bool(json, "all_rows", split->exact);
    json_string(json, "remark", split->why[0] == '\0' ? NULL : split->why);
    if (split->why[0] == '\0') {
        json_interval(json, "hhi_change_of_ends", split->change.low, split->change.high);
        json_interval(json, "residual", split->residual.low, split->residual.high);
    }
    json_array_begin(json, "parts");
    for (i = 0; i < split->parts; ++i)
        part_member(json, split, &split->part[i]);
    json_array_end(json);
    json_object_end(json);
}

static void pair_member(struct json *json, const struct comparison *comparison,
                        const struct pair *pair)
{
    static const char *const keys[] = {"producers", "sources_of_imports"};
    char title[REPORT_CELL];
    int imports;

    json_object_begin(json, NULL);
    row_title(row_of(pair), title);
    json_string(json, "mineral", row_of(pair)->mineral->name);
    json_string(json, "title", title);
    json_string(json, "status", status_of(pair));
    figures_member(json, pair);
    for (imports = 0; imports < 2; ++imports) {
        const struct market *market[2];
        struct split split;
        if (!markets_of(pair, imports, market))
            continue;
        compare_split(market[0], market[1], &comparison->after->options->assume, &split);
        split_member(json, keys[imports], &split);
    }
    json_object_end(json);
}

void compare_json(const struct comparison *comparison, struct json *json)
{
    size_t i;

    json_object_begin(json, "comparison");
    json_string(json, "before", comparison->before_name);
    json_string(json, "after", comparison->after_name);
    json_integer(json, "unchanged", (long)comparison->unchanged);
    json_array_begin(json, "tables");
    for (i = 0; i < comparison->pairs; ++i) {
        if (strcmp(status_of(&comparison->pair[i]), "unchanged") != 0)
            pair_member(json, comparison, &comparison->pair[i]);
    }
    json_array_end(json);
    json_object_end(json);
}

/* --- CSV -------------------------------------------------------------------------------------- */

static const char *const columns[] = {
    "mineral",    "title",       "status",    "figure",     "of",         "state",
    "before_low", "before_high", "after_low", "after_high", "change_low", "change_high",
    "unit",       "remark",      "file",      "row",        "last_row"};

static void begin_record(struct csv_out *csv, const struct pair *pair, const char *figure,
                         const char *of, const char *state)
{
    char stage[REPORT_CELL] = "";

    if (row_of(pair)->market != NULL)
        stage_name(row_of(pair)->market, stage, sizeof stage);
    csv_put_text(csv, row_of(pair)->mineral->name);
    csv_put_text(csv, stage);
    csv_put_text(csv, status_of(pair));
    csv_put_text(csv, figure);
    csv_put_text(csv, of);
    csv_put_text(csv, state);
}

static void end_record(struct csv_out *csv, const char *unit, const char *remark,
                       const struct origin *origin, unsigned long last)
{
    csv_put_text(csv, unit);
    csv_put_text(csv, remark);
    csv_put_text(csv, origin->file);
    csv_put_line(csv, origin->line);
    csv_put_line(csv, last);
    csv_end_record(csv);
}

static void put_figures(struct csv_out *csv, const struct pair *pair)
{
    int i;

    for (i = 0; i < MEASURE_COUNT; ++i) {
        struct measured value[2];
        const struct measured *shown = pair->after != NULL ? &value[1] : &value[0];
        measure_pair(pair, (enum measure)i, value);
        if (!differs(value))
            continue;
        begin_record(csv, pair, measure_name((enum measure)i), shown->of, "");
        csv_put_interval(csv, value[0].known, value[0].low, value[0].high);
        csv_put_interval(csv, value[1].known, value[1].low, value[1].high);
        csv_put_interval(csv, value[0].known && value[1].known, value[1].low - value[0].high,
                         value[1].high - value[0].low);
        end_record(csv, measure_unit((enum measure)i), shown->remark, &shown->first, shown->last);
    }
}

static void put_part(struct csv_out *csv, const struct pair *pair, const char *figure,
                     const struct split *split, const struct part *part)
{
    const struct supplier *supplier = part->after != NULL ? part->after : part->before;
    int known = split->why[0] == '\0';

    begin_record(csv, pair, figure, supplier->name, part_state_text(part->state));
    csv_put_interval(csv, known, part->share_before, part->share_before);
    csv_put_interval(csv, known, part->share_after, part->share_after);
    csv_put_interval(csv, known, part->change, part->change);
    end_record(csv, "fraction", known ? "" : split->why, &supplier->origin, supplier->origin.line);
}

static void put_split(struct csv_out *csv, const struct pair *pair, int imports,
                      const struct market *after, const struct split *split)
{
    const char *figure = imports ? "imports_hhi_part" : "hhi_part";
    size_t i;

    for (i = 0; i < split->parts; ++i)
        put_part(csv, pair, figure, split, &split->part[i]);
    if (!split->has_residual || split->why[0] != '\0')
        return;
    begin_record(csv, pair, figure, "residual", "");
    csv_put_interval(csv, 0, 0, 0);
    csv_put_interval(csv, 0, 0, 0);
    csv_put_interval(csv, 1, split->residual.low, split->residual.high);
    end_record(csv, "fraction", "low: in many hands; high: in one", &after->supplier[0].origin,
               after->supplier[after->suppliers - 1].origin.line);
}

static void put_pair(struct csv_out *csv, const struct comparison *comparison,
                     const struct pair *pair)
{
    int imports;

    put_figures(csv, pair);
    for (imports = 0; imports < 2; ++imports) {
        const struct market *market[2];
        struct split split;
        if (!markets_of(pair, imports, market))
            continue;
        compare_split(market[0], market[1], &comparison->after->options->assume, &split);
        put_split(csv, pair, imports, market[1], &split);
    }
}

void compare_csv(const struct comparison *comparison, struct csv_out *csv)
{
    size_t i;

    for (i = 0; i < sizeof columns / sizeof columns[0]; ++i)
        csv_put_text(csv, columns[i]);
    csv_end_record(csv);
    for (i = 0; i < comparison->pairs; ++i)
        put_pair(csv, comparison, &comparison->pair[i]);
}
