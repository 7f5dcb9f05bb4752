/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    chain c = take_chain(&in, 1);
    double year = c.horizon, part = take_double(&in), area = -7.0;
    minrisk_status expected;

    c.conditions = 1;
    if (c.condition[0].need != NULL) {
        size_t length = minrisk_when_met_workspace(&c.projects, c.condition, 1);
        double *work = block_of(length * sizeof *work);
        minrisk_needed needed, before;
        memset(&needed, 0x5a, sizeof needed);
        before = needed;
        expected = minrisk_deficit(&c.projects, c.condition, 0.0, year, work, length, &area);
        if ((expected == MINRISK_OK || expected == MINRISK_E_DATA) && !(part >= 0.0 && part <= 1.0))
            expected = MINRISK_E_PARAM;
        require(minrisk_plan_needed(&c.projects, c.condition, year, part, work, length, &needed) ==
                expected);
        if (expected != MINRISK_OK) {
            require(memcmp(&needed, &before, sizeof needed) == 0);
        } else {
            require(same_bits(needed.stock, area) && needed.deficit >= 0.0);
            require(!(needed.known & MINRISK_NEEDED_NAMEPLATE) ==
                    (needed.deficit > 0.0 && !(part > 0.0)));
            require(!(needed.known & MINRISK_NEEDED_SLOPE) ==
                    (needed.deficit > 0.0 && !(year > 0.0)));
            require(!(needed.known & MINRISK_NEEDED_NAMEPLATE) ||
                    needed.nameplate >= needed.deficit);
        }
        release(work, length * sizeof *work);
    }
    release_chain(&c);
    return 0;
}
