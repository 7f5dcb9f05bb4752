/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

enum { MOST_PROJECTS = 20, MOST_CONDITIONS = 6 };

static const size_t most_doubles = SIZE_MAX / sizeof(double);

static size_t add(size_t a, size_t b)
{
    return a > most_doubles || b > most_doubles - a ? SIZE_MAX : a + b;
}

static size_t times(size_t factor, size_t a)
{
    return a > most_doubles / factor ? SIZE_MAX : factor * a;
}

static size_t count_of(const minrisk_projects *p, uint32_t stage)
{
    size_t count = 0;
    if (p->stage == NULL)
        return stage == 0 ? p->count : 0;
    for (size_t i = 0; i < p->count; i++)
        count += p->stage[i] == stage;
    return count;
}

static size_t expected_room(const minrisk_projects *p, const minrisk_condition *c, size_t n)
{
    size_t sweep = 0, spells = 0;

    for (size_t i = 0; i < n; i++) {
        size_t count = count_of(p, c[i].stage);
        size_t one = add(add(times(7, count), times(2, c[i].knots)), 37);
        sweep = one > sweep ? one : sweep;
        if (i + 1 < n)
            spells = add(spells, times(6, add(times(3, count), add(c[i].knots, 2))));
    }
    return add(sweep, spells);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_projects p;
    minrisk_condition c[MOST_CONDITIONS];
    size_t n = take_byte(&in) % (MOST_CONDITIONS + 1), room;
    uint32_t *stage = NULL;

    memset(&p, 0, sizeof p);
    memset(c, 0, sizeof c);
    p.count = take_size(&in);
    if (take_byte(&in) % 2) {
        p.count %= MOST_PROJECTS;
        stage = block_of(p.count * sizeof *stage);
        for (size_t i = 0; i < p.count; i++)
            stage[i] = take_byte(&in) % 3;
        p.stage = stage;
    }
    for (size_t i = 0; i < n; i++) {
        c[i].stage = take_byte(&in) % 4;
        c[i].knots = take_size(&in);
    }
    room = minrisk_when_met_workspace(&p, c, n);
    /* Projects that cannot be counted are refused, whether or not a condition asks for them. */
    require(room == (p.count > (most_doubles - 37) / 7 ? SIZE_MAX : expected_room(&p, c, n)));
    require(minrisk_when_met_workspace(NULL, c, n) == SIZE_MAX);
    require(minrisk_when_met_workspace(&p, NULL, n) == SIZE_MAX);
    release(stage, p.count * sizeof *stage);
    return 0;
}
