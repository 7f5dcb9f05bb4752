/* SPDX-License-Identifier: MIT */
/* Reciprocal dual of the HHI: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"

minrisk_status minrisk_hhi_dual(const double *quantity, size_t n, double *out)
{
    minrisk_sum total;
    minrisk_products squares, spread;
    minrisk_status status;
    minrisk_natural whole;
    minrisk_quotient q;
    size_t positives;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    status = minrisk_sum_quantities(quantity, n, &total, &squares);
    if (status != MINRISK_OK) {
        return status;
    }

    /* (m Q - T^2) / (m Q), of which the numerator is not negative (Cauchy). */
    positives = minrisk_count_positive(quantity, n);
    minrisk_limbs_scale(squares.limb, MINRISK_PRODUCT_LIMBS, positives);
    spread = squares;
    whole = minrisk_natural_of_sum(&total);
    minrisk_limbs_add_product(spread.limb, MINRISK_PRODUCT_LIMBS, &whole, &whole, 1);
    q.n1 = minrisk_natural_of_products(&spread);
    q.d1 = minrisk_natural_of_products(&squares);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    *out = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

#endif
