/* SPDX-License-Identifier: MIT */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE 65536u

/* C99 has no max_align_t. */
union aligned {
    long double real;
    void *pointer;
    uint64_t integer;
};

struct block {
    struct block *next;
    size_t used, size;
    union aligned data[1];
};

struct arena {
    struct block *first;
};

struct arena *arena_new(void)
{
    return calloc(1, sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    while (arena->first != NULL) {
        struct block *next = arena->first->next;
        free(arena->first);
        arena->first = next;
    }
    free(arena);
}

static struct block *add_block(struct arena *arena, size_t size)
{
    struct block *block;

    if (size < BLOCK_SIZE)
        size = BLOCK_SIZE;
    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = calloc(1, sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->size = size;
    block->next = arena->first;
    arena->first = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = sizeof(union aligned);
    struct block *block = arena->first;
    unsigned char *place;

    if (size > SIZE_MAX - unit)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    if (block == NULL || block->size - block->used < size)
        block = add_block(arena, size);
    if (block == NULL)
        return NULL;
    place = (unsigned char *)block->data + block->used;
    block->used += size;
    return place;
}

char *arena_copy(struct arena *arena, const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = arena_alloc(arena, size);

    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t item_size)
{
    void *larger;

    /* Capacities are powers of two, so the count alone tells when the array is full. */
    if (count != 0 && (count & (count - 1)) != 0)
        return items;
    if (count > SIZE_MAX / 2 / item_size)
        return NULL;
    larger = arena_alloc(arena, (count == 0 ? 1 : 2 * count) * item_size);
    if (larger != NULL && count != 0)
        memcpy(larger, items, count * item_size);
    return larger;
}
