/* SPDX-License-Identifier: MIT */
/* What the programs of the great sweep share: the run over the cases, comparisons, and one hash of
 * all results, which is the same for every compiler, level and instruction set.
 *
 *     PROGRAM [CASES [FIRST]]     or MINRISK_SWEEP_CASES in the environment */
#ifndef TESTS_NUMERIC_SWEEP_FRAME_H
#define TESTS_NUMERIC_SWEEP_FRAME_H

#include "minrisk/status.h"
#include "numeric/sweep_cases.h"
#include "numeric/sweep_oracle.h"

/* Counts a result, hashes it, and prints it where it is not the right one. */
void compare(const char *what, minrisk_status status, uint64_t got, uint64_t right);
void compare_double(const char *what, minrisk_status status, double got, double right);

/* num / den, and (num / den) 2^exponent, of either sign, to the nearest double; den > 0. */
double nearest(const mpz_t num, const mpz_t den);
double nearest_scaled(const mpz_t num, const mpz_t den, long exponent);

/* The doubles next to num / den: the largest not above it, and the smallest not below it. */
double not_above(const mpz_t num, const mpz_t den);
double not_below(const mpz_t num, const mpz_t den);

/* A market, the largest first, with 0 for -0. */
void sort_market(const double *x, size_t n, double *sorted);

/* Whether as many suppliers of the cap can hold the residual, all of them whole in units of s. */
int residual_fits(const sums *s, const sweep_case *c);

/* Draws and checks as many cases as are asked for, or `usual`, and prints what came of it after what
 * `print` prints, if there is such; 1 if a result was wrong. */
int run_sweep(int argc, char **argv, size_t usual, void (*check)(sweep_case *c),
              void (*print)(void));

#endif
