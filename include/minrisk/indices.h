/* SPDX-License-Identifier: MIT */
/* The rarer concentration and inequality indices, for those who must report them.
 *
 * Each stands in an object of its own, so that a program that is linked with the library has but
 * those that it calls. N is the number of suppliers in the market, s_i = x_i / T, s_(1) >= s_(2) >=
 * ..., mu = T / N. */
#ifndef MINRISK_INDICES_H
#define MINRISK_INDICES_H

#include "floating.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Reciprocal dual of the Herfindahl-Hirschman index.
 *
 *     1 - 1 / (m H),   H = sum s_i^2, m suppliers with supply
 *
 * 0 for equal suppliers and for a monopoly.
 *
 * Source         as in concstats (R).
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in [0, 1]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       exact: correctly rounded, in any order of the quantities
 * cost           O(n), one pass, and a product of 70 by 70 limbs; stack <= 2.5 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_hhi_dual(const double *quantity, size_t n, double *out);

/* Least Herfindahl-Hirschman index of so many suppliers, which equal ones have.
 *
 *     1 / m,   m suppliers with supply
 *
 * Source         Cauchy's inequality.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in (0, 1]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       exact: correctly rounded, in any order of the quantities
 * cost           O(n), one pass; stack <= 1 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_hhi_minimum(const double *quantity, size_t n, double *out);

/* Theil L, the mean logarithmic deviation.
 *
 *     -1/N sum ln(x_i / mu),   N the suppliers with supply
 *
 * A supplier without supply would make it infinite; so it is of those with supply alone.
 *
 * Source         Theil 1967, Economics and Information Theory.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  nats, >= 0; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost           O(n), about 10,000 operations a quantity; stack <= 1.5 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_theil_l(const double *quantity, size_t n, double *out);

/* Generalised entropy of any order.
 *
 *     GE(a) = (1/N sum (x_i / mu)^a - 1) / (a (a - 1))
 *     GE(1) = 1/N sum x_i / mu ln(x_i / mu)       Theil T
 *     GE(0) = -1/N sum ln(x_i / mu)              Theil L
 *
 * Summed as (r^a - 1 - a (r - 1)) / (a (a - 1)), r = x / mu, none of which is negative: nothing
 * cancels, be the suppliers all but equal or the order all but 0 or 1.
 *
 * Source            Shorrocks 1980.
 * quantity     [n]  any unit, finite, >= 0
 * n                 >= 1
 * market_size       N: 0 for the suppliers with a positive quantity, else at least as many
 * order             a, finite
 * out          [1]  >= 0; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL
 *                   MINRISK_E_SIZE       n is 0
 *                   MINRISK_E_PARAM      order is NaN or infinite; or, there being supply,
 *                                        market_size is neither 0 nor at least the number of
 *                                        positive quantities, or the entropy is infinite or all
 *                                        but (a <= 0, or less than some 1e-288, and more suppliers
 *                                        than have supply), or a power (x / mu)^a is above e^690
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost              O(n), about 10,000 operations a quantity; stack <= 1.5 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_generalised_entropy(const double *quantity, size_t n,
                                                       size_t market_size, double order,
                                                       double *out);

/* The largest aversion to inequality that minrisk_atkinson takes. */
#define MINRISK_MOST_AVERSION 1e300

/* Atkinson index of inequality.
 *
 *     A(e) = 1 - (1/N sum (x_i / mu)^(1 - e))^(1 / (1 - e))
 *     A(1) = 1 - (geometric mean) / mu
 *
 * 1 for e >= 1 where the market has more suppliers than have supply.
 *
 * Source            Atkinson 1970.
 * quantity     [n]  any unit, finite, >= 0
 * n                 >= 1
 * market_size       N: 0 for the suppliers with a positive quantity, else at least as many
 * aversion          e, 0 to MINRISK_MOST_AVERSION
 * out          [1]  in [0, 1]; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL
 *                   MINRISK_E_SIZE       n is 0
 *                   MINRISK_E_PARAM      aversion is NaN, negative or above MINRISK_MOST_AVERSION;
 *                                        or, the data being valid, market_size is neither 0 nor at
 *                                        least the number of positive quantities
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          reproducible: within 1 ulp where it is above 1e-280, the same bits in any order
 *                   of the quantities
 * cost              O(n), about 10,000 operations a quantity; stack <= 2 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_atkinson(const double *quantity, size_t n, size_t market_size,
                                            double aversion, double *out);

/* Hoover index, the share of supply that would have to change hands for all to be equal.
 *
 *     1/2 sum |s_i - 1/N|
 *
 * Source            Hoover 1936.
 * quantity     [n]  any unit, finite, >= 0
 * n                 >= 1
 * market_size       N: 0 for the suppliers with a positive quantity, else at least as many
 * out          [1]  in [0, 1]; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL
 *                   MINRISK_E_SIZE       n is 0
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_PARAM      the data being valid, market_size is neither 0 nor at
 *                                        least the number of positive quantities
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          exact: correctly rounded, in any order of the quantities
 * cost              O(n), five passes; stack <= 2 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_hoover(const double *quantity, size_t n, size_t market_size,
                                          double *out);

/* Palma ratio: what the largest tenth of the suppliers hold over what the smallest four tenths do.
 *
 *     (x_(1) + ... + x_(N/10)) / (the 4 N/10 smallest),   N the suppliers with supply
 *
 * A part of a supplier counts as that part of its quantity, so that no quantile has to be chosen.
 *
 * Source            Palma 2011; Cobham and Sumner 2013.
 * quantity     [n]  any unit, finite, >= 0; zeros change nothing
 * n                 >= 1
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  >= 1/4, which equal suppliers have; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *                   MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          exact: correctly rounded, in any order of the quantities; infinite past the
 *                   range of double
 * cost              a sort as in minrisk_gini, and one pass; stack <= 7 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_palma(const double *quantity, size_t n, double *scratch,
                                         size_t scratch_len, double *out);

/* Garcia-Alba dominance index.
 *
 *     sum (s_i^2 / H)^2,   H = sum s_i^2
 *
 * Source         Garcia Alba Idunate 1994.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in (0, 1]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost           O(n), three passes; stack <= 2 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_garcia_alba(const double *quantity, size_t n, double *out);

/* Comprehensive concentration index of Horvath.
 *
 *     s_(1) + sum over i >= 2 of s_(i)^2 (2 - s_(i))
 *
 * It can fall where a smaller supplier loses to the largest: {.5, .5} has .875 and {.6, .4} has
 * .856. Who needs an index that keeps to the transfer principle takes another.
 *
 * Source         Horvath 1970.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in (0, 1]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost           O(n), three passes; stack <= 2 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_horvath(const double *quantity, size_t n, double *out);

/* Kwoka dominance index, of the steps from each supplier to the next smaller one.
 *
 *     sum over i < m of (s_(i) - s_(i + 1))^2,   m suppliers with supply
 *
 * 0 for equal suppliers, and for a single one, which has no step.
 *
 * Source            Kwoka 1977.
 * quantity     [n]  any unit, finite, >= 0; zeros change nothing
 * n                 >= 1
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  in [0, 1]; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *                   MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          exact: correctly rounded, in any order of the quantities
 * cost              a sort as in minrisk_gini, and one pass; stack <= 7 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_kwoka(const double *quantity, size_t n, double *scratch,
                                         size_t scratch_len, double *out);

/* Linda index of the k largest suppliers: how far each group of leaders stands above the rest.
 *
 *     L_k = 1 / (k (k - 1)) sum over i < k of (k - i) / i CR_i / (CR_k - CR_i)
 *     CR_i = s_(1) + ... + s_(i)
 *
 * Source            Linda 1976.
 * quantity     [n]  any unit, finite, >= 0; zeros change nothing
 * n                 >= 1
 * k                 how many of the largest count, >= 2, at most as many as have supply; 0 for all
 *                   of these
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  >= 0; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *                   MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *                   MINRISK_E_PARAM      k is 1; or, there being supply, k is more than have it,
 *                                        one alone has it, or the k-th is too small beside the
 *                                        first (by a factor above 2^700; up to there it never is)
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          reproducible: within 1 ulp up to 2^20 suppliers, the same bits in any order of
 *                   the quantities
 * cost              a sort as in minrisk_gini, and O(k); stack <= 7 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_linda(const double *quantity, size_t n, size_t k,
                                         double *scratch, size_t scratch_len, double *out);

/* Where the Linda index of the k largest suppliers is least, which marks the core of an oligopoly.
 *
 *     the k of 2, ..., m with the least L_k, m suppliers with supply
 *
 * Those L_k count that minrisk_linda gives, and as the doubles that it gives.
 *
 * Source            Linda 1976.
 * quantity     [n]  any unit, finite, >= 0; zeros change nothing
 * n                 >= 1
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * suppliers    [1]  the k; the smallest on a tie; untouched on error
 * out          [1]  L_k of it; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity, suppliers or out is NULL, or scratch is and n >
 *                                        64
 *                   MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_PARAM      there being supply, one alone has it, or minrisk_linda
 *                                        refuses each k
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          reproducible: within 1 ulp up to 2^20 suppliers, the same bits in any order of
 *                   the quantities
 * cost              a sort as in minrisk_gini, and O(m^2); stack <= 7 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_linda_core(const double *quantity, size_t n, double *scratch,
                                              size_t scratch_len, size_t *suppliers, double *out);

/* Concentration index C_K of Kvalseth, which a missing tail hardly changes.
 *
 *     sum s_(i) / i
 *
 * Source            Kvalseth 2022, PLoS ONE 17, e0264613.
 * quantity     [n]  any unit, finite, >= 0; zeros change nothing
 * n                 >= 1
 * scratch      [n]  overwritten; NULL will do for n <= 64
 * scratch_len       >= n, or anything for n <= 64
 * out          [1]  in (0, 1]; untouched on error
 * returns           MINRISK_OK, or
 *                   MINRISK_E_NULL       quantity or out is NULL, or scratch is and n > 64
 *                   MINRISK_E_SIZE       n is 0, or n > 64 and scratch_len < n
 *                   MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                   MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy          reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost              a sort as in minrisk_gini, and one pass; stack <= 7 KB
 * example           examples/indices.c
 */
MINRISK_API minrisk_status minrisk_kvalseth(const double *quantity, size_t n, double *scratch,
                                            size_t scratch_len, double *out);

/* Stenbacka threshold: the share from which on the largest supplier is taken to be dominant.
 *
 *     (1 - (s_(1)^2 - s_(2)^2)) / 2
 *
 * The factor of the difference of squares, which the source calls gamma, is 1. s_(2) is 0 for a
 * single supplier.
 *
 * Source         Melnik, Shy and Stenbacka 2008.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in [0, 1/2]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       exact: correctly rounded, in any order of the quantities
 * cost           O(n), two passes, and a product of 70 by 70 limbs; stack <= 2.5 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_stenbacka(const double *quantity, size_t n, double *out);

/* GRS index of Ginevicius and Cirba.
 *
 *     sum (N^2 s_(1) + .3 s_i^2) / (N^2 + .3 N s_(1) s_i) s_i,   N the suppliers with supply
 *
 * Source         Ginevicius and Cirba 2009.
 * quantity  [n]  any unit, finite, >= 0; zeros change nothing
 * n              >= 1
 * out       [1]  in (0, 1]; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or out is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       reproducible: within 1 ulp, the same bits in any order of the quantities
 * cost           O(n), three passes; stack <= 2 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_grs(const double *quantity, size_t n, double *out);

/* Lorenz curve: what the smallest suppliers hold together.
 *
 *     L_k = (x_1 + ... + x_k) / T,   x_1 <= x_2 <= ... <= x_n,   k = 1, ..., n
 *
 * All n suppliers count, those without supply too: theirs are the points at 0.
 *
 * Source         Lorenz 1905.
 * quantity  [n]  any unit, finite, >= 0
 * n              >= 1
 * lorenz    [n]  lorenz[k - 1] is L_k, in [0, 1]; the last is 1; untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL       quantity or lorenz is NULL
 *                MINRISK_E_SIZE       n is 0
 *                MINRISK_E_DATA       a quantity is NaN, infinite or negative
 *                MINRISK_E_NO_SUPPLY  every quantity is 0
 * accuracy       exact: correctly rounded, in any order of the quantities
 * cost           a sort as in minrisk_gini, in the output, and a quotient a point; stack <= 7 KB
 * example        examples/indices.c
 */
MINRISK_API minrisk_status minrisk_lorenz(const double *quantity, size_t n, double *lorenz);

#ifdef __cplusplus
}
#endif

#endif
