/* SPDX-License-Identifier: MIT */
#include "usgs.h"

static void check_score(const commodity *c, const minrisk_usgs_risk *out)
{
    double cube = out->risk * out->risk * out->risk;
    double product = out->disruption_potential * out->trade_exposure * out->economic_vulnerability;

    require(is_fraction(out->disruption_potential) && out->risk >= 0.0);
    if (is_tame(out->disruption_potential) && is_tame(out->economic_vulnerability) &&
        is_tame(product) && is_tame(out->risk) && product > 0.0) {
        require(is_near(cube, product, 1e-12));
        require(is_near(sum_of(c->production.part[0], c->production.view.n), out->risk, 1e-12));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    commodity c = take_commodity(&in);
    minrisk_attribution parts = attribution_of(&c.production);
    minrisk_usgs_risk out;
    minrisk_status status;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_usgs_supply_risk(&c.inputs, &out, &parts);
    require(status == status_of_commodity(&c));
    if (status == MINRISK_OK)
        check_score(&c, &out);
    else
        require(is_filled(&out, sizeof out) && parts_are_untouched(&c.production));
    release_commodity(&c);
    return 0;
}
