/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    running r = take_running(&in);
    size_t given = take_byte(&in) % 4 ? MINRISK_STREAM_SAVED : take_size(&in) % 2000;
    uint8_t *saved = block_of(given);
    minrisk_stream loaded;
    minrisk_status status = minrisk_stream_save(&r.s, saved, given);

    require(minrisk_stream_save(NULL, saved, given) == MINRISK_E_NULL);
    require(minrisk_stream_save(&r.s, NULL, given) == MINRISK_E_NULL);
    if (status != MINRISK_OK)
        require(is_filled(saved, given));
    if (status == MINRISK_OK)
        require(minrisk_stream_load(&loaded, sizeof loaded, saved, MINRISK_STREAM_SAVED) == 0);
    if (!r.tampered && given >= MINRISK_STREAM_SAVED)
        require(status == MINRISK_OK && same_state(&loaded, &r.s));
    release(saved, given);
    return 0;
}
