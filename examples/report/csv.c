/* SPDX-License-Identifier: MIT */
#include "csv.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

#define NO_BYTE   (-2)
#define NO_COLUMN SIZE_MAX

static const struct dialect dialects[] = {
    {"comma", ',', 0, "comma"},
    {"semicolon", ';', 1, "semicolon"},
    {"semicolon-point", ';', 0, "semicolon"},
    {"tab", '\t', 0, "tab"},
};

const struct dialect *dialect_find(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof dialects / sizeof dialects[0]; ++i) {
        if (strcmp(dialects[i].name, name) == 0)
            return &dialects[i];
    }
    return NULL;
}

static const struct dialect *dialect_of(const struct csv *csv)
{
    return csv->dialect != NULL ? csv->dialect : &dialects[0];
}

void problem_set(struct problem *problem, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)vsnprintf(problem->text, sizeof problem->text, format, args);
    va_end(args);
}

static int fail(struct csv *csv, const char *what)
{
    problem_set(csv->problem, "%s:%lu: %s", csv->file, csv->line, what);
    return -1;
}

static int next_byte(struct csv *csv)
{
    int byte = csv->ungot;

    if (byte != NO_BYTE) {
        csv->ungot = NO_BYTE;
        return byte;
    }
    if (csv->stream != NULL)
        return getc(csv->stream);
    if (csv->left == 0)
        return EOF;
    --csv->left;
    return *csv->bytes++;
}

static int put(struct csv *csv, int byte)
{
    if (csv->used == CSV_MAX_RECORD)
        return fail(csv, "expected a record of at most 65,536 bytes");
    csv->record[csv->used++] = (char)byte;
    return 0;
}

static int begin_field(struct csv *csv)
{
    if (csv->fields == CSV_MAX_FIELDS)
        return fail(csv, "expected at most 64 fields");
    csv->field[csv->fields++] = csv->record + csv->used;
    return 0;
}

/* The rest of a field that began with a quote, and the byte after it. */
static int quoted_field(struct csv *csv, int *after)
{
    for (;;) {
        int byte = next_byte(csv);
        if (byte == EOF)
            return fail(csv, "expected a closing quote before the end of the file");
        if (byte == 0)
            return fail(csv, "expected text, found a NUL byte");
        if (byte == '\n')
            ++csv->line;
        if (byte == '"') {
            byte = next_byte(csv);
            if (byte != '"') {
                *after = byte;
                return 0;
            }
        }
        if (put(csv, byte) != 0)
            return -1;
    }
}

static int plain_field(struct csv *csv, int byte, int *after)
{
    const int separator = (unsigned char)dialect_of(csv)->separator;

    while (byte != separator && byte != '\n' && byte != '\r' && byte != EOF) {
        if (byte == 0)
            return fail(csv, "expected text, found a NUL byte");
        if (byte == '"')
            return fail(csv, "expected quotes around the whole field, found one within");
        if (put(csv, byte) != 0)
            return -1;
        byte = next_byte(csv);
    }
    *after = byte;
    return 0;
}

/* Reads what ends a field. Returns 1 for a separator, 0 for the end of the record, or -1. */
static int field_end(struct csv *csv, int byte)
{
    if (byte == (unsigned char)dialect_of(csv)->separator)
        return 1;
    if (byte == '\r') {
        byte = next_byte(csv);
        if (byte != '\n')
            return fail(csv, "expected LF after CR");
    }
    if (byte == '\n') {
        ++csv->line;
        return 0;
    }
    if (byte == EOF)
        return 0;
    problem_set(csv->problem, "%s:%lu: expected a %s or the end of the line after a quote",
                csv->file, csv->line, dialect_of(csv)->separator_name);
    return -1;
}

static int check_utf8(struct csv *csv)
{
    size_t i;

    for (i = 0; i < csv->fields; ++i) {
        const char *text = csv->field[i];
        while (*text != '\0') {
            uint32_t point;
            size_t length = utf8_next(text, &point);
            if (length == 0) {
                problem_set(csv->problem, "%s:%lu: field %lu: expected UTF-8, found the byte %02X",
                            csv->file, csv->record_line, (unsigned long)(i + 1),
                            (unsigned)(unsigned char)*text);
                return -1;
            }
            text += length;
        }
    }
    return 0;
}

static int read_error(struct csv *csv)
{
    if (csv->stream == NULL || !ferror(csv->stream))
        return 0;
    problem_set(csv->problem, "%s: cannot be read: %s", csv->file, strerror(errno));
    return -1;
}

/* Returns 1 for a record, 0 at the end of the file, or -1. */
static int read_record(struct csv *csv)
{
    int byte = next_byte(csv);

    if (byte == EOF)
        return read_error(csv);
    csv->used = csv->fields = 0;
    csv->resumable = 0;
    csv->record_line = csv->line;
    for (;;) {
        int more, after;
        if (begin_field(csv) != 0)
            return -1;
        if (byte == '"' ? quoted_field(csv, &after) != 0 : plain_field(csv, byte, &after) != 0)
            return -1;
        if (put(csv, '\0') != 0)
            return -1;
        more = field_end(csv, after);
        if (more < 0)
            return -1;
        if (more == 0)
            break;
        byte = next_byte(csv);
    }
    if (read_error(csv) != 0)
        return -1;
    csv->resumable = 1;
    return check_utf8(csv) != 0 ? -1 : 1;
}

/* EF BB BF, or nothing of it: half a mark is not UTF-8 and is refused with the header. */
static void skip_byte_order_mark(struct csv *csv)
{
    csv->ungot = next_byte(csv);
    if (csv->ungot != 0xEF)
        return;
    csv->ungot = NO_BYTE;
    if (next_byte(csv) == 0xBB && next_byte(csv) == 0xBF)
        return;
    csv->ungot = 0xFF;
}

/* Comments are not kept, but a line of them is no longer than a record. */
static int skip_comment(struct csv *csv)
{
    size_t length = 0;
    int byte;

    do {
        byte = next_byte(csv);
        if (byte == 0)
            return fail(csv, "expected text, found a NUL byte");
        if (++length == CSV_MAX_RECORD)
            return fail(csv, "expected a comment of at most 65,536 bytes");
    } while (byte != '\n' && byte != EOF);
    ++csv->line;
    csv->comments = 1;
    return 0;
}

static int skip_comments(struct csv *csv)
{
    int byte;

    while ((byte = next_byte(csv)) == '#') {
        if (skip_comment(csv) != 0)
            return -1;
    }
    csv->ungot = byte;
    return 0;
}

static int keep_header(struct csv *csv)
{
    size_t i, k;

    csv->header = malloc(csv->used);
    if (csv->header == NULL)
        return fail(csv, "out of memory");
    memcpy(csv->header, csv->record, csv->used);
    csv->header_fields = csv->fields;
    for (i = 0; i < csv->fields; ++i) {
        csv->header_field[i] = csv->header + (csv->field[i] - csv->record);
        for (k = 0; k < i; ++k) {
            if (strcmp(csv->header_field[i], csv->header_field[k]) == 0) {
                problem_set(csv->problem, "%s:%lu: column %.80s: expected once, found twice",
                            csv->file, csv->header_line, csv->header_field[i]);
                return -1;
            }
        }
    }
    return 0;
}

/* A header of one column is nearly always one of several, set apart by another sign. */
static const char *dialect_hint(const struct csv *csv)
{
    static const struct {
        char sign;
        const char *hint;
    } hints[] = {
        {';', "; the header is one column with semicolons: try --dialect semicolon (decimal "
              "commas) or semicolon-point"},
        {'\t', "; the header is one column with tabs: try --dialect tab"},
        {',', "; the header is one column with commas: try without --dialect"},
    };
    size_t i;

    for (i = 0; i < sizeof hints / sizeof hints[0] && csv->header_fields == 1; ++i) {
        if (hints[i].sign != dialect_of(csv)->separator &&
            strchr(csv->header_field[0], hints[i].sign) != NULL)
            return hints[i].hint;
    }
    return "";
}

static int bind_column(struct csv *csv, size_t column)
{
    size_t i;

    for (i = 0; i < csv->header_fields; ++i) {
        if (strcmp(csv->header_field[i], csv->wanted[column]) == 0) {
            csv->bound[column] = i;
            return 0;
        }
    }
    csv->bound[column] = NO_COLUMN;
    if (csv->optional >> column & 1)
        return 0;
    problem_set(csv->problem, "%s:%lu: column %s: expected in the header, not found%s", csv->file,
                csv->header_line, csv->wanted[column], dialect_hint(csv));
    return -1;
}

int csv_begin(struct csv *csv, const char *const *wanted, size_t count)
{
    size_t i;
    int got;

    csv->ungot = NO_BYTE;
    csv->line = 1;
    csv->rows = 0;
    csv->wanted = wanted;
    csv->header = NULL;
    csv->comments = csv->resumable = 0;
    skip_byte_order_mark(csv);
    if (skip_comments(csv) != 0)
        return -1;
    got = read_record(csv);
    csv->header_line = csv->record_line;
    if (got < 0)
        return -1;
    if (got == 0)
        return fail(csv, csv->comments ? "expected a header after the comments"
                                       : "expected a header, found an empty file");
    if (keep_header(csv) != 0)
        return -1;
    for (i = 0; i < count; ++i) {
        if (bind_column(csv, i) != 0)
            return -1;
    }
    return 0;
}

int csv_next(struct csv *csv)
{
    int got = read_record(csv);

    if (got < 0)
        return -1;
    if (got == 0 && csv->rows == 0)
        return fail(csv, "expected at least one row after the header");
    if (got == 0)
        return 0;
    if (++csv->rows > csv->max_rows) {
        csv->resumable = 0;
        problem_set(csv->problem, "%s:%lu: expected at most %lu rows", csv->file, csv->record_line,
                    csv->max_rows);
        return -1;
    }
    if (csv->fields == csv->header_fields)
        return 1;
    problem_set(csv->problem, "%s:%lu: expected %lu fields as in the header, found %lu%s",
                csv->file, csv->record_line, (unsigned long)csv->header_fields,
                (unsigned long)csv->fields,
                csv->fields == 1 && csv->field[0][0] == '\0' ? " (an empty line)" : "");
    return -1;
}

const char *csv_get(const struct csv *csv, size_t column)
{
    return csv_has(csv, column) ? csv->field[csv->bound[column]] : "";
}

int csv_has(const struct csv *csv, size_t column)
{
    return csv->bound[column] != NO_COLUMN;
}

void csv_exchange(const struct csv *csv, char *text)
{
    for (; *text != '\0' && dialect_of(csv)->decimal_comma; ++text) {
        if (*text == ',')
            *text = '.';
        else if (*text == '.')
            *text = ',';
    }
}

int csv_number(const struct csv *csv, size_t column, double *value)
{
    char text[64];
    const char *field = csv_get(csv, column);

    if (strlen(field) >= sizeof text)
        return -1;
    memcpy(text, field, strlen(field) + 1);
    csv_exchange(csv, text);
    return number_parse(text, value);
}

struct origin csv_origin(const struct csv *csv)
{
    struct origin origin;

    origin.file = csv->file;
    origin.line = csv->record_line;
    return origin;
}

int csv_refuse(struct csv *csv, size_t column, const char *expected)
{
    const char *found = csv_get(csv, column);

    problem_set(csv->problem, "%s:%lu: column %s: expected %s, found \"%.60s%s\"", csv->file,
                csv->record_line, csv->wanted[column], expected, found,
                strlen(found) > 60 ? "..." : "");
    return -1;
}

void csv_end(struct csv *csv)
{
    free(csv->header);
    csv->header = NULL;
}

struct csv *csv_open(const char *path, const struct dialect *dialect, struct problem *problem)
{
    struct csv *csv = calloc(1, sizeof *csv);

    if (csv == NULL) {
        problem_set(problem, "out of memory");
        return NULL;
    }
    csv->file = path;
    csv->dialect = dialect;
    csv->max_rows = CSV_MAX_ROWS;
    csv->problem = problem;
    csv->stream = fopen(path, "rb");
    if (csv->stream == NULL) {
        problem_set(problem, "%.900s: cannot be read: %s", path, strerror(errno));
        free(csv);
        return NULL;
    }
    return csv;
}

void csv_close(struct csv *csv)
{
    csv_end(csv);
    (void)fclose(csv->stream);
    free(csv);
}
