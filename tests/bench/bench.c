/* SPDX-License-Identifier: MIT */
/* How long an HHI takes, beside other ways to it, on the same data and in the same run. Rounds are
 * interleaved and every round has fresh data. Ratios to the plain loop are what carries over to
 * another machine; nanoseconds do not. CSV goes to standard output; nothing passes or fails. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "minrisk.h"
#include "peers.h"
#include "support/random.h"

enum { ROUNDS = 15, WAYS = 5, VALUES = 1 << 20 };

static double with_hhi(const double *x, size_t n)
{
    double hhi = -1;
    minrisk_hhi(x, n, &hhi);
    return hhi;
}

/* The exact path: bounds have no other. */
static double with_bounds(const double *x, size_t n)
{
    minrisk_interval hhi = {-1, -1};
    minrisk_hhi_bounds(x, n, 0, MINRISK_UNKNOWN_COUNT, MINRISK_NO_CAP, &hhi);
    return hhi.low;
}

static const struct {
    const char *name;
    double (*hhi)(const double *x, size_t n);
} ways[WAYS] = {
    {"plain loop", peer_plain},          {"two passes", peer_two_pass},
    {"Neumaier sums", peer_neumaier},    {"minrisk_hhi", with_hhi},
    {"minrisk_hhi_bounds", with_bounds},
};

static const size_t sizes[] = {3, 8, 20, 64, 256, 1000, 10000, 1 << 20};

static double seconds(void)
{
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void draw(random_source *source, double *x)
{
    for (size_t i = 0; i < VALUES; i++) {
        x[i] = exp(2 * sqrt(-2 * log(random_unit(source) + 1e-300)) *
                   cos(6.283185307179586 * random_unit(source)));
    }
}

/* Seconds for each market of n among the values. */
static double time_way(size_t way, const double *x, size_t n)
{
    static volatile double sink;
    size_t markets = VALUES / n;
    double begin = seconds(), sum = 0;

    for (size_t i = 0; i < markets; i++) {
        sum += ways[way].hhi(x + i * n, n);
    }
    sink = sum;
    (void)sink;
    return (seconds() - begin) / (double)markets;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void run_size(random_source *source, double *x, size_t n)
{
    double time[WAYS][ROUNDS], ratio[WAYS][ROUNDS];

    for (size_t r = 0; r < ROUNDS; r++) {
        draw(source, x);
        for (size_t w = 0; w < WAYS; w++) {
            time[w][r] = time_way(w, x, n);
            ratio[w][r] = time[w][r] / time[0][r];
        }
    }
    for (size_t w = 0; w < WAYS; w++) {
        qsort(time[w], ROUNDS, sizeof time[w][0], by_value);
        qsort(ratio[w], ROUNDS, sizeof ratio[w][0], by_value);
        printf("%s,%lu,%.1f,%.1f,%.2f,%.2f\n", ways[w].name, (unsigned long)n, 1e9 * time[w][0],
               1e9 * time[w][ROUNDS / 2], ratio[w][0], ratio[w][ROUNDS / 2]);
    }
}

/* What the figures depend on: the processor, where the system names it, the compiler, the flags. */
static void print_machine(void)
{
    FILE *file = fopen("/proc/cpuinfo", "r");
    char line[256];

    while (file && fgets(line, sizeof line, file)) {
        if (line[0] == 'm' && line[6] == 'n') { /* "model name" */
            fprintf(stderr, "%s", line);
            break;
        }
    }
    if (file) {
        (void)fclose(file);
    }
#ifdef __VERSION__
    fprintf(stderr, "compiler %s\n", __VERSION__);
#endif
    fprintf(stderr, "flags %s\n", BENCH_FLAGS);
}

int main(void)
{
    random_source source = {2026};
    double *x = malloc(VALUES * sizeof *x);

    if (!x) {
        return 1;
    }
    print_machine();
    printf("way,n,ns_least,ns_median,ratio_least,ratio_median\n");
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        run_size(&source, x, sizes[i]);
    }
    free(x);
    return 0;
}
