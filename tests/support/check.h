/* SPDX-License-Identifier: MIT */
/* CMocka in the order that it wants, and the comparisons that it lacks. */
#ifndef TESTS_SUPPORT_CHECK_H
#define TESTS_SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "bits.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The very same double. */
#define assert_double(actual, expected)                                                            \
    check_double((actual), (expected), #actual, __FILE__, __LINE__)

static inline void check_double(double actual, double expected, const char *what, const char *file,
                                int line)
{
    if (same_bits(actual, expected))
        return;
    print_error("%s is %.17g (%a), expected %.17g (%a)\n", what, actual, actual, expected,
                expected);
    _fail(file, line);
}

/* Within an absolute error; NaN is never near. */
#define assert_near(actual, expected, tolerance)                                                   \
    check_near((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

static inline void check_near(double actual, double expected, double tolerance, const char *what,
                              const char *file, int line)
{
    double error = actual - expected;
    if (error <= tolerance && -error <= tolerance)
        return;
    print_error("%s is %.17g, expected %.17g within %g\n", what, actual, expected, tolerance);
    _fail(file, line);
}

/* An integer with the case that it belongs to, for tables. */
#define assert_case(actual, expected, name)                                                        \
    check_case((long)(actual), (long)(expected), (name), #actual, __FILE__, __LINE__)

static inline void check_case(long actual, long expected, const char *name, const char *what,
                              const char *file, int line)
{
    if (actual == expected)
        return;
    print_error("%s: %s is %ld, expected %ld\n", name, what, actual, expected);
    _fail(file, line);
}

#endif
