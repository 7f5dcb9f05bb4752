/* SPDX-License-Identifier: MIT */
/* One run of quantities, split and summed. fast.c includes this once for each width: vectors of
 * MINRISK_LANES doubles, 1 where the compiler has no vectors, and MINRISK_NAME(x) for the names. */

#if MINRISK_LANES == 1
typedef double MINRISK_NAME(lanes);
typedef uint64_t MINRISK_NAME(words);
#define MINRISK_LANE(v, i) (v)
#else
typedef double MINRISK_NAME(lanes) __attribute__((vector_size(MINRISK_LANES * 8)));
typedef uint64_t MINRISK_NAME(words) __attribute__((vector_size(MINRISK_LANES * 8)));
#define MINRISK_LANE(v, i) ((v)[i])
#endif

static inline MINRISK_NAME(lanes) MINRISK_NAME(load)(const double *x)
{
    MINRISK_NAME(lanes) v;
    memcpy(&v, x, sizeof v);
    return v;
}

/* The last 1 to MINRISK_LANES - 1 quantities, with zeros behind them. */
static inline MINRISK_NAME(lanes) MINRISK_NAME(load_rest)(const double *x, size_t n)
{
    MINRISK_NAME(lanes) v;
    size_t i;
    memset(&v, 0, sizeof v);
    for (i = 0; i < n; i++) {
        MINRISK_LANE(v, i) = x[i];
    }
    return v;
}

static inline MINRISK_NAME(words) MINRISK_NAME(words_of)(MINRISK_NAME(lanes) v)
{
    MINRISK_NAME(words) w;
    memcpy(&w, &v, sizeof w);
    return w;
}

/* What one vector position adds up to. */
typedef struct MINRISK_NAME(sums) {
    MINRISK_NAME(words) high;
    MINRISK_NAME(lanes) high_squares, low, low_squares;
    MINRISK_NAME(words) signs, places;
} MINRISK_NAME(sums);

static inline void MINRISK_NAME(take)(MINRISK_NAME(sums) * s, MINRISK_NAME(lanes) x,
                                      MINRISK_NAME(lanes) shift, MINRISK_NAME(words) base)
{
    MINRISK_NAME(lanes) shifted = x + shift;
    MINRISK_NAME(words) place = MINRISK_NAME(words_of)(shifted) - base;
    MINRISK_NAME(lanes) h = shifted - shift;
    MINRISK_NAME(lanes) l = x - h;

    s->high += place;
    s->high_squares += h * h;
    s->low += l;
    s->low_squares += l * (h + x);
    s->signs |= MINRISK_NAME(words_of)(x);
    s->places |= place;
}

static split MINRISK_NAME(split_run)(const double *x, size_t n, double unit)
{
    const size_t pair = (size_t)2 * MINRISK_LANES;
    MINRISK_NAME(sums) a, b;
    MINRISK_NAME(lanes) shift;
    MINRISK_NAME(words) base, high, signs, places;
    MINRISK_NAME(lanes) high_squares, low, low_squares;
    split s;
    size_t i = 0;
    int k;

    memset(&a, 0, sizeof a);
    memset(&shift, 0, sizeof shift);
    b = a;
    shift += MINRISK_SHIFT_UNITS * unit;
    base = MINRISK_NAME(words_of)(shift);
    for (; i + pair <= n; i += pair) {
        MINRISK_NAME(take)(&a, MINRISK_NAME(load)(x + i), shift, base);
        MINRISK_NAME(take)(&b, MINRISK_NAME(load)(x + i + MINRISK_LANES), shift, base);
    }
    if (i + MINRISK_LANES <= n) {
        MINRISK_NAME(take)(&a, MINRISK_NAME(load)(x + i), shift, base);
        i += MINRISK_LANES;
    }
    if (i < n) {
        MINRISK_NAME(take)(&b, MINRISK_NAME(load_rest)(x + i, n - i), shift, base);
    }
    high = a.high + b.high;
    high_squares = a.high_squares + b.high_squares;
    low = a.low + b.low;
    low_squares = a.low_squares + b.low_squares;
    signs = a.signs | b.signs;
    places = a.places | b.places;
    s.high_places = MINRISK_LANE(high, 0);
    s.high_squares = MINRISK_LANE(high_squares, 0);
    s.low = MINRISK_LANE(low, 0);
    s.low_squares = MINRISK_LANE(low_squares, 0);
    s.signs = MINRISK_LANE(signs, 0);
    s.places = MINRISK_LANE(places, 0);
    for (k = 1; k < MINRISK_LANES; k++) {
        s.high_places += MINRISK_LANE(high, k);
        s.high_squares += MINRISK_LANE(high_squares, k);
        s.low += MINRISK_LANE(low, k);
        s.low_squares += MINRISK_LANE(low_squares, k);
        s.signs |= MINRISK_LANE(signs, k);
        s.places |= MINRISK_LANE(places, k);
    }
    return s;
}

#undef MINRISK_LANE
