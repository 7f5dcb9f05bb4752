/* SPDX-License-Identifier: MIT */
/* All the data that the report knows, each row with the file and line it was read from.
 *
 * Strings are UTF-8, never NULL unless a comment says so, and live as long as the dataset. What a
 * file has may hold anything but NUL: it goes to a terminal through out.h, which makes it safe.
 * An array is followed by its length.
 */
#ifndef REPORT_DATASET_H
#define REPORT_DATASET_H

#include <stddef.h>

#include "minrisk.h"
#include "figure.h"
#include "out.h"
#include "json.h"

/* How many rows of suppliers one market may have. */
#define MAX_SUPPLIERS 256

enum supplier_kind {
    SUPPLIER_COUNTRY = 1, /* one country, with its code */
    SUPPLIER_SEVERAL = 2, /* a row that names several countries: `members` of them share it */
    SUPPLIER_RESIDUAL = 3 /* "Other countries": any number */
};

struct supplier {
    enum supplier_kind kind;
    const char *name; /* as printed */
    char iso3[4];     /* of a country, else "" */
    size_t members;   /* how many countries: 1, or of SUPPLIER_SEVERAL, or 0: any number */
    const char *form; /* what of the stage, where a table mixes forms ("concentrate"), or "" */
    struct figure quantity;
    int estimated;
    struct origin origin;
};

enum market_kind { MARKET_PRODUCTION = 1, MARKET_IMPORTS = 2 };

/* One table of one year: who produces a mineral at a stage, or from where the US imports it. */
struct market {
    enum market_kind kind;
    const char *chapter;
    const char *commodity;
    const char *stage;  /* production: the stage; imports: the group within the commodity */
    const char *unit;   /* imports: "percent" */
    int year;           /* production; imports: the last year of the period, or 0 */
    const char *period; /* "2025", "2021-2024"; imports: "" if not said */
    int critical;       /* marked critical in the 2025 US list */
    int estimated;      /* at least one of its figures is */
    int has_world;      /* a world total is printed, perhaps without a number */
    struct figure world;
    struct origin world_origin;
    struct supplier *supplier; /* NULL where only a world total exists */
    size_t suppliers;
};

/* Published US net import reliance, percent of consumption. */
struct reliance_row {
    const char *chapter, *commodity, *detail, *note;
    int year;
    struct figure percent;
    minrisk_reliance value; /* by minrisk_reliance_published */
    int critical;
    struct origin origin;
};

/* US production, imports, exports, consumption and stocks. */
struct salient_row {
    const char *chapter, *commodity, *statistic, *detail, *unit;
    int year;
    struct figure quantity;
    struct origin origin;
};

/* Worked cases of net import reliance. */
struct nir_case {
    const char *commodity, *unit, *basis;
    double production, imports, exports, consumption, percent;
    struct origin origin;
};

struct country {
    const char *name;
    char iso3[4];
    struct origin origin;
};

struct governance_row {
    char iso3[4];
    const char *name;
    int year;
    double estimate, std_err, risk; /* risk on 0 to 1, higher is worse */
    struct origin origin;
};

struct eu_row {
    const char *material, *used_stage, *stages;
    double supply_risk, economic_importance;
    struct origin origin;
};

struct rank_row {
    int rank; /* 1 is the most at risk */
    const char *mineral;
    struct origin origin;
};

/* A number that may be absent: has is 0 and value 0 then. */
struct optional {
    int has;
    double value;
};

struct project {
    const char *id, *name, *commodity, *stage, *status, *unit;
    char country[4], owner[4];
    struct optional nameplate;                                  /* a year, in `unit` */
    struct optional start_earliest, start_likely, start_latest; /* calendar years */
    double success;                                             /* probability */
    double accessible;                                          /* share that the buyer can have */
    struct optional need; /* what is needed of all that is made at its stage, a year, in `unit` */
    const char *assumed, *note, *source;
    struct origin origin;
};

struct agreement {
    char partner[4];
    const char *name, *signed_on, *kind, *note,
        *source; /* signed_on: 2025, 2025-10 or 2025-10-20 */
    struct optional billion_usd;
    struct origin origin;
};

struct demand {
    const char *commodity, *stage, *buyer, *unit, *note, *source;
    int year;
    double low, base, high;
    double growth_low, growth_base, growth_high; /* fractions a year */
    struct origin origin;
};

struct cited {
    const char *mineral, *figure, *unit, *period, *source, *note; /* period: 2022, 2021-2024 */
    double low, high; /* equal unless a range is printed */
    struct origin origin;
};

/* What the background article says: a row of article_claims.csv. */
struct claim_row {
    const char *id, *title, *claim, *quantity, *unit, *source;
    struct optional low, high;
    struct origin origin;
};

/* How long a phase takes: a row of lead_times.csv. */
struct lead_row {
    const char *id, *stage, *phase, *unit, *shape, *derivation, *source;
    struct optional low, likely, high; /* ascending where they are given */
    struct optional mean, sd;          /* both or neither */
    struct origin origin;
};

/* How a row of the report stands to the data behind it. */
enum relation {
    RELATION_NONE = 0,  /* no figure exists */
    RELATION_OWN = 1,   /* a table of the mineral itself */
    RELATION_GROUP = 2, /* a table of a group that it belongs to: MINRISK_PROXY_DATA */
    RELATION_CITED = 3  /* single figures of another source */
};

/* Which tables speak of a mineral: a row of minerals.csv. A name is "" where there is none. */
struct mineral {
    const char *name;
    const char *production; /* commodity of the production tables */
    enum relation production_relation;
    const char *imports, *imports_group; /* commodity and group of the import sources */
    enum relation imports_relation;
    const char *reliance, *reliance_detail; /* commodity and detail of the net import reliance */
    enum relation reliance_relation;
    const char *eu; /* material of the EU results */
    const char *note;
    int rank; /* in the 2025 US list; 0 if it is not there by this name */
    struct origin origin;
};

struct manifest_row {
    const char *file, *title, *source, *date, *licence, *sha256;
    struct origin origin;
};

/* A file that --data does without, and what the report then leaves out. */
struct absent {
    const char *file, *what;
};

#define MAX_FILES 20

struct dataset {
    int embedded; /* 1: the figures that travel with the program; 0: --data */
    struct absent absent[MAX_FILES];
    size_t absents;
    struct country *country;
    size_t countries;
    struct rank_row *rank; /* ascending */
    size_t ranks;
    struct mineral *mineral; /* the ranked ones in order of rank, then the others as in the file */
    size_t minerals;
    struct market
        *production; /* in the order of the file, one for each commodity, stage and year */
    size_t productions;
    struct market *imports;
    size_t import_groups;
    struct reliance_row *reliance;
    size_t reliances;
    struct salient_row *salient;
    size_t salients;
    struct nir_case *nir_case;
    size_t nir_cases;
    struct governance_row *governance;
    size_t governances;
    struct eu_row *eu;
    size_t eus;
    struct project *project;
    size_t projects;
    struct agreement *agreement;
    size_t agreements;
    struct demand *demand;
    size_t demands;
    struct cited *cited;
    size_t citeds;
    struct claim_row *claim;
    size_t claims;
    struct lead_row *lead;
    size_t leads;
    struct manifest_row *manifest; /* none with --data unless the folder has a manifest.csv */
    size_t manifests;
    struct arena *arena; /* owns every string and array */
};

/* Look-ups: NULL if there is none; names are compared without regard to ASCII case. A stage, group,
 * detail or figure of NULL stands for the first; a year of 0 for the latest that has data. */
const struct mineral *dataset_mineral(const struct dataset *data, const char *name);
const struct country *dataset_country(const struct dataset *data, const char *name);
/* A name that the file of names gives to a code ("COD", "Congo (Kinshasa)"); the code if none. */
const char *dataset_country_name(const struct dataset *data, const char *iso3);
const struct market *dataset_production(const struct dataset *data, const char *commodity,
                                        const char *stage, int year);
const struct market *dataset_imports(const struct dataset *data, const char *commodity,
                                     const char *group);
const struct reliance_row *dataset_reliance(const struct dataset *data, const char *commodity,
                                            const char *detail, int year);
const struct salient_row *dataset_salient(const struct dataset *data, const char *commodity,
                                          const char *detail, int year);
const struct governance_row *dataset_governance(const struct dataset *data, const char *iso3,
                                                int year);
const struct eu_row *dataset_eu(const struct dataset *data, const char *material);
const struct cited *dataset_cited(const struct dataset *data, const char *mineral,
                                  const char *figure);
const struct project *dataset_project(const struct dataset *data, const char *id);
const struct claim_row *dataset_claim(const struct dataset *data, const char *id);
const struct lead_row *dataset_lead(const struct dataset *data, const char *id);
const struct demand *dataset_demand(const struct dataset *data, const char *commodity,
                                    const char *stage);
const struct agreement *dataset_agreement(const struct dataset *data, const char *iso3);

/* What may be taken for granted beyond what is printed. Zero is the default: nothing. */
struct assumptions {
    int others_smaller;    /* nobody in a residual is larger than the smallest named country */
    int withheld_in_total; /* a printed world total includes the figures that are withheld */
};

/* How concentrated a market is. Fractions; low ends are rounded down and high ends up. */
struct concentration {
    int known;       /* 0: nothing can be said; `why` says why, the rest is 0 */
    const char *why; /* what makes the interval wide or unknown, or "" */
    minrisk_interval hhi;
    minrisk_interval effective;    /* 1 / hhi */
    const struct supplier *leader; /* largest named; NULL if nobody is named */
    minrisk_interval leader_share;
    int leader_certain;        /* it leads whoever shares the residual and whatever is withheld */
    minrisk_interval top3;     /* share of the three largest suppliers, whoever they are */
    minrisk_interval coverage; /* share of the total that is named with a number */
    minrisk_interval residual_share; /* share of "other countries" and rows of several countries */
    size_t named, unknown;           /* countries with a figure above zero; rows without a number */
};

/* Returns 0, or -1 for a market without supply that can be compared (known is 0 then). */
int market_concentration(const struct market *market, const struct assumptions *assume,
                         struct concentration *out);
/* Share interval of one country, by code; 0..0 if it is not named. Returns 0, or -1 if unknown. */
int market_share(const struct market *market, const char *iso3, const struct assumptions *assume,
                 minrisk_interval *share);

#endif
