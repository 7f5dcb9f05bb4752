/* SPDX-License-Identifier: MIT */
#include "vectors/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/check.h"

char *read_text(const char *name)
{
    FILE *file = fopen(name, "rb");
    char *text;
    long length;
    if (file == NULL)
        fail_msg("%s cannot be read; run the test in its own folder", name);
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    text = malloc((size_t)length + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)length, file), length);
    fclose(file);
    text[length] = '\0';
    return text;
}

char *next_line(char **text)
{
    char *line = *text, *end = strchr(line, '\n');
    if (*line == '\0')
        return NULL;
    assert_non_null(end);
    *end = '\0';
    *text = end + 1;
    return line;
}

size_t split(char *line, char separator, char **field, size_t most)
{
    size_t n = 0;
    while (line != NULL && n < most) {
        field[n++] = line;
        line = strchr(line, separator);
        if (line != NULL)
            *line++ = '\0';
    }
    return n;
}

static const char *skip_space(const char *p)
{
    return p + strspn(p, " \n\r\t");
}

static const char *skip_string(const char *p)
{
    for (p++; *p != '"'; p++)
        p += *p == '\\';
    return p + 1;
}

/* Past a value: strings whole, brackets in pairs, anything else up to what must follow it. */
static const char *skip_value(const char *p)
{
    int depth = 0;
    do {
        p = skip_space(p);
        if (*p == '"') {
            p = skip_string(p);
        } else if (*p == '{' || *p == '[') {
            depth++;
            p++;
        } else if (*p == '}' || *p == ']') {
            depth--;
            p++;
        } else if (*p == ',' || *p == ':') {
            p++;
        } else {
            p += strcspn(p, ",:]} \n");
        }
    } while (depth > 0);
    return skip_space(p);
}

static const char *first_in(const char *p, char open, char close)
{
    if (p == NULL || *p != open)
        fail_msg("not a '%c' here: %.40s", open, p == NULL ? "(nothing)" : p);
    p = skip_space(p + 1);
    return *p == close ? NULL : p;
}

const char *json_next(const char *p)
{
    p = skip_value(p);
    return *p == ',' ? skip_space(p + 1) : NULL;
}

int json_is_text(const char *value, const char *text)
{
    size_t n = strlen(text);
    return value != NULL && *value == '"' && strncmp(value + 1, text, n) == 0 &&
           value[n + 1] == '"';
}

const char *json_member(const char *object, const char *name)
{
    for (const char *p = first_in(object, '{', '}'); p != NULL; p = json_next(p)) {
        int found = json_is_text(p, name);
        p = skip_space(skip_space(skip_string(p)) + 1); /* past the colon */
        if (found)
            return p;
    }
    return NULL;
}

const char *json_item(const char *array, size_t i)
{
    const char *p = first_in(array, '[', ']');
    while (p != NULL && i-- > 0)
        p = json_next(p);
    return p;
}

size_t json_length(const char *array)
{
    size_t n = 0;
    for (const char *p = first_in(array, '[', ']'); p != NULL; p = json_next(p))
        n++;
    return n;
}

int json_is_null(const char *value)
{
    return value == NULL || strncmp(value, "null", 4) == 0;
}

double json_number(const char *value)
{
    char *end;
    double x;
    assert_non_null(value);
    value += *value == '"';
    x = strtod(value, &end);
    if (end == value)
        fail_msg("not a number: %.40s", value);
    return *end == '/' ? x / strtod(end + 1, NULL) : x;
}

void json_copy(const char *value, char *text, size_t room)
{
    size_t n = 0;
    assert_non_null(value);
    for (value++; *value != '"' && n + 1 < room; value++)
        text[n++] = *value;
    text[n] = '\0';
}
