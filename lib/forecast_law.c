/* SPDX-License-Identifier: MIT */
/* The law of the time to independence, without trials: see minrisk_law.
 *
 * Outcome by outcome of what strikes or ties several projects, each project's start has a law of
 * its own; capacities are added up from these. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "forecast_law.h"

#include "arithmetic.h"
#include "forecast_reach.h"
#include "lead_table.h"
#include "sizes.h"

enum {
    MOST_STEPS_PER_YEAR = 1024,
    MOST_STATES = 4096,
    MOST_CLASSES = 12 /* of two states each */
};

typedef minrisk_law_frame law_frame;

/* --- the workspace --------------------------------------------------------------------------- */

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

static void measure(law_frame *q, const minrisk_model *m, minrisk_left_out left_out,
                    uint32_t steps_per_year)
{
    int64_t earliest = 0;
    size_t p;

    for (p = 0; p < m->projects; p++) {
        int32_t base = minrisk_pick_ticks(m->base, p);
        earliest = base < earliest ? base : earliest;
    }
    q->model = m;
    q->left_out = left_out;
    q->step = 65536.0 / (double)steps_per_year;
    q->steps = (size_t)(uint32_t)(((double)m->horizon - (double)earliest) / q->step) + 1;
    q->most = largest_need(m);
    q->constant = minrisk_need_is_constant(m);
    q->ramped = has_ramp(m);
}

static size_t doubles_for(const law_frame *q)
{
    const minrisk_model *m = q->model;
    const size_t points = q->steps + 1;
    const size_t mass = q->constant || q->most > MOST_STATES ? q->most : (size_t)MOST_STATES;
    size_t doubles = minrisk_size_multiply_add(m->projects, points + 3, mass + 1);

    doubles = minrisk_size_multiply_add(m->slips, 1, doubles);
    doubles = minrisk_size_multiply_add(m->groups, 1, doubles);
    doubles = minrisk_size_multiply_add(points, m->stages + 5 + (q->constant ? 0 : MOST_CLASSES),
                                        doubles);
    return doubles > SIZE_MAX / sizeof(double) ? SIZE_MAX : doubles;
}

static int grid_is_valid(uint32_t steps_per_year)
{
    return steps_per_year >= 1 && steps_per_year <= MOST_STEPS_PER_YEAR;
}

static const minrisk_left_out NOTHING = {MINRISK_LEAVE_NOTHING, 0};

size_t minrisk_law_workspace(const minrisk_model *model, uint32_t steps_per_year)
{
    law_frame q;

    if (!model || !minrisk_model_has_pointers(model) || !minrisk_model_has_sizes(model) ||
        !grid_is_valid(steps_per_year) || minrisk_model_check_values(model) != MINRISK_OK) {
        return SIZE_MAX;
    }
    measure(&q, model, NOTHING, steps_per_year);
    return doubles_for(&q);
}

/* Takes the workspace apart, and ties nothing yet. */
static void set_up(law_frame *q, double *work)
{
    const minrisk_model *m = q->model;
    const size_t points = q->steps + 1;
    size_t i;

    q->ready = work;
    q->moved = q->ready + m->projects * points;
    q->delay = q->moved + m->projects;
    q->begin = q->delay + m->projects;
    q->factor = q->begin + m->projects;
    q->shared = q->factor + m->slips;
    q->a = q->shared + m->groups;
    q->b = q->a + points;
    q->c = q->b + points;
    q->d = q->c + points;
    q->passed = q->d + points;
    q->need = q->passed + points;
    q->started = q->need + points * m->stages;
    q->mass = q->started + (q->constant ? 0 : MOST_CLASSES * points);
    for (i = 0; i < m->projects; i++) {
        q->begin[i] = MINRISK_OPEN;
    }
    for (i = 0; i < m->slips; i++) {
        q->factor[i] = -1.0;
    }
    for (i = 0; i < m->groups; i++) {
        q->shared[i] = 0.0;
    }
    for (i = 0; i < m->projects; i++) {
        minrisk_ready_find(q, i);
    }
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
    part = minrisk_subtract(tick, (double)m->need_tick[i - 1]) /
           ((double)m->need_tick[i] - (double)m->need_tick[i - 1]);
    return minrisk_add((double)m->need[i - 1],
                       minrisk_multiply(part, (double)m->need[i] - (double)m->need[i - 1]));
}

static double asked_at(const law_frame *q, size_t stage, double tick)
{
    return minrisk_asks(&q->left_out, stage) ? need_at(q->model, stage, tick) : 0.0;
}

/* --- all stages at a tick -------------------------------------------------------------------- */

/* A bound is asked for, and the projects of a stage are not independent. */
static int stage_is_bounded(const law_frame *q, size_t stage)
{
    const minrisk_model *m = q->model;
    size_t p;

    for (p = 0; q->nodes == 0 && p < m->projects; p++) {
        if (minrisk_pick(m->stage, p, 0) == stage && minrisk_outcome_ties(q, p)) {
            return 1;
        }
    }
    return 0;
}

static void add(double *mass, size_t need, uint32_t capacity, double chance, int is_bounded)
{
    if (is_bounded) {
        minrisk_reach_best(mass, need, capacity, chance);
    } else {
        minrisk_reach_add(mass, need, capacity, chance);
    }
}

/* The chance that a stage has `need` units by a tick. All draws make starts later as they rise, so
 * that starts are associated (Esary, Proschan and Walkup 1967): a set of them comes at least as
 * likely as if its members were independent, and so do all stages. */
static double stage_chance(const law_frame *q, size_t stage, double need, double tick)
{
    const minrisk_model *m = q->model;
    const uint32_t divisor = divisor_of(m, stage);
    const uint32_t whole = (uint32_t)need + ((double)(uint32_t)need < need);
    const size_t units = divided(whole, divisor);
    const int is_bounded = stage_is_bounded(q, stage);
    size_t p;

    minrisk_reach_begin(q->mass, units);
    for (p = 0; p < m->projects; p++) {
        if (minrisk_pick(m->stage, p, 0) == stage && m->capacity[p] > 0 &&
            minrisk_gives(m, &q->left_out, p)) {
            add(q->mass, units, m->capacity[p] / divisor, minrisk_ready_by(q, p, tick), is_bounded);
        }
    }
    return q->mass[units];
}

static double all_stages_chance(const law_frame *q, double tick)
{
    double chance = 1.0;
    size_t s;

    for (s = 0; s < q->model->stages; s++) {
        chance = minrisk_multiply(chance, stage_chance(q, s, asked_at(q, s, tick), tick));
    }
    return chance;
}

/* --- first passage --------------------------------------------------------------------------- */

static int are_alike(const law_frame *q, size_t p, size_t r)
{
    const minrisk_model *m = q->model;

    return minrisk_pick(m->stage, p, 0) == minrisk_pick(m->stage, r, 0) &&
           m->capacity[p] == m->capacity[r] && minrisk_ready_alike(m, p, r) &&
           minrisk_pick_chance(m->success, p) == minrisk_pick_chance(m->success, r) &&
           q->moved[p] == q->moved[r] && q->delay[p] == q->delay[r] &&
           !(q->begin[p] > MINRISK_OPEN || q->begin[r] > MINRISK_OPEN) &&
           minrisk_pick_ticks(m->ramp, p) == minrisk_pick_ticks(m->ramp, r);
}

/* Sorts the projects into classes; more of them than there may be, if they do not fit. */
static size_t find_classes(const law_frame *q, minrisk_class c[MOST_CLASSES])
{
    const minrisk_model *m = q->model;
    size_t like[MOST_CLASSES];
    size_t classes = 0;
    size_t p, i;

    for (p = 0; p < m->projects; p++) {
        if (m->capacity[p] == 0 || !minrisk_gives(m, &q->left_out, p)) {
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
            started[p] = minrisk_ready_by(q, like[i], minrisk_multiply((double)p, q->step));
        }
    }
    return classes;
}

static void set_needs(const law_frame *q)
{
    const size_t stages = q->model->stages;
    size_t i, s;

    for (i = 0; i <= q->steps; i++) {
        for (s = 0; s < stages; s++) {
            q->need[i * stages + s] = asked_at(q, s, minrisk_multiply((double)i, q->step));
        }
    }
}

/* The most that availability has been at one of the steps so far. */
static void bound_passage(const law_frame *q)
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
static int32_t find_passage(const law_frame *q)
{
    minrisk_class c[MOST_CLASSES];
    const size_t classes = q->nodes > 0 ? find_classes(q, c) : MOST_CLASSES + 1;
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
static double passed_by(const law_frame *q, double tick, int32_t kind)
{
    const double place = tick / q->step;
    const size_t i = (size_t)(uint32_t)place;

    if (kind == MINRISK_LAW_LOWER_BOUND) {
        return q->passed[i];
    }
    return q->passed[i] + minrisk_multiply(minrisk_subtract(place, (double)i),
                                           minrisk_subtract(q->passed[i + 1], q->passed[i]));
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

/* The kind of an answer, but for what a walk through the states says. */
static int32_t kind_of(const law_frame *q)
{
    if (q->ramped || q->nodes == 0) {
        return MINRISK_LAW_LOWER_BOUND;
    }
    return q->tied ? MINRISK_LAW_ENUMERATED : MINRISK_LAW_EXACT;
}

static int32_t add_outcomes(law_frame *q, const double *year, size_t n, double *probability)
{
    const uint32_t outcomes = minrisk_outcomes_count(q);
    int32_t kind = kind_of(q);
    uint32_t o;
    size_t i;

    for (o = 0; o < outcomes; o++) {
        const double chance = minrisk_outcome_take(q, o);
        int32_t found = MINRISK_LAW_EXACT;
        if (!(chance > 0.0)) {
            continue;
        }
        if (!q->constant) {
            found = find_passage(q);
        }
        kind = found > kind ? found : kind;
        for (i = 0; i < n; i++) {
            const double tick = 65536.0 * year[i];
            probability[i] += minrisk_multiply(chance, q->constant ? all_stages_chance(q, tick)
                                                                   : passed_by(q, tick, found));
        }
    }
    return kind;
}

/* Every call's checks, in their order; then the laws of all projects are there. */
static minrisk_status begin_law(law_frame *q, const minrisk_model *model, minrisk_left_out left_out,
                                uint32_t steps_per_year, const double *year, size_t n, double *work,
                                size_t work_len)
{
    minrisk_status status;
    size_t required;

    if (!model || !work || (n > 0 && !year) || !minrisk_model_has_pointers(model)) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_model_has_sizes(model)) {
        return MINRISK_E_SIZE;
    }
    if (!grid_is_valid(steps_per_year) || left_out.what == MINRISK_LEAVE_UNKNOWN) {
        return MINRISK_E_PARAM;
    }
    status = minrisk_model_check_values(model);
    if (status != MINRISK_OK) {
        return status;
    }
    measure(q, model, left_out, steps_per_year);
    required = doubles_for(q);
    if (work_len < required) {
        return MINRISK_E_SIZE;
    }
    if (!years_are_valid(model, year, n)) {
        return MINRISK_E_DATA;
    }
    minrisk_outcomes_measure(q);
    return minrisk_outcomes_count(q) <= MINRISK_MOST_OUTCOMES ? MINRISK_OK : MINRISK_E_PARAM;
}

minrisk_status minrisk_law_run_without(const minrisk_model *model, minrisk_left_out left_out,
                                       uint32_t steps_per_year, const double *year, size_t n,
                                       double *probability, int32_t *kind, double *work,
                                       size_t work_len)
{
    minrisk_status status;
    law_frame q;
    size_t i;

    if (!kind || (n > 0 && !probability)) {
        return MINRISK_E_NULL;
    }
    status = begin_law(&q, model, left_out, steps_per_year, year, n, work, work_len);
    if (status != MINRISK_OK) {
        return status;
    }

    set_up(&q, work);
    set_needs(&q);
    for (i = 0; i < n; i++) {
        probability[i] = 0.0;
    }
    *kind = add_outcomes(&q, year, n, probability);
    return MINRISK_OK;
}

minrisk_status minrisk_law(const minrisk_model *model, uint32_t steps_per_year, const double *year,
                           size_t n, double *probability, int32_t *kind, double *work,
                           size_t work_len)
{
    return minrisk_law_run_without(model, NOTHING, steps_per_year, year, n, probability, kind, work,
                                   work_len);
}

/* --- each project by itself ------------------------------------------------------------------ */

minrisk_status minrisk_law_started(const minrisk_model *model, uint32_t steps_per_year, double year,
                                   double *chance, double *work, size_t work_len)
{
    minrisk_status status;
    law_frame q;
    uint32_t outcomes, o;
    size_t p;

    if (!chance) {
        return MINRISK_E_NULL;
    }
    /* A year that is none is refused as other scalars are, one past the horizon after the data. */
    status = begin_law(&q, model, NOTHING, minrisk_is_quantity(year) ? steps_per_year : 0, NULL, 0,
                       work, work_len);
    if (status != MINRISK_OK) {
        return status;
    }
    if (!years_are_valid(model, &year, 1)) {
        return MINRISK_E_PARAM;
    }

    set_up(&q, work);
    for (p = 0; p < model->projects; p++) {
        chance[p] = 0.0;
    }
    outcomes = minrisk_outcomes_count(&q);
    for (o = 0; o < outcomes; o++) {
        const double weight = minrisk_outcome_take(&q, o);
        for (p = 0; p < model->projects; p++) {
            chance[p] += minrisk_multiply(weight, minrisk_ready_by(&q, p, 65536.0 * year));
        }
    }
    return MINRISK_OK;
}

/* --- the stage that is covered last ---------------------------------------------------------- */

static void find_covered(const law_frame *q, double tick, double covered[MINRISK_MOST_STAGES])
{
    size_t s;

    for (s = 0; s < q->model->stages; s++) {
        covered[s] =
            stage_chance(q, s, (double)q->model->need[minrisk_first_knot(q->model, s)], tick);
    }
}

/* Each step but its last tick, in which whatever is covered is so in no known order, and then that
 * tick, to which times that are known are rounded. */
static void add_last(const law_frame *q, double chance, double *probability)
{
    const double horizon = (double)q->model->horizon;
    double before[MINRISK_MOST_STAGES], now[MINRISK_MOST_STAGES];
    double last = 0.0;
    size_t i;

    find_covered(q, 0.0, before);
    for (i = 2; last < horizon; i++) {
        const size_t steps = i / 2;
        const int is_tick = i % 2 != 0;
        double end =
            minrisk_subtract(minrisk_multiply((double)steps, q->step), is_tick ? 0.0 : 1.0);
        last = end < horizon ? end : horizon;
        find_covered(q, last, now);
        minrisk_reach_last(before, now, q->model->stages, is_tick, chance, probability);
        memcpy(before, now, sizeof before);
    }
}

minrisk_status minrisk_law_bottleneck(const minrisk_model *model, uint32_t steps_per_year,
                                      double *probability, int32_t *kind, double *work,
                                      size_t work_len)
{
    minrisk_status status;
    law_frame q;
    uint32_t outcomes, o;
    size_t s;

    if (!probability || !kind) {
        return MINRISK_E_NULL;
    }
    status = begin_law(&q, model, NOTHING, steps_per_year, NULL, 0, work, work_len);
    if (status != MINRISK_OK) {
        return status;
    }
    if (!q.constant || kind_of(&q) == MINRISK_LAW_LOWER_BOUND) {
        return MINRISK_E_PARAM;
    }

    set_up(&q, work);
    for (s = 0; s < model->stages; s++) {
        probability[s] = 0.0;
    }
    outcomes = minrisk_outcomes_count(&q);
    for (o = 0; o < outcomes; o++) {
        add_last(&q, minrisk_outcome_take(&q, o), probability);
    }
    *kind = kind_of(&q);
    return MINRISK_OK;
}

#endif
