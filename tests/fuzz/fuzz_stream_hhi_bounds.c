/* SPDX-License-Identifier: MIT */
#include "stream.h"

/* The bits of the list of suppliers, of whom one may have nothing. */
static void compare(running *r, double residual, minrisk_status status, const minrisk_interval *hhi)
{
    minrisk_interval expected = {-7.0, -8.0};

    r->live[r->n] = 0.0;
    require(minrisk_hhi_bounds(r->live, r->n + 1, residual, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP,
                               &expected) == status);
    require(same_bits(hhi->low, expected.low) && same_bits(hhi->high, expected.high));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    minrisk_stream before = r.s;
    double residual = take_double(&in);
    minrisk_interval hhi = {-7.0, -8.0};
    minrisk_status status = minrisk_stream_hhi_bounds(&r.s, residual, &hhi);

    require(minrisk_stream_hhi_bounds(NULL, residual, &hhi) == MINRISK_E_NULL);
    require(minrisk_stream_hhi_bounds(&r.s, residual, NULL) == MINRISK_E_NULL);
    require(same_state(&r.s, &before));
    if (status == MINRISK_OK)
        require(hhi.low >= 0.0 && hhi.low <= hhi.high && hhi.high <= 1.0);
    else
        require(same_bits(hhi.low, -7.0) && same_bits(hhi.high, -8.0));
    if (!r.tampered)
        compare(&r, residual, status, &hhi);
    judge(&r);
    return 0;
}
