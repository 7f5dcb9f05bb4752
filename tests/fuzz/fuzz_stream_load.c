/* SPDX-License-Identifier: MIT */
#include "stream.h"

/* Made to fit, lest nothing but the check be tested. */
static void mend_check(uint8_t *saved)
{
    uint32_t check = 2166136261u;
    for (size_t i = 8; i < MINRISK_STREAM_SAVED; i++)
        check = (check ^ saved[i]) * 16777619u;
    for (unsigned i = 0; i < 4; i++)
        saved[4 + i] = (uint8_t)(check >> 8 * i);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in), loaded = r;
    uint8_t *saved = block_of(MINRISK_STREAM_SAVED);
    size_t given = take_byte(&in) % 8 ? MINRISK_STREAM_SAVED : take_size(&in);
    minrisk_status status;

    memset(saved, 0, MINRISK_STREAM_SAVED);
    minrisk_stream_save(&r.s, saved, MINRISK_STREAM_SAVED);
    tamper_with(&in, saved, MINRISK_STREAM_SAVED);
    if (take_byte(&in) % 4)
        mend_check(saved);
    status = minrisk_stream_load(&loaded.s, sizeof loaded.s, saved, given);
    if (given != MINRISK_STREAM_SAVED)
        require(status == MINRISK_E_SIZE);
    else
        require(status == MINRISK_OK || status == MINRISK_E_STATE);
    if (status != MINRISK_OK)
        require(same_state(&loaded.s, &r.s));
    require(minrisk_stream_load(NULL, sizeof r.s, saved, given) == MINRISK_E_NULL);
    require(minrisk_stream_load(&loaded.s, sizeof r.s, NULL, given) == MINRISK_E_NULL);
    loaded.tampered = 1;
    judge(&loaded);
    release(saved, MINRISK_STREAM_SAVED);
    return 0;
}
