/* SPDX-License-Identifier: MIT */
/* Memory with nothing beside it: one byte before or after an array ends the program, and so does
 * a write to an input. */
#ifndef TESTS_MEMORY_GUARD_H
#define TESTS_MEMORY_GUARD_H

#include <stddef.h>

enum guard_side { GUARD_AFTER, GUARD_BEFORE, GUARD_SIDES };

/* A read-only copy of `bytes` bytes at the end or the beginning of its pages. */
const void *guard_input(const void *data, size_t bytes, enum guard_side side);

/* Memory to write to, filled with a pattern. */
void *guard_output(size_t bytes, enum guard_side side);

/* Gives back everything. */
void guard_release(void);

#endif
