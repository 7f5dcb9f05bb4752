/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_outage(const market *m, size_t c, double need, const minrisk_outage *out)
{
    double rest = 0.0;

    for (size_t i = 0; i < m->n; i++)
        rest += i == c ? 0.0 : m->x[i];
    require(is_quantity(out->rest) && is_quantity(out->spare) && is_fraction(out->rest_hhi));
    require(is_fraction(out->covered) && out->shortfall >= 0.0 && out->shortfall <= need);
    require((out->rest == 0.0) == (out->rest_hhi == 0.0));
    if (is_tame(rest))
        require(is_near(out->rest, rest, 1e-12));
    if (out->shortfall > 1e-9 * need && is_tame(need))
        require(is_near((out->rest + out->spare) / need, out->covered, 1e-9));
    if (out->covered < 1.0)
        require(out->shortfall > 0.0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *spare = take_byte(&in) % 2 ? take_doubles(&in, m.n) : NULL, need = take_double(&in);
    size_t c = take_size(&in);
    minrisk_outage out;
    minrisk_status status, of_market = status_of_market(&m);

    memset(&out, fill_byte, sizeof out);
    status = minrisk_without(m.x, spare, m.n, c, need, &out);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (c >= m.n || !is_quantity(need) || need == 0.0)
        require(status == MINRISK_E_PARAM);
    else if (of_market == MINRISK_E_DATA || (spare != NULL && !all_quantities(spare, m.n)))
        require(status == MINRISK_E_DATA);
    if (status == MINRISK_OK)
        check_outage(&m, c, need, &out);
    else
        require(is_filled(&out, sizeof out));
    release(spare, m.n * sizeof *spare);
    release_market(&m);
    return 0;
}
