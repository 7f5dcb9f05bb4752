/* SPDX-License-Identifier: MIT */
/* What a model must be, and what it takes for granted. */
#include "forecast_model.h"

#include "lead_table.h"
#include "memory.h"

/* --- checks ---------------------------------------------------------------------------------- */

static int projects_have_pointers(const minrisk_model *m)
{
    return m->projects == 0 ||
           (m->capacity && m->phase_first && (m->phase_first[m->projects] == 0 || m->phase));
}

int minrisk_model_has_pointers(const minrisk_model *m)
{
    return projects_have_pointers(m) && (m->tables == 0 || m->table) && m->need &&
           (!m->need_first || m->need_tick) &&
           (m->slips == 0 || (m->slip_chance && m->slip_table)) &&
           (m->groups == 0 || m->group_chance) &&
           (m->shocks == 0 ||
            (m->shock_chance && m->shock_table && m->shock_countries && m->shock_stages));
}

int minrisk_model_has_sizes(const minrisk_model *m)
{
    return m->stages >= 1 && m->stages <= MINRISK_MOST_STAGES &&
           (m->tables == 0 || (minrisk_lead_bits(m->table_len) >= 0 &&
                               m->tables <= SIZE_MAX / sizeof(int32_t) / m->table_len));
}

/* Below count, or MINRISK_NONE, which is one below 0. */
static int is_index(const uint32_t *array, size_t i, size_t count)
{
    return (uint32_t)(minrisk_pick(array, i, MINRISK_NONE) + 1) <= count;
}

static int phases_are_valid(const minrisk_model *m, size_t p)
{
    size_t first = m->phase_first[p], end = m->phase_first[p + 1];
    size_t i;

    if (end < first || end - first > 65535 || end > m->phase_first[m->projects]) {
        return 0;
    }
    for (i = first; i < end; i++) {
        if (m->phase[i] >= m->tables) {
            return 0;
        }
    }
    return 1;
}

/* A project waits for an earlier one alone, so that none can wait for itself by way of others. */
static int waits_validly(const minrisk_model *m, size_t p)
{
    return !m->after || m->after[p] == MINRISK_NONE ||
           (m->after[p] < p && minrisk_pick_ticks(m->base, p) >= 0);
}

static int project_is_valid(const minrisk_model *m, size_t p)
{
    return minrisk_pick(m->stage, p, 0) < m->stages && minrisk_pick(m->country, p, 0) < 64 &&
           minrisk_pick_ticks(m->ramp, p) >= 0 &&
           minrisk_pick_chance(m->success, p) <= MINRISK_CERTAIN && phases_are_valid(m, p) &&
           is_index(m->slip, p, m->slips) && is_index(m->group, p, m->groups) &&
           waits_validly(m, p);
}

static int tables_are_valid(const minrisk_model *m)
{
    size_t i;

    for (i = 0; i < m->tables; i++) {
        if (!minrisk_lead_is_valid(m->table + i * m->table_len, m->table_len)) {
            return 0;
        }
    }
    return 1;
}

static int need_is_valid(const minrisk_model *m, size_t stage)
{
    size_t first = minrisk_first_knot(m, stage), end = minrisk_end_knot(m, stage);
    size_t i;

    if (end <= first) {
        return 0;
    }
    for (i = first; i < end; i++) {
        if (m->need[i] > MINRISK_MOST_UNITS ||
            (m->need_first && i > first && m->need_tick[i] < m->need_tick[i - 1])) {
            return 0;
        }
    }
    return 1;
}

static int events_are_valid(const minrisk_model *m)
{
    size_t i;

    for (i = 0; i < m->slips; i++) {
        if (m->slip_chance[i] > MINRISK_CERTAIN || m->slip_table[i] >= m->tables ||
            !is_index(m->slip_group, i, m->groups)) {
            return 0;
        }
    }
    for (i = 0; i < m->groups; i++) {
        if (m->group_chance[i] > MINRISK_CERTAIN) {
            return 0;
        }
    }
    for (i = 0; i < m->shocks; i++) {
        if (m->shock_chance[i] > MINRISK_CERTAIN || m->shock_table[i] >= m->tables) {
            return 0;
        }
    }
    return 1;
}

static int data_are_valid(const minrisk_model *m)
{
    size_t i;

    for (i = 0; i < m->projects; i++) {
        if (!project_is_valid(m, i)) {
            return 0;
        }
    }
    for (i = 0; i < m->stages; i++) {
        if (!need_is_valid(m, i)) {
            return 0;
        }
    }
    return tables_are_valid(m) && events_are_valid(m);
}

/* The stages' capacities, each within what a sum of 2^-32 units holds. */
static int capacities_fit(const minrisk_model *m)
{
    uint32_t total[MINRISK_MOST_STAGES];
    size_t i;

    memset(total, 0, sizeof total);
    for (i = 0; i < m->projects; i++) {
        uint32_t *sum = &total[minrisk_pick(m->stage, i, 0)];
        if (m->capacity[i] > MINRISK_MOST_UNITS - *sum) {
            return 0;
        }
        *sum += m->capacity[i];
    }
    return 1;
}

minrisk_status minrisk_model_check_values(const minrisk_model *m)
{
    if (m->horizon < 0 || m->horizon > MINRISK_MOST_HORIZON) {
        return MINRISK_E_PARAM;
    }
    if (!data_are_valid(m)) {
        return MINRISK_E_DATA;
    }
    return capacities_fit(m) ? MINRISK_OK : MINRISK_E_PARAM;
}

/* --- assumptions ----------------------------------------------------------------------------- */

int minrisk_need_is_constant(const minrisk_model *m)
{
    size_t stage, i;

    for (stage = 0; stage < m->stages; stage++) {
        for (i = minrisk_first_knot(m, stage) + 1; i < minrisk_end_knot(m, stage); i++) {
            if (m->need[i] != m->need[i - 1]) {
                return 0;
            }
        }
    }
    return 1;
}

static int all_succeed(const minrisk_model *m)
{
    size_t i;

    for (i = 0; i < m->projects; i++) {
        if (minrisk_pick_chance(m->success, i) < MINRISK_CERTAIN) {
            return 0;
        }
    }
    return 1;
}

static int stage_is_missing(const minrisk_model *m)
{
    uint32_t there = 0;
    size_t i;

    for (i = 0; i < m->projects; i++) {
        there |= (uint32_t)1 << minrisk_pick(m->stage, i, 0);
    }
    for (i = 0; i < m->stages; i++) {
        if (!(there >> i & 1)) {
            return 1;
        }
    }
    return 0;
}

uint32_t minrisk_model_assumptions(const minrisk_model *m)
{
    uint32_t bits = MINRISK_ASSUMES_NO_CLOSURES | MINRISK_ASSUMES_SHAPE;

    if (all_succeed(m)) {
        bits |= MINRISK_ASSUMES_ALL_SUCCEED;
    }
    if (m->slips == 0 && m->groups == 0 && m->shocks == 0) {
        bits |= MINRISK_ASSUMES_INDEPENDENT;
    }
    if (minrisk_need_is_constant(m)) {
        bits |= MINRISK_ASSUMES_CONSTANT_NEED;
    }
    if (!m->after) {
        bits |= MINRISK_ASSUMES_STARTS_NOW;
    }
    if (stage_is_missing(m)) {
        bits |= MINRISK_STAGE_MISSING;
    }
    return bits;
}
