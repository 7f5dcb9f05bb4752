/* SPDX-License-Identifier: MIT */
#include "market.h"

enum { MOST_PARTS = 20, ROOM = LONGEST_MARKET + MOST_PARTS };

typedef struct question {
    double residual, cap, parameter;
    size_t suppliers;
    int32_t measure;
} question;

static double *scratch;

static minrisk_status ask(const market *m, const question *q, minrisk_interval *bounds)
{
    return minrisk_measure_bounds(m->x, m->n, q->residual, q->suppliers, q->cap, q->measure,
                                  q->parameter, scratch, ROOM, bounds);
}

static int is_count(double x)
{
    return x >= 1.0 && x <= 0x1p52 && (double)(uint64_t)x == x;
}

static int is_in_domain(const question *q)
{
    switch (q->measure) {
    case MINRISK_MEASURE_HILL:
        return q->parameter >= 0.0;
    case MINRISK_MEASURE_TOP_SHARE:
    case MINRISK_MEASURE_GINI:
        return is_count(q->parameter);
    default:
        return q->measure == MINRISK_MEASURE_ENTROPY || q->measure == MINRISK_MEASURE_HALL_TIDEMAN;
    }
}

/* Exactly what must come of it, but for relations between its parts. */
static void check_status(const market *m, const question *q, minrisk_status status)
{
    minrisk_status market_status = status_of_market(m);

    if (market_status == MINRISK_E_NULL || market_status == MINRISK_E_SIZE)
        require(status == market_status);
    else if (!is_quantity(q->residual) || !is_quantity(q->cap) || !is_in_domain(q))
        require(status == MINRISK_E_PARAM);
    else if (market_status == MINRISK_E_DATA)
        require(status == MINRISK_E_DATA);
    else if (market_status == MINRISK_E_NO_SUPPLY && q->residual == 0.0)
        require(status == MINRISK_E_NO_SUPPLY || status == MINRISK_E_PARAM);
    else
        require(status == MINRISK_OK || status == MINRISK_E_PARAM);
}

/* All in parts of one residual: by leaving some of a market unnamed, its index stays inside. */
static void check_completion(input *in, const market *m)
{
    double *all = block_of(ROOM * sizeof *all), share = -1.0;
    size_t count = 1 + take_byte(in) % MOST_PARTS, n = m->n + count;
    double unit = power_of_two((int)(take_byte(in) % 200) - 100);
    question q = {0.0, 0.0, 1.0 + take_byte(in) % 9, 0, MINRISK_MEASURE_TOP_SHARE};
    minrisk_interval bounds;

    q.suppliers = take_byte(in) % 2 ? count + take_byte(in) : MINRISK_UNKNOWN_COUNT;
    memcpy(all, m->x, m->n * sizeof *all);
    for (size_t i = 0; i < count; i++) {
        all[m->n + i] = unit * (double)(take_byte(in) * 257 + 1);
        q.residual += all[m->n + i];
        q.cap = all[m->n + i] > q.cap ? all[m->n + i] : q.cap;
    }
    require(minrisk_top_share(all, n, (size_t)q.parameter, &share) == MINRISK_OK);
    require(ask(m, &q, &bounds) == MINRISK_OK);
    require(bounds.low <= share && share <= bounds.high);
    q.measure = MINRISK_MEASURE_HALL_TIDEMAN;
    require(minrisk_hall_tideman(all, n, scratch, ROOM, &share) == MINRISK_OK);
    require(ask(m, &q, &bounds) == MINRISK_OK);
    require(bounds.low <= share && share <= bounds.high);
    q.measure = MINRISK_MEASURE_HILL;
    q.parameter = 2.0;
    require(minrisk_effective_suppliers(all, n, &share) == MINRISK_OK);
    require(ask(m, &q, &bounds) == MINRISK_OK);
    require(bounds.low <= share && share <= bounds.high);
    release(all, ROOM * sizeof *all);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    minrisk_interval bounds = {-7.0, -8.0};
    minrisk_status status;
    question q;

    scratch = block_of(ROOM * sizeof *scratch);
    q.residual = take_double(&in);
    q.cap = take_double(&in);
    q.suppliers = take_size(&in);
    q.measure = (int32_t)(take_byte(&in) % 8);
    q.parameter = take_double(&in);
    status = ask(&m, &q, &bounds);
    check_status(&m, &q, status);
    require(ask(&m, &q, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        require(bounds.low >= 0.0 && bounds.low <= bounds.high);
    else
        require(same_bits(bounds.low, -7.0) && same_bits(bounds.high, -8.0));
    if (status_of_market(&m) == MINRISK_OK)
        check_completion(&in, &m);
    release(scratch, ROOM * sizeof *scratch);
    release_market(&m);
    return 0;
}
