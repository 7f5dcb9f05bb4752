/* SPDX-License-Identifier: MIT */
/* Bounds on the HHI of rows with a residual: the state is that of running.c, and the residual. */
#include "quantity.h"
#include "running.h"

PG_FUNCTION_INFO_V1(minrisk_bounds_add);
PG_FUNCTION_INFO_V1(minrisk_bounds_remove);
PG_FUNCTION_INFO_V1(minrisk_bounds_combine);
PG_FUNCTION_INFO_V1(minrisk_bounds_save);
PG_FUNCTION_INFO_V1(minrisk_bounds_load);
PG_FUNCTION_INFO_V1(minrisk_low_final);
PG_FUNCTION_INFO_V1(minrisk_high_final);

typedef struct Bounds {
    Market named;
    RowConstant residual;
} Bounds;

static Bounds *state_argument(FunctionCallInfo fcinfo)
{
    MemoryContext context = aggregate_context(fcinfo);
    Bounds *bounds;

    if (!PG_ARGISNULL(0)) {
        return (Bounds *)PG_GETARG_POINTER(0);
    }
    bounds = MemoryContextAllocZero(context, sizeof *bounds);
    market_open(&bounds->named);
    return bounds;
}

Datum minrisk_bounds_add(PG_FUNCTION_ARGS)
{
    Bounds *bounds = state_argument(fcinfo);
    double quantity, residual;

    if (!PG_ARGISNULL(1)) {
        quantity = quantity_argument(fcinfo, 1, "quantity");
        residual = PG_ARGISNULL(2) ? 0 : quantity_argument(fcinfo, 2, "residual");
        constant_add(&bounds->residual, PG_ARGISNULL(2), residual, "residual");
        market_add(&bounds->named, quantity);
    }
    PG_RETURN_POINTER(bounds);
}

Datum minrisk_bounds_remove(PG_FUNCTION_ARGS)
{
    Bounds *bounds = state_argument(fcinfo);

    if (!PG_ARGISNULL(1)) {
        constant_remove(&bounds->residual);
        market_remove(&bounds->named, PG_GETARG_FLOAT8(1));
    }
    PG_RETURN_POINTER(bounds);
}

Datum minrisk_bounds_combine(PG_FUNCTION_ARGS)
{
    Bounds *bounds = state_argument(fcinfo);
    Bounds *other;

    if (!PG_ARGISNULL(1)) {
        other = (Bounds *)PG_GETARG_POINTER(1);
        constant_merge(&bounds->residual, &other->residual, "residual");
        market_merge(&bounds->named, market_stream(&other->named));
    }
    PG_RETURN_POINTER(bounds);
}

/* From one process of a server to another, by functions that SQL cannot call: the residual as it
 * stands in memory, the market in its saved form. */
enum { SAVED = sizeof(RowConstant) + MINRISK_STREAM_SAVED };

Datum minrisk_bounds_save(PG_FUNCTION_ARGS)
{
    Bounds *bounds = (Bounds *)PG_GETARG_POINTER(0);
    bytea *saved = palloc(VARHDRSZ + SAVED);

    SET_VARSIZE(saved, VARHDRSZ + SAVED);
    memcpy(VARDATA(saved), &bounds->residual, sizeof bounds->residual);
    stream_save(market_stream(&bounds->named), (uint8 *)VARDATA(saved) + sizeof(RowConstant));
    PG_RETURN_BYTEA_P(saved);
}

Datum minrisk_bounds_load(PG_FUNCTION_ARGS)
{
    bytea *saved = PG_GETARG_BYTEA_P_COPY(0);
    Bounds *bounds = palloc(sizeof *bounds);

    if (VARSIZE(saved) != VARHDRSZ + SAVED) {
        stream_load(&bounds->named.stream, (const uint8 *)VARDATA(saved), 0);
    }
    memcpy(&bounds->residual, VARDATA(saved), sizeof bounds->residual);
    bounds->named.waiting = 0;
    stream_load(&bounds->named.stream, (const uint8 *)VARDATA(saved) + sizeof(RowConstant),
                MINRISK_STREAM_SAVED);
    PG_RETURN_POINTER(bounds);
}

/* Returns false where the bounds are NULL: no row, no residual known, or no supply. */
static bool evaluate(FunctionCallInfo fcinfo, minrisk_interval *hhi)
{
    Bounds *bounds = (Bounds *)PG_GETARG_POINTER(0);
    minrisk_status status;

    if (bounds->residual.rows == 0 || bounds->residual.is_null) {
        return false;
    }
    status = minrisk_stream_hhi_bounds(market_stream(&bounds->named), bounds->residual.value, hhi);
    if (status == MINRISK_E_NO_SUPPLY) {
        return false;
    }
    require_ok(status, "minrisk state");
    return true;
}

Datum minrisk_low_final(PG_FUNCTION_ARGS)
{
    minrisk_interval hhi;

    if (!evaluate(fcinfo, &hhi)) {
        PG_RETURN_NULL();
    }
    PG_RETURN_FLOAT8(hhi.low);
}

Datum minrisk_high_final(PG_FUNCTION_ARGS)
{
    minrisk_interval hhi;

    if (!evaluate(fcinfo, &hhi)) {
        PG_RETURN_NULL();
    }
    PG_RETURN_FLOAT8(hhi.high);
}
