/* SPDX-License-Identifier: MIT */
/* Clock, serial line, light and watchdog of the board. Addresses and bits are those of Arm's
 * application note AN385, of the Cortex-M System Design Kit and of the ARMv7-M manual. */
#include "board.h"

#define REGISTER(address) (*(volatile uint32_t *)(uintptr_t)(address))

#define UART_DATA      REGISTER(0x40004000)
#define UART_STATE     REGISTER(0x40004004)
#define UART_CONTROL   REGISTER(0x40004008)
#define UART_INTERRUPT REGISTER(0x4000400C)
#define UART_DIVISOR   REGISTER(0x40004010)

#define WATCHDOG_LOAD    REGISTER(0x40008000)
#define WATCHDOG_CONTROL REGISTER(0x40008008)
#define WATCHDOG_CLEAR   REGISTER(0x4000800C)

#define LIGHTS REGISTER(0x40028000)

#define TICK_CONTROL REGISTER(0xE000E010)
#define TICK_LOAD    REGISTER(0xE000E014)
#define TICK_VALUE   REGISTER(0xE000E018)
#define ENABLE       REGISTER(0xE000E100)
#define RESET        REGISTER(0xE000ED0C)

enum {
    CLOCK = 25000000, /* Hz */
    BAUD = 115200,
    TICK = 10, /* milliseconds */
    TRANSMIT_FULL = 1 << 0,
    RECEIVE_FULL = 1 << 1,
    RECEIVE_OVERRUN = 1 << 3,
    BOTH_WAYS = 0xF, /* transmitter, receiver, and an interrupt of each */
    SENT_FLAG = 1 << 0,
    RECEIVED_FLAG = 1 << 1,
    RESET_ON_SECOND = 3, /* an interrupt after one period, a reset after two */
    TICK_ON = 7
};

line_input board_input;
line_output board_output;

static volatile uint32_t milliseconds;

void board_begin(void)
{
    TICK_LOAD = CLOCK / 1000 * TICK - 1;
    TICK_VALUE = 0;
    TICK_CONTROL = TICK_ON;
    UART_DIVISOR = CLOCK / BAUD;
    UART_CONTROL = BOTH_WAYS;
    ENABLE = 3; /* interrupts 0 and 1 */
    WATCHDOG_LOAD = CLOCK;
    WATCHDOG_CONTROL = RESET_ON_SECOND;
}

/* With interrupts off, since board_sent reads the same queue. */
void board_send(void)
{
    __asm volatile("cpsid i" ::: "memory");
    board_sent();
    __asm volatile("cpsie i" ::: "memory");
}

uint32_t board_milliseconds(void)
{
    return milliseconds;
}

void board_feed_watchdog(void)
{
    WATCHDOG_CLEAR = 1;
}

void board_light(int on)
{
    LIGHTS = on ? 1 : 0;
}

/* An interrupt that comes between the look and the sleep ends the sleep, since it is pending. */
void board_wait(void)
{
    __asm volatile("cpsid i" ::: "memory");
    if (board_input.put == board_input.taken) {
        __asm volatile("wfi");
    }
    __asm volatile("cpsie i" ::: "memory");
}

void board_restart(uint32_t cause, uint32_t detail, uint32_t address)
{
    board_last_words.magic = ~cause;
    board_last_words.cause = cause;
    board_last_words.detail = detail;
    board_last_words.address = address;
    __asm volatile("dsb" ::: "memory");
    RESET = 0x05FA0004; /* the key, and the request */
    for (;;) {
    }
}

void board_tick(void)
{
    milliseconds += TICK;
}

void board_received(void)
{
    UART_INTERRUPT = RECEIVED_FLAG;
    if (UART_STATE & RECEIVE_OVERRUN) {
        UART_STATE = RECEIVE_OVERRUN;
        line_lose(&board_input);
    }
    while (UART_STATE & RECEIVE_FULL) {
        line_put(&board_input, (uint8_t)UART_DATA);
    }
}

void board_sent(void)
{
    UART_INTERRUPT = SENT_FLAG;
    while (!(UART_STATE & TRANSMIT_FULL)) {
        int byte = line_next(&board_output);
        if (byte < 0) {
            return;
        }
        UART_DATA = (uint32_t)byte;
    }
}
