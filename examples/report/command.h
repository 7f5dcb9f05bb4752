/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef REPORT_COMMAND_H
#define REPORT_COMMAND_H

#include "gate.h"
#include "report.h"
#include "scenario.h"

struct command {
    struct options options;
    const char **names;
    const char *folder, *export_to, *html, *bloc;
    const char *template_to, *check, *compare[2];
    const char *projects, *scenario_from, *scenario_to;
    struct scenario scenario; /* of --seed and --trials */
    unsigned threads;
    int seeded; /* --seed or --trials was given */
    const struct dialect *dialect;
    struct gate *gates; /* of --fail-if */
    size_t gate_count;
    int json, csv, csv_raw, manifest, help, version, fail_unknown;
};

/* What --help prints, in two parts: a compiler need not take so long a string. */
extern const char command_usage[], command_usage_more[];

/* Reads the command line. Returns 0, 1 if memory runs out, or -1 for bad usage, which is named on
 * standard error. To be freed in each case. */
int command_read(struct command *command, int argc, char **argv);
void command_free(struct command *command);
/* Names what is wrong with an argument. Returns -1. */
int bad_usage(const char *what, const char *argument);

#endif
