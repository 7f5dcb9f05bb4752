/* SPDX-License-Identifier: MIT */
#include "measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *unit;
} measures[MEASURE_COUNT] = {
    {"hhi", "fraction"},
    {"effective", "suppliers"},
    {"leader_share", "fraction"},
    {"top3", "fraction"},
    {"coverage", "fraction"},
    {"residual", "fraction"},
    {"reliance", "fraction"},
    {"imports_hhi", "fraction"},
    {"imports_effective", "suppliers"},
    {"imports_leader_share", "fraction"},
    {"imports_top3", "fraction"},
    {"imports_coverage", "fraction"},
};

const char *measure_name(enum measure measure)
{
    return measures[measure].name;
}

const char *measure_unit(enum measure measure)
{
    return measures[measure].unit;
}

static void set_interval(struct measured *value, double low, double high)
{
    value->known = 1;
    value->low = low;
    value->high = high;
}

static void set_leader(struct measured *value, const struct concentration *found)
{
    if (found->leader == NULL)
        return;
    set_interval(value, found->leader_share.low, found->leader_share.high);
    value->of = found->leader->name;
}

static void measure_market(const struct concentration *found, enum measure measure,
                           struct measured *value)
{
    const minrisk_interval *interval = NULL;

    value->remark = found->why == NULL ? "" : found->why;
    if (!found->known)
        return;
    switch (measure) {
    case MEASURE_HHI:
    case MEASURE_IMPORTS_HHI:
        interval = &found->hhi;
        break;
    case MEASURE_EFFECTIVE:
    case MEASURE_IMPORTS_EFFECTIVE:
        interval = &found->effective;
        break;
    case MEASURE_TOP3:
    case MEASURE_IMPORTS_TOP3:
        interval = &found->top3;
        break;
    case MEASURE_COVERAGE:
    case MEASURE_IMPORTS_COVERAGE:
        interval = &found->coverage;
        break;
    case MEASURE_RESIDUAL:
        interval = &found->residual_share;
        break;
    default:
        set_leader(value, found);
        return;
    }
    set_interval(value, interval->low, interval->high);
}

static void set_rows(struct measured *value, const struct market *market)
{
    size_t i;

    value->period = market->period;
    value->first = market->suppliers > 0 ? market->supplier[0].origin : market->world_origin;
    value->last = value->first.line;
    for (i = 1; i < market->suppliers; ++i) {
        unsigned long line = market->supplier[i].origin.line;
        if (line < value->first.line)
            value->first.line = line;
        if (line > value->last)
            value->last = line;
    }
}

/* Where there is no table, only single figures that another source gives. */
static void measure_cited(const struct report_row *row, enum measure measure,
                          struct measured *value)
{
    const struct cited *cited = measure == MEASURE_LEADER_SHARE ? row->leader : row->hhi;

    value->remark = "no table of producers";
    if (cited == NULL ||
        (measure != MEASURE_HHI && measure != MEASURE_EFFECTIVE && measure != MEASURE_LEADER_SHARE))
        return;
    set_interval(value, cited->low, cited->high);
    if (measure == MEASURE_EFFECTIVE)
        set_interval(value, 1 / cited->high, cited->low > 0 ? 1 / cited->low : HUGE_VAL);
    value->of = measure == MEASURE_LEADER_SHARE ? cited->figure : "";
    value->remark = cited->source;
    value->period = cited->period;
    value->first = cited->origin;
    value->last = cited->origin.line;
}

static void measure_reliance(const struct report_row *row, struct measured *value)
{
    const struct reliance_row *reliance = row->reliance;

    value->relation = row->mineral->reliance_relation;
    if (reliance == NULL) {
        value->remark = "no net import reliance";
        return;
    }
    value->printed = reliance->percent.raw;
    value->year = reliance->year;
    value->remark = reliance->note;
    value->first = reliance->origin;
    value->last = reliance->origin.line;
    if (reliance->value.state == MINRISK_RELIANCE_NET_EXPORTER) {
        /* Below zero, by how much is not printed. */
        set_interval(value, -HUGE_VAL, 0);
        value->remark = "net exporter";
    } else if (reliance->value.known) {
        set_interval(value, reliance->value.low, reliance->value.high);
    }
}

void measure_row(const struct report_row *row, enum measure measure, struct measured *value)
{
    memset(value, 0, sizeof *value);
    value->of = value->printed = value->remark = value->period = "";
    value->first = row->mineral->origin;
    value->last = row->mineral->origin.line;
    if (measure == MEASURE_RELIANCE) {
        measure_reliance(row, value);
    } else if (measure > MEASURE_RELIANCE) {
        value->relation = row->mineral->imports_relation;
        value->remark = "no sources of imports";
        if (row->imports != NULL) {
            set_rows(value, row->imports);
            measure_market(&row->sources, measure, value);
        }
    } else {
        value->relation = row->mineral->production_relation;
        if (row->market == NULL) {
            measure_cited(row, measure, value);
            return;
        }
        set_rows(value, row->market);
        measure_market(&row->production, measure, value);
    }
}

void row_title(const struct report_row *row, char text[REPORT_CELL])
{
    char stage[REPORT_CELL] = "";

    if (row->market != NULL)
        stage_name(row->market, stage, sizeof stage);
    (void)snprintf(text, REPORT_CELL, "%.60s%s%.60s", row->mineral->name,
                   stage[0] == '\0' ? "" : ", ", stage);
}

void number_text_exact(char text[32], double value)
{
    int digits;

    for (digits = 15; digits <= 17; ++digits) {
        (void)snprintf(text, 32, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            return;
    }
}
