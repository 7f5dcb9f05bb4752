/* SPDX-License-Identifier: MIT */
/* partial.h over two named suppliers and a residual of a band. */
#include "bands.h"

#include "minrisk/partial.h"

int main(void)
{
    double named[2], residual = any_of(ONES), share;
    minrisk_interval hhi;

    named[0] = any_of(ONES);
    named[1] = any_of(ONES);
    (void)minrisk_hhi_bounds(named, 2, residual, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, &hhi);
    (void)minrisk_hhi_bounds(named, 2, residual, 3, 1.0, &hhi);
    (void)minrisk_coverage(named, 2, residual, &share);
    return 0;
}
