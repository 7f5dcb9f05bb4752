/* SPDX-License-Identifier: MIT */
/* The files, in the order in which they need each other. */
#include "load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "columns.h"

#define MAX_PATH 4096

static const char *const name_header[] = NAME_HEADER;
static const char *const rank_header[] = RANK_HEADER;
static const char *const mineral_header[] = MINERAL_HEADER;
static const char *const production_header[] = PRODUCTION_HEADER;
static const char *const import_header[] = IMPORT_HEADER;
static const char *const reliance_header[] = RELIANCE_HEADER;
static const char *const salient_header[] = SALIENT_HEADER;
static const char *const case_header[] = CASE_HEADER;
static const char *const governance_header[] = GOVERNANCE_HEADER;
static const char *const eu_header[] = EU_HEADER;
static const char *const project_header[] = PROJECT_HEADER;
static const char *const agreement_header[] = AGREEMENT_HEADER;
static const char *const demand_header[] = DEMAND_HEADER;
static const char *const cited_header[] = CITED_HEADER;
static const char *const claim_header[] = CLAIM_HEADER;
static const char *const lead_header[] = LEAD_HEADER;
static const char *const manifest_header[] = MANIFEST_HEADER;

static const struct table_file {
    const char *name;
    const char *const *header;
    size_t columns;
    read_row *row;
    unsigned long max_rows; /* small where each row is compared with all others */
    int optional;
} files[] = {
    {"country_names.csv", name_header, NAME_COLUMNS, load_country, 2000, 0},
    {"usgs_2025_list_rank_order.csv", rank_header, RANK_COLUMNS, load_rank, 2000, 0},
    {"minerals.csv", mineral_header, MINERAL_COLUMNS, load_mineral, 2000, 0},
    {"usgs_mcs2026_world_production.csv", production_header, PRODUCTION_COLUMNS, load_production,
     CSV_MAX_ROWS, 0},
    {"usgs_mcs2026_import_sources_2021_2024.csv", import_header, IMPORT_COLUMNS, load_import, 10000,
     0},
    {"usgs_mcs2026_net_import_reliance.csv", reliance_header, RELIANCE_COLUMNS, load_reliance,
     CSV_MAX_ROWS, 0},
    {"usgs_mcs2026_us_salient_critical.csv", salient_header, SALIENT_COLUMNS, load_salient,
     CSV_MAX_ROWS, 0},
    {"usgs_nir_2024_cases.csv", case_header, CASE_COLUMNS, load_nir_case, CSV_MAX_ROWS, 0},
    {"wgi_political_stability.csv", governance_header, GOVERNANCE_COLUMNS, load_governance,
     CSV_MAX_ROWS, 0},
    {"eu_crm2023_results.csv", eu_header, EU_COLUMNS, load_eu, CSV_MAX_ROWS, 0},
    {"projects.csv", project_header, PROJECT_COLUMNS, load_project, 2000, 0},
    {"agreements.csv", agreement_header, AGREEMENT_COLUMNS, load_agreement, CSV_MAX_ROWS, 0},
    {"demand.csv", demand_header, DEMAND_COLUMNS, load_demand, CSV_MAX_ROWS, 0},
    {"cited_figures.csv", cited_header, CITED_COLUMNS, load_cited, CSV_MAX_ROWS, 0},
    {"lead_times.csv", lead_header, LEAD_COLUMNS, load_lead, 2000, 0},
    {"article_claims.csv", claim_header, CLAIM_COLUMNS, load_claim, 2000, 0},
    {"manifest.csv", manifest_header, MANIFEST_COLUMNS, load_manifest, CSV_MAX_ROWS, 1},
};

static int read_table(struct loader *loader, const struct table_file *file, struct csv *csv)
{
    int got;

    csv->file = file->name;
    csv->problem = loader->problem;
    csv->max_rows = file->max_rows;
    if (csv_begin(csv, file->header, file->columns) != 0)
        return -1;
    while ((got = csv_next(csv)) == 1) {
        if (file->row(loader, csv) != 0)
            return -1;
    }
    return got;
}

static int find_embedded(const char *name, struct csv *csv)
{
    size_t i;

    for (i = 0; i < embedded_file_count; ++i) {
        if (strcmp(embedded_files[i].name, name) == 0) {
            csv->bytes = embedded_files[i].bytes;
            csv->left = embedded_files[i].size;
            return 0;
        }
    }
    return -1;
}

static int join_path(char *path, const char *folder, const char *name, struct problem *problem)
{
    int length = snprintf(path, MAX_PATH, "%s/%s", folder, name);

    if (length > 0 && length < MAX_PATH)
        return 0;
    problem_set(problem, "%.80s...: the name of the folder is too long", folder);
    return -1;
}

/* Returns 1 if a file that need not be there is not. */
static int open_file(struct loader *loader, const struct table_file *file, const char *folder,
                     struct csv *csv)
{
    char path[MAX_PATH];

    if (folder == NULL) {
        if (find_embedded(file->name, csv) == 0)
            return 0;
        problem_set(loader->problem, "%s: not embedded", file->name);
        return -1;
    }
    if (join_path(path, folder, file->name, loader->problem) != 0)
        return -1;
    csv->stream = fopen(path, "rb");
    if (csv->stream != NULL)
        return 0;
    if (file->optional && errno == ENOENT)
        return 1;
    problem_set(loader->problem, "%.900s: cannot be opened: %s", path, strerror(errno));
    return -1;
}

static int read_file(struct loader *loader, const struct table_file *file, const char *folder)
{
    struct csv *csv = calloc(1, sizeof *csv);
    int got;

    if (csv == NULL)
        return out_of_memory(loader);
    got = open_file(loader, file, folder, csv);
    if (got == 0)
        got = read_table(loader, file, csv);
    csv_end(csv);
    if (csv->stream != NULL)
        (void)fclose(csv->stream);
    free(csv);
    return got < 0 ? -1 : 0;
}

/* --- minerals --------------------------------------------------------------------------------- */

static int add_mineral(struct loader *loader, const char *name, const char *commodity,
                       struct origin origin)
{
    struct dataset *data = loader->data;
    struct mineral *row;

    data->mineral = room_for_one(loader, data->mineral, data->minerals, sizeof *row);
    if (data->mineral == NULL)
        return -1;
    row = &data->mineral[data->minerals++];
    row->name = name;
    row->production = row->imports = row->reliance = commodity;
    row->imports_group = row->reliance_detail = row->eu = row->note = "";
    row->production_relation = row->imports_relation = row->reliance_relation = RELATION_OWN;
    row->origin = origin;
    return 0;
}

static int is_covered(const struct dataset *data, const struct market *market)
{
    size_t i;

    for (i = 0; i < data->minerals; ++i) {
        if (strcmp(data->mineral[i].production, market->commodity) == 0)
            return 1;
    }
    return 0;
}

/* Minerals that the rank list or a critical table names and minerals.csv does not. */
static int complete_minerals(struct loader *loader)
{
    struct dataset *data = loader->data;
    size_t i;

    for (i = 0; i < data->ranks; ++i) {
        if (dataset_mineral(data, data->rank[i].mineral) == NULL &&
            add_mineral(loader, data->rank[i].mineral, data->rank[i].mineral,
                        data->rank[i].origin) != 0)
            return -1;
    }
    for (i = 0; i < data->productions; ++i) {
        const struct market *market = &data->production[i];
        if (market->critical && !is_covered(data, market) &&
            add_mineral(loader, market->commodity, market->commodity,
                        market->has_world ? market->world_origin : market->supplier[0].origin) != 0)
            return -1;
    }
    return 0;
}

static int by_rank(const void *a, const void *b)
{
    const struct mineral *left = a, *right = b;

    if ((left->rank == 0) != (right->rank == 0))
        return left->rank == 0 ? 1 : -1;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->origin.line < right->origin.line ? -1 : left->origin.line > right->origin.line;
}

static int rank_minerals(struct loader *loader)
{
    struct dataset *data = loader->data;
    size_t i, k;

    if (complete_minerals(loader) != 0)
        return -1;
    for (i = 0; i < data->ranks; ++i) {
        for (k = 0; k < data->minerals; ++k) {
            if (dataset_mineral(data, data->rank[i].mineral) == &data->mineral[k])
                data->mineral[k].rank = data->rank[i].rank;
        }
    }
    qsort(data->mineral, data->minerals, sizeof *data->mineral, by_rank);
    return 0;
}

/* --- all of it -------------------------------------------------------------------------------- */

static int load_all(struct loader *loader, const char *folder)
{
    size_t i;

    for (i = 0; i < sizeof files / sizeof files[0]; ++i) {
        if (read_file(loader, &files[i], folder) != 0)
            return -1;
    }
    return build_production(loader) != 0 || rank_minerals(loader) != 0 ? -1 : 0;
}

int dataset_load(struct dataset *data, const char *folder, struct problem *problem)
{
    struct loader loader;

    memset(data, 0, sizeof *data);
    memset(&loader, 0, sizeof loader);
    data->embedded = folder == NULL;
    data->arena = arena_new();
    loader.data = data;
    loader.problem = problem;
    loader.arena = data->arena;
    problem->text[0] = '\0';
    if (data->arena == NULL)
        return out_of_memory(&loader);
    if (load_all(&loader, folder) == 0)
        return 0;
    dataset_free(data);
    return -1;
}

void dataset_free(struct dataset *data)
{
    arena_free(data->arena);
    memset(data, 0, sizeof *data);
}

/* --- export ----------------------------------------------------------------------------------- */

static int export_file(const struct embedded_file *file, const char *path, struct problem *problem)
{
    FILE *stream = fopen(path, "rb");
    size_t written;

    if (stream != NULL) {
        (void)fclose(stream);
        problem_set(problem, "%.900s: is there already; nothing is overwritten", path);
        return -1;
    }
    stream = fopen(path, "wb");
    if (stream == NULL) {
        problem_set(problem, "%.900s: cannot be written: %s", path, strerror(errno));
        return -1;
    }
    written = fwrite(file->bytes, 1, file->size, stream);
    if (fclose(stream) != 0 || written != file->size) {
        problem_set(problem, "%.900s: cannot be written: %s", path, strerror(errno));
        return -1;
    }
    return 0;
}

int dataset_export(const char *folder, struct problem *problem)
{
    char path[MAX_PATH];
    size_t i;

    for (i = 0; i < embedded_file_count; ++i) {
        if (join_path(path, folder, embedded_files[i].name, problem) != 0 ||
            export_file(&embedded_files[i], path, problem) != 0)
            return -1;
    }
    return 0;
}
