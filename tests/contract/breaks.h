/* SPDX-License-Identifier: MIT */
/* For functions that take structs: breaks of the inputs, each an act on a valid call. Every one and
 * every two of them are tried; the status that stands first is expected, the outputs as they were. */
#ifndef TESTS_CONTRACT_BREAKS_H
#define TESTS_CONTRACT_BREAKS_H

#include "contract/defects.h"

typedef struct input_break {
    double *number;       /* set to value, */
    const double **array; /* or this set to NULL, */
    size_t *count;        /* or this to 0 */
    double value;
    minrisk_status status;
} input_break;

#define NUMBER_BREAKS(place, status)                                                               \
    {&(place), NULL, NULL, (double)NAN, status}, {&(place), NULL, NULL, HUGE_VAL, status},         \
        {&(place), NULL, NULL, -HUGE_VAL, status}, {&(place), NULL, NULL, -4.9e-324, status},      \
    {                                                                                              \
        &(place), NULL, NULL, -1, status                                                           \
    }

#define ABOVE(place, most, status)                                                                 \
    {                                                                                              \
        &(place), NULL, NULL, most, status                                                         \
    }
#define NULL_BREAK(place)                                                                          \
    {                                                                                              \
        NULL, &(place), NULL, 0, MINRISK_E_NULL                                                    \
    }
#define COUNT_BREAK(place)                                                                         \
    {                                                                                              \
        NULL, NULL, &(place), 0, MINRISK_E_SIZE                                                    \
    }

static inline void make_break(const input_break *b)
{
    if (b->number != NULL)
        *b->number = b->value;
    else if (b->array != NULL)
        *b->array = NULL;
    else
        *b->count = 0;
}

static inline int same_place(const input_break *a, const input_break *b)
{
    return a->number == b->number && a->array == b->array && a->count == b->count;
}

/* valid() makes the call valid again; call() makes it, and fails where outputs do not fit. Of two
 * breaks of one place the later counts. */
static inline void try_breaks(const input_break *breaks, size_t n, void (*valid)(void),
                              minrisk_status (*call)(void))
{
    valid();
    assert_int_equal(call(), MINRISK_OK);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            minrisk_status expected = same_place(&breaks[i], &breaks[j])
                                          ? breaks[j].status
                                          : first_status(breaks[i].status, breaks[j].status);
            valid();
            make_break(&breaks[i]);
            make_break(&breaks[j]);
            assert_case(call(), expected, "a break");
        }
}

#endif
