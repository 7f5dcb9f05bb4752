/* SPDX-License-Identifier: MIT */
/* The law of the time to independence, without trials: see minrisk_law.
 *
 * For each project, the law of the time at which it is ready is found on a grid, once. What moves
 * it by a known time (base, leads that are known, a shock's delay) moves the place at which the
 * law is read, so that it is not rounded to the grid. */
#include "forecast_model.h"
#include "forecast_reach.h"

#include "arithmetic.h"
#include "lead_table.h"
#include "sizes.h"

enum {
    MOST_STEPS_PER_YEAR = 1024,
    MOST_STATES = 4096,
    MOST_CLASSES = 12, /* of two states each */
    MOST_OUTCOMES = 4096,
    DELAYS = 32
};

/* --- the workspace --------------------------------------------------------------------------- */

typedef struct plan {
    const minrisk_model *model;
    double step;   /* ticks */
    size_t steps;  /* of the grid, which has a point more */
    size_t most;   /* the largest need, in units of its stage's divisor */
    int constant;  /* no need changes */
    int ramped;    /* a ramp is no step */
    double *ready; /* [projects][steps + 1]  the law of being ready, read at the points */
    double *moved; /* [projects]  ticks from being ready to the start: known, base and ramp too */
    double *delay; /* [projects]  ticks, by the shocks of the outcome at hand */
    double *a, *b, *c; /* [steps + 1] */
    double *mass;      /* [most + 1], or of the states */
    double *started;   /* [MOST_CLASSES][steps + 1]  where a need changes */
    double *need;      /* [(steps + 1) stages] */
    double *passed;    /* [steps + 1] */
} plan;

static uint32_t common_divisor(uint32_t a, uint32_t b)
{
    while (b != 0) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The divisor of a stage's capacities; 1 where it has none. */
static uint32_t divisor_of(const minrisk_model *m, size_t stage)
{
    uint32_t divisor = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        if (minrisk_pick(m->stage, p, 0) == stage) {
            divisor = common_divisor(divisor, m->capacity[p]);
        }
    }
    return divisor > 0 ? divisor : 1;
}

/* The need, rounded up to whole divisors. */
static uint32_t divided(uint32_t need, uint32_t divisor)
{
    return need / divisor + (need % divisor > 0);
}

static size_t largest_need(const minrisk_model *m)
{
    size_t most = 0;
    size_t s, i;

    for (s = 0; s < m->stages; s++) {
        uint32_t divisor = divisor_of(m, s);
        for (i = minrisk_first_knot(m, s); i < minrisk_end_knot(m, s); i++) {
            uint32_t need = divided(m->need[i], divisor);
            most = need > most ? need : most;
        }
    }
    return most;
}

static int has_ramp(const minrisk_model *m)
{
    size_t p;

    for (p = 0; p < m->projects; p++) {
        if (minrisk_pick_ticks(m->ramp, p) > 0) {
            return 1;
        }
    }
    return 0;
}

static void measure(plan *q, const minrisk_model *m, uint32_t steps_per_year)
{
    int64_t earliest = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        int32_t base = minrisk_pick_ticks(m->base, p);
        earliest = base < earliest ? base : earliest;
    }
    q->model = m;
    q->step = 65536.0 / (double)steps_per_year;
    q->steps = (size_t)(uint32_t)(((double)m->horizon - (double)earliest) / q->step) + 1;
    q->most = largest_need(m);
    q->constant = minrisk_need_is_constant(m);
    q->ramped = has_ramp(m);
}

static size_t doubles_for(const plan *q)
{
    const size_t points = q->steps + 1;
    const size_t mass = q->constant || q->most > MOST_STATES ? q->most : (size_t)MOST_STATES;
    size_t doubles = minrisk_size_multiply_add(q->model->projects, points + 2, mass + 1);

    doubles = minrisk_size_multiply_add(
        points, q->model->stages + 4 + (q->constant ? 0 : MOST_CLASSES), doubles);
    return doubles > SIZE_MAX / sizeof(double) ? SIZE_MAX : doubles;
}

static int grid_is_valid(uint32_t steps_per_year)
{
    return steps_per_year >= 1 && steps_per_year <= MOST_STEPS_PER_YEAR;
}

size_t minrisk_law_workspace(const minrisk_model *model, uint32_t steps_per_year)
{
    plan q;

    if (!model || !minrisk_model_has_pointers(model) || !minrisk_model_has_sizes(model) ||
        !grid_is_valid(steps_per_year) || minrisk_model_check_values(model) != MINRISK_OK) {
        return SIZE_MAX;
    }
    measure(&q, model, steps_per_year);
    return doubles_for(&q);
}

static void set_up(plan *q, double *work)
{
    const size_t points = q->steps + 1;
    const size_t projects = q->model->projects;

    q->ready = work;
    q->moved = q->ready + projects * points;
    q->delay = q->moved + projects;
    q->a = q->delay + projects;
    q->b = q->a + points;
    q->c = q->b + points;
    q->passed = q->c + points;
    q->need = q->passed + points;
    q->started = q->need + points * q->model->stages;
    q->mass = q->started + (q->constant ? 0 : MOST_CLASSES * points);
}

/* --- what cannot be taken apart -------------------------------------------------------------- */

static int slips_for_sure_apart(const minrisk_model *m)
{
    size_t p, other;

    for (p = 0; p < m->projects; p++) {
        uint32_t slip = minrisk_pick(m->slip, p, MINRISK_NONE);
        for (other = 0; slip != MINRISK_NONE && other < p; other++) {
            if (m->slip_chance[slip] > 0 && minrisk_pick(m->slip, other, MINRISK_NONE) == slip) {
                return 0;
            }
        }
    }
    return 1;
}

static int is_untied(const minrisk_model *m)
{
    size_t i;

    for (i = 0; i < m->groups; i++) {
        if (m->group_chance[i] > 0) {
            return 0;
        }
    }
    for (i = 0; i < m->projects; i++) {
        if (minrisk_pick(m->after, i, MINRISK_NONE) != MINRISK_NONE) {
            return 0;
        }
    }
    return slips_for_sure_apart(m);
}

/* --- the law of being ready ------------------------------------------------------------------ */

static const int32_t *table_of(const plan *q, uint32_t index)
{
    return q->model->table + (size_t)index * q->model->table_len;
}

/* The part of a table's law below x ticks. */
static double law_below(const plan *q, uint32_t table, double x)
{
    return minrisk_lead_place(table_of(q, table), q->model->table_len, x, 0) /
           (double)(q->model->table_len - 1);
}

/* A table's law on the grid: at each point, what is nearest to it. */
static void spread(const plan *q, uint32_t table, double *out)
{
    double before = 0.0;
    size_t i;

    for (i = 0; i <= q->steps; i++) {
        double now = law_below(q, table, minrisk_multiply((double)i + 0.5, q->step));
        out[i] = now - before;
        before = now;
    }
}

static void point_mass(double *out, size_t points)
{
    minrisk_reach_begin(out, points - 1);
}

static int is_known(const plan *q, uint32_t table)
{
    return table_of(q, table)[0] == table_of(q, table)[q->model->table_len - 1];
}

/* The law in a, times a slip factor, into b: each mass is spread over the grid by the factor. */
static void slip_law(const plan *q, uint32_t slip)
{
    const double chance = (double)q->model->slip_chance[slip] / 4294967296.0;
    const uint32_t table = q->model->slip_table[slip];
    size_t i, k;

    for (i = 0; i <= q->steps; i++) {
        q->b[i] = minrisk_multiply(minrisk_subtract(1.0, chance), q->a[i]);
    }
    for (i = 0; i <= q->steps; i++) {
        const double mass = minrisk_multiply(chance, q->a[i]);
        double before = 0.0;
        for (k = 0; mass > 0.0 && before < 1.0 && k <= q->steps; k++) {
            double now = i > 0 ? law_below(q, table,
                                           minrisk_multiply(((double)k + 0.5) / (double)i, 65536.0))
                               : 1.0;
            q->b[k] += minrisk_multiply(mass, now - before);
            before = now;
        }
    }
}

static void swap_laws(plan *q)
{
    double *kept = q->a;
    q->a = q->b;
    q->b = kept;
}

/* The slip applies to the phases so far, unless there is none. */
static void slip_so_far(plan *q, uint32_t slip)
{
    if (slip != MINRISK_NONE) {
        slip_law(q, slip);
        swap_laws(q);
    }
}

/* The law of a project's phases into a; leads that are known, and do not slip, are added to
 * moved. */
static void phases_law(plan *q, size_t project)
{
    const minrisk_model *m = q->model;
    const size_t first = m->phase_first[project], count = m->phase_first[project + 1] - first;
    const uint32_t slip = minrisk_pick(m->slip, project, MINRISK_NONE);
    const uint32_t slipped = minrisk_pick(m->slipped, project, UINT32_MAX);
    size_t i;

    point_mass(q->a, q->steps + 1);
    for (i = 0; i < count; i++) {
        const uint32_t table = m->phase[first + i];
        if (i == slipped) {
            slip_so_far(q, slip);
        }
        if (is_known(q, table) && (slip == MINRISK_NONE || i >= slipped)) {
            q->moved[project] += (double)table_of(q, table)[0];
        } else {
            spread(q, table, q->c);
            minrisk_convolve(q->c, q->a, q->steps + 1, q->b);
            swap_laws(q);
        }
    }
    if (slipped >= count) {
        slip_so_far(q, slip);
    }
}

/* The law in a, cumulative, and read in the middle of each step; one that is a single time is read
 * as it stands. */
static void read_law(const plan *q, double *ready)
{
    double sum = 0.0;
    size_t i;

    for (i = 0; i <= q->steps; i++) {
        ready[i] = sum + 0.5 * q->a[i];
        sum += q->a[i];
    }
    if (!(q->a[0] < 1.0)) {
        ready[0] = 1.0;
    }
}

static int same_phases(const minrisk_model *m, size_t p, size_t r)
{
    const size_t count = m->phase_first[p + 1] - m->phase_first[p];
    size_t i;

    if (m->phase_first[r + 1] - m->phase_first[r] != count ||
        minrisk_pick(m->slipped, p, 0) != minrisk_pick(m->slipped, r, 0) ||
        minrisk_pick(m->slip, p, MINRISK_NONE) != minrisk_pick(m->slip, r, MINRISK_NONE)) {
        return 0;
    }
    for (i = 0; i < count; i++) {
        if (m->phase[m->phase_first[p] + i] != m->phase[m->phase_first[r] + i]) {
            return 0;
        }
    }
    return 1;
}

/* The laws of all projects; projects with the same phases share the work, not the memory. */
static void find_laws(plan *q)
{
    const minrisk_model *m = q->model;
    const size_t points = q->steps + 1;
    size_t p, r;

    for (p = 0; p < m->projects; p++) {
        double *ready = q->ready + p * points;
        q->moved[p] = 0.0;
        for (r = 0; r < p && !same_phases(m, p, r); r++) {
        }
        if (r < p) {
            memcpy(ready, q->ready + r * points, points * sizeof *ready);
            q->moved[p] =
                q->moved[r] - minrisk_pick_ticks(m->base, r) - minrisk_pick_ticks(m->ramp, r);
        } else {
            phases_law(q, p);
            read_law(q, ready);
        }
        q->moved[p] += minrisk_pick_ticks(m->base, p);
        q->moved[p] += minrisk_pick_ticks(m->ramp, p);
    }
}

/* The chance that a project is there, whole, by a tick. */
static double started_by(const plan *q, size_t project, double tick)
{
    const double *ready = q->ready + project * (q->steps + 1);
    const double success = (double)minrisk_pick_chance(q->model->success, project) / 4294967296.0;
    const double place = (tick - q->moved[project] - q->delay[project]) / q->step;
    size_t i;
    double law;

    if (!(place >= 0.0)) {
        return 0.0;
    }
    i = place < (double)q->steps ? (size_t)(uint32_t)place : q->steps - 1;
    law = ready[i] + minrisk_multiply(place < (double)q->steps ? place - (double)i : 1.0,
                                      ready[i + 1] - ready[i]);
    return minrisk_multiply(success, law < 1.0 ? law : 1.0);
}

/* --- needs ----------------------------------------------------------------------------------- */

/* The need of a stage at a tick, in units; rises at a step before the tick is over. */
static double need_at(const minrisk_model *m, size_t stage, double tick)
{
    const size_t first = minrisk_first_knot(m, stage), end = minrisk_end_knot(m, stage);
    size_t i = first;
    double part;

    while (i < end && m->need_first && (double)m->need_tick[i] <= tick) {
        i++;
    }
    if (i == first || i == end) {
        return (double)m->need[i == first ? first : end - 1];
    }
    part = (tick - (double)m->need_tick[i - 1]) /
           ((double)m->need_tick[i] - (double)m->need_tick[i - 1]);
    return (double)m->need[i - 1] +
           minrisk_multiply(part, (double)m->need[i] - (double)m->need[i - 1]);
}

/* --- all stages at a tick -------------------------------------------------------------------- */

/* The chance that a stage has `need` units by a tick. */
static double stage_chance(const plan *q, size_t stage, double need, double tick)
{
    const minrisk_model *m = q->model;
    const uint32_t divisor = divisor_of(m, stage);
    const uint32_t whole = (uint32_t)need + ((double)(uint32_t)need < need);
    const size_t units = divided(whole, divisor);
    size_t p;

    minrisk_reach_begin(q->mass, units);
    for (p = 0; p < m->projects; p++) {
        if (minrisk_pick(m->stage, p, 0) == stage && m->capacity[p] > 0) {
            minrisk_reach_add(q->mass, units, m->capacity[p] / divisor, started_by(q, p, tick));
        }
    }
    return q->mass[units];
}

static double all_stages_chance(const plan *q, double tick)
{
    double chance = 1.0;
    size_t s;

    for (s = 0; s < q->model->stages; s++) {
        chance = minrisk_multiply(chance, stage_chance(q, s, need_at(q->model, s, tick), tick));
    }
    return chance;
}

/* --- first passage --------------------------------------------------------------------------- */

static int are_alike(const plan *q, size_t p, size_t r)
{
    const minrisk_model *m = q->model;

    return minrisk_pick(m->stage, p, 0) == minrisk_pick(m->stage, r, 0) &&
           m->capacity[p] == m->capacity[r] && same_phases(m, p, r) &&
           minrisk_pick_chance(m->success, p) == minrisk_pick_chance(m->success, r) &&
           !(q->moved[p] < q->moved[r] || q->moved[r] < q->moved[p]) &&
           !(q->delay[p] < q->delay[r] || q->delay[r] < q->delay[p]);
}

/* Sorts the projects into classes; more of them than there may be, if they do not fit. */
static size_t find_classes(const plan *q, minrisk_class c[MOST_CLASSES])
{
    const minrisk_model *m = q->model;
    size_t like[MOST_CLASSES];
    size_t classes = 0;
    size_t p, i;

    for (p = 0; p < m->projects; p++) {
        if (m->capacity[p] == 0) {
            continue;
        }
        for (i = 0; i < classes && !are_alike(q, p, like[i]); i++) {
        }
        if (i == MOST_CLASSES) {
            return MOST_CLASSES + 1;
        }
        if (i == classes) {
            like[classes] = p;
            c[classes].count = 0;
            c[classes].capacity = m->capacity[p];
            c[classes].stage = minrisk_pick(m->stage, p, 0);
            c[classes].started = q->started + classes * (q->steps + 1);
            classes++;
        }
        c[i].count++;
    }
    for (i = 0; i < classes; i++) {
        double *started = q->started + i * (q->steps + 1);
        for (p = 0; p <= q->steps; p++) {
            started[p] = started_by(q, like[i], minrisk_multiply((double)p, q->step));
        }
    }
    return classes;
}

static void set_needs(const plan *q)
{
    const size_t stages = q->model->stages;
    size_t i, s;

    for (i = 0; i <= q->steps; i++) {
        for (s = 0; s < stages; s++) {
            q->need[i * stages + s] = need_at(q->model, s, minrisk_multiply((double)i, q->step));
        }
    }
}

/* The most that availability has been at one of the steps so far. */
static void bound_passage(const plan *q)
{
    double most = 0.0;
    size_t i;

    for (i = 0; i <= q->steps; i++) {
        double chance = all_stages_chance(q, minrisk_multiply((double)i, q->step));
        most = chance > most ? chance : most;
        q->passed[i] = most;
    }
}

/* First passage at each step, into `passed`. Returns the kind of it. */
static int32_t find_passage(const plan *q)
{
    minrisk_class c[MOST_CLASSES];
    const size_t classes = find_classes(q, c);
    const size_t states =
        classes > MOST_CLASSES ? SIZE_MAX : minrisk_class_states(c, classes, MOST_STATES);

    if (states == SIZE_MAX) {
        bound_passage(q);
        return MINRISK_LAW_LOWER_BOUND;
    }
    minrisk_passage(c, classes, q->need, q->model->stages, q->steps + 1, q->mass, states,
                    q->passed);
    return MINRISK_LAW_ENUMERATED;
}

/* The chance by a tick: at the last step before it if it is a bound, straight between two if
 * not. */
static double passed_by(const plan *q, double tick, int32_t kind)
{
    const double place = tick / q->step;
    const size_t i = (size_t)(uint32_t)place;

    if (kind == MINRISK_LAW_LOWER_BOUND) {
        return q->passed[i];
    }
    return q->passed[i] + minrisk_multiply(place - (double)i, q->passed[i + 1] - q->passed[i]);
}

/* --- shocks ---------------------------------------------------------------------------------- */

static uint32_t delays_of(const plan *q, size_t shock)
{
    return q->model->shock_chance[shock] == 0          ? 0
           : is_known(q, q->model->shock_table[shock]) ? 1
                                                       : DELAYS;
}

/* In how many ways the shocks can turn out; more than MOST_OUTCOMES if too many. */
static uint32_t outcomes_of(const plan *q)
{
    uint32_t outcomes = 1;
    size_t s;

    for (s = 0; s < q->model->shocks && outcomes <= MOST_OUTCOMES; s++) {
        outcomes *= delays_of(q, s) + 1;
    }
    return outcomes;
}

static void add_delay(const plan *q, size_t shock, double ticks)
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

/* Sets the delays of an outcome, and returns its chance. A shock's own outcome is 0 where it does
 * not happen, and the number of its delay where it does. */
static double take_outcome(const plan *q, uint32_t outcome)
{
    const minrisk_model *m = q->model;
    double chance = 1.0;
    size_t s;

    for (s = 0; s < m->projects; s++) {
        q->delay[s] = 0.0;
    }
    for (s = 0; s < m->shocks; s++) {
        const uint32_t delays = delays_of(q, s);
        const uint32_t own = outcome % (delays + 1);
        const double happens = (double)m->shock_chance[s] / 4294967296.0;
        outcome /= delays + 1;
        if (own == 0) {
            chance = minrisk_multiply(chance, minrisk_subtract(1.0, happens));
        } else {
            uint32_t word = (uint32_t)((((uint64_t)2 * own - 1) << 31) / delays);
            chance = minrisk_multiply(chance, happens / (double)delays);
            add_delay(q, s,
                      (double)minrisk_lead_draw(table_of(q, m->shock_table[s]),
                                                minrisk_lead_bits(m->table_len), word));
        }
    }
    return chance;
}

/* --- the call -------------------------------------------------------------------------------- */

static int years_are_valid(const minrisk_model *m, const double *year, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!minrisk_is_quantity(year[i]) || 65536.0 * year[i] > (double)m->horizon) {
            return 0;
        }
    }
    return 1;
}

static int32_t add_outcomes(const plan *q, const double *year, size_t n, double *probability)
{
    const uint32_t outcomes = outcomes_of(q);
    int32_t kind = q->ramped ? MINRISK_LAW_LOWER_BOUND : MINRISK_LAW_EXACT;
    uint32_t o;
    size_t i;

    for (o = 0; o < outcomes; o++) {
        const double chance = take_outcome(q, o);
        int32_t found = q->constant ? MINRISK_LAW_EXACT : find_passage(q);
        kind = found > kind ? found : kind;
        for (i = 0; i < n; i++) {
            const double tick = 65536.0 * year[i];
            probability[i] +=
                minrisk_multiply(chance, found == MINRISK_LAW_EXACT ? all_stages_chance(q, tick)
                                                                    : passed_by(q, tick, found));
        }
    }
    return kind;
}

/* What is asked for, after the model. */
static minrisk_status check_law(plan *q, const double *year, size_t n, size_t work_len)
{
    const size_t required = doubles_for(q);

    if (required == SIZE_MAX || work_len < required) {
        return MINRISK_E_SIZE;
    }
    if (!years_are_valid(q->model, year, n)) {
        return MINRISK_E_DATA;
    }
    return is_untied(q->model) && outcomes_of(q) <= MOST_OUTCOMES ? MINRISK_OK : MINRISK_E_PARAM;
}

minrisk_status minrisk_law(const minrisk_model *model, uint32_t steps_per_year, const double *year,
                           size_t n, double *probability, int32_t *kind, double *work,
                           size_t work_len)
{
    minrisk_status status;
    plan q;
    size_t i;

    if (!model || !kind || !work || (n > 0 && (!year || !probability)) ||
        !minrisk_model_has_pointers(model)) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_model_has_sizes(model)) {
        return MINRISK_E_SIZE;
    }
    if (!grid_is_valid(steps_per_year)) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_model_check_values(model);
    if (status != MINRISK_OK) {
        return status;
    }
    measure(&q, model, steps_per_year);
    status = check_law(&q, year, n, work_len);
    if (status != MINRISK_OK) {
        return status;
    }

    set_up(&q, work);
    find_laws(&q);
    set_needs(&q);
    for (i = 0; i < n; i++) {
        probability[i] = 0.0;
    }
    *kind = add_outcomes(&q, year, n, probability);
    return MINRISK_OK;
}
