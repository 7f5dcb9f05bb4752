/* SPDX-License-Identifier: MIT */
#include "market.h"

enum { MOST_PARTS = 20 };

typedef struct rest {
    double residual, cap;
    size_t suppliers;
} rest;

/* Whether so many suppliers of at most the cap can hold the residual; -1 where a double is too
 * short to tell. */
static int can_hold(const rest *r)
{
    double product = (double)r->suppliers * r->cap;
    if (r->suppliers == MINRISK_UNKNOWN_COUNT || r->cap == 0.0)
        return 1;
    if (is_tame(product) && is_tame(r->residual) && !is_near(product, r->residual, 1e-12))
        return product > r->residual;
    return -1;
}

static void check_status(const market *m, const rest *r, minrisk_status status)
{
    minrisk_status market_status = status_of_market(m);
    int holds;

    if (market_status == MINRISK_E_NULL || market_status == MINRISK_E_SIZE) {
        require(status == market_status);
        return;
    }
    if (!is_quantity(r->residual) || !is_quantity(r->cap)) {
        require(status == MINRISK_E_PARAM);
        return;
    }
    holds = can_hold(r);
    if (holds == 1 && market_status == MINRISK_E_NO_SUPPLY && r->residual > 0.0)
        market_status = MINRISK_OK;
    if (holds == 1)
        require(status == market_status);
    else if (holds == 0)
        require(status == (market_status == MINRISK_E_DATA ? MINRISK_E_DATA : MINRISK_E_PARAM));
    else
        require(status <= MINRISK_OK && status >= MINRISK_E_NO_SUPPLY);
}

static void check_range(const market *m, const rest *r, const minrisk_interval *hhi)
{
    double exact = -1.0;

    require(hhi->low >= 0.0 && hhi->low <= hhi->high && hhi->high <= 1.0);
    if (r->residual == 0.0) {
        require(minrisk_hhi(m->x, m->n, &exact) == MINRISK_OK);
        require(hhi->low <= exact && exact <= hhi->high);
        require(hhi->high <= next_up(hhi->low));
    }
}

/* A market that is known in full, of which the last suppliers are printed as one residual: its HHI
 * is within, since the bounds are doubles and the HHI the one nearest to it. */
static void check_completion(input *in, const market *m)
{
    double parts[MOST_PARTS], residual = 0.0, cap = 0.0, exact = -1.0;
    size_t count = 1 + take_byte(in) % MOST_PARTS, n = m->n + count;
    size_t suppliers = take_byte(in) % 2 ? count + take_byte(in) : MINRISK_UNKNOWN_COUNT;
    double unit = power_of_two((int)(take_byte(in) % 200) - 100);
    double *all = block_of(n * sizeof *all);
    minrisk_interval hhi;

    memcpy(all, m->x, m->n * sizeof *all);
    for (size_t i = 0; i < count; i++) {
        parts[i] = all[m->n + i] = unit * (double)(take_byte(in) * 257 + 1);
        residual += parts[i];
        cap = parts[i] > cap ? parts[i] : cap;
    }
    if (take_byte(in) % 2)
        cap = MINRISK_NO_CAP;
    require(minrisk_hhi(all, n, &exact) == MINRISK_OK);
    require(minrisk_hhi_bounds(m->x, m->n, residual, suppliers, cap, &hhi) == MINRISK_OK);
    require(hhi.low <= exact && exact <= hhi.high);
    release(all, n * sizeof *all);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    rest r;
    minrisk_interval hhi = {-7.0, -8.0};
    minrisk_status status;

    r.residual = take_double(&in);
    r.cap = take_double(&in);
    r.suppliers = take_size(&in);
    status = minrisk_hhi_bounds(m.x, m.n, r.residual, r.suppliers, r.cap, &hhi);
    check_status(&m, &r, status);
    require(minrisk_hhi_bounds(m.x, m.n, r.residual, r.suppliers, r.cap, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check_range(&m, &r, &hhi);
    else
        require(same_bits(hhi.low, -7.0) && same_bits(hhi.high, -8.0));
    if (status_of_market(&m) == MINRISK_OK)
        check_completion(&in, &m);
    release_market(&m);
    return 0;
}
