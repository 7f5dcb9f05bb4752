/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

static minrisk_status ask(const chain *c, size_t work_len, minrisk_when *w)
{
    const minrisk_projects *p = &c->projects;
    size_t bytes = work_len * sizeof(double);
    double *work = block_of(bytes);
    minrisk_status status = minrisk_when_covered(
        p->start, p->ramp, p->capacity, p->life, p->count, c->condition[0].need_year,
        c->condition[0].need, c->condition[0].knots, c->dwell, c->horizon, work, work_len, w);
    release(work, bytes);
    return status;
}

/* One condition on one stage is the same question. */
static void check_met(const chain *c, const minrisk_when *w)
{
    size_t room = minrisk_when_met_workspace(&c->projects, c->condition, 1);
    double *work = block_of(room * sizeof *work);
    minrisk_when again;

    require(room <= minrisk_when_covered_workspace(c->projects.count, c->condition[0].knots));
    require(minrisk_when_met(&c->projects, c->condition, 1, c->dwell, c->horizon, work, room,
                             &again) == MINRISK_OK);
    require(same_when(&again, w));
    release(work, room * sizeof *work);
}

/* More capacity never makes it later. */
static void check_more(const chain *c, const minrisk_when *w)
{
    chain other = *c;
    size_t n = c->projects.count;
    double *capacity;
    minrisk_when again;

    if (n == 0 || !is_plain(c))
        return;
    capacity = copy_doubles(c->projects.capacity, n);
    for (size_t i = 0; i < n; i++)
        capacity[i] *= 2.0;
    other.projects.capacity = capacity;
    require(ask(&other, minrisk_when_covered_workspace(n, c->condition[0].knots), &again) ==
            MINRISK_OK);
    if (knows(w, MINRISK_KNOWS_FIRST))
        require(knows(&again, MINRISK_KNOWS_FIRST) && again.first <= w->first + 1e-9 * c->horizon);
    release(capacity, n * sizeof *capacity);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    chain c = take_chain(&in, 1);
    size_t room;
    minrisk_when w = untouched_when();
    minrisk_status expected;

    /* minrisk_when_covered knows one stage and no share. */
    release_view(c.projects.share, c.projects.count * sizeof(double));
    release_view(c.projects.stage, c.projects.count * sizeof(uint32_t));
    c.projects.share = NULL;
    c.projects.stage = NULL;
    expected = c.conditions == 0 ? MINRISK_E_NULL : status_of_chain(&c);
    room = minrisk_when_covered_workspace(c.projects.count, c.condition[0].knots);
    require(ask(&c, room, NULL) == MINRISK_E_NULL);
    require(ask(&c, room, &w) == expected);
    if (expected == MINRISK_OK) {
        check_spells(&c, &w);
        check_met(&c, &w);
        check_more(&c, &w);
        w = untouched_when();
        require(ask(&c, room - 1, &w) == MINRISK_E_SIZE);
    }
    require(is_untouched_when(&w));
    release_chain(&c);
    return 0;
}
