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

/* --- quick powers ---------------------------------------------------------------------------- */

/* The multiple of a unit next to x, which becomes the rest; shift is 1.5 * 2^52 units. */
static double take_multiple(double *x, double shift)
{
    double multiple = (*x + shift) - shift;
    *x -= multiple;
    return multiple;
}

static const double SHIFT_42 = 1536.0, SHIFT_28 = 25165824.0; /* units of 2^-42 and 2^-28 */

/* For m in [1 + i/16, 1 + (i + 1)/16): a reciprocal of 9 bits, with |m r - 1| <= 1/32, and -ln r as
 * a multiple of 2^-42 and a rest. */
enum { QUICK = 16, LOG_TERMS = 12, EXP_TERMS = 7 };
static const double quick_log[QUICK][3] = {
    {0.96875, 0.03174869831468641, -1.0610652735224087e-13},
    {0.9140625, 0.08985632912185793, 3.1218748807418837e-15},
    {0.865234375, 0.14475485499428942, 8.272973285564614e-14},
    {0.8203125, 0.19806991376208316, 1.0634128304268335e-14},
    {0.78125, 0.2468600779316148, -8.899851356560444e-14},
    {0.744140625, 0.29552524991277096, 3.586053092023274e-14},
    {0.7109375, 0.3411707574027787, -1.156568624616423e-14},
    {0.681640625, 0.383252702837126, -4.5358739633308435e-14},
    {0.65234375, 0.4271836320629063, -9.895853155747038e-14},
    {0.626953125, 0.4668835019094786, 1.3337962884211445e-14},
    {0.603515625, 0.5049833481416499, 1.1241001411909127e-13},
    {0.58203125, 0.5412311385341582, -5.4828310811468674e-14},
    {0.560546875, 0.5788424092797868, 9.986876370947071e-14},
    {0.54296875, 0.6107035113489019, -3.1165899173794433e-14},
    {0.525390625, 0.6436132454375638, 1.0485953929506514e-13},
    {0.5078125, 0.6776429940239268, 5.32517734371131e-14},
};
static const double LOG_2_HIGH = 0.6931471805598903, LOG_2_LOW = 5.497923018708371e-14;

/* 1/3, -1/4, ... -1/14. */
static const double log_series[LOG_TERMS] = {
    0.33333333333333331,  -0.25,
    0.20000000000000001,  -0.16666666666666666,
    0.14285714285714285,  -0.125,
    0.1111111111111111,   -0.10000000000000001,
    0.090909090909090912, -0.083333333333333329,
    0.076923076923076927, -0.071428571428571425,
};

/* With x = m 2^k, m = m1 + m0 of 20 and 33 bits, a = m1 r - 1 and b = m0 r, z = a + b,
 *
 *     ln x = k ln 2 - ln r + a - a^2/2 + b - (a b + b^2/2) + z^3 (1/3 - z/4 + ...)
 *
 * Up to b all parts but the rests of the constants are whole numbers of 2^-61, so that their sums
 * are exact: a has 23 bits, b is below 2^-19 and b - a^2/2 below 2^-10. What errs:
 *
 *     z^3 P                 8 u of at most 2^-16.5, z and products one u each, P 1.6     2^-66.5
 *     what follows          z^15/15                                                      2^-78
 *     the last sum          u of at most 2^-16.4                                         2^-69
 *     a b, b^2/2, rests     u of at most 2^-23 each                                      2^-74 */
minrisk_pair minrisk_quick_log(double x)
{
    uint64_t bits = minrisk_bits_of(&x);
    double k = -1023.0;
    const double *entry;
    double m, m1, a, b, z, d, small;
    minrisk_pair log;

    if (bits < MINRISK_HIDDEN_BIT) {
        x *= 18014398509481984.0; /* 2^54 */
        bits = minrisk_bits_of(&x);
        k -= 54.0;
    }
    k += (double)(int)(bits >> 52);
    entry = quick_log[bits >> 48 & (QUICK - 1)];
    bits = (bits & (MINRISK_HIDDEN_BIT - 1)) | ((uint64_t)1023 << 52);
    m = minrisk_double_of(bits);
    m1 = minrisk_double_of(bits & ~(((uint64_t)1 << 33) - 1));
    a = m1 * entry[0] - 1.0;
    b = (m - m1) * entry[0];
    z = minrisk_add(a, b);
    d = b - 0.5 * a * a;
    log.high = k * LOG_2_HIGH + entry[1] + a;
    log.high += take_multiple(&d, SHIFT_42);
    small = minrisk_add(minrisk_multiply(k, LOG_2_LOW), entry[2]);
    small = minrisk_subtract(minrisk_add(d, small), minrisk_multiply(b, a + 0.5 * b));
    z = minrisk_multiply(minrisk_multiply(minrisk_multiply(z, z), z),
                         horner_double(log_series, LOG_TERMS, z));
    log.low = minrisk_add(z, small);
    return log;
}

/* 2^(i/16) in 28 bits, and the rest. */
static const double quick_exp[QUICK][2] = {
    {1.0, 0.0},
    {1.044273778796196, 3.6312178564352476e-09},
    {1.0905077308416367, 1.8236210014921669e-09},
    {1.1387886330485344, 1.7081572603932835e-09},
    {1.1892071142792702, 7.234508945983593e-10},
    {1.2418578118085861, 2.648979279882087e-10},
    {1.2968395575881004, -2.9370907674158553e-09},
    {1.354255549609661, -2.672768373996907e-09},
    {1.4142135605216026, 1.8514924181864543e-09},
    {1.4768261462450027, -3.0550343519512377e-10},
    {1.5422108247876167, 6.203240938759637e-10},
    {1.6104903295636177, 2.3856366018806925e-09},
    {1.6817928329110146, -2.4035854708225147e-09},
    {1.7562521621584892, -1.7851897441827612e-09},
    {1.8340080827474594, 3.6618830518659895e-09},
    {1.9152065590023994, 2.394747849292533e-09},
};
static const double STEP_HIGH = 0.04332169878489367,
                    STEP_LOW = 1.0291218489310676e-13; /* ln 2 / 16 */

/* 1/3!, ... 1/9!. */
static const double exp_series[EXP_TERMS] = {
    0.16666666666666666,    0.041666666666666664,   0.0083333333333333332,  0.0013888888888888889,
    0.00019841269841269841, 2.4801587301587302e-05, 2.7557319223985893e-06,
};

/* With t = q log, j the whole number next to t / (ln 2 / 16), v = t - j ln 2 / 16 below .0217, cut
 * into v1, a multiple of 2^-28, and v0 below 2^-27; T1 and T0 the parts of 2^((j mod 16) / 16):
 *
 *     e^v - 1 - v1 - v1^2/2 = rest = v0 + v0 (v1 + v0/2) + v^3 (1/6 + v/24 + ...)
 *     p = T1 + T1 v1 + T1 v1^2/2 + T1 rest + T0 (1 + v1 + v1^2/2 + rest)
 *
 * T1 v1 and v1^2/2 are exact, of 51 and 46 bits, as are j times the upper part of ln 2 / 16 and its
 * difference to t. Relative to p:
 *
 *     T1 v1^2/2         u of 2^-12                                   2^-65
 *     rest              8 u of at most 2^-19.1, and 2^-72            2^-69
 *     T1 rest, T0 (..)  3 u of 2^-19                                 2^-70
 *     v0, and t         q 2^-42 u and less                           2^-80
 *     what follows      v^10/10!                                     2^-76
 *
 * in all 2^-64.8. */
minrisk_pair minrisk_quick_power(minrisk_pair log, double q, int *k)
{
    double steps, j, v, v1, v0, square, rest, c;
    const double *entry;
    minrisk_pair t, p, sum;
    int whole;

    log.high += take_multiple(&log.low, SHIFT_42);
    t = minrisk_two_product(q, log.high);
    steps = minrisk_multiply(t.high, 23.083120654223414);
    whole = (int)(steps + (steps < 0.0 ? -0.5 : 0.5));
    j = (double)whole;
    v = t.high - j * STEP_HIGH;
    v0 = minrisk_subtract(minrisk_add(t.low, minrisk_multiply(q, log.low)),
                          minrisk_multiply(j, STEP_LOW));
    v1 = take_multiple(&v, SHIFT_28);
    v0 = minrisk_add(v, v0);
    v = minrisk_add(v1, v0);
    square = 0.5 * v1 * v1;
    rest = minrisk_multiply(minrisk_multiply(minrisk_multiply(v, v), v),
                            horner_double(exp_series, EXP_TERMS, v));
    rest = minrisk_add(rest, minrisk_multiply(v0, minrisk_add(v1, 0.5 * v0)));
    rest = minrisk_add(rest, v0);
    *k = (whole - (whole & (QUICK - 1))) / QUICK;
    entry = quick_exp[whole & (QUICK - 1)];
    p = minrisk_quick_two_sum(entry[0], entry[0] * v1);
    sum = minrisk_quick_two_sum(p.high, minrisk_multiply(entry[0], square));
    c = minrisk_add(1.0, minrisk_add(v1, minrisk_add(square, rest)));
    c = minrisk_add(minrisk_multiply(entry[0], rest), minrisk_multiply(entry[1], c));
    return minrisk_quick_two_sum(sum.high, minrisk_add(minrisk_add(p.low, sum.low), c));
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
