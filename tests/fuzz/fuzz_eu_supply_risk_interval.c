/* SPDX-License-Identifier: MIT */
#include "criticality.h"

static double *raised(input *in, const double *x, size_t n, double most)
{
    double *y;
    if (x == NULL)
        return NULL;
    y = copy_doubles(x, n);
    for (size_t i = 0; i < n; i++)
        y[i] += (most - y[i]) * (take_byte(in) % 4) / 4.0;
    return y;
}

static void raise_supply(input *in, minrisk_sourcing *s)
{
    s->risk = raised(in, s->risk, s->n, 10.0);
    s->factor = raised(in, s->factor, s->n, 1.5);
}

static void release_raised(const minrisk_sourcing *s)
{
    double *risk, *factor;
    memcpy(&risk, &s->risk, sizeof risk);
    memcpy(&factor, &s->factor, sizeof factor);
    release(risk, s->n * sizeof *risk);
    release(factor, s->n * sizeof *factor);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    eu_supplies s = take_stage(&in);
    minrisk_eu_stage high = s.stage;
    minrisk_eu_risk at_low, at_high;
    minrisk_interval range = {-7.0, -8.0};
    minrisk_status status = status_of_stage(&s), got;

    raise_supply(&in, &high.global);
    raise_supply(&in, &high.eu);
    got = minrisk_eu_supply_risk_interval(&s.stage, &high, &range);
    if (status != MINRISK_OK) {
        require(got != MINRISK_OK && same_bits(range.low, -7.0) && same_bits(range.high, -8.0));
    } else if (got == MINRISK_OK) {
        require(minrisk_eu_supply_risk(&s.stage, &at_low, NULL, NULL) == MINRISK_OK);
        require(minrisk_eu_supply_risk(&high, &at_high, NULL, NULL) == MINRISK_OK);
        require(range.low <= at_low.risk && at_high.risk <= range.high);
    }
    release_raised(&high.global);
    release_raised(&high.eu);
    release_stage(&s);
    return 0;
}
