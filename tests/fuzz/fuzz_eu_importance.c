/* SPDX-License-Identifier: MIT */
#include "criticality.h"

static minrisk_status expected(const minrisk_eu_uses *u)
{
    int within = 1;
    if (u->n == 0)
        return MINRISK_E_SIZE;
    if (!is_quantity(u->largest) || u->largest == 0.0 || !is_fraction(u->substitution))
        return MINRISK_E_PARAM;
    for (size_t i = 0; i < u->n; i++) {
        if (!is_fraction(u->share[i]) || !is_quantity(u->value_added[i]))
            return MINRISK_E_DATA;
        within = within && u->value_added[i] <= u->largest;
    }
    return within ? MINRISK_OK : MINRISK_E_PARAM;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int tame = take_byte(&in) < 200;
    size_t n = take_byte(&in) % LONGEST_SUPPLY, room = n * sizeof(double);
    double *share = take_within(&in, n, 0.0, 1.0, tame);
    double *value = take_within(&in, n, 0.0, 1e300, tame), *part = block_of(room);
    minrisk_eu_uses uses = {share, value, n, take_double(&in), take_double(&in)};
    minrisk_eu_importance_of out;
    minrisk_status status;

    memset(&out, fill_byte, sizeof out);
    for (size_t i = 0; i < n && tame; i++)
        uses.largest = value[i] > uses.largest ? value[i] : uses.largest;
    status = minrisk_eu_importance(&uses, &out, part);
    require(status == expected(&uses));
    if (status == MINRISK_OK) {
        require(out.importance >= 0.0 && out.importance <= out.by_substitution);
        require(out.by_substitution <= 10.0 * (double)n);
        if (is_tame(out.importance))
            require(is_near(sum_of(part, n), out.importance, 1e-12));
    } else {
        require(is_filled(&out, sizeof out) && is_filled(part, room));
    }
    release(share, room);
    release(value, room);
    release(part, room);
    return 0;
}
