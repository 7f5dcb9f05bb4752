/* SPDX-License-Identifier: MIT */
/* --check: reads one file, computes nothing, and names every error. */
#ifndef REPORT_CHECK_H
#define REPORT_CHECK_H

#include "load.h"

/* Errors that are printed; the others are counted. */
#define CHECK_SHOWN 50

/* Returns 0 for a file that can be used, 1 for one that cannot, or -1 with the problem set. */
int check_file(const char *path, const struct dialect *dialect, struct out *out,
               struct problem *problem);

#endif
