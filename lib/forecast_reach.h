/* SPDX-License-Identifier: MIT */
/* Laws of sums: of lead times on a grid, of capacities that may or may not be there, and of the
 * first time at which there is enough of them. */
#ifndef MINRISK_FORECAST_REACH_H
#define MINRISK_FORECAST_REACH_H

#include <stddef.h>
#include <stdint.h>

/* The law of a sum, both parts on the same grid of n points from 0 on; what passes it is
 * dropped. */
void minrisk_convolve(const double *a, const double *b, size_t n, double *sum);

/* The law of a sum of capacities, mass[0] to mass[need]; at need, whatever reaches it. */
void minrisk_reach_begin(double *mass, size_t need);
void minrisk_reach_add(double *mass, size_t need, uint32_t capacity, double chance);

/* The same with the largest chance of any set of capacities that makes up the sum, as if there were
 * no other set: from below, where capacities hang together but rise in chance together. */
void minrisk_reach_best(double *mass, size_t need, uint32_t capacity, double chance);

/* Adds to last[stage], times `weight`, the chance that this stage is the last to be covered, in a
 * span before which, and by the end of which, each is covered with the chances given, independent
 * of the others. Stages that come within the span count as coming at once, and the lowest is the
 * last (tie_to_lowest), or in any order alike, to the third power of the chances. */
void minrisk_reach_last(const double *before, const double *now, size_t stages, int tie_to_lowest,
                        double weight, double *last);

/* Projects that are alike: `started` is the law of each one's start, cumulative by steps. */
typedef struct minrisk_class {
    uint32_t count, capacity, stage;
    const double *started; /* [steps] */
} minrisk_class;

/* How many states the counts of all classes have; SIZE_MAX if more than `most`. */
size_t minrisk_class_states(const minrisk_class *c, size_t classes, size_t most);

/* The chance that by each step all stages have been covered at once, at one of the steps so far.
 *
 * need    [steps * stages]  of each stage, step by step
 * state   [states]  workspace
 * passed  [steps]
 */
void minrisk_passage(const minrisk_class *c, size_t classes, const double *need, size_t stages,
                     size_t steps, double *state, size_t states, double *passed);

#endif
