/* SPDX-License-Identifier: MIT */
/* The end of a fast path, alike for one market and for a vector of them: from what was summed to a
 * quotient that vouches for its rounding. Included once for each width: vectors of MINRISK_LANES
 * doubles, 1 for doubles themselves, MINRISK_TARGET before each function, and MINRISK_NAME(x) for
 * the names. u is 2^-53. */

#if MINRISK_LANES == 1
typedef double MINRISK_NAME(lanes);
typedef uint64_t MINRISK_NAME(words);
#else
typedef double MINRISK_NAME(lanes) __attribute__((vector_size(MINRISK_LANES * 8)));
typedef uint64_t MINRISK_NAME(words) __attribute__((vector_size(MINRISK_LANES * 8)));
#endif

/* What the parts of quantities add up to, h being multiples of a unit and l what is left of x. */
typedef struct MINRISK_NAME(parts) {
    MINRISK_NAME(lanes) high;         /* sum of h, exact */
    MINRISK_NAME(lanes) high_squares; /* sum of h^2, exact */
    MINRISK_NAME(lanes) low;          /* sum of l, rounded */
    MINRISK_NAME(lanes) low_squares;  /* sum of l (x + h), rounded */
    MINRISK_NAME(lanes) unit;
} MINRISK_NAME(parts);

/* high + low within an error, high being the double nearest to their sum. */
typedef struct MINRISK_NAME(near) {
    MINRISK_NAME(lanes) high, low, error;
} MINRISK_NAME(near);

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(words) MINRISK_NAME(words_of)(MINRISK_NAME(lanes) v)
{
    MINRISK_NAME(words) w;
    memcpy(&w, &v, sizeof w);
    return w;
}

MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes) MINRISK_NAME(lanes_of)(MINRISK_NAME(words) w)
{
    MINRISK_NAME(lanes) v;
    memcpy(&v, &w, sizeof v);
    return v;
}

/* The leading 26 bits; with Dekker's sum the other 27 are what is left. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes) MINRISK_NAME(upper)(MINRISK_NAME(lanes) v)
{
    return MINRISK_NAME(lanes_of)(MINRISK_NAME(words_of)(v) & ~(((uint64_t)1 << 27) - 1));
}

/* All bits set in the lanes that a sum or its sign bits make unfit: outside of 2^-400 .. 2^400, not
 * a number, or with a negative among the quantities. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(words)
    MINRISK_NAME(unfit)(MINRISK_NAME(lanes) sum, MINRISK_NAME(words) signs)
{
    MINRISK_NAME(words) above = (MINRISK_NAME(words_of)(sum) >> 52) - (1023 - 400);
    return 0 - ((above | (800 - above) | signs) >> 63);
}

/* a + b exactly, for |a| >= |b| (Dekker 1971). */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(near)
    MINRISK_NAME(near_sum)(MINRISK_NAME(lanes) a, MINRISK_NAME(lanes) b, MINRISK_NAME(lanes) error)
{
    MINRISK_NAME(near) s;
    s.high = a + b;
    s.low = b - (s.high - a);
    s.error = error;
    return s;
}

/* The quotient of two numbers, right in all lanes where the gap is 0: there all that it can be
 * rounds alike. q and d1 have 26 bits and d0 has 27, so that q d1 and q d0 are exact, and so is the
 * first difference. For quotients of 1/2 to 2, with low parts within u of high ones,
 *
 *     n.high - q d.high        is below 2^-24: q is cut, the inverse is rounded
 *     rest                     errs by less than 1.3 2^-76
 *     correction               errs by less than 1.1 2^-75
 *     correction +- doubt      lies on either side of what q lacks, with a doubt of 2^-73 q
 *
 * (tests/proof/quotient.g). The errors of n and d shift it by (n.error + q d.error) / d, to which
 * their own bounds leave room for the roundings here. A compiler may contract what it likes: the
 * exact products do not mind, and the others are then rounded once less. */
MINRISK_INLINE MINRISK_TARGET MINRISK_NAME(lanes)
    MINRISK_NAME(quotient)(const MINRISK_NAME(near) * n, const MINRISK_NAME(near) * d,
                           MINRISK_NAME(lanes) * gap)
{
    MINRISK_NAME(lanes) inverse = 1.0 / d->high;
    MINRISK_NAME(lanes) q = MINRISK_NAME(upper)(n->high * inverse);
    MINRISK_NAME(lanes) d1 = MINRISK_NAME(upper)(d->high), d0 = d->high - d1;
    MINRISK_NAME(lanes) rest = ((n->high - q * d1) - q * d0) + (n->low - q * d->low);
    MINRISK_NAME(lanes) correction = rest * inverse;
    MINRISK_NAME(lanes) shifted = (n->error + q * d->error) * inverse;
    MINRISK_NAME(lanes) doubt = shifted + q * 1.0587911840678754e-22; /* 2^-73 */
    MINRISK_NAME(lanes) above = q + (correction + doubt);

    *gap = above - (q + (correction - doubt));
    return above;
}

/* T^2 and Q of a small market, T < 2^26 units, with errors by the bounds of fast.c: `length` is m
 * there and `terms` is t.
 *
 *     T^2     2 T times the error of T, and 2 u for what is added to the exact square, which is
 *             below t unit T:                      u unit T t ((m + 1) / 2 + 4 + 2)
 *     Q       as there:                            u unit (m + 5) (T + t unit / 4)
 *
 * sum h stands for T, which is at most half a unit for each quantity more. */
MINRISK_INLINE MINRISK_TARGET void MINRISK_NAME(small_totals)(const MINRISK_NAME(parts) * p,
                                                              MINRISK_NAME(lanes) terms,
                                                              MINRISK_NAME(lanes) length,
                                                              MINRISK_NAME(near) * square,
                                                              MINRISK_NAME(near) * squares)
{
    MINRISK_NAME(lanes) u_unit = p->unit * (1.001 * MINRISK_U);
    *square = MINRISK_NAME(near_sum)(p->high * p->high, p->low * (2.0 * p->high + p->low),
                                     u_unit * terms * p->high * (0.5 * length + 6.5));
    *squares = MINRISK_NAME(near_sum)(p->high_squares, p->low_squares,
                                      u_unit * (length + 5.0) * (p->high + terms * p->unit));
}
