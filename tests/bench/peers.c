/* SPDX-License-Identifier: MIT */
/* Other ways to an HHI: see peers.h. */
#include "peers.h"

double peer_plain(const double *x, size_t n)
{
    double sum = 0, squares = 0;

    for (size_t i = 0; i < n; i++) {
        sum += x[i];
        squares += x[i] * x[i];
    }
    return squares / (sum * sum);
}

double peer_two_pass(const double *x, size_t n)
{
    double sum = 0, hhi = 0;

    for (size_t i = 0; i < n; i++) {
        sum += x[i];
    }
    for (size_t i = 0; i < n; i++) {
        double share = x[i] / sum;
        hhi += share * share;
    }
    return hhi;
}

/* Adds a term >= 0 to a sum >= 0. */
static void add(double *sum, double *lost, double term)
{
    double next = *sum + term;

    *lost += *sum >= term ? (*sum - next) + term : (term - next) + *sum;
    *sum = next;
}

double peer_neumaier(const double *x, size_t n)
{
    double sum = 0, lost = 0, squares = 0, squares_lost = 0;

    for (size_t i = 0; i < n; i++) {
        add(&sum, &lost, x[i]);
        add(&squares, &squares_lost, x[i] * x[i]);
    }
    sum += lost;
    return (squares + squares_lost) / (sum * sum);
}
