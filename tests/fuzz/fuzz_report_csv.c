/* SPDX-License-Identifier: MIT */
/* The reader of CSV: a first byte for the dialect and the limit of rows, then a file. */
#include "csv.h"
#include "text.h"

static const char *const wanted[] = {"a", "b"};
static const char *const dialects[] = {"comma", "semicolon", "semicolon-point", "tab"};

static void check_fields(const struct csv *csv)
{
    for (size_t i = 0; i < csv->fields; i++) {
        const char *text = csv->field[i];
        require(text >= csv->record && text < csv->record + csv->used);
        while (*text != '\0') {
            uint32_t point;
            size_t length = utf8_next(text, &point);
            require(length > 0);
            text += length;
        }
    }
}

static void check_problem(const struct problem *problem)
{
    size_t length = strlen(problem->text);
    require(length > 0 && length < sizeof problem->text);
    require(strncmp(problem->text, "file:", 5) == 0);
}

static int begin(struct csv *csv, struct problem *problem, unsigned dialect, const void *file,
                 size_t size)
{
    memset(csv, 0, sizeof *csv);
    problem->text[0] = '\0';
    csv->file = "file";
    csv->dialect = dialect_find(dialects[dialect % COUNT(dialects)]);
    require(csv->dialect != NULL);
    csv->bytes = file;
    csv->left = size;
    csv->max_rows = 1000;
    csv->problem = problem;
    return csv_begin(csv, wanted, COUNT(wanted));
}

static void put_quoted(FILE *stream, const char *text)
{
    (void)fputc('"', stream);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            (void)fputc('"', stream);
        (void)fputc(*text, stream);
    }
    (void)fputc('"', stream);
}

/* The row, written by the rules of RFC 4180 below a header, is read as it was. */
static void check_again(const struct csv *csv)
{
    static struct csv other;
    struct problem problem;
    FILE *stream = empty_stream();
    char *file;

    (void)fputs("a,b\r\n", stream);
    put_quoted(stream, csv_get(csv, 0));
    (void)fputc(',', stream);
    put_quoted(stream, csv_get(csv, 1));
    (void)fputs("\r\n", stream);
    file = written_text(stream);
    require(begin(&other, &problem, 0, file, strlen(file)) == 0);
    require(csv_next(&other) == 1);
    require(strcmp(csv_get(&other, 0), csv_get(csv, 0)) == 0);
    require(strcmp(csv_get(&other, 1), csv_get(csv, 1)) == 0);
    require(csv_next(&other) == 0);
    csv_end(&other);
    free(file);
}

static int read_rows(struct csv *csv)
{
    unsigned long rows = 0;
    int got;

    while ((got = csv_next(csv)) == 1) {
        rows++;
        require(rows <= csv->max_rows);
        require(csv->fields == csv->header_fields);
        require(csv_origin(csv).line <= csv->line);
        check_fields(csv);
        if (csv->used < 1000)
            check_again(csv);
    }
    require(got == -1 || rows > 0);
    return got;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct csv csv;
    struct problem problem;
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    unsigned long max_rows = 1 + selector / COUNT(dialects);
    int got = begin(&csv, &problem, selector, in.bytes, in.left);

    csv.max_rows = max_rows;
    if (got == 0)
        got = read_rows(&csv);
    require(got == 0 || got == -1);
    if (got == -1)
        check_problem(&problem);
    csv_end(&csv);
    return 0;
}
