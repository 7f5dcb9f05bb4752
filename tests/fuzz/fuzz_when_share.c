/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "when.h"

typedef struct rivals {
    double dominant, g, others, h, share;
} rivals;

static minrisk_status ask(const rivals *r, double horizon, minrisk_when *w)
{
    return minrisk_when_share(r->dominant, r->g, r->others, r->h, r->share, horizon, w);
}

static int is_valid(const rivals *r, double horizon)
{
    return is_quantity(r->dominant) && is_growth(r->g) && is_quantity(r->others) &&
           is_growth(r->h) && is_fraction(r->share) && is_span(horizon);
}

static void check_status(const rivals *r, const minrisk_when *w)
{
    double both[2];
    double shares[2];

    both[0] = r->dominant;
    both[1] = r->others;
    if (all_zero(both, 2)) {
        require(w->status == MINRISK_UNDEFINED);
        return;
    }
    require(minrisk_shares(both, 2, shares) == MINRISK_OK);
    require((w->status == MINRISK_ALREADY) == (shares[0] <= r->share));
    if (r->g >= r->h || r->others == 0.0)
        require(w->status == MINRISK_ALREADY || w->status == MINRISK_NEVER);
}

/* The odds at the crossing are those of the threshold: t rate = gap. */
static void check_value(const rivals *r, const minrisk_when *w)
{
    double t = change_of(w), rate, gap, sizes;

    if (t < 0.0 || !is_tame(r->dominant) || !is_tame(r->others) || !is_tame(r->share) ||
        r->g < -0.9 || r->h < -0.9 || size_of(r->g) > 10.0 || size_of(r->h) > 10.0 ||
        size_of(r->h - r->g) < 1e-200)
        return;
    rate = log1p((r->h - r->g) / (1.0 + r->g));
    gap = log(r->dominant) - log(r->others) + log1p(-r->share) - log(r->share);
    sizes = size_of(log(r->dominant)) + size_of(log(r->others)) + size_of(log(r->share)) + 40.0;
    require(size_of(t * rate - gap) <= 1e-12 * sizes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    rivals r;
    double horizon, other;
    minrisk_when w = untouched_when(), again;
    int valid;

    r.dominant = take_double(&in);
    r.g = take_double(&in);
    r.others = take_double(&in);
    r.h = take_double(&in);
    r.share = take_double(&in);
    horizon = take_double(&in);
    other = size_of(take_double(&in));
    valid = is_valid(&r, horizon);
    require(ask(&r, horizon, NULL) == MINRISK_E_NULL);
    require(ask(&r, horizon, &w) == (valid ? MINRISK_OK : MINRISK_E_PARAM));
    if (!valid) {
        require(is_untouched_when(&w));
        return 0;
    }
    check_trend(&w, horizon);
    check_status(&r, &w);
    check_value(&r, &w);
    if (is_span(other)) {
        require(ask(&r, other, &again) == MINRISK_OK);
        check_horizons(&w, &again);
    }
    return 0;
}
