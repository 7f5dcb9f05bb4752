/* SPDX-License-Identifier: MIT */
#include "reliance.h"

static void check_value(double consumption, double production, const minrisk_reliance *r)
{
    if (consumption == 0.0)
        require(r->state == MINRISK_RELIANCE_NO_CONSUMPTION);
    else if (production > consumption)
        require(r->state == MINRISK_RELIANCE_NET_EXPORTER);
    else
        require(r->state == MINRISK_RELIANCE_VALUE);
    /* The difference is rounded once, relatively, and so is the quotient. */
    if (r->known && is_tame(consumption) && is_tame(production))
        require(is_near(r->low, (consumption - production) / consumption, 1e-15));
}

/* The same market as a balance: imports are what production does not cover. */
static void check_balance(double consumption, const minrisk_reliance *r)
{
    minrisk_balance b = {0.0, 0.0, 0.0, 0.0, 0.0};
    minrisk_reliance other;

    if (consumption == 0.0 || r->state != MINRISK_RELIANCE_VALUE || r->low != 1.0)
        return;
    b.imports = consumption;
    require(minrisk_net_import_reliance(&b, &other) == MINRISK_OK);
    require(same_reliance(&other, r));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    double consumption = take_double(&in), production = take_double(&in);
    minrisk_reliance r = untouched_reliance();
    int is_valid = is_quantity(consumption) && is_quantity(production);
    minrisk_status status = minrisk_reliance_of_consumption(consumption, production, &r);

    require(status == (is_valid ? MINRISK_OK : MINRISK_E_PARAM));
    require(minrisk_reliance_of_consumption(consumption, production, NULL) == MINRISK_E_NULL);
    if (status != MINRISK_OK) {
        require(is_untouched_reliance(&r));
        return 0;
    }
    check_reliance_of_balance(&r);
    check_value(consumption, production, &r);
    check_balance(consumption, &r);
    return 0;
}
