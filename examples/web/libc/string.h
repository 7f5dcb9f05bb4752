/* SPDX-License-Identifier: MIT */
/* All that the library asks of a C library. The compiler turns the first three into an instruction
 * (-mbulk-memory), so that nothing has to be linked for them; none of the page's functions calls the
 * last one. */
#ifndef WEB_STRING_H
#define WEB_STRING_H

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);
int memcmp(const void *a, const void *b, size_t n);

#endif
