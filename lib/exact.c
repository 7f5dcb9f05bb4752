/* SPDX-License-Identifier: MIT */
/* Exact sums and correctly rounded quotients: see exact.h. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "exact.h"

#include "limbs.h"

/* --- sums ------------------------------------------------------------------------------------ */

void minrisk_sum_add(minrisk_sum *sum, double x)
{
    minrisk_term term = minrisk_term_of_quantity(minrisk_parts_of(minrisk_bits_of(&x)));
    (void)minrisk_limbs_add(sum->limb, MINRISK_SUM_LIMBS, &term);
}

void minrisk_sum_subtract(minrisk_sum *sum, double x)
{
    minrisk_term term = minrisk_term_of_quantity(minrisk_parts_of(minrisk_bits_of(&x)));
    (void)minrisk_limbs_subtract(sum->limb, MINRISK_SUM_LIMBS, &term);
}

/* Taking away is adding the complement and 1; nothing changes any more above the term once the
 * carry is what it was at the start. */
void minrisk_sum_change(void *sum, double x)
{
    const uint64_t bits = minrisk_bits_of(&x), negative = bits >> 63;
    const uint32_t flip = negative ? UINT32_MAX : 0;
    const minrisk_term term = minrisk_term_of_quantity(minrisk_parts_of(bits));
    unsigned char *at = (unsigned char *)sum + sizeof(uint32_t) * term.offset;
    uint64_t carry = negative;
    unsigned i;

    for (i = 0; i < MINRISK_SUM_LIMBS - term.offset; i++) {
        uint32_t limb;
        if (i >= term.length && carry == negative) {
            break;
        }
        minrisk_copy(&limb, at, sizeof limb);
        carry += (uint64_t)limb + ((i < term.length ? term.limb[i] : 0) ^ flip);
        limb = (uint32_t)carry;
        minrisk_copy(at, &limb, sizeof limb);
        carry >>= 32;
        at += sizeof limb;
    }
}

static minrisk_term multiple_of(double x, uint64_t times)
{
    minrisk_parts factor;

    factor.mantissa = times;
    factor.shift = 0;
    return minrisk_term_of_product(minrisk_parts_of(minrisk_bits_of(&x)), factor);
}

void minrisk_sum_add_times(minrisk_sum *sum, double x, uint64_t times)
{
    minrisk_term term = multiple_of(x, times);
    (void)minrisk_limbs_add(sum->limb, MINRISK_SUM_LIMBS, &term);
}

void minrisk_sum_subtract_times(minrisk_sum *sum, double x, uint64_t times)
{
    minrisk_term term = multiple_of(x, times);
    (void)minrisk_limbs_subtract(sum->limb, MINRISK_SUM_LIMBS, &term);
}

static minrisk_term product_of(double x, double y)
{
    return minrisk_term_of_product(minrisk_parts_of(minrisk_bits_of(&x)),
                                   minrisk_parts_of(minrisk_bits_of(&y)));
}

void minrisk_products_add(minrisk_products *products, double x, double y)
{
    minrisk_term term = product_of(x, y);
    (void)minrisk_limbs_add(products->limb, MINRISK_PRODUCT_LIMBS, &term);
}

void minrisk_products_subtract(minrisk_products *products, double x, double y)
{
    minrisk_term term = product_of(x, y);
    (void)minrisk_limbs_subtract(products->limb, MINRISK_PRODUCT_LIMBS, &term);
}

void minrisk_limbs_scale(uint32_t *limb, unsigned length, uint64_t factor)
{
    uint64_t low_carry = 0, high_carry = 0;
    uint32_t previous = 0;
    unsigned i;

    /* Column i of the school product with the two limbs of the factor. */
    for (i = 0; i < length; i++) {
        uint32_t here = limb[i];
        low_carry += (uint64_t)here * (uint32_t)factor;
        high_carry += (uint64_t)previous * (factor >> 32);
        previous = here;
        limb[i] = (uint32_t)low_carry;
        low_carry >>= 32;
        low_carry += ((uint64_t)limb[i] + (uint32_t)high_carry) >> 32;
        limb[i] += (uint32_t)high_carry;
        high_carry >>= 32;
    }
}

minrisk_status minrisk_sum_quantities(const double *quantity, size_t n, minrisk_sum *sum,
                                      minrisk_products *squares)
{
    uint64_t any = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t bits = minrisk_bits_of(&quantity[i]);
        minrisk_parts parts;
        minrisk_term term;
        if (!minrisk_bits_are_quantity(bits)) {
            return MINRISK_E_DATA;
        }
        any |= bits & ~MINRISK_SIGN_BIT;
        parts = minrisk_parts_of(bits);
        term = minrisk_term_of_quantity(parts);
        (void)minrisk_limbs_add(sum->limb, MINRISK_SUM_LIMBS, &term);
        if (squares) {
            term = minrisk_term_of_product(parts, parts);
            (void)minrisk_limbs_add(squares->limb, MINRISK_PRODUCT_LIMBS, &term);
        }
    }
    return any ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

/* So few quantities that no column of 64 bits overflows, nor a size_t of 16 bits. */
static const size_t BLOCK = (size_t)1 << 15;

/* Adds a block in columns, the carries at its end: three times as fast as one by one. Returns 0,
 * with nothing added, for what is no quantity. */
static int add_block(const double *quantity, size_t n, minrisk_sum *sum, uint64_t *any)
{
    uint64_t column[MINRISK_SUM_LIMBS], carry = 0;
    size_t i;

    memset(column, 0, sizeof column);
    for (i = 0; i < n; i++) {
        uint64_t bits = minrisk_bits_of(&quantity[i]);
        minrisk_term term = minrisk_term_of_quantity(minrisk_parts_of(bits));
        if (!minrisk_bits_are_quantity(bits)) {
            return 0;
        }
        *any |= bits & ~MINRISK_SIGN_BIT;
        column[term.offset] += term.limb[0];
        column[term.offset + 1] += term.limb[1];
        column[term.offset + 2] += term.limb[2];
    }
    for (i = 0; i < MINRISK_SUM_LIMBS; i++) {
        carry += column[i] + sum->limb[i];
        sum->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return 1;
}

minrisk_status minrisk_sum_total(const double *quantity, size_t n, minrisk_sum *sum)
{
    uint64_t any = 0;
    size_t i;

    for (i = 0; i < n; i += BLOCK) {
        if (!add_block(quantity + i, n - i < BLOCK ? n - i : BLOCK, sum, &any)) {
            return MINRISK_E_DATA;
        }
    }
    return any ? MINRISK_OK : MINRISK_E_NO_SUPPLY;
}

size_t minrisk_count_positive(const double *quantity, size_t n)
{
    size_t positives = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        positives += !minrisk_is_zero(quantity[i]);
    }
    return positives;
}

static int compare_limbs(const uint32_t *a, const uint32_t *b, unsigned length)
{
    while (length-- > 0) {
        if (a[length] != b[length]) {
            return a[length] < b[length] ? -1 : 1;
        }
    }
    return 0;
}

int minrisk_sum_compare(const minrisk_sum *a, const minrisk_sum *b)
{
    return compare_limbs(a->limb, b->limb, MINRISK_SUM_LIMBS);
}

int minrisk_limbs_difference(uint32_t *a, const uint32_t *b, unsigned length)
{
    int sign = compare_limbs(a, b, length);
    uint64_t rest = 0; /* its top bit is what is owed */
    unsigned i;

    for (i = 0; i < length; i++) {
        rest = (sign < 0 ? (uint64_t)b[i] - a[i] : (uint64_t)a[i] - b[i]) - (rest >> 63);
        a[i] = (uint32_t)rest;
    }
    return sign;
}

/* --- views ----------------------------------------------------------------------------------- */

enum { STRIDE = 8 };

static int is_clear(const uint32_t *limb)
{
    uint32_t any = 0;
    unsigned i;

    for (i = 0; i < STRIDE; i++) {
        any |= limb[i];
    }
    return any == 0;
}

/* Most limbs of a sum are zero: they are passed over in strides. */
minrisk_natural minrisk_natural_of(const uint32_t *limb, unsigned length)
{
    minrisk_natural view;
    unsigned skipped = 0;

    while (length >= STRIDE && is_clear(limb + length - STRIDE)) {
        length -= STRIDE;
    }
    while (length > 0 && limb[length - 1] == 0) {
        length--;
    }
    while (skipped + STRIDE <= length && is_clear(limb + skipped)) {
        skipped += STRIDE;
    }
    while (skipped < length && limb[skipped] == 0) {
        skipped++;
    }
    view.limb = limb + skipped;
    view.length = length - skipped;
    view.skipped = skipped;
    return view;
}

minrisk_natural minrisk_natural_of_sum(const minrisk_sum *sum)
{
    return minrisk_natural_of(sum->limb, MINRISK_SUM_LIMBS);
}

minrisk_natural minrisk_natural_of_products(const minrisk_products *products)
{
    return minrisk_natural_of(products->limb, MINRISK_PRODUCT_LIMBS);
}

minrisk_natural minrisk_natural_one(void)
{
    static const uint32_t one = 1;
    return minrisk_natural_of(&one, 1);
}

minrisk_natural minrisk_natural_of_quantity(double x, uint32_t limb[3])
{
    minrisk_term term = minrisk_term_of_quantity(minrisk_parts_of(minrisk_bits_of(&x)));
    minrisk_natural view;

    memcpy(limb, term.limb, 3 * sizeof *limb);
    view = minrisk_natural_of(limb, 3);
    view.skipped += term.offset;
    return view;
}

minrisk_natural minrisk_natural_of_integer(uint64_t integer, uint32_t limb[2])
{
    limb[0] = (uint32_t)integer;
    limb[1] = (uint32_t)(integer >> 32);
    return minrisk_natural_of(limb, 2);
}

/* --- the quotient: an estimate with a known error, then its place between two doubles -------- */

/* The 53 bits of a sum from bit `top` downwards. */
static uint64_t bits_from(const minrisk_sum *sum, int top)
{
    uint64_t bits = 0;
    int place;

    for (place = top; place > top - 53; place--) {
        bits <<= 1;
        if (place >= 0) {
            bits |= sum->limb[place / 32] >> (place % 32) & 1;
        }
    }
    return bits;
}

minrisk_leading minrisk_sum_leading(const minrisk_sum *sum)
{
    minrisk_natural view = minrisk_natural_of_sum(sum);
    int top = minrisk_prefix_of(&view).exponent + 63;
    minrisk_leading lead;

    lead.high = bits_from(sum, top);
    lead.low = bits_from(sum, top - 53);
    lead.exponent = top - 52 - 1074;
    return lead;
}

/* The leading 64 bits of a product: what is cut of it, and two cuts from the factors. */
static minrisk_prefix multiply(minrisk_prefix x, minrisk_prefix y)
{
    minrisk_prefix product;
    uint64_t high, low;
    unsigned zeros;

    minrisk_wide_multiply(x.mantissa, y.mantissa, &high, &low);
    zeros = 1 - (unsigned)(high >> 63);
    product.mantissa = high << zeros | (low >> 63 & zeros);
    product.exponent = x.exponent + y.exponent + 64 - (int)zeros;
    return product;
}

/* With three cuts, each of less than 2^-63 of it. */
static minrisk_prefix leading_product(const minrisk_natural *a, const minrisk_natural *b)
{
    return multiply(minrisk_prefix_of(a), minrisk_prefix_of(b));
}

/* The next 32 bits of rest / b, for rest < b and the top bit of b set: a digit by the upper half of
 * b is at most two too high (Knuth 1998, section 4.3.1, theorem B). Which is so is past predicting,
 * hence no branch. */
static uint32_t next_digit(uint64_t *rest, uint64_t b)
{
    uint64_t upper = b >> 32, lower = (uint32_t)b;
    uint64_t digit = *rest / upper;
    uint64_t left = *rest % upper;
    unsigned i;

    for (i = 0; i < 2; i++) {
        uint64_t too_high = (left >> 32 == 0) & (digit * lower > left << 32);
        digit -= too_high;
        left += upper & (0 - too_high);
    }
    *rest = (left << 32) - digit * lower;
    return (uint32_t)digit;
}

/* 64 bits of a / b, the rest cut: long division in digits of 32 bits. */
static minrisk_prefix divide(minrisk_prefix a, minrisk_prefix b)
{
    uint64_t whole = a.mantissa >= b.mantissa;
    uint64_t rest = a.mantissa - (b.mantissa & (0 - whole));
    minrisk_prefix q;

    q.mantissa = (uint64_t)next_digit(&rest, b.mantissa) << 32;
    q.mantissa |= next_digit(&rest, b.mantissa);
    q.mantissa = whole << 63 | q.mantissa >> whole;
    q.exponent = a.exponent - b.exponent - 64 + (int)whole;
    return q;
}

/* The limbs of a product, lowest first, one a call: the columns of the school product. */
typedef struct columns {
    const minrisk_natural *a, *b;
    unsigned next;
    uint64_t carry;      /* of the columns below, in units of this one */
    uint32_t high_carry; /* times 2^64 */
} columns;

static columns columns_of(const minrisk_natural *a, const minrisk_natural *b)
{
    columns c;
    c.a = a;
    c.b = b;
    c.next = 0;
    c.carry = 0;
    c.high_carry = 0;
    return c;
}

static uint32_t next_limb(columns *c)
{
    unsigned i = c->next >= c->b->length ? c->next - c->b->length + 1 : 0;
    uint32_t limb;

    for (; i <= c->next && i < c->a->length; i++) {
        uint64_t product = (uint64_t)c->a->limb[i] * c->b->limb[c->next - i];
        c->carry += product;
        c->high_carry += c->carry < product;
    }
    c->next++;
    limb = (uint32_t)c->carry;
    c->carry = c->carry >> 32 | (uint64_t)c->high_carry << 32;
    c->high_carry = 0;
    return limb;
}

void minrisk_products_from_square(minrisk_products *products, const minrisk_sum *sum)
{
    minrisk_natural whole = {NULL, MINRISK_SUM_LIMBS, 0}; /* the zero limbs too */
    columns square;
    uint64_t rest = 0; /* its top bit is what is owed */
    unsigned i;

    whole.limb = sum->limb;
    square = columns_of(&whole, &whole);
    for (i = 0; i < MINRISK_PRODUCT_LIMBS; i++) {
        rest = (uint64_t)next_limb(&square) - products->limb[i] - (rest >> 63);
        products->limb[i] = (uint32_t)rest;
    }
}

/* Taking away is adding the complement and 1. Above the product nothing is added or, in the
 * complement, all ones; so nothing changes there once the carry is what it was at the start. */
void minrisk_limbs_add_product(uint32_t *limb, unsigned length, const minrisk_natural *a,
                               const minrisk_natural *b, int negative)
{
    columns product = columns_of(a, b);
    uint32_t flip = negative ? UINT32_MAX : 0;
    uint64_t carry = (uint64_t)negative;
    unsigned limbs = a->length + b->length;
    unsigned i;

    for (i = a->skipped + b->skipped; i < length; i++) {
        if (product.next >= limbs && carry == (uint64_t)negative) {
            break;
        }
        carry += (uint64_t)limb[i] + (next_limb(&product) ^ flip);
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

int minrisk_limbs_make_positive(uint32_t *limb, unsigned length)
{
    uint64_t carry = 1;
    unsigned i;

    if (!(limb[length - 1] >> 31)) {
        return 0;
    }
    for (i = 0; i < length; i++) {
        carry += (uint32_t)~limb[i];
        limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return 1;
}

/* The sign of n1 * n2 * 2^shift - candidate * d1 * d2, candidate below 2^63: both sides limb by
 * limb from the low end, keeping only the carries. */
static int compare(const minrisk_quotient *q, uint64_t candidate, int shift)
{
    columns left = columns_of(&q->n1, &q->n2);
    columns right = columns_of(&q->d1, &q->d2);
    unsigned bit;
    int lead, column, end;
    uint64_t shifted = 0, low_carry = 0, high_carry = 0;
    uint32_t previous = 0, differs = 0;
    int64_t balance = 0;

    shift += 32 * ((int)(q->n1.skipped + q->n2.skipped) - (int)(q->d1.skipped + q->d2.skipped));
    bit = (unsigned)shift & 31;
    lead = (shift - (int)bit) / 32;
    end = lead + (int)(q->n1.length + q->n2.length) + 1;
    if (end < (int)(q->d1.length + q->d2.length) + 2) {
        end = (int)(q->d1.length + q->d2.length) + 2;
    }
    for (column = lead < 0 ? lead : 0; column < end; column++) {
        uint32_t limb;
        if (column >= lead) {
            shifted |= (uint64_t)next_limb(&left) << bit;
            balance += (uint32_t)shifted;
            shifted >>= 32;
        }
        if (column >= 0) {
            limb = next_limb(&right);
            low_carry += (uint64_t)limb * (uint32_t)candidate;
            high_carry += (uint64_t)previous * (candidate >> 32);
            previous = limb;
            balance -= (int64_t)(uint32_t)low_carry + (int64_t)(uint32_t)high_carry;
            low_carry >>= 32;
            high_carry >>= 32;
        }
        limb = (uint32_t)balance;
        differs |= limb;
        balance = (balance - (int64_t)limb) / ((int64_t)1 << 32);
    }
    return balance < 0 ? -1 : differs != 0;
}

/* a 2^x <= b 2^y, surely: for a <= 2^63 and b >= 2^60; what is shifted out of a is made up for. */
static int surely_at_most(uint64_t a, int x, uint64_t b, int y)
{
    if (x < y) {
        return y - x >= 63 || (a >> (y - x)) + 1 <= b;
    }
    return x - y <= 1 && a << (x - y) <= b;
}

/* From the leading 31 bits of each number, which nearly always decide: it lies between them and one
 * more. */
int minrisk_sums_are_possible(const minrisk_natural *total, const minrisk_natural *squares,
                              uint64_t count)
{
    minrisk_prefix lead_t = minrisk_prefix_of(total), lead_q = minrisk_prefix_of(squares);
    unsigned zeros = minrisk_leading_zeros(count);
    uint64_t t = lead_t.mantissa >> 33, q = lead_q.mantissa >> 33, m = count << zeros >> 33;
    int of_square = 2 * (lead_t.exponent + 33), of_q = lead_q.exponent + 33;
    minrisk_quotient quotient;

    if (surely_at_most((q + 1) << 31, of_q - 31, t * t, of_square) &&
        surely_at_most((t + 1) * (t + 1), of_square, m * q, of_q + 33 - (int)zeros)) {
        return 1;
    }
    quotient.n1 = quotient.n2 = *total;
    quotient.d1 = *squares;
    quotient.d2 = minrisk_natural_one();
    return compare(&quotient, 1, 0) >= 0 && compare(&quotient, count, 0) <= 0;
}

int minrisk_quotient_compare_one(const minrisk_quotient *q)
{
    return compare(q, 1, q->unit);
}

/* A place among the half units of the result: at `half` of them, or strictly between that and the
 * next. Even places are doubles, odd ones the midpoints between them. */
typedef struct place {
    uint64_t half;
    int between;
} place;

/* The quotient is within 8 of the estimate's mantissa: with a, b < 3.0001 * 2^-63 for the cuts of
 * numerator and denominator (leading_product) and the cut of the division,
 *
 *     estimate / (1 + b) <= quotient < (estimate + 1) (1 + a),   estimate < 2^64,
 *
 * so that it lies above estimate - 6.01 and below estimate + 7.01. Only where a half unit lies
 * that near does the exact comparison decide; a double that near is as good as met when rounding
 * to nearest. A half unit is 2^(drop - 1) of the mantissa. */
enum { SLACK = 8 };

static place locate(const minrisk_quotient *q, minrisk_prefix guess, int drop,
                    enum minrisk_rounding rounding)
{
    uint64_t above; /* of the guess, to the next half unit; 0 for 2^64 */
    uint64_t below; /* to the half unit before */
    place at;
    int sign;

    at.half = 0;
    at.between = 1;
    if (drop > 65) {
        return at;
    }
    at.half = drop > 64 ? 0 : guess.mantissa >> (drop - 1);
    below = drop > 64 ? guess.mantissa : guess.mantissa - (at.half << (drop - 1));
    above = (drop > 64 ? 0 : (uint64_t)1 << (drop - 1)) - below;
    if (below >= SLACK && above > SLACK) {
        return at;
    }
    at.half += above <= SLACK;
    at.between = 0;
    if (rounding == MINRISK_NEAREST && at.half % 2 == 0) {
        return at;
    }
    sign = compare(q, at.half, -(guess.exponent + drop - 1));
    at.half -= sign < 0;
    at.between = sign != 0;
    return at;
}

/* The double that a place rounds to; a unit is 2^exponent. */
static double round_place(place at, int exponent, enum minrisk_rounding rounding)
{
    uint64_t unit = at.half >> 1;
    int odd = (int)(at.half & 1);

    if (exponent > 971) {
        return minrisk_double_of(MINRISK_INFINITY_BITS - (rounding == MINRISK_DOWN));
    }
    if (rounding == MINRISK_NEAREST) {
        unit += (uint64_t)(odd && (at.between || (unit & 1)));
    } else if (rounding == MINRISK_UP) {
        unit += (uint64_t)(odd || at.between);
    } else if (rounding == MINRISK_ODD) {
        unit |= (uint64_t)(odd || at.between);
    }
    /* A unit of 2^53 carries into the exponent field by itself. */
    return minrisk_double_of(((uint64_t)(exponent + 1074) << 52) + unit);
}

double minrisk_quotient_round(const minrisk_quotient *q, enum minrisk_rounding rounding)
{
    minrisk_prefix guess;
    int drop = 11; /* 64 bits to 53 */
    place at;

    if (q->n1.length == 0 || q->n2.length == 0) {
        return 0.0;
    }
    guess = divide(leading_product(&q->n1, &q->n2), leading_product(&q->d1, &q->d2));
    if (guess.exponent + drop + q->unit < -1074) {
        drop = -1074 - guess.exponent - q->unit;
    }
    at = locate(q, guess, drop, rounding);
    return round_place(at, guess.exponent + drop + q->unit, rounding);
}

double minrisk_sum_ratio(const minrisk_sum *a, const minrisk_sum *b)
{
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_sum(a);
    q.d1 = minrisk_natural_of_sum(b);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

double minrisk_squares_ratio(const minrisk_products *squares, const minrisk_sum *total,
                             enum minrisk_rounding rounding)
{
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_products(squares);
    q.n2 = minrisk_natural_one();
    q.d1 = q.d2 = minrisk_natural_of_sum(total);
    q.unit = 0;
    return minrisk_quotient_round(&q, rounding);
}

double minrisk_share_of(double x, const minrisk_sum *total)
{
    uint32_t limb[3];
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_quantity(x, limb);
    q.d1 = minrisk_natural_of_sum(total);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

/* Of the leading 64 bits; whether anything is behind them is all that the rest says. */
double minrisk_sum_round(const minrisk_sum *sum)
{
    minrisk_natural view = minrisk_natural_of_sum(sum);
    minrisk_prefix lead;
    int drop = 11; /* 64 bits to 53 */
    uint64_t below;
    place at;

    if (view.length == 0) {
        return 0.0;
    }
    lead = minrisk_prefix_of(&view);
    if (lead.exponent + drop < 0) {
        drop = -lead.exponent;
    }
    at.half = lead.mantissa >> (drop - 1);
    below = lead.mantissa - (at.half << (drop - 1));
    at.between = below != 0 || minrisk_prefix_is_cut(&view);
    return round_place(at, lead.exponent + drop - 1074, MINRISK_NEAREST);
}

#endif
