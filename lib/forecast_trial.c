/* SPDX-License-Identifier: MIT */
/* The trials: MINRISK_BATCH of them at a time, one to a lane, integers alone.
 *
 * First all draws, project by project; then, stage by stage, the first tick at which supply covers
 * the need. Events are not sorted: supply never falls, so that one of the starts is the tick, or,
 * where they are many, halving finds it. Where the need changes, spans of time are ruled out as a
 * whole, by supply at their end against the least need in them, and halved where that does not rule
 * them out. */
#include "forecast_model.h"
#include "forecast_tally.h"

#include "lanes.h"
#include "lead_table.h"
#include "memory.h"
#include "random.h"
#include "sizes.h"

/* The workspace has the same length in every build. */
enum {
    BATCH = MINRISK_BATCH,
    MOST_BATCH = 8,
    GROUPS = MINRISK_BATCH / MINRISK_WORD_LANES, /* vectors of a batch */
    WORDS_PER_SLOPE = 2,
    WORDS_PER_PROJECT = MOST_BATCH + WORDS_PER_SLOPE + 1
};

/* --- the workspace --------------------------------------------------------------------------- */

size_t minrisk_forecast_workspace(const minrisk_model *model)
{
    size_t length;

    if (!model || model->projects > INT32_MAX) {
        return SIZE_MAX;
    }
    length = minrisk_size_multiply_add(model->slips, MOST_BATCH, 0);
    length = minrisk_size_multiply_add(model->groups, MOST_BATCH, length);
    length = minrisk_size_multiply_add(model->shocks, MOST_BATCH, length);
    length = minrisk_size_multiply_add(model->projects, WORDS_PER_PROJECT, length);
    return length > SIZE_MAX / sizeof(int32_t) ? SIZE_MAX : length;
}

/* The workspace of a run. Lanes of a project, a slip and so on stand side by side. */
typedef struct frame {
    const minrisk_model *model;
    minrisk_left_out left_out;
    int bits; /* of a table's length */
    uint64_t seed, trial;
    int32_t *start; /* [projects][BATCH] */
    int32_t *order; /* [projects]  by stage */
#if !defined(__OPTIMIZE_SIZE__)
    int constant;                      /* whether the need is */
    uint32_t end[MINRISK_MOST_STAGES]; /* where a stage ends in the order */
#endif
} frame;

/* [slips][BATCH]  1/65,536 */
static int32_t *factor_of(const frame *f, size_t slip)
{
    return f->order + f->model->projects + slip * BATCH;
}

/* [groups][BATCH]  1 or 0 */
static int32_t *shares_of(const frame *f, size_t group)
{
    return factor_of(f, f->model->slips + group);
}

/* [shocks][BATCH] */
static int32_t *delay_of(const frame *f, size_t shock)
{
    return shares_of(f, f->model->groups + shock);
}

#if !defined(__OPTIMIZE_SIZE__)

static size_t first_of_stage(const frame *f, size_t stage)
{
    return stage > 0 ? f->end[stage - 1] : 0;
}

/* Counts the projects of each stage, and puts them in place. */
static void order_by_stage(frame *f)
{
    const minrisk_model *m = f->model;
    uint32_t sum = 0;
    size_t i;

    memset(f->end, 0, sizeof f->end);
    for (i = 0; i < m->projects; i++) {
        if (minrisk_gives(m, &f->left_out, i)) {
            f->end[minrisk_pick(m->stage, i, 0)]++;
        }
    }
    for (i = 0; i < m->stages; i++) {
        const uint32_t count = f->end[i];
        f->end[i] = sum;
        sum += count;
    }
    for (i = 0; i < m->projects; i++) {
        if (minrisk_gives(m, &f->left_out, i)) {
            f->order[f->end[minrisk_pick(m->stage, i, 0)]++] = (int32_t)i;
        }
    }
}

#endif

/* 64 bits each: 2^-32 units a tick of the ramp. */
static int32_t *slope_of(const frame *f, size_t project)
{
    return f->start + f->model->projects * BATCH + project * WORDS_PER_SLOPE;
}

static void set_slopes(const frame *f)
{
    const minrisk_model *m = f->model;
    size_t i;

    for (i = 0; i < m->projects; i++) {
        int32_t ramp = minrisk_pick_ticks(m->ramp, i);
        int64_t slope = ramp > 0 ? ((int64_t)m->capacity[i] << 32) / ramp : 0;
        memcpy(slope_of(f, i), &slope, sizeof slope);
    }
}

static void set_up(frame *f, const minrisk_model *m, minrisk_left_out left_out, uint64_t seed,
                   int32_t *work)
{
    f->model = m;
    f->left_out = left_out;
    f->bits = minrisk_lead_bits(m->table_len);
    f->seed = seed;
    f->start = work;
    f->order = slope_of(f, m->projects);
    set_slopes(f);
#if !defined(__OPTIMIZE_SIZE__)
    f->constant = minrisk_need_is_constant(m);
    order_by_stage(f);
#endif
}

/* --- draws ----------------------------------------------------------------------------------- */

/* The words of two blocks, or of one and what is left of an earlier one. */
typedef uint32_t two_blocks[2][4][BATCH];

static const int32_t *table_of(const frame *f, uint32_t index)
{
    return f->model->table + (size_t)index * f->model->table_len;
}

static void draw_shares(const frame *f, two_blocks word)
{
    const minrisk_model *m = f->model;
    size_t g, l;

    for (g = 0; g < m->groups; g++) {
        minrisk_random_batch(f->seed, f->trial, (uint32_t)g,
                             minrisk_random_last(MINRISK_DRAW_SHARED, 0), word[0]);
        for (l = 0; l < BATCH; l++) {
            shares_of(f, g)[l] = word[0][0][l] < m->group_chance[g];
        }
    }
}

/* A block, the first of the two; where the lane's group shares, its block has words in their place,
 * from one of them on. */
static void draw_shared(const frame *f, const uint32_t entity[2], const uint32_t last[2],
                        size_t from, two_blocks word)
{
    size_t w, l;

    if (entity[1] == MINRISK_NONE) {
        minrisk_random_batch(f->seed, f->trial, entity[0], last[0], word[0]);
        return;
    }
    minrisk_random_pair(f->seed, f->trial, entity, last, word);
    for (w = from; w < 4; w++) {
        for (l = 0; l < BATCH; l++) {
            if (shares_of(f, entity[1])[l]) {
                word[0][w - from][l] = word[1][w][l];
            }
        }
    }
}

/* A word says whether it happens, the next how much: a factor for slips, a delay for shocks. */
static void draw_event(const frame *f, uint32_t word[4][BATCH], uint64_t chance, uint32_t table,
                       int32_t otherwise, int32_t *out)
{
    size_t l;

    for (l = 0; l < BATCH; l++) {
        out[l] = word[0][l] < chance ? minrisk_lead_draw(table_of(f, table), f->bits, word[1][l])
                                     : otherwise;
    }
}

/* In the block of a group the first word is taken. */
static void draw_slips(const frame *f, two_blocks word)
{
    const minrisk_model *m = f->model;
    const uint32_t last[2] = {minrisk_random_last(MINRISK_DRAW_SLIP, 0),
                              minrisk_random_last(MINRISK_DRAW_SHARED, 0)};
    size_t s;

    for (s = 0; s < m->slips; s++) {
        const uint32_t entity[2] = {(uint32_t)s, minrisk_pick(m->slip_group, s, MINRISK_NONE)};
        draw_shared(f, entity, last, 1, word);
        draw_event(f, word[0], m->slip_chance[s], m->slip_table[s], 65536, factor_of(f, s));
    }
}

static void draw_shocks(const frame *f, two_blocks word)
{
    const minrisk_model *m = f->model;
    size_t s;

    for (s = 0; s < m->shocks; s++) {
        minrisk_random_batch(f->seed, f->trial, (uint32_t)s,
                             minrisk_random_last(MINRISK_DRAW_SHOCK, 0), word[0]);
        draw_event(f, word[0], m->shock_chance[s], m->shock_table[s], 0, delay_of(f, s));
    }
}

/* Adds phases, a word for each: minrisk_lead_draw in each lane. Never where one is, or where the
 * sum passes all times. */
static void add_phases(const frame *f, const uint32_t *phase, size_t count, uint32_t word[4][BATCH],
                       int32_t ready[BATCH])
{
    const minrisk_ticks never = minrisk_ticks_of(INT32_MAX), zero = minrisk_ticks_of(0);
    const int bits = f->bits;
    minrisk_ticks sum[GROUPS];
    size_t g, i;

    for (g = 0; g < GROUPS; g++) {
        sum[g] = minrisk_ticks_load_signed(ready + g * MINRISK_WORD_LANES);
    }
    for (i = 0; i < count; i++) {
        const int32_t *table = table_of(f, phase[i]);
        for (g = 0; g < GROUPS; g++) {
            const uint32_t *own = word[i] + g * MINRISK_WORD_LANES;
            minrisk_ticks low, high;
            minrisk_ticks_pick(table, own, bits, &low, &high);
            sum[g] += low + minrisk_ticks_part(high - low, minrisk_ticks_load(own) << bits >> 16);
            sum[g] = minrisk_ticks_select(minrisk_ticks_above(zero, sum[g]), never, sum[g]);
        }
    }
    for (g = 0; g < GROUPS; g++) {
        minrisk_ticks_store_signed(ready + g * MINRISK_WORD_LANES, sum[g]);
    }
}

static void apply_slip(const frame *f, size_t project, int32_t ready[BATCH])
{
    uint32_t slip = minrisk_pick(f->model->slip, project, MINRISK_NONE);
    size_t l;

    if (slip == MINRISK_NONE) {
        return;
    }
    for (l = 0; l < BATCH; l++) {
        int64_t slipped = (int64_t)ready[l] * factor_of(f, slip)[l] >> 16;
        ready[l] = ready[l] == INT32_MAX || slipped > INT32_MAX ? INT32_MAX : (int32_t)slipped;
    }
}

static uint32_t number_of(const minrisk_model *m, size_t project)
{
    return minrisk_pick(m->id, project, (uint32_t)project);
}

/* The time that a project's phases take, slips included. Where no project has a group, the first
 * four words are there. */
static void draw_phases(const frame *f, size_t project, two_blocks word, int32_t ready[BATCH])
{
    const minrisk_model *m = f->model;
    const uint32_t *phase = m->phase + m->phase_first[project];
    const size_t count = m->phase_first[project + 1] - m->phase_first[project];
    const uint32_t entity[2] = {number_of(m, project),
                                minrisk_pick(m->group, project, MINRISK_NONE)};
    const uint32_t slipped = minrisk_pick(m->slipped, project, UINT32_MAX);
    size_t i, next;

    memset(ready, 0, BATCH * sizeof *ready);
    for (i = 0; i < count; i = next) {
        if (i == slipped) {
            apply_slip(f, project, ready);
        }
        if (i % 4 == 0 && (i > 0 || m->group)) {
            const uint32_t last[2] = {minrisk_random_last(MINRISK_DRAW_PHASE, i / 4),
                                      minrisk_random_last(MINRISK_DRAW_SHARED, 1 + i / 4)};
            draw_shared(f, entity, last, 0, word);
        }
        next = i / 4 * 4 + 4 < count ? i / 4 * 4 + 4 : count;
        next = i < slipped && slipped < next ? slipped : next;
        add_phases(f, phase + i, next - i, word[0] + i % 4, ready);
    }
    if (slipped >= count) {
        apply_slip(f, project, ready);
    }
}

/* The words of success of all projects that may fail, where their starts will stand. Four projects
 * whose numbers follow each other have theirs in one block. */
static void draw_success(const frame *f, two_blocks word)
{
    const minrisk_model *m = f->model;
    const uint32_t last = minrisk_random_last(MINRISK_DRAW_SUCCESS, 0), lasts[2] = {last, last};
    size_t p = 0;

    while (p < m->projects) {
        const uint32_t quad[2] = {number_of(m, p) / 4, number_of(m, p) / 4 + 1};
        if (minrisk_pick_chance(m->success, p) == MINRISK_CERTAIN) {
            p++;
            continue;
        }
        minrisk_random_pair(f->seed, f->trial, quad, lasts, word);
        while (p < m->projects && number_of(m, p) / 4 - quad[0] < 2) {
            const uint32_t number = number_of(m, p);
            memcpy(f->start + p * BATCH, word[number / 4 - quad[0]][number % 4], sizeof word[0][0]);
            p++;
        }
    }
}

static int strikes(const minrisk_model *m, size_t shock, size_t project)
{
    return (m->shock_countries[shock] >> minrisk_pick(m->country, project, 0) & 1) &&
           (m->shock_stages[shock] >> minrisk_pick(m->stage, project, 0) & 1);
}

/* Times, of which some may be negative, and others after them, which may not; never where one is,
 * or where the sum passes all times. */
static minrisk_ticks later(minrisk_ticks from, minrisk_ticks by)
{
    const minrisk_ticks never = minrisk_ticks_of(INT32_MAX), zero = minrisk_ticks_of(0);
    const minrisk_ticks sum = from + by;
    const minrisk_ticks passes = minrisk_ticks_above(zero, sum) & ~minrisk_ticks_above(zero, from);

    return minrisk_ticks_select(passes | ~minrisk_ticks_above(never, by), never, sum);
}

static void add_shocks(const frame *f, size_t project, size_t lane, minrisk_ticks *ready)
{
    size_t s;

    for (s = 0; s < f->model->shocks; s++) {
        if (strikes(f->model, s, project)) {
            *ready = later(*ready, minrisk_ticks_load_signed(delay_of(f, s) + lane));
        }
    }
}

/* All ones where a word is below a chance that is not certain. */
static minrisk_ticks is_below(minrisk_ticks word, uint64_t chance)
{
    const minrisk_ticks sign = minrisk_ticks_of((uint32_t)1 << 31);

    return minrisk_ticks_above(minrisk_ticks_of((uint32_t)chance) ^ sign, word ^ sign);
}

/* A project that fails never starts. */
static void draw_project(const frame *f, size_t project, two_blocks word)
{
    const minrisk_model *m = f->model;
    const uint64_t chance = minrisk_pick_chance(m->success, project);
    const uint32_t other = minrisk_pick(m->after, project, MINRISK_NONE);
    const minrisk_ticks never = minrisk_ticks_of(INT32_MAX);
    int32_t ready[BATCH];
    size_t l;

    draw_phases(f, project, word, ready);
    for (l = 0; l < BATCH; l += MINRISK_WORD_LANES) {
        int32_t *start = f->start + project * BATCH + l;
        minrisk_ticks at = minrisk_ticks_load_signed(ready + l);
        add_shocks(f, project, l, &at);
        at = later(minrisk_ticks_of((uint32_t)minrisk_pick_ticks(m->base, project)), at);
        if (other != MINRISK_NONE) {
            at = later(minrisk_ticks_load_signed(f->start + (size_t)other * BATCH + l), at);
        }
        if (chance < MINRISK_CERTAIN) {
            at =
                minrisk_ticks_select(is_below(minrisk_ticks_load_signed(start), chance), at, never);
        }
        minrisk_ticks_store_signed(start, at);
    }
}

/* Two projects at a time have their words drawn, unless there are groups, whose words then come
 * with those of each project. */
static void draw_batch(frame *f, uint64_t trial, two_blocks word)
{
    const minrisk_model *m = f->model;
    const uint32_t last = minrisk_random_last(MINRISK_DRAW_PHASE, 0), lasts[2] = {last, last};
    size_t p;

    f->trial = trial;
    draw_shares(f, word);
    draw_slips(f, word);
    draw_shocks(f, word);
    draw_success(f, word);
    for (p = 0; p < m->projects; p++) {
        const size_t odd = m->group ? 0 : p % 2;
        if (!m->group && odd == 0) {
            const size_t second = p + 1 < m->projects ? p + 1 : p;
            const uint32_t both[2] = {number_of(m, p), number_of(m, second)};
            minrisk_random_pair(f->seed, trial, both, lasts, word);
        }
        draw_project(f, p, word + odd);
    }
}

/* --- supply and need ------------------------------------------------------------------------- */

static int64_t units(uint32_t n)
{
    return (int64_t)n << 32;
}

/* What a project supplies at a tick, in 2^-32 units. Masks, and no branch, since whether it has
 * started is as good as random. */
static int64_t supply_of(const frame *f, size_t project, size_t lane, int32_t tick)
{
    const minrisk_model *m = f->model;
    const int64_t since = (int64_t)tick - f->start[project * BATCH + lane];
    const uint64_t has_started = 0 - (uint64_t)(since > 0);
    const uint64_t is_whole = 0 - (uint64_t)(since >= minrisk_pick_ticks(m->ramp, project));
    uint64_t part;

    memcpy(&part, slope_of(f, project), sizeof part);
    part = part * (uint64_t)since & has_started & ~is_whole;
    return (int64_t)(((uint64_t)m->capacity[project] << 32 & is_whole) | part);
}

/* Supply of a stage; at most 2^62. */
static int64_t supply_at(const frame *f, size_t stage, size_t lane, int32_t tick)
{
    int64_t sum = 0;
    size_t i;

#if defined(__OPTIMIZE_SIZE__)
    for (i = 0; i < f->model->projects; i++) {
        if (minrisk_pick(f->model->stage, i, 0) == stage &&
            minrisk_gives(f->model, &f->left_out, i)) {
            sum += supply_of(f, i, lane, tick);
        }
    }
#else
    for (i = first_of_stage(f, stage); i < f->end[stage]; i++) {
        sum += supply_of(f, (size_t)f->order[i], lane, tick);
    }
#endif
    return sum;
}

/* The need of a stage at a tick, in 2^-32 units. */
static int64_t need_at(const minrisk_model *m, size_t stage, int32_t tick)
{
    size_t i = minrisk_first_knot(m, stage);
    const size_t end = minrisk_end_knot(m, stage);
    int64_t slope;

#if defined(__OPTIMIZE_SIZE__)
    if (!m->need_tick) { /* a knot by itself may have none */
        return units(m->need[i]);
    }
#endif
    while (i < end && m->need_tick[i] <= tick) {
        i++;
    }
    if (i == minrisk_first_knot(m, stage)) {
        return units(m->need[i]);
    }
    if (i == end) {
        return units(m->need[end - 1]);
    }
    slope = (units(m->need[i]) - units(m->need[i - 1])) /
            ((int64_t)m->need_tick[i] - m->need_tick[i - 1]);
    return units(m->need[i - 1]) + slope * ((int64_t)tick - m->need_tick[i - 1]);
}

/* The least (sign 1) or the most (sign -1, and negated) need from one tick to another. */
static int64_t extreme_need(const minrisk_model *m, size_t stage, int32_t from, int32_t to,
                            int sign)
{
    int64_t a = sign * need_at(m, stage, from);
    int64_t b = sign * need_at(m, stage, to);
    size_t i;

    a = b < a ? b : a;
#if defined(__OPTIMIZE_SIZE__)
    if (!m->need_tick) {
        return a;
    }
#endif
    for (i = minrisk_first_knot(m, stage); i < minrisk_end_knot(m, stage); i++) {
        if (m->need_tick[i] > from && m->need_tick[i] < to && sign * units(m->need[i]) < a) {
            a = sign * units(m->need[i]);
        }
    }
    return a;
}

/* The first stage whose supply at a tick is short of the least (sign 1) or the most (sign -1) need
 * of a span; as many as there are, if none is. */
static size_t first_short(const frame *f, size_t lane, int32_t tick, int32_t from, int32_t to,
                          int sign)
{
    size_t s = 0;

    while (s < f->model->stages &&
           (!minrisk_asks(&f->left_out, s) ||
            supply_at(f, s, lane, tick) >= sign * extreme_need(f->model, s, from, to, sign))) {
        s++;
    }
    return s;
}

/* Whether all stages may be covered at some tick of a span, or one may be short; for one tick,
 * whether it is so. */
static int may_be(const frame *f, size_t lane, int32_t from, int32_t to, int covered)
{
    const size_t s =
        covered ? first_short(f, lane, to, from, to, 1) : first_short(f, lane, from, from, to, -1);
    return (s == f->model->stages) == covered;
}

/* --- the first tick, whatever the need does -------------------------------------------------- */

/* The first tick from `from` on, up to the horizon, at which all stages are covered, or at which
 * one is not; never if there is none. A walk over a binary tree of spans, left to right: span k has
 * 2^k ticks from a multiple of 2^k on. */
static int32_t first_tick(const frame *f, size_t lane, int32_t from, int covered)
{
    const int32_t horizon = f->model->horizon;
    int32_t tick = from;
    int k = 0;

    while (tick <= horizon) {
        int32_t end, last;
        while (k < 23 && !(tick >> k & 1)) {
            k++;
        }
        last = tick + (int32_t)(((uint32_t)1 << k) - 1);
        end = last < horizon ? last : horizon;
        while (may_be(f, lane, tick, end, covered)) {
            if (k == 0) {
                return tick;
            }
            k--;
            last = tick + (int32_t)(((uint32_t)1 << k) - 1);
            end = last < horizon ? last : horizon;
        }
        tick = last + 1;
    }
    return INT32_MAX;
}

/* The bottleneck is the stage that was not covered one tick before, the lowest if there were
 * several. */
static void cross_changing(const frame *f, size_t lane, minrisk_trial *t)
{
    t->first = first_tick(f, lane, 0, 1);
    t->lost = f->model->need_first ? first_tick(f, lane, t->first, 0) : INT32_MAX;
    t->bottleneck = MINRISK_NONE;
    if (t->first > 0 && t->first < INT32_MAX) {
        t->bottleneck = (uint32_t)first_short(f, lane, t->first - 1, t->first - 1, t->first - 1, 1);
    }
    t->reserved = 0;
}

#if !defined(__OPTIMIZE_SIZE__)

/* --- the first tick where the need is constant ----------------------------------------------- *
 *
 * The same in less time: where size counts, the walk above does for it too. */

/* Adds up the capacities of a stage that have started by a tick, lane by lane. */
static void sum_started(const frame *f, size_t stage, const minrisk_ticks at[GROUPS],
                        minrisk_ticks sum[GROUPS])
{
    const uint32_t *capacity = f->model->capacity;
    const size_t end = f->end[stage];
    size_t i, g;

    for (g = 0; g < GROUPS; g++) {
        sum[g] = minrisk_ticks_of(0);
    }
    for (i = first_of_stage(f, stage); i < end; i++) {
        const size_t p = (size_t)f->order[i];
        const minrisk_ticks gives = minrisk_ticks_of(capacity[p]);
        const int32_t *start = f->start + p * BATCH;
        for (g = 0; g < GROUPS; g++) {
            const minrisk_ticks s = minrisk_ticks_load_signed(start + g * MINRISK_WORD_LANES);
            sum[g] += gives & ~minrisk_ticks_above(s, at[g]);
        }
    }
}

/* The first tick at which projects with enough capacity have started, by trying each start. */
static void try_starts(const frame *f, size_t stage, minrisk_ticks need, minrisk_ticks tick[GROUPS])
{
    minrisk_ticks at[GROUPS], sum[GROUPS];
    size_t i, g;

    for (i = first_of_stage(f, stage); i < f->end[stage]; i++) {
        const int32_t *start = f->start + (size_t)f->order[i] * BATCH;
        for (g = 0; g < GROUPS; g++) {
            at[g] = minrisk_ticks_load_signed(start + g * MINRISK_WORD_LANES);
        }
        sum_started(f, stage, at, sum);
        for (g = 0; g < GROUPS; g++) {
            const minrisk_ticks better =
                minrisk_ticks_above(tick[g], at[g]) & ~minrisk_ticks_above(need, sum[g]);
            tick[g] = minrisk_ticks_select(better, at[g], tick[g]);
        }
    }
}

/* The same by halving: as many tries as a tick has bits. */
static void try_halves(const frame *f, size_t stage, minrisk_ticks need, minrisk_ticks tick[GROUPS])
{
    const minrisk_ticks one = minrisk_ticks_of(1);
    minrisk_ticks at[GROUPS], sum[GROUPS], before[GROUPS]; /* the last tick known to be short */
    uint32_t step = 1;
    size_t g;

    while (step <= (uint32_t)f->model->horizon + 1) {
        step <<= 1;
    }
    for (g = 0; g < GROUPS; g++) {
        before[g] = minrisk_ticks_of(0) - one;
    }
    for (step >>= 1; step > 0; step >>= 1) {
        for (g = 0; g < GROUPS; g++) {
            at[g] = before[g] + step;
        }
        sum_started(f, stage, at, sum);
        for (g = 0; g < GROUPS; g++) {
            before[g] += step & minrisk_ticks_above(need, sum[g]);
        }
    }
    for (g = 0; g < GROUPS; g++) {
        tick[g] = before[g] + one;
    }
}

/* The first tick from now on, or one past the horizon, at which projects with enough capacity have
 * started. */
static void first_started(const frame *f, size_t stage, uint32_t need, uint32_t tick[BATCH])
{
    enum { FEW = 22 }; /* as many as halves up to 100 years, all but one */
    const minrisk_ticks all = minrisk_ticks_of(need), zero = minrisk_ticks_of(0);
    minrisk_ticks first[GROUPS];
    size_t g;

    for (g = 0; g < GROUPS; g++) {
        first[g] = need > 0 ? minrisk_ticks_of((uint32_t)f->model->horizon + 1) : zero;
    }
    if (f->end[stage] - first_of_stage(f, stage) > FEW) {
        try_halves(f, stage, all, first);
    } else {
        try_starts(f, stage, all, first);
    }
    for (g = 0; g < GROUPS; g++) {
        minrisk_ticks_store(
            tick + g * MINRISK_WORD_LANES,
            minrisk_ticks_select(minrisk_ticks_above(zero, first[g]), zero, first[g]));
    }
}

/* The longest ramp of a stage, cut one tick past the horizon. */
static int32_t longest_ramp(const frame *f, size_t stage)
{
    int32_t longest = 0;
    size_t i;

    for (i = first_of_stage(f, stage); i < f->end[stage]; i++) {
        int32_t ramp = minrisk_pick_ticks(f->model->ramp, (size_t)f->order[i]);
        longest = ramp > longest ? ramp : longest;
    }
    return longest <= f->model->horizon ? longest : f->model->horizon + 1;
}

/* A tick between two others, where the need lies if supply rises in a straight line between them.
 * The low 23 bits do not matter, and would not fit: a span is below 2^23. */
static int32_t straight_guess(int32_t low, int32_t high, int64_t short_by, int64_t rise)
{
    int64_t part = (short_by >> 23) * (high - low) / ((rise >> 23) + 1);
    return low + 1 + (int32_t)part;
}

/* The first tick from `low` on at which supply, ramps and all, covers the need: a ramp later at
 * most than the projects that do have started. Guesses by a straight line, and halving in turn. */
static int32_t first_ramped(const frame *f, size_t stage, size_t lane, int32_t low, int32_t ramp)
{
    const int64_t need = units(f->model->need[minrisk_first_knot(f->model, stage)]);
    int32_t high = low + ramp;
    int64_t at_low = supply_at(f, stage, lane, low);
    int64_t at_high = supply_at(f, stage, lane, high);
    int turn;

    if (at_low >= need) {
        return low;
    }
    for (turn = 0; high - low > 1; turn++) {
        int32_t guess = turn % 3 == 2 ? low + (high - low) / 2
                                      : straight_guess(low, high, need - at_low, at_high - at_low);
        int64_t at_guess;
        guess = guess < high ? guess : high - 1;
        at_guess = supply_at(f, stage, lane, guess);
        if (at_guess >= need) {
            high = guess;
            at_high = at_guess;
        } else {
            low = guess;
            at_low = at_guess;
        }
    }
    return high;
}

/* Brings in one more stage: it matters where it is not covered by the time that the others are. */
static void cross_stage(const frame *f, size_t stage, minrisk_trial trial[BATCH])
{
    const uint32_t need = f->model->need[minrisk_first_knot(f->model, stage)];
    const int32_t ramp = longest_ramp(f, stage);
    uint32_t tick[BATCH];
    size_t l;

    first_started(f, stage, need, tick);
    for (l = 0; l < BATCH; l++) {
        int32_t first = (int32_t)tick[l];
        if (first + ramp <= trial[l].first ||
            (first <= trial[l].first && supply_at(f, stage, l, trial[l].first) >= units(need))) {
            continue;
        }
        if (ramp > 0 && first <= f->model->horizon) {
            first =
                first_ramped(f, stage, l, first > trial[l].first ? first : trial[l].first, ramp);
        }
        trial[l].first = first;
        trial[l].bottleneck = (uint32_t)stage;
    }
}

static void cross_constant(const frame *f, minrisk_trial trial[BATCH])
{
    size_t s, l;

    for (l = 0; l < BATCH; l++) {
        trial[l].first = 0;
        trial[l].lost = INT32_MAX;
        trial[l].bottleneck = MINRISK_NONE;
        trial[l].reserved = 0;
    }
    for (s = 0; s < f->model->stages; s++) {
        if (minrisk_asks(&f->left_out, s)) {
            cross_stage(f, s, trial);
        }
    }
    for (l = 0; l < BATCH; l++) {
        if (trial[l].first > f->model->horizon) {
            trial[l].first = INT32_MAX;
            trial[l].bottleneck = MINRISK_NONE;
        }
    }
}

#endif

/* The words of a batch are done with when it comes to what came of it. */
typedef union batch_room {
    two_blocks word;
    minrisk_trial trial[BATCH];
} batch_room;

static void run_batch(frame *f, uint64_t trial, batch_room *room)
{
    size_t l;

    draw_batch(f, trial, room->word);
#if !defined(__OPTIMIZE_SIZE__)
    if (f->constant) {
        cross_constant(f, room->trial);
        return;
    }
#endif
    for (l = 0; l < BATCH; l++) {
        cross_changing(f, l, &room->trial[l]);
    }
}

/* --- the calls ------------------------------------------------------------------------------- */

static const minrisk_left_out NOTHING = {MINRISK_LEAVE_NOTHING, 0};

static int has_sizes(const minrisk_model *model, size_t work_len)
{
    size_t required = minrisk_forecast_workspace(model);

    return minrisk_model_has_sizes(model) && work_len >= required;
}

minrisk_status minrisk_forecast_trial(const minrisk_model *model, uint64_t seed, uint64_t trial,
                                      int32_t *work, size_t work_len, int32_t *start,
                                      minrisk_trial *out)
{
    batch_room room;
    minrisk_status status;
    frame f;
    size_t p;

    if (!model || !out || !work || !minrisk_model_has_pointers(model)) {
        return MINRISK_E_NULL;
    }
    if (!has_sizes(model, work_len)) {
        return MINRISK_E_SIZE;
    }
    status = minrisk_model_check_values(model);
    if (status != MINRISK_OK) {
        return status;
    }

    set_up(&f, model, NOTHING, seed, work);
    run_batch(&f, trial, &room);
    for (p = 0; start && p < model->projects; p++) {
        start[p] = f.start[p * BATCH];
    }
    *out = room.trial[0];
    return MINRISK_OK;
}

minrisk_status minrisk_forecast_run_without(const minrisk_model *model, minrisk_left_out left_out,
                                            uint64_t seed, uint64_t first_trial, uint32_t trials,
                                            int32_t *work, size_t work_len, minrisk_tally *tally)
{
    batch_room room;
    minrisk_status status;
    frame f;
    uint32_t left = trials;

    if (!model || !tally || !work || !minrisk_model_has_pointers(model)) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_tally_is_ready(tally)) {
        return MINRISK_E_STATE;
    }
    if (trials > UINT32_MAX - tally->trials || !has_sizes(model, work_len)) {
        return MINRISK_E_SIZE;
    }
    if (left_out.what == MINRISK_LEAVE_UNKNOWN) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_model_check_values(model);
    if (status != MINRISK_OK) {
        return status;
    }
    if (tally->trials > 0 && tally->horizon != model->horizon) {
        return MINRISK_E_PARAM;
    }

    set_up(&f, model, left_out, seed, work);
    while (left > 0) {
        uint32_t count = left < BATCH ? left : (uint32_t)BATCH;
        run_batch(&f, first_trial + (trials - left), &room);
        minrisk_tally_add(tally, room.trial, count);
        left -= count;
    }
    if (trials > 0) {
        tally->horizon = model->horizon;
        tally->assumptions |= minrisk_model_assumptions(model);
    }
    return MINRISK_OK;
}

minrisk_status minrisk_forecast_run(const minrisk_model *model, uint64_t seed, uint64_t first_trial,
                                    uint32_t trials, int32_t *work, size_t work_len,
                                    minrisk_tally *tally)
{
    return minrisk_forecast_run_without(model, NOTHING, seed, first_trial, trials, work, work_len,
                                        tally);
}
