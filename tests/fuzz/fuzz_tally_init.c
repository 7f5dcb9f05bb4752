/* SPDX-License-Identifier: MIT */
#include "forecast.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_tally tally;
    size_t given = take_byte(&in) < 128 ? sizeof tally : take_size(&in);
    minrisk_status status;

    memset(&tally, fill_byte, sizeof tally);
    status = minrisk_tally_init(&tally, given);
    require(status == (given == sizeof tally ? MINRISK_OK : MINRISK_E_SIZE));
    if (status == MINRISK_OK)
        require(tally.trials == 0 && tally.month[MINRISK_MOST_MONTHS - 1] == 0);
    else
        require(is_filled(&tally, sizeof tally));
    require(minrisk_tally_init(NULL, given) == MINRISK_E_NULL);
    return 0;
}
