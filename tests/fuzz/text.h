/* SPDX-License-Identifier: MIT */
/* Text from bytes, and what the report wrote, read back. */
#ifndef TESTS_FUZZ_TEXT_H
#define TESTS_FUZZ_TEXT_H

#include "fuzz.h"
#include "utf8.h"

/* The rest of the input as a string in a block of its exact size; a NUL byte ends it. */
static inline char *take_text(input *in)
{
    const uint8_t *end = in->left > 0 ? memchr(in->bytes, 0, in->left) : NULL;
    size_t length = end != NULL ? (size_t)(end - in->bytes) : in->left;
    char *text = block_of(length + 1);

    if (length > 0)
        memcpy(text, in->bytes, length);
    text[length] = '\0';
    in->bytes += length;
    in->left -= length;
    return text;
}

static inline void release_text(char *text)
{
    release(text, strlen(text) + 1);
}

/* One temporary file for all runs. */
static inline FILE *empty_stream(void)
{
    static FILE *stream = NULL;
    if (stream == NULL)
        stream = tmpfile();
    require(stream != NULL);
    rewind(stream);
    return stream;
}

/* What was written since the stream was emptied. */
static inline char *written_text(FILE *stream)
{
    long length = ftell(stream);
    char *text;

    require(length >= 0);
    text = malloc((size_t)length + 1);
    require(text != NULL);
    rewind(stream);
    require(fread(text, 1, (size_t)length, stream) == (size_t)length);
    text[length] = '\0';
    require(strlen(text) == (size_t)length);
    return text;
}

/* Well-formed UTF-8 with nothing that a terminal acts upon but the end of a line. Returns how many
 * characters. */
static inline size_t check_safe(const char *text)
{
    size_t count = 0;

    while (*text != '\0') {
        uint32_t point = 0;
        size_t length = utf8_next(text, &point);
        require(length > 0);
        require(point == '\n' || point >= 0x20);
        require(point < 0x7f || point > 0x9f);
        require(point < 0x202a || point > 0x202e);
        require(point < 0x2066 || point > 0x2069);
        text += length;
        count++;
    }
    return count;
}

#endif
