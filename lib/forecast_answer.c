/* SPDX-License-Identifier: MIT */
/* Between a forecast's integers and the numbers of its caller: conversions into units and chances,
 * and what a tally says, by shares of its trials and by ranks among them. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "forecast_tally.h"

#include "arithmetic.h"
#include "elementary.h"

/* --- conversions ----------------------------------------------------------------------------- */

minrisk_status minrisk_chance(double probability, uint64_t *chance)
{
    if (!chance) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_fraction(probability)) {
        return MINRISK_E_PARAM;
    }

    *chance = (uint64_t)(probability * 4294967296.0);
    return MINRISK_OK;
}

static double weighted(const double *quantity, const double *weight, size_t i)
{
    return weight ? minrisk_multiply(quantity[i], weight[i]) : quantity[i];
}

minrisk_status minrisk_units(const double *quantity, const double *weight, size_t n, double unit,
                             uint32_t *units, double *rounding)
{
    double most = 0.0;
    size_t i;

    if ((n > 0 && (!quantity || !units)) || !rounding) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_is_quantity(unit) || minrisk_is_zero(unit)) {
        return MINRISK_E_PARAM;
    }
    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(quantity[i]) || (weight && !minrisk_is_fraction(weight[i]))) {
            return MINRISK_E_DATA;
        }
    }
    for (i = 0; i < n; i++) {
        if (!(weighted(quantity, weight, i) / unit <= (double)MINRISK_MOST_UNITS)) {
            return MINRISK_E_PARAM;
        }
    }

    for (i = 0; i < n; i++) {
        double exact = weighted(quantity, weight, i);
        double moved;
        units[i] = (uint32_t)(exact / unit + 0.5);
        moved = minrisk_subtract(exact, minrisk_multiply((double)units[i], unit));
        moved = moved < 0.0 ? -moved : moved;
        most = moved > most ? moved : most;
    }
    *rounding = most;
    return MINRISK_OK;
}

/* --- what it says ---------------------------------------------------------------------------- */

/* Quantile .975 of the normal distribution, and its square. */
static const double Z = 1.959963984540054, Z_SQUARE = 3.841458820694126;

/* Whether nothing stands in the way of a question. */
static minrisk_status check_question(const minrisk_tally *tally)
{
    if (!minrisk_tally_is_ready(tally)) {
        return MINRISK_E_STATE;
    }
    return tally->trials == 0 ? MINRISK_E_SIZE : MINRISK_OK;
}

/* The product of both ends is p^2 / (1 + z^2/n): no difference, which would cancel. */
static minrisk_estimate wilson(double k, double n)
{
    const double p = k / n;
    const double half = minrisk_sqrt(minrisk_multiply(p, minrisk_subtract(1.0, p)) / n +
                                     Z_SQUARE / minrisk_multiply(4.0 * n, n));
    const double sum = p + Z_SQUARE / (2.0 * n) + minrisk_multiply(Z, half);
    const double scale = 1.0 + Z_SQUARE / n;
    minrisk_estimate e;

    e.value = p;
    e.low = minrisk_multiply(p, p / sum);
    e.high = k < n ? sum / scale : 1.0;
    e.assumptions = 0;
    e.reserved = 0;
    return e;
}

minrisk_status minrisk_forecast_within(const minrisk_tally *tally, double years,
                                       minrisk_estimate *p)
{
    minrisk_status status;
    uint32_t count, months, i;

    if (!tally || !p) {
        return MINRISK_E_NULL;
    }
    status = check_question(tally);
    if (status != MINRISK_OK) {
        return status;
    }
    if (!minrisk_is_quantity(years) || years * 65536.0 > (double)tally->horizon) {
        return MINRISK_E_PARAM;
    }

    count = tally->already;
    months = (uint32_t)minrisk_multiply(years, MINRISK_MONTHS_PER_YEAR);
    for (i = 0; i < months; i++) {
        count += tally->month[i];
    }
    *p = wilson((double)count, (double)tally->trials);
    p->assumptions = tally->assumptions;
    return MINRISK_OK;
}

/* Which part of its month a time is read at. */
enum edge { MONTH_START, MONTH_WITHIN, MONTH_END };

/* The time of the trial with a rank among those that got there; before the first, now. */
static double time_of_rank(const minrisk_tally *t, double rank, enum edge edge)
{
    double before = (double)t->already;
    double part;
    uint32_t i = 0;

    if (rank <= before) {
        return 0.0;
    }
    while (before + (double)t->month[i] < rank) {
        before += (double)t->month[i++];
    }
    part = edge == MONTH_START ? 0.0
           : edge == MONTH_END ? 1.0
                               : (rank - before - 0.5) / (double)t->month[i];
    return ((double)i + part) / (double)MINRISK_MONTHS_PER_YEAR;
}

static minrisk_when when_of_rank(const minrisk_tally *t, double rank, enum edge edge)
{
    minrisk_when w;

    memset(&w, 0, sizeof w);
    w.assumptions = t->assumptions;
    if (rank > (double)(t->trials - t->never)) {
        w.status = MINRISK_NOT_WITHIN_HORIZON;
        return w;
    }
    w.first = time_of_rank(t, rank, edge);
    w.status = w.first > 0.0 || rank > (double)t->already ? MINRISK_REACHED : MINRISK_ALREADY;
    w.known = MINRISK_KNOWS_FIRST;
    w.windows = 1;
    return w;
}

/* The whole number at or above x >= 0. */
static double round_up(double x)
{
    double whole = (double)(uint32_t)x;
    return whole < x ? whole + 1.0 : whole;
}

minrisk_status minrisk_forecast_quantile(const minrisk_tally *tally, double q, minrisk_when *low,
                                         minrisk_when *value, minrisk_when *high)
{
    minrisk_status status;
    double n, rank, spread, first;

    if (!tally || !low || !value || !high) {
        return MINRISK_E_NULL;
    }
    status = check_question(tally);
    if (status != MINRISK_OK) {
        return status;
    }
    if (!(q > 0.0 && q < 1.0)) {
        return MINRISK_E_PARAM;
    }

    n = (double)tally->trials;
    rank = minrisk_multiply(n, q);
    spread = minrisk_multiply(Z, minrisk_sqrt(minrisk_multiply(rank, minrisk_subtract(1.0, q))));
    first = minrisk_subtract(rank, spread);
    *low = when_of_rank(tally, first > 0.0 ? (double)(uint32_t)first : 0.0, MONTH_START);
    *value = when_of_rank(tally, round_up(rank), MONTH_WITHIN);
    *high = when_of_rank(tally, round_up(rank + spread) + 1.0, MONTH_END);
    return MINRISK_OK;
}

#endif
