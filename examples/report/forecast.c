/* SPDX-License-Identifier: MIT */
/* Answers from models, and the forecast as a whole. */
#include "forecast.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "html_sha256.h"

/* Steps of the exact law: quantiles to a hundredth of a year. */
enum { STEPS_PER_YEAR = 12, STEPS = STEPS_PER_YEAR * FORECAST_HORIZON };

const double forecast_q[FORECAST_QUANTILES] = {.1, .5, .9};
const int forecast_within[FORECAST_WITHINS] = {1, 10, 20};
const int forecast_date[FORECAST_DATES] = {5, 10, 20};
const double fan_level[FAN_LEVELS] = {.1, .25, .5, .75, .9};

/* --- by the exact law ------------------------------------------------------------------------- */

struct law {
    double chance[STEPS + 1];
    const double *stage[FORECAST_STAGES]; /* chances of each stage given success */
};

/* One stage given success, which many rows have in common. */
struct stage_law {
    struct stage_law *next;
    const uint32_t *phase; /* of the row that it was found for */
    size_t phases;
    uint32_t slipped;
    double chance[STEPS + 1];
};

static int find_chances(const minrisk_model *model, double *chance)
{
    size_t length = minrisk_law_workspace(model, STEPS_PER_YEAR);
    double *work = length < SIZE_MAX / sizeof *work ? malloc(length * sizeof *work) : NULL;
    double year[STEPS + 1];
    minrisk_status status;
    int32_t kind = 0;
    int i;

    if (work == NULL)
        return -1;
    for (i = 0; i <= STEPS; ++i)
        year[i] = (double)i / STEPS_PER_YEAR;
    status = minrisk_law(model, STEPS_PER_YEAR, year, STEPS + 1, chance, &kind, work, length);
    free(work);
    return status == MINRISK_OK && kind == MINRISK_LAW_EXACT ? 0 : -1;
}

/* The model of project p alone. */
static int find_alone(const minrisk_model *model, size_t p, struct stage_law *law)
{
    const size_t phase_first[2] = {0, law->phases};
    minrisk_model alone = *model;

    alone.projects = alone.stages = 1;
    alone.id = NULL;
    alone.stage = NULL;
    alone.success = NULL;
    alone.capacity += p;
    alone.phase_first = phase_first;
    alone.phase = law->phase;
    alone.slip += p;
    alone.slipped += p;
    alone.need += p;
    return find_chances(&alone, law->chance);
}

static int is_law_of(const struct stage_law *law, const uint32_t *phase, size_t phases,
                     uint32_t slipped)
{
    return law->slipped == slipped && law->phases == phases &&
           memcmp(law->phase, phase, phases * sizeof *phase) == 0;
}

/* Project p is stage p, and all slips are alike. */
static const double *find_stage(struct forecast *forecast, const minrisk_model *model, size_t p)
{
    const uint32_t *phase = model->phase + model->phase_first[p];
    size_t phases = model->phase_first[p + 1] - model->phase_first[p];
    uint32_t slipped = model->slip[p] == MINRISK_NONE ? 0 : model->slipped[p], *copy;
    struct stage_law *law;

    for (law = forecast->laws; law != NULL; law = law->next) {
        if (is_law_of(law, phase, phases, slipped))
            return law->chance;
    }
    law = claim_take(&forecast->scratch, sizeof *law);
    copy = claim_take(&forecast->scratch, phases * sizeof *copy);
    if (law == NULL || copy == NULL)
        return NULL;
    memcpy(copy, phase, phases * sizeof *copy);
    law->phase = copy;
    law->phases = phases;
    law->slipped = slipped;
    law->next = forecast->laws;
    forecast->laws = law;
    return find_alone(model, p, law) == 0 ? law->chance : NULL;
}

/* Stages that are tied by nothing are there together with the product of their chances. */
static int find_law(struct forecast *forecast, const minrisk_model *model, struct law *law)
{
    size_t p;
    int i;

    for (i = 0; i <= STEPS; ++i)
        law->chance[i] = 1;
    for (p = 0; p < model->projects; ++p) {
        law->stage[p] = find_stage(forecast, model, p);
        if (law->stage[p] == NULL)
            return -1;
        for (i = 0; i <= STEPS; ++i)
            law->chance[i] *= (double)model->success[p] / 4294967296.0 * law->stage[p][i];
    }
    return 0;
}

/* The chance that a stage comes after all others, of the chance that all come up to the horizon:
 * sum over steps of dF_s product over the others of F_r, taken in the middle of the step. What fails
 * takes the same part from each. */
static void law_bottleneck(const struct law *law, size_t stages, double *part)
{
    size_t s, r, i;
    double all = 0;

    for (s = 0; s < stages; ++s) {
        part[s] = 0;
        for (i = 1; i <= STEPS; ++i) {
            double term = law->stage[s][i] - law->stage[s][i - 1];
            for (r = 0; r < stages; ++r)
                term *= r == s ? 1 : (law->stage[r][i - 1] + law->stage[r][i]) / 2;
            part[s] += term;
        }
        all += part[s];
    }
    for (s = 0; s < stages && all > 0; ++s)
        part[s] /= all;
}

/* Straight between the steps. */
static void law_quantile(const struct law *law, double q, minrisk_when *when)
{
    int i = 0;

    memset(when, 0, sizeof *when);
    while (i <= STEPS && law->chance[i] < q)
        ++i;
    if (i > STEPS) {
        when->status = MINRISK_NOT_WITHIN_HORIZON;
        return;
    }
    when->status = i == 0 ? MINRISK_ALREADY : MINRISK_REACHED;
    when->known = MINRISK_KNOWS_FIRST;
    if (i > 0)
        when->first = (i - 1 + (q - law->chance[i - 1]) / (law->chance[i] - law->chance[i - 1])) /
                      STEPS_PER_YEAR;
}

static void certain(minrisk_estimate *p, double value)
{
    p->low = p->value = p->high = value;
}

static void take_law(const struct law *law, size_t stages, struct forecast_row *row)
{
    int i;

    row->by_law = 1;
    for (i = 0; i < FORECAST_QUANTILES; ++i) {
        law_quantile(law, forecast_q[i], &row->value[i]);
        row->low[i] = row->high[i] = row->value[i];
    }
    for (i = 0; i < FORECAST_WITHINS; ++i)
        certain(&row->within[i], law->chance[STEPS_PER_YEAR * forecast_within[i]]);
    certain(&row->never, 1 - law->chance[STEPS]);
    for (i = 0; i <= FORECAST_HORIZON; ++i)
        row->chance[i] = law->chance[STEPS_PER_YEAR * i];
    law_bottleneck(law, stages, row->bottleneck);
}

/* --- by trials -------------------------------------------------------------------------------- */

static void take_quantiles(const minrisk_tally *tally, struct forecast_row *row)
{
    minrisk_estimate there;
    int i;

    for (i = 0; i < FORECAST_QUANTILES; ++i)
        (void)minrisk_forecast_quantile(tally, forecast_q[i], &row->low[i], &row->value[i],
                                        &row->high[i]);
    for (i = 0; i < FORECAST_WITHINS; ++i)
        (void)minrisk_forecast_within(tally, forecast_within[i], &row->within[i]);
    for (i = 0; i <= row->horizon; ++i) {
        (void)minrisk_forecast_within(tally, i, &there);
        row->chance[i] = there.value;
    }
    row->never.low = 1 - there.high;
    row->never.value = 1 - there.value;
    row->never.high = 1 - there.low;
}

static void take_counts(const minrisk_tally *tally, struct forecast_row *row)
{
    double got_there = (double)(tally->trials - tally->never - tally->already);
    size_t i;

    for (i = 0; i < FORECAST_STAGES; ++i)
        row->bottleneck[i] = got_there > 0 ? tally->bottleneck[i] / got_there : 0;
    row->already = (double)tally->already / tally->trials;
    row->lost = (double)tally->lost / tally->trials;
    row->assumptions |= tally->assumptions;
}

int forecast_by_trials(struct forecast *forecast, struct forecast_row *row,
                       const minrisk_model *model, struct progress *progress)
{
    minrisk_tally tally;

    if (forecast_trials(model, forecast, progress, &tally) != 0)
        return -1;
    take_counts(&tally, row);
    take_quantiles(&tally, row);
    return 0;
}

/* Of the stages of the chain, each of which is one project. */
static void law_lacks(struct forecast *forecast, const minrisk_model *model, const struct law *law)
{
    size_t p;
    int d;

    for (d = 0; d < FORECAST_DATES; ++d) {
        for (p = 0; p < model->projects; ++p) {
            struct shortfall *lacks = &forecast->chain_lacks[d][p];
            certain(&lacks->lacking, 1 - (double)model->success[p] / 4294967296.0 *
                                             law->stage[p][STEPS_PER_YEAR * forecast_date[d]]);
            lacks->need = 1;
        }
    }
}

int forecast_by_law(struct forecast *forecast, struct forecast_row *row, const minrisk_model *model)
{
    struct law *law = malloc(sizeof *law);
    int result = law == NULL ? -1 : find_law(forecast, model, law);

    if (result == 0)
        take_law(law, model->stages, row);
    if (result == 0 && row == forecast->chain)
        law_lacks(forecast, model, law);
    free(law);
    return result;
}

/* --- deals ------------------------------------------------------------------------------------ */

#define STARTUPS "Two rare-earth start-ups"

int deal_has(const struct deal *deal, const struct project *project)
{
    return deal->partner != NULL ? strcmp(deal->partner, project->country) == 0
                                 : strstr(deal->cited->note, project->name) != NULL;
}

struct deal *forecast_deals(struct forecast *forecast)
{
    const struct dataset *data = forecast->data;
    struct claim *scratch = &forecast->scratch;
    const struct cited *cited = dataset_cited(data, STARTUPS, NULL);
    struct deal *deal = claim_take(scratch, (data->agreements + 2) * sizeof *deal);
    size_t i, n = 0;

    if (deal == NULL)
        return NULL;
    for (i = 0; i < data->agreements; ++i) {
        deal[n].name = data->agreement[i].name;
        deal[n++].partner = data->agreement[i].partner;
    }
    if (cited != NULL) {
        deal[n].name = STARTUPS;
        deal[n].cited = cited;
    }
    return deal;
}

/* --- the sum of the figures ------------------------------------------------------------------- */

static void add_optional(struct page *text, const struct optional *value)
{
    if (value->has)
        html_numbers(text, "%.17g", value->value);
    html_markup(text, ",");
}

static void add_leads(struct page *text, const struct dataset *data)
{
    size_t i;

    for (i = 0; i < data->leads; ++i) {
        const struct lead_row *row = &data->lead[i];
        html_markup(text, row->id);
        html_markup(text, row->shape);
        add_optional(text, &row->low);
        add_optional(text, &row->likely);
        add_optional(text, &row->high);
        add_optional(text, &row->mean);
        add_optional(text, &row->sd);
    }
}

static void add_projects(struct page *text, const struct dataset *data)
{
    size_t i;

    for (i = 0; i < data->projects; ++i) {
        const struct project *row = &data->project[i];
        const char *const texts[] = {row->name,  row->country, row->commodity,
                                     row->stage, row->status,  row->unit};
        size_t k;
        for (k = 0; k < sizeof texts / sizeof *texts; ++k)
            html_markup(text, texts[k]);
        add_optional(text, &row->nameplate);
        add_optional(text, &row->start_earliest);
        add_optional(text, &row->start_likely);
        add_optional(text, &row->start_latest);
        add_optional(text, &row->need);
        html_numbers(text, "%.17g,%.17g,", row->success, row->accessible);
    }
}

static void add_rest(struct page *text, const struct forecast *forecast)
{
    const struct dataset *data = forecast->data;
    size_t i;

    for (i = 0; i < data->demands; ++i) {
        const struct demand *row = &data->demand[i];
        html_markup(text, row->commodity);
        html_markup(text, row->stage);
        html_markup(text, row->buyer);
        html_numbers(text, "%d,%.17g,%.17g,", row->year, row->base, row->growth_base);
    }
    for (i = 0; i < data->agreements; ++i)
        html_markup(text, data->agreement[i].partner);
    for (i = 0; i < data->citeds; ++i)
        html_markup(text, data->cited[i].note);
    for (i = 0; i < forecast->bloc->members; ++i)
        html_markup(text, forecast->bloc->iso3[i]);
    html_numbers(text, "%.17g", forecast->base);
}

int forecast_figures(struct forecast *forecast)
{
    struct page text = {NULL, 0, 0, 0};
    int failed;

    forecast->base = dataset_base_year(forecast->data);
    add_leads(&text, forecast->data);
    add_projects(&text, forecast->data);
    add_rest(&text, forecast);
    failed = text.failed;
    if (!failed) {
        memcpy(forecast->figures, "sha256-", 8);
        sha256_base64(text.bytes, text.size, forecast->figures + 7);
    }
    html_free(&text);
    return failed ? -1 : 0;
}

/* --- all of it -------------------------------------------------------------------------------- */

int forecast_build(struct forecast *forecast)
{
    struct progress progress = {NULL, 0, 0, -1};
    int failed;

    progress.stream = forecast->progress ? stderr : NULL;
    failed = forecast_chain(forecast, &progress) != 0 || forecast_fleet(forecast, &progress) != 0;
    progress_end(&progress);
    return failed || forecast->scratch.failed ? -1 : 0;
}

void forecast_free(struct forecast *forecast)
{
    claim_free(&forecast->scratch);
}
