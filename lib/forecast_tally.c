/* SPDX-License-Identifier: MIT */
/* What trials add up to. */
#include "forecast_tally.h"

#include "memory.h"

enum { TALLY_VERSION = 1 };

size_t minrisk_tally_sizeof(void)
{
    return sizeof(minrisk_tally);
}

minrisk_status minrisk_tally_init(minrisk_tally *tally, size_t size)
{
    if (!tally) {
        return MINRISK_E_NULL;
    }
    if (size != sizeof *tally) {
        return MINRISK_E_SIZE;
    }

    memset(tally, 0, sizeof *tally);
    tally->version = TALLY_VERSION;
    return MINRISK_OK;
}

int minrisk_tally_is_ready(const minrisk_tally *tally)
{
    return tally->version == TALLY_VERSION;
}

static void add_wide(uint64_t sum[2], uint64_t low, uint64_t high)
{
    sum[0] += low;
    sum[1] += high + (sum[0] < low);
}

static void add_trial(minrisk_tally *t, const minrisk_trial *trial)
{
    uint64_t first = (uint64_t)trial->first;

    t->trials++;
    if (trial->first == INT32_MAX) {
        t->never++;
        return;
    }
    t->lost += trial->lost < INT32_MAX;
    t->sum += first;
    add_wide(t->squares, first * first, 0);
    if (trial->first == 0) {
        t->already++;
        return;
    }
    t->bottleneck[trial->bottleneck]++;
    /* Tick 5,461 is within the first month, 5,462 is not: 65,536 / 12 = 5,461.33. */
    t->month[(first * MINRISK_MONTHS_PER_YEAR - 1) >> 16]++;
}

void minrisk_tally_add(minrisk_tally *tally, const minrisk_trial *trial, uint32_t count)
{
    uint32_t i;

    for (i = 0; i < count; i++) {
        add_trial(tally, &trial[i]);
    }
}

minrisk_status minrisk_tally_merge(minrisk_tally *into, const minrisk_tally *from)
{
    size_t i;

    if (!into || !from) {
        return MINRISK_E_NULL;
    }
    if (!minrisk_tally_is_ready(into) || !minrisk_tally_is_ready(from)) {
        return MINRISK_E_STATE;
    }
    if (from->trials > UINT32_MAX - into->trials) {
        return MINRISK_E_SIZE;
    }
    if (into->trials > 0 && from->trials > 0 && into->horizon != from->horizon) {
        return MINRISK_E_PARAM;
    }

    into->assumptions |= from->assumptions;
    into->horizon = from->trials > 0 ? from->horizon : into->horizon;
    into->trials += from->trials;
    into->already += from->already;
    into->never += from->never;
    into->lost += from->lost;
    into->sum += from->sum;
    add_wide(into->squares, from->squares[0], from->squares[1]);
    for (i = 0; i < MINRISK_MOST_STAGES; i++) {
        into->bottleneck[i] += from->bottleneck[i];
    }
    for (i = 0; i < MINRISK_MOST_MONTHS; i++) {
        into->month[i] += from->month[i];
    }
    return MINRISK_OK;
}
