/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "when.h"

typedef struct curves {
    double supply, g, need, h;
} curves;

static minrisk_status ask(const curves *c, double horizon, minrisk_when *w)
{
    return minrisk_when_exponential(c->supply, c->g, c->need, c->h, horizon, w);
}

/* ln(a / b): each form where it does not cancel. */
static double log_ratio(double a, double b)
{
    return a > 2.0 * b || b > 2.0 * a ? log(a) - log(b) : log1p((a - b) / b);
}

/* t ln((1 + g) / (1 + h)) = ln(need / supply), where neither logarithm is too near 0 to tell. */
static void check_value(const curves *c, const minrisk_when *w)
{
    double t = change_of(w), rate, gap;
    int holds = c->supply >= c->need;

    require((w->status == MINRISK_ALREADY) == holds);
    if (!holds)
        require((w->status == MINRISK_NEVER) == (c->supply == 0.0 || c->g <= c->h));
    if (t < 0.0 || !is_tame(c->supply) || !is_tame(c->need) || c->g < -0.9 || c->h < -0.9)
        return;
    rate = log1p((c->g - c->h) / (1.0 + c->h));
    gap = log_ratio(c->need, c->supply);
    if (size_of(rate) > 1e-200 && c->g < 1e10 && c->h < 1e10 && size_of(c->g - c->h) < 1e-3)
        require(is_near(t, gap / rate, 1e-11));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    curves c;
    double horizon, other;
    minrisk_when w = untouched_when(), again;
    int is_valid;

    c.supply = take_double(&in);
    c.g = take_double(&in);
    c.need = take_double(&in);
    c.h = take_double(&in);
    horizon = take_double(&in);
    other = size_of(take_double(&in));
    is_valid = is_quantity(c.supply) && is_growth(c.g) && is_quantity(c.need) && is_growth(c.h) &&
               is_span(horizon);
    require(ask(&c, horizon, NULL) == MINRISK_E_NULL);
    require(ask(&c, horizon, &w) == (is_valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!is_valid) {
        require(is_untouched_when(&w));
        return 0;
    }
    check_trend(&w, horizon);
    check_value(&c, &w);
    if (is_span(other)) {
        require(ask(&c, other, &again) == MINRISK_OK);
        check_horizons(&w, &again);
    }
    return 0;
}
