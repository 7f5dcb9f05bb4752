/* SPDX-License-Identifier: MIT */
/* From reset to main: memory is made what C takes for granted, the main program gets a stack of its
 * own, and every fault leaves word of itself and starts anew. See mps2.ld for the memory map. */
#include "board.h"

extern uint32_t data_load[], data_begin[], data_end[], bss_begin[], bss_end[];
extern uint32_t main_stack_begin[], main_stack_end[], handler_stack_end[];

int main(void);
void start(void) __attribute__((noreturn));
void fault(void);
void fault_from(uint32_t returns, uint32_t stack) __attribute__((noreturn, used));
void bark(void) __attribute__((noreturn));

#define REGISTER(address) (*(volatile uint32_t *)(uintptr_t)(address))
#define FAULTS            REGISTER(0xE000ED28)
#define COPROCESSORS      REGISTER(0xE000ED88)
#define GUARD_CONTROL     REGISTER(0xE000ED94)
#define GUARD_BASE        REGISTER(0xE000ED9C)
#define GUARD_ATTRIBUTES  REGISTER(0xE000EDA0)

enum { PAINT = 0x5AC0FFEE, FRAME = 32, ON_MAIN_STACK = 4, PROGRAM_COUNTER = 6 };

/* Of the memory protection unit: a region and its number, 0; no access to 1 MB and no execution; on,
 * with the usual map for all else. */
enum {
    GUARD_BYTES = 1 << 20,
    REGION_IS_VALID = 1 << 4,
    NO_ACCESS_TO_MB = 1 << 28 | 19 << 1 | 1,
    ON_OVER_USUAL_MAP = 5
};

__attribute__((section(".noinit"))) last_words board_last_words;

/* The stack pointer of threads becomes the one of the main program. */
__attribute__((naked, noreturn)) static void run(uint32_t *stack)
{
    (void)stack;
    __asm volatile("msr psp, r0\n\t"
                   "movs r0, #2\n\t"
                   "msr control, r0\n\t"
                   "isb\n\t"
                   "bl main\n\t"
                   "b .");
}

/* Nobody has business below the memory, where the stack of the main program ends. */
static void guard_stack(void)
{
    GUARD_BASE = ((uint32_t)(uintptr_t)main_stack_begin - GUARD_BYTES) | REGION_IS_VALID;
    GUARD_ATTRIBUTES = NO_ACCESS_TO_MB;
    GUARD_CONTROL = ON_OVER_USUAL_MAP;
    __asm volatile("dsb\n\tisb" ::: "memory");
}

void start(void)
{
    const uint32_t *from = data_load;
    uint32_t *to;

    for (to = data_begin; to < data_end; to++) {
        *to = *from++;
    }
    for (to = bss_begin; to < bss_end; to++) {
        *to = 0;
    }
    for (to = main_stack_begin; to < main_stack_end; to++) {
        *to = PAINT;
    }
    guard_stack();
#ifdef __ARM_FP
    COPROCESSORS |= 0xF << 20;
    __asm volatile("dsb\n\tisb" ::: "memory");
#endif
    run(main_stack_end);
}

uint32_t board_stack_left(void)
{
    const uint32_t *word = main_stack_begin;

    while (word < main_stack_end && *word == PAINT) {
        word++;
    }
    return (uint32_t)((uintptr_t)word - (uintptr_t)main_stack_begin);
}

/* Where a fault of the main program happened, unless that is what ran out of stack. */
void fault_from(uint32_t returns, uint32_t stack)
{
    uint32_t address = 0;

    if (returns & ON_MAIN_STACK && stack >= (uintptr_t)main_stack_begin &&
        stack <= (uintptr_t)main_stack_end - FRAME) {
        address = ((const uint32_t *)(uintptr_t)stack)[PROGRAM_COUNTER];
    }
    board_restart(FAULT, FAULTS, address);
}

__attribute__((naked)) void fault(void)
{
    __asm volatile("mov r0, lr\n\t"
                   "mrs r1, psp\n\t"
                   "b fault_from");
}

/* The watchdog's first warning, which cannot be masked. */
void bark(void)
{
    board_restart(WATCHDOG, 0, 0);
}

typedef union vector {
    const void *stack;
    void (*handler)(void);
} vector;

__attribute__((section(".vectors"), used)) static const vector vectors[16 + 2] = {
    [0] = {.stack = handler_stack_end},
    [1] = {.handler = start},
    [2] = {.handler = bark},
    [3] = {.handler = fault}, /* all faults come here: none is enabled by itself */
    [4] = {.handler = fault},
    [5] = {.handler = fault},
    [6] = {.handler = fault},
    [11] = {.handler = fault},
    [12] = {.handler = fault},
    [14] = {.handler = fault},
    [15] = {.handler = board_tick},
    [16] = {.handler = board_received},
    [17] = {.handler = board_sent},
};
