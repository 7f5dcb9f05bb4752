/* SPDX-License-Identifier: MIT */
/* Exact sums of products of four doubles: see quartic.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "quartic.h"

#include "wide.h"

enum { TERM_LIMBS = 8 };

/* limb[] += term 2^shift. The top limbs are headroom, so the carry ends inside. */
static void add_term(uint32_t *limb, const uint32_t *term, unsigned shift)
{
    unsigned bit = shift & 31, i;
    uint64_t carry = 0, part = 0;

    limb += shift >> 5;
    for (i = 0; i < TERM_LIMBS; i++) {
        part |= (uint64_t)term[i] << bit;
        carry += (uint64_t)limb[i] + (uint32_t)part;
        limb[i] = (uint32_t)carry;
        carry >>= 32;
        part >>= 32;
    }
    /* A term has 212 bits, so that what the shift pushed on is in `part` no more. */
    for (; carry != 0; i++) {
        carry += limb[i];
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

void minrisk_quartic_add(minrisk_quartic *sum, double a, double b, double c, double d)
{
    minrisk_parts p = minrisk_parts_of(minrisk_bits_of(&a));
    minrisk_parts q = minrisk_parts_of(minrisk_bits_of(&b));
    minrisk_parts r = minrisk_parts_of(minrisk_bits_of(&c));
    minrisk_parts s = minrisk_parts_of(minrisk_bits_of(&d));
    uint32_t term[TERM_LIMBS] = {0};
    uint64_t high, low;

    minrisk_wide_multiply(p.mantissa, q.mantissa, &high, &low);
    term[0] = (uint32_t)low;
    term[1] = (uint32_t)(low >> 32);
    term[2] = (uint32_t)high;
    term[3] = (uint32_t)(high >> 32);
    minrisk_limbs_scale(term, TERM_LIMBS, r.mantissa);
    minrisk_limbs_scale(term, TERM_LIMBS, s.mantissa);
    add_term(sum->limb, term, p.shift + q.shift + r.shift + s.shift);
}

minrisk_natural minrisk_natural_of_quartic(const minrisk_quartic *sum)
{
    return minrisk_natural_of(sum->limb, MINRISK_QUARTIC_LIMBS);
}

#endif
