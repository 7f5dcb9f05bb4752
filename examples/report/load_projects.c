/* SPDX-License-Identifier: MIT */
/* The projects of --projects, in the form of projects.csv. */
#include <string.h>

#include "load.h"

static const struct table_file *projects_file(void)
{
    size_t i, count;
    const struct table_file *files = table_files(&count);

    for (i = 0; strcmp(files[i].name, "projects.csv") != 0; ++i) {
    }
    return &files[i];
}

/* What projects.csv is held to by the reader of demand.csv. */
static int check_units(const struct dataset *data, struct problem *problem)
{
    size_t i, k;

    for (i = 0; i < data->demands; ++i) {
        const struct demand *demand = &data->demand[i];
        for (k = 0; k < data->projects && strcmp(demand->unit, "index") != 0; ++k) {
            const struct project *project = &data->project[k];
            if (strcmp(project->commodity, demand->commodity) != 0 ||
                strcmp(project->stage, demand->stage) != 0 ||
                strcmp(project->unit, demand->unit) == 0)
                continue;
            problem_set(problem,
                        "%.300s:%lu: column unit: expected \"%.60s\", the unit of line %lu of "
                        "%.60s, found \"%.60s\"",
                        project->origin.file, project->origin.line, demand->unit,
                        demand->origin.line, demand->origin.file, project->unit);
            return -1;
        }
    }
    return 0;
}

static void no_longer_absent(struct dataset *data)
{
    size_t i;

    for (i = 0; i < data->absents; ++i) {
        if (strcmp(data->absent[i].file, "projects.csv") != 0)
            continue;
        --data->absents;
        memmove(&data->absent[i], &data->absent[i + 1], (data->absents - i) * sizeof *data->absent);
        return;
    }
}

int dataset_load_projects(struct dataset *data, const char *path, const struct dialect *dialect,
                          struct problem *problem)
{
    struct dataset before = *data;
    struct loader loader;
    struct csv *csv = csv_open(path, dialect, problem);
    int got;

    if (csv == NULL)
        return -1;
    memset(&loader, 0, sizeof loader);
    loader.data = data;
    loader.arena = data->arena;
    loader.dialect = dialect;
    loader.problem = problem;
    data->project = NULL;
    data->projects = 0;
    got = read_table(&loader, projects_file(), csv);
    if (got == 1)
        problem_set(problem, "%.900s: expected at least one row after the header", path);
    csv_close(csv);
    if (got != 0 || check_units(data, problem) != 0) {
        *data = before;
        return -1;
    }
    no_longer_absent(data);
    return 0;
}
