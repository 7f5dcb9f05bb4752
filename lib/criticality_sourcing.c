/* SPDX-License-Identifier: MIT */
/* Concentration weighted by risk: see criticality_sourcing.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "criticality_sourcing.h"

#include "quartic.h"

static double risk_of(const minrisk_sourcing *s, size_t i)
{
    return s->risk ? s->risk[i] : 1.0;
}

static double factor_of(const minrisk_sourcing *s, size_t i)
{
    return s->factor ? s->factor[i] : 1.0;
}

static int is_weight(double x, double low, double high)
{
    return minrisk_is_quantity(x) && x >= low && x <= high;
}

minrisk_status minrisk_sourcing_check(const minrisk_sourcing *s, const minrisk_score_scale *scale)
{
    uint64_t any = 0;
    size_t i;

    for (i = 0; i < s->n; i++) {
        if (!minrisk_is_quantity(s->quantity[i]) ||
            !is_weight(risk_of(s, i), 0.0, scale->risk_high) ||
            !is_weight(factor_of(s, i), scale->factor_low, scale->factor_high)) {
            return MINRISK_E_DATA;
        }
        any |= minrisk_rank_key(s->quantity[i]);
    }
    return any ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

int minrisk_sourcing_ordered(const minrisk_sourcing *low, const minrisk_sourcing *high)
{
    size_t i;

    for (i = 0; i < low->n; i++) {
        if (minrisk_rank_key(low->quantity[i]) != minrisk_rank_key(high->quantity[i]) ||
            minrisk_rank_key(risk_of(low, i)) > minrisk_rank_key(risk_of(high, i)) ||
            minrisk_rank_key(factor_of(low, i)) > minrisk_rank_key(factor_of(high, i))) {
            return 0;
        }
    }
    return 1;
}

minrisk_weighted minrisk_sourcing_weigh(const minrisk_sourcing *s)
{
    minrisk_sum total;
    minrisk_quartic squares;
    minrisk_quotient q;
    minrisk_weighted w;
    size_t i;

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    for (i = 0; i < s->n; i++) {
        minrisk_sum_add(&total, s->quantity[i]);
        minrisk_quartic_add(&squares, s->quantity[i], s->quantity[i], risk_of(s, i),
                            factor_of(s, i));
    }
    q.n1 = minrisk_natural_of_quartic(&squares);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = minrisk_natural_of_sum(&total);
    q.unit = MINRISK_QUARTIC_UNIT + 2 * 1074;
    w.rounded = minrisk_quotient_round(&q, MINRISK_NEAREST);
    w.total = minrisk_scaled_of_sum(&total);
    w.hhi = minrisk_scaled_of_natural(&q.n1, MINRISK_QUARTIC_UNIT);
    w.hhi = minrisk_scaled_divide(w.hhi, minrisk_scaled_multiply(w.total, w.total));
    return w;
}

/* With s = x / T: contribution slope s^2 r f, by risk slope s^2 f, and by quantity
 * slope (2 / T) (s r f - hhi). */
void minrisk_sourcing_attribute(const minrisk_sourcing *s, const minrisk_weighted *w,
                                minrisk_scaled slope, const minrisk_attribution *out)
{
    minrisk_scaled twice = minrisk_scaled_divide(minrisk_scaled_of(2.0), w->total);
    size_t i;

    twice = minrisk_scaled_multiply(twice, slope);
    for (i = 0; out && i < s->n; i++) {
        minrisk_scaled share = minrisk_scaled_divide(minrisk_scaled_of(s->quantity[i]), w->total);
        minrisk_scaled weighted =
            minrisk_scaled_multiply(share, minrisk_scaled_of(factor_of(s, i)));
        minrisk_scaled by_risk =
            minrisk_scaled_multiply(minrisk_scaled_multiply(share, weighted), slope);
        minrisk_scaled risk = minrisk_scaled_of(risk_of(s, i));

        if (out->contribution) {
            out->contribution[i] = minrisk_scaled_round(minrisk_scaled_multiply(by_risk, risk));
        }
        if (out->by_risk) {
            out->by_risk[i] = minrisk_scaled_round(by_risk);
        }
        if (out->by_quantity) {
            minrisk_scaled rise = minrisk_scaled_multiply(weighted, risk);
            rise = minrisk_scaled_add(rise, minrisk_scaled_negate(w->hhi));
            out->by_quantity[i] = minrisk_scaled_round(minrisk_scaled_multiply(rise, twice));
        }
    }
}

minrisk_status minrisk_score_sigma(const double *derivative, const double *sigma, size_t n,
                                   double *out)
{
    minrisk_quartic squares;
    minrisk_natural sum;
    size_t i;

    if (!derivative || !sigma || !out) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&squares, 0, sizeof squares);
    for (i = 0; i < n; i++) {
        if (!minrisk_is_finite(derivative[i]) || !minrisk_is_quantity(sigma[i])) {
            return MINRISK_E_DATA;
        }
        minrisk_quartic_add(&squares, derivative[i], derivative[i], sigma[i], sigma[i]);
    }

    sum = minrisk_natural_of_quartic(&squares);
    *out = minrisk_scaled_round(
        minrisk_scaled_sqrt(minrisk_scaled_of_natural(&sum, MINRISK_QUARTIC_UNIT)));
    return MINRISK_OK;
}

#endif
