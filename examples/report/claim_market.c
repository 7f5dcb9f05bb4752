/* SPDX-License-Identifier: MIT */
#include "claim_market.h"

#include <string.h>

int is_country(const struct supplier *supplier, const char *iso3)
{
    return supplier->kind == SUPPLIER_COUNTRY && strcmp(supplier->iso3, iso3) == 0;
}

const struct supplier *find_country(const struct market *market, const char *iso3)
{
    size_t i;

    for (i = 0; i < market->suppliers; i++) {
        if (is_country(&market->supplier[i], iso3)) {
            return &market->supplier[i];
        }
    }
    return NULL;
}

void market_origins(struct claim *claim, const struct market *market, const struct supplier *leader,
                    struct evidence *evidence)
{
    size_t i;

    for (i = 0; i < market->suppliers; i++) {
        const struct supplier *supplier = &market->supplier[i];

        if (supplier == leader || is_country(supplier, DOMINANT) ||
            supplier->kind != SUPPLIER_COUNTRY) {
            evidence_origin(claim, evidence, &supplier->origin);
        }
    }
    if (market->suppliers == 0) {
        evidence_origin(claim, evidence, &market->world_origin);
    }
}

const char *market_name(struct claim *claim, const struct market *market)
{
    return claim_format(claim, "%s, %s, %s%s", market->commodity, market->stage, market->period,
                        market->estimated ? ", partly estimated" : "");
}

static enum verdict leader_verdict(const struct concentration *c)
{
    if (!c->leader_certain) {
        return VERDICT_UNKNOWN;
    }
    return strcmp(c->leader->iso3, DOMINANT) == 0 ? VERDICT_HOLDS : VERDICT_FAILS;
}

/* Why the leader may not lead. */
static const char *doubt_text(struct claim *claim, const struct concentration *c)
{
    if (c->unknown > 0) {
        return claim_format(claim, "%zu figures are withheld or not available", c->unknown);
    }
    if (c->residual_share.high >= c->leader_share.low) {
        return claim_format(
            claim, "%s is with countries that are not named, and one of them may be larger",
            percent_text(claim, c->residual_share.low, c->residual_share.high));
    }
    return "another's figure is as large";
}

static const char *leader_text(const struct dataset *data, struct claim *claim,
                               const struct concentration *c, const struct lead *lead)
{
    const char *leader = percent_text(claim, c->leader_share.low, c->leader_share.high);
    const char *dominant = dataset_country_name(data, DOMINANT);

    if (!c->leader_certain) {
        return claim_format(claim, "%s leads the named with %s, but %s", c->leader->name, leader,
                            doubt_text(claim, c));
    }
    if (lead->verdict == VERDICT_HOLDS) {
        return claim_format(claim, "%s leads with %s", c->leader->name, leader);
    }
    if (!lead->has_share) {
        return claim_format(claim, "%s leads with %s; %s is not named", c->leader->name, leader,
                            dominant);
    }
    return claim_format(claim, "%s leads with %s; %s has %s", c->leader->name, leader, dominant,
                        percent_text(claim, lead->share.low, lead->share.high));
}

struct lead market_lead(const struct dataset *data, struct claim *claim,
                        const struct market *market)
{
    struct lead lead = {VERDICT_UNKNOWN, "no table", {0, 0}, 0, NULL};
    struct concentration c;

    if (market == NULL) {
        return lead;
    }
    if (market_concentration(market, claim->assume, &c) != 0 || !c.known || c.leader == NULL) {
        lead.text =
            claim_format(claim, "nothing can be said of the leader%s%s",
                         c.why != NULL && c.why[0] != '\0' ? ": " : "", c.why != NULL ? c.why : "");
        return lead;
    }
    lead.leader = c.leader;
    lead.has_share = find_country(market, DOMINANT) != NULL &&
                     market_share(market, DOMINANT, claim->assume, &lead.share) == 0;
    lead.verdict = leader_verdict(&c);
    lead.text = leader_text(data, claim, &c, &lead);
    return lead;
}

const char *or_any(const char *name)
{
    return name[0] == '\0' ? NULL : name;
}

const char *cited_text(struct claim *claim, const struct cited *cited)
{
    const char *value = cited->low == cited->high
                            ? claim_format(claim, "%g", cited->low)
                            : claim_format(claim, "%g to %g", cited->low, cited->high);
    const char *unit = strcmp(cited->unit, "fraction") == 0 ? ""
                       : cited->unit[0] >= '0' && cited->unit[0] <= '9'
                           ? claim_format(claim, " on a scale of %s", cited->unit)
                           : claim_format(claim, " %s", cited->unit);

    return claim_format(claim, "%s %s%s (%s, %s)", cited->figure, value, unit, cited->source,
                        cited->period);
}
