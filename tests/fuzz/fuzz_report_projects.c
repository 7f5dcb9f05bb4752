/* SPDX-License-Identifier: MIT */
/* A file of --projects, beside a need of magnets and a ramp; then what is forecast of it. */
#include "arena.h"
#include "../../examples/report/forecast.h"
#include "load.h"
#include "text.h"

/* A forecast of more takes too long for a fuzzer. */
enum { FEW_PROJECTS = 6 };

static const struct demand need = {.commodity = "NdFeB magnets",
                                   .stage = "magnet",
                                   .buyer = "USA",
                                   .unit = "t",
                                   .note = "",
                                   .source = "",
                                   .year = 2024,
                                   .low = 7,
                                   .base = 7,
                                   .high = 7,
                                   .growth_base = .07,
                                   .origin = {"demand.csv", 2}};
static const struct lead_row ramp = {.id = "ramp",
                                     .stage = "all",
                                     .phase = "ramp",
                                     .unit = "years",
                                     .shape = "lognormal",
                                     .derivation = "",
                                     .source = "",
                                     .likely = {1, 1.5},
                                     .high = {1, 4},
                                     .origin = {"lead_times.csv", 2}};

static void check_project(const struct dataset *data, size_t i)
{
    const struct project *project = &data->project[i];

    require(project->id[0] != '\0' && dataset_project(data, project->id) != NULL);
    require(project->success >= 0 && project->success <= 1);
    require(project->accessible >= 0 && project->accessible <= 1);
    require(!project->nameplate.has || project->nameplate.value >= 0);
    require(!project->need.has || project->need.value >= 0);
    require(!project->start_earliest.has || !project->start_latest.has ||
            project->start_earliest.value <= project->start_latest.value);
}

static void check_row(const struct forecast_row *row)
{
    int q, y;

    for (q = 0; q < FORECAST_QUANTILES; q++)
        require(row->value[q].status == MINRISK_ALREADY ||
                row->value[q].status == MINRISK_REACHED ||
                row->value[q].status == MINRISK_NOT_WITHIN_HORIZON);
    require(row->never.low >= 0 && row->never.low <= row->never.value);
    require(row->never.value <= row->never.high && row->never.high <= 1);
    for (y = 1; y <= row->horizon; y++)
        require(row->chance[y] >= row->chance[y - 1] && row->chance[y] <= 1);
}

static void check_forecast(const struct dataset *data)
{
    static struct forecast forecast;
    static struct bloc bloc;
    struct out out = {empty_stream(), 80, 0, 0};
    char *written;

    memset(&forecast, 0, sizeof forecast);
    forecast.data = data;
    forecast.bloc = &bloc;
    scenario_init(&forecast.scenario);
    forecast.scenario.trials = 16;
    forecast.threads = 1;
    forecast.wants_fan = 1;
    require(forecast_figures(&forecast) == 0);
    require(forecast_build(&forecast) == 0);
    require(forecast.chain_missing != NULL);
    require((forecast.fleet_missing != NULL) == (forecast.fleets == 0));
    for (size_t i = 0; i < forecast.fleets; i++)
        check_row(&forecast.fleet[i]);
    require(forecast_print(&forecast, &out) == 0);
    written = written_text(out.stream);
    (void)check_safe(written);
    free(written);
    forecast_free(&forecast);
}

static void write_file(const char *path, const uint8_t *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    require(file != NULL);
    require(size == 0 || fwrite(bytes, 1, size, file) == size);
    require(fclose(file) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const char *folder = getenv("TMPDIR");
    char path[512];
    struct demand demand = need;
    struct lead_row lead = ramp;
    struct dataset data;
    struct problem problem;

    (void)snprintf(path, sizeof path, "%.400s/fuzz-projects.csv", folder == NULL ? "." : folder);
    write_file(path, bytes, size);
    memset(&data, 0, sizeof data);
    data.arena = arena_new();
    data.demand = &demand;
    data.demands = 1;
    data.lead = &lead;
    data.leads = 1;
    require(data.arena != NULL);
    problem.text[0] = '\0';
    if (dataset_load_projects(&data, path, NULL, &problem) == 0) {
        require(data.projects > 0);
        for (size_t i = 0; i < data.projects; i++)
            check_project(&data, i);
        if (data.projects <= FEW_PROJECTS)
            check_forecast(&data);
    } else {
        require(problem.text[0] != '\0' && strlen(problem.text) < sizeof problem.text);
        require(data.projects == 0 && data.project == NULL);
    }
    (void)remove(path);
    dataset_free(&data);
    return 0;
}
