/* SPDX-License-Identifier: MIT */
#include "csv_out.h"

#include <math.h>
#include <string.h>

#include "measure.h"
#include "utf8.h"

void csv_out_begin(struct csv_out *csv, FILE *stream, const struct dialect *dialect, int raw)
{
    csv->stream = stream;
    csv->dialect = dialect != NULL ? dialect : dialect_find("comma");
    csv->raw = raw;
    csv->cells = 0;
}

static void begin_cell(struct csv_out *csv)
{
    if (csv->cells++ > 0)
        (void)fputc(csv->dialect->separator, csv->stream);
}

/* Spaces of all widths, controls and marks that are not seen: what a spreadsheet may skip. */
static int is_skipped(uint32_t point)
{
    return point <= ' ' || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
           point == 0x3000 || utf8_is_unsafe(point);
}

static int is_sign(uint32_t point)
{
    static const uint32_t signs[] = {
        '=',    '+',    '-',    '@',    /* as typed */
        0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, /* full width */
        0xFE66, 0xFE62, 0xFE63, 0xFE6B, /* small */
        0x2212,                         /* minus */
    };
    size_t i;

    for (i = 0; i < sizeof signs / sizeof signs[0]; ++i) {
        if (signs[i] == point)
            return 1;
    }
    return 0;
}

static int is_formula(const char *text)
{
    uint32_t point = 0;
    size_t length = utf8_next(text, &point);

    if (*text == '\t' || *text == '\r' || *text == '\n')
        return 1;
    while (*text != '\0' && length > 0 && is_skipped(point)) {
        text += length;
        length = utf8_next(text, &point);
    }
    return *text != '\0' && length > 0 && is_sign(point);
}

static int needs_quotes(const struct csv_out *csv, const char *text)
{
    size_t length = strlen(text);

    return strchr(text, csv->dialect->separator) != NULL || strpbrk(text, "\",;\t\r\n") != NULL ||
           (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

static int is_kept(const struct csv_out *csv, uint32_t point)
{
    return !utf8_is_unsafe(point) ||
           (csv->raw && (point == '\t' || point == '\r' || point == '\n'));
}

static void put_character(const struct csv_out *csv, const char *text, size_t length,
                          uint32_t point)
{
    if (length == 0)
        (void)fputs("\xEF\xBF\xBD", csv->stream);
    else if (!is_kept(csv, point))
        (void)fprintf(csv->stream, "\\u{%lX}", (unsigned long)point);
    else if (point == '"')
        (void)fputs("\"\"", csv->stream);
    else
        (void)fwrite(text, 1, length, csv->stream);
}

void csv_put_text(struct csv_out *csv, const char *text)
{
    int quotes = needs_quotes(csv, text);

    begin_cell(csv);
    if (quotes)
        (void)fputc('"', csv->stream);
    if (!csv->raw && is_formula(text))
        (void)fputc('\'', csv->stream);
    while (*text != '\0') {
        uint32_t point = 0;
        size_t length = utf8_next(text, &point);
        put_character(csv, text, length, point);
        text += length > 0 ? length : 1;
    }
    if (quotes)
        (void)fputc('"', csv->stream);
}

void csv_put_empty(struct csv_out *csv)
{
    begin_cell(csv);
}

void csv_put_number(struct csv_out *csv, double value)
{
    char text[32], *point;

    begin_cell(csv);
    if (!(fabs(value) < HUGE_VAL))
        return;
    number_text_exact(text, value);
    point = strchr(text, '.');
    if (point != NULL && csv->dialect->decimal_comma)
        *point = ',';
    (void)fputs(text, csv->stream);
}

void csv_put_interval(struct csv_out *csv, int known, double low, double high)
{
    if (known) {
        csv_put_number(csv, low);
        csv_put_number(csv, high);
    } else {
        csv_put_empty(csv);
        csv_put_empty(csv);
    }
}

void csv_put_line(struct csv_out *csv, unsigned long line)
{
    begin_cell(csv);
    (void)fprintf(csv->stream, "%lu", line);
}

void csv_end_record(struct csv_out *csv)
{
    (void)fputs("\r\n", csv->stream);
    csv->cells = 0;
}
