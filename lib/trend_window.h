/* SPDX-License-Identifier: MIT */
/* From the one span of time during which a trend's condition holds to the answer. */
#ifndef MINRISK_TREND_WINDOW_H
#define MINRISK_TREND_WINDOW_H

#include "minrisk/trend.h"

/* Times are infinite where they pass the range of double. */
typedef struct minrisk_window {
    int any;      /* 0: the condition holds at no time */
    int now;      /* it holds now: begin is 0, as it may be by rounding otherwise */
    double begin; /* >= 0 */
    int ends;     /* 0: it holds for ever from then on */
    double end;
} minrisk_window;

/* The horizon is a span: a quantity or infinite. Assumes that the trend holds. */
minrisk_when minrisk_window_answer(const minrisk_window *window, double horizon);

#endif
