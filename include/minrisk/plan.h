/* SPDX-License-Identifier: MIT */
/* Which project matters, and how much more capacity it takes. */
#ifndef MINRISK_PLAN_H
#define MINRISK_PLAN_H

#include "forecast.h"
#include "outlook.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the first crossing moves with a project's capacity and with its lead time.
 *
 *     dT/dcapacity_i = -r_i / g,   dT/dlead_i = s_i / g,   g = sum s_i - n
 *     at T, from the left: r_i the part of the ramp that is done, s_i its slope a year, n that of
 *     the need
 *
 * Where a step closes the gap, the project that steps has dT/dlead 1, the others 0, and
 * dT/dcapacity does not exist: it is 0. Where need grows, the slopes by lead add up to more than
 * 1: a delay of all delays by more.
 *
 * Source       implicit function theorem.
 * start        [projects]  years from now, finite
 * ramp         [projects]  years, finite, >= 0
 * capacity     [projects]  per year, any unit, finite, >= 0
 * projects                 >= 1
 * need_slope               of the need just before T, in units a year for each year, finite
 * first                    T, as minrisk_when_covered found it, finite, > 0
 * by_capacity  [projects]  years for each unit; untouched on error
 * by_lead      [projects]  years for each year; untouched on error
 * pivotal      [1]         the project that steps at T, the lowest index, or `projects` if a ramp
 *                          closes the gap; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   a pointer is NULL
 *              MINRISK_E_SIZE   projects is 0
 *              MINRISK_E_PARAM  need_slope is NaN or infinite, first is not a positive number; or
 *                               no project steps at T and supply does not gain on the need there
 *              MINRISK_E_DATA   an element is outside its domain
 * accuracy     reproducible: within 2^-50 of the largest slope, over g, relatively
 * cost         O(projects)
 * example      examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_slopes(const double *start, const double *ramp,
                                               const double *capacity, size_t projects,
                                               double need_slope, double first, double *by_capacity,
                                               double *by_lead, size_t *pivotal);

/* Birnbaum's importance of each project: by how much the chance of enough capacity is larger if the
 * project is there for certain than if it is not.
 *
 *     P(sum >= need | i is there) - P(sum >= need | i is not)
 *
 * Source      Birnbaum 1969.
 * chance      [n]  that the project is there by the date in question, in [0, 1]
 * capacity    [n]  units
 * n                >= 1
 * need             units, 1 to MINRISK_MOST_UNITS
 * importance  [n]  untouched on error
 * work        [work_len]  workspace, left in any state
 * work_len         >= need + 1
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   a pointer is NULL
 *             MINRISK_E_SIZE   n is 0, or work_len is too small
 *             MINRISK_E_PARAM  need is out of range
 *             MINRISK_E_DATA   a chance is NaN or outside [0, 1]
 * accuracy    reproducible: within (n + need) 2^-52
 * cost        O(n^2 need)
 * example     examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_importance(const double *chance, const uint32_t *capacity,
                                                   size_t n, uint32_t need, double *importance,
                                                   double *work, size_t work_len);

/* How much more capacity, there for certain, makes the chance to cover the need at least q: the
 * q-quantile of the shortfall, found without a search. q = 1 is for certain.
 *
 *     the least x with P(sum + x >= need) >= q
 *
 * Source    quantile of a sum of independent capacities.
 * chance    [n]  that the project is there by the date in question, in [0, 1]
 * capacity  [n]  units
 * n              0 is allowed, and the arrays may then be NULL
 * need           units, at most MINRISK_MOST_UNITS
 * q              in (0, 1]
 * extra     [1]  units; 0 if the chance is q already; untouched on error
 * work      [work_len]  workspace, left in any state
 * work_len       >= need + 1
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   a pointer that is needed is NULL
 *           MINRISK_E_SIZE   work_len is too small
 *           MINRISK_E_PARAM  need or q is out of range
 *           MINRISK_E_DATA   a chance is NaN or outside [0, 1]
 * accuracy  reproducible: exact but where the chance is within (n + need) 2^-52 of q
 * cost      O(n need)
 * example   examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_capacity(const double *chance, const uint32_t *capacity,
                                                 size_t n, uint32_t need, double q, uint32_t *extra,
                                                 double *work, size_t work_len);

/* The chance that projects which nobody has announced yet make up a need: of each size as many as
 * Poisson's law has them.
 *
 *     g(0) = exp(-sum mean_i),   x g(x) = sum mean_i c_i g(x - c_i),   1 - sum of g(x) below need
 *
 * Source    Panjer 1981, for a compound Poisson law.
 * mean      [n]  how many of the size are expected by the date in question, in [0, 1e6]
 * capacity  [n]  units
 * n              0 is allowed, and the arrays may then be NULL
 * need           units, at most MINRISK_MOST_UNITS
 * chance    [1]  in [0, 1]; untouched on error
 * work      [work_len]  workspace, left in any state
 * work_len       >= need + 1
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   a pointer that is needed is NULL
 *           MINRISK_E_SIZE   work_len is too small
 *           MINRISK_E_PARAM  need is out of range
 *           MINRISK_E_DATA   a mean is NaN or outside [0, 1e6]
 * accuracy  reproducible: within ((n + 3) need + 2 n sum mean_i) 2^-53
 * cost      O(n need), and O(need) for each 300 of the sum of means; stack <= 500 bytes
 * example   examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_unnamed(const double *mean, const uint32_t *capacity,
                                                size_t n, uint32_t need, double *chance,
                                                double *work, size_t work_len);

/* What more it takes to be covered in a given year. */
typedef struct minrisk_needed {
    uint32_t known;    /* enum minrisk_needed_known: which of the next two can be had at all */
    uint32_t reserved; /* 0 */
    double nameplate;  /* of capacity of which a part is there by then; 0 if not known */
    double slope;      /* of supply that grows from now to then; 0 if not known */
    double deficit;    /* lacking then */
    double stock;      /* that bridges all that is lacking up to then, in units times years */
} minrisk_needed;

enum minrisk_needed_known { MINRISK_NEEDED_NAMEPLATE = 1, MINRISK_NEEDED_SLOPE = 2 };

/* Capacity, slope or stock needed to be covered by a year, dates being as planned; with a
 * probability, see minrisk_plan_capacity.
 *
 *     deficit = max(0, f N - R - S) at the year,   nameplate = deficit / part,
 *     slope = deficit / year,   stock = integral of the deficit from now to the year
 *
 * with need N, recycling R and supply S, as minrisk_deficit has them.
 *
 * Source      as minrisk_deficit.
 * projects    [1]  see minrisk_projects
 * condition   [1]  of kind COVERAGE or RELIANCE, whose f N is (1 - f) N
 * year             years from now, finite, >= 0
 * part             of what is added, there by then, in [0, 1]: its ramp; where something is lacking
 *                  and part is 0, no nameplate will do, and at year 0 no slope will
 * work  [work_len]  workspace, left in any state
 * work_len         >= minrisk_when_met_workspace(projects, condition, 1)
 * needed      [1]  infinite past the range of double; untouched on error
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   a pointer that is needed is NULL
 *             MINRISK_E_SIZE   as minrisk_deficit
 *             MINRISK_E_PARAM  year or part is outside its domain, or as minrisk_deficit
 *             MINRISK_E_DATA   as minrisk_deficit
 * accuracy    as minrisk_deficit
 * cost        as minrisk_deficit, twice; stack <= 2.5 KB
 * example     examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_needed(const minrisk_projects *projects,
                                               const minrisk_condition *condition, double year,
                                               double part, double *work, size_t work_len,
                                               minrisk_needed *needed);

/* What is left out of a forecast. */
enum minrisk_without {
    MINRISK_WITHOUT_PROJECT = 1, /* one project, by its place in the model */
    MINRISK_WITHOUT_COUNTRY = 2, /* all projects of a country */
    MINRISK_WITHOUT_STAGE = 3    /* the need of a stage: as if it was covered */
};

/* A forecast in which a project, or those of a country, give no supply, or a stage has no need. All
 * draws are those of minrisk_forecast_run with the same seed, what waits for them waits as before,
 * and so the two tallies differ by what is left out and by nothing else.
 *
 * Source       common random numbers.
 * model   [1]  see minrisk_model
 * what         an enum minrisk_without
 * which        the project, the country or the stage; one that the model does not have leaves
 *              nothing out
 * seed         any
 * first_trial  any
 * trials       any
 * work    [work_len]  workspace, left in any state
 * work_len     >= minrisk_forecast_workspace(model)
 * tally   [1]  initialised, of runs without the same; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   a pointer that is needed is NULL
 *              MINRISK_E_STATE  tally was not initialised
 *              MINRISK_E_SIZE   as minrisk_forecast_run
 *              MINRISK_E_PARAM  as minrisk_forecast_run, or what is not one of them
 *              MINRISK_E_DATA   as minrisk_forecast_run
 * accuracy     integer
 * cost         as minrisk_forecast_run; stack <= 1.5 KB
 * example      examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_without(const minrisk_model *model, int32_t what,
                                                uint32_t which, uint64_t seed, uint64_t first_trial,
                                                uint32_t trials, int32_t *work, size_t work_len,
                                                minrisk_tally *tally);

/* The law of the time to independence without the same: minrisk_law in the place of trials.
 *
 * Source          as minrisk_law.
 * model           [1]  see minrisk_model
 * what                 an enum minrisk_without
 * which                as minrisk_plan_without
 * steps_per_year       1 to 1,024
 * year            [n]  from 0 to the horizon
 * n                    0 tests the model
 * probability     [n]  untouched on error
 * kind            [1]  an enum minrisk_law_kind; untouched on error
 * work     [work_len]  workspace, left in any state
 * work_len             >= minrisk_law_workspace(model, steps_per_year)
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   a pointer that is needed is NULL
 *                 MINRISK_E_SIZE   as minrisk_law
 *                 MINRISK_E_PARAM  as minrisk_law, or what is not one of them
 *                 MINRISK_E_DATA   as minrisk_law
 * accuracy        as minrisk_law
 * cost            as minrisk_law; stack <= 2 KB
 * example         examples/plan.c
 */
MINRISK_API minrisk_status minrisk_plan_law(const minrisk_model *model, int32_t what,
                                            uint32_t which, uint32_t steps_per_year,
                                            const double *year, size_t n, double *probability,
                                            int32_t *kind, double *work, size_t work_len);

#ifdef __cplusplus
}
#endif

#endif
