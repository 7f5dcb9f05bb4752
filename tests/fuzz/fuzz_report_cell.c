/* SPDX-License-Identifier: MIT */
/* Text on its way into a cell of a spreadsheet: it is read back whole, and is no formula. */
#include "csv_out.h"
#include "text.h"

static const char *const dialects[] = {"comma", "semicolon", "semicolon-point", "tab"};

static char *write_file(const char *text, const struct dialect *dialect, int raw)
{
    FILE *stream = empty_stream();
    struct csv_out csv;

    csv_out_begin(&csv, stream, dialect, raw);
    csv_put_text(&csv, "a");
    csv_put_text(&csv, "b");
    csv_end_record(&csv);
    csv_put_text(&csv, text);
    csv_put_text(&csv, "last");
    csv_end_record(&csv);
    return written_text(stream);
}

/* What a spreadsheet runs: one of = + - @ at the beginning, after a space or a control perhaps. */
static int is_formula(const char *cell)
{
    if (*cell == '\t' || *cell == '\r' || *cell == '\n')
        return 1;
    while ((unsigned char)*cell <= ' ' && *cell != '\0')
        cell++;
    return *cell != '\0' && strchr("=+-@", *cell) != NULL;
}

static void read_back(const char *file, const struct dialect *dialect, const char *text, int raw)
{
    static const char *const wanted[] = {"a", "b"};
    static struct csv csv;
    struct problem problem;

    memset(&csv, 0, sizeof csv);
    csv.file = "file";
    csv.dialect = dialect;
    memcpy(&csv.bytes, &file, sizeof file);
    csv.left = strlen(file);
    csv.max_rows = 1;
    csv.problem = &problem;
    require(csv_begin(&csv, wanted, COUNT(wanted)) == 0);
    require(csv_next(&csv) == 1);
    require(strcmp(csv_get(&csv, 1), "last") == 0);
    if (!raw)
        require(!is_formula(csv_get(&csv, 0)));
    if (strspn(text, "abcdefghijklmnopqrstuvwxyz \",;") == strlen(text))
        require(strcmp(csv_get(&csv, 0), text) == 0);
    require(csv_next(&csv) == 0);
    csv_end(&csv);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    const struct dialect *dialect = dialect_find(dialects[selector % COUNT(dialects)]);
    int raw = selector / COUNT(dialects) % 4 == 0;
    char *text = take_text(&in);
    char *file = write_file(text, dialect, raw);

    read_back(file, dialect, text, raw);
    free(file);
    release_text(text);
    return 0;
}
