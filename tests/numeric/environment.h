/* SPDX-License-Identifier: MIT */
/* Rounding modes, and flushing of subnormals where the processor can. */
#ifndef TESTS_NUMERIC_ENVIRONMENT_H
#define TESTS_NUMERIC_ENVIRONMENT_H

#include <fenv.h>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

enum environment { PLAIN, UPWARD, DOWNWARD, TOWARD_ZERO, FLUSHED, ENVIRONMENTS };

enum { FLUSH_TO_ZERO = 0x8000, DENORMALS_ARE_ZERO = 0x0040 };

static inline void enter_environment(enum environment e)
{
    static const int mode[ENVIRONMENTS] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO,
                                           FE_TONEAREST};
    fesetround(mode[e]);
#if defined(__SSE2__)
    if (e == FLUSHED)
        _mm_setcsr(_mm_getcsr() | FLUSH_TO_ZERO | DENORMALS_ARE_ZERO);
#endif
}

static inline void leave_environment(void)
{
#if defined(__SSE2__)
    _mm_setcsr(_mm_getcsr() & ~(unsigned)(FLUSH_TO_ZERO | DENORMALS_ARE_ZERO));
#endif
    fesetround(FE_TONEAREST);
}

#endif
