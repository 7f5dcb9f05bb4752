/* SPDX-License-Identifier: MIT */
/* Concentration of a market from its suppliers' quantities, in any order. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/concentration.h"

#include "exact.h"
#include "fast.h"

/* The total T and the sum of squares Q of a market, both exact. */
typedef struct sums {
    minrisk_sum total;
    minrisk_products squares;
} sums;

static minrisk_status sum_up(const double *quantity, size_t n, sums *s)
{
    memset(s, 0, sizeof *s);
    return minrisk_sum_quantities(quantity, n, &s->total, &s->squares);
}

minrisk_status minrisk_hhi(const double *quantity, size_t n, double *hhi)
{
    sums s;
    minrisk_status status;

    if (!quantity || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_fast_hhi(quantity, n, hhi)) {
        return MINRISK_OK;
    }
    status = sum_up(quantity, n, &s);
    if (status != MINRISK_OK) {
        return status;
    }

    *hhi = minrisk_squares_ratio(&s.squares, &s.total, MINRISK_NEAREST);
    return MINRISK_OK;
}

static minrisk_status sum_up_floats(const float *quantity, size_t n, sums *s)
{
    minrisk_status status = MINRISK_E_NO_SUPPLY;
    size_t i;

    memset(s, 0, sizeof *s);
    for (i = 0; i < n; i++) {
        double x = minrisk_double_of_float(quantity[i]);
        minrisk_status each = minrisk_sum_quantities(&x, 1, &s->total, &s->squares);
        if (each == MINRISK_E_DATA) {
            return each;
        }
        status = each == MINRISK_OK ? MINRISK_OK : status;
    }
    return status;
}

/* The float nearest to an x in [2^-64, 1], ties to even: far from where floats are subnormal. */
static float narrow(double x)
{
    uint64_t bits = minrisk_bits_of(&x);
    uint32_t word;
    float result;

    bits += ((uint64_t)1 << 28) - 1 + (bits >> 29 & 1);
    word = (uint32_t)((bits >> 29) - ((uint64_t)(1023 - 127) << 23));
    minrisk_copy(&result, &word, sizeof result);
    return result;
}

/* Rounded to odd at 53 bits, then to nearest at 24, a quotient is as if it was rounded once (Boldo
 * and Melquiond 2008, theorem 3: two bits more are enough). */
minrisk_status minrisk_hhi_f32(const float *quantity, size_t n, float *hhi)
{
    sums s;
    minrisk_status status;

    if (!quantity || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_fast_hhi_f32(quantity, n, hhi)) {
        return MINRISK_OK;
    }
    status = sum_up_floats(quantity, n, &s);
    if (status != MINRISK_OK) {
        return status;
    }

    *hhi = narrow(minrisk_squares_ratio(&s.squares, &s.total, MINRISK_ODD));
    return MINRISK_OK;
}

minrisk_status minrisk_effective_suppliers(const double *quantity, size_t n, double *suppliers)
{
    sums s;
    minrisk_quotient q;
    minrisk_status status;

    if (!quantity || !suppliers) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_fast_effective(quantity, n, suppliers)) {
        return MINRISK_OK;
    }
    status = sum_up(quantity, n, &s);
    if (status != MINRISK_OK) {
        return status;
    }

    q.n1 = q.n2 = minrisk_natural_of_sum(&s.total);
    q.d1 = minrisk_natural_of_products(&s.squares);
    q.d2 = minrisk_natural_one();
    q.unit = 0;
    *suppliers = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return MINRISK_OK;
}

/* (m Q - T^2) / ((m - 1) T^2) = (m Q - T^2) (m - 1) / ((m - 1) T)^2, m > 1, which needs no second
 * copy of T. The sums are used up. With at most m positive quantities m Q >= T^2 (Cauchy). */
static double normalise(sums *s, size_t market_size)
{
    uint64_t others = (uint64_t)market_size - 1;
    minrisk_natural total = minrisk_natural_of_sum(&s->total);
    uint32_t limb[2];
    minrisk_quotient q;

    minrisk_limbs_scale(s->squares.limb, MINRISK_PRODUCT_LIMBS, market_size);
    minrisk_limbs_add_product(s->squares.limb, MINRISK_PRODUCT_LIMBS, &total, &total, 1);
    minrisk_limbs_scale(s->total.limb, MINRISK_SUM_LIMBS, others);
    limb[0] = (uint32_t)others;
    limb[1] = (uint32_t)(others >> 32);
    q.n1 = minrisk_natural_of_products(&s->squares);
    q.n2 = minrisk_natural_of(limb, 2);
    q.d1 = q.d2 = minrisk_natural_of_sum(&s->total);
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

minrisk_status minrisk_hhi_normalised(const double *quantity, size_t n, size_t market_size,
                                      double *out)
{
    sums s;
    minrisk_status status;
    size_t positives;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    positives = minrisk_count_positive(quantity, n);
    if (market_size == 0) {
        market_size = positives;
    }
    if (market_size >= positives && minrisk_fast_normalised(quantity, n, market_size, out)) {
        return MINRISK_OK;
    }
    status = sum_up(quantity, n, &s);
    if (status == MINRISK_E_DATA) {
        return status;
    }
    if (market_size < positives) {
        return MINRISK_E_PARAM;
    }
    if (status != MINRISK_OK) {
        return status;
    }

    *out = market_size == 1 ? 1.0 : normalise(&s, market_size);
    return MINRISK_OK;
}

minrisk_status minrisk_merger_delta(const double *quantity, size_t n, size_t a, size_t b,
                                    double *delta)
{
    minrisk_sum total;
    minrisk_quotient q;
    minrisk_status status;
    uint32_t limb_a[3], limb_b[3];

    if (!quantity || !delta) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (a >= n || b >= n) {
        return MINRISK_E_PARAM;
    }
    if (a != b && minrisk_fast_delta(quantity, n, quantity[a], quantity[b], delta)) {
        return MINRISK_OK;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status == MINRISK_E_DATA) {
        return status;
    }
    if (a == b) {
        return MINRISK_E_PARAM;
    }
    if (status != MINRISK_OK) {
        return status;
    }

    q.n1 = minrisk_natural_of_quantity(quantity[a], limb_a);
    q.n2 = minrisk_natural_of_quantity(quantity[b], limb_b);
    q.d1 = q.d2 = minrisk_natural_of_sum(&total);
    q.unit = 1;
    *delta = minrisk_quotient_round(&q, MINRISK_NEAREST);
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
    if (minrisk_fast_shares(quantity, n, NULL, share)) {
        return MINRISK_OK;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    if (!minrisk_fast_shares(quantity, n, &total, share)) {
        for (i = 0; i < n; i++) {
            share[i] = minrisk_share_of(quantity[i], &total);
        }
    }
    return MINRISK_OK;
}

minrisk_status minrisk_gini_simpson(const double *quantity, size_t n, double *index)
{
    sums s;
    minrisk_status status;

    if (!quantity || !index) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = sum_up(quantity, n, &s);
    if (status != MINRISK_OK) {
        return status;
    }

    minrisk_products_from_square(&s.squares, &s.total);
    *index = minrisk_squares_ratio(&s.squares, &s.total, MINRISK_NEAREST);
    return MINRISK_OK;
}

/* (a - b) / total; a is used up. */
static double signed_ratio(minrisk_products *a, const minrisk_products *b, const minrisk_sum *total)
{
    int sign = minrisk_limbs_difference(a->limb, b->limb, MINRISK_PRODUCT_LIMBS);
    minrisk_quotient q;
    double size;

    q.n1 = minrisk_natural_of_products(a);
    q.n2 = q.d2 = minrisk_natural_one();
    q.d1 = minrisk_natural_of_sum(total);
    q.unit = -1074;
    size = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return sign < 0 ? -size : size;
}

minrisk_status minrisk_weighted_mean(const double *quantity, const double *weight, size_t n,
                                     double *mean)
{
    minrisk_sum total;
    minrisk_products above, below;
    minrisk_status status;
    size_t i;

    if (!quantity || !weight || !mean) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_finite(weight[i])) {
            return MINRISK_E_DATA;
        }
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&above, 0, sizeof above);
    memset(&below, 0, sizeof below);
    for (i = 0; i < n; i++) {
        int negative = (minrisk_bits_of(&weight[i]) & MINRISK_SIGN_BIT) != 0;
        minrisk_products_add(negative ? &below : &above, quantity[i], weight[i]);
    }
    *mean = signed_ratio(&above, &below, &total);
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

#endif
