/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TEMPLATE_H
#define REPORT_TEMPLATE_H

#include "csv.h"

/* Writes blank files with comments, one for each kind that a user fills in, to a folder that exists.
 * Nothing is overwritten: if one of them is there, none is written. Returns 0, or -1 with the
 * problem set. */
int templates_write(const char *folder, const struct dialect *dialect, struct problem *problem);

#endif
