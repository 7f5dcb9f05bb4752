/* SPDX-License-Identifier: MIT */
/* Measures by rank: a market of up to 120 suppliers, its order, and plain formulas. */
#ifndef TESTS_FUZZ_RANKED_H
#define TESTS_FUZZ_RANKED_H

#include "market.h"

/* A market, up to three times over, so that some need scratch. */
static inline market take_repeated_market(input *in)
{
    size_t times = 1 + take_byte(in) % 3;
    market once = take_market(in), m = {NULL, once.n * times};
    if (once.x == NULL)
        return m;
    m.x = block_of(m.n * sizeof *m.x);
    for (size_t i = 0; i < m.n; i++)
        m.x[i] = once.x[i % once.n];
    release_market(&once);
    return m;
}

static inline int descending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* The largest first. */
static inline double *sorted_copy(const market *m)
{
    double *sorted = copy_doubles(m->x, m->n);
    qsort(sorted, m->n, sizeof *sorted, descending);
    return sorted;
}

static inline int is_in_order(const market *m)
{
    for (size_t i = 1; i < m->n; i++) {
        if (m->x[i] > m->x[i - 1])
            return 0;
    }
    return 1;
}

/* What a call must return that wants the largest first. */
static inline minrisk_status status_of_ordered(const market *m)
{
    minrisk_status status = status_of_market(m);
    if ((status == MINRISK_OK || status == MINRISK_E_NO_SUPPLY) && !is_in_order(m))
        return MINRISK_E_DATA;
    return status;
}

static inline size_t positives_of(const market *m)
{
    size_t positives = 0;
    for (size_t i = 0; i < m->n; i++)
        positives += m->x[i] > 0.0;
    return positives;
}

/* None, one that holds the positives, or one that does not. */
static inline size_t take_market_size(input *in, const market *m)
{
    unsigned selector = take_byte(in);
    if (selector < 100 || m->x == NULL)
        return 0;
    return positives_of(m) + selector - 102;
}

static inline minrisk_status with_market_size(minrisk_status status, const market *m, size_t size)
{
    return status == MINRISK_OK && size != 0 && size < positives_of(m) ? MINRISK_E_PARAM : status;
}

/* sum of j s_(j) over the largest first. */
static inline double plain_rank_sum(const market *m)
{
    double *sorted = sorted_copy(m), largest = sorted[0], sum = 0.0;
    for (size_t i = 0; i < m->n; i++)
        sum += (double)(i + 1) * part_of(sorted[i], largest);
    release(sorted, m->n * sizeof *sorted);
    return sum / plain_total(m->x, m->n);
}

static inline void require_gini(const market *m, size_t size, double gini)
{
    double n = (double)(size ? size : positives_of(m));
    require(gini >= 0.0 && gini <= 1.0);
    require(size_of(gini - (1.0 + 1.0 / n - 2.0 * plain_rank_sum(m) / n)) < 1e-12);
}

static inline void require_hall_tideman(const market *m, double index)
{
    require(index > 0.0 && index <= 1.0);
    require(is_near(index, 1.0 / (2.0 * plain_rank_sum(m) - 1.0), 1e-12));
}

#endif
