/* SPDX-License-Identifier: MIT */
#include "command.h"

#include <stdlib.h>
#include <string.h>

const char command_usage[] =
    "usage: minrisk-report [option]...\n"
    "\n"
    "How concentrated the supply of critical minerals is, how the United States depends on it,\n"
    "and what the figures say of a background article, claim by claim.\n"
    "\n"
    "  --all                 every critical mineral, each stage by itself\n"
    "  --mineral NAME        this mineral or commodity; may be given several times\n"
    "  --year YEAR           tables of this year (default: the latest of each)\n"
    "  --guideline YEAR      classes of the US merger guidelines of 1992, 2010 or 2023 (default)\n"
    "  --others-smaller      take the named countries to be the largest\n"
    "  --withheld-in-total   take printed world totals to have withheld figures within\n"
    "  --bloc FILE           countries that act as one, by the column iso3 of a CSV file "
    "(default:\n"
    "                        partners of US agreements); their share is shown\n"
    "  --projects FILE       take the projects of FILE, in the form of projects.csv\n"
    "  --scenario FILE       forecast again what FILE asks; see below\n"
    "  --write-scenario FILE write what is asked to FILE (-: standard output), and end\n"
    "  --seed N              of the trials of the forecast (default: 2026)\n"
    "  --trials N            how many, up to 100,000,000 (default: 2,000)\n"
    "  --threads N           run them on N threads, up to 256; the figures are the same for any N\n"
    "  --data DIR            read the files of DIR, not those that travel with the program\n"
    "  --dialect NAME        how files are read and CSV written: comma (default), semicolon (with\n"
    "                        decimal commas), semicolon-point or tab\n"
    "  --check FILE          read one file, compute nothing, name every error, and end\n"
    "  --template DIR        write blank files with comments to DIR, and end\n"
    "  --export DIR          write the files that travel with the program to DIR, and end\n"
    "  --compare OLD NEW     what changed between two folders, and because of whom (-: the files\n"
    "                        that travel with the program)\n"
    "  --fail-if LIMIT       exit with 3 if a figure is beyond it, as 'hhi_high>0.25'; see below\n"
    "  --fail-if-unknown     a figure that is not known is beyond every limit\n"
    "  --json                the same as JSON, with file and row of every figure\n"
    "  --csv, --csv=raw      the same for a spreadsheet; see below\n"
    "  --html FILE           the same as one page for a browser, with pictures (-: standard "
    "output)\n"
    "  --manifest            list the files with source, date, licence and sha256, and end\n"
    "  --help, --version     print this, or the version, and end\n"
    "\n";

const char command_usage_more[] =
    "Files of --data: UTF-8, RFC 4180, at most 65,536 bytes a record or line of comment, 64 "
    "fields,\n"
    "100,000 rows (2,000 of names, minerals, ranks, projects, lead times and claims, 10,000 of\n"
    "import sources), 256 suppliers a table. names.csv and production.csv must be there; the "
    "report\n"
    "says what it leaves out for want of the others. Each table is in one unit, which stands in "
    "it.\n"
    "Lines that begin with # may stand before the header.\n"
    "\n"
    "--fail-if takes NAME, one of > >= < <=, and a decimal number. Names: hhi, effective,\n"
    "leader_share, top3, coverage, residual, reliance, imports_hhi, imports_effective,\n"
    "imports_leader_share, imports_top3, imports_coverage, each with _low or _high: an end of the\n"
    "interval. All are fractions from 0 to 1 but the effective numbers. It may be given several\n"
    "times and holds for every row shown; rows beyond it and rows where it is not known are named\n"
    "on standard error.\n"
    "\n"
    "A scenario is a CSV file of name and value: version, seed, trials, figures, and the switches\n"
    "plants (now, after permit, after mine), slips (independent, together), success (given, "
    "drawn)\n"
    "and allies (left out, counted). With the same figures behind it, which it has a sum of, and\n"
    "the same options, it gives the same report to the byte; with others it is refused.\n"
    "\n"
    "--csv has a record for each figure: mineral, stage, period, figure (a name as above, supply,\n"
    "import_share, world_total, cited, or of the forecast years_p10, within_1_year,\n"
    "not_within_horizon, last_stage, lacking_at_5_years, change_of_p50 and so on), of (who),\n"
    "low, high, unit, printed, relation, remark, file, row, last_row. Both ends empty: not\n"
    "known; one: it has no such end. A text that a spreadsheet would run (after spaces or not:\n"
    "= + - @, their full-width forms, tab, CR, LF) gets an apostrophe in front; --csv=raw leaves\n"
    "it. Numbers are never changed.\n"
    "\n"
    "Environment: COLUMNS sets the width, NO_COLOR turns colour off.\n"
    "Exit status: 0, 1 for data that cannot be used or bad output, 2 for bad usage, 3 for a "
    "figure\n"
    "beyond a limit of --fail-if.\n";

int bad_usage(const char *what, const char *argument)
{
    struct out err = {stderr, 80, 0, 0};

    out_format(&err, "minrisk-report: %s: %s\n", argument, what);
    out_text(&err, "Try minrisk-report --help.\n");
    return -1;
}

static int read_year(const char *option, const char *text, int *year)
{
    size_t length = strlen(text);

    if (length != 4 || strspn(text, "0123456789") != 4)
        return bad_usage("expected a year of four digits", option);
    *year = (int)strtol(text, NULL, 10);
    return 0;
}

static int read_guideline(const char *text, int32_t *guideline)
{
    int year;

    if (read_year("--guideline", text, &year) != 0)
        return -1;
    if (year != 1992 && year != 2010 && year != 2023)
        return bad_usage("expected 1992, 2010 or 2023", "--guideline");
    *guideline = year;
    return 0;
}

static int read_flag(const char *option, struct command *command)
{
    const struct {
        const char *name;
        int *flag;
    } flags[] = {
        {"--all", &command->options.all},
        {"--json", &command->json},
        {"--manifest", &command->manifest},
        {"--help", &command->help},
        {"--version", &command->version},
        {"--csv", &command->csv},
        {"--csv=raw", &command->csv_raw},
        {"--fail-if-unknown", &command->fail_unknown},
        {"--others-smaller", &command->options.assume.others_smaller},
        {"--withheld-in-total", &command->options.assume.withheld_in_total},
    };
    size_t i;

    for (i = 0; i < sizeof flags / sizeof flags[0]; ++i) {
        if (strcmp(option, flags[i].name) == 0) {
            *flags[i].flag = 1;
            return 0;
        }
    }
    return -1;
}

static int read_gate(const char *text, struct command *command)
{
    struct problem problem;

    if (gate_parse(&command->gates[command->gate_count], text, &problem) != 0)
        return bad_usage(problem.text, "--fail-if");
    ++command->gate_count;
    return 0;
}

static int read_dialect(const char *name, struct command *command)
{
    command->dialect = dialect_find(name);
    return command->dialect != NULL ? 0 : bad_usage("expected " DIALECTS, "--dialect");
}

static int read_threads(const char *text, unsigned *threads)
{
    size_t length = strlen(text);
    unsigned long number = length > 0 && length < 4 && strspn(text, "0123456789") == length
                               ? strtoul(text, NULL, 10)
                               : 0;

    if (number < 1 || number > SCENARIO_THREADS)
        return bad_usage("expected a whole number from 1 to 256", "--threads");
    *threads = (unsigned)number;
    return 0;
}

static int read_forecast(const char *option, const char *value, struct command *command)
{
    if (strcmp(option, "--projects") == 0)
        command->projects = value;
    else if (strcmp(option, "--scenario") == 0)
        command->scenario_from = value;
    else if (strcmp(option, "--write-scenario") == 0)
        command->scenario_to = value;
    else if (strcmp(option, "--threads") == 0)
        return read_threads(value, &command->threads);
    else if (command->seeded = 1, strcmp(option, "--seed") == 0)
        return scenario_seed(value, &command->scenario.seed) == 0
                   ? 0
                   : bad_usage("expected a whole number of at most 18446744073709551615", option);
    else
        return scenario_trials(value, &command->scenario.trials) == 0
                   ? 0
                   : bad_usage("expected a whole number from 1 to 100000000", option);
    return 0;
}

static int read_value(const char *option, const char *value, struct command *command)
{
    if (strcmp(option, "--mineral") == 0)
        command->names[command->options.name_count++] = value;
    else if (strcmp(option, "--bloc") == 0)
        command->bloc = value;
    else if (strcmp(option, "--data") == 0)
        command->folder = value;
    else if (strcmp(option, "--export") == 0)
        command->export_to = value;
    else if (strcmp(option, "--template") == 0)
        command->template_to = value;
    else if (strcmp(option, "--check") == 0)
        command->check = value;
    else if (strcmp(option, "--dialect") == 0)
        return read_dialect(value, command);
    else if (strcmp(option, "--fail-if") == 0)
        return read_gate(value, command);
    else if (strcmp(option, "--html") == 0)
        command->html = value;
    else if (strcmp(option, "--year") == 0)
        return read_year(option, value, &command->options.year);
    else if (strcmp(option, "--guideline") == 0)
        return read_guideline(value, &command->options.guideline);
    else
        return read_forecast(option, value, command);
    return 0;
}

static int takes_value(const char *option)
{
    static const char *const options[] = {
        "--mineral",  "--bloc",           "--data",  "--export",  "--year",    "--guideline",
        "--html",     "--template",       "--check", "--dialect", "--fail-if", "--projects",
        "--scenario", "--write-scenario", "--seed",  "--trials",  "--threads"};
    size_t i;

    for (i = 0; i < sizeof options / sizeof options[0]; ++i) {
        if (strcmp(option, options[i]) == 0)
            return 1;
    }
    return 0;
}

/* What cannot be given together. */
static int check_together(const struct command *command)
{
    if (command->csv && command->json)
        return bad_usage("cannot be given with --json", "--csv");
    if (command->csv && (command->html != NULL || command->manifest))
        return bad_usage("cannot be given with --html or --manifest", "--csv");
    if (command->compare[0] != NULL && (command->html != NULL || command->manifest))
        return bad_usage("cannot be given with --html or --manifest", "--compare");
    if (command->compare[0] != NULL && command->folder != NULL)
        return bad_usage("takes two folders itself and cannot be given with it", "--data");
    if (command->compare[0] != NULL && command->projects != NULL)
        return bad_usage("cannot be given with --compare", "--projects");
    if ((command->compare[0] != NULL || command->manifest) && command->scenario_from != NULL)
        return bad_usage("cannot be given with --compare or --manifest", "--scenario");
    if ((command->compare[0] != NULL || command->manifest) && command->scenario_to != NULL)
        return bad_usage("cannot be given with --compare or --manifest", "--write-scenario");
    if (command->scenario_from != NULL && (command->seeded || command->scenario_to != NULL))
        return bad_usage("has its own, and cannot be given with --seed, --trials or "
                         "--write-scenario",
                         "--scenario");
    if (command->fail_unknown && command->gate_count == 0)
        return bad_usage("says nothing without --fail-if", "--fail-if-unknown");
    return 0;
}

static int read_arguments(struct command *command, int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; ++i) {
        if (strcmp(argv[i], "--compare") == 0) {
            if (i + 2 >= argc || argv[i + 1][0] == '\0' || argv[i + 2][0] == '\0')
                return bad_usage("expected two folders after it", argv[i]);
            command->compare[0] = argv[++i];
            command->compare[1] = argv[++i];
        } else if (takes_value(argv[i])) {
            if (i + 1 == argc || argv[i + 1][0] == '\0')
                return bad_usage("expected a value after it", argv[i]);
            if (read_value(argv[i], argv[i + 1], command) != 0)
                return -1;
            ++i;
        } else if (read_flag(argv[i], command) != 0) {
            return bad_usage("unknown option", argv[i]);
        }
    }
    if (command->options.all && command->options.name_count > 0)
        return bad_usage("cannot be given with --all", "--mineral");
    if (command->html != NULL && (command->json || command->manifest))
        return bad_usage("cannot be given with --json or --manifest", "--html");
    command->options.names = command->names;
    command->csv |= command->csv_raw;
    return check_together(command);
}

int command_read(struct command *command, int argc, char **argv)
{
    memset(command, 0, sizeof *command);
    command->options.guideline = MINRISK_GUIDELINE_2023;
    command->threads = 1;
    scenario_init(&command->scenario);
    command->names = calloc((size_t)argc + 1, sizeof *command->names);
    command->gates = calloc((size_t)argc + 1, sizeof *command->gates);
    if (command->names == NULL || command->gates == NULL)
        return 1;
    return read_arguments(command, argc, argv);
}

void command_free(struct command *command)
{
    free(command->names);
    free(command->gates);
}
