/* SPDX-License-Identifier: MIT */
/* What the suite of count.h takes from CMocka, for an 8-bit AVR, where that does not build: prints
 * over the first serial line, and puts the processor to sleep for good at the end. */
#ifndef TESTS_TARGETS_AVR_CMOCKA_H
#define TESTS_TARGETS_AVR_CMOCKA_H

#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <stdint.h>
#include <stdio.h>

struct CMUnitTest {
    const char *name;
    void (*test)(void **state);
};

#define cmocka_unit_test(test)                                                                     \
    {                                                                                              \
#test, test                                                                                \
    }
#define print_error printf
#define assert_int_equal(actual, expected)                                                         \
    check_equal((uint32_t)(actual), (uint32_t)(expected), #actual, __LINE__)
#define cmocka_run_group_tests_name(name, tests, before, after)                                    \
    run_tests(tests, sizeof(tests) / sizeof *(tests))

static unsigned failures;

static inline void _fail(const char *file, int line)
{
    printf("%s:%d: failed\n", file, line);
    failures++;
}

static inline void check_equal(uint32_t actual, uint32_t expected, const char *what, int line)
{
    if (actual == expected)
        return;
    printf("line %d: %s is %lu, expected %lu\n", line, what, actual, expected);
    failures++;
}

static inline int put(char c, FILE *stream)
{
    (void)stream;
    while (!(UCSR0A & 1 << UDRE0)) {
    }
    UDR0 = (uint8_t)c;
    return 0;
}

static inline int run_tests(const struct CMUnitTest *tests, unsigned n)
{
    static FILE serial = FDEV_SETUP_STREAM(put, NULL, _FDEV_SETUP_WRITE);
    unsigned i, passed = 0;

    UCSR0B = 1 << TXEN0;
    stdout = &serial;
    for (i = 0; i < n; i++) {
        unsigned before = failures;
        tests[i].test(NULL);
        printf("[ %s ] %s\n", failures == before ? "      OK" : " FAILED ", tests[i].name);
        passed += failures == before;
    }
    printf("[  PASSED  ] %u test(s).\n", passed);
    cli();
    sleep_mode();
    return 0;
}

#endif
