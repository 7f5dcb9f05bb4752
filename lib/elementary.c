/* SPDX-License-Identifier: MIT */
/* Elementary functions without libm: see elementary.h. */
#include "elementary.h"

/* ln 2 to 107 bits: the nearest double, and the double nearest to the rest. */
static const minrisk_pair log_2 = {0.693147180559945309, 2.3190468138462996e-17};

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
    /* 2^-step in two factors, since 2^-1023 is not a normal double and 2^1024 is none at all. */
    a->high *= minrisk_double_of((uint64_t)(1023 - step / 2) << 52);
    a->high *= minrisk_double_of((uint64_t)(1023 - (step - step / 2)) << 52);
    a->low *= minrisk_double_of((uint64_t)(1023 - step / 2) << 52);
    a->low *= minrisk_double_of((uint64_t)(1023 - (step - step / 2)) << 52);
    return exponent + step;
}

static minrisk_pair halve(minrisk_pair a)
{
    a.high *= 0.5;
    a.low *= 0.5;
    return a;
}

/* atanh(s) / s = 1 + s^2/3 + s^4/5 + ..., for s^2 < .0295: what follows the 21 terms is below
 * .0295^21 / 43 / (1 - .0295) < 2^-112. */
static minrisk_pair atanh_series(minrisk_pair s)
{
    minrisk_pair square = minrisk_pair_multiply(s, s);
    minrisk_pair sum = minrisk_pair_of(0.0);
    int k;

    for (k = 41; k > 0; k -= 2) {
        minrisk_pair term = minrisk_pair_divide(minrisk_pair_of(1.0), minrisk_pair_of((double)k));
        sum = minrisk_pair_add(term, minrisk_pair_multiply(square, sum));
    }
    return sum;
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
