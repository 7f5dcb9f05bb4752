/* SPDX-License-Identifier: MIT */
#include "out.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* A piece that is made safe takes at most this: \u{10FFFF} */
#define MAX_PIECE 16

void out_style(struct out *out, enum style style)
{
    static const char *const codes[] = {"0", "1", "32", "33", "31", "2"};

    if (out->colour)
        (void)fprintf(out->stream, "\033[%sm", codes[style]);
}

/* The next character of a text, safe, and the columns that it takes. Returns the bytes read. */
static size_t next_piece(const char *text, char piece[MAX_PIECE], size_t *columns)
{
    uint32_t point = 0;
    size_t length = utf8_next(text, &point);

    if (length > 0 && !utf8_is_unsafe(point)) {
        memcpy(piece, text, length);
        piece[length] = '\0';
        *columns = 1;
        return length;
    }
    (void)snprintf(piece, MAX_PIECE, "\\u{%lX}", length > 0 ? (unsigned long)point : 0xFFFDul);
    *columns = strlen(piece);
    return length > 0 ? length : 1;
}

size_t text_columns(const char *text)
{
    char piece[MAX_PIECE];
    size_t columns, total = 0;

    while (*text != '\0') {
        text += next_piece(text, piece, &columns);
        total += columns;
    }
    return total;
}

static void put_safe(struct out *out, const char *text, size_t length)
{
    const char *end = text + length;
    char piece[MAX_PIECE];
    size_t columns;

    while (text < end) {
        text += next_piece(text, piece, &columns);
        (void)fputs(piece, out->stream);
    }
}

/* Newlines lay the text out where they stand at its ends; one within comes from a file. */
void out_text(struct out *out, const char *text)
{
    size_t length;

    for (; *text == '\n'; ++text)
        (void)fputc('\n', out->stream);
    length = strlen(text);
    if (length > 0 && text[length - 1] == '\n') {
        put_safe(out, text, length - 1);
        (void)fputc('\n', out->stream);
    } else {
        put_safe(out, text, length);
    }
}

/* Calls an action with the formatted text. A text that finds no memory is lost, and the stream is
 * told, so that the program ends with an error. */
static char *format_text(const char *format, va_list args)
{
    va_list again;
    char *text;
    int length;

    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text != NULL)
        (void)vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

void out_format(struct out *out, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(format, args);
    va_end(args);
    if (text == NULL) {
        out->failed = 1;
        return;
    }
    out_text(out, text);
    free(text);
}

static void indent(struct out *out, int columns)
{
    (void)fprintf(out->stream, "%*s", columns, "");
}

void out_wrap(struct out *out, int first, int rest, const char *text)
{
    indent(out, first);
    out_wrap_at(out, first, rest, text);
}

void out_wrap_at(struct out *out, int at, int rest, const char *text)
{
    int empty = 1;

    for (;;) {
        size_t length;
        char word[256];
        int columns;
        text += strspn(text, " ");
        length = strcspn(text, " ");
        if (length == 0 || (text[0] == '\n' && text[1] == '\0'))
            break;
        if (length >= sizeof word)
            length = sizeof word - 1;
        memcpy(word, text, length);
        word[length] = '\0';
        columns = (int)text_columns(word);
        if (!empty && at + 1 + columns > out->width) {
            (void)fputc('\n', out->stream);
            indent(out, rest);
            at = rest;
            empty = 1;
        }
        if (!empty)
            (void)fputc(' ', out->stream);
        put_safe(out, text, length);
        at += columns + !empty;
        empty = 0;
        text += length;
    }
    (void)fputc('\n', out->stream);
}

void out_wrapf(struct out *out, int first, int rest, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(format, args);
    va_end(args);
    if (text == NULL) {
        out->failed = 1;
        return;
    }
    out_wrap(out, first, rest, text);
    free(text);
}

void out_heading(struct out *out, const char *text)
{
    (void)fputc('\n', out->stream);
    out_style(out, STYLE_HEADING);
    out_text(out, text);
    out_style(out, STYLE_PLAIN);
    (void)fputc('\n', out->stream);
}

/* How much of a text fits into `room` columns, in bytes and in columns. */
static size_t fitting(const char *text, size_t room, size_t *columns)
{
    const char *at = text;
    char piece[MAX_PIECE];
    size_t wide;

    for (*columns = 0; *at != '\0'; *columns += wide) {
        size_t length = next_piece(at, piece, &wide);
        if (*columns + wide > room)
            break;
        at += length;
    }
    return (size_t)(at - text);
}

void out_cell(struct out *out, int columns, const char *text)
{
    size_t width = (size_t)(columns < 0 ? -columns : columns), used, wide;
    size_t length = fitting(text, width, &used);
    int cut = text[length] != '\0';
    const char *end;
    char piece[MAX_PIECE];

    if (cut) {
        length = fitting(text, width - 2, &used);
        used += 2;
    }
    if (columns < 0)
        indent(out, (int)(width - used));
    for (end = text + length; text < end;) {
        text += next_piece(text, piece, &wide);
        (void)fputs(piece, out->stream);
    }
    if (cut)
        (void)fputs("..", out->stream);
    if (columns > 0)
        indent(out, (int)(width - used));
}

void out_bar(struct out *out, int columns, double low, double high)
{
    int i, full = (int)(low * columns + .5), maybe = (int)(high * columns + .5);

    (void)fputc('[', out->stream);
    for (i = 0; i < columns; ++i)
        (void)fputc(i < full ? '#' : i < maybe ? ':' : '.', out->stream);
    (void)fputc(']', out->stream);
}
