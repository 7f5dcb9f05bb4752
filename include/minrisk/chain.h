/* SPDX-License-Identifier: MIT */
/* Stages in series, such as ore, oxide, metal and magnet: the risk of the whole chain, and how much
 * of a disruption stocks keep from its end. */
#ifndef MINRISK_CHAIN_H
#define MINRISK_CHAIN_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Members of minrisk_chain that need more than the risks of the stages. */
enum minrisk_chain_member {
    MINRISK_CHAIN_SERIES = 1,  /* no risk is above 1, so that all may be probabilities */
    MINRISK_CHAIN_WEIGHTED = 2 /* weights were given */
};

typedef struct minrisk_chain {
    double maximum;   /* the worst stage: the rule of the EU's list */
    double series;    /* 1 - prod (1 - r): that any of the stages fails, if none depends on another;
                          0 where not known */
    double mean;      /* the arithmetic one */
    double geometric; /* 0 as soon as one stage has no risk */
    double weighted;  /* sum w r / sum w; 0 where not known */
    size_t bottleneck; /* which stage is the worst, the first of them on a tie */
    uint32_t known;    /* which members of enum minrisk_chain_member hold */
    uint32_t reserved; /* 0 */
} minrisk_chain;

/* Risk of a chain of stages, by five rules.
 *
 *     max r,  1 - prod (1 - r),  sum r / n,  (prod r)^(1/n),  sum w r / sum w
 *
 * The maximum is the one published rule. Means hide the worst stage, which is told apart for that
 * reason; a plain product would understate a chain, and is not offered.
 *
 * Source    European Commission 2023, Study on the critical raw materials for the EU, for the
 *           maximum; the series rule is that of reliability theory.
 * risk      [stages]  of each stage, finite, >= 0
 * weight    [stages]  of each stage, finite, >= 0; NULL: none
 * stages              >= 1
 * out       [1]       see minrisk_chain; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       risk or out is NULL
 *           MINRISK_E_SIZE       stages is 0
 *           MINRISK_E_DATA       a risk or a weight is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every weight is 0
 * accuracy  maximum, mean and weighted are exact: correctly rounded; series and geometric are
 *           reproducible: within 1 ulp up to 1,000 stages
 * cost      O(stages), some thousand operations each for the geometric mean; stack <= 2.5 KB
 * example   examples/chain.c
 */
MINRISK_API minrisk_status minrisk_chain_risk(const double *risk, const double *weight,
                                              size_t stages, minrisk_chain *out);

/* How long a disruption of one stage is felt after it and after each later one.
 *
 *     missing_i = max(0, missing_(i-1) - cover_i)      from the stage that stops, missing = length
 *
 * cover is what the stock after a stage lasts for, at the rate of use. Stages before the one that
 * stops go on.
 *
 * Source    -
 * length              of the disruption, any unit of time, finite, >= 0
 * origin              which stage stops, < stages
 * cover     [stages]  of the stock after each stage, in the same unit, finite, >= 0
 * stages              >= 1
 * missing   [stages]  how long the output of each is missing: the last is what reaches the end; in
 *                     place (missing == cover) works; untouched on error
 * held_at   [1]       the first stage, from the origin on, after which nothing is missing; stages:
 *                     it reaches the end. NULL: not wanted; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   cover or missing is NULL
 *           MINRISK_E_SIZE   stages is 0
 *           MINRISK_E_PARAM  length is NaN, infinite or negative, or origin is not below stages
 *           MINRISK_E_DATA   a cover is NaN, infinite or negative
 * accuracy  exact: each correctly rounded from the length and the covers, not from one another
 * cost      O(stages); stack <= 1.25 KB
 * example   examples/chain.c
 */
MINRISK_API minrisk_status minrisk_chain_disruption(double length, size_t origin,
                                                    const double *cover, size_t stages,
                                                    double *missing, size_t *held_at);

#ifdef __cplusplus
}
#endif

#endif
