/* SPDX-License-Identifier: MIT */
/* Sums over suppliers by rank, at memory speed. */
#ifndef MINRISK_RANKED_H
#define MINRISK_RANKED_H

#include "fast.h"
#include "order.h"

#if MINRISK_HAS_FAST

/* With x_(1) >= x_(2) >= ..., both within `error` of what is meant, relatively. */
typedef struct minrisk_ranked {
    minrisk_pair total;  /* sum of x_(j) */
    minrisk_pair ranked; /* sum of j x_(j) */
    double error;
} minrisk_ranked;

/* Returns 0 where the rounding mode or the spread of the quantities leaves it to the exact path. */
int minrisk_rank_sums(const minrisk_ordered *market, minrisk_ranked *sums);

#endif

#endif
