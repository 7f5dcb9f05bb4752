/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* --- bytes ------------------------------------------------------------------------------------ */

static int make_room(struct page *page, size_t more)
{
    size_t room = page->room == 0 ? 65536 : page->room;
    char *bytes;

    if (page->failed || more > SIZE_MAX / 4 || page->size > SIZE_MAX / 4) {
        page->failed = 1;
        return -1;
    }
    while (room - page->size < more)
        room *= 2;
    if (room == page->room)
        return 0;
    bytes = realloc(page->bytes, room);
    if (bytes == NULL) {
        page->failed = 1;
        return -1;
    }
    page->bytes = bytes;
    page->room = room;
    return 0;
}

static void put(struct page *page, const char *bytes, size_t size)
{
    if (make_room(page, size) != 0)
        return;
    memcpy(page->bytes + page->size, bytes, size);
    page->size += size;
}

void html_markup(struct page *page, const char *markup)
{
    put(page, markup, strlen(markup));
}

void html_free(struct page *page)
{
    free(page->bytes);
    memset(page, 0, sizeof *page);
}

/* --- text ------------------------------------------------------------------------------------- */

/* Code points that may not stand in a page at all, on top of those that may mislead. */
static int is_noncharacter(uint32_t point)
{
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

static const char *entity(uint32_t point)
{
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Writes the next character of a text, safe, and returns its length in bytes; columns is raised by
 * those that it takes. */
static size_t put_character(struct page *page, const char *text, size_t *columns)
{
    uint32_t point = 0;
    size_t length = utf8_next(text, &point);
    char shown[16];

    if (length == 0 || utf8_is_unsafe(point) || is_noncharacter(point)) {
        (void)snprintf(shown, sizeof shown, "\\u{%lX}",
                       length > 0 ? (unsigned long)point : 0xFFFDul);
        html_markup(page, shown);
        *columns += strlen(shown);
        return length > 0 ? length : 1;
    }
    *columns += 1;
    if (entity(point) != NULL)
        html_markup(page, entity(point));
    else
        put(page, text, length);
    return length;
}

void html_text(struct page *page, const char *text)
{
    size_t columns = 0;

    while (*text != '\0')
        text += put_character(page, text, &columns);
}

void html_text_cut(struct page *page, const char *text, size_t columns)
{
    size_t used = 0;

    if (text_columns(text) <= columns) {
        html_text(page, text);
        return;
    }
    /* The last character may be shown as several; it is let in whole. */
    while (*text != '\0' && used + 1 < columns)
        text += put_character(page, text, &used);
    html_markup(page, "…");
}

/* A formatted text; NULL, and the page failed, if it finds no memory. */
static char *format_text(struct page *page, const char *format, va_list args)
{
    va_list again;
    char *text = NULL;
    int length;

    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length >= 0)
        text = malloc((size_t)length + 1);
    if (text != NULL)
        (void)vsnprintf(text, (size_t)length + 1, format, args);
    else
        page->failed = 1;
    return text;
}

void html_textf(struct page *page, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(page, format, args);
    va_end(args);
    if (text != NULL)
        html_text(page, text);
    free(text);
}

void html_numbers(struct page *page, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(page, format, args);
    va_end(args);
    if (text != NULL)
        html_markup(page, text);
    free(text);
}

/* --- elements --------------------------------------------------------------------------------- */

static void open_tag(struct page *page, const char *tag, const char *class_name)
{
    html_markup(page, "<");
    html_markup(page, tag);
    if (class_name != NULL) {
        html_markup(page, " class=\"");
        html_markup(page, class_name);
        html_markup(page, "\"");
    }
    html_markup(page, ">");
}

static void close_tag(struct page *page, const char *tag)
{
    html_markup(page, "</");
    put(page, tag, strcspn(tag, " "));
    html_markup(page, ">\n");
}

void html_element(struct page *page, const char *tag, const char *class_name, const char *text)
{
    open_tag(page, tag, class_name);
    html_text(page, text);
    close_tag(page, tag);
}

void html_elementf(struct page *page, const char *tag, const char *class_name, const char *format,
                   ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(page, format, args);
    va_end(args);
    if (text != NULL)
        html_element(page, tag, class_name, text);
    free(text);
}

void html_range(struct page *page, const char *tag, const char *class_name, const char *text)
{
    const char *dots = strstr(text, "..");

    open_tag(page, tag, class_name);
    if (dots == NULL) {
        html_text(page, text);
    } else {
        html_textf(page, "%.*s", (int)(dots - text), text);
        html_markup(page, "–");
        html_text(page, dots + 2);
    }
    close_tag(page, tag);
}

/* --- tables ----------------------------------------------------------------------------------- */

void html_table_begin(struct page *page, const char *label)
{
    /* It can be reached by keyboard, or nobody without a pointer could scroll it. */
    html_markup(page, "<section class=\"scroll\" tabindex=\"0\" aria-label=\"");
    html_text(page, label);
    html_markup(page, "\">\n<table>\n");
}

void html_table_end(struct page *page)
{
    html_markup(page, "</tbody>\n</table>\n</section>\n");
}

void html_beside_begin(struct page *page, const char *label)
{
    html_markup(page, "<details>\n<summary>");
    html_textf(page, "%s, as a table", label);
    html_markup(page, "</summary>\n");
    html_table_begin(page, label);
}

void html_beside_end(struct page *page)
{
    html_table_end(page);
    html_markup(page, "</details>\n");
}

void html_headings(struct page *page, const char *const *headings)
{
    html_markup(page, "<thead><tr>\n");
    for (; *headings != NULL; ++headings) {
        html_markup(page, "<th scope=\"col\">");
        html_text(page, *headings);
        html_markup(page, "</th>\n");
    }
    html_markup(page, "</tr></thead>\n<tbody>\n");
}
