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

#define BIT(column) (1ul << (column))

/* What a report can do without is optional: both whole files and columns. */
static const struct table_file files[] = {
    {"country_names.csv", "names.csv", "names of countries or suppliers", name_header, NAME_COLUMNS,
     0, load_country, 2000, 0},
    {"usgs_2025_list_rank_order.csv", "rank_order.csv", "the order of risk", rank_header,
     RANK_COLUMNS, 0, load_rank, 2000, 1},
    {"minerals.csv", NULL, "which tables speak of which mineral", mineral_header, MINERAL_COLUMNS,
     BIT(MINERAL_EU) | BIT(MINERAL_NOTE), load_mineral, 2000, 1},
    {"usgs_mcs2026_world_production.csv", "production.csv", "tables of production or supply",
     production_header, PRODUCTION_COLUMNS,
     BIT(PRODUCTION_CHAPTER) | BIT(PRODUCTION_ROW_KIND) | BIT(PRODUCTION_VALUE) |
         BIT(PRODUCTION_FLAG) | BIT(PRODUCTION_ESTIMATED) | BIT(PRODUCTION_CRITICAL),
     load_production, CSV_MAX_ROWS, 0},
    {"usgs_mcs2026_import_sources_2021_2024.csv", "import_sources.csv", "sources of imports",
     import_header, IMPORT_COLUMNS,
     BIT(IMPORT_CHAPTER) | BIT(IMPORT_VALUE) | BIT(IMPORT_FLAG) | BIT(IMPORT_CRITICAL) |
         BIT(IMPORT_PERIOD),
     load_import, 10000, 1},
    {"usgs_mcs2026_net_import_reliance.csv", "net_import_reliance.csv", "net import reliance",
     reliance_header, RELIANCE_COLUMNS,
     BIT(RELIANCE_CHAPTER) | BIT(RELIANCE_VALUE) | BIT(RELIANCE_FLAG) | BIT(RELIANCE_CRITICAL) |
         BIT(RELIANCE_NOTE),
     load_reliance, CSV_MAX_ROWS, 1},
    {"usgs_mcs2026_us_salient_critical.csv", "salient.csv",
     "production, trade and use of the buyer", salient_header, SALIENT_COLUMNS, 0, load_salient,
     CSV_MAX_ROWS, 1},
    {"usgs_nir_2024_cases.csv", "reliance_cases.csv", "worked cases of net import reliance",
     case_header, CASE_COLUMNS, 0, load_nir_case, CSV_MAX_ROWS, 1},
    {"wgi_political_stability.csv", "governance.csv", "governance scores", governance_header,
     GOVERNANCE_COLUMNS, 0, load_governance, CSV_MAX_ROWS, 1},
    {"eu_crm2023_results.csv", "eu_results.csv", "results of the EU assessment", eu_header,
     EU_COLUMNS, 0, load_eu, CSV_MAX_ROWS, 1},
    {"projects.csv", NULL, "projects of new supply", project_header, PROJECT_COLUMNS,
     BIT(PROJECT_NEED), load_project, 2000, 1},
    {"agreements.csv", NULL, "agreements between governments", agreement_header, AGREEMENT_COLUMNS,
     0, load_agreement, CSV_MAX_ROWS, 1},
    {"demand.csv", NULL, "what the buyer needs", demand_header, DEMAND_COLUMNS, 0, load_demand,
     CSV_MAX_ROWS, 1},
    {"cited_figures.csv", NULL, "single figures of other sources", cited_header, CITED_COLUMNS, 0,
     load_cited, CSV_MAX_ROWS, 1},
    {"lead_times.csv", NULL, "how long a phase takes", lead_header, LEAD_COLUMNS,
     BIT(LEAD_MEAN) | BIT(LEAD_SD), load_lead, 2000, 1},
    {"article_claims.csv", NULL, "the article, claim by claim", claim_header, CLAIM_COLUMNS, 0,
     load_claim, 2000, 1},
    {"manifest.csv", NULL, "source, date, licence and sha256 of each file", manifest_header,
     MANIFEST_COLUMNS, 0, load_manifest, CSV_MAX_ROWS, 1},
};

const struct table_file *table_files(size_t *count)
{
    *count = sizeof files / sizeof files[0];
    return files;
}

int read_table(struct loader *loader, const struct table_file *file, struct csv *csv)
{
    int got;

    csv->problem = loader->problem;
    csv->max_rows = file->max_rows;
    csv->optional = file->optional_columns;
    if (csv_begin(csv, file->header, file->columns) != 0)
        return -1;
    while ((got = csv_next(csv)) == 1) {
        if (file->row(loader, csv) != 0)
            return -1;
    }
    return got < 0 && file->optional && csv->comments && csv->rows == 0 && csv->resumable ? 1 : got;
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

static FILE *open_in(const char *folder, const char *name, struct problem *problem)
{
    char path[MAX_PATH];
    FILE *stream;

    if (join_path(path, folder, name, problem) != 0)
        return NULL;
    stream = fopen(path, "rb");
    if (stream == NULL)
        problem_set(problem, "%.900s: cannot be opened: %s", path, strerror(errno));
    return stream;
}

/* Opens a file by either of its names. Returns 1 if one that need not be there is not. */
static int open_file(struct loader *loader, const struct table_file *file, const char *folder,
                     struct csv *csv)
{
    struct problem other;
    FILE *second;
    int missing;

    csv->file = file->name;
    csv->stream = open_in(folder, file->name, loader->problem);
    missing = csv->stream == NULL && errno == ENOENT;
    if (csv->stream == NULL && !missing)
        return -1;
    second = file->plain_name == NULL ? NULL : open_in(folder, file->plain_name, &other);
    if (second == NULL)
        return missing ? (file->optional ? 1 : -1) : 0;
    if (missing) {
        csv->file = file->plain_name;
        csv->stream = second;
        return 0;
    }
    (void)fclose(second);
    problem_set(loader->problem, "%s: expected this file or %s, found both", file->name,
                file->plain_name);
    return -1;
}

static int open_embedded(struct loader *loader, const struct table_file *file, struct csv *csv)
{
    csv->file = file->name;
    if (find_embedded(file->name, csv) == 0)
        return 0;
    problem_set(loader->problem, "%s: not embedded", file->name);
    return -1;
}

static void note_absent(struct dataset *data, const struct table_file *file)
{
    struct absent *absent = &data->absent[data->absents++];

    absent->file = file->plain_name != NULL ? file->plain_name : file->name;
    absent->what = file->what;
}

static int read_file(struct loader *loader, const struct table_file *file, const char *folder)
{
    struct csv *csv = calloc(1, sizeof *csv);
    int got;

    if (csv == NULL)
        return out_of_memory(loader);
    csv->dialect = folder == NULL ? NULL : loader->dialect;
    got = folder == NULL ? open_embedded(loader, file, csv) : open_file(loader, file, folder, csv);
    if (got == 0)
        got = read_table(loader, file, csv);
    if (got == 1)
        note_absent(loader->data, file);
    csv_end(csv);
    if (csv->stream != NULL)
        (void)fclose(csv->stream);
    free(csv);
    return got < 0 ? -1 : 0;
}

int dataset_load_names(struct loader *loader, const char *folder)
{
    return read_file(loader, &files[0], folder);
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

/* Minerals that the rank list or a critical table names and minerals.csv does not. Where there is
 * neither a list nor minerals.csv, each table counts. */
static int complete_minerals(struct loader *loader)
{
    struct dataset *data = loader->data;
    int every = data->ranks == 0 && data->minerals == 0;
    size_t i;

    for (i = 0; i < data->ranks; ++i) {
        if (dataset_mineral(data, data->rank[i].mineral) == NULL &&
            add_mineral(loader, data->rank[i].mineral, data->rank[i].mineral,
                        data->rank[i].origin) != 0)
            return -1;
    }
    for (i = 0; i < data->productions; ++i) {
        const struct market *market = &data->production[i];
        if ((every || market->critical) && !is_covered(data, market) &&
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

int loader_begin(struct loader *loader, struct dataset *data, struct problem *problem)
{
    memset(data, 0, sizeof *data);
    memset(loader, 0, sizeof *loader);
    data->arena = arena_new();
    loader->data = data;
    loader->problem = problem;
    loader->arena = data->arena;
    problem->text[0] = '\0';
    return data->arena == NULL ? out_of_memory(loader) : 0;
}

int dataset_load_as(struct dataset *data, const char *folder, const struct dialect *dialect,
                    struct problem *problem)
{
    struct loader loader;

    if (loader_begin(&loader, data, problem) != 0)
        return -1;
    data->embedded = folder == NULL;
    loader.dialect = dialect;
    if (load_all(&loader, folder) == 0)
        return 0;
    dataset_free(data);
    return -1;
}

int dataset_load(struct dataset *data, const char *folder, struct problem *problem)
{
    return dataset_load_as(data, folder, NULL, problem);
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
