/* SPDX-License-Identifier: MIT */
/* Time to independence from dated projects: the exact crossing of supply and need.
 *
 * A project gives nothing before its start, then rises in a straight line over its ramp to its
 * capacity, and falls to nothing when its life, counted from the end of the ramp, is over:
 *
 *     capacity             ____________
 *                         /            |
 *     0     _____________/             |________
 *                     start   +ramp    +life
 *
 * Supply that exists today has a start before 0 or, where its years are numbered, a start and a
 * ramp of 0 and those years for its life. A project without capacity changes nothing. Supply is
 * right-continuous, and all events of one instant apply before the test: those that follow the
 * first of them by at most 1e-12 horizon. Need is given at knots, runs straight between them, and
 * holds its first value before and its last value after them; knots of one year are a step, to the
 * last of them. Satisfied is supply >= need; at an event a supply that is short by no more than
 * 1e-12 of the need is enough, so that decimal fractions that add up on paper add up here. t = 0 is
 * now; times are years.
 */
#ifndef MINRISK_PIPELINE_H
#define MINRISK_PIPELINE_H

#include "projects.h"
#include "trend.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Length of the workspace of minrisk_when_covered.
 *
 *     7 projects + 2 knots + 37
 *
 * projects  how many projects
 * knots     how many knots of the need
 * returns   doubles; SIZE_MAX if the number or its bytes would not fit in size_t
 * accuracy  integer
 * cost      O(1)
 * example   examples/pipeline.c
 */
MINRISK_API size_t minrisk_when_covered_workspace(size_t projects, size_t knots);

/* When the projects together cover a need.
 *
 * Source     sweep over events; Bentley and Ottmann 1979 for the idea.
 * start      [projects]  years from now, finite; negative: already running
 * ramp       [projects]  years from start to capacity, finite, >= 0
 * capacity   [projects]  per year, any unit, finite, >= 0
 * life       [projects]  years at capacity, >= 0; infinite: no closure. NULL: no project closes
 * projects               0 is allowed, and the arrays may then be NULL
 * need_year  [knots]     years from now, finite, ascending; equal neighbours are a step
 * need       [knots]     per year, in the unit of capacity, finite, >= 0
 * knots                  >= 1
 * dwell                  years that a spell must last to count as sustained, finite, >= 0
 * horizon                years, finite, >= 0; 0 tests now alone
 * work       [work_len]  workspace, left in any state
 * work_len               >= minrisk_when_covered_workspace(projects, knots)
 * when       [1]         ALREADY, REACHED or NOT_WITHIN_HORIZON, by the first spell whatever the
 *                        dwell; a touch is a spell of length 0; binding is 0; assumptions:
 *                        ALL_SUCCEED; CONSTANT_NEED, all knots alike; and of projects with capacity
 *                        NO_CLOSURES, no life is finite, and SHAPE, a ramp is not 0; STAGE_MISSING,
 *                        there are no projects; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   an array that is needed, or when, is NULL
 *            MINRISK_E_SIZE   knots is 0, the counts overflow, or work_len is too small
 *            MINRISK_E_PARAM  dwell or horizon is NaN, infinite or negative
 *            MINRISK_E_DATA   an element is outside its domain, or need_year descends
 * accuracy   reproducible: a crossing is that of a supply and a need each moved by at most 2^-50 of
 *            the larger one (1e-12 of the need where that is forgiven at an event), within 2^-50 of
 *            the horizon; the same bits in any order of the projects
 * cost       O(E log E + E A) for E = 3 projects + knots events, A projects ramping at one time;
 *            stack <= 2.25 KB; no overlap of work with an input is allowed
 * example    examples/pipeline.c
 */
MINRISK_API minrisk_status minrisk_when_covered(const double *start, const double *ramp,
                                                const double *capacity, const double *life,
                                                size_t projects, const double *need_year,
                                                const double *need, size_t knots, double dwell,
                                                double horizon, double *work, size_t work_len,
                                                minrisk_when *when);

/* Length of the workspace of minrisk_when_met.
 *
 *     (2 M + 3) P + 2 L + 37 G for the condition for which that is most, with M the knots of the
 *     longest shape (2 if there is none), P the projects of its stage, L its knots (twice as many
 *     with `recovered`), and G the countries for kinds that tell countries apart, 2 for SHARE, 1
 *     for the others; one for each project if starts_after is given; and
 *     6 ((M + 1) P + L + 2) for each condition but the last
 *
 * projects    [1]  counts, stage and shapes are read
 * conditions  [n]  counts are read, not the arrays
 * n                how many conditions
 * returns     doubles; SIZE_MAX if the number or its bytes would not fit, be it of all projects in
 *             one stage, or a pointer is NULL
 * accuracy    integer
 * cost        O(projects n); stack <= 0.5 KB
 * example     examples/pipeline.c
 */
MINRISK_API size_t minrisk_when_met_workspace(const minrisk_projects *projects,
                                              const minrisk_condition *conditions, size_t n);

/* When all conditions hold at once. Their times are intersected: with closures, the latest of the
 * conditions' first times may be a time at which they do not hold together, or there may be none.
 *
 * Source      as minrisk_when_covered.
 * projects    [1]  see minrisk_projects
 * conditions  [n]  see minrisk_condition; several may speak of one stage
 * n                >= 1
 * dwell            years that a spell must last to count as sustained, finite, >= 0
 * horizon          years, finite, >= 0; 0 tests now alone
 * work   [work_len]  workspace, left in any state
 * work_len         >= minrisk_when_met_workspace(projects, conditions, n)
 * when        [1]  as in minrisk_when_covered, where a project has capacity if a condition counts
 *                  some of it; CONSTANT_NEED, all knots of each need alike, if there is a need;
 *                  binding is the condition that was met last before the first spell or, where
 *                  there is none, the condition whose own first spell begins last (never counts as
 *                  last of all; the lowest index on a tie); STAGE_MISSING if a condition's stage
 *                  has no project; UNDEFINED if they are never met and one speaks of a share of
 *                  supply, or of its HHI, where there is none up to the horizon; untouched on error
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   a pointer that is needed is NULL
 *             MINRISK_E_SIZE   n is 0, a count of knots is unusable, the counts overflow, or
 *                              work_len is too small
 *             MINRISK_E_PARAM  dwell or horizon is NaN, infinite or negative, or a condition's kind
 *                              or another number of it is outside its domain
 *             MINRISK_E_DATA   an element is outside its domain, need_year or a shape descends, or
 *                              starts_after names a project that stands later: a circle
 * accuracy    reproducible, as minrisk_when_covered; where countries are told apart, each one's
 *             supply is moved by at most 2^-50 of the total, and an HHI's limit by 2^-48 of it
 * cost        as minrisk_when_covered for each condition, times G; stack <= 2.25 KB
 * example     examples/pipeline.c
 */
MINRISK_API minrisk_status minrisk_when_met(const minrisk_projects *projects,
                                            const minrisk_condition *conditions, size_t n,
                                            double dwell, double horizon, double *work,
                                            size_t work_len, minrisk_when *when);

#ifdef __cplusplus
}
#endif

#endif
