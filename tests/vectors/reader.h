/* SPDX-License-Identifier: MIT */
/* Reads files of cases: whole into memory, CSV without quotes, JSON by walking its text. */
#ifndef TESTS_VECTORS_READER_H
#define TESTS_VECTORS_READER_H

#include <stddef.h>

/* The text of a file beside the test, ended by a zero; the caller frees it. Fails the test. */
char *read_text(const char *name);

/* Cuts the next line off, or gives NULL at the end. */
char *next_line(char **text);

/* Cuts a line at a separator into at most `most` fields and returns how many there were. */
size_t split(char *line, char separator, char **field, size_t most);

/* A JSON value is a pointer to its first character; NULL is one that is not there. */
const char *json_member(const char *object, const char *name);
const char *json_item(const char *array, size_t i);
const char *json_next(const char *item); /* of the same array */
size_t json_length(const char *array);
int json_is_null(const char *value);
int json_is_text(const char *value, const char *text);

/* A number, or a fraction in a string such as "8/21". */
double json_number(const char *value);

/* The characters of a string without escapes, at most `room`, zero included. */
void json_copy(const char *value, char *text, size_t room);

#endif
