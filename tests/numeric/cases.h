/* SPDX-License-Identifier: MIT */
/* How many random cases to run: MINRISK_NUMERIC_CASES of them, or a default. */
#ifndef TESTS_NUMERIC_CASES_H
#define TESTS_NUMERIC_CASES_H

#include <stdlib.h>

static inline size_t numeric_cases(void)
{
    const char *given = getenv("MINRISK_NUMERIC_CASES");
    unsigned long cases = given == NULL ? 0 : strtoul(given, NULL, 10);
    return cases > 0 ? (size_t)cases : 100000;
}

#endif
