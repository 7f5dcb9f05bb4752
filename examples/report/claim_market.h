/* SPDX-License-Identifier: MIT */
/* Whether the dominant country leads a market, and the sentence that says so. */
#ifndef REPORT_CLAIM_MARKET_H
#define REPORT_CLAIM_MARKET_H

#include "claim.h"

/* The mineral that the article puts first. */
#define FIRST_MINERAL "Samarium"

struct lead {
    enum verdict verdict; /* of "the dominant country is the largest" */
    const char *text;
    minrisk_interval share;        /* of the dominant country */
    int has_share;                 /* 0: it is not named */
    const struct supplier *leader; /* NULL if nothing can be said */
};

int is_country(const struct supplier *supplier, const char *iso3);
/* NULL if the market does not name it. */
const struct supplier *find_country(const struct market *market, const char *iso3);
/* The rows that decide who leads: the dominant country, the leader, and what is not one country. */
void market_origins(struct claim *claim, const struct market *market, const struct supplier *leader,
                    struct evidence *evidence);
const char *market_name(struct claim *claim, const struct market *market);
/* market may be NULL: there is no table then. */
struct lead market_lead(const struct dataset *data, struct claim *claim,
                        const struct market *market);
/* A name as the look-ups take it: NULL, any, for "". */
const char *or_any(const char *name);
/* A cited figure with its source. */
const char *cited_text(struct claim *claim, const struct cited *cited);

#endif
