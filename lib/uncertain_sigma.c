/* SPDX-License-Identifier: MIT */
/* The standard deviation of HHI, to first order: apart from the exact intervals, since a square
 * root is only reproducible. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/uncertain.h"

#include "elementary.h"
#include "exact.h"

typedef struct estimates {
    const double *quantity, *sigma;
    size_t n;
    minrisk_sum total;
    minrisk_products squares;
} estimates;

/* 2^unit times |s - H| sigma / T, rounded once from |x T - Q| sigma / T^3. */
static double sway(const estimates *e, size_t i, int unit)
{
    minrisk_natural t = minrisk_natural_of_sum(&e->total);
    minrisk_natural s = minrisk_natural_of_products(&e->squares), one = minrisk_natural_one();
    minrisk_products difference, square;
    uint32_t limb[2][3];
    minrisk_natural quantity = minrisk_natural_of_quantity(e->quantity[i], limb[0]);
    minrisk_quotient q;

    memset(&difference, 0, sizeof difference);
    memset(&square, 0, sizeof square);
    minrisk_limbs_add_product(difference.limb, MINRISK_PRODUCT_LIMBS, &quantity, &t, 0);
    minrisk_limbs_add_product(difference.limb, MINRISK_PRODUCT_LIMBS, &s, &one, 1);
    (void)minrisk_limbs_make_positive(difference.limb, MINRISK_PRODUCT_LIMBS);
    minrisk_limbs_add_product(square.limb, MINRISK_PRODUCT_LIMBS, &t, &t, 0);
    q.n1 = minrisk_natural_of_products(&difference);
    q.n2 = minrisk_natural_of_quantity(e->sigma[i], limb[1]);
    q.d1 = minrisk_natural_of_products(&square);
    q.d2 = t;
    q.unit = unit;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

/* Their squares, exactly; returns whether all are doubles. */
static int add_sways(const estimates *e, int unit, minrisk_products *sum)
{
    size_t i;

    memset(sum, 0, sizeof *sum);
    for (i = 0; i < e->n; i++) {
        double x = sway(e, i, unit);
        if (!minrisk_is_finite(x)) {
            return 0;
        }
        minrisk_products_add(sum, x, x);
    }
    return 1;
}

/* 2 sqrt(sum) 2^-unit: the root of the sum over 2^top, top even, just above it. */
static double twice_the_root(const minrisk_products *sum, int unit)
{
    minrisk_quotient q;
    double root;
    int top, shift;

    q.n1 = minrisk_natural_of_products(sum);
    q.n2 = q.d1 = q.d2 = minrisk_natural_one();
    top = 32 * (int)(q.n1.length + q.n1.skipped);
    q.unit = -top;
    root = minrisk_sqrt(minrisk_quotient_round(&q, MINRISK_NEAREST));
    shift = 1 + top / 2 - 1074 - unit;
    root *= minrisk_double_of((uint64_t)(1023 + shift / 2) << 52);
    return root * minrisk_double_of((uint64_t)(1023 + shift - shift / 2) << 52);
}

/* Units of 2^-512 leave no term that counts subnormal; and where one of them is past the range of
 * double, as for standard deviations of 2^512 times the total, the largest is a double in units of
 * 2^512 or the result is past the range itself. */
enum { FINE = 512 };

static double sigma_of(const estimates *e)
{
    minrisk_products sum;

    if (add_sways(e, FINE, &sum)) {
        return twice_the_root(&sum, FINE);
    }
    if (add_sways(e, -FINE, &sum)) {
        return twice_the_root(&sum, -FINE);
    }
    return minrisk_double_of(MINRISK_INFINITY_BITS);
}

minrisk_status minrisk_hhi_sigma(const double *quantity, const double *sigma, size_t n,
                                 double *hhi_sigma)
{
    estimates e;
    minrisk_status status;

    if (!quantity || !sigma || !hhi_sigma) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_first_invalid(sigma, n) < n) {
        return MINRISK_E_DATA;
    }
    memset(&e, 0, sizeof e);
    status = minrisk_sum_quantities(quantity, n, &e.total, &e.squares);
    if (status != MINRISK_OK) {
        return status;
    }

    e.quantity = quantity;
    e.sigma = sigma;
    e.n = n;
    *hhi_sigma = sigma_of(&e);
    return MINRISK_OK;
}

#endif
