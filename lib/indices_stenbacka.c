/* SPDX-License-Identifier: MIT */
/* Stenbacka threshold of dominance: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "exact.h"

/* The two largest quantities; the second is 0 where only one is positive. */
static void leading_two(const double *quantity, size_t n, double *first, double *second)
{
    size_t i;

    *first = *second = 0.0;
    for (i = 0; i < n; i++) {
        if (minrisk_rank_key(quantity[i]) > minrisk_rank_key(*first)) {
            *second = *first;
            *first = quantity[i];
        } else if (minrisk_rank_key(quantity[i]) > minrisk_rank_key(*second)) {
            *second = quantity[i];
        }
    }
}

minrisk_status minrisk_stenbacka(const double *quantity, size_t n, double *out)
{
    minrisk_sum total;
    minrisk_products rest;
    minrisk_status status;
    minrisk_quotient q;
    double first, second;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    /* (T^2 - x_(1)^2 + x_(2)^2) / (2 T^2) */
    leading_two(quantity, n, &first, &second);
    memset(&rest, 0, sizeof rest);
    q.d1 = q.d2 = minrisk_natural_of_sum(&total);
    minrisk_limbs_add_product(rest.limb, MINRISK_PRODUCT_LIMBS, &q.d1, &q.d2, 0);
    minrisk_products_subtract(&rest, first, first);
    minrisk_products_add(&rest, second, second);
    q.n1 = minrisk_natural_of_products(&rest);
    q.n2 = minrisk_natural_one();
    q.unit = -1;
    *out = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

#endif
