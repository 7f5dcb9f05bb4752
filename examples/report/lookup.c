/* SPDX-License-Identifier: MIT */
#include "dataset.h"

#include <string.h>

static int lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* NULL stands for any text. */
static int matches(const char *text, const char *wanted)
{
    if (wanted == NULL)
        return 1;
    while (*text != '\0' && lower((unsigned char)*text) == lower((unsigned char)*wanted)) {
        ++text;
        ++wanted;
    }
    return *text == *wanted;
}

const struct mineral *dataset_mineral(const struct dataset *data, const char *name)
{
    size_t i;

    for (i = 0; i < data->minerals; ++i) {
        if (matches(data->mineral[i].name, name))
            return &data->mineral[i];
    }
    return NULL;
}

const struct country *dataset_country(const struct dataset *data, const char *name)
{
    size_t i;

    for (i = 0; i < data->countries; ++i) {
        if (strcmp(data->country[i].name, name) == 0)
            return &data->country[i];
    }
    return NULL;
}

const char *dataset_country_name(const struct dataset *data, const char *iso3)
{
    size_t i;

    for (i = 0; i < data->countries; ++i) {
        if (strcmp(data->country[i].iso3, iso3) == 0)
            return data->country[i].name;
    }
    return iso3;
}

/* A year without one figure has no data; one where everything is withheld has. */
static int has_data(const struct market *market)
{
    return market->suppliers > 0 || figure_has_number(&market->world);
}

const struct market *dataset_production(const struct dataset *data, const char *commodity,
                                        const char *stage, int year)
{
    const struct market *best = NULL;
    size_t i;

    for (i = 0; i < data->productions; ++i) {
        const struct market *each = &data->production[i];
        if (!matches(each->commodity, commodity) || !matches(each->stage, stage) ||
            (year != 0 && each->year != year) || !has_data(each))
            continue;
        /* Of the first stage alone, where none is named. */
        if (best == NULL || (matches(each->stage, best->stage) && each->year > best->year))
            best = each;
    }
    return best;
}

const struct market *dataset_imports(const struct dataset *data, const char *commodity,
                                     const char *group)
{
    size_t i;

    for (i = 0; i < data->import_groups; ++i) {
        if (matches(data->imports[i].commodity, commodity) &&
            matches(data->imports[i].stage, group))
            return &data->imports[i];
    }
    return NULL;
}

const struct reliance_row *dataset_reliance(const struct dataset *data, const char *commodity,
                                            const char *detail, int year)
{
    const struct reliance_row *best = NULL;
    size_t i;

    for (i = 0; i < data->reliances; ++i) {
        const struct reliance_row *each = &data->reliance[i];
        if (!matches(each->commodity, commodity) || !matches(each->detail, detail) ||
            (year != 0 && each->year != year))
            continue;
        if (best == NULL || (matches(each->detail, best->detail) && each->year > best->year))
            best = each;
    }
    return best;
}

const struct salient_row *dataset_salient(const struct dataset *data, const char *commodity,
                                          const char *detail, int year)
{
    const struct salient_row *best = NULL;
    size_t i;

    for (i = 0; i < data->salients; ++i) {
        const struct salient_row *each = &data->salient[i];
        if (!matches(each->commodity, commodity) || !matches(each->detail, detail) ||
            (year != 0 && each->year != year))
            continue;
        if (best == NULL || (matches(each->detail, best->detail) && each->year > best->year))
            best = each;
    }
    return best;
}

const struct governance_row *dataset_governance(const struct dataset *data, const char *iso3,
                                                int year)
{
    const struct governance_row *best = NULL;
    size_t i;

    for (i = 0; i < data->governances; ++i) {
        const struct governance_row *each = &data->governance[i];
        if (strcmp(each->iso3, iso3) != 0 || (year != 0 && each->year != year))
            continue;
        if (best == NULL || each->year > best->year)
            best = each;
    }
    return best;
}

const struct eu_row *dataset_eu(const struct dataset *data, const char *material)
{
    size_t i;

    for (i = 0; i < data->eus; ++i) {
        if (matches(data->eu[i].material, material))
            return &data->eu[i];
    }
    return NULL;
}

const struct cited *dataset_cited(const struct dataset *data, const char *mineral,
                                  const char *figure)
{
    size_t i;

    for (i = 0; i < data->citeds; ++i) {
        if (matches(data->cited[i].mineral, mineral) && matches(data->cited[i].figure, figure))
            return &data->cited[i];
    }
    return NULL;
}

const struct project *dataset_project(const struct dataset *data, const char *id)
{
    size_t i;

    for (i = 0; i < data->projects; ++i) {
        if (matches(data->project[i].id, id))
            return &data->project[i];
    }
    return NULL;
}

const struct claim_row *dataset_claim(const struct dataset *data, const char *id)
{
    size_t i;

    for (i = 0; i < data->claims; ++i) {
        if (matches(data->claim[i].id, id))
            return &data->claim[i];
    }
    return NULL;
}

const struct lead_row *dataset_lead(const struct dataset *data, const char *id)
{
    size_t i;

    for (i = 0; i < data->leads; ++i) {
        if (matches(data->lead[i].id, id))
            return &data->lead[i];
    }
    return NULL;
}

const struct demand *dataset_demand(const struct dataset *data, const char *commodity,
                                    const char *stage)
{
    size_t i;

    for (i = 0; i < data->demands; ++i) {
        if (matches(data->demand[i].commodity, commodity) && matches(data->demand[i].stage, stage))
            return &data->demand[i];
    }
    return NULL;
}

const struct agreement *dataset_agreement(const struct dataset *data, const char *iso3)
{
    size_t i;

    for (i = 0; i < data->agreements; ++i) {
        if (strcmp(data->agreement[i].partner, iso3) == 0)
            return &data->agreement[i];
    }
    return NULL;
}
