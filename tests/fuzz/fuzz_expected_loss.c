/* SPDX-License-Identifier: MIT */
#include "criticality.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    int tame = take_byte(&in) < 200, good = 1;
    size_t n = take_byte(&in) % LONGEST_SUPPLY, room = n * sizeof(double);
    double *chance = take_within(&in, n, 0.0, 1.0, tame);
    double *effect = take_within(&in, n, -1e300, 1e300, tame), *part = block_of(room);
    double up = 0.0, down = 0.0;
    minrisk_loss out;
    minrisk_status status;

    memset(&out, fill_byte, sizeof out);
    for (size_t i = 0; i < n; i++) {
        good = good && is_fraction(chance[i]) && is_finite(effect[i]);
        up += effect[i] > 0.0 ? chance[i] * effect[i] : 0.0;
        down -= effect[i] < 0.0 ? chance[i] * effect[i] : 0.0;
    }
    status = minrisk_expected_loss(chance, effect, n, &out, part);
    if (n == 0 || !good)
        require(status == (n == 0 ? MINRISK_E_SIZE : MINRISK_E_DATA));
    else if (up < 1e307 && down < 1e307)
        require(status == MINRISK_OK);
    if (status == MINRISK_OK) {
        require(out.worst < n && out.expected <= out.losses && -out.expected <= out.gains);
        for (size_t i = 0; i < n; i++)
            require(part[i] <= part[out.worst]);
        /* Plain products lose what underflows; the library does not. */
        if (is_tame(up) && up > 1e-290)
            require(is_near(out.losses, up, 1e-12));
        if (is_tame(down) && down > 1e-290)
            require(is_near(out.gains, down, 1e-12));
    } else {
        require(is_filled(&out, sizeof out) && is_filled(part, room));
    }
    release(chance, room);
    release(effect, room);
    release(part, room);
    return 0;
}
