/* SPDX-License-Identifier: MIT */
/* All that the library asks of a C library. The compiler turns each into an instruction
 * (-mbulk-memory), so that nothing has to be linked for it. */
#ifndef WEB_STRING_H
#define WEB_STRING_H

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);

#endif
