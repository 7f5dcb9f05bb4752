/* SPDX-License-Identifier: MIT */
/* How much of what a buyer uses comes from abroad, from which bloc, and what is left without one of
 * the suppliers; and governance, turned into risk. */
#ifndef MINRISK_RELIANCE_H
#define MINRISK_RELIANCE_H

#include "partial.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One year of one material in one country, all in the same unit. */
typedef struct minrisk_balance {
    double production;    /* primary production, >= 0 */
    double old_scrap;     /* recovered from discarded products, >= 0; new scrap is not counted */
    double imports;       /* >= 0 */
    double exports;       /* >= 0 */
    double stock_release; /* out of stocks; negative when stocks grew */
} minrisk_balance;

/* What a reliance is: a number, or one of the states that statistics print instead of one. */
enum minrisk_reliance_state {
    MINRISK_RELIANCE_VALUE = 0,          /* a number in [0, 1]: low == high */
    MINRISK_RELIANCE_ABOVE = 1,          /* ">50": above low, at most high = 1 */
    MINRISK_RELIANCE_BELOW = 2,          /* "<25": at least low = 0, below high */
    MINRISK_RELIANCE_NET_EXPORTER = 3,   /* "E": below 0, exports or stocks growing exceed imports;
                                            by how much is known from a balance only */
    MINRISK_RELIANCE_NO_CONSUMPTION = 4, /* apparent consumption is not positive: no ratio, be it an
                                            exporter or not */
    MINRISK_RELIANCE_NOT_AVAILABLE = 5,  /* "NA" */
    MINRISK_RELIANCE_WITHHELD = 6,       /* "W": withheld by the source */
    MINRISK_RELIANCE_BETWEEN = 7,        /* from low to high, of which low may be negative */
    MINRISK_RELIANCE_UNBOUNDED = 8 /* consumption may be as small as one likes, or nothing, and
                                            exports with it: there is no lower bound */
};

/* Net import reliance, a fraction. Where `known` is 0, low and high are 0 and say nothing. */
typedef struct minrisk_reliance {
    int32_t state; /* an enum minrisk_reliance_state */
    int32_t known; /* 1: low and high hold */
    double low;
    double high;
} minrisk_reliance;

/* Net import reliance of a balance.
 *
 *     (imports - exports + stock_release) / AC
 *     AC = production + old_scrap + imports - exports + stock_release   (apparent consumption)
 *
 * Source    US Geological Survey, Mineral Commodity Summaries, appendix B.
 * balance   [1]  see minrisk_balance
 * out       [1]  VALUE; NET_EXPORTER with the negative ratio (known is 0 if it passes the range of
 *                double, and it may round to -0.0); or NO_CONSUMPTION, where AC <= 0; untouched on
 *                error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL  balance or out is NULL
 *           MINRISK_E_DATA  a member is NaN or infinite, or any but stock_release is negative
 * accuracy  exact: correctly rounded, cancellation included
 * cost      O(1); stack <= 1.25 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_net_import_reliance(const minrisk_balance *balance,
                                                       minrisk_reliance *out);

/* Net import reliance where apparent consumption is published: the form to use then, since
 * published consumption has stock changes in it that a balance lacks.
 *
 *     (AC - P) / AC
 *
 * Source       US Geological Survey, Mineral Commodity Summaries, appendix B.
 * consumption  apparent consumption AC, finite, >= 0
 * production   primary production and old scrap P, in the same unit, finite, >= 0
 * out     [1]  VALUE; NET_EXPORTER with the negative ratio (known is 0 if it passes the range of
 *              double); or NO_CONSUMPTION, where AC is 0; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   out is NULL
 *              MINRISK_E_PARAM  consumption or production is NaN, infinite or negative
 * accuracy     exact: correctly rounded
 * cost         O(1); stack <= 1.25 KB
 * example      examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_reliance_of_consumption(double consumption, double production,
                                                           minrisk_reliance *out);

/* Net import reliance as a source prints it: a percentage, a censored one, or a letter.
 *
 *     VALUE 100 -> [1, 1]   ABOVE 50 -> (.5, 1]   BELOW 25 -> [0, .25)   the others -> no number
 *
 * state          an enum minrisk_reliance_state: how the figure is printed
 * percent        the printed number, in [0, 100]; 0 for the states that carry none
 * out       [1]  the state, with percent / 100 where it holds; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   out is NULL
 *           MINRISK_E_PARAM  the state is unknown or one that no source prints (BETWEEN, UNBOUNDED),
 *                            percent is NaN or outside [0, 100], the interval would be empty
 *                            (ABOVE 100, BELOW 0), or percent is not 0 though the state carries
 *                            no number
 * accuracy  exact: percent / 100 correctly rounded
 * cost      O(1); stack <= 1 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_reliance_published(int32_t state, double percent,
                                                      minrisk_reliance *out);

/* Net import reliance where each part of the balance is known as an interval.
 *
 *     N / (H + N),   N = imports - exports + stock_release,   H = production + old_scrap
 *
 * rises with N; it falls with H where N > 0, and rises with H where N < 0. So, over the balances of
 * the box that have an apparent consumption at all,
 *
 *     low   N- / (H+ + N-) for N- >= 0,   N- / (H- + N-) for N- < 0
 *     high  N+ / (H- + N+) for N+ >= 0,   N+ / (H+ + N+) for N+ < 0
 *
 * N- and N+ being the ends of N: its low end has the least imports and the most exports. Where H+
 * is 0, nothing is made at home, and whatever is used is imported: the ratio is 1.
 *
 * Source    US Geological Survey, Mineral Commodity Summaries, appendix B, for the ratio.
 * low       [1]  the low end of every part
 * high      [1]  the high end of every part, each at least the low one
 * out       [1]  VALUE, both ends of the ratio being one double >= 0; BETWEEN; NET_EXPORTER, all of
 *                it being below 0; NO_CONSUMPTION, no balance of the box having any; UNBOUNDED,
 *                some having none and being exporters, H+ not being 0, or the low end being past
 *                the range of double; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL  low, high or out is NULL
 *           MINRISK_E_DATA  a member is NaN or infinite, any but stock_release is negative, or a
 *                           low end is above the high one
 * accuracy  exact: low is the largest double not above the end, high the smallest not below it
 * cost      O(1); stack <= 2 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_reliance_interval(const minrisk_balance *low,
                                                     const minrisk_balance *high,
                                                     minrisk_reliance *out);

/* --- governance ------------------------------------------------------------------------------ */

/* Governance of the Worldwide Governance Indicators (higher is better) as a risk (higher is worse)
 * on the scale of 0 to 10.
 *
 *     2 (2.5 - wgi), held to [0, 10]
 *
 * The indicators are standard scores, meant for [-2.5, 2.5], and a few countries pass that: values
 * up to 5 in size are taken and held to the ends of the scale. What is further out is another
 * scale, such as a percentile. The score of the EU takes the mean of six indicators.
 *
 * Source    European Commission 2017, Methodology for establishing the EU list of critical raw
 *           materials, as commonly stated: the indicator, scaled to 0-10 and turned round.
 * wgi            in [-5, 5]; NaN, a country without an indicator, is refused and never made .5
 * risk      [1]  in [0, 10]; untouched on error
 * clamped   [1]  1 where wgi was outside [-2.5, 2.5] and the risk is an end of the scale, 0 where
 *                not; NULL: not wanted; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   risk is NULL
 *           MINRISK_E_PARAM  wgi is NaN or outside [-5, 5]
 * accuracy  exact: correctly rounded
 * cost      O(1); stack <= 1.25 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_wgi_to_risk_10(double wgi, double *risk, int32_t *clamped);

/* The same on the scale of 0 to 1, which GeoPolRisk uses, from political stability alone.
 *
 *     (2.5 - wgi) / 5, held to [0, 1]        = .5 - .2 wgi
 *
 * Source    Koyamparambath et al. 2024.
 * wgi            in [-5, 5]; NaN, a country without an indicator, is refused and never made .5
 * risk      [1]  in [0, 1]; untouched on error
 * clamped   [1]  1 where wgi was outside [-2.5, 2.5], 0 where not; NULL: not wanted; untouched on
 *                error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   risk is NULL
 *           MINRISK_E_PARAM  wgi is NaN or outside [-5, 5]
 * accuracy  exact: correctly rounded
 * cost      O(1); stack <= 1.25 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_wgi_to_risk_1(double wgi, double *risk, int32_t *clamped);

/* --- blocs and outages ----------------------------------------------------------------------- */

/* What the suppliers of each bloc give together.
 *
 *     total_b = sum of x_i over the suppliers i of bloc b
 *
 * Each supplier has one bloc, so that none is counted twice: a country of two blocs cannot be said.
 * One that stands alone is a bloc of its own. The totals are a market like any other.
 *
 * Source    -
 * quantity  [n]      any unit, finite, >= 0
 * bloc      [n]      0 to blocs - 1
 * n                  >= 1
 * total     [blocs]  in the unit of the quantities, 0 for a bloc without suppliers; untouched on
 *                    error
 * blocs              >= 1
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   quantity, bloc or total is NULL
 *           MINRISK_E_SIZE   n or blocs is 0
 *           MINRISK_E_DATA   a quantity is NaN, infinite or negative, a bloc is not below blocs, or
 *                            a total passes the range of double
 * accuracy  exact: each total correctly rounded
 * cost      O(n blocs); stack <= 1.25 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_bloc_totals(const double *quantity, const uint32_t *bloc,
                                               size_t n, double *total, size_t blocs);

/* What is left without one of the suppliers. */
typedef struct minrisk_outage {
    double rest;      /* what the others give */
    double rest_hhi;  /* their HHI; 0 where they give nothing, since there are no shares then */
    double spare;     /* what the others could give besides */
    double covered;   /* of the need, by the rest and the spare capacity: in [0, 1] */
    double shortfall; /* of the need, not covered: 0 where all of it is, in the unit of the need */
} minrisk_outage;

/* The rest of the market without supplier c (the N-1 test of a network), and how much of a need it
 * still covers.
 *
 *     rest = sum of x_i, i != c      spare = sum of y_i, i != c
 *     covered = min(1, (rest + spare) / need)      shortfall = max(0, need - rest - spare)
 *
 * Source    -
 * quantity  [n]  what each gives, any unit, finite, >= 0
 * spare     [n]  what each could give besides, in the same unit, finite, >= 0; NULL: nothing
 * n              >= 1
 * c              which one stops, < n
 * need           in the same unit, finite, > 0
 * out       [1]  see minrisk_outage; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   quantity or out is NULL
 *           MINRISK_E_SIZE   n is 0
 *           MINRISK_E_PARAM  c is not below n, or need is NaN, infinite or not positive
 *           MINRISK_E_DATA   a quantity or a spare capacity is NaN, infinite or negative, or a sum
 *                            of them passes the range of double
 * accuracy  exact: each member correctly rounded, from the quantities and not from one another
 * cost      O(n); stack <= 2.25 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_without(const double *quantity, const double *spare, size_t n,
                                           size_t c, double need, minrisk_outage *out);

#ifdef __cplusplus
}
#endif

#endif
