/* SPDX-License-Identifier: MIT */
/* Measures that need the suppliers themselves: the state keeps their quantities, and weights, in
 * the order in which rows came. A window takes out the earliest, so that they are a queue.
 *
 * Both measures have the same bits in any order of the suppliers, and so with any number of
 * workers. */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "minrisk.h"

#include "quantity.h"

PG_FUNCTION_INFO_V1(minrisk_top_add);
PG_FUNCTION_INFO_V1(minrisk_weighted_add);
PG_FUNCTION_INFO_V1(minrisk_top_remove);
PG_FUNCTION_INFO_V1(minrisk_weighted_remove);
PG_FUNCTION_INFO_V1(minrisk_kept_combine);
PG_FUNCTION_INFO_V1(minrisk_kept_save);
PG_FUNCTION_INFO_V1(minrisk_kept_load);
PG_FUNCTION_INFO_V1(minrisk_top_final);
PG_FUNCTION_INFO_V1(minrisk_weighted_final);

/* So many rows of a group that its memory is at most 128 MB, and that the weighted HHI of them
 * takes a second or two, in which no interrupt is seen. */
enum { MOST_ROWS = 1 << 22, FEWEST_ROWS = 16 };

typedef struct Kept {
    RowConstant k;
    MemoryContext context;
    int first; /* the rows first .. end - 1 are in the group */
    int end;
    int room;
    double *quantity;
    double *weight; /* NULL where there are none */
} Kept;

static double *more_room(MemoryContext context, double *old, const Kept *kept, int room)
{
    double *array = MemoryContextAlloc(context, (Size)room * sizeof *array);

    if (old) {
        memcpy(array, old + kept->first, (Size)(kept->end - kept->first) * sizeof *array);
        pfree(old);
    }
    return array;
}

/* Rows that left make room where they are a third or more; else it doubles. */
static void make_room(Kept *kept, int rows, bool with_weights)
{
    int64 needed = (int64)(kept->end - kept->first) + rows;
    int room = Max(kept->room, FEWEST_ROWS);

    if (needed > MOST_ROWS) {
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg("more than %d rows in a group", MOST_ROWS),
                        errhint("hhi and effective_suppliers have no such limit.")));
    }
    while (room < needed + needed / 2) {
        room *= 2;
    }
    if (with_weights) {
        kept->weight = more_room(kept->context, kept->weight, kept, room);
    }
    kept->quantity = more_room(kept->context, kept->quantity, kept, room);
    kept->room = room;
    kept->end -= kept->first;
    kept->first = 0;
}

static Kept *state_argument(FunctionCallInfo fcinfo)
{
    MemoryContext context = aggregate_context(fcinfo);
    Kept *kept;

    if (!PG_ARGISNULL(0)) {
        return (Kept *)PG_GETARG_POINTER(0);
    }
    kept = MemoryContextAllocZero(context, sizeof *kept);
    kept->context = context;
    return kept;
}

Datum minrisk_top_add(PG_FUNCTION_ARGS)
{
    Kept *kept = state_argument(fcinfo);
    double quantity;
    int32 k;

    if (!PG_ARGISNULL(1)) {
        quantity = quantity_argument(fcinfo, 1, "quantity");
        k = PG_ARGISNULL(2) ? 1 : PG_GETARG_INT32(2);
        if (k < 1) {
            ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                            errmsg("k must be at least 1, but is %d", k)));
        }
        constant_add(&kept->k, PG_ARGISNULL(2), k, "k");
        if (kept->end == kept->room) {
            make_room(kept, 1, false);
        }
        kept->quantity[kept->end++] = quantity;
    }
    PG_RETURN_POINTER(kept);
}

Datum minrisk_weighted_add(PG_FUNCTION_ARGS)
{
    Kept *kept = state_argument(fcinfo);
    double quantity, weight;

    if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2)) {
        quantity = quantity_argument(fcinfo, 1, "quantity");
        weight = quantity_argument(fcinfo, 2, "weight");
        if (kept->end == kept->room) {
            make_room(kept, 1, true);
        }
        kept->quantity[kept->end] = quantity;
        kept->weight[kept->end++] = weight;
    }
    PG_RETURN_POINTER(kept);
}

/* The row that leaves is the earliest. */
static void leave(Kept *kept, double quantity)
{
    if (kept->first == kept->end || kept->quantity[kept->first] != quantity) {
        ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR),
                        errmsg("a window took out another row than its earliest")));
    }
    kept->first++;
}

Datum minrisk_top_remove(PG_FUNCTION_ARGS)
{
    Kept *kept = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        leave(kept, PG_GETARG_FLOAT8(1));
        constant_remove(&kept->k);
    }
    PG_RETURN_POINTER(kept);
}

Datum minrisk_weighted_remove(PG_FUNCTION_ARGS)
{
    Kept *kept = state_argument(fcinfo);

    if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2)) {
        leave(kept, PG_GETARG_FLOAT8(1));
    }
    PG_RETURN_POINTER(kept);
}

static void append(Kept *kept, const double *quantity, const double *weight, int rows)
{
    if (rows > kept->room - kept->end) {
        make_room(kept, rows, weight != NULL);
    }
    memcpy(kept->quantity + kept->end, quantity, (Size)rows * sizeof *quantity);
    if (weight) {
        memcpy(kept->weight + kept->end, weight, (Size)rows * sizeof *weight);
    }
    kept->end += rows;
}

Datum minrisk_kept_combine(PG_FUNCTION_ARGS)
{
    Kept *kept = state_argument(fcinfo);
    const Kept *other;

    if (!PG_ARGISNULL(1)) {
        other = (const Kept *)PG_GETARG_POINTER(1);
        constant_merge(&kept->k, &other->k, "k");
        if (other->end > other->first) {
            append(kept, other->quantity + other->first,
                   other->weight ? other->weight + other->first : NULL, other->end - other->first);
        }
    }
    PG_RETURN_POINTER(kept);
}

/* From one process of a server to another, by functions that SQL cannot call: as it stands in
 * memory, k, whether there are weights, the quantities and the weights. */
typedef struct SavedHead {
    RowConstant k;
    int rows;
    int columns;
} SavedHead;

Datum minrisk_kept_save(PG_FUNCTION_ARGS)
{
    const Kept *kept = (const Kept *)PG_GETARG_POINTER(0);
    SavedHead head = {kept->k, kept->end - kept->first, kept->weight ? 2 : 1};
    Size column = (Size)head.rows * sizeof *kept->quantity;
    Size size = VARHDRSZ + sizeof head + (Size)head.columns * column;
    bytea *saved = palloc(size);
    char *at = VARDATA(saved);

    SET_VARSIZE(saved, size);
    memcpy(at, &head, sizeof head);
    if (head.rows > 0) {
        memcpy(at + sizeof head, kept->quantity + kept->first, column);
    }
    if (head.rows > 0 && kept->weight) {
        memcpy(at + sizeof head + column, kept->weight + kept->first, column);
    }
    PG_RETURN_BYTEA_P(saved);
}

Datum minrisk_kept_load(PG_FUNCTION_ARGS)
{
    bytea *saved = PG_GETARG_BYTEA_P_COPY(0);
    Size size = VARSIZE(saved) - VARHDRSZ, column;
    Kept *kept = palloc0(sizeof *kept);
    SavedHead head;
    double *array;

    if (size < sizeof head) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("not a minrisk state: %zu bytes", size)));
    }
    memcpy(&head, VARDATA(saved), sizeof head);
    column = (Size)head.rows * sizeof *array;
    if (head.rows < 0 || head.rows > MOST_ROWS || head.columns < 1 || head.columns > 2 ||
        size != sizeof head + (Size)head.columns * column) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("not a minrisk state: %zu bytes", size)));
    }
    array = palloc(Max((Size)head.columns * column, 1));
    memcpy(array, VARDATA(saved) + sizeof head, (Size)head.columns * column);
    kept->k = head.k;
    kept->end = kept->room = head.rows;
    kept->quantity = array;
    kept->weight = head.columns == 2 ? array + head.rows : NULL;
    PG_RETURN_POINTER(kept);
}

/* A market without supply has no shares: NULL. */
static Datum answer(FunctionCallInfo fcinfo, minrisk_status status, double value)
{
    if (status == MINRISK_E_NO_SUPPLY) {
        PG_RETURN_NULL();
    }
    require_ok(status, "minrisk state");
    PG_RETURN_FLOAT8(value);
}

Datum minrisk_top_final(PG_FUNCTION_ARGS)
{
    const Kept *kept = (const Kept *)PG_GETARG_POINTER(0);
    double share = 0;
    minrisk_status status;

    if (kept->end == kept->first || kept->k.is_null) {
        PG_RETURN_NULL();
    }
    CHECK_FOR_INTERRUPTS();
    status = minrisk_top_share(kept->quantity + kept->first, (size_t)(kept->end - kept->first),
                               (size_t)kept->k.value, &share);
    return answer(fcinfo, status, share);
}

Datum minrisk_weighted_final(PG_FUNCTION_ARGS)
{
    const Kept *kept = (const Kept *)PG_GETARG_POINTER(0);
    double hhi = 0;
    minrisk_status status;

    if (kept->end == kept->first) {
        PG_RETURN_NULL();
    }
    CHECK_FOR_INTERRUPTS();
    status = minrisk_weighted_hhi(kept->quantity + kept->first, kept->weight + kept->first,
                                  (size_t)(kept->end - kept->first), &hhi);
    return answer(fcinfo, status, hhi);
}
