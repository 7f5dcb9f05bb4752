/* SPDX-License-Identifier: MIT */
/* The projects that are listed, against what is needed of them each year: as many stages as have a
 * need, all of which must be covered. */
#include "forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Trials that the fan is drawn from, and what is lacking. */
#define FAN_TRIALS 1000u

/* A project that counts for a stage, whether or not allies are counted. */
struct member {
    const struct project *project;
    uint32_t stage;
    int home;
};

struct fleet_data {
    struct forecast *forecast;
    struct member *member;
    size_t members;
    double need[FORECAST_STAGES * (FAN_YEARS + 1)]; /* by stage and year */
    double unit;                                    /* what one unit of the model is */
};

struct fleet_case {
    const char *label;
    int together, drawn, allied;
    const struct deal *without; /* or NULL */
};

struct fleet_model {
    minrisk_model model;
    uint32_t *id, *stage, *capacity, *phase, *group, *need;
    int32_t *base, *ramp, *table, *need_tick;
    uint64_t *success, group_chance[1];
    size_t *phase_first, *need_first;
    double *quantity;
};

/* --- stages ----------------------------------------------------------------------------------- */

static int is_at(const struct project *project, const struct fleet_stage *stage)
{
    return same_name(project->commodity, stage->commodity) &&
           same_name(project->stage, stage->stage) && same_name(project->unit, stage->unit);
}

static struct fleet_stage *stage_of(struct forecast *forecast, const struct project *project)
{
    size_t i;

    for (i = 0; i < forecast->stages; ++i) {
        if (is_at(project, &forecast->stage[i]))
            return &forecast->stage[i];
    }
    return NULL;
}

static const struct demand *demand_of(const struct dataset *data, const struct project *project)
{
    const struct demand *demand = dataset_demand(data, project->commodity, project->stage);

    return demand != NULL && same_name(demand->unit, project->unit) ? demand : NULL;
}

/* A need in the list of projects itself stands before that of demand.csv. */
static void add_stage(struct forecast *forecast, const struct project *project)
{
    const struct demand *demand = demand_of(forecast->data, project);
    struct fleet_stage *stage = &forecast->stage[forecast->stages++];

    memset(stage, 0, sizeof *stage);
    stage->commodity = project->commodity;
    stage->stage = project->stage;
    stage->unit = project->unit;
    stage->buyer = BUYER;
    if (project->need.has) {
        stage->need = project->need.value;
        stage->origin = project->origin;
        return;
    }
    stage->buyer = demand->buyer;
    stage->demand = demand;
    stage->need = demand->base * pow(1 + demand->growth_base, forecast->base - demand->year);
    stage->origin = demand->origin;
}

static int find_stages(struct forecast *forecast)
{
    const struct dataset *data = forecast->data;
    size_t i;
    int own;

    for (own = 1; own >= 0; --own) {
        for (i = 0; i < data->projects; ++i) {
            const struct project *project = &data->project[i];
            if ((own ? !project->need.has : demand_of(data, project) == NULL) ||
                stage_of(forecast, project) != NULL)
                continue;
            if (forecast->stages == FORECAST_STAGES) {
                forecast->fleet_missing = "more than 32 stages have a need";
                return -1;
            }
            add_stage(forecast, project);
        }
    }
    if (forecast->stages == 0)
        forecast->fleet_missing =
            "no listed project is of a stage for which there is a need in its unit";
    return forecast->stages == 0 ? -1 : 0;
}

/* --- members ---------------------------------------------------------------------------------- */

static int is_operating(const struct project *project)
{
    return same_name(project->status, "operating");
}

static void leave_out(struct forecast *forecast, const struct project *project)
{
    forecast->left_out = claim_format(&forecast->scratch, "%s%s%s", forecast->left_out,
                                      forecast->left_out[0] == '\0' ? "" : ", ", project->name);
}

static int find_members(struct fleet_data *fleet)
{
    struct forecast *forecast = fleet->forecast;
    const struct dataset *data = forecast->data;
    size_t i;

    fleet->member = claim_take(&forecast->scratch, (data->projects + 1) * sizeof *fleet->member);
    if (fleet->member == NULL)
        return -1;
    for (i = 0; i < data->projects; ++i) {
        const struct project *project = &data->project[i];
        struct fleet_stage *stage = stage_of(forecast, project);
        int home = stage != NULL && strcmp(project->country, stage->buyer) == 0;
        if (stage == NULL || (!home && !bloc_has(forecast->bloc, project->country)))
            continue;
        if (!project->nameplate.has || (!project->start_likely.has && !is_operating(project))) {
            leave_out(forecast, project);
            continue;
        }
        fleet->member[fleet->members].project = project;
        fleet->member[fleet->members].stage = (uint32_t)(stage - forecast->stage);
        fleet->member[fleet->members++].home = home;
        stage->projects++;
    }
    return 0;
}

/* --- the model -------------------------------------------------------------------------------- */

static int take_arrays(struct claim *scratch, struct fleet_model *m, size_t n, size_t knots)
{
    memset(m, 0, sizeof *m);
    m->id = claim_take(scratch, (n + 1) * sizeof *m->id);
    m->stage = claim_take(scratch, (n + 1) * sizeof *m->stage);
    m->capacity = claim_take(scratch, (n + 1) * sizeof *m->capacity);
    m->phase = claim_take(scratch, (n + 1) * sizeof *m->phase);
    m->group = claim_take(scratch, (n + 1) * sizeof *m->group);
    m->base = claim_take(scratch, (n + 1) * sizeof *m->base);
    m->ramp = claim_take(scratch, (n + 1) * sizeof *m->ramp);
    m->success = claim_take(scratch, (n + 1) * sizeof *m->success);
    m->phase_first = claim_take(scratch, (n + 2) * sizeof *m->phase_first);
    m->quantity = claim_take(scratch, (n + 1) * sizeof *m->quantity);
    m->table = claim_take(scratch, (n + 1) * FORECAST_KNOTS * sizeof *m->table);
    m->need = claim_take(scratch, knots * sizeof *m->need);
    m->need_tick = claim_take(scratch, knots * sizeof *m->need_tick);
    m->need_first = claim_take(scratch, (FORECAST_STAGES + 1) * sizeof *m->need_first);
    return scratch->failed ? -1 : 0;
}

static int32_t ticks(double years)
{
    return (int32_t)floor(years * MINRISK_TICKS_PER_YEAR + .5);
}

/* A plant that operates has its ramp behind it; the others start somewhere in their range, which
 * may have begun before now. */
static int add_member(struct fleet_model *m, size_t p, const struct member *member, double ramp,
                      double now)
{
    const struct project *project = member->project;
    double from =
        project->start_earliest.has ? project->start_earliest.value : project->start_likely.value;

    m->id[p] = (uint32_t)p;
    m->stage[p] = member->stage;
    m->ramp[p] = ticks(ramp);
    m->base[p] = is_operating(project) ? -m->ramp[p] : ticks(from - now);
    m->phase_first[p + 1] = m->phase_first[p];
    if (is_operating(project))
        return 0;
    m->phase[m->phase_first[p + 1]++] = (uint32_t)p;
    return forecast_start_table(project, from, m->table + p * FORECAST_KNOTS);
}

static void point_model(struct fleet_model *m, size_t projects, size_t stages)
{
    minrisk_model *model = &m->model;

    model->projects = projects;
    model->id = m->id;
    model->stage = m->stage;
    model->capacity = m->capacity;
    model->base = m->base;
    model->ramp = m->ramp;
    model->phase_first = m->phase_first;
    model->phase = m->phase;
    model->tables = projects + 1;
    model->table_len = FORECAST_KNOTS;
    model->table = m->table;
    model->stages = stages;
    model->need_first = m->need_first;
    model->need_tick = m->need_tick;
    model->need = m->need;
    model->horizon = FAN_YEARS * MINRISK_TICKS_PER_YEAR;
}

static int build_model(struct fleet_data *fleet, struct fleet_model *m)
{
    struct forecast *forecast = fleet->forecast;
    size_t i, y, knots = forecast->stages * (FAN_YEARS + 1);
    double rounding;

    if (take_arrays(&forecast->scratch, m, fleet->members, knots) != 0)
        return -1;
    for (i = 0; i < fleet->members; ++i) {
        if (add_member(m, i, &fleet->member[i], forecast->ramp, forecast->base) != 0)
            return 1;
    }
    for (i = 0; i < forecast->stages; ++i) {
        m->need_first[i + 1] = (i + 1) * (FAN_YEARS + 1);
        for (y = 0; y <= FAN_YEARS; ++y)
            m->need_tick[i * (FAN_YEARS + 1) + y] = (int32_t)(y * MINRISK_TICKS_PER_YEAR);
    }
    point_model(m, fleet->members, forecast->stages);
    return minrisk_units(fleet->need, NULL, knots, fleet->unit, m->need, &rounding) == MINRISK_OK
               ? 0
               : 1;
}

/* --- needs and units -------------------------------------------------------------------------- */

static void find_needs(struct fleet_data *fleet)
{
    const struct forecast *forecast = fleet->forecast;
    size_t i, y;

    for (i = 0; i < forecast->stages; ++i) {
        const struct demand *demand = forecast->stage[i].demand;
        for (y = 0; y <= FAN_YEARS; ++y) {
            double grown = demand == NULL ? 1 : pow(1 + demand->growth_base, (double)y);
            fleet->need[i * (FAN_YEARS + 1) + y] = forecast->stage[i].need * grown;
        }
    }
}

/* Whole tonnes where they fit, else a part in 2^29 of the largest sum. */
static void find_unit(struct fleet_data *fleet)
{
    double sum = 0, most = 0;
    size_t i;
    int whole = 1;

    for (i = 0; i < fleet->members; ++i) {
        double size = fleet->member[i].project->nameplate.value;
        sum += size;
        whole &= floor(size) == size;
    }
    for (i = 0; i < fleet->forecast->stages * (FAN_YEARS + 1); ++i)
        most = fmax(most, fleet->need[i]);
    most = fmax(most, sum);
    fleet->unit = whole && most < MINRISK_MOST_UNITS / 2.0 ? 1 : fmax(most, 1e-300) / 536870912.0;
}

/* --- one case --------------------------------------------------------------------------------- */

static int counts(const struct member *member, const struct fleet_case *c)
{
    return (member->home || c->allied) &&
           (c->without == NULL || !deal_has(c->without, member->project));
}

static int set_case(struct fleet_data *fleet, struct fleet_model *m, const struct fleet_case *c)
{
    double rounding;
    size_t p;

    for (p = 0; p < fleet->members; ++p) {
        const struct project *project = fleet->member[p].project;
        m->quantity[p] =
            counts(&fleet->member[p], c) ? project->nameplate.value * project->accessible : 0;
        (void)minrisk_chance(c->drawn ? project->success : 1, &m->success[p]);
        m->group[p] = 0;
    }
    (void)minrisk_chance(1, m->group_chance);
    m->model.success = m->success;
    m->model.group = c->together ? m->group : NULL;
    m->model.groups = (size_t)c->together;
    m->model.group_chance = m->group_chance;
    return minrisk_units(m->quantity, NULL, fleet->members, fleet->unit, m->capacity, &rounding) ==
                   MINRISK_OK
               ? 0
               : -1;
}

static int ask(struct fleet_data *fleet, struct fleet_model *m, const struct fleet_case *c,
               struct progress *progress)
{
    struct forecast *forecast = fleet->forecast;
    struct forecast_row *row = &forecast->fleet[forecast->fleets++];

    row->label = c->label;
    row->horizon = FAN_YEARS;
    row->drawn = c->drawn;
    row->reason = "";
    row->assumptions = MINRISK_ASSUMES_SHAPE | MINRISK_ASSUMES_TREND_HOLDS;
    row->assumptions |= c->together ? 0 : (uint32_t)MINRISK_ASSUMES_INDEPENDENT;
    return set_case(fleet, m, c) == 0 ? forecast_by_trials(forecast, row, &m->model, progress) : -1;
}

static struct fleet_case as_asked(const struct scenario *scenario)
{
    struct fleet_case c = {"as asked", scenario->together, scenario->drawn, scenario->allied, NULL};

    return c;
}

static int ask_switches(struct fleet_data *fleet, struct fleet_model *m, struct progress *progress)
{
    const struct scenario *scenario = &fleet->forecast->scenario;
    struct fleet_case c = as_asked(scenario);

    if (ask(fleet, m, &c, progress) != 0)
        return -1;
    c.together = !c.together;
    c.label = c.together ? "delays go together" : "delays are independent";
    if (ask(fleet, m, &c, progress) != 0)
        return -1;
    c = as_asked(scenario);
    c.drawn = !c.drawn;
    c.label = c.drawn ? "success not given: each with the chance that is listed" : "success given";
    if (ask(fleet, m, &c, progress) != 0)
        return -1;
    c = as_asked(scenario);
    c.allied = !c.allied;
    c.label = c.allied ? "allies counted: what of theirs is accessible" : "allies left out";
    return ask(fleet, m, &c, progress);
}

/* The projects of a deal that count, by name; "" if there are none. */
static const char *names_of(struct fleet_data *fleet, const struct deal *deal)
{
    struct fleet_case c = as_asked(&fleet->forecast->scenario);
    const char *names = "";
    size_t p;

    for (p = 0; p < fleet->members; ++p) {
        if (counts(&fleet->member[p], &c) && deal_has(deal, fleet->member[p].project))
            names = claim_format(&fleet->forecast->scratch, "%s%s%s", names,
                                 names[0] == '\0' ? "" : " and ", fleet->member[p].project->name);
    }
    return names;
}

static int ask_deals(struct fleet_data *fleet, struct fleet_model *m, const struct deal *deal,
                     struct progress *progress)
{
    struct forecast *forecast = fleet->forecast;

    for (; deal->name != NULL; ++deal) {
        struct fleet_case c = as_asked(&forecast->scenario);
        const char *names = names_of(fleet, deal);
        if (names[0] == '\0') {
            progress->done += forecast->scenario.trials;
            continue;
        }
        c.without = deal;
        c.label =
            claim_format(&forecast->scratch, "without the deal: %s; of it, %s", deal->name, names);
        if (ask(fleet, m, &c, progress) != 0)
            return -1;
    }
    return 0;
}

/* --- the fan ---------------------------------------------------------------------------------- */

static double supply_of(const struct fleet_data *fleet, const struct fleet_model *m, uint32_t stage,
                        const int32_t *start, double tick)
{
    double supply = 0;
    size_t p;

    for (p = 0; p < fleet->members; ++p) {
        double age = tick - start[p];
        if (m->stage[p] != stage || start[p] == MINRISK_TICK_NEVER || age < 0)
            continue;
        supply += m->quantity[p] * (age < m->ramp[p] ? age / m->ramp[p] : 1);
    }
    return supply;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* By definition 7 of Hyndman and Fan. */
static double quantile(const double *sorted, size_t n, double q)
{
    double at = q * (double)(n - 1);
    size_t i = (size_t)at;

    return i + 1 < n ? sorted[i] + (at - (double)i) * (sorted[i + 1] - sorted[i]) : sorted[n - 1];
}

static int fill_fan(struct fleet_data *fleet, struct fleet_model *m, double *supply, uint32_t n)
{
    struct forecast *forecast = fleet->forecast;
    size_t work_len = minrisk_forecast_workspace(&m->model), y, i;
    int32_t *work = claim_take(&forecast->scratch, (work_len + 1) * sizeof *work);
    int32_t *start = claim_take(&forecast->scratch, (fleet->members + 1) * sizeof *start);
    minrisk_trial trial;
    uint32_t t;

    if (work == NULL || start == NULL)
        return -1;
    for (t = 0; t < n; ++t) {
        if (minrisk_forecast_trial(&m->model, forecast->scenario.seed, t, work, work_len, start,
                                   &trial) != MINRISK_OK)
            return -1;
        for (y = 0; y <= FAN_YEARS; ++y)
            supply[y * n + t] = supply_of(fleet, m, 0, start, (double)y * MINRISK_TICKS_PER_YEAR);
    }
    forecast->fan.unit = forecast->stage[0].unit;
    for (y = 0; y <= FAN_YEARS; ++y) {
        qsort(supply + y * n, n, sizeof *supply, ascending);
        for (i = 0; i < FAN_LEVELS; ++i)
            forecast->fan.supply[y][i] = quantile(supply + y * n, n, fan_level[i]);
        forecast->fan.need[y] = fleet->need[y];
    }
    return 0;
}

static int find_fan(struct fleet_data *fleet, struct fleet_model *m)
{
    uint32_t n = fleet->forecast->scenario.trials;
    struct fleet_case c = as_asked(&fleet->forecast->scenario);
    double *supply;
    int result;

    n = n > FAN_TRIALS ? FAN_TRIALS : n;
    supply = malloc((FAN_YEARS + 1) * n * sizeof *supply);
    if (supply == NULL || set_case(fleet, m, &c) != 0) {
        free(supply);
        return -1;
    }
    result = fill_fan(fleet, m, supply, n);
    free(supply);
    return result;
}

/* --- what is lacking -------------------------------------------------------------------------- */

/* Adds trial t, from 0, to the mean and the sum of squares about it (Welford 1962). */
static void add_lacking(const struct fleet_data *fleet, const struct fleet_model *m,
                        const int32_t *start, uint32_t t, double mean[][FORECAST_STAGES][2])
{
    size_t s;
    int d;

    for (d = 0; d < FORECAST_DATES; ++d) {
        const size_t year = (size_t)forecast_date[d];
        for (s = 0; s < fleet->forecast->stages; ++s) {
            double supply =
                supply_of(fleet, m, (uint32_t)s, start, (double)year * MINRISK_TICKS_PER_YEAR);
            double lacking = fmax(fleet->need[s * (FAN_YEARS + 1) + year] - supply, 0);
            double change = lacking - mean[d][s][0];
            mean[d][s][0] += change / (t + 1.0);
            mean[d][s][1] += change * (lacking - mean[d][s][0]);
        }
    }
}

/* The mean with its 95 % interval, by the normal law. */
static void take_mean(struct shortfall *lacks, const double mean[2], uint32_t n, double need)
{
    double error = 1.959963984540054 * sqrt(mean[1]) / n;

    lacks->need = need;
    lacks->lacking.value = mean[0];
    lacks->lacking.low = fmax(mean[0] - error, 0);
    lacks->lacking.high = fmin(mean[0] + error, need);
}

static int find_lacking(struct fleet_data *fleet, struct fleet_model *m)
{
    struct forecast *forecast = fleet->forecast;
    struct fleet_case c = as_asked(&forecast->scenario);
    size_t work_len = minrisk_forecast_workspace(&m->model), s;
    int32_t *work = claim_take(&forecast->scratch, (work_len + 1) * sizeof *work);
    int32_t *start = claim_take(&forecast->scratch, (fleet->members + 1) * sizeof *start);
    double mean[FORECAST_DATES][FORECAST_STAGES][2] = {{{0}}};
    uint32_t t, n = forecast->scenario.trials;
    minrisk_trial trial;
    int d;

    n = n > FAN_TRIALS ? FAN_TRIALS : n;
    if (work == NULL || start == NULL || set_case(fleet, m, &c) != 0)
        return -1;
    for (t = 0; t < n; ++t) {
        if (minrisk_forecast_trial(&m->model, forecast->scenario.seed, t, work, work_len, start,
                                   &trial) != MINRISK_OK)
            return -1;
        add_lacking(fleet, m, start, t, mean);
    }
    for (d = 0; d < FORECAST_DATES; ++d) {
        for (s = 0; s < forecast->stages; ++s)
            take_mean(&forecast->fleet_lacks[d][s], mean[d][s], n,
                      fleet->need[s * (FAN_YEARS + 1) + (size_t)forecast_date[d]]);
    }
    return 0;
}

/* --- all of it -------------------------------------------------------------------------------- */

int forecast_fleet(struct forecast *forecast, struct progress *progress)
{
    const struct lead_row *ramp = dataset_lead(forecast->data, "ramp");
    const struct deal *deal = forecast_deals(forecast);
    struct fleet_data *fleet = claim_take(&forecast->scratch, sizeof *fleet);
    struct fleet_model m;
    size_t deals = 0;
    int built;

    forecast->left_out = "";
    if (fleet == NULL || deal == NULL)
        return -1;
    while (deal[deals].name != NULL)
        ++deals;
    forecast->ramp = ramp != NULL && ramp->likely.has ? ramp->likely.value : 0;
    fleet->forecast = forecast;
    forecast->fleet = claim_take(&forecast->scratch, (4 + deals) * sizeof *forecast->fleet);
    if (forecast->fleet == NULL)
        return -1;
    if (find_stages(forecast) != 0)
        return 0;
    find_needs(fleet);
    if (find_members(fleet) != 0)
        return -1;
    find_unit(fleet);
    built = build_model(fleet, &m);
    if (built > 0)
        forecast->fleet_missing = "a start or a need is too far away or too large for it";
    if (built != 0)
        return built > 0 ? 0 : -1;
    return ask_switches(fleet, &m, progress) != 0 || ask_deals(fleet, &m, deal, progress) != 0 ||
                   find_lacking(fleet, &m) != 0 || (forecast->wants_fan && find_fan(fleet, &m) != 0)
               ? -1
               : 0;
}
