/* SPDX-License-Identifier: MIT */
/* Lead times as tables of integers: how long a phase of a project takes.
 *
 * A table has 2^k + 1 knots, k from 0 to 16: knot i is the quantile i / 2^k of the lead time, in
 * ticks of 1/65,536 year, and between two knots the quantile runs straight. So a draw costs the
 * same whatever the shape, and is made of integers alone. Knots ascend, and are below
 * MINRISK_TICK_NEVER. A table of 257 knots is a good one; more sharpen the tails. Leads are at most
 * MINRISK_LEAD_LONGEST years; a knot beyond it, of an unbounded tail or of a sum, is put there.
 *
 * The last knot of a shape without an end, and that of a sum, is chosen so that the mean of the
 * table is the mean of the shape. A table of a bounded shape keeps the end, and its mean is a
 * little too high or too low: for PERT(2, 2.6, 5), .0007 years of 2.9 with 257 knots.
 *
 * Knots are within half a tick, and 1e-10, of the quantiles meant: class reproducible. */
#ifndef MINRISK_LEAD_H
#define MINRISK_LEAD_H

#include "config.h"
#include "status.h"

#ifndef MINRISK_INTEGER_ONLY
#include "floating.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define MINRISK_TICKS_PER_YEAR 65536L
#define MINRISK_TICK_NEVER     2147483647L

#ifndef MINRISK_INTEGER_ONLY

#define MINRISK_LEAD_LONGEST 32767.0 /* years */

/* A lead time of which only the ends are known, or, with equal ends, one that is known.
 *
 *     quantile(u) = least + u (most - least)
 *
 * Source     uniform distribution.
 * least      years, in [0, MINRISK_LEAD_LONGEST]
 * most       years, in the same range, >= least
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  a time is NaN or out of range, or most is below least
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len)
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_uniform(double least, double most, int32_t *table,
                                                size_t table_len);

/* A lead time of which the ends and the likeliest value are known: straight sides.
 *
 *     quantile(u) = least + sqrt(u (most - least) (likely - least))       up to likely
 *                 = most - sqrt((1 - u) (most - least) (most - likely))   from there
 *
 * Source     triangular distribution.
 * least      years, in [0, MINRISK_LEAD_LONGEST]
 * likely     years, from least to most
 * most       years, at most MINRISK_LEAD_LONGEST; all three may be equal
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  a time is NaN or out of range, or they do not ascend
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len); stack <= 500 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_triangular(double least, double likely, double most,
                                                   int32_t *table, size_t table_len);

/* A lead time by three estimates, as planners give them: PERT.
 *
 *     least + (most - least) Beta(1 + 4 (likely - least)/(most - least),
 *                                 1 + 4 (most - likely)/(most - least))
 *
 * Source     Malcolm, Roseboom, Clark and Fazar 1959; Vose 2008 for the Beta with 4.
 * least      years, in [0, MINRISK_LEAD_LONGEST]
 * likely     years, from least to most
 * most       years, at most MINRISK_LEAD_LONGEST; all three may be equal
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  a time is NaN or out of range, or they do not ascend
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len), some 2,000 operations a knot; stack <= 700 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_pert(double least, double likely, double most,
                                             int32_t *table, size_t table_len);

/* A lead time with a long tail, by its mean and standard deviation.
 *
 *     exp(mu + sigma Z),   sigma^2 = ln(1 + sd^2/mean^2),   mu = ln(mean) - sigma^2/2
 *
 * The first knot is the quantile 1/2048, or an eighth of the first step where that is less.
 *
 * Source     lognormal distribution.
 * mean       years, from one tick to MINRISK_LEAD_LONGEST
 * sd         years, in [0, MINRISK_LEAD_LONGEST]
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  mean or sd is NaN or out of range
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len), some 1,000 operations a knot; stack <= 700 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_lognormal(double mean, double sd, int32_t *table,
                                                  size_t table_len);

/* The same by its median, exp(mu), and by sigma, the standard deviation of its logarithm.
 *
 *     median exp(sigma Z)
 *
 * Source     lognormal distribution.
 * median     years, from one tick to MINRISK_LEAD_LONGEST
 * sigma      in [0, 8]
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  median or sigma is NaN or out of range
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len), some 1,000 operations a knot; stack <= 700 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_median(double median, double sigma, int32_t *table,
                                               size_t table_len);

/* A lead time whose chance to end now rises (shape above 1) or falls (below 1) as it goes on.
 *
 *     quantile(u) = scale (-ln(1 - u))^(1/shape);   shape 1 is the exponential distribution
 *
 * Source     Weibull 1951.
 * shape      in [1/8, 1024]
 * scale      years, in [0, MINRISK_LEAD_LONGEST]
 * table      [table_len]  ticks, ascending; untouched on error
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   table is NULL
 *            MINRISK_E_SIZE   table_len is not 2^k + 1
 *            MINRISK_E_PARAM  shape or scale is NaN or out of range
 * accuracy   reproducible: within half a tick and 1e-10 of it
 * cost       O(table_len), some 200 operations a knot; stack <= 700 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_weibull(double shape, double scale, int32_t *table,
                                                size_t table_len);

/* A lead time as it was observed: by samples in ascending order, or by points of its distribution.
 *
 *     quantile(probability[j]) = years[j], straight between them; by samples, probability j/(n - 1)
 *
 * Source       linear interpolation of order statistics: Hyndman and Fan 1996, definition 7.
 * probability  [n]  from 0 to 1, ascending; the first is 0, the last is 1. NULL: samples
 * years        [n]  in [0, MINRISK_LEAD_LONGEST], ascending
 * n                 >= 1; one sample is a lead that is known
 * table        [table_len]  ticks, ascending; untouched on error
 * table_len         2^k + 1, k from 0 to 16
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   years or table is NULL
 *              MINRISK_E_SIZE   n is 0, or table_len is not 2^k + 1
 *              MINRISK_E_DATA   an element is outside its domain, or descends; the probabilities do
 *                               not run from 0 to 1
 * accuracy     reproducible: within half a tick and 1e-10 of it
 * cost         O(n + table_len)
 * example      examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_empirical(const double *probability, const double *years,
                                                  size_t n, int32_t *table, size_t table_len);

/* What a lead time is once it is known to lie in a range, moved by a fixed time. For a project that
 * has waited w years: low w, high MINRISK_LEAD_LONGEST, shift -w. For a shape that is shifted and
 * no more: low 0, high MINRISK_LEAD_LONGEST.
 *
 *     law of X + shift, given low <= X <= high
 *
 * Source     conditional distribution.
 * from       [from_len]  a table
 * from_len   2^k + 1, k from 0 to 16
 * low        years, in [0, MINRISK_LEAD_LONGEST]
 * high       years, in the same range, >= low
 * shift      years, from -low to MINRISK_LEAD_LONGEST
 * table      [table_len]  ticks, ascending; untouched on error; not `from`
 * table_len  2^k + 1, k from 0 to 16; it may differ from from_len
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   from or table is NULL
 *            MINRISK_E_SIZE   a length is not 2^k + 1
 *            MINRISK_E_PARAM  a time is NaN or out of range, high is below low, or from has
 *                             nothing in the range
 *            MINRISK_E_DATA   from descends, or a knot is negative or MINRISK_TICK_NEVER
 * accuracy   reproducible: within half a tick of the quantile that the straight pieces of from give
 * cost       O(from_len + table_len)
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_given(const int32_t *from, size_t from_len, double low,
                                              double high, double shift, int32_t *table,
                                              size_t table_len);

/* The lead time of two phases in turn, independent of each other.
 *
 *     P(A + B <= t) = mean over u of P(A <= t - quantile_B(u)), exactly for the straight pieces
 *
 * Source     convolution.
 * a          [a_len]  a table
 * a_len      2^k + 1, k from 0 to 16
 * b          [b_len]  a table
 * b_len      2^k + 1, k from 0 to 16
 * table      [table_len]  ticks, ascending; untouched on error; neither a nor b
 * table_len  2^k + 1, k from 0 to 16
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   a, b or table is NULL
 *            MINRISK_E_SIZE   a length is not 2^k + 1
 *            MINRISK_E_DATA   a or b descends, or a knot is negative or MINRISK_TICK_NEVER
 * accuracy   reproducible: within half a tick, and 1e-10 of the range, of the quantile; the last
 *            knot so that the mean is the sum of the means, to 2^-k tick, or as near to that as the
 *            knot before it allows
 * cost       O(table_len (a_len + b_len)) times 31 at most; stack <= 500 bytes
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_lead_sum(const int32_t *a, size_t a_len, const int32_t *b,
                                            size_t b_len, int32_t *table, size_t table_len);

#endif

#ifdef __cplusplus
}
#endif

#endif
