/* SPDX-License-Identifier: MIT */
/* The functions of string.h that a compiler may ask for even where there is no C library, declared
 * by hand there: a freestanding implementation has them, and not the header. */
#ifndef MINRISK_MEMORY_H
#define MINRISK_MEMORY_H

#include <stddef.h>

#if !defined(__STDC_HOSTED__) || __STDC_HOSTED__
#include <string.h>
#else
#ifdef __cplusplus
extern "C" {
#endif
void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
#ifdef __cplusplus
}
#endif
#endif

/* For a few bytes, whose number is constant: without a library, GCC makes a call of memcpy. */
static inline void minrisk_copy(void *to, const void *from, size_t size)
{
#if defined(__GNUC__)
    __builtin_memcpy(to, from, size);
#else
    memcpy(to, from, size);
#endif
}

#endif
