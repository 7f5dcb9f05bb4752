/* SPDX-License-Identifier: MIT */
/* ranking.h over two suppliers of a band, in any order. */
#include "bands.h"

#include "minrisk/ranking.h"

int main(void)
{
    static const enum band of[] = {ONES, LARGEST};
    double q[2], scratch[2], out;
    size_t k = Frama_C_size_t_interval(0, 3), size = Frama_C_size_t_interval(0, 1000), at;
    unsigned i;

    for (i = 0; i < sizeof of / sizeof of[0]; i++) {
        q[0] = any_of(of[i]);
        q[1] = any_of(of[i]);
        (void)minrisk_top_share(q, 2, k, &out);
        (void)minrisk_leader(q, 2, &at, &out);
        (void)minrisk_gini(q, 2, size, scratch, 2, &out);
        (void)minrisk_gini_sorted(q, 2, size, &out);
        (void)minrisk_hall_tideman(q, 2, scratch, 2, &out);
        (void)minrisk_hall_tideman_sorted(q, 2, &out);
    }
    return 0;
}
