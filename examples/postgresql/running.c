/* SPDX-License-Identifier: MIT */
/* The HHI of rows: the state is the exact one of a running market, so that neither the order of
 * rows nor the number of workers, servers or removals changes a bit. */
#include "running.h"

#include "quantity.h"

PG_FUNCTION_INFO_V1(minrisk_add);
PG_FUNCTION_INFO_V1(minrisk_remove);
PG_FUNCTION_INFO_V1(minrisk_combine);
PG_FUNCTION_INFO_V1(minrisk_save);
PG_FUNCTION_INFO_V1(minrisk_load);
PG_FUNCTION_INFO_V1(minrisk_add_saved);
PG_FUNCTION_INFO_V1(minrisk_hhi_final);
PG_FUNCTION_INFO_V1(minrisk_effective_final);
PG_FUNCTION_INFO_V1(minrisk_hhi_of);
PG_FUNCTION_INFO_V1(minrisk_effective_of);

void stream_open(minrisk_stream *stream)
{
    require_ok(minrisk_stream_init(stream, sizeof *stream), "minrisk state");
}

void stream_merge(minrisk_stream *into, const minrisk_stream *from)
{
    minrisk_status status = minrisk_stream_merge(into, from);

    if (status == MINRISK_E_SIZE) {
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg("more than 2^62 suppliers in a minrisk state")));
    }
    require_ok(status, "merging of minrisk states");
}

void stream_load(minrisk_stream *stream, const uint8 *bytes, Size size)
{
    if (minrisk_stream_load(stream, sizeof *stream, bytes, size) != MINRISK_OK) {
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg("not a minrisk state: %zu bytes", size),
                        errdetail("A state has %d bytes and is made by hhi_state or hhi_merge.",
                                  MINRISK_STREAM_SAVED)));
    }
}

/* The copy is aligned and ours: no toasted, packed or shared bytes are read twice. */
static void stream_argument(FunctionCallInfo fcinfo, int argument, minrisk_stream *stream)
{
    bytea *copy = PG_GETARG_BYTEA_P_COPY(argument);

    stream_load(stream, (const uint8 *)VARDATA(copy), VARSIZE(copy) - VARHDRSZ);
    pfree(copy);
}

/* The state of the aggregate, which the first row makes. */
static minrisk_stream *state_argument(FunctionCallInfo fcinfo)
{
    MemoryContext context = aggregate_context(fcinfo);
    minrisk_stream *stream;

    if (!PG_ARGISNULL(0)) {
        return (minrisk_stream *)PG_GETARG_POINTER(0);
    }
    stream = MemoryContextAlloc(context, sizeof *stream);
    stream_open(stream);
    return stream;
}

Datum minrisk_add(PG_FUNCTION_ARGS)
{
    minrisk_stream *stream = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        require_ok(minrisk_stream_add(stream, quantity_argument(fcinfo, 1, "quantity")), "hhi");
    }
    PG_RETURN_POINTER(stream);
}

Datum minrisk_remove(PG_FUNCTION_ARGS)
{
    minrisk_stream *stream = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        require_ok(minrisk_stream_remove(stream, PG_GETARG_FLOAT8(1)), "hhi");
    }
    PG_RETURN_POINTER(stream);
}

Datum minrisk_combine(PG_FUNCTION_ARGS)
{
    minrisk_stream *stream = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        stream_merge(stream, (const minrisk_stream *)PG_GETARG_POINTER(1));
    }
    PG_RETURN_POINTER(stream);
}

Datum minrisk_add_saved(PG_FUNCTION_ARGS)
{
    minrisk_stream *stream = state_argument(fcinfo);
    minrisk_stream other;

    if (!PG_ARGISNULL(1)) {
        stream_argument(fcinfo, 1, &other);
        stream_merge(stream, &other);
    }
    PG_RETURN_POINTER(stream);
}

/* Also the final function of hhi_state and hhi_merge: over no row at all it is NULL, as it is
 * strict, and over rows without a quantity the state of an empty market. */
Datum minrisk_save(PG_FUNCTION_ARGS)
{
    const minrisk_stream *stream = (const minrisk_stream *)PG_GETARG_POINTER(0);
    bytea *saved = palloc(VARHDRSZ + MINRISK_STREAM_SAVED);

    SET_VARSIZE(saved, VARHDRSZ + MINRISK_STREAM_SAVED);
    require_ok(minrisk_stream_save(stream, (uint8 *)VARDATA(saved), MINRISK_STREAM_SAVED),
               "minrisk state");
    PG_RETURN_BYTEA_P(saved);
}

Datum minrisk_load(PG_FUNCTION_ARGS)
{
    minrisk_stream *stream = palloc(sizeof *stream);

    stream_argument(fcinfo, 0, stream);
    PG_RETURN_POINTER(stream);
}

typedef minrisk_status Measure(const minrisk_stream *stream, double *value);

/* A market without supply has no shares: NULL. */
static Datum measured(FunctionCallInfo fcinfo, const minrisk_stream *stream, Measure *measure)
{
    double value;
    minrisk_status status = measure(stream, &value);

    if (status == MINRISK_E_NO_SUPPLY) {
        PG_RETURN_NULL();
    }
    require_ok(status, "minrisk state");
    PG_RETURN_FLOAT8(value);
}

Datum minrisk_hhi_final(PG_FUNCTION_ARGS)
{
    return measured(fcinfo, (const minrisk_stream *)PG_GETARG_POINTER(0), minrisk_stream_hhi);
}

Datum minrisk_effective_final(PG_FUNCTION_ARGS)
{
    return measured(fcinfo, (const minrisk_stream *)PG_GETARG_POINTER(0), minrisk_stream_effective);
}

Datum minrisk_hhi_of(PG_FUNCTION_ARGS)
{
    minrisk_stream stream;

    stream_argument(fcinfo, 0, &stream);
    return measured(fcinfo, &stream, minrisk_stream_hhi);
}

Datum minrisk_effective_of(PG_FUNCTION_ARGS)
{
    minrisk_stream stream;

    stream_argument(fcinfo, 0, &stream);
    return measured(fcinfo, &stream, minrisk_stream_effective);
}
