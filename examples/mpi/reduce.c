/* SPDX-License-Identifier: MIT */
/* Markets and forecasts over MPI: each rank scores its own suppliers and runs its own trials, and one
 * MPI_Reduce brings them together. Both states are exact, so that the operations are associative and
 * commutative in truth and not only on paper: whatever the number of ranks and the tree of the
 * reduction, the result has the same bits.
 *
 *     mpiexec -n 4 reduce
 */
#include "minrisk.h"

#include <mpi.h>
#include <stdio.h>
#include <string.h>

enum { SUPPLIERS = 10000, TRIALS = 10000, KNOTS = 257, WORK = 64 };

/* MPI gives no way to return an error from an operation, so one that fails ends the program. */
static void must(minrisk_status status)
{
    if (status != MINRISK_OK) {
        fprintf(stderr, "%s\n", minrisk_status_text(status));
        MPI_Abort(MPI_COMM_WORLD, 1);
    }
}

/* Ranks may be of different machines: saved states are the same on all of them. */
static void merge_saved(void *from, void *into, int *count, MPI_Datatype *type)
{
    const uint8_t *a = from;
    uint8_t *b = into;
    minrisk_stream market, other;
    int i;

    (void)type;
    for (i = 0; i < *count; i++, a += MINRISK_STREAM_SAVED, b += MINRISK_STREAM_SAVED) {
        must(minrisk_stream_load(&market, sizeof market, b, MINRISK_STREAM_SAVED));
        must(minrisk_stream_load(&other, sizeof other, a, MINRISK_STREAM_SAVED));
        must(minrisk_stream_merge(&market, &other));
        must(minrisk_stream_save(&market, b, MINRISK_STREAM_SAVED));
    }
}

/* Tallies have no saved form: the ranks must be alike. */
static void merge_tallies(void *from, void *into, int *count, MPI_Datatype *type)
{
    const minrisk_tally *a = from;
    minrisk_tally *b = into;
    int i;

    (void)type;
    for (i = 0; i < *count; i++) {
        must(minrisk_tally_merge(&b[i], &a[i]));
    }
}

/* The results of all ranks, of so many bytes each, on rank 0. */
static void reduce(const void *own, void *sum, int bytes, MPI_User_function *merge)
{
    MPI_Datatype type;
    MPI_Op op;

    MPI_Type_contiguous(bytes, MPI_BYTE, &type);
    MPI_Type_commit(&type);
    MPI_Op_create(merge, 1, &op);
    MPI_Reduce(own, sum, 1, type, op, 0, MPI_COMM_WORLD);
    MPI_Op_free(&op);
    MPI_Type_free(&type);
}

/* The first of this rank's share of a whole; that of the next rank is where it ends. */
static int share(int whole, int rank, int ranks)
{
    return (int)((int64_t)whole * rank / ranks);
}

/* Suppliers of very different sizes, some of them below the last digit of the total. */
static double quantity_of(int i)
{
    static const double size[] = {1e-12, 0.1, 3.7, 1e5, 2.5e17};
    return size[i % 5] * (double)(1 + i % 977);
}

static void score(int rank, int ranks)
{
    uint8_t saved[MINRISK_STREAM_SAVED], sum[MINRISK_STREAM_SAVED];
    minrisk_stream market;
    double hhi;
    int i;

    must(minrisk_stream_init(&market, sizeof market));
    for (i = share(SUPPLIERS, rank, ranks); i < share(SUPPLIERS, rank + 1, ranks); i++) {
        must(minrisk_stream_add(&market, quantity_of(i)));
    }
    must(minrisk_stream_save(&market, saved, sizeof saved));
    reduce(saved, sum, MINRISK_STREAM_SAVED, merge_saved);
    if (rank == 0) {
        must(minrisk_stream_load(&market, sizeof market, sum, sizeof sum));
        must(minrisk_stream_hhi(&market, &hhi));
        printf("HHI of %d suppliers: %.17g\n", SUPPLIERS, hhi);
    }
}

/* A check of all bytes of a tally (FNV-1a of 64 bits). */
static uint64_t check_of(const minrisk_tally *tally)
{
    const uint8_t *byte = (const uint8_t *)tally;
    uint64_t check = 14695981039346656037u;
    size_t i;

    for (i = 0; i < sizeof *tally; i++) {
        check = (check ^ byte[i]) * 1099511628211u;
    }
    return check;
}

static void print_tally(const minrisk_tally *tally)
{
    minrisk_when low, median, high;

    must(minrisk_forecast_quantile(tally, 0.5, &low, &median, &high));
    printf("median of %lu trials: %.4f years; check of the tally: %08lx%08lx\n",
           (unsigned long)tally->trials, median.first, (unsigned long)(check_of(tally) >> 32),
           (unsigned long)(check_of(tally) & 0xFFFFFFFFu));
}

/* A mine and a refinery, both needed. */
static void forecast(int rank, int ranks)
{
    static const uint32_t stage[] = {0, 1}, capacity[] = {5, 5}, need[] = {4, 4};
    static const size_t phase_first[] = {0, 1, 2};
    const int first = share(TRIALS, rank, ranks), end = share(TRIALS, rank + 1, ranks);
    int32_t table[2 * KNOTS], work[WORK];
    uint64_t success[2];
    minrisk_model model = {0};
    minrisk_tally tally, sum;

    must(minrisk_lead_pert(4, 9, 18, table, KNOTS));
    must(minrisk_lead_pert(3, 5, 9, table + KNOTS, KNOTS));
    must(minrisk_chance(0.8, &success[0]));
    must(minrisk_chance(0.9, &success[1]));
    model.projects = model.stages = model.tables = 2;
    model.stage = model.phase = stage;
    model.capacity = capacity;
    model.success = success;
    model.phase_first = phase_first;
    model.table_len = KNOTS;
    model.table = table;
    model.need = need;
    model.horizon = 25 * MINRISK_TICKS_PER_YEAR;

    must(minrisk_tally_init(&tally, sizeof tally));
    must(minrisk_forecast_run(&model, 2026, (uint64_t)first, (uint32_t)(end - first), work, WORK,
                              &tally));
    reduce(&tally, &sum, (int)sizeof tally, merge_tallies);
    if (rank == 0) {
        print_tally(&sum);
    }
}

int main(int argc, char **argv)
{
    int rank, ranks;

    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    score(rank, ranks);
    forecast(rank, ranks);
    MPI_Finalize();
    return 0;
}
