/* SPDX-License-Identifier: MIT */
/* A program that does wrong, in place of the firmware's main.c: on each start it tells why it began,
 * and does the next wrong thing. What C takes for granted must hold again each time. */
#include "board.h"

enum { STACK, HANG, BELOW_MEMORY, UNDEFINED };

/* A variable with a first value, a zeroed one, and which wrong is next. */
static volatile uint32_t first_value = 0x12345678;
static volatile uint32_t zeroed;
__attribute__((section(".noinit"))) static volatile uint32_t next, next_magic;

static message m;

static void tell(void)
{
    int is_known = board_last_words.magic == ~board_last_words.cause;

    if (next_magic != 0xABCD0123) {
        next_magic = 0xABCD0123;
        next = STACK;
        is_known = 0;
    }
    m.version = PROTOCOL_VERSION;
    m.type = BEGINNING;
    m.sequence = (uint16_t)next;
    m.length = BEGINNING_BYTES + 1;
    m.payload[0] = is_known ? (uint8_t)board_last_words.cause : POWER;
    put_number(m.payload + 1, 4, board_last_words.detail);
    put_number(m.payload + 5, 4, is_known ? board_last_words.address : 0);
    m.payload[9] = first_value == 0x12345678 && zeroed == 0;
    line_send(&board_output, &m);
    board_send();
    first_value = 1;
    zeroed = 1;
}

/* Runs out of stack by frames of 256 bytes. */
static uint32_t deeper(uint32_t n)
{
    volatile uint32_t frame[64];

    frame[n % 64] = n;
    return n == UINT32_MAX ? 0 : deeper(n + 1) + frame[n % 64];
}

static void do_wrong(uint32_t what)
{
    switch (what) {
    case STACK:
        (void)deeper(0);
        break;
    case BELOW_MEMORY:
        *(volatile uint32_t *)(uintptr_t)0x1FFFFFFC = 1;
        break;
    case UNDEFINED:
        __asm volatile("udf #0");
        break;
    default:
        for (;;) {
        }
    }
}

int main(void)
{
    board_begin();
    tell();
    do_wrong(next++);
    return 0;
}
