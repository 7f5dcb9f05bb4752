/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

static size_t room_of(const chain *c)
{
    return minrisk_when_met_workspace(&c->projects, c->condition, c->conditions);
}

static minrisk_status ask(const chain *c, size_t work_len, minrisk_when *w)
{
    size_t bytes = work_len * sizeof(double);
    double *work = block_of(bytes);
    minrisk_status status = minrisk_when_met(&c->projects, c->condition, c->conditions, c->dwell,
                                             c->horizon, work, work_len, w);
    release(work, bytes);
    return status;
}

/* The projects the other way round; the same bits must come out. */
static void check_order(const chain *c, const minrisk_when *w)
{
    chain other = *c;
    minrisk_when again;
    size_t n = c->projects.count;
    double *columns = block_of(5 * n * sizeof *columns);
    uint32_t *stage = block_of(n * sizeof *stage);

    for (size_t i = 0; i < n; i++) {
        size_t from = n - 1 - i;
        columns[i] = c->projects.start[from];
        columns[n + i] = c->projects.ramp[from];
        columns[2 * n + i] = c->projects.capacity[from];
        columns[3 * n + i] = c->projects.life == NULL ? infinity() : c->projects.life[from];
        columns[4 * n + i] = c->projects.share == NULL ? 1.0 : c->projects.share[from];
        stage[i] = stage_of(&c->projects, from);
    }
    other.projects.start = columns;
    other.projects.ramp = columns + n;
    other.projects.capacity = columns + 2 * n;
    other.projects.life = columns + 3 * n;
    other.projects.share = columns + 4 * n;
    other.projects.stage = stage;
    require(ask(&other, room_of(&other), &again) == MINRISK_OK);
    require(same_when(&again, w));
    release(columns, 5 * n * sizeof *columns);
    release(stage, n * sizeof *stage);
}

static void check_nulls(const chain *c)
{
    minrisk_when w;
    double work[1] = {0.0};
    minrisk_projects none = c->projects;

    require(minrisk_when_met(NULL, c->condition, c->conditions, 0.0, 1.0, work, 1, &w) ==
            MINRISK_E_NULL);
    require(minrisk_when_met(&c->projects, NULL, c->conditions, 0.0, 1.0, work, 1, &w) ==
            MINRISK_E_NULL);
    require(minrisk_when_met(&c->projects, c->condition, c->conditions, 0.0, 1.0, NULL, 1, &w) ==
            MINRISK_E_NULL);
    require(minrisk_when_met(&c->projects, c->condition, c->conditions, 0.0, 1.0, work, 1, NULL) ==
            MINRISK_E_NULL);
    none.ramp = NULL;
    if (none.count > 0)
        require(minrisk_when_met(&none, c->condition, c->conditions, 0.0, 1.0, work, 1, &w) ==
                MINRISK_E_NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    chain c = take_chain(&in, MOST_CONDITIONS);
    size_t room = room_of(&c);
    minrisk_when w = untouched_when();
    minrisk_status expected = status_of_chain(&c);

    require(ask(&c, room, &w) == expected);
    check_nulls(&c);
    if (expected == MINRISK_OK) {
        check_spells(&c, &w);
        check_order(&c, &w);
        w = untouched_when();
        require(ask(&c, room - 1, &w) == MINRISK_E_SIZE);
    }
    if (expected != MINRISK_OK || room > 0)
        require(is_untouched_when(&w));
    release_chain(&c);
    return 0;
}
