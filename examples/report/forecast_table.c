/* SPDX-License-Identifier: MIT */
/* Lead times of the data as tables. */
#include "forecast.h"

#include <math.h>

/* z of the 90th percentile. */
#define Z90 1.2815515655446004

/* Both ends and the likely value, or nothing. */
static int has_three(const struct lead_row *row)
{
    return row->low.has && row->likely.has && row->high.has;
}

/* By mean and spread where they are given, else by the 50th and 90th percentile. */
static minrisk_status lognormal(const struct lead_row *row, double scale, int32_t *table)
{
    if (row->mean.has)
        return minrisk_lead_lognormal(scale * row->mean.value, scale * row->sd.value, table,
                                      FORECAST_KNOTS);
    if (!row->likely.has || !row->high.has || !(row->likely.value > 0))
        return MINRISK_E_PARAM;
    return minrisk_lead_median(scale * row->likely.value,
                               log(row->high.value / row->likely.value) / Z90, table,
                               FORECAST_KNOTS);
}

/* A bounded shape is straight enough between 257 knots, which cost half of it; the ramp, which has a
 * tail, has them all. */
static minrisk_status pert(double least, double likely, double most, int32_t *table)
{
    int32_t coarse[257];
    minrisk_status status = minrisk_lead_pert(least, likely, most, coarse, 257);

    return status != MINRISK_OK
               ? status
               : minrisk_lead_given(coarse, 257, 0, MINRISK_LEAD_LONGEST, 0, table, FORECAST_KNOTS);
}

int forecast_table(const struct lead_row *row, double scale, int32_t *table)
{
    minrisk_status status = MINRISK_E_PARAM;

    if (row == NULL)
        return -1;
    if (same_name(row->shape, "lognormal"))
        status = lognormal(row, scale, table);
    else if (!has_three(row))
        return -1;
    else if (same_name(row->shape, "PERT"))
        status =
            pert(scale * row->low.value, scale * row->likely.value, scale * row->high.value, table);
    else if (same_name(row->shape, "triangular"))
        status = minrisk_lead_triangular(scale * row->low.value, scale * row->likely.value,
                                         scale * row->high.value, table, FORECAST_KNOTS);
    else if (same_name(row->shape, "uniform"))
        status = minrisk_lead_uniform(scale * row->low.value, scale * row->high.value, table,
                                      FORECAST_KNOTS);
    return status == MINRISK_OK ? 0 : -1;
}

int forecast_start_table(const struct project *project, double from, int32_t *table)
{
    double likely = project->start_likely.value - from;
    double least = project->start_earliest.has ? project->start_earliest.value - from : likely;
    double most = project->start_latest.has ? project->start_latest.value - from : likely;

    if (!project->start_likely.has)
        return -1;
    return pert(fmax(least, 0), fmax(likely, 0), fmax(most, 0), table) == MINRISK_OK ? 0 : -1;
}
