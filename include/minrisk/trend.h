/* SPDX-License-Identifier: MIT */
/* Time to independence where supply and need follow a trend: closed forms. */
#ifndef MINRISK_TREND_H
#define MINRISK_TREND_H

#include "config.h"
#include "status.h"

#ifndef MINRISK_INTEGER_ONLY
#include "floating.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Bits of minrisk_when.assumptions: what the answer takes for granted. A caller adds those that
 * only the caller can know of. Text: minrisk_assumption_text. */
enum minrisk_assumption {
    MINRISK_ASSUMES_ALL_SUCCEED = 1,   /* every project is built */
    MINRISK_ASSUMES_INDEPENDENT = 2,   /* delays, failures do not come together (of forecasts) */
    MINRISK_ASSUMES_CONSTANT_NEED = 4, /* the need does not change */
    MINRISK_ASSUMES_NO_CLOSURES = 8,   /* no supply ends */
    MINRISK_ASSUMES_STARTS_NOW = 16,   /* work starts today (of forecasts; or set by the caller) */
    MINRISK_ASSUMES_SHAPE = 32,        /* the shape of a ramp or of a distribution is assumed */
    MINRISK_ASSUMES_TREND_HOLDS = 64,  /* growth goes on as it is */
    MINRISK_STAGE_MISSING = 128,       /* a stage that is asked for has no project */
    MINRISK_PROXY_DATA = 256           /* a group stands for one of it (set by the caller) */
};

#ifndef MINRISK_INTEGER_ONLY

/* How a question of the form "when?" came out. */
enum minrisk_when_status {
    MINRISK_ALREADY = 1,            /* satisfied now, at t = 0; it may be lost later */
    MINRISK_REACHED = 2,            /* first satisfied after now (though it may round to 0), up to
                                       the horizon */
    MINRISK_NEVER = 3,              /* proved for all t; from closed forms alone */
    MINRISK_NOT_WITHIN_HORIZON = 4, /* not satisfied up to the horizon; nothing is said of later */
    MINRISK_BEYOND_HORIZON = 5,     /* first satisfied later than the horizon; from closed forms */
    MINRISK_UNDEFINED = 6           /* there is no supply at all, hence no share */
};

/* Bits of minrisk_when.known: which members hold a number. */
enum minrisk_known {
    MINRISK_KNOWS_FIRST = 1,
    MINRISK_KNOWS_SUSTAINED = 2,
    MINRISK_KNOWS_PERMANENT = 4,
    MINRISK_KNOWS_LOST = 8,
    MINRISK_KNOWS_SATISFIED = 16,
    MINRISK_KNOWS_BINDING = 32
};

/* The answer to "when?". Times are years from now; a member outside `known` is 0. A spell is a time
 * during which the condition holds without a break, but for single instants; it lasts to the horizon
 * if the condition holds at the horizon itself. Nothing is said of how it goes on from there, but by
 * `lost`. */
typedef struct minrisk_when {
    int32_t status;       /* an enum minrisk_when_status */
    uint32_t known;       /* which of the members below hold: enum minrisk_known */
    uint32_t assumptions; /* enum minrisk_assumption */
    uint32_t windows;     /* how many spells begin up to the horizon */
    double first;         /* when the first spell begins */
    double sustained;  /* when the first spell begins that lasts the dwell, or to the horizon though
                          that is sooner: compare horizon - sustained with the dwell */
    double permanent;  /* when the spell begins that lasts to the horizon */
    double lost;       /* when the first spell ends, if it does not last to the horizon; from closed
                          forms also if it does, and ends at a known time */
    double satisfied;  /* length of all spells together, up to the horizon; if that is infinite, up
                          to their end */
    uint32_t binding;  /* which condition is met last: see minrisk_when_met */
    uint32_t reserved; /* 0 */
} minrisk_when;

/* One English phrase for an enum minrisk_when_status.
 *
 * status         any value
 * returns        a constant string, never NULL; an unknown value gives "unknown"
 * accuracy       -
 * cost           O(1)
 * example        examples/report
 */
MINRISK_API const char *minrisk_when_text(int32_t status);

/* One English phrase for one bit of enum minrisk_assumption.
 *
 * bit            one bit
 * returns        a constant string, never NULL; anything but one known bit gives "unknown"
 * accuracy       -
 * cost           O(1)
 * example        examples/report
 */
MINRISK_API const char *minrisk_assumption_text(uint32_t bit);

/* When supply covers need, both growing by a fixed amount a year.
 *
 *     t = (R - S) / (a - b),   supply S + a t,   need R + b t,   covered where supply >= need
 *
 * The lines run as given: where they pass below zero the model no longer speaks of tonnes.
 *
 * Source           algebra.
 * supply           S, now, finite, >= 0
 * supply_per_year  a, finite
 * need             R, now, in the same unit, finite, >= 0
 * need_per_year    b, finite
 * horizon          years, >= 0; infinite: no horizon
 * when        [1]  ALREADY, REACHED, BEYOND_HORIZON or NEVER; sustained, if known, is first;
 *                  untouched on error
 * returns          MINRISK_OK, or
 *                  MINRISK_E_NULL   when is NULL
 *                  MINRISK_E_PARAM  supply or need is NaN, infinite or negative; a rate is NaN or
 *                                   infinite; horizon is NaN or negative
 * accuracy         exact: the crossing is correctly rounded from the four numbers given,
 *                  near-parallel lines included; beyond the range of double it is BEYOND_HORIZON
 *                  and not known. satisfied is reproducible, one rounding. Conditioning:
 *                  relative errors e of the rates move t by e (|a| + |b|) / |a - b|, relatively
 * cost             O(1); stack <= 1.5 KB
 * example          examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_linear(double supply, double supply_per_year, double need,
                                               double need_per_year, double horizon,
                                               minrisk_when *when);

/* When supply covers need, both growing by a fixed rate a year.
 *
 *     t = ln(R / S) / ln((1 + g) / (1 + h)),   supply S (1 + g)^t,   need R (1 + h)^t
 *
 * Source         algebra; rates are annual.
 * supply         S, now, finite, >= 0; a supply of 0 stays 0
 * supply_growth  g, a fraction a year, finite, > -1
 * need           R, now, in the same unit, finite, >= 0
 * need_growth    h, a fraction a year, finite, > -1
 * horizon        years, >= 0; infinite: no horizon
 * when      [1]  ALREADY, REACHED, BEYOND_HORIZON or NEVER; sustained, if known, is first;
 *                untouched on error
 * returns        MINRISK_OK, or
 *                MINRISK_E_NULL   when is NULL
 *                MINRISK_E_PARAM  supply or need is NaN, infinite or negative; a growth is NaN,
 *                                 infinite or <= -1; horizon is NaN or negative
 * accuracy       reproducible: the crossing within 1 ulp, near-parallel growth included (growths
 *                apart by less than 1e-280 excepted).
 *                Conditioning: an error e of g moves t by t e / ((1 + g) |ln((1 + g) / (1 + h))|),
 *                and likewise for h, nearly
 * cost           O(1), about 3,000 operations; stack <= 1 KB
 * example        examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_exponential(double supply, double supply_growth,
                                                    double need, double need_growth, double horizon,
                                                    minrisk_when *when);

/* When a dominant supplier's share falls to a threshold, it and the others growing by fixed rates.
 *
 *     t = ln(D (1 - s) / (O s)) / ln((1 + h) / (1 + g))
 *     dominant D (1 + g)^t, others O (1 + h)^t; met where the dominant share is <= s
 *
 * Source           algebra; rates are annual.
 * dominant         D, now, any unit, finite, >= 0
 * dominant_growth  g, a fraction a year, finite, > -1
 * others           O, now, in the same unit, finite, >= 0
 * others_growth    h, a fraction a year, finite, > -1
 * share            s, the threshold, in [0, 1], such as .65 of the EU Critical Raw Materials Act
 * horizon          years, >= 0; infinite: no horizon
 * when        [1]  ALREADY, REACHED, BEYOND_HORIZON or NEVER; UNDEFINED where D and O are 0;
 *                  sustained, if known, is first; untouched on error
 * returns          MINRISK_OK, or
 *                  MINRISK_E_NULL   when is NULL
 *                  MINRISK_E_PARAM  a quantity is NaN, infinite or negative; a growth is NaN,
 *                                   infinite or <= -1; share is NaN or outside [0, 1]; horizon is
 *                                   NaN or negative
 * accuracy         reproducible: whether it holds now is decided on the correctly rounded share;
 *                  the crossing is within 1 ulp and 2^-90 / |ln((1 + h) / (1 + g))| years (growths
 *                  apart by less than 1e-280 excepted). Conditioning: as minrisk_when_exponential.
 *                  Where the share meets s by rounding alone, lost may be 0 or nearly so
 * cost             O(1), about 5,000 operations; stack <= 1 KB
 * example          examples/trend.c
 */
MINRISK_API minrisk_status minrisk_when_share(double dominant, double dominant_growth,
                                              double others, double others_growth, double share,
                                              double horizon, minrisk_when *when);

#endif

#ifdef __cplusplus
}
#endif

#endif
