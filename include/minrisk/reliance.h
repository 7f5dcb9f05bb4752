/* SPDX-License-Identifier: MIT */
/* How much of what a buyer uses comes from abroad. */
#ifndef MINRISK_RELIANCE_H
#define MINRISK_RELIANCE_H

#include "status.h"

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
    MINRISK_RELIANCE_WITHHELD = 6        /* "W": withheld by the source */
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
 *           MINRISK_E_PARAM  the state is unknown, percent is NaN or outside [0, 100], the interval
 *                            would be empty (ABOVE 100, BELOW 0), or percent is not 0
 *                            though the state carries no number
 * accuracy  exact: percent / 100 correctly rounded
 * cost      O(1); stack <= 1 KB
 * example   examples/reliance.c
 */
MINRISK_API minrisk_status minrisk_reliance_published(int32_t state, double percent,
                                                      minrisk_reliance *out);

#ifdef __cplusplus
}
#endif

#endif
