/* SPDX-License-Identifier: MIT */
/* A file of any kind, checked and nothing computed: a first byte for the dialect, then the file. */
#include "check.h"
#include "out.h"
#include "text.h"

static const char *const dialects[] = {"comma", "semicolon", "semicolon-point", "tab"};

/* One file for all runs, in the folder for temporary files or in this one. */
static const char *place(void)
{
    static char name[512];
    const char *folder = getenv("TMPDIR");
    (void)snprintf(name, sizeof name, "%.400s/fuzz-check.csv", folder == NULL ? "." : folder);
    return name;
}

static void write_file(const char *name, const input *in)
{
    FILE *file = fopen(name, "wb");
    require(file != NULL);
    require(in->left == 0 || fwrite(in->bytes, 1, in->left, file) == in->left);
    require(fclose(file) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    const struct dialect *dialect = dialect_find(dialects[take_byte(&in) % COUNT(dialects)]);
    const char *name = place();
    struct problem problem;
    struct out out;
    char *written;
    int got;

    require(dialect != NULL);
    write_file(name, &in);
    memset(&out, 0, sizeof out);
    out.stream = empty_stream();
    out.width = 80;
    problem.text[0] = '\0';
    got = check_file(name, dialect, &out, &problem);
    require(got >= -1 && got <= 1);
    require((got == -1) <= (problem.text[0] != '\0'));
    written = written_text(out.stream);
    (void)check_safe(written);
    free(written);
    (void)remove(name);
    return 0;
}
