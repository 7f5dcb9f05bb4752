/* SPDX-License-Identifier: MIT */
/* Many markets in one call. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/batch.h"
#include "minrisk/concentration.h"

#include "exact.h"
#include "fast.h"

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* --- one behind the other --------------------------------------------------------------------- */

static int offsets_are_usable(const size_t *offset, size_t groups, size_t quantity_len)
{
    size_t g;

    for (g = 0; g < groups; g++) {
        if (offset[g] > offset[g + 1]) {
            return 0;
        }
    }
    return offset[groups] <= quantity_len;
}

minrisk_status minrisk_hhi_groups(const double *quantity, size_t quantity_len, const size_t *offset,
                                  size_t groups, double *hhi, minrisk_status *each)
{
    size_t first, g;

    if (!quantity || !offset || !hhi || !each) {
        return MINRISK_E_NULL;
    }
    if (groups == 0 || groups == SIZE_MAX || !offsets_are_usable(offset, groups, quantity_len)) {
        return MINRISK_E_SIZE;
    }

    for (first = 0; first < groups; first += MINRISK_BATCH_MARKETS) {
        size_t end = first + least(groups - first, MINRISK_BATCH_MARKETS);
        minrisk_fast_groups(quantity, offset + first, end - first, hhi + first, each + first);
        for (g = first; g < end; g++) {
            if (each[g] == MINRISK_UNDECIDED) {
                each[g] = minrisk_hhi(quantity + offset[g], offset[g + 1] - offset[g], &hhi[g]);
            }
        }
    }
    return MINRISK_OK;
}

/* --- side by side ----------------------------------------------------------------------------- */

/* Whether (suppliers - 1) * stride + markets <= quantity_len, where the product may not fit. */
static int rows_fit(size_t quantity_len, size_t suppliers, size_t markets, size_t stride)
{
    return markets <= quantity_len &&
           (stride == 0 || suppliers - 1 <= (quantity_len - markets) / stride);
}

static minrisk_status exact_column(const double *quantity, size_t suppliers, size_t stride,
                                   double *hhi)
{
    minrisk_status status = MINRISK_E_NO_SUPPLY;
    minrisk_sum total;
    minrisk_products squares;
    size_t i;

    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    for (i = 0; i < suppliers; i++) {
        minrisk_status one = minrisk_sum_quantities(quantity + i * stride, 1, &total, &squares);
        if (one == MINRISK_E_DATA) {
            return one;
        }
        status = one == MINRISK_OK ? MINRISK_OK : status;
    }
    if (status == MINRISK_OK) {
        *hhi = minrisk_squares_ratio(&squares, &total, MINRISK_NEAREST);
    }
    return status;
}

minrisk_status minrisk_hhi_columns(const double *quantity, size_t quantity_len, size_t suppliers,
                                   size_t markets, size_t stride, double *hhi, minrisk_status *each)
{
    size_t first, g;

    if (!quantity || !hhi || !each) {
        return MINRISK_E_NULL;
    }
    if (suppliers == 0 || markets == 0 || !rows_fit(quantity_len, suppliers, markets, stride)) {
        return MINRISK_E_SIZE;
    }
    if (stride < markets) {
        return MINRISK_E_PARAM;
    }

    for (first = 0; first < markets; first += MINRISK_BATCH_MARKETS) {
        size_t end = first + least(markets - first, MINRISK_BATCH_MARKETS);
        minrisk_fast_columns(quantity + first, suppliers, end - first, stride, hhi + first,
                             each + first);
        for (g = first; g < end; g++) {
            if (each[g] == MINRISK_UNDECIDED) {
                each[g] = exact_column(quantity + g, suppliers, stride, &hhi[g]);
            }
        }
    }
    return MINRISK_OK;
}

#endif
