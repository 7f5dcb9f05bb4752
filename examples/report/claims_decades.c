/* SPDX-License-Identifier: MIT */
/* Ten to twenty years: one new chain by its lead times. */
#include <string.h>

#include "chain.h"
#include "claim.h"

/* A way to build the chain. */
struct variant {
    const char *label;
    enum chain_plan plan;
    const char *mine; /* a row that replaces permit and construction, or NULL */
};

static const struct variant variants[] = {
    {"everything is started now: US permit and construction", PLANTS_NOW, NULL},
    {"the plants wait until the mine has its permit", PLANTS_AFTER_PERMIT, NULL},
    {"the plants wait until the mine gives ore", PLANTS_AFTER_MINE, NULL},
    {"everything is started now, the mine as on record in the world", PLANTS_NOW, "world-mine"},
    {"everything is started now, the mine as on record in the United States", PLANTS_NOW,
     "usa-mine"},
};

static const char *const case_name[LEAD_CASES] = {"every lead low", "every lead likely",
                                                  "every lead high"};

struct answers {
    int has[LEAD_CASES];
    minrisk_when when[LEAD_CASES];
};

static int answer(const struct dataset *data, const struct variant *variant, enum lead_case which,
                  minrisk_when *when)
{
    struct chain chain;

    return chain_from_leads(data, which, variant->mine, &chain) == 0 &&
           chain_when(&chain, variant->plan, CHAIN_HORIZON, when) == MINRISK_OK;
}

static int lies_within(const struct claim *claim, const minrisk_when *when)
{
    return when->status == MINRISK_REACHED && when->first >= claim->low &&
           when->first <= claim->high;
}

static void case_line(const struct dataset *data, struct claim *claim, struct reading *reading,
                      const struct variant *variant, const minrisk_when *when, enum lead_case which)
{
    const struct lead_row *row;
    size_t i;
    struct evidence *evidence = claim_evidence(claim, reading, VERDICT_NONE, case_name[which], "");

    evidence->text = claim_format(
        claim, "%s; the last stage to cover is %s", when_text(claim, when, dataset_base_year(data)),
        (when->known & MINRISK_KNOWS_BINDING) != 0 && when->binding < CHAIN_STAGES
            ? chain_stage_name[when->binding]
            : "not known");
    if ((when->known & MINRISK_KNOWS_FIRST) != 0) {
        evidence_value(evidence, when->first, when->first, "years, given success");
    }
    for (i = 0; (row = chain_row(data, variant->mine, i)) != NULL; i++) {
        evidence_origin(claim, evidence, &row->origin);
    }
}

static const char *corners_text(struct claim *claim, const struct answers *answers)
{
    int low = answers->has[LEAD_LOW] && lies_within(claim, &answers->when[LEAD_LOW]);
    int high = answers->has[LEAD_HIGH] && lies_within(claim, &answers->when[LEAD_HIGH]);

    if (!answers->has[LEAD_LOW] || !answers->has[LEAD_HIGH]) {
        return "no range is on record for this mine";
    }
    if (low && high) {
        return "so are both corners";
    }
    return low || high ? "one of the two corners is outside it"
                       : "both corners are outside it, so that it does not bound the answer";
}

static void settle_variant(const struct dataset *data, struct claim *claim, struct reading *reading,
                           const struct answers *answers)
{
    const minrisk_when *likely = &answers->when[LEAD_LIKELY];

    if (!answers->has[LEAD_LIKELY]) {
        reading->verdict = VERDICT_UNKNOWN;
        reading->why = "lead_times.csv lacks a row or a value for it";
        return;
    }
    reading->verdict = lies_within(claim, likely) ? VERDICT_HOLDS : VERDICT_FAILS;
    reading->why = claim_format(
        claim, "given success, with likely leads: %s, %s the claim's range; %s",
        when_text(claim, likely, dataset_base_year(data)),
        reading->verdict == VERDICT_HOLDS ? "inside" : "outside", corners_text(claim, answers));
}

static void read_variant(const struct dataset *data, struct claim *claim,
                         const struct variant *variant)
{
    struct reading *reading = claim_reading(claim, variant->label);
    struct answers answers;
    int i;

    memset(&answers, 0, sizeof answers);
    for (i = 0; i < LEAD_CASES; i++) {
        answers.has[i] = answer(data, variant, (enum lead_case)i, &answers.when[i]);
        if (answers.has[i]) {
            case_line(data, claim, reading, variant, &answers.when[i], (enum lead_case)i);
            reading->assumptions |= answers.when[i].assumptions | MINRISK_ASSUMES_STARTS_NOW;
        }
    }
    settle_variant(data, claim, reading, &answers);
}

static const char *optional_text(struct claim *claim, struct optional value)
{
    return value.has ? claim_format(claim, "%.3g", value.value) : "-";
}

static void lead_lines(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "lead times behind it (low / likely / high)");
    size_t i;

    for (i = 0; i < data->leads; i++) {
        const struct lead_row *lead = &data->lead[i];
        struct evidence *evidence =
            claim_evidence(claim, reading, VERDICT_NONE,
                           claim_format(claim, "%s, %s", lead->stage, lead->phase), "");

        evidence->text =
            claim_format(claim, "%s / %s / %s %s (%s; %s)", optional_text(claim, lead->low),
                         optional_text(claim, lead->likely), optional_text(claim, lead->high),
                         lead->unit, lead->source, lead->derivation);
        if (lead->low.has && lead->high.has) {
            evidence_value(evidence, lead->low.value, lead->high.value, lead->unit);
        }
        evidence_origin(claim, evidence, &lead->origin);
    }
}

static void read_market_balance(struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "as a forecast of when the need will be met");
    reading->verdict = VERDICT_UNKNOWN;
    reading->why =
        "lead times say how long one chain takes if it is built; how much is needed, what "
        "fails, what closes and what prices do to plans is not in them";
}

void claim_decades(const struct dataset *data, struct claim *claim)
{
    size_t i;

    for (i = 0; i < sizeof variants / sizeof *variants; i++) {
        read_variant(data, claim, &variants[i]);
    }
    read_market_balance(claim);
    lead_lines(data, claim);
    claim_assume(claim, "this is a statement on lead times, given success, not a market balance");
    claim_assume(claim,
                 "every lead low and every lead high at once are corners, not probabilities; "
                 "the distribution between them stands under \"Time to independence\"");
    claim_assume(claim, "slip stretches all phases of a stage alike; the record of mines has it "
                        "already");
    claim_assume(claim, "the verdict goes by the likely leads alone");
}
