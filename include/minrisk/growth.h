/* SPDX-License-Identifier: MIT */
/* Time to independence under the rarer trends, and what recycling and stocks change. Rates that are
 * called continuous are of e^(rate t); growths are fractions a year, of (1 + growth)^t. */
#ifndef MINRISK_GROWTH_H
#define MINRISK_GROWTH_H

#include "trend.h"

#ifdef __cplusplus
extern "C" {
#endif

/* When supply that grows by a fixed amount a year covers a need that grows by a fixed rate.
 *
 *     S + a t >= R e^(b t)
 *
 * The difference is concave, so that it holds during one span of time, if at all: an exponential
 * need overtakes in the end. Its edges are -S/a - W(z)/b, z = -(b R / a) e^(-b S / a), on the two
 * branches of Lambert's W; they are found by bisection, which loses nothing where z nears -1/e.
 *
 * Source                algebra; Corless and others 1996 for W.
 * supply                S, now, finite, >= 0
 * supply_per_year       a, finite
 * need                  R, now, in the same unit, finite, >= 0
 * need_rate_continuous  b, finite
 * horizon               years, >= 0; infinite: no horizon
 * when             [1]  ALREADY, REACHED, BEYOND_HORIZON or NEVER; once ALREADY or REACHED, lost is
 *                       known if it ever is; untouched on error
 * returns               MINRISK_OK, or
 *                       MINRISK_E_NULL   when is NULL
 *                       MINRISK_E_PARAM  supply or need is NaN, infinite or negative; a rate is NaN
 *                                        or infinite; horizon is NaN or negative
 * accuracy              reproducible: an edge is a double next to one where supply and need, each
 *                       moved by at most 2^-85 of itself, are equal. Conditioning: an error e of
 *                       either moves it by e / |a / S(t) - b|, much where the two only touch
 * cost                  O(1): up to 200 comparisons of about 2,500 operations; stack <= 2 KB
 * example               examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_linear_exponential(double supply, double supply_per_year,
                                                           double need, double need_rate_continuous,
                                                           double horizon, minrisk_when *when);

/* When supply that grows along an S-curve covers a need that grows by a fixed rate.
 *
 *     K / (1 + e^(-k (t - m))) >= R e^(b t)
 *
 * The logarithm of their ratio is concave, so that it holds during one span of time, if at all. For
 * b = 0 it begins at t = m - ln(K/R - 1)/k.
 *
 * Source                Verhulst 1838.
 * ceiling               K, where the curve levels off, finite, >= 0
 * rate_continuous       k, finite, > 0
 * midyear               m, years from now, finite: when half the ceiling is reached
 * need                  R, now, in the same unit, finite, >= 0
 * need_rate_continuous  b, finite
 * horizon               years, >= 0; infinite: no horizon
 * when             [1]  as in minrisk_when_linear_exponential
 * returns               MINRISK_OK, or
 *                       MINRISK_E_NULL   when is NULL
 *                       MINRISK_E_PARAM  ceiling or need is NaN, infinite or negative;
 *                                        rate_continuous is NaN, infinite or not positive; midyear
 *                                        or need_rate_continuous is NaN or infinite; horizon is NaN
 *                                        or negative
 * accuracy              reproducible, as minrisk_when_linear_exponential. Conditioning: an error e
 *                       of either moves an edge by e / |k (1 - S(t)/K) - b|
 * cost                  as minrisk_when_linear_exponential, twice; stack <= 1 KB
 * example               examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_logistic(double ceiling, double rate_continuous,
                                                 double midyear, double need,
                                                 double need_rate_continuous, double horizon,
                                                 minrisk_when *when);

/* When the HHI of a market whose suppliers each grow by a rate of their own is at most a limit. It
 * typically falls as an entrant catches up and rises again as it takes over: several spells are
 * possible, and `windows` counts them.
 *
 *     H(t) = sum x_i(t)^2 / (sum x_i(t))^2 <= limit,   x_i(t) = x_i (1 + g_i)^t
 *
 * Steps are as long as the derivatives of H allow without passing a crossing: |H''| <= 4 D^2 with D
 * the spread of ln(1 + g_i).
 *
 * Source         algebra.
 * supply    [n]  x_i, now, any unit, finite, >= 0
 * growth    [n]  g_i, fractions a year, finite, > -1
 * n              >= 1
 * limit          in [0, 1]
 * horizon        years, finite, >= 0
 * when      [1]  ALREADY, REACHED or NOT_WITHIN_HORIZON; UNDEFINED where all supply is 0; untouched
 *                on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL   supply, growth or when is NULL
 *                MINRISK_E_SIZE   n is 0
 *                MINRISK_E_PARAM  limit is NaN or outside [0, 1]; horizon is NaN, infinite or
 *                                 negative
 *                MINRISK_E_DATA   a supply is NaN, infinite or negative, or a growth is NaN,
 *                                 infinite or <= -1
 * accuracy       reproducible: an edge is one of a limit moved by at most 1e-12 of itself; at most
 *                1,024 steps and as many of horizon / 1,024, so that a spell, or a break of one,
 *                shorter than that may be passed over where H stays that near the limit; the same
 *                bits in any order of the suppliers
 * cost           O(n) a step, about 1,500 operations a supplier; usually some tens of steps;
 *                stack <= 3 KB
 * example        examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_hhi(const double *supply, const double *growth, size_t n,
                                            double limit, double horizon, minrisk_when *when);

/* The part of a need that is left when less is to be covered, some is substituted, and scrap of
 * what was used a lifetime ago comes back, while the need grows.
 *
 *     k = (1 - shortfall) (1 - substituted) - recovered (1 + growth)^(-lifetime)
 *
 * Multiply the need by it, and ask minrisk_when_exponential or another form; 0 or less: recycling
 * alone is enough.
 *
 * Source          algebra; shares of recovery as in UNEP 2011, Recycling Rates of Metals.
 * shortfall       of the need that may stay uncovered, in [0, 1]
 * substituted     of the need, in [0, 1]
 * recovered       of what was used, in [0, 1]
 * growth          of the need, a fraction a year, finite, > -1
 * lifetime        years from use to scrap, finite, >= 0
 * factor     [1]  k, at most 1; infinite past the range of double; untouched on error
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   factor is NULL
 *                 MINRISK_E_PARAM  a number is outside its domain
 * accuracy        reproducible: within 1 ulp, or 2^-90 where the two terms nearly cancel
 * cost            O(1), about 3,000 operations; stack <= 1 KB
 * example         examples/trend.c
 */
MINRISK_API minrisk_status minrisk_net_need_factor(double shortfall, double substituted,
                                                   double recovered, double growth, double lifetime,
                                                   double *factor);

/* How many months a stock lasts where a part of the use depends on supply that stops.
 *
 *     12 stock / (use dependence)
 *
 * Source       the trade's months of cover.
 * stock        finite, >= 0
 * annual_use   in the same unit a year, finite, >= 0
 * dependence   the part of the use that stops, in [0, 1]
 * months  [1]  infinite where nothing depends on it, and past the range of double; untouched on
 *              error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   months is NULL
 *              MINRISK_E_PARAM  a number is outside its domain
 * accuracy     exact: correctly rounded
 * cost         O(1); stack <= 2 KB
 * example      examples/trend.c
 */
MINRISK_API minrisk_status minrisk_months_of_cover(double stock, double annual_use,
                                                   double dependence, double *months);

#ifdef __cplusplus
}
#endif

#endif
