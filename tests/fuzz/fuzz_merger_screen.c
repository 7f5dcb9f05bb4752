/* SPDX-License-Identifier: MIT */
#include "market.h"

static void check_merger(const market *m, const minrisk_merger *out)
{
    double hhi = -1.0;

    require(minrisk_hhi(m->x, m->n, &hhi) == MINRISK_OK && same_bits(hhi, out->before));
    require(out->after >= out->before && out->after <= 1.0 && is_fraction(out->share));
    require(is_near(out->before + out->delta, out->after, 1e-15));
    require(out->finding >= MINRISK_MERGER_NO_CONCERN && out->finding <= MINRISK_MERGER_PRESUMED);
    if (out->delta <= .005)
        require(out->finding == MINRISK_MERGER_NO_CONCERN);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const int32_t known[] = {MINRISK_GUIDELINE_1992, MINRISK_GUIDELINE_2010,
                                    MINRISK_GUIDELINE_2023, 2011};
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t a = take_size(&in), b = take_size(&in);
    int32_t guideline = known[take_byte(&in) % COUNT(known)];
    minrisk_status of_market = status_of_market(&m), status;
    minrisk_merger out;

    memset(&out, fill_byte, sizeof out);
    status = minrisk_merger_screen(m.x, m.n, a, b, guideline, &out);
    if (of_market == MINRISK_E_NULL || of_market == MINRISK_E_SIZE)
        require(status == of_market);
    else if (a >= m.n || b >= m.n || guideline == 2011)
        require(status == MINRISK_E_PARAM);
    else if (a == b && of_market != MINRISK_E_DATA)
        require(status == MINRISK_E_PARAM);
    else
        require(status == of_market);
    if (status == MINRISK_OK)
        check_merger(&m, &out);
    else
        require(is_filled(&out, sizeof out));
    release_market(&m);
    return 0;
}
