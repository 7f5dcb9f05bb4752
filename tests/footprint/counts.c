/* SPDX-License-Identifier: MIT */
/* Instructions that a Cortex-M0+ executes in a call, support library included: on an emulator that
 * lets the same time pass for each instruction, read off the timer of the core. A loop of known
 * length says how many instructions a tick of it is. */
#include <minrisk.h>
#include <stdio.h>

/* SysTick (ARMv6-M, section B3.3): it counts down from 2^24 - 1. */
#define CONTROL (*(volatile uint32_t *)0xE000E010u)
#define RELOAD  (*(volatile uint32_t *)0xE000E014u)
#define VALUE   (*(volatile uint32_t *)0xE000E018u)

enum { MOST = 200, PROJECTS = 12, WORK = 11 * PROJECTS };

static uint32_t begun, idle;
static double instructions_a_tick;

static void begin(void)
{
    begun = VALUE;
}

static uint32_t ticks(void)
{
    return (begun - VALUE) & 0xFFFFFFu;
}

/* Two instructions a turn. */
static void known_loop(void)
{
    __asm__ volatile(".syntax unified\n"
                     "movs r3, %0\n"
                     "lsls r3, r3, #12\n"
                     "1: subs r3, #1\n"
                     "bne 1b" ::"I"(200)
                     : "r3", "cc");
}

static void calibrate(void)
{
    RELOAD = 0xFFFFFFu;
    VALUE = 0;
    CONTROL = 5; /* on, from the clock of the processor */
    begin();
    idle = ticks();
    begin();
    known_loop();
    instructions_a_tick = (2.0 * (200 << 12) + 2.0) / (double)(ticks() - idle);
}

static void print(const char *what, size_t n, uint32_t taken)
{
    printf("%s %u %lu\n", what, (unsigned)n,
           (unsigned long)((double)(taken - idle) * instructions_a_tick + 0.5));
}

/* Production of a market: the leader has a third, the others less and less. */
static void fill(double *quantity, uint32_t *count, size_t n)
{
    size_t i;
    for (i = 0; i < n; i++) {
        count[i] = (uint32_t)(67000 / (i + 1) + 13);
        quantity[i] = (double)count[i] + 0.1;
    }
}

static void time_market(size_t n)
{
    static double quantity[MOST];
    static uint32_t count[MOST];
    uint32_t points = 0, taken;
    double hhi = 0.0;

    fill(quantity, count, n);
    begin();
    minrisk_hhi_points_u32(count, n, &points);
    taken = ticks();
    print("minrisk_hhi_points_u32", n, taken);
    begin();
    minrisk_hhi(quantity, n, &hhi);
    taken = ticks();
    print("minrisk_hhi", n, taken);
}

/* Projects of a phase each, three stages, a constant need. */
static void time_trials(uint32_t trials)
{
    static int32_t table[17], work[WORK];
    static uint32_t capacity[PROJECTS], stage[PROJECTS], phase[PROJECTS];
    static size_t first[PROJECTS + 1];
    static minrisk_tally tally;
    static const uint32_t need[3] = {20, 20, 20};
    minrisk_model m = {0};
    uint32_t i, taken;

    for (i = 0; i < 17; i++)
        table[i] = (int32_t)(65536 * (2 + i / 2));
    for (i = 0; i < PROJECTS; i++) {
        capacity[i] = 10;
        stage[i] = i % 3;
        first[i + 1] = i + 1;
    }
    m.projects = PROJECTS;
    m.capacity = capacity;
    m.stage = stage;
    m.phase_first = first;
    m.phase = phase;
    m.tables = 1;
    m.table = table;
    m.table_len = 17;
    m.stages = 3;
    m.need = need;
    m.horizon = 30 * 65536L;
    minrisk_tally_init(&tally, sizeof tally);
    begin();
    if (minrisk_forecast_run(&m, 1, 0, trials, work, WORK, &tally) != MINRISK_OK)
        printf("fault: the model is refused\n");
    taken = ticks();
    print("minrisk_forecast_run", trials, taken);
}

int main(void)
{
    calibrate();
    time_market(8);
    time_market(20);
    time_market(200);
    time_trials(8);
    time_trials(16);
    return 0;
}
