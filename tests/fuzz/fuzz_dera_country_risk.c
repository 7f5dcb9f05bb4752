/* SPDX-License-Identifier: MIT */
#include "criticality.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    supply s = take_supply(&in, 5.0, 1.0, 1.0);
    minrisk_attribution parts = attribution_of(&s);
    minrisk_dera_result out;
    minrisk_status status, expected = MINRISK_OK;

    memset(&out, fill_byte, sizeof out);
    for (size_t i = 0; i < s.view.n; i++)
        s.risk[i] = take_byte(&in) % 2 ? -s.risk[i] : s.risk[i];
    if (s.view.n == 0)
        expected = MINRISK_E_SIZE;
    else if (!all_quantities(s.quantity, s.view.n) || !are_within(s.risk, s.view.n, -5.0, 5.0))
        expected = MINRISK_E_DATA;
    else if (all_zero(s.quantity, s.view.n))
        expected = MINRISK_E_NO_SUPPLY;
    status = minrisk_dera_country_risk(s.quantity, s.risk, s.view.n, &out, &parts);
    require(status == expected);
    if (status == MINRISK_OK) {
        double sum = sum_of(s.part[0], s.view.n);
        require(out.country_risk >= -5.0 && out.country_risk <= 5.0 && is_fraction(out.hhi));
        require(size_of(sum - out.country_risk) <= 1e-13);
        require(out.risk_class == (out.country_risk > .5 ? 0 : out.country_risk < -.5 ? 2 : 1));
    } else {
        require(is_filled(&out, sizeof out) && parts_are_untouched(&s));
    }
    release_supply(&s);
    return 0;
}
