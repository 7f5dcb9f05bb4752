/* SPDX-License-Identifier: MIT */
/* Reading the data: all of it, or nothing. */
#ifndef REPORT_LOAD_H
#define REPORT_LOAD_H

#include "csv.h"
#include "dataset.h"

/* The files that travel with the program; made by embed.c. */
struct embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};
extern const struct embedded_file embedded_files[];
extern const size_t embedded_file_count;

/* Reads the files of a folder, or the embedded ones if folder is NULL. Returns 0, or -1 with the
 * problem set and nothing to free. */
int dataset_load(struct dataset *data, const char *folder, struct problem *problem);
/* The same, of files in a dialect; NULL: comma. The embedded ones are always in commas. */
int dataset_load_as(struct dataset *data, const char *folder, const struct dialect *dialect,
                    struct problem *problem);
/* Puts the projects of a file in the place of those that the dataset has; nothing is changed on
 * error. `path` must live as long as the dataset. */
int dataset_load_projects(struct dataset *data, const char *path, const struct dialect *dialect,
                          struct problem *problem);
void dataset_free(struct dataset *data);
/* Writes the embedded files to a folder that exists; none of them is overwritten. */
int dataset_export(const char *folder, struct problem *problem);

/* --- between the files that read -------------------------------------------------------------- */

enum row_kind { ROW_COUNTRY = 1, ROW_RESIDUAL = 2, ROW_WORLD = 3 };

/* A row of the production file, before it is known to which table it belongs. */
struct production_row {
    const char *chapter, *commodity, *detail, *unit, *name;
    enum row_kind row_kind;
    int year, estimated, critical;
    struct figure figure;
    struct origin origin;
};

struct loader {
    struct dataset *data;
    const struct dialect *dialect;
    struct problem *problem;
    struct arena *arena;
    struct production_row *production;
    size_t production_rows;
    /* NULL, and the first error ends the reading; or it takes the problem, and the row is left
     * out. */
    void (*refused)(struct loader *loader);
};

typedef int read_row(struct loader *loader, struct csv *csv);

/* A kind of file. */
struct table_file {
    const char *name, *plain_name; /* as the statistics have it, and a short one or NULL */
    const char *what;
    const char *const *header;
    size_t columns;
    unsigned long optional_columns; /* bit i: column i need not be there */
    read_row *row;
    unsigned long max_rows; /* small where each row is compared with all others */
    int optional;
};

/* Every kind of file, in the order in which they need each other; the first has the names. */
const struct table_file *table_files(size_t *count);
int loader_begin(struct loader *loader, struct dataset *data, struct problem *problem);
/* Returns 1 for a template that was left blank. */
int read_table(struct loader *loader, const struct table_file *file, struct csv *csv);
int dataset_load_names(struct loader *loader, const char *folder);

/* One row each, in load_*.c; they return 0, or -1 with the problem set. */
read_row load_country, load_rank, load_mineral, load_production, load_import, load_reliance,
    load_salient, load_nir_case, load_governance, load_eu, load_project, load_agreement,
    load_demand, load_cited, load_claim, load_lead, load_manifest;

/* Puts the production rows into tables, once all are read. */
int build_production(struct loader *loader);
/* 1 for "Other countries", "Other suppliers", "Others"; 0 for "Otherton Ltd". */
int names_residual(const char *name);
/* Fills in a supplier from its printed name. Returns 0, or -1 for a name that is not known. */
int supplier_identify(const struct dataset *data, const char *name, struct supplier *supplier);
/* 1 if two suppliers of one table have a country in common, or are both a residual. */
int suppliers_clash(const struct dataset *data, const struct supplier *a, const struct supplier *b);

/* Fields; each sets the problem and returns -1 (text: NULL) on error. */
const char *get_text(struct loader *loader, struct csv *csv, size_t column); /* may be empty */
const char *get_name(struct loader *loader, struct csv *csv, size_t column); /* not empty */
int get_integer(struct csv *csv, size_t column, int low, int high, int *value);
int get_number(struct csv *csv, size_t column, double low, double high, double *value);
int get_optional(struct csv *csv, size_t column, double low, double high, struct optional *value);
int get_iso3(struct csv *csv, size_t column, char iso3[4]);
int get_critical(struct csv *csv, size_t column, int *critical);
/* The figure under `raw`, held to what stands under `value` and `flag`. */
int get_figure(struct loader *loader, struct csv *csv, size_t raw, size_t value, size_t flag,
               struct figure *figure);
int out_of_memory(struct loader *loader);

/* Makes room for one more item, zeroed at items[count]. NULL with the problem set. */
void *room_for_one(struct loader *loader, void *items, size_t count, size_t item_size);

#endif
