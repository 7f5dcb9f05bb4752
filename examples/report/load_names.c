/* SPDX-License-Identifier: MIT */
/* Countries, minerals and the manifest: who is who. */
#include "load.h"

#include <string.h>

#include "columns.h"

int load_country(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct country *row;
    const char *name = get_name(loader, csv, NAME_NAME);
    char iso3[4];

    if (name == NULL || get_iso3(csv, NAME_ISO3, iso3) != 0)
        return -1;
    if (dataset_country(data, name) != NULL)
        return csv_refuse(csv, NAME_NAME, "a name that has not been given before");
    data->country = room_for_one(loader, data->country, data->countries, sizeof *row);
    if (data->country == NULL)
        return -1;
    row = &data->country[data->countries++];
    row->name = name;
    memcpy(row->iso3, iso3, sizeof iso3);
    row->origin = csv_origin(csv);
    return 0;
}

int load_rank(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct rank_row *row;

    data->rank = room_for_one(loader, data->rank, data->ranks, sizeof *row);
    if (data->rank == NULL)
        return -1;
    row = &data->rank[data->ranks];
    row->mineral = get_name(loader, csv, RANK_MINERAL);
    row->origin = csv_origin(csv);
    if (row->mineral == NULL || get_integer(csv, RANK_RANK, 1, 100000, &row->rank) != 0)
        return -1;
    if (data->ranks > 0 && row->rank <= row[-1].rank)
        return csv_refuse(csv, RANK_RANK, "ranks that ascend");
    ++data->ranks;
    return 0;
}

static int get_relation(struct csv *csv, size_t column, enum relation *relation)
{
    static const char *const words[] = {"none", "own", "group", "cited"};
    int i;

    for (i = 0; i < 4; ++i) {
        if (strcmp(csv_get(csv, column), words[i]) == 0) {
            *relation = (enum relation)i;
            return 0;
        }
    }
    return csv_refuse(csv, column, "none, own, group or cited");
}

static int get_relations(struct csv *csv, struct mineral *row)
{
    if (get_relation(csv, MINERAL_PRODUCTION_RELATION, &row->production_relation) != 0 ||
        get_relation(csv, MINERAL_IMPORTS_RELATION, &row->imports_relation) != 0 ||
        get_relation(csv, MINERAL_RELIANCE_RELATION, &row->reliance_relation) != 0)
        return -1;
    if (row->imports_relation == RELATION_CITED)
        return csv_refuse(csv, MINERAL_IMPORTS_RELATION, "none, own or group");
    if (row->reliance_relation == RELATION_CITED)
        return csv_refuse(csv, MINERAL_RELIANCE_RELATION, "none, own or group");
    return 0;
}

int load_mineral(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct mineral *row;

    data->mineral = room_for_one(loader, data->mineral, data->minerals, sizeof *row);
    if (data->mineral == NULL)
        return -1;
    row = &data->mineral[data->minerals];
    row->name = get_name(loader, csv, MINERAL_NAME);
    row->production = get_text(loader, csv, MINERAL_PRODUCTION);
    row->imports = get_text(loader, csv, MINERAL_IMPORTS);
    row->imports_group = get_text(loader, csv, MINERAL_IMPORTS_GROUP);
    row->reliance = get_text(loader, csv, MINERAL_RELIANCE);
    row->reliance_detail = get_text(loader, csv, MINERAL_RELIANCE_DETAIL);
    row->eu = get_text(loader, csv, MINERAL_EU);
    row->note = get_text(loader, csv, MINERAL_NOTE);
    row->origin = csv_origin(csv);
    if (row->name == NULL || row->production == NULL || row->imports == NULL ||
        row->imports_group == NULL || row->reliance == NULL || row->reliance_detail == NULL ||
        row->eu == NULL || row->note == NULL || get_relations(csv, row) != 0)
        return -1;
    if (dataset_mineral(data, row->name) != NULL)
        return csv_refuse(csv, MINERAL_NAME, "a mineral that has not been given before");
    ++data->minerals;
    return 0;
}

int load_manifest(struct loader *loader, struct csv *csv)
{
    struct dataset *data = loader->data;
    struct manifest_row *row;

    data->manifest = room_for_one(loader, data->manifest, data->manifests, sizeof *row);
    if (data->manifest == NULL)
        return -1;
    row = &data->manifest[data->manifests++];
    row->file = get_name(loader, csv, MANIFEST_FILE);
    row->title = get_text(loader, csv, MANIFEST_TITLE);
    row->source = get_text(loader, csv, MANIFEST_SOURCE);
    row->date = get_text(loader, csv, MANIFEST_DATE);
    row->licence = get_text(loader, csv, MANIFEST_LICENCE);
    row->sha256 = get_text(loader, csv, MANIFEST_SHA256);
    row->origin = csv_origin(csv);
    if (row->file == NULL || row->title == NULL || row->source == NULL || row->date == NULL ||
        row->licence == NULL || row->sha256 == NULL)
        return -1;
    if (strlen(row->sha256) != 64 || strspn(row->sha256, "0123456789abcdef") != 64)
        return csv_refuse(csv, MANIFEST_SHA256, "64 hexadecimal digits");
    return 0;
}

/* --- names of suppliers ----------------------------------------------------------------------- */

/* Length of what stands between two names of a list ("A, B, and C"), or 0. */
static size_t list_sign(const char *text)
{
    static const char *const signs[] = {", and ", " and ", ", "};
    size_t i;

    for (i = 0; i < 3; ++i) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    }
    return 0;
}

/* The longest known name that the text begins with, as a whole item of a list: a name may hold a
 * comma of its own ("Korea, Republic of"). */
static const struct country *first_of_list(const struct dataset *data, const char *text)
{
    const struct country *best = NULL;
    size_t i, best_length = 0;

    for (i = 0; i < data->countries; ++i) {
        size_t length = strlen(data->country[i].name);
        if (length > best_length && strncmp(text, data->country[i].name, length) == 0 &&
            (text[length] == '\0' || list_sign(text + length) > 0)) {
            best = &data->country[i];
            best_length = length;
        }
    }
    return best;
}

/* The next country of a name, which moves on; NULL at its end or where it is not understood. */
static const struct country *next_country(const struct dataset *data, const char **name)
{
    const struct country *country = **name == '\0' ? NULL : first_of_list(data, *name);

    if (country != NULL) {
        *name += strlen(country->name);
        *name += list_sign(*name);
    }
    return country;
}

int names_residual(const char *name)
{
    if (strncmp(name, "Other", 5) != 0)
        return 0;
    name += 5;
    name += *name == 's';
    return *name == '\0' || *name == ' ' || *name == ',' || *name == ':';
}

int supplier_identify(const struct dataset *data, const char *name, struct supplier *supplier)
{
    const struct country *country;
    const char *rest = name;
    size_t members = 0;

    supplier->name = name;
    if (names_residual(name)) {
        supplier->kind = SUPPLIER_RESIDUAL;
        return 0;
    }
    while ((country = next_country(data, &rest)) != NULL) {
        if (members++ == 0)
            memcpy(supplier->iso3, country->iso3, sizeof supplier->iso3);
    }
    if (members == 0 || *rest != '\0')
        return -1;
    supplier->kind = members == 1 ? SUPPLIER_COUNTRY : SUPPLIER_SEVERAL;
    supplier->members = members;
    if (members > 1)
        supplier->iso3[0] = '\0';
    return 0;
}

int suppliers_clash(const struct dataset *data, const struct supplier *a, const struct supplier *b)
{
    const struct country *in_a;
    const char *rest = a->name;

    if (a->kind == SUPPLIER_RESIDUAL || b->kind == SUPPLIER_RESIDUAL)
        return a->kind == b->kind;
    if (a->kind == SUPPLIER_COUNTRY && b->kind == SUPPLIER_COUNTRY)
        return strcmp(a->iso3, b->iso3) == 0;
    while ((in_a = next_country(data, &rest)) != NULL) {
        const struct country *in_b;
        const char *others = b->name;
        while ((in_b = next_country(data, &others)) != NULL) {
            if (strcmp(in_a->iso3, in_b->iso3) == 0)
                return 1;
        }
    }
    return 0;
}
