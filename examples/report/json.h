/* SPDX-License-Identifier: MIT */
/* JSON, written in order. A key is NULL inside an array. */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <stdio.h>

#include "figure.h"

#define JSON_MAX_DEPTH 32

struct json {
    FILE *stream;
    int depth;
    int has_member[JSON_MAX_DEPTH];
};

void json_init(struct json *json, FILE *stream);
void json_object_begin(struct json *json, const char *key);
void json_object_end(struct json *json);
void json_array_begin(struct json *json, const char *key);
void json_array_end(struct json *json);
/* NULL is written as null; broken UTF-8 as U+FFFD. */
void json_string(struct json *json, const char *key, const char *value);
/* NaN and infinity are written as null. */
void json_number(struct json *json, const char *key, double value);
void json_integer(struct json *json, const char *key, long value);
void json_bool(struct json *json, const char *key, int value);
void json_null(struct json *json, const char *key);
/* {"low": .., "high": ..}; an infinite end is null. */
void json_interval(struct json *json, const char *key, double low, double high);
/* {"file": .., "row": ..} */
void json_origin(struct json *json, const char *key, const struct origin *origin);
/* The printed text, what it may be, and where it stands. */
void json_figure(struct json *json, const char *key, const struct figure *figure,
                 const struct origin *origin);

#endif
