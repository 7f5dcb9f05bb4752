/* SPDX-License-Identifier: MIT */
/* A market at a glance: see minrisk_profile in concentration.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/concentration.h"
#include "minrisk/ranking.h"

#include "arithmetic.h" /* for what it refuses: entropy is reproducible */
#include "exact.h"

/* Of a market that is known to be one: nothing here can fail. */
static void fill(const double *quantity, size_t n, minrisk_market_profile *p)
{
    minrisk_sum total;
    size_t leader, i;

    memset(&total, 0, sizeof total);
    (void)minrisk_sum_quantities(quantity, n, &total, NULL);
    p->total = minrisk_sum_round(&total);
    (void)minrisk_leader(quantity, n, &leader, &p->top_1);
    p->leader = leader;
    p->suppliers = 0;
    for (i = 0; i < n; i++) {
        p->suppliers += !minrisk_is_zero(quantity[i]);
    }
    (void)minrisk_top_share(quantity, n, 3, &p->top_3);
    (void)minrisk_top_share(quantity, n, 4, &p->top_4);
    (void)minrisk_hhi_normalised(quantity, n, 0, &p->hhi_normalised);
    (void)minrisk_effective_suppliers(quantity, n, &p->effective_suppliers);
    (void)minrisk_shannon_entropy(quantity, n, &p->entropy);
    (void)minrisk_evenness(quantity, n, &p->evenness);
}

minrisk_status minrisk_profile(const double *quantity, size_t n, minrisk_market_profile *profile)
{
    minrisk_market_profile p;
    minrisk_status status;

    if (!quantity || !profile) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = minrisk_hhi(quantity, n, &p.hhi);
    if (status != MINRISK_OK) {
        return status;
    }

    fill(quantity, n, &p);
    *profile = p;
    return MINRISK_OK;
}

#endif
