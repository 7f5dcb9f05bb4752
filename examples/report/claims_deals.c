/* SPDX-License-Identifier: MIT */
/* The deals: what is signed, what it would supply and by when. */
#include <math.h>
#include <string.h>

#include "claim_market.h"

static const char *years_text(struct claim *claim, const struct project *project)
{
    if (!project->start_likely.has) {
        return "running";
    }
    if (!project->start_earliest.has || !project->start_latest.has) {
        return claim_format(claim, "start %.1f", project->start_likely.value);
    }
    return claim_format(claim, "start %.1f, between %.1f and %.1f", project->start_likely.value,
                        project->start_earliest.value, project->start_latest.value);
}

static void project_line(struct claim *claim, struct reading *reading,
                         const struct project *project)
{
    const char *size =
        project->nameplate.has
            ? claim_format(claim, "%s %s a year", number_text(claim, project->nameplate.value),
                           project->unit)
            : "no published size";
    struct evidence *evidence = claim_evidence(claim, reading, VERDICT_NONE, project->name, "");

    evidence->text = claim_format(
        claim, "%s, %s, %s; %s; %s; built with probability %g, %.0f %% accessible%s%s%s%s",
        project->commodity, project->stage, project->status, size, years_text(claim, project),
        project->success, 100 * project->accessible,
        project->assumed[0] == '\0' ? "" : "; assumed: ", project->assumed,
        project->note[0] == '\0' ? "" : "; ", project->note);
    if (project->nameplate.has) {
        evidence_value(evidence, project->nameplate.value, project->nameplate.value, project->unit);
    }
    evidence_origin(claim, evidence, &project->origin);
}

static int is_partner(const struct claim *claim, const char *iso3)
{
    size_t i;

    for (i = 0; i < CLAIM_PARTNERS && claim->partner[i] != NULL; i++) {
        if (strcmp(iso3, claim->partner[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

/* ---- An agreement between states ---- */

static void agreement_line(struct claim *claim, struct reading *reading,
                           const struct agreement *agreement)
{
    int circular = same_name(agreement->source, "background article");
    struct evidence *evidence = claim_evidence(
        claim, reading, circular ? VERDICT_UNKNOWN : VERDICT_HOLDS, agreement->name, "");

    evidence->text =
        claim_format(claim, "%s, %s%s%s%s (%s)", agreement->kind, agreement->signed_on,
                     agreement->billion_usd.has ? claim_format(claim, ", %g billion US dollars",
                                                               agreement->billion_usd.value)
                                                : "",
                     agreement->note[0] == '\0' ? "" : "; ", agreement->note,
                     circular ? "the article itself is the only source" : agreement->source);
    if (agreement->billion_usd.has) {
        evidence_value(evidence, agreement->billion_usd.value, agreement->billion_usd.value,
                       "billion US dollars");
    }
    evidence_origin(claim, evidence, &agreement->origin);
}

static void read_signed(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "an agreement exists");
    size_t i;

    reading->verdict = VERDICT_HOLDS;
    reading->why = "";
    for (i = 0; i < CLAIM_PARTNERS && claim->partner[i] != NULL; i++) {
        const struct agreement *agreement = dataset_agreement(data, claim->partner[i]);

        if (agreement == NULL) {
            reading->verdict = VERDICT_FAILS;
            reading->why = claim_format(claim, "agreements.csv has none with %s",
                                        dataset_country_name(data, claim->partner[i]));
            return;
        }
        agreement_line(claim, reading, agreement);
        if (reading->last->verdict == VERDICT_UNKNOWN) {
            reading->verdict = VERDICT_UNKNOWN;
            reading->why = "no source but the article itself";
        }
    }
}

/* Only a purchase moves money against minerals; a framework or a memorandum names what may come. */
static int is_purchase(const struct agreement *agreement)
{
    return strstr(agreement->kind, "purchase") != NULL ||
           strstr(agreement->kind, "offtake") != NULL;
}

static void read_money(const struct dataset *data, struct claim *claim)
{
    const struct agreement *agreement = dataset_agreement(data, claim->partner[0]);
    struct reading *reading;
    struct evidence *evidence;

    if (agreement == NULL || !agreement->billion_usd.has || !claim->has_figures) {
        return;
    }
    reading = claim_reading(
        claim, claim_format(claim, "%g billion dollars of minerals are bought", claim->low));
    reading->verdict = is_purchase(agreement) ? VERDICT_HOLDS : VERDICT_FAILS;
    reading->why = claim_format(claim, "the agreement is a %s%s%s", agreement->kind,
                                agreement->note[0] == '\0' ? "" : ": ", agreement->note);
    if (fabs(agreement->billion_usd.value - claim->low) > .05) {
        reading->verdict = VERDICT_FAILS;
        reading->why = claim_format(claim, "the agreement says %g billion; %s",
                                    agreement->billion_usd.value, reading->why);
    }
    evidence =
        claim_evidence(claim, reading, VERDICT_NONE, "value",
                       claim_format(claim, "%g billion US dollars", agreement->billion_usd.value));
    evidence_value(evidence, agreement->billion_usd.value, agreement->billion_usd.value,
                   "billion US dollars");
    evidence_origin(claim, evidence, &agreement->origin);
}

/* What a partner mines today of the nine, each table once. */
static void output_lines(const struct dataset *data, struct claim *claim, struct reading *reading,
                         const char *iso3)
{
    const struct market *seen[NINE] = {NULL};
    size_t i, j;

    for (i = 0; i < data->ranks && i < NINE; i++) {
        const struct mineral *mineral = dataset_mineral(data, data->rank[i].mineral);
        const struct market *market =
            mineral == NULL ? NULL : dataset_production(data, or_any(mineral->production), NULL, 0);
        const struct supplier *supplier = NULL;
        struct evidence *evidence;

        for (j = 0; j < i && seen[j] != market; j++) {
        }
        if (mineral != NULL && mineral->production[0] != '\0' && market != NULL && j == i) {
            supplier = find_country(market, iso3);
        }
        seen[i] = market;
        if (supplier == NULL || !figure_has_number(&supplier->quantity) ||
            supplier->quantity.high <= 0) {
            continue;
        }
        evidence = claim_evidence(claim, reading, VERDICT_NONE,
                                  claim_format(claim, "%s today", supplier->name), "");
        evidence->text = claim_format(claim, "%s %s of %s (%s)", supplier->quantity.raw,
                                      market->unit, market->commodity, market->period);
        evidence_value(evidence, supplier->quantity.low, supplier->quantity.high, market->unit);
        evidence_origin(claim, evidence, &supplier->origin);
    }
}

static void read_supply(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "it brings supply by a known date");
    size_t i, projects = 0, sized = 0;

    for (i = 0; i < CLAIM_PARTNERS && claim->partner[i] != NULL; i++) {
        output_lines(data, claim, reading, claim->partner[i]);
    }
    for (i = 0; i < data->projects; i++) {
        if (is_partner(claim, data->project[i].country)) {
            project_line(claim, reading, &data->project[i]);
            projects++;
            sized += data->project[i].nameplate.has != 0;
        }
    }
    reading->verdict = VERDICT_UNKNOWN;
    reading->why =
        projects == 0
            ? "no project there is in projects.csv, and no tonnage is in the agreement"
            : claim_format(claim,
                           "projects.csv has %zu there, %zu of them with a published size; starts, "
                           "success and access are assumptions, and the agreement itself names no "
                           "tonnage",
                           projects, sized);
}

/* A find is not a mine: most never become one. */
static void read_discovery(const struct dataset *data, struct claim *claim)
{
    size_t i;

    for (i = 0; i < data->projects; i++) {
        const struct project *project = &data->project[i];
        struct reading *reading;

        if (!is_partner(claim, project->country) || !same_name(project->status, "discovery")) {
            continue;
        }
        reading = claim_reading(claim, "the new deposit will be mined");
        reading->verdict = VERDICT_UNKNOWN;
        reading->why =
            claim_format(claim, "%s: %s; %g is taken as its chance of becoming a mine%s",
                         project->name, project->note, project->success,
                         project->start_likely.has
                             ? claim_format(claim, ", and %.0f as the likely start if it does",
                                            project->start_likely.value)
                             : "");
        claim_evidence(claim, reading, VERDICT_NONE, "source", project->source);
        evidence_origin(claim, reading->last, &project->origin);
    }
}

void claim_agreement(const struct dataset *data, struct claim *claim)
{
    read_signed(data, claim);
    read_money(data, claim);
    read_discovery(data, claim);
    read_supply(data, claim);
    claim_assume(claim,
                 "dates are calendar years; a start that has passed is what was announced, not "
                 "a count of what was shipped");
}

/* ---- Two start-ups ---- */

#define STARTUPS "Two rare-earth start-ups"

static void startup_figure(struct claim *claim, struct reading *reading, const struct cited *cited)
{
    struct evidence *evidence =
        claim_evidence(claim, reading, VERDICT_NONE, "cited", cited_text(claim, cited));

    evidence_value(evidence, cited->low, cited->high, cited->unit);
    evidence_origin(claim, evidence, &cited->origin);
}

static void read_startup_money(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "the sum is as the article gives it");
    const struct cited *cited = dataset_cited(data, STARTUPS, NULL);

    if (cited == NULL) {
        reading->verdict = VERDICT_UNKNOWN;
        reading->why = "cited_figures.csv has no row for it";
        return;
    }
    reading->verdict =
        claim->low >= cited->low && claim->high <= cited->high ? VERDICT_HOLDS : VERDICT_FAILS;
    reading->why = claim_format(claim, "%g to %g billion are reported (%s)", cited->low,
                                cited->high, cited->note);
    startup_figure(claim, reading, cited);
    reading = claim_reading(claim, "all of it is public money spent");
    reading->verdict = strstr(cited->figure, "matching") != NULL ? VERDICT_FAILS : VERDICT_UNKNOWN;
    reading->why =
        claim_format(claim, "the figure is of %s%s", cited->figure,
                     reading->verdict == VERDICT_FAILS ? ": part of it is for others to bring"
                                                       : ", which does not say whose money it is");
    startup_figure(claim, reading, cited);
}

/* Names of the start-ups stand in the note of the cited figure. */
static void read_startup_supply(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "it brings supply by a known date");
    const struct cited *cited = dataset_cited(data, STARTUPS, NULL);
    size_t i;

    for (i = 0; cited != NULL && i < data->projects; i++) {
        if (strstr(cited->note, data->project[i].name) != NULL) {
            project_line(claim, reading, &data->project[i]);
        }
    }
    reading->verdict = VERDICT_UNKNOWN;
    reading->why = reading->first == NULL
                       ? "none of them is in projects.csv"
                       : "start and success are assumptions; who is not listed here is not in "
                         "projects.csv";
}

void claim_startups(const struct dataset *data, struct claim *claim)
{
    read_startup_money(data, claim);
    read_startup_supply(data, claim);
}
