/* SPDX-License-Identifier: MIT */
/* How long the library takes, beside other ways to the same figures, on the same data and in the
 * same run. Rounds are interleaved and every round has fresh data. Ratios to the first way are what
 * carries over to another machine; nanoseconds do not. Nothing passes or fails.
 *
 *     minrisk_bench VARIANT [CASE]     CSV on standard output, the cases whose names begin so */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/random.h"

enum { MOST_ROUNDS = 31 };

/* Of the processor, so that what else runs on the machine counts for little. */
static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Skewed like supplies are: 1 / u for a uniform u, without the longest tail. Counts have up to 20
 * bits. One word gives both, so that the largest blocks are drawn in a second. */
static void draw(random_source *source, double *x, uint32_t *count, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        uint64_t bits = random_bits(source);
        x[i] = 1 / (1.0005 - (double)(bits >> 11) * power_of_two(-53));
        count[i] = (uint32_t)bits >> 12;
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts both; `first` is the least time of the way that ratios are to. */
static void print_way(const char *variant, const bench_case *c, const char *name, double first,
                      double *time, double *ratio)
{
    size_t rounds = (size_t)c->rounds;
    qsort(time, rounds, sizeof *time, by_value);
    qsort(ratio, rounds, sizeof *ratio, by_value);
    printf("%s,%s,%lu,%s,%.1f,%.1f,%.3f,%.3f\n", variant, c->name, (unsigned long)c->n, name,
           1e9 * time[0], 1e9 * time[rounds / 2], time[0] / first, ratio[rounds / 2]);
    (void)fflush(stdout);
}

static double least(const double *time, size_t rounds)
{
    double smallest = time[0];
    for (size_t r = 1; r < rounds; r++)
        smallest = time[r] < smallest ? time[r] : smallest;
    return smallest;
}

static void run(const char *variant, const bench_case *c, block *b, double *x, uint32_t *count,
                random_source *source)
{
    static double time[MOST_WAYS][MOST_ROUNDS], ratio[MOST_WAYS][MOST_ROUNDS];
    static volatile double sink;
    double first;

    for (int r = 0; r < c->rounds; r++) {
        draw(source, x, count, b->n * b->markets);
        for (size_t w = 0; w < MOST_WAYS && c->ways[w].run; w++) {
            double begin;
            if (c->ways[w].is_here && !c->ways[w].is_here())
                continue;
            begin = seconds();
            sink = c->ways[w].run(b);
            time[w][r] = (seconds() - begin) / (double)c->markets;
            ratio[w][r] = time[w][r] / time[0][r];
        }
    }
    (void)sink;
    first = least(time[0], (size_t)c->rounds);
    for (size_t w = 0; w < MOST_WAYS && c->ways[w].run; w++)
        if (!c->ways[w].is_here || c->ways[w].is_here())
            print_way(variant, c, c->ways[w].name, first, time[w], ratio[w]);
}

static void *room(size_t length, size_t size)
{
    void *p = calloc(length, size);
    if (!p) {
        (void)fprintf(stderr, "no memory\n");
        exit(1);
    }
    return p;
}

static void run_case(const char *variant, const bench_case *c, random_source *source)
{
    size_t length = c->n * c->markets;
    double *x = room(length, sizeof *x);
    uint32_t *count = room(length, sizeof *count);
    size_t *offset = room(c->markets + 1, sizeof *offset);
    double *out = room(length, sizeof *out);
    int32_t *status = room(c->markets, sizeof *status);
    block b = {c->n, c->markets, x, count, offset, out, status};

    for (size_t i = 0; i <= c->markets; i++)
        offset[i] = i * c->n;
    run(variant, c, &b, x, count, source);
    free(x);
    free(count);
    free(offset);
    free(out);
    free(status);
}

int main(int argc, char **argv)
{
    const char *variant = argc > 1 ? argv[1] : "default";
    const char *wanted = argc > 2 ? argv[2] : "";
    random_source source = {2026};

    for (size_t i = 0; i < bench_case_count; i++)
        if (strncmp(bench_cases[i].name, wanted, strlen(wanted)) == 0)
            run_case(variant, &bench_cases[i], &source);
    return 0;
}
