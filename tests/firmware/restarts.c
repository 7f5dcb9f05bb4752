/* SPDX-License-Identifier: MIT */
/* What a board under emulation says of itself while faults.c runs on it: restarts MACHINE PROGRAM. */
#include "host.h"

#include <stdio.h>

enum { PATIENCE = 20000, INTO_FLASH = 16384 };

/* In the order of the wrongs: before any, after the stack, after hanging, after a write below the
 * memory, after an undefined instruction. The address is known where the stack was sound. Detail is the
 * fault status of ARMv7-M: memory management in its lowest byte, usage in its upper half. */
static const struct {
    enum cause cause;
    uint32_t detail;
    int has_address;
} expected[] = {
    {POWER, 0, 0}, {FAULT, 0xFF, 0}, {WATCHDOG, 0, 0}, {FAULT, 0xFF, 1}, {FAULT, 0x10000, 1},
};

static int is_as_expected(const message *m, unsigned i)
{
    uint64_t detail = get_number(m->payload + 1, 4), address = get_number(m->payload + 5, 4);

    printf("%u: cause %u, detail %08x, address %08x, memory %s\n", i, m->payload[0],
           (unsigned)detail, (unsigned)address, m->payload[9] ? "made anew" : "as it was");
    return m->type == BEGINNING && m->sequence == i && m->payload[0] == expected[i].cause &&
           m->payload[9] == 1 && (address > 0 && address < INTO_FLASH) == expected[i].has_address &&
           ((detail & expected[i].detail) != 0) == (expected[i].detail != 0);
}

int main(int argc, char **argv)
{
    unsigned i, is_wrong = 0;
    host line;
    message m;

    if (argc != 3 || !host_open(&line, argv[1], argv[2], NULL)) {
        fputs("usage: restarts MACHINE PROGRAM\n", stderr);
        return 2;
    }
    for (i = 0; i < sizeof expected / sizeof expected[0] && !is_wrong; i++) {
        is_wrong = host_receive(&line, &m, PATIENCE) != 1 || !is_as_expected(&m, i);
    }
    host_close(&line);
    return is_wrong ? 1 : 0;
}
