/* SPDX-License-Identifier: MIT */
/* Published scores of supply risk: of the EU, of the USGS, GeoPolRisk; and screens.
 *
 * Each takes a struct of inputs, with views of the caller's arrays, and gives the score with the
 * parts that make it up. What falls on each country goes, where it is wanted, into arrays of the
 * caller: its part of the score, and the derivative of the score by its quantity and by its risk.
 *
 * A risk is higher where things are worse. Indicators such as the Worldwide Governance Indicators
 * run the other way: minrisk_wgi_to_risk_10 and minrisk_wgi_to_risk_1 turn them round. A country
 * whose risk is not known (NaN) is refused with MINRISK_E_DATA, even where its quantity is 0: no
 * figure is made up for it. Rates and shares are fractions: what is above 1 is a percentage, and
 * refused.
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
 * It rises with each share, each value added and the substitution index and falls with the largest.
 * Rounding to nearest keeps an order: what this function gives for inputs between two others is
 * between what it gives for those, which is the range.
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

/* --- GeoPolRisk ------------------------------------------------------------------------------ */

/* One raw material as one buyer (a country, a region, a company) gets it. */
typedef struct minrisk_geopolrisk_inputs {
    const double *production; /* [producers] of the world, by country, any unit, finite, >= 0 */
    size_t producers;
    const double *imports;  /* [partners] of the buyer, by country, any unit, finite, >= 0 */
    const double *risk;     /* [partners] political instability of each, in [0, 1] */
    const uint32_t *region; /* [partners] region of each: what comes from inside the buyer's own has
                               no risk. NULL: all of it is from outside */
    size_t partners;
    uint32_t home;    /* the buyer's region */
    double domestic;  /* what the buyer produces, in the unit of imports, finite, >= 0 */
    double price;     /* of the material, any currency a unit, finite, >= 0 */
    double reference; /* midpoint of the material that the characterisation factor is relative to,
                         such as copper, finite, > 0; 1: none */
} minrisk_geopolrisk_inputs;

typedef struct minrisk_geopolrisk_result {
    double score;            /* GeoPolRisk, in [0, 1] */
    double hhi;              /* of the world's production */
    double import_risk;      /* imports weighted by risk, of what is used; in [0, 1] */
    double midpoint;         /* score * price: supply risk potential, currency a unit */
    double characterisation; /* midpoint / reference */
    double by_domestic;      /* derivative of the score by domestic production: not above 0 */
} minrisk_geopolrisk_result;

/* GeoPolRisk of a raw material for a buyer.
 *
 *     score = HHI * sum g_i f_i / (p + F)
 *     midpoint = score * price
 *
 * with the HHI of the world's production, f the imports by partner and F their sum, p what the
 * buyer produces, and g the risk: 0 inside the buyer's own region.
 *
 * Source      Koyamparambath et al. 2024; Santillan-Saldivar et al. 2022. The reference of the
 *             characterisation factor as commonly stated.
 * inputs      [1]  see minrisk_geopolrisk_inputs; minrisk_wgi_to_risk_1 gives the risks
 * out         [1]  see minrisk_geopolrisk_result; untouched on error
 * imports     [1]  what falls on each partner; contributions add up to the score; NULL: not wanted
 * production  [1]  what falls on each producer, as far as it is the HHI that they make:
 *                  contributions add up to the score once more; by_risk is left as it was; NULL:
 *                  not wanted
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL       inputs or out is NULL, or production, imports or risk
 *             MINRISK_E_SIZE       producers or partners is 0
 *             MINRISK_E_PARAM      domestic or price is NaN, infinite or negative, or reference is
 *                                  NaN, infinite or not positive
 *             MINRISK_E_DATA       a quantity is NaN, infinite or negative, or a risk is NaN or not
 *                                  in [0, 1]
 *             MINRISK_E_NO_SUPPLY  all production is 0; or nothing is used: imports and domestic
 *                                  are 0
 * accuracy    hhi and import_risk are exact: correctly rounded; the rest is reproducible: within 1
 *             ulp, but for by_quantity: within 2^-90 of its two terms; in any order of the
 *             countries. The exact sum of the contributions is within 2^-51 of the score,
 *             relatively (as long as none is subnormal)
 * cost        O(producers + partners); stack <= 4.5 KB
 * example     examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_geopolrisk(const minrisk_geopolrisk_inputs *inputs,
                                              minrisk_geopolrisk_result *out,
                                              const minrisk_attribution *imports,
                                              const minrisk_attribution *production);

/* The range of that score for inputs that are known as intervals.
 *
 * It rises with every risk and falls with domestic production; production and imports by country,
 * of which the shares count, are the same in both. Times the ends of the price it bounds the
 * midpoint.
 *
 * Source    as minrisk_geopolrisk.
 * low       [1]  the low end of every input; region and home of low count
 * high      [1]  the high end, each at least the low one; production and imports as in low
 * score     [1]  low <= score <= high for all inputs between; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       low, high or score is NULL, or production, imports or risk
 *           MINRISK_E_SIZE       a count is 0, or the counts of low and high differ
 *           MINRISK_E_PARAM      as minrisk_geopolrisk; or, the data being valid, domestic of low
 *                                is above that of high
 *           MINRISK_E_DATA       as minrisk_geopolrisk, or production or imports differ, or a risk
 *                                of low is above that of high
 *           MINRISK_E_NO_SUPPLY  all production is 0, or nothing is used at an end
 * accuracy  reproducible: rounded outwards, by at most 2 ulp
 * cost      as two of minrisk_geopolrisk; stack <= 4 KB
 * example   examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_geopolrisk_interval(const minrisk_geopolrisk_inputs *low,
                                                       const minrisk_geopolrisk_inputs *high,
                                                       minrisk_interval *score);

/* --- US Geological Survey -------------------------------------------------------------------- */

/* One mineral commodity. The two indices run as risks do: 1 is a country that is least able, or
 * least willing, to go on supplying. Where a source has 1 for the most able, take 1 less the
 * index. */
typedef struct minrisk_usgs_inputs {
    minrisk_sourcing
        production;        /* of the world; risk: ability index, factor: willingness index (NULL:
                                    1 each), both in [0, 1] */
    double trade_exposure; /* net import reliance, in [0, 1]; a net exporter's is 0 */
    const double *value_added; /* [industries] of each that uses the commodity, finite, >= 0 */
    const double *expenditure; /* [industries] on the commodity, finite, >= 0 */
    const double *profit;      /* [industries] operating profit, finite, > 0 */
    size_t industries;
    double gdp; /* gross domestic product, in the unit of value_added, finite, > 0 */
} minrisk_usgs_inputs;

typedef struct minrisk_usgs_risk {
    double risk;                   /* SR */
    double disruption_potential;   /* DP, in [0, 1] */
    double trade_exposure;         /* TE, as given */
    double economic_vulnerability; /* EV, >= 0 */
    double by_trade_exposure;      /* derivatives of SR; 0 where SR is 0, which has none there */
    double by_vulnerability;
} minrisk_usgs_risk;

/* Supply risk of the USGS's method of 2020, the geometric mean of three factors.
 *
 *     SR = (DP TE EV)^(1/3)
 *     DP = sum PS_c^2 ASI_c WSI_c        production share, ability and willingness index
 *     EV = sum over industries of (value added / GDP) (expenditure / operating profit)
 *
 * Source      Nassar et al. 2020, Science Advances 6(8). The direction of the indices as commonly
 *             stated.
 * inputs      [1]  see minrisk_usgs_inputs
 * out         [1]  see minrisk_usgs_risk; untouched on error
 * production  [1]  what falls on each country: contributions are SR in the proportions of DP; all 0
 *                  where SR is 0; NULL: not wanted
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL       inputs or out is NULL, or quantity or risk of production, or an
 *                                  array of the industries
 *             MINRISK_E_SIZE       production.n or industries is 0
 *             MINRISK_E_PARAM      trade_exposure is NaN or not in [0, 1], or gdp is NaN, infinite
 *                                  or not positive
 *             MINRISK_E_DATA       a quantity, value added or expenditure is NaN, infinite or
 *                                  negative, an index is NaN or not in [0, 1], or a profit is NaN,
 *                                  infinite or not positive
 *             MINRISK_E_NO_SUPPLY  all production is 0
 * accuracy    disruption_potential is exact: correctly rounded; the rest is reproducible: within 1
 *             ulp, but for by_quantity: within 2^-90 of its two terms. The exact sum of the
 *             contributions is within 2^-51 of SR, relatively (as long as none is subnormal)
 * cost        O(n + industries); stack <= 4 KB
 * example     examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_usgs_supply_risk(const minrisk_usgs_inputs *inputs,
                                                    minrisk_usgs_risk *out,
                                                    const minrisk_attribution *production);

/* The range of that score for inputs that are known as intervals.
 *
 * It rises with both indices, with trade exposure, value added and expenditure, and falls with
 * profits and GDP; the quantities, of which the shares count, are the same in both.
 *
 * Source    as minrisk_usgs_supply_risk.
 * low       [1]  the low end of every input
 * high      [1]  the high end, each at least the low one; quantities as in low
 * risk      [1]  low <= SR <= high for all inputs between; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       low, high or risk is NULL, or an array, as
 *                                minrisk_usgs_supply_risk
 *           MINRISK_E_SIZE       a count is 0, or the counts of low and high differ
 *           MINRISK_E_PARAM      as minrisk_usgs_supply_risk; or, the data being valid,
 *                                trade_exposure or gdp of low is above that of high
 *           MINRISK_E_DATA       as minrisk_usgs_supply_risk, or quantities differ, or an element
 *                                of low is above that of high
 *           MINRISK_E_NO_SUPPLY  all production is 0
 * accuracy  reproducible: rounded outwards, by at most 2 ulp
 * cost      as two of minrisk_usgs_supply_risk; stack <= 4 KB
 * example   examples/criticality.c
 */
MINRISK_API minrisk_status minrisk_usgs_risk_interval(const minrisk_usgs_inputs *low,
                                                      const minrisk_usgs_inputs *high,
                                                      minrisk_interval *risk);

typedef struct minrisk_loss {
    double expected; /* sum of probability times effect; negative: a gain */
    double losses;   /* of the effects above 0 alone */
    double gains;    /* of those below 0, as a number above 0 */
    size_t worst; /* the scenario with the largest probability times effect, the first on a tie */
} minrisk_loss;

/* Expected loss over scenarios of disruption, as in the USGS's method of 2025.
 *
 *     sum p_i e_i
 *
 * Effects are losses: a fall of the gross domestic product is above 0, a rise below. Scenarios are
 * taken one by one, and need not exclude one another. It rises with each effect, and with each
 * probability whose effect is a loss; derivatives are the effects and the probabilities themselves.
 *
 * Source        US Geological Survey 2025, Open-File Report 2025-1047.
 * probability   [n]  in [0, 1]
 * effect        [n]  loss if it happens, any unit, finite
 * n                  >= 1
 * out           [1]  see minrisk_loss; untouched on error
 * contribution  [n]  p_i e_i; NULL: not wanted; untouched on error
 * returns       MINRISK_OK, or
 *               MINRISK_E_NULL  probability, effect or out is NULL
 *               MINRISK_E_SIZE  n is 0
 *               MINRISK_E_DATA  a probability is NaN or not in [0, 1], an effect is NaN or
 *                               infinite, or losses or gains pass the range of double
 * accuracy      exact: each figure correctly rounded, cancellation included
 * cost          O(n); stack <= 3 KB
 * example       examples/screens.c
 */
MINRISK_API minrisk_status minrisk_expected_loss(const double *probability, const double *effect,
                                                 size_t n, minrisk_loss *out, double *contribution);

/* Whether a single producer stands for all of a supply: the single point of failure that puts a
 * commodity on the US list of 2025 where its expected loss would not.
 *
 *     exactly one x_i > 0
 *
 * Source    US Geological Survey 2025, Open-File Report 2025-1047: a sole domestic producer.
 * quantity  [n]  of each producer, any unit, finite, >= 0
 * n              >= 1
 * single    [1]  1 if only one produces, 0 if several do; untouched on error
 * producer  [1]  the first that does; NULL: not wanted; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or single is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  nobody produces: there is no point of failure to speak of
 * accuracy  exact: comparisons alone
 * cost      O(n)
 * example   examples/screens.c
 */
MINRISK_API minrisk_status minrisk_single_producer(const double *quantity, size_t n,
                                                   int32_t *single, size_t *producer);

/* --- screens --------------------------------------------------------------------------------- */

/* Classes of the German Mineral Resources Agency. */
enum minrisk_dera_class {
    MINRISK_DERA_LOW = 0,      /* country risk above .5; HHI below 1,500 points */
    MINRISK_DERA_MODERATE = 1, /* between the two, both included */
    MINRISK_DERA_HIGH = 2      /* country risk below -.5; HHI above 2,500 points */
};

typedef struct minrisk_dera_result {
    double country_risk; /* weighted; in the sense of the indicator: lower is worse */
    double hhi;
    int32_t risk_class;    /* an enum minrisk_dera_class, of the country risk */
    int32_t concentration; /* one of the HHI */
} minrisk_dera_result;

/* Weighted country risk of the German Mineral Resources Agency (DERA), and its two classes.
 *
 *     sum s_c WGI_c        (higher is better, as the indicators are)
 *
 * It rises with each indicator: the figures for indicators between two others are between those for
 * all low and for all high, rounding included.
 *
 * Source      DERA, list of raw materials (DERA-Rohstoffliste); thresholds as commonly stated.
 * quantity    [n]  by country, any unit, finite, >= 0
 * wgi         [n]  governance indicator of each country, in [-5, 5], as published
 * n                >= 1
 * out         [1]  see minrisk_dera_result; untouched on error
 * parts       [1]  what falls on each country, signs included; by_risk is the derivative by the
 *                  indicator, which is the share; NULL: not wanted
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL       quantity, wgi or out is NULL
 *             MINRISK_E_SIZE       n is 0
 *             MINRISK_E_DATA       a quantity is NaN, infinite or negative, or an indicator is NaN
 *                                  or not in [-5, 5]
 *             MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy    exact: each figure correctly rounded, cancellation included
 * cost        O(n^2) with by_quantity, O(n) without; stack <= 4 KB
 * example     examples/screens.c
 */
MINRISK_API minrisk_status minrisk_dera_country_risk(const double *quantity, const double *wgi,
                                                     size_t n, minrisk_dera_result *out,
                                                     const minrisk_attribution *parts);

typedef struct minrisk_dependence {
    double import_hhi;            /* of the buyer's imports, by country of origin */
    double world_hhi;             /* of the world's exports, by exporter */
    double cover;                 /* imports / exports of the buyer; infinite where exports are 0 */
    int32_t concentrated_imports; /* 1: import_hhi > .4 */
    int32_t concentrated_world;   /* 1: world_hhi > .4 */
    int32_t not_substitutable;    /* 1: imports > exports */
    int32_t dependent;            /* 1: all three */
} minrisk_dependence;

/* Import dependence by the criteria of the CEPII, for one product and one year.
 *
 *     HHI of imports > .4,  HHI of world exports > .4,  imports / exports > 1
 *
 * The CEPII takes a product for dependent if all three hold in at least two of three years.
 *
 * Source         Lefebvre and Wibaux 2024, CEPII Policy Brief 47 (GeoDep).
 * imports        [partners]   of the buyer, by origin, any currency, finite, >= 0
 * partners                    >= 1
 * world_exports  [exporters]  of the world, by exporter, any currency, finite, >= 0
 * exporters                   >= 1
 * exports                     of the buyer, in the unit of imports, finite, >= 0
 * out            [1]          see minrisk_dependence; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       imports, world_exports or out is NULL
 *                MINRISK_E_SIZE       partners or exporters is 0
 *                MINRISK_E_PARAM      exports is NaN, infinite or negative
 *                MINRISK_E_DATA       an element is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  all imports, or all exports of the world, are 0
 * accuracy       exact: each figure correctly rounded, the ratio compared before it is; thresholds
 *                are the doubles nearest to .4
 * cost           O(partners + exporters); stack <= 2 KB
 * example        examples/screens.c
 */
MINRISK_API minrisk_status minrisk_cepii_dependence(const double *imports, size_t partners,
                                                    const double *world_exports, size_t exporters,
                                                    double exports, minrisk_dependence *out);

/* What a guideline says of a merger by its figures alone. */
enum minrisk_merger_finding {
    MINRISK_MERGER_NO_CONCERN = 0, /* needs no further look, or nothing is presumed */
    MINRISK_MERGER_SCRUTINY = 1,   /* raises concerns, is looked at more closely */
    MINRISK_MERGER_PRESUMED = 2    /* presumed to lessen competition, until shown otherwise */
};

typedef struct minrisk_merger {
    double before;   /* HHI */
    double after;    /* HHI with the two as one */
    double delta;    /* by how much it rises */
    double share;    /* of the two together */
    int32_t level;   /* an enum minrisk_level, of the HHI after */
    int32_t finding; /* an enum minrisk_merger_finding */
} minrisk_merger;

/* A merger, or two suppliers that become one, before the screens of a guideline.
 *
 *     1992  after < 1,000: no concern; to 1,800: delta > 100 scrutiny;
 *           above: delta > 100 presumed, delta > 50 scrutiny
 *     2010  delta < 100, or after < 1,500: no concern; to 2,500: scrutiny;
 *           above: delta > 200 presumed, else scrutiny
 *     2023  delta > 100 and after > 1,800, or delta > 100 and share > 30 %: presumed
 *
 * in points, of which 10,000 are an HHI of 1. The guidelines of 2023 state presumptions alone, so
 * that there is no scrutiny in them.
 *
 * Source     US Department of Justice and Federal Trade Commission, Horizontal Merger Guidelines
 *            1992 section 1.51 and 2010 section 5.3; Merger Guidelines 2023, guideline 1, all as
 *            commonly stated.
 * quantity   [n]  any unit, finite, >= 0
 * n               >= 1; a market of one has nobody to merge
 * a               index of the one supplier, < n
 * b               index of the other, < n and not a
 * guideline       an enum minrisk_guideline
 * out        [1]  see minrisk_merger; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL       quantity or out is NULL
 *            MINRISK_E_SIZE       n is 0
 *            MINRISK_E_PARAM      a or b is not below n, or the guideline is unknown; or, the data
 *                                 being valid, a is b
 *            MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *            MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy   exact: each figure correctly rounded; thresholds are the doubles nearest to .01, ...
 * cost       O(n); stack <= 2.5 KB
 * example    examples/screens.c
 */
MINRISK_API minrisk_status minrisk_merger_screen(const double *quantity, size_t n, size_t a,
                                                 size_t b, int32_t guideline, minrisk_merger *out);

#ifdef __cplusplus
}
#endif

#endif
