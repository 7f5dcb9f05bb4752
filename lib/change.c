/* SPDX-License-Identifier: MIT */
/* Who makes up the HHI of a market, and what made it change. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/change.h"

#include "exact.h"
#include "wide.h"

minrisk_status minrisk_hhi_contributions(const double *quantity, size_t n, double *contribution)
{
    minrisk_sum total;
    minrisk_status status;
    minrisk_quotient q;
    uint32_t limb[3];
    size_t i;

    if (!quantity || !contribution) {
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

    q.d1 = q.d2 = minrisk_natural_of_sum(&total);
    q.unit = 0;
    for (i = 0; i < n; i++) {
        q.n1 = q.n2 = minrisk_natural_of_quantity(quantity[i], limb);
        contribution[i] = minrisk_quotient_round(&q, MINRISK_NEAREST);
    }
    return MINRISK_OK;
}

/* --- two markets ----------------------------------------------------------------------------- */

typedef struct totals {
    minrisk_sum before, after;
} totals;

static minrisk_status sum_both(const double *before, const double *after, size_t n, totals *t)
{
    minrisk_status first, second;

    memset(t, 0, sizeof *t);
    first = minrisk_sum_quantities(before, n, &t->before, NULL);
    second = minrisk_sum_quantities(after, n, &t->after, NULL);
    return first == MINRISK_OK || second == MINRISK_E_DATA ? second : first;
}

/* numerator / (T1 T2)^2 of a number in two's complement, which is used up. */
static double over_totals(uint32_t *numerator, unsigned length, const totals *t)
{
    minrisk_natural before = minrisk_natural_of_sum(&t->before);
    minrisk_natural after = minrisk_natural_of_sum(&t->after);
    int is_negative = minrisk_limbs_make_positive(numerator, length);
    minrisk_products product;
    minrisk_quotient q;
    double size;

    memset(&product, 0, sizeof product);
    minrisk_limbs_add_product(product.limb, MINRISK_PRODUCT_LIMBS, &before, &after, 0);
    q.n1 = minrisk_natural_of(numerator, length);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = minrisk_natural_of_products(&product);
    q.unit = 0;
    size = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return is_negative ? -size : size;
}

/* wide[] += squares T^2, or -= where negative is 1. */
static void add_scaled(uint32_t *wide, unsigned length, const minrisk_products *squares,
                       const minrisk_sum *total, int negative)
{
    minrisk_natural t = minrisk_natural_of_sum(total);
    minrisk_natural q = minrisk_natural_of_products(squares);
    minrisk_products square;
    minrisk_natural s;

    memset(&square, 0, sizeof square);
    minrisk_limbs_add_product(square.limb, MINRISK_PRODUCT_LIMBS, &t, &t, 0);
    s = minrisk_natural_of_products(&square);
    minrisk_limbs_add_product(wide, length, &q, &s, negative);
}

/* What a supplier did, as bits of a set. */
enum course { LEFT = 1, CAME = 2, STAYED = 4 };

static unsigned course_of(double before, double after)
{
    if (minrisk_is_zero(before)) {
        return CAME;
    }
    return minrisk_is_zero(after) ? LEFT : STAYED;
}

/* The change due to some suppliers, whose squares sum to Q1 and Q2,
 *
 *     Q2 / T2^2 - Q1 / T1^2 = (Q2 T1^2 - Q1 T2^2) / (T1 T2)^2,
 *
 * with the numerator in full, 2 * 4,318 bits and a sign, so that nothing is lost as it cancels. */
static double change_due_to(unsigned courses, const double *before, const double *after, size_t n,
                            const totals *t)
{
    uint32_t wide[2 * MINRISK_PRODUCT_LIMBS];
    minrisk_products squares[2];
    size_t i;

    memset(wide, 0, sizeof wide);
    memset(squares, 0, sizeof squares);
    for (i = 0; i < n; i++) {
        if (course_of(before[i], after[i]) & courses) {
            minrisk_products_add(&squares[0], before[i], before[i]);
            minrisk_products_add(&squares[1], after[i], after[i]);
        }
    }
    add_scaled(wide, 2 * MINRISK_PRODUCT_LIMBS, &squares[1], &t->before, 0);
    add_scaled(wide, 2 * MINRISK_PRODUCT_LIMBS, &squares[0], &t->after, 1);
    return over_totals(wide, 2 * MINRISK_PRODUCT_LIMBS, t);
}

minrisk_status minrisk_hhi_change(const double *before, const double *after, size_t n,
                                  minrisk_change *change)
{
    totals t;
    minrisk_status status;

    if (!before || !after || !change) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = sum_both(before, after, n, &t);
    if (status != MINRISK_OK) {
        return status;
    }

    change->whole = change_due_to(STAYED | CAME | LEFT, before, after, n, &t);
    change->stayers = change_due_to(STAYED, before, after, n, &t);
    change->entries = change_due_to(CAME, before, after, n, &t);
    change->exits = change_due_to(LEFT, before, after, n, &t);
    return MINRISK_OK;
}

/* t^2 - s^2 = (t - s) (t + s) = (y T1 - x T2) (y T1 + x T2) / (T1 T2)^2. */
static double change_of(double before, double after, const totals *t)
{
    minrisk_natural first = minrisk_natural_of_sum(&t->before);
    minrisk_natural second = minrisk_natural_of_sum(&t->after);
    minrisk_products difference, sum, product;
    uint32_t limb[2][3];
    minrisk_natural x = minrisk_natural_of_quantity(before, limb[0]);
    minrisk_natural y = minrisk_natural_of_quantity(after, limb[1]);
    minrisk_quotient q;
    int is_negative;
    double size;

    memset(&sum, 0, sizeof sum);
    memset(&product, 0, sizeof product);
    minrisk_limbs_add_product(sum.limb, MINRISK_PRODUCT_LIMBS, &y, &first, 0);
    memcpy(&difference, &sum, sizeof sum);
    minrisk_limbs_add_product(sum.limb, MINRISK_PRODUCT_LIMBS, &x, &second, 0);
    minrisk_limbs_add_product(difference.limb, MINRISK_PRODUCT_LIMBS, &x, &second, 1);
    minrisk_limbs_add_product(product.limb, MINRISK_PRODUCT_LIMBS, &first, &second, 0);
    is_negative = minrisk_limbs_make_positive(difference.limb, MINRISK_PRODUCT_LIMBS);
    q.n1 = minrisk_natural_of_products(&difference);
    q.n2 = minrisk_natural_of_products(&sum);
    q.d1 = q.d2 = minrisk_natural_of_products(&product);
    q.unit = 0;
    size = minrisk_quotient_round(&q, MINRISK_NEAREST);
    return is_negative ? -size : size;
}

minrisk_status minrisk_hhi_change_each(const double *before, const double *after, size_t n,
                                       double *change)
{
    totals t;
    minrisk_status status;
    size_t i;

    if (!before || !after || !change) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    status = sum_both(before, after, n, &t);
    if (status != MINRISK_OK) {
        return status;
    }

    for (i = 0; i < n; i++) {
        change[i] = change_of(before[i], after[i], &t);
    }
    return MINRISK_OK;
}

/* --- points ---------------------------------------------------------------------------------- */

enum { POINTS = 10000 };

static int is_at_most_one(double x)
{
    return minrisk_rank_key(x) <= (uint64_t)1023 << 52;
}

/* POINTS x = down + remainder / 2^64 for |x| <= 1: the points at or below, and what is above them.
 * POINTS |x| is a product of 67 bits in units of 2^-places, 52 <= places <= 1074, and a multiple of
 * 16 of them: so nothing is cut from 68 places on down, where there may be whole points, and what
 * is cut from smaller parts is below 2^-61 of a point. */
static int32_t points_below(double x, uint64_t *remainder)
{
    uint64_t bits = minrisk_bits_of(&x);
    minrisk_parts parts = minrisk_parts_of(bits);
    unsigned places = 1074 - parts.shift;
    uint64_t high, low, down = 0;

    minrisk_wide_multiply(parts.mantissa, POINTS, &high, &low);
    if (places < 64) {
        down = high << (64 - places) | low >> places;
        *remainder = low << (64 - places);
    } else if (places < 128) {
        unsigned cut = places - 64;
        down = high >> cut;
        *remainder = low >> cut;
        *remainder |= cut == 0 ? 0 : high << (64 - cut);
    } else {
        *remainder = parts.mantissa != 0;
    }
    if (bits & MINRISK_SIGN_BIT && *remainder != 0) {
        *remainder = 0 - *remainder;
        down++;
    }
    return bits & MINRISK_SIGN_BIT ? -(int32_t)down : (int32_t)down;
}

/* To nearest, ties to even. */
static int32_t points_nearest(double x)
{
    uint64_t remainder;
    int32_t down = points_below(x, &remainder);
    uint64_t half = MINRISK_SIGN_BIT;

    return down + (remainder > half || (remainder == half && down % 2 != 0));
}

static size_t count_above(const double *part, size_t n, uint64_t limit)
{
    size_t count = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t remainder;
        (void)points_below(part[i], &remainder);
        count += remainder > limit;
    }
    return count;
}

/* The least limit that at most k remainders pass. */
static uint64_t limit_for(const double *part, size_t n, size_t k)
{
    uint64_t limit = 0;
    uint64_t bit;

    for (bit = MINRISK_SIGN_BIT; bit != 0; bit >>= 1) {
        if (count_above(part, n, limit + bit - 1) > k) {
            limit += bit;
        }
    }
    return limit;
}

minrisk_status minrisk_parts_to_points(const double *part, size_t n, double whole, int32_t *points)
{
    uint64_t remainder, limit;
    int64_t lacking;
    size_t ties, i;

    if (!part || !points) {
        return MINRISK_E_NULL;
    }
    if (n == 0) {
        return MINRISK_E_SIZE;
    }
    if (!is_at_most_one(whole)) {
        return MINRISK_E_PARAM;
    }
    lacking = points_nearest(whole);
    for (i = 0; i < n; i++) {
        if (!is_at_most_one(part[i])) {
            return MINRISK_E_DATA;
        }
        lacking -= points_below(part[i], &remainder);
    }
    if (lacking < 0 || (uint64_t)lacking > count_above(part, n, 0)) {
        return MINRISK_E_PARAM;
    }

    limit = limit_for(part, n, (size_t)lacking);
    ties = (size_t)lacking - count_above(part, n, limit);
    for (i = 0; i < n; i++) {
        int is_tie;
        points[i] = points_below(part[i], &remainder);
        is_tie = remainder == limit && ties > 0;
        points[i] += remainder > limit || is_tie;
        ties -= (size_t)is_tie;
    }
    return MINRISK_OK;
}

#endif
