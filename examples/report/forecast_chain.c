/* SPDX-License-Identifier: MIT */
/* One new chain, from the mine to the magnet, as a distribution. Each stage is one plant whose
 * nameplate is what the chain is for; it counts once the ramp has come to the share that is needed.
 *
 *     stage = slip * (its phases) + need * ramp,   chain = the last of its stages
 */
#include "forecast.h"

#include <math.h>
#include <string.h>

/* Rows of lead_times.csv that become tables; those from ALLIED_PERMIT on need not be there. */
enum part {
    PERMIT,
    BUILD, /* of the mine; the plants follow in order of enum chain_stage */
    SLIP = BUILD + CHAIN_STAGES,
    RAMP,
    ALLIED_PERMIT,
    RECORD_WORLD,
    RECORD_RECENT,
    RECORD_USA,
    PARTS
};
static const char *const part_id[PARTS] = {
    "usa-permit", "mine-construction", "separation-plant", "metal-plant", "magnet-plant", "slip",
    "ramp",       "aus-permit",        "world-mine",       "recent-mine", "usa-mine",
};

/* Tables and numbers that all cases share. */
struct parts {
    int has[PARTS];
    int32_t *table; /* of the parts, then CHAIN_STAGES of each deal */
    size_t tables;
    double slip_chance, success[2]; /* of the mine and of each plant; 1 if there is no row */
    int has_success;
};

/* One way to ask; `record` is a part, or PARTS for permit and construction. With a record, which has
 * its slips in it, the plants have none either. */
struct chain_case {
    const char *label;
    enum chain_plan plants;
    int together, drawn, allied;
    enum part record;
    const struct project *by[CHAIN_STAGES]; /* a project in the place of a stage's new plant */
    uint32_t by_table[CHAIN_STAGES];
};

/* The model of a case. The permit and the building of the mine are projects of their own without
 * capacity, so that plants can wait for them. */
enum { PROJECTS = 6, PHASES = 12 };
struct chain_model {
    minrisk_model model;
    uint32_t id[PROJECTS], stage[PROJECTS], capacity[PROJECTS], slip[PROJECTS], slipped[PROJECTS];
    uint32_t after[PROJECTS], phase[PHASES], need[CHAIN_STAGES];
    uint64_t success[PROJECTS], slip_chance[CHAIN_STAGES], group_chance[1];
    size_t phase_first[PROJECTS + 1];
    uint32_t slip_table[CHAIN_STAGES], slip_group[CHAIN_STAGES];
};

/* As asked, two other plans, slips, success, allies, three records. */
enum { CHAIN_ROWS = 9 };

static const char lacking[] = "lead_times.csv lacks a row or a value for it";

/* --- figures ---------------------------------------------------------------------------------- */

static double likely(const struct dataset *data, const char *id, double otherwise)
{
    const struct lead_row *row = dataset_lead(data, id);

    return row != NULL && row->likely.has ? row->likely.value : otherwise;
}

/* Chances above 1 are as good as certain. */
static double likely_chance(const struct dataset *data, const char *id)
{
    double value = likely(data, id, 1);

    return value > 1 ? 1 : value;
}

static int read_parts(struct forecast *forecast, struct parts *parts, size_t deals)
{
    const struct dataset *data = forecast->data;
    double need = forecast->need = likely(data, "need", 1);
    int i;

    memset(parts, 0, sizeof *parts);
    parts->tables = PARTS + CHAIN_STAGES * deals;
    parts->table =
        claim_take(&forecast->scratch, parts->tables * FORECAST_KNOTS * sizeof *parts->table);
    if (parts->table == NULL)
        return -1;
    for (i = 0; i < PARTS; ++i)
        parts->has[i] = forecast_table(dataset_lead(data, part_id[i]), i == RAMP ? need : 1,
                                       parts->table + i * FORECAST_KNOTS) == 0;
    parts->slip_chance = likely_chance(data, "slip-chance");
    parts->has_success = dataset_lead(data, "mine-success") != NULL;
    parts->success[0] = likely_chance(data, "mine-success");
    parts->success[1] = likely_chance(data, "plant-success");
    return 0;
}

/* --- the model -------------------------------------------------------------------------------- */

static size_t add_project(struct chain_model *m, uint32_t id, uint32_t stage, uint32_t capacity)
{
    size_t p = m->model.projects++;

    m->id[p] = id;
    m->stage[p] = stage;
    m->capacity[p] = capacity;
    m->slip[p] = m->after[p] = MINRISK_NONE;
    (void)minrisk_chance(1, &m->success[p]);
    m->phase_first[p + 1] = m->phase_first[p];
    return p;
}

static void add_phase(struct chain_model *m, size_t table)
{
    m->phase[m->phase_first[m->model.projects]++] = (uint32_t)table;
}

static void slips(struct chain_model *m, size_t p, uint32_t phases)
{
    m->slip[p] = m->stage[p];
    m->slipped[p] = phases;
}

static double success_of(const struct parts *parts, const struct chain_case *c, uint32_t stage)
{
    if (!c->drawn)
        return 1;
    return c->by[stage] != NULL ? c->by[stage]->success : parts->success[stage != STAGE_MINE];
}

/* What stands before the mine's ramp, in one project or in two. */
static void add_mine(struct chain_model *m, const struct parts *parts, const struct chain_case *c,
                     int apart)
{
    size_t p = add_project(m, 0, STAGE_MINE, !apart);

    (void)minrisk_chance(success_of(parts, c, STAGE_MINE), &m->success[p]);
    if (c->by[STAGE_MINE] != NULL) {
        add_phase(m, c->by_table[STAGE_MINE]);
    } else if (c->record != PARTS) {
        add_phase(m, c->record);
    } else {
        add_phase(m, c->allied ? ALLIED_PERMIT : PERMIT);
        slips(m, p, apart ? 1 : 2);
    }
    if (apart) {
        p = add_project(m, 1, STAGE_MINE, 0);
        m->after[p] = 0;
    }
    if (c->by[STAGE_MINE] == NULL && c->record == PARTS) {
        add_phase(m, BUILD);
        if (apart)
            slips(m, p, 1);
    }
    if (apart) {
        p = add_project(m, 2, STAGE_MINE, 1);
        m->after[p] = 1;
    }
    add_phase(m, RAMP);
}

static void add_plant(struct chain_model *m, const struct parts *parts, const struct chain_case *c,
                      uint32_t stage, int apart)
{
    size_t p = add_project(m, 2 + stage, stage, 1);

    (void)minrisk_chance(success_of(parts, c, stage), &m->success[p]);
    if (c->by[stage] != NULL) {
        add_phase(m, c->by_table[stage]);
    } else {
        add_phase(m, BUILD + stage);
        if (c->record == PARTS)
            slips(m, p, 1);
        if (apart && c->plants != PLANTS_NOW)
            m->after[p] = c->plants == PLANTS_AFTER_PERMIT ? 0 : 1;
    }
    add_phase(m, RAMP);
}

static void point_model(struct chain_model *m, const struct parts *parts, int together, int apart)
{
    minrisk_model *model = &m->model;

    model->id = m->id;
    model->stage = m->stage;
    model->capacity = m->capacity;
    model->success = m->success;
    model->phase_first = m->phase_first;
    model->phase = m->phase;
    model->slip = m->slip;
    model->slipped = m->slipped;
    model->after = apart ? m->after : NULL;
    model->tables = parts->tables;
    model->table_len = FORECAST_KNOTS;
    model->table = parts->table;
    model->stages = CHAIN_STAGES;
    model->need = m->need;
    model->slips = CHAIN_STAGES;
    model->slip_chance = m->slip_chance;
    model->slip_table = m->slip_table;
    if (together) {
        model->slip_group = m->slip_group;
        model->groups = 1;
        model->group_chance = m->group_chance;
    }
    model->horizon = FORECAST_HORIZON * MINRISK_TICKS_PER_YEAR;
}

/* `apart`: for trials, with what plants can wait for; else for the law. */
static void build_model(struct chain_model *m, const struct parts *parts,
                        const struct chain_case *c, int apart)
{
    uint32_t i;

    memset(m, 0, sizeof *m);
    add_mine(m, parts, c, apart);
    for (i = STAGE_SEPARATION; i < CHAIN_STAGES; ++i)
        add_plant(m, parts, c, i, apart);
    for (i = 0; i < CHAIN_STAGES; ++i) {
        m->need[i] = 1;
        (void)minrisk_chance(parts->slip_chance, &m->slip_chance[i]);
        m->slip_table[i] = SLIP;
    }
    (void)minrisk_chance(1, m->group_chance);
    point_model(m, parts, c->together, apart);
}

/* --- why not within a year -------------------------------------------------------------------- */

static double shortest(const struct parts *parts, uint32_t table)
{
    return (double)parts->table[table * FORECAST_KNOTS] / MINRISK_TICKS_PER_YEAR;
}

/* The stage that is there last if every lead is the shortest of its table, without a slip and with
 * the most favourable one. */
static const char *reason(struct forecast *forecast, const struct parts *parts,
                          const struct chain_model *law)
{
    double most = -1, plain = 0, least_slip = shortest(parts, SLIP);
    uint32_t f, last = 0;
    size_t p;

    for (p = 0; p < law->model.projects; ++p) {
        double sum[2] = {0, 0};
        size_t first = law->phase_first[p];
        for (f = 0; first + f < law->phase_first[p + 1]; ++f)
            sum[law->slip[p] != MINRISK_NONE && f < law->slipped[p]] +=
                shortest(parts, law->phase[first + f]);
        if (sum[0] + sum[1] * least_slip > most) {
            most = sum[0] + sum[1] * least_slip;
            plain = sum[0] + sum[1];
            last = law->stage[p];
        }
    }
    if (most <= 1)
        return "";
    return claim_format(&forecast->scratch,
                        "the shortest leads of the %s come to %.1f years, and with the most "
                        "favourable slip of the table to %.1f",
                        chain_stage_name[last], plain, most);
}

/* --- what each stage lacks, by trials --------------------------------------------------------- */

/* Each stage by itself, by the very trials of the row: the others need nothing. */
static int trials_lack(struct forecast *forecast, struct chain_model *m, struct progress *progress)
{
    uint32_t s, i;
    int d;

    for (s = 0; s < CHAIN_STAGES; ++s) {
        minrisk_tally tally;
        for (i = 0; i < CHAIN_STAGES; ++i)
            m->need[i] = i == s;
        if (forecast_trials(&m->model, forecast, progress, &tally) != 0)
            return -1;
        for (d = 0; d < FORECAST_DATES; ++d) {
            struct shortfall *lacks = &forecast->chain_lacks[d][s];
            minrisk_estimate there;
            (void)minrisk_forecast_within(&tally, forecast_date[d], &there);
            lacks->lacking.low = 1 - there.high;
            lacks->lacking.value = 1 - there.value;
            lacks->lacking.high = 1 - there.low;
            lacks->need = 1;
        }
    }
    return 0;
}

/* --- cases ------------------------------------------------------------------------------------ */

static int can_ask(const struct parts *parts, const struct chain_case *c)
{
    return (!c->allied || c->record != PARTS || parts->has[ALLIED_PERMIT]) &&
           (c->record == PARTS || parts->has[c->record]) && (!c->drawn || parts->has_success);
}

static uint32_t assumptions_of(const struct chain_case *c)
{
    uint32_t bits =
        MINRISK_ASSUMES_SHAPE | MINRISK_ASSUMES_CONSTANT_NEED | MINRISK_ASSUMES_NO_CLOSURES;

    bits |= c->drawn ? 0 : (uint32_t)MINRISK_ASSUMES_ALL_SUCCEED;
    bits |= c->together ? 0 : (uint32_t)MINRISK_ASSUMES_INDEPENDENT;
    return bits | (c->plants == PLANTS_NOW ? (uint32_t)MINRISK_ASSUMES_STARTS_NOW : 0);
}

static int ask(struct forecast *forecast, const struct parts *parts, const struct chain_case *c,
               struct progress *progress)
{
    struct forecast_row *row = &forecast->chain[forecast->chains];
    struct chain_model m;

    if (!can_ask(parts, c)) {
        progress->done += forecast->scenario.trials;
        if (forecast->chains == 0)
            forecast->chain_missing = lacking;
        return 0;
    }
    build_model(&m, parts, c, 0);
    row->label = c->label;
    row->horizon = FORECAST_HORIZON;
    row->drawn = c->drawn;
    row->assumptions = assumptions_of(c);
    row->reason = reason(forecast, parts, &m);
    forecast->chains++;
    if (!c->together && c->plants == PLANTS_NOW) {
        progress->done += forecast->scenario.trials;
        if (forecast_by_law(forecast, row, &m.model) == 0)
            return 0;
    }
    /* Also where the law is beyond memory, which a single trial need not be. */
    build_model(&m, parts, c, 1);
    if (forecast_by_trials(forecast, row, &m.model, progress) != 0)
        return -1;
    return row == forecast->chain ? trials_lack(forecast, &m, progress) : 0;
}

static struct chain_case as_asked(const struct scenario *scenario)
{
    struct chain_case c = {.label = "as asked",
                           .plants = scenario->plants,
                           .together = scenario->together,
                           .drawn = scenario->drawn,
                           .allied = scenario->allied,
                           .record = PARTS};

    return c;
}

static const char *success_label(struct forecast *forecast, const struct parts *parts, int drawn)
{
    if (!drawn)
        return "success given";
    return claim_format(&forecast->scratch,
                        "success not given: the mine is built with a chance of %g, each plant of "
                        "%g",
                        parts->success[0], parts->success[1]);
}

/* The scenario, and each of its switches turned by itself. */
static int ask_switches(struct forecast *forecast, const struct parts *parts,
                        struct progress *progress)
{
    const struct scenario *scenario = &forecast->scenario;
    struct chain_case c = as_asked(scenario);
    int plants;

    if (ask(forecast, parts, &c, progress) != 0)
        return -1;
    for (plants = PLANTS_NOW; plants <= PLANTS_AFTER_MINE; ++plants) {
        c = as_asked(scenario);
        c.plants = (enum chain_plan)plants;
        c.label =
            claim_format(&forecast->scratch, "the plants are %s", scenario_plants_text(c.plants));
        if (c.plants != scenario->plants && ask(forecast, parts, &c, progress) != 0)
            return -1;
    }
    c = as_asked(scenario);
    c.together = !scenario->together;
    c.label = c.together ? "slips go together" : "slips are independent";
    if (ask(forecast, parts, &c, progress) != 0)
        return -1;
    c = as_asked(scenario);
    c.drawn = !scenario->drawn;
    c.label = success_label(forecast, parts, c.drawn);
    if (ask(forecast, parts, &c, progress) != 0)
        return -1;
    c = as_asked(scenario);
    c.allied = !scenario->allied;
    c.label = c.allied ? "allies counted: the mine is in Australia, with the permits of there"
                       : "allies left out: the mine is in the United States";
    return ask(forecast, parts, &c, progress);
}

/* --- what the answer hangs on ----------------------------------------------------------------- */

enum { SLIP_CHANCE = PARTS, INPUTS = CHAIN_STAGES + 4 };

/* The parts that the first row is made of, and the chance of a slip. */
static void inputs_of(const struct scenario *scenario, int *input)
{
    int i, n = 0;

    input[n++] = scenario->allied ? ALLIED_PERMIT : PERMIT;
    for (i = 0; i < CHAIN_STAGES; ++i)
        input[n++] = BUILD + i;
    input[n++] = SLIP;
    input[n++] = SLIP_CHANCE;
    input[n++] = RAMP;
}

static int find_quantile(struct forecast *forecast, const struct parts *parts,
                         struct progress *progress, struct forecast_row *row)
{
    struct stage_law *laws = forecast->laws; /* of tables as they are */
    struct chain_case c = as_asked(&forecast->scenario);
    struct chain_model m;
    int result = -1;

    build_model(&m, parts, &c, 0);
    row->horizon = FORECAST_HORIZON;
    forecast->laws = NULL;
    if (!c.together && c.plants == PLANTS_NOW)
        result = forecast_by_law(forecast, row, &m.model);
    forecast->laws = laws;
    if (result == 0) {
        progress->done += forecast->scenario.trials;
        return 0;
    }
    build_model(&m, parts, &c, 1);
    return forecast_by_trials(forecast, row, &m.model, progress);
}

/* The quantile with one input a tenth lower, by the same law or the same trials. */
static int lower_input(struct forecast *forecast, struct parts *parts, int input,
                       struct progress *progress, struct forecast_row *row)
{
    int32_t *table = parts->table + (input == SLIP_CHANCE ? 0 : input) * FORECAST_KNOTS;
    int32_t kept[FORECAST_KNOTS];
    const double chance = parts->slip_chance;
    int i, result;

    memcpy(kept, table, sizeof kept);
    if (input == SLIP_CHANCE)
        parts->slip_chance = .9 * chance;
    for (i = 0; i < FORECAST_KNOTS && input != SLIP_CHANCE; ++i)
        table[i] = (int32_t)(.9 * kept[i]);
    result = find_quantile(forecast, parts, progress, row);
    memcpy(table, kept, sizeof kept);
    parts->slip_chance = chance;
    return result;
}

/* Into the list of the largest; what changes nothing is none. */
static void rank_input(struct forecast *forecast, const struct lead_row *input, double change)
{
    struct sensitivity *list = forecast->sensitivity;
    size_t n = forecast->sensitivities, i;

    if (input == NULL || change == 0)
        return;
    for (i = n; i > 0 && fabs(list[i - 1].change) < fabs(change); --i) {
        if (i < FORECAST_SENSITIVITIES)
            list[i] = list[i - 1];
    }
    if (i == FORECAST_SENSITIVITIES)
        return;
    list[i].input = input;
    list[i].change = change;
    forecast->sensitivities += n < FORECAST_SENSITIVITIES;
}

static int ask_sensitivities(struct forecast *forecast, struct parts *parts,
                             struct progress *progress)
{
    const minrisk_when *asked = forecast->chain[0].value;
    struct forecast_row *row = claim_take(&forecast->scratch, sizeof *row);
    int input[INPUTS], i;

    if (row == NULL)
        return -1;
    forecast->sensitive = (asked[P50].known & MINRISK_KNOWS_FIRST) != 0 ? P50 : P10;
    inputs_of(&forecast->scenario, input);
    for (i = 0; i < INPUTS; ++i) {
        const minrisk_when *value = &row->value[forecast->sensitive];
        if (lower_input(forecast, parts, input[i], progress, row) != 0)
            return -1;
        if ((asked[forecast->sensitive].known & value->known & MINRISK_KNOWS_FIRST) != 0)
            rank_input(forecast,
                       dataset_lead(forecast->data,
                                    input[i] == SLIP_CHANCE ? "slip-chance" : part_id[input[i]]),
                       value->first - asked[forecast->sensitive].first);
    }
    return 0;
}

/* A lead from the record has the permit in it: there is none to wait for. */
static int ask_records(struct forecast *forecast, const struct parts *parts,
                       struct progress *progress)
{
    static const char *const label[] = {
        "the mine as on record in the world; no slips",
        "the mine as on record of mines that started lately; no slips",
        "the mine as on record in the United States; no slips",
    };
    int i;

    for (i = RECORD_WORLD; i <= RECORD_USA; ++i) {
        struct chain_case c = as_asked(&forecast->scenario);
        c.plants = PLANTS_NOW;
        c.record = (enum part)i;
        c.label = label[i - RECORD_WORLD];
        if (ask(forecast, parts, &c, progress) != 0)
            return -1;
    }
    return 0;
}

/* --- deals ------------------------------------------------------------------------------------ */

/* A chain to neodymium magnets is of these. */
static int is_of_chain(const struct project *project)
{
    static const char *const commodity[] = {"Rare earths", "Neodymium-praseodymium",
                                            "NdFeB magnets"};
    size_t i;

    for (i = 0; i < sizeof commodity / sizeof *commodity; ++i) {
        if (same_name(project->commodity, commodity[i]))
            return 1;
    }
    return 0;
}

static int is_of_stage(const struct project *project, uint32_t stage)
{
    return strstr(project->stage, chain_stage_name[stage]) != NULL ||
           (stage == STAGE_MINE && same_name(project->stage, "exploration"));
}

/* The project of a deal that is likely to stand first at a stage; NULL if there is none. */
static const struct project *first_of(const struct dataset *data, const struct deal *deal,
                                      uint32_t stage)
{
    const struct project *found = NULL;
    size_t i;

    for (i = 0; i < data->projects; ++i) {
        const struct project *project = &data->project[i];
        if (deal_has(deal, project) && is_of_chain(project) && is_of_stage(project, stage) &&
            project->start_likely.has &&
            (found == NULL || project->start_likely.value < found->start_likely.value))
            found = project;
    }
    return found;
}

/* With the chances, since a date given success says little where there is hardly any. */
static const char *deal_label(struct forecast *forecast, const struct deal *deal,
                              const struct chain_case *c)
{
    const char *text = claim_format(&forecast->scratch, "the deal: %s", deal->name);
    uint32_t stage, n = 0;

    for (stage = 0; stage < CHAIN_STAGES; ++stage) {
        if (c->by[stage] != NULL)
            text = claim_format(&forecast->scratch, "%s%s %s as the %s (its chance %g)", text,
                                n++ == 0 ? ";" : ",", c->by[stage]->name, chain_stage_name[stage],
                                c->by[stage]->success);
    }
    return text;
}

/* Returns how many stages have a project of the deal. */
static size_t take_deal(struct forecast *forecast, const struct parts *parts, size_t table,
                        const struct deal *deal, struct chain_case *c)
{
    uint32_t stage;
    size_t found = 0;

    for (stage = 0; stage < CHAIN_STAGES; ++stage) {
        const struct project *project = first_of(forecast->data, deal, stage);
        if (project == NULL ||
            forecast_start_table(project, forecast->base,
                                 parts->table + (table + stage) * FORECAST_KNOTS) != 0)
            continue;
        c->by[stage] = project;
        c->by_table[stage] = (uint32_t)table + stage;
        found++;
    }
    c->label = deal_label(forecast, deal, c);
    return found;
}

static int ask_deals(struct forecast *forecast, const struct parts *parts, const struct deal *deal,
                     struct progress *progress)
{
    const char *none = "";
    size_t i;

    for (i = 0; deal[i].name != NULL; ++i) {
        struct chain_case c = as_asked(&forecast->scenario);
        if (take_deal(forecast, parts, PARTS + CHAIN_STAGES * i, &deal[i], &c) == 0) {
            progress->done += forecast->scenario.trials;
            none = claim_format(&forecast->scratch, "%s%s%s", none, none[0] == '\0' ? "" : "; ",
                                deal[i].name);
        } else if (ask(forecast, parts, &c, progress) != 0) {
            return -1;
        }
    }
    forecast->without_effect = none;
    return 0;
}

int forecast_chain(struct forecast *forecast, struct progress *progress)
{
    const struct deal *deal = forecast_deals(forecast);
    struct parts parts;
    size_t deals = 0;
    int i;

    if (deal == NULL)
        return -1;
    while (deal[deals].name != NULL)
        ++deals;
    forecast->without_effect = "";
    forecast->chain =
        claim_take(&forecast->scratch, (CHAIN_ROWS + deals) * sizeof *forecast->chain);
    if (forecast->chain == NULL || read_parts(forecast, &parts, deals) != 0)
        return -1;
    for (i = 0; i < ALLIED_PERMIT; ++i) {
        if (!parts.has[i])
            forecast->chain_missing = lacking;
    }
    if (forecast->chain_missing != NULL)
        return 0;
    /* Those of the listed projects come after: four, and one for each deal. */
    progress->total = (CHAIN_ROWS + INPUTS + 4 + 2 * deals) * (uint64_t)forecast->scenario.trials;
    if (ask_switches(forecast, &parts, progress) != 0)
        return -1;
    if (forecast->chain_missing != NULL)
        return 0;
    return ask_sensitivities(forecast, &parts, progress) != 0 ||
                   ask_records(forecast, &parts, progress) != 0 ||
                   ask_deals(forecast, &parts, deal, progress) != 0
               ? -1
               : 0;
}
