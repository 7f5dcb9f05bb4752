/* SPDX-License-Identifier: MIT */
/* Expected loss, single points of failure, and screens: all of it exact. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/criticality.h"

#include "minrisk/concentration.h"

#include "exact.h"

/* --- signed sums ----------------------------------------------------------------------------- */

/* What is added and what is taken away of a signed sum of products. */
typedef struct signed_products {
    minrisk_products up;
    minrisk_products down;
} signed_products;

static void add_signed(signed_products *sum, double x, double y)
{
    minrisk_products_add(minrisk_bits_of(&y) & MINRISK_SIGN_BIT ? &sum->down : &sum->up, x, y);
}

/* sum / divisor, to nearest; the divisor counts in units of 2^-1074. */
static double ratio_of(const minrisk_products *sum, const minrisk_natural *divisor)
{
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_products(sum);
    q.d1 = *divisor;
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = -1074;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

/* The same of a signed sum, which is used up; 0.0 where it cancels. */
static double signed_ratio(signed_products *sum, const minrisk_natural *divisor)
{
    int sign = minrisk_limbs_difference(sum->up.limb, sum->down.limb, MINRISK_PRODUCT_LIMBS);
    double ratio = ratio_of(&sum->up, divisor);

    return sign < 0 ? -ratio : ratio;
}

static double signed_product(double x, double y, const minrisk_natural *divisor)
{
    signed_products sum;

    memset(&sum, 0, sizeof sum);
    add_signed(&sum, x, y);
    return signed_ratio(&sum, divisor);
}

/* --- scenarios and producers ----------------------------------------------------------------- */

/* 1 in units of 2^-1074 */
static minrisk_natural unity(uint32_t limb[3])
{
    return minrisk_natural_of_quantity(1.0, limb);
}

/* Whether p e of one scenario is above that of another. */
static int is_worse(const double *p, const double *e, size_t a, size_t b)
{
    signed_products sum;

    memset(&sum, 0, sizeof sum);
    add_signed(&sum, p[a], e[a]);
    add_signed(&sum, p[b], -e[b]);
    return minrisk_limbs_difference(sum.up.limb, sum.down.limb, MINRISK_PRODUCT_LIMBS) > 0;
}

minrisk_status minrisk_expected_loss(const double *probability, const double *effect, size_t n,
                                     minrisk_loss *out, double *contribution)
{
    signed_products sum;
    minrisk_natural one;
    minrisk_loss loss;
    uint32_t limb[3];
    size_t i;

    if (!probability || !effect || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&sum, 0, sizeof sum);
    loss.worst = 0;
    for (i = 0; i < n; i++) {
        if (!minrisk_is_fraction(probability[i]) || !minrisk_is_finite(effect[i])) {
            return MINRISK_E_DATA;
        }
        add_signed(&sum, probability[i], effect[i]);
        loss.worst = is_worse(probability, effect, i, loss.worst) ? i : loss.worst;
    }
    one = unity(limb);
    loss.losses = ratio_of(&sum.up, &one);
    loss.gains = ratio_of(&sum.down, &one);
    if (!minrisk_is_finite(loss.losses) || !minrisk_is_finite(loss.gains)) {
        return MINRISK_E_DATA;
    }

    loss.expected = signed_ratio(&sum, &one);
    for (i = 0; contribution && i < n; i++) {
        contribution[i] = signed_product(probability[i], effect[i], &one);
    }
    *out = loss;
    return MINRISK_OK;
}

minrisk_status minrisk_single_producer(const double *quantity, size_t n, int32_t *single,
                                       size_t *producer)
{
    size_t producers = 0, first = 0;
    size_t i;

    if (!quantity || !single) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_first_invalid(quantity, n) < n) {
        return MINRISK_E_DATA;
    }
    for (i = n; i > 0; i--) {
        if (!minrisk_is_zero(quantity[i - 1])) {
            producers++;
            first = i - 1;
        }
    }
    if (producers == 0) {
        return MINRISK_E_NO_SUPPLY;
    }

    *single = producers == 1;
    if (producer) {
        *producer = first;
    }
    return MINRISK_OK;
}

/* --- weighted country risk ------------------------------------------------------------------- */

/* Checks the data, and sums the quantities and what they weigh. */
static minrisk_status weigh(const double *quantity, const double *wgi, size_t n, minrisk_sum *total,
                            minrisk_products *squares, signed_products *sum)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!(wgi[i] >= -5.0 && wgi[i] <= 5.0) || !minrisk_is_quantity(quantity[i])) {
            return MINRISK_E_DATA;
        }
        add_signed(sum, quantity[i], wgi[i]);
    }
    return minrisk_sum_quantities(quantity, n, total, squares);
}

/* d country risk / d x_j = (w_j T - sum x w) / T^2 = sum x (w_j - w) / T^2, with the difference as
 * two products, which are exact. */
static double slope_of(const double *quantity, const double *wgi, size_t n, size_t j,
                       const minrisk_natural *total)
{
    signed_products sum;
    minrisk_quotient q;
    double ratio;
    size_t i;
    int sign;

    memset(&sum, 0, sizeof sum);
    for (i = 0; i < n; i++) {
        add_signed(&sum, quantity[i], wgi[j]);
        add_signed(&sum, quantity[i], -wgi[i]);
    }
    sign = minrisk_limbs_difference(sum.up.limb, sum.down.limb, MINRISK_PRODUCT_LIMBS);
    q.n1 = minrisk_natural_of_products(&sum.up);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = *total;
    q.unit = 0;
    ratio = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return sign < 0 ? -ratio : ratio;
}

static void attribute(const double *quantity, const double *wgi, size_t n, const minrisk_sum *sum,
                      const minrisk_attribution *parts)
{
    minrisk_natural total = minrisk_natural_of_sum(sum);
    size_t i;

    for (i = 0; parts && i < n; i++) {
        if (parts->contribution) {
            parts->contribution[i] = signed_product(quantity[i], wgi[i], &total);
        }
        if (parts->by_risk) {
            parts->by_risk[i] = minrisk_share_of(quantity[i], sum);
        }
        if (parts->by_quantity) {
            parts->by_quantity[i] = slope_of(quantity, wgi, n, i, &total);
        }
    }
}

minrisk_status minrisk_dera_country_risk(const double *quantity, const double *wgi, size_t n,
                                         minrisk_dera_result *out, const minrisk_attribution *parts)
{
    signed_products sum;
    minrisk_products squares;
    minrisk_sum total;
    minrisk_natural divisor;
    minrisk_status status;

    if (!quantity || !wgi || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&sum, 0, sizeof sum);
    memset(&squares, 0, sizeof squares);
    memset(&total, 0, sizeof total);
    status = weigh(quantity, wgi, n, &total, &squares, &sum);
    if (status != MINRISK_OK) {
        return status;
    }

    divisor = minrisk_natural_of_sum(&total);
    out->country_risk = signed_ratio(&sum, &divisor);
    out->hhi = minrisk_squares_ratio(&squares, &total, MINRISK_NEAREST);
    out->risk_class = out->country_risk > 0.5    ? MINRISK_DERA_LOW
                      : out->country_risk < -0.5 ? MINRISK_DERA_HIGH
                                                 : MINRISK_DERA_MODERATE;
    out->concentration = out->hhi < 0.15   ? MINRISK_DERA_LOW
                         : out->hhi > 0.25 ? MINRISK_DERA_HIGH
                                           : MINRISK_DERA_MODERATE;
    attribute(quantity, wgi, n, &total, parts);
    return MINRISK_OK;
}

/* --- dependence ------------------------------------------------------------------------------ */

static minrisk_status hhi_of(const double *quantity, size_t n, minrisk_sum *total, double *hhi)
{
    minrisk_products squares;
    minrisk_status status;

    memset(total, 0, sizeof *total);
    memset(&squares, 0, sizeof squares);
    status = minrisk_sum_quantities(quantity, n, total, &squares);
    if (status == MINRISK_OK) {
        *hhi = minrisk_squares_ratio(&squares, total, MINRISK_NEAREST);
    }
    return status;
}

/* imports / exports; infinite for no exports. */
static double cover_of(const minrisk_sum *imports, const minrisk_sum *exports)
{
    if (minrisk_natural_of_sum(exports).length == 0) {
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    return minrisk_sum_ratio(imports, exports);
}

minrisk_status minrisk_cepii_dependence(const double *imports, size_t partners,
                                        const double *world_exports, size_t exporters,
                                        double exports, minrisk_dependence *out)
{
    minrisk_sum total, other;
    minrisk_status status, of_world;
    double import_hhi = 0.0, world_hhi = 0.0;

    if (!imports || !world_exports || !out) {
        return MINRISK_E_NULL;
    }
    if (partners == 0 || exporters == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(exports)) {
        return MINRISK_E_PARAM;
    }
    of_world = hhi_of(world_exports, exporters, &other, &world_hhi);
    status = hhi_of(imports, partners, &total, &import_hhi);
    if (status == MINRISK_OK || of_world == MINRISK_E_DATA) {
        status = of_world;
    }
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&other, 0, sizeof other);
    minrisk_sum_add(&other, exports);
    out->import_hhi = import_hhi;
    out->world_hhi = world_hhi;
    out->cover = cover_of(&total, &other);
    out->concentrated_imports = import_hhi > 0.4;
    out->concentrated_world = world_hhi > 0.4;
    out->not_substitutable = minrisk_sum_compare(&total, &other) > 0;
    out->dependent = out->concentrated_imports && out->concentrated_world && out->not_substitutable;
    return MINRISK_OK;
}

/* --- mergers --------------------------------------------------------------------------------- */

static int32_t finding_of(const minrisk_merger *m, int32_t guideline)
{
    if (guideline == MINRISK_GUIDELINE_2023) {
        return m->delta > 0.01 && (m->level == MINRISK_HIGH || m->share > 0.3)
                   ? MINRISK_MERGER_PRESUMED
                   : MINRISK_MERGER_NO_CONCERN;
    }
    if (m->level == MINRISK_UNCONCENTRATED) {
        return MINRISK_MERGER_NO_CONCERN;
    }
    if (guideline == MINRISK_GUIDELINE_2010) {
        return m->delta < 0.01                               ? MINRISK_MERGER_NO_CONCERN
               : m->level == MINRISK_HIGH && m->delta > 0.02 ? MINRISK_MERGER_PRESUMED
                                                             : MINRISK_MERGER_SCRUTINY;
    }
    if (m->level == MINRISK_MODERATE) {
        return m->delta > 0.01 ? MINRISK_MERGER_SCRUTINY : MINRISK_MERGER_NO_CONCERN;
    }
    return m->delta > 0.01    ? MINRISK_MERGER_PRESUMED
           : m->delta > 0.005 ? MINRISK_MERGER_SCRUTINY
                              : MINRISK_MERGER_NO_CONCERN;
}

/* (Q + 2 a b) / T^2 and (a + b) / T */
static void merge(const double *quantity, size_t n, size_t a, size_t b, minrisk_merger *m)
{
    minrisk_sum total, both;
    minrisk_products squares;

    memset(&total, 0, sizeof total);
    memset(&both, 0, sizeof both);
    memset(&squares, 0, sizeof squares);
    (void)minrisk_sum_quantities(quantity, n, &total, &squares);
    minrisk_products_add(&squares, quantity[a], quantity[b]);
    minrisk_products_add(&squares, quantity[a], quantity[b]);
    m->after = minrisk_squares_ratio(&squares, &total, MINRISK_NEAREST);
    minrisk_sum_add(&both, quantity[a]);
    minrisk_sum_add(&both, quantity[b]);
    m->share = minrisk_sum_ratio(&both, &total);
}

minrisk_status minrisk_merger_screen(const double *quantity, size_t n, size_t a, size_t b,
                                     int32_t guideline, minrisk_merger *out)
{
    minrisk_merger m;
    minrisk_status status;
    int32_t level;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (minrisk_classify(0.0, guideline, &level) != MINRISK_OK) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_merger_delta(quantity, n, a, b, &m.delta);
    if (status != MINRISK_OK) {
        return status;
    }

    (void)minrisk_hhi(quantity, n, &m.before);
    merge(quantity, n, a, b, &m);
    (void)minrisk_classify(m.after, guideline, &m.level);
    m.finding = finding_of(&m, guideline);
    *out = m;
    return MINRISK_OK;
}

#endif
