/* SPDX-License-Identifier: MIT */
/* Samarium: its place among the critical minerals, and who holds its chain. */
#include <string.h>

#include "claim_market.h"

/* ---- The most critical ---- */

/* Rows of the EU's results that stand for several elements. */
static int is_eu_group(const struct eu_row *row)
{
    return same_name(row->material, "HREE") || same_name(row->material, "LREE") ||
           same_name(row->material, "PGM");
}

struct place {
    size_t first, last, of; /* first == last unless others have the same score */
};

static struct place eu_place(const struct dataset *data, const struct eu_row *row, int with_groups)
{
    struct place place = {1, 0, 0};
    size_t i;

    for (i = 0; i < data->eus; i++) {
        if (is_eu_group(&data->eu[i]) && !with_groups) {
            continue;
        }
        place.of++;
        place.first += data->eu[i].supply_risk > row->supply_risk;
        place.last += data->eu[i].supply_risk >= row->supply_risk;
    }
    return place;
}

static void read_eu(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "by the supply risk of the EU's 2023 study");
    const struct eu_row *row = dataset_eu(data, FIRST_MINERAL);
    struct place single, all;
    struct evidence *evidence;

    if (row == NULL) {
        reading->verdict = VERDICT_UNKNOWN;
        reading->why = "the results have no row of that name";
        return;
    }
    single = eu_place(data, row, 0);
    all = eu_place(data, row, 1);
    reading->verdict = single.last == 1    ? VERDICT_HOLDS
                       : single.first == 1 ? VERDICT_UNKNOWN
                                           : VERDICT_FAILS;
    reading->why = claim_format(
        claim,
        "supply risk %g puts it at place %zu to %zu of %zu single materials (equal scores "
        "share their places), %zu to %zu of %zu rows if those for groups are counted",
        row->supply_risk, single.first, single.last, single.of, all.first, all.last, all.of);
    evidence = claim_evidence(claim, reading, VERDICT_NONE, FIRST_MINERAL,
                              claim_format(claim, "supply risk %g, economic importance %g",
                                           row->supply_risk, row->economic_importance));
    evidence_value(evidence, (double)single.first, (double)single.last, "place");
    evidence_origin(claim, evidence, &row->origin);
}

static const struct rank_row *find_rank(const struct dataset *data, const char *mineral)
{
    size_t i;

    for (i = 0; i < data->ranks; i++) {
        if (same_name(data->rank[i].mineral, mineral)) {
            return &data->rank[i];
        }
    }
    return NULL;
}

void claim_samarium(const struct dataset *data, struct claim *claim)
{
    struct reading *reading = claim_reading(claim, "by the order of the 2025 US list");
    const struct rank_row *row = find_rank(data, FIRST_MINERAL);
    struct evidence *evidence;

    if (row == NULL) {
        reading->verdict = VERDICT_FAILS;
        reading->why = "it is not in the list";
    } else {
        reading->verdict = row->rank == 1 ? VERDICT_HOLDS : VERDICT_FAILS;
        reading->why = claim_format(claim, "rank %d of %zu", row->rank, data->ranks);
        evidence = claim_evidence(claim, reading, VERDICT_NONE, FIRST_MINERAL,
                                  claim_format(claim, "rank %d", row->rank));
        evidence_value(evidence, row->rank, row->rank, "rank");
        evidence_origin(claim, evidence, &row->origin);
    }
    read_eu(data, claim);
    claim_assume(claim,
                 "the two metrics ask different questions: the US list weighs probability and "
                 "cost of a disruption to the US economy, the EU's supply risk weighs "
                 "concentration, governance and recycling for the EU; neither ranks by "
                 "military use");
}

/* ---- The chain ---- */

static int contains(const char *text, const char *word)
{
    size_t i, length = strlen(word);

    for (; *text != '\0'; text++) {
        for (i = 0; i < length && (text[i] | 0x20) == word[i]; i++) {
        }
        if (i == length) {
            return 1;
        }
    }
    return 0;
}

/* The latest table with suppliers of a commodity whose stage has the word in its name. */
static const struct market *stage_table(const struct dataset *data, const char *commodity,
                                        const char *word)
{
    const struct market *found = NULL;
    size_t i;

    for (i = 0; i < data->productions; i++) {
        const struct market *market = &data->production[i];

        if (same_name(market->commodity, commodity) && contains(market->stage, word) &&
            market->suppliers > 0 && (found == NULL || market->year > found->year)) {
            found = market;
        }
    }
    return found;
}

static enum verdict more_than_half(const minrisk_interval *share)
{
    return share->low > .5 ? VERDICT_HOLDS : share->high <= .5 ? VERDICT_FAILS : VERDICT_UNKNOWN;
}

static void stage_from_table(struct claim *claim, struct reading *reading, const char *label,
                             const struct market *market)
{
    struct evidence *evidence = claim_evidence(claim, reading, VERDICT_UNKNOWN, label, "");
    const struct supplier *row = find_country(market, DOMINANT);
    minrisk_interval share;

    if (row == NULL || market_share(market, DOMINANT, claim->assume, &share) != 0) {
        evidence->text =
            claim_format(claim, "a table, but no share of China can be had from it (%s)",
                         market_name(claim, market));
        evidence_origin(claim, evidence, &market->world_origin);
        return;
    }
    evidence->verdict = more_than_half(&share);
    evidence->text =
        claim_format(claim, "China %s (%s)", percent_text(claim, share.low, share.high),
                     market_name(claim, market));
    evidence_value(evidence, share.low, share.high, "fraction from " DOMINANT);
    evidence_origin(claim, evidence, &row->origin);
}

static void stage_without_table(const struct dataset *data, struct claim *claim,
                                struct reading *reading, const char *label,
                                const char *cited_figure)
{
    const struct cited *cited =
        cited_figure == NULL ? NULL : dataset_cited(data, "Rare earths", cited_figure);
    struct evidence *evidence =
        claim_evidence(claim, reading, VERDICT_UNKNOWN, label, "no public table by country");

    if (cited != NULL) {
        evidence->text = claim_format(
            claim, "no public table by country; one cited figure, China %s (%s, %s)%s%s",
            percent_text(claim, cited->low, cited->high), cited->source, cited->period,
            cited->note[0] == '\0' ? "" : "; ", cited->note);
        evidence_value(evidence, cited->low, cited->high, "fraction from " DOMINANT);
        evidence_origin(claim, evidence, &cited->origin);
    }
}

/* The stages of the article's chain, the word that a table's name has for each, and the figure that
 * stands in where there is no table. */
static const struct {
    const char *label, *word, *cited;
} stages[] = {
    {"mining", "mine", NULL},
    {"separation and refining", "refin", "China share of refining"},
    {"metal", "metal", NULL},
    {"magnets", "magnet", NULL},
};

#define STAGES (sizeof stages / sizeof *stages)

static void settle_stages(struct claim *claim, struct reading *reading)
{
    const struct evidence *evidence;
    size_t number[VERDICT_DIFFERS + 1] = {0}, cited = 0;
    const char *covered = "";

    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        number[evidence->verdict]++;
        cited += evidence->verdict == VERDICT_UNKNOWN && evidence->has_value && evidence->low > .5;
        if (evidence->verdict == VERDICT_HOLDS || evidence->verdict == VERDICT_FAILS) {
            covered = claim_format(claim, "%s%s%s", covered, covered[0] == '\0' ? "" : ", ",
                                   evidence->label);
        }
    }
    reading->verdict = number[VERDICT_FAILS] > 0         ? VERDICT_FAILS
                       : number[VERDICT_HOLDS] == STAGES ? VERDICT_HOLDS
                                                         : VERDICT_UNKNOWN;
    reading->why = claim_format(
        claim,
        "public tables settle %zu of %zu stages (%s): China has more than half in %zu, not in %zu; "
        "%zu cannot be told. Were cited figures accepted, it has more than half in %zu",
        number[VERDICT_HOLDS] + number[VERDICT_FAILS], STAGES,
        covered[0] == '\0' ? "none" : covered, number[VERDICT_HOLDS], number[VERDICT_FAILS],
        number[VERDICT_UNKNOWN], number[VERDICT_HOLDS] + cited);
}

static void imports_of_group(const struct dataset *data, struct claim *claim,
                             struct reading *reading, const struct mineral *mineral)
{
    const struct market *market =
        dataset_imports(data, mineral->imports, or_any(mineral->imports_group));
    struct lead lead = market_lead(data, claim, market);
    struct evidence *evidence;

    if (market == NULL) {
        return;
    }
    evidence =
        claim_evidence(claim, reading, VERDICT_NONE, "beside the stages: US imports",
                       claim_format(claim, "%s (%s)", lead.text, market_name(claim, market)));
    market_origins(claim, market, lead.leader, evidence);
}

static void read_element(const struct dataset *data, struct claim *claim,
                         const struct mineral *mineral)
{
    struct reading *reading = claim_reading(claim, "for samarium itself");
    size_t i;

    reading->verdict = VERDICT_UNKNOWN;
    reading->why = claim_format(claim, "no public table by country at any stage%s%s",
                                mineral->note[0] == '\0' ? "" : ": ", mineral->note);
    for (i = 0; i < data->citeds; i++) {
        const struct cited *cited = &data->cited[i];

        if (same_name(cited->mineral, mineral->name)) {
            struct evidence *evidence = claim_evidence(
                claim, reading, VERDICT_NONE, "cited",
                claim_format(claim, "%s: %s", cited_text(claim, cited), cited->note));
            evidence_value(evidence, cited->low, cited->high, cited->unit);
            evidence_origin(claim, evidence, &cited->origin);
        }
    }
}

void claim_chain(const struct dataset *data, struct claim *claim)
{
    const struct mineral *mineral = dataset_mineral(data, FIRST_MINERAL);
    struct reading *reading = claim_reading(claim, "for the rare earths as a group, more than half "
                                                   "of each stage");
    size_t i;

    reading->assumptions = MINRISK_PROXY_DATA;
    if (mineral == NULL) {
        reading->verdict = VERDICT_UNKNOWN;
        reading->why = "minerals.csv does not say which tables speak of samarium";
        return;
    }
    for (i = 0; i < STAGES; i++) {
        const struct market *market = stage_table(data, mineral->production, stages[i].word);

        if (market != NULL) {
            stage_from_table(claim, reading, stages[i].label, market);
        } else {
            stage_without_table(data, claim, reading, stages[i].label, stages[i].cited);
        }
    }
    settle_stages(claim, reading);
    imports_of_group(data, claim, reading, mineral);
    read_element(data, claim, mineral);
    claim_assume(claim, "a stage is held where more than half of the world's output is China's");
    claim_assume(claim,
                 "imports count by the last country they came from: what comes from Estonia, "
                 "Japan or Malaysia may have been mined or separated elsewhere");
}
