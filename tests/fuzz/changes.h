/* SPDX-License-Identifier: MIT */
/* Two markets of the same suppliers from bytes. */
#ifndef TESTS_FUZZ_CHANGES_H
#define TESTS_FUZZ_CHANGES_H

#include "market.h"

typedef struct two_markets {
    market before, after;
} two_markets;

static inline two_markets take_two_markets(input *in)
{
    two_markets m;
    m.before = take_market(in);
    m.after = m.before;
    m.after.x = NULL;
    if (take_byte(in) == 255)
        return m;
    m.after.x = take_doubles(in, m.after.n);
    for (size_t i = 0; i < m.after.n && m.before.x != NULL; i++) {
        if (!is_quantity(m.after.x[i]))
            m.after.x[i] = m.before.x[i];
    }
    return m;
}

static inline void release_two_markets(two_markets *m)
{
    release_market(&m->before);
    release_market(&m->after);
}

static inline minrisk_status status_of_both(const two_markets *m)
{
    minrisk_status first = status_of_market(&m->before), second = status_of_market(&m->after);
    if (first == MINRISK_OK || second == MINRISK_OK)
        return first == MINRISK_OK ? second : first;
    return first > second ? first : second;
}

static inline double share_of(const double *x, size_t n, size_t i)
{
    return part_of(x[i], largest_of(x, n)) / plain_total(x, n);
}

#endif
