/* SPDX-License-Identifier: MIT */
/* Threads that share one model: each runs a slice of the trials with a workspace and a tally of its
 * own, and the merged tally has the same bits for any number of threads. The library holds no state,
 * so there is nothing to lock. */
#include "minrisk.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { MINES = 3, PROJECTS = 4, KNOTS = 257, TABLES = 2, MOST_THREADS = 8, WORK = 64 };

static const uint64_t seed = 2026;
static const uint32_t trials = 20000;

/* What a thread reads, which all share, and what it writes, which is its own. */
typedef struct slice {
    const minrisk_model *model;
    uint64_t first;
    uint32_t count;
    int32_t work[WORK];
    minrisk_tally tally;
    minrisk_status status;
} slice;

static void *run_slice(void *argument)
{
    slice *s = argument;

    s->status = minrisk_tally_init(&s->tally, sizeof s->tally);
    if (s->status == MINRISK_OK) {
        s->status =
            minrisk_forecast_run(s->model, seed, s->first, s->count, s->work, WORK, &s->tally);
    }
    return NULL;
}

/* All trials on so many threads; 0 if one could not be started or a slice was refused. */
static int run(const minrisk_model *model, unsigned threads, minrisk_tally *sum)
{
    slice part[MOST_THREADS];
    pthread_t thread[MOST_THREADS];
    uint64_t next = 0;
    unsigned started, i;
    int good = minrisk_tally_init(sum, sizeof *sum) == MINRISK_OK;

    for (started = 0; started < threads; started++) {
        slice *s = &part[started];
        s->model = model;
        s->first = next;
        next = (uint64_t)trials * (started + 1) / threads;
        s->count = (uint32_t)(next - s->first);
        if (pthread_create(&thread[started], NULL, run_slice, s) != 0) {
            good = 0;
            break;
        }
    }
    for (i = 0; i < started; i++) {
        pthread_join(thread[i], NULL);
        good = good && part[i].status == MINRISK_OK &&
               minrisk_tally_merge(sum, &part[i].tally) == MINRISK_OK;
    }
    return good;
}

static void print_quantile(const minrisk_tally *tally, double q)
{
    minrisk_when low, value, high;

    minrisk_forecast_quantile(tally, q, &low, &value, &high);
    if (value.known & MINRISK_KNOWS_FIRST) {
        printf("P%.0f %.2f years\n", 100 * q, value.first);
    } else {
        printf("P%.0f %s\n", 100 * q, minrisk_when_text(value.status));
    }
}

int main(void)
{
    /* Three mines of which two are needed, and a refinery that all ore goes through. */
    static const uint32_t stage[PROJECTS] = {0, 0, 0, 1}, capacity[PROJECTS] = {5, 4, 4, 10};
    static const uint32_t need[] = {8, 8}, phase[PROJECTS] = {0, 0, 0, 1};
    static const size_t phase_first[PROJECTS + 1] = {0, 1, 2, 3, 4};
    static const unsigned counts[] = {1, 2, 3, 5, 8};
    static int32_t table[TABLES * KNOTS];
    uint64_t success[PROJECTS];
    minrisk_model model = {0};
    minrisk_tally alone, together;
    size_t i;

    minrisk_lead_pert(4, 9, 18, table, KNOTS);
    minrisk_lead_pert(3, 5, 9, table + KNOTS, KNOTS);
    for (i = 0; i < PROJECTS; i++) {
        minrisk_chance(i < MINES ? 0.7 : 0.9, &success[i]);
    }
    model.projects = PROJECTS;
    model.stage = stage;
    model.capacity = capacity;
    model.success = success;
    model.phase_first = phase_first;
    model.phase = phase;
    model.tables = TABLES;
    model.table_len = KNOTS;
    model.table = table;
    model.stages = sizeof need / sizeof *need;
    model.need = need;
    model.horizon = 25 * MINRISK_TICKS_PER_YEAR;

    if (minrisk_forecast_workspace(&model) > WORK || !run(&model, 1, &alone)) {
        return 1;
    }
    print_quantile(&alone, 0.1);
    print_quantile(&alone, 0.5);
    print_quantile(&alone, 0.9);
    for (i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!run(&model, counts[i], &together) || memcmp(&alone, &together, sizeof alone) != 0) {
            printf("%u threads: another tally\n", counts[i]);
            return 1;
        }
        printf("%u threads: the same %lu bytes\n", counts[i], (unsigned long)sizeof alone);
    }
    return 0;
}
