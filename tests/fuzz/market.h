/* SPDX-License-Identifier: MIT */
/* A market from bytes, and its figures by plain formulas, scaled by the largest supplier. */
#ifndef TESTS_FUZZ_MARKET_H
#define TESTS_FUZZ_MARKET_H

#include "fuzz.h"

enum { LONGEST_MARKET = 40 };

typedef struct market {
    double *x; /* NULL where the bytes say so */
    size_t n;
} market;

/* Half of the markets are made valid, lest nothing but errors be tested. */
static inline market take_market(input *in)
{
    unsigned selector = take_byte(in);
    market m = {NULL, take_byte(in) % LONGEST_MARKET};
    if (selector == 255)
        return m;
    m.x = take_doubles(in, m.n);
    for (size_t i = 0; i < m.n && selector < 160; i++) {
        if (!is_quantity(m.x[i]))
            m.x[i] = (double)i;
    }
    return m;
}

static inline void release_market(market *m)
{
    release(m->x, m->n * sizeof *m->x);
}

/* What a call on this market must return, but for its own arguments. */
static inline minrisk_status status_of_market(const market *m)
{
    if (m->x == NULL)
        return MINRISK_E_NULL;
    if (m->n == 0)
        return MINRISK_E_SIZE;
    if (!all_quantities(m->x, m->n))
        return MINRISK_E_DATA;
    return all_zero(m->x, m->n) ? MINRISK_E_NO_SUPPLY : MINRISK_OK;
}

static inline double largest_of(const double *x, size_t n)
{
    double largest = 0.0;
    for (size_t i = 0; i < n; i++)
        largest = x[i] > largest ? x[i] : largest;
    return largest;
}

/* Exact for a subnormal too: both are scaled first. */
static inline double part_of(double x, double largest)
{
    return largest < 1e-200 ? x * 0x1p600 / (largest * 0x1p600) : x / largest;
}

static inline double plain_total(const double *x, size_t n)
{
    double largest = largest_of(x, n), total = 0.0;
    for (size_t i = 0; i < n; i++)
        total += part_of(x[i], largest);
    return total;
}

static inline double plain_hhi(const double *x, size_t n)
{
    double largest = largest_of(x, n), total = plain_total(x, n), squares = 0.0;
    for (size_t i = 0; i < n; i++) {
        double part = part_of(x[i], largest) / total;
        squares += part * part;
    }
    return squares;
}

#endif
