/* SPDX-License-Identifier: MIT */
/* The queues of the serial line. */
#include "line.h"

static void end_frame(line_input *in)
{
    if (in->dropped == OVERRUN) {
        in->overruns++;
    } else if (in->dropped == TOO_LONG) {
        in->too_long++;
    } else if (in->filled > 0) {
        in->length[in->put % FRAMES] = in->filled;
        in->put++;
    }
    in->filled = 0;
    in->dropped = 0;
}

void line_put(line_input *in, uint8_t byte)
{
    if (byte == 0) {
        end_frame(in);
    } else if (in->dropped) {
        return;
    } else if ((uint8_t)(in->put - in->taken) == FRAMES) {
        in->dropped = OVERRUN;
    } else if (in->filled == COMMAND_MOST) {
        in->dropped = TOO_LONG;
    } else {
        in->byte[in->put % FRAMES][in->filled++] = byte;
    }
}

void line_lose(line_input *in)
{
    in->dropped = OVERRUN;
}

size_t line_take(line_input *in, uint8_t *frame)
{
    unsigned slot = in->taken % FRAMES, n, i;

    if (in->taken == in->put) {
        return 0;
    }
    n = in->length[slot];
    for (i = 0; i < n; i++) {
        frame[i] = in->byte[slot][i];
    }
    in->taken++;
    return n;
}

int line_has_room(const line_output *out)
{
    return SENT - (uint16_t)(out->put - out->taken) > FRAME_MOST;
}

void line_send(line_output *out, const message *m)
{
    uint8_t frame[FRAME_MOST + 1];
    size_t n = frame_of(m, frame), i;

    frame[n] = 0;
    for (i = 0; i <= n; i++) {
        out->byte[(out->put + i) % SENT] = frame[i];
    }
    out->put = (uint16_t)(out->put + n + 1);
}

int line_next(line_output *out)
{
    int byte;

    if (out->taken == out->put) {
        return -1;
    }
    byte = out->byte[out->taken % SENT];
    out->taken++;
    return byte;
}
