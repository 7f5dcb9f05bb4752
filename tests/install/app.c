/* SPDX-License-Identifier: MIT */
/* The smallest user of the library: two equal suppliers have an HHI of one half. */
#include <minrisk.h>

int main(void)
{
    const double tonnes[2] = {3.0, 3.0};
    double hhi = 0.0;

    if (minrisk_version() != MINRISK_VERSION)
        return 2;
    if (minrisk_hhi(tonnes, 2, &hhi) != MINRISK_OK)
        return 3;
    return hhi == 0.5 ? 0 : 4;
}
