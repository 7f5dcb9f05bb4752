/* SPDX-License-Identifier: MIT */
/* Entropy and its kin: one way to call each of them, and the plain formula that judges. */
#ifndef TESTS_FUZZ_DIVERSITY_H
#define TESTS_FUZZ_DIVERSITY_H

#include <math.h>

#include "market.h"

typedef minrisk_status (*of_market)(const double *quantity, size_t n, double *value);
typedef minrisk_status (*of_order)(const double *quantity, size_t n, double order, double *value);
typedef minrisk_status (*of_weights)(const double *quantity, const double *weight, size_t n,
                                     double *value);

static inline double positives_of(const market *m)
{
    double positives = 0.0;
    for (size_t i = 0; i < m->n; i++)
        positives += m->x[i] > 0.0;
    return positives;
}

/* ln(sum s^q) / (1 - q), or the entropy. */
static inline double plain_renyi(const market *m, double order)
{
    double largest = largest_of(m->x, m->n), total = plain_total(m->x, m->n), sum = 0.0;
    for (size_t i = 0; i < m->n; i++) {
        double part = part_of(m->x[i], largest);
        if (part > 0.0)
            sum += order == 1.0 ? -part / total * log(part / total) : pow(part, order);
    }
    if (order == 1.0)
        return sum;
    return order > 1e300 ? log(total) : (log(sum) - order * log(total)) / (1.0 - order);
}

/* The plain formula loses digits next to order 1, and in large powers of the total. */
static inline double plain_tolerance(double order)
{
    double e = size_of(order - 1.0);
    return order == 1.0 ? 1e-12 : 1e-12 * (1.0 + 1.0 / e);
}

static inline int all_tame(const market *m)
{
    for (size_t i = 0; i < m->n; i++)
        if (!is_tame(m->x[i]))
            return 0;
    return 1;
}

static inline void require_plain(const market *m, double order, double log_hill)
{
    double tolerance = plain_tolerance(order);
    if (tolerance < 1e-3 && all_tame(m))
        require(size_of(log_hill - plain_renyi(m, order)) <= tolerance * (1.0 + log_hill));
}

/* --- the calls ------------------------------------------------------------------------------- */

static inline int fuzz_of_market(const uint8_t *bytes, size_t size, of_market f,
                                 void (*check)(const market *m, double value))
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double value = -7.0, again = -8.0;
    minrisk_status status = f(m.x, m.n, &value);

    require(status == status_of_market(&m));
    require(f(m.x, m.n, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check(&m, value);
        shuffle(&in, m.x, m.n);
        require(f(m.x, m.n, &again) == MINRISK_OK);
        require(same_bits(again, value));
    } else {
        require(same_bits(value, -7.0));
    }
    release_market(&m);
    return 0;
}

static inline int fuzz_of_order(const uint8_t *bytes, size_t size, of_order f,
                                void (*check)(const market *m, double order, double value))
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double order = take_double(&in);
    double value = -7.0, again = -8.0;
    minrisk_status status = f(m.x, m.n, order, &value);
    minrisk_status expected = status_of_market(&m);

    if (!(order >= 0.0) && expected != MINRISK_E_NULL && expected != MINRISK_E_SIZE)
        expected = MINRISK_E_PARAM;
    require(status == expected);
    require(f(m.x, m.n, order, NULL) == MINRISK_E_NULL);
    if (status == MINRISK_OK) {
        check(&m, order, value);
        shuffle(&in, m.x, m.n);
        require(f(m.x, m.n, order, &again) == MINRISK_OK);
        require(same_bits(again, value));
    } else {
        require(same_bits(value, -7.0));
    }
    release_market(&m);
    return 0;
}

static inline int are_weights(const double *weight, size_t n, int signs)
{
    for (size_t i = 0; i < n; i++)
        if (!is_finite(weight[i]) || (!signs && weight[i] < 0.0))
            return 0;
    return 1;
}

static inline int fuzz_of_weights(const uint8_t *bytes, size_t size, of_weights f, int signs,
                                  void (*check)(const market *m, const double *weight,
                                                double value))
{
    input in = input_of(bytes, size);
    market m = take_market(&in);
    double *weight = take_doubles(&in, m.n);
    double value = -7.0;
    minrisk_status status = f(m.x, weight, m.n, &value);
    minrisk_status expected = status_of_market(&m);

    if (expected != MINRISK_E_NULL && expected != MINRISK_E_SIZE &&
        !are_weights(weight, m.n, signs))
        expected = MINRISK_E_DATA;
    require(status == expected);
    require(f(m.x, weight, m.n, NULL) == MINRISK_E_NULL);
    require(f(m.x, NULL, m.n, &value) == MINRISK_E_NULL);
    if (status == MINRISK_OK)
        check(&m, weight, value);
    else
        require(same_bits(value, -7.0));
    release(weight, m.n * sizeof *weight);
    release_market(&m);
    return 0;
}

#endif
