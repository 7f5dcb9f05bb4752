/* SPDX-License-Identifier: MIT */
/* Exact results at memory speed, where a rounding test can vouch for them. */
#ifndef MINRISK_FAST_H
#define MINRISK_FAST_H

#include <float.h>
#include <stddef.h>

/* The proof is of strict double arithmetic in hardware. Elsewhere the exact path serves alone, so
 * that a compiler's flags cost speed and never bits; so it does where MINRISK_EXACT_ONLY asks for
 * the smallest code. */
#if defined(MINRISK_EXACT_ONLY) || defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) ||      \
    defined(__RECIPROCAL_MATH__) || FLT_EVAL_METHOD < 0 || FLT_EVAL_METHOD > 1 ||                  \
    defined(__SOFTFP__) || defined(__riscv_float_abi_soft) || defined(__mips_soft_float) ||        \
    defined(_SOFT_FLOAT) || (defined(__ARM_FP) && !(__ARM_FP & 8))
#define MINRISK_HAS_FAST 0
#else
#define MINRISK_HAS_FAST 1
#endif

enum minrisk_form {
    MINRISK_HHI_FORM,      /* Q / T^2 */
    MINRISK_EFFECTIVE_FORM /* T^2 / Q */
};

/* The form, correctly rounded, into *result. Returns 0, with nothing written, where it
 * cannot tell; then the exact path decides, on the validity of the data too. */
#if MINRISK_HAS_FAST

#include "arithmetic.h"

#define MINRISK_U 1.1102230246251565e-16 /* 2^-53 */

/* x + 1.5 * 2^52 units is x rounded to a whole unit; its bits count the units. */
#define MINRISK_SHIFT_UNITS 6755399441055744.0

/* n / d, if every number within `error` of it, relatively, rounds alike. q + correction errs by
 * less than 40 u^2: 2 from the product, 4, 2 and 6 from the sums of what is left over, 1 from
 * q d.low, 12 from the reciprocal, 6 from d.high in the place of d, and 6 from the last sum. */
static inline int minrisk_round_surely(minrisk_pair n, minrisk_pair d, double error, double *result)
{
    double reciprocal = 1.0 / d.high;
    double q = minrisk_multiply(n.high, reciprocal);
    minrisk_pair back = minrisk_two_product(q, d.high);
    double rest = ((n.high - back.high) - back.low) + (n.low - minrisk_multiply(q, d.low));
    double correction = minrisk_multiply(rest, reciprocal);
    double doubt = minrisk_multiply(q, error);
    double above = q + (correction + doubt);

    if (above != q + (correction - doubt)) {
        return 0;
    }
    *result = above;
    return 1;
}

/* Rounds to whole units, and only to nearest does it so: 1.75 to 2, and 1.25 to 1. A compiler that
 * cancels the shift leaves the fraction; clang may be told to, with no macro that says so. */
static inline int minrisk_arithmetic_is_strict(void)
{
    double above = minrisk_opaque(1.75), below = minrisk_opaque(1.25);
    return (above + MINRISK_SHIFT_UNITS) - MINRISK_SHIFT_UNITS == 2.0 &&
           (below + MINRISK_SHIFT_UNITS) - MINRISK_SHIFT_UNITS == 1.0;
}

int minrisk_fast(const double *quantity, size_t n, enum minrisk_form form, double *result);

#else
#define minrisk_fast(quantity, n, form, result) 0
#endif

#endif
