/* SPDX-License-Identifier: MIT */
/* Projects, and what is asked of them together: see pipeline.h for when it is met. */
#ifndef MINRISK_PROJECTS_H
#define MINRISK_PROJECTS_H

#include "config.h"
#include "floating.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a project gives during its ramp, as a line through knots: the first at the start of the ramp,
 * the last at its end, from where its part holds on. Two knots of one time are a step. The line may
 * fall, as that of a mine that declines, and need not come to 1. */
typedef struct minrisk_shape {
    size_t knots;       /* >= 2 */
    const double *time; /* [knots]  of the ramp, ascending, from 0 to 1 */
    const double *part; /* [knots]  of the capacity, in [0, 1] */
} minrisk_shape;

/* Projects of several stages of a chain, as views of the caller's arrays. No call keeps them. Set
 * what is not used to 0 or NULL: minrisk_projects p = {0}. */
typedef struct minrisk_projects {
    size_t count;               /* 0 is allowed; the arrays may then be NULL */
    const double *start;        /* [count]  as in minrisk_when_covered */
    const double *ramp;         /* [count] */
    const double *capacity;     /* [count] */
    const double *life;         /* [count]  NULL: no project closes */
    const double *share;        /* [count]  of capacity that the buyer can have, in [0, 1];
                                            NULL: all */
    const uint32_t *stage;      /* [count]  which stage it belongs to; NULL: all to stage 0 */
    const uint32_t *country;    /* [count]  below countries; NULL: all of country 0 */
    const size_t *starts_after; /* [count]  a project that stands before it in the arrays, from
                                            whose start its own is counted, as a plant that waits
                                            for its mine; its own index: from now. NULL: all from
                                            now */
    const uint32_t *shape;      /* [count]  index of its shape; NULL: all ramps are straight */
    const minrisk_shape *shapes;
    size_t shape_count;
    /* [stages]  what a unit of capacity gives in units of the need, in [0, 1], as tonnes of metal
     * from a tonne of ore; NULL: 1 */
    const double *stage_yield;
    size_t stages;    /* how many yields there are */
    size_t countries; /* how many countries there are; not read if country is NULL */
} minrisk_projects;

/* What a condition asks for. With S_c the supply of its stage from country c, w_c the country's
 * weight, f the fraction, N = need (1 - substituted), and R the scrap that comes back: recovered
 * times the need of `lifetime` years before. Shares and HHI of no supply at all do not hold. */
enum minrisk_condition_kind {
    MINRISK_COVERAGE = 1,      /* sum w_c S_c + R >= f N */
    MINRISK_RELIANCE = 2,      /* N - sum w_c S_c - R <= f N: net import reliance, w_c being 1 at
                                  home and 0 abroad */
    MINRISK_SHARE = 3,         /* sum w_c S_c <= f B, of a country or countries named by their
                                  weights, B being N or, without knots, all supply of the stage;
                                  f = 0: no supply from them at all */
    MINRISK_LARGEST_SHARE = 4, /* w_c S_c <= f B for each country, B being N or, without knots, the
                                  sum of all w_c S_c */
    MINRISK_WITHOUT_ONE = 5,   /* sum w_c S_c + R >= f N whichever country stops (N-1) */
    MINRISK_HHI_AT_MOST = 6,   /* sum (w_c S_c)^2 <= f (sum w_c S_c)^2 */
    MINRISK_SUPPLIERS = 7,     /* w_c S_c > 0 for at least `suppliers` countries */
    MINRISK_BRIDGED = 8        /* the stock covers all that COVERAGE lacks from then to the horizon:
                                  the first time is the earliest survivable cut-off of the supply
                                  that has no weight */
};

/* One condition, as views of the caller's arrays. Set what is not used to 0 or NULL. */
typedef struct minrisk_condition {
    int32_t kind;            /* an enum minrisk_condition_kind */
    uint32_t stage;          /* the stage it speaks of */
    double fraction;         /* f, in [0, 1]; not used by SUPPLIERS */
    size_t knots;            /* >= 1; 0 for HHI_AT_MOST and SUPPLIERS, which have no need */
    const double *need_year; /* [knots]  as in minrisk_when_covered */
    const double *need;      /* [knots] */
    const double *weight;    /* [countries]  in [0, 1]; NULL: 1 */
    double substituted;      /* of the need, in [0, 1] */
    double recovered;        /* of an earlier need, in [0, 1]; 0 for SHARE and LARGEST_SHARE */
    double lifetime;         /* years from need to scrap, finite, >= 0 */
    double stock;            /* for BRIDGED: finite, >= 0 */
    uint32_t suppliers;      /* for SUPPLIERS: >= 1 */
    uint32_t reserved;       /* 0 */
} minrisk_condition;

#ifdef __cplusplus
}
#endif

#endif
