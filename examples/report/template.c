/* SPDX-License-Identifier: MIT */
/* The comments have neither commas nor semicolons nor quotes, so that a spreadsheet that saves them
 * again leaves the # where it is. */
#include "template.h"

#include <errno.h>
#include <string.h>

#define MAX_PATH 4096

struct column {
    const char *name, *hint;
};

#define FIGURE                                                                                     \
    "as printed: a number - a dash for zero - a range 10 - 20 - >50 - <25 - W withheld - NA not "  \
    "available - or nothing if unknown"

static const struct column names_columns[] = {
    {"name", "country or supplier exactly as the other files write it"},
    {"iso3", "code of three capitals or digits: ISO 3166 alpha-3 or your own. Two names may share "
             "one"},
    {NULL, NULL}};
static const struct column production_columns[] = {
    {"commodity", "what is supplied"},
    {"detail", "stage such as Mine production. A table is one commodity and stage and year"},
    {"unit", "required and the same in all rows of a table"},
    {"country", "a name of names.csv - Other countries for a residual - World total"},
    {"year", "four digits"},
    {"raw", FIGURE},
    {"estimated", "optional: 0 or 1"},
    {NULL, NULL}};
static const struct column mineral_columns[] = {
    {"mineral", "name in the report"},
    {"production", "commodity of production.csv"},
    {"production_relation", "own - group - cited - none"},
    {"imports", "commodity of import_sources.csv or nothing"},
    {"imports_group", "detail of import_sources.csv or nothing for the first"},
    {"imports_relation", "own - group - none"},
    {"reliance", "commodity of net_import_reliance.csv or nothing"},
    {"reliance_detail", "detail of net_import_reliance.csv or nothing for the first"},
    {"reliance_relation", "own - group - none"},
    {"note", "optional: shown below the row"},
    {NULL, NULL}};
static const struct column rank_columns[] = {
    {"rank", "whole number that ascends. 1 is the most at risk"},
    {"mineral", "name as in minerals.csv or production.csv"},
    {NULL, NULL}};
static const struct column import_columns[] = {
    {"commodity", "what is imported"},
    {"detail", "group within the commodity"},
    {"country", "a name of names.csv or Other countries"},
    {"raw", FIGURE " in percent"},
    {"period", "optional: a year or two as in 2021-2024"},
    {NULL, NULL}};
static const struct column reliance_columns[] = {
    {"commodity", "as in minerals.csv"},
    {"detail", "which measure. May be empty"},
    {"year", "four digits"},
    {"raw", "percent of consumption: a number - >50 - <25 - E net exporter - NA - W"},
    {"note", "optional: Estimated marks an estimate"},
    {NULL, NULL}};
static const struct column project_columns[] = {
    {"id", "short and unlike all others"},
    {"name", "of the project"},
    {"country_iso3", "code of three capitals or digits"},
    {"owner_country_iso3", "code of three capitals or digits"},
    {"commodity", "what it makes"},
    {"stage", "such as mine or separation"},
    {"status", "such as operating or construction"},
    {"nameplate_t_per_year", "capacity a year in unit. May be empty"},
    {"unit", "required and the same for all of one commodity and stage"},
    {"start_earliest", "year such as 2027.5. May be empty"},
    {"start_likely", "not before the earliest. May be empty"},
    {"start_latest", "not before the likely. May be empty"},
    {"success_p", "probability from 0 to 1"},
    {"accessible_share", "share that the buyer can have: from 0 to 1"},
    {"assumed", "which of these fields are assumptions"},
    {"note", "may be empty"},
    {"source", "where it was read"},
    {"need", "optional: what is needed a year of its commodity and stage. Once suffices"},
    {NULL, NULL}};
static const struct column demand_columns[] = {{"commodity", "as in projects.csv"},
                                               {"stage", "as in projects.csv"},
                                               {"buyer", "who needs it"},
                                               {"unit", "as in projects.csv - or index"},
                                               {"year", "four digits"},
                                               {"low", "need a year. At least 0"},
                                               {"base", "from low to high"},
                                               {"high", "at least base"},
                                               {"growth_low", "fraction a year such as 0.03"},
                                               {"growth_base", "from growth_low to growth_high"},
                                               {"growth_high", "at least growth_base"},
                                               {"note", "may be empty"},
                                               {"source", "where it was read"},
                                               {NULL, NULL}};
static const struct column cited_columns[] = {
    {"mineral", "name as in minerals.csv"},
    {"figure", "HHI - or largest producer share (NAME)"},
    {"value", "a number or a range. Fractions are at most 1"},
    {"unit", "fraction or another"},
    {"year", "of the figure"},
    {"source", "where it was read"},
    {"note", "may be empty"},
    {NULL, NULL}};

static const struct template
{
    const char *name, *what;
    const struct column *column;
}
templates[] = {
    {"names.csv", "Required. Who the suppliers are.", names_columns},
    {"production.csv", "Required. Who supplies how much.", production_columns},
    {"minerals.csv",
     "Optional. Which tables speak of what. Without it each commodity speaks for itself.",
     mineral_columns},
    {"rank_order.csv", "Optional. The order of risk. Without it the order of the files.",
     rank_columns},
    {"import_sources.csv", "Optional. Where imports come from.", import_columns},
    {"net_import_reliance.csv", "Optional. How much of what is used comes from abroad.",
     reliance_columns},
    {"projects.csv", "Optional. New supply and when it may start.", project_columns},
    {"demand.csv", "Optional. What the buyer needs.", demand_columns},
    {"cited_figures.csv", "Optional. Single figures of other sources.", cited_columns},
};

#define TEMPLATES (sizeof templates / sizeof templates[0])

static int join(char path[MAX_PATH], const char *folder, const char *name, struct problem *problem)
{
    int length = snprintf(path, MAX_PATH, "%s/%s", folder, name);

    if (length > 0 && length < MAX_PATH)
        return 0;
    problem_set(problem, "%.80s...: the name of the folder is too long", folder);
    return -1;
}

static int refuse_existing(const char *folder, struct problem *problem)
{
    size_t i;

    for (i = 0; i < TEMPLATES; ++i) {
        char path[MAX_PATH];
        FILE *stream;
        if (join(path, folder, templates[i].name, problem) != 0)
            return -1;
        stream = fopen(path, "rb");
        if (stream == NULL)
            continue;
        (void)fclose(stream);
        problem_set(problem, "%.900s: is there already; nothing is overwritten", path);
        return -1;
    }
    return 0;
}

static void put_template(FILE *stream, const struct template *template, char separator)
{
    const struct column *column;

    (void)fprintf(stream, "# %s\n", template->what);
    (void)fprintf(stream, "# Lines that begin with # may stand here before the header only. An "
                          "optional file that is left blank counts as absent.\n");
    for (column = template->column; column->name != NULL; ++column)
        (void)fprintf(stream, "# %s: %s\n", column->name, column->hint);
    for (column = template->column; column->name != NULL; ++column)
        (void)fprintf(stream, "%s%c", column->name, column[1].name == NULL ? '\n' : separator);
}

static int write_template(const struct template *template, const char *folder,
                          const struct dialect *dialect, struct problem *problem)
{
    char path[MAX_PATH];
    FILE *stream;
    int failed;

    if (join(path, folder, template->name, problem) != 0)
        return -1;
    stream = fopen(path, "wb");
    if (stream != NULL) {
        put_template(stream, template, dialect->separator);
        failed = ferror(stream);
        if (fclose(stream) == 0 && !failed)
            return 0;
    }
    problem_set(problem, "%.900s: cannot be written: %s", path, strerror(errno));
    return -1;
}

int templates_write(const char *folder, const struct dialect *dialect, struct problem *problem)
{
    size_t i;

    if (dialect == NULL)
        dialect = dialect_find("comma");
    if (refuse_existing(folder, problem) != 0)
        return -1;
    for (i = 0; i < TEMPLATES; ++i) {
        if (write_template(&templates[i], folder, dialect, problem) != 0)
            return -1;
    }
    return 0;
}
