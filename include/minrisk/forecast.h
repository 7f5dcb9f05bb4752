/* SPDX-License-Identifier: MIT */
/* Time to independence as a distribution: projects whose lead times are uncertain, which may fail,
 * slip and be struck together.
 *
 * A model is made of integers: ticks of 1/65,536 year (lead.h), units of capacity of the caller's
 * choosing, chances in 2^-32 (a word below the chance is a success). minrisk_units and
 * minrisk_chance convert, once, and report what that rounds. A trial draws
 *
 *     ready = slip * (its slipped phases) + its other phases
 *     start = base + ready + the delay of each shock that strikes it
 *             (+ start of the project that it waits for)
 *
 * and from there supply rises over the ramp to the capacity, unless the project fails: then it
 * never starts, nor does what waits for it. Independence is first reached at the first tick at
 * which every stage has supply >= need. A need is given at knots, as in pipeline.h. Supply and need
 * between knots are rounded down to 2^-32 units a tick; times that pass all bounds are never.
 *
 * Every draw is a function of the seed, the trial and the number of the project: trials may be run
 * in any slices, and a project that is left out leaves the draws of the others as they were. */
#ifndef MINRISK_FORECAST_H
#define MINRISK_FORECAST_H

#include "lead.h"
#include "trend.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MINRISK_NONE         4294967295u /* no group, no slip, no project to wait for */
#define MINRISK_MOST_UNITS   1073741824u /* of a need, or of a stage's capacity */
#define MINRISK_MOST_STAGES  32
#define MINRISK_MOST_MONTHS  1200 /* of a horizon */
#define MINRISK_MOST_HORIZON 6553600L

/* A model, as views of the caller's arrays. No call keeps them. Where an array may be NULL, the
 * comment says what that means. */
typedef struct minrisk_model {
    size_t projects;    /* 0 is allowed; the arrays of projects may then be NULL */
    const uint32_t *id; /* [projects]  numbers for the draws, all different, which is not checked;
                                NULL: 0, 1, 2... */
    const uint32_t *stage;    /* [projects]  below stages; NULL: 0 */
    const uint32_t *country;  /* [projects]  0 to 63, for the shocks; NULL: 0 */
    const uint32_t *capacity; /* [projects]  units, at most MINRISK_MOST_UNITS in a stage */
    const int32_t *base;      /* [projects]  tick at which its phases begin, negative if they have;
                                 where it waits, ticks after that, >= 0. NULL: 0 */
    const int32_t *ramp;      /* [projects]  ticks from start to capacity, >= 0; NULL: 0 */
    const uint64_t *success; /* [projects]  chance, at most 2^32, which is certain; NULL: certain */
    const size_t
        *phase_first;        /* [projects + 1]  project p has the phases phase[phase_first[p]] up to
                                  phase[phase_first[p + 1]], less than 65,536 of them */
    const uint32_t *phase;   /* [phase_first[projects]]  table of the phase, below tables */
    const uint32_t *slip;    /* [projects]  below slips, or MINRISK_NONE; NULL: none */
    const uint32_t *slipped; /* [projects]  how many of its phases slip, the first; NULL: all */
    const uint32_t *group;   /* [projects]  below groups, or MINRISK_NONE; NULL: none */
    const uint32_t *after;   /* [projects]  an earlier project whose start it waits for, or
                                  MINRISK_NONE; NULL: none */

    size_t tables;
    size_t table_len;     /* 2^k + 1, of each table */
    const int32_t *table; /* [tables * table_len]  as lead.h makes them */

    size_t stages;            /* 1 to MINRISK_MOST_STAGES; all must be covered */
    const size_t *need_first; /* [stages + 1]  as phase_first, of knots, 1 or more each; NULL: one
                                 knot each */
    const int32_t *need_tick; /* [knots]  ascending in a stage; NULL where need_first is */
    const uint32_t *need;     /* [knots]  units, at most MINRISK_MOST_UNITS */

    size_t slips; /* factors on lead times, such as 1.25: in a trial one for all that have it */
    const uint64_t *slip_chance; /* [slips]  that it is not 1 */
    const uint32_t *slip_table;  /* [slips]  table of the factor, a year for 1 */
    const uint32_t *slip_group;  /* [slips]  below groups, or MINRISK_NONE; NULL: none */

    size_t groups;                /* those in a group slip, or take their phases, together */
    const uint64_t *group_chance; /* [groups]  that they use the same random words in a trial */

    size_t shocks;                   /* events that delay many projects at once */
    const uint64_t *shock_chance;    /* [shocks] */
    const uint32_t *shock_table;     /* [shocks]  table of the delay */
    const uint64_t *shock_countries; /* [shocks]  bit c: it strikes country c */
    const uint32_t *shock_stages;    /* [shocks]  bit s: it strikes stage s */

    int32_t horizon; /* ticks, 0 to MINRISK_MOST_HORIZON; nothing is said of later */
} minrisk_model;

#ifndef MINRISK_INTEGER_ONLY
/* A chance in 2^-32.
 *
 *     floor(probability 2^32)
 *
 * probability     in [0, 1]
 * chance     [1]  0 to 2^32; untouched on error
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   chance is NULL
 *                 MINRISK_E_PARAM  probability is NaN or outside [0, 1]
 * accuracy        reproducible: less than 2^-32 too low; 0 and 1 stay what they are
 * cost            O(1)
 * example         examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_chance(double probability, uint64_t *chance);

/* Quantities in whole units.
 *
 *     units_i = round(quantity_i * weight_i / unit)
 *
 * quantity  [n]  finite, >= 0
 * weight    [n]  what part of it counts, as 1 for domestic supply and less for an ally's, in [0,
 *                1]; NULL: all of it
 * n              0 is allowed
 * unit           what one unit is, in the unit of quantity, finite, > 0
 * units     [n]  untouched on error
 * rounding  [1]  the most that rounding moved any of them by, in the unit of quantity
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL   quantity, units or rounding is NULL
 *                MINRISK_E_PARAM  unit is not a positive number, or so small that a quantity has
 *                                 more than MINRISK_MOST_UNITS
 *                MINRISK_E_DATA   a quantity is NaN, infinite or negative, or a weight outside [0,
 *                                 1]
 * accuracy       reproducible: the nearest unit, but for quantities within 2^-51 of a half
 * cost           O(n)
 * example        examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_units(const double *quantity, const double *weight, size_t n,
                                         double unit, uint32_t *units, double *rounding);
#endif

/* Length of the workspace of a forecast.
 *
 *     11 projects + 8 (slips + groups + shocks)
 *
 * model  [1]  its counts are read
 * returns     of int32_t; SIZE_MAX if the number or its bytes would not fit in size_t, or model is
 *             NULL
 * accuracy    integer
 * cost        O(1)
 * example     examples/forecast.c
 */
MINRISK_API size_t minrisk_forecast_workspace(const minrisk_model *model);

/* What one trial came to. */
typedef struct minrisk_trial {
    int32_t first; /* first tick at which all stages are covered, 0 if they are now;
                            MINRISK_TICK_NEVER if not up to the horizon */
    int32_t lost;  /* first tick after it at which one is not; MINRISK_TICK_NEVER if none */
    uint32_t
        bottleneck;    /* the stage that was covered last, the lowest on a tie; MINRISK_NONE unless
                            first is a tick after now */
    uint32_t reserved; /* 0 */
} minrisk_trial;

/* One trial, and when its projects start.
 *
 * Source     Threefry4x32-20 (Salmon et al. 2011): key (seed, 0), counter (trial, entity, domain).
 * model [1]  see minrisk_model
 * seed       any
 * trial      any
 * work  [work_len]  workspace, left in any state
 * work_len   >= minrisk_forecast_workspace(model)
 * start [projects]  ticks, MINRISK_TICK_NEVER of those that fail; NULL: not wanted
 * out   [1]  untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   a pointer that is needed is NULL
 *            MINRISK_E_SIZE   stages, table_len or a count is out of range, or work_len too small
 *            MINRISK_E_PARAM  horizon is out of range, or a stage has more than MINRISK_MOST_UNITS
 *            MINRISK_E_DATA   an element is outside its domain, or out of order
 * accuracy   integer
 * cost       as 8 trials of minrisk_forecast_run; stack <= 1.25 KB
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_forecast_trial(const minrisk_model *model, uint64_t seed,
                                                  uint64_t trial, int32_t *work, size_t work_len,
                                                  int32_t *start, minrisk_trial *out);

/* What trials add up to: integers, so that parts add up to the whole in any order. */
typedef struct minrisk_tally {
    uint32_t version;     /* set by minrisk_tally_init */
    uint32_t assumptions; /* enum minrisk_assumption */
    int32_t horizon;      /* ticks, of the models run; 0 before the first */
    uint32_t trials;
    uint32_t already;                         /* covered now */
    uint32_t never;                           /* not covered up to the horizon */
    uint32_t lost;                            /* covered, and lost again up to the horizon */
    uint32_t reserved;                        /* 0 */
    uint64_t sum;                             /* of the first ticks, never apart */
    uint64_t squares[2];                      /* of their squares: low and high words of 64 bits */
    uint32_t bottleneck[MINRISK_MOST_STAGES]; /* by the stage that was covered last */
    uint32_t month[MINRISK_MOST_MONTHS];      /* first in ((m / 12), (m + 1) / 12] years */
} minrisk_tally;

/* Bytes of a tally, for bindings that have no headers.
 *
 * returns   sizeof(minrisk_tally)
 * accuracy  integer
 * cost      O(1)
 * example   examples/forecast.c
 */
MINRISK_API size_t minrisk_tally_sizeof(void);

/* An empty tally.
 *
 * tally  [1]  any bytes; untouched on error
 * size        sizeof(minrisk_tally), as the caller was built
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL  tally is NULL
 *             MINRISK_E_SIZE  size is another: the header is of another version
 * accuracy    integer
 * cost        O(1)
 * example     examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_tally_init(minrisk_tally *tally, size_t size);

/* Trials first_trial to first_trial + trials - 1, added to a tally. Any slices of them, in any
 * order, come to the same tally.
 *
 * Source       Monte Carlo; the words are those of minrisk_forecast_trial.
 * model   [1]  see minrisk_model
 * seed         any
 * first_trial  any; numbers go on from 2^64 - 1 to 0
 * trials       any; 0 tests the model
 * work    [work_len]  workspace, left in any state
 * work_len     >= minrisk_forecast_workspace(model)
 * tally   [1]  initialised; assumptions: NO_CLOSURES and SHAPE; ALL_SUCCEED, no project may fail;
 *              INDEPENDENT, there are no slips, groups or shocks; CONSTANT_NEED; STARTS_NOW, `after`
 *              is NULL; STAGE_MISSING, a stage has no project; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL   a pointer that is needed is NULL
 *              MINRISK_E_STATE  tally was not initialised
 *              MINRISK_E_SIZE   stages, table_len or a count is out of range, work_len too small,
 *                               or the tally would pass 2^32 - 1 trials
 *              MINRISK_E_PARAM  horizon is out of range, or another than that of the tally; or a
 *                               stage has more than MINRISK_MOST_UNITS
 *              MINRISK_E_DATA   an element is outside its domain, or out of order
 * accuracy     integer
 * cost         O(trials (phases + projects log horizon)) where the need is constant; where it is
 *              not, times the number of spans that are too close to call, a few dozen;
 *              stack <= 1.25 KB
 * example      examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_forecast_run(const minrisk_model *model, uint64_t seed,
                                                uint64_t first_trial, uint32_t trials,
                                                int32_t *work, size_t work_len,
                                                minrisk_tally *tally);

/* Adds a tally to another one of the same model.
 *
 * into  [1]  initialised; untouched on error
 * from  [1]  initialised; not into
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   into or from is NULL
 *            MINRISK_E_STATE  one was not initialised
 *            MINRISK_E_SIZE   together they would pass 2^32 - 1 trials
 *            MINRISK_E_PARAM  their horizons differ
 * accuracy   integer: any order of merging gives the same tally
 * cost       O(1), some 1,300 additions
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_tally_merge(minrisk_tally *into, const minrisk_tally *from);

#ifndef MINRISK_INTEGER_ONLY

/* A figure with its 95 % interval. */
typedef struct minrisk_estimate {
    double low;
    double value;
    double high;
    uint32_t assumptions; /* enum minrisk_assumption */
    uint32_t reserved;    /* 0 */
} minrisk_estimate;

/* The chance to be independent within some years, with Wilson's interval: none of 10,000 trials is
 * a chance of at most .00038, not of 0.
 *
 *     (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n),   z = 1.95996...
 *
 * Source     Wilson 1927.
 * tally [1]  initialised, with trials
 * years      >= 0, at most the tally's horizon; the last whole month up to it counts
 * p     [1]  untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   tally or p is NULL
 *            MINRISK_E_STATE  tally was not initialised
 *            MINRISK_E_SIZE   tally has no trials
 *            MINRISK_E_PARAM  years is NaN, negative, or past the horizon
 * accuracy   reproducible: within 4 ulp of the formula, low 0 and high 1 exactly at the ends
 * cost       O(1), some 1,200 additions
 * example    examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_forecast_within(const minrisk_tally *tally, double years,
                                                   minrisk_estimate *p);

/* A quantile of the time to independence, with the 95 % interval that the ranks of a binomial law
 * give, widened to whole months.
 *
 *     ranks n q -+ z sqrt(n q (1 - q)), rounded outwards, the upper one more; before the first trial
 *     is now, after the last beyond the horizon; the value, straight within its month
 *
 * Source        David and Nagaraja 2003, section 7.1.
 * tally    [1]  initialised, with trials
 * q             in (0, 1)
 * low      [1]  ALREADY, REACHED or NOT_WITHIN_HORIZON: a quantile among trials that never got
 *               there is beyond the horizon, and has no number; untouched on error, as the other
 *               two
 * value    [1]  the same
 * high     [1]  the same
 * returns       MINRISK_OK, or
 *               MINRISK_E_NULL   a pointer is NULL
 *               MINRISK_E_STATE  tally was not initialised
 *               MINRISK_E_SIZE   tally has no trials
 *               MINRISK_E_PARAM  q is NaN or outside (0, 1)
 * accuracy      reproducible: value within its month
 * cost          O(1), some 1,200 additions
 * example       examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_forecast_quantile(const minrisk_tally *tally, double q,
                                                     minrisk_when *low, minrisk_when *value,
                                                     minrisk_when *high);

/* What an answer of minrisk_law is. */
enum minrisk_law_kind {
    MINRISK_LAW_EXACT = 1,      /* no need changes, all ramps are steps, only shocks tie projects */
    MINRISK_LAW_ENUMERATED = 2, /* by all outcomes of what ties projects; where a need changes, by
                                   all states of the projects, tested at each step */
    MINRISK_LAW_LOWER_BOUND = 3 /* what is certain: ramps count when complete; or there are too many
                                   outcomes or states */
};

/* Length of the workspace of minrisk_law and its kin.
 *
 *     (steps + 4) projects + slips + groups + (stages + 5)(steps + 1) + most + 1
 *     steps from now to the horizon, and as far back as the earliest base, with one more; most: the
 *     largest need in units of its stage's common divisor; where a need changes, 12 (steps + 1)
 *     more, and 4,097 at least in the place of most + 1
 *
 * model           [1]  sound
 * steps_per_year       1 to 1,024
 * returns         of double; SIZE_MAX if the number or its bytes would not fit in size_t, model is
 *                 NULL or not sound, or steps_per_year out of range
 * accuracy        integer
 * cost            O(phases + projects); stack <= 500 bytes
 * example         examples/forecast.c
 */
MINRISK_API size_t minrisk_law_workspace(const minrisk_model *model, uint32_t steps_per_year);

/* The chance to be independent by given years, without trials.
 *
 *     P(T <= t) = sum over outcomes of P(outcome) product over stages of
 *                 P(sum of capacities that have started by t >= need)
 *
 * Leads are convolved on a grid, a mass at the nearest point, and the law is read straight between
 * the middles of its steps; leads that are known are not rounded. Capacities are added up by a
 * programme that absorbs at the need. Where a need changes, projects that are alike are counted as
 * one class, and the states are the counts of all classes, up to 4,096 of 12 classes; the chance is
 * then found at each step and read straight between two, for leads that are known as well.
 *
 * An outcome says what strikes or ties projects together: shocks, slips of several projects, groups
 * that share their draws, projects that others wait for. A shock's delay is taken at 32 of its
 * quantiles, any other draw in common at 1,024, or at fewer, down to 8, so that there are no more
 * than 4,096 outcomes (256 where a need changes). Where 8 are too many, the answer is a bound: draws
 * in common only ever make projects early or late together (slips of one group, if the factors of
 * all are at least 1 or all at most 1), so that a set of them is there with at least the product of
 * its chances, and the likeliest set that covers the need counts.
 *
 * Source          Barlow and Proschan 1975, for the state of a system and for the bound by sets;
 *                 Esary, Proschan and Walkup 1967, for association; capacity tables: Billinton and
 *                 Allan 1996.
 * model           [1]  see minrisk_model
 * steps_per_year       1 to 1,024; 12 gives quantiles to .01 years
 * year            [n]  from 0 to the horizon
 * n                    0 tests the model
 * probability     [n]  untouched on error
 * kind            [1]  an enum minrisk_law_kind; untouched on error
 * work     [work_len]  workspace, left in any state
 * work_len             >= minrisk_law_workspace(model, steps_per_year)
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   a pointer that is needed is NULL
 *                 MINRISK_E_SIZE   stages, table_len or a count is out of range, or work_len too
 *                                  small (looked at last, since it takes a sound model to tell)
 *                 MINRISK_E_PARAM  horizon or steps_per_year is out of range, a stage has more than
 *                                  MINRISK_MOST_UNITS, or shocks have more than 4,096 outcomes:
 *                                  trials can do that
 *                 MINRISK_E_DATA   an element is outside its domain, or out of order
 * accuracy        reproducible; the grid errs by about a hundredth of a step's square over that of
 *                 the spread, and less with more steps; n quantiles of a draw in common by less
 *                 than 1/(2n) of its chance
 * cost            O(steps^2 phases) for the leads, again in each outcome for those that are tied,
 *                 and O(n outcomes projects most), or O(outcomes steps states projects) where a
 *                 need changes; stack <= 2 KB
 * example         examples/forecast.c
 */
MINRISK_API minrisk_status minrisk_law(const minrisk_model *model, uint32_t steps_per_year,
                                       const double *year, size_t n, double *probability,
                                       int32_t *kind, double *work, size_t work_len);

/* The chance of each project to be there, whole, by a year, whatever the others do: what
 * minrisk_plan_importance and minrisk_plan_capacity ask for, of a stage whose projects are not tied.
 * Where there are too many outcomes, one that waits for another and draws together with it has at
 * least this chance.
 *
 *     P(start + ramp <= year)
 *
 * Source          as minrisk_law.
 * model           [1]  see minrisk_model
 * steps_per_year       1 to 1,024
 * year                 from 0 to the horizon
 * chance   [projects]  untouched on error
 * work     [work_len]  workspace, left in any state
 * work_len             >= minrisk_law_workspace(model, steps_per_year)
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   a pointer that is needed is NULL
 *                 MINRISK_E_SIZE   as minrisk_law
 *                 MINRISK_E_PARAM  as minrisk_law, or year is out of range
 *                 MINRISK_E_DATA   as minrisk_law
 * accuracy        as minrisk_law
 * cost            O(steps^2 phases) for the leads, as minrisk_law, and O(outcomes projects);
 *                 stack <= 2 KB
 * example         examples/plan.c
 */
MINRISK_API minrisk_status minrisk_law_started(const minrisk_model *model, uint32_t steps_per_year,
                                               double year, double *chance, double *work,
                                               size_t work_len);

/* The chance of each stage to be the one that is covered last, up to the horizon: the bottleneck.
 * What is missing from 1 is covered now, or not covered up to the horizon.
 *
 *     sum over steps of P(s covered in the step) product over others r of P(r covered by then)
 *
 * Of stages that are covered at the same tick the lowest is the last; of those within a step, any.
 *
 * Source          order of independent times, in each outcome of minrisk_law.
 * model           [1]  see minrisk_model; no need changes, all ramps are steps
 * steps_per_year       1 to 1,024
 * probability [stages]  untouched on error
 * kind            [1]  MINRISK_LAW_EXACT or MINRISK_LAW_ENUMERATED; untouched on error
 * work     [work_len]  workspace, left in any state
 * work_len             >= minrisk_law_workspace(model, steps_per_year)
 * returns         MINRISK_OK, or
 *                 MINRISK_E_NULL   a pointer that is needed is NULL
 *                 MINRISK_E_SIZE   as minrisk_law
 *                 MINRISK_E_PARAM  as minrisk_law; or a need changes, a ramp is no step, or there
 *                                  are too many outcomes: a bound says nothing of the last
 *                 MINRISK_E_DATA   as minrisk_law
 * accuracy        as minrisk_law; the order within a step by its third power
 * cost            O(steps^2 phases) for the leads, as minrisk_law, and O(outcomes steps projects
 *                 most); stack <= 2 KB
 * example         examples/plan.c
 */
MINRISK_API minrisk_status minrisk_law_bottleneck(const minrisk_model *model,
                                                  uint32_t steps_per_year, double *probability,
                                                  int32_t *kind, double *work, size_t work_len);

#endif

#ifdef __cplusplus
}
#endif

#endif
