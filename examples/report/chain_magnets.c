/* SPDX-License-Identifier: MIT */
#include "chain_magnets.h"

#include <string.h>

static int fleet_init(struct claim *claim, struct fleet *fleet, size_t projects, size_t knots)
{
    memset(fleet, 0, sizeof *fleet);
    fleet->work_len = minrisk_when_covered_workspace(projects, knots);
    fleet->start = claim_take(claim, (projects + 1) * sizeof(double));
    fleet->project = claim_take(claim, (projects + 1) * sizeof *fleet->project);
    fleet->ramp = claim_take(claim, (projects + 1) * sizeof(double));
    fleet->capacity = claim_take(claim, (projects + 1) * sizeof(double));
    fleet->need_year = claim_take(claim, knots * sizeof(double));
    fleet->need = claim_take(claim, knots * sizeof(double));
    fleet->work = claim_take(claim, fleet->work_len * sizeof(double));
    return claim->failed ? -1 : 0;
}

static struct optional start_of(const struct project *project, enum lead_case which)
{
    return which == LEAD_LOW      ? project->start_earliest
           : which == LEAD_LIKELY ? project->start_likely
                                  : project->start_latest;
}

static int is_operating(const struct project *project)
{
    return same_name(project->status, "operating");
}

int magnets_belong(const struct project *project, const struct demand *demand, int running_only)
{
    return strcmp(project->country, demand->buyer) == 0 &&
           same_name(project->commodity, demand->commodity) &&
           same_name(project->stage, demand->stage) && same_name(project->unit, demand->unit) &&
           project->nameplate.has &&
           (!running_only || is_operating(project) || same_name(project->status, "ramping"));
}

/* A plant that operates has its ramp behind it. */
static void add_plant(struct fleet *fleet, const struct project *project,
                      const struct magnet_case *scenario, double ramp, double base)
{
    struct optional start = start_of(project, scenario->which);

    if (!start.has && !is_operating(project)) {
        return;
    }
    fleet->start[fleet->projects] = is_operating(project) ? -ramp : start.value - base;
    fleet->ramp[fleet->projects] = ramp;
    fleet->capacity[fleet->projects] = project->nameplate.value * project->accessible *
                                       (scenario->weighted ? project->success : 1);
    fleet->project[fleet->projects] = project;
    fleet->projects++;
}

static void add_need(struct fleet *fleet, const struct demand *demand, enum lead_case which,
                     double base)
{
    double growth = which == LEAD_LOW      ? demand->growth_low
                    : which == LEAD_LIKELY ? demand->growth_base
                                           : demand->growth_high;
    double need = which == LEAD_LOW      ? demand->low
                  : which == LEAD_LIKELY ? demand->base
                                         : demand->high;
    double year = demand->year;

    for (fleet->knots = 0; year <= base + MAGNET_HORIZON; year++) {
        fleet->need_year[fleet->knots] = year - base;
        fleet->need[fleet->knots] = need;
        fleet->knots++;
        need *= 1 + growth;
    }
}

static int ramp_years(const struct dataset *data, enum lead_case which, double *years)
{
    const struct lead_row *row = dataset_lead(data, "ramp");
    struct optional value = {0, 0};

    if (row != NULL) {
        value = which == LEAD_LOW ? row->low : which == LEAD_LIKELY ? row->likely : row->high;
    }
    *years = value.value;
    return value.has ? 0 : -1;
}

int magnets_sweep(const struct dataset *data, struct claim *claim, const struct demand *demand,
                  const struct magnet_case *scenario, struct fleet *fleet, minrisk_when *when)
{
    double base = dataset_base_year(data), ramp, ahead = base + MAGNET_HORIZON - demand->year;
    size_t i;

    if (ramp_years(data, scenario->which, &ramp) != 0 || ahead < 0 || ahead > 1000 ||
        fleet_init(claim, fleet, data->projects, (size_t)ahead + 2) != 0) {
        return -1;
    }
    for (i = 0; i < data->projects; i++) {
        if (magnets_belong(&data->project[i], demand, scenario->running_only)) {
            add_plant(fleet, &data->project[i], scenario, ramp, base);
        }
    }
    add_need(fleet, demand, scenario->which, base);
    return minrisk_when_covered(fleet->start, fleet->ramp, fleet->capacity, NULL, fleet->projects,
                                fleet->need_year, fleet->need, fleet->knots, 0, MAGNET_HORIZON,
                                fleet->work, fleet->work_len, when) == MINRISK_OK
               ? 0
               : -1;
}
