/* SPDX-License-Identifier: MIT */
/* The page as a whole: its head, the answers first, then the pictures and what is behind them. */
#include <string.h>

#include "chain.h"
#include "chain_magnets.h"
#include "claims.h"
#include "forecast.h"
#include "html.h"
#include "html_sha256.h"
#include "svg.h"

/* --- head ------------------------------------------------------------------------------------- */

static void policy(struct page *page, const struct page *style)
{
    char sum[SHA256_BASE64];

    sha256_base64(style->bytes, style->size, sum);
    html_markup(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'sha256-");
    html_markup(page, sum);
    html_markup(page, "'; base-uri 'none'; form-action 'none'\">\n");
}

/* The hatching of all pictures. Empty, and not hidden: a hidden picture would hide it too. */
static void hatching(struct page *page)
{
    html_markup(page,
                "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>"
                "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                "patternTransform=\"rotate(45)\">"
                "<rect class=\"hatch-ground\" width=\"6\" height=\"6\"/>"
                "<rect class=\"hatch-line\" width=\"2\" height=\"6\"/></pattern></defs></svg>\n");
}

static void head(struct page *page)
{
    struct page style = {NULL, 0, 0, 0};
    size_t i;

    for (i = 0; html_style[i] != NULL; ++i)
        html_markup(&style, html_style[i]);
    html_markup(page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    if (style.failed)
        page->failed = 1;
    else
        policy(page, &style);
    html_markup(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"referrer\" content=\"no-referrer\">\n"
                      "<title>Supply of critical minerals</title>\n<style>");
    for (i = 0; html_style[i] != NULL; ++i)
        html_markup(page, html_style[i]);
    html_markup(page, "</style>\n</head>\n<body>\n");
    html_free(&style);
    hatching(page);
}

static void contents(struct page *page, int with_forecast)
{
    static const char *const sections[][2] = {
        {"concentration", "Concentration"},
        {"sources", "US imports"},
        {"magnets", "Magnets"},
        {"chain", "A new chain"},
        {"independence", "Time to independence"},
        {"figures", "All figures"},
        {"countries", "Countries"},
        {"claims", "Claims"},
        {"assumptions", "Assumptions"},
        {"files", "Sources"},
    };
    size_t i;

    html_markup(page, "<nav aria-label=\"Sections\"><ul>\n");
    for (i = 0; i < sizeof sections / sizeof *sections; ++i) {
        if (!with_forecast && strcmp(sections[i][0], "independence") == 0)
            continue;
        html_markup(page, "<li><a href=\"#section-");
        html_markup(page, sections[i][0]);
        html_markup(page, "\">");
        html_markup(page, sections[i][1]);
        html_markup(page, "</a></li>\n");
    }
    html_markup(page, "</ul></nav>\n");
}

static void begin_section(struct page *page, const char *id, const char *heading)
{
    html_markup(page, "<section id=\"section-");
    html_markup(page, id);
    html_markup(page, "\">\n");
    html_element(page, "h2", NULL, heading);
}

static void end_section(struct page *page)
{
    html_markup(page, "</section>\n");
}

/* --- the answers ------------------------------------------------------------------------------ */

static void tile(struct page *page, const char *label, const char *answer, const char *more)
{
    html_markup(page, "<div>");
    html_element(page, "dt", NULL, label);
    html_element(page, "dd", "big", answer);
    html_element(page, "dd", "small", more);
    html_markup(page, "</div>\n");
}

static void tile_classes(struct page *page, const struct report *report, struct claim *scratch)
{
    size_t i, high = 0, open = 0;

    for (i = 0; i < report->rows; ++i) {
        minrisk_interval hhi;
        int32_t level[2];
        if (!row_hhi(&report->row[i], &hhi)) {
            open++;
            continue;
        }
        classify_interval(&hhi, report->options->guideline, level);
        high += level[0] == MINRISK_HIGH;
        open += level[0] != level[1];
    }
    tile(page, "Production highly concentrated",
         claim_format(scratch, "%zu of %zu rows", high, report->rows),
         claim_format(scratch, "%zu cannot be told or straddle a threshold", open));
}

static size_t leads(const struct report *report, const char *iso3)
{
    size_t i, count = 0;

    for (i = 0; i < report->rows; ++i) {
        const struct concentration *found = &report->row[i].production;
        count += found->leader != NULL && found->leader_certain &&
                 strcmp(found->leader->iso3, iso3) == 0;
    }
    return count;
}

/* The country that leads most rows for certain. */
static void tile_leader(struct page *page, const struct report *report, struct claim *scratch)
{
    const struct supplier *most = NULL;
    size_t i, own = 0;

    for (i = 0; i < report->rows; ++i) {
        const struct concentration *found = &report->row[i].production;
        own += report->row[i].mineral->production_relation == RELATION_OWN;
        if (found->leader != NULL && found->leader_certain &&
            (most == NULL || leads(report, found->leader->iso3) > leads(report, most->iso3)))
            most = found->leader;
    }
    tile(page, "Largest producer most often", most == NULL ? "cannot be told" : most->name,
         most == NULL ? "no table names one for certain"
                      : claim_format(scratch,
                                     "%zu of %zu rows; %zu of all rest on a table of their own, "
                                     "the others on a group or a citation",
                                     leads(report, most->iso3), report->rows, own));
}

/* "2029.3" of "2029.3, lost again 2042.4". */
static const char *first_of(struct claim *scratch, const char *when)
{
    const char *comma = strchr(when, ',');

    return comma == NULL ? when : claim_format(scratch, "%.*s", (int)(comma - when), when);
}

static const char *when_magnets(const struct dataset *data, enum lead_case which,
                                struct claim *scratch)
{
    const struct demand *demand = dataset_demand(data, "NdFeB magnets", "magnet");
    struct magnet_case scenario = {"", LEAD_LIKELY, 0, 0};
    struct fleet fleet;
    minrisk_when when;

    scenario.which = which;
    if (demand == NULL || magnets_sweep(data, scratch, demand, &scenario, &fleet, &when) != 0)
        return "cannot be told";
    return svg_when_text(scratch, &when, dataset_base_year(data));
}

static const char *when_chain(const struct dataset *data, enum lead_case which,
                              struct claim *scratch)
{
    struct chain chain;
    minrisk_when when;

    if (chain_from_leads(data, which, NULL, &chain) != 0 ||
        chain_when(&chain, PLANTS_NOW, CHAIN_HORIZON, &when) != MINRISK_OK)
        return "cannot be told";
    return svg_when_text(scratch, &when, dataset_base_year(data));
}

/* Of the first row; with what failures do to it, or it would stand as if nothing failed. */
static const char *chances(const struct forecast *forecast, struct claim *scratch)
{
    if (forecast == NULL || forecast->chains == 0)
        return "";
    return claim_format(
        scratch, "; by chances: %s. %s",
        forecast_quantiles_text(scratch, &forecast->chain[0], forecast->base),
        forecast_failure_text(scratch, forecast->chain, forecast->chains, &forecast->scenario));
}

static void answers(struct page *page, const struct report *report, const struct forecast *forecast,
                    struct claim *scratch)
{
    const struct dataset *data = report->data;

    const char *magnets = when_magnets(data, LEAD_LIKELY, scratch);

    html_markup(page, "<dl class=\"tiles\">\n");
    tile_classes(page, report, scratch);
    tile_leader(page, report, scratch);
    tile(page, "US magnets cover US need, if all is built", first_of(scratch, magnets),
         claim_format(scratch, "likely case %s; early case %s; late case %s", magnets,
                      when_magnets(data, LEAD_LOW, scratch),
                      when_magnets(data, LEAD_HIGH, scratch)));
    tile(page, "One new chain, mine to magnet, started now", when_chain(data, LEAD_LIKELY, scratch),
         claim_format(scratch, "all leads low %s; all leads high %s%s",
                      when_chain(data, LEAD_LOW, scratch), when_chain(data, LEAD_HIGH, scratch),
                      chances(forecast, scratch)));
    html_markup(page, "</dl>\n");
}

/* --- sections --------------------------------------------------------------------------------- */

static void pictures(struct page *page, const struct report *report, struct claim *scratch)
{
    begin_section(page, "concentration", "How concentrated production is");
    svg_concentration(page, report);
    end_section(page);
    begin_section(page, "sources", "Where US imports come from");
    svg_sources(page, report);
    end_section(page);
    begin_section(page, "magnets", "Supply against need: magnets");
    svg_magnets(page, report->data, scratch);
    end_section(page);
    begin_section(page, "chain", "How long one new chain takes");
    svg_chain(page, report->data, scratch);
    end_section(page);
}

static void claims(struct page *page, const struct report *report)
{
    struct claim *claim = claims_examine(report->data, &report->options->assume);

    if (claim == NULL) {
        page->failed = 1;
        return;
    }
    begin_section(page, "claims", "The article, claim by claim");
    html_claims(page, report->data, claim);
    end_section(page);
    claims_release(claim, report->data->claims);
}

static void background(struct page *page, const struct report *report)
{
    begin_section(page, "assumptions", "How to read it, and what is assumed");
    html_reading(page, report);
    end_section(page);
    begin_section(page, "files", "Sources");
    html_element(page, "p", NULL,
                 report->data->embedded
                     ? "US Geological Survey, Mineral Commodity Summaries 2026, and figures cited "
                       "where no open table exists. Every figure is in one of these files."
                     : "The files of --data.");
    html_manifest(page, report->data);
    end_section(page);
}

void html_report(struct page *page, const struct report *report, const struct forecast *forecast)
{
    struct claim scratch = {0};

    head(page);
    html_markup(page, "<header>\n<h1>Supply of critical minerals</h1>\n");
    html_element(page, "p", NULL,
                 "Who produces them, how concentrated that is, how the United States depends on "
                 "it, and when it need not. Intervals hold whatever the figures leave open.");
    contents(page, forecast != NULL);
    html_markup(page, "</header>\n<main>\n");
    answers(page, report, forecast, &scratch);
    pictures(page, report, &scratch);
    if (forecast != NULL) {
        begin_section(page, "independence", "Time to independence");
        html_forecast(page, forecast);
        end_section(page);
    }
    begin_section(page, "figures", "All figures");
    html_rows(page, report);
    end_section(page);
    begin_section(page, "countries", "What the countries are like");
    html_risk(page, report);
    end_section(page);
    claims(page, report);
    background(page, report);
    html_markup(page, "</main>\n<footer>\n");
    html_elementf(page, "p", "faint", "Written by minrisk-report %d.%d.%d.", MINRISK_VERSION_MAJOR,
                  MINRISK_VERSION_MINOR, MINRISK_VERSION_PATCH);
    html_markup(page, "</footer>\n</body>\n</html>\n");
    page->failed |= scratch.failed;
    claim_free(&scratch);
}
