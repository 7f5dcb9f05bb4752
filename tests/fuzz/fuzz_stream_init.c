/* SPDX-License-Identifier: MIT */
#include "stream.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    minrisk_stream *s = block_of(sizeof *s);
    size_t given = take_byte(&in) % 2 ? sizeof *s : take_size(&in);
    minrisk_status status = minrisk_stream_init(s, given);

    require(status == (given == sizeof *s ? MINRISK_OK : MINRISK_E_SIZE));
    require(minrisk_stream_init(NULL, given) == MINRISK_E_NULL);
    require(is_filled(s, sizeof *s) == (status != MINRISK_OK));
    release(s, sizeof *s);
    return 0;
}
