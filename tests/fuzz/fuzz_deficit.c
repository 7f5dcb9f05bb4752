/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

static minrisk_status ask(const chain *c, double from, double to, double *area)
{
    size_t length = minrisk_when_met_workspace(&c->projects, c->condition, 1);
    double *work = block_of(length * sizeof *work);
    minrisk_status status =
        minrisk_deficit(&c->projects, c->condition, from, to, work, length, area);
    release(work, length * sizeof *work);
    return status;
}

/* Not less than nothing, not more than all that is needed, and additive. */
static void check_value(const chain *c, double from, double to, double area)
{
    double middle = from + 0.5 * (to - from), first = -1.0, second = -1.0, most = 0.0;

    for (size_t i = 0; i < c->condition[0].knots; i++)
        most = c->condition[0].need[i] > most ? c->condition[0].need[i] : most;
    require(area >= 0.0);
    if (!is_plain(c) || to - from > 1e12)
        return;
    require(area <= most * (to - from) * (1.0 + 1e-12));
    require(ask(c, from, middle, &first) == MINRISK_OK);
    require(ask(c, middle, to, &second) == MINRISK_OK);
    require(size_of(first + second - area) <= 1e-9 * most * (to - from));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    chain c = take_chain(&in, 1);
    double from = c.dwell, to = c.horizon, area = -7.0;
    minrisk_status expected;

    c.conditions = 1;
    expected = status_of_chain(&c);
    if (expected == MINRISK_OK && to < from)
        expected = MINRISK_E_PARAM;
    if (c.condition[0].need != NULL) {
        require(ask(&c, from, to, NULL) == MINRISK_E_NULL);
        require(ask(&c, from, to, &area) == expected);
        if (expected == MINRISK_OK)
            check_value(&c, from, to, area);
        else
            require(same_bits(area, -7.0));
    }
    release_chain(&c);
    return 0;
}
