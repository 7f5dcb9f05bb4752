/* SPDX-License-Identifier: MIT */
/* The indices of indices.h that give one figure: each target has a call and a plain formula over
 * shares in order, the largest first. */
#ifndef TESTS_FUZZ_INDICES_H
#define TESTS_FUZZ_INDICES_H

#include <math.h>

#include "ranked.h"

typedef struct index_call {
    minrisk_status (*call)(const market *m, double *scratch, size_t scratch_len, double *out);
    double (*plain)(const double *share, size_t n); /* of the suppliers with supply */
    int takes_scratch;
} index_call;

/* What the call at hand takes beside the market: its size, or how many are the largest. */
static size_t index_size;

static inline size_t size_or(size_t n)
{
    return index_size ? index_size : n;
}

static inline void require_plain(const index_call *index, const market *m, double value)
{
    double *sorted = sorted_copy(m), largest = sorted[0], total = plain_total(m->x, m->n), expected;
    size_t n = positives_of(m);

    for (size_t i = 0; i < n; i++)
        sorted[i] = part_of(sorted[i], largest) / total;
    if (sorted[n - 1] > 1e-60) {
        expected = index->plain(sorted, n);
        require(size_of(value - expected) <= 1e-9 * (1.0 + size_of(expected)));
    }
    release(sorted, m->n * sizeof *sorted);
}

static inline void check_index(const index_call *index, input *in, market *m, double *scratch,
                               double value)
{
    double again = -7.0;

    require_plain(index, m, value);
    shuffle(in, m->x, m->n);
    require(index->call(m, scratch, m->n, &again) == MINRISK_OK);
    require(same_bits(again, value));
}

/* Of a market that is valid: an index, or a refusal that the target allows. */
static inline void fuzz_index(const index_call *index, input *in, market *m,
                              minrisk_status expected)
{
    double *scratch = block_of(m->n * sizeof *scratch), value = -7.0;
    minrisk_status status = index->call(m, scratch, m->n, &value);

    require(status == expected);
    require(index->call(m, scratch, m->n, NULL) == MINRISK_E_NULL);
    if (index->takes_scratch && m->x != NULL && m->n > 64) {
        require(index->call(m, NULL, m->n, &value) == MINRISK_E_NULL);
        require(index->call(m, scratch, m->n - 1, &value) == MINRISK_E_SIZE);
    }
    if (status == MINRISK_OK)
        check_index(index, in, m, scratch, value);
    else
        require(same_bits(value, -7.0));
    release(scratch, m->n * sizeof *scratch);
}

#endif
