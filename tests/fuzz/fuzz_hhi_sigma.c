/* SPDX-License-Identifier: MIT */
#include "market.h"

/* Sum of |slope| sigma is at least the root of the sum of squares, and at most sqrt(n) times it. */
static void check_value(const market *m, const double *sigma, double result)
{
    double largest = largest_of(m->x, m->n), total = plain_total(m->x, m->n);
    double hhi = plain_hhi(m->x, m->n), most = 0.0, sum = 0.0;

    require(result >= 0.0);
    for (size_t i = 0; i < m->n; i++) {
        double share = part_of(m->x[i], largest) / total;
        double sway = 2.0 * size_of(share - hhi) * (sigma[i] / largest) / total;
        if (!is_tame(m->x[i]) || !is_tame(sigma[i]) || size_of(share - hhi) < 1e-3)
            return;
        most = sway > most ? sway : most;
        sum += sway;
    }
    require(result >= most * (1.0 - 1e-9) && result <= sum * (1.0 + 1e-9));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *sigma = take_byte(&in) == 255 ? NULL : take_doubles(&in, m.n), result = -7.0;
    minrisk_status expected = status_of_market(&m);
    minrisk_status status = minrisk_hhi_sigma(m.x, sigma, m.n, &result);

    if (sigma == NULL)
        expected = MINRISK_E_NULL;
    else if (expected == MINRISK_OK || expected == MINRISK_E_NO_SUPPLY)
        expected = all_quantities(sigma, m.n) ? expected : MINRISK_E_DATA;
    require(status == expected);
    require(minrisk_hhi_sigma(m.x, sigma, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, sigma, result);
    else
        require(same_bits(result, -7.0));
    release(sigma, m.n * sizeof *sigma);
    release_market(&m);
    return 0;
}
