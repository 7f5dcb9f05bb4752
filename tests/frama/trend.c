/* SPDX-License-Identifier: MIT */
/* trend.h over supplies and needs of a band, growths of either sign and any horizon. */
#include "bands.h"

#include "minrisk/trend.h"

int main(void)
{
    double supply = any_of(ONES), need = any_of(ONES);
    double rise = Frama_C_double_interval(-2.0, 2.0), fall = Frama_C_double_interval(-2.0, 2.0);
    double share = Frama_C_double_interval(-1.0, 2.0);
    double horizon = Frama_C_double_interval(0.0, 0x1p1023);
    minrisk_when when;

    (void)minrisk_when_linear(supply, rise, need, fall, horizon, &when);
    (void)minrisk_when_exponential(supply, rise, need, fall, horizon, &when);
    (void)minrisk_when_share(supply, rise, need, fall, share, horizon, &when);
    return 0;
}
