/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "memory/guard.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "support/check.h"

enum { MOST = 64, PATTERN = 0xa5 };

static struct {
    char *base;
    size_t length;
} mapped[MOST];
static size_t mappings;

static size_t page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

/* Pages for the data, and one that cannot be touched on each side. */
static char *map_between_guards(size_t bytes, size_t *inner)
{
    size_t page = page_size();
    char *base;
    *inner = (bytes + page - 1) / page * page;
    *inner += *inner == 0 ? page : 0;
    assert_true(mappings < MOST);
    base = mmap(NULL, *inner + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(base != MAP_FAILED);
    assert_int_equal(mprotect(base + page, *inner, PROT_READ | PROT_WRITE), 0);
    mapped[mappings].base = base;
    mapped[mappings++].length = *inner + 2 * page;
    return base + page;
}

static char *place(size_t bytes, enum guard_side side, char **pages, size_t *inner)
{
    *pages = map_between_guards(bytes, inner);
    return side == GUARD_AFTER ? *pages + *inner - bytes : *pages;
}

const void *guard_input(const void *data, size_t bytes, enum guard_side side)
{
    size_t inner;
    char *pages, *at = place(bytes, side, &pages, &inner);
    if (bytes > 0)
        memcpy(at, data, bytes);
    assert_int_equal(mprotect(pages, inner, PROT_READ), 0);
    return at;
}

void *guard_output(size_t bytes, enum guard_side side)
{
    size_t inner;
    char *pages, *at = place(bytes, side, &pages, &inner);
    memset(at, PATTERN, bytes);
    return at;
}

void guard_release(void)
{
    while (mappings > 0) {
        mappings--;
        assert_int_equal(munmap(mapped[mappings].base, mapped[mappings].length), 0);
    }
}
