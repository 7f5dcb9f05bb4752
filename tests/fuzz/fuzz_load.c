/* SPDX-License-Identifier: MIT */
/* One file of the report's data, FUZZ_FILE: bytes stand below its own first rows, among the first rows
 * of the other files. What is read is then asked for every market. */
#define _POSIX_C_SOURCE 200809L
#include <sys/types.h>
#include <unistd.h>

#include "load.h"
#include "fuzz.h"

/* Small files stay as they are, since others speak of what they name. */
enum { KEPT_RECORDS = 40, SMALL_FILE = 12000, LONGEST_PATH = 512 };

static char folder[256];

static void path_of(char path[LONGEST_PATH], const char *name)
{
    int length = snprintf(path, LONGEST_PATH, "%s/%s", folder, name);
    require(length > 0 && length < LONGEST_PATH);
}

static void remove_folder(void)
{
    char path[LONGEST_PATH];

    for (size_t i = 0; i < embedded_file_count; i++) {
        path_of(path, embedded_files[i].name);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

/* The size of the first records; a line ends a record unless it stands in quotes. */
static size_t kept_size(const struct embedded_file *file)
{
    size_t at;
    int quoted = 0, records = KEPT_RECORDS;

    if (file->size <= SMALL_FILE)
        return file->size;
    for (at = 0; at < file->size && records > 0; at++) {
        quoted ^= file->bytes[at] == '"';
        records -= file->bytes[at] == '\n' && !quoted;
    }
    return at;
}

static void write_file(const struct embedded_file *file, const uint8_t *bytes, size_t size)
{
    char path[LONGEST_PATH];
    size_t head = kept_size(file);
    FILE *stream;

    path_of(path, file->name);
    stream = fopen(path, "wb");
    require(stream != NULL);
    require(fwrite(file->bytes, 1, head, stream) == head);
    require(size == 0 || fwrite(bytes, 1, size, stream) == size);
    require(fclose(stream) == 0);
}

static const struct embedded_file *target_file(void)
{
    for (size_t i = 0; i < embedded_file_count; i++) {
        if (strcmp(embedded_files[i].name, FUZZ_FILE) == 0)
            return &embedded_files[i];
    }
    require_failed("there is a file " FUZZ_FILE, __FILE__, __LINE__);
    return NULL;
}

static void set_up(void)
{
    const char *place = getenv("TMPDIR");
    struct dataset data;
    struct problem problem;

    if (folder[0] != '\0')
        return;
    (void)snprintf(folder, sizeof folder, "%.200s/fuzz-XXXXXX", place == NULL ? "." : place);
    require(mkdtemp(folder) != NULL);
    require(atexit(remove_folder) == 0);
    for (size_t i = 0; i < embedded_file_count; i++)
        write_file(&embedded_files[i], NULL, 0);
    /* Else every input would be refused for the sake of another file. */
    require(dataset_load(&data, folder, &problem) == 0);
    dataset_free(&data);
}

static int is_within_unit(const minrisk_interval *interval)
{
    return interval->low >= 0.0 && interval->low <= interval->high && interval->high <= 1.0;
}

static void check_market(const struct market *market)
{
    struct assumptions assume;
    struct concentration c;

    memset(&assume, 0, sizeof assume);
    for (int i = 0; i < 4; i++) {
        assume.others_smaller = i % 2;
        assume.withheld_in_total = i / 2;
        if (market_concentration(market, &assume, &c) != 0) {
            require(!c.known && c.why != NULL);
            continue;
        }
        require(is_within_unit(&c.hhi) && is_within_unit(&c.top3));
        require(is_within_unit(&c.leader_share) && is_within_unit(&c.coverage));
        require(c.effective.low >= 1.0 - 1e-12 && c.effective.low <= c.effective.high);
    }
}

static void check_dataset(const struct dataset *data)
{
    require(data->countries > 0 && data->minerals > 0 && !data->embedded);
    for (size_t i = 0; i < data->productions; i++)
        check_market(&data->production[i]);
    for (size_t i = 0; i < data->import_groups; i++)
        check_market(&data->imports[i]);
    for (size_t i = 0; i < data->minerals; i++)
        require(dataset_mineral(data, data->mineral[i].name) != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct dataset data;
    struct problem problem;

    set_up();
    write_file(target_file(), bytes, size);
    if (dataset_load(&data, folder, &problem) == 0) {
        check_dataset(&data);
        dataset_free(&data);
    } else {
        size_t length = strlen(problem.text);
        require(length > 0 && length < sizeof problem.text);
        require(data.arena == NULL);
    }
    return 0;
}
