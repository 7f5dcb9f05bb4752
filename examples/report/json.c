/* SPDX-License-Identifier: MIT */
#include "json.h"

#include <math.h>
#include <string.h>

#include "utf8.h"

void json_init(struct json *json, FILE *stream)
{
    memset(json, 0, sizeof *json);
    json->stream = stream;
}

static void put_string(struct json *json, const char *text)
{
    (void)fputc('"', json->stream);
    while (*text != '\0') {
        uint32_t point = 0xFFFD;
        size_t length = utf8_next(text, &point);
        if (length == 0)
            (void)fputs("\\uFFFD", json->stream);
        else if (point == '"' || point == '\\')
            (void)fprintf(json->stream, "\\%c", (int)point);
        else if (utf8_is_unsafe(point) && point < 0x10000)
            (void)fprintf(json->stream, "\\u%04lX", (unsigned long)point);
        else if (utf8_is_unsafe(point))
            (void)fprintf(json->stream, "\\u%04lX\\u%04lX",
                          (unsigned long)(0xD800 + ((point - 0x10000) >> 10)),
                          (unsigned long)(0xDC00 + (point & 0x3FF)));
        else
            (void)fwrite(text, 1, length, json->stream);
        text += length > 0 ? length : 1;
    }
    (void)fputc('"', json->stream);
}

/* The comma, the line and the key before a value. */
static void begin_value(struct json *json, const char *key)
{
    if (json->has_member[json->depth])
        (void)fputc(',', json->stream);
    if (json->depth > 0)
        (void)fprintf(json->stream, "\n%*s", json->depth, "");
    json->has_member[json->depth] = 1;
    if (key != NULL) {
        put_string(json, key);
        (void)fputs(": ", json->stream);
    }
}

static void begin_nest(struct json *json, const char *key, char sign)
{
    begin_value(json, key);
    (void)fputc(sign, json->stream);
    if (json->depth + 1 < JSON_MAX_DEPTH)
        ++json->depth;
    json->has_member[json->depth] = 0;
}

static void end_nest(struct json *json, char sign)
{
    if (json->depth > 0)
        --json->depth;
    (void)fputc(sign, json->stream);
    if (json->depth == 0)
        (void)fputc('\n', json->stream);
}

void json_object_begin(struct json *json, const char *key)
{
    begin_nest(json, key, '{');
}

void json_object_end(struct json *json)
{
    end_nest(json, '}');
}

void json_array_begin(struct json *json, const char *key)
{
    begin_nest(json, key, '[');
}

void json_array_end(struct json *json)
{
    end_nest(json, ']');
}

void json_string(struct json *json, const char *key, const char *value)
{
    if (value == NULL) {
        json_null(json, key);
        return;
    }
    begin_value(json, key);
    put_string(json, value);
}

void json_number(struct json *json, const char *key, double value)
{
    if (!(fabs(value) < HUGE_VAL)) {
        json_null(json, key);
        return;
    }
    begin_value(json, key);
    (void)fprintf(json->stream, "%.17g", value);
}

void json_integer(struct json *json, const char *key, long value)
{
    begin_value(json, key);
    (void)fprintf(json->stream, "%ld", value);
}

void json_bool(struct json *json, const char *key, int value)
{
    begin_value(json, key);
    (void)fputs(value ? "true" : "false", json->stream);
}

void json_null(struct json *json, const char *key)
{
    begin_value(json, key);
    (void)fputs("null", json->stream);
}

void json_interval(struct json *json, const char *key, double low, double high)
{
    json_object_begin(json, key);
    json_number(json, "low", low);
    json_number(json, "high", high);
    json_object_end(json);
}

void json_origin(struct json *json, const char *key, const struct origin *origin)
{
    json_object_begin(json, key);
    json_string(json, "file", origin->file);
    json_integer(json, "row", (long)origin->line);
    json_object_end(json);
}

void json_figure(struct json *json, const char *key, const struct figure *figure,
                 const struct origin *origin)
{
    json_object_begin(json, key);
    json_string(json, "printed", figure->raw);
    if (figure_has_number(figure)) {
        json_number(json, "low", figure->low);
        json_number(json, "high", figure->high);
    } else {
        json_null(json, "low");
        json_null(json, "high");
    }
    json_origin(json, "source", origin);
    json_object_end(json);
}
