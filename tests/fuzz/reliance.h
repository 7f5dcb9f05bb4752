/* SPDX-License-Identifier: MIT */
/* What holds of every net import reliance. */
#ifndef TESTS_FUZZ_RELIANCE_H
#define TESTS_FUZZ_RELIANCE_H

#include "fuzz.h"

static inline minrisk_reliance untouched_reliance(void)
{
    minrisk_reliance r = {-7, -8, -9.0, -10.0};
    return r;
}

static inline int same_reliance(const minrisk_reliance *a, const minrisk_reliance *b)
{
    return a->state == b->state && a->known == b->known && same_bits(a->low, b->low) &&
           same_bits(a->high, b->high);
}

static inline int is_untouched_reliance(const minrisk_reliance *r)
{
    minrisk_reliance before = untouched_reliance();
    return same_reliance(r, &before);
}

static inline void check_unknown(const minrisk_reliance *r)
{
    require(r->known == 0 || r->known == 1);
    if (!r->known)
        require(same_bits(r->low, 0.0) && same_bits(r->high, 0.0));
}

/* A balance gives a value, a net exporter, or no consumption. */
static inline void check_reliance_of_balance(const minrisk_reliance *r)
{
    check_unknown(r);
    require(same_bits(r->low, r->high));
    if (r->state == MINRISK_RELIANCE_VALUE)
        require(r->known && is_fraction(r->low));
    else if (r->state == MINRISK_RELIANCE_NET_EXPORTER)
        require(r->low <= 0.0 && is_finite(r->low));
    else
        require(r->state == MINRISK_RELIANCE_NO_CONSUMPTION && !r->known);
}

#endif
