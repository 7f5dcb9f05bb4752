// SPDX-License-Identifier: MIT
// Tungsten mined in 2025, tonnes, the named countries: USGS, Mineral Commodity Summaries 2026.
#include <minrisk.h>

static const double mined[] = {67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};

void setup()
{
    double hhi;

    Serial.begin(115200);
    if (minrisk_hhi(mined, sizeof mined / sizeof mined[0], &hhi) == MINRISK_OK) {
        Serial.println(minrisk_to_points(hhi));
    }
}

void loop()
{
}
