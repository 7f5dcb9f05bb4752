/* SPDX-License-Identifier: MIT */
#include "forecast.h"

static uint32_t country_of(const minrisk_model *m, size_t p)
{
    return m->country == NULL ? 0 : m->country[p];
}

/* The same as with capacities of 0, or a need of 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    arrays a;
    uint32_t steps;
    minrisk_model m = take_law_model(&in, &a, &steps);
    int32_t what = (int32_t)(take_byte(&in) % 5), kind = -1, same_kind = -1;
    uint32_t which = take_byte(&in) % 10;
    size_t length = minrisk_law_workspace(&m, steps), same_length;
    double *work = block_of(length * sizeof *work), *same_work;
    double year = m.horizon / 65536.0 * (take_byte(&in) / 256.0), p = -7.0, same = -7.0;
    minrisk_status status =
        minrisk_plan_law(&m, what, which, steps, &year, 1, &p, &kind, work, length);

    require(status == (what >= 1 && what <= 3 ? MINRISK_OK : MINRISK_E_PARAM));
    release(work, length * sizeof *work);
    if (status != MINRISK_OK) {
        require(same_bits(p, -7.0) && kind == -1);
        return 0;
    }
    for (size_t i = 0; i < m.projects; i++) {
        if ((what == MINRISK_WITHOUT_PROJECT && i == which) ||
            (what == MINRISK_WITHOUT_COUNTRY && country_of(&m, i) == which))
            a.capacity[i] = 0;
    }
    if (what == MINRISK_WITHOUT_STAGE && which < m.stages) {
        size_t from = m.need_first == NULL ? which : a.need_first[which];
        size_t to = m.need_first == NULL ? which + 1 : a.need_first[which + 1];
        for (size_t i = from; i < to; i++)
            a.need[i] = 0;
    }
    same_length = minrisk_law_workspace(&m, steps);
    same_work = block_of(same_length * sizeof *same_work);
    require(minrisk_law(&m, steps, &year, 1, &same, &same_kind, same_work, same_length) ==
            MINRISK_OK);
    /* Where the need no longer changes, the law reads between the steps. */
    if (what != MINRISK_WITHOUT_STAGE)
        require(kind == same_kind && size_of(p - same) <= 1e-12);
    release(same_work, same_length * sizeof *same_work);
    return 0;
}
