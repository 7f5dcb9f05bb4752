/* SPDX-License-Identifier: MIT */
/* Not within a year: the shortest chain, and the magnet plants that are on their way. */
#include <string.h>

#include "chain.h"
#include "chain_magnets.h"
#include "claim.h"

/* ---- Magnets: plants that run, are ramping or are planned ---- */

static const struct magnet_case scenarios[] = {
    {"earliest starts, least growth", LEAD_LOW, 0, 0},
    {"likely starts, base growth", LEAD_LIKELY, 0, 0},
    {"latest starts, most growth", LEAD_HIGH, 0, 0},
    {"likely, without the plants that are only planned", LEAD_LIKELY, 1, 0},
    {"likely, each plant times its chance of success (a mean, which no list of built plants gives)",
     LEAD_LIKELY, 0, 1},
};

static const char *lost_text(struct claim *claim, const minrisk_when *when, double base)
{
    if ((when->known & MINRISK_KNOWS_LOST) == 0) {
        return "";
    }
    return claim_format(claim, ", lost again in %.1f as demand grows past all that is planned",
                        base + when->lost);
}

static void scenario_line(struct claim *claim, struct reading *reading, const struct demand *demand,
                          const struct magnet_case *scenario, const struct fleet *fleet,
                          const minrisk_when *when, double base)
{
    struct evidence *evidence = claim_evidence(claim, reading, VERDICT_NONE, scenario->label, "");
    double capacity = 0;
    size_t i;

    for (i = 0; i < fleet->projects; i++) {
        capacity += fleet->capacity[i];
        evidence_origin(claim, evidence, &fleet->project[i]->origin);
    }
    evidence_origin(claim, evidence, &demand->origin);
    evidence->text = claim_format(claim, "%zu plants, %s t a year in the end; need covered: %s%s",
                                  fleet->projects, number_text(claim, capacity),
                                  when_text(claim, when, base), lost_text(claim, when, base));
    if ((when->known & MINRISK_KNOWS_FIRST) != 0) {
        evidence_value(evidence, when->first, when->first, "years, given success");
    }
}

static int is_within(const struct claim *claim, const minrisk_when *when)
{
    return when->status == MINRISK_ALREADY ||
           (when->status == MINRISK_REACHED && when->first <= claim->low);
}

static void plant_lines(const struct dataset *data, struct claim *claim, struct reading *reading,
                        const struct demand *demand)
{
    struct evidence *evidence =
        claim_evidence(claim, reading, VERDICT_NONE, "need",
                       claim_format(claim, "%s %s in %d, growing %g / %g / %g %% a year; %s (%s)",
                                    number_text(claim, demand->base), demand->unit, demand->year,
                                    100 * demand->growth_low, 100 * demand->growth_base,
                                    100 * demand->growth_high, demand->note, demand->source));
    size_t i;

    evidence_value(evidence, demand->low, demand->high, demand->unit);
    evidence_origin(claim, evidence, &demand->origin);
    for (i = 0; i < data->projects; i++) {
        const struct project *project = &data->project[i];

        if (magnets_belong(project, demand, 0)) {
            evidence = claim_evidence(claim, reading, VERDICT_NONE, project->name,
                                      claim_format(claim, "%s %s, %s",
                                                   number_text(claim, project->nameplate.value),
                                                   project->unit, project->status));
            evidence_value(evidence, project->nameplate.value, project->nameplate.value,
                           project->unit);
            evidence_origin(claim, evidence, &project->origin);
        }
    }
}

/* How the cases came out. */
struct outcome {
    int within, without;
    double earliest; /* years from now; below 0: in no case */
};

static void note_outcome(const struct claim *claim, const minrisk_when *when,
                         struct outcome *outcome)
{
    int covered = when->status == MINRISK_ALREADY || when->status == MINRISK_REACHED;

    if (is_within(claim, when)) {
        outcome->within++;
    } else {
        outcome->without++;
    }
    if (covered && (outcome->earliest < 0 || when->first < outcome->earliest)) {
        outcome->earliest = when->first;
    }
}

static size_t samarium_plants(const struct dataset *data)
{
    size_t i, plants = 0;

    for (i = 0; i < data->projects; i++) {
        plants += same_name(data->project[i].stage, "magnet") &&
                  (strstr(data->project[i].commodity, "amarium") != NULL ||
                   strstr(data->project[i].commodity, "SmCo") != NULL);
    }
    return plants;
}

static void settle_magnets(const struct dataset *data, struct claim *claim, struct reading *reading,
                           const struct outcome *outcome)
{
    double base = dataset_base_year(data);
    const char *earliest = "";

    if (outcome->earliest > claim->low) {
        earliest = claim_format(claim,
                                "; the earliest comes in %.1f, which counted from %.1f or later "
                                "would be within a year",
                                base + outcome->earliest, base + outcome->earliest - claim->low);
    }
    reading->verdict = outcome->within == 0    ? VERDICT_HOLDS
                       : outcome->without == 0 ? VERDICT_FAILS
                                               : VERDICT_UNKNOWN;
    reading->why = claim_format(claim,
                                "given success, capacity covers the need within a year in %d of %d "
                                "cases%s. Magnet capacity "
                                "is not a chain: the plants need metal, oxide and ore. These are "
                                "neodymium magnets; of plants "
                                "for samarium magnets projects.csv has %zu",
                                outcome->within, outcome->within + outcome->without, earliest,
                                samarium_plants(data));
}

static void read_magnets(const struct dataset *data, struct claim *claim)
{
    struct reading *reading =
        claim_reading(claim, "magnets alone, from US plants that run, are ramping or are planned");
    const struct demand *demand = dataset_demand(data, "NdFeB magnets", "magnet");
    double base = dataset_base_year(data);
    struct outcome outcome = {0, 0, -1};
    size_t i;

    reading->verdict = VERDICT_UNKNOWN;
    reading->why = "demand.csv or lead_times.csv lacks what this needs";
    for (i = 0; demand != NULL && i < sizeof scenarios / sizeof *scenarios; i++) {
        struct fleet fleet;
        minrisk_when when;

        if (magnets_sweep(data, claim, demand, &scenarios[i], &fleet, &when) != 0) {
            return;
        }
        scenario_line(claim, reading, demand, &scenarios[i], &fleet, &when, base);
        reading->assumptions |= when.assumptions;
        if (!scenarios[i].weighted) {
            note_outcome(claim, &when, &outcome);
        }
    }
    if (demand != NULL) {
        plant_lines(data, claim, reading, demand);
        settle_magnets(data, claim, reading, &outcome);
    }
}

/* ---- A new chain within a year ---- */

static void shortest_lines(const struct dataset *data, struct claim *claim, struct reading *reading,
                           const struct chain *chain)
{
    static const char *const row[CHAIN_STAGES] = {"mine-construction", "separation-plant",
                                                  "metal-plant", "magnet-plant"};
    const struct lead_row *permit = dataset_lead(data, "usa-permit");
    size_t i;

    for (i = 0; i < CHAIN_STAGES; i++) {
        const struct lead_row *lead = dataset_lead(data, row[i]);
        double years = chain->build[i] + (i == STAGE_MINE ? chain->permit : 0);
        struct evidence *evidence = claim_evidence(
            claim, reading, VERDICT_NONE, chain_stage_name[i],
            claim_format(claim, "%.3g years at the least before the first tonne", years));

        evidence_value(evidence, years, years, "years");
        evidence_origin(claim, evidence, &lead->origin);
        if (i == STAGE_MINE) {
            evidence_origin(claim, evidence, &permit->origin);
        }
    }
}

static void read_new_chain(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "a new chain, everything started now");
    struct chain chain;
    minrisk_when when;

    if (chain_from_leads(data, LEAD_LOW, NULL, &chain) != 0 ||
        chain_when(&chain, PLANTS_NOW, CHAIN_HORIZON, &when) != MINRISK_OK) {
        reading->verdict = VERDICT_UNKNOWN;
        reading->why = "lead_times.csv lacks a row or a value for it";
        return;
    }
    shortest_lines(data, claim, reading, &chain);
    reading->verdict = is_within(claim, &when) ? VERDICT_FAILS : VERDICT_HOLDS;
    reading->why = claim_format(
        claim, "given success, with every lead at its shortest: %s; the last stage to cover is %s",
        when_text(claim, &when, dataset_base_year(data)),
        when.binding < CHAIN_STAGES ? chain_stage_name[when.binding] : "not known");
    reading->assumptions = when.assumptions | MINRISK_ASSUMES_STARTS_NOW;
}

void claim_one_year(const struct dataset *data, struct claim *claim)
{
    read_new_chain(data, claim);
    read_magnets(data, claim);
    claim_assume(claim, "one year is counted from the end of the last year that the data cover");
    claim_assume(claim,
                 "demand grows at a fixed rate, in straight lines from year to year, for 25 "
                 "years; capacity counts as supply, as if every plant ran full after its ramp");
}
