/* SPDX-License-Identifier: MIT */
/* Elementary functions without libm: see elementary.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "elementary.h"

/* ln 2 to 107 bits: the nearest double, and the double nearest to the rest. */
static const minrisk_pair log_2 = {0.693147180559945309, 2.3190468138462996e-17};

/* --- scaling by powers of two ---------------------------------------------------------------- */

/* In two factors, since 2^-1074 is not a normal double and 2^1024 is none at all. */
minrisk_pair minrisk_scale(minrisk_pair a, int k)
{
    double first = minrisk_double_of((uint64_t)(1023 + k / 2) << 52);
    double second = minrisk_double_of((uint64_t)(1023 + (k - k / 2)) << 52);
    a.high = a.high * first * second;
    a.low = a.low * first * second;
    return a;
}

/* The exponent e of a positive a, which becomes a / 2^e in [1, 2). */
static int take_exponent(minrisk_pair *a)
{
    int exponent = 0;
    uint64_t bits = minrisk_bits_of(&a->high);
    int step;

    if (bits < MINRISK_HIDDEN_BIT) {    /* subnormal, and then the low part is 0 */
        a->high *= 18014398509481984.0; /* 2^54 */
        bits = minrisk_bits_of(&a->high);
        exponent = -54;
    }
    step = (int)(bits >> 52) - 1023;
    *a = minrisk_scale(*a, -step);
    return exponent + step;
}

/* The leading coefficients of a series as pairs, the constant first; `rest` is the value of what
 * follows them, a double, since x has made it small by then. */
static minrisk_pair horner(const minrisk_pair *coefficient, int n, minrisk_pair x, double rest)
{
    minrisk_pair sum = minrisk_pair_of(rest);

    while (n-- > 0) {
        sum = minrisk_pair_add(coefficient[n], minrisk_pair_multiply(x, sum));
    }
    return sum;
}

/* The same in double precision. */
static double horner_double(const double *coefficient, int n, double x)
{
    double sum = 0.0;

    while (n-- > 0) {
        sum = minrisk_add(coefficient[n], minrisk_multiply(x, sum));
    }
    return sum;
}

/* --- logarithms ------------------------------------------------------------------------------ */

enum { ATANH_PAIRS = 11, ATANH_DOUBLES = 10, EXP_PAIRS = 8, EXP_DOUBLES = 7 };

/* 1/1, 1/3, ... 1/21, and 1/23, ... 1/41: from there on the square to the 11th has made rounding
 * errors of double precision smaller than 2^-108. */
static const minrisk_pair atanh_pair[ATANH_PAIRS] = {
    {1.0, 0.0},                                      /* 1/1 */
    {0.33333333333333331, 1.8503717077085941e-17},   /* 1/3 */
    {0.20000000000000001, -1.1102230246251566e-17},  /* 1/5 */
    {0.14285714285714285, 7.9301644616082606e-18},   /* 1/7 */
    {0.1111111111111111, 6.1679056923619804e-18},    /* 1/9 */
    {0.090909090909090912, -2.5232341468753558e-18}, /* 1/11 */
    {0.076923076923076927, -4.2700885562506023e-18}, /* 1/13 */
    {0.066666666666666666, 9.251858538542971e-19},   /* 1/15 */
    {0.058823529411764705, 8.1634045928320333e-19},  /* 1/17 */
    {0.052631578947368418, 2.9216395384872539e-18},  /* 1/19 */
    {0.047619047619047616, 2.6433881538694202e-18},  /* 1/21 */
};
static const double atanh_double[ATANH_DOUBLES] = {
    0.043478260869565216, 0.040000000000000001, 0.037037037037037035, 0.034482758620689655,
    0.032258064516129031, 0.030303030303030304, 0.028571428571428571, 0.027027027027027029,
    0.02564102564102564,  0.024390243902439025,
};

/* atanh(s) / s = 1 + s^2/3 + s^4/5 + ..., for s^2 < .0295: what follows the 21 terms is below
 * .0295^21 / 43 / (1 - .0295) < 2^-112. */
static minrisk_pair atanh_series(minrisk_pair s)
{
    minrisk_pair square = minrisk_pair_multiply(s, s);
    return horner(atanh_pair, ATANH_PAIRS, square,
                  horner_double(atanh_double, ATANH_DOUBLES, square.high));
}

static minrisk_pair halve(minrisk_pair a)
{
    a.high *= 0.5;
    a.low *= 0.5;
    return a;
}

/* ln(a / b) = k ln 2 + 2 atanh((a - b) / (a + b)), with a / b brought into [.7071, 1.4143]. */
minrisk_pair minrisk_log_ratio(minrisk_pair a, minrisk_pair b)
{
    int k = take_exponent(&a) - take_exponent(&b);
    minrisk_pair s, log;

    if (a.high > minrisk_multiply(b.high, 1.4142)) {
        a = halve(a);
        k++;
    } else if (b.high > minrisk_multiply(a.high, 1.4142)) {
        b = halve(b);
        k--;
    }
    s = minrisk_pair_divide(minrisk_pair_add(a, minrisk_pair_negate(b)), minrisk_pair_add(a, b));
    log = minrisk_pair_multiply(s, atanh_series(s));
    log.high *= 2.0;
    log.low *= 2.0;
    return minrisk_pair_add(minrisk_pair_multiply(log_2, minrisk_pair_of((double)k)), log);
}

minrisk_pair minrisk_log_pair(minrisk_pair a)
{
    return minrisk_log_ratio(a, minrisk_pair_of(1.0));
}

/* As minrisk_log_ratio(1 + a, 1), with an exact difference. */
minrisk_pair minrisk_log1p_pair(minrisk_pair a)
{
    minrisk_pair s, log;

    if (a.high > 0.25 || a.high < -0.25) {
        return minrisk_log_pair(minrisk_pair_add(minrisk_pair_of(1.0), a));
    }
    s = minrisk_pair_divide(a, minrisk_pair_add(minrisk_pair_of(2.0), a));
    log = minrisk_pair_multiply(s, atanh_series(s));
    log.high *= 2.0;
    log.low *= 2.0;
    return log;
}

double minrisk_log(double x)
{
    return minrisk_log_pair(minrisk_pair_of(x)).high;
}

/* Below this ln(1 + x) and e^x - 1 are x within 2^-61 of it. */
static int is_minute(double x)
{
    return x < 8.67e-19 && x > -8.67e-19; /* 2^-60 */
}

double minrisk_log1p(double x)
{
    return is_minute(x) ? x : minrisk_log_pair(minrisk_two_sum(1.0, x)).high;
}

/* --- exponentials ---------------------------------------------------------------------------- */

/* ln 2 in 40 bits, 40 bits and a double: k times either of the first two is exact for |k| < 2^13,
 * and what the last leaves out is below 2^-133. */
static const double LOG_2_A = 0.69314718055920821, LOG_2_B = 7.3710025651619959e-13,
                    LOG_2_C = 5.8029889835956905e-25;

/* 1/1!, 1/2!, ... 1/8!, and 1/9!, ... 1/15!: t^8/9! < 2^-54 for |t| <= .0434, and what follows is
 * below .0434^15/16! < 2^-111. */
static const minrisk_pair exp_pair[EXP_PAIRS] = {
    {1.0, 0.0},                                       /* 1/1! */
    {0.5, 0.0},                                       /* 1/2! */
    {0.16666666666666666, 9.2518585385429707e-18},    /* 1/3! */
    {0.041666666666666664, 2.3129646346357427e-18},   /* 1/4! */
    {0.0083333333333333332, 1.1564823173178714e-19},  /* 1/5! */
    {0.0013888888888888889, -5.3005439543735771e-20}, /* 1/6! */
    {0.00019841269841269841, 1.7209558293420705e-22}, /* 1/7! */
    {2.4801587301587302e-05, 2.1511947866775882e-23}, /* 1/8! */
};
static const double exp_double[EXP_DOUBLES] = {
    2.7557319223985893e-06, 2.7557319223985888e-07, 2.505210838544172e-08,  2.08767569878681e-09,
    1.6059043836821613e-10, 1.1470745597729725e-11, 7.6471637318198164e-13,
};

/* e^r - 1 for |r| <= .347, from e^(r/8) - 1: (1 + q)^2 - 1 = q (2 + q). */
static minrisk_pair expm1_reduced(minrisk_pair r)
{
    minrisk_pair t = halve(halve(halve(r)));
    minrisk_pair q = minrisk_pair_multiply(
        t, horner(exp_pair, EXP_PAIRS, t, horner_double(exp_double, EXP_DOUBLES, t.high)));
    int doubling;

    for (doubling = 0; doubling < 3; doubling++) {
        q = minrisk_pair_multiply(q, minrisk_pair_add(minrisk_pair_of(2.0), q));
    }
    return q;
}

/* The whole number k for which a - k ln 2, which a becomes, is the smallest. */
static int take_multiple_of_log_2(minrisk_pair *a)
{
    double quotient = minrisk_multiply(a->high, 1.4426950408889634);
    int k = (int)(quotient + (quotient < 0.0 ? -0.5 : 0.5));

    *a = minrisk_pair_add(*a, minrisk_pair_of(minrisk_multiply(-(double)k, LOG_2_A)));
    *a = minrisk_pair_add(*a, minrisk_pair_of(minrisk_multiply(-(double)k, LOG_2_B)));
    *a = minrisk_pair_add(*a, minrisk_pair_of(minrisk_multiply(-(double)k, LOG_2_C)));
    return k;
}

minrisk_pair minrisk_exp_parts(minrisk_pair a, int *k)
{
    *k = take_multiple_of_log_2(&a);
    return minrisk_pair_add(minrisk_pair_of(1.0), expm1_reduced(a));
}

minrisk_pair minrisk_exp_pair(minrisk_pair a)
{
    int k;
    minrisk_pair p = minrisk_exp_parts(a, &k);
    return minrisk_scale(p, k);
}

minrisk_pair minrisk_expm1_pair(minrisk_pair a)
{
    int k = take_multiple_of_log_2(&a);
    minrisk_pair q = expm1_reduced(a);

    if (k == 0) {
        return q;
    }
    return minrisk_pair_add(minrisk_scale(minrisk_pair_add(minrisk_pair_of(1.0), q), k),
                            minrisk_pair_of(-1.0));
}

double minrisk_exp(double x)
{
    if (x > 709.79) { /* ln 2^1024 = 709.782... */
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    if (x < -745.14) { /* ln 2^-1075 = -745.133...: below half of the smallest double */
        return 0.0;
    }
    return minrisk_exp_pair(minrisk_pair_of(x)).high;
}

double minrisk_expm1(double x)
{
    if (is_minute(x)) {
        return x;
    }
    if (x > 50.0) { /* the 1 is below 2^-72 of it */
        return minrisk_exp(x);
    }
    if (x < -50.0) {
        return -1.0;
    }
    return minrisk_expm1_pair(minrisk_pair_of(x)).high;
}

/* --- square roots ---------------------------------------------------------------------------- */

/* 54 bits of the root of m 2^e, e even, m in [2^52, 2^54), two bits of m at a time as by hand;
 * then the last bit rounds. It is never a tie: the square of an odd number of 54 bits has a last
 * bit below those of m. */
double minrisk_sqrt(double x)
{
    minrisk_parts parts = minrisk_parts_of(minrisk_bits_of(&x));
    uint64_t m = parts.mantissa, root = 0, rest = 0;
    int e = (int)parts.shift - 1074;
    int bit;

    if (m == 0) {
        return 0.0;
    }
    while (m < MINRISK_HIDDEN_BIT || e % 2 != 0) {
        m <<= 1;
        e--;
    }
    for (bit = 0; bit < 54; bit++) {
        uint64_t trial = root << 2 | 1;
        rest = rest << 2 | (m >> 52 & 3);
        m <<= 2;
        root <<= 1;
        if (rest >= trial) {
            rest -= trial;
            root |= 1;
        }
    }
    return minrisk_double_of(((uint64_t)(e / 2 - 27 + 1 + 1074) << 52) + ((root + 1) >> 1));
}

minrisk_pair minrisk_sqrt_pair(minrisk_pair a)
{
    minrisk_pair root, rest;
    int k;

    if (a.high == 0.0) {
        return minrisk_pair_of(0.0);
    }
    k = take_exponent(&a);
    if (k % 2 != 0) {
        a = halve(a);
        k++;
    }
    root = minrisk_pair_of(minrisk_sqrt(a.high));
    rest = minrisk_pair_add(a, minrisk_pair_negate(minrisk_two_product(root.high, root.high)));
    return minrisk_scale(minrisk_quick_two_sum(root.high, 0.5 * rest.high / root.high), k / 2);
}

#endif
