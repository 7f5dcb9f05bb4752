/* SPDX-License-Identifier: MIT */
#include "market.h"

static minrisk_status status_of_box(const market *low, const double *high, size_t room)
{
    if (low->x == NULL || high == NULL)
        return MINRISK_E_NULL;
    if (low->n == 0 || room < 2 * low->n)
        return MINRISK_E_SIZE;
    if (!all_quantities(low->x, low->n) || !all_quantities(high, low->n))
        return MINRISK_E_DATA;
    for (size_t i = 0; i < low->n; i++) {
        if (low->x[i] > high[i])
            return MINRISK_E_DATA;
    }
    return all_zero(high, low->n) ? MINRISK_E_NO_SUPPLY : MINRISK_OK;
}

/* A point of the box has its index inside, since the bounds are doubles. */
static void check_point(const double *x, size_t n, const minrisk_interval *hhi)
{
    double exact = -1.0;
    if (minrisk_hhi(x, n, &exact) == MINRISK_OK)
        require(hhi->low <= exact && exact <= hhi->high);
}

static void check_points(input *in, const market *low, const double *high,
                         const minrisk_interval *hhi)
{
    double *x = copy_doubles(low->x, low->n);
    check_point(low->x, low->n, hhi);
    check_point(high, low->n, hhi);
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i < low->n; i++) {
            unsigned place = take_byte(in);
            x[i] = place & 1 ? high[i] : low->x[i];
            if (place % 4 == 2)
                x[i] += (high[i] - x[i]) / 2;
        }
        check_point(x, low->n, hhi);
    }
    release(x, low->n * sizeof *x);
}

/* Half of the boxes are put in order, lest nothing but errors be tested. */
static double *take_high_ends(input *in, market *low)
{
    unsigned selector = take_byte(in);
    double *high;
    if (selector == 255 || low->x == NULL)
        return NULL;
    high = take_doubles(in, low->n);
    for (size_t i = 0; i < low->n && selector < 200; i++) {
        if (!is_quantity(high[i]))
            high[i] = low->x[i];
        if (low->x[i] > high[i]) {
            double kept = high[i];
            high[i] = low->x[i];
            low->x[i] = kept;
        }
    }
    return high;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market low = take_market(&in);
    double *high = take_high_ends(&in, &low);
    size_t room = take_byte(&in) == 1 ? take_byte(&in) % 80 : 2 * low.n;
    double *scratch = block_of(room * sizeof *scratch);
    minrisk_interval hhi = {-7.0, -8.0}, again = {-1.0, -1.0};
    int32_t sharp = 77, sharp_again = 77;
    minrisk_status status = minrisk_hhi_interval(low.x, high, low.n, scratch, room, &hhi, &sharp);

    require(status == status_of_box(&low, high, room));
    if (status == MINRISK_OK) {
        require(hhi.low > 0.0 && hhi.low <= hhi.high && hhi.high <= 1.0);
        require(sharp == 1 || (sharp == 0 && low.n > 14));
        check_points(&in, &low, high, &hhi);
        require(minrisk_hhi_interval(low.x, high, low.n, scratch, room, &again, &sharp_again) ==
                MINRISK_OK);
        require(same_bits(again.low, hhi.low) && same_bits(again.high, hhi.high));
    } else {
        require(same_bits(hhi.low, -7.0) && same_bits(hhi.high, -8.0) && sharp == 77);
    }
    release(scratch, room * sizeof *scratch);
    if (high != NULL)
        release(high, low.n * sizeof *high);
    release_market(&low);
    return 0;
}
