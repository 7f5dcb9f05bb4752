/* SPDX-License-Identifier: MIT */
/* Laws of sums: see forecast_reach.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "forecast_reach.h"

#include "arithmetic.h"
#include "memory.h"

/* Vectors of doubles where the processor has them, which round as doubles by themselves do. */
#if defined(__OPTIMIZE_SIZE__) || !defined(__GNUC__)
#define LANES 1
#elif defined(__AVX2__)
#define LANES 4
#elif defined(__x86_64__) || defined(__aarch64__)
#define LANES 2
#else
#define LANES 1
#endif

#if LANES > 1

typedef double mass_lanes __attribute__((vector_size(LANES * sizeof(double))));

static inline mass_lanes load(const double *from)
{
    mass_lanes x;
    minrisk_copy(&x, from, sizeof x);
    return x;
}

static inline void store(double *to, mass_lanes x)
{
    minrisk_copy(to, &x, sizeof x);
}

/* As minrisk_multiply. */
static inline mass_lanes multiply(mass_lanes x, double by)
{
    mass_lanes product = x * by;
    __asm__("" : MINRISK_IN_PLACE(product));
    return product;
}

#endif

/* sum[i] += a b[i] */
static void add_multiple(double *sum, double a, const double *b, size_t n)
{
    size_t i = 0;

#if LANES > 1
    for (; i + LANES <= n; i += LANES) {
        store(sum + i, load(sum + i) + multiply(load(b + i), a));
    }
#endif
    for (; i < n; i++) {
        sum[i] += minrisk_multiply(a, b[i]);
    }
}

/* What is 0 at either end of b adds nothing. */
void minrisk_convolve(const double *a, const double *b, size_t n, double *sum)
{
    size_t first = 0, end = n;
    size_t i;

    while (first < n && !(b[first] > 0.0)) {
        first++;
    }
    while (end > first && !(b[end - 1] > 0.0)) {
        end--;
    }
    for (i = 0; i < n; i++) {
        sum[i] = 0.0;
    }
    for (i = 0; i + first < n; i++) {
        if (a[i] > 0.0) {
            add_multiple(sum + i + first, a[i], b + first, (end < n - i ? end : n - i) - first);
        }
    }
}

/* --- capacities ------------------------------------------------------------------------------ */

void minrisk_reach_begin(double *mass, size_t need)
{
    size_t i;

    mass[0] = 1.0;
    for (i = 1; i <= need; i++) {
        mass[i] = 0.0;
    }
}

/* From the top down, so that no mass moves twice: what reaches the need, then what does not. Where
 * there is none, none moves. */
void minrisk_reach_add(double *mass, size_t need, uint32_t capacity, double chance)
{
    const size_t reaching = capacity < need ? need - capacity : 0;
    size_t i = need;

    while (i > 0 && !(mass[i - 1] > 0.0)) {
        i--;
    }
    while (i > reaching) {
        double moves = minrisk_multiply(mass[--i], chance);
        mass[i] = minrisk_subtract(mass[i], moves);
        mass[need] += moves;
    }
#if LANES > 1
    while (i >= LANES && capacity >= LANES) {
        mass_lanes moves;
        i -= LANES;
        moves = multiply(load(mass + i), chance);
        store(mass + i, load(mass + i) - moves);
        store(mass + i + capacity, load(mass + i + capacity) + moves);
    }
#endif
    while (i-- > 0) {
        double moves = minrisk_multiply(mass[i], chance);
        mass[i] = minrisk_subtract(mass[i], moves);
        mass[i + capacity] += moves;
    }
}

void minrisk_reach_best(double *mass, size_t need, uint32_t capacity, double chance)
{
    size_t i;

    for (i = need; i-- > 0;) {
        double moves = minrisk_multiply(mass[i], chance);
        size_t to = capacity < need - i ? i + capacity : need;
        mass[to] = moves > mass[to] ? moves : mass[to];
    }
}

/* --- stages in series ------------------------------------------------------------------------ */

/* The chance of a stage to be covered in the span, with the others covered by then: at its end, or
 * half of the time before it. */
static double last_of(const double *before, const double *now, size_t stages, size_t s,
                      int tie_to_lowest)
{
    double chance = minrisk_subtract(now[s], before[s]);
    size_t other;

    for (other = 0; other < stages; other++) {
        double covered = 0.5 * (before[other] + now[other]);
        if (tie_to_lowest) {
            covered = other < s ? before[other] : now[other];
        }
        chance = other != s ? minrisk_multiply(chance, covered) : chance;
    }
    return chance;
}

static double all_of(const double *covered, size_t stages)
{
    double chance = 1.0;
    size_t s;

    for (s = 0; s < stages; s++) {
        chance = minrisk_multiply(chance, covered[s]);
    }
    return chance;
}

/* The parts add up to the chance that all are covered in the span, whatever halves come to. */
void minrisk_reach_last(const double *before, const double *now, size_t stages, int tie_to_lowest,
                        double weight, double *last)
{
    const double all = minrisk_subtract(all_of(now, stages), all_of(before, stages));
    double sum = 0.0;
    size_t s;

    for (s = 0; s < stages; s++) {
        sum += last_of(before, now, stages, s, tie_to_lowest);
    }
    for (s = 0; s < stages && sum > 0.0; s++) {
        last[s] += minrisk_multiply(minrisk_multiply(weight, all) / sum,
                                    last_of(before, now, stages, s, tie_to_lowest));
    }
}

/* --- first passage --------------------------------------------------------------------------- */

size_t minrisk_class_states(const minrisk_class *c, size_t classes, size_t most)
{
    size_t states = 1;
    size_t i;

    for (i = 0; i < classes; i++) {
        if (c[i].count >= most / states) {
            return SIZE_MAX;
        }
        states *= (size_t)c[i].count + 1;
    }
    return states;
}

/* The chance that one that has not started yet does so at a step. */
static double hazard(const double *started, size_t step)
{
    double before = step > 0 ? started[step - 1] : 0.0;
    double now = minrisk_subtract(started[step], before);

    return now > 0.0 ? now / minrisk_subtract(1.0, before) : 0.0;
}

/* Moves the mass of states that differ in one class, `stride` apart, by a binomial law: from the
 * highest count down, since mass only ever moves up. */
static void advance(double *state, size_t stride, uint32_t count, double chance)
{
    uint32_t from, more;

    for (from = count; from-- > 0;) {
        const uint32_t left = count - from;
        double *here = state + from * stride;
        double mass = *here;
        double stay = minrisk_subtract(1.0, chance);
        double weight = mass;
        if (!(mass > 0.0)) {
            continue;
        }
        for (more = 0; more < left && stay > 0.0; more++) {
            weight = minrisk_multiply(weight, stay);
        }
        if (!(stay > 0.0)) {
            here[left * stride] += mass;
            *here = 0.0;
            continue;
        }
        *here = weight;
        for (more = 1; more <= left; more++) {
            weight = minrisk_multiply(
                weight, minrisk_multiply(chance / stay, (double)(left - more + 1) / more));
            here[more * stride] += weight;
        }
    }
}

static void advance_class(double *state, size_t states, size_t stride, const minrisk_class *c,
                          size_t step)
{
    const double chance = hazard(c->started, step);
    const size_t block = stride * ((size_t)c->count + 1);
    size_t i, j;

    if (!(chance > 0.0)) {
        return;
    }
    for (i = 0; i < states; i += block) {
        for (j = 0; j < stride; j++) {
            advance(state + i + j, stride, c->count, chance < 1.0 ? chance : 1.0);
        }
    }
}

/* Whether the counts of a state cover the needs of a step. */
static int is_covered(const minrisk_class *c, size_t classes, size_t state, const double *need,
                      size_t stages)
{
    size_t s, i;

    for (s = 0; s < stages; s++) {
        size_t rest = state;
        double supply = 0.0;
        for (i = 0; i < classes; i++) {
            size_t radix = (size_t)c[i].count + 1;
            if (c[i].stage == s) {
                supply += (double)(rest % radix) * (double)c[i].capacity;
            }
            rest /= radix;
        }
        if (supply < need[s]) {
            return 0;
        }
    }
    return 1;
}

void minrisk_passage(const minrisk_class *c, size_t classes, const double *need, size_t stages,
                     size_t steps, double *state, size_t states, double *passed)
{
    double sum = 0.0;
    size_t step, i;

    minrisk_reach_begin(state, states - 1);
    for (step = 0; step < steps; step++) {
        size_t stride = 1;
        for (i = 0; i < classes; i++) {
            advance_class(state, states, stride, &c[i], step);
            stride *= (size_t)c[i].count + 1;
        }
        for (i = 0; i < states; i++) {
            if (state[i] > 0.0 && is_covered(c, classes, i, need + step * stages, stages)) {
                sum += state[i];
                state[i] = 0.0;
            }
        }
        passed[step] = sum;
    }
}

#endif
