/* SPDX-License-Identifier: MIT */
/* Measures that look at suppliers in the order of their size. */
#include "minrisk/ranking.h"

#include "exact.h"

/* The k-th largest key, 1 <= k <= n, by radix selection from the top, four bits a pass; k becomes
 * how many suppliers with just that key are among the k largest. */
static uint64_t select_key(const double *quantity, size_t n, size_t *k)
{
    uint64_t prefix = 0;
    unsigned shift = 64;

    while (shift > 0) {
        size_t count[16] = {0};
        unsigned digit = 15;
        uint64_t known = shift < 64 ? ~(uint64_t)0 << shift : 0;
        size_t i;

        shift -= 4;
        for (i = 0; i < n; i++) {
            uint64_t key = minrisk_rank_key(quantity[i]);
            if ((key & known) == prefix) {
                count[key >> shift & 15]++;
            }
        }
        while (*k > count[digit]) {
            *k -= count[digit];
            digit--;
        }
        prefix |= (uint64_t)digit << shift;
    }
    return prefix;
}

minrisk_status minrisk_top_share(const double *quantity, size_t n, size_t k, double *share)
{
    minrisk_sum total, top;
    minrisk_status status;
    uint64_t threshold;
    size_t i;

    if (!quantity || !share) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || k == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&total, 0, sizeof total);
    memset(&top, 0, sizeof top);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    k = k < n ? k : n;
    threshold = select_key(quantity, n, &k);
    for (i = 0; i < n; i++) {
        uint64_t key = minrisk_rank_key(quantity[i]);
        if (key > threshold || (key == threshold && k > 0)) {
            k -= key == threshold;
            minrisk_sum_add(&top, quantity[i]);
        }
    }
    *share = minrisk_sum_ratio(&top, &total);
    return MINRISK_OK;
}

minrisk_status minrisk_leader(const double *quantity, size_t n, size_t *index, double *share)
{
    minrisk_sum total;
    minrisk_status status;
    size_t leader = 0;
    size_t i;

    if (!quantity || !index || !share) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_quantities(quantity, n, &total, NULL);
    if (status != MINRISK_OK) {
        return status;
    }

    for (i = 1; i < n; i++) {
        if (minrisk_rank_key(quantity[i]) > minrisk_rank_key(quantity[leader])) {
            leader = i;
        }
    }
    *share = minrisk_share_of(quantity[leader], &total);
    *index = leader;
    return MINRISK_OK;
}
