/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "market.h"
#include "when.h"

/* HHI at t by the definition, each supplier in proportion to what the largest has now. */
static double hhi_at(const market *m, const double *growth, double t)
{
    double sum = 0.0, squares = 0.0, most = -infinity();

    for (size_t i = 0; i < m->n; i++) {
        if (m->x[i] > 0.0)
            most = fmax(most, log(m->x[i]) + t * log1p(growth[i]));
    }
    for (size_t i = 0; i < m->n; i++) {
        double x = m->x[i] > 0.0 ? exp(log(m->x[i]) + t * log1p(growth[i]) - most) : 0.0;
        sum += x;
        squares += x * x;
    }
    return squares / (sum * sum);
}

static void check_value(const market *m, const double *growth, double limit, double horizon,
                        const minrisk_when *w)
{
    for (int i = 0; i <= 20; i++) {
        double t = horizon * i / 20.0, hhi = hhi_at(m, growth, t);
        if (hhi < limit * (1.0 - 1e-6))
            require(knows(w, MINRISK_KNOWS_FIRST) && w->first <= t);
        if (hhi > limit * (1.0 + 1e-6) && knows(w, MINRISK_KNOWS_FIRST))
            require(t < w->first || (knows(w, MINRISK_KNOWS_LOST) && t > w->lost));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *growth = take_doubles(&in, m.n);
    double limit = take_double(&in), horizon = take_double(&in);
    minrisk_when w = untouched_when();
    minrisk_status expected = status_of_market(&m);
    int tame = horizon < 1000.0;

    if (expected >= MINRISK_E_SIZE && expected != MINRISK_OK) {
        /* NULL and empty come first. */
    } else if (!is_fraction(limit) || !is_quantity(horizon)) {
        expected = MINRISK_E_PARAM;
    } else {
        for (size_t i = 0; i < m.n; i++) {
            if (!is_growth(growth[i]))
                expected = MINRISK_E_DATA;
            tame = tame && size_of(growth[i]) < 0.9 && (m.x[i] == 0.0 || is_tame(m.x[i]));
        }
        if (expected == MINRISK_E_NO_SUPPLY)
            expected = MINRISK_OK;
    }
    require(minrisk_when_hhi(m.x, growth, m.n, limit, horizon, NULL) == MINRISK_E_NULL);
    require(minrisk_when_hhi(m.x, growth, m.n, limit, horizon, &w) == expected);
    if (expected != MINRISK_OK)
        require(is_untouched_when(&w));
    else
        check_when(&w, horizon);
    if (expected == MINRISK_OK && tame && w.status != MINRISK_UNDEFINED)
        check_value(&m, growth, limit, horizon, &w);
    release(growth, m.n * sizeof *growth);
    release_market(&m);
    return 0;
}
