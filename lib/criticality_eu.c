/* SPDX-License-Identifier: MIT */
/* Supply risk by the method of the EU's list of critical raw materials. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/criticality.h"

#include "criticality_sourcing.h"

static const minrisk_score_scale eu_scale = {10.0, 0.8, 1.5};

static int is_given(const minrisk_sourcing *s)
{
    return s->n == 0 || (s->quantity && s->risk);
}

/* A sourcing that is not known is in order. */
static minrisk_status check_sourcing(const minrisk_sourcing *s)
{
    return s->n == 0 ? MINRISK_OK : minrisk_sourcing_check(s, &eu_scale);
}

static minrisk_status check_stage(const minrisk_eu_stage *stage)
{
    minrisk_status global, eu;

    if (!is_given(&stage->global) || !is_given(&stage->eu)) {
        return MINRISK_E_NULL;
    }
    if (stage->global.n == 0 && stage->eu.n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_fraction(stage->import_reliance) || !minrisk_is_fraction(stage->recycling) ||
        !minrisk_is_fraction(stage->substitution)) {
        return MINRISK_E_PARAM;
    }
    global = check_sourcing(&stage->global);
    eu = check_sourcing(&stage->eu);
    return global == MINRISK_E_DATA || eu == MINRISK_OK ? global : eu;
}

/* A stage on the way to its score. */
typedef struct scored {
    minrisk_weighted global, eu;
    minrisk_scaled global_weight, eu_weight; /* of each HHI in the bracket */
    minrisk_scaled bracket, kept, mitigation;
    minrisk_scaled risk;
} scored;

static minrisk_weighted weigh(const minrisk_sourcing *s)
{
    minrisk_weighted none;

    if (s->n != 0) {
        return minrisk_sourcing_weigh(s);
    }
    none.rounded = 0.0;
    none.hhi = none.total = minrisk_scaled_of(0.0);
    return none;
}

/* 1 - x, exactly or within 3 u^2 */
static minrisk_scaled complement(double x)
{
    return minrisk_scaled_add(minrisk_scaled_of(1.0), minrisk_scaled_of(-x));
}

/* Some forty operations of at most 16 u^2: within 2^-95. */
static scored score(const minrisk_eu_stage *stage)
{
    minrisk_scaled half =
        minrisk_scaled_multiply(minrisk_scaled_of(stage->import_reliance), minrisk_scaled_of(0.5));
    scored s;

    s.global = weigh(&stage->global);
    s.eu = weigh(&stage->eu);
    s.global_weight = stage->eu.n == 0 ? minrisk_scaled_of(1.0) : half;
    s.eu_weight = stage->global.n == 0
                      ? minrisk_scaled_of(1.0)
                      : minrisk_scaled_add(minrisk_scaled_of(1.0), minrisk_scaled_negate(half));
    s.bracket = minrisk_scaled_add(minrisk_scaled_multiply(s.global.hhi, s.global_weight),
                                   minrisk_scaled_multiply(s.eu.hhi, s.eu_weight));
    s.kept = complement(stage->recycling);
    s.mitigation = minrisk_scaled_multiply(s.kept, minrisk_scaled_of(stage->substitution));
    s.risk = minrisk_scaled_multiply(s.bracket, s.mitigation);
    return s;
}

static void write_parts(const minrisk_eu_stage *stage, const scored *s, minrisk_eu_risk *out)
{
    minrisk_scaled part = minrisk_scaled_multiply(s->global.hhi, s->global_weight);
    minrisk_scaled apart = minrisk_scaled_add(s->global.hhi, minrisk_scaled_negate(s->eu.hhi));
    minrisk_scaled substitution = minrisk_scaled_of(-stage->substitution);

    out->risk = minrisk_scaled_round(s->risk);
    out->hhi_global = s->global.rounded;
    out->hhi_eu = s->eu.rounded;
    out->global_part = minrisk_scaled_round(minrisk_scaled_multiply(part, s->mitigation));
    part = minrisk_scaled_multiply(s->eu.hhi, s->eu_weight);
    out->eu_part = minrisk_scaled_round(minrisk_scaled_multiply(part, s->mitigation));
    out->unmitigated = minrisk_scaled_round(s->bracket);
    apart = minrisk_scaled_multiply(apart, minrisk_scaled_of(0.5));
    out->by_import_reliance = minrisk_scaled_round(minrisk_scaled_multiply(apart, s->mitigation));
    out->by_recycling = minrisk_scaled_round(minrisk_scaled_multiply(s->bracket, substitution));
    out->by_substitution = minrisk_scaled_round(minrisk_scaled_multiply(s->bracket, s->kept));
    out->basis = MINRISK_EU_BOTH;
    if (stage->eu.n == 0) {
        out->basis = MINRISK_EU_GLOBAL_ONLY;
        out->by_import_reliance = 0.0;
    } else if (stage->global.n == 0) {
        out->basis = MINRISK_EU_SOURCING_ONLY;
        out->by_import_reliance = 0.0;
    }
    out->reserved = 0;
}

minrisk_status minrisk_eu_supply_risk(const minrisk_eu_stage *stage, minrisk_eu_risk *out,
                                      const minrisk_attribution *global,
                                      const minrisk_attribution *eu)
{
    minrisk_status status;
    scored s;

    if (!stage || !out) {
        return MINRISK_E_NULL;
    }
    status = check_stage(stage);
    if (status != MINRISK_OK) {
        return status;
    }

    s = score(stage);
    write_parts(stage, &s, out);
    if (stage->global.n != 0) {
        minrisk_sourcing_attribute(&stage->global, &s.global,
                                   minrisk_scaled_multiply(s.global_weight, s.mitigation), global);
    }
    if (stage->eu.n != 0) {
        minrisk_sourcing_attribute(&stage->eu, &s.eu,
                                   minrisk_scaled_multiply(s.eu_weight, s.mitigation), eu);
    }
    return MINRISK_OK;
}

/* --- intervals ------------------------------------------------------------------------------- */

/* The rest of a stage with import reliance and recycling of two others. */
static minrisk_scaled risk_at(const minrisk_eu_stage *stage, double import_reliance,
                              double recycling)
{
    minrisk_eu_stage corner = *stage;

    corner.import_reliance = import_reliance;
    corner.recycling = recycling;
    return score(&corner).risk;
}

/* Whether each input of low is at most that of high, and the quantities are the same. */
static minrisk_status check_order(const minrisk_eu_stage *low, const minrisk_eu_stage *high)
{
    if (!minrisk_sourcing_ordered(&low->global, &high->global) ||
        !minrisk_sourcing_ordered(&low->eu, &high->eu)) {
        return MINRISK_E_DATA;
    }
    if (low->import_reliance > high->import_reliance || low->recycling > high->recycling ||
        low->substitution > high->substitution) {
        return MINRISK_E_PARAM;
    }
    return MINRISK_OK;
}

static minrisk_status check_stages(const minrisk_eu_stage *low, const minrisk_eu_stage *high)
{
    minrisk_status status = minrisk_first_of(check_stage(low), check_stage(high));

    if (low->global.n != high->global.n || low->eu.n != high->eu.n) {
        status = minrisk_first_of(status, MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK || status == MINRISK_E_NO_SUPPLY) {
        status = minrisk_first_of(status, check_order(low, high));
    }
    return status;
}

minrisk_status minrisk_eu_supply_risk_interval(const minrisk_eu_stage *low,
                                               const minrisk_eu_stage *high, minrisk_interval *risk)
{
    minrisk_status status;
    double end, other;

    if (!low || !high || !risk) {
        return MINRISK_E_NULL;
    }
    status = check_stages(low, high);
    if (status != MINRISK_OK) {
        return status;
    }

    end = minrisk_scaled_down(risk_at(low, low->import_reliance, high->recycling));
    other = minrisk_scaled_down(risk_at(low, high->import_reliance, high->recycling));
    risk->low = end < other ? end : other;
    end = minrisk_scaled_up(risk_at(high, low->import_reliance, low->recycling));
    other = minrisk_scaled_up(risk_at(high, high->import_reliance, low->recycling));
    risk->high = end > other ? end : other;
    return MINRISK_OK;
}

#endif
