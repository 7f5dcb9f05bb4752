/* SPDX-License-Identifier: MIT */
/* Runs a target without libFuzzer over a corpus: a text with one input a line, in hexadecimal digits;
 * a line that begins with # is a comment.
 *
 *     replay CORPUS             runs the target on each input, and on no bytes at all
 *     replay --unpack CORPUS    prints the name and writes a file for each input, to seed a fuzzer
 *     replay --pack FILE...     prints files as lines of a corpus
 */
#include "fuzz.h"

enum { LONGEST = 65536 };

static uint8_t bytes[LONGEST];

static int digit_of(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void skip_line(FILE *file)
{
    int c;
    do
        c = getc(file);
    while (c != '\n' && c != EOF);
}

/* Returns 1 for an input, 0 at the end of the file, -1 for a line that is none. */
static int read_input(FILE *file, size_t *size)
{
    int c = getc(file);

    for (; c == '#' || c == '\n'; c = getc(file)) {
        if (c == '#')
            skip_line(file);
    }
    if (c == EOF)
        return 0;
    for (*size = 0; c != '\n' && c != EOF; c = getc(file)) {
        int high = digit_of(c), low = digit_of(getc(file));
        if (high < 0 || low < 0 || *size == LONGEST)
            return -1;
        bytes[(*size)++] = (uint8_t)(high << 4 | low);
    }
    return 1;
}

/* In a block of its own, so that a byte too many is seen. */
static void run(size_t size)
{
    uint8_t *block = malloc(size > 0 ? size : 1);
    require(block != NULL);
    memcpy(block, bytes, size);
    (void)LLVMFuzzerTestOneInput(block, size);
    free(block);
}

static int write_seed(unsigned long number, size_t size)
{
    char name[32];
    FILE *file;
    size_t written;

    (void)snprintf(name, sizeof name, "seed-%04lu", number);
    file = fopen(name, "wb");
    if (file == NULL)
        return -1;
    written = fwrite(bytes, 1, size, file);
    return fclose(file) == 0 && written == size ? 0 : -1;
}

static int pack(const char *name)
{
    FILE *file = fopen(name, "rb");
    int c;

    if (file == NULL)
        return -1;
    while ((c = getc(file)) != EOF)
        (void)printf("%02x", (unsigned)c);
    (void)printf("\n");
    return fclose(file);
}

static int replay(const char *name, int unpack)
{
    FILE *file = fopen(name, "r");
    unsigned long inputs = 0;
    size_t size;
    int got = -1;

    if (file == NULL) {
        (void)fprintf(stderr, "%s: cannot be opened\n", name);
        return 1;
    }
    while ((got = read_input(file, &size)) == 1) {
        inputs++;
        if (!unpack)
            run(size);
        else if (write_seed(inputs, size) != 0)
            break;
    }
    (void)fclose(file);
    if (got != 0 || inputs == 0) {
        (void)fprintf(stderr, "%s: not a corpus\n", name);
        return 1;
    }
    if (!unpack)
        run(0);
    (void)printf("%lu inputs\n", inputs);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--pack") == 0) {
        for (int i = 2; i < argc; i++) {
            if (pack(argv[i]) != 0)
                return 1;
        }
        return 0;
    }
    if (argc == 3 && strcmp(argv[1], "--unpack") == 0)
        return replay(argv[2], 1);
    return argc == 2 ? replay(argv[1], 0) : 2;
}
