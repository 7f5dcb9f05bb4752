/* SPDX-License-Identifier: MIT */
/* GeoPolRisk: concentration of the world's production, times what one buyer's imports risk. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/criticality.h"

#include "criticality_sourcing.h"

static const minrisk_score_scale unit_scale = {1.0, 1.0, 1.0};

static minrisk_sourcing world_of(const minrisk_geopolrisk_inputs *in)
{
    minrisk_sourcing world;
    world.quantity = in->production;
    world.risk = world.factor = NULL;
    world.n = in->producers;
    return world;
}

static minrisk_sourcing imports_of(const minrisk_geopolrisk_inputs *in)
{
    minrisk_sourcing imports;
    imports.quantity = in->imports;
    imports.risk = in->risk;
    imports.factor = NULL;
    imports.n = in->partners;
    return imports;
}

/* The data, which E_DATA speaks of, and whether there is something to share. */
static minrisk_status check_supplies(const minrisk_geopolrisk_inputs *in)
{
    minrisk_sourcing world = world_of(in), imports = imports_of(in);
    minrisk_status of_imports = minrisk_sourcing_check(&imports, &unit_scale);

    if (of_imports == MINRISK_E_NO_SUPPLY && !minrisk_is_zero(in->domestic)) {
        of_imports = MINRISK_OK;
    }
    return minrisk_first_of(minrisk_sourcing_check(&world, &unit_scale), of_imports);
}

static minrisk_status check_inputs(const minrisk_geopolrisk_inputs *in)
{
    if (!in->production || !in->imports || !in->risk) {
        return MINRISK_E_NULL;
    }
    if (in->producers == 0 || in->partners == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(in->domestic) || !minrisk_is_quantity(in->price) ||
        !minrisk_is_quantity(in->reference) || minrisk_is_zero(in->reference)) {
        return MINRISK_E_PARAM;
    }
    return check_supplies(in);
}

static double risk_from(const minrisk_geopolrisk_inputs *in, size_t i)
{
    return in->region && in->region[i] == in->home ? 0.0 : in->risk[i];
}

/* A buyer on the way to the score. */
typedef struct scored {
    minrisk_weighted world;
    minrisk_scaled used; /* imports and domestic production */
    minrisk_scaled import_risk;
    minrisk_scaled score;
    double rounded; /* import risk, correctly */
} scored;

/* Some ten operations of at most 16 u^2: within 2^-97. */
static scored score_of(const minrisk_geopolrisk_inputs *in)
{
    minrisk_sourcing world = world_of(in);
    minrisk_products risky;
    minrisk_sum used;
    minrisk_quotient q;
    scored s;
    size_t i;

    s.world = minrisk_sourcing_weigh(&world);
    memset(&risky, 0, sizeof risky);
    memset(&used, 0, sizeof used);
    minrisk_sum_add(&used, in->domestic);
    for (i = 0; i < in->partners; i++) {
        minrisk_sum_add(&used, in->imports[i]);
        minrisk_products_add(&risky, in->imports[i], risk_from(in, i));
    }
    q.n1 = minrisk_natural_of_products(&risky);
    q.d1 = minrisk_natural_of_sum(&used);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = -1074;
    s.rounded = minrisk_quotient_round(&q, MINRISK_NEAREST);
    s.used = minrisk_scaled_of_sum(&used);
    s.import_risk = minrisk_scaled_divide(minrisk_scaled_of_natural(&q.n1, -2148), s.used);
    s.score = minrisk_scaled_multiply(s.world.hhi, s.import_risk);
    return s;
}

/* Of the score HHI sum g f / used: HHI g f / used, by f HHI (g - import risk) / used, by g
 * HHI f / used, which is 0 inside the region. */
static void attribute(const minrisk_geopolrisk_inputs *in, const scored *s,
                      const minrisk_attribution *out)
{
    minrisk_scaled each = minrisk_scaled_divide(s->world.hhi, s->used);
    minrisk_scaled less = minrisk_scaled_negate(s->import_risk);
    size_t i;

    for (i = 0; out && i < in->partners; i++) {
        int inside = in->region && in->region[i] == in->home;
        minrisk_scaled by_risk = minrisk_scaled_multiply(each, minrisk_scaled_of(in->imports[i]));
        minrisk_scaled risk = minrisk_scaled_of(risk_from(in, i));

        if (out->contribution) {
            out->contribution[i] = minrisk_scaled_round(minrisk_scaled_multiply(by_risk, risk));
        }
        if (out->by_risk) {
            out->by_risk[i] = inside ? 0.0 : minrisk_scaled_round(by_risk);
        }
        if (out->by_quantity) {
            out->by_quantity[i] =
                minrisk_scaled_round(minrisk_scaled_multiply(each, minrisk_scaled_add(risk, less)));
        }
    }
}

static void attribute_production(const minrisk_geopolrisk_inputs *in, const scored *s,
                                 const minrisk_attribution *out)
{
    minrisk_sourcing world = world_of(in);
    minrisk_attribution parts;

    if (out) {
        parts = *out;
        parts.by_risk = NULL;
        minrisk_sourcing_attribute(&world, &s->world, s->import_risk, &parts);
    }
}

minrisk_status minrisk_geopolrisk(const minrisk_geopolrisk_inputs *inputs,
                                  minrisk_geopolrisk_result *out,
                                  const minrisk_attribution *imports,
                                  const minrisk_attribution *production)
{
    minrisk_scaled midpoint;
    minrisk_status status;
    scored s;

    if (!inputs || !out) {
        return MINRISK_E_NULL;
    }
    status = check_inputs(inputs);
    if (status != MINRISK_OK) {
        return status;
    }

    s = score_of(inputs);
    midpoint = minrisk_scaled_multiply(s.score, minrisk_scaled_of(inputs->price));
    out->score = minrisk_scaled_round(s.score);
    out->hhi = s.world.rounded;
    out->import_risk = s.rounded;
    out->midpoint = minrisk_scaled_round(midpoint);
    out->characterisation =
        minrisk_scaled_round(minrisk_scaled_divide(midpoint, minrisk_scaled_of(inputs->reference)));
    out->by_domestic =
        minrisk_scaled_round(minrisk_scaled_divide(minrisk_scaled_negate(s.score), s.used));
    attribute(inputs, &s, imports);
    attribute_production(inputs, &s, production);
    return MINRISK_OK;
}

/* --- intervals ------------------------------------------------------------------------------- */

static minrisk_status check_order(const minrisk_geopolrisk_inputs *low,
                                  const minrisk_geopolrisk_inputs *high)
{
    minrisk_sourcing low_world = world_of(low), high_world = world_of(high);
    minrisk_sourcing low_imports = imports_of(low), high_imports = imports_of(high);

    if (!minrisk_sourcing_ordered(&low_world, &high_world) ||
        !minrisk_sourcing_ordered(&low_imports, &high_imports)) {
        return MINRISK_E_DATA;
    }
    return minrisk_rank_key(low->domestic) > minrisk_rank_key(high->domestic) ? MINRISK_E_PARAM
                                                                              : MINRISK_OK;
}

static minrisk_status check_ends(const minrisk_geopolrisk_inputs *low,
                                 const minrisk_geopolrisk_inputs *high)
{
    minrisk_status status = minrisk_first_of(check_inputs(low), check_inputs(high));

    if (low->producers != high->producers || low->partners != high->partners) {
        status = minrisk_first_of(status, MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK || status == MINRISK_E_NO_SUPPLY) {
        status = minrisk_first_of(status, check_order(low, high));
    }
    return status;
}

minrisk_status minrisk_geopolrisk_interval(const minrisk_geopolrisk_inputs *low,
                                           const minrisk_geopolrisk_inputs *high,
                                           minrisk_interval *score_range)
{
    minrisk_geopolrisk_inputs corner;
    minrisk_status status;

    if (!low || !high || !score_range) {
        return MINRISK_E_NULL;
    }
    status = check_ends(low, high);
    if (status != MINRISK_OK) {
        return status;
    }

    corner = *low;
    corner.domestic = high->domestic;
    score_range->low = minrisk_scaled_down(score_of(&corner).score);
    corner.domestic = low->domestic;
    corner.risk = high->risk;
    score_range->high = minrisk_scaled_up(score_of(&corner).score);
    return MINRISK_OK;
}

#endif
