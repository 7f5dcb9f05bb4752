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

void market_open(Market *market)
{
    require_ok(minrisk_stream_init(&market->stream, sizeof market->stream), "minrisk state");
    market->waiting = 0;
}

const minrisk_stream *market_stream(Market *market)
{
    if (market->waiting > 0) {
        require_ok(
            minrisk_stream_add_all(&market->stream, market->quantity, (size_t)market->waiting),
            "minrisk state");
        market->waiting = 0;
    }
    return &market->stream;
}

void market_add(Market *market, double quantity)
{
    if (market->waiting == MOST_WAITING) {
        (void)market_stream(market);
    }
    market->quantity[market->waiting++] = quantity;
}

void market_remove(Market *market, double quantity)
{
    (void)market_stream(market);
    require_ok(minrisk_stream_remove(&market->stream, quantity), "removal from a minrisk state");
}

void market_merge(Market *into, const minrisk_stream *from)
{
    minrisk_status status;

    (void)market_stream(into);
    status = minrisk_stream_merge(&into->stream, from);
    if (status == MINRISK_E_SIZE) {
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg("more than 2^62 suppliers in a minrisk state")));
    }
    require_ok(status, "merging of minrisk states");
}

void stream_save(const minrisk_stream *stream, uint8 *bytes)
{
    require_ok(minrisk_stream_save(stream, bytes, MINRISK_STREAM_SAVED), "minrisk state");
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
static Market *state_argument(FunctionCallInfo fcinfo)
{
    MemoryContext context = aggregate_context(fcinfo);
    Market *market;

    if (!PG_ARGISNULL(0)) {
        return (Market *)PG_GETARG_POINTER(0);
    }
    market = MemoryContextAlloc(context, sizeof *market);
    market_open(market);
    return market;
}

Datum minrisk_add(PG_FUNCTION_ARGS)
{
    Market *market = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        market_add(market, quantity_argument(fcinfo, 1, "quantity"));
    }
    PG_RETURN_POINTER(market);
}

Datum minrisk_remove(PG_FUNCTION_ARGS)
{
    Market *market = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        market_remove(market, PG_GETARG_FLOAT8(1));
    }
    PG_RETURN_POINTER(market);
}

Datum minrisk_combine(PG_FUNCTION_ARGS)
{
    Market *market = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        market_merge(market, market_stream((Market *)PG_GETARG_POINTER(1)));
    }
    PG_RETURN_POINTER(market);
}

Datum minrisk_add_saved(PG_FUNCTION_ARGS)
{
    Market *market = state_argument(fcinfo);
    minrisk_stream other;

    if (!PG_ARGISNULL(1)) {
        stream_argument(fcinfo, 1, &other);
        market_merge(market, &other);
    }
    PG_RETURN_POINTER(market);
}

/* Also the final function of hhi_state and hhi_merge: over no row at all it is NULL, as it is
 * strict, and over rows without a quantity the state of an empty market. */
Datum minrisk_save(PG_FUNCTION_ARGS)
{
    Market *market = (Market *)PG_GETARG_POINTER(0);
    bytea *saved = palloc(VARHDRSZ + MINRISK_STREAM_SAVED);

    SET_VARSIZE(saved, VARHDRSZ + MINRISK_STREAM_SAVED);
    stream_save(market_stream(market), (uint8 *)VARDATA(saved));
    PG_RETURN_BYTEA_P(saved);
}

Datum minrisk_load(PG_FUNCTION_ARGS)
{
    Market *market = palloc(sizeof *market);

    market->waiting = 0;
    stream_argument(fcinfo, 0, &market->stream);
    PG_RETURN_POINTER(market);
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
    return measured(fcinfo, market_stream((Market *)PG_GETARG_POINTER(0)), minrisk_stream_hhi);
}

Datum minrisk_effective_final(PG_FUNCTION_ARGS)
{
    return measured(fcinfo, market_stream((Market *)PG_GETARG_POINTER(0)),
                    minrisk_stream_effective);
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
