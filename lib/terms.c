/* SPDX-License-Identifier: MIT */
/* A safe scale, and sums of terms: see terms.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "terms.h"

double minrisk_in_units(double x, unsigned unit)
{
    minrisk_parts parts = minrisk_parts_of(minrisk_bits_of(&x));
    unsigned below = unit - parts.shift;

    if (below > 700) {
        return 0.0;
    }
    return (double)(int64_t)parts.mantissa * minrisk_double_of((uint64_t)(1023 - below) << 52);
}

void minrisk_sum_add_term(minrisk_sum *sum, minrisk_pair term)
{
    minrisk_sum_add(sum, term.high);
    if (term.low < 0.0) {
        minrisk_sum_subtract(sum, -term.low);
    } else {
        minrisk_sum_add(sum, term.low);
    }
}

/* The double below a sum, which is taken away from it. */
static double take_leading(minrisk_sum *sum)
{
    minrisk_quotient q;
    double leading;

    q.n1 = minrisk_natural_of_sum(sum);
    q.n2 = q.d1 = q.d2 = minrisk_natural_one();
    q.unit = -1074;
    leading = minrisk_quotient_round(&q, MINRISK_DOWN);
    minrisk_sum_subtract(sum, leading);
    return leading;
}

minrisk_pair minrisk_sum_pair(minrisk_sum *sum)
{
    double nearest = minrisk_sum_round(sum);
    double leading;

    if (!minrisk_is_finite(nearest)) {   /* unreached: terms are below e^690, so that it takes */
        return minrisk_pair_of(nearest); /* unreached: 10^8 of them */
    }
    leading = take_leading(sum);
    return minrisk_quick_two_sum(leading, minrisk_sum_round(sum));
}

/* Which supplier leads, and how many have supply. */
static minrisk_status survey(const double *quantity, size_t n, minrisk_unit_market *market)
{
    size_t i;

    market->n = 0;
    market->leader = 0;
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(quantity[i])) {
            return MINRISK_E_DATA;
        }
        market->n += !minrisk_is_zero(quantity[i]);
        if (minrisk_rank_key(quantity[i]) > minrisk_rank_key(quantity[market->leader])) {
            market->leader = i;
        }
    }
    return market->n > 0 ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

minrisk_status minrisk_unit_market_of(const double *quantity, size_t n, minrisk_unit_market *market)
{
    minrisk_status status;
    minrisk_sum total;
    double leading, second;
    size_t i;

    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = survey(quantity, n, market);
    if (status != MINRISK_OK) {
        return status;
    }

    market->unit = minrisk_parts_of(minrisk_bits_of(&quantity[market->leader])).shift;
    memset(&total, 0, sizeof total);
    for (i = 0; i < n; i++) {
        minrisk_sum_add(&total, minrisk_in_units(quantity[i], market->unit));
    }
    leading = take_leading(&total);
    second = take_leading(&total);
    market->total = minrisk_quick_two_sum(leading, second);
    market->rest = minrisk_sum_round(&total);
    return MINRISK_OK;
}

#endif
