/* SPDX-License-Identifier: MIT */
/* Bounds on any measure of a market with a residual: uncertain.h's minrisk_measure_bounds. Every
 * measure here is Schur-monotone, so the two extreme ways to share the residual give its bounds:
 * as many equal parts as there may be, and as few suppliers as the cap allows. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "filling.h"

#include "minrisk/uncertain.h"

#include "elementary.h"
#include "exact.h"
#include "order.h"
#include "terms.h"

static const double TWO_TO_MINUS_64 = 5.421010862427522e-20;
static const double TWO_TO_MINUS_900 = 1.1830521861667747e-271;

/* --- a completed market ---------------------------------------------------------------------- */

/* Those named, and the residual as equal parts of value / divisor each and one with the rest. */
typedef struct completion {
    minrisk_ordered named;
    double residual;
    double value;
    uint64_t divisor;
    uint64_t parts; /* 0 too where they are endless: of no size, but not without mass */
    int is_endless;
    double rest;
    size_t above_parts; /* how many named are larger than a part */
    size_t above_rest;  /* and than the rest */
    minrisk_sum total;
    minrisk_pair factor; /* total = factor 2^exponent, factor in [1, 2), within 2^-105 */
    int exponent;
} completion;

/* How many named suppliers are larger than value / divisor. */
static size_t count_above(const minrisk_ordered *named, double value, uint64_t divisor)
{
    uint32_t limb[3][3];
    minrisk_quotient q;
    size_t count = 0;

    q.n2 = minrisk_natural_of_integer(divisor, limb[0]);
    q.d1 = minrisk_natural_of_quantity(value, limb[1]);
    q.d2 = minrisk_natural_one();
    q.unit = 0;
    while (count < named->n) {
        q.n1 = minrisk_natural_of_quantity(named->quantity[count], limb[2]);
        if (minrisk_quotient_compare_one(&q) <= 0) {
            break;
        }
        count++;
    }
    return count;
}

static void sum_up(completion *c)
{
    minrisk_leading lead;
    size_t i;

    memset(&c->total, 0, sizeof c->total);
    for (i = 0; i < c->named.n; i++) {
        minrisk_sum_add(&c->total, c->named.quantity[i]);
    }
    minrisk_sum_add(&c->total, c->residual);
    lead = minrisk_sum_leading(&c->total);
    c->factor = minrisk_scale(minrisk_pair_of_leading(lead), -52);
    c->exponent = lead.exponent + 52;
}

/* In as few suppliers as the cap allows. */
static void share_fully(completion *c, double cap)
{
    minrisk_filling filling = minrisk_fill(c->residual, cap);

    c->value = minrisk_is_zero(cap) ? c->residual : cap;
    c->divisor = 1;
    c->is_endless = 0;
    c->parts = filling.parts;
    c->rest = filling.rest;
    c->above_parts = count_above(&c->named, c->value, 1);
    c->above_rest = count_above(&c->named, c->rest, 1);
}

/* Equally over so many suppliers; 0: over any number of them. */
static void share_evenly(completion *c, uint64_t suppliers)
{
    int is_shared = !minrisk_is_zero(c->residual);

    c->value = c->residual;
    c->divisor = suppliers > 0 ? suppliers : 1;
    c->is_endless = is_shared && suppliers == 0;
    c->parts = is_shared ? suppliers : 0;
    c->rest = 0.0;
    c->above_parts = c->parts > 0 ? count_above(&c->named, c->value, c->divisor) : c->named.n;
    c->above_rest = c->named.n;
}

/* --- measures by rank, exactly --------------------------------------------------------------- */

static double ratio(const minrisk_sum *a, const minrisk_sum *b, enum minrisk_rounding rounding)
{
    minrisk_quotient q;

    q.n1 = minrisk_natural_of_sum(a);
    q.d1 = minrisk_natural_of_sum(b);
    q.n2 = q.d2 = minrisk_natural_one();
    q.unit = 0;
    return minrisk_quotient_round(&q, rounding);
}

/* Takes up to *left named suppliers from *i on, before `end`, into the sum. */
static void take_named(const completion *c, size_t end, size_t *i, uint64_t *left, minrisk_sum *sum)
{
    while (*i<end && * left> 0) {
        minrisk_sum_add(sum, c->named.quantity[*i]);
        (*i)++;
        (*left)--;
    }
}

/* What the k largest hold, and the total; both times the divisor where they end among the parts. */
static void sum_top(const completion *c, uint64_t k, minrisk_sum *top, minrisk_sum *whole)
{
    size_t i = 0;

    memcpy(whole, &c->total, sizeof *whole);
    memset(top, 0, sizeof *top);
    take_named(c, c->above_parts, &i, &k, top);
    if (k < c->parts) {
        minrisk_limbs_scale(top->limb, MINRISK_SUM_LIMBS, c->divisor);
        minrisk_limbs_scale(whole->limb, MINRISK_SUM_LIMBS, c->divisor);
        minrisk_sum_add_times(top, c->value, k);
        return;
    }
    if (c->parts > 0) {
        minrisk_sum_add(top, c->residual);
        minrisk_sum_subtract(top, c->rest);
        k -= c->parts;
    }
    take_named(c, c->above_rest, &i, &k, top);
    if (k > 0 && !minrisk_is_zero(c->rest)) {
        minrisk_sum_add(top, c->rest);
        k--;
    }
    take_named(c, c->named.n, &i, &k, top);
}

/* sum (2 j - 1) x_(j), x_(1) >= x_(2) >= ...: the parts, of which p follow a, hold as much as all
 * of them at the mean of their ranks, B (2 a + p). */
static void sum_by_rank(const completion *c, minrisk_sum *sum)
{
    uint64_t i;

    memset(sum, 0, sizeof *sum);
    for (i = 0; i < c->named.n; i++) {
        double x = c->named.quantity[i];
        uint64_t parts = i < c->above_parts ? 0 : c->parts;
        minrisk_sum_add_times(sum, x, 2 * i + 1 + (i < c->above_rest ? 0 : 2));
        minrisk_sum_add_times(sum, x, parts);
        minrisk_sum_add_times(sum, x, parts);
    }
    if (c->parts > 0) {
        minrisk_sum_add_times(sum, c->residual, 2 * (uint64_t)c->above_parts);
        minrisk_sum_add_times(sum, c->residual, c->parts);
        minrisk_sum_subtract_times(sum, c->rest, 2 * (uint64_t)c->above_parts);
        minrisk_sum_subtract_times(sum, c->rest, c->parts);
    }
    minrisk_sum_add_times(sum, c->rest, 2 * (uint64_t)c->above_rest + 1);
    minrisk_sum_add_times(sum, c->rest, c->parts);
    minrisk_sum_add_times(sum, c->rest, c->parts);
}

static double top_share(const completion *c, uint64_t k, enum minrisk_rounding rounding)
{
    minrisk_sum top, whole;

    sum_top(c, k, &top, &whole);
    return ratio(&top, &whole, rounding);
}

/* T / sum (2 j - 1) x_(j); 0 in the limit of endless parts. */
static double hall_tideman(const completion *c, enum minrisk_rounding rounding)
{
    minrisk_sum by_rank;

    if (c->is_endless) {
        return 0.0;
    }
    sum_by_rank(c, &by_rank);
    return ratio(&c->total, &by_rank, rounding);
}

/* (N T - sum (2 j - 1) x_(j)) / (N T). */
static double gini(const completion *c, uint64_t market_size, enum minrisk_rounding rounding)
{
    minrisk_sum by_rank, whole, gap;
    minrisk_natural one = minrisk_natural_one(), view;

    sum_by_rank(c, &by_rank);
    memcpy(&whole, &c->total, sizeof whole);
    minrisk_limbs_scale(whole.limb, MINRISK_SUM_LIMBS, market_size);
    memcpy(&gap, &whole, sizeof gap);
    view = minrisk_natural_of_sum(&by_rank);
    minrisk_limbs_add_product(gap.limb, MINRISK_SUM_LIMBS, &view, &one, 1);
    return ratio(&gap, &whole, rounding);
}

/* --- measures by logarithms, in pairs, and then outward -------------------------------------- */

/* Suppliers alike: how many, their share of the total together, the logarithm of each one's. */
typedef struct group {
    minrisk_pair count, share, log;
} group;

/* What is minute is carried as 0: outward() has room for it. */
static const double MINUTE = 7.703719777548943e-34; /* 2^-110 */

/* ln(x / T) = ln(1 - rest / T) of a large share: the rest is exact. */
static minrisk_pair log_of_large(const completion *c, double x)
{
    minrisk_pair share = minrisk_pair_of(0.0);
    minrisk_leading lead;
    minrisk_sum rest;

    memcpy(&rest, &c->total, sizeof rest);
    minrisk_sum_subtract(&rest, x);
    if (minrisk_natural_of_sum(&rest).length == 0) {
        return share;
    }
    lead = minrisk_sum_leading(&rest);
    if (lead.exponent - c->exponent > -1200) {
        share = minrisk_scale(minrisk_pair_of_leading(lead), lead.exponent - c->exponent);
        share = minrisk_pair_negate(minrisk_pair_divide(share, c->factor));
    }
    return share.high > -MINUTE ? share : minrisk_log1p_pair(share);
}

/* Of `count` suppliers with value / divisor each. */
static group group_of(const completion *c, uint64_t count, double value, uint64_t divisor)
{
    minrisk_pair whole = minrisk_pair_multiply(c->factor, minrisk_pair_of_integer(divisor));
    minrisk_pair share =
        minrisk_pair_divide(minrisk_scale(minrisk_pair_of(value), -c->exponent), whole);
    group g;

    g.count = minrisk_pair_of_integer(count);
    g.share = minrisk_pair_multiply(g.count, share);
    if (divisor == 1 && share.high > 0.4) {
        g.log = log_of_large(c, value);
    } else {
        g.log = minrisk_log_pair(minrisk_pair_of(2.0));
        g.log = minrisk_pair_multiply(g.log, minrisk_pair_of(-(double)c->exponent));
        g.log = minrisk_pair_add(g.log, minrisk_log_ratio(minrisk_pair_of(value), whole));
    }
    return g;
}

/* The i-th of n + 2 groups: each named supplier, the parts, the rest. Returns whether there are
 * any. */
static int take_group(const completion *c, size_t i, group *g)
{
    if (i < c->named.n) {
        *g = group_of(c, 1, c->named.quantity[i], 1);
        return 1;
    }
    if (i == c->named.n) {
        if (c->parts > 0) {
            *g = group_of(c, c->parts, c->value, c->divisor);
        }
        return c->parts > 0;
    }
    if (!minrisk_is_zero(c->rest)) {
        *g = group_of(c, 1, c->rest, 1);
    }
    return !minrisk_is_zero(c->rest);
}

/* Away from a value that errs by at most 2^-64 of itself and 2^-900: the pairs err by less than
 * 2^-67 of it. The logarithm of a share errs by 2^-88: 2^-99 of |ln x| and |ln T|, which are below
 * 1,500. In far_from_one q / |q - 1| <= 1,457 multiplies that, twice. */
static double outward(minrisk_pair a, enum minrisk_rounding rounding)
{
    double margin = minrisk_multiply(a.high, TWO_TO_MINUS_64) + TWO_TO_MINUS_900;
    uint64_t bits;

    a = minrisk_pair_add(a, minrisk_pair_of(rounding == MINRISK_UP ? margin : -margin));
    if (!(a.high > 0.0)) {
        return 0.0;
    }
    bits = minrisk_bits_of(&a.high);
    if (rounding == MINRISK_UP) {
        bits += a.low > 0.0;
    } else {
        bits -= a.low < 0.0;
    }
    return minrisk_double_of(bits);
}

/* -sum s ln s. */
static minrisk_pair entropy_of(const completion *c)
{
    minrisk_pair sum = minrisk_pair_of(0.0);
    size_t i;
    group g;

    memset(&g, 0, sizeof g);
    for (i = 0; i < c->named.n + 2; i++) {
        if (take_group(c, i, &g)) {
            g.log = minrisk_pair_negate(g.log);
            sum = minrisk_pair_add(sum, minrisk_pair_multiply(g.share, g.log));
        }
    }
    return sum;
}

/* The share of endless parts together, which add nothing to a sum of powers above 1. */
static minrisk_pair endless_share(const completion *c)
{
    double x = c->is_endless ? c->residual : 0.0;
    return minrisk_pair_divide(minrisk_scale(minrisk_pair_of(x), -c->exponent), c->factor);
}

/* ln D_q = -ln(1 + sum s (e^(e ln s) - 1)) / e, e = q - 1, where all |e ln s| <= 1; endless parts
 * add their share times -1. */
static minrisk_pair near_one(const completion *c, minrisk_pair e)
{
    minrisk_pair sum = minrisk_pair_negate(endless_share(c));
    size_t i;
    group g;

    for (i = 0; i < c->named.n + 2; i++) {
        if (take_group(c, i, &g)) {
            minrisk_pair power = minrisk_expm1_pair(minrisk_pair_multiply(e, g.log));
            sum = minrisk_pair_add(sum, minrisk_pair_multiply(g.share, power));
        }
    }
    if (sum.high > MINUTE || sum.high < -MINUTE) {
        sum = minrisk_log1p_pair(sum);
    }
    return minrisk_pair_divide(minrisk_pair_negate(sum), e);
}

/* ln D_q = -(q / e) ln s_(1) - ln(sum (s / s_(1))^q) / e. */
static minrisk_pair far_from_one(const completion *c, double order, minrisk_pair e,
                                 minrisk_pair largest)
{
    minrisk_pair sum = minrisk_pair_of(0.0);
    minrisk_pair slope = minrisk_pair_divide(minrisk_pair_of(order), e);
    size_t i;
    group g;

    for (i = 0; i < c->named.n + 2; i++) {
        minrisk_pair log;
        int exponent;
        if (!take_group(c, i, &g)) {
            continue;
        }
        log = minrisk_pair_add(g.log, minrisk_pair_negate(largest));
        if (minrisk_multiply(order, log.high) < -1386.0) { /* below 2^-1999: minute */
            continue;
        }
        log = minrisk_exp_parts(minrisk_pair_multiply(minrisk_pair_of(order), log), &exponent);
        sum = minrisk_pair_add(sum, minrisk_pair_multiply(g.count, minrisk_scale(log, exponent)));
    }
    sum = minrisk_pair_divide(minrisk_log_pair(sum), e);
    return minrisk_pair_negate(minrisk_pair_add(minrisk_pair_multiply(slope, largest), sum));
}

/* How many suppliers there are, where a double can say: the Hill number of order 0. */
static int count_suppliers(const completion *c, double *count)
{
    uint64_t named = c->named.n + !minrisk_is_zero(c->rest);
    uint64_t limit = (uint64_t)1 << 52;

    *count = (double)(named + c->parts);
    return c->parts < limit - named; /* 2^52 named ones are past any memory */
}

/* Of an order that is finite, neither 0 nor 1. Where endless parts hold more than half, ln S is
 * below -.69; so either |e| > 1/1457, as far_from_one needs it, or the result is past 700. */
static minrisk_pair log_hill(const completion *c, double order)
{
    minrisk_pair e = minrisk_two_sum(order, -1.0), largest = {-2000.0, 0.0};
    double least = 0.0;
    size_t i;
    group g;

    for (i = 0; i < c->named.n + 2; i++) {
        if (take_group(c, i, &g)) {
            largest = g.log.high > largest.high ? g.log : largest;
            least = g.log.high < least ? g.log.high : least;
        }
    }
    least = minrisk_multiply(e.high, least);
    if (least < -1.0 || least > 1.0 || endless_share(c).high > 0.5) {
        return far_from_one(c, order, e, largest);
    }
    return near_one(c, e);
}

static double hill_number(const completion *c, double order, enum minrisk_rounding rounding)
{
    minrisk_sum top, whole;
    minrisk_pair log;
    double number;

    if (c->is_endless && (order <= 1.0 || c->named.n == 0)) {
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    if (!minrisk_is_finite(order)) {
        sum_top(c, 1, &top, &whole);
        return ratio(&whole, &top, rounding);
    }
    if (minrisk_is_zero(order) && count_suppliers(c, &number)) {
        return number;
    }
    log = order == 1.0 ? entropy_of(c) : log_hill(c, order);
    if (log.high > 700.0) {
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    number = outward(minrisk_exp_pair(log), rounding);
    return number > 1.0 ? number : 1.0;
}

static double entropy(const completion *c, enum minrisk_rounding rounding)
{
    if (c->is_endless) {
        return minrisk_double_of(MINRISK_INFINITY_BITS);
    }
    return outward(entropy_of(c), rounding);
}

/* --- the bounds ------------------------------------------------------------------------------ */

static double measure_of(const completion *c, int32_t measure, double parameter,
                         enum minrisk_rounding rounding)
{
    switch (measure) {
    case MINRISK_MEASURE_TOP_SHARE:
        return top_share(c, (uint64_t)parameter, rounding);
    case MINRISK_MEASURE_GINI:
        return gini(c, (uint64_t)parameter, rounding);
    case MINRISK_MEASURE_HALL_TIDEMAN:
        return hall_tideman(c, rounding);
    case MINRISK_MEASURE_ENTROPY:
        return entropy(c, rounding);
    default:
        return hill_number(c, parameter, rounding);
    }
}

/* Whether a measure rises with concentration. */
static int is_of_concentration(int32_t measure)
{
    return measure == MINRISK_MEASURE_TOP_SHARE || measure == MINRISK_MEASURE_GINI ||
           measure == MINRISK_MEASURE_HALL_TIDEMAN;
}

static int is_in_domain(int32_t measure, double parameter)
{
    switch (measure) {
    case MINRISK_MEASURE_TOP_SHARE:
    case MINRISK_MEASURE_GINI:
        return minrisk_is_quantity(parameter) && parameter >= 1.0 &&
               parameter <= 4503599627370496.0 && /* 2^52 */
               (double)(uint64_t)parameter == parameter;
    case MINRISK_MEASURE_HALL_TIDEMAN:
    case MINRISK_MEASURE_ENTROPY:
        return 1;
    case MINRISK_MEASURE_HILL:
        return minrisk_is_span(parameter);
    default:
        return 0;
    }
}

/* At most how many suppliers may share the residual, 0 for any number. A market of a given size has
 * room for so many beside those named. Returns whether they can hold it. */
static int find_limit(const completion *c, int32_t measure, double parameter, double cap,
                      uint64_t *suppliers)
{
    minrisk_filling filling = minrisk_fill(c->residual, cap);
    uint64_t size;

    if (measure != MINRISK_MEASURE_GINI) {
        return minrisk_filling_fits(&filling, *suppliers == 0 ? UINT64_MAX : *suppliers);
    }
    size = (uint64_t)parameter;
    if (size < c->named.n) {
        return 0;
    }
    size -= c->named.n;
    *suppliers = *suppliers == 0 || size < *suppliers ? size : *suppliers;
    return minrisk_filling_fits(&filling, *suppliers);
}

minrisk_status minrisk_measure_bounds(const double *named, size_t n, double residual,
                                      size_t residual_suppliers, double residual_cap,
                                      int32_t measure, double parameter, double *scratch,
                                      size_t scratch_len, minrisk_interval *bounds)
{
    double few[MINRISK_FEW], even, full;
    uint64_t suppliers = residual_suppliers;
    completion c;
    minrisk_status status;
    int rises = is_of_concentration(measure);

    if (!named || !bounds) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(named, n, scratch, scratch_len, few, &c.named);
    if (status == MINRISK_E_NULL || status == MINRISK_E_SIZE) {
        return status;
    }
    if (!minrisk_is_quantity(residual) || !minrisk_is_quantity(residual_cap) ||
        !is_in_domain(measure, parameter)) {
        return MINRISK_E_PARAM;
    }
    if (status == MINRISK_E_DATA) {
        return status;
    }
    c.named.n = status == MINRISK_OK ? c.named.n : 0;
    c.residual = residual;
    if (!find_limit(&c, measure, parameter, residual_cap, &suppliers)) {
        return MINRISK_E_PARAM;
    }
    if (status == MINRISK_E_NO_SUPPLY && minrisk_is_zero(residual)) {
        return status;
    }

    sum_up(&c);
    share_evenly(&c, suppliers);
    even = measure_of(&c, measure, parameter, rises ? MINRISK_DOWN : MINRISK_UP);
    share_fully(&c, residual_cap);
    full = measure_of(&c, measure, parameter, rises ? MINRISK_UP : MINRISK_DOWN);
    bounds->low = rises ? even : full;
    bounds->high = rises ? full : even;
    return MINRISK_OK;
}

#endif
