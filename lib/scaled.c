/* SPDX-License-Identifier: MIT */
/* Pairs with an exponent of their own: see scaled.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "scaled.h"

#include "elementary.h"

/* x 2^exponent for a normal x, -1022 <= exponent <= 1023, exactly if the result is normal. */
static double times_power(double x, int exponent)
{
    return x * minrisk_double_of((uint64_t)(1023 + exponent) << 52);
}

static minrisk_pair pair_times_power(minrisk_pair a, int exponent)
{
    a.high = times_power(a.high, exponent);
    a.low = times_power(a.low, exponent);
    return a;
}

static int exponent_of(double x)
{
    return (int)(minrisk_rank_key(x) >> 52) - 1023;
}

/* value 2^exponent with value.high in its range; |value.high| is in [2^-300, 2^300], or zero. */
static minrisk_scaled normalise(minrisk_pair value, int exponent)
{
    minrisk_scaled a;
    int step = minrisk_is_zero(value.high) ? 0 : exponent_of(value.high);

    a.value = pair_times_power(value, -step);
    a.exponent = minrisk_is_zero(value.high) ? 0 : exponent + step;
    return a;
}

minrisk_scaled minrisk_scaled_of(double x)
{
    minrisk_scaled a;
    uint64_t bits = minrisk_bits_of(&x);
    minrisk_parts parts = minrisk_parts_of(bits);

    a.value = minrisk_pair_of(0.0);
    a.exponent = 0;
    if (parts.mantissa == 0) {
        return a;
    }
    a.exponent = (int)parts.shift - 1022;
    while (parts.mantissa < MINRISK_HIDDEN_BIT) {
        parts.mantissa <<= 1;
        a.exponent--;
    }
    /* The hidden bit raises the exponent field to 1023. */
    a.value.high =
        minrisk_double_of((bits & MINRISK_SIGN_BIT) | (((uint64_t)1022 << 52) + parts.mantissa));
    return a;
}

minrisk_scaled minrisk_scaled_of_natural(const minrisk_natural *a, int unit)
{
    minrisk_pair value = minrisk_pair_of(0.0);
    unsigned i;

    for (i = 0; i < 5 && i < a->length; i++) {
        double limb = (double)a->limb[a->length - 1 - i];
        limb = times_power(limb, -32 * (int)i);
        value = minrisk_pair_add(value, minrisk_pair_of(limb));
    }
    return normalise(value, unit + 32 * ((int)a->skipped + (int)a->length - 1));
}

minrisk_scaled minrisk_scaled_of_sum(const minrisk_sum *a)
{
    minrisk_natural natural = minrisk_natural_of_sum(a);
    return minrisk_scaled_of_natural(&natural, -1074);
}

/* What is 2^200 times smaller is below the error of the sum. */
minrisk_scaled minrisk_scaled_add(minrisk_scaled a, minrisk_scaled b)
{
    int gap = a.exponent - b.exponent;

    if (minrisk_is_zero(b.value.high) || (gap > 200 && !minrisk_is_zero(a.value.high))) {
        return a;
    }
    if (minrisk_is_zero(a.value.high) || gap < -200) {
        return b;
    }
    if (gap < 0) {
        minrisk_scaled kept = a;
        a = b;
        b = kept;
        gap = -gap;
    }
    return normalise(minrisk_pair_add(a.value, pair_times_power(b.value, -gap)), a.exponent);
}

minrisk_scaled minrisk_scaled_negate(minrisk_scaled a)
{
    a.value = minrisk_pair_negate(a.value);
    return a;
}

minrisk_scaled minrisk_scaled_multiply(minrisk_scaled a, minrisk_scaled b)
{
    return normalise(minrisk_pair_multiply(a.value, b.value), a.exponent + b.exponent);
}

minrisk_scaled minrisk_scaled_divide(minrisk_scaled a, minrisk_scaled b)
{
    return normalise(minrisk_pair_divide(a.value, b.value), a.exponent - b.exponent);
}

minrisk_scaled minrisk_scaled_sqrt(minrisk_scaled a)
{
    int odd = a.exponent & 1;
    return normalise(minrisk_sqrt_pair(pair_times_power(a.value, odd)), (a.exponent - odd) / 2);
}

/* Newton's step for y^3 = a: y - (y - a / y^2) / 3. From within e of the root (relatively) it goes
 * within 2 e^2. The chord of the cube root over [1, 8] is within .11 of it; so .015, 2.1e-4, 4.2e-8
 * and 1.8e-15 after four steps, and after the fifth what doubles round, below 2^-51. The last step,
 * in pairs, leaves 2^-102 and what it rounds itself: (a - y^3) / (3 y^2) is below 2^-50 of y and
 * within 2^-51 of what is meant, and y^3 within 16 u^2, a third of which counts: below 2^-100. */
static minrisk_pair cube_root(minrisk_pair a)
{
    double y = (a.high + 6.0) / 7.0;
    minrisk_pair square, cube;
    int step;

    for (step = 0; step < 5; step++) {
        y -= (y - a.high / minrisk_multiply(y, y)) / 3.0;
    }
    square = minrisk_two_product(y, y);
    cube = minrisk_pair_multiply(square, minrisk_pair_of(y));
    cube = minrisk_pair_add(a, minrisk_pair_negate(cube));
    return minrisk_quick_two_sum(y, cube.high / minrisk_multiply(3.0, square.high));
}

minrisk_scaled minrisk_scaled_cbrt(minrisk_scaled a)
{
    int rest = a.exponent % 3;

    if (minrisk_is_zero(a.value.high)) {
        return a;
    }
    rest = rest < 0 ? rest + 3 : rest;
    return normalise(cube_root(pair_times_power(a.value, rest)), (a.exponent - rest) / 3);
}

/* Two factors, since one would pass the range of double before the result does; only the second
 * product may be subnormal, and hence rounded. */
static double assemble(double x, int exponent)
{
    if (exponent > 1023) {
        return x * minrisk_double_of((uint64_t)2046 << 52) * 2.0;
    }
    if (exponent < -1100) {
        return 0.0;
    }
    return times_power(times_power(x, exponent / 2), exponent - exponent / 2);
}

double minrisk_scaled_round(minrisk_scaled a)
{
    return assemble(a.value.high, a.exponent);
}

/* The neighbour of a positive double, or of 0 upwards. */
static double neighbour(double x, int up)
{
    return minrisk_double_of(minrisk_bits_of(&x) + (up ? 1u : 0u) - (up ? 0u : 1u));
}

/* 2^-60 of a number below 2 2^exponent is below that. */
static const double slack = 1.7347234759768071e-18; /* 2^-59 */

double minrisk_scaled_down(minrisk_scaled a)
{
    double x = a.value.low < slack ? neighbour(a.value.high, 0) : a.value.high;

    if (minrisk_is_zero(a.value.high)) {
        return 0.0;
    }
    x = assemble(x, a.exponent);
    if (!minrisk_is_finite(x) || (a.exponent < -1022 && !minrisk_is_zero(x))) {
        return neighbour(x, 0);
    }
    return x;
}

double minrisk_scaled_up(minrisk_scaled a)
{
    double x = a.value.low > -slack ? neighbour(a.value.high, 1) : a.value.high;

    if (minrisk_is_zero(a.value.high)) {
        return 0.0;
    }
    x = assemble(x, a.exponent);
    return a.exponent < -1022 ? neighbour(x, 1) : x;
}

#endif
