/* SPDX-License-Identifier: MIT */
#include "market.h"

static int descending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static void check_value(const market *m, size_t k, double share)
{
    double *sorted = copy_doubles(m->x, m->n);
    double largest = largest_of(m->x, m->n), top = 0.0, again = -1.0;

    qsort(sorted, m->n, sizeof *sorted, descending);
    for (size_t i = 0; i < m->n && i < k; i++)
        top += part_of(sorted[i], largest);
    require(share > 0.0 && share <= 1.0);
    require(is_near(share, top / plain_total(m->x, m->n), 1e-13));
    if (k >= m->n)
        require(same_bits(share, 1.0));
    require(minrisk_top_share(sorted, m->n, k, &again) == MINRISK_OK);
    require(same_bits(again, share));
    if (k > 1) {
        require(minrisk_top_share(sorted, m->n, k - 1, &again) == MINRISK_OK);
        require(again <= share);
    }
    release(sorted, m->n * sizeof *sorted);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t k = take_size(&in);
    double share = -7.0;
    minrisk_status status = minrisk_top_share(m.x, m.n, k, &share);

    require(status == (m.x != NULL && k == 0 ? MINRISK_E_SIZE : status_of_market(&m)));
    require(minrisk_top_share(m.x, m.n, k, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_value(&m, k, share);
    else
        require(same_bits(share, -7.0));
    release_market(&m);
    return 0;
}
