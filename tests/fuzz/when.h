/* SPDX-License-Identifier: MIT */
/* What holds of every answer to "when?". */
#ifndef TESTS_FUZZ_WHEN_H
#define TESTS_FUZZ_WHEN_H

#include "fuzz.h"

/* Filled with a pattern; members are compared one by one, since padding says nothing. */
static inline minrisk_when untouched_when(void)
{
    minrisk_when w;
    memset(&w, fill_byte, sizeof w);
    return w;
}

static inline int same_when(const minrisk_when *a, const minrisk_when *b)
{
    return a->status == b->status && a->known == b->known && a->assumptions == b->assumptions &&
           a->windows == b->windows && same_bits(a->first, b->first) &&
           same_bits(a->sustained, b->sustained) && same_bits(a->permanent, b->permanent) &&
           same_bits(a->lost, b->lost) && same_bits(a->satisfied, b->satisfied) &&
           a->binding == b->binding && a->reserved == b->reserved;
}

static inline int is_untouched_when(const minrisk_when *w)
{
    minrisk_when before = untouched_when();
    return same_when(w, &before);
}

static inline int knows(const minrisk_when *w, uint32_t member)
{
    return (w->known & member) != 0;
}

/* A member outside `known` is 0. */
static inline void check_unknown_members(const minrisk_when *w)
{
    require(w->known < 2 * MINRISK_KNOWS_BINDING);
    require(knows(w, MINRISK_KNOWS_FIRST) || same_bits(w->first, 0.0));
    require(knows(w, MINRISK_KNOWS_SUSTAINED) || same_bits(w->sustained, 0.0));
    require(knows(w, MINRISK_KNOWS_PERMANENT) || same_bits(w->permanent, 0.0));
    require(knows(w, MINRISK_KNOWS_LOST) || same_bits(w->lost, 0.0));
    require(knows(w, MINRISK_KNOWS_SATISFIED) || same_bits(w->satisfied, 0.0));
    require(knows(w, MINRISK_KNOWS_BINDING) || w->binding == 0);
    require(w->reserved == 0);
}

/* The times stand in order, and are times. */
static inline void check_times(const minrisk_when *w, double horizon)
{
    require(is_finite(w->first) && w->first >= 0.0);
    require(is_finite(w->satisfied) && w->satisfied >= 0.0);
    require(is_finite(w->lost) && w->lost >= 0.0);
    if (knows(w, MINRISK_KNOWS_SUSTAINED))
        require(w->first <= w->sustained && w->sustained <= horizon);
    if (knows(w, MINRISK_KNOWS_PERMANENT)) {
        require(w->first <= w->permanent && w->permanent <= horizon);
        require(knows(w, MINRISK_KNOWS_SUSTAINED) && w->sustained <= w->permanent);
    }
    if (knows(w, MINRISK_KNOWS_LOST))
        require(w->first <= w->lost);
    if (is_finite(horizon))
        require(w->satisfied <= horizon * (1.0 + 1e-12));
}

static inline void check_when(const minrisk_when *w, double horizon)
{
    int met = w->status == MINRISK_ALREADY || w->status == MINRISK_REACHED;

    check_unknown_members(w);
    check_times(w, horizon);
    require(w->status >= MINRISK_ALREADY && w->status <= MINRISK_UNDEFINED);
    require((w->windows > 0) == met);
    if (met)
        require(knows(w, MINRISK_KNOWS_FIRST) && w->first <= horizon);
    if (w->status == MINRISK_ALREADY)
        require(same_bits(w->first, 0.0));
    if (w->status == MINRISK_BEYOND_HORIZON && knows(w, MINRISK_KNOWS_FIRST))
        require(w->first > horizon);
    if (!met && w->status != MINRISK_BEYOND_HORIZON)
        require(!knows(w, MINRISK_KNOWS_FIRST));
    if (!met)
        require(!knows(w, MINRISK_KNOWS_SUSTAINED | MINRISK_KNOWS_PERMANENT | MINRISK_KNOWS_LOST));
}

/* Of a trend, which crosses once at most. */
static inline void check_trend(const minrisk_when *w, double horizon)
{
    check_when(w, horizon);
    require(w->status != MINRISK_NOT_WITHIN_HORIZON);
    require(w->windows <= 1);
    require(!knows(w, MINRISK_KNOWS_BINDING));
    if (knows(w, MINRISK_KNOWS_SUSTAINED))
        require(same_bits(w->sustained, w->first));
    if (knows(w, MINRISK_KNOWS_PERMANENT))
        require(same_bits(w->permanent, w->first));
    if (knows(w, MINRISK_KNOWS_LOST))
        require(knows(w, MINRISK_KNOWS_PERMANENT) == (w->lost >= horizon));
    require((w->assumptions & ~(uint32_t)MINRISK_ASSUMES_CONSTANT_NEED) ==
            MINRISK_ASSUMES_TREND_HOLDS);
}

/* The same question with another horizon: the crossing does not move. */
static inline void check_horizons(const minrisk_when *a, const minrisk_when *b)
{
    require((a->status == MINRISK_ALREADY) == (b->status == MINRISK_ALREADY));
    require((a->status == MINRISK_NEVER) == (b->status == MINRISK_NEVER));
    require((a->status == MINRISK_UNDEFINED) == (b->status == MINRISK_UNDEFINED));
    require(same_bits(a->first, b->first));
    if (knows(a, MINRISK_KNOWS_LOST) && knows(b, MINRISK_KNOWS_LOST))
        require(same_bits(a->lost, b->lost));
}

/* When it changes, first or lost; negative where that is not told. */
static inline double change_of(const minrisk_when *w)
{
    if (w->status == MINRISK_ALREADY)
        return knows(w, MINRISK_KNOWS_LOST) ? w->lost : -1.0;
    return knows(w, MINRISK_KNOWS_FIRST) ? w->first : -1.0;
}

static inline int is_span(double x)
{
    return is_quantity(x) || same_bits(x, infinity());
}

static inline int is_growth(double x)
{
    return is_finite(x) && x > -1.0;
}

#endif
