/* SPDX-License-Identifier: MIT */
/* What the program needs of a board: here Arm's MPS2 with a Cortex-M3 (AN385) or M7 (AN500), whose
 * peripherals are those of the Cortex-M System Design Kit. To move to another board, write board.c,
 * the list of interrupts at the end of start.c and mps2.ld anew. */
#ifndef BOARD_H
#define BOARD_H

#include "line.h"

/* Lasts over a reset, unless the power was off. */
typedef struct last_words {
    uint32_t magic;
    uint32_t cause; /* enum cause */
    uint32_t detail, address;
} last_words;

extern last_words board_last_words;

/* Starts clock, serial line, watchdog and interrupts. */
void board_begin(void);

extern line_input board_input;
extern line_output board_output;

/* Sends what stands in board_output, unless that is going on already. */
void board_send(void);

uint32_t board_milliseconds(void);
void board_feed_watchdog(void);
void board_light(int on);

/* Sleeps until the next interrupt, unless a frame has come. */
void board_wait(void);

/* Starts anew, after leaving word of why. */
void board_restart(uint32_t cause, uint32_t detail, uint32_t address) __attribute__((noreturn));

/* Bytes of the stack of the main program that were never used. */
uint32_t board_stack_left(void);

/* The interrupts. */
void board_tick(void);
void board_received(void);
void board_sent(void);

#endif
