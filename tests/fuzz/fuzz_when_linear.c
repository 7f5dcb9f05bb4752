/* SPDX-License-Identifier: MIT */
#include "when.h"

typedef struct lines {
    double supply, a, need, b;
} lines;

static minrisk_status ask(const lines *l, double horizon, minrisk_when *w)
{
    return minrisk_when_linear(l->supply, l->a, l->need, l->b, horizon, w);
}

static void check_value(const lines *l, const minrisk_when *w)
{
    int holds = l->supply >= l->need;
    double t = change_of(w), expected = (l->need - l->supply) / (l->a - l->b);

    require((w->status == MINRISK_ALREADY) == holds);
    require((w->status == MINRISK_NEVER) == (!holds && l->a <= l->b));
    if (t >= 0.0 && is_tame(l->supply) && is_tame(l->need) && is_tame(l->a) && is_tame(l->b))
        require(is_near(t, expected, 1e-15));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    lines l;
    double horizon, other;
    minrisk_when w = untouched_when(), again;
    int is_valid;

    l.supply = take_double(&in);
    l.a = take_double(&in);
    l.need = take_double(&in);
    l.b = take_double(&in);
    horizon = take_double(&in);
    other = size_of(take_double(&in));
    is_valid = is_quantity(l.supply) && is_finite(l.a) && is_quantity(l.need) && is_finite(l.b) &&
               is_span(horizon);
    require(ask(&l, horizon, NULL) == MINRISK_E_NULL);
    require(ask(&l, horizon, &w) == (is_valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!is_valid) {
        require(is_untouched_when(&w));
        return 0;
    }
    check_trend(&w, horizon);
    check_value(&l, &w);
    if (is_span(other)) {
        require(ask(&l, other, &again) == MINRISK_OK);
        check_horizons(&w, &again);
    }
    return 0;
}
