/* SPDX-License-Identifier: MIT */
/* China first for eight of nine: by world production, and by direct imports. */
#include <stdio.h>
#include <string.h>

#include "claim_market.h"

/* Verdicts by number: as the rule has it, and if groups and cited figures were accepted. */
struct tally {
    int strict[VERDICT_DIFFERS + 1];
    int accepted[VERDICT_DIFFERS + 1];
};

/* At least `need` must hold; it fails when even all that cannot be told would not make it up. */
static enum verdict tally_verdict(const int *number, double need)
{
    if (number[VERDICT_HOLDS] >= need) {
        return VERDICT_HOLDS;
    }
    return number[VERDICT_HOLDS] + number[VERDICT_UNKNOWN] < need ? VERDICT_FAILS : VERDICT_UNKNOWN;
}

static const char *tally_text(struct claim *claim, const int *number)
{
    return claim_format(claim, "holds for %d, does not for %d, cannot be told for %d",
                        number[VERDICT_HOLDS], number[VERDICT_FAILS], number[VERDICT_UNKNOWN]);
}

static void settle_tally(struct claim *claim, struct reading *reading, const struct tally *tally)
{
    reading->verdict = tally_verdict(tally->strict, claim->low);
    reading->why =
        claim_format(claim,
                     "%s; the claim asks for %s. Were the figures of groups and the cited "
                     "ones accepted: %s; the verdict would be \"%s\"",
                     tally_text(claim, tally->strict), number_text(claim, claim->low),
                     tally_text(claim, tally->accepted),
                     verdict_text(tally_verdict(tally->accepted, claim->low)));
}

/* "largest producer share (South Africa)" -> the code of South Africa, or NULL. */
static const char *country_in_brackets(const struct dataset *data, const char *figure)
{
    const char *open = strchr(figure, '('), *close = open == NULL ? NULL : strchr(open, ')');
    const struct country *country;
    char name[128];

    if (close == NULL || (size_t)(close - open) > sizeof name) {
        return NULL;
    }
    snprintf(name, sizeof name, "%.*s", (int)(close - open - 1), open + 1);
    country = dataset_country(data, name);
    return country == NULL ? NULL : country->iso3;
}

/* What a cited figure would say: a named leader's share, or an HHI, which bounds the largest share
 * from below but names nobody. */
static enum verdict cited_verdict(const struct dataset *data, const struct cited *cited)
{
    const char *leader = strncmp(cited->figure, "largest producer share", 22) == 0
                             ? country_in_brackets(data, cited->figure)
                             : NULL;

    if (leader == NULL) {
        return VERDICT_UNKNOWN;
    }
    return strcmp(leader, DOMINANT) == 0 ? VERDICT_HOLDS : VERDICT_FAILS;
}

/* Returns what would be said if the cited figures were accepted. */
static enum verdict cited_lines(const struct dataset *data, struct claim *claim,
                                struct reading *reading, const struct mineral *mineral)
{
    enum verdict accepted = VERDICT_UNKNOWN;
    struct evidence *evidence,
        *main_line = claim_evidence(claim, reading, VERDICT_UNKNOWN, mineral->name,
                                    "no table, no cited figure");
    size_t i;

    for (i = 0; i < data->citeds; i++) {
        const struct cited *cited = &data->cited[i];

        if (!same_name(cited->mineral, mineral->name)) {
            continue;
        }
        main_line->text = "no table, cited figures alone";
        evidence = claim_evidence(claim, reading, VERDICT_NONE,
                                  claim_format(claim, "%s, cited", mineral->name), "");
        evidence->text = claim_format(claim, "%s%s", cited_text(claim, cited),
                                      strcmp(cited->figure, "HHI") == 0
                                          ? ": one supplier has at least that share, but the "
                                            "figure does not say who"
                                          : "");
        evidence_value(evidence, cited->low, cited->high, cited->unit);
        evidence_origin(claim, evidence, &cited->origin);
        if (accepted == VERDICT_UNKNOWN) {
            accepted = cited_verdict(data, cited);
        }
    }
    return accepted;
}

/* One market for one mineral; returns what would be said if a group's table were its own. */
static enum verdict table_line(const struct dataset *data, struct claim *claim,
                               struct reading *reading, const struct mineral *mineral,
                               const struct market *market, enum relation relation)
{
    struct lead lead = market_lead(data, claim, market);
    enum verdict own = relation == RELATION_OWN ? lead.verdict : VERDICT_UNKNOWN;
    struct evidence *evidence = claim_evidence(claim, reading, own, mineral->name, lead.text);

    if (market == NULL) {
        return VERDICT_UNKNOWN;
    }
    if (relation == RELATION_GROUP) {
        reading->assumptions |= MINRISK_PROXY_DATA;
    }
    evidence->text = claim_format(claim, "%s%s (%s)",
                                  relation == RELATION_GROUP ? "a group's table alone: " : "",
                                  lead.text, market_name(claim, market));
    if (lead.has_share) {
        evidence_value(evidence, lead.share.low, lead.share.high, "fraction from " DOMINANT);
    }
    market_origins(claim, market, lead.leader, evidence);
    return lead.verdict;
}

static enum verdict production_line(const struct dataset *data, struct claim *claim,
                                    struct reading *reading, const struct mineral *mineral)
{
    if (mineral->production_relation == RELATION_OWN ||
        mineral->production_relation == RELATION_GROUP) {
        return table_line(data, claim, reading, mineral,
                          dataset_production(data, mineral->production, NULL, 0),
                          mineral->production_relation);
    }
    return cited_lines(data, claim, reading, mineral);
}

/* A table of imports may be printed by form too, and its forms may disagree with the total. */
static void other_forms(const struct dataset *data, struct claim *claim, struct reading *reading,
                        const struct market *chosen)
{
    size_t i;

    for (i = 0; i < data->import_groups; i++) {
        const struct market *market = &data->imports[i];
        struct lead lead;
        struct evidence *evidence;

        if (market == chosen || !same_name(market->commodity, chosen->commodity)) {
            continue;
        }
        lead = market_lead(data, claim, market);
        evidence = claim_evidence(claim, reading, VERDICT_NONE,
                                  claim_format(claim, "of it, %s", market->stage), lead.text);
        market_origins(claim, market, lead.leader, evidence);
    }
}

static enum verdict imports_line(const struct dataset *data, struct claim *claim,
                                 struct reading *reading, const struct mineral *mineral)
{
    const struct market *market =
        mineral->imports_relation == RELATION_OWN || mineral->imports_relation == RELATION_GROUP
            ? dataset_imports(data, mineral->imports, or_any(mineral->imports_group))
            : NULL;
    enum verdict accepted =
        table_line(data, claim, reading, mineral, market, mineral->imports_relation);

    if (market != NULL && mineral->imports_relation == RELATION_OWN) {
        other_forms(data, claim, reading, market);
    }
    return accepted;
}

/* Adds the line of a mineral, and perhaps lines below it that settle nothing; returns what would be
 * said if groups and cited figures were accepted. */
typedef enum verdict line_function(const struct dataset *data, struct claim *claim,
                                   struct reading *reading, const struct mineral *mineral);

static void read_rank(const struct dataset *data, struct claim *claim, struct reading *reading,
                      const struct rank_row *rank, line_function *line, struct tally *tally)
{
    const struct mineral *mineral = dataset_mineral(data, rank->mineral);
    struct evidence *before = reading->last, *main_line;
    enum verdict accepted = VERDICT_UNKNOWN;

    if (mineral != NULL) {
        accepted = line(data, claim, reading, mineral);
    } else {
        claim_evidence(claim, reading, VERDICT_UNKNOWN, rank->mineral,
                       "minerals.csv does not say which tables speak of it");
    }
    main_line = before == NULL ? reading->first : before->next;
    if (main_line != NULL) {
        tally->strict[main_line->verdict]++;
        tally->accepted[accepted]++;
        evidence_origin(claim, main_line, &rank->origin);
    }
}

static void read_nine(const struct dataset *data, struct claim *claim, const char *label,
                      line_function *line)
{
    struct reading *reading = claim_reading(claim, label);
    struct tally tally;
    size_t i;

    memset(&tally, 0, sizeof tally);
    for (i = 0; i < data->ranks && i < NINE; i++) {
        read_rank(data, claim, reading, &data->rank[i], line, &tally);
    }
    settle_tally(claim, reading, &tally);
}

void claim_nine(const struct dataset *data, struct claim *claim)
{
    read_nine(data, claim, "(a) China is the largest producer in the world", production_line);
    read_nine(data, claim, "(b) China is the largest direct source of US imports", imports_line);
    claim_assume(claim, "the nine are ranks 1 to 9 of the 2025 US list: an inference, the article "
                        "does not name them");
    claim_assume(claim, "a mineral that rests on a group's table, on a cited figure, or on a table "
                        "whose unnamed part is larger than the leader cannot be told");
    claim_assume(claim, "imports count by the last country they came from, which need not be where "
                        "they were mined or refined");
}
