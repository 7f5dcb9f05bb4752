/* SPDX-License-Identifier: MIT */
/* Models from bytes, and a plain reading of forecast.h that judges what the library makes of them:
 * draws by a scalar Threefry, supply and need at single ticks. */
#ifndef TESTS_FUZZ_FORECAST_H
#define TESTS_FUZZ_FORECAST_H

#include "lead.h"

enum {
    MOST_PROJECTS = 9,
    MOST_PHASES = 6,
    MOST_TABLES = 3,
    TABLE_LEN = 5,
    MOST_STAGES = 3,
    MOST_KNOTS = 4,
    MOST_EVENTS = 2,
    WORK_LEN = 11 * MOST_PROJECTS + 8 * 3 * MOST_EVENTS
};

/* The arrays of a model; those that are left out are there all the same. */
typedef struct arrays {
    uint32_t id[MOST_PROJECTS], stage[MOST_PROJECTS], country[MOST_PROJECTS];
    uint32_t capacity[MOST_PROJECTS], slip[MOST_PROJECTS], slipped[MOST_PROJECTS];
    uint32_t group[MOST_PROJECTS], after[MOST_PROJECTS];
    int32_t base[MOST_PROJECTS], ramp[MOST_PROJECTS];
    uint64_t success[MOST_PROJECTS];
    size_t phase_first[MOST_PROJECTS + 1];
    uint32_t phase[MOST_PROJECTS * MOST_PHASES];
    int32_t table[MOST_TABLES * TABLE_LEN];
    size_t need_first[MOST_STAGES + 1];
    int32_t need_tick[MOST_STAGES * MOST_KNOTS];
    uint32_t need[MOST_STAGES * MOST_KNOTS];
    uint64_t slip_chance[MOST_EVENTS], group_chance[MOST_EVENTS], shock_chance[MOST_EVENTS];
    uint32_t slip_table[MOST_EVENTS], slip_group[MOST_EVENTS], shock_table[MOST_EVENTS];
    uint64_t shock_countries[MOST_EVENTS];
    uint32_t shock_stages[MOST_EVENTS];
} arrays;

static inline uint64_t take_chance(input *in)
{
    static const uint64_t special[] = {0, 1, (uint64_t)1 << 32, ((uint64_t)1 << 32) - 1,
                                       (uint64_t)1 << 31};
    unsigned selector = take_byte(in);
    return selector < 64 ? special[selector % COUNT(special)] : take_word(in) >> 32;
}

static inline uint32_t take_index(input *in, size_t count)
{
    unsigned selector = take_byte(in);
    return count == 0 || selector < 100 ? MINRISK_NONE : selector % (uint32_t)count;
}

static inline int32_t take_ticks(input *in, int32_t most)
{
    return (int32_t)((uint32_t)(take_byte(in) << 16 | take_byte(in) << 8 | take_byte(in)) %
                     (uint32_t)(most + 1));
}

static inline void take_project(input *in, arrays *a, const minrisk_model *m, size_t p)
{
    a->id[p] = (uint32_t)p * 3 + take_byte(in) % 3;
    a->stage[p] = take_byte(in) % (uint32_t)m->stages;
    a->country[p] = take_byte(in) % 64;
    a->capacity[p] = take_byte(in) << (take_byte(in) % 4 == 0 ? 18 : 0); /* nine fit */
    a->base[p] = take_ticks(in, 400000) - 100000;
    a->ramp[p] = take_byte(in) % 2 ? take_ticks(in, 500000) : 0;
    a->success[p] = take_byte(in) % 2 ? take_chance(in) : (uint64_t)1 << 32;
    a->slip[p] = take_index(in, m->slips);
    a->slipped[p] = take_byte(in) % MOST_PHASES;
    a->group[p] = take_index(in, m->groups);
    a->after[p] = take_index(in, p);
    if (a->after[p] != MINRISK_NONE && a->base[p] < 0)
        a->base[p] = 0;
    a->phase_first[p + 1] = a->phase_first[p] + take_byte(in) % MOST_PHASES;
    for (size_t i = a->phase_first[p]; i < a->phase_first[p + 1]; i++)
        a->phase[i] = take_byte(in) % (uint32_t)m->tables;
}

static inline void take_tables(input *in, arrays *a, size_t tables)
{
    for (size_t t = 0; t < tables; t++) {
        int32_t now = 0;
        for (size_t i = 0; i < TABLE_LEN; i++) {
            now += take_ticks(in, 200000);
            a->table[t * TABLE_LEN + i] = now;
        }
        if (take_byte(in) % 16 == 0)
            a->table[t * TABLE_LEN + TABLE_LEN - 1] = 2147483646;
    }
}

static inline void take_needs(input *in, arrays *a, size_t stages, int constant)
{
    for (size_t s = 0; s < stages; s++) {
        int32_t tick = take_ticks(in, 100000) - 50000;
        size_t end = a->need_first[s] + 1 + (constant ? 0 : take_byte(in) % MOST_KNOTS);
        a->need_first[s + 1] = end;
        for (size_t i = a->need_first[s]; i < end; i++) {
            a->need_tick[i] = tick;
            a->need[i] = take_byte(in) << (take_byte(in) % 4 == 0 ? 18 : 0);
            tick += take_byte(in) % 8 == 0 ? 0 : take_ticks(in, 1000000);
        }
    }
}

static inline void take_events(input *in, arrays *a, const minrisk_model *m)
{
    for (size_t i = 0; i < MOST_EVENTS; i++) {
        a->slip_chance[i] = take_chance(in);
        a->group_chance[i] = take_chance(in);
        a->shock_chance[i] = take_chance(in);
        a->slip_table[i] = take_byte(in) % (uint32_t)m->tables;
        a->shock_table[i] = take_byte(in) % (uint32_t)m->tables;
        a->slip_group[i] = take_index(in, m->groups);
        a->shock_countries[i] = take_word(in);
        a->shock_stages[i] = take_byte(in);
    }
}

/* A sound model. */
static inline minrisk_model take_model(input *in, arrays *a)
{
    minrisk_model m;
    unsigned present = take_byte(in), more = take_byte(in);

    memset(&m, 0, sizeof m);
    memset(a, 0, sizeof *a);
    m.projects = take_byte(in) % (MOST_PROJECTS + 1);
    m.tables = 1 + take_byte(in) % MOST_TABLES;
    m.table_len = TABLE_LEN;
    m.stages = 1 + take_byte(in) % MOST_STAGES;
    m.slips = take_byte(in) % (MOST_EVENTS + 1);
    m.groups = take_byte(in) % (MOST_EVENTS + 1);
    m.shocks = take_byte(in) % (MOST_EVENTS + 1);
    m.horizon = take_byte(in) % 8 == 0 ? take_ticks(in, 3) : take_ticks(in, 3000000);
    take_tables(in, a, m.tables);
    take_needs(in, a, m.stages, more & 1);
    take_events(in, a, &m);
    for (size_t p = 0; p < m.projects; p++)
        take_project(in, a, &m, p);
    m.capacity = a->capacity;
    m.phase_first = a->phase_first;
    m.phase = a->phase;
    m.table = a->table;
    m.need = a->need;
    m.need_first = more & 1 ? NULL : a->need_first;
    m.need_tick = more & 1 ? NULL : a->need_tick;
    m.id = present & 1 ? a->id : NULL;
    m.stage = present & 2 ? a->stage : NULL;
    m.country = present & 4 ? a->country : NULL;
    m.base = present & 8 ? a->base : NULL;
    m.ramp = present & 16 ? a->ramp : NULL;
    m.success = present & 32 ? a->success : NULL;
    m.slip = present & 64 ? a->slip : NULL;
    m.slipped = present & 128 ? a->slipped : NULL;
    m.group = more & 2 ? a->group : NULL;
    m.after = more & 4 ? a->after : NULL;
    m.slip_chance = a->slip_chance;
    m.slip_table = a->slip_table;
    m.slip_group = more & 8 ? a->slip_group : NULL;
    m.group_chance = a->group_chance;
    m.shock_chance = a->shock_chance;
    m.shock_table = a->shock_table;
    m.shock_countries = a->shock_countries;
    m.shock_stages = a->shock_stages;
    return m;
}

/* Whether projects hang together by more than shocks. */
static inline int is_tied(const minrisk_model *m)
{
    int ties = m->groups > 0;
    for (size_t p = 0; p < m->projects; p++)
        ties = ties || (m->after != NULL && m->after[p] != MINRISK_NONE) ||
               (m->slip != NULL && m->slip[p] != MINRISK_NONE);
    return ties;
}

/* A model for a law, on a grid of some steps a year: sums stay short, and the horizon near where
 * there are many outcomes. */
static inline minrisk_model take_law_model(input *in, arrays *a, uint32_t *steps)
{
    minrisk_model m = take_model(in, a);
    *steps = 1 + take_byte(in) % 6;
    for (size_t p = 0; p < m.projects; p++)
        a->capacity[p] %= 64;
    for (size_t i = 0; i < COUNT(a->need); i++)
        a->need[i] %= 256;
    if (is_tied(&m)) {
        m.horizon %= 200000;
        *steps = 1;
    }
    return m;
}

/* --- draws ------------------------------------------------------------------------------------- */

typedef struct four_words {
    uint32_t word[4];
} four_words;

static inline uint32_t rotated(uint32_t x, int by)
{
    return x << by | x >> (32 - by);
}

/* Threefry4x32-20, round by round. */
static inline four_words plain_words(uint64_t seed, uint64_t trial, uint32_t entity,
                                     uint32_t domain, uint32_t block)
{
    static const int turn[8][2] = {{10, 26}, {11, 21}, {13, 27}, {23, 5},
                                   {6, 20},  {17, 11}, {25, 10}, {18, 20}};
    const uint32_t key[5] = {(uint32_t)seed, (uint32_t)(seed >> 32), 0, 0,
                             0x1BD11BDAu ^ (uint32_t)seed ^ (uint32_t)(seed >> 32)};
    four_words w = {{(uint32_t)trial, (uint32_t)(trial >> 32), entity, domain << 24 | block}};
    uint32_t *x = w.word;

    for (int i = 0; i < 4; i++)
        x[i] += key[i];
    for (int round = 0; round < 20; round++) {
        int a = round % 2 ? 3 : 1, b = round % 2 ? 1 : 3;
        x[0] += x[a];
        x[a] = rotated(x[a], turn[round % 8][0]) ^ x[0];
        x[2] += x[b];
        x[b] = rotated(x[b], turn[round % 8][1]) ^ x[2];
        if (round % 4 == 3)
            for (int i = 0; i < 4; i++)
                x[i] += key[(round / 4 + 1 + i) % 5] + (i == 3 ? (uint32_t)round / 4 + 1 : 0);
    }
    return w;
}

static inline int64_t capped(int64_t ticks)
{
    return ticks < 2147483647 ? ticks : 2147483647;
}

static inline int64_t plain_draw(const minrisk_model *m, uint32_t table, uint32_t word)
{
    const int32_t *q = m->table + table * m->table_len;
    uint32_t i = word >> 30; /* tables of five knots */
    int64_t f = word << 2 >> 16;
    return q[i] + (((int64_t)q[i + 1] - q[i]) * f >> 16);
}

static inline int plain_shares(const minrisk_model *m, uint64_t seed, uint64_t trial,
                               uint32_t group)
{
    return group != MINRISK_NONE &&
           plain_words(seed, trial, group, 5, 0).word[0] < m->group_chance[group];
}

static inline int64_t plain_factor(const minrisk_model *m, uint64_t seed, uint64_t trial,
                                   uint32_t slip)
{
    uint32_t group = m->slip_group == NULL ? MINRISK_NONE : m->slip_group[slip];
    four_words w = plain_words(seed, trial, slip, 4, 0);
    uint32_t whether = w.word[0], much = w.word[1];
    if (plain_shares(m, seed, trial, group)) {
        w = plain_words(seed, trial, group, 5, 0);
        whether = w.word[1];
        much = w.word[2];
    }
    return whether < m->slip_chance[slip] ? plain_draw(m, m->slip_table[slip], much) : 65536;
}

static inline int64_t plain_shocks(const minrisk_model *m, uint64_t seed, uint64_t trial, size_t p)
{
    uint32_t country = m->country == NULL ? 0 : m->country[p];
    uint32_t stage = m->stage == NULL ? 0 : m->stage[p];
    int64_t sum = 0;
    for (uint32_t s = 0; s < m->shocks; s++) {
        four_words w = plain_words(seed, trial, s, 2, 0);
        if (w.word[0] < m->shock_chance[s] && (m->shock_countries[s] >> country & 1) != 0 &&
            (m->shock_stages[s] >> stage & 1) != 0)
            sum += plain_draw(m, m->shock_table[s], w.word[1]);
    }
    return sum;
}

static inline int64_t plain_ready(const minrisk_model *m, uint64_t seed, uint64_t trial, size_t p)
{
    size_t count = m->phase_first[p + 1] - m->phase_first[p];
    size_t slipped = m->slipped == NULL || m->slipped[p] > count ? count : m->slipped[p];
    uint32_t slip = m->slip == NULL ? MINRISK_NONE : m->slip[p];
    uint32_t group = m->group == NULL ? MINRISK_NONE : m->group[p];
    uint32_t id = m->id == NULL ? (uint32_t)p : m->id[p];
    int64_t sum = 0;
    for (size_t i = 0; i <= count; i++) {
        uint32_t block = (uint32_t)i / 4;
        if (i == slipped && slip != MINRISK_NONE && sum < 2147483647)
            sum = capped(sum * plain_factor(m, seed, trial, slip) >> 16);
        if (i < count) {
            four_words w = plain_shares(m, seed, trial, group)
                               ? plain_words(seed, trial, group, 5, 1 + block)
                               : plain_words(seed, trial, id, 0, block);
            sum = capped(sum + plain_draw(m, m->phase[m->phase_first[p] + i], w.word[i % 4]));
        }
    }
    return sum;
}

/* Projects that wait come after those that they wait for. */
static inline void plain_starts(const minrisk_model *m, uint64_t seed, uint64_t trial,
                                int64_t *start)
{
    for (size_t p = 0; p < m->projects; p++) {
        uint32_t id = m->id == NULL ? (uint32_t)p : m->id[p];
        uint32_t other = m->after == NULL ? MINRISK_NONE : m->after[p];
        four_words w = plain_words(seed, trial, id / 4, 1, 0);
        int64_t ready = capped(plain_ready(m, seed, trial, p) + plain_shocks(m, seed, trial, p));
        int fails = (m->success != NULL && w.word[id % 4] >= m->success[p]) ||
                    ready == 2147483647 || (other != MINRISK_NONE && start[other] == 2147483647);
        start[p] = ready + (m->base == NULL ? 0 : m->base[p]);
        if (other != MINRISK_NONE && !fails)
            start[p] += start[other];
        start[p] = fails ? 2147483647 : capped(start[p]);
    }
}

/* --- supply and need, in 2^-32 units ---------------------------------------------------------- */

static inline int64_t plain_supply(const minrisk_model *m, const int32_t *start, size_t stage,
                                   int64_t tick)
{
    int64_t sum = 0;
    for (size_t p = 0; p < m->projects; p++) {
        int64_t ramp = m->ramp == NULL ? 0 : m->ramp[p], since = tick - start[p];
        int64_t whole = (int64_t)m->capacity[p] * ((int64_t)1 << 32);
        if ((m->stage == NULL ? 0 : m->stage[p]) == stage && since >= 0)
            sum += since >= ramp ? whole : whole / ramp * since;
    }
    return sum;
}

static inline int64_t need_before(const minrisk_model *m, size_t stage, int64_t tick)
{
    size_t first = m->need_first == NULL ? stage : m->need_first[stage];
    size_t end = m->need_first == NULL ? stage + 1 : m->need_first[stage + 1];
    const int64_t unit = (int64_t)1 << 32;
    size_t i = end - 1;
    if (m->need_first == NULL || tick < m->need_tick[first])
        return m->need[first] * unit;
    while (m->need_tick[i] > tick)
        i--;
    if (i == end - 1)
        return m->need[i] * unit;
    return m->need[i] * unit + ((int64_t)m->need[i + 1] - (int64_t)m->need[i]) * unit /
                                   (m->need_tick[i + 1] - m->need_tick[i]) *
                                   (tick - m->need_tick[i]);
}

static inline int plain_covered(const minrisk_model *m, const int32_t *start, size_t stage,
                                int64_t tick)
{
    return plain_supply(m, start, stage, tick) >= need_before(m, stage, tick);
}

static inline int all_covered(const minrisk_model *m, const int32_t *start, int64_t tick)
{
    for (size_t s = 0; s < m->stages; s++) {
        if (!plain_covered(m, start, s, tick))
            return 0;
    }
    return 1;
}

static inline void require_not(const minrisk_model *m, const int32_t *start, int64_t tick,
                               int64_t from, int64_t to, int covered)
{
    if (tick >= from && tick < to && tick <= m->horizon)
        require(all_covered(m, start, tick) != covered);
}

/* At no tick of a span that is looked at are all stages covered (or, short): where something begins
 * or ends, beside it, and on a grid. */
static inline void require_none(const minrisk_model *m, const int32_t *start, int64_t from,
                                int64_t to, int covered)
{
    to = to > m->horizon ? (int64_t)m->horizon + 1 : to;
    for (int64_t side = -1; side <= 1; side++) {
        for (size_t p = 0; p < m->projects; p++) {
            require_not(m, start, start[p] + side, from, to, covered);
            if (m->ramp != NULL)
                require_not(m, start, (int64_t)start[p] + m->ramp[p] + side, from, to, covered);
        }
        for (size_t i = 0; m->need_first != NULL && i < m->need_first[m->stages]; i++)
            require_not(m, start, m->need_tick[i] + side, from, to, covered);
        require_not(m, start, to - 1 + side, from, to, covered);
    }
    for (int64_t i = 0; i < 32; i++)
        require_not(m, start, from + (to - from) * i / 32, from, to, covered);
}

static inline uint32_t plain_bottleneck(const minrisk_model *m, const int32_t *start, int64_t tick)
{
    uint32_t s = 0;
    while (plain_covered(m, start, s, tick))
        s++;
    return s;
}

static inline void check_trial(const minrisk_model *m, uint64_t seed, uint64_t trial,
                               const int32_t *start, const minrisk_trial *t)
{
    int64_t plain[MOST_PROJECTS];

    plain_starts(m, seed, trial, plain);
    for (size_t p = 0; p < m->projects; p++)
        require(start[p] == plain[p]);
    require(t->reserved == 0);
    require_none(m, start, 0, t->first, 1);
    if (t->first == MINRISK_TICK_NEVER) {
        require(t->lost == MINRISK_TICK_NEVER && t->bottleneck == MINRISK_NONE);
        return;
    }
    require(t->first >= 0 && t->first <= m->horizon && all_covered(m, start, t->first));
    if (t->first == 0)
        require(t->bottleneck == MINRISK_NONE);
    else
        require(t->bottleneck == plain_bottleneck(m, start, t->first - 1));
    require_none(m, start, t->first, t->lost, 0);
    if (t->lost != MINRISK_TICK_NEVER)
        require(t->lost <= m->horizon && !all_covered(m, start, t->lost));
}

/* --- tallies ----------------------------------------------------------------------------------- */

static inline minrisk_tally empty_tally(void)
{
    minrisk_tally tally;
    require(minrisk_tally_init(&tally, sizeof tally) == MINRISK_OK);
    return tally;
}

/* A tally of any trials that its own numbers allow. */
static inline minrisk_tally take_tally(input *in)
{
    minrisk_tally tally = empty_tally();
    tally.horizon = 6553600;
    tally.already = take_byte(in);
    tally.never = take_byte(in) << take_byte(in) % 8;
    tally.trials = tally.already + tally.never;
    for (int i = take_byte(in) % 16; i > 0; i--) {
        uint32_t count = take_byte(in);
        tally.month[(take_byte(in) << 8 | take_byte(in)) % 1200] += count;
        tally.bottleneck[0] += count;
        tally.trials += count;
    }
    tally.sum = take_word(in) >> 8;
    tally.squares[0] = take_word(in);
    tally.squares[1] = take_byte(in);
    return tally;
}

static inline int same_tally(const minrisk_tally *a, const minrisk_tally *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

#endif
