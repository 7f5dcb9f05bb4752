/* SPDX-License-Identifier: MIT */
/* The exact path of concentration.h, over two suppliers of any band. */
#include "bands.h"

#include "minrisk/concentration.h"

int main(void)
{
    static const enum band of[][2] = {
        {ONES, ONES},
        {LARGEST, LARGEST},
    };
    double q[2], out;
    unsigned i;

    for (i = 0; i < sizeof of / sizeof of[0]; i++) {
        q[0] = any_of(of[i][0]);
        q[1] = any_of(of[i][1]);
        (void)minrisk_hhi(q, 2, &out);
    }
    return 0;
}
