/* SPDX-License-Identifier: MIT */
/* Concentration of a market from its suppliers' quantities, in any order. */
#include "minrisk/concentration.h"

#include "exact.h"

/* What HHI and its relatives are made of: the total T and the sum of squares Q, both exact. */
typedef struct moments {
    minrisk_sum total;
    minrisk_products squares;
} moments;

static minrisk_status gather(const double *quantity, size_t n, moments *m)
{
    memset(m, 0, sizeof *m);
    return minrisk_sum_quantities(quantity, n, &m->total, &m->squares);
}

minrisk_status minrisk_hhi(const double *quantity, size_t n, double *hhi)
{
    moments m;
    minrisk_quotient q;
    minrisk_status status;

    if (!quantity || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = gather(quantity, n, &m);
    if (status != MINRISK_OK) {
        return status;
    }

    q.n1 = minrisk_natural_of_products(&m.squares);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = minrisk_natural_of_sum(&m.total);
    q.unit = 0;
    *hhi = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

minrisk_status minrisk_effective_suppliers(const double *quantity, size_t n, double *suppliers)
{
    moments m;
    minrisk_quotient q;
    minrisk_status status;

    if (!quantity || !suppliers) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = gather(quantity, n, &m);
    if (status != MINRISK_OK) {
        return status;
    }

    q.n1 = q.n2 = minrisk_natural_of_sum(&m.total);
    q.d1 = minrisk_natural_of_products(&m.squares);
    q.d2 = minrisk_natural_one();
    q.unit = 0;
    *suppliers = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
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
