/* SPDX-License-Identifier: MIT */
/* What is held between the interrupt of the serial line and the main loop. One writes and one reads
 * each queue, so that a count that only one of them changes is all the order they need. */
#ifndef LINE_H
#define LINE_H

#include "frame.h"

enum line { FRAMES = 8, SENT = 256 };

/* Frames that came in. The interrupt fills one and hands it on whole; what does not fit is dropped up
 * to the zero that ends it. */
typedef struct line_input {
    volatile uint8_t byte[FRAMES][COMMAND_MOST];
    volatile uint8_t length[FRAMES];
    volatile uint8_t put, taken; /* frames so far, modulo 256 */
    volatile uint32_t overruns, too_long;
    uint8_t filled;
    uint8_t dropped; /* why the frame at hand is dropped: OVERRUN or TOO_LONG, or 0 */
} line_input;

/* For the interrupt: a byte came, or one was lost. */
void line_put(line_input *in, uint8_t byte);
void line_lose(line_input *in);

/* The oldest frame, of at most COMMAND_MOST bytes; returns its length, or 0 if there is none. */
size_t line_take(line_input *in, uint8_t *frame);

/* Bytes to be sent. */
typedef struct line_output {
    volatile uint8_t byte[SENT];
    volatile uint16_t put, taken; /* bytes so far, modulo 2^16 */
} line_output;

/* Whether there is room for a frame of any length. */
int line_has_room(const line_output *out);

/* Puts a message behind the others, for which there is room. */
void line_send(line_output *out, const message *m);

/* For the interrupt: the next byte, or -1 if there is none. */
int line_next(line_output *out);

#endif
