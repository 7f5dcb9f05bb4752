/* SPDX-License-Identifier: MIT */
/* From a trend's window to the answer: see trend_window.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "trend_window.h"

#include "arithmetic.h"

static minrisk_when plain_answer(int32_t status, uint32_t known)
{
    minrisk_when w;
    memset(&w, 0, sizeof w);
    w.status = status;
    w.known = known;
    w.assumptions = MINRISK_ASSUMES_TREND_HOLDS;
    return w;
}

/* Both are quantities or infinite; by bits, lest subnormals be flushed. */
static int is_later(double a, double b)
{
    return minrisk_rank_key(a) > minrisk_rank_key(b);
}

static void note_end(minrisk_when *w, const minrisk_window *window)
{
    if (window->ends && minrisk_is_finite(window->end)) {
        w->lost = window->end;
        w->known |= MINRISK_KNOWS_LOST;
    }
}

static minrisk_when answer_beyond(const minrisk_window *window)
{
    minrisk_when w = plain_answer(MINRISK_BEYOND_HORIZON, MINRISK_KNOWS_SATISFIED);

    if (minrisk_is_finite(window->begin)) {
        w.first = window->begin;
        w.known |= MINRISK_KNOWS_FIRST;
    }
    return w;
}

minrisk_when minrisk_window_answer(const minrisk_window *window, double horizon)
{
    minrisk_when w;

    horizon = minrisk_positive_part(horizon);
    if (!window->any) {
        return plain_answer(MINRISK_NEVER, MINRISK_KNOWS_SATISFIED);
    }
    if (!minrisk_is_finite(window->begin) || is_later(window->begin, horizon)) {
        return answer_beyond(window);
    }
    w = plain_answer(MINRISK_ALREADY, MINRISK_KNOWS_FIRST | MINRISK_KNOWS_SUSTAINED);
    if (!window->now) {
        w.status = MINRISK_REACHED;
    }
    w.windows = 1;
    w.first = w.sustained = window->begin;
    note_end(&w, window);
    if (window->ends && is_later(horizon, window->end)) {
        w.satisfied = minrisk_subtract(window->end, window->begin);
        w.known |= MINRISK_KNOWS_SATISFIED;
        return w;
    }
    if (!window->ends || minrisk_is_finite(horizon)) {
        w.permanent = w.first;
        w.known |= MINRISK_KNOWS_PERMANENT;
    }
    if (minrisk_is_finite(horizon)) {
        w.satisfied = minrisk_subtract(horizon, w.first);
        w.known |= MINRISK_KNOWS_SATISFIED;
    }
    return w;
}

#endif
