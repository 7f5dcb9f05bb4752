/* SPDX-License-Identifier: MIT */
/* A commodity of the USGS's method from bytes. */
#ifndef TESTS_FUZZ_USGS_H
#define TESTS_FUZZ_USGS_H

#include "criticality.h"

typedef struct commodity {
    supply production;
    double *value, *spent, *profit;
    minrisk_usgs_inputs inputs;
} commodity;

static inline commodity take_commodity(input *in)
{
    commodity c;
    int tame = take_byte(in) < 200;
    size_t n = take_byte(in) % LONGEST_SUPPLY;
    c.production = take_supply(in, 1.0, 0.0, 1.0);
    c.value = take_within(in, n, 0.0, 1e100, tame);
    c.spent = take_within(in, n, 0.0, 1e100, tame);
    c.profit = take_within(in, n, 1e-100, 1e100, tame);
    c.inputs.production = c.production.view;
    c.inputs.value_added = c.value;
    c.inputs.expenditure = c.spent;
    c.inputs.profit = c.profit;
    c.inputs.industries = n;
    c.inputs.trade_exposure = take_double(in);
    c.inputs.gdp = take_double(in);
    return c;
}

static inline void release_commodity(commodity *c)
{
    size_t bytes = c->inputs.industries * sizeof(double);
    release(c->value, bytes);
    release(c->spent, bytes);
    release(c->profit, bytes);
    release_supply(&c->production);
}

static inline minrisk_status status_of_commodity(const commodity *c)
{
    const minrisk_usgs_inputs *in = &c->inputs;
    if (in->production.n == 0 || in->industries == 0)
        return MINRISK_E_SIZE;
    if (!is_fraction(in->trade_exposure) || !is_quantity(in->gdp) || in->gdp == 0.0)
        return MINRISK_E_PARAM;
    if (!all_quantities(c->value, in->industries) || !all_quantities(c->spent, in->industries) ||
        !all_quantities(c->profit, in->industries))
        return MINRISK_E_DATA;
    for (size_t i = 0; i < in->industries; i++) {
        if (c->profit[i] == 0.0)
            return MINRISK_E_DATA;
    }
    return status_of_supply(&c->production, 1.0, 0.0, 1.0);
}

#endif
