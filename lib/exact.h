/* SPDX-License-Identifier: MIT */
/* Exact sums of doubles and of their products, and correctly rounded quotients of such sums.
 *
 * A sum is a natural number in 32-bit limbs, lowest first, in units of 2^-1074, the smallest
 * double; a sum of products is one in units of 2^-2148. Every finite double is a whole number of
 * units, so adding is integer addition: exact, in any order. A quotient is rounded once, at the
 * end.
 *
 *     sum         2098 bits for the largest double, 64 for as many terms as a size_t can count
 *     products    4196 bits, 64 for the terms; both leave room for a factor of 2^64
 */
#ifndef MINRISK_EXACT_H
#define MINRISK_EXACT_H

#include "minrisk/status.h"

#include "bits.h"
#include "wide.h"

enum minrisk_limbs { MINRISK_SUM_LIMBS = 70, MINRISK_PRODUCT_LIMBS = 138 };

typedef struct minrisk_sum {
    uint32_t limb[MINRISK_SUM_LIMBS];
} minrisk_sum;

typedef struct minrisk_products {
    uint32_t limb[MINRISK_PRODUCT_LIMBS];
} minrisk_products;

/* A view of a natural number without the zero limbs at its ends: the limbs times 2^(32 skipped). */
typedef struct minrisk_natural {
    const uint32_t *limb;
    unsigned length; /* 0: the number is zero */
    unsigned skipped;
} minrisk_natural;

/* (n1 * n2) / (d1 * d2) in units of 2^unit. */
typedef struct minrisk_quotient {
    minrisk_natural n1, n2, d1, d2;
    int unit;
} minrisk_quotient;

enum minrisk_rounding {
    MINRISK_NEAREST, /* ties to even */
    MINRISK_DOWN,    /* toward zero */
    MINRISK_UP,      /* away from zero */
    MINRISK_ODD      /* to the neighbour whose last bit is 1, unless exact */
};

/* Adds x to a sum, or takes it away from a sum that is at least as large; x is a quantity. */
void minrisk_sum_add(minrisk_sum *sum, double x);
void minrisk_sum_subtract(minrisk_sum *sum, double x);

/* Adds x, which is finite and of either sign, to a sum that stands in a workspace as bytes. */
void minrisk_sum_change(void *sum, double x);

/* Adds x as many times, or takes it away. */
void minrisk_sum_add_times(minrisk_sum *sum, double x, uint64_t times);
void minrisk_sum_subtract_times(minrisk_sum *sum, double x, uint64_t times);

/* Adds x * y, or takes it away; both are quantities. */
void minrisk_products_add(minrisk_products *products, double x, double y);
void minrisk_products_subtract(minrisk_products *products, double x, double y);

/* The square of the sum less the products, which are no more than it, into the products. */
void minrisk_products_from_square(minrisk_products *products, const minrisk_sum *sum);

/* Multiplies a number in place; the caller knows that the product fits. */
void minrisk_limbs_scale(uint32_t *limb, unsigned length, uint64_t factor);

/* |a - b| into a, which needs no more room; the sign of a - b. */
int minrisk_limbs_difference(uint32_t *a, const uint32_t *b, unsigned length);

/* limb[] += a * b, or -= where negative is 1, in two's complement. Neither factor is a view of
 * limb[], and the caller knows that the result fits. */
void minrisk_limbs_add_product(uint32_t *limb, unsigned length, const minrisk_natural *a,
                               const minrisk_natural *b, int negative);

/* A number in two's complement becomes its size; returns whether it was negative. */
int minrisk_limbs_make_positive(uint32_t *limb, unsigned length);

/* Adds n quantities to a zeroed sum and, unless it is NULL, their squares to zeroed products.
 * Returns MINRISK_OK, MINRISK_E_DATA, or MINRISK_E_NO_SUPPLY where the sum stays zero. */
minrisk_status minrisk_sum_quantities(const double *quantity, size_t n, minrisk_sum *sum,
                                      minrisk_products *squares);

/* How many quantities are not 0. */
size_t minrisk_count_positive(const double *quantity, size_t n);

/* The sum alone, of many, in a third of the time and with half a KB of stack more. */
minrisk_status minrisk_sum_total(const double *quantity, size_t n, minrisk_sum *sum);

minrisk_natural minrisk_natural_of(const uint32_t *limb, unsigned length);
minrisk_natural minrisk_natural_of_sum(const minrisk_sum *sum);
minrisk_natural minrisk_natural_of_products(const minrisk_products *products);
minrisk_natural minrisk_natural_one(void);

/* A quantity in units of 2^-1074; its limbs go into limb[]. */
minrisk_natural minrisk_natural_of_quantity(double x, uint32_t limb[3]);

/* A view of an integer, whose limbs the caller keeps. */
minrisk_natural minrisk_natural_of_integer(uint64_t integer, uint32_t limb[2]);

/* mantissa * 2^exponent, the top bit of the mantissa set. */
typedef struct minrisk_prefix {
    uint64_t mantissa;
    int exponent;
} minrisk_prefix;

/* The leading 64 bits of a number that is not zero; the rest is cut: less than 1 of the mantissa,
 * which is less than 2^-63 of the number. */
static inline minrisk_prefix minrisk_prefix_of(const minrisk_natural *a)
{
    uint32_t first = a->limb[a->length - 1];
    uint32_t second = a->length > 1 ? a->limb[a->length - 2] : 0;
    uint32_t third = a->length > 2 ? a->limb[a->length - 3] : 0;
    uint64_t top = (uint64_t)first << 32 | second;
    unsigned zeros = minrisk_leading_zeros(top);
    minrisk_prefix lead;

    lead.mantissa = top << zeros | (uint64_t)third >> (32 - zeros);
    lead.exponent = 32 * ((int)a->skipped + (int)a->length - 2) - (int)zeros;
    return lead;
}

/* Whether anything was cut: the lowest limb of a view is not zero. */
static inline int minrisk_prefix_is_cut(const minrisk_natural *a)
{
    unsigned zeros;

    if (a->length != 3) {
        return a->length > 3;
    }
    zeros = minrisk_leading_zeros((uint64_t)a->limb[2] << 32);
    return (uint32_t)(a->limb[0] << zeros) != 0;
}

/* The leading 106 bits of a sum, the rest cut: (high + low 2^-53) 2^exponent. */
typedef struct minrisk_leading {
    uint64_t high; /* in [2^52, 2^53) */
    uint64_t low;  /* below 2^53 */
    int exponent;
} minrisk_leading;

/* Those of a sum that is not zero. */
minrisk_leading minrisk_sum_leading(const minrisk_sum *sum);

/* The sign of a - b. */
int minrisk_sum_compare(const minrisk_sum *a, const minrisk_sum *b);

/* Whether `count` quantities, 1 to 2^62 of them, can have this total and this sum of squares, both
 * of them positive: squares <= total^2 <= count squares. */
int minrisk_sums_are_possible(const minrisk_natural *total, const minrisk_natural *squares,
                              uint64_t count);
/* The sign of n1 * n2 * 2^unit - d1 * d2: how the quotient compares with 1. */
int minrisk_quotient_compare_one(const minrisk_quotient *q);

/* The quotient, rounded once; infinite past the range of double (the largest double, rounding
 * down). The denominator is not zero. */
double minrisk_quotient_round(const minrisk_quotient *q, enum minrisk_rounding rounding);

/* a / b of two sums, to nearest; b is not zero. */
double minrisk_sum_ratio(const minrisk_sum *a, const minrisk_sum *b);

/* squares / total^2; the total is not zero. */
double minrisk_squares_ratio(const minrisk_products *squares, const minrisk_sum *total,
                             enum minrisk_rounding rounding);

/* x / total, to nearest; x is a quantity, the total is not zero. */
double minrisk_share_of(double x, const minrisk_sum *total);

/* The double nearest to a sum. */
double minrisk_sum_round(const minrisk_sum *sum);

#endif
