/* SPDX-License-Identifier: MIT */
/* What strikes or ties several projects at once, outcome by outcome: given the outcome, projects
 * are independent.
 *
 * An outcome is a number of mixed radix: a digit for each shock, for each slip that several
 * projects have, for each group that shares draws, and for each project that others wait for. Digit
 * 0 says that it does not happen (that the project fails), the others how much it comes to. A draw
 * is given the middles of `nodes` equal parts of its range. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "forecast_law.h"

#include "arithmetic.h"
#include "lead_table.h"

enum {
    DELAYS = 32,
    MOST_NODES = 1024,
    LEAST_NODES = 8,
    MOST_WALKS = 256 /* outcomes with ties, where each takes a walk through all states */
};

/* a * b, or more than MINRISK_MOST_OUTCOMES. */
static uint32_t times(uint32_t a, uint32_t b)
{
    uint64_t product = (uint64_t)a * b;
    return product > MINRISK_MOST_OUTCOMES ? MINRISK_MOST_OUTCOMES + 1 : (uint32_t)product;
}

static uint32_t take_digit(uint32_t *outcome, uint32_t radix)
{
    uint32_t digit = *outcome % radix;
    *outcome /= radix;
    return digit;
}

/* The word in the middle of part i of n. */
static uint32_t middle(uint32_t i, uint32_t n)
{
    return (uint32_t)((((uint64_t)2 * i + 1) << 31) / n);
}

static int32_t draw(const minrisk_law_frame *q, uint32_t table, uint32_t word)
{
    return minrisk_lead_draw(minrisk_law_table(q, table), minrisk_lead_bits(q->model->table_len),
                             word);
}

static double chance_of(uint64_t chance)
{
    return (double)chance / 4294967296.0;
}

/* --- shocks ---------------------------------------------------------------------------------- */

static uint32_t delays_of(const minrisk_law_frame *q, size_t shock)
{
    return q->model->shock_chance[shock] == 0                      ? 0
           : minrisk_law_is_known(q, q->model->shock_table[shock]) ? 1
                                                                   : DELAYS;
}

static uint32_t count_shocks(const minrisk_law_frame *q)
{
    uint32_t outcomes = 1;
    size_t s;

    for (s = 0; s < q->model->shocks; s++) {
        outcomes = times(outcomes, delays_of(q, s) + 1);
    }
    return outcomes;
}

static void add_delay(const minrisk_law_frame *q, size_t shock, double ticks)
{
    const minrisk_model *m = q->model;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        if ((m->shock_countries[shock] >> minrisk_pick(m->country, p, 0) & 1) &&
            (m->shock_stages[shock] >> minrisk_pick(m->stage, p, 0) & 1)) {
            q->delay[p] += ticks;
        }
    }
}

static double take_shocks(const minrisk_law_frame *q, uint32_t *outcome)
{
    const minrisk_model *m = q->model;
    double chance = 1.0;
    size_t s;

    for (s = 0; s < m->projects; s++) {
        q->delay[s] = 0.0;
    }
    for (s = 0; s < m->shocks; s++) {
        const uint32_t delays = delays_of(q, s);
        const uint32_t own = take_digit(outcome, delays + 1);
        const double happens = chance_of(m->shock_chance[s]);
        if (own == 0) {
            chance = minrisk_multiply(chance, minrisk_subtract(1.0, happens));
        } else {
            chance = minrisk_multiply(chance, happens / (double)delays);
            add_delay(q, s, (double)draw(q, m->shock_table[s], middle(own - 1, delays)));
        }
    }
    return chance;
}

/* --- slips that several projects have -------------------------------------------------------- */

static size_t slip_users(const minrisk_model *m, size_t slip)
{
    size_t users = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        users += minrisk_pick(m->slip, p, MINRISK_NONE) == slip;
    }
    return users;
}

static int slip_is_common(const minrisk_model *m, size_t slip)
{
    return m->slip_chance[slip] > 0 && slip_users(m, slip) > 1;
}

static double take_slips(const minrisk_law_frame *q, uint32_t *outcome)
{
    const minrisk_model *m = q->model;
    double chance = 1.0;
    size_t s;

    for (s = 0; s < m->slips; s++) {
        const double happens = chance_of(m->slip_chance[s]);
        uint32_t own;
        q->factor[s] = -1.0;
        if (!slip_is_common(m, s)) {
            continue;
        }
        own = take_digit(outcome, q->nodes + 1);
        if (own == 0) {
            chance = minrisk_multiply(chance, minrisk_subtract(1.0, happens));
            q->factor[s] = 65536.0;
        } else {
            chance = minrisk_multiply(chance, happens / (double)q->nodes);
            q->factor[s] = (double)draw(q, m->slip_table[s], middle(own - 1, q->nodes));
        }
    }
    return chance;
}

/* --- groups that share draws ----------------------------------------------------------------- */

static int is_slip_of(const minrisk_model *m, size_t slip, size_t group)
{
    return minrisk_pick(m->slip_group, slip, MINRISK_NONE) == group && m->slip_chance[slip] > 0 &&
           slip_users(m, slip) > 0;
}

/* Whether two slips of a group or more are drawn together. */
static int group_slips(const minrisk_model *m, size_t group)
{
    size_t slips = 0;
    size_t s;

    for (s = 0; s < m->slips; s++) {
        slips += (size_t)is_slip_of(m, s, group);
    }
    return slips > 1;
}

/* The next larger chance among a group's slips; more than certain if there is none. Words from one
 * of them up to the next make the same slips happen. */
static uint64_t next_chance(const minrisk_model *m, size_t group, uint64_t chance)
{
    uint64_t next = MINRISK_CERTAIN + 1;
    size_t s;

    for (s = 0; s < m->slips; s++) {
        if (is_slip_of(m, s, group) && m->slip_chance[s] > chance && m->slip_chance[s] < next) {
            next = m->slip_chance[s];
        }
    }
    return next;
}

/* How many ways there are for which slips happen: one more than their chances differ. */
static uint32_t slip_ways(const minrisk_model *m, size_t group)
{
    uint64_t chance = 0;
    uint32_t ways = 0;

    while (chance <= MINRISK_CERTAIN) {
        chance = next_chance(m, group, chance);
        ways++;
    }
    return ways;
}

static size_t phases_of(const minrisk_model *m, size_t project)
{
    return m->phase_first[project + 1] - m->phase_first[project];
}

static int is_member(const minrisk_model *m, size_t project, size_t group)
{
    return minrisk_pick(m->group, project, MINRISK_NONE) == group;
}

/* Whether the phases in a place are drawn together by two projects of the group or more. */
static int place_is_tied(const minrisk_law_frame *q, size_t group, size_t place)
{
    const minrisk_model *m = q->model;
    size_t drawn = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        if (is_member(m, p, group) && place < phases_of(m, p)) {
            drawn += !minrisk_law_is_known(q, m->phase[m->phase_first[p] + place]);
        }
    }
    return drawn > 1;
}

/* Places before `end` that are tied. */
static uint32_t tied_places(const minrisk_law_frame *q, size_t group, size_t end)
{
    uint32_t tied = 0;
    size_t i;

    for (i = 0; i < end; i++) {
        tied += (uint32_t)place_is_tied(q, group, i);
    }
    return tied;
}

static size_t longest_of(const minrisk_model *m, size_t group)
{
    size_t longest = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        if (is_member(m, p, group) && phases_of(m, p) > longest) {
            longest = phases_of(m, p);
        }
    }
    return longest;
}

static uint32_t node_power(const minrisk_law_frame *q, uint32_t exponent)
{
    uint32_t power = 1;

    while (exponent-- > 0) {
        power = times(power, q->nodes);
    }
    return power;
}

static uint32_t phase_ways(const minrisk_law_frame *q, size_t group)
{
    return node_power(q, tied_places(q, group, longest_of(q->model, group)));
}

static int group_is_tied(const minrisk_law_frame *q, size_t group)
{
    const minrisk_model *m = q->model;

    return m->group_chance[group] > 0 &&
           (group_slips(m, group) || tied_places(q, group, longest_of(m, group)) > 0);
}

/* In how many ways a group can share; 0 if nothing is shared. */
static uint32_t group_ways(const minrisk_law_frame *q, size_t group)
{
    uint32_t ways;

    if (!group_is_tied(q, group)) {
        return 0;
    }
    ways = phase_ways(q, group);
    return group_slips(q->model, group) ? times(times(slip_ways(q->model, group), q->nodes), ways)
                                        : ways;
}

/* The slips of a group in one of the ways; returns the chance of that. */
static double take_group_slips(const minrisk_law_frame *q, size_t group, uint32_t way)
{
    const minrisk_model *m = q->model;
    const uint32_t word = middle(take_digit(&way, q->nodes), q->nodes);
    uint64_t from = 0, to = next_chance(m, group, 0);
    size_t s;

    while (way-- > 0) {
        from = to;
        to = next_chance(m, group, from);
    }
    for (s = 0; s < m->slips; s++) {
        if (is_slip_of(m, s, group)) {
            q->factor[s] =
                m->slip_chance[s] > from ? (double)draw(q, m->slip_table[s], word) : 65536.0;
        }
    }
    to = to < MINRISK_CERTAIN ? to : MINRISK_CERTAIN;
    return chance_of(to - from) / (double)q->nodes;
}

static double take_groups(const minrisk_law_frame *q, uint32_t *outcome)
{
    const minrisk_model *m = q->model;
    double chance = 1.0;
    size_t g;

    for (g = 0; g < m->groups; g++) {
        const uint32_t ways = group_ways(q, g);
        const uint32_t own = take_digit(outcome, ways + 1);
        const double shares = chance_of(m->group_chance[g]);
        q->shared[g] = (double)own;
        if (ways > 0 && own == 0) {
            chance = minrisk_multiply(chance, minrisk_subtract(1.0, shares));
        } else if (own > 0) {
            const uint32_t phases = phase_ways(q, g);
            chance = minrisk_multiply(chance, shares / (double)phases);
            if (group_slips(m, g)) {
                chance = minrisk_multiply(chance, take_group_slips(q, g, (own - 1) / phases));
            }
        }
    }
    return chance;
}

int minrisk_outcome_word(const minrisk_law_frame *q, size_t project, size_t phase, uint32_t *word)
{
    const uint32_t group = minrisk_pick(q->model->group, project, MINRISK_NONE);
    uint32_t way;

    if (group == MINRISK_NONE || !(q->shared[group] > 0.0) || !place_is_tied(q, group, phase)) {
        return 0;
    }
    way = (uint32_t)q->shared[group] - 1;
    *word = middle(way / node_power(q, tied_places(q, group, phase)) % q->nodes, q->nodes);
    return 1;
}

/* --- projects that others wait for ----------------------------------------------------------- */

static int is_awaited(const minrisk_model *m, size_t project)
{
    size_t p;

    for (p = project + 1; p < m->projects; p++) {
        if (minrisk_pick(m->after, p, MINRISK_NONE) == project) {
            return 1;
        }
    }
    return 0;
}

/* In the order of the model, since one that is waited for may wait itself. */
static double take_awaited(const minrisk_law_frame *q, uint32_t *outcome)
{
    const minrisk_model *m = q->model;
    double chance = 1.0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        const double success = chance_of(minrisk_pick_chance(m->success, p));
        uint32_t own;
        if (!is_awaited(m, p)) {
            continue;
        }
        own = take_digit(outcome, q->nodes + 1);
        if (own == 0) {
            chance = minrisk_multiply(chance, minrisk_subtract(1.0, success));
            q->begin[p] = MINRISK_NEVER_BEGINS;
        } else {
            chance = minrisk_multiply(chance, success / (double)q->nodes);
            q->begin[p] = minrisk_ready_quantile(q, p, ((double)own - 0.5) / (double)q->nodes);
        }
    }
    return chance;
}

/* --- all of it ------------------------------------------------------------------------------- */

int minrisk_outcome_touches(const minrisk_law_frame *q, size_t project)
{
    const minrisk_model *m = q->model;
    const uint32_t slip = minrisk_pick(m->slip, project, MINRISK_NONE);
    const uint32_t group = minrisk_pick(m->group, project, MINRISK_NONE);

    if (group != MINRISK_NONE && group_is_tied(q, group)) {
        return 1;
    }
    if (slip == MINRISK_NONE) {
        return 0;
    }
    return slip_is_common(m, slip) ||
           (minrisk_pick(m->slip_group, slip, MINRISK_NONE) != MINRISK_NONE &&
            group_is_tied(q, m->slip_group[slip]));
}

int minrisk_outcome_ties(const minrisk_law_frame *q, size_t project)
{
    return minrisk_law_awaited(q, project) != MINRISK_NONE || is_awaited(q->model, project) ||
           minrisk_outcome_touches(q, project);
}

static uint32_t count_ties(const minrisk_law_frame *q)
{
    const minrisk_model *m = q->model;
    uint32_t outcomes = 1;
    size_t i;

    for (i = 0; i < m->slips; i++) {
        outcomes = times(outcomes, slip_is_common(m, i) ? q->nodes + 1 : 1);
    }
    for (i = 0; i < m->groups; i++) {
        outcomes = times(outcomes, group_ways(q, i) + 1);
    }
    for (i = 0; i < m->projects; i++) {
        outcomes = times(outcomes, is_awaited(m, i) ? q->nodes + 1 : 1);
    }
    return outcomes;
}

/* As many nodes as the outcomes leave room for; with one node, whether anything is tied shows. */
void minrisk_outcomes_measure(minrisk_law_frame *q)
{
    const uint32_t most = q->constant ? (uint32_t)MINRISK_MOST_OUTCOMES : (uint32_t)MOST_WALKS;

    q->nodes = 1;
    q->tied = count_ties(q) > 1;
    if (!q->tied) {
        return;
    }
    for (q->nodes = MOST_NODES; q->nodes >= LEAST_NODES; q->nodes /= 2) {
        if (times(count_shocks(q), count_ties(q)) <= most) {
            return;
        }
    }
    q->nodes = 0;
}

uint32_t minrisk_outcomes_count(const minrisk_law_frame *q)
{
    return q->nodes > 0 ? times(count_shocks(q), count_ties(q)) : count_shocks(q);
}

static double take_ties(minrisk_law_frame *q, uint32_t *outcome)
{
    double chance = take_slips(q, outcome);
    size_t p;

    chance = minrisk_multiply(chance, take_groups(q, outcome));
    for (p = 0; p < q->model->projects; p++) {
        if (minrisk_outcome_touches(q, p)) {
            minrisk_ready_find(q, p);
        }
    }
    return minrisk_multiply(chance, take_awaited(q, outcome));
}

double minrisk_outcome_take(minrisk_law_frame *q, uint32_t outcome)
{
    double chance = take_shocks(q, &outcome);

    return q->tied && q->nodes > 0 ? minrisk_multiply(chance, take_ties(q, &outcome)) : chance;
}

#endif
