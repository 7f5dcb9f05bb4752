/* SPDX-License-Identifier: MIT */
/* The cases: each function of the library beside its peers. */
#include "bench.h"
#include "forecast.h"
#include "minrisk.h"
#include "peers.h"

/* --- the library's ways ------------------------------------------------------------------------ */

static double with_hhi(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        minrisk_hhi(b->x + g * b->n, b->n, &b->out[g]);
        all += b->out[g];
    }
    return all;
}

static double with_top_share(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        minrisk_top_share(b->x + g * b->n, b->n, 4, &b->out[g]);
        all += b->out[g];
    }
    return all;
}

static double with_points(const block *b)
{
    uint32_t all = 0, points;
    for (size_t g = 0; g < b->markets; g++) {
        minrisk_hhi_points_u32(b->count + g * b->n, b->n, &points);
        all += points;
    }
    return all;
}

static double with_shares(const block *b)
{
    for (size_t g = 0; g < b->markets; g++)
        minrisk_shares(b->x + g * b->n, b->n, b->out + g * b->n);
    return b->out[0];
}

#ifdef MINRISK_BATCH_H
static double with_groups(const block *b)
{
    minrisk_hhi_groups(b->x, b->n * b->markets, b->offset, b->markets, b->out, b->status);
    return b->out[0];
}

static double with_columns(const block *b)
{
    minrisk_hhi_columns(b->x, b->n * b->markets, b->n, b->markets, b->markets, b->out, b->status);
    return b->out[0];
}
#endif

/* --- a running market -------------------------------------------------------------------------- */

/* One supplier of a market changes, as many times as there are markets. */
static size_t changed(const block *b, size_t g)
{
    return g * 7 % b->n;
}

/* By adding up the whole market again. */
static double by_adding_up(const block *b)
{
    double *x = b->out;
    double all = 0;
    for (size_t i = 0; i < b->n; i++)
        x[i] = b->x[i];
    for (size_t g = 0; g < b->markets; g++) {
        double sum = 0, squares = 0;
        x[changed(b, g)] = b->x[g * b->n + 1];
        for (size_t i = 0; i < b->n; i++) {
            sum += x[i];
            squares += x[i] * x[i];
        }
        all += squares / (sum * sum);
    }
    return all;
}

#ifdef MINRISK_STREAM_H
static double with_stream(const block *b)
{
    minrisk_stream stream;
    double *x = b->out;
    double all = 0, hhi = 0;
    minrisk_stream_init(&stream, sizeof stream);
    for (size_t i = 0; i < b->n; i++)
        minrisk_stream_add(&stream, x[i] = b->x[i]);
    for (size_t g = 0; g < b->markets; g++) {
        size_t i = changed(b, g);
        minrisk_stream_replace(&stream, x[i], b->x[g * b->n + 1]);
        x[i] = b->x[g * b->n + 1];
        minrisk_stream_hhi(&stream, &hhi);
        all += hhi;
    }
    return all;
}
#endif

/* --- the table --------------------------------------------------------------------------------- */

#define HHI_CASE(size, count, times)                                                               \
    {                                                                                              \
        "hhi", size, count, times,                                                                 \
        {                                                                                          \
            {"plain loop", peer_plain, NULL}, {"plain loop -O3 native", peer_plain_native, NULL},  \
                {"two passes", peer_two_pass, NULL}, {"Neumaier sums", peer_neumaier, NULL},       \
                {"OpenBLAS", peer_openblas, has_openblas}, {"GSL", peer_gsl, has_gsl},             \
                {"minrisk_hhi", with_hhi, NULL},                                                   \
        }                                                                                          \
    }

const bench_case bench_cases[] = {
    HHI_CASE(8, 100000, 15),
    HHI_CASE(20, 50000, 15),
    HHI_CASE(64, 16000, 15),
    HHI_CASE(256, 4000, 15),
    HHI_CASE(10000, 100, 15),
    HHI_CASE(1000000, 1, 21),
    {"hhi 512 MB",
     (size_t)1 << 26,
     1,
     5,
     {
         {"read loop", peer_read_native, NULL},
         {"read loop -O2", peer_read, NULL},
         {"plain loop", peer_plain, NULL},
         {"minrisk_hhi", with_hhi, NULL},
     }},
    {"groups",
     20,
     1000000,
     7,
     {
         {"plain loop", peer_plain, NULL},
         {"plain loop -O3 native", peer_plain_native, NULL},
         {"two passes", peer_two_pass, NULL},
         {"minrisk_hhi", with_hhi, NULL},
#ifdef MINRISK_BATCH_H
         {"minrisk_hhi_groups", with_groups, NULL},
#endif
     }},
    {"columns",
     20,
     1000000,
     7,
     {
         {"plain loop", peer_plain, NULL}, /* over groups: the same values in the other order */
         {"plain loop over columns", peer_columns, NULL},
         {"plain loop over columns -O3 native", peer_columns_native, NULL},
#ifdef MINRISK_BATCH_H
         {"minrisk_hhi_columns", with_columns, NULL},
#endif
     }},
    {"stream",
     200,
     5000,
     15,
     {
         {"adding up", by_adding_up, NULL},
#ifdef MINRISK_STREAM_H
         {"minrisk_stream_replace and _hhi", with_stream, NULL},
#endif
     }},
    {"u32 counts",
     1000000,
     1,
     21,
     {
         {"plain loop", peer_counts, NULL},
         {"plain loop -O3 native", peer_counts_native, NULL},
         {"minrisk_hhi_points_u32", with_points, NULL},
     }},
    {"top 4",
     1000000,
     1,
     15,
     {
#ifdef BENCH_CXX
         {"std::nth_element", peer_nth_element, NULL},
#else
         {"plain loop", peer_plain, NULL},
#endif
         {"minrisk_top_share", with_top_share, NULL},
     }},
    {"shares",
     20,
     50000,
     15,
     {
         {"plain loop", peer_two_pass, NULL},
         {"minrisk_shares", with_shares, NULL},
     }},
#ifdef MINRISK_FORECAST_H
    {"trials",
     40,
     4096,
     15,
     {
         {"textbook C", textbook_chain, NULL},
         {"textbook C -O3 native", textbook_chain_native, NULL},
         {"minrisk_forecast_run", trials_of_chain, NULL},
         {"minrisk_forecast_run with ramps", trials_of_ramps, NULL},
     }},
    {"trials of one stage",
     40,
     4096,
     15,
     {
         {"textbook C", textbook_stage, NULL},
         {"textbook C -O3 native", textbook_stage_native, NULL},
         {"minrisk_forecast_run", trials_of_stage, NULL},
     }},
    {"law",
     160,
     1,
     15,
     {
         {"2000 trials", trials_for_law, NULL},
         {"minrisk_law", law_of_chain, NULL},
     }},
#endif
};

const size_t bench_case_count = sizeof bench_cases / sizeof bench_cases[0];
