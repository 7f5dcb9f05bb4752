/* SPDX-License-Identifier: MIT */
/* minrisk-report: how concentrated the supply of critical minerals is, who depends on it, and what
 * the figures say of a background article.
 *
 * Exit status: 0; 1 for data that cannot be used or output that cannot be written; 2 for usage.
 */
#if defined(__unix__) || defined(__APPLE__)
#define _DEFAULT_SOURCE /* struct winsize; the two above are what the headers ask for */
#define _DARWIN_C_SOURCE
#include <sys/ioctl.h>
#include <unistd.h>
#define HAS_TERMINAL 1
#else
#define HAS_TERMINAL 0
#endif

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"
#include "report.h"
#if REPORT_CLAIMS
#include "claims.h"
#endif

enum { EXIT_DATA = 1, EXIT_USAGE = 2 };

struct command {
    struct options options;
    const char **names;
    const char *folder, *export_to;
    int json, manifest, help, version;
};

static const char usage[] =
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
    "  --data DIR            read the files of DIR, not those that travel with the program\n"
    "  --export DIR          write the files that travel with the program to DIR, and end\n"
    "  --json                the same as JSON, with file and row of every figure\n"
    "  --manifest            list the files with source, date, licence and sha256, and end\n"
    "  --help, --version     print this, or the version, and end\n"
    "\n"
    "Files: UTF-8, comma-separated, RFC 4180; at most 65,536 bytes a record, 64 fields, 100,000\n"
    "rows. Environment: COLUMNS sets the width, NO_COLOR turns colour off.\n"
    "Exit status: 0, 1 for data that cannot be used or bad output, 2 for bad usage.\n";

/* --- the command line ------------------------------------------------------------------------- */

static int bad_usage(const char *what, const char *argument)
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
    *year = atoi(text);
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

static int read_value(const char *option, const char *value, struct command *command)
{
    if (strcmp(option, "--mineral") == 0)
        command->names[command->options.name_count++] = value;
    else if (strcmp(option, "--data") == 0)
        command->folder = value;
    else if (strcmp(option, "--export") == 0)
        command->export_to = value;
    else if (strcmp(option, "--year") == 0)
        return read_year(option, value, &command->options.year);
    else
        return read_guideline(value, &command->options.guideline);
    return 0;
}

static int takes_value(const char *option)
{
    static const char *const options[] = {"--mineral", "--data", "--export", "--year",
                                          "--guideline"};
    size_t i;

    for (i = 0; i < sizeof options / sizeof options[0]; ++i) {
        if (strcmp(option, options[i]) == 0)
            return 1;
    }
    return 0;
}

static int read_command(int argc, char **argv, struct command *command)
{
    int i;

    for (i = 1; i < argc; ++i) {
        if (takes_value(argv[i])) {
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
    command->options.names = command->names;
    return 0;
}

/* --- the terminal ----------------------------------------------------------------------------- */

static int terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    int width = 0;

    if (columns != NULL && strlen(columns) < 6 && strspn(columns, "0123456789") == strlen(columns))
        width = atoi(columns);
#if HAS_TERMINAL
    if (width == 0) {
        struct winsize size;
        if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
            width = size.ws_col;
    }
#endif
    if (width == 0)
        width = 80;
    return width < 40 ? 40 : width;
}

static int wants_colour(void)
{
#if HAS_TERMINAL
    const char *no_colour = getenv("NO_COLOR"), *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && (no_colour == NULL || no_colour[0] == '\0') &&
           (term == NULL || strcmp(term, "dumb") != 0);
#else
    return 0;
#endif
}

static int failed(const char *text)
{
    struct out err = {stderr, 80, 0, 0};

    out_format(&err, "minrisk-report: %s\n", text);
    return EXIT_DATA;
}

static int close_output(const struct out *out)
{
    if (out->failed)
        return failed("out of memory");
    if (fflush(stdout) != 0 || ferror(stdout))
        return failed("the output cannot be written");
    return 0;
}

/* --- the reports ------------------------------------------------------------------------------ */

static int print_json(const struct report *report)
{
    struct out out = {stdout, 80, 0, 0};
    struct json json;

    json_init(&json, stdout);
    json_object_begin(&json, NULL);
    json_string(&json, "program", "minrisk-report");
    json_integer(&json, "version", (long)minrisk_version());
    json_bool(&json, "embedded_data", report->data->embedded);
    report_json(report, &json);
#if REPORT_CLAIMS
    if (claims_json(report->data, &report->options->assume, &json, "claims") != 0)
        out.failed = 1;
#endif
    manifest_json(report->data, &json);
    json_object_end(&json);
    return close_output(&out);
}

static int print_table(const struct report *report)
{
    struct out out = {stdout, 0, 0, 0};

    out.width = terminal_width();
    out.colour = wants_colour();
    report_table(report, &out);
#if REPORT_CLAIMS
    if (claims_print(report->data, &report->options->assume, &out) != 0)
        out.failed = 1;
#endif
    return close_output(&out);
}

static int print_manifest(const struct dataset *data, int as_json)
{
    struct out out = {stdout, 0, 0, 0};
    struct json json;

    out.width = terminal_width();
    if (as_json) {
        json_init(&json, stdout);
        json_object_begin(&json, NULL);
        manifest_json(data, &json);
        json_object_end(&json);
    } else {
        manifest_table(data, &out);
    }
    return close_output(&out);
}

static int print_report(const struct dataset *data, const struct command *command)
{
    struct report report;
    int status = report_build(&report, data, &command->options);

    if (status == -2) {
        (void)bad_usage("no mineral and no commodity has this name", report.unknown);
        status = EXIT_USAGE;
    } else if (status != 0) {
        status = failed("out of memory");
    } else {
        status = command->json ? print_json(&report) : print_table(&report);
    }
    report_free(&report);
    return status;
}

static int run(const struct command *command)
{
    struct out out = {stdout, 80, 0, 0};
    struct dataset data;
    struct problem problem;
    int status;

    if (command->help || command->version) {
        if (command->help)
            (void)fputs(usage, stdout);
        else
            out_format(&out, "minrisk-report %d.%d.%d\n", MINRISK_VERSION_MAJOR,
                       MINRISK_VERSION_MINOR, MINRISK_VERSION_PATCH);
        return close_output(&out);
    }
    if (command->export_to != NULL)
        return dataset_export(command->export_to, &problem) == 0 ? 0 : failed(problem.text);
    if (dataset_load(&data, command->folder, &problem) != 0)
        return failed(problem.text);
    status =
        command->manifest ? print_manifest(&data, command->json) : print_report(&data, command);
    dataset_free(&data);
    return status;
}

int main(int argc, char **argv)
{
    struct command command;
    int status = EXIT_USAGE;

#ifdef SIGPIPE
    /* A closed pipe is then an error of the output, like a full disk. */
    (void)signal(SIGPIPE, SIG_IGN);
#endif
    memset(&command, 0, sizeof command);
    command.options.guideline = MINRISK_GUIDELINE_2023;
    command.names = calloc((size_t)argc + 1, sizeof *command.names);
    if (command.names == NULL)
        return failed("out of memory");
    if (read_command(argc, argv, &command) == 0)
        status = run(&command);
    free(command.names);
    return status;
}
