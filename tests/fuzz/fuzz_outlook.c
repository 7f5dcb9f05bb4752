/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

enum { YEARS = 4 };

static int all_finite(const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_finite(x[i]))
            return 0;
    }
    return 1;
}

/* Between events supply and need are those of the plain model. */
static void check_value(const chain *c, double t, double supply, double need, double dependence)
{
    minrisk_condition whole = c->condition[0];
    double plain = 0.0, asked;

    require(supply >= 0.0 && dependence >= 0.0 && dependence <= 1.0);
    whole.fraction = 1.0;
    if (!is_plain(c) || is_near_an_event(c, t) || size_of(t) > 1e4 * c->horizon)
        return;
    asked = plain_need(&whole, t);
    for (size_t i = 0; i < c->projects.count; i++)
        plain +=
            stage_of(&c->projects, i) == whole.stage ? supply_of_project(&c->projects, i, t) : 0.0;
    require(size_of(supply - plain) <= 1e-7 * (supply + plain) + 1e-290);
    require(size_of(need - asked) <= 1e-7 * (need + asked) + 1e-290);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    chain c = take_chain(&in, 1);
    double *year = take_doubles(&in, YEARS), supply[YEARS], need[YEARS], dependence[YEARS];
    size_t length = minrisk_when_met_workspace(&c.projects, c.condition, 1);
    double *work = block_of(length * sizeof *work);
    minrisk_status expected;

    c.conditions = 1;
    c.dwell = 0.0;
    c.horizon = is_quantity(c.horizon) && c.horizon > 0.0 ? c.horizon : 1.0;
    expected = status_of_chain(&c);
    if (expected == MINRISK_OK && !all_finite(year, YEARS))
        expected = MINRISK_E_DATA;
    if (c.condition[0].need != NULL) {
        require(minrisk_outlook(&c.projects, c.condition, year, YEARS, work, length, supply, need,
                                dependence) == expected);
        for (int i = 0; i < YEARS && expected == MINRISK_OK; i++)
            check_value(&c, year[i], supply[i], need[i], dependence[i]);
    }
    release(work, length * sizeof *work);
    release(year, YEARS * sizeof *year);
    release_chain(&c);
    return 0;
}
