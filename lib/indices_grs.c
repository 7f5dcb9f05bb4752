/* SPDX-License-Identifier: MIT */
/* GRS index of Ginevicius and Cirba: see minrisk/indices.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/indices.h"

#include "terms.h"

static minrisk_pair times(minrisk_pair a, double b)
{
    return minrisk_pair_multiply(a, minrisk_pair_of(b));
}

/* With 10 N^2 = a, N = b, the leader f and the total t, all in units,
 *
 *     (N^2 s_1 + .3 s^2) / (N^2 + .3 N s_1 s) s = (a f t + 3 y^2) / (a t^2 + 3 b f y) y / t
 */
minrisk_status minrisk_grs(const double *quantity, size_t n, double *out)
{
    minrisk_unit_market market;
    minrisk_sum sum;
    minrisk_pair size, square, above, below;
    minrisk_status status;
    double leader;
    size_t i;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_unit_market_of(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    leader = minrisk_in_units(quantity[market.leader], market.unit);
    size = minrisk_pair_of_integer(market.n);
    square = times(minrisk_pair_multiply(size, size), 10.0);
    above = times(minrisk_pair_multiply(square, market.total), leader);
    below = minrisk_pair_multiply(square, minrisk_pair_multiply(market.total, market.total));
    memset(&sum, 0, sizeof sum);
    for (i = 0; i < n; i++) {
        double y = minrisk_in_units(quantity[i], market.unit);
        minrisk_pair top = minrisk_pair_add(above, times(minrisk_two_product(y, y), 3.0));
        minrisk_pair bottom = minrisk_pair_add(
            below, minrisk_pair_multiply(times(size, 3.0), minrisk_two_product(leader, y)));
        minrisk_sum_add_term(&sum, times(minrisk_pair_divide(top, bottom), y));
    }
    *out = minrisk_pair_round(minrisk_pair_divide(minrisk_sum_pair(&sum), market.total));
    return MINRISK_OK;
}

#endif
