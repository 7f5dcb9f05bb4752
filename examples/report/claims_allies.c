/* SPDX-License-Identifier: MIT */
/* What allied supply changes: output today by bloc, and the projects. */
#include <float.h>
#include <string.h>

#include "claim_market.h"

/* Whose supply a row counts as. */
enum bloc { BLOC_BUYER, BLOC_PARTNERS, BLOC_DOMINANT, BLOC_ELSEWHERE, BLOC_UNNAMED, BLOCS };

/* What each bloc produces; a figure that is not known runs to infinity. */
struct blocs {
    double low[BLOCS], high[BLOCS];
};

static enum bloc bloc_of(const struct dataset *data, const struct supplier *supplier)
{
    if (supplier->kind != SUPPLIER_COUNTRY) {
        return BLOC_UNNAMED;
    }
    if (is_country(supplier, BUYER)) {
        return BLOC_BUYER;
    }
    if (is_country(supplier, DOMINANT)) {
        return BLOC_DOMINANT;
    }
    return dataset_agreement(data, supplier->iso3) != NULL ? BLOC_PARTNERS : BLOC_ELSEWHERE;
}

static struct blocs sum_blocs(const struct dataset *data, const struct market *market)
{
    struct blocs sum;
    size_t i;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < market->suppliers; i++) {
        enum bloc bloc = bloc_of(data, &market->supplier[i]);

        sum.low[bloc] += market->supplier[i].quantity.low;
        sum.high[bloc] += market->supplier[i].quantity.high;
    }
    return sum;
}

/* Of all rows together, not of a printed total, which may leave some out. */
static minrisk_interval bloc_share(const struct blocs *sum, enum bloc bloc)
{
    minrisk_interval share = {0, 1};
    double others_low = 0, others_high = 0;
    size_t i;

    for (i = 0; i < BLOCS; i++) {
        others_low += i == bloc ? 0 : sum->low[i];
        others_high += i == bloc ? 0 : sum->high[i];
    }
    if (sum->low[bloc] > 0) {
        share.low = sum->low[bloc] / (sum->low[bloc] + others_high);
    }
    if (sum->high[bloc] == 0) {
        share.high = 0;
    } else if (sum->high[bloc] + others_low <= DBL_MAX) {
        share.high = sum->high[bloc] / (sum->high[bloc] + others_low);
    }
    return share;
}

/* Whether the buyer, or the buyer and its partners, make at least what the dominant country makes.
 * Partners may be among the unnamed. */
static enum verdict matches(const struct blocs *sum, int with_partners)
{
    double low = sum->low[BLOC_BUYER] + (with_partners ? sum->low[BLOC_PARTNERS] : 0);
    double high = sum->high[BLOC_BUYER] +
                  (with_partners ? sum->high[BLOC_PARTNERS] + sum->high[BLOC_UNNAMED] : 0);

    if (low >= sum->high[BLOC_DOMINANT]) {
        return VERDICT_HOLDS;
    }
    return high < sum->low[BLOC_DOMINANT] ? VERDICT_FAILS : VERDICT_UNKNOWN;
}

static const char *blocs_text(struct claim *claim, const struct blocs *sum)
{
    static const char *const name[BLOCS] = {"United States", "partners", "China", "elsewhere",
                                            "unnamed"};
    const char *text = "";
    size_t i;

    for (i = 0; i < BLOCS; i++) {
        minrisk_interval share = bloc_share(sum, (enum bloc)i);

        text = claim_format(claim, "%s%s%s %s", text, i == 0 ? "" : ", ", name[i],
                            percent_text(claim, share.low, share.high));
    }
    return text;
}

static void bloc_origins(const struct dataset *data, struct claim *claim,
                         const struct market *market, struct evidence *evidence)
{
    size_t i;

    for (i = 0; i < market->suppliers; i++) {
        if (bloc_of(data, &market->supplier[i]) != BLOC_ELSEWHERE) {
            evidence_origin(claim, evidence, &market->supplier[i].origin);
        }
    }
}

/* The table of a mineral of the nine, with what it stands for; NULL if it has none. */
static const struct market *table_of(const struct dataset *data, const struct mineral *mineral)
{
    const struct market *market;

    if (mineral == NULL || (mineral->production_relation != RELATION_OWN &&
                            mineral->production_relation != RELATION_GROUP)) {
        return NULL;
    }
    market = dataset_production(data, mineral->production, NULL, 0);
    return market != NULL && market->suppliers > 0 ? market : NULL;
}

static void bloc_line(const struct dataset *data, struct claim *claim, struct reading *reading,
                      const struct mineral *mineral, const struct market *market, int with_partners)
{
    struct blocs sum = sum_blocs(data, market);
    minrisk_interval buyer = bloc_share(&sum, BLOC_BUYER), china = bloc_share(&sum, BLOC_DOMINANT);
    int group = mineral->production_relation == RELATION_GROUP;
    struct evidence *evidence = claim_evidence(
        claim, reading, group ? VERDICT_UNKNOWN : matches(&sum, with_partners), mineral->name, "");

    evidence->text = with_partners ? blocs_text(claim, &sum)
                                   : claim_format(claim, "United States %s, China %s",
                                                  percent_text(claim, buyer.low, buyer.high),
                                                  percent_text(claim, china.low, china.high));
    evidence->text = claim_format(claim, "%s%s (%s)", group ? "a group's table alone: " : "",
                                  evidence->text, market_name(claim, market));
    evidence_value(evidence, sum.low[BLOC_BUYER] + (with_partners ? sum.low[BLOC_PARTNERS] : 0),
                   sum.high[BLOC_BUYER] + (with_partners ? sum.high[BLOC_PARTNERS] : 0),
                   market->unit);
    reading->assumptions |= group ? (uint32_t)MINRISK_PROXY_DATA : 0;
    bloc_origins(data, claim, market, evidence);
}

static void settle_blocs(struct claim *claim, struct reading *reading, const char *who)
{
    int number[VERDICT_DIFFERS + 1] = {0};
    const struct evidence *evidence;

    for (evidence = reading->first; evidence != NULL; evidence = evidence->next) {
        number[evidence->verdict]++;
    }
    reading->verdict = number[VERDICT_FAILS] > 0     ? VERDICT_FAILS
                       : number[VERDICT_UNKNOWN] > 0 ? VERDICT_UNKNOWN
                                                     : VERDICT_HOLDS;
    reading->why =
        claim_format(claim,
                     "%s as much as China for %d of the nine, less for %d; for %d it "
                     "cannot be told",
                     who, number[VERDICT_HOLDS], number[VERDICT_FAILS], number[VERDICT_UNKNOWN]);
}

static void read_blocs(const struct dataset *data, struct claim *claim, const char *label,
                       const char *who, int with_partners)
{
    struct reading *reading = claim_reading(claim, label);
    size_t i;

    for (i = 0; i < data->ranks && i < NINE; i++) {
        const struct mineral *mineral = dataset_mineral(data, data->rank[i].mineral);
        const struct market *market = table_of(data, mineral);

        if (market != NULL) {
            bloc_line(data, claim, reading, mineral, market, with_partners);
        } else {
            claim_evidence(claim, reading, VERDICT_UNKNOWN, data->rank[i].mineral,
                           "no table by country");
        }
        evidence_origin(claim, reading->last, &data->rank[i].origin);
    }
    settle_blocs(claim, reading, who);
}

static int counts(const struct dataset *data, const struct project *project, int allied)
{
    if (strcmp(project->country, BUYER) == 0) {
        return !allied;
    }
    return allied && dataset_agreement(data, project->country) != NULL;
}

static int same_kind(const struct project *a, const struct project *b)
{
    return same_name(a->commodity, b->commodity) && same_name(a->stage, b->stage) &&
           same_name(a->unit, b->unit);
}

static int is_first_of_kind(const struct dataset *data, const struct project *project)
{
    size_t i;

    for (i = 0; &data->project[i] != project; i++) {
        if (same_kind(&data->project[i], project)) {
            return 0;
        }
    }
    return 1;
}

/* Capacity of one kind, as the buyer could have it if everything is built. */
static void pile_line(const struct dataset *data, struct claim *claim, struct reading *reading,
                      const struct project *kind)
{
    double buyer = 0, allied = 0, unsized = 0;
    struct evidence *evidence =
        claim_evidence(claim, reading, VERDICT_NONE,
                       claim_format(claim, "%s, %s", kind->commodity, kind->stage), "");
    size_t i;

    for (i = 0; i < data->projects; i++) {
        const struct project *project = &data->project[i];
        int is_allied = counts(data, project, 1);

        if (!same_kind(project, kind) || (!is_allied && !counts(data, project, 0))) {
            continue;
        }
        unsized += !project->nameplate.has;
        buyer += is_allied ? 0 : project->nameplate.value;
        allied += is_allied ? project->nameplate.value * project->accessible : 0;
        evidence_origin(claim, evidence, &project->origin);
    }
    evidence->text = claim_format(
        claim, "United States %s, partners %s accessible to it, in %s a year%s",
        number_text(claim, buyer), number_text(claim, allied), kind->unit,
        unsized > 0 ? claim_format(claim, "; %g without a published size", unsized) : "");
    evidence_value(evidence, buyer, buyer + allied, kind->unit);
}

static void read_pipeline(const struct dataset *data, struct claim *claim)
{
    struct reading *reading =
        claim_reading(claim, "with the projects that run or are planned, given success");
    size_t i;

    for (i = 0; i < data->projects; i++) {
        if (is_first_of_kind(data, &data->project[i])) {
            pile_line(data, claim, reading, &data->project[i]);
        }
    }
    reading->assumptions = MINRISK_ASSUMES_ALL_SUCCEED;
    reading->verdict = VERDICT_UNKNOWN;
    reading->why =
        "the projects are in tonnes of rare-earth oxide, of separated oxide, of feed and of "
        "magnets, which cannot be added, and a need in tonnes is public for magnets alone "
        "(see \"Not within a year\")";
}

void claim_allies(const struct dataset *data, struct claim *claim)
{
    read_blocs(data, claim, "today, counting the United States alone", "the United States makes",
               0);
    read_blocs(data, claim, "today, counting the partners of agreements too",
               "the United States and its partners make", 1);
    read_pipeline(data, claim);
    claim_assume(claim,
                 "whether allied supply is independence is for the reader to choose; both are "
                 "shown");
    claim_assume(claim,
                 "a partner's output is counted whole today, though most of it is sold under "
                 "contracts that are not public; of planned output, the accessible share of "
                 "projects.csv, which is an assumption");
}
