/* SPDX-License-Identifier: MIT */
/* A scenario file. One that is read is written again, and then says the same. */
#include "scenario.h"
#include "fuzz.h"

/* A file of this name, in the folder for temporary files or in this one. */
static const char *place(char path[512], const char *name)
{
    const char *folder = getenv("TMPDIR");
    (void)snprintf(path, 512, "%.400s/%s", folder == NULL ? "." : folder, name);
    return path;
}

static void check_again(const struct scenario *scenario)
{
    char path[512];
    struct scenario again;
    struct problem problem;

    (void)remove(place(path, "fuzz-again.csv"));
    require(scenario_write(scenario, path, &problem) == 0);
    require(scenario_write(scenario, path, &problem) == -1);
    require(scenario_read(&again, path, &problem) == 0);
    (void)remove(path);
    require(again.seed == scenario->seed && again.trials == scenario->trials);
    require(again.plants == scenario->plants && again.together == scenario->together);
    require(again.drawn == scenario->drawn && again.allied == scenario->allied);
    require(strcmp(again.figures, scenario->figures) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[512];
    struct scenario scenario, before;
    struct problem problem;
    FILE *file = fopen(place(path, "fuzz-scenario.csv"), "wb");

    require(file != NULL);
    require(size == 0 || fwrite(bytes, 1, size, file) == size);
    require(fclose(file) == 0);
    scenario_init(&scenario);
    before = scenario;
    problem.text[0] = '\0';
    if (scenario_read(&scenario, path, &problem) == 0) {
        require(scenario.trials >= 1 && scenario.trials <= SCENARIO_MOST_TRIALS);
        require(scenario.plants <= PLANTS_AFTER_MINE);
        require((scenario.together | scenario.drawn | scenario.allied) <= 1);
        check_again(&scenario);
    } else {
        require(problem.text[0] != '\0' && strlen(problem.text) < sizeof problem.text);
        require(scenario.seed == before.seed && scenario.trials == before.trials);
        require(scenario.figures[0] == '\0');
    }
    (void)remove(path);
    return 0;
}
