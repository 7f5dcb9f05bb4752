/* SPDX-License-Identifier: MIT */
#include "criticality.h"

static void check_score(const eu_supplies *s, const minrisk_eu_risk *out)
{
    double parts =
        sum_of(s->global.part[0], s->global.view.n) + sum_of(s->eu.part[0], s->eu.view.n);

    require(out->risk >= 0.0 && out->risk <= out->unmitigated);
    require(out->hhi_global >= 0.0 && out->hhi_global <= 15.0);
    require(out->hhi_eu >= 0.0 && out->hhi_eu <= 15.0);
    if (is_tame(out->risk)) {
        require(is_near(parts, out->risk, 1e-12));
        require(is_near(out->global_part + out->eu_part, out->risk, 1e-14));
    }
    for (size_t i = 0; i < s->global.view.n; i++)
        require(s->global.part[2][i] >= 0.0 && s->global.part[0][i] <= out->risk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    eu_supplies s = take_stage(&in);
    minrisk_attribution global = attribution_of(&s.global), eu = attribution_of(&s.eu);
    minrisk_eu_risk out;
    minrisk_status status;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_eu_supply_risk(&s.stage, &out, &global, &eu);
    require(status == status_of_stage(&s));
    if (status == MINRISK_OK)
        check_score(&s, &out);
    else
        require(is_filled(&out, sizeof out) && parts_are_untouched(&s.global) &&
                parts_are_untouched(&s.eu));
    release_stage(&s);
    return 0;
}
