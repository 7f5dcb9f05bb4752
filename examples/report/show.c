/* SPDX-License-Identifier: MIT */
/* What the program writes, in the form that is asked for. */
#if defined(__unix__) || defined(__APPLE__)
#define _DEFAULT_SOURCE /* struct winsize; the two above are what the headers ask for */
#define _DARWIN_C_SOURCE
#include <sys/ioctl.h>
#include <unistd.h>
#define HAS_TERMINAL 1
#else
#define HAS_TERMINAL 0
#endif

#include "show.h"

#include <stdlib.h>
#include <string.h>

#include "claims.h"
#include "html.h"
#include "report_csv.h"

/* --- the terminal ----------------------------------------------------------------------------- */

int show_width(void)
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

/* One that can do more than print. */
int show_is_terminal(FILE *stream)
{
#if HAS_TERMINAL
    const char *term = getenv("TERM");

    return isatty(fileno(stream)) && (term == NULL || strcmp(term, "dumb") != 0);
#else
    (void)stream;
    return 0;
#endif
}

static int wants_colour(void)
{
    const char *no_colour = getenv("NO_COLOR");

    return show_is_terminal(stdout) && (no_colour == NULL || no_colour[0] == '\0');
}

int show_failure(const char *text)
{
    struct out err = {stderr, 80, 0, 0};

    out_format(&err, "minrisk-report: %s\n", text);
    return EXIT_DATA;
}

int show_close(const struct out *out)
{
    if (out->failed)
        return show_failure("out of memory");
    if (fflush(stdout) != 0 || ferror(stdout))
        return show_failure("the output cannot be written");
    return 0;
}
/* --- the reports ------------------------------------------------------------------------------ */

static int print_json(const struct report *report, const struct forecast *forecast)
{
    struct out out = {stdout, 80, 0, 0};
    struct json json;

    json_init(&json, stdout);
    json_object_begin(&json, NULL);
    json_string(&json, "program", "minrisk-report");
    json_integer(&json, "version", (long)minrisk_version());
    json_bool(&json, "embedded_data", report->data->embedded);
    report_json(report, &json);
    if (claims_json(report->data, &report->options->assume, &json, "claims") != 0)
        out.failed = 1;
    if (forecast != NULL && forecast_json(forecast, &json, "independence") != 0)
        out.failed = 1;
    manifest_json(report->data, &json);
    json_object_end(&json);
    return show_close(&out);
}

static int print_table(const struct report *report, const struct forecast *forecast)
{
    struct out out = {stdout, 0, 0, 0};

    out.width = show_width();
    out.colour = wants_colour();
    report_table(report, &out);
    if (forecast != NULL && forecast_print(forecast, &out) != 0)
        out.failed = 1;
    if (claims_print(report->data, &report->options->assume, &out) != 0)
        out.failed = 1;
    return show_close(&out);
}

static int print_html(const struct report *report, const struct forecast *forecast,
                      const char *path)
{
    struct out err = {stderr, 80, 0, 0};
    struct page page = {NULL, 0, 0, 0};
    const char *problem;

    html_report(&page, report, forecast);
    problem = page.failed ? "out of memory" : html_write(&page, path);
    html_free(&page);
    if (problem == NULL)
        return 0;
    out_format(&err, "minrisk-report: %s: %s\n", path, problem);
    return EXIT_DATA;
}

int show_manifest(const struct dataset *data, int as_json)
{
    struct out out = {stdout, 0, 0, 0};
    struct json json;

    out.width = show_width();
    if (as_json) {
        json_init(&json, stdout);
        json_object_begin(&json, NULL);
        manifest_json(data, &json);
        json_object_end(&json);
    } else {
        manifest_table(data, &out);
    }
    return show_close(&out);
}

static int print_csv(const struct report *report, const struct forecast *forecast,
                     const struct command *command)
{
    struct out out = {stdout, 80, 0, 0};
    struct csv_out csv;

    csv_out_begin(&csv, stdout, command->dialect, command->csv_raw);
    report_csv(report, &csv);
    if (forecast != NULL && forecast_csv(forecast, &csv) != 0)
        out.failed = 1;
    return show_close(&out);
}

/* Limits are held once the report is out; a report that could not be written is the worse news. */
int show_report(const struct report *report, const struct forecast *forecast,
                const struct command *command)
{
    if (command->html != NULL)
        return print_html(report, forecast, command->html);
    if (command->csv)
        return print_csv(report, forecast, command);
    return command->json ? print_json(report, forecast) : print_table(report, forecast);
}

int show_comparison(const struct comparison *comparison, const struct command *command)
{
    struct out out = {stdout, 0, 0, 0};
    struct csv_out csv;
    struct json json;

    out.width = show_width();
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
    return show_close(&out);
}

int show_help(const struct command *command)
{
    struct out out = {stdout, 80, 0, 0};

    if (command->help)
        (void)(fputs(command_usage, stdout) == EOF || fputs(command_usage_more, stdout) == EOF);
    else
        out_format(&out, "minrisk-report %d.%d.%d\n", MINRISK_VERSION_MAJOR, MINRISK_VERSION_MINOR,
                   MINRISK_VERSION_PATCH);
    return show_close(&out);
}
