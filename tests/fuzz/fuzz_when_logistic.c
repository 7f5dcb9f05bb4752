/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "when.h"

typedef struct curve {
    double ceiling, k, midyear, need, b;
} curve;

static int is_valid(const curve *c, double horizon)
{
    return is_quantity(c->ceiling) && is_finite(c->k) && c->k > 0.0 && is_finite(c->midyear) &&
           is_quantity(c->need) && is_finite(c->b) && is_span(horizon);
}

static void check_at(const curve *c, double t, int met)
{
    double gives = c->ceiling / (1.0 + exp(-c->k * (t - c->midyear)));
    double lacks = c->need * exp(c->b * t), exponent = size_of(c->k * (t - c->midyear));

    if (is_finite(lacks) && exponent < 300.0 && size_of(gives - lacks) > 1e-9 * (gives + lacks))
        require((gives > lacks) == met);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_when w = untouched_when();
    curve c;
    double horizon;
    int valid;

    c.ceiling = take_double(&in);
    c.k = take_double(&in);
    c.midyear = take_double(&in);
    c.need = take_double(&in);
    c.b = take_double(&in);
    horizon = take_double(&in);
    valid = is_valid(&c, horizon);
    require(minrisk_when_logistic(c.ceiling, c.k, c.midyear, c.need, c.b, horizon, NULL) ==
            MINRISK_E_NULL);
    require(minrisk_when_logistic(c.ceiling, c.k, c.midyear, c.need, c.b, horizon, &w) ==
            (valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!valid) {
        require(is_untouched_when(&w));
        return 0;
    }
    check_trend(&w, horizon);
    if (!is_tame(c.need) || !is_tame(c.ceiling))
        return 0;
    for (int i = 0; i < 40 && w.status != MINRISK_BEYOND_HORIZON; i++) {
        double t = (is_finite(horizon) ? horizon : 200.0) * i / 40.0;
        int after = knows(&w, MINRISK_KNOWS_FIRST) && t >= w.first;
        check_at(&c, t, after && !(knows(&w, MINRISK_KNOWS_LOST) && t > w.lost));
    }
    return 0;
}
