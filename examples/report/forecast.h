/* SPDX-License-Identifier: MIT */
/* Time to independence as a distribution: of one new chain by its lead times, and of the projects
 * that are listed against a need in tonnes. Each question is asked once as the scenario has it, and
 * again with one thing changed. */
#ifndef REPORT_FORECAST_H
#define REPORT_FORECAST_H

#include "claim.h"
#include "csv_out.h"
#include "risk.h"
#include "scenario.h"

/* Years ahead; "not within the horizon" speaks of them. */
#define FORECAST_HORIZON 60
/* Stages of the projects that are listed. */
#define FORECAST_STAGES MINRISK_MOST_STAGES

enum { P10, P50, P90, FORECAST_QUANTILES };
extern const double forecast_q[FORECAST_QUANTILES];
enum { WITHIN_1, WITHIN_10, WITHIN_20, FORECAST_WITHINS };
extern const int forecast_within[FORECAST_WITHINS];
enum { FORECAST_DATES = 3, FORECAST_SENSITIVITIES = 3 };
extern const int forecast_date[FORECAST_DATES]; /* years from now: 5, 10, 20 */

/* One answer. */
struct forecast_row {
    const char *label;
    int horizon; /* years */
    int by_law;  /* 1: the exact law gives chances and quantiles; 0: the trials do */
    minrisk_when low[FORECAST_QUANTILES], value[FORECAST_QUANTILES], high[FORECAST_QUANTILES];
    minrisk_estimate within[FORECAST_WITHINS];
    minrisk_estimate never;              /* not within the horizon */
    double chance[FORECAST_HORIZON + 1]; /* to be there by each year */
    double bottleneck[FORECAST_STAGES];  /* of the trials that got there later than now */
    double already, lost;                /* parts of the trials */
    const char *reason;                  /* why there is no chance within a year, or "" */
    int drawn;                           /* projects may fail */
    uint32_t assumptions;
};

/* What a stage lacks at a date. A stage of the chain is one plant, there or not: lacking is the
 * chance that it is not, a part of its need on average. Of the listed projects it is the mean of the
 * trials, in the unit of the stage. */
struct shortfall {
    minrisk_estimate lacking;
    double need; /* at the date; 1 in the chain */
};

/* What an answer hangs on: one input a tenth lower, everything else as asked. */
struct sensitivity {
    const struct lead_row *input;
    double change; /* of the quantile, in years */
};

/* Supply of the listed projects by year, as parts of the trials have less. */
enum { FAN_LEVELS = 5, FAN_YEARS = 25 };
extern const double fan_level[FAN_LEVELS];
struct fan {
    const char *unit;
    double supply[FAN_YEARS + 1][FAN_LEVELS], need[FAN_YEARS + 1];
};

/* What is asked of the listed projects: so much of a commodity at a stage. */
struct fleet_stage {
    const char *commodity, *stage, *unit, *buyer;
    const struct demand *demand; /* NULL: the need of `origin` */
    double need;                 /* in the base year */
    struct origin origin;
    size_t projects; /* that count for it in some row */
};

struct forecast {
    const struct dataset *data;
    const struct bloc *bloc;
    struct scenario scenario;
    unsigned threads;
    int progress;               /* a bar on standard error */
    int wants_fan;              /* else `fan` is left empty */
    double base;                /* the calendar year that counts as now */
    struct forecast_row *chain; /* one new chain; the first as the scenario has it */
    size_t chains;
    const char *chain_missing; /* why there is no chain, or NULL */
    double need;               /* of nameplate, for a stage to count */
    struct shortfall chain_lacks[FORECAST_DATES][FORECAST_STAGES]; /* in the first row */
    struct sensitivity sensitivity[FORECAST_SENSITIVITIES];        /* the largest, in order */
    size_t sensitivities;
    int sensitive; /* of which quantile: P50, or P10 where that is beyond the horizon */
    struct fleet_stage stage[FORECAST_STAGES];
    size_t stages;
    struct forecast_row *fleet;
    size_t fleets;
    struct shortfall fleet_lacks[FORECAST_DATES][FORECAST_STAGES]; /* in the first row */
    const char *fleet_missing;
    const char *without_effect; /* deals that change nothing here, in words, or "" */
    const char *left_out;       /* projects without a size or a date, or "" */
    double ramp;                /* years, of every listed project */
    struct fan fan;             /* of the first stage */
    char figures[SCENARIO_FIGURES];
    struct stage_law *laws; /* that were found */
    struct claim scratch;   /* owns all texts and arrays */
};

/* `base` and `figures`, from what stands above them; first of all. Returns 0, or -1 if memory runs
 * out. */
int forecast_figures(struct forecast *forecast);
/* The rest. Returns 0, or -1 if memory runs out. */
int forecast_build(struct forecast *forecast);
void forecast_free(struct forecast *forecast);

/* --- in words, for each of the forms of the report -------------------------------------------- */

/* The question, its answer by one row, and what was taken for granted. A figure that trials gave has
 * its interval beside it. */
const char *forecast_chain_question(struct claim *scratch, const struct forecast *forecast);
const char *forecast_fleet_question(struct claim *scratch, const struct forecast *forecast);
const char *forecast_fleet_inputs(struct claim *scratch, const struct forecast *forecast);
/* One input: a row of lead_times.csv, or a project; NULL if it is of no stage with a need. */
const char *forecast_lead_text(struct claim *scratch, const struct lead_row *row);
const char *forecast_project_text(struct claim *scratch, const struct forecast *forecast,
                                  const struct project *project);
/* Seed, trials and switches. */
const char *forecast_asked_text(struct claim *scratch, const struct forecast *forecast);
/* "exact law", or "5,000 trials". */
const char *forecast_method_text(struct claim *scratch, const struct forecast *forecast,
                                 const struct forecast_row *row);
/* "14.9", "now" or "beyond 60"; the second with its interval. */
const char *forecast_year_text(struct claim *scratch, const minrisk_when *when, int horizon);
const char *forecast_years_text(struct claim *scratch, const struct forecast_row *row, int which);
/* "P10 11.4, P50 14.9, P90 20.3 years (2037.4, 2040.9, 2046.3)" */
const char *forecast_quantiles_text(struct claim *scratch, const struct forecast_row *row,
                                    double base);
const char *forecast_chance_text(struct claim *scratch, const minrisk_estimate *p);
/* "mine 95 %, separation 4 %": those with half a percent or more. */
const char *forecast_last_text(struct claim *scratch, const struct forecast_row *row,
                               const char *const *stage, size_t stages);
/* What the stages of the first row lack at a date, and what that means. */
const char *forecast_chain_lacks_text(struct claim *scratch, const struct forecast *forecast,
                                      int date);
const char *forecast_fleet_lacks_text(struct claim *scratch, const struct forecast *forecast,
                                      int date);
extern const char forecast_chain_lacks[], forecast_fleet_lacks[];
/* "7,113 (6,900 to 7,300)" */
const char *forecast_amount_text(struct claim *scratch, const minrisk_estimate *amount);
/* What the largest sensitivities are, and they; of none where there are none. */
const char *forecast_sensitivities_text(struct claim *scratch, const struct forecast *forecast);
const char *forecast_sensitivity_text(struct claim *scratch, const struct forecast *forecast,
                                      size_t i);
/* What failures do to the first row: never a quantile given success without it; "" if they are drawn
 * in it. */
const char *forecast_failure_text(struct claim *scratch, const struct forecast_row *row,
                                  size_t rows, const struct scenario *scenario);
const char *forecast_assumed_text(struct claim *scratch, const struct forecast_row *row);
/* Names of the stages of the listed projects; NULL if memory runs out. */
const char *const *forecast_stage_names(struct claim *scratch, const struct forecast *forecast);

/* Both return 0, or -1 if memory runs out. */
int forecast_print(const struct forecast *forecast, struct out *out);
int forecast_json(const struct forecast *forecast, struct json *json, const char *key);
int forecast_csv(const struct forecast *forecast, struct csv_out *csv);

/* --- between the files that compute ----------------------------------------------------------- */

/* Quantiles of the published chains to a hundredth of a year; 257 would give three. */
enum { FORECAST_KNOTS = 513 };

/* A table of a lead, `scale` times as long. Returns 0, or -1 if the row has not what its shape
 * needs. */
int forecast_table(const struct lead_row *row, double scale, int32_t *table);
/* A table from the start range of a project, after `from`, a calendar year. Returns 0, or -1. */
int forecast_start_table(const struct project *project, double from, int32_t *table);

/* Trials, on as many threads as asked; the same tally for any number. Returns 0, or -1 if memory
 * runs out. */
struct progress {
    FILE *stream; /* NULL: none is shown */
    uint64_t done, total;
    int shown; /* percent */
};
int forecast_trials(const minrisk_model *model, const struct forecast *forecast,
                    struct progress *progress, minrisk_tally *tally);
int forecast_has_threads(void);
void progress_end(struct progress *progress);

/* Fill in a row. The law is for a model with one project a stage that are tied by nothing; its
 * assumptions are the caller's to set. They return 0, or -1 if memory runs out. */
int forecast_by_trials(struct forecast *forecast, struct forecast_row *row,
                       const minrisk_model *model, struct progress *progress);
int forecast_by_law(struct forecast *forecast, struct forecast_row *row,
                    const minrisk_model *model);

int forecast_chain(struct forecast *forecast, struct progress *progress);
int forecast_fleet(struct forecast *forecast, struct progress *progress);
/* A deal: the projects of a partner of an agreement, or those that a cited figure names. */
struct deal {
    const char *name;
    const char *partner;       /* NULL: */
    const struct cited *cited; /* names stand in its note */
};
int deal_has(const struct deal *deal, const struct project *project);
/* An array in the scratch memory, ended by a NULL name; NULL if memory runs out. */
struct deal *forecast_deals(struct forecast *forecast);

#endif
