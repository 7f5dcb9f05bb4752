/* SPDX-License-Identifier: MIT */
/* Other ways to the same figures: see peers.h. */
#include "peers.h"

#ifdef PEERS_NATIVE
#define PEER(name) name##_native
#else
#define PEER(name) name
#endif

static double plain(const double *x, size_t n)
{
    double sum = 0, squares = 0;

    for (size_t i = 0; i < n; i++) {
        sum += x[i];
        squares += x[i] * x[i];
    }
    return squares / (sum * sum);
}

static double two_pass(const double *x, size_t n)
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

static double neumaier(const double *x, size_t n)
{
    double sum = 0, lost = 0, squares = 0, squares_lost = 0;

    for (size_t i = 0; i < n; i++) {
        add(&sum, &lost, x[i]);
        add(&squares, &squares_lost, x[i] * x[i]);
    }
    sum += lost;
    return (squares + squares_lost) / (sum * sum);
}

double PEER(peer_plain)(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++)
        all += b->out[g] = plain(b->x + g * b->n, b->n);
    return all;
}

double PEER(peer_two_pass)(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++)
        all += b->out[g] = two_pass(b->x + g * b->n, b->n);
    return all;
}

double PEER(peer_neumaier)(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++)
        all += b->out[g] = neumaier(b->x + g * b->n, b->n);
    return all;
}

double PEER(peer_columns)(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        double sum = 0, squares = 0;
        for (size_t i = 0; i < b->n; i++) {
            double x = b->x[i * b->markets + g];
            sum += x;
            squares += x * x;
        }
        all += b->out[g] = squares / (sum * sum);
    }
    return all;
}

double PEER(peer_counts)(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        double sum = 0, squares = 0;
        for (size_t i = 0; i < b->n; i++) {
            double x = (double)b->count[g * b->n + i];
            sum += x;
            squares += x * x;
        }
        all += squares / (sum * sum);
    }
    return all;
}

/* Not a figure, but the least that any pass over the data costs. */
double PEER(peer_read)(const block *b)
{
    double chain[8] = {0};
    size_t length = b->n * b->markets;

    for (size_t i = 0; i + 8 <= length; i += 8)
        for (size_t j = 0; j < 8; j++)
            chain[j] += b->x[i + j];
    return chain[0] + chain[1] + chain[2] + chain[3] + chain[4] + chain[5] + chain[6] + chain[7];
}
