/* SPDX-License-Identifier: MIT */
/* Supply risk by the method of the US Geological Survey of 2020. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/criticality.h"

#include "criticality_sourcing.h"

static const minrisk_score_scale index_scale = {1.0, 0.0, 1.0};

static minrisk_status check_industries(const minrisk_usgs_inputs *in)
{
    size_t i;

    for (i = 0; i < in->industries; i++) {
        if (!minrisk_is_quantity(in->value_added[i]) || !minrisk_is_quantity(in->expenditure[i]) ||
            !minrisk_is_quantity(in->profit[i]) || minrisk_is_zero(in->profit[i])) {
            return MINRISK_E_DATA;
        }
    }
    return MINRISK_OK;
}

static minrisk_status check_inputs(const minrisk_usgs_inputs *in)
{
    if (!in->production.quantity || !in->production.risk || !in->value_added || !in->expenditure ||
        !in->profit) {
        return MINRISK_E_NULL;
    }
    if (in->production.n == 0 || in->industries == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_fraction(in->trade_exposure) || !minrisk_is_quantity(in->gdp) ||
        minrisk_is_zero(in->gdp)) {
        return MINRISK_E_PARAM;
    }
    return minrisk_first_of(check_industries(in),
                            minrisk_sourcing_check(&in->production, &index_scale));
}

/* A commodity on the way to its score. */
typedef struct scored {
    minrisk_weighted production;
    minrisk_scaled exposure, vulnerability, risk;
} scored;

/* Sum of products of at most 8 u^2 and quotients of 16 u^2, all of one sign; of n industries each
 * sum adds 3 u^2: within 2^-95 for 2^10 of them, and 2^-60 for any number. */
static minrisk_scaled vulnerability_of(const minrisk_usgs_inputs *in)
{
    minrisk_scaled sum = minrisk_scaled_of(0.0);
    size_t i;

    for (i = 0; i < in->industries; i++) {
        minrisk_scaled term = minrisk_scaled_multiply(minrisk_scaled_of(in->value_added[i]),
                                                      minrisk_scaled_of(in->expenditure[i]));
        term = minrisk_scaled_divide(term, minrisk_scaled_of(in->profit[i]));
        sum = minrisk_scaled_add(sum, term);
    }
    return minrisk_scaled_divide(sum, minrisk_scaled_of(in->gdp));
}

static scored score(const minrisk_usgs_inputs *in)
{
    scored s;
    minrisk_scaled product;

    s.production = minrisk_sourcing_weigh(&in->production);
    s.exposure = minrisk_scaled_of(in->trade_exposure);
    s.vulnerability = vulnerability_of(in);
    product = minrisk_scaled_multiply(s.production.hhi, s.exposure);
    s.risk = minrisk_scaled_cbrt(minrisk_scaled_multiply(product, s.vulnerability));
    return s;
}

/* d SR / d factor = SR / (3 factor); 0 where SR is 0. */
static minrisk_scaled by_factor(const scored *s, minrisk_scaled factor)
{
    if (minrisk_is_zero(s->risk.value.high)) {
        return s->risk;
    }
    return minrisk_scaled_divide(s->risk, minrisk_scaled_multiply(minrisk_scaled_of(3.0), factor));
}

/* The contributions are the score in the proportions of DP, three times what the derivative
 * says. */
static void attribute(const minrisk_usgs_inputs *in, const scored *s,
                      const minrisk_attribution *out)
{
    minrisk_scaled slope = by_factor(s, s->production.hhi);
    minrisk_attribution parts;

    if (out) {
        parts = *out;
        parts.contribution = NULL;
        minrisk_sourcing_attribute(&in->production, &s->production, slope, &parts);
        parts.contribution = out->contribution;
        parts.by_quantity = parts.by_risk = NULL;
        slope = minrisk_scaled_multiply(slope, minrisk_scaled_of(3.0));
        minrisk_sourcing_attribute(&in->production, &s->production, slope, &parts);
    }
}

minrisk_status minrisk_usgs_supply_risk(const minrisk_usgs_inputs *inputs, minrisk_usgs_risk *out,
                                        const minrisk_attribution *production)
{
    minrisk_status status;
    scored s;

    if (!inputs || !out) {
        return MINRISK_E_NULL;
    }
    status = check_inputs(inputs);
    if (status != MINRISK_OK) {
        return status;
    }

    s = score(inputs);
    out->risk = minrisk_scaled_round(s.risk);
    out->disruption_potential = s.production.rounded;
    out->trade_exposure = inputs->trade_exposure;
    out->economic_vulnerability = minrisk_scaled_round(s.vulnerability);
    out->by_trade_exposure = minrisk_scaled_round(by_factor(&s, s.exposure));
    out->by_vulnerability = minrisk_scaled_round(by_factor(&s, s.vulnerability));
    attribute(inputs, &s, production);
    return MINRISK_OK;
}

/* --- intervals ------------------------------------------------------------------------------- */

static int none_above(const double *low, const double *high, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (minrisk_rank_key(low[i]) > minrisk_rank_key(high[i])) {
            return 0;
        }
    }
    return 1;
}

static minrisk_status check_order(const minrisk_usgs_inputs *low, const minrisk_usgs_inputs *high)
{
    if (!minrisk_sourcing_ordered(&low->production, &high->production) ||
        !none_above(low->value_added, high->value_added, low->industries) ||
        !none_above(low->expenditure, high->expenditure, low->industries) ||
        !none_above(low->profit, high->profit, low->industries)) {
        return MINRISK_E_DATA;
    }
    if (minrisk_rank_key(low->trade_exposure) > minrisk_rank_key(high->trade_exposure) ||
        minrisk_rank_key(low->gdp) > minrisk_rank_key(high->gdp)) {
        return MINRISK_E_PARAM;
    }
    return MINRISK_OK;
}

static minrisk_status check_ends(const minrisk_usgs_inputs *low, const minrisk_usgs_inputs *high)
{
    minrisk_status status = minrisk_first_of(check_inputs(low), check_inputs(high));

    if (low->production.n != high->production.n || low->industries != high->industries) {
        status = minrisk_first_of(status, MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK || status == MINRISK_E_NO_SUPPLY) {
        status = minrisk_first_of(status, check_order(low, high));
    }
    return status;
}

/* A commodity with the profits and the GDP of another. */
static minrisk_scaled risk_with(const minrisk_usgs_inputs *in, const minrisk_usgs_inputs *other)
{
    minrisk_usgs_inputs corner = *in;

    corner.profit = other->profit;
    corner.gdp = other->gdp;
    return score(&corner).risk;
}

minrisk_status minrisk_usgs_risk_interval(const minrisk_usgs_inputs *low,
                                          const minrisk_usgs_inputs *high, minrisk_interval *risk)
{
    minrisk_status status;

    if (!low || !high || !risk) {
        return MINRISK_E_NULL;
    }
    status = check_ends(low, high);
    if (status != MINRISK_OK) {
        return status;
    }

    risk->low = minrisk_scaled_down(risk_with(low, high));
    risk->high = minrisk_scaled_up(risk_with(high, low));
    return MINRISK_OK;
}

#endif
