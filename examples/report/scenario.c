/* SPDX-License-Identifier: MIT */
#include "scenario.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_OF(x) #x
#define TEXT(x)    TEXT_OF(x)
#define PROGRAM_VERSION                                                                            \
    TEXT(MINRISK_VERSION_MAJOR) "." TEXT(MINRISK_VERSION_MINOR) "." TEXT(MINRISK_VERSION_PATCH)

enum { VERSION, SEED, TRIALS, PLANTS, SLIPS, SUCCESS, ALLIES, FIGURES, NAMES };
static const char *const names[NAMES] = {"version", "seed",    "trials", "plants",
                                         "slips",   "success", "allies", "figures"};

/* The words of a switch; the first is the default. */
static const char *const plants_words[] = {"now", "after permit", "after mine", NULL};
static const char *const slips_words[] = {"independent", "together", NULL};
static const char *const success_words[] = {"given", "drawn", NULL};
static const char *const allies_words[] = {"left out", "counted", NULL};

void scenario_init(struct scenario *scenario)
{
    memset(scenario, 0, sizeof *scenario);
    scenario->seed = SCENARIO_SEED;
    scenario->trials = SCENARIO_TRIALS;
}

const char *scenario_plants_text(enum chain_plan plants)
{
    static const char *const texts[] = {"started now", "started when the mine has its permit",
                                        "started when the mine gives ore"};

    return texts[plants];
}

/* --- numbers ---------------------------------------------------------------------------------- */

static int whole_number(const char *text, uint64_t most, uint64_t *value)
{
    uint64_t number = 0;

    if (*text == '\0')
        return -1;
    for (; *text != '\0'; ++text) {
        unsigned digit = (unsigned)(unsigned char)*text - '0';
        if (digit > 9 || number > (most - digit) / 10)
            return -1;
        number = 10 * number + digit;
    }
    *value = number;
    return 0;
}

int scenario_seed(const char *text, uint64_t *seed)
{
    return whole_number(text, UINT64_MAX, seed);
}

int scenario_trials(const char *text, uint32_t *trials)
{
    uint64_t number;

    if (whole_number(text, SCENARIO_MOST_TRIALS, &number) != 0 || number == 0)
        return -1;
    *trials = (uint32_t)number;
    return 0;
}

/* --- reading ---------------------------------------------------------------------------------- */

static int read_word(struct csv *csv, const char *const *words, int *value)
{
    char expected[64] = "";
    size_t i;

    for (i = 0; words[i] != NULL; ++i) {
        if (strcmp(csv_get(csv, 1), words[i]) == 0) {
            *value = (int)i;
            return 0;
        }
        (void)snprintf(expected + strlen(expected), sizeof expected - strlen(expected), "%s%s",
                       i == 0                 ? ""
                       : words[i + 1] == NULL ? " or "
                                              : ", ",
                       words[i]);
    }
    return csv_refuse(csv, 1, expected);
}

static int read_figures(struct csv *csv, struct scenario *scenario)
{
    const char *text = csv_get(csv, 1);

    if (strncmp(text, "sha256-", 7) != 0 || strlen(text) != 51)
        return csv_refuse(csv, 1, "sha256- and 44 characters");
    memcpy(scenario->figures, text, strlen(text) + 1);
    return 0;
}

static int read_value(struct csv *csv, int name, struct scenario *scenario)
{
    int plants = 0;

    switch (name) {
    case VERSION:
        return strcmp(csv_get(csv, 1), PROGRAM_VERSION) == 0
                   ? 0
                   : csv_refuse(csv, 1, PROGRAM_VERSION ", the version of this program");
    case SEED:
        return scenario_seed(csv_get(csv, 1), &scenario->seed) == 0
                   ? 0
                   : csv_refuse(csv, 1, "a whole number of at most 18446744073709551615");
    case TRIALS:
        return scenario_trials(csv_get(csv, 1), &scenario->trials) == 0
                   ? 0
                   : csv_refuse(csv, 1, "a whole number from 1 to 100000000");
    case PLANTS:
        if (read_word(csv, plants_words, &plants) != 0)
            return -1;
        scenario->plants = (enum chain_plan)plants;
        return 0;
    case SLIPS:
        return read_word(csv, slips_words, &scenario->together);
    case SUCCESS:
        return read_word(csv, success_words, &scenario->drawn);
    case ALLIES:
        return read_word(csv, allies_words, &scenario->allied);
    default:
        return read_figures(csv, scenario);
    }
}

static int read_row(struct csv *csv, unsigned *seen, struct scenario *scenario)
{
    int name;

    for (name = 0; name < NAMES && strcmp(csv_get(csv, 0), names[name]) != 0; ++name) {
    }
    if (name == NAMES)
        return csv_refuse(csv, 0,
                          "version, seed, trials, plants, slips, success, allies or figures");
    if (*seen >> name & 1)
        return csv_refuse(csv, 0, "each name once");
    *seen |= 1u << name;
    return read_value(csv, name, scenario);
}

static int read_rows(struct csv *csv, struct scenario *scenario)
{
    static const char *const wanted[] = {"name", "value"};
    unsigned seen = 0;
    int got, name;

    if (csv_begin(csv, wanted, 2) != 0)
        return -1;
    while ((got = csv_next(csv)) == 1) {
        if (read_row(csv, &seen, scenario) != 0)
            return -1;
    }
    for (name = 0; got == 0 && name < NAMES; ++name) {
        if (seen >> name & 1)
            continue;
        problem_set(csv->problem, "%.900s:%lu: expected a row with the name %s", csv->file,
                    csv->line, names[name]);
        return -1;
    }
    return got;
}

int scenario_read(struct scenario *scenario, const char *path, struct problem *problem)
{
    struct scenario read;
    struct csv *csv = csv_open(path, NULL, problem);
    int result;

    if (csv == NULL)
        return -1;
    scenario_init(&read);
    result = read_rows(csv, &read);
    csv_close(csv);
    if (result == 0)
        *scenario = read;
    return result;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void put(const struct scenario *scenario, FILE *stream)
{
    (void)fprintf(stream,
                  "# A forecast of minrisk-report, for --scenario: the same figures give the same "
                  "report again.\n"
                  "# plants: now, after permit, after mine. slips: independent, together. success: "
                  "given, drawn. allies: left out, counted.\n"
                  "name,value\n");
    (void)fprintf(stream, "version,%s\nseed,%" PRIu64 "\ntrials,%" PRIu32 "\n", PROGRAM_VERSION,
                  scenario->seed, scenario->trials);
    (void)fprintf(stream, "plants,%s\nslips,%s\nsuccess,%s\nallies,%s\nfigures,%s\n",
                  plants_words[scenario->plants], slips_words[scenario->together],
                  success_words[scenario->drawn], allies_words[scenario->allied],
                  scenario->figures);
}

/* An existing file is not overwritten. */
static FILE *create(const char *path, struct problem *problem)
{
    FILE *stream = fopen(path, "rb");

    if (stream != NULL) {
        (void)fclose(stream);
        problem_set(problem, "%.900s: is there already; nothing is overwritten", path);
        return NULL;
    }
    stream = fopen(path, "wb");
    if (stream == NULL)
        problem_set(problem, "%.900s: cannot be written: %s", path, strerror(errno));
    return stream;
}

int scenario_write(const struct scenario *scenario, const char *path, struct problem *problem)
{
    int to_output = strcmp(path, "-") == 0, failed;
    FILE *stream = to_output ? stdout : create(path, problem);

    if (stream == NULL)
        return -1;
    put(scenario, stream);
    failed = fflush(stream) != 0 || ferror(stream);
    failed |= !to_output && fclose(stream) != 0;
    if (failed)
        problem_set(problem, "%.900s: cannot be written: %s", path, strerror(errno));
    return failed ? -1 : 0;
}
