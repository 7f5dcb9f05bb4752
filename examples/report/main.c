/* SPDX-License-Identifier: MIT */
/* minrisk-report: how concentrated the supply of critical minerals is, who depends on it, when that
 * may end, and what the figures say of a background article.
 *
 * Exit status: 0; 1 for data that cannot be used or output that cannot be written; 2 for usage; 3
 * for a figure beyond a limit of --fail-if.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "load.h"
#include "show.h"
#include "template.h"

/* --- one report ------------------------------------------------------------------------------- */

static int apply_gates(const struct report *report, const struct command *command, int status)
{
    struct out err = {stderr, 80, 0, 0};

    if (status != 0 ||
        gates_apply(command->gates, command->gate_count, report, command->fail_unknown, &err) == 0)
        return status;
    return EXIT_LIMIT;
}

static int write_scenario(const struct forecast *forecast, const char *path)
{
    struct scenario scenario = forecast->scenario;
    struct problem problem;

    memcpy(scenario.figures, forecast->figures, sizeof scenario.figures);
    return scenario_write(&scenario, path, &problem) == 0 ? 0 : show_failure(problem.text);
}

static int refuse_scenario(const char *path)
{
    struct problem problem;

    problem_set(&problem, "%.900s: it was written with other figures than those that are read now",
                path);
    return show_failure(problem.text);
}

static int run_forecast(struct forecast *forecast, const struct report *report,
                        const struct command *command)
{
    if (forecast_figures(forecast) != 0)
        return show_failure("out of memory");
    if (command->scenario_to != NULL)
        return write_scenario(forecast, command->scenario_to);
    if (forecast->scenario.figures[0] != '\0' &&
        strcmp(forecast->scenario.figures, forecast->figures) != 0)
        return refuse_scenario(command->scenario_from);
    if (forecast_build(forecast) != 0)
        return show_failure("out of memory");
    return apply_gates(report, command, show_report(report, forecast, command));
}

/* Without lead times and without projects there is nothing to forecast, unless it is asked for. */
static int forecast_and_show(const struct report *report, const struct command *command)
{
    struct forecast *forecast;
    int status;

    if (report->data->leads + report->data->projects == 0 && command->scenario_from == NULL &&
        command->scenario_to == NULL)
        return apply_gates(report, command, show_report(report, NULL, command));
    forecast = calloc(1, sizeof *forecast);
    if (forecast == NULL)
        return show_failure("out of memory");
    forecast->data = report->data;
    forecast->bloc = &report->bloc;
    forecast->scenario = command->scenario;
    forecast->threads = command->threads;
    forecast->progress = show_is_terminal(stderr);
    forecast->wants_fan = command->json || command->html != NULL;
    status = run_forecast(forecast, report, command);
    forecast_free(forecast);
    free(forecast);
    return status;
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
            return show_failure(problem.text);
        options.bloc = &bloc;
    }
    status = report_build(&report, data, &options);

    if (status == -2) {
        (void)bad_usage("no mineral and no commodity has this name", report.unknown);
        status = EXIT_USAGE;
    } else if (status != 0) {
        status = show_failure("out of memory");
    } else {
        status = forecast_and_show(&report, command);
    }
    report_free(&report);
    return status;
}

static int run_check(const struct command *command)
{
    struct out out = {stdout, 0, 0, 0};
    struct problem problem;
    int status, closed;

    out.width = show_width();
    status = check_file(command->check, command->dialect, &out, &problem);
    closed = show_close(&out);
    return status < 0 ? show_failure(problem.text) : closed != 0 ? closed : status;
}

/* --- two reports ------------------------------------------------------------------------------ */

static int compare_reports(const struct report report[2], const struct command *command)
{
    struct comparison comparison;
    int status;

    comparison.before_name = command->compare[0];
    comparison.after_name = command->compare[1];
    if (compare_build(&comparison, &report[0], &report[1]) != 0)
        return show_failure("out of memory");
    status = apply_gates(&report[1], command, show_comparison(&comparison, command));
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
        status = show_failure("out of memory");
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
            status = show_failure(problem.text);
    }
    if (status == 0)
        status = compare_data(data, command);
    for (i = 0; i < 2; ++i)
        dataset_free(&data[i]);
    return status;
}

static int run_report(const struct command *command)
{
    struct dataset data;
    struct problem problem;
    int status = 0;

    if (dataset_load_as(&data, command->folder, command->dialect, &problem) != 0)
        return show_failure(problem.text);
    if (command->projects != NULL &&
        dataset_load_projects(&data, command->projects, command->dialect, &problem) != 0)
        status = show_failure(problem.text);
    else
        status =
            command->manifest ? show_manifest(&data, command->json) : print_report(&data, command);
    dataset_free(&data);
    return status;
}

static int run(struct command *command)
{
    struct problem problem;

    if (command->help || command->version)
        return show_help(command);
    if (command->threads > 1 && !forecast_has_threads()) {
        (void)bad_usage("this program was built without threads", "--threads");
        return EXIT_USAGE;
    }
    if (command->export_to != NULL)
        return dataset_export(command->export_to, &problem) == 0 ? 0 : show_failure(problem.text);
    if (command->template_to != NULL)
        return templates_write(command->template_to, command->dialect, &problem) == 0
                   ? 0
                   : show_failure(problem.text);
    if (command->check != NULL)
        return run_check(command);
    if (command->compare[0] != NULL)
        return run_compare(command);
    if (command->scenario_from != NULL &&
        scenario_read(&command->scenario, command->scenario_from, &problem) != 0)
        return show_failure(problem.text);
    return run_report(command);
}

int main(int argc, char **argv)
{
    struct command command;
    int status;

#ifdef SIGPIPE
    /* A closed pipe is then an error of the output, like a full disk. */
    (void)signal(SIGPIPE, SIG_IGN);
#endif
    status = command_read(&command, argc, argv);
    if (status > 0)
        status = show_failure("out of memory");
    else
        status = status == 0 ? run(&command) : EXIT_USAGE;
    command_free(&command);
    return status;
}
