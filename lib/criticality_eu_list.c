/* SPDX-License-Identifier: MIT */
/* Economic importance, and the rule of the EU's list of critical raw materials: all of it exact. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/criticality.h"

#include "exact.h"

static minrisk_status check_uses(const minrisk_eu_uses *uses)
{
    int within = 1;
    size_t i;

    if (!uses->share || !uses->value_added) {
        return MINRISK_E_NULL;
    }
    if (uses->n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(uses->largest) || minrisk_is_zero(uses->largest) ||
        !minrisk_is_fraction(uses->substitution)) {
        return MINRISK_E_PARAM;
    }
    for (i = 0; i < uses->n; i++) {
        if (!minrisk_is_fraction(uses->share[i]) || !minrisk_is_quantity(uses->value_added[i])) {
            return MINRISK_E_DATA;
        }
        within =
            within && minrisk_rank_key(uses->value_added[i]) <= minrisk_rank_key(uses->largest);
    }
    return within ? MINRISK_OK : MINRISK_E_PARAM;
}

/* weight * sum / largest, of a sum of products. */
static double importance_of(const minrisk_products *sum, double weight, double largest)
{
    uint32_t of_weight[3], of_largest[3];
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_products(sum);
    q.n2 = minrisk_natural_of_quantity(weight, of_weight);
    q.d1 = minrisk_natural_of_quantity(largest, of_largest);
    q.d2 = minrisk_natural_one();
    q.unit = -2148;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

minrisk_status minrisk_eu_importance(const minrisk_eu_uses *uses, minrisk_eu_importance_of *out,
                                     double *contribution)
{
    minrisk_products sum, term;
    minrisk_sum shares;
    minrisk_status status;
    size_t i;

    if (!uses || !out) {
        return MINRISK_E_NULL;
    }
    status = check_uses(uses);
    if (status != MINRISK_OK) {
        return status;
    }

    memset(&sum, 0, sizeof sum);
    memset(&shares, 0, sizeof shares);
    for (i = 0; i < uses->n; i++) {
        minrisk_products_add(&sum, uses->share[i], uses->value_added[i]);
        minrisk_sum_add(&shares, uses->share[i]);
    }
    minrisk_limbs_scale(sum.limb, MINRISK_PRODUCT_LIMBS, 10);
    out->importance = importance_of(&sum, uses->substitution, uses->largest);
    out->by_substitution = importance_of(&sum, 1.0, uses->largest);
    out->shares = minrisk_sum_round(&shares);
    for (i = 0; contribution && i < uses->n; i++) {
        memset(&term, 0, sizeof term);
        minrisk_products_add(&term, uses->share[i], uses->value_added[i]);
        minrisk_limbs_scale(term.limb, MINRISK_PRODUCT_LIMBS, 10);
        contribution[i] = importance_of(&term, uses->substitution, uses->largest);
    }
    return MINRISK_OK;
}

minrisk_status minrisk_eu_critical(const double *stage, size_t stages, double importance,
                                   minrisk_eu_verdict *out)
{
    size_t bottleneck = 0;
    size_t i;

    if (!stage || !out) {
        return MINRISK_E_NULL;
    }
    if (stages == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(importance)) {
        return MINRISK_E_PARAM;
    }
    if (minrisk_first_invalid(stage, stages) < stages) {
        return MINRISK_E_DATA;
    }

    for (i = 1; i < stages; i++) {
        if (minrisk_rank_key(stage[i]) > minrisk_rank_key(stage[bottleneck])) {
            bottleneck = i;
        }
    }
    out->risk = minrisk_double_of(minrisk_rank_key(stage[bottleneck])); /* -0.0 is 0.0 */
    out->bottleneck = bottleneck;
    out->critical = stage[bottleneck] >= MINRISK_EU_CRITICAL_RISK &&
                    importance >= MINRISK_EU_CRITICAL_IMPORTANCE;
    out->reserved = 0;
    return MINRISK_OK;
}

#endif
