/* SPDX-License-Identifier: MIT */
/* The columns of each file, in the order in which the readers number them. */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H

enum { NAME_NAME, NAME_ISO3, NAME_COLUMNS };
#define NAME_HEADER                                                                                \
    {                                                                                              \
        "name", "iso3"                                                                             \
    }

enum { RANK_RANK, RANK_MINERAL, RANK_COLUMNS };
#define RANK_HEADER                                                                                \
    {                                                                                              \
        "rank", "mineral"                                                                          \
    }

enum {
    MINERAL_NAME,
    MINERAL_PRODUCTION,
    MINERAL_PRODUCTION_RELATION,
    MINERAL_IMPORTS,
    MINERAL_IMPORTS_GROUP,
    MINERAL_IMPORTS_RELATION,
    MINERAL_RELIANCE,
    MINERAL_RELIANCE_DETAIL,
    MINERAL_RELIANCE_RELATION,
    MINERAL_EU,
    MINERAL_NOTE,
    MINERAL_COLUMNS
};
#define MINERAL_HEADER                                                                             \
    {                                                                                              \
        "mineral", "production", "production_relation", "imports", "imports_group",                \
            "imports_relation", "reliance", "reliance_detail", "reliance_relation", "eu", "note"   \
    }

enum {
    PRODUCTION_CHAPTER,
    PRODUCTION_COMMODITY,
    PRODUCTION_DETAIL,
    PRODUCTION_UNIT,
    PRODUCTION_COUNTRY,
    PRODUCTION_ROW_KIND,
    PRODUCTION_YEAR,
    PRODUCTION_RAW,
    PRODUCTION_VALUE,
    PRODUCTION_FLAG,
    PRODUCTION_ESTIMATED,
    PRODUCTION_CRITICAL,
    PRODUCTION_COLUMNS
};
#define PRODUCTION_HEADER                                                                          \
    {                                                                                              \
        "chapter", "commodity", "detail", "unit", "country", "row_kind", "year", "raw", "value",   \
            "flag", "estimated", "critical_2025"                                                   \
    }

enum {
    IMPORT_CHAPTER,
    IMPORT_COMMODITY,
    IMPORT_DETAIL,
    IMPORT_COUNTRY,
    IMPORT_RAW,
    IMPORT_VALUE,
    IMPORT_FLAG,
    IMPORT_CRITICAL,
    IMPORT_PERIOD,
    IMPORT_COLUMNS
};
#define IMPORT_HEADER                                                                              \
    {                                                                                              \
        "chapter", "commodity", "detail", "country", "raw", "value_pct", "flag", "critical_2025",  \
            "period"                                                                               \
    }

enum {
    RELIANCE_CHAPTER,
    RELIANCE_COMMODITY,
    RELIANCE_DETAIL,
    RELIANCE_YEAR,
    RELIANCE_RAW,
    RELIANCE_VALUE,
    RELIANCE_FLAG,
    RELIANCE_CRITICAL,
    RELIANCE_NOTE,
    RELIANCE_COLUMNS
};
#define RELIANCE_HEADER                                                                            \
    {                                                                                              \
        "chapter", "commodity", "detail", "year", "raw", "value_pct", "flag", "critical_2025",     \
            "note"                                                                                 \
    }

enum {
    SALIENT_CHAPTER,
    SALIENT_COMMODITY,
    SALIENT_STATISTIC,
    SALIENT_DETAIL,
    SALIENT_UNIT,
    SALIENT_YEAR,
    SALIENT_RAW,
    SALIENT_VALUE,
    SALIENT_FLAG,
    SALIENT_COLUMNS
};
#define SALIENT_HEADER                                                                             \
    {                                                                                              \
        "chapter", "commodity", "statistic", "detail", "unit", "year", "raw", "value", "flag"      \
    }

enum {
    CASE_COMMODITY,
    CASE_UNIT,
    CASE_PRODUCTION,
    CASE_IMPORTS,
    CASE_EXPORTS,
    CASE_CONSUMPTION,
    CASE_PERCENT,
    CASE_BASIS,
    CASE_COLUMNS
};
#define CASE_HEADER                                                                                \
    {                                                                                              \
        "commodity", "unit", "domestic_production_counted", "imports", "exports",                  \
            "apparent_consumption_published", "nir_pct_published", "basis"                         \
    }

enum {
    GOVERNANCE_ISO3,
    GOVERNANCE_NAME,
    GOVERNANCE_YEAR,
    GOVERNANCE_ESTIMATE,
    GOVERNANCE_ERROR,
    GOVERNANCE_RISK,
    GOVERNANCE_COLUMNS
};
#define GOVERNANCE_HEADER                                                                          \
    {                                                                                              \
        "iso3", "name", "year", "estimate", "std_err", "risk_normalised_0_1"                       \
    }

enum { EU_MATERIAL, EU_RISK, EU_IMPORTANCE, EU_USED_STAGE, EU_STAGES, EU_COLUMNS };
#define EU_HEADER                                                                                  \
    {                                                                                              \
        "material_name", "supply_risk", "economic_importance", "eu_used_stage", "eu_stages"        \
    }

enum {
    PROJECT_ID,
    PROJECT_NAME,
    PROJECT_COUNTRY,
    PROJECT_OWNER,
    PROJECT_COMMODITY,
    PROJECT_STAGE,
    PROJECT_STATUS,
    PROJECT_NAMEPLATE,
    PROJECT_UNIT,
    PROJECT_EARLIEST,
    PROJECT_LIKELY,
    PROJECT_LATEST,
    PROJECT_SUCCESS,
    PROJECT_ACCESSIBLE,
    PROJECT_ASSUMED,
    PROJECT_NOTE,
    PROJECT_SOURCE,
    PROJECT_NEED,
    PROJECT_COLUMNS
};
#define PROJECT_HEADER                                                                             \
    {                                                                                              \
        "id", "name", "country_iso3", "owner_country_iso3", "commodity", "stage", "status",        \
            "nameplate_t_per_year", "unit", "start_earliest", "start_likely", "start_latest",      \
            "success_p", "accessible_share", "assumed", "note", "source", "need"                   \
    }

enum {
    AGREEMENT_PARTNER,
    AGREEMENT_NAME,
    AGREEMENT_SIGNED,
    AGREEMENT_KIND,
    AGREEMENT_VALUE,
    AGREEMENT_NOTE,
    AGREEMENT_SOURCE,
    AGREEMENT_COLUMNS
};
#define AGREEMENT_HEADER                                                                           \
    {                                                                                              \
        "partner_iso3", "partner", "signed", "kind", "value_billion_usd", "note", "source"         \
    }

enum {
    DEMAND_COMMODITY,
    DEMAND_STAGE,
    DEMAND_BUYER,
    DEMAND_UNIT,
    DEMAND_YEAR,
    DEMAND_LOW,
    DEMAND_BASE,
    DEMAND_HIGH,
    DEMAND_GROWTH_LOW,
    DEMAND_GROWTH_BASE,
    DEMAND_GROWTH_HIGH,
    DEMAND_NOTE,
    DEMAND_SOURCE,
    DEMAND_COLUMNS
};
#define DEMAND_HEADER                                                                              \
    {                                                                                              \
        "commodity", "stage", "buyer", "unit", "year", "low", "base", "high", "growth_low",        \
            "growth_base", "growth_high", "note", "source"                                         \
    }

enum {
    CITED_MINERAL,
    CITED_FIGURE,
    CITED_VALUE,
    CITED_UNIT,
    CITED_YEAR,
    CITED_SOURCE,
    CITED_NOTE,
    CITED_COLUMNS
};
#define CITED_HEADER                                                                               \
    {                                                                                              \
        "mineral", "figure", "value", "unit", "year", "source", "note"                             \
    }

enum {
    CLAIM_ID,
    CLAIM_TITLE,
    CLAIM_CLAIM,
    CLAIM_QUANTITY,
    CLAIM_LOW,
    CLAIM_HIGH,
    CLAIM_UNIT,
    CLAIM_SOURCE,
    CLAIM_COLUMNS
};
#define CLAIM_HEADER                                                                               \
    {                                                                                              \
        "id", "title", "claim", "quantity", "low", "high", "unit", "source"                        \
    }

enum {
    LEAD_ID,
    LEAD_STAGE,
    LEAD_PHASE,
    LEAD_UNIT,
    LEAD_LOW,
    LEAD_LIKELY,
    LEAD_HIGH,
    LEAD_SHAPE,
    LEAD_DERIVATION,
    LEAD_SOURCE,
    LEAD_MEAN,
    LEAD_SD,
    LEAD_COLUMNS
};
#define LEAD_HEADER                                                                                \
    {                                                                                              \
        "id", "stage", "phase", "unit", "low", "likely", "high", "shape", "derivation", "source",  \
            "mean", "sd"                                                                           \
    }

enum {
    MANIFEST_FILE,
    MANIFEST_TITLE,
    MANIFEST_SOURCE,
    MANIFEST_DATE,
    MANIFEST_LICENCE,
    MANIFEST_SHA256,
    MANIFEST_COLUMNS
};
#define MANIFEST_HEADER                                                                            \
    {                                                                                              \
        "file", "title", "source", "date", "licence", "sha256"                                     \
    }

#endif
