/* SPDX-License-Identifier: MIT */
/* What can be said of a market that is known in part. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/partial.h"

#include "filling.h"
#include "exact.h"

/* Long division, 11 bits of the quotient a step: mantissas have 53 bits, so 64 hold what is brought
 * down. */
minrisk_filling minrisk_fill(double residual, double cap)
{
    minrisk_parts x = minrisk_parts_of(minrisk_bits_of(&residual));
    minrisk_parts y = minrisk_parts_of(minrisk_bits_of(&cap));
    minrisk_filling filling = {0, 0, residual};

    if (minrisk_is_zero(cap)) {
        return filling;
    }
    if (x.shift >= y.shift) {
        filling.parts = x.mantissa / y.mantissa;
        x.mantissa %= y.mantissa;
    }
    while (x.shift > y.shift) {
        unsigned step = x.shift - y.shift < 11 ? x.shift - y.shift : 11;
        x.mantissa <<= step;
        x.shift -= step;
        filling.is_countless |= filling.parts >> (64 - step) != 0;
        filling.parts = filling.parts << step | x.mantissa / y.mantissa;
        x.mantissa %= y.mantissa;
    }
    filling.rest = minrisk_double_of_parts(x);
    return filling;
}

int minrisk_filling_fits(const minrisk_filling *filling, uint64_t suppliers)
{
    return !filling->is_countless &&
           (filling->parts < suppliers ||
            (filling->parts == suppliers && minrisk_is_zero(filling->rest)));
}

/* Takes the residual's largest sum of squares into the squares, or out again. As many suppliers as
 * the cap c fills and one with the rest r give p c^2 + r^2 = c R - c r + r^2, since p c = R - r;
 * and R^2 without a cap, when c = 0 and r = R. */
static void apply_fullest(minrisk_products *squares, double residual, double cap, double rest,
                          int take_out)
{
    if (take_out) {
        minrisk_products_add(squares, cap, rest);
        minrisk_products_subtract(squares, cap, residual);
        minrisk_products_subtract(squares, rest, rest);
    } else {
        minrisk_products_add(squares, cap, residual);
        minrisk_products_add(squares, rest, rest);
        minrisk_products_subtract(squares, cap, rest);
    }
}

/* (Q + R^2 / m) / T^2 = (m^2 Q + m R^2) / (m T)^2, in place; Q / T^2 where m is 0. */
static void apply_flattest(minrisk_products *squares, minrisk_sum *total, double residual,
                           uint64_t suppliers)
{
    if (suppliers == 0) {
        return;
    }
    minrisk_limbs_scale(squares->limb, MINRISK_PRODUCT_LIMBS, suppliers);
    minrisk_products_add(squares, residual, residual);
    minrisk_limbs_scale(squares->limb, MINRISK_PRODUCT_LIMBS, suppliers);
    minrisk_limbs_scale(total->limb, MINRISK_SUM_LIMBS, suppliers);
}

minrisk_status minrisk_hhi_bounds(const double *named, size_t n, double residual,
                                  size_t residual_suppliers, double residual_cap,
                                  minrisk_interval *hhi)
{
    minrisk_sum total;
    minrisk_products squares;
    minrisk_status status;
    minrisk_filling filling;

    if (!named || !hhi) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(residual) || !minrisk_is_quantity(residual_cap)) {
        return MINRISK_E_PARAM;
    }
    memset(&total, 0, sizeof total);
    memset(&squares, 0, sizeof squares);
    status = minrisk_sum_quantities(named, n, &total, &squares);
    if (status == MINRISK_E_DATA) {
        return status;
    }
    filling = minrisk_fill(residual, residual_cap);
    if (residual_suppliers != MINRISK_UNKNOWN_COUNT &&
        !minrisk_filling_fits(&filling, residual_suppliers)) {
        return MINRISK_E_PARAM;
    }
    if (status == MINRISK_E_NO_SUPPLY && minrisk_is_zero(residual)) {
        return status;
    }

    minrisk_sum_add(&total, residual);
    apply_fullest(&squares, residual, residual_cap, filling.rest, 0);
    hhi->high = minrisk_squares_ratio(&squares, &total, MINRISK_UP);
    apply_fullest(&squares, residual, residual_cap, filling.rest, 1);
    apply_flattest(&squares, &total, residual, residual_suppliers);
    hhi->low = minrisk_squares_ratio(&squares, &total, MINRISK_DOWN);
    return MINRISK_OK;
}

minrisk_status minrisk_coverage(const double *named, size_t n, double residual, double *share)
{
    minrisk_sum part, total;
    minrisk_status status;

    if (!named || !share) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!minrisk_is_quantity(residual)) {
        return MINRISK_E_PARAM;
    }
    memset(&part, 0, sizeof part);
    status = minrisk_sum_quantities(named, n, &part, NULL);
    if (status == MINRISK_E_DATA || (status == MINRISK_E_NO_SUPPLY && minrisk_is_zero(residual))) {
        return status;
    }

    memcpy(&total, &part, sizeof total);
    minrisk_sum_add(&total, residual);
    *share = minrisk_sum_ratio(&part, &total);
    return MINRISK_OK;
}

#endif
