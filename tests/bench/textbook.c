/* SPDX-License-Identifier: MIT */
/* Trials as they are commonly written: words by counter (Philox4x32-10, Salmon et al. 2011), normal
 * deviates by pairs (Box and Muller 1958), lognormal times by libm, and the events of a trial sorted
 * by qsort and scanned. Same chain, same tally by months and stages; other random words. */
#include "forecast.h"

#include "chain.h"

#include <math.h>
#include <stdlib.h>

#ifdef PEERS_NATIVE
#define PEER(name) name##_native
#else
#define PEER(name) name
#endif

enum { MONTHS = CHAIN_YEARS * 12, BLOCK_OF_PHASES = 0, BLOCK_OF_SUCCESS = 1 };

static const double TURN = 6.283185307179586;

typedef struct event {
    double time;
    size_t project;
} event;

typedef struct trials {
    chain source;
    double mu[CHAIN_LEADS], sigma[CHAIN_LEADS];
    uint32_t key;
    uint32_t already, never, month[MONTHS], bottleneck[CHAIN_STAGES];
    double sum;
} trials;

static void philox(uint32_t key, uint32_t trial, uint32_t entity, uint32_t what, uint32_t x[4])
{
    uint32_t key0 = key, key1 = 0;

    x[0] = trial;
    x[1] = 0;
    x[2] = entity;
    x[3] = what;
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)x[0] * 0xD2511F53U, b = (uint64_t)x[2] * 0xCD9E8D57U;
        x[0] = (uint32_t)(b >> 32) ^ x[1] ^ key0;
        x[1] = (uint32_t)b;
        x[2] = (uint32_t)(a >> 32) ^ x[3] ^ key1;
        x[3] = (uint32_t)a;
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
}

static double uniform(uint32_t word)
{
    return (word + 0.5) / 4294967296.0;
}

/* The time of a project: four phases take four words, one takes two. */
static double time_of(const trials *t, uint32_t trial, size_t project)
{
    const uint32_t *lead = t->source.lead + project * t->source.phases;
    uint32_t word[4];
    double time = 0;

    philox(t->key, trial, (uint32_t)project, BLOCK_OF_PHASES, word);
    for (size_t i = 0; i < t->source.phases; i += 2) {
        double radius = sqrt(-2 * log(uniform(word[i]))), angle = TURN * uniform(word[i + 1]);
        time += exp(t->mu[lead[i]] + t->sigma[lead[i]] * radius * cos(angle));
        if (i + 1 < t->source.phases)
            time += exp(t->mu[lead[i + 1]] + t->sigma[lead[i + 1]] * radius * sin(angle));
    }
    return time;
}

static size_t draw(const trials *t, uint32_t trial, event *events)
{
    const int certain = t->source.success >= 1;
    uint32_t word[4] = {0};
    size_t count = 0;

    for (size_t p = 0; p < CHAIN_PROJECTS; p++) {
        if (!certain && p % 4 == 0)
            philox(t->key, trial, (uint32_t)p / 4, BLOCK_OF_SUCCESS, word);
        if (certain || uniform(word[p % 4]) < t->source.success) {
            events[count].time = time_of(t, trial, p);
            events[count++].project = p;
        }
    }
    return count;
}

static int by_time(const void *a, const void *b)
{
    double x = ((const event *)a)->time, y = ((const event *)b)->time;
    return (x > y) - (x < y);
}

static void add_first(trials *t, double first, uint32_t stage)
{
    size_t month = (size_t)ceil(first * 12) - 1;
    t->month[month]++;
    t->bottleneck[stage]++;
    t->sum += first;
}

static void scan(trials *t, const event *events, size_t count)
{
    uint32_t supply[CHAIN_STAGES] = {0};
    size_t covered = 0;

    for (size_t i = 0; i < count && events[i].time <= CHAIN_YEARS; i++) {
        size_t p = events[i].project, s = t->source.stage[p];
        int was_short = supply[s] < t->source.need[s];
        supply[s] += t->source.capacity[p];
        covered += was_short && supply[s] >= t->source.need[s];
        if (covered == t->source.stages) {
            add_first(t, events[i].time, (uint32_t)s);
            return;
        }
    }
    t->never++;
}

static double run(const block *b, size_t stages)
{
    trials t = {.source = chain_of(stages), .key = b->count[0]};
    event events[CHAIN_PROJECTS];

    for (size_t i = 0; i < CHAIN_LEADS; i++) {
        double ratio = t.source.sd[i] / t.source.mean[i];
        t.sigma[i] = sqrt(log(1 + ratio * ratio));
        t.mu[i] = log(t.source.mean[i]) - t.sigma[i] * t.sigma[i] / 2;
    }
    for (size_t trial = 0; trial < b->markets; trial++) {
        size_t count = draw(&t, (uint32_t)trial, events);
        qsort(events, count, sizeof *events, by_time);
        scan(&t, events, count);
    }
    return t.sum + t.never;
}

double PEER(textbook_chain)(const block *b)
{
    return run(b, CHAIN_STAGES);
}

double PEER(textbook_stage)(const block *b)
{
    return run(b, 1);
}
