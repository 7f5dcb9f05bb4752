/* SPDX-License-Identifier: MIT */
/* Supply, need and what is lacking through time, for plots and for stocks. */
#ifndef MINRISK_OUTLOOK_H
#define MINRISK_OUTLOOK_H

#include "pipeline.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Supply, need and dependence at given dates.
 *
 *     dependence = (N - S - R) / N, and 0 where that is negative or N is 0
 *
 * with S = sum w_c S_c the supply that the condition counts, N and R as in enum
 * minrisk_condition_kind; what happens at a date has happened.
 *
 * Source       as minrisk_when_met.
 * projects     [1]  see minrisk_projects
 * condition    [1]  of kind COVERAGE or RELIANCE; the fraction is not applied
 * year         [n]  years from now, finite, in any order
 * n                 >= 1
 * work   [work_len]  workspace, left in any state
 * work_len          >= minrisk_when_met_workspace(projects, condition, 1)
 * supply       [n]  S; NULL if not wanted; untouched on error, as the next two
 * need         [n]  N - R, which may be negative; NULL if not wanted
 * dependence   [n]  in [0, 1]; NULL if not wanted
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   a pointer that is needed is NULL
 *              MINRISK_E_SIZE   n is 0, a count of knots is unusable, the counts overflow, or
 *                               work_len is too small
 *              MINRISK_E_PARAM  a number of the condition is outside its domain, or its kind is
 *                               another
 *              MINRISK_E_DATA   a year is NaN or infinite, or as minrisk_when_met
 * accuracy     reproducible: supply and need each within 2^-50 of the larger of what goes into them;
 *              the same bits in any order of the projects
 * cost         O(n (projects + knots)); stack <= 2.25 KB
 * example      examples/pipeline.c
 */
MINRISK_API minrisk_status minrisk_outlook(const minrisk_projects *projects,
                                           const minrisk_condition *condition, const double *year,
                                           size_t n, double *work, size_t work_len, double *supply,
                                           double *need, double *dependence);

/* What is lacking over a span of time: the stock that bridges it.
 *
 *     deficit = integral of max(0, f N - R - S) from `from` to `to`
 *
 * with need N, recycling R and supply S, as minrisk_condition and minrisk_projects have them.
 *
 * For the earliest date at which a given stock bridges all that is still to come, ask
 * minrisk_when_met with the kind BRIDGED.
 *
 * Source      algebra: supply and need are straight lines between events.
 * projects    [1]  see minrisk_projects
 * condition   [1]  of kind COVERAGE or RELIANCE, whose f N is (1 - f) N
 * from             years from now, finite, >= 0
 * to               years from now, finite, >= from
 * work  [work_len]  workspace, left in any state
 * work_len         >= minrisk_when_met_workspace(projects, condition, 1)
 * deficit     [1]  in units of the need times years; infinite past the range of double; untouched
 *                  on error
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   a pointer that is needed is NULL
 *             MINRISK_E_SIZE   a count of knots is unusable, the counts overflow, or work_len is
 *                              too small
 *             MINRISK_E_PARAM  from or to is NaN, infinite or negative, a number of the condition
 *                              is outside its domain, its kind is another, or to is below from
 *             MINRISK_E_DATA   as minrisk_when_met
 * accuracy    reproducible: that of a supply and a need each moved by at most 2^-50 of the larger
 *             one; the same bits in any order of the projects
 * cost        as minrisk_when_covered; stack <= 2.25 KB
 * example     examples/pipeline.c
 */
MINRISK_API minrisk_status minrisk_deficit(const minrisk_projects *projects,
                                           const minrisk_condition *condition, double from,
                                           double to, double *work, size_t work_len,
                                           double *deficit);

#ifdef __cplusplus
}
#endif

#endif
