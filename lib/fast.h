/* SPDX-License-Identifier: MIT */
/* HHI at memory speed, where a rounding test can vouch for the result. */
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
int minrisk_fast(const double *quantity, size_t n, enum minrisk_form form, double *result);
#else
#define minrisk_fast(quantity, n, form, result) 0
#endif

#endif
