/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "when.h"

/* Within a few roundings of a change nothing is asked. */
static void check_at(double supply, double a, double need, double b, double t, int met)
{
    double gives = supply + a * t, lacks = need * exp(b * t);
    double size = supply + size_of(a * t) + lacks;

    if (is_finite(size) && size_of(gives - lacks) > 1e-9 * size)
        require((gives > lacks) == met);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double supply = take_double(&in), a = take_double(&in), need = take_double(&in);
    double b = take_double(&in), horizon = take_double(&in);
    minrisk_when w = untouched_when();
    int valid = is_quantity(supply) && is_finite(a) && is_quantity(need) && is_finite(b) &&
                is_span(horizon);

    require(minrisk_when_linear_exponential(supply, a, need, b, horizon, NULL) == MINRISK_E_NULL);
    require(minrisk_when_linear_exponential(supply, a, need, b, horizon, &w) ==
            (valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!valid) {
        require(is_untouched_when(&w));
        return 0;
    }
    check_trend(&w, horizon);
    require((w.status == MINRISK_ALREADY) == (supply >= need));
    if (need > 0.0 && is_tame(need))
        for (int i = 0; i < 40 && w.status != MINRISK_BEYOND_HORIZON; i++) {
            double t = (is_finite(horizon) ? horizon : 200.0) * i / 40.0;
            int after = knows(&w, MINRISK_KNOWS_FIRST) && t >= w.first;
            if (t == w.first && w.status == MINRISK_REACHED)
                continue; /* the crossing itself, which may round to now */
            check_at(supply, a, need, b, t,
                     after && !(knows(&w, MINRISK_KNOWS_LOST) && t > w.lost));
        }
    return 0;
}
