/* SPDX-License-Identifier: MIT */
/* Quantities and their products as whole numbers in limbs of 32 bits, to be added up. */
#ifndef MINRISK_LIMBS_H
#define MINRISK_LIMBS_H

#include "bits.h"
#include "wide.h"

enum minrisk_term_limbs { MINRISK_QUANTITY_TERM = 3, MINRISK_PRODUCT_TERM = 5 };

/* limb[0 .. length), lowest first, times 2^(32 offset). */
typedef struct minrisk_term {
    uint32_t limb[MINRISK_PRODUCT_TERM];
    unsigned length;
    unsigned offset;
} minrisk_term;

/* mantissa * 2^shift, mantissa < 2^64. */
static inline minrisk_term minrisk_term_of(uint64_t mantissa, unsigned shift)
{
    minrisk_term term;
    unsigned bit = shift & 31;

    term.limb[0] = (uint32_t)(mantissa << bit);
    term.limb[1] = (uint32_t)(mantissa >> (32 - bit));
    term.limb[2] = (uint32_t)(mantissa >> 32 >> (32 - bit));
    term.length = MINRISK_QUANTITY_TERM;
    term.offset = shift >> 5;
    return term;
}

/* A quantity in units of 2^-1074. */
static inline minrisk_term minrisk_term_of_quantity(minrisk_parts x)
{
    return minrisk_term_of(x.mantissa, x.shift);
}

/* A product of two quantities in units of 2^-2148; of mantissas below 2^64 too. */
static inline minrisk_term minrisk_term_of_product(minrisk_parts x, minrisk_parts y)
{
    uint64_t high, low;
    unsigned bit = (x.shift + y.shift) & 31;
    minrisk_term term;

    minrisk_wide_multiply(x.mantissa, y.mantissa, &high, &low);
    term = minrisk_term_of(low, x.shift + y.shift);
    term.limb[2] |= (uint32_t)(high << bit);
    term.limb[3] = (uint32_t)(high >> (32 - bit));
    term.limb[4] = (uint32_t)(high >> 32 >> (32 - bit));
    term.length = MINRISK_PRODUCT_TERM;
    return term;
}

/* limb[0 .. end) += term, modulo 2^(32 end); returns what is carried out of it, 0 or 1. The term
 * ends before `end`. */
static inline uint32_t minrisk_limbs_add(uint32_t *limb, unsigned end, const minrisk_term *term)
{
    uint64_t carry = 0;
    unsigned i;

    limb += term->offset;
    end -= term->offset;
    for (i = 0; i < term->length; i++) {
        carry += (uint64_t)limb[i] + term->limb[i];
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    for (; carry != 0 && i < end; i++) {
        limb[i]++;
        carry = limb[i] == 0;
    }
    return (uint32_t)carry;
}

/* limb[0 .. end) -= term, likewise; returns what is owed. */
static inline uint32_t minrisk_limbs_subtract(uint32_t *limb, unsigned end,
                                              const minrisk_term *term)
{
    uint64_t rest = 0;
    unsigned i;

    limb += term->offset;
    end -= term->offset;
    for (i = 0; i < term->length; i++) {
        rest = (uint64_t)limb[i] - term->limb[i] - (rest >> 63);
        limb[i] = (uint32_t)rest;
    }
    rest >>= 63;
    for (; rest != 0 && i < end; i++) {
        rest = limb[i] == 0;
        limb[i]--;
    }
    return (uint32_t)rest;
}

#endif
