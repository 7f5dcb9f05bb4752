/* SPDX-License-Identifier: MIT */
/* Concentration of a market from its suppliers' quantities, in any order. */
#include "minrisk/concentration.h"

#include "exact.h"
#include "fast.h"

/* The form from the total T and the sum of squares Q, both exact. */
static minrisk_status exactly(const double *quantity, size_t n, enum minrisk_form form,
                              double *result)
{
    minrisk_sum total;
    minrisk_products squares;
    minrisk_natural t, q;
    minrisk_quotient quotient;
    minrisk_status status;

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    status = minrisk_sum_quantities(quantity, n, &total, &squares);
    if (status != MINRISK_OK) {
        return status;
    }
    t = minrisk_natural_of_sum(&total);
    q = minrisk_natural_of_products(&squares);
    quotient.unit = 0;
    if (form == MINRISK_HHI_FORM) {
        quotient.n1 = q;
        quotient.n2 = minrisk_natural_one();
        quotient.d1 = quotient.d2 = t;
    } else {
        quotient.n1 = quotient.n2 = t;
        quotient.d1 = q;
        quotient.d2 = minrisk_natural_one();
    }
    *result = minrisk_quotient_round(&quotient, MINRISK_NEAREST);
    return MINRISK_OK;
}

minrisk_status minrisk_hhi(const double *quantity, size_t n, double *hhi)
{
    if (!quantity || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }

    if (minrisk_fast(quantity, n, MINRISK_HHI_FORM, hhi)) {
        return MINRISK_OK;
    }
    return exactly(quantity, n, MINRISK_HHI_FORM, hhi);
}

minrisk_status minrisk_effective_suppliers(const double *quantity, size_t n, double *suppliers)
{
    if (!quantity || !suppliers) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }

    if (minrisk_fast(quantity, n, MINRISK_EFFECTIVE_FORM, suppliers)) {
        return MINRISK_OK;
    }
    return exactly(quantity, n, MINRISK_EFFECTIVE_FORM, suppliers);
}

minrisk_status minrisk_shares(const double *quantity, size_t n, double *share)
{
    minrisk_sum total;
    minrisk_status status;
    size_t i;

    if (!quantity || !share) {
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

    for (i = 0; i < n; i++) {
        share[i] = minrisk_share_of(quantity[i], &total);
    }
    return MINRISK_OK;
}

double minrisk_to_points(double hhi)
{
    return hhi * 10000.0;
}

/* --- classes of the merger guidelines -------------------------------------------------------- */

typedef struct thresholds {
    int32_t guideline;
    double moderate; /* from here on */
    double high;     /* above here */
} thresholds;

static const thresholds guidelines[] = {
    {MINRISK_GUIDELINE_1992, 0.10, 0.18},
    {MINRISK_GUIDELINE_2010, 0.15, 0.25},
    {MINRISK_GUIDELINE_2023, 0.10, 0.18},
};

minrisk_status minrisk_classify(double hhi, int32_t guideline, int32_t *level)
{
    size_t i;

    if (!level) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_fraction(hhi)) {
        return MINRISK_E_PARAM;
    }
    for (i = 0; i < sizeof guidelines / sizeof guidelines[0]; i++) {
        if (guidelines[i].guideline == guideline) {
            *level = hhi > guidelines[i].high        ? MINRISK_HIGH
                     : hhi >= guidelines[i].moderate ? MINRISK_MODERATE
                                                     : MINRISK_UNCONCENTRATED;
            return MINRISK_OK;
        }
    }
    return MINRISK_E_PARAM;
}
