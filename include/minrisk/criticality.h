/* SPDX-License-Identifier: MIT */
/* Published scores of supply risk: of the EU, of the USGS, GeoPolRisk; and screens.
 *
 * Each takes a struct of inputs, with views of the caller's arrays, and gives the score with the
 * parts that make it up. What falls on each country goes, where it is wanted, into arrays of the
 * caller: its part of the score, and the derivative of the score by its quantity and by its risk.
 *
 * A risk is higher where things are worse. Indicators such as the Worldwide Governance Indicators
 * run the other way: minrisk_wgi_to_risk_10 and minrisk_wgi_to_risk_1 turn them round. A country
 * whose risk is not known (NaN) is refused with MINRISK_E_DATA, even where its quantity is 0: no figure
 * is made up for it. Rates and shares are fractions: what is above 1 is a percentage, and refused.
 *
 * Uncertainty, in two ways:
 *   sigma     minrisk_score_sigma takes the derivatives of any score, and sigmas of the inputs
 *   interval  the functions that end in _interval take the low and the high end of every input in
 *             which the score is monotone; the quantities whose shares are squared are not, so that
 *             they must be known */
#ifndef MINRISK_CRITICALITY_H
#define MINRISK_CRITICALITY_H

#include "partial.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where a supply comes from: views of the caller's arrays. */
typedef struct minrisk_sourcing {
    const double *quantity; /* [n] by country, any unit, finite, >= 0 */
    const double *risk;     /* [n] of each country, higher is worse, on the scale of the method */
    const double *factor;   /* [n] a second factor, as the method says; NULL: 1 for each */
    size_t n;
} minrisk_sourcing;

/* What falls on each country: arrays of the caller, [n] each, or NULL where it is not wanted. */
typedef struct minrisk_attribution {
    double *contribution; /* its part of the score */
    double *by_quantity;  /* derivative of the score by its quantity */
    double *by_risk;      /* derivative of the score by its risk */
} minrisk_attribution;

/* First-order standard deviation of a score.
 *
 *     sigma = sqrt(sum (d_i sigma_i)^2)
 *
 * of inputs that err independently of one another. Groups of inputs, such as quantities and rates,
 * are joined by another call: their sigmas with derivatives of 1.
 *
 * Source      Taylor series to first order ("propagation of errors"); JCGM 100:2008, section 5.1.2.
 * derivative  [n]  of the score by each input, finite
 * sigma       [n]  standard deviation of each input, in its unit, finite, >= 0
 * n                >= 1
 * out         [1]  in the unit of the score; infinite past the range of double; untouched on error
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL  derivative, sigma or out is NULL
 *             MINRISK_E_SIZE  n is 0
 *             MINRISK_E_DATA  a derivative is NaN or infinite, or a sigma is NaN, infinite or
 *                             negative
 * accuracy    reproducible: within 1 ulp, in any order of the inputs
 * cost        O(n); stack <= 2 KB
 * example     examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_score_sigma(const double *derivative, const double *sigma,
                                               size_t n, double *out);

/* --- the EU's list of critical raw materials ------------------------------------------------- */

/* One stage (extraction or processing) of one material. A sourcing with n = 0 is not known. */
typedef struct minrisk_eu_stage {
    minrisk_sourcing
        global;             /* who supplies the world; risk in [0, 10]; factor: the trade parameter,
                                .8 (a free-trade partner) to 1.5 (export restrictions) */
    minrisk_sourcing eu;    /* who supplies the EU, its own producers among them; likewise */
    double import_reliance; /* IR of the EU, in [0, 1]; a net exporter's is 0 */
    double recycling;       /* EoL-RIR, the end-of-life recycling input rate, in [0, 1] */
    double substitution;    /* SI_SR, the substitution index of supply risk, in [0, 1] */
} minrisk_eu_stage;

/* Which sourcing the score rests on. */
enum minrisk_eu_basis {
    MINRISK_EU_BOTH = 0,         /* mixed by import reliance */
    MINRISK_EU_GLOBAL_ONLY = 1,  /* "GS only" */
    MINRISK_EU_SOURCING_ONLY = 2 /* "EU only" */
};

typedef struct minrisk_eu_risk {
    double risk;               /* SR */
    double hhi_global;         /* HHI_WGI,t of the world's supply, in [0, 15]; 0 where not known */
    double hhi_eu;             /* of the EU's */
    double global_part;        /* of SR, from the world's supply */
    double eu_part;            /* from the EU's */
    double unmitigated;        /* SR before recycling and substitution */
    double by_import_reliance; /* derivatives of SR: (hhi_global - hhi_eu) / 2, mitigated; 0 where
                                  one of them is not known */
    double by_recycling;       /* - unmitigated * substitution */
    double by_substitution;    /* unmitigated * (1 - recycling) */
    int32_t basis;             /* an enum minrisk_eu_basis */
    int32_t reserved;          /* 0 */
} minrisk_eu_risk;

/* Supply risk of the EU's method of 2017, used for the lists of 2017, 2020 and 2023.
 *
 *     SR = [HHI_GS IR / 2 + HHI_EU (1 - IR / 2)] (1 - EoL_RIR) SI_SR
 *     HHI = sum S_c^2 WGI_c t_c
 *     HHI_GS alone, or HHI_EU alone, in place of the bracket where the other is not known
 *
 * S is a country's share, WGI its governance as a risk on 0 to 10 (the mean of six indicators:
 * minrisk_wgi_to_risk_10), t its trade parameter. The score of a material is that of its worst
 * stage: minrisk_eu_critical.
 *
 * Source    European Commission 2017, Methodology for establishing the EU list of critical raw
 *           materials; Blengini et al. 2017, Resources Policy 53.
 * stage     [1]  see minrisk_eu_stage
 * out       [1]  see minrisk_eu_risk; untouched on error
 * global    [1]  what falls on each country of the world's supply: contributions of both sides add
 *                up to SR; NULL, or with arrays left as they were where that side is not known
 * eu        [1]  of the EU's supply, likewise
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       stage or out is NULL, or quantity or risk of a sourcing with n > 0
 *           MINRISK_E_SIZE       neither sourcing is known
 *           MINRISK_E_PARAM      import_reliance, recycling or substitution is NaN or not in [0, 1]
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative, a risk is NaN or outside
 *                                [0, 10], or a trade parameter is NaN or outside [.8, 1.5]
 *           MINRISK_E_NO_SUPPLY  the quantities of a sourcing that is known are all 0
 * accuracy  both HHI are exact: correctly rounded; the rest is reproducible: within 1 ulp, but
 *           for differences: by_import_reliance within 2^-90 (hhi_global + hhi_eu), by_quantity
 *           within 2^-90 of its two terms, that of the country and that of the HHI; in any order
 *           of the countries. The exact sum of the contributions is within 2^-51 of SR, relatively
 *           (as long as none is subnormal)
 * cost      O(n) for each sourcing; stack <= 4 KB
 * example   examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_eu_supply_risk(const minrisk_eu_stage *stage,
                                                  minrisk_eu_risk *out,
                                                  const minrisk_attribution *global,
                                                  const minrisk_attribution *eu);

/* The range of that score for inputs that are known as intervals.
 *
 * It rises with every risk, every trade parameter and the substitution index, falls with recycling,
 * and is linear in import reliance; so its ends are at ends of these. It is monotone in no
 * quantity: they are the same in both.
 *
 * Source    as minrisk_eu_supply_risk.
 * low       [1]  the low end of every input
 * high      [1]  the high end, each at least the low one; quantities as in low
 * risk      [1]  low <= SR <= high for all inputs between; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       low, high or risk is NULL, or quantity or risk of a sourcing with
 *                                n > 0
 *           MINRISK_E_SIZE       neither sourcing is known, or the counts of low and high differ
 *           MINRISK_E_PARAM      a rate is NaN or outside [0, 1], or, the data being valid, one of
 *                                low is above that of high
 *           MINRISK_E_DATA       as minrisk_eu_supply_risk, or quantities differ, or a risk or a
 *                                trade parameter of low is above that of high
 *           MINRISK_E_NO_SUPPLY  the quantities of a sourcing that is known are all 0
 * accuracy  reproducible: rounded outwards, by at most 2 ulp
 * cost      as four of minrisk_eu_supply_risk; stack <= 4.5 KB
 * example   examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_eu_supply_risk_interval(const minrisk_eu_stage *low,
                                                           const minrisk_eu_stage *high,
                                                           minrisk_interval *risk);

/* What a material is used for. */
typedef struct minrisk_eu_uses {
    const double *share;       /* [n] A_s, of the material that sector s uses, in [0, 1] */
    const double *value_added; /* [n] Q_s of the sector, finite, >= 0 */
    size_t n;
    double largest;      /* value added of the largest of all sectors, in the same unit, > 0 */
    double substitution; /* SI_EI, the substitution index of economic importance, in [0, 1] */
} minrisk_eu_uses;

typedef struct minrisk_eu_importance_of {
    double importance;      /* EI; in [0, 10] where the shares add up to at most 1 */
    double shares;          /* their sum: 1 where all uses are there */
    double by_substitution; /* derivative: importance before substitution */
} minrisk_eu_importance_of;

/* Economic importance of the EU's method of 2017.
 *
 *     EI = 10 SI_EI sum A_s Q_s / max Q
 *
 * It rises with each share, each value added and the substitution index and falls with the largest;
 * exact and monotone, so that two calls give the ends of a range, to nearest.
 *
 * Source        European Commission 2017, as above; scaled to the largest sector as commonly said.
 * uses          [1]  see minrisk_eu_uses
 * out           [1]  see minrisk_eu_importance_of; untouched on error
 * contribution  [n]  of each sector, which add up to EI; NULL: not wanted; untouched on error
 * returns       MINRISK_OK, or
 *               MINRISK_E_NULL   uses or out, share or value_added is NULL
 *               MINRISK_E_SIZE   n is 0
 *               MINRISK_E_PARAM  largest is NaN, infinite or not positive, substitution is NaN or
 *                                outside [0, 1], or, the data being valid, largest is below a value
 *                                added
 *               MINRISK_E_DATA   a share is NaN or not in [0, 1], or a value added is NaN, infinite
 *                                or negative
 * accuracy      exact: each figure correctly rounded; the exact sum of the contributions is within
 *               2^-52 of EI, relatively (as long as none is subnormal)
 * cost          O(n); stack <= 2.5 KB
 * example       examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_eu_importance(const minrisk_eu_uses *uses,
                                                 minrisk_eu_importance_of *out,
                                                 double *contribution);

#define MINRISK_EU_CRITICAL_RISK       1.0 /* SR from here on */
#define MINRISK_EU_CRITICAL_IMPORTANCE 2.8 /* and EI from here on: critical */

typedef struct minrisk_eu_verdict {
    double risk;       /* SR of the material: the largest of its stages */
    size_t bottleneck; /* that stage, the first of them on a tie */
    int32_t critical;  /* 1: SR >= 1.0 and EI >= 2.8 */
    int32_t reserved;  /* 0 */
} minrisk_eu_verdict;

/* Whether a material is critical by the rule of the EU.
 *
 *     SR = max over the stages;   critical iff SR >= 1.0 and EI >= 2.8
 *
 * Published scores have one decimal: from those, a material on a threshold is critical.
 *
 * Source      European Commission 2023, Study on the critical raw materials for the EU. Copper and
 *             nickel are on the list of 2023 as strategic raw materials, not by this rule.
 * stage       [stages]  SR of each stage, finite, >= 0
 * stages                >= 1
 * importance            EI, finite, >= 0
 * out         [1]       see minrisk_eu_verdict; untouched on error
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   stage or out is NULL
 *             MINRISK_E_SIZE   stages is 0
 *             MINRISK_E_PARAM  importance is NaN, infinite or negative
 *             MINRISK_E_DATA   an SR is NaN, infinite or negative
 * accuracy    exact: comparisons alone
 * cost        O(stages)
 * example     examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_eu_critical(const double *stage, size_t stages,
                                               double importance, minrisk_eu_verdict *out);

#ifdef __cplusplus
}
#endif

#endif
