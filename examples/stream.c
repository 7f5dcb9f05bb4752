/* SPDX-License-Identifier: MIT */
/* A market that changes: the HHI after every change, and two halves of it joined. */
#include "minrisk.h"

#include <stdio.h>

static void show(const char *what, const minrisk_stream *market)
{
    double hhi, effective, total;
    uint64_t suppliers;

    minrisk_stream_hhi(market, &hhi);
    minrisk_stream_effective(market, &effective);
    minrisk_stream_suppliers(market, &suppliers);
    minrisk_stream_total(market, &total);
    printf("%-38s %2lu suppliers, %6.0f t, HHI %4.0f, like %.2f equal ones\n", what,
           (unsigned long)suppliers, total, minrisk_to_points(hhi), effective);
}

int main(void)
{
    /* Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026). */
    const double china = 67000,
                 others[] = {3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};
    minrisk_stream market, rest, copy;
    uint8_t saved[MINRISK_STREAM_SAVED];
    minrisk_interval range;
    minrisk_status status;

    if (minrisk_stream_init(&market, sizeof market) != MINRISK_OK ||
        minrisk_stream_init(&rest, minrisk_stream_sizeof()) != MINRISK_OK) {
        return 1;
    }
    minrisk_stream_add(&market, china);
    minrisk_stream_add_all(&rest, others, sizeof others / sizeof others[0]);
    show("China alone", &market);
    minrisk_stream_merge(&market, &rest);
    show("with the ten others", &market);
    minrisk_stream_replace(&market, china, china / 2);
    show("China halves its output", &market);
    minrisk_stream_remove(&market, 700);
    show("the smallest leaves", &market);
    minrisk_stream_hhi_bounds(&market, 2400, &range);
    printf("with 2400 t of others: HHI %.1f to %.1f\n", minrisk_to_points(range.low),
           minrisk_to_points(range.high));
    status = minrisk_stream_remove(&market, 50000);
    printf("a supplier that cannot be there: %s\n", minrisk_status_text(status));

    minrisk_stream_save(&market, saved, sizeof saved);
    if (minrisk_stream_load(&copy, sizeof copy, saved, sizeof saved) != MINRISK_OK) {
        return 1;
    }
    show("saved and loaded", &copy);
    return 0;
}
