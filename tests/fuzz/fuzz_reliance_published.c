/* SPDX-License-Identifier: MIT */
#include "reliance.h"

static int carries_number(int32_t state)
{
    return state >= MINRISK_RELIANCE_VALUE && state <= MINRISK_RELIANCE_BELOW;
}

/* ABOVE 100 and BELOW 0 would leave no value. */
static int is_empty(int32_t state, double percent)
{
    return (state == MINRISK_RELIANCE_ABOVE && percent == 100.0) ||
           (state == MINRISK_RELIANCE_BELOW && percent == 0.0);
}

static int is_valid(int32_t state, double percent)
{
    return state >= MINRISK_RELIANCE_VALUE && state <= MINRISK_RELIANCE_WITHHELD &&
           percent >= 0.0 && percent <= (carries_number(state) ? 100.0 : 0.0) &&
           !is_empty(state, percent);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int32_t state = (int32_t)take_byte(&in) % 10 - 1;
    double percent = take_double(&in);
    /* One division of two doubles is correctly rounded. -0 is a zero. */
    double fraction = percent / 100.0 + 0.0;
    minrisk_reliance r = untouched_reliance();
    minrisk_status status = minrisk_reliance_published(state, percent, &r);

    require(status == (is_valid(state, percent) ? MINRISK_OK : MINRISK_E_PARAM));
    require(minrisk_reliance_published(state, percent, NULL) == MINRISK_E_NULL);
    if (status != MINRISK_OK) {
        require(is_untouched_reliance(&r));
        return 0;
    }
    check_unknown(&r);
    require(r.state == state && r.known == carries_number(state));
    if (r.known) {
        require(same_bits(r.low, state == MINRISK_RELIANCE_BELOW ? 0.0 : fraction));
        require(same_bits(r.high, state == MINRISK_RELIANCE_ABOVE ? 1.0 : fraction));
    }
    return 0;
}
