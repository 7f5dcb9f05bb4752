/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

#define MAX_DISTINCT 24
#define MAX_LENGTH   40

/* The different texts of a column, in the order in which they come; only so many are kept. */
struct distinct {
    char text[MAX_DISTINCT][MAX_LENGTH];
    size_t count;
    int more;
};

struct check {
    struct loader loader; /* first, so that its callback finds the rest */
    struct dataset data;
    struct problem problem;
    struct out *out;
    unsigned long errors;
    struct distinct units, years;
};

static void report_error(struct loader *loader)
{
    struct check *check = (struct check *)(void *)loader;

    if (check->errors++ < CHECK_SHOWN)
        out_format(check->out, "error: %s\n", check->problem.text);
}

/* --- which kind ------------------------------------------------------------------------------- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static const struct table_file *kind_by_name(const char *name)
{
    size_t i, count;
    const struct table_file *files = table_files(&count);

    for (i = 0; i < count; ++i) {
        if (strcmp(files[i].name, name) == 0 ||
            (files[i].plain_name != NULL && strcmp(files[i].plain_name, name) == 0))
            return &files[i];
    }
    return NULL;
}

static int header_has(const struct csv *csv, const char *column)
{
    size_t i;

    for (i = 0; i < csv->header_fields; ++i) {
        if (strcmp(csv->header_field[i], column) == 0)
            return 1;
    }
    return 0;
}

/* How many columns of a kind a header has, or 0 if it lacks one that must be there. */
static size_t columns_of(const struct csv *csv, const struct table_file *file)
{
    size_t i, found = 0;

    for (i = 0; i < file->columns; ++i) {
        if (header_has(csv, file->header[i]))
            ++found;
        else if (!(file->optional_columns >> i & 1))
            return 0;
    }
    return found;
}

/* The kind with the most columns in the header. */
static const struct table_file *kind_by_header(const struct csv *csv)
{
    size_t i, count, most = 0;
    const struct table_file *files = table_files(&count), *best = NULL;

    for (i = 0; i < count; ++i) {
        size_t found = columns_of(csv, &files[i]);
        if (found > most) {
            most = found;
            best = &files[i];
        }
    }
    return best;
}

static struct csv *open_csv(struct check *check, const char *path, const struct dialect *dialect)
{
    struct csv *csv = calloc(1, sizeof *csv);

    if (csv == NULL) {
        (void)out_of_memory(&check->loader);
        return NULL;
    }
    csv->file = base_name(path);
    csv->dialect = dialect;
    csv->problem = &check->problem;
    csv->stream = fopen(path, "rb");
    if (csv->stream == NULL) {
        problem_set(&check->problem, "%.900s: cannot be opened: %s", path, strerror(errno));
        free(csv);
        return NULL;
    }
    return csv;
}

static void close_csv(struct csv *csv)
{
    csv_end(csv);
    (void)fclose(csv->stream);
    free(csv);
}

/* Returns 0, 1 for a header that no kind has, or -1 for a file that cannot be opened. */
static int find_kind(struct check *check, const char *path, const struct dialect *dialect,
                     const struct table_file **kind)
{
    struct csv *csv;
    int failed;

    *kind = kind_by_name(base_name(path));
    csv = open_csv(check, path, dialect);
    if (csv == NULL)
        return -1;
    failed = csv_begin(csv, NULL, 0);
    if (*kind == NULL && failed == 0)
        *kind = kind_by_header(csv);
    if (*kind == NULL && failed == 0)
        problem_set(&check->problem,
                    "%s:%lu: expected the name or the header of a known kind of file; the header "
                    "has %lu columns%s",
                    csv->file, csv->header_line, (unsigned long)csv->header_fields,
                    csv->header_fields == 1 ? " (for semicolons or tabs see --dialect)" : "");
    close_csv(csv);
    return *kind == NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static void note_distinct(struct distinct *distinct, const char *text)
{
    size_t i;

    for (i = 0; i < distinct->count; ++i) {
        if (strncmp(distinct->text[i], text, MAX_LENGTH - 1) == 0)
            return;
    }
    if (distinct->count == MAX_DISTINCT)
        distinct->more = 1;
    else
        (void)snprintf(distinct->text[distinct->count++], MAX_LENGTH, "%.*s", MAX_LENGTH - 1, text);
}

static void note_columns(struct check *check, const struct table_file *kind, const struct csv *csv)
{
    size_t i;

    for (i = 0; i < kind->columns; ++i) {
        if (strcmp(kind->header[i], "unit") == 0)
            note_distinct(&check->units, csv_get(csv, i));
        if (strcmp(kind->header[i], "year") == 0)
            note_distinct(&check->years, csv_get(csv, i));
    }
}

/* A row that is refused leaves nothing behind: arrays only grow, so the old counts bring it back. */
static void read_row_or_report(struct check *check, const struct table_file *kind, struct csv *csv)
{
    struct dataset data = check->data;
    struct loader loader = check->loader;

    if (kind->row(&check->loader, csv) == 0) {
        note_columns(check, kind, csv);
        return;
    }
    check->data = data;
    check->loader = loader;
    report_error(&check->loader);
}

static void read_rows(struct check *check, const struct table_file *kind, struct csv *csv)
{
    int got;

    while ((got = csv_next(csv)) != 0) {
        if (got == 1) {
            read_row_or_report(check, kind, csv);
            continue;
        }
        report_error(&check->loader);
        if (!csv->resumable || csv->rows == 0)
            break;
    }
    if (got < 0 && csv->rows > 0)
        out_text(check->out, "The rest of the file was not read.\n");
}

static void print_distinct(struct out *out, const char *label, const struct distinct *distinct)
{
    size_t i;

    if (distinct->count == 0)
        return;
    out_format(out, "%s: ", label);
    for (i = 0; i < distinct->count; ++i)
        out_format(out, "%s%s", i > 0 ? ", " : "", distinct->text[i]);
    out_text(out, distinct->more ? ", and more\n" : "\n");
}

static void print_columns(struct out *out, const struct csv *csv, const struct table_file *kind)
{
    size_t i, k, unused = 0;

    for (i = 0; i < csv->header_fields; ++i) {
        for (k = 0; k < kind->columns && strcmp(csv->header_field[i], kind->header[k]) != 0; ++k) {
        }
        if (k == kind->columns)
            out_format(out, "%s%s",
                       unused++ > 0 ? ", " : "columns that are not used: ", csv->header_field[i]);
    }
    if (unused > 0)
        out_text(out, "\n");
    for (k = unused = 0; k < kind->columns; ++k) {
        if (!csv_has(csv, k))
            out_format(out, "%s%s",
                       unused++ > 0 ? ", " : "columns left out, which may be: ", kind->header[k]);
    }
    if (unused > 0)
        out_text(out, "\n");
}

/* The tables of the latest year of each stage are what a report shows. */
static void print_tables(struct check *check)
{
    const struct dataset *data = &check->data;
    size_t i, used = 0, empty = 0;

    for (i = 0; i < data->productions; ++i) {
        const struct market *market = &data->production[i];
        used += dataset_production(data, market->commodity, market->stage, 0) == market;
        empty += market->suppliers == 0;
    }
    if (data->productions > 0)
        out_format(check->out,
                   "used: %lu tables, the latest year of each commodity and stage, of %lu; %lu "
                   "have a world total alone\n",
                   (unsigned long)used, (unsigned long)data->productions, (unsigned long)empty);
    if (data->import_groups > 0)
        out_format(check->out, "used: %lu groups of import sources\n",
                   (unsigned long)data->import_groups);
}

static void read_kind(struct check *check, const struct table_file *kind, struct csv *csv)
{
    csv->optional = kind->optional_columns;
    csv->max_rows = kind->max_rows;
    if (csv_begin(csv, kind->header, kind->columns) != 0) {
        report_error(&check->loader);
        return;
    }
    read_rows(check, kind, csv);
    if (check->loader.production_rows > 0 && build_production(&check->loader) != 0)
        report_error(&check->loader);
    out_format(check->out, "rows: %lu\n", csv->rows);
    print_distinct(check->out, "units", &check->units);
    print_distinct(check->out, "years", &check->years);
    print_columns(check->out, csv, kind);
    print_tables(check);
}

/* --- names ------------------------------------------------------------------------------------ */

/* Tables name countries: as the names beside the file have them, or those of the program. */
static int load_names(struct check *check, const char *path, const struct dialect *dialect)
{
    size_t length = (size_t)(base_name(path) - path), i;
    char *folder = malloc(length + 2);
    static const char *const names[] = {"country_names.csv", "names.csv"};
    int found = 0, status;

    if (folder == NULL)
        return out_of_memory(&check->loader);
    memcpy(folder, length > 0 ? path : "./", length > 0 ? length : 2);
    folder[length > 0 ? length - (length > 1) : 1] = '\0';
    for (i = 0; i < 2 && !found; ++i) {
        char beside[4096];
        FILE *stream;
        (void)snprintf(beside, sizeof beside, "%s/%s", folder, names[i]);
        stream = fopen(beside, "rb");
        found = stream != NULL;
        if (found)
            (void)fclose(stream);
    }
    check->loader.dialect = dialect;
    out_format(check->out, "names: %s\n",
               found ? "of the file beside it" : "those that travel with the program");
    status = dataset_load_names(&check->loader, found ? folder : NULL);
    free(folder);
    return status;
}

static int check_kind(struct check *check, const char *path, const struct dialect *dialect,
                      const struct table_file *kind)
{
    size_t count;
    struct csv *csv;

    out_format(check->out, "file: %s\n", path);
    out_format(check->out, "kind: %s (%s%s%s)\n", kind->what, kind->name,
               kind->plain_name == NULL ? "" : " or ",
               kind->plain_name == NULL ? "" : kind->plain_name);
    if (kind != table_files(&count) && load_names(check, path, dialect) != 0)
        return -1;
    csv = open_csv(check, path, dialect);
    if (csv == NULL)
        return -1;
    read_kind(check, kind, csv);
    close_csv(csv);
    if (check->errors > CHECK_SHOWN)
        out_format(check->out, "... and %lu more\n", check->errors - CHECK_SHOWN);
    out_format(check->out, "errors: %lu\n", check->errors);
    return check->errors > 0;
}

int check_file(const char *path, const struct dialect *dialect, struct out *out,
               struct problem *problem)
{
    struct check *check = calloc(1, sizeof *check);
    const struct table_file *kind = NULL;
    int status;

    if (check == NULL) {
        problem_set(problem, "out of memory");
        return -1;
    }
    check->out = out;
    status = loader_begin(&check->loader, &check->data, &check->problem);
    check->loader.refused = report_error;
    if (status == 0)
        status = find_kind(check, path, dialect, &kind);
    if (status == 0)
        status = check_kind(check, path, dialect, kind);
    else
        status = -1;
    *problem = check->problem;
    arena_free(check->data.arena);
    free(check);
    return status;
}
