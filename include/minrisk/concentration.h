/* SPDX-License-Identifier: MIT */
/* Concentration of a market from its suppliers' quantities, in any order. */
#ifndef MINRISK_CONCENTRATION_H
#define MINRISK_CONCENTRATION_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Herfindahl-Hirschman index of a market.
 *
 *     H = sum (x_i / T)^2,   T = sum x_i
 *
 * Source    Herfindahl 1950; Hirschman 1945.
 * quantity  [n]  any unit, finite, >= 0; zeros are suppliers without supply and change nothing
 * n              >= 1
 * hhi       [1]  fraction in (0, 1]; 1 is a monopoly; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or hhi is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative: see minrisk_first_invalid
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: correctly rounded, in any order of the quantities, in any rounding mode
 * cost      O(n), one pass, and an exact one where that leaves the rounding in doubt (seldom);
 *           stack <= 2 KB
 * example   examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_hhi(const double *quantity, size_t n, double *hhi);

/* Herfindahl-Hirschman index of quantities in single precision.
 *
 *     H = sum (x_i / T)^2,   T = sum x_i
 *
 * Source    as minrisk_hhi.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * hhi       [1]  fraction in (0, 1]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or hhi is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: the float nearest to the exact result, rounded once
 * cost      O(n), one pass; stack <= 1.75 KB
 * example   examples/markets.c
 */
MINRISK_API minrisk_status minrisk_hhi_f32(const float *quantity, size_t n, float *hhi);

/* Effective number of suppliers: how many equal ones would give the same HHI.
 *
 *     1 / H = T^2 / sum x_i^2        (the Hill number of order 2)
 *
 * Source     Adelman 1969, "numbers equivalent"; Hill 1973.
 * quantity   [n]  any unit, finite, >= 0
 * n               >= 1
 * suppliers  [1]  in [1, n]; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL       quantity or suppliers is NULL
 *            MINRISK_E_SIZE       n is 0
 *            MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *            MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy   exact: correctly rounded from the quantities, not from a rounded HHI
 * cost       as minrisk_hhi; stack <= 2 KB
 * example    examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_effective_suppliers(const double *quantity, size_t n,
                                                       double *suppliers);

/* HHI between an even market and a monopoly: 0 where all suppliers are equal, 1 for a single one,
 * so that markets of different sizes can be compared.
 *
 *     H* = (H - 1/m) / (1 - 1/m) = (m sum x_i^2 - T^2) / ((m - 1) T^2)
 *
 * with m suppliers in the market. Those without a quantity count only where market_size says so.
 *
 * Source       Cracau and Duran Lima 2016, Int. J. Food System Dynamics 7(4).
 * quantity     [n]  any unit, finite, >= 0
 * n                 >= 1
 * market_size       m; 0: as many as have a positive quantity
 * out          [1]  fraction in [0, 1]; 1 where m is 1; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or out is NULL
 *              MINRISK_E_SIZE       n is 0
 *              MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *              MINRISK_E_PARAM      the data being valid, market_size is less than the number of
 *                                   positive quantities, and not 0
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     exact: correctly rounded from the quantities, however even the market is
 * cost         O(n), two passes; stack <= 2.25 KB
 * example      examples/merger.c
 */
MINRISK_API minrisk_status minrisk_hhi_normalised(const double *quantity, size_t n,
                                                  size_t market_size, double *out);

/* By how much the HHI rises if two suppliers merge.
 *
 *     delta = 2 s_a s_b = 2 x_a x_b / T^2
 *
 * Source    US Department of Justice and Federal Trade Commission, Horizontal Merger Guidelines
 *           2010, section 5.3, note 10.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1; a market of one has nobody to merge
 * a              index of the one supplier, < n
 * b              index of the other, < n and not a
 * delta     [1]  fraction in [0, 1/2]; times 10,000 for points; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or delta is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_PARAM      a or b is not below n; or, the data being valid, a is b
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: correctly rounded, subnormal results too
 * cost      O(n), one pass; stack <= 1.5 KB
 * example   examples/merger.c
 */
MINRISK_API minrisk_status minrisk_merger_delta(const double *quantity, size_t n, size_t a,
                                                size_t b, double *delta);

/* Market shares.
 *
 *     s_i = x_i / T
 *
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * share     [n]  fractions in [0, 1], each rounded by itself, so that they need not sum to 1
 *                exactly; in place (share == quantity) works; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or share is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: each correctly rounded, subnormal results too
 * cost      O(n), two passes; stack <= 1.25 KB
 * example   examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_shares(const double *quantity, size_t n, double *share);

/* Gini-Simpson index, also Blau's: the chance that two units drawn with replacement come from
 * different suppliers.
 *
 *     1 - H = 1 - sum (x_i / T)^2
 *
 * Source    Gini 1912; Simpson 1949; Blau 1977; Berry 1971.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * index     [1]  in [0, 1); 0 is a monopoly; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or index is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: correctly rounded from the quantities, not from a rounded HHI, so that near a
 *           monopoly no digit is lost
 * cost      O(n), exact sums; stack <= 1.75 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_gini_simpson(const double *quantity, size_t n, double *index);

/* Shannon entropy of the shares, in nats; divide by ln 2 for bits.
 *
 *     E = - sum s_i ln s_i,   s_i = x_i / T,   0 ln 0 = 0
 *
 * Source    Shannon 1948; as a measure of concentration Theil 1967.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * nats      [1]  in [0, ln n]; +0 is a monopoly; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or nats is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within .75 ulp, near a monopoly too (.76 where the result is subnormal)
 * cost      O(n), two passes, in less time than a loop that calls log; where the entropy is below
 *           1, about 1,500 operations a supplier; stack <= 1.75 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_shannon_entropy(const double *quantity, size_t n, double *nats);

/* Evenness: the entropy as a part of what it would be if all suppliers were equal.
 *
 *     E / ln m,   m suppliers with a positive quantity
 *
 * Source    Pielou 1966.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * evenness  [1]  in [0, 1]; 1 where all are equal, and for a single supplier; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or evenness is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within 1 ulp
 * cost      as minrisk_shannon_entropy; stack <= 1.75 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_evenness(const double *quantity, size_t n, double *evenness);

/* Hill number: the number of equal suppliers that would be as diverse, at an order that says how
 * much the small ones count.
 *
 *     D_q = (sum s_i^q)^(1/(1-q));   D_1 = e^E;   D_inf = 1/s_(1)
 *
 *     q = 0    m, the suppliers with a positive quantity
 *     q = 2    the effective suppliers, minrisk_effective_suppliers bit for bit
 *
 * Source     Hill 1973.
 * quantity   [n]  any unit, finite, >= 0
 * n               >= 1
 * order           in [0, infinity], infinity included
 * suppliers  [1]  in [1, n], not increasing with the order but in the last bit; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL       quantity or suppliers is NULL
 *            MINRISK_E_SIZE       n is 0
 *            MINRISK_E_PARAM      order is NaN or negative
 *            MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *            MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy   reproducible: within .51 ulp, at orders next to 1 and above 1,000 too; 1 at order 1
 * cost       O(n), about 300 operations a supplier; about 3,000 at orders within 1/8 of 1 or above 8,
 *            and where |ln s_i (order - 1)| <= 1 for all suppliers; stack <= 2 KB
 * example    examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_hill_number(const double *quantity, size_t n, double order,
                                               double *suppliers);

/* Renyi entropy: the logarithm of the Hill number.
 *
 *     ln D_q = ln(sum s_i^q) / (1 - q);   q = 1: E;   q = inf: -ln s_(1)
 *
 * Source    Renyi 1961.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * order          in [0, infinity], infinity included
 * nats      [1]  in [0, ln n], not increasing with the order but in the last bit; untouched on
 *                error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or nats is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_PARAM      order is NaN or negative
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within .51 ulp (.75 at order 1, .76 where the result is subnormal)
 * cost      as minrisk_hill_number; stack <= 2 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_renyi_entropy(const double *quantity, size_t n, double order,
                                                 double *nats);

/* Tsallis entropy.
 *
 *     (1 - sum s_i^q) / (q - 1);   q = 0: m - 1;   q = 1: E;   q = 2: 1 - H;   q = inf: 0
 *
 * Source    Havrda and Charvat 1967; Tsallis 1988.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * order          in [0, infinity], infinity included
 * entropy   [1]  >= 0, not increasing with the order but in the last bit; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or entropy is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_PARAM      order is NaN or negative
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within .51 ulp (.75 at order 1, .76 where the result is subnormal);
 *           order 2 is minrisk_gini_simpson bit for bit
 * cost      as minrisk_hill_number; stack <= 2 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_tsallis_entropy(const double *quantity, size_t n, double order,
                                                   double *entropy);

/* Hannah and Kay's index of concentration: the reciprocal of the Hill number.
 *
 *     1 / D_q = (sum s_i^q)^(1/(q-1));   q = 1: e^-E;   q = inf: s_(1)
 *
 * Source    Hannah and Kay 1977, whose own index is the numbers equivalent: minrisk_hill_number.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * order          in [0, infinity], infinity included
 * index     [1]  in (0, 1], not decreasing with the order but in the last bit; 1 is a monopoly;
 *                untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or index is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_PARAM      order is NaN or negative
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within .51 ulp, 1 at order 1; order 2 is minrisk_hhi bit for bit
 * cost      as minrisk_hill_number; stack <= 2 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_hannah_kay(const double *quantity, size_t n, double order,
                                              double *index);

/* Theil's index T of inequality among the suppliers of a market.
 *
 *     (1/N) sum (x_i / mu) ln(x_i / mu) = ln N - E,   mu = T/N
 *
 * Source       Theil 1967.
 * quantity     [n]  any unit, finite, >= 0
 * n                 >= 1
 * market_size       N, how many suppliers count as being in the market, with or without supply;
 *                   0: those with a positive quantity
 * nats         [1]  in [0, ln N]; 0 where all N are equal; untouched on error
 * returns      MINRISK_OK, or
 *              MINRISK_E_NULL       quantity or nats is NULL
 *              MINRISK_E_SIZE       n is 0
 *              MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *              MINRISK_E_PARAM      market_size is below the positive quantities, and not 0
 *              MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy     reproducible: within .51 ulp, near uniform too, where ln N - E has no digit left
 * cost         O(n), about 2,000 operations a supplier; stack <= 1.75 KB
 * example      examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_theil(const double *quantity, size_t n, size_t market_size,
                                         double *nats);

/* HHI with a weight for each supplier, such as its country's governance or a trade parameter.
 *
 *     sum s_i^2 w_i
 *
 * Source    European Commission 2017, Methodology for establishing the EU list of critical raw
 *           materials: HHI_WGI.
 * quantity  [n]  any unit, finite, >= 0
 * weight    [n]  finite, >= 0, for suppliers without supply too
 * n              >= 1
 * hhi       [1]  in [0, the largest weight]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity, weight or hhi is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity or a weight is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  reproducible: within .51 ulp (.76 where the result is subnormal)
 * cost      O(n), about 300 operations a supplier; stack <= 1.75 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_weighted_hhi(const double *quantity, const double *weight,
                                                size_t n, double *hhi);

/* Mean of any figure of the suppliers, weighted by their shares, such as the country risk of a
 * supply.
 *
 *     sum s_i w_i
 *
 * Source    DERA's weighted country risk, German Mineral Resources Agency.
 * quantity  [n]  any unit, finite, >= 0
 * weight    [n]  finite, of any sign, for suppliers without supply too
 * n              >= 1
 * mean      [1]  between the least and the largest weight; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity, weight or mean is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative; a weight NaN or infinite
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact: correctly rounded
 * cost      O(n), exact sums; stack <= 2 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_weighted_mean(const double *quantity, const double *weight,
                                                 size_t n, double *mean);

/* A market at a glance. Each member is, bit for bit, what the function of its own gives. */
typedef struct minrisk_market_profile {
    double total;       /* of the quantities, in their unit, correctly rounded */
    uint64_t suppliers; /* with a positive quantity */
    uint64_t leader;    /* index of the largest, the lowest on a tie */
    double top_1;       /* shares of the largest one, three and four */
    double top_3;
    double top_4;
    double hhi;
    double hhi_normalised; /* among those with a positive quantity */
    double effective_suppliers;
    double entropy; /* in nats */
    double evenness;
} minrisk_market_profile;

/* A market at a glance, in one call.
 *
 * Shares and indices are those of the functions of their names. The total alone may pass the range
 * of double: it is then infinite, and the rest is not.
 *
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * profile   [1]  untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       quantity or profile is NULL
 *           MINRISK_E_SIZE       n is 0
 *           MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy  exact, but for entropy and evenness, which are reproducible, as their own functions
 * cost      that of the nine functions together; stack <= 4.5 KB
 * example   examples/diversity.c
 */
MINRISK_API minrisk_status minrisk_profile(const double *quantity, size_t n,
                                           minrisk_market_profile *profile);

/* HHI in points, 0 to 10,000, the form that competition authorities print.
 *
 *     10,000 * hhi
 *
 * hhi       any value; NaN stays NaN
 * returns   the product
 * accuracy  one rounding, in the current rounding mode
 * cost      O(1)
 * example   examples/quickstart.c
 */
MINRISK_API double minrisk_to_points(double hhi);

/* The merger guidelines whose classes minrisk_classify knows, named by their year. */
enum minrisk_guideline {
    MINRISK_GUIDELINE_1992 = 1992, /* 1,000 and 1,800 points */
    MINRISK_GUIDELINE_2010 = 2010, /* 1,500 and 2,500 points */
    MINRISK_GUIDELINE_2023 = 2023  /* 1,000 and 1,800 points */
};

/* The classes of a guideline. */
enum minrisk_level {
    MINRISK_UNCONCENTRATED = 0, /* below the lower threshold */
    MINRISK_MODERATE = 1,       /* between the two, both included */
    MINRISK_HIGH = 2            /* above the upper threshold */
};

/* Class of an HHI under a named merger guideline. Thresholds are policy, not arithmetic, and have
 * changed twice; so the guideline is named in every call.
 *
 *     1992  below 1,000 | 1,000 to 1,800 | above 1,800
 *     2010  below 1,500 | 1,500 to 2,500 | above 2,500
 *     2023  below 1,000 | 1,000 to 1,800 | above 1,800
 *
 * A market exactly on a threshold is moderate. The guideline of 2023 states the upper threshold
 * alone; the lower one is the agencies' published practice.
 *
 * Source     US Department of Justice and Federal Trade Commission, Horizontal Merger Guidelines
 *            1992 section 1.5 and 2010 section 5.3; Merger Guidelines 2023, guideline 1.
 * hhi             fraction in [0, 1]; 0 is the low end of a market of which no supplier is known
 * guideline       an enum minrisk_guideline
 * level      [1]  an enum minrisk_level; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   level is NULL
 *            MINRISK_E_PARAM  hhi is NaN or outside [0, 1], or the guideline is unknown
 * accuracy   exact for the given double; thresholds are the doubles nearest to .1, .15, .18, .25
 * cost       O(1)
 * example    examples/quickstart.c
 */
MINRISK_API minrisk_status minrisk_classify(double hhi, int32_t guideline, int32_t *level);

#ifdef __cplusplus
}
#endif

#endif
