/* SPDX-License-Identifier: MIT */
/* minrisk-report: how concentrated the supply of critical minerals is, who depends on it, and what
 * the figures say of a background article.
 *
 * Exit status: 0; 1 for data that cannot be used or output that cannot be written; 2 for usage; 3
 * for a figure beyond a limit of --fail-if.
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

#include "check.h"
#include "compare.h"
#include "gate.h"
#include "html.h"
#include "load.h"
#include "report.h"
#include "report_csv.h"
#include "template.h"
#if REPORT_CLAIMS
#include "claims.h"
#endif

enum { EXIT_DATA = 1, EXIT_USAGE = 2, EXIT_LIMIT = 3 };

struct command {
    struct options options;
    const char **names;
    const char *folder, *export_to, *html, *bloc;
    const char *template_to, *check, *compare[2];
    const struct dialect *dialect;
    struct gate *gates; /* of --fail-if */
    size_t gate_count;
    int json, csv, csv_raw, manifest, help, version, fail_unknown;
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
    "  --bloc FILE           countries that act as one, by the column iso3 of a CSV file "
    "(default:\n"
    "                        partners of US agreements); their share is shown\n"
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

/* Apart, since a compiler need not take a longer string. */
static const char usage_more[] =
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
    "--csv has a record for each figure: mineral, stage, period, figure (a name as above, supply,\n"
    "import_share, world_total or cited), of (who), low, high, unit, printed, relation, remark,\n"
    "file, row, last_row. Both ends empty: not known; one: it has no such end. A text that a\n"
    "spreadsheet would run (after spaces or not: = + - @, their full-width forms, tab, CR, LF)\n"
    "gets an apostrophe in front; --csv=raw leaves it. Numbers are never changed.\n"
    "\n"
    "Environment: COLUMNS sets the width, NO_COLOR turns colour off.\n"
    "Exit status: 0, 1 for data that cannot be used or bad output, 2 for bad usage, 3 for a "
    "figure\n"
    "beyond a limit of --fail-if.\n";

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
    else
        return read_guideline(value, &command->options.guideline);
    return 0;
}

static int takes_value(const char *option)
{
    static const char *const options[] = {"--mineral", "--bloc",      "--data",   "--export",
                                          "--year",    "--guideline", "--html",   "--template",
                                          "--check",   "--dialect",   "--fail-if"};
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
    if (command->fail_unknown && command->gate_count == 0)
        return bad_usage("says nothing without --fail-if", "--fail-if-unknown");
    return 0;
}

static int read_command(int argc, char **argv, struct command *command)
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

/* --- the terminal ----------------------------------------------------------------------------- */

static int terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    int width = 0;

    if (columns != NULL && strlen(columns) < 6 && strspn(columns, "0123456789") == strlen(columns))
        width = (int)strtol(columns, NULL, 10);
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

static int print_html(const struct report *report, const char *path)
{
    struct out err = {stderr, 80, 0, 0};
    struct page page = {NULL, 0, 0, 0};
    const char *problem;

    html_report(&page, report);
    problem = page.failed ? "out of memory" : html_write(&page, path);
    html_free(&page);
    if (problem == NULL)
        return 0;
    out_format(&err, "minrisk-report: %s: %s\n", path, problem);
    return EXIT_DATA;
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

static int print_csv(const struct report *report, const struct command *command)
{
    struct out out = {stdout, 80, 0, 0};
    struct csv_out csv;

    csv_out_begin(&csv, stdout, command->dialect, command->csv_raw);
    report_csv(report, &csv);
    return close_output(&out);
}

/* Limits are held once the report is out; a report that could not be written is the worse news. */
static int apply_gates(const struct report *report, const struct command *command, int status)
{
    struct out err = {stderr, 80, 0, 0};

    if (status != 0 ||
        gates_apply(command->gates, command->gate_count, report, command->fail_unknown, &err) == 0)
        return status;
    return EXIT_LIMIT;
}

static int show_report(const struct report *report, const struct command *command)
{
    if (command->html != NULL)
        return print_html(report, command->html);
    if (command->csv)
        return print_csv(report, command);
    return command->json ? print_json(report) : print_table(report);
}

static int print_report(const struct dataset *data, const struct command *command)
{
    struct report report;
    struct options options = command->options;
    struct bloc bloc;
    struct problem problem;
    int status;

    if (command->bloc != NULL) {
        if (bloc_load(&bloc, command->bloc, command->dialect, &problem) != 0)
            return failed(problem.text);
        options.bloc = &bloc;
    }
    status = report_build(&report, data, &options);

    if (status == -2) {
        (void)bad_usage("no mineral and no commodity has this name", report.unknown);
        status = EXIT_USAGE;
    } else if (status != 0) {
        status = failed("out of memory");
    } else {
        status = apply_gates(&report, command, show_report(&report, command));
    }
    report_free(&report);
    return status;
}

static int run_check(const struct command *command)
{
    struct out out = {stdout, 0, 0, 0};
    struct problem problem;
    int status, closed;

    out.width = terminal_width();
    status = check_file(command->check, command->dialect, &out, &problem);
    closed = close_output(&out);
    return status < 0 ? failed(problem.text) : closed != 0 ? closed : status;
}

static int print_comparison(const struct comparison *comparison, const struct command *command)
{
    struct out out = {stdout, 0, 0, 0};
    struct csv_out csv;
    struct json json;

    out.width = terminal_width();
    out.colour = wants_colour();
    if (command->json) {
        json_init(&json, stdout);
        json_object_begin(&json, NULL);
        compare_json(comparison, &json);
        json_object_end(&json);
    } else if (command->csv) {
        csv_out_begin(&csv, stdout, command->dialect, command->csv_raw);
        compare_csv(comparison, &csv);
    } else {
        compare_table(comparison, &out);
    }
    return close_output(&out);
}

static int compare_reports(const struct report report[2], const struct command *command)
{
    struct comparison comparison;
    int status;

    comparison.before_name = command->compare[0];
    comparison.after_name = command->compare[1];
    if (compare_build(&comparison, &report[0], &report[1]) != 0)
        return failed("out of memory");
    status = apply_gates(&report[1], command, print_comparison(&comparison, command));
    compare_free(&comparison);
    return status;
}

/* A name may be in one of the two alone: its tables then appeared or vanished. */
static int compare_data(const struct dataset data[2], const struct command *command)
{
    struct options options = command->options;
    struct report report[2];
    size_t i;
    int status;

    for (i = 0; i < options.name_count; ++i) {
        if (report_knows(&data[0], options.names[i]) || report_knows(&data[1], options.names[i]))
            continue;
        (void)bad_usage("no mineral and no commodity has this name", options.names[i]);
        return EXIT_USAGE;
    }
    options.all = options.name_count == 0;
    options.skip_unknown = 1;
    memset(report, 0, sizeof report);
    if (report_build(&report[0], &data[0], &options) != 0 ||
        report_build(&report[1], &data[1], &options) != 0)
        status = failed("out of memory");
    else
        status = compare_reports(report, command);
    report_free(&report[0]);
    report_free(&report[1]);
    return status;
}

static int run_compare(const struct command *command)
{
    struct dataset data[2];
    struct problem problem;
    int i, status = 0;

    memset(data, 0, sizeof data);
    for (i = 0; i < 2 && status == 0; ++i) {
        const char *folder = strcmp(command->compare[i], "-") == 0 ? NULL : command->compare[i];
        if (dataset_load_as(&data[i], folder, command->dialect, &problem) != 0)
            status = failed(problem.text);
    }
    if (status == 0)
        status = compare_data(data, command);
    for (i = 0; i < 2; ++i)
        dataset_free(&data[i]);
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
            (void)(fputs(usage, stdout) == EOF || fputs(usage_more, stdout) == EOF);
        else
            out_format(&out, "minrisk-report %d.%d.%d\n", MINRISK_VERSION_MAJOR,
                       MINRISK_VERSION_MINOR, MINRISK_VERSION_PATCH);
        return close_output(&out);
    }
    if (command->export_to != NULL)
        return dataset_export(command->export_to, &problem) == 0 ? 0 : failed(problem.text);
    if (command->template_to != NULL)
        return templates_write(command->template_to, command->dialect, &problem) == 0
                   ? 0
                   : failed(problem.text);
    if (command->check != NULL)
        return run_check(command);
    if (command->compare[0] != NULL)
        return run_compare(command);
    if (dataset_load_as(&data, command->folder, command->dialect, &problem) != 0)
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
    command.gates = calloc((size_t)argc + 1, sizeof *command.gates);
    if (command.names == NULL || command.gates == NULL)
        status = failed("out of memory");
    else if (read_command(argc, argv, &command) == 0)
        status = run(&command);
    free(command.names);
    free(command.gates);
    return status;
}
