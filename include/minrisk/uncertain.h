/* SPDX-License-Identifier: MIT */
/* How far figures that are known in part can be trusted: intervals, standard deviations, and bounds
 * on the measures beside HHI. */
#ifndef MINRISK_UNCERTAIN_H
#define MINRISK_UNCERTAIN_H

#include "partial.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bounds on the HHI of a market whose quantities are each known to lie in an interval: rounded,
 * censored ("< 5") or withheld (0 to what the total leaves).
 *
 *     low    min H(x)  over  low_i <= x_i <= high_i,  sum x > 0
 *     high   max H(x)  over  the same, at a vertex of the box
 *
 * The low end is sharp: every x_i is as near to one level as its interval allows. The high end is
 * sharp where no interval lies strictly inside another, whatever n; where at most one low end is
 * positive, since that supplier may be the only one: 1; and wherever a search of 2^14 steps
 * suffices, as it does for any 14 suppliers and for most markets of hundreds. Otherwise it is a
 * bound: each quantity may then lie between its ends for T and on the chord of x^2 for Q. With all
 * low ends 0 the interval speaks of what H can be where there is supply at all.
 *
 * The intervals are independent of each other: of rounded shares it is not used that they sum to 1.
 *
 * Source              Ferson, Ginzburg, Kreinovich, Longpre and Aviles 2005, Exact bounds on finite
 *                     populations of interval data, for the variance.
 * low            [n]  any unit, finite, >= 0
 * high           [n]  in the same unit, finite, >= low: where nothing is known above, give a figure
 *                     that the quantity cannot pass
 * n                   >= 1
 * scratch        [scratch_len]  the caller's, overwritten
 * scratch_len         >= 2 n
 * hhi            [1]  0 < low <= high <= 1; untouched on error
 * high_is_sharp  [1]  1 where high is the maximum, 0 where it is a bound on it; untouched on error
 * returns             MINRISK_OK, or
 *                     MINRISK_E_NULL       low, high, scratch, hhi or high_is_sharp is NULL
 *                     MINRISK_E_SIZE       n is 0, or scratch_len is less than 2 n
 *                     MINRISK_E_DATA       an end is NaN, infinite or negative, or a low end is
 *                                          above its high end
 *                     MINRISK_E_NO_SUPPLY  every high end is 0
 * accuracy            exact: low is the largest double not above the minimum, high the smallest not
 *                     below the maximum or its bound
 * cost                O(n), at most 63 passes, and for the high end O(n log n), where an interval
 *                     lies inside another at most 63 passes and 2^14 steps more; stack <= 3.5 KB
 * example             examples/partial.c
 */
MINRISK_API minrisk_status minrisk_hhi_interval(const double *low, const double *high, size_t n,
                                                double *scratch, size_t scratch_len,
                                                minrisk_interval *hhi, int32_t *high_is_sharp);

/* Standard deviation of HHI, to first order, where the quantities are estimates whose errors are
 * independent with the standard deviations given (the delta method).
 *
 *     sigma_H = (2 / T) sqrt(sum (s_i - H)^2 sigma_i^2),   since dH/dx_i = (2 / T)(s_i - H)
 *
 * At a market of equal suppliers every slope is 0, and so is the result: HHI can only rise from
 * there, by a second-order term that this leaves out. The same holds near such a market, and where
 * sigma_i is no longer small beside x_i: minrisk_hhi_interval makes no such assumption.
 *
 * Source     Oehlert 1992, A note on the delta method.
 * quantity   [n]  any unit, finite, >= 0
 * sigma      [n]  in the same unit, finite, >= 0; 0 for what is known exactly
 * n               >= 1
 * hhi_sigma  [1]  >= 0, a fraction as HHI is; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL       quantity, sigma or hhi_sigma is NULL
 *            MINRISK_E_SIZE       n is 0
 *            MINRISK_E_DATA       a quantity or a sigma is NaN, infinite or negative
 *            MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy   reproducible: within 2 ulp, however near s_i is to H; infinite past the range of
 *            double, which takes a sigma of some 1e300 times the total
 * cost       O(n), two passes, the second at about a microsecond each; stack <= 4 KB
 * example    examples/partial.c
 */
MINRISK_API minrisk_status minrisk_hhi_sigma(const double *quantity, const double *sigma, size_t n,
                                             double *hhi_sigma);

/* What minrisk_measure_bounds bounds. */
enum minrisk_measure {
    MINRISK_MEASURE_HILL = 1,     /* effective suppliers; the parameter is the order */
    MINRISK_MEASURE_ENTROPY,      /* Shannon's, in nats */
    MINRISK_MEASURE_TOP_SHARE,    /* of the k largest; the parameter is k */
    MINRISK_MEASURE_HALL_TIDEMAN, /* and Rosenbluth */
    MINRISK_MEASURE_GINI          /* the parameter is how many suppliers are in the market */
};

/* Bounds on other measures of a market with a residual, as minrisk_hhi_bounds has them on HHI.
 *
 * Each measure is Schur-monotone: it moves one way as suppliers become less equal. So the residual
 * in as few suppliers as the cap allows gives one of its bounds, and in as many equal ones as there
 * may be the other. Where their number is unknown the latter is a limit: 0 for Hall and Tideman's
 * index and, whatever is named, infinity for entropy and for Hill numbers of an order of at most 1.
 * Of these follow the bounds of what they determine: Renyi's entropy ln D, Hannah and Kay's index
 * 1 / D, Tsallis' entropy, and Theil's index of N suppliers, ln N - entropy; and 1 - HHI of
 * minrisk_hhi_bounds.
 *
 * Source              Marshall, Olkin and Arnold 2011, chapters 1, 3 and 13.
 * named          [n]  any unit, finite, >= 0
 * n                   >= 1; one named quantity of 0 is a market of which nobody is named
 * residual            in the same unit, finite, >= 0
 * residual_suppliers  at most so many share it; MINRISK_UNKNOWN_COUNT: any number
 * residual_cap        none of them holds more, in the same unit; MINRISK_NO_CAP: no limit
 * measure             an enum minrisk_measure
 * parameter           order, in [0, infinity]; k or number of suppliers, whole, in [1, 2^52]; for
 *                     the other measures any value
 * scratch        [scratch_len]  the caller's, overwritten; may be NULL for n of at most 64
 * scratch_len         >= n, for n above 64
 * bounds         [1]  low <= high; untouched on error
 * returns             MINRISK_OK, or
 *                     MINRISK_E_NULL       named or bounds is NULL, or scratch where it is needed
 *                     MINRISK_E_SIZE       n is 0, or scratch is needed and shorter than n
 *                     MINRISK_E_PARAM      residual or residual_cap is NaN, infinite or negative;
 *                                          the measure is unknown, or the parameter not in its
 *                                          domain; or, the data being valid, residual_suppliers of
 *                                          residual_cap each hold less than the residual, or
 *                                          2^64 - 1 of them would; or, however few share the
 *                                          residual, there are more suppliers than the Gini
 *                                          coefficient is to count
 *                     MINRISK_E_DATA       a named quantity is NaN, infinite or negative
 *                     MINRISK_E_NO_SUPPLY  every named quantity and the residual are 0
 * accuracy            top share, Hall and Tideman, Gini, and Hill of order infinity: exact, low
 *                     rounded down and high up; the others reproducible: rounded outward by 2^-64
 *                     of themselves and 2^-900 (of a monopoly, entropy is from 0 to that), and once
 *                     more to a double, infinite above e^700, so that the bounds always hold
 * cost                O(n log n) for the order; then, for Hill and entropy, about a microsecond
 *                     each for up to four logarithms and powers of every supplier; stack <= 8 KB
 * example             examples/partial.c
 */
MINRISK_API minrisk_status minrisk_measure_bounds(const double *named, size_t n, double residual,
                                                  size_t residual_suppliers, double residual_cap,
                                                  int32_t measure, double parameter,
                                                  double *scratch, size_t scratch_len,
                                                  minrisk_interval *bounds);

#ifdef __cplusplus
}
#endif

#endif
