/* SPDX-License-Identifier: MIT */
/* The forecast in words, the same in every form of the report. */
#include "forecast.h"

#include <inttypes.h>
#include <string.h>

const char *forecast_chain_question(struct claim *scratch, const struct forecast *forecast)
{
    return claim_format(
        scratch,
        "One new chain outside China, from the mine to the magnet: a mine and its permit, a "
        "separation, a metal and a magnet plant, each of the size that is needed. It is there on "
        "the first day on which all four run at %.0f %% of nameplate. A lead time of a stage is "
        "its phases times a slip, and then its ramp; their tables are made from lead_times.csv. "
        "This is a statement on lead times, not a market balance",
        100 * forecast->need);
}

static const char *stage_text(struct claim *scratch, const struct forecast *forecast, size_t i)
{
    const struct fleet_stage *stage = &forecast->stage[i];

    return claim_format(scratch, "%s %s of %s (%s), growing %g %% a year (%s, row %lu)",
                        number_text(scratch, stage->need), stage->unit, stage->commodity,
                        stage->stage, stage->demand == NULL ? 0 : 100 * stage->demand->growth_base,
                        stage->origin.file, stage->origin.line);
}

const char *forecast_fleet_question(struct claim *scratch, const struct forecast *forecast)
{
    const char *text = "";
    size_t i;

    for (i = 0; i < forecast->stages; ++i)
        text = claim_format(scratch, "%s%s%s", text, i == 0 ? "" : "; ",
                            stage_text(scratch, forecast, i));
    return claim_format(scratch,
                        "The projects that are listed, against what is needed in %.0f: %s. The "
                        "answer is the first day on which what they can make covers %s",
                        forecast->base, text,
                        forecast->stages == 1 ? "the need" : "the need of every stage");
}

const char *forecast_fleet_inputs(struct claim *scratch, const struct forecast *forecast)
{
    size_t i, projects = 0;

    for (i = 0; i < forecast->stages; ++i)
        projects += forecast->stage[i].projects;
    return claim_format(
        scratch,
        "%zu projects of the buyer and its allies at these stages, with the size, "
        "the range of the start, the chance of success and the accessible share of "
        "their rows; a ramp of %.1f years%s%s. Capacity counts as supply, as if "
        "every plant ran full after its ramp",
        projects, forecast->ramp,
        forecast->left_out[0] == '\0' ? "" : "; left out for want of a size or a start: ",
        forecast->left_out);
}

static const char *optional_text(struct claim *scratch, const struct optional *value, int digits)
{
    return value->has ? claim_format(scratch, "%.*g", digits, value->value) : "-";
}

const char *forecast_lead_text(struct claim *scratch, const struct lead_row *row)
{
    return claim_format(scratch, "%s (%s, %s): %s / %s / %s %s, %s%s (%s; %s; %s, row %lu)",
                        row->id, row->stage, row->phase, optional_text(scratch, &row->low, 3),
                        optional_text(scratch, &row->likely, 3),
                        optional_text(scratch, &row->high, 3), row->unit, row->shape,
                        row->mean.has ? claim_format(scratch, ", mean %g, standard deviation %g",
                                                     row->mean.value, row->sd.value)
                                      : "",
                        row->source, row->derivation, row->origin.file, row->origin.line);
}

const char *forecast_project_text(struct claim *scratch, const struct forecast *forecast,
                                  const struct project *project)
{
    size_t i;

    for (i = 0; i < forecast->stages; ++i) {
        if (same_name(project->commodity, forecast->stage[i].commodity) &&
            same_name(project->stage, forecast->stage[i].stage))
            break;
    }
    if (i == forecast->stages)
        return NULL;
    return claim_format(
        scratch,
        "%s, %s: %s %s, %s, start %s / %s / %s, chance %g, accessible %g%s%s (%s, row %lu)",
        project->name, project->country, optional_text(scratch, &project->nameplate, 10),
        project->unit, project->status, optional_text(scratch, &project->start_earliest, 6),
        optional_text(scratch, &project->start_likely, 6),
        optional_text(scratch, &project->start_latest, 6), project->success, project->accessible,
        project->assumed[0] == '\0' ? "" : "; assumed: ", project->assumed, project->origin.file,
        project->origin.line);
}

const char *forecast_asked_text(struct claim *scratch, const struct forecast *forecast)
{
    const struct scenario *scenario = &forecast->scenario;

    return claim_format(
        scratch, "plants %s; slips %s; success %s; allies %s; %s trials, seed %" PRIu64,
        scenario_plants_text(scenario->plants),
        scenario->together ? "go together" : "are independent",
        scenario->drawn ? "not given" : "given", scenario->allied ? "counted" : "left out",
        number_text(scratch, scenario->trials), scenario->seed);
}

const char *forecast_method_text(struct claim *scratch, const struct forecast *forecast,
                                 const struct forecast_row *row)
{
    return row->by_law ? "exact law"
                       : claim_format(scratch, "%s trials",
                                      number_text(scratch, forecast->scenario.trials));
}

/* --- figures ---------------------------------------------------------------------------------- */

const char *forecast_year_text(struct claim *scratch, const minrisk_when *when, int horizon)
{
    if (when->status == MINRISK_ALREADY)
        return "now";
    if ((when->known & MINRISK_KNOWS_FIRST) == 0)
        return claim_format(scratch, "beyond %d", horizon);
    return claim_format(scratch, "%.1f", when->first);
}

const char *forecast_years_text(struct claim *scratch, const struct forecast_row *row, int which)
{
    const char *value = forecast_year_text(scratch, &row->value[which], row->horizon);
    const char *low = forecast_year_text(scratch, &row->low[which], row->horizon);
    const char *high = forecast_year_text(scratch, &row->high[which], row->horizon);

    if (strcmp(low, high) == 0)
        return value;
    return claim_format(scratch, "%s (%s to %s)", value, low, high);
}

static const char *calendar_text(struct claim *scratch, const minrisk_when *when, double base)
{
    if ((when->known & MINRISK_KNOWS_FIRST) == 0)
        return "later";
    return claim_format(scratch, "%.1f", base + when->first);
}

const char *forecast_quantiles_text(struct claim *scratch, const struct forecast_row *row,
                                    double base)
{
    return claim_format(
        scratch, "P10 %s, P50 %s, P90 %s years; %s, %s, %s", forecast_years_text(scratch, row, P10),
        forecast_years_text(scratch, row, P50), forecast_years_text(scratch, row, P90),
        calendar_text(scratch, &row->value[P10], base),
        calendar_text(scratch, &row->value[P50], base),
        calendar_text(scratch, &row->value[P90], base));
}

const char *forecast_chance_text(struct claim *scratch, const minrisk_estimate *p)
{
    if (p->high == 0)
        return "0 %";
    if (p->low == p->high)
        return percent_text(scratch, p->value, p->value);
    return claim_format(scratch, "%s (%s)", percent_text(scratch, p->value, p->value),
                        percent_text(scratch, p->low, p->high));
}

const char *forecast_last_text(struct claim *scratch, const struct forecast_row *row,
                               const char *const *stage, size_t stages)
{
    const char *text = "";
    size_t i;

    for (i = 0; i < stages; ++i) {
        if (row->bottleneck[i] < .005)
            continue;
        text = claim_format(scratch, "%s%s%s %.0f %%", text, text[0] == '\0' ? "" : ", ", stage[i],
                            100 * row->bottleneck[i]);
    }
    return text[0] == '\0' ? "none" : text;
}

/* --- shortfalls and sensitivities ------------------------------------------------------------- */

const char forecast_chain_lacks[] =
    "Shortfall by stage in the first row: the chance that a stage is not there, which is the "
    "part of its need that is lacking on average, as each is one plant";
const char forecast_fleet_lacks[] =
    "Shortfall by stage in the first row: what supply lacks of the need on that day, on average "
    "over the trials (1,000 at most), and as a part of the need";

const char *forecast_chain_lacks_text(struct claim *scratch, const struct forecast *forecast,
                                      int date)
{
    const char *text = claim_format(scratch, "at %d years:", forecast_date[date]);
    size_t s;

    for (s = 0; s < CHAIN_STAGES; ++s)
        text = claim_format(scratch, "%s%s %s %s", text, s == 0 ? "" : ",", chain_stage_name[s],
                            forecast_chance_text(scratch, &forecast->chain_lacks[date][s].lacking));
    return text;
}

const char *forecast_amount_text(struct claim *scratch, const minrisk_estimate *amount)
{
    const char *low = number_text(scratch, amount->low);
    const char *high = number_text(scratch, amount->high);
    const char *value = number_text(scratch, amount->value);

    return strcmp(low, high) == 0 ? value
                                  : claim_format(scratch, "%s (%s to %s)", value, low, high);
}

const char *forecast_fleet_lacks_text(struct claim *scratch, const struct forecast *forecast,
                                      int date)
{
    const char *text = claim_format(scratch, "at %d years:", forecast_date[date]);
    size_t s;

    for (s = 0; s < forecast->stages; ++s) {
        const struct shortfall *lacks = &forecast->fleet_lacks[date][s];
        const double part = lacks->need > 0 ? lacks->lacking.value / lacks->need : 0;
        text = claim_format(scratch, "%s%s %s (%s) %s of %s %s, %s", text, s == 0 ? "" : ";",
                            forecast->stage[s].commodity, forecast->stage[s].stage,
                            forecast_amount_text(scratch, &lacks->lacking),
                            number_text(scratch, lacks->need), forecast->stage[s].unit,
                            percent_text(scratch, part, part));
    }
    return text;
}

const char *forecast_sensitivities_text(struct claim *scratch, const struct forecast *forecast)
{
    return claim_format(scratch,
                        "The %slargest sensitivities of the first row: how P%d moves with one "
                        "input a tenth lower, each permit, construction, slip, chance of a slip "
                        "and ramp in turn, everything else as asked",
                        forecast->sensitivities == FORECAST_SENSITIVITIES ? "three " : "",
                        forecast->sensitive == P50 ? 50 : 10);
}

const char *forecast_sensitivity_text(struct claim *scratch, const struct forecast *forecast,
                                      size_t i)
{
    const struct lead_row *row = forecast->sensitivity[i].input;

    return claim_format(scratch, "%s (%s, %s)", row->id, row->stage, row->phase);
}

const char *forecast_failure_text(struct claim *scratch, const struct forecast_row *row,
                                  size_t rows, const struct scenario *scenario)
{
    size_t i;

    if (scenario->drawn)
        return "";
    for (i = 0; i < rows; ++i) {
        if (row[i].drawn)
            return claim_format(scratch,
                                "Given success, which one row does not take for granted: with its "
                                "chances, not there within %d years in %s",
                                row[i].horizon, forecast_chance_text(scratch, &row[i].never));
    }
    return "Given success, of which no chance is known";
}

const char *forecast_assumed_text(struct claim *scratch, const struct forecast_row *row)
{
    const char *text = "";
    uint32_t bit;

    for (bit = 1; bit != 0; bit <<= 1) {
        if ((row->assumptions & bit) != 0)
            text = claim_format(scratch, "%s%s%s", text, text[0] == '\0' ? "" : "; ",
                                minrisk_assumption_text(bit));
    }
    return text;
}

const char *const *forecast_stage_names(struct claim *scratch, const struct forecast *forecast)
{
    const char **name = claim_take(scratch, (forecast->stages + 1) * sizeof *name);
    size_t i;

    for (i = 0; name != NULL && i < forecast->stages; ++i)
        name[i] = claim_format(scratch, "%s (%s)", forecast->stage[i].commodity,
                               forecast->stage[i].stage);
    return name;
}
