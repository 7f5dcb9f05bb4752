/* SPDX-License-Identifier: MIT */
/* Host program of the build: writes files as arrays of bytes in C.
 *
 *     embed OUTPUT FILE...
 */
#include <stdio.h>
#include <string.h>

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/'), *back = strrchr(path, '\\');

    if (back != NULL && (slash == NULL || back > slash))
        slash = back;
    return slash == NULL ? path : slash + 1;
}

static int embed(FILE *out, const char *path, int number, unsigned long *size)
{
    FILE *in = fopen(path, "rb");
    int byte, failed;

    if (in == NULL)
        return -1;
    (void)fprintf(out, "static const unsigned char bytes_%d[] = {", number);
    for (*size = 0; (byte = getc(in)) != EOF; ++*size)
        (void)fprintf(out, "%s%d,", *size % 24 == 0 ? "\n" : "", byte);
    (void)fputs("\n0};\n", out);
    failed = ferror(in);
    return fclose(in) != 0 || failed ? -1 : 0;
}

int main(int argc, char **argv)
{
    unsigned long sizes[64];
    FILE *out;
    int i;

    if (argc < 3 || argc > 64)
        return 2;
    out = fopen(argv[1], "w");
    if (out == NULL)
        return 1;
    (void)fputs("#include \"load.h\"\n", out);
    for (i = 2; i < argc; ++i) {
        if (embed(out, argv[i], i, &sizes[i]) != 0) {
            (void)fprintf(stderr, "embed: %s cannot be read\n", argv[i]);
            return 1;
        }
    }
    (void)fputs("const struct embedded_file embedded_files[] = {\n", out);
    for (i = 2; i < argc; ++i)
        (void)fprintf(out, "{\"%s\", bytes_%d, %luul},\n", base_name(argv[i]), i, sizes[i]);
    (void)fprintf(out, "};\nconst size_t embedded_file_count = %d;\n", argc - 2);
    return fclose(out) != 0;
}
