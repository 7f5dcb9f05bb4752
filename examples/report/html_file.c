/* SPDX-License-Identifier: MIT */
/* A file that is there whole or not at all. */
#if defined(__unix__) || defined(__APPLE__)
#define _DEFAULT_SOURCE /* fsync, lstat */
#define _DARWIN_C_SOURCE
#include <sys/stat.h>
#include <unistd.h>
#define HAS_POSIX 1
#else
#define HAS_POSIX 0
#endif
#ifdef _WIN32
#include <windows.h>
#endif

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"

/* Names that are tried for the temporary file. */
#define TRIES 100
/* Room for what is added to a name. */
#define SUFFIX 16

/* A rename would put a plain file in the place of a device or a pipe. */
static int is_special(const char *path)
{
#if HAS_POSIX
    struct stat found;

    return stat(path, &found) == 0 && !S_ISREG(found.st_mode);
#else
    (void)path;
    return 0;
#endif
}

/* Opens a new file beside `path`, whatever is there already, and leaves its name in `name`. */
static FILE *open_beside(const char *path, char *name, size_t size)
{
    FILE *stream = NULL;
    int i;

    for (i = 0; i < TRIES && stream == NULL; ++i) {
        (void)snprintf(name, size, "%s.part%d", path, i);
        stream = fopen(name, "wbx"); /* x: of C11, and of every libc here: never an old file */
        if (stream == NULL && errno != EEXIST)
            break;
    }
    return stream;
}

static int put_all(const struct page *page, FILE *stream)
{
    return fwrite(page->bytes, 1, page->size, stream) == page->size && fflush(stream) == 0 ? 0 : -1;
}

/* Without this a crash of the machine could leave the new name on an empty file. */
static int settle(FILE *stream)
{
#if HAS_POSIX
    return fsync(fileno(stream));
#else
    (void)stream;
    return 0;
#endif
}

static int replace(const char *name, const char *path)
{
#ifdef _WIN32
    return MoveFileExA(name, path, MOVEFILE_REPLACE_EXISTING) ? 0 : -1;
#else
    return rename(name, path);
#endif
}

static int write_and_rename(const struct page *page, const char *path, char *name, size_t size)
{
    FILE *stream = open_beside(path, name, size);
    int failed, why;

    if (stream == NULL)
        return -1;
    failed = put_all(page, stream) != 0 || settle(stream) != 0;
    why = errno;
    if (fclose(stream) != 0 && !failed) {
        failed = 1;
        why = errno;
    }
    if (!failed && replace(name, path) == 0)
        return 0;
    why = failed ? why : errno;
    (void)remove(name);
    errno = why;
    return -1;
}

const char *html_write(const struct page *page, const char *path)
{
    size_t size = strlen(path) + SUFFIX;
    char *name;
    int failed;

    if (strcmp(path, "-") == 0)
        return put_all(page, stdout) == 0 ? NULL : "the output cannot be written";
    if (is_special(path))
        return "is there and is not a plain file; use - for standard output";
    name = malloc(size);
    if (name == NULL)
        return "out of memory";
    errno = 0;
    failed = write_and_rename(page, path, name, size);
    free(name);
    return failed ? (errno != 0 ? strerror(errno) : "cannot be written") : NULL;
}
