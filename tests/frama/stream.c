/* SPDX-License-Identifier: MIT */
/* stream.h from a saved state that is hostile: its head, and some of its limbs, are any bytes. */
#include "bands.h"

#include "minrisk/stream.h"

int main(void)
{
    static minrisk_stream s;
    static uint8_t saved[MINRISK_STREAM_SAVED];
    double x = any_of(ONES), out;

    /* The limbs of numbers between 1 and 2^64 and of their squares. */
    Frama_C_make_unknown((char *)saved, 16);
    Frama_C_make_unknown((char *)saved + 16 + 4 * 33, 4 * 3);
    Frama_C_make_unknown((char *)saved + 296 + 4 * 67, 4 * 5);
    if (minrisk_stream_load(&s, sizeof s, saved, sizeof saved) != MINRISK_OK) {
        return 0;
    }
    (void)minrisk_stream_add(&s, x);
    (void)minrisk_stream_hhi(&s, &out);
    return 0;
}
