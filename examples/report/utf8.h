/* SPDX-License-Identifier: MIT */
#ifndef REPORT_UTF8_H
#define REPORT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length of the well-formed UTF-8 sequence at the start of a string, and its code point; 0 if the
 * bytes are not well formed (overlong forms and surrogates included). */
size_t utf8_next(const char *text, uint32_t *point);
/* 1 if a code point must not be sent to a terminal: controls, C1, bidirectional, separators. */
int utf8_is_unsafe(uint32_t point);

#endif
