/* SPDX-License-Identifier: MIT */
/* What the program writes: to standard output, and what went wrong to standard error. Each returns the
 * exit status, 0 or EXIT_DATA. */
#ifndef REPORT_SHOW_H
#define REPORT_SHOW_H

#include "command.h"
#include "compare.h"
#include "forecast.h"

enum { EXIT_DATA = 1, EXIT_USAGE = 2, EXIT_LIMIT = 3 };

/* The whole report; forecast is NULL if there is none. */
int show_report(const struct report *report, const struct forecast *forecast,
                const struct command *command);
int show_manifest(const struct dataset *data, int as_json);
int show_comparison(const struct comparison *comparison, const struct command *command);
int show_help(const struct command *command);
int show_failure(const char *text);
/* What was written may not have reached its place. */
int show_close(const struct out *out);

/* Columns of the terminal, or 80. */
int show_width(void);
/* One that can do more than print. */
int show_is_terminal(FILE *stream);

#endif
