/* SPDX-License-Identifier: MIT */
/* The risk of a chain of stages. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/chain.h"

#include "elementary.h"
#include "scaled.h"

/* sum r w / sum w, exactly rounded; the weights are not all 0. NULL: each is 1. */
static double mean_of(const double *risk, const double *weight, size_t n)
{
    minrisk_products sum;
    minrisk_sum weights;
    minrisk_quotient q;
    size_t i;

    memset(&sum, 0, sizeof sum);
    memset(&weights, 0, sizeof weights);
    for (i = 0; i < n; i++) {
        double w = weight ? weight[i] : 1.0;
        minrisk_products_add(&sum, risk[i], w);
        minrisk_sum_add(&weights, w);
    }
    q.n1 = minrisk_natural_of_products(&sum);
    q.d1 = minrisk_natural_of_sum(&weights);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = -1074;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

/* 1 - prod (1 - p) as q + p (1 - q), stage by stage: nothing cancels, so that each stage adds its
 * rounding of at most 16 u^2, and 2^10 of them 2^-92. */
static double series_of(const double *risk, size_t n)
{
    minrisk_scaled all = minrisk_scaled_of(0.0), one = minrisk_scaled_of(1.0);
    size_t i;

    for (i = 0; i < n; i++) {
        minrisk_scaled left = minrisk_scaled_add(one, minrisk_scaled_negate(all));
        all = minrisk_scaled_add(all, minrisk_scaled_multiply(left, minrisk_scaled_of(risk[i])));
    }
    return minrisk_scaled_round(all);
}

/* (prod r)^(1/n) = e^(sum ln r / n), of risks above 0. Logarithms are below 746, so that their sum
 * of n terms, each within 2^-99, is within 2^-89 for 2^10 stages; e^x takes that over. */
static double geometric_of(const double *risk, size_t n)
{
    minrisk_pair sum = minrisk_pair_of(0.0), log_2 = minrisk_log_pair(minrisk_pair_of(2.0));
    minrisk_scaled mean;
    size_t i;

    for (i = 0; i < n; i++) {
        if (minrisk_is_zero(risk[i])) {
            return 0.0;
        }
        sum = minrisk_pair_add(sum, minrisk_log_pair(minrisk_pair_of(risk[i])));
    }
    sum = minrisk_pair_divide(sum, minrisk_pair_of((double)n));
    mean.exponent = (int)(sum.high * 1.4426950408889634); /* 1 / ln 2 */
    log_2 = minrisk_pair_multiply(log_2, minrisk_pair_of((double)mean.exponent));
    mean.value = minrisk_exp_pair(minrisk_pair_add(sum, minrisk_pair_negate(log_2)));
    return minrisk_scaled_round(mean);
}

static minrisk_status check_chain(const double *risk, const double *weight, size_t n)
{
    uint64_t any = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(risk[i]) || (weight && !minrisk_is_quantity(weight[i]))) {
            return MINRISK_E_DATA;
        }
        any |= weight ? minrisk_rank_key(weight[i]) : 1;
    }
    return any ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

minrisk_status minrisk_chain_risk(const double *risk, const double *weight, size_t stages,
                                  minrisk_chain *out)
{
    minrisk_status status;
    minrisk_chain chain;
    size_t i;

    if (!risk || !out) {
        return MINRISK_E_NULL;
    }
    if (stages == 0) {
        return MINRISK_E_SIZE;
    }
    status = check_chain(risk, weight, stages);
    if (status != MINRISK_OK) {
        return status;
    }

    chain.bottleneck = 0;
    for (i = 1; i < stages; i++) {
        if (minrisk_rank_key(risk[i]) > minrisk_rank_key(risk[chain.bottleneck])) {
            chain.bottleneck = i;
        }
    }
    chain.maximum = minrisk_double_of(minrisk_rank_key(risk[chain.bottleneck])); /* no -0.0 */
    chain.mean = mean_of(risk, NULL, stages);
    chain.geometric = geometric_of(risk, stages);
    chain.weighted = weight ? mean_of(risk, weight, stages) : 0.0;
    chain.series = chain.maximum <= 1.0 ? series_of(risk, stages) : 0.0;
    chain.known = (chain.maximum <= 1.0 ? (uint32_t)MINRISK_CHAIN_SERIES : 0) |
                  (weight ? (uint32_t)MINRISK_CHAIN_WEIGHTED : 0);
    chain.reserved = 0;
    *out = chain;
    return MINRISK_OK;
}

#endif
