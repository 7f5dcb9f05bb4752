/* SPDX-License-Identifier: MIT */
/* Memory that is given back all at once. */
#ifndef REPORT_ARENA_H
#define REPORT_ARENA_H

#include <stddef.h>

struct arena;

/* NULL if memory runs out; so do the others. */
struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* Zeroed, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);
char *arena_copy(struct arena *arena, const char *text);
/* Room for one more item: the array itself, or a copy of twice the size when it is full. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t item_size);

#endif
