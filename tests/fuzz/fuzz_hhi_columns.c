/* SPDX-License-Identifier: MIT */
#include "market.h"

static minrisk_status expected_status(const market *m, size_t rows, size_t markets, size_t stride)
{
    if (m->x == NULL)
        return MINRISK_E_NULL;
    if (rows == 0 || markets == 0 || markets > m->n)
        return MINRISK_E_SIZE;
    if (stride > 0 && rows - 1 > (m->n - markets) / stride)
        return MINRISK_E_SIZE;
    return stride < markets ? MINRISK_E_PARAM : MINRISK_OK;
}

static void check_each(const market *m, size_t rows, size_t markets, size_t stride,
                       const double *hhi, const minrisk_status *each)
{
    for (size_t g = 0; g < markets; g++) {
        double column[LONGEST_MARKET], alone = hhi[g];
        for (size_t i = 0; i < rows; i++)
            column[i] = m->x[i * stride + g];
        require(each[g] == minrisk_hhi(column, rows, &alone));
        require(same_bits(alone, hhi[g]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    size_t markets = take_byte(&in) % LONGEST_MARKET, rows = take_size(&in);
    unsigned selector = take_byte(&in);
    size_t stride = selector < 224 ? markets + selector % 3 : take_size(&in);
    double *hhi = block_of(markets * sizeof *hhi);
    minrisk_status *each = block_of(markets * sizeof *each);
    minrisk_status status = minrisk_hhi_columns(m.x, m.n, rows, markets, stride, hhi, each);

    require(status == expected_status(&m, rows, markets, stride));
    if (status == MINRISK_OK)
        check_each(&m, rows, markets, stride, hhi, each);
    else
        require(is_filled(hhi, markets * sizeof *hhi) && is_filled(each, markets * sizeof *each));
    release(each, markets * sizeof *each);
    release(hhi, markets * sizeof *hhi);
    release_market(&m);
    return 0;
}
