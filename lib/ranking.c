/* SPDX-License-Identifier: MIT */
/* Measures that look at suppliers in the order of their size. */
#include "minrisk/config.h"

#ifndef MINRISK_INTEGER_ONLY

#include "minrisk/ranking.h"

#include "exact.h"
#include "fast.h"
#include "order.h"
#include "ranked.h"

/* --- the k largest ---------------------------------------------------------------------------- */

static void sum_slots(const double *quantity, size_t n, size_t k, minrisk_sum *sum)
{
    minrisk_top top;
    size_t i;

    minrisk_top_open(&top, k);
    minrisk_top_read(&top, quantity, n);
    for (i = 0; i < k; i++) {
        minrisk_sum_add(sum, minrisk_double_of(top.slot[i]));
    }
}

/* The k-th largest key, 1 <= k <= n; k becomes how many with just that key are among the k largest.
 * Done as soon as all that share the digits so far are among them: then none is too small. */
static uint64_t kth_largest(const double *quantity, size_t n, size_t *k)
{
    uint64_t prefix = 0, known = 0;
    unsigned shift = 64;

    while (shift > 0) {
        size_t count[MINRISK_DIGITS] = {0};
        unsigned digit;
        size_t i;

        shift -= MINRISK_DIGIT_BITS;
        for (i = 0; i < n; i++) {
            uint64_t key = minrisk_rank_key(quantity[i]);
            if ((key & known) == prefix) {
                count[key >> shift & (MINRISK_DIGITS - 1)]++;
            }
        }
        digit = minrisk_top_digit(count, k);
        prefix |= (uint64_t)digit << shift;
        known |= (uint64_t)(MINRISK_DIGITS - 1) << shift;
        if (count[digit] == *k) {
            break;
        }
    }
    return prefix;
}

static void sum_selected(const double *quantity, size_t n, size_t k, minrisk_sum *sum)
{
    uint64_t threshold = kth_largest(quantity, n, &k);
    size_t i;

    for (i = 0; i < n; i++) {
        uint64_t key = minrisk_rank_key(quantity[i]);
        if (key > threshold || (key == threshold && k > 0)) {
            k -= key == threshold;
            minrisk_sum_add(sum, quantity[i]);
        }
    }
}

minrisk_status minrisk_top_share(const double *quantity, size_t n, size_t k, double *share)
{
    minrisk_sum total, top;
    minrisk_status status;

    if (!quantity || !share) {
        return MINRISK_E_NULL;
    }
    if (n == 0 || k == 0) {
        return MINRISK_E_SIZE;
    }
    k = k < n ? k : n;
    if (k <= MINRISK_TOP_SLOTS && minrisk_fast_top_share(quantity, n, k, share)) {
        return MINRISK_OK;
    }
    memset(&total, 0, sizeof total);
    memset(&top, 0, sizeof top);
    status = minrisk_sum_total(quantity, n, &total);
    if (status != MINRISK_OK) {
        return status;
    }

    if (k <= MINRISK_TOP_SLOTS) {
        sum_slots(quantity, n, k, &top);
    } else {
        sum_selected(quantity, n, k, &top);
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
    for (i = 1; i < n; i++) {
        if (minrisk_rank_key(quantity[i]) > minrisk_rank_key(quantity[leader])) {
            leader = i;
        }
    }
    if (minrisk_fast_share(quantity, n, quantity[leader], share)) {
        *index = leader;
        return MINRISK_OK;
    }
    memset(&total, 0, sizeof total);
    status = minrisk_sum_total(quantity, n, &total);
    if (status != MINRISK_OK) {
        return status;
    }

    *share = minrisk_share_of(quantity[leader], &total);
    *index = leader;
    return MINRISK_OK;
}

/* --- measures by rank: x_(1) >= x_(2) >= ... -------------------------------------------------- */

/* sum (N + 1 - 2 j) x_(j) / (N T). The weights fall through 0, so that no sum on the way to the
 * last, which is not negative, is so either. */
static double exact_gini(const minrisk_ordered *market, uint64_t market_size)
{
    minrisk_sum total, spread;
    minrisk_quotient q;
    uint32_t size[2];
    uint64_t i;

    memset(&total, 0, sizeof total);
    memset(&spread, 0, sizeof spread);
    for (i = 0; i < market->n; i++) {
        uint64_t below = market_size - i - 1; /* in rank; i are above */
        double x = market->quantity[i];
        minrisk_sum_add(&total, x);
        if (below >= i) {
            minrisk_sum_add_times(&spread, x, below - i);
        } else {
            minrisk_sum_subtract_times(&spread, x, i - below);
        }
    }
    q.n1 = minrisk_natural_of_sum(&spread);
    q.n2 = minrisk_natural_one();
    q.d1 = minrisk_natural_of_sum(&total);
    q.d2 = minrisk_natural_of_integer(market_size, size);
    q.unit = 0;
    return minrisk_quotient_round(&q, MINRISK_NEAREST);
}

/* T / sum (2 j - 1) x_(j) */
static double exact_hall_tideman(const minrisk_ordered *market)
{
    minrisk_sum total, ranked;
    uint64_t i;

    memset(&total, 0, sizeof total);
    memset(&ranked, 0, sizeof ranked);
    for (i = 0; i < market->n; i++) {
        minrisk_sum_add(&total, market->quantity[i]);
        minrisk_sum_add_times(&ranked, market->quantity[i], 2 * i + 1);
    }
    return minrisk_sum_ratio(&total, &ranked);
}

#if MINRISK_HAS_FAST

/* The double of an integer up to 2^53. */
static const uint64_t MOST_EXACT = (uint64_t)1 << 53;

/* ((N + 1) T - 2 W) / (N T) with W = sum j x_(j). Either part of the difference errs by less than
 * (error + 8 u^2) (N + 1) T, and error is more than 32 u^2. */
static int fast_gini(const minrisk_ordered *market, uint64_t market_size, double *out)
{
    minrisk_ranked s;
    minrisk_pair whole, spread;
    double error;

    if (market_size >= MOST_EXACT || !minrisk_rank_sums(market, &s)) {
        return 0;
    }
    whole = minrisk_pair_multiply(s.total, minrisk_pair_of((double)(int64_t)(market_size + 1)));
    s.ranked.high *= -2.0;
    s.ranked.low *= -2.0;
    spread = minrisk_pair_add(whole, s.ranked);
    if (!(spread.high > 0.0)) {
        return 0;
    }
    error = 4.0 * s.error * (whole.high / spread.high + 1.0);
    whole = minrisk_pair_multiply(s.total, minrisk_pair_of((double)(int64_t)market_size));
    return minrisk_round_surely(spread, whole, error, out);
}

/* T / (2 W - T), of which the denominator is at least W: it errs by less than 4 error. */
static int fast_hall_tideman(const minrisk_ordered *market, double *out)
{
    minrisk_ranked s;

    if (!minrisk_rank_sums(market, &s)) {
        return 0;
    }
    s.ranked.high *= 2.0;
    s.ranked.low *= 2.0;
    return minrisk_round_surely(s.total, minrisk_pair_add(s.ranked, minrisk_pair_negate(s.total)),
                                8.0 * s.error, out);
}

#else
static int fast_gini(const minrisk_ordered *market, uint64_t market_size, double *out)
{
    (void)market;
    (void)market_size;
    (void)out;
    return 0;
}

static int fast_hall_tideman(const minrisk_ordered *market, double *out)
{
    (void)market;
    (void)out;
    return 0;
}
#endif

static minrisk_status gini_of(const minrisk_ordered *market, size_t market_size, double *out)
{
    if (market_size == 0) {
        market_size = market->n;
    }
    if (market_size < market->n) {
        return MINRISK_E_PARAM;
    }

    if (!fast_gini(market, market_size, out)) {
        *out = exact_gini(market, market_size);
    }
    return MINRISK_OK;
}

minrisk_status minrisk_gini(const double *quantity, size_t n, size_t market_size, double *scratch,
                            size_t scratch_len, double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    return gini_of(&market, market_size, out);
}

minrisk_status minrisk_gini_sorted(const double *quantity, size_t n, size_t market_size,
                                   double *out)
{
    minrisk_ordered market;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order_known(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    return gini_of(&market, market_size, out);
}

static double hall_tideman_of(const minrisk_ordered *market)
{
    double index;
    return fast_hall_tideman(market, &index) ? index : exact_hall_tideman(market);
}

minrisk_status minrisk_hall_tideman(const double *quantity, size_t n, double *scratch,
                                    size_t scratch_len, double *out)
{
    double few[MINRISK_FEW];
    minrisk_ordered market;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order(quantity, n, scratch, scratch_len, few, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    *out = hall_tideman_of(&market);
    return MINRISK_OK;
}

minrisk_status minrisk_hall_tideman_sorted(const double *quantity, size_t n, double *out)
{
    minrisk_ordered market;
    minrisk_status status;

    if (!quantity || !out) {
        return MINRISK_E_NULL;
    }
    status = minrisk_order_known(quantity, n, &market);
    if (status != MINRISK_OK) {
        return status;
    }

    *out = hall_tideman_of(&market);
    return MINRISK_OK;
}

#endif
