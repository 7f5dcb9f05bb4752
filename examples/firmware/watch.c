/* SPDX-License-Identifier: MIT */
/* A host that feeds a board with real figures, under emulation: watch MACHINE PROGRAM. Tungsten mined
 * in 2025 comes in country by country, then China's share falls; each answer must have the bits that
 * the library gives here. Tonnes: USGS, Mineral Commodity Summaries 2026. */
#include "host.h"
#include "minrisk.h"
#include "supply.h"

#include <stdio.h>

typedef struct mine {
    const char *country;
    double tonnes;
} mine;

static const mine mined[] = {
    {"China", 67000}, {"Vietnam", 3000}, {"Kazakhstan", 2400}, {"North Korea", 2000},
    {"Russia", 2000}, {"Bolivia", 1700}, {"Rwanda", 1300},     {"Australia", 1000},
    {"Austria", 840}, {"Spain", 800},    {"Portugal", 700},
};
enum { COUNTRIES = sizeof mined / sizeof mined[0], PATIENCE = 10000 };

static const char *const level_name[] = {"no supply", "spread", "CONCENTRATED"};

/* Skips what the board tells by itself, for some seconds at most. */
static int answer_to(host *line, uint16_t sequence, message *m)
{
    int skipped;

    for (skipped = 0; skipped < 20 && host_receive(line, m, PATIENCE) == 1; skipped++) {
        if (m->type == REPORT && m->sequence == sequence) {
            return 1;
        }
    }
    return 0;
}

/* Tells the board of a reading and compares. Returns whether board and host agree. */
static int tell(host *line, uint16_t sequence, double *quantity, unsigned supplier, double tonnes)
{
    message m = reading(sequence, supplier, tonnes);
    uint64_t bits;
    double hhi;

    quantity[supplier] = tonnes;
    if (!host_send(line, &m) || !answer_to(line, sequence, &m) || m.payload[0] != APPLIED ||
        minrisk_hhi(quantity, COUNTRIES, &hhi) != MINRISK_OK) {
        return 0;
    }
    bits = get_number(m.payload + 4, 8);
    printf("%-12s %6.0f t  %016llx  %7.1f points  %s\n", mined[supplier].country, tonnes,
           (unsigned long long)bits, 1e4 * double_of(bits), level_name[m.payload[1] % 3]);
    return bits == bits_of(hhi);
}

static int watch(host *line)
{
    static const double falling[] = {20000, 8000, 3000, 8000};
    double quantity[COUNTRIES] = {0};
    uint16_t sequence = 0;
    unsigned i;
    message m;

    if (host_receive(line, &m, PATIENCE) != 1 || m.type != BEGINNING) {
        return 0;
    }
    printf("CONCENTRATED from %d points on, until below %d\n", (int)ENTER_POINTS,
           (int)LEAVE_POINTS);
    for (i = 0; i < COUNTRIES; i++) {
        if (!tell(line, sequence++, quantity, i, mined[i].tonnes)) {
            return 0;
        }
    }
    for (i = 0; i < sizeof falling / sizeof falling[0]; i++) {
        if (!tell(line, sequence++, quantity, 0, falling[i])) {
            return 0;
        }
    }
    return 1;
}

int main(int argc, char **argv)
{
    host line;
    int agrees;

    if (argc != 3 || !host_open(&line, argv[1], argv[2], NULL)) {
        fputs("usage: watch MACHINE PROGRAM\n", stderr);
        return 2;
    }
    agrees = watch(&line);
    host_close(&line);
    puts(agrees ? "board and host agree to the last bit" : "board and host do not agree");
    return agrees ? 0 : 1;
}
