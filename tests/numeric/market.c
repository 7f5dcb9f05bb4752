/* SPDX-License-Identifier: MIT */
#include "numeric/market.h"

#include <float.h>
#include <stdlib.h>

#include "minrisk.h"

/* Wide numbers are set up once: allocating them for each market would take longer than the sums. */
static mpfr_t total, whole, squares, square_of_total, part, numerator, scratch, times;

void oracle_open(void)
{
    mpfr_inits2(SUM_BITS, total, whole, part, times, (mpfr_ptr)NULL);
    mpfr_inits2(PRODUCT_BITS, squares, square_of_total, numerator, scratch, (mpfr_ptr)NULL);
}

void oracle_close(void)
{
    mpfr_clears(total, whole, part, times, squares, square_of_total, numerator, scratch,
                (mpfr_ptr)NULL);
    mpfr_free_cache();
}

static void add_square(mpfr_t sum, double x)
{
    mpfr_set_d(scratch, x, MPFR_RNDN);
    assert_exact(mpfr_sqr(scratch, scratch, MPFR_RNDN));
    assert_exact(mpfr_add(sum, sum, scratch, MPFR_RNDN));
}

static void sum_market(const market *m)
{
    mpfr_set_zero(total, 1);
    mpfr_set_zero(squares, 1);
    for (size_t i = 0; i < m->n; i++) {
        assert_exact(mpfr_add_d(total, total, m->quantity[i], MPFR_RNDN));
        add_square(squares, m->quantity[i]);
    }
    assert_exact(mpfr_sqr(square_of_total, total, MPFR_RNDN));
}

static void round_to_floats(market *m)
{
    int any = 0;
    for (size_t i = 0; i < m->n; i++) {
        m->single[i] = m->quantity[i] > (double)FLT_MAX ? FLT_MAX : (float)m->quantity[i];
        any |= m->single[i] > 0;
    }
    if (!any)
        m->single[0] = 1.4e-45f;
}

static void sum_floats(const market *m)
{
    mpfr_set_zero(total, 1);
    mpfr_set_zero(squares, 1);
    for (size_t i = 0; i < m->n; i++) {
        assert_exact(mpfr_add_d(total, total, (double)m->single[i], MPFR_RNDN));
        add_square(squares, (double)m->single[i]);
    }
    assert_exact(mpfr_sqr(square_of_total, total, MPFR_RNDN));
}

static size_t positives_of(const market *m)
{
    size_t positives = 0;
    for (size_t i = 0; i < m->n; i++)
        positives += m->quantity[i] > 0;
    return positives;
}

/* (N Q - T^2) / ((N - 1) T^2): the parts of the fraction into numerator and scratch. */
static void take_normalised(size_t market_size)
{
    assert_exact(mpfr_mul_ui(numerator, squares, market_size, MPFR_RNDN));
    assert_exact(mpfr_sub(numerator, numerator, square_of_total, MPFR_RNDN));
    assert_exact(mpfr_mul_ui(scratch, square_of_total, market_size - 1, MPFR_RNDN));
}

static double oracle_normalised(size_t market_size)
{
    if (market_size == 1)
        return 1;
    take_normalised(market_size);
    return oracle_quotient(numerator, scratch, MPFR_RNDN);
}

static void take_delta(const market *m)
{
    mpfr_set_d(numerator, m->quantity[m->a], MPFR_RNDN);
    assert_exact(mpfr_mul_d(numerator, numerator, m->quantity[m->b], MPFR_RNDN));
    assert_exact(mpfr_mul_2ui(numerator, numerator, 1, MPFR_RNDN));
}

static int descending(const void *a, const void *b)
{
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x < y) - (x > y);
}

static void sum_top(const market *m)
{
    static double sorted[MOST_SUPPLIERS];
    memcpy(sorted, m->quantity, m->n * sizeof *sorted);
    qsort(sorted, m->n, sizeof *sorted, descending);
    mpfr_set_zero(part, 1);
    for (size_t i = 0; i < m->k && i < m->n; i++)
        assert_exact(mpfr_add_d(part, part, sorted[i], MPFR_RNDN));
}

static size_t leader_of(const market *m)
{
    size_t leader = 0;
    for (size_t i = 1; i < m->n; i++)
        if (m->quantity[i] > m->quantity[leader])
            leader = i;
    return leader;
}

int oracle_fits(const market *m)
{
    if (m->suppliers == 0 || m->cap == 0)
        return 1;
    mpfr_set_d(part, m->cap, MPFR_RNDN);
    assert_exact(mpfr_mul_ui(part, part, m->suppliers, MPFR_RNDN));
    return mpfr_cmp_d(part, m->residual) >= 0;
}

/* T^2, with the residual in T. */
static void sum_whole(const market *m)
{
    assert_exact(mpfr_add_d(whole, total, m->residual, MPFR_RNDN));
    assert_exact(mpfr_sqr(square_of_total, whole, MPFR_RNDN));
}

/* (Q + R^2 / m) / T^2 as (m Q + R^2) / (m T^2). */
static double oracle_low(const market *m, size_t suppliers)
{
    double low;
    mpfr_set(numerator, squares, MPFR_RNDN);
    if (suppliers == 0)
        return oracle_quotient(numerator, square_of_total, MPFR_RNDD);
    assert_exact(mpfr_mul_ui(numerator, numerator, suppliers, MPFR_RNDN));
    add_square(numerator, m->residual);
    assert_exact(mpfr_mul_ui(scratch, square_of_total, suppliers, MPFR_RNDN));
    low = oracle_quotient(numerator, scratch, MPFR_RNDD);
    return low;
}

/* (Q + p c^2 + r^2) / T^2, R = p c + r. */
static double oracle_high(const market *m, double cap)
{
    mpfr_set(numerator, squares, MPFR_RNDN);
    if (cap == 0) {
        add_square(numerator, m->residual);
        return oracle_quotient(numerator, square_of_total, MPFR_RNDU);
    }
    mpfr_set_d(part, cap, MPFR_RNDN);
    mpfr_set_d(scratch, m->residual, MPFR_RNDN);
    mpfr_fmod(part, scratch, part, MPFR_RNDN);                /* r, a double */
    mpfr_sub(times, scratch, part, MPFR_RNDN);                /* p c */
    assert_exact(mpfr_mul_d(scratch, times, cap, MPFR_RNDN)); /* p c^2 */
    assert_exact(mpfr_add(numerator, numerator, scratch, MPFR_RNDN));
    assert_exact(mpfr_sqr(scratch, part, MPFR_RNDN));
    assert_exact(mpfr_add(numerator, numerator, scratch, MPFR_RNDN));
    return oracle_quotient(numerator, square_of_total, MPFR_RNDU);
}

void oracle_answers(const market *m, answers *a)
{
    sum_market(m);
    a->hhi = oracle_quotient(squares, square_of_total, MPFR_RNDN);
    a->effective = oracle_quotient(square_of_total, squares, MPFR_RNDN);
    for (size_t i = 0; i < m->n; i++) {
        mpfr_set_d(part, m->quantity[i], MPFR_RNDN);
        a->share[i] = oracle_quotient(part, total, MPFR_RNDN);
    }
    a->index = leader_of(m);
    a->leader = a->share[a->index];
    sum_top(m);
    a->top = oracle_quotient(part, total, MPFR_RNDN);
    a->normalised[0] = oracle_normalised(positives_of(m));
    a->normalised[1] = oracle_normalised(m->market_size);
    take_delta(m);
    a->delta = m->n == 1 ? 2 : oracle_quotient(numerator, square_of_total, MPFR_RNDN);
    sum_whole(m);
    a->low[0] = oracle_low(m, 0);
    a->high[0] = oracle_high(m, 0);
    a->low[1] = oracle_low(m, m->suppliers);
    a->high[1] = oracle_high(m, m->cap);
    sum_floats(m);
    a->hhi_f32 = oracle_quotient_f32(squares, square_of_total);
}

void oracle_count_nearness(market *m, nearness_tally *tally)
{
    sum_market(m);
    tally->hhi[oracle_nearness(squares, square_of_total, RESULT_BITS)]++;
    tally->effective[oracle_nearness(square_of_total, squares, RESULT_BITS)]++;
    for (size_t i = 0; i < m->n; i++) {
        mpfr_set_d(part, m->quantity[i], MPFR_RNDN);
        if (!mpfr_zero_p(part))
            tally->share[oracle_nearness(part, total, RESULT_BITS)]++;
    }
    if (m->market_size > 1) {
        take_normalised(m->market_size);
        tally->normalised[oracle_nearness(numerator, scratch, RESULT_BITS)]++;
    }
    take_delta(m);
    if (!mpfr_zero_p(numerator))
        tally->delta[oracle_nearness(numerator, square_of_total, RESULT_BITS)]++;
    sum_top(m);
    tally->top[oracle_nearness(part, total, RESULT_BITS)]++;
    round_to_floats(m);
    sum_floats(m);
    tally->hhi_f32[oracle_nearness(squares, square_of_total, FLOAT_BITS)]++;
}

void library_answers(const market *m, enum environment e, answers *a)
{
    minrisk_interval plain, full;
    minrisk_status status[11];

    enter_environment(e);
    status[0] = minrisk_hhi(m->quantity, m->n, &a->hhi);
    status[1] = minrisk_effective_suppliers(m->quantity, m->n, &a->effective);
    status[2] = minrisk_shares(m->quantity, m->n, a->share);
    status[3] = minrisk_top_share(m->quantity, m->n, m->k, &a->top);
    status[4] = minrisk_leader(m->quantity, m->n, &a->index, &a->leader);
    status[5] = minrisk_hhi_bounds(m->quantity, m->n, m->residual, 0, 0, &plain);
    status[6] = minrisk_hhi_bounds(m->quantity, m->n, m->residual, m->suppliers, m->cap, &full);
    status[7] = minrisk_hhi_normalised(m->quantity, m->n, 0, &a->normalised[0]);
    status[8] = minrisk_hhi_normalised(m->quantity, m->n, m->market_size, &a->normalised[1]);
    status[9] = minrisk_hhi_f32(m->single, m->n, &a->hhi_f32);
    status[10] = minrisk_merger_delta(m->quantity, m->n, m->a, m->b, &a->delta);
    leave_environment();
    if (m->n == 1) { /* nobody to merge with */
        assert_int_equal(status[10], MINRISK_E_PARAM);
        a->delta = 2;
        status[10] = MINRISK_OK;
    }
    for (size_t i = 0; i < COUNT(status); i++)
        assert_int_equal(status[i], MINRISK_OK);
    a->low[0] = plain.low;
    a->high[0] = plain.high;
    a->low[1] = full.low;
    a->high[1] = full.high;
}

static void assert_answers(const answers *got, const answers *expected, size_t n)
{
    assert_double(got->hhi, expected->hhi);
    assert_double(got->effective, expected->effective);
    assert_double(got->top, expected->top);
    assert_double(got->delta, expected->delta);
    assert_double(got->normalised[0], expected->normalised[0]);
    assert_double(got->normalised[1], expected->normalised[1]);
    assert_double((double)got->hhi_f32, (double)expected->hhi_f32);
    assert_int_equal(got->index, expected->index);
    assert_double(got->leader, expected->leader);
    for (size_t i = 0; i < 2; i++) {
        assert_double(got->low[i], expected->low[i]);
        assert_double(got->high[i], expected->high[i]);
    }
    for (size_t i = 0; i < n; i++)
        assert_double(got->share[i], expected->share[i]);
}

void assert_market(market *m, unsigned environments)
{
    static answers expected, got;
    round_to_floats(m);
    oracle_answers(m, &expected);
    for (int e = PLAIN; e < ENVIRONMENTS; e++) {
        if (!(environments >> e & 1))
            continue;
        library_answers(m, (enum environment)e, &got);
        assert_answers(&got, &expected, m->n);
    }
}
